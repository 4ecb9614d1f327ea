"""Endurance: VO2max from field tests, and what one race says about another. ml/kg/min, m, s."""

from __future__ import annotations

from core.domain.profile import Sex
from core.domain.reasons import Refusal
from core.domain.records import Frozen

KG_PER_LB = 0.45359237


class Prediction(Frozen):
    """A predicted race time, s."""

    seconds: float
    low_confidence: bool = False
    """The distances are far apart, or the wish is a marathon: expect to be slower."""


def cooper(distance_m: float) -> float | Refusal:
    """VO2max of a 12-minute run of 1000–4000 m (Cooper 1968). Error: `out_of_range`."""
    if not 1000 <= distance_m <= 4000:
        return Refusal(code="out_of_range", needs=("distance_m",))
    return _plausible((distance_m - 504.9) / 44.73)


def run_1_5_mile(duration_s: float) -> float | Refusal:
    """VO2max of a 1.5-mile run in 8–20 min (ACSM 11th ed.). Error: `out_of_range`."""
    minutes = duration_s / 60
    if not 8 <= minutes <= 20:
        return Refusal(code="out_of_range", needs=("duration_s",))
    return _plausible(3.5 + 483 / minutes)


def george(duration_s: float, *, weight_kg: float, sex: Sex | None, age: int) -> float | Refusal:
    """VO2max of a 1.5-mile run at 18–29 years (George 1993). Errors: `minor`, `out_of_range`, `missing_input`."""
    if age < 18:
        return Refusal(code="minor")
    if age > 29 or not 8 <= duration_s / 60 <= 20:
        return Refusal(code="out_of_range", needs=("age", "duration_s"))
    if sex is None:
        return Refusal(code="missing_input", needs=("sex",))
    return _plausible(88.02 - 0.1656 * weight_kg - 2.767 * duration_s / 60 + 3.716 * (sex == "male"))


def rockport(duration_s: float, *, weight_kg: float, age: int, sex: Sex | None, end_bpm: float) -> float | Refusal:
    """VO2max of a one-mile walk at 30–69 years, heart rate at its end in bpm (Kline 1987).

    Errors: `missing_input`, `out_of_range` (age, or outside 8–30 min), `implausible`.
    """
    if sex is None:
        return Refusal(code="missing_input", needs=("sex",))
    minutes = duration_s / 60
    if not 30 <= age <= 69 or not 8 <= minutes <= 30:
        return Refusal(code="out_of_range", needs=("age", "duration_s"))
    if not 40 <= end_bpm <= 230:
        return Refusal(code="implausible", needs=("end_bpm",))
    pounds = weight_kg / KG_PER_LB
    return _plausible(
        132.853 - 0.0769 * pounds - 0.3877 * age + 6.315 * (sex == "male") - 3.2649 * minutes - 0.1565 * end_bpm
    )


def from_heart_rates(max_bpm: float, resting_bpm: float) -> float | Refusal:
    """VO2max without a test, rough: 15.3 × maximum / resting rate (Uth 2004). Error: `implausible`."""
    if not 25 <= resting_bpm < max_bpm - 30 or max_bpm > 230:
        return Refusal(code="implausible", needs=("max_bpm", "resting_bpm"))
    return _plausible(15.3 * max_bpm / resting_bpm)


def _plausible(value: float) -> float | Refusal:
    return value if 10 <= value <= 90 else Refusal(code="implausible", needs=("vo2max",))


def race_predict(d1_m: float, t1_s: float, d2_m: float) -> Prediction | Refusal:
    """T2 = T1 × (D2/D1)^1.06 (Riegel 1981), for efforts of 3.5–230 min.

    Errors: `out_of_range` when either time lies outside. Distances more than 8.5-fold apart, or a goal of a marathon
    and more: `low_confidence` (Vickers & Vertosick 2016).
    """
    if d1_m <= 0 or d2_m <= 0 or not _riegel_valid(t1_s):
        return Refusal(code="out_of_range", needs=("t1_s",))
    seconds = t1_s * (d2_m / d1_m) ** 1.06
    if not _riegel_valid(seconds):
        return Refusal(code="out_of_range", needs=("d2_m",))
    ratio = max(d2_m / d1_m, d1_m / d2_m)
    return Prediction(seconds=seconds, low_confidence=ratio > 8.5 or (d2_m >= 42_195 > d1_m))


def _riegel_valid(seconds: float) -> bool:
    return 3.5 * 60 <= seconds <= 230 * 60
