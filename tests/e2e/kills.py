"""People log while processes are killed with -9; then the ledgers are read and counted.

    python -m tests.e2e.kills --messages 2000 --seed 1

Every process is a victim: web, telegram, discord, jobs, the store, and `up` itself with all that hangs on it. `up`
starts its parts and the store again; a killed `up` is started again here.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import signal
import sys
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import aiohttp

from bots.queues import COSMETIC_GAP_S
from core.domain.challenges import Challenge
from core.domain.nudges import NudgeState
from core.domain.records import fold
from core.domain.scoring import score
from core.messages import AccountRef, Platform
from core.state.types import Aggregate, Commit, DueChange
from tests.e2e.people import OnDiscord, OnTelegram, OnWeb, Someone, offering
from tests.e2e.whole import Whole, until, whole
from tests.fixtures.web_client import Json, person
from tests.fixtures.web_client import Person as Page

_NUMBER = re.compile(r"(?<![\d.,])\d+(?:,\d{3})*(?![\d.,]*\d)")
_SCORE = re.compile(r"· ([\d,]+) steps")
PLATFORMS: tuple[Platform, ...] = ("telegram", "web", "discord")
VICTIMS = ("web", "telegram", "discord", "jobs", "store", "up")
DEATHS_BORNE = 3
"""`up` gives a part that dies quickly five times a minute's rest; before that it is `up`'s own turn."""
FIRST_NUMBER = 101
BURST = 12
"""As many messages at once: work is under way when somebody dies."""
BUSY_S = 0.15
ANSWERED_S = 90.0
NUDGED_S = 100.0
"""A nudge that died with its process comes back when its lease of a minute ends."""


@dataclass
class Tally:
    """What came of it."""

    messages: int = 0
    seconds: float = 0.0
    kills: Counter[str] = field(default_factory=Counter)
    lost: list[int] = field(default_factory=list)
    """Said, but in no ledger."""
    twice: list[int] = field(default_factory=list)
    """More than once in the ledgers."""
    unanswered: list[int] = field(default_factory=list)
    answered_twice: int = 0
    """Allowed where a platform cannot tell a repeat: an answer in doubt is sent again."""
    wrong_scores: list[tuple[float, float]] = field(default_factory=list)
    """Stored scores that are not what the ledger amounts to: (stored, right)."""
    board_is_true: bool = False
    """The living board shows the stored scores."""
    nudges: int = 0
    nudges_missing: int = 0
    nudges_twice: int = 0
    drops: dict[str, int] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    """Lines of the log that only a fault of the program explains."""

    @property
    def nudges_in_doubt(self) -> int:
        """Nudges given up because it was unknown whether they had been sent: the platform cannot tell a repeat."""
        return self.drops.get("telegram:in_doubt", 0)

    def __str__(self) -> str:
        kills = ", ".join(f"{name} {count}" for name, count in sorted(self.kills.items()))
        return (
            f"{self.messages} messages in {self.seconds:.0f} s, {self.kills.total()} kills ({kills}): "
            f"{len(self.lost)} lost, {len(self.twice)} counted twice, {len(self.unanswered)} unanswered, "
            f"{self.answered_twice} answered twice; {len(self.wrong_scores)} wrong scores, board "
            f"{'true' if self.board_is_true else 'false'}; {self.nudges} nudges: {self.nudges_missing} missing "
            f"({self.nudges_in_doubt} given up in doubt), {self.nudges_twice} came twice; drops: {self.drops}; "
            f"{len(self.errors)} errors in the log"
        )


# ---- people who log


class Logger:
    """Somebody who logs numbers of steps, each once."""

    def __init__(self, someone: Someone) -> None:
        self.someone = someone
        self.said: list[int] = []

    @property
    def account(self) -> AccountRef:
        return self.someone.account

    async def say(self, number: int) -> None:
        self.said.append(number)
        await self.someone.say(words(number))

    def answers(self) -> Counter[int]:
        """How often each number was answered."""
        found = Counter(number for seen in self.someone.seen() for number in set(_NUMBER.findall(seen.text)))
        return Counter({number: found[f"{number:,}"] for number in self.said})

    async def done(self) -> None:
        """All that was said has left this person's hands."""


