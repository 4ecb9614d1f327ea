"""The real `jiayou up` with everything that is around it: Telegram, Discord, a model, all emulated in this process.

async with whole(tmp_path) as world:
    someone = await world.telegram_user("en")
    await world.store.person_of(someone.account)
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TypeVar

import aiohttp
from aiohttp import web

from core.bootstrap import REGISTRY
from core.context import Docs, person_aggregate
from core.domain.person import Person
from core.domain.records import Entry, fold
from core.messages import AccountRef
from core.state.crypto import master_key
from core.state.embedded import Embedded
from core.state.store import Store
from core.state.types import Snapshot
from tests.e2e.words import SAYS
from tests.fixtures.discord_api import FakeDiscord
from tests.fixtures.model_server import ModelServer, Say
from tests.fixtures.telegram_api import FakeTelegram

ROOT = Path(__file__).parents[2]
SETTLE_S = 15.0
T = TypeVar("T")


class Bilingual(ModelServer):
    """Answers in the language of the last words."""

    async def _complete(self, request: web.Request) -> web.StreamResponse:
        words = (await request.json())["messages"][-1]["content"]
        self.script = [Say(SAYS["zh-Hans" if any("\u4e00" <= char <= "\u9fff" for char in words) else "en"].model_says)]
        return await super()._complete(request)


async def until(found: Callable[[], T], seconds: float = SETTLE_S, about: Callable[[], object] = str) -> T:
    """What `found` returns as soon as it is true. Raises `AssertionError` with what `about` tells."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    while not (result := found()):
        assert loop.time() < deadline, about()
        await asyncio.sleep(0.01)
    return result


async def eventually(look: Callable[[], Awaitable[T]], test: Callable[[T], bool], seconds: float = SETTLE_S) -> T:
    """What `look` sees as soon as it passes the test. Raises `AssertionError` with what it saw last."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    while not test(found := await look()):
        assert loop.time() < deadline, found
        await asyncio.sleep(0.02)
    return found


class Whole:
    """`up` as a process, its surroundings, and a look into its store."""

    def __init__(
        self, folder: Path, telegram: FakeTelegram, discord: FakeDiscord, model: ModelServer, *, chats: bool
    ) -> None:
        self.folder = folder
        self.telegram = telegram
        self.discord = discord
        self.model = model
        self.chats = chats
        self.port = free_port()
        self.process: asyncio.subprocess.Process | None = None
        self._store: Store | None = None

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def store(self) -> Store:
        assert self._store is not None
        return self._store

    def _environ(self) -> dict[str, str]:
        return self._settings() | (self._settings_of_chats() if self.chats else {})

    def _settings(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "ignore",
            "JIAYOU_DATA_DIR": str(self.data),
            "JIAYOU_SEND_RATE": "0",
            "JIAYOU_WEB__PORT": str(self.port),
            "JIAYOU_LLM__BASE_URL": self.model.url,
        }

    def _settings_of_chats(self) -> dict[str, str]:
        return {
            "JIAYOU_TELEGRAM__TOKEN": self.telegram.token,
            "JIAYOU_TELEGRAM__API_URL": self.telegram.url,
            "JIAYOU_DISCORD__TOKEN": self.discord.token,
            "JIAYOU_DISCORD__API_URL": self.discord.api_url,
            "JIAYOU_DISCORD__GATEWAY_URL": self.discord.gateway_url,
        }

    async def start(self) -> None:
        """Returns when every door is open."""
        with (self.folder / "up.log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bots", "up", cwd=self.folder, env=self._environ(), stdout=log, stderr=log
            )

    async def open(self) -> None:
        """Wait until every door is open, and look into the store."""
        async with asyncio.timeout(30):
            async with aiohttp.ClientSession() as session:
                while not await self._ready(session):
                    await asyncio.sleep(0.02)
            if self.chats:
                await self.discord.wait_ready()
                await self.telegram.wait_for(lambda: self.telegram.called("getUpdates"))
        self._store = await Store.connect(Embedded(self.data).url, master_key(None, self.data), REGISTRY)

    async def _ready(self, session: aiohttp.ClientSession) -> bool:
        try:
            async with session.get(f"http://127.0.0.1:{self.port}/readyz") as answer:
                return answer.status == 200
        except aiohttp.ClientError:
            return False

    async def stop(self) -> int:
        """As Ctrl-C does; the exit code."""
        if self._store is not None:
            await self._store.close()
        assert self.process is not None
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGINT)
        return await asyncio.wait_for(self.process.wait(), 20)

    def model_was_asked(self, words: str) -> bool:
        return any(words in str(body["messages"]) for body in self.model.asked)

    def said(self) -> str:
        """What the processes wrote."""
        return (self.folder / "up.log").read_text(errors="replace")

    # ---- its processes
    def parts(self) -> dict[str, int]:
        """Process ids of the parts that live, by name: children of `up`."""
        assert self.process is not None
        try:
            children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        except OSError:
            return {}
        lines = ((_line_of(pid), int(pid)) for pid in children)
        return {line[line.index("bots") + 1]: pid for line, pid in lines if "bots" in line}

    def store_pid(self) -> int | None:
        """The server's, found by the folder it works in."""
        folder = str(self.data.resolve() / "store")
        for pid in filter(str.isdecimal, os.listdir("/proc")):
            with suppress(OSError):
                if os.readlink(f"/proc/{pid}/cwd") == folder and "-server" in _line_of(pid)[0]:
                    return int(pid)
        return None

    # ---- what stands in the store
    async def snapshot(self, account: AccountRef) -> Snapshot:
        pid = await self.store.person_of(account)
        assert pid is not None
        return await self.store.load(person_aggregate(pid))

    async def docs(self, account: AccountRef) -> Docs:
        found = await self.snapshot(account)
        person = found.docs["person"]
        assert isinstance(person, Person)
        return Docs.of(found, person)

    async def entries(self, account: AccountRef) -> list[Entry]:
        """The ledger as it counts."""
        lines = await self.store.ledger((await self.snapshot(account)).owner)
        return [entry for entry in fold(lines).values() if entry.status == "ok"]


@asynccontextmanager
async def whole(folder: Path, *, chats: bool = True) -> AsyncIterator[Whole]:
    """Everything (without `chats`: but Telegram and Discord), running; ended by Ctrl-C, and by force if need be."""
    async with FakeTelegram() as telegram, FakeDiscord() as discord, Bilingual().running() as model:
        world = Whole(folder, telegram, discord, model, chats=chats)
        await world.start()
        try:
            await world.open()
            yield world
        finally:
            assert world.process is not None
            try:
                await world.stop()
            finally:
                if world.process.returncode is None:
                    world.process.kill()
                    await world.process.wait()


def _line_of(pid: str) -> list[str]:
    """A process's command line; an empty one for a process that is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
    except OSError:
        return [""]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
