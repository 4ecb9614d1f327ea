"""Messages through the whole path, beside a bare echo bot: rate, latency, CPU time.

Each bot has an emulated Bot API of its own with the same people; they run by turns, so that whatever else the machine
does hits both.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from bots.lean import LEAN
from core.bootstrap import REGISTRY
from core.messages import AccountRef
from core.state.crypto import master_key
from core.state.embedded import Embedded
from core.state.store import Store
from core.state.types import Aggregate
from tests.bench.processes import Program, cpu_s, memory_mb, pid_of_server, program
from tests.bench.report import Row, progress, quantile
from tests.fixtures.telegram_api import TOKEN, Remote

USERS = 48
ROUNDS = 4
ROUND_S = 4.0
STEADY_RATE = 50.0
STEADY_S = 20.0
_SECTION = "Whole path: Bot API in, ledger and reply out, append-only file on"


@dataclass(frozen=True, slots=True)
class Bot:
    name: str
    remote: Remote
    pids: Mapping[str, int]
    """Of the processes whose CPU time is counted."""


@dataclass(frozen=True, slots=True)
class Round:
    rate: float
    cpu_ms: Mapping[str, float]
    """Per message, by process."""


def measure(folder: Path) -> list[Row]:
    with contestants(folder) as (store, coach, echo, courses):
        return asyncio.run(_measure(store, folder, coach, echo, courses))


@contextmanager
def contestants(folder: Path) -> Iterator[tuple[Embedded, Program, Program, list[Program]]]:
    """The store, the coach's Telegram process, the echo bot, and the course of each."""
    store = Embedded(folder)
    with ExitStack() as stack:
        store.start()
        stack.callback(store.stop)
        courses = [
            stack.enter_context(program(name, folder, "-m", "tests.bench.course")) for name in ("course", "echo-course")
        ]
        urls = [_url(course) for course in courses]
        line = (*LEAN, "-m", "bots", "telegram", "--alone")
        coach = stack.enter_context(program("telegram", folder, *line, **settings(folder, store.url, urls[0])))
        echo = stack.enter_context(program("echo", folder, "-m", "tests.bench.echo", urls[1]))
        yield store, coach, echo, courses


def settings(folder: Path, store: str, api: str) -> dict[str, str]:
    return {
        "JIAYOU_DATA_DIR": str(folder),
        "JIAYOU_REDIS__URL": store,
        "JIAYOU_TELEGRAM__TOKEN": TOKEN,
        "JIAYOU_TELEGRAM__API_URL": api,
        "JIAYOU_SEND_RATE": "0",
    }


def _url(course: Program) -> str:
    course.until(lambda: "http" in course.output)
    return course.output.split()[0]


async def _measure(store: Embedded, folder: Path, coach: Program, echo: Program, courses: list[Program]) -> list[Row]:
    server = pid_of_server(store.folder)
    remotes = [Remote(_url(course)) for course in courses]
    ours = Bot("jiayou", remotes[0], {"bot": coach.pid, "store": server, "emulator": courses[0].pid})
    theirs = Bot("echo", remotes[1], {"bot": echo.pid, "emulator": courses[1].pid})
    try:
        for bot in (theirs, ours):
            progress(f"{bot.name}: {USERS} people introduce themselves")
            await bot.remote.do("prepare", users=USERS)
        before = await entries(store, folder)
        rows, logs = await _rates(ours, theirs)
        steady, more_logs = await _latencies(ours, theirs)
        found = await entries(store, folder) - before
    finally:
        for remote in remotes:
            await remote.close()
    if found != logs + more_logs:
        raise RuntimeError(f"{logs + more_logs} logs were answered, {found} are in the ledger")
    return [*rows, *steady, *_after_load(coach, found)]


async def _rates(ours: Bot, theirs: Bot) -> tuple[list[Row], int]:
    rounds: list[tuple[Round, Round]] = []
    logs = 0
    for number in range(1, ROUNDS + 1):
        echoed, _ = await _round(theirs)
        coached, logged = await _round(ours)
        logs += logged
        rounds.append((coached, echoed))
        progress(f"round {number} of {ROUNDS}: jiayou {coached.rate:.0f}/s, echo bot {echoed.rate:.0f}/s")
    ratio = median(coached.rate / echoed.rate for coached, echoed in rounds)
    return [
        Row(_SECTION, "rate, jiayou", median(coached.rate for coached, _ in rounds), "messages/s", digits=0),
        Row(_SECTION, "rate, bare echo bot", median(echoed.rate for _, echoed in rounds), "messages/s", digits=0),
        Row(_SECTION, "ratio of the rates", ratio, "", ">= 1.0"),
        *(
            Row(_SECTION, f"CPU, {name}: {part}", median(pair[side].cpu_ms[part] for pair in rounds), "ms a message")
            for side, name, bot in ((0, "jiayou", ours), (1, "echo bot", theirs))
            for part in bot.pids
        ),
    ], logs


async def _round(bot: Bot) -> tuple[Round, int]:
    before = {name: cpu_s(pid) for name, pid in bot.pids.items()}
    result = await bot.remote.do("closed", seconds=ROUND_S)
    spent = {name: cpu_s(pid) - before[name] for name, pid in bot.pids.items()}
    answered = result["answered"]
    cpu_ms = {name: 1000 * seconds / answered for name, seconds in spent.items()}
    return Round(answered / result["seconds"], cpu_ms), result["logs"]


async def _latencies(ours: Bot, theirs: Bot) -> tuple[list[Row], int]:
    rows: list[Row] = []
    results: dict[str, Any] = {}
    for bot, p50, p99 in ((theirs, "", ""), (ours, "< 8", "< 25")):
        progress(f"{bot.name}: {STEADY_RATE:.0f} messages/s for {STEADY_S:.0f} s")
        results[bot.name] = await bot.remote.do("steady", rate=STEADY_RATE, seconds=STEADY_S)
        latencies = results[bot.name]["latencies"]
        at = f"{bot.name}, update to reply at {STEADY_RATE:.0f}/s"
        rows.append(Row(_SECTION, f"p50, {at}", quantile(latencies, 0.5), "ms", p50, 1))
        rows.append(Row(_SECTION, f"p99, {at}", quantile(latencies, 0.99), "ms", p99, 1))
    return rows, results[ours.name]["logs"]


def _after_load(coach: Program, found: int) -> list[Row]:
    memory = memory_mb(coach.pid)
    return [
        Row(_SECTION, "logs answered and found in the ledger", found, "of as many", digits=0),
        Row(_SECTION, "memory of the Telegram process after all this (RSS)", memory["Rss"], "MiB", "< 120", 0),
    ]


async def entries(server: Embedded, folder: Path) -> int:
    """How many entries were added to everybody's ledgers."""
    store = await Store.connect(server.url, master_key(None, folder), REGISTRY)
    try:
        found = 0
        for user in range(1, USERS + 1):
            person = await store.person_of(AccountRef("telegram", str(user)))
            lines = await store.ledger(Aggregate("person", person)) if person else []
            found += sum(line.op == "add" for line in lines)
        return found
    finally:
        await store.close()
