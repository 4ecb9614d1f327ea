"""An entry as one readable line: which wordings, and their variables in the person's units. Locales hold the words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from core.domain.display import KG_PER, M_PER, shown
from core.domain.profile import Profile
from core.domain.records import Record

Value = str | int | float
MGDL_PER_MMOL = 18.016
YARD_M = 0.9144
_RUN_LIKE = ("running", "walking", "hiking")
_BY_SPEED = ("cycling", "skating", "skiing", "kayaking", "elliptical")
_IN_METRES = ("swimming", "rowing_erg")


class Part(NamedTuple):
    """One piece of a line: a message and its variables. A variable may itself be a part, or a list of them."""

    message: str
    values: Mapping[str, Value | Part | tuple[Part, ...]] = {}


class EntryLine(NamedTuple):
    """`name_id` is the activity's name, said first (`None` where the parts say it); `parts` in the order to show."""

    name_id: str | None
    parts: tuple[Part, ...]


def line(record: Record, profile: Profile) -> EntryLine:
    """How a record is said. Never empty: without any value the parts say so."""
    parts = tuple(part for make in _MAKERS if (part := make(record, profile)) is not None)
    if record.type in ("workout", "sets"):
        unnamed = "workout" if record.type == "workout" else "strength_training"
        return EntryLine(f"activity-{record.activity or unnamed}", parts)
    return EntryLine(None, parts or (Part("entry-nothing"),))


def mass(kilograms: float, profile: Profile) -> tuple[float, Literal["kg", "lb", "jin"]]:
    """A weight as it was said: in the person's unit, one decimal, two for quarters (61.25)."""
    unit = profile.facts.load_unit or "kg"
    value = kilograms / KG_PER[unit]
    quarters = shown(value * 4, 2)
    return shown(value, 2 if quarters == int(quarters) else 1), unit


def length(metres: float, activity: str | None, profile: Profile) -> tuple[float, Literal["km", "mile", "m", "yd"]]:
    """A distance in the unit it is usually told in: pools in metres or yards, below a kilometre in metres."""
    unit = profile.facts.distance_unit or "km"
    if unit == "mile" and activity == "swimming" and _multiple(metres / YARD_M, 25):
        return shown(metres / YARD_M), "yd"
    if activity in _IN_METRES and abs(metres) < 10_000:
        return shown(metres), "m"
    if abs(metres) < 1000 and (unit == "km" or _multiple(metres, 100)):
        return shown(metres), "m"
    return shown(metres / M_PER[unit], 2), unit


def duration(seconds: float) -> Part:
    """Hours, minutes and seconds; `shape` names those that are there (`hm`, `ms`, ...)."""
    whole = int(shown(abs(seconds)))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    counts = (("h", hours), ("m", minutes), ("s", rest))
    shape = "".join(letter for letter, count in counts if count) or "s"
    shape = "hms" if shape == "hs" else shape
    sign = "minus" if seconds < 0 else "plus"
    return Part("duration", {"shape": shape, "hours": hours, "minutes": minutes, "seconds": rest, "sign": sign})


def _multiple(value: float, step: int) -> bool:
    return abs(value - step * round(value / step)) < 0.05 and round(value / step) > 0


def _american(profile: Profile) -> bool:
    return profile.facts.country == "US"


def _rest_day(record: Record, profile: Profile) -> Part | None:
    return Part("entry-rest-day") if record.type == "rest" else None


def _sets(record: Record, profile: Profile) -> Part | None:
    """Sets, repetitions and load in one piece."""
    if record.type != "sets":
        return None
    if record.reps_list:
        return _unequal(record, profile)
    sets = record.sets or 1
    loaded = _load(record.load_kg, profile)
    if record.reps is not None:
        values: dict[str, Value | Part | tuple[Part, ...]] = {"sets": sets, "reps": record.reps}
        return Part("entry-reps-load", {**values, "load": loaded}) if loaded else Part("entry-reps", values)
    if record.hold_s is not None:
        held: dict[str, Value | Part | tuple[Part, ...]] = {"sets": sets, "hold": duration(record.hold_s)}
        return Part("entry-hold-load", {**held, "load": loaded}) if loaded else Part("entry-hold", held)
    if loaded:
        return Part("entry-load", {"sets": sets, "load": loaded})
    return Part("entry-sets", {"sets": sets}) if record.sets is not None else None


