"""Workouts by distance and time: runs, rides, swims, intervals, floors; also steps."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from core.domain.records import Record
from core.understanding import units
from core.understanding.activities import counted
from core.understanding.built import Built, Units, is_distance, is_duration, rests_beside
from core.understanding.draft import GENERIC, ON_FOOT, Draft
from core.understanding.plausible import faster_than_record
from core.understanding.reading import Doubt
from core.understanding.tokens import Token

_MINUTES_BELOW = 100
"""`25m` of running is minutes, `400m` is metres."""

_NO_MINUTES = 300
"""From here on `500m` are metres, whatever else is told."""
_SHORTEST_MIN, _LONGEST_MIN = 10, 180
_TRACK_FROM = 25.0
_REPEATED_FROM = 100.0
"""m; repeated shorter ways of no named activity may be carries or pushes."""
_STEEPEST = 30.0
_FAR_GONE = {"running": 42.0, "walking": 24.0, "hiking": 50.0, "swimming": 9.0, "rowing_erg": 24.0}
_FAR = {"running": 22.0, "walking": 14.0, "hiking": 40.0, "swimming": 9.0, "rowing_erg": 14.0, "cycling": 14.0}
"""km; from here on a bare number is more likely minutes: told as done (`ran 30`), or named (`run 30`)."""
_MOST_ROUNDS = 30
_LONGEST_ROUND = 600
"""s."""
_PACE_S = (150.0, 900.0)
_SPLITS = 3
_NEAR = 4
"""Letters between `at` and its hour."""
_UP_A_HILL = 2000
"""m; nobody climbs a wall for so long."""
_FAR_RUN = 50
_SLOWEST_MS = 0.8
_SHORTEST_SWIM = 100
"""A bare number from here on is metres: `swam 1500`."""


class WorkoutReader:
    """Reads the items of one workout; fields stay `None` when not said."""

    def __init__(self, draft: Draft, unit: Units) -> None:
        self.name = draft.name
        self.unit = unit
        self.items = self._track([self._metres_or_minutes(t, draft) for t in draft.items])
        self.fields: dict[str, object] = {}
        self.distance_m: float | None = None
        self.duration_s: float | None = None
        self.imperial = False
        self.rep_m: float | None = None
        self._intervals()
        for at, token in enumerate(self.items):
            self._read(at, token)
        self._clock_time()
        self._bare_minutes()
        self._derive()

    def _track(self, items: list[Token]) -> list[Token]:
        """`8 x 400` of a run, a swim or on the rower is metres."""
        if self.name not in ("running", "swimming", "rowing_erg"):
            return items
        return [
            Token("qty", t.start, t.end, "m", t.value)
            if t.kind == "num" and at and items[at - 1].kind == "times" and t.value >= _TRACK_FROM and t.value % 25 == 0
            else t
            for at, t in enumerate(items)
        ]

    def _metres_or_minutes(self, token: Token, draft: Draft) -> Token:
        if token.kind != "qty" or token.name != "m_or_min":
            return token
        others = any(is_distance(t) for t in draft.items)
        metric = counted(draft.name) == "distance" or not draft.name or (draft.name in GENERIC and token.value >= 100)
        short = token.value < _MINUTES_BELOW and draft.name not in ("swimming", "rowing_erg")
        chained = any(t.kind == "times" for t in draft.items)
        metric = metric or (draft.name == "strength_training" and chained)
        if metric and others and token.value >= _NO_MINUTES and not chained:
            # "ran 5k, 500m warm up"
            return Token("word", token.start, token.end, "part")
        if metric and not others and (not short or chained):
            return Token("qty", token.start, token.end, "m", token.value)
        return Token("qty", token.start, token.end, "dur", token.value * 60)

    def _intervals(self) -> None:
        """`8 x 400m`, `400m x 8`, `8个400米`, `400米8组`."""
        for at, token in enumerate(self.items):
            if not is_distance(token):
                continue
            count = self._count_beside(at)
            if count is None or count > 1000:
                continue
            each = self.unit.internal(token)
            self.fields |= {"sets": count, "rep_distance_m": each}
            self.rep_m = each
            self.distance_m = units.exact(each * count)
            return

    def _count_beside(self, at: int) -> int | None:
        before = self.items[at - 2 : at] if at >= 2 else self.items[:at]
        if len(before) == 2 and before[1].kind == "times" and _countable(before[0]):
            return int(before[0].value)
        if before and before[-1].kind == "qty" and before[-1].name in ("rep", "set"):
            return int(before[-1].value)
        after = self.items[at + 1 : at + 3]
        if len(after) == 2 and after[0].kind == "times" and _countable(after[1]):
            return int(after[1].value)
        if after and after[0].kind == "qty" and after[0].name in ("set", "rep", "lap"):
            return int(after[0].value)
        return None

    def _read(self, at: int, token: Token) -> None:
        if is_distance(token):
            self.imperial = self.imperial or token.name == "mi"
            if self.distance_m is None:
                twice = any(t.name == "twice" for t in self.items)
                self.distance_m = self.unit.internal(token) * (2 if twice else 1)
        elif is_duration(token):
            self._timed(at, token)
        elif token.kind == "qty" and token.name == "bpm":
            self.fields["avg_bpm"] = int(token.value)
        elif token.kind == "qty" and token.name == "floor":
            self.fields["floors"] = int(token.value)
        elif token.kind == "qty" and token.name == "step":
            self.fields["steps"] = int(token.value) * (2 if any(t.name == "twice" for t in self.items) else 1)
        elif token.kind == "incline" or (token.name == "percent" and self._is_slope(at, token)):
            self.fields["incline_pct"] = token.value
        elif token.kind in ("rpe", "rir"):
            self.fields[token.kind] = token.value

    def _is_slope(self, at: int, token: Token) -> bool:
        """`20 min incline walk at 10%`."""
        return self.name in ON_FOOT and token.value <= _STEEPEST and at > 0 and self.items[at - 1].name == "at"

    def _timed(self, at: int, token: Token) -> None:
        if rests_beside(self.items, at):
            self.fields["rest_s"] = token.value
        elif self.duration_s is None and not ("sets" in self.fields and self._too_fast(token.value)):
            self.duration_s = token.value * (2 if self._both_ways(at) else self._rounds(at) * self._rounds_before(at))

    def _rounds(self, at: int) -> float:
        """The 3 of `tabata 4 min x 3`."""
        after = self.items[at + 1 : at + 3]
        chained = len(after) == 2 and after[0].kind == "times" and _countable(after[1])
        chained = chained and after[1].start - self.items[at].end <= len(" x ")
        return after[1].value if chained and self.distance_m is None and 0 < after[1].value <= _MOST_ROUNDS else 1.0

    def _rounds_before(self, at: int) -> float:
        """The 6 of `heavy bag 6 rounds x 3 min`, `10 rounds of 1 min`."""
        before = self.items[max(0, at - 2) : at]
        named = [t for t in before if t.kind == "qty" and t.name == "set"]
        close = len(named) == 1 and self.items[at].start - named[0].end <= len(" of a ")
        if not close or self.items[at].value > _LONGEST_ROUND or not 1 < named[0].value <= _MOST_ROUNDS:
            return 1.0
        self.fields["sets"] = int(named[0].value)
        return named[0].value

    def _both_ways(self, at: int) -> bool:
        """`20 min each way`: the words follow this value, or it is the only one."""
        after = self.items[at + 1 : at + 2]
        twice = any(t.name == "twice" for t in self.items)
        return twice and (self.distance_m is None or bool(after and after[0].name in ("twice", "each")))

    def _too_fast(self, seconds: float) -> bool:
        return self.distance_m is not None and faster_than_record(self.name or "running", self.distance_m, seconds)

    def _clock_time(self) -> None:
        """`25:30` is minutes and seconds, unless that would be impossible or nothing says how far: then hours."""
        self.duration_s = self.duration_s or self._from_to()
        splits = [t.value for t in self.items if t.kind == "time"]
        if len(splits) >= _SPLITS and self.distance_m is not None and "sets" not in self.fields:
            # "4 mile run: 8:15 8:10 8:05 7:58"
            self.duration_s = self.duration_s or (None if self._too_fast(sum(splits)) else sum(splits))
            return
        for at, token in enumerate(self.items):
            if token.kind != "time" or self.duration_s is not None:
                continue
            if (
                at
                and self.items[at - 1].name in ("at", "from", "wake")
                and token.start - self.items[at - 1].end < _NEAR
            ):
                continue
            seconds = token.value
            if len(token.values) == 2 and token.values[0] < 24 and "sets" not in self.fields:
                hours = token.values[0] * 3600 + token.values[1] * 60
                short = token.values[0] < 5 and self.distance_m is None and counted(self.name) in ("distance", "time")
                if short or (self._too_fast(seconds) and not self._too_fast(hours)):
                    seconds = hours
            if not ("sets" in self.fields and self._too_fast(seconds)):
                self.duration_s = seconds

    def _bare_minutes(self) -> None:
        """`7k in 45`."""
        if self.distance_m is None or self.duration_s is not None or "sets" in self.fields:
            return
        for before, token in pairwise(self.items):
            plausible = token.kind == "num" and 3 <= token.value <= _LONGEST_MIN * 2
            if before.name == "in" and plausible and not self._too_fast(token.value * 60):
                self.duration_s = token.value * 60

    def _from_to(self) -> float | None:
        """`7:00-7:45`, `晚上8点到9点`: clock times with `to` between."""
        for first, middle, last in zip(self.items, self.items[1:], self.items[2:], strict=False):
            if middle.name == "to" and {first.kind, last.kind} <= {"clock", "time"}:
                minutes = [t.value if t.kind == "clock" else t.values[0] * 60 + t.values[1] for t in (first, last)]
                return (minutes[1] - minutes[0]) % 720 * 60 or None
        return None

    def _derive(self) -> None:
        """Duration from pace or speed and distance, or distance from them and the duration."""
        pace = next((t for t in self.items if t.kind == "pace"), None) or self._at_pace()
        speed = next((t for t in self.items if t.kind == "qty" and t.name in ("kmh", "mph")), None)
        per_metre: float | None = None
        if pace is not None and pace.value > 0:
            per_metre = pace.value / self._pace_unit(pace)
        elif speed is not None and speed.value > 0:
            per_metre = 1 / (speed.value * units.factor(speed.name))
        if per_metre is None:
            return
        if self.duration_s is None and self.distance_m is not None and "sets" not in self.fields:
            self.duration_s = round(self.distance_m * per_metre)
        elif self.distance_m is None and self.duration_s is not None:
            self.distance_m = float(round(self.duration_s / per_metre))

    def _at_pace(self) -> Token | None:
        """`4 mile tempo @ 7:15`."""
        if self.name != "running" or self.distance_m is None:
            return None
        told = ((at, t) for at, t in pairwise(self.items) if at.name == "at" and at.end - at.start == 1)
        return next((t for _, t in told if t.kind == "time" and _PACE_S[0] <= t.value <= _PACE_S[1]), None)

    def _pace_unit(self, pace: Token) -> float:
        named = {"km": 1000.0, "mi": units.MILE_M, "100m": 100.0, "500m": 500.0}.get(pace.name)
        if named is not None:
            return named
        miles = self.imperial or (self.distance_m is None and self.unit.distance == "mile")
        return units.MILE_M if miles else 1000.0


def read_workout(draft: Draft, unit: Units) -> Built:
    """A workout, or steps, or both; without a quantity only the activity (the caller decides whether that counts)."""
    draft = with_way(draft, unit)
    reader = WorkoutReader(draft, unit)
    fields = reader.fields | {"distance_m": reader.distance_m, "duration_s": reader.duration_s}
    if "steps" in fields and draft.name in ("", "walking", "running", "hiking"):
        if draft.name == "running" and reader.distance_m is not None:
            steps = Record(type="steps", steps=int(str(fields.pop("steps"))))
            return Built((_workout("running", fields), steps))
        return Built((Record.model_validate({"type": "steps", **fields}),))
    paced = any(t.kind == "pace" for t in draft.items) and reader.distance_m is not None
    guess = "running" if "rep_distance_m" in fields or paced else "stairs" if "floors" in fields else ""
    name = "stairs" if _climbed(draft.name, reader) else draft.name or guess
    name = "hiking" if name == "climbing" and (reader.distance_m or 0) >= _UP_A_HILL else name
    fields.pop("steps", None)
    name = "running" if name in GENERIC and (reader.rep_m or 0) >= _REPEATED_FROM else name
    if not name:
        return Built()
    if name == "swimming" and reader.distance_m is None and reader.duration_s is not None:
        far = [t.value for t in draft.items if t.kind == "num" and t.value >= _SHORTEST_SWIM]
        fields |= {"distance_m": far[0]} if len(far) == 1 else {}
    if reader.distance_m is None and reader.duration_s is None and not reader.fields:
        return _bare_distance(draft, name, unit)
    if reader.distance_m is None and reader.duration_s is not None and (way := _far_in(draft, name, reader, unit)):
        fields["distance_m"] = way
    return Built((_workout(name, fields),))


def with_way(draft: Draft, unit: Units) -> Draft:
    """`ran 3 at 8:40 pace`: the bare number beside a pace is how far, in the person's unit."""
    numbers = [t for t in draft.items if t.kind == "num"]
    paced = any(t.kind == "pace" for t in draft.items) and not any(is_distance(t) for t in draft.items)
    if not paced or len(numbers) != 1 or unit.distance is None or not 0 < numbers[0].value <= _FAR_RUN:
        return draft
    if any(t.kind == "times" or is_duration(t) for t in draft.items):
        return draft
    far = replace(numbers[0], kind="qty", name="km" if unit.distance == "km" else "mi")
    return replace(draft, items=[far if t is numbers[0] else t for t in draft.items])


