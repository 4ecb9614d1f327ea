"""The values of a correction: the new one, the wrong one, and the field that both belong to."""

from __future__ import annotations

import re
from dataclasses import replace

from core.domain.records import Record, RecordType
from core.understanding import units
from core.understanding.built import Units, is_distance, is_duration, is_mass
from core.understanding.reading import Correction
from core.understanding.tokens import Token
from core.understanding.triggers import guarded

SPLIT_NOT = guarded(r"\bnot\b|instead of|rather than|不是|而不是|并非")
_VALUES = frozenset({"qty", "num", "time"})
_TOPICS: dict[str, tuple[RecordType, str]] = {
    "hr": ("vitals", "bpm"),
    "resting_hr": ("vitals", "resting_bpm"),
    "avg_hr": ("workout", "avg_bpm"),
    "spo2": ("vitals", "spo2_pct"),
    "glucose": ("vitals", "glucose_mmol_l"),
    "temp": ("vitals", "temp_c"),
    "steps": ("steps", "steps"),
    "systolic": ("vitals", "systolic"),
    "diastolic": ("vitals", "diastolic"),
    "weight": ("body", "weight_kg"),
    "sleep": ("sleep", "sleep_s"),
    "nap": ("sleep", "sleep_s"),
    "water": ("water", "water_ml"),
}
"""What a value is when its measure is named: `心率改成72`."""
_NOUNS: tuple[tuple[re.Pattern[str], RecordType, str], ...] = (
    (re.compile(r"\bhold\b|\b(?:plank|wall sit|dead hang)\b|平板"), "sets", "hold_s"),
    (re.compile(r"\breps?\b|\brepetitions\b|次数|个数"), "sets", "reps"),
    (re.compile(r"\bsets\b|组数"), "sets", "sets"),
    (re.compile(r"\b(?:load|bar|dumbbells?|kettlebell)\b"), "sets", "load_kg"),
    (re.compile(r"\bdistance\b|距离"), "workout", "distance_m"),
    (re.compile(r"\b(?:time|duration)\b|时间|时长"), "workout", "duration_s"),
    (re.compile(r"\bfloors\b|楼层|层数"), "workout", "floors"),
)
"""What a bare number is by the noun beside it."""
_ON_THE_BAR = re.compile(
    r"\b(?:on the bar|bar weight|(?:weight|load) (?:on|of) the (?:bar|dumbbells?|machine|squat|bench|deadlift|press))\b"
)
_COUNTS: dict[str, tuple[RecordType, str]] = {
    "rep": ("sets", "reps"),
    "times": ("sets", "reps"),
    "set": ("sets", "sets"),
    "step": ("steps", "steps"),
    "bpm": ("vitals", "bpm"),
    "floor": ("workout", "floors"),
    "percent": ("vitals", "spo2_pct"),
}
_VOLUMES = frozenset({"l", "ml", "cup", "bottle", "floz", "gallon"})
_DURATIONS = frozenset({"duration_s", "sleep_s", "hold_s"})
_WHOLE = frozenset({"reps", "sets", "steps", "floors", "bpm", "resting_bpm", "avg_bpm", "systolic", "diastolic"})
_LITRES_TO = 10.0
"""A bare number of water up to here is litres, above it millilitres."""
_METRES_FROM = 100.0
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def read_values(text: str, tokens: list[Token], unit: Units) -> Correction | None:
    """What is to be changed into what, or `None` without a new value."""
    old, new = _sides(text, [_of_m(t) for t in tokens if t.kind in _VALUES])
    if not new:
        return _pressure(tokens)
    activity = next((t.name for t in tokens if t.kind == "act"), None)
    dates = [int(t.value) for t in tokens if t.kind == "date"]
    named = _named(text, tokens)
    token = _like(new[0], old[0], text) if old and new[0].kind == "num" else new[0]
    kind, field, value = _meant(token, named, unit)
    was = _meant(_like(old[0], token, text), named, unit)[2] if old else None
    return Correction(
        record=_with_all(_record(kind, activity, field, value), new[1:], activity, unit),
        field=field,
        value=value,
        old_value=was,
        date_offset_days=dates[-1] if dates else None,
    )


def _of_m(token: Token) -> Token:
    """`1200m` is metres, `25m` minutes."""
    if token.name != "m_or_min":
        return token
    far = token.value >= _METRES_FROM
    return replace(token, name="m" if far else "dur", value=token.value * (1 if far else 60))


def _pressure(tokens: list[Token]) -> Correction | None:
    """`bp should be 122/80`: both values at once."""
    pair = next((t.values for t in tokens if t.kind == "pair"), None)
    if pair is None or not any(t.name == "bp" for t in tokens):
        return None
    record = Record(type="vitals", systolic=int(pair[0]), diastolic=int(pair[1]))
    return Correction(record=record, field="systolic", value=pair[0])


def _sides(text: str, values: list[Token]) -> tuple[list[Token], list[Token]]:
    """(wrong values, new values)."""
    begin, end = _old_span(text)
    old = [t for t in values if begin <= t.start < end]
    new = [t for t in values if t not in old]
    if not new and len(old) == 2:
        return old[:1], old[1:]
    if len(new) == 2 and not old and _from_to(text, new):
        return new[:1], new[1:]
    return old, new


