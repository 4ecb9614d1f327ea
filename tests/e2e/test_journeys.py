"""The journeys of a person, in both languages, with the real command over sockets.

All of them run at once, each with people of its own; a test waits for its journey.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack

import pytest
import pytest_asyncio

from core.messages import Platform
from tests.e2e import journeys
from tests.e2e.people import OnDiscord, OnTelegram, OnWeb, Someone
from tests.e2e.whole import Whole, whole
from tests.fixtures.web_client import person

pytestmark = pytest.mark.asyncio(loop_scope="module")

DOORS: tuple[tuple[Platform, str], ...] = (
    ("telegram", "en"), ("discord", "zh-Hans"), ("web", "en"), ("web", "zh-Hans"),
)  # fmt: skip
"""Every journey in both languages; on the web in both, so that a fault can be told from its platform."""
ALONE: Mapping[str, Callable[[Someone, Whole], Awaitable[None]]] = {
    case.__name__: case
    for case in (
        journeys.first_contact, journeys.stranger, journeys.plan, journeys.logging, journeys.nudge, journeys.free_talk,
        journeys.red_flag, journeys.commands,
    )
}  # fmt: skip
TOGETHER = ("group_challenge", "across_platforms")
NAMES = [(name, platform, language) for name in (*ALONE, *TOGETHER) for platform, language in DOORS]
AT_ONCE = 12
NEXT_DOOR: Mapping[Platform, Platform] = {"telegram": "discord", "discord": "web", "web": "telegram"}
OTHER = {"en": "zh-Hans", "zh-Hans": "en"}

Name = tuple[str, Platform, str]


class Neighbourhood:
    """Makes people at any door, and groups for them."""

    def __init__(self, world: Whole, pages: AsyncExitStack) -> None:
        self.world = world
        self._pages = pages

    async def somebody(self, platform: Platform, language: str, name: str = "Ann") -> Someone:
        match platform:
            case "telegram":
                return OnTelegram(self.world.telegram, language, name=name)
            case "discord":
                return OnDiscord(self.world.discord, language, name=name)
            case "web":
                page = await self._pages.enter_async_context(person(self.world.port))
                await page.open(language)
                return OnWeb(page, language)

    async def group(self, first: Someone, *others: Someone) -> list[Someone]:
        """All of them in a new group of their platform."""
        match first:
            case OnTelegram():
                chat = OnTelegram.group(self.world.telegram, first)
                return [each.into(chat) for each in (first, *others) if isinstance(each, OnTelegram)]
            case OnDiscord():
                discord = self.world.discord.world
                channel = discord.channel(discord.guild())
                return [each.into(channel) for each in (first, *others) if isinstance(each, OnDiscord)]
            case OnWeb():
                room = await first.page.room("Ann")
                for each in others:
                    assert isinstance(each, OnWeb)
                    await each.page.join(room, "Ben")
                return [each.into(room) for each in (first, *others) if isinstance(each, OnWeb)]
        raise AssertionError(first)


async def go(name: Name, around: Neighbourhood) -> None:
    """One journey."""
    case, platform, language = name
    me = await around.somebody(platform, language)
    if case in ALONE:
        await ALONE[case](me, around.world)
    elif case == "group_challenge":
        friend = await around.somebody(platform, OTHER[language], "小明")
        await journeys.at_home(me, friend)
        me, friend = await around.group(me, friend)
        await journeys.group_challenge(me, friend, around.world)
    else:
        private = await around.somebody(NEXT_DOOR[platform], OTHER[language], "小明")
        await journeys.at_home(me, private)
        [far] = await around.group(private)
        [me] = await around.group(me)
        await journeys.across_platforms(me, far, private, around.world)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def under_way(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Mapping[Name, asyncio.Task[None]]]:
    folder = tmp_path_factory.mktemp("whole")
    slots = asyncio.Semaphore(AT_ONCE)
    async with whole(folder) as world, AsyncExitStack() as pages:
        around = Neighbourhood(world, pages)

        async def walk(name: Name) -> None:
            async with slots:
                await go(name, around)

        tasks = {name: asyncio.create_task(walk(name)) for name in NAMES}
        yield tasks
        for task in tasks.values():
            task.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        assert "ERROR" not in world.said(), world.said()


@pytest.mark.parametrize("name", NAMES, ids=lambda name: "-".join(name))
async def test_journey(name: Name, under_way: Mapping[Name, asyncio.Task[None]]) -> None:
    await under_way[name]
