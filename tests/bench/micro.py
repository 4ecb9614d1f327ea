"""The pieces of an answer, one by one, in this process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from core.bootstrap import REGISTRY
from core.coach import Coach
from core.context import Desk
from core.domain.plans import make_plan
from core.domain.profile import Facts, Profile
from core.events import Author, TextMessage
from core.i18n import Words
from core.llm.talk import ChatModel
from core.messages import AccountRef, ChatRef, MessageRef
from core.settings import LLM
from core.state.crypto import master_key
from core.state.embedded import Embedded
from core.state.store import Store
from core.understanding.read import read
from core.understanding.screening import screen
from tests.bench.lines import PROFILE, lines
from tests.bench.report import Row, progress
from tests.handlers.dialogue import Quiet
from tests.understanding.corpus import rows

MESSAGES = 400
REPEATS = 5
_SECTION = "Pieces, in one process"
_ANN = Author(AccountRef("telegram", "1"), "Ann", "en")
_CHAT = ChatRef("telegram", "1")


def measure(folder: Path) -> list[Row]:
    progress("reading, screening, planning, answering in process")
    said = [line for line in _lines(MESSAGES) if not line.startswith("/")]
    facts = Facts(height_cm=178, weight_kg=82, birth_year=1990, goal="lose_weight")
    today, now = date(2026, 7, 1), datetime(2026, 7, 1, 12, tzinfo=UTC)
    wall_us, cpu_us = asyncio.run(_handling(folder, said))
    return [
        Row(_SECTION, "read", _us(lambda line: read(line, now=now, zone="UTC", locale="en", facts=facts), said), "µs"),
        Row(_SECTION, "screen", _us(lambda line: screen(line, facts=facts, age=36), said), "µs"),
        *_understanding(facts, now),
        Row(_SECTION, "plan", _us(lambda _: make_plan(Profile(facts=facts), today), said[:20]) / 1000, "ms"),
        Row(_SECTION, "Coach.handle, one after the other", wall_us / 1000, "ms a message"),
        Row(_SECTION, "Coach.handle, CPU time of this process", cpu_us / 1000, "ms a message"),
    ]


def _understanding(facts: Facts, now: datetime) -> list[Row]:
    """Everything that is read in a message before anything is done, over the messages of the corpora."""
    texts = [row["text"] for name in ("messages", "intents", "screening") for row in rows(name)]
    spent = []
    for text in texts:
        began = perf_counter()
        screen(text, facts=facts, age=36)
        read(text, now=now, zone="UTC", locale="en", facts=facts)
        spent.append((perf_counter() - began) * 1e3)
    middle, slow = median(spent), sorted(spent)[len(spent) * 99 // 100]
    return [
        Row(_SECTION, "screen and read, median of the corpora", middle, "ms", "< 1"),
        Row(_SECTION, "screen and read, p99 of the corpora", slow, "ms", "< 5"),
    ]


def _lines(count: int) -> list[str]:
    source = lines(1)
    return [next(source) for _ in range(count)]


def _us(work: Callable[[str], object], said: Sequence[str]) -> float:
    """Microseconds a message, the median of some rounds after one that does not count."""
    rounds = []
    for _ in range(1 + REPEATS):
        began = perf_counter()
        for line in said:
            work(line)
        rounds.append((perf_counter() - began) / len(said))
    return median(rounds[1:]) * 1e6


async def _handling(folder: Path, said: Sequence[str]) -> tuple[float, float]:
    """Microseconds a message: passed, and spent by this process."""
    server = Embedded(folder)
    await asyncio.to_thread(server.start)
    try:
        store = await Store.connect(server.url, master_key(None, folder), REGISTRY)
        coach = Coach(Desk(store, Words(), ChatModel(LLM()), Quiet()))
        await _say(coach, "before", [*PROFILE, *said[:50]])
        wall, cpu = perf_counter(), process_time()
        await _say(coach, "bench", said)
        spent = (perf_counter() - wall) / len(said) * 1e6, (process_time() - cpu) / len(said) * 1e6
        await coach.close()
        await store.close()
        return spent
    finally:
        await asyncio.to_thread(server.stop)


async def _say(coach: Coach, name: str, said: Iterable[str]) -> None:
    for number, line in enumerate(said):
        message = MessageRef(_CHAT, f"{name}{number}")
        event = TextMessage(f"{name}:{number}", datetime.now(UTC), _CHAT, _ANN, text=line, message=message)
        await coach.handle(event)
