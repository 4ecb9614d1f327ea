"""The numbers a text tells of as done, as the amounts they can be: what a model has read must be one of these.

A quantity counts in its own dimension only, a bare number in the unit usual for what is measured, two clock times as
the time between them. Internal units: m, s, kg, ml, mmol/L, °C.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Literal, NamedTuple

from core.understanding.built import Units, is_duration
from core.understanding.tokens import Token
from core.understanding.units import MGDL_PER_MMOL, dimension, exact, factor

What = Literal[
    "distance",
    "duration",
    "sets",
    "rep_distance",
    "reps",
    "load",
    "hold",
    "rest",
    "rpe",
    "rir",
    "floors",
    "incline",
    "steps",
    "sleep",
    "awakenings",
    "systolic",
    "diastolic",
    "bpm",
    "resting_bpm",
    "avg_bpm",
    "glucose",
    "spo2",
    "temp",
    "weight",
    "water",
]
"""What an amount measures."""

NUMBERS = frozenset(
    {"qty", "num", "clock", "time", "list", "pair", "rpe", "rir", "incline", "awake"},
)
"""Tokens that hold a number."""
_TOLERANCE = 0.01
"""Share by which a converted amount may be off, before it is put right."""
_DAY_S = 86_400.0
_HALF_DAY_S = 43_200.0
_MGDL_FROM = 36.0
_FAHRENHEIT_FROM = 60.0
_MOST_PAIRED = 12
"""Numbers that are tried together with each other; more are no message about one night."""
_CONTAINERS = frozenset({"cup", "bottle"})
_IN_METRES = frozenset({"swimming", "rowing_erg"})


class _Measure(NamedTuple):
    """`usual`: the unit of a bare number; `names`: words that count it."""

    usual: str = ""
    names: frozenset[str] = frozenset()


_COUNTED = _Measure()
_BEATS = _Measure(names=frozenset({"bpm", "times"}))
_PRESSURE = _Measure(names=frozenset({"mmhg"}))
_MEASURES: dict[What, _Measure] = {
    "distance": _Measure("km"),
    "rep_distance": _Measure("m"),
    "duration": _Measure("min"),
    "hold": _Measure("s"),
    "rest": _Measure("s"),
    "sleep": _Measure("h"),
    "load": _Measure("kg"),
    "weight": _Measure("kg"),
    "water": _Measure("ml"),
    "sets": _Measure(names=frozenset({"set", "times", "lap"})),
    "reps": _Measure(names=frozenset({"rep", "times"})),
    "steps": _Measure(names=frozenset({"step"})),
    "floors": _Measure(names=frozenset({"floor"})),
    "awakenings": _Measure(names=frozenset({"times"})),
    "incline": _Measure(names=frozenset({"percent"})),
    "spo2": _Measure(names=frozenset({"percent"})),
    "systolic": _PRESSURE,
    "diastolic": _PRESSURE,
    "bpm": _BEATS,
    "resting_bpm": _BEATS,
    "avg_bpm": _BEATS,
}
_GLUCOSE = {"": 1.0, "mmol": 1.0, "mgdl": 1 / MGDL_PER_MMOL}


@dataclass(frozen=True, slots=True)
class Found:
    """An amount in internal units, and the numbers of the text (by their order) that it was made from."""

    value: float
    of: frozenset[int] = frozenset()


class Numbers:
    """The numbers told, and the person's units for those without one."""

    def __init__(self, tokens: list[Token], unit: Units) -> None:
        self._unit = unit
        self._tokens = [single for token in tokens if token.kind in NUMBERS for single in _singles(token)]

    def meant(self, what: What, value: float, unit: str, activity: str | None) -> float | None:
        """An amount in internal units; `None` if its unit measures something else."""
        if what == "temp":
            return {"": value, "celsius": value, "fahrenheit": exact((value - 32) * 5 / 9)}.get(unit)
        if what == "glucose":
            return value * _GLUCOSE[unit] if unit in _GLUCOSE else None
        usual = self._usual(what, activity)
        if not usual:
            return None if unit else value
        if dimension(unit or usual) != dimension(usual):
            return None
        return value * factor(unit or usual, self._unit.locale)

    def found(self, what: What, activity: str | None) -> list[Found]:
        """Everything in the text that can be such an amount."""
        found = [
            Found(value, frozenset({at}))
            for at, token in enumerate(self._tokens)
            for value in self._values(what, token, activity)
        ]
        if what in ("sleep", "duration"):
            found += self._between(sure=what == "duration")
        return [*found, *self._held_by_each()] if what == "water" else found

    def _usual(self, what: What, activity: str | None) -> str:
        """The unit in which people say a bare number."""
        if what == "distance":
            far = "mi" if self._unit.distance == "mile" else "km"
            return "m" if activity in _IN_METRES else far
        if what in ("load", "weight"):
            return self._unit.load or "kg"
        return _MEASURES.get(what, _COUNTED).usual

    def _values(self, what: What, token: Token, activity: str | None) -> Iterator[float]:
        match token.kind:
            case "num" | "list" | "pair":
                yield self._bare(what, token.value, activity)
            case "time" if self._usual(what, activity) in ("h", "min", "s"):
                yield token.value
                if len(token.values) == 2:
                    yield token.values[0] * 3600 + token.values[1] * 60
            case "qty":
                yield from self._quantity(what, token, activity)
            case "rpe" | "rir" | "incline":
                if token.kind == what:
                    yield token.value
            case "awake" if what == "awakenings":
                yield token.value

    def _bare(self, what: What, value: float, activity: str | None) -> float:
        if what == "glucose":
            return exact(value / MGDL_PER_MMOL) if value >= _MGDL_FROM else value
        if what == "temp":
            return _celsius(value) if value >= _FAHRENHEIT_FROM else value
        usual = self._usual(what, activity)
        return exact(value * factor(usual, self._unit.locale)) if usual else value

    def _quantity(self, what: What, token: Token, activity: str | None) -> Iterator[float]:
        usual = self._usual(what, activity)
        if is_duration(token):
            if usual and dimension(usual) == "duration":
                yield token.value
        elif token.name == "m_or_min":
            if usual and dimension(usual) in ("distance", "duration"):
                yield token.value * (60 if dimension(usual) == "duration" else 1)
        elif usual:
            if dimension(token.name) == dimension(usual):
                yield self._unit.internal(token)
        elif token.name in _MEASURES.get(what, _COUNTED).names:
            yield token.value
        elif what == "steps" and token.flag:
            yield token.value * 1000
        elif what == "glucose" and token.name in _GLUCOSE:
            yield exact(token.value * _GLUCOSE[token.name])
        elif what == "temp" and token.name in ("celsius", "fahrenheit", "degree"):
            hot = token.name == "fahrenheit" or (token.name == "degree" and token.value >= _FAHRENHEIT_FROM)
            yield _celsius(token.value) if hot else token.value

    def _between(self, *, sure: bool) -> Iterator[Found]:
        """From one clock time to another, half a day more or less; bare hours (unless `sure`) count too."""
        clocks = [(at, clock) for at, token in enumerate(self._tokens) if (clock := _clock(token, sure)) is not None]
        for (begun, start), (ended, end) in permutations(clocks[:_MOST_PAIRED], 2):
            for turn in (_HALF_DAY_S, _DAY_S):
                yield Found((end - start) % turn, frozenset({begun, ended}))

    def _held_by_each(self) -> Iterator[Found]:
        """`3 bottles of 550 ml`."""
        counts = [(at, t) for at, t in enumerate(self._tokens) if t.kind == "num" or t.name in _CONTAINERS]
        sizes = [
            (at, t)
            for at, t in enumerate(self._tokens)
            if t.kind == "qty" and dimension(t.name) == "volume" and t.name not in _CONTAINERS
        ]
        for many, count in counts[:_MOST_PAIRED]:
            for at, size in sizes[:_MOST_PAIRED]:
                yield Found(exact(count.value * self._unit.internal(size)), frozenset({many, at}))


def pick(value: float, found: list[Found], used: frozenset[int] = frozenset()) -> Found | None:
    """The amount that is meant by a value, exactly: the nearest not made from numbers that were `used`."""
    near = [one for one in found if not one.of & used and abs(one.value - value) <= _TOLERANCE * abs(one.value)]
    return min(near, key=lambda one: abs(one.value - value), default=None)


def _singles(token: Token) -> list[Token]:
    """The numbers of a list or pair, one by one."""
    if token.kind not in ("list", "pair"):
        return [token]
    return [replace(token, value=value, values=()) for value in token.values]


def _clock(token: Token, sure: bool) -> float | None:
    """Seconds after midnight."""
    if token.kind == "clock":
        return token.value * 60
    if token.kind == "time" and len(token.values) == 2 and token.values[0] < 24:
        return token.values[0] * 3600 + token.values[1] * 60
    return token.value % 24 * 3600 if not sure and token.kind == "num" and 0 <= token.value <= 24 else None


def _celsius(fahrenheit: float) -> float:
    return round((fahrenheit - 32) * 5 / 9, 2)
