"""Commands of callers who run at the same time share round trips: while two are under way, the others gather and go
together. A command on its own goes at once; in company it costs the client about a quarter."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import Any

from redis import exceptions

Command = Sequence[str | bytes | int | float]

UNDER_WAY = 2
MOST = 100
"""Commands in one round trip."""


class Batch:
    """Each command succeeds or fails by itself, and they are not atomic together. Not for commands that block."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._under_way = 0
        self._waiting: deque[tuple[Command, asyncio.Future[Any]]] = deque()
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, command: Command) -> Any:
        """The answer. Raises redis-py's errors."""
        if self._under_way >= UNDER_WAY:
            answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
            self._waiting.append((command, answer))
            return await answer
        self._under_way += 1
        try:
            return await self._client.execute_command(*command)
        finally:
            self._next()

    def _next(self) -> None:
        self._under_way -= 1
        if self._waiting:
            self._under_way += 1
            group = [self._waiting.popleft() for _ in range(min(MOST, len(self._waiting)))]
            task = asyncio.get_running_loop().create_task(self._send(group))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _send(self, group: list[tuple[Command, asyncio.Future[Any]]]) -> None:
        try:
            pipe = self._client.pipeline(transaction=False)
            for command, _ in group:
                pipe.execute_command(*command)
            answers = await pipe.execute(raise_on_error=False)
        except (exceptions.RedisError, OSError) as error:
            answers = [error] * len(group)
        finally:
            self._next()
        for (_, waiting), answer in zip(group, answers, strict=True):
            _tell(waiting, answer)


def _tell(waiting: asyncio.Future[Any], answer: Any) -> None:
    if waiting.done():  # its caller was cancelled
        return
    if isinstance(answer, Exception):
        waiting.set_exception(answer)
    else:
        waiting.set_result(answer)