def _unequal(record: Record, profile: Profile) -> Part:
    """Sets that differ: their repetitions, each with its load or all with one."""
    reps = record.reps_list or ()
    loads = tuple(_load(kg, profile) for kg in record.load_list_kg or ())
    if len(loads) == len(reps):
        each = tuple(
            Part("entry-set", {"reps": count, "load": load}) for count, load in zip(reps, loads, strict=True) if load
        )
        return Part("entry-set-list", {"list": each})
    counts = tuple(Part("entry-count", {"reps": count}) for count in reps)
    loaded = _load(record.load_kg, profile)
    if loaded:
        return Part("entry-reps-list-load", {"list": counts, "load": loaded})
    return Part("entry-reps-list", {"list": counts})


def _load(kilograms: float | None, profile: Profile) -> Part | None:
    if kilograms is None:
        return None
    value, unit = mass(kilograms, profile)
    return Part("entry-mass", {"value": value, "unit": unit})


def _intervals(record: Record, profile: Profile) -> Part | None:
    if record.type != "workout" or record.sets is None:
        return None
    if record.rep_distance_m is None:
        return Part("entry-sets", {"sets": record.sets})
    each = _length(record.rep_distance_m, record, profile)
    return Part("entry-intervals", {"sets": record.sets, "each": each})


def _length(metres: float, record: Record, profile: Profile) -> Part:
    value, unit = length(metres, record.activity, profile)
    return Part("entry-length", {"value": value, "unit": unit})


def _steps(record: Record, profile: Profile) -> Part | None:
    return None if record.steps is None else Part("entry-steps", {"steps": record.steps})


def _distance(record: Record, profile: Profile) -> Part | None:
    return None if record.distance_m is None else _length(record.distance_m, record, profile)


def _floors(record: Record, profile: Profile) -> Part | None:
    return None if record.floors is None else Part("entry-floors", {"floors": record.floors})


def _duration(record: Record, profile: Profile) -> Part | None:
    return None if record.duration_s is None else duration(record.duration_s)


def _pace(record: Record, profile: Profile) -> Part | None:
    """Pace of what is told by pace, speed of what is told by speed; none for intervals, whose time holds pauses."""
    metres, seconds, activity = record.distance_m or 0, record.duration_s or 0, record.activity
    if record.type != "workout" or metres < 1 or seconds < 1 or record.rep_distance_m is not None:
        return None
    unit = profile.facts.distance_unit or "km"
    if activity in _BY_SPEED:
        speed = shown(metres / M_PER[unit] / seconds * 3600, 1)
        return Part("entry-speed", {"value": speed, "unit": unit})
    if activity == "swimming":
        yards = length(metres, activity, profile)[1] == "yd"
        return _paced(seconds / metres * (100 * YARD_M if yards else 100), "yd100" if yards else "m100")
    if activity == "rowing_erg":
        return _paced(seconds / metres * 500, "m500")
    return _paced(seconds / metres * M_PER[unit], unit) if activity in _RUN_LIKE else None


