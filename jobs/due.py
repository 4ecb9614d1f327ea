"""The clock as an event source: what fell due becomes `Due` events for the core."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from core.errors import StoreAway
from core.events import Ack, Due, Event
from core.state.store import Store
from core.state.types import DueItem

log = logging.getLogger(__name__)

Handle = Callable[[Event], Awaitable[Ack]]

BATCH = 200
AT_ONCE = 16
LEASE_S = 60.0
"""How long a claimed item is ours; if no commit answers it in that time, it is due again."""

CROWD = 5_000
"""With so many messages waiting to be sent, new ones would only get late: what is due waits in the index."""


class DueTick:
    """One tick handles all that is due, a batch at a time."""

    def __init__(self, store: Store, handle: Handle) -> None:
        self._store = store
        self._handle = handle
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._away = False

    async def run(self) -> None:
        try:
            await self._drain()
        except StoreAway:
            if not self._away:
                log.warning("the store is away, nothing falls due until it is back")
            self._away = True
        else:
            self._away = False

    async def _drain(self) -> None:
        while items := await self._claim():
            await asyncio.gather(*(self._one(item) for item in items))
            if len(items) < BATCH:
                return

    async def _claim(self) -> list[DueItem]:
        if sum((await self._store.outbox.backlog()).values()) >= CROWD:
            log.warning("more than %d messages wait to be sent; what is due waits too", CROWD)
            return []
        return await self._store.due.claim(BATCH, LEASE_S)

    async def _one(self, item: DueItem) -> None:
        """One item's failure is its own: its lease ends, and it is due again."""
        event = event_of(item, datetime.now(UTC))
        async with self._slots:
            try:
                await self._handle(event)
            except StoreAway:
                log.info("%s put off: the store is away", event.id)
            except Exception:
                log.exception("%s failed", event.id)


def event_of(item: DueItem, now: datetime) -> Due:
    """The id is of the occasion: the same however often it is claimed."""
    due_ms = round(item.due_at.timestamp() * 1000)
    return Due(
        id=f"due:{item.owner.kind}:{item.owner.id}:{item.kind}:{due_ms}",
        at=now,
        owner_kind=item.owner.kind,
        owner_id=item.owner.id,
        kind=item.kind,
        lease=item.lease,
    )
