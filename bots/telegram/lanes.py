"""Work done side by side, but in order within a lane."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

Work = Callable[[], Awaitable[None]]


class Lanes:
    """Runs at most `limit` pieces of work at once; those with one key run one after the other, in the order put.

    Work handles its own errors: one that raises ends its lane and loses what waits behind it."""

    def __init__(self, limit: int) -> None:
        self._slots = asyncio.Semaphore(limit)
        self._waiting: dict[str, deque[Work]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, key: str, work: Work) -> None:
        lane = self._waiting.get(key)
        if lane is not None:
            lane.append(work)
            return
        self._waiting[key] = deque([work])
        task = asyncio.create_task(self._drain(key))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def finish(self, grace_s: float) -> None:
        """Let running work end within `grace_s`, then cancel it."""
        if not self._tasks:
            return
        _, late = await asyncio.wait(self._tasks, timeout=grace_s)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _drain(self, key: str) -> None:
        lane = self._waiting[key]
        try:
            while lane:
                async with self._slots:
                    await lane.popleft()()
        finally:
            del self._waiting[key]
