"""Corrections of what was logged: which entry is meant, and the entry with its new value.

What a written number belongs to is inferred from the entry: the value that equals the old number, in any unit people
use, else the value it is nearest to. The result is checked for plausibility by the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from math import isclose, log
from typing import TypeVar

from core.domain.days import local_day
from core.domain.display import KG_PER, M_PER
from core.domain.entry_lines import MGDL_PER_MMOL, YARD_M
from core.domain.profile import Profile
from core.domain.records import Entry, Record, RecordType

_Number = TypeVar("_Number", int, float)
_NOBODY = Profile()
_TOLERANCE = 0.01
"""How far a number that was said may lie from what is stored in another unit."""
_LOADS = tuple(KG_PER.values())
# Internal units in one of the units people say, the most usual first.
_UNITS: dict[str, tuple[float, ...]] = {
    "distance_m": (1000.0, M_PER["mile"], 1.0, YARD_M, 500.0),
    "rep_distance_m": (1.0, 1000.0, M_PER["mile"], YARD_M),
    "duration_s": (60.0, 3600.0, 1.0),
    "hold_s": (1.0, 60.0),
    "rest_s": (1.0, 60.0),
    "sleep_s": (3600.0, 60.0),
    "load_kg": _LOADS,
    "weight_kg": _LOADS,
    "weight_change_kg": _LOADS,
    "water_ml": (1.0, 1000.0),
    "glucose_mmol_l": (1.0, 1 / MGDL_PER_MMOL),
}
# The values an entry can have, in the order in which a bare number is taken for them.
_FIELDS: dict[RecordType, tuple[str, ...]] = {
    "workout": (
        "distance_m",
        "duration_s",
        "floors",
        "steps",
        "rep_distance_m",
        "sets",
        "reps",
        "avg_bpm",
        "incline_pct",
        "rpe",
        "rest_s",
    ),
    "sets": ("reps", "hold_s", "load_kg", "duration_s", "sets", "rpe", "rir", "rest_s"),
    "steps": ("steps", "distance_m", "duration_s"),
    "sleep": ("sleep_s", "awakenings"),
    "vitals": ("systolic", "diastolic", "resting_bpm", "bpm", "spo2_pct", "glucose_mmol_l", "temp_c"),
    "body": ("weight_kg", "weight_change_kg", "height_cm"),
    "water": ("water_ml",),
    "rest": (),
}
_MAIN = frozenset(
    {
        "distance_m",
        "rep_distance_m",
        "duration_s",
        "floors",
        "steps",
        "reps",
        "hold_s",
        "load_kg",
        "sleep_s",
        "systolic",
        "diastolic",
        "resting_bpm",
        "bpm",
        "spo2_pct",
        "glucose_mmol_l",
        "temp_c",
        "weight_kg",
        "weight_change_kg",
        "height_cm",
        "water_ml",
    }
)
_WHOLE = frozenset(
    {
        "sets",
        "reps",
        "steps",
        "floors",
        "awakenings",
        "systolic",
        "diastolic",
        "bpm",
        "resting_bpm",
        "avg_bpm",
    }
)
_NOT_VALUES = frozenset({"type", "activity", "date_offset_days"})


def pick(
    entries: Sequence[Entry], *, activity: str | None = None, field: str | None = None, old_value: float | None = None
) -> Entry | None:
    """The entry a correction means: the newest that fits what it says, held ones too; `None` without any.

    `activity` is a wish: with no entry of that name it is the new name. An old value decides before a field does.
    """
    newest = sorted((entry for entry in entries if entry.status != "void"), key=lambda entry: entry.at)[::-1]
    named = [entry for entry in newest if activity is not None and entry.record.activity == activity]
    found = named or [e for e in newest if activity is None or e.record.type in ("workout", "sets")]
    if old_value is not None:
        holding = (entry for entry in found if _holds(entry.record, field, old_value))
        if (match := next(holding, None)) is not None:
            return match
    if field is not None:
        has = next((entry for entry in found if getattr(entry.record, field, None) is not None), None)
        return has or next((entry for entry in found if target(entry.record, field) is not None), None)
    return next(iter(found), None)


def apply(
    entry: Entry,
    *,
    record: Record | None = None,
    field: str | None = None,
    value: float | None = None,
    old_value: float | None = None,
    date_offset_days: int | None = None,
    said: date | None = None,
    profile: Profile = _NOBODY,
) -> Entry | None:
    """The entry as corrected, counting again; `None` where the correction does not fit it.

    `record` holds only new values (internal units), `field` names that of `value`; without either, `value` and
    `old_value` are bare numbers. The date moves relative to `said`, the person's day of the correction (by default the
    day the entry was said); the new record carries that offset, so that its check sees dates still to come.
    """
    if entry.status == "void" or (record is None and value is None and date_offset_days is None):
        return None
    changed = _changed(entry.record, record, field, value, old_value, profile)
    if changed is None:
        return None
    update: dict[str, object] = {"record": changed, "status": "ok", "held_because": None}
    if date_offset_days is not None:
        day = (said or local_day(entry.at, entry.zone)) + timedelta(days=date_offset_days)
        update |= {"day": day, "record": changed.model_copy(update={"date_offset_days": date_offset_days})}
    return entry.model_copy(update=update)


def _changed(
    known: Record, record: Record | None, field: str | None, value: float | None, old: float | None, profile: Profile
) -> Record | None:
    if record is not None:
        return _written(known, record, field, old)
    if value is None:
        return known
    if field is not None:
        return _set(known, target(known, field, value), value, old)
    meant = _meant(known, value, old, profile)
    return None if meant is None else _set(known, meant[0], value * meant[1], None if old is None else old * meant[1])


def _written(known: Record, record: Record, field: str | None, old: float | None) -> Record | None:
    """Every value of the new record, and its activity, put in place of the known ones. `old` belongs to `field`."""
    changed: Record | None = known
    if record.activity is not None and record.activity != known.activity:
        if known.type not in ("workout", "sets"):
            return None
        changed = known.model_copy(update={"activity": record.activity})
    for name in sorted(record.said() - _NOT_VALUES):
        new = getattr(record, name)
        if changed is None:
            break
        if isinstance(new, tuple | str | bool):
            changed = _checked(changed, {name: new})
        else:
            changed = _set(changed, target(changed, name, new), new, old if name == field else None)
    return changed


def target(record: Record, field: str, value: float | None = None) -> str | None:
    """The value of an entry that a named one means: any mass is the body's weight there, any duration the sleep."""
    match record.type, field:
        case "body", "load_kg":
            only_change = record.weight_kg is None and record.weight_change_kg is not None
            return "weight_change_kg" if only_change else "weight_kg"
        case "sleep", "duration_s":
            return "sleep_s"
        case "sets", "duration_s" if record.hold_s is not None and record.duration_s is None:
            return "hold_s"
        case "vitals", "bpm" if record.bpm is None and record.resting_bpm is not None:
            return "resting_bpm"
        case "workout", "bpm":
            return "avg_bpm"
        case "workout", "distance_m" if _is_one_interval(record, value):
            return "rep_distance_m"
        case "workout", "reps" | "sets" if getattr(record, field) is None:
            return None
    return field if field in _FIELDS[record.type] else None


