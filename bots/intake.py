"""Reading a lane of the outbox: what is new, what was put off, and what dead processes held."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from uuid import uuid4

from bots.patience import Patience
from core.state.outbox import Outbox, parse_id
from core.state.types import Lane, OutboxItem

HELD = 2_000
"""Most items in memory at once: enough that a reply overtakes a crowd of nudges."""

IDLE_MS = 30_000
"""After this time without a mark another process may take an item over; longer than the longest send."""

BLOCK_MS = 500
"""Longest wait for something new, and so the longest that a stop takes to be noticed."""

RECLAIM_S = 5.0
_READ = 256

Take = Callable[[OutboxItem], None]


class Intake:
    """Gives each item to `take` once, oldest first, and remembers it as held until it is freed."""

    def __init__(self, outbox: Outbox, store: Patience, lane: Lane, take: Take, block_ms: int = BLOCK_MS) -> None:
        self._outbox = outbox
        self._store = store
        self._lane: Lane = lane
        self._take = take
        self._block_ms = block_ms
        self._consumer = f"{lane}-{uuid4().hex[:12]}"
        self._held: dict[str, OutboxItem] = {}
        self._room = asyncio.Event()

    @property
    def held(self) -> Sequence[OutboxItem]:
        return list(self._held.values())

    def free(self, item: OutboxItem) -> None:
        """It is finished, dropped or put off."""
        self._held.pop(item.id, None)
        self._room.set()

    async def run(self, stop: asyncio.Event, idle_ms: int) -> None:
        """Until `stop`. What other consumers have held for `idle_ms` is taken over at the start."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._read(stop))
            group.create_task(self._reclaim(stop, idle_ms))

    async def _read(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            free = HELD - len(self._held)
            if free > 0:
                read = self._outbox.read
                self._keep(await self._store(read, self._lane, self._consumer, min(_READ, free), self._block_ms))
                continue
            self._room.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._room.wait(), self._block_ms / 1000)

    async def _reclaim(self, stop: asyncio.Event, idle_ms: int) -> None:
        """Our own, held for long, is thereby kept ours."""
        while not stop.is_set():
            self._keep(await self._store(self._outbox.reclaim, self._lane, self._consumer, idle_ms, HELD))
            idle_ms = IDLE_MS
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), RECLAIM_S)

    def _keep(self, items: Sequence[OutboxItem]) -> None:
        for item in sorted(items, key=_age):
            if item.id not in self._held and item.effect is not None:
                self._held[item.id] = item
                self._take(item)


def _age(item: OutboxItem) -> tuple[int, ...]:
    """Sorts items as they were queued: milliseconds, then a counter."""
    _, _, entry = parse_id(item.id)
    return tuple(int(part) for part in entry.split("-"))