def _climbed(name: str, reader: WorkoutReader) -> bool:
    """`walked up 15 flights`, `climbed 500 steps`."""
    counted_up = "floors" in reader.fields or (name == "climbing" and "steps" in reader.fields)
    return name in ("walking", "climbing") and counted_up and reader.distance_m is None


def _workout(name: str, fields: dict[str, object]) -> Record:
    return Record.model_validate({"type": "workout", "activity": name, **fields})


def _bare_distance(draft: Draft, name: str, unit: Units) -> Built:
    """`ran 5`: in the person's unit, else asked."""
    numbers = [t.value for t in draft.items if t.kind == "num"]
    metres = name == "swimming" and len(numbers) == 1 and numbers[0] >= _SHORTEST_SWIM
    if len(numbers) == 1 and not metres and counted(name) == "distance" and _counts_heads(draft):
        return Built((_workout(name, {}),))
    if (
        len(numbers) == 1
        and _is_minutes(draft, numbers[0])
        and (counted(name) == "time" or _for_long(draft, numbers[0]))
    ):
        draft.guessed = True
        return Built((_workout(name, {"duration_s": numbers[0] * 60}),))
    if name == "walking" and len(numbers) == 1 and numbers[0] >= 1000:
        return Built((Record(type="steps", steps=int(numbers[0])),))
    if metres:
        return Built((_workout(name, {"distance_m": numbers[0]}),))
    if len(numbers) != 1 or counted(name) != "distance" or not 0 < numbers[0] <= 100:
        return Built((_workout(name, {}),)) if not numbers else Built()
    km = _workout(name, {"distance_m": units.exact(numbers[0] * 1000)})
    mile = _workout(name, {"distance_m": units.exact(numbers[0] * units.MILE_M)})
    if unit.distance is None:
        return Built(doubt=Doubt(question="unit", options=(("km", km), ("mile", mile))))
    return Built((km if unit.distance == "km" else mile,))


