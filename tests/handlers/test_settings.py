from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from core.state.types import Aggregate
from tests.handlers.dialogue import WORDS, Dialogue, World


async def due_at(talk: Dialogue) -> datetime | None:
    snapshot = await talk.world.store.load(Aggregate("person", await talk.pid()))
    return snapshot.due.get("nudge")


async def in_berlin(talk: Dialogue) -> None:
    await talk.say("I live in Berlin")


async def test_settings_show_what_holds_with_buttons(talk: Dialogue) -> None:
    await in_berlin(talk)
    await talk.say("remind me at 18:00")
    out = await talk.command("/settings")
    assert "Europe/Berlin" in out.text
    assert "11:00" in out.text  # 09:00 UTC in June
    assert "18:00" in out.text
    assert "21:30–07:30" in out.text
    assert {"language:zh-Hans", "settings:zone", "settings:remind", "settings:quiet", "less"} <= set(out.actions)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("zh", "zh-Hans"),
        ("zh-Hans", "zh-Hans"),
        ("中文", "zh-Hans"),
        ("Chinese", "zh-Hans"),
        ("en", "en"),
        ("英语", "en"),
    ],
)
async def test_language_is_answered_in_the_new_one(talk: Dialogue, line: str, language: str) -> None:
    out = await talk.command(f"/language {line}")
    assert out.text == WORDS(language, "language-now")
    person = (await talk.docs()).person
    assert (person.language, person.language_said) == (language, True)


async def test_language_stays_as_chosen_whatever_is_written(talk: Dialogue) -> None:
    await talk.command("/language en")
    await talk.say("我今天跑了5公里")
    assert (await talk.docs()).person.language == "en"


async def test_language_without_a_name_offers_both(talk: Dialogue) -> None:
    out = await talk.command("/language")
    assert out.actions == ["language:en", "language:zh-Hans"]
    out = await talk.command("/language klingon")
    assert WORDS("en", "language-unknown") in out.text


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("I'm in Vancouver", "America/Vancouver"),
        ("我在成都", "Asia/Shanghai"),
        ("my timezone is America/Lima", "America/Lima"),
    ],
)
async def test_zone_from_words(talk: Dialogue, words: str, zone: str) -> None:
    await talk.say(words)
    person = (await talk.docs()).person
    assert (person.zone, person.zone_said) == (zone, True)


async def test_unknown_place_is_asked_again_and_a_known_one_then_taken(talk: Dialogue) -> None:
    out = await talk.press("settings:zone")
    assert WORDS("en", "zone-ask") in out.text
    out = await talk.say("Springfield")
    assert WORDS("en", "zone-unknown") in out.text
    out = await talk.say("Berlin")
    docs = await talk.docs()
    assert docs.person.zone == "Europe/Berlin"
    assert docs.dialog.asked == ()


async def test_a_zone_told_by_the_browser_moves_the_reminder(world: World) -> None:
    talk = Dialogue(world, platform="web", user="7")
    await talk.press("remind:18:00")
    assert (await talk.docs()).person.zone == "UTC"
    talk.author = Dialogue(world, platform="web", user="7", zone="Asia/Tokyo").author
    await talk.press("help")
    assert (await talk.docs()).person.zone == "Asia/Tokyo"
    due = await due_at(talk)
    assert due is not None
    assert due.hour == 9  # 18:00 in Tokyo


async def test_reminder_says_the_assumed_zone_and_asks_the_city(talk: Dialogue) -> None:
    out = await talk.say("remind me at 18:00")
    docs = await talk.docs()
    assert docs.nudges.on
    assert docs.nudges.at == "18:00"
    assert docs.dialog.asked == ("zone",)
    assert "UTC" in out.text
    assert await due_at(talk) is not None
    await talk.say("Vancouver")
    moved = await due_at(talk)
    assert moved is not None
    assert moved.hour == 1  # 18:00 in Vancouver is 01:00 UTC in June
    assert moved.date() == date(2024, 6, 4)


async def test_reminder_by_button_and_declined(talk: Dialogue) -> None:
    out = await talk.press("settings:remind")
    assert "remind:18:00" in out.actions
    await talk.press("remind:20:00")
    assert (await talk.docs()).nudges.at == "20:00"
    await talk.press("remind:off")
    assert not (await talk.docs()).nudges.on
    assert await due_at(talk) is None


async def test_reminder_in_quiet_hours_is_refused_and_can_move_them(talk: Dialogue) -> None:
    await in_berlin(talk)
    out = await talk.say("remind me at 22:00")
    assert not (await talk.docs()).nudges.on
    assert "remind:22:00:move" in out.actions
    await talk.press("remind:22:00:move")
    state = (await talk.docs()).nudges
    assert (state.on, state.at, state.quiet_from, state.quiet_until) == (True, "22:00", "22:30", "07:30")


