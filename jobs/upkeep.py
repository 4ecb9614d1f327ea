"""Housekeeping of the store, by one of the `jobs` processes at a time."""

from __future__ import annotations

import logging

from core.errors import StoreAway
from core.state.store import Store

log = logging.getLogger(__name__)

LATE_S = 300.0


class Upkeep:
    """`holder` names this process."""

    def __init__(self, store: Store, holder: str) -> None:
        self._store = store
        self._holder = holder

    async def beat(self) -> None:
        """Show that the clock runs: the lease `jobs` is held. Warn when what is due is not handled in time."""
        try:
            if await self._store.hold_lease("jobs", self._holder, 45):
                late = await self._store.due.backlog()
                if late.oldest_s > LATE_S:
                    log.warning("%d items are due, the oldest for %d s", late.count, late.oldest_s)
        except StoreAway:
            log.debug("no heartbeat: the store is away")

    async def tidy(self) -> None:
        """Once an hour, over all processes."""
        try:
            if await self._store.hold_lease("tidy", self._holder, 3000):
                await self._store.tidy()
        except StoreAway:
            log.info("tidying put off: the store is away")
