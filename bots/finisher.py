"""Done marks, many in one round trip."""

from __future__ import annotations

import asyncio

from bots.patience import Patience
from core.state.outbox import Outbox
from core.state.types import OutboxItem

BATCH = 200


class Finisher:
    """Whoever finishes an item waits until the store knows; those who wait at the same time share a round trip."""

    def __init__(self, outbox: Outbox, store: Patience) -> None:
        self._outbox = outbox
        self._store = store
        self._waiting: list[tuple[OutboxItem, asyncio.Future[None]]] = []
        self._pump: asyncio.Task[None] | None = None

    async def done(self, item: OutboxItem) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, future))
        if self._pump is None or self._pump.done():
            self._pump = asyncio.create_task(self._mark())
        await future

    async def _mark(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:BATCH], self._waiting[BATCH:]
            items = [item for item, _ in batch]
            try:
                await self._store(self._outbox.done_many, items)
            except BaseException as error:
                for _, future in batch:
                    if not future.done():
                        future.set_exception(error if isinstance(error, Exception) else RuntimeError("stopped"))
                raise
            for _, future in batch:
                if not future.done():
                    future.set_result(None)