class PageLogger(Logger):
    """Somebody at the web page, which says again what was not acknowledged."""

    def __init__(self, someone: OnWeb) -> None:
        super().__init__(someone)
        self.page: Page = someone.page
        self._queue: asyncio.Queue[int] = asyncio.Queue()
        self._acked: set[int] = set()
        self._worker = asyncio.create_task(self._work())

    async def say(self, number: int) -> None:
        self.said.append(number)
        self._queue.put_nowait(number)

    def answers(self) -> Counter[int]:
        return Counter({number: int(number in self._acked) for number in self.said})

    async def done(self) -> None:
        said = asyncio.create_task(self._queue.join())
        await asyncio.wait({said, self._worker}, return_when=asyncio.FIRST_COMPLETED)
        if self._worker.done():
            self._worker.result()
        self._worker.cancel()

    async def _work(self) -> None:
        while True:
            number = await self._queue.get()
            frame = {"t": "say", "id": str(uuid.uuid4()), "chat": "dm", "text": words(number)}
            while not await self._acknowledged(frame):
                await connected(self.page)
            self._acked.add(number)
            self._queue.task_done()

    async def _acknowledged(self, frame: Json) -> bool:
        since = len(self.page.frames)
        with suppress(aiohttp.ClientError, ConnectionError, TimeoutError):
            await self.page.put(frame)
            answer = await self.page.frame(
                lambda each: each["t"] in ("ack", "nack") and each["id"] == frame["id"], since, seconds=3
            )
            return bool(answer["t"] == "ack")
        return False


async def connected(page: Page) -> None:
    """Open the page again, until it is."""
    while True:
        await asyncio.sleep(0.1)
        with suppress(aiohttp.ClientError, ConnectionError, TimeoutError):
            await page.close()
            await page.connect()
            return


def _is_fault(line: str) -> bool:
    """An error, but for the one that names its cause: a poller that outlives its killed parent for a moment."""
    return (" ERROR " in line and "another process fetches" not in line) or "Traceback" in line


def words(number: int) -> str:
    return f"{number} steps" if number % 2 else f"走了{number}步"


# ---- the killer


class Killer:
    """Kills one process after another, each as often as the others, and starts `up` again when it was its turn."""

    def __init__(self, world: Whole, chance: random.Random, tally: Tally, burst: asyncio.Event) -> None:
        self._world = world
        self._chance = chance
        self._tally = tally
        self._burst = burst
        self._deaths: Counter[str] = Counter()

    async def run(self, pause_s: tuple[float, float]) -> None:
        while True:
            for name in self._chance.sample(VICTIMS, len(VICTIMS)):
                await asyncio.sleep(self._chance.uniform(*pause_s))
                await self._while_busy()
                await self._kill("up" if self._deaths[name] >= DEATHS_BORNE else name)

    async def _while_busy(self) -> None:
        """Until some moment shortly after many have spoken at once."""
        self._burst.clear()
        await self._burst.wait()
        await asyncio.sleep(self._chance.uniform(0, BUSY_S))

    async def _kill(self, name: str) -> None:
        while (pid := self._pid(name)) is None:
            await asyncio.sleep(0.01)
        os.kill(pid, signal.SIGKILL)
        self._tally.kills[name] += 1
        self._deaths[name] += 1
        if name == "up":
            self._deaths.clear()
            assert self._world.process is not None
            await self._world.process.wait()
            await self._world.start()

    def _pid(self, name: str) -> int | None:
        """`None`: dead already, and not yet back."""
        if name == "store":
            return self._world.store_pid()
        assert self._world.process is not None
        return self._world.process.pid if name == "up" else self._world.parts().get(name)


# ---- nudges