def _is_one_interval(record: Record, value: float | None) -> bool:
    """Whether a new distance is that of one interval rather than of all: the one it is nearer to."""
    one, whole = record.rep_distance_m, record.distance_m
    if one is None or value is None or value <= 0:
        return False
    return whole is None or abs(log(value / one)) < abs(log(value / whole))


def _set(known: Record, field: str | None, value: float, old: float | None) -> Record | None:
    """One new value, with what follows from it: all sets of a list, the total of intervals."""
    if field is None or (field in _WHOLE and value != int(value)):
        return None
    new: float | int = int(value) if field in _WHOLE else value
    if field == "reps" and known.reps_list:
        return _checked(known, {"reps_list": _replaced(known.reps_list, int(value), old)})
    if field == "load_kg" and known.load_list_kg:
        return _checked(known, {"load_list_kg": _replaced(known.load_list_kg, value, old)})
    if field == "weight_change_kg" and (known.weight_change_kg or 0) < 0:
        new = -abs(new)
    if field == "sets" and known.reps_list:
        return _fewer(known, int(value))
    update: dict[str, object] = {field: new}
    if field in ("sets", "rep_distance_m"):
        update |= _total(known.model_copy(update=update))
    return _checked(known, update)


def _replaced(numbers: tuple[_Number, ...], new: _Number, old: float | None) -> tuple[_Number, ...]:
    """The sets that had the old number have the new one; without an old one, all of them."""
    hit = [old is None or isclose(number, old, rel_tol=_TOLERANCE) for number in numbers]
    return tuple(new if here or not any(hit) else number for number, here in zip(numbers, hit, strict=True))


