"""What one process of a platform costs: start, memory after it has talked, and what it imported for that."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bots.lean import LEAN
from core.state.embedded import Embedded
from tests.bench.lines import PROFILE, lines
from tests.bench.processes import Program, answers, memory_mb, program
from tests.bench.report import Row, progress
from tests.fixtures.discord_api import TOKEN as DISCORD_TOKEN
from tests.fixtures.telegram_api import TOKEN, Remote
from tests.fixtures.web_client import person

MESSAGES = 40
_SECTION = "A platform's process"
_NOT_WANTED = ("torch", "transformers", "openai")


@dataclass(frozen=True)
class Platform:
    name: str
    settings: Mapping[str, str]
    came: Callable[[], int]
    """How often a process of it has come up so far."""
    talk: Callable[[list[str]], Coroutine[Any, Any, None]]


def measure(folder: Path) -> list[Row]:
    with ExitStack() as stack:
        store = Embedded(folder)
        store.start()
        stack.callback(store.stop)
        common = {"JIAYOU_DATA_DIR": str(folder), "JIAYOU_REDIS__URL": store.url, "JIAYOU_SEND_RATE": "0"}
        rows: list[Row] = []
        for made in (telegram, discord, web):
            with made(folder) as platform:
                progress(f"{platform.name}: start, {MESSAGES} messages, start again with its imports listed")
                rows += _measured(platform, folder, {**common, **platform.settings})
        return rows


def _measured(platform: Platform, folder: Path, settings: Mapping[str, str]) -> list[Row]:
    name = platform.name
    before = platform.came()
    with program(name, folder, *LEAN, "-m", "bots", name, "--alone", **settings) as process:
        seconds = process.until(lambda: platform.came() > before)
        source = lines(1)
        asyncio.run(platform.talk([*PROFILE, *(next(source) for _ in range(MESSAGES))]))
        memory = memory_mb(process.pid)
    imported = _imported(platform, folder, settings)
    return [
        Row(_SECTION, f"{name}: start", seconds, "s"),
        Row(_SECTION, f"{name}: memory (RSS)", memory["Rss"], "MiB", "< 120", 0),
        Row(_SECTION, f"{name}: memory, its share of what is shared (PSS)", memory["Pss"], "MiB", digits=0),
        Row(_SECTION, f"{name}: modules", len(imported), digits=0),
        Row(_SECTION, f"{name}: of {', '.join(_NOT_WANTED)}", len(imported & set(_NOT_WANTED)), "", "< 1", 0),
    ]


def _imported(platform: Platform, folder: Path, settings: Mapping[str, str]) -> frozenset[str]:
    """All modules of a process that came up, by name."""
    name = platform.name
    line = (*LEAN, "-X", "importtime", "-m", "bots", name, "--alone")
    before = platform.came()
    with program(f"{name}-imports", folder, *line, **settings) as process:
        process.until(lambda: platform.came() > before)
    return frozenset(re.findall(r"^import time: .*\| +(\S+)$", process.output, re.MULTILINE))


@contextmanager
def telegram(folder: Path) -> Iterator[Platform]:
    with program("telegram-api", folder, "-m", "tests.fixtures.telegram_api") as api:
        url = _address(api)

        def came() -> int:
            """Before it asks for updates it takes a webhook away."""
            return len(asyncio.run(_do(url, "called", method="deleteWebhook")))

        settings = {"JIAYOU_TELEGRAM__TOKEN": TOKEN, "JIAYOU_TELEGRAM__API_URL": url}
        yield Platform("telegram", settings, came, lambda said: _talk_in_telegram(url, said))


async def _talk_in_telegram(url: str, said: list[str]) -> None:
    for number, line in enumerate(said, 1):
        await _do(url, "say", chat=1, user=1, text=line)
        await _do(url, "wait", chat=1, count=number)


@contextmanager
def discord(folder: Path) -> Iterator[Platform]:
    with program("discord-api", folder, "-m", "tests.fixtures.discord_api") as api:
        port = _address(api).rpartition(" ")[2]
        url = f"http://127.0.0.1:{port}"

        def came() -> int:
            return int(asyncio.run(_do(url, "counts"))["identified"])

        settings = {
            "JIAYOU_DISCORD__TOKEN": DISCORD_TOKEN,
            "JIAYOU_DISCORD__API_URL": f"{url}/api/v10",
            "JIAYOU_DISCORD__GATEWAY_URL": f"ws://127.0.0.1:{port}/gateway",
        }
        yield Platform("discord", settings, came, lambda said: _talk_in_discord(url, said))


async def _talk_in_discord(url: str, said: list[str]) -> None:
    await _do(url, "wait_ready")
    user = await _do(url, "user", name="Ann")
    chat = await _do(url, "dm", user=user)
    for number, line in enumerate(said, 1):
        await _do(url, "say", user=user, text=line)
        await _do(url, "wait_for", channel=chat, count=number)


@contextmanager
def web(folder: Path) -> Iterator[Platform]:
    port = free_port()
    settings = {"JIAYOU_WEB__PORT": str(port)}
    yield Platform(
        "web", settings, lambda: int(answers(f"http://127.0.0.1:{port}/readyz")), lambda s: _talk_in_web(port, s)
    )


async def _talk_in_web(port: int, said: list[str]) -> None:
    async with person(port) as someone:
        await someone.open()
        for line in said:
            before = len(someone.frames)
            await someone.say(line)
            await someone.frame(lambda frame: frame["t"] == "entry" and frame["entry"]["author"] is None, before)


async def _do(url: str, name: str, /, **arguments: object) -> Any:
    remote = Remote(url)
    try:
        return await remote.do(name, **arguments)
    finally:
        await remote.close()


def _address(api: Program) -> str:
    """The first line it prints."""
    api.until(lambda: "\n" in api.output)
    return api.output.splitlines()[0]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
