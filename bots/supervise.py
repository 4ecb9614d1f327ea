"""Child processes of `jiayou up`: started, tethered, watched, started again, stopped."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from bots.console import EXIT_SETTINGS
from bots.tether import FD_VARIABLE, READY

QUICK_S = 20.0
"""A part that lived shorter than this died quickly."""

QUICK_DEATHS = 5
"""After so many quick deaths in a row the operator is told, and the pauses become long."""

FIRST_PAUSE_S = 0.5
LONG_PAUSE_S = 60.0
_LAST_WORDS_S = 0.5
_BLOCK = 65536


@dataclass(frozen=True, slots=True)
class Part:
    """A program to keep running. `settings` are added to its environment."""

    name: str
    arguments: tuple[str, ...]
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Died:
    """A part ended by itself. `pause_s` until it is started again; `None`: it will not be."""

    code: int
    quick_deaths: int
    pause_s: float | None

    @property
    def hopeless(self) -> bool:
        return self.quick_deaths == QUICK_DEATHS


def pause_after(quick_deaths: int) -> float:
    """Seconds to wait before the next start: 0.5, 1, 2, 4, then a minute."""
    if quick_deaths >= QUICK_DEATHS:
        return LONG_PAUSE_S
    return FIRST_PAUSE_S * 2.0 ** max(0, quick_deaths - 1)


class Tether:
    """The pipe whose end tells every part that the supervisor is gone."""

    def __init__(self) -> None:
        self.read_fd, self._write_fd = os.pipe()

    def close(self) -> None:
        os.close(self.read_fd)
        os.close(self._write_fd)


class Child:
    """One part as a process. `run` keeps it alive until `stop`."""

    def __init__(
        self,
        part: Part,
        tether: Tether,
        *,
        on_ready: Callable[[Part, float], None],
        on_death: Callable[[Part, Died], None],
        pause: Callable[[int], float] = pause_after,
    ) -> None:
        self.part = part
        self.ready = asyncio.Event()
        self.ended = asyncio.Event()
        self._tether = tether
        self._on_ready = on_ready
        self._on_death = on_death
        self._pause = pause
        self._stopping = asyncio.Event()
        self._process: asyncio.subprocess.Process | None = None

    @property
    def pid(self) -> int | None:
        return None if self._process is None or self._process.returncode is not None else self._process.pid

    async def run(self) -> None:
        """Until stopped, or until the part says that a setting is wrong."""
        deaths = 0
        while not self._stopping.is_set():
            began = time.monotonic()
            code = await self._live(began)
            if self._stopping.is_set():
                break
            deaths = deaths + 1 if time.monotonic() - began < QUICK_S else 0
            pause = None if code == EXIT_SETTINGS else self._pause(deaths)
            self._on_death(self.part, Died(code, deaths, pause))
            if pause is None:
                break
            await self._sleep(pause)
        self.ended.set()

    async def stop(self, grace_s: float) -> None:
        """SIGTERM, and after `grace_s` SIGKILL."""
        self._stopping.set()
        self._signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(self.ended.wait(), grace_s)
        except TimeoutError:
            self._signal(signal.SIGKILL)
            await self.ended.wait()

    async def _live(self, began: float) -> int:
        self._process = process = await asyncio.create_subprocess_exec(
            *self.part.arguments,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            pass_fds=(self._tether.read_fd,),
            env={**os.environ, **self.part.settings, FD_VARIABLE: str(self._tether.read_fd)},
            start_new_session=True,
        )
        if self._stopping.is_set():
            self._signal(signal.SIGTERM)
        assert process.stdout is not None
        reader = asyncio.create_task(self._listen(process.stdout, began))
        code = await process.wait()
        await asyncio.wait({reader}, timeout=_LAST_WORDS_S)
        reader.cancel()
        return code

    async def _listen(self, stdout: asyncio.StreamReader, began: float) -> None:
        rest = b""
        while block := await stdout.read(_BLOCK):
            *lines, rest = (rest + block)[-_BLOCK:].split(b"\n")
            for line in lines:
                self._read(line.decode(errors="replace").rstrip(), began)

    def _read(self, line: str, began: float) -> None:
        if line == READY:
            self.ready.set()
            self._on_ready(self.part, time.monotonic() - began)
        else:
            with suppress(OSError):
                sys.stderr.write(line + "\n")

    async def _sleep(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.send_signal(number)