async def expect_nudges(world: Whole, people: Sequence[Someone], chance: random.Random, seconds: float) -> None:
    """Everybody shall be nudged once, at some moment of the next seconds."""
    for someone in people:
        found = await world.snapshot(someone.account)
        due = datetime.now(UTC) + timedelta(seconds=chance.uniform(1, seconds))
        state = NudgeState(on=True, quiet_from="00:00", quiet_until="00:00")
        await world.store.commit(
            Commit(found.owner, found.revision, docs={"nudges": state}, due=(DueChange("nudge", due),))
        )


def nudges_of(someone: Someone) -> int:
    return sum(seen.offers("nudge:why") for seen in someone.seen())


# ---- the run


class Run:
    def __init__(self, world: Whole, pages: AsyncExitStack, chance: random.Random) -> None:
        self.world = world
        self.tally = Tally()
        self._pages = pages
        self._chance = chance
        self.loggers: list[Logger] = []
        self.nudged: list[Someone] = []
        self.group: OnTelegram
        self.cid = ""

    async def somebody(self, platform: Platform, language: str) -> Someone:
        """Somebody the coach has met."""
        if platform == "telegram":
            someone: Someone = OnTelegram(self.world.telegram, language)
        elif platform == "discord":
            someone = OnDiscord(self.world.discord, language)
        else:
            page = await self._pages.enter_async_context(person(self.world.port))
            await page.open(language)
            someone = OnWeb(page, language)
        await someone.ask("hello" if language == "en" else "你好", offering("skip:"))
        return someone

    async def gather_people(self, loggers: int, nudged: int) -> None:
        for number in range(loggers):
            someone = await self.somebody(PLATFORMS[number % 3], ("en", "zh-Hans")[number % 2])
            self.loggers.append(PageLogger(someone) if isinstance(someone, OnWeb) else Logger(someone))
        await self._challenge()
        self.nudged = [await self.somebody(PLATFORMS[number % 3], "en") for number in range(nudged)]

    async def _challenge(self) -> None:
        """All who log are in one challenge, from every platform, so that each message changes a board."""
        owner = self.loggers[0].someone
        assert isinstance(owner, OnTelegram)
        self.group = owner.into(OnTelegram.group(self.world.telegram, owner))
        board = await self.group.order("/challenge most steps in 7 days", lambda seen: "▫️" in seen.text)
        self.cid = board.action("join:").removeprefix("join:")
        code = (await self._challenge_now()).code
        for logger in self.loggers[1:]:
            await logger.someone.ask(f"/join {code}", offering(f"board:{self.cid}"))

    async def _challenge_now(self) -> Challenge:
        found = (await self.world.store.load(Aggregate("challenge", self.cid))).docs["challenge"]
        assert isinstance(found, Challenge)
        return found

    async def go(self, messages: int, per_second: float, pause_s: tuple[float, float]) -> Tally:
        """Log (on until everybody has died once), kill, come to rest, count."""
        began = time.monotonic()
        await expect_nudges(self.world, self.nudged, self._chance, messages / per_second)
        burst = asyncio.Event()
        killer = asyncio.create_task(Killer(self.world, self._chance, self.tally, burst).run(pause_s))
        for number in count(FIRST_NUMBER):
            if number >= FIRST_NUMBER + messages and set(self.tally.kills) == set(VICTIMS):
                break
            await self._chance.choice(self.loggers).say(number)
            if number % BURST == 0:
                burst.set()
                await asyncio.sleep(self._chance.expovariate(per_second / BURST))
            if killer.done():
                killer.result()
        killer.cancel()
        with suppress(asyncio.CancelledError):
            await killer
        await self._rest()
        self.tally.messages = sum(len(logger.said) for logger in self.loggers)
        self.tally.seconds = time.monotonic() - began
        await self._count()
        return self.tally

    async def _rest(self) -> None:
        """Everything is up again, everything is answered, every nudge is there; or it will never be."""
        if self.world.process is not None and self.world.process.returncode is not None:
            await self.world.start()
        with suppress(TimeoutError):
            async with asyncio.timeout(ANSWERED_S):
                await asyncio.gather(*(logger.done() for logger in self.loggers))
        with suppress(AssertionError):
            await until(lambda: not self._unanswered(), ANSWERED_S)
        await asyncio.gather(*(connected(each.page) for each in self.nudged if isinstance(each, OnWeb)))
        with suppress(AssertionError):
            await until(lambda: all(nudges_of(someone) for someone in self.nudged), NUDGED_S)
        await asyncio.sleep(1.5)  # for what comes once too often

    def _unanswered(self) -> list[int]:
        counts = (logger.answers() for logger in self.loggers)
        return [number for answers in counts for number, count in answers.items() if not count]

    async def _count(self) -> None:
        tally = self.tally
        counted: Counter[int] = Counter()
        for logger in self.loggers:
            counted.update(await self._steps(logger.account))
        said = [number for logger in self.loggers for number in logger.said]
        tally.lost = [number for number in said if not counted[number]]
        tally.twice = [number for number, count in counted.items() if count > 1]
        tally.unanswered = self._unanswered()
        tally.answered_twice = sum(count > 1 for logger in self.loggers for count in logger.answers().values())
        await self._count_scores()
        tally.nudges = len(self.nudged)
        tally.nudges_missing = sum(nudges_of(someone) == 0 for someone in self.nudged)
        tally.nudges_twice = sum(nudges_of(someone) > 1 for someone in self.nudged)
        tally.drops = await self.world.store.outbox.drops()
        tally.errors = [line for line in self.world.said().splitlines() if _is_fault(line)]

    async def _count_scores(self) -> None:
        """The stored scores against the ledgers, the board in the chat against the stored scores."""
        challenge = await self._challenge_now()
        stored = {place.member: place.score for place in await self.world.store.standings(self.cid, 0, 999)}
        for logger in self.loggers:
            pid = await self.world.store.person_of(logger.account)
            member = challenge.member(pid or "")
            assert member is not None
            entries = fold(await self.world.store.ledger(Aggregate("person", member.person))).values()
            right = score(challenge.rules, member, entries, None).value
            if stored.get(member.person) != right:
                self.tally.wrong_scores.append((stored.get(member.person, -1.0), right))
        best_first = sorted(stored.values(), reverse=True)
        with suppress(AssertionError):
            await until(lambda: self._shown() == best_first, COSMETIC_GAP_S + 2)
        self.tally.board_is_true = self._shown() == best_first

    def _shown(self) -> list[float]:
        """The scores on the living board, as they stand there."""
        boards = [seen.text for seen in self.group.seen() if seen.offers(f"join:{self.cid}")]
        return [float(value.replace(",", "")) for value in _SCORE.findall(boards[-1])]

    async def _steps(self, account: AccountRef) -> list[int]:
        """What counts in the ledger of one person; a line may be there twice only if it counts once."""
        pid = await self.world.store.person_of(account)
        assert pid is not None
        entries = fold(await self.world.store.ledger(Aggregate("person", pid))).values()
        return [int(entry.record.steps) for entry in entries if entry.record.steps is not None]


async def run(
    folder: Path, *, messages: int, seed: int, people: int, nudged: int, per_second: float, pause_s: tuple[float, float]
) -> Tally:
    """The whole of it. `per_second`: how fast is logged; `pause_s`: between two kills."""
    chance = random.Random(seed)
    async with whole(folder) as world, AsyncExitStack() as pages:
        course = Run(world, pages, chance)
        await course.gather_people(people, nudged)
        return await course.go(messages, per_second, pause_s)


def main() -> int:
    parser = argparse.ArgumentParser(description="log while processes are killed; count what is left")
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-second", type=float, default=25.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = asyncio.run(
            run(
                Path(folder), messages=options.messages, seed=options.seed, people=18, nudged=36,
                per_second=options.per_second, pause_s=(0.3, 2.5),
            )
        )  # fmt: skip
    print(tally)
    wrong = tally.lost or tally.twice or tally.unanswered or tally.wrong_scores or tally.nudges_twice or tally.errors
    return 0 if not wrong and tally.board_is_true and tally.nudges_missing <= tally.nudges_in_doubt else 1


if __name__ == "__main__":
    sys.exit(main())