def _paced(seconds: float, per: str) -> Part:
    whole = int(shown(seconds))
    return Part("entry-pace", {"minutes": whole // 60, "seconds": f"{whole % 60:02d}", "per": per})


def _incline(record: Record, profile: Profile) -> Part | None:
    return None if record.incline_pct is None else Part("entry-incline", {"value": shown(record.incline_pct, 1)})


def _avg_bpm(record: Record, profile: Profile) -> Part | None:
    return None if record.avg_bpm is None else Part("entry-avg-bpm", {"bpm": record.avg_bpm})


def _effort(record: Record, profile: Profile) -> Part | None:
    if record.rpe is not None:
        return Part("entry-rpe", {"value": shown(record.rpe, 1)})
    return None if record.rir is None else Part("entry-rir", {"value": shown(record.rir, 1)})


def _pause(record: Record, profile: Profile) -> Part | None:
    return None if record.rest_s is None else Part("entry-pause", {"duration": duration(record.rest_s)})


def _sleep(record: Record, profile: Profile) -> Part | None:
    if record.sleep_s is None:
        return None
    to_the_minute = duration(60 * shown(record.sleep_s / 60))
    return Part("entry-nap" if record.nap else "entry-sleep", {"duration": to_the_minute})


def _awakenings(record: Record, profile: Profile) -> Part | None:
    return None if record.awakenings is None else Part("entry-awakenings", {"count": record.awakenings})


def _pressure(record: Record, profile: Profile) -> Part | None:
    if record.systolic is None or record.diastolic is None:
        return None
    return Part("entry-pressure", {"systolic": record.systolic, "diastolic": record.diastolic})


def _pulse(record: Record, profile: Profile) -> Part | None:
    return None if record.bpm is None else Part("entry-pulse", {"bpm": record.bpm})


def _resting(record: Record, profile: Profile) -> Part | None:
    return None if record.resting_bpm is None else Part("entry-resting", {"bpm": record.resting_bpm})


def _oxygen(record: Record, profile: Profile) -> Part | None:
    return None if record.spo2_pct is None else Part("entry-oxygen", {"value": shown(record.spo2_pct, 1)})


def _glucose(record: Record, profile: Profile) -> Part | None:
    """mmol/L, in the United States mg/dL."""
    found, when = record.glucose_mmol_l, record.glucose_context or "any"
    if found is None:
        return None
    if _american(profile):
        return Part("entry-glucose", {"value": shown(found * MGDL_PER_MMOL), "unit": "mgdl", "when": when})
    return Part("entry-glucose", {"value": shown(found, 1), "unit": "mmol", "when": when})


def _temperature(record: Record, profile: Profile) -> Part | None:
    """°C, in the United States °F."""
    if record.temp_c is None:
        return None
    if _american(profile):
        return Part("entry-temperature", {"value": shown(record.temp_c * 9 / 5 + 32, 1), "unit": "f"})
    return Part("entry-temperature", {"value": shown(record.temp_c, 1), "unit": "c"})


def _weight(record: Record, profile: Profile) -> Part | None:
    loaded = _load(record.weight_kg, profile)
    return Part("entry-weight", {"mass": loaded}) if loaded else None


def _weight_change(record: Record, profile: Profile) -> Part | None:
    if record.weight_change_kg is None:
        return None
    loaded = _load(abs(record.weight_change_kg), profile)
    way = "down" if record.weight_change_kg < 0 else "up"
    return Part("entry-weight-change", {"mass": loaded, "way": way}) if loaded else None


def height(centimetres: float, profile: Profile) -> Part:
    """cm, in the United States feet and inches."""
    if not _american(profile):
        return Part("entry-tall", {"value": shown(centimetres, 1), "unit": "cm", "inches": 0})
    feet, inches = divmod(int(shown(centimetres / 2.54)), 12)
    return Part("entry-tall", {"value": feet, "unit": "ft", "inches": inches})


def _height(record: Record, profile: Profile) -> Part | None:
    return None if record.height_cm is None else Part("entry-height", {"height": height(record.height_cm, profile)})


def _water(record: Record, profile: Profile) -> Part | None:
    return None if record.water_ml is None else Part("entry-water", {"ml": shown(record.water_ml)})


_MAKERS: tuple[Callable[[Record, Profile], Part | None], ...] = (
    _rest_day,
    _sets,
    _intervals,
    _steps,
    _distance,
    _floors,
    _duration,
    _pace,
    _incline,
    _avg_bpm,
    _effort,
    _pause,
    _sleep,
    _awakenings,
    _pressure,
    _pulse,
    _resting,
    _oxygen,
    _glucose,
    _temperature,
    _weight,
    _weight_change,
    _height,
    _water,
)