def _old_span(text: str) -> tuple[int, int]:
    """Where the wrong value stands: after `not`, up to the next separator or `是`."""
    found = SPLIT_NOT.search(text)
    if found is None:
        return (0, 0)
    rest = re.search(r"[,，;。]|(?<!不)而?是|\bbut\b|\bit was\b|(?<=\d) (?=\d)", text[found.end() :])
    return found.start(), found.end() + rest.start() if rest else len(text)


def _from_to(text: str, new: list[Token]) -> bool:
    between = text[new[0].end : new[1].start]
    return bool(re.search(r"\bto\b|改成|改为|->|→|成", between))


def _like(number: Token, other: Token, text: str) -> Token:
    """A bare number in the unit of the value it is set against: `45 min not 54`."""
    if number.kind != "num" or other.kind != "qty":
        return number
    said = _NUMBER.search(text, other.start, other.end)
    if not is_duration(other) or said is None or not float(said[0]):
        return replace(number, kind="qty", name=other.name)
    return replace(number, kind="qty", name="dur", value=number.value * other.value / float(said[0]))


def _named(text: str, tokens: list[Token]) -> tuple[RecordType, str] | None:
    """The field that the words name."""
    topic = next((t.name for t in tokens if t.kind == "topic" and t.name in _TOPICS), None)
    if topic == "weight" and _ON_THE_BAR.search(text):
        return "sets", "load_kg"
    if topic is not None:
        return _TOPICS[topic]
    return next(((kind, field) for noun, kind, field in _NOUNS if noun.search(text)), None)


def _meant(
    token: Token, named: tuple[RecordType, str] | None, unit: Units
) -> tuple[RecordType | None, str | None, float]:
    """(record type, field, value in internal units) of a value; the named field counts if the value can be one."""
    if named is not None and (value := _in_field(token, named[1], unit)) is not None:
        return named[0], named[1], value
    if is_distance(token):
        return "workout", "distance_m", unit.internal(token)
    if is_duration(token) or token.kind == "time":
        return "workout", "duration_s", token.value
    if is_mass(token):
        return "sets", "load_kg", unit.internal(token)
    if token.name in _VOLUMES:
        return "water", "water_ml", unit.internal(token)
    if token.name in ("mmol", "mgdl"):
        return "vitals", "glucose_mmol_l", _mmol(token)
    if token.name in ("celsius", "fahrenheit"):
        return "vitals", "temp_c", _celsius(token)
    if token.name in _COUNTS:
        kind, field = _COUNTS[token.name]
        return kind, field, float(int(token.value))
    return None, (named[1] if named and token.kind == "num" else None), token.value


def _in_field(token: Token, field: str, unit: Units) -> float | None:
    """A value in the unit of a field, or `None` if it cannot be one."""
    bare = token.kind == "num"
    if field in _DURATIONS:
        return _seconds(token, field)
    if field in _WHOLE:
        counts = bare or (token.name in _COUNTS and token.name != "percent")
        return float(int(token.value)) if counts else None
    if field == "water_ml":
        volume = unit.internal(token) if token.name in _VOLUMES else None
        return token.value * (1000 if token.value <= _LITRES_TO else 1) if bare else volume
    if field == "distance_m":
        return unit.internal(token) if is_distance(token) else None
    if field in ("weight_kg", "load_kg"):
        return _mass(token, unit)
    if field == "glucose_mmol_l":
        return _mmol(token) if bare or token.name in ("mmol", "mgdl") else None
    if field == "temp_c":
        return _celsius(token) if bare or token.name in ("celsius", "fahrenheit", "degree") else None
    return token.value if bare or token.name == "percent" else None


def _seconds(token: Token, field: str) -> float | None:
    if is_duration(token):
        return token.value
    if token.kind == "time":
        hours = field == "sleep_s" and len(token.values) == 2
        return token.values[0] * 3600 + token.values[1] * 60 if hours else token.value
    return token.value * {"sleep_s": 3600, "duration_s": 60}.get(field, 1) if token.kind == "num" else None


def _mass(token: Token, unit: Units) -> float | None:
    if is_mass(token):
        return unit.internal(token)
    if token.kind != "num" or unit.load is None:
        return None
    return units.exact(token.value * units.factor(unit.load, unit.locale))


def _mmol(token: Token) -> float:
    return round(token.value / units.MGDL_PER_MMOL, 2) if token.name == "mgdl" or token.value > 35 else token.value


def _celsius(token: Token) -> float:
    hot = token.name == "fahrenheit" or (token.name != "celsius" and token.value >= 60)
    return round((token.value - 32) * 5 / 9, 2) if hot else token.value


def _record(kind: RecordType | None, activity: str | None, field: str | None, value: float) -> Record | None:
    if kind is None or field is None:
        return None
    named = activity if kind in ("workout", "sets") else None
    whole = int(value) if field in _WHOLE else value
    return Record.model_validate({"type": kind, "activity": named, field: whole})


def _with_all(record: Record | None, more: list[Token], activity: str | None, unit: Units) -> Record | None:
    """Further new values (`make it 6k in 30 min`) join the first."""
    for token in more:
        of_sets = token.kind == "num" and record is not None and record.sets is not None
        kind, field, value = _meant(token, ("sets", "reps") if of_sets else None, unit)
        other = _record(kind, activity, field, value)
        if record is not None and other is not None and field is not None:
            record = record.model_copy(update={field: getattr(other, field)})
    return record
