"""What is beyond the plausible: rejected beyond a world record, reviewed beyond what ordinary people do.

World records (World Athletics, World Aquatics, UCI, Concept2; men's, the faster) and review bounds are constants here.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from core.domain.records import Record
from core.understanding.reading import Held

Verdict = tuple[Literal["review", "reject"], str]

# (distance m, record s). The marathon bound is 1:59:00: the record of 26 April 2026 is under two hours.
_RUN = (
    (100.0, 9.58),
    (200.0, 19.19),
    (400.0, 43.03),
    (800.0, 100.91),
    (1500.0, 206.0),
    (5000.0, 755.0),
    (10_000.0, 1571.0),
    (21_097.5, 3440.0),
    (42_195.0, 7140.0),
    (100_000.0, 21_600.0),
    (319_600.0, 86_400.0),
)
_SWIM = ((50.0, 20.91), (100.0, 46.40), (400.0, 219.96), (1500.0, 870.67), (10_000.0, 6000.0))
_CYCLE = (
    (200.0, 8.9),
    (1000.0, 55.0),
    (4000.0, 239.0),
    (56_800.0, 3600.0),
    (100_000.0, 7800.0),
    (1_000_000.0, 86_400.0),
)
_ROW = ((500.0, 70.0), (2000.0, 335.8), (5000.0, 886.0), (10_000.0, 1860.0))
_RECORDS = {"running": _RUN, "walking": _RUN, "hiking": _RUN, "swimming": _SWIM, "cycling": _CYCLE, "rowing_erg": _ROW}
_REVIEW_SPEED = {"running": 0.85, "walking": 0.6, "hiking": 0.6, "swimming": 0.75, "rowing_erg": 335.8 / 390}
_CYCLE_REVIEW_MS = 45 / 3.6
_FARTHEST = {
    "running": (319_600.0, 100_000.0),
    "walking": (228_930.0, 80_000.0),
    "hiking": (228_930.0, 80_000.0),
    "cycling": (1_026_215.0, 300_000.0),
    "swimming": (168_300.0, 20_000.0),
    "rowing_erg": (361_000.0, 60_000.0),
}
_REPS = {
    "push_up": (46_001, 1000),
    "pull_up": (12_000, 300),
    "squat": (26_000, 2000),
    "rope_jumping": (160_000, 10_000),
}
_LOAD_KG = (600.0, 350.0)
DAY_S = 86_400.0


def speed_record(activity: str, distance_m: float) -> float | None:
    """The shortest known time (s) for the distance, between known distances by constant-exponent interpolation."""
    table = _RECORDS.get(activity)
    if table is None or distance_m <= 0:
        return None
    at = bisect_right([d for d, _ in table], distance_m)
    if at == 0 or at == len(table):
        near_m, near_s = table[0 if at == 0 else -1]
        return near_s * distance_m / near_m
    (low_m, low_s), (high_m, high_s) = table[at - 1], table[at]
    share = (distance_m - low_m) / (high_m - low_m)
    return low_s + share * (high_s - low_s)


def faster_than_record(activity: str, distance_m: float, duration_s: float) -> bool:
    best = speed_record(activity, distance_m)
    return best is not None and duration_s < best


def check(record: Record, explicit_future: bool = False) -> Held | None:
    """Why a record is not stored as it is, or `None` if it is plausible."""
    verdict = (
        _date(record)
        or _negative(record)
        or _movement(record)
        or _sets(record)
        or _steps(record)
        or _sleep(record)
        or _vitals(record)
        or _body(record)
    )
    return Held(record=record, verdict=verdict[0], because=verdict[1]) if verdict else None


def _date(record: Record) -> Verdict | None:
    if record.date_offset_days > 0:
        return "reject", "future_date"
    return ("review", "old_date") if record.date_offset_days < -366 else None


def _negative(record: Record) -> Verdict | None:
    numbers = (
        record.distance_m,
        record.duration_s,
        record.sets,
        record.reps,
        record.load_kg,
        record.hold_s,
        record.steps,
        record.sleep_s,
        record.water_ml,
        record.floors,
        record.weight_kg,
        record.rep_distance_m,
        record.rest_s,
    )
    if any(n is not None and n < 0 for n in numbers) or any(
        n < 0 for n in (*(record.reps_list or ()), *(record.load_list_kg or ()))
    ):
        return "reject", "negative"
    if any(n == 0 for n in numbers if n is not None and n is not record.rest_s):
        return "review", "zero"
    return None


def _movement(record: Record) -> Verdict | None:
    if record.type not in ("workout", "sets", "steps"):
        return None
    name, distance, duration = record.activity or "", record.distance_m, record.duration_s
    if duration is not None and duration > DAY_S:
        return "reject", "duration_long"
    if distance is not None and name in _FARTHEST:
        reject, review = _FARTHEST[name]
        if distance > review:
            return ("reject" if distance > reject else "review"), "distance_long"
    if distance is not None and duration:
        fast = _speed(name, distance, duration)
        if fast is not None:
            return fast
    if duration is not None and duration > 360 * 60 and name not in ("hiking", "walking", "cycling", "housework"):
        return "review", "duration_long"
    if record.floors is not None and record.floors > 400:
        return ("reject" if record.floors > 5000 else "review"), "floors_high"
    if record.avg_bpm is not None and not 40 <= record.avg_bpm <= 230:
        return "reject", "bpm_range"
    return None


def _speed(name: str, distance: float, duration: float) -> Verdict | None:
    best = speed_record(name, distance)
    if best is None:
        return None
    if duration < best:
        return "reject", "faster_than_record"
    if name == "cycling":
        return ("review", "fast") if distance / duration > _CYCLE_REVIEW_MS else None
    return ("review", "fast") if best / duration > _REVIEW_SPEED[name] else None


def _sets(record: Record) -> Verdict | None:
    if record.type != "sets":
        return None
    if record.reps_list:
        total = sum(record.reps_list)
    else:
        total = (record.sets or 1) * (record.reps or 0)
    reject, review = _REPS.get(record.activity or "", (50_000, 2000))
    if total > review or (record.sets or 0) > 100:
        return ("reject" if total > reject else "review"), "reps_high"
    heaviest = max((record.load_kg or 0.0, *(record.load_list_kg or ())))
    if heaviest > _LOAD_KG[1]:
        return ("reject" if heaviest > _LOAD_KG[0] else "review"), "load_high"
    if record.hold_s is not None and record.hold_s > 600:
        return ("reject" if record.hold_s > 9.6 * 3600 else "review"), "hold_long"
    if record.rpe is not None and not 1 <= record.rpe <= 10:
        return "review", "rpe_range"
    return None


def _steps(record: Record) -> Verdict | None:
    if record.steps is None:
        return None
    if record.duration_s and record.steps / (record.duration_s / 60) > 220:
        return "review", "cadence_high"
    if record.steps > 60_000:
        return ("reject" if record.steps > 200_000 else "review"), "steps_high"
    return None


def _sleep(record: Record) -> Verdict | None:
    if record.sleep_s is None:
        return None
    hours = record.sleep_s / 3600
    if hours > 24:
        return "reject", "sleep_range"
    if record.nap:
        return ("review", "sleep_range") if hours > 6 else None
    return ("review", "sleep_range") if not 2 <= hours <= 14 else None


def _vitals(record: Record) -> Verdict | None:
    upper, lower = record.systolic, record.diastolic
    if (upper is not None and not 60 <= upper <= 260) or (lower is not None and not 30 <= lower <= 160):
        return "reject", "bp_range"
    if upper is not None and lower is not None and upper <= lower + 10:
        return "reject", "bp_range"
    if record.bpm is not None and not 25 <= record.bpm <= 230:
        return "reject", "bpm_range"
    if record.resting_bpm is not None and not 25 <= record.resting_bpm <= 150:
        return "reject", "bpm_range"
    if record.spo2_pct is not None and not 50 <= record.spo2_pct <= 100:
        return "reject", "spo2_range"
    if record.glucose_mmol_l is not None and not 1 <= record.glucose_mmol_l <= 35:
        return "reject", "glucose_range"
    if record.temp_c is not None and not 30 <= record.temp_c <= 44:
        return "reject", "temp_range"
    return None


def _body(record: Record) -> Verdict | None:
    if record.weight_kg is not None and not 25 <= record.weight_kg <= 350:
        return "reject", "weight_range"
    if record.weight_change_kg is not None and abs(record.weight_change_kg) > 50:
        return "review", "weight_change_high"
    if record.water_ml is not None and record.water_ml > 6000:
        return ("reject" if record.water_ml > 20_000 else "review"), "water_high"
    return None