def _far_in(draft: Draft, name: str, reader: WorkoutReader, unit: Units) -> float | None:
    """Metres of the bare number in `ran 10 in 52:10`, in the person's unit; 13.1 and 26.2 are miles of a race."""
    numbers = [t for t in draft.items if t.kind == "num"]
    if len(numbers) != 1 or name not in ("running", "walking", "cycling", "hiking"):
        return None
    behind = draft.items[draft.items.index(numbers[0]) + 1 :]
    if (
        not behind
        or not (behind[0].name in ("in", "dur") or behind[0].kind == "time")
        or numbers[0].start < draft.head_at
    ):
        return None
    value = numbers[0].value
    miles = unit.distance == "mile" or value in (13.1, 26.2)
    if unit.distance is None and not miles:
        return None
    metres = units.exact(value * (units.MILE_M if miles else 1000))
    slow = _SLOWEST_MS * (reader.duration_s or 0) > metres
    return None if slow or faster_than_record(name, metres, reader.duration_s or 0) else metres


def _counts_heads(draft: Draft) -> bool:
    """`14 runs`, `12 hill sprints`: how often, not how far."""
    number = next(t for t in draft.items if t.kind == "num")
    return 0 < draft.head_at - number.end <= 1


def _is_minutes(draft: Draft, value: float) -> bool:
    """`yoga 30`: minutes, right behind what was done for a time."""
    number = next(t for t in draft.items if t.kind == "num")
    return (
        _SHORTEST_MIN <= value <= _LONGEST_MIN
        and value % 5 == 0
        and number.start > draft.head_at
        and not any(t.kind in ("times", "list", "pair") for t in draft.items)
    )


def _for_long(draft: Draft, value: float) -> bool:
    """`spin 45`, `walk 30`, `walked 60`: minutes, where as many kilometres are out of the ordinary."""
    if draft.past:
        return value > _FAR_GONE.get(draft.name, value)
    return value > _FAR.get(draft.name, value)


def _countable(token: Token) -> bool:
    return token.kind == "num" or (token.kind == "qty" and token.name in ("set", "rep", "lap"))
