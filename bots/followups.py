"""The core's own follow-ups across shards: what an aggregate's commit asks to be done to another one."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from contextlib import suppress
from uuid import uuid4

from bots.patience import Patience
from bots.sending import Handle
from bots.verdicts import MAX_ATTEMPTS
from core.errors import StoreAway
from core.events import Internal
from core.state.store import Store
from core.state.types import OutboxItem

log = logging.getLogger(__name__)

IDLE_MS = 10_000
RECLAIM_S = 2.0
RETRY_S = 5.0
_AT_ONCE = 8
_READ = 64
BLOCK_MS = 500


async def follow_up(store: Store, handle: Handle, stop: asyncio.Event, *, block_ms: int = BLOCK_MS) -> None:
    """Give `Internal` events of the `core` lane to `handle`, until `stop`. Every process runs this."""
    await FollowUps(store, handle, block_ms).run(stop)


class FollowUps:
    """Their order does not matter, and doing one twice changes nothing."""

    def __init__(self, store: Store, handle: Handle, block_ms: int) -> None:
        self._outbox = store.outbox
        self._handle = handle
        self._block_ms = block_ms
        self._store = Patience("follow-ups")
        self._consumer = f"core-{uuid4().hex[:12]}"
        self._slots = asyncio.Semaphore(_AT_ONCE)

    async def run(self, stop: asyncio.Event) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(self._read(stop))
            group.create_task(self._reclaim(stop))

    async def _read(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            await self._all(await self._store(self._outbox.read, "core", self._consumer, _READ, self._block_ms))

    async def _reclaim(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            await self._all(await self._store(self._outbox.reclaim, "core", self._consumer, IDLE_MS, _READ))
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), RECLAIM_S)

    async def _all(self, items: Iterable[OutboxItem]) -> None:
        done = await asyncio.gather(*(self._one(item) for item in items))
        finished = [item for item in done if item is not None]
        if finished:
            await self._store(self._outbox.done_many, finished)

    async def _one(self, item: OutboxItem) -> OutboxItem | None:
        """The item if it is done with; else it was put off."""
        async with self._slots:
            try:
                await self._handle(event_of(item))
            except StoreAway:
                log.info("follow-up %s put off", item.id)
            except Exception:
                log.exception("follow-up %s failed", item.id)
            else:
                return item
        if item.attempts >= MAX_ATTEMPTS:
            await self._store(self._outbox.drop, item, "attempts")
        else:
            await self._store(self._outbox.later, item, RETRY_S)
        return None


def event_of(item: OutboxItem) -> Internal:
    """Raises `KeyError` or `ValueError` for what this program does not know."""
    values = item.internal or {}
    if values["kind"] != "score":
        raise ValueError("unknown follow-up")
    return Internal(
        id=f"core:{item.id}",
        at=item.queued_at,
        kind="score",
        person_id=values["person_id"],
        challenge_id=values["challenge_id"],
    )
