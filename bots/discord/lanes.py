"""Order per chat, and no order between chats."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

Job = Callable[[], Awaitable[None]]
log = logging.getLogger(__name__)


class Lanes:
    """Jobs with the same key run one after another in the order they came; a lane exists only while it has jobs."""

    def __init__(self) -> None:
        self._lanes: dict[str, deque[Job]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._open = asyncio.Event()
        self._open.set()

    def put(self, key: str, job: Job, *, first: bool = False) -> None:
        """Queue a job; `first`: before whatever waits in its lane."""
        lane = self._lanes.get(key)
        if lane is None:
            self._lanes[key] = deque([job])
            self._drive(key)
        elif first:
            lane.appendleft(job)
        else:
            lane.append(job)

    def hold(self) -> None:
        """Begin no further job until `release`."""
        self._open.clear()

    def release(self) -> None:
        self._open.set()

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Work beside the lanes that shall end with them."""
        self._start(work).add_done_callback(_report)

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def _drive(self, key: str) -> None:
        self._start(self._run(key)).add_done_callback(lambda task: self._ended(key, task))

    async def _run(self, key: str) -> None:
        lane = self._lanes[key]
        while lane:
            await self._open.wait()
            await lane.popleft()()

    def _ended(self, key: str, task: asyncio.Task[None]) -> None:
        """A job that broke does not take the rest of its lane with it."""
        if self._lanes[key] and not task.cancelled():
            self._drive(key)
        else:
            del self._lanes[key]
        _report(task)

    async def close(self, grace_s: float) -> None:
        """Wait for what is under way, at most `grace_s`; then drop it."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=grace_s)
        late = tuple(self._tasks)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


def _report(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()):
        log.error("a job broke", exc_info=error)