async def test_early_reminder_ends_the_quiet_hours_with_it(talk: Dialogue) -> None:
    await talk.press("remind:06:30:move")
    state = (await talk.docs()).nudges
    assert (state.at, state.quiet_from, state.quiet_until) == ("06:30", "21:30", "06:30")


async def test_quiet_hours_from_words_move_the_reminder(talk: Dialogue) -> None:
    await in_berlin(talk)
    await talk.say("remind me at 21:00")
    out = await talk.say("quiet hours 20:00 to 8:00")
    state = (await talk.docs()).nudges
    assert (state.quiet_from, state.quiet_until) == ("20:00", "08:00")
    assert WORDS("en", "quiet-moves-reminder", at="21:00", end="08:00") in out.text
    due = await due_at(talk)
    assert due is not None
    assert due.hour == 6  # 08:00 in Berlin


async def test_quiet_hours_by_button_and_off(talk: Dialogue) -> None:
    out = await talk.press("settings:quiet")
    assert "settings:quiet:22:00-08:00" in out.actions
    await talk.press("settings:quiet:22:00-08:00")
    assert (await talk.docs()).nudges.quiet_from == "22:00"
    out = await talk.press("settings:quiet:off")
    assert WORDS("en", "settings-quiet-none") in out.text


async def test_less_halves_down_to_one_a_week_and_back(talk: Dialogue) -> None:
    await talk.say("remind me at 18:00")
    allowed = []
    for _ in range(3):
        await talk.press("less")
        allowed.append((await talk.docs()).nudges.per_week)
    assert allowed == [2, 1, 1]
    await talk.press("settings:more")
    assert (await talk.docs()).nudges.per_week == 5


async def test_snooze_in_minutes_at_a_time_and_tomorrow(talk: Dialogue) -> None:
    await in_berlin(talk)
    await talk.say("remind me at 18:00")
    await talk.press("snooze:60")
    assert await due_at(talk) == datetime(2024, 6, 3, 10, 0, tzinfo=UTC)
    await talk.say("remind me in 2 hours")
    assert await due_at(talk) == datetime(2024, 6, 3, 11, 0, tzinfo=UTC)
    await talk.say("remind me again tomorrow")
    assert await due_at(talk) == datetime(2024, 6, 4, 16, 0, tzinfo=UTC)


async def test_snooze_into_quiet_hours_waits_until_they_end(talk: Dialogue) -> None:
    await in_berlin(talk)
    talk.world.later(hours=10)  # 21:00 in Berlin
    await talk.press("snooze:60")
    assert await due_at(talk) == datetime(2024, 6, 4, 5, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "reason", "until"),
    [
        ("I'm sick", "illness", date(2024, 6, 9)),
        ("pause for 3 days", None, date(2024, 6, 5)),
        ("pause, I'm on a business trip for 2 weeks", "travel", date(2024, 6, 16)),
    ],
)
async def test_pause_and_go_on(talk: Dialogue, words: str, reason: str | None, until: date) -> None:
    await talk.say("remind me at 18:00")
    out = await talk.say(words)
    state = (await talk.docs()).nudges
    assert (state.pause_reason, state.paused_until) == (reason, until)
    assert WORDS("en", f"pause-{reason or 'other'}") in out.text
    due = await due_at(talk)
    assert due is not None
    assert due.date() > until
    await talk.press("settings:resume")
    assert (await talk.docs()).nudges.paused_until is None
    assert (await due_at(talk) or due) < due


async def test_chinese_pause(chinese: Dialogue) -> None:
    out = await chinese.say("我来例假了，请假几天")
    assert WORDS("zh-Hans", "pause-period") in out.text


@pytest.mark.parametrize("how", ["say", "command", "press"])
async def test_stop_ends_everything_unasked_at_once(talk: Dialogue, how: str) -> None:
    await talk.say("remind me at 18:00")
    await talk.press("snooze:60")
    await {"say": talk.say, "command": talk.command, "press": talk.press}[how]("/stop" if how == "command" else "stop")
    state = (await talk.docs()).nudges
    assert (state.on, state.snoozed_until, await due_at(talk)) == (False, None, None)
    await talk.say("hi")
    assert not (await talk.docs()).nudges.on
    assert await due_at(talk) is None


async def test_units_and_free_talk(talk: Dialogue) -> None:
    await talk.press("settings:units:lb")
    await talk.press("settings:units:mile")
    await talk.press("settings:talk:off")
    docs = await talk.docs()
    assert (docs.profile.facts.load_unit, docs.profile.facts.distance_unit) == ("lb", "mile")
    assert not docs.person.consents_to("model_talk")
    out = await talk.command("/settings")
    assert "settings:talk:on" in out.actions
    await talk.press("settings:talk:on")
    assert (await talk.docs()).person.consents_to("model_talk")