def _fewer(known: Record, sets: int) -> Record | None:
    """The first sets of a list; what more sets would have been is not known."""
    reps, loads = known.reps_list or (), known.load_list_kg
    if not 0 < sets <= len(reps):
        return None
    update: dict[str, object] = {"sets": sets, "reps_list": reps[:sets]}
    return _checked(known, update if loads is None else {**update, "load_list_kg": loads[:sets]})


def _total(record: Record) -> dict[str, object]:
    """The whole distance of intervals."""
    if record.rep_distance_m is None or record.sets is None:
        return {}
    return {"distance_m": record.rep_distance_m * record.sets}


def _checked(known: Record, update: dict[str, object]) -> Record:
    return Record.model_validate(known.model_dump() | update)


def _meant(record: Record, value: float, old: float | None, profile: Profile) -> tuple[str, float] | None:
    """(field, internal units in one of the unit said) of a bare number."""
    if old is not None and (match := next(_matches(record, old), None)) is not None:
        return match
    if value <= 0 or record.reps_list:
        return None
    near = [
        (abs(log(value * unit / current)), place, field, unit)
        for place, field in enumerate(_FIELDS[record.type])
        if field in _MAIN and (current := abs(_current(record, field) or 0.0)) > 0
        for unit in _near_units(field, current, profile)
    ]
    return min(near)[2:] if near else None


def _matches(record: Record, old: float) -> Iterator[tuple[str, float]]:
    """Where the entry has the old number."""
    for field in _FIELDS[record.type]:
        for unit in _UNITS.get(field, (1.0,)):
            if any(isclose(abs(number), old * unit, rel_tol=_TOLERANCE) for number in _numbers(record, field)):
                yield field, unit


def _holds(record: Record, field: str | None, old: float) -> bool:
    if field is None:
        return next(_matches(record, old), None) is not None
    named = target(record, field, old)
    return named is not None and any(isclose(abs(n), old, rel_tol=_TOLERANCE) for n in _numbers(record, named))


def _numbers(record: Record, field: str) -> Iterable[float]:
    """The numbers of a field, those of a list of sets included."""
    lists: dict[str, tuple[float, ...] | None] = {"reps": record.reps_list, "load_kg": record.load_list_kg}
    current = _current(record, field)
    return lists.get(field) or (() if current is None else (current,))


def _current(record: Record, field: str) -> float | None:
    found = getattr(record, field)
    return None if found is None else float(found)


def _near_units(field: str, current: float, profile: Profile) -> tuple[float, ...]:
    """The units a bare number may be in: the person's, else the one in which the known value is a round number."""
    facts = profile.facts
    if field in ("load_kg", "weight_kg", "weight_change_kg"):
        return (KG_PER[facts.load_unit] if facts.load_unit else _roundest(current, _LOADS),)
    if field == "distance_m":
        lengths = tuple(M_PER.values())
        return (M_PER[facts.distance_unit] if facts.distance_unit else _roundest(current, lengths), 1.0)
    return (1.0,) if field == "rep_distance_m" else _UNITS.get(field, (1.0,))


def _roundest(current: float, units: tuple[float, ...]) -> float:
    """The first unit in which a value is a multiple of 0.05, else the first."""
    return next((unit for unit in units if abs(current / unit * 20 - round(current / unit * 20)) < 0.002), units[0])


def reread(entry: Entry, record: Record) -> Entry:
    """The entry with what its edited message says now; "yesterday" still counts from the day it was said."""
    said_on = entry.day - timedelta(days=entry.record.date_offset_days)
    day = said_on + timedelta(days=record.date_offset_days)
    return entry.model_copy(update={"record": record, "day": day, "status": "ok", "held_because": None})
