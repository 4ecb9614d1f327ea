"""What the people of the benchmark write: mostly logs, in both languages, no two alike in their numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

PROFILE = (
    "hi",
    "I'm 34, 178 cm, 82 kg, want to lose weight, beginner, 3 days a week 40 minutes",
    "skip",
    "skip",
)
"""Said by everybody before anything is measured."""

Line = Callable[[Random], str]

LOGS: tuple[Line, ...] = (
    lambda r: f"ran {r.randint(2, 15)}.{r.randint(0, 9)} km in {r.randint(85, 110)} min",
    lambda r: f"跑了{r.randint(2, 15)}.{r.randint(0, 9)}公里",
    lambda r: f"walked {r.randint(2_000, 15_000)} steps",
    lambda r: f"slept {r.randint(5, 9)}.{r.choice('05')} hours",
    lambda r: f"深蹲 5x5 {r.randint(40, 90)}公斤",
    lambda r: f"bench press 3x{r.randint(5, 12)} {r.randint(40, 80)} kg",
    lambda r: f"今天骑车{r.randint(20, 90)}分钟",
    lambda r: f"weight {r.randint(79, 84)}.{r.randint(0, 9)} kg",
)
OTHERS: tuple[Line, ...] = (
    lambda r: "/today",
    lambda r: "thanks",
    lambda r: "how am I doing?",
    lambda r: "谢谢",
)


def lines(seed: int) -> Iterator[str]:
    """One person's messages without end: four logs, then something else."""
    random = Random(seed)
    said = random.randrange(len(LOGS))
    while True:
        for _ in range(4):
            said += 1
            yield LOGS[said % len(LOGS)](random)
        yield random.choice(OTHERS)(random)


def is_log(line: str) -> bool:
    return any(char.isdigit() for char in line)
