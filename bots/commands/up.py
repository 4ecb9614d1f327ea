"""`jiayou up`: everything in one process tree, for a newcomer's laptop and for a small server."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from bots.console import Console, Refusal
from bots.doctor.machine import is_loopback, port_problem
from bots.doctor.model import embedded_installed
from bots.lean import LEAN
from bots.lock import UpLock
from bots.supervise import LONG_PAUSE_S, Child, Died, Part, Tether
from core.settings import Settings
from core.state.embedded import Embedded, EmbeddedFailed

PARTS_STOP_S = 3.5
MODEL_STOP_S = 0.5
EMBEDDED_LANGUAGES = "en"
"""The embedded model's weights know no Chinese."""

_AFTER_CRASH_S = 6.0
_WATCH_S = 1.0
_NAME_WIDTH = 11


def run(settings: Settings, options: Namespace, words: Console) -> int:
    if not is_loopback(settings.web.host) and not settings.web.secret:
        raise Refusal("error-web-secret", code=2, host=settings.web.host)
    folder = settings.data_dir.absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Refusal("error-folder", path=str(folder)) from None
    lock = UpLock(folder, address(settings))
    try:
        wait_for_port(settings, _AFTER_CRASH_S if lock.after_crash else 0.0)
        return asyncio.run(Up(settings, folder, words).run())
    finally:
        lock.release()


def address(settings: Settings) -> str:
    """Where people open the web chat."""
    if settings.web.public_url:
        return settings.web.public_url
    host = settings.web.host
    if host in ("0.0.0.0", "::"):
        host = socket.gethostname()
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.web.port}"


def wait_for_port(settings: Settings, seconds: float) -> None:
    """Until the web's port is free; after a crash the old part may need a moment. Raises `Refusal`."""
    until = time.monotonic() + seconds
    while port_problem(settings.web):
        if time.monotonic() >= until:
            raise Refusal("error-port", host=settings.web.host, port=str(settings.web.port))
        time.sleep(0.05)


class Up:
    """The parts, in the order in which they are needed, and the lines about them."""

    def __init__(self, settings: Settings, folder: Path, words: Console) -> None:
        self._settings = settings
        self._folder = folder
        self._words = words
        self._tether = Tether()
        self._stop = asyncio.Event()
        self._parts: list[Child] = []
        self._model: Child | None = None
        self._runs: set[asyncio.Task[None]] = set()
        self._code = 0

    async def run(self) -> int:
        """Until a signal, or until the web chat cannot run; the exit code."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._stop.set)
        store = await self._start_store()
        watch = asyncio.create_task(self._watch(store))
        port = self._model_port()
        try:
            self._start_parts(self._settings_of_parts(store, port))
            await self._open()
            self._start_model(port)
            await self._stop.wait()
            self._words.say("up-stopping")
        finally:
            watch.cancel()
            await self._end(store)
        self._words.say("up-stopped", path=str(self._folder))
        return self._code

    async def _start_store(self) -> Embedded | None:
        if self._settings.redis.url:
            self._words.say("up-store-yours")
            return None
        store = Embedded(self._folder)
        try:
            await asyncio.to_thread(store.start)
        except (EmbeddedFailed, OSError) as error:
            raise Refusal("error-store-start", why=str(error)) from None
        self._words.say("up-store", what=str(store.folder))
        return store

    async def _watch(self, store: Embedded | None) -> None:
        """Start the store again should it die; the parts wait for it meanwhile."""
        while store is not None:
            await asyncio.sleep(_WATCH_S)
            if await asyncio.to_thread(store.answers):
                continue
            self._words.say("up-store-lost")
            try:
                await asyncio.to_thread(store.start)
            except (EmbeddedFailed, OSError) as error:
                self._words.refuse(Refusal("error-store-start", why=str(error)))
            else:
                self._words.say("up-store", what=str(store.folder))

    def _settings_of_parts(self, store: Embedded | None, model_port: int | None) -> dict[str, str]:
        """What the parts must know about what is started for them."""
        found = {"JIAYOU_DATA_DIR": str(self._folder)}
        if store is not None:
            found["JIAYOU_REDIS__URL"] = store.url
        if model_port is not None:
            found["JIAYOU_LLM__BASE_URL"] = f"http://127.0.0.1:{model_port}/v1"
        if model_port is not None and "languages" not in self._settings.llm.model_fields_set:
            found["JIAYOU_LLM__LANGUAGES"] = EMBEDDED_LANGUAGES
        return found

    def _model_port(self) -> int | None:
        """Where the embedded model will listen; `None`: there is none."""
        if self._settings.llm.base_url:
            self._words.say("up-model-yours", url=self._settings.llm.base_url)
            return None
        if not embedded_installed():
            self._words.say("up-model-none")
            return None
        return _free_port()

    def _start_model(self, port: int | None) -> None:
        """Only after the chat is there, and with the lower priority: both want the same few cores."""
        if port is None or self._stop.is_set():
            return
        self._words.say("up-model-loading")
        self._model = self._child(Part("llm", _command("llm", "--port", str(port))))

    def _start_parts(self, settings: dict[str, str]) -> None:
        for name in self._wanted():
            self._parts.append(self._child(Part(name, _command(name, "--alone"), settings)))

    def _wanted(self) -> Iterator[str]:
        yield "web"
        yield "jobs"
        if self._settings.telegram.token:
            yield "telegram"
        else:
            self._say_off("telegram")
        if self._settings.discord.token:
            yield "discord"
        else:
            self._say_off("discord")

    def _say_off(self, name: str) -> None:
        self._words.say("up-part-off", part=name, pad=_pad(name), name=f"JIAYOU_{name.upper()}__TOKEN")

    def _child(self, part: Part) -> Child:
        child = Child(part, self._tether, on_ready=self._ready, on_death=self._died)
        task = asyncio.create_task(child.run(), name=part.name)
        self._runs.add(task)
        task.add_done_callback(self._runs.discard)
        return child

    async def _open(self) -> None:
        """Wait for the web chat, then say where it is."""
        ready = asyncio.create_task(self._parts[0].ready.wait())
        stopped = asyncio.create_task(self._stop.wait())
        await asyncio.wait({ready, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if ready.done():
            self._words.say("up-open", url=address(self._settings))
        ready.cancel()
        stopped.cancel()

    def _ready(self, part: Part, seconds: float) -> None:
        self._words.say("up-part", part=part.name, pad=_pad(part.name), seconds=f"{seconds:.1f}")

    def _died(self, part: Part, died: Died) -> None:
        about = {"part": part.name, "pad": _pad(part.name)}
        if died.pause_s is None:
            self._words.say("up-settings", **about)
            if part.name == "web":
                self._code = 2
                self._stop.set()
        elif died.hopeless:
            self._words.say("up-hopeless", **about, count=died.quick_deaths, seconds=f"{LONG_PAUSE_S:g}")
        else:
            self._words.say("up-died", **about, code=str(died.code), seconds=f"{died.pause_s:g}")

    async def _end(self, store: Embedded | None) -> None:
        """The parts first, then the model, the store last."""
        await asyncio.gather(*(child.stop(PARTS_STOP_S) for child in self._parts))
        if self._model is not None:
            await self._model.stop(MODEL_STOP_S)
        await asyncio.gather(*self._runs)
        if store is not None:
            await asyncio.to_thread(store.stop)
        self._tether.close()


def _command(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, *LEAN, "-m", "bots", *arguments)


def _pad(name: str) -> str:
    return " " * (_NAME_WIDTH - len(name) - 1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
