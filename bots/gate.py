"""Passing a platform's overall limit, the most urgent first."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from itertools import count

from bots.limits import Limits, Urgency
from core.state.types import Rate

Acquire = Callable[[Sequence[Rate]], Awaitable[float]]
"""`Limiter.acquire`: 0 if granted, else the seconds after which to ask again."""


class Gate:
    """One process asks the shared limiter for one passage at a time, so that a crowd of waiters does not."""

    def __init__(self, acquire: Acquire, limits: Limits) -> None:
        self._acquire = acquire
        self._limits = limits
        self._waiting: list[tuple[Urgency, int, asyncio.Future[None]]] = []
        self._order = count()
        self._changed = asyncio.Event()
        self._pump: asyncio.Task[None] | None = None

    async def enter(self, urgency: Urgency) -> None:
        """Wait for the turn. Whatever `acquire` raises is raised here."""
        if self._limits.overall is None:
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (urgency, next(self._order), turn))
        self._changed.set()
        if self._pump is None or self._pump.done():
            self._pump = asyncio.create_task(self._grant())
        await turn

    async def _grant(self) -> None:
        while self._waiting:
            urgency, _, turn = self._waiting[0]
            if turn.done():
                heapq.heappop(self._waiting)
                continue
            self._changed.clear()
            try:
                wait_s = await self._acquire(self._limits.of_all(urgency))
            except Exception as error:  # noqa: BLE001 - handed to the waiter, who knows what it means
                self._settle(turn, error)
                continue
            if wait_s <= 0:
                self._settle(turn, None)
            else:
                await self._pause(wait_s)

    async def _pause(self, seconds: float) -> None:
        """Until the time is over, or somebody came who may be more urgent."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._changed.wait(), seconds)

    @staticmethod
    def _settle(turn: asyncio.Future[None], error: Exception | None) -> None:
        if turn.done():
            return
        if error is None:
            turn.set_result(None)
        else:
            turn.set_exception(error)
