"""Work in order per lane, side by side between lanes; it goes on when the page that asked is closed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

Key = tuple[str, str]
Work = Callable[[], Awaitable[None]]


class Lanes:
    def __init__(self) -> None:
        self._last: dict[Key, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def run(self, key: Key, work: Work) -> None:
        """After everything given before under the same key."""
        task = asyncio.create_task(_after(self._last.get(key), work))
        self._last[key] = task
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._done(key, done))

    def _done(self, key: Key, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if self._last.get(key) is task:
            del self._last[key]

    @property
    def waiting(self) -> int:
        return len(self._tasks)

    async def drain(self, seconds: float) -> None:
        """Let the work end; what takes longer is cancelled (the page will send it again)."""
        if not self._tasks:
            return
        _, late = await asyncio.wait(self._tasks, timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


async def _after(before: asyncio.Task[None] | None, work: Work) -> None:
    if before is not None:
        await asyncio.wait([before])
    await work()
