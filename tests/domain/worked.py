"""The rules by their neutral names, so that a table of worked values can call them: kwargs in, plain values out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import Any

from core.domain import (
    activities,
    blood_pressure,
    body,
    endurance,
    energy,
    guidelines,
    heart,
    load,
    loading,
    nutrition,
    progression,
    sleep,
    strength,
    vitals,
)
from core.domain.reasons import Refusal

Values = dict[str, Any]
_MPH = 1.609344


def run(fn: str, given: Values) -> Values:
    """What the rule says, or `{"error": code}`."""
    result = RULES[fn](**given)
    return {"error": result.code} if isinstance(result, Refusal) else result


def _bmi_class(
    scheme: Any,
    bmi: float | None = None,
    weight_kg: float = 0,
    height_cm: float = 0,
    age: int | None = None,
    pregnant: bool = False,
) -> Any:
    value: Any = body.bmi(weight_kg, height_cm) if bmi is None else bmi
    if isinstance(value, Refusal):
        return value
    return _as("class", body.bmi_class(value, scheme, age=age, pregnant=pregnant))


def _as(key: str, value: Any) -> Any:
    return value if isinstance(value, Refusal) else {key: value}


def _bmr(**given: Any) -> Any:
    made = energy.bmr(**given)
    return made if isinstance(made, Refusal) else {"kcal_per_day": made.kcal, "low_confidence": made.low_confidence}


def _calorie_target(tdee: float, **given: Any) -> Any:
    made = energy.calorie_target(tdee_kcal=tdee, **given)
    return made if isinstance(made, Refusal) else {"kcal_per_day": made.kcal, "floored": made.floored}


def _protein(**given: Any) -> Any:
    made = nutrition.protein_target(**given)
    return made if isinstance(made, Refusal) else {"low_g": made.low, "high_g": made.high}


def _met(activity: str, speed_mph: float | None = None, **given: Any) -> Any:
    speed = None if speed_mph is None else speed_mph * _MPH
    return _as("met", activities.met(activity, speed_kmh=speed, **given))


def _karvonen(**given: Any) -> Any:
    made = heart.karvonen(**given)
    return made if isinstance(made, Refusal) else {"low_bpm": made.low, "high_bpm": made.high}


_VO2: dict[str, Callable[..., Any]] = {
    "cooper12": endurance.cooper,
    "run_1_5_mile": endurance.run_1_5_mile,
    "george": endurance.george,
    "rockport": endurance.rockport,
    "non_exercise": endurance.from_heart_rates,
}


def _race(**given: Any) -> Any:
    made = endurance.race_predict(**given)
    return made if isinstance(made, Refusal) else {"seconds": made.seconds, "low_confidence": made.low_confidence}


def _acwr(**given: Any) -> Any:
    made = load.acwr(**given)
    return made if isinstance(made, Refusal) else {"ratio": made, "claim_injury_risk": False}


def _one_rm(**given: Any) -> Any:
    made = strength.one_rm(**given)
    return made if isinstance(made, Refusal) else made.model_dump()


def _round_load(**given: Any) -> Any:
    made = loading.round_load(**given)
    return made if isinstance(made, Refusal) else {"total": made.total, "per_side": list(made.per_side)}


def _progress(load_kg: float, **given: Any) -> Any:
    made = progression.progress(load_kg, **given)
    return made if isinstance(made, Refusal) else {"action": made.action, "load_kg": made.load}


def _double(load_kg: float, reps_range: list[int], **given: Any) -> Any:
    made = progression.double_progression(load_kg, (reps_range[0], reps_range[1]), **given)
    return made if isinstance(made, Refusal) else {"action": made.action, "load_kg": made.load}


def _who(**given: Any) -> Any:
    made = guidelines.who_check(**given)
    return made if isinstance(made, Refusal) else made.model_dump()


def _bp_alarm(**given: Any) -> Any:
    made = blood_pressure.bp_alarm(**given)
    return made if isinstance(made, Refusal) else {"alarm": made != "none", "action": made}


def _bp_mean(readings: list[list[float]]) -> Any:
    made = blood_pressure.bp_mean([(high, low) for high, low in readings])
    return made if isinstance(made, Refusal) else {"systolic": made.systolic, "diastolic": made.diastolic}


def _vital(**given: Any) -> Any:
    if "resting_bpm" in given:
        return _as("action", vitals.resting_hr_alarm(given.pop("resting_bpm"), **given))
    if "spo2_pct" in given:
        return _as("action", vitals.spo2_alarm(given.pop("spo2_pct"), **given))
    return _as("action", vitals.temperature_alarm(given.pop("temp_c"), **given))


def _fasting(**given: Any) -> Any:
    made = vitals.fasting_glucose(**given)
    return made if isinstance(made, Refusal) else {"class": made, "diagnosis": False}


def _efficiency(**given: Any) -> Any:
    made = sleep.sleep_efficiency(**given)
    return made if isinstance(made, Refusal) else {"pct": made.pct, "good": made.good}


def _clock(times: list[str]) -> Any:
    made = sleep.mean_clock_time([time.fromisoformat(text) for text in times])
    return made if isinstance(made, Refusal) else {"time": made.strftime("%H:%M")}


RULES: dict[str, Callable[..., Any]] = {
    "bmi": lambda **given: _as("bmi", body.bmi(**given)),
    "bmi_class": _bmi_class,
    "waist_class": lambda **given: _as("class", body.waist_class(**given)),
    "waist_to_height": lambda **given: _as("class", body.waist_to_height(**given)),
    "bmr": _bmr,
    "tdee": lambda bmr, activity: _as("kcal_per_day", energy.tdee(bmr, activity)),
    "calorie_target": _calorie_target,
    "loss_rate_check": lambda weight_kg, weekly_loss_kg: {"ok": energy.loss_rate_ok(weekly_loss_kg, weight_kg)},
    "protein_target": _protein,
    "kcal": lambda **given: _as("kcal", energy.kcal(**given)),
    "net_kcal": lambda **given: _as("kcal", energy.net_kcal(**given)),
    "met_lookup": _met,
    "met_intensity": lambda met: {"class": activities.met_intensity(met)},
    "cadence_intensity": lambda cadence: {"class": activities.cadence_intensity(cadence)},
    "steps_to_m": lambda **given: _as("distance_m", energy.steps_to_m(**given)),
    "hr_max": lambda **given: _as("bpm", heart.hr_max(**given)),
    "karvonen": _karvonen,
    "intensity": lambda **given: _as("class", heart.intensity(**given)),
    "vo2max": lambda test, **given: _as("ml_kg_min", _VO2[test](**given)),
    "race_predict": _race,
    "trimp": lambda **given: _as("trimp", load.trimp(**given)),
    "session_rpe": lambda **given: _as("load", load.session_rpe(**given)),
    "acwr": _acwr,
    "one_rm": _one_rm,
    "pct_1rm": lambda **given: _as("pct", strength.pct_1rm(**given)),
    "rpe_to_rir": lambda **given: _as("rir", strength.rpe_to_rir(**given)),
    "round_load": _round_load,
    "progress": _progress,
    "double_progression": _double,
    "after_break": lambda **given: _as("load", progression.after_break(**given)),
    "who_check": _who,
    "bp_class": lambda **given: _as("class", blood_pressure.bp_class(**given)),
    "home_bp_high": lambda **given: _as("high", blood_pressure.home_bp_high(**given)),
    "bp_alarm": _bp_alarm,
    "exercise_gate": lambda **given: _as("gate", blood_pressure.exercise_gate(**given)),
    "bp_mean": _bp_mean,
    "vital_alarm": _vital,
    "fasting_glucose": _fasting,
    "glucose_alarm": lambda **given: _as("action", vitals.glucose_alarm(**given)),
    "sleep_duration": lambda **given: _as("class", sleep.sleep_duration(**given)),
    "sleep_efficiency": _efficiency,
    "mean_clock_time": _clock,
}
