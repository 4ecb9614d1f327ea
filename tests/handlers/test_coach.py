"""What the coach itself sees to, whatever the use case."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.handlers.dialogue import Dialogue, World


async def test_a_browsers_zone_counts_from_the_first_press_in_a_group_on(world: World) -> None:
    """At 00:10 UTC it is still yesterday in UTC, and today in the zone that is guessed for Chinese."""
    world.now = datetime(2024, 6, 4, 0, 10, tzinfo=UTC)
    anna = Dialogue(world, user="1", platform="web", group="room:x", zone="UTC")
    ben = Dialogue(world, user="2", name="小本", language="zh-CN", platform="web", group="room:x", zone="UTC")
    made = await anna.command("/challenge 2 weeks, 8000 steps a day")
    (join, *_) = [action for action in made.actions if action.startswith("join:")]
    await ben.press(join)
    await ben.command("/log 走了一万两千步")
    (first, *_) = await world.store.standings(join.removeprefix("join:"), 0, 5)
    assert (first.member, first.score) == (await ben.pid(), 1)
