"""A model's reading of what the rules could not read, checked by the same grammar and bounds before it is offered.

A model may know that "on the wall" is climbing. It may not make up a number, an activity or a day: each number must be
one that the text tells of as done, and what is beyond the plausible is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, WithJsonSchema

from core.domain import activities
from core.domain.records import Frozen, Record
from core.understanding.aliases import lexicon
from core.understanding.built import DistanceUnit, LoadUnit, Units
from core.understanding.clauses import Clause, cut
from core.understanding.dates import DAY_START_HOUR, find_dates, local_day
from core.understanding.plausible import check
from core.understanding.proposed_numbers import NUMBERS, Found, Numbers, What, pick
from core.understanding.reading import Reading
from core.understanding.records import to_digits_keeping_case
from core.understanding.scanner import scan
from core.understanding.tokens import Token

MOST = 5
"""Records taken from one reading."""
_SURE = 0.5
_OTHER = "other"
"""The unit of what is nothing here: dollars, calories, years."""
_QUOTES = frozenset('"“”„«»「」『』>')

Unit = Literal[
    "", "km", "m", "mi", "yd", "li", "h", "min", "s", "kg", "lb", "jin", "g",
    "l", "ml", "cup", "bottle", "floz", "gallon", "mmol", "mgdl", "celsius", "fahrenheit",
]  # fmt: skip
ProposedType = Literal["workout", "sets", "steps", "sleep", "nap", "vitals", "body", "water"]


class Amount(Frozen):
    """A number as the message has it. `unit`: the one written beside it, or none."""

    what: What
    value: float = Field(allow_inf_nan=False)
    unit: Unit


class Proposed(Frozen):
    """One record. Repeated amounts are those of one set after the other."""

    type: ProposedType
    activity: Annotated[str, WithJsonSchema({"type": "string", "enum": list(activities.names())})] | None
    amounts: tuple[Amount, ...]
    days_ago: int


class Proposal(Frozen):
    """What a model read in a message. Every field is required: some servers insist on that."""

    records: tuple[Proposed, ...]


@dataclass(frozen=True)
class Said:
    """Words, and what it takes to read them. `now` is aware, `zone` an IANA zone, `locale` a BCP 47 tag; the units are
    the person's."""

    text: str
    now: datetime
    zone: str
    locale: str
    load_unit: LoadUnit | None = None
    distance_unit: DistanceUnit | None = None

    @property
    def today(self) -> date:
        return local_day(self.now, self.zone)

    @property
    def units(self) -> Units:
        return Units(self.locale, self.load_unit, self.distance_unit)

    @cached_property
    def told(self) -> list[Token]:
        """The tokens of what is told as done by the person."""
        return [token for clause in self._clauses if clause.told for token in clause.tokens]

    @cached_property
    def _clauses(self) -> list[Clause]:
        original = to_digits_keeping_case(self.text)
        folded = original.lower()
        if len(folded) != len(original):
            original = folded
        small_hours = self.now.astimezone(ZoneInfo(self.zone)).hour < DAY_START_HOUR
        dates = find_dates(folded, self.today, self.locale, small_hours)
        return cut(scan(folded, lexicon(), dates), folded, original)


def worth_reading(said: Said, reading: Reading) -> bool:
    """Whether a model may find a record where the rules found nothing: a number is told, neither planned nor asked,
    denied, quoted or somebody else's."""
    if reading.records or reading.held or reading.doubts or reading.correction or reading.confidence >= _SURE:
        return False
    if any(intent.kind == "question" for intent in reading.intents) or not _QUOTES.isdisjoint(said.text):
        return False
    return any(token.kind in NUMBERS and token.name != _OTHER for token in said.told)


def checked(said: Said, proposal: Proposal) -> tuple[Record, ...]:
    """Of a model's reading, what the text bears out."""
    records: list[Record] = []
    numbers = Numbers(said.told, said.units)
    for proposed in proposal.records[:MOST]:
        record = _Check(proposed, numbers, said).record()
        if record is not None and check(record) is None and record not in records:
            records.append(record)
    return tuple(records)


_MOVED: frozenset[What] = frozenset({"duration", "rpe", "rest", "avg_bpm"})
_ALLOWED: dict[ProposedType, frozenset[What]] = {
    "workout": _MOVED | {"distance", "sets", "rep_distance", "floors", "incline"},
    "sets": _MOVED | {"sets", "reps", "load", "hold", "rir"},
    "steps": frozenset({"steps", "distance", "duration"}),
    "sleep": frozenset({"sleep", "awakenings"}),
    "nap": frozenset({"sleep"}),
    "vitals": frozenset({"systolic", "diastolic", "bpm", "resting_bpm", "glucose", "spo2", "temp"}),
    "body": frozenset({"weight"}),
    "water": frozenset({"water"}),
}
_NEEDED: dict[ProposedType, frozenset[What]] = {
    "workout": frozenset({"duration", "distance", "floors"}),
    "sets": frozenset({"reps", "hold", "load"}),
    "steps": frozenset({"steps"}),
    "sleep": frozenset({"sleep"}),
    "nap": frozenset({"sleep"}),
    "vitals": _ALLOWED["vitals"] - {"systolic", "diastolic"},
    "body": frozenset({"weight"}),
    "water": frozenset({"water"}),
}
"""One of these at least: else there is nothing to write down."""
_FIELDS: dict[What, str] = {
    "distance": "distance_m",
    "rep_distance": "rep_distance_m",
    "duration": "duration_s",
    "load": "load_kg",
    "hold": "hold_s",
    "rest": "rest_s",
    "incline": "incline_pct",
    "sleep": "sleep_s",
    "glucose": "glucose_mmol_l",
    "spo2": "spo2_pct",
    "temp": "temp_c",
    "weight": "weight_kg",
    "water": "water_ml",
}
_TOTALS: tuple[What, ...] = ("distance", "duration")
"""Looked for last: they may be made from the others."""


