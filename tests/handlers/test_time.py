from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.handlers.dialogue import Dialogue, World

ZONES = [
    # zone, moment (UTC), the local day that "today" is
    ("Asia/Shanghai", datetime(2024, 6, 3, 18, 59, tzinfo=UTC), date(2024, 6, 3)),
    ("Asia/Shanghai", datetime(2024, 6, 3, 19, 1, tzinfo=UTC), date(2024, 6, 4)),
    ("America/Los_Angeles", datetime(2024, 6, 3, 9, 59, tzinfo=UTC), date(2024, 6, 2)),
    ("America/Los_Angeles", datetime(2024, 6, 3, 10, 1, tzinfo=UTC), date(2024, 6, 3)),
    ("Asia/Kathmandu", datetime(2024, 6, 3, 21, 14, tzinfo=UTC), date(2024, 6, 3)),
    ("Asia/Kathmandu", datetime(2024, 6, 3, 21, 16, tzinfo=UTC), date(2024, 6, 4)),
    ("Pacific/Kiritimati", datetime(2024, 12, 31, 13, 30, tzinfo=UTC), date(2025, 1, 1)),
    ("Europe/Berlin", datetime(2024, 3, 31, 1, 30, tzinfo=UTC), date(2024, 3, 31)),
    ("Europe/Berlin", datetime(2024, 3, 31, 0, 30, tzinfo=UTC), date(2024, 3, 30)),
    ("Europe/Berlin", datetime(2024, 10, 27, 1, 30, tzinfo=UTC), date(2024, 10, 26)),
    ("Europe/Berlin", datetime(2024, 10, 27, 2, 30, tzinfo=UTC), date(2024, 10, 27)),
]


@pytest.mark.parametrize(("zone", "now", "today"), ZONES)
async def test_a_day_ends_at_three_in_the_morning(world: World, zone: str, now: datetime, today: date) -> None:
    world.now = now
    somebody = Dialogue(world, user="6", platform="web", zone=zone)
    await somebody.say("ran 5k")
    (entry,) = await somebody.entries()
    assert (entry.day, entry.zone, entry.at) == (today, zone, now)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("ran 5k yesterday", date(2024, 6, 2)),
        ("昨天跑了5公里", date(2024, 6, 2)),
        ("前天跑了5公里", date(2024, 6, 1)),
        ("ran 5k on Friday", date(2024, 5, 31)),
        ("5月30日跑了5公里", date(2024, 5, 30)),
        ("ran 5k last night", date(2024, 6, 2)),
    ],
)
async def test_other_days(talk: Dialogue, line: str, day: date) -> None:
    await talk.say(line)
    assert [entry.day for entry in await talk.entries()] == [day]


async def test_yesterday_before_three_is_the_day_before_the_local_day(world: World) -> None:
    world.now = datetime(2024, 6, 3, 18, 0, tzinfo=UTC)
    somebody = Dialogue(world, user="6", platform="web", zone="Asia/Shanghai", language="zh-CN")
    await somebody.say("昨天跑了5公里")
    assert [entry.day for entry in await somebody.entries()] == [date(2024, 6, 2)]


async def test_it_was_yesterday_moves_the_entry(talk: Dialogue) -> None:
    await talk.say("ran 5k")
    await talk.say("it was yesterday")
    assert [entry.day for entry in await talk.entries()] == [date(2024, 6, 2)]


async def test_an_edit_a_day_later_keeps_the_day(talk: Dialogue) -> None:
    await talk.say("ran 5k")
    talk.world.later(days=1)
    await talk.edit("ran 6k")
    assert [entry.day for entry in await talk.entries()] == [date(2024, 6, 3)]


async def test_a_said_zone_moves_today(talk: Dialogue) -> None:
    talk.world.now = datetime(2024, 6, 3, 20, 0, tzinfo=UTC)
    await talk.say("I live in Tokyo")
    await talk.say("ran 5k")
    assert [entry.day for entry in await talk.entries()] == [date(2024, 6, 4)]
