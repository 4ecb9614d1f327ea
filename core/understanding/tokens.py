"""What a folded text is made of: numbers with their units, names of activities and measures, dates, separators."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "act", "topic", "qty", "num", "clock", "time", "pace", "list", "pair", "times", "date",
    "part", "sep", "rir", "rpe", "incline", "context", "awake", "fix", "not", "word", "both",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """`name`: the activity, measure or unit; `value`: the number (a clock in minutes after midnight, a time in seconds
    read as m:s or h:m:s). `values`: of a list or pair, or (a, b) of a time `a:b`."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    value: float = 0.0
    values: tuple[float, ...] = ()
    flag: bool = False
    """act and topic: a past form; date: last night; sep: ends a sentence; clock: am or pm was said;
    qty: `k`, a kilometre or a thousand; or rounds, or lengths of a pool, or the miles of a `miler`.
    A `part` is a time of day (`in the morning`); `both` (都, 各): what follows holds for all that was named."""
