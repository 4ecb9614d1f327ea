"""Fleeting messages between processes: nothing is kept, whoever listens gets it. Seal what is private yourself."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from core.errors import StoreAway
from core.state import keys
from core.state.link import AWAY, Link

WAIT_S = 2.0
"""Of one read, below the connection's time limit."""


class PubSub:
    def __init__(self, link: Link) -> None:
        self._link = link

    async def publish(self, channel: str, message: bytes) -> None:
        """Tell everybody who listens now. Raises `StoreAway`."""
        await self._link.do("PUBLISH", keys.channel(channel), message, again=True)

    @asynccontextmanager
    async def subscribe(self, channels: Sequence[str]) -> AsyncIterator[AsyncIterator[tuple[str, bytes]]]:
        """Listen; inside the block the subscription stands, so what is read from the store there leaves no gap:

            async with store.pubsub.subscribe(["room"]) as messages:
                ...  # read what was said before
                async for channel, message in messages: ...

        Takes one connection of the pool: one subscription for a process, not one for each page. The iterator raises
        `StoreAway` when the connection breaks: subscribe again and read what was missed."""
        names = {keys.channel(channel).encode(): channel for channel in channels}
        pubsub = self._link.client.pubsub()
        try:
            await self._link.guarded(lambda: _subscribed(pubsub, list(names)))
            yield _messages(pubsub, names)
        finally:
            await pubsub.aclose()


async def _subscribed(pubsub: Any, names: list[bytes]) -> None:
    await pubsub.subscribe(*names)
    for _ in names:
        await pubsub.get_message(timeout=WAIT_S)


async def _messages(pubsub: Any, names: dict[bytes, str]) -> AsyncIterator[tuple[str, bytes]]:
    while True:
        try:
            found = await pubsub.get_message(ignore_subscribe_messages=True, timeout=WAIT_S)
        except AWAY as error:
            raise StoreAway(type(error).__name__) from error
        if found is not None:
            yield names[found["channel"]], found["data"]