class _Check:
    """One proposed record against the numbers of the text; each of them counts once."""

    def __init__(self, proposed: Proposed, numbers: Numbers, said: Said) -> None:
        self._proposed = proposed
        self._numbers = numbers
        self._said = said
        self._values: dict[What, list[float]] = {}
        self._used: frozenset[int] = frozenset()

    def record(self) -> Record | None:
        offset = self._offset()
        if offset is None or not self._known() or not all(map(self._take, self._ordered())):
            return None
        if not self._whole():
            return None
        try:
            return Record.model_validate({**self._fields(), "date_offset_days": offset})
        except ValidationError:  # half a repetition
            return None

    def _known(self) -> bool:
        """An activity that there is, for what is an activity."""
        return self._proposed.type not in ("workout", "sets") or self._activity in activities.names()

    @property
    def _activity(self) -> str | None:
        return self._proposed.activity if self._proposed.type in ("workout", "sets") else None

    def _ordered(self) -> Iterable[Amount]:
        return sorted(self._proposed.amounts, key=lambda amount: amount.what in _TOTALS)

    def _take(self, amount: Amount) -> bool:
        """Put the number that an amount stands for among the values; whether there is one."""
        if amount.what not in _ALLOWED[self._proposed.type]:
            return False
        value = self._numbers.meant(amount.what, amount.value, amount.unit, self._activity)
        found = self._numbers.found(amount.what, self._activity)
        exact = None
        if value is not None:
            exact = pick(value, found, self._used) or pick(value, list(self._totals(amount.what, found)))
        if exact is None:
            return False
        self._used |= exact.of
        self._values.setdefault(amount.what, []).append(exact.value)
        return True

    def _totals(self, what: What, found: list[Found]) -> Iterator[Found]:
        """How many sets are listed; what all of them amount to, of so many metres or minutes each."""
        listed = sum(amount.what == "reps" for amount in self._proposed.amounts)
        if what == "sets" and listed > 1:
            yield Found(listed)
        sets, each = self._one("sets"), self._one("rep_distance")
        if what == "distance" and sets and each:
            yield Found(sets * each)
        if what == "duration" and sets:
            yield from (Found(sets * one.value, one.of) for one in found)

    def _one(self, what: What) -> float | None:
        values = self._values.get(what, [])
        return values[0] if len(values) == 1 else None

    def _whole(self) -> bool:
        """Whether it says enough to be written down."""
        said = self._values.keys()
        pressure = said & {"systolic", "diastolic"}
        return len(pressure) != 1 and bool(pressure or said & _NEEDED[self._proposed.type]) and self._set_by_set()

    def _set_by_set(self) -> bool:
        """Nothing is said twice, but the repetitions of each set, and the load of each."""
        many = {what: len(values) for what, values in self._values.items() if len(values) > 1}
        sets = many.get("reps", 0)
        return not many or (many.keys() <= {"reps", "load"} and {*many.values(), self._one("sets") or sets} == {sets})

    def _fields(self) -> dict[str, object]:
        kind = self._proposed.type
        fields: dict[str, object] = {"type": "sleep" if kind == "nap" else kind, "activity": self._activity}
        fields |= {_FIELDS.get(what, what): values[0] for what, values in self._values.items() if len(values) == 1}
        if kind == "nap":
            fields["nap"] = True
        return {**fields, **self._of_sets()}

    def _of_sets(self) -> dict[str, object]:
        """Equal sets, sets that differ, or rounds of a workout: those of a length are intervals."""
        sets, each = self._one("sets"), self._one("rep_distance")
        reps, loads = self._values.get("reps", []), self._values.get("load", [])
        if self._proposed.type == "workout":
            whole = self._one("distance")
            return {"distance_m": whole or sets * each} if sets and each else {"sets": None, "rep_distance_m": None}
        if self._proposed.type != "sets":
            return {}
        if len(loads) < 2 and len(set(reps)) == 1:
            return {"sets": sets or len(reps), "reps": reps[0]}
        if len(reps) > 1:
            return {"sets": len(reps), "reps_list": reps, **({"load_list_kg": loads} if len(loads) > 1 else {})}
        return {"sets": sets or 1}

    def _offset(self) -> int | None:
        """Days from today: those of a date that is told; where none is, 0."""
        offsets = dict(self._offsets(token for token in self._said.told if token.kind == "date"))
        wanted = -self._proposed.days_ago
        if wanted in offsets:
            return offsets[wanted]
        only = set(offsets.values()) or {0}
        return only.pop() if wanted == 0 and len(only) == 1 else None

    def _offsets(self, dates: Iterable[Token]) -> Iterator[tuple[int, int]]:
        """What a model may take a date for, and the days it is: a night belongs to the day of waking."""
        slept = self._proposed.type in ("sleep", "nap")
        for token in dates:
            days = int(token.value)
            woken = min(days + 1, 0) if slept and token.flag else days
            yield days, woken
            yield woken, woken
