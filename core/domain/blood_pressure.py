"""Blood pressure: bands by named scheme, means, alarms. mmHg; adults, seated and rested. Never a diagnosis."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from core.domain.alarms import AlarmAction, Symptom
from core.domain.reasons import Refusal

BpScheme = Literal["acc_aha_2025", "esc_2024", "china_2024"]
BpClass = Literal[
    "normal",
    "elevated",
    "stage_1",
    "stage_2",
    "severe",
    "non_elevated",
    "hypertension",
    "high_normal",
    "grade_1",
    "grade_2",
    "grade_3",
]

# Bounds (systolic, diastolic) from which a class holds, highest first; the higher of the two classes wins. Severe is
# strictly above 180 or 120, in contrast to all others.
_BANDS: dict[BpScheme, tuple[tuple[float, float, BpClass], ...]] = {
    "acc_aha_2025": (
        (180.001, 120.001, "severe"),
        (140, 90, "stage_2"),
        (130, 80, "stage_1"),
        (120, 1000, "elevated"),
        (0, 0, "normal"),
    ),
    "esc_2024": ((140, 90, "hypertension"), (120, 70, "elevated"), (0, 0, "non_elevated")),
    "china_2024": (
        (180, 110, "grade_3"),
        (160, 100, "grade_2"),
        (140, 90, "grade_1"),
        (120, 80, "high_normal"),
        (0, 0, "normal"),
    ),
}
_HOME: dict[BpScheme, tuple[float, float]] = {"acc_aha_2025": (130, 80), "esc_2024": (135, 85), "china_2024": (135, 85)}
_EUROPE = frozenset(
    (
        "AD",
        "AL",
        "AT",
        "BA",
        "BE",
        "BG",
        "BY",
        "CH",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GB",
        "GR",
        "HR",
        "HU",
        "IE",
        "IS",
        "IT",
        "LI",
        "LT",
        "LU",
        "LV",
        "MC",
        "MD",
        "ME",
        "MK",
        "MT",
        "NL",
        "NO",
        "PL",
        "PT",
        "RO",
        "RS",
        "SE",
        "SI",
        "SK",
        "SM",
        "UA",
        "VA",
        "XK",
    )
)
_CRISIS_SYMPTOMS: frozenset[Symptom] = frozenset(
    {
        "chest_pain",
        "breathless",
        "weakness",
        "numbness",
        "speech_trouble",
        "vision_trouble",
        "confusion",
        "severe_headache",
    }
)
_PREECLAMPSIA: frozenset[Symptom] = frozenset({"severe_headache", "headache", "vision_trouble", "upper_belly_pain"})
_LOW_SYMPTOMS: frozenset[Symptom] = frozenset({"dizzy", "faint"})


class Pressure(NamedTuple):
    """Systolic and diastolic pressure."""

    systolic: float
    diastolic: float


def bp_plausible(systolic: float, diastolic: float) -> Refusal | None:
    """`implausible` outside 60–260 / 30–160 mmHg, or with the systolic value not above the diastolic + 10
    (swapped?).
    """
    if 60 <= systolic <= 260 and 30 <= diastolic <= 160 and systolic > diastolic + 10:
        return None
    return Refusal(code="implausible", needs=("systolic", "diastolic"))


def bp_class(
    systolic: float, diastolic: float, scheme: BpScheme, *, age: int | None = None, pregnant: bool | None = None
) -> BpClass | Refusal:
    """The band of a reading. Sources: AHA/ACC 2025, ESC 2024, Chinese hypertension guideline 2024.

    Errors: `implausible`, `minor`, `pregnant` (other thresholds: see `bp_alarm`).
    """
    if (refusal := bp_plausible(systolic, diastolic)) is not None:
        return refusal
    if age is not None and age < 18:
        return Refusal(code="minor")
    if pregnant:
        return Refusal(code="pregnant")
    return next(name for high, low, name in _BANDS[scheme] if systolic >= high or diastolic >= low)


def bp_scheme(language: str, country: str | None = None) -> BpScheme:
    """The scheme to name: by country if known (China, Europe, else AHA), else Chinese speakers the Chinese one."""
    if country is None:
        return "china_2024" if language.startswith("zh") else "acc_aha_2025"
    if country == "CN":
        return "china_2024"
    return "esc_2024" if country in _EUROPE else "acc_aha_2025"


def home_bp_high(systolic_mean: float, diastolic_mean: float, scheme: BpScheme) -> bool | Refusal:
    """Whether a mean of home readings reaches the scheme's threshold: 135/85, AHA 130/80. Error: `implausible`."""
    if (refusal := bp_plausible(systolic_mean, diastolic_mean)) is not None:
        return refusal
    high, low = _HOME[scheme]
    return systolic_mean >= high or diastolic_mean >= low


def bp_mean(readings: Sequence[tuple[float, float]]) -> Pressure | Refusal:
    """Mean of at least two readings a minute apart.

    Errors: `missing_input` for fewer than two; `implausible`; `needs_third_reading` when two differ by more than 10
    mmHg (Chinese guideline 2024). Of three or more the last two count.
    """
    if len(readings) < 2:
        return Refusal(code="missing_input", needs=("readings",))
    for systolic, diastolic in readings:
        if (refusal := bp_plausible(systolic, diastolic)) is not None:
            return refusal
    (s1, d1), (s2, d2) = readings[-2:]
    if len(readings) == 2 and (abs(s1 - s2) > 10 or abs(d1 - d2) > 10):
        return Refusal(code="needs_third_reading")
    return Pressure((s1 + s2) / 2, (d1 + d2) / 2)


def bp_alarm(
    systolic: float,
    diastolic: float,
    *,
    symptoms: Collection[Symptom] = (),
    pregnant: bool | None = None,
    repeated: bool = False,
) -> AlarmAction | Refusal:
    """What a reading asks for. From 180/110 (the strictest of AHA, ESC, China): with symptoms `emergency`, else rest
    and repeat after 5 minutes; still high (`repeated`): `urgent_care`. Below 90 systolic with dizziness:
    `urgent_care`.

    `pregnant` (or within 6 weeks after): from 140/90 `urgent_care`, from 160/110 or with headache, sight trouble or
    upper-belly pain `emergency` (ACOG/ISSHP). Error: `implausible`.
    """
    if (refusal := bp_plausible(systolic, diastolic)) is not None:
        return refusal
    felt = set(symptoms)
    high = systolic >= 180 or diastolic >= 110
    if high and felt & _CRISIS_SYMPTOMS:
        return "emergency"
    if pregnant:
        if systolic >= 160 or diastolic >= 110 or felt & _PREECLAMPSIA:
            return "emergency"
        if systolic >= 140 or diastolic >= 90:
            return "urgent_care"
    if high:
        return "urgent_care" if repeated else "repeat_then_urgent_care"
    if systolic < 90 and felt & _LOW_SYMPTOMS:
        return "urgent_care"
    return "none"


def exercise_gate(systolic: float, diastolic: float) -> Literal["free", "light_only", "no_session"] | Refusal:
    """What a resting reading allows: from 180/110 no session, from 160/100 light only and see a doctor (ACSM,
    stricter).

    Error: `implausible`.
    """
    if (refusal := bp_plausible(systolic, diastolic)) is not None:
        return refusal
    if systolic >= 180 or diastolic >= 110:
        return "no_session"
    return "light_only" if systolic >= 160 or diastolic >= 100 else "free"
