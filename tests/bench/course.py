"""The emulated Bot API with people in it who talk to the bot, in a process of its own. All times are taken here.

`POST /control/<name>`: `prepare` (everybody's first words), `closed` (everybody writes again as soon as answered),
`steady` (at a fixed rate, answered or not).
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator
from time import monotonic
from typing import Any

import uvloop

from tests.bench.lines import PROFILE, is_log, lines
from tests.fixtures.telegram_api import FakeTelegram

ANSWERS = frozenset({"sendMessage", "editMessageText", "setMessageReaction"})
_PATIENCE_S = 30.0


class Course(FakeTelegram):
    """People are numbered from 1."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[int, Iterator[str]] = {}
        self._open: dict[int, deque[float]] = {}
        self._latencies: list[float] = []
        self._logs = 0
        self._until = 0.0

    def call(self, method: str, params: dict[str, Any], files: dict[str, bytes]) -> Any:
        result = super().call(method, params, files)
        if method in ANSWERS:
            self._replied(int(params["chat_id"]))
        return result

    async def prepare(self, users: int) -> None:
        """Everybody says who they are, and a few lines more."""
        for user in range(1, users + 1):
            self._lines[user], self._open[user] = lines(user), deque()
        for line in PROFILE:
            for user in self._lines:
                self._write(user, line)
            await self._all_answered()
        await self.closed(1.0)

    async def closed(self, seconds: float) -> dict[str, float]:
        """Everybody writes the next line as soon as the last one is answered."""
        self._reset()
        began, self._until = monotonic(), monotonic() + seconds
        for user in self._lines:
            self._next(user)
        await self._all_answered()
        return {"answered": len(self._latencies), "seconds": monotonic() - began, "logs": self._logs}

    async def steady(self, rate: float, seconds: float) -> dict[str, Any]:
        """So many messages a second, from one person after the other; the latencies in ms."""
        self._reset()
        began, users = monotonic(), list(self._lines)
        for number in range(round(rate * seconds)):
            await asyncio.sleep(max(0.0, began + number / rate - monotonic()))
            self._next(users[number % len(users)])
        await self._all_answered()
        return {"latencies": [seconds * 1000 for seconds in self._latencies], "logs": self._logs}

    def _reset(self) -> None:
        self._latencies, self._logs, self._until = [], 0, 0.0
        for chat in self.shown.values():
            chat.clear()

    def _next(self, user: int) -> None:
        line = next(self._lines[user])
        self._logs += is_log(line)
        self._write(user, line)

    def _write(self, user: int, line: str) -> None:
        self._open[user].append(monotonic())
        self.say(user, user, line)

    def _replied(self, user: int) -> None:
        if not self._open[user]:
            return
        now = monotonic()
        self._latencies.append(now - self._open[user].popleft())
        if now < self._until:
            asyncio.get_running_loop().call_soon(self._next, user)

    async def _all_answered(self) -> None:
        await self.wait_for(lambda: monotonic() >= self._until and not any(self._open.values()), _PATIENCE_S)


async def main() -> None:
    course = Course()
    await course.start()
    print(course.url, flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    uvloop.run(main())
