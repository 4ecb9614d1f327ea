"""What was said while nobody listened: channels are read on from where their cursor stands."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from typing import Any, Protocol, TypeVar

from bots.discord import inbound
from bots.discord.inbound import Payload, Place
from bots.discord.rest import Rest
from bots.sending import InDoubt, RetryAfter, SendError

PAGE = 100
FIRST_WAIT_S = 0.2
MOST_WAIT_S = 30.0

T = TypeVar("T")
log = logging.getLogger(__name__)


class Cursor(Protocol):
    """How far each channel was handled, kept by the store. Calls may raise `core.errors.StoreAway`."""

    async def get(self, channel_id: str) -> str | None:
        """The last handled message's id."""

    async def set(self, channel_id: str, message_id: str) -> None:
        """Everything up to this message is handled."""

    async def channels(self) -> Collection[str]:
        """The channels that have a cursor."""


async def patiently(call: Callable[[], Awaitable[T]]) -> T:
    """The call's answer, however long Discord takes to be there. Refusals are raised."""
    wait = FIRST_WAIT_S
    while True:
        try:
            return await call()
        except RetryAfter as error:
            wait = max(wait, error.seconds)
        except InDoubt:
            pass
        await asyncio.sleep(min(wait, MOST_WAIT_S))
        wait = min(wait * 2, MOST_WAIT_S)


class Missed:
    """Reads channels on, a few at a time."""

    def __init__(self, rest: Rest, at_once: int = 4) -> None:
        self._rest = rest
        self._readers = asyncio.Semaphore(at_once)
        self._places: dict[str, Place] = {}

    async def read(self, channel_id: str, after: str, bot_id: str) -> AsyncIterator[tuple[Payload, Place]]:
        """The channel's messages after `after`, oldest first, each with the place it was said in. A channel that may
        not be read any more has none."""
        place: Place | None = None
        try:
            while page := await self._page(channel_id, after):
                place = place or await self._place(channel_id, bot_id)
                for payload in page:
                    yield payload, place
                after = page[-1]["id"]
                if len(page) < PAGE:
                    return
        except SendError as error:
            log.warning("channel %s cannot be read: %s", channel_id, error)

    async def _page(self, channel_id: str, after: str) -> list[dict[str, Any]]:
        path = f"/channels/{channel_id}/messages?after={after}&limit={PAGE}"
        return sorted(await self._get(path), key=lambda payload: int(payload["id"]))

    async def _place(self, channel_id: str, bot_id: str) -> Place:
        guild_id = (await self._get(f"/channels/{channel_id}")).get("guild_id")
        if guild_id is None:
            return Place(bot_id)
        if guild_id not in self._places:
            self._places[guild_id] = inbound.roles(await self._get(f"/guilds/{guild_id}"), bot_id)
        return self._places[guild_id]

    async def _get(self, path: str) -> Any:
        async with self._readers:
            return await patiently(lambda: self._rest.get(path))
