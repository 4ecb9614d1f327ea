"""Alarms for resting heart rate, oxygen, temperature and glucose. Thresholds are common triage values, never a
diagnosis.

bpm, %, °C, mmol/L.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from core.domain.alarms import AlarmAction, Symptom
from core.domain.reasons import Refusal

GlucoseScheme = Literal["ada", "china"]
GlucoseClass = Literal["normal", "prediabetes_range", "impaired_fasting", "diabetes_range"]
Ketones = Literal["none", "small", "moderate", "large"]

_HEART: frozenset[Symptom] = frozenset({"chest_pain", "faint", "breathless"})
_BREATH: frozenset[Symptom] = frozenset({"breathless", "blue_lips"})
_HYPER: frozenset[Symptom] = frozenset({"vomiting", "drowsy", "confusion"})


def resting_hr_alarm(
    bpm: float, *, sustained_min: float = 0, symptoms: Collection[Symptom] = (), athlete: bool = False
) -> AlarmAction | Refusal:
    """A resting rate: above 120 for 10 minutes or below 40 in a non-athlete `urgent_care`; with chest pain, fainting
    or breathlessness, or from 150, `emergency`; above 100 `recheck`. Error: `implausible` outside 25–230.
    """
    if not 25 <= bpm <= 230:
        return Refusal(code="implausible", needs=("bpm",))
    if bpm >= 150 or ((bpm > 120 or bpm < 40) and _HEART & set(symptoms)):
        return "emergency"
    if bpm < 40:
        return "none" if athlete else "urgent_care"
    if bpm > 120 and sustained_min >= 10:
        return "urgent_care"
    return "recheck" if bpm > 100 else "none"


def spo2_alarm(pct: float, *, symptoms: Collection[Symptom] = ()) -> AlarmAction | Refusal:
    """Oxygen at rest and sea level: 93–94 `recheck`, from 92 down `urgent_care`, below 90 or with breathlessness or
    blue lips `emergency`. Wrist sensors are not diagnostic. Error: `implausible` outside 50–100 %.
    """
    if not 50 <= pct <= 100:
        return Refusal(code="implausible", needs=("spo2_pct",))
    if pct < 90 or (pct <= 92 and _BREATH & set(symptoms)):
        return "emergency"
    if pct <= 92:
        return "urgent_care"
    return "recheck" if pct < 95 else "none"


def temperature_alarm(temp_c: float, *, days: float = 0, symptoms: Collection[Symptom] = ()) -> AlarmAction | Refusal:
    """Body temperature: from 38.0 `no_training`, from 39.4 or above 38 for more than 3 days `urgent_care`, above 40
    with confusion `emergency` (heat stroke); below 35 `recheck`. Error: `implausible` outside 30–44 °C.
    """
    if not 30 <= temp_c <= 44:
        return Refusal(code="implausible", needs=("temp_c",))
    if temp_c > 40 and "confusion" in symptoms:
        return "emergency"
    if temp_c >= 39.4 or (temp_c >= 38 and days > 3):
        return "urgent_care"
    if temp_c >= 38:
        return "no_training"
    return "recheck" if temp_c < 35 else "none"


def fasting_glucose(mmol_l: float, scheme: GlucoseScheme) -> GlucoseClass | Refusal:
    """Band of a fasting value: raised from 5.6 (ADA) or 6.1 (WHO, China), diabetes range from 7.0: see a doctor, no
    diagnosis. Error: `implausible` outside 1–35 mmol/L.
    """
    if not 1 <= mmol_l <= 35:
        return Refusal(code="implausible", needs=("glucose_mmol_l",))
    if mmol_l >= 7.0:
        return "diabetes_range"
    if scheme == "ada":
        return "prediabetes_range" if mmol_l >= 5.6 else "normal"
    return "impaired_fasting" if mmol_l >= 6.1 else "normal"


def glucose_alarm(
    mmol_l: float,
    *,
    on_insulin: bool = False,
    about_to_exercise: bool = False,
    symptoms: Collection[Symptom] = (),
    ketones: Ketones = "none",
) -> AlarmAction | Refusal:
    """A glucose value now. Low: below 3.0, or below 3.9 with confusion, `emergency`; below 3.9 (before exercise on
    insulin below 5.0) `stop_and_eat_carbs`. High: from 16.7 `urgent_care`, with vomiting or drowsiness `emergency`;
    from 13.9 with ketones or feeling unwell `urgent_care`, before exercise on insulin `recheck` (ketones first).

    Sources: ADA hypoglycaemia levels; Colberg, Diabetes Care 2016. Error: `implausible` outside 1–35 mmol/L.
    """
    if not 1 <= mmol_l <= 35:
        return Refusal(code="implausible", needs=("glucose_mmol_l",))
    felt = set(symptoms)
    training = on_insulin and about_to_exercise
    if mmol_l < 3.0 or (mmol_l < 3.9 and felt & {"confusion", "faint", "drowsy"}):
        return "emergency"
    if mmol_l < 3.9 or (training and mmol_l < 5.0):
        return "stop_and_eat_carbs"
    if mmol_l >= 16.7:
        return "emergency" if felt & _HYPER else "urgent_care"
    if mmol_l >= 13.9 and (ketones in ("moderate", "large") or felt):
        return "urgent_care"
    if training and ketones in ("moderate", "large"):
        return "no_training"
    if mmol_l >= 13.9 and ketones == "small":
        return "no_training"
    return "recheck" if training and mmol_l >= 13.9 else "none"
