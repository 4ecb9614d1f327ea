"""Heart rate: maximum, reserve, intensity classes, zones. bpm, years; adults 18–80."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Literal

from core.domain.profile import Condition, Medication
from core.domain.reasons import Reason, Refusal
from core.domain.records import Frozen

HrMaxFormula = Literal["tanaka", "fox", "gellish"]
Intensity = Literal["very_light", "light", "moderate", "vigorous", "near_maximal"]

CLASSES: tuple[Intensity, ...] = ("very_light", "light", "moderate", "vigorous", "near_maximal")
_HRR = (30.0, 40.0, 60.0, 90.0)
_HRMAX = (57.0, 64.0, 77.0, 96.0)
_BORG = (9.0, 12.0, 14.0, 18.0)
_CR10 = (2.0, 4.0, 6.0, 9.0)
_HRMAX_LINES: dict[HrMaxFormula, tuple[float, float]] = {
    "tanaka": (208, 0.7),
    "fox": (220, 1.0),
    "gellish": (207, 0.7),
}
_RATE_MEDICATION: frozenset[Medication] = frozenset({"beta_blocker", "heart_rate"})


class Band(Frozen):
    """A heart-rate band, bpm."""

    low: float
    high: float


class Zone(Frozen):
    """A band and the intensity it stands for."""

    intensity: Intensity
    band: Band


def hr_max(age: int, formula: HrMaxFormula = "tanaka") -> float | Refusal:
    """Estimated maximum, bpm, SD 10–12. Sources: Tanaka 2001 (default), Fox 1971, Gellish 2007.

    Errors: `minor` below 18, `out_of_range` above 80.
    """
    if age < 18:
        return Refusal(code="minor")
    if age > 80:
        return Refusal(code="out_of_range", needs=("age",))
    base, slope = _HRMAX_LINES[formula]
    return base - slope * age


def karvonen(
    *,
    resting_bpm: float,
    low: float,
    high: float,
    age: int | None = None,
    max_bpm: float | None = None,
    formula: HrMaxFormula = "tanaka",
) -> Band | Refusal:
    """Heart rates at two fractions (0–1) of the reserve (Karvonen 1957). A measured maximum beats the formula.

    Errors: those of `hr_max`; `missing_input`; `implausible` unless 25 ≤ resting < maximum − 30 and maximum ≤ 230;
    `out_of_range` for fractions.
    """
    if not 0 <= low <= high <= 1:
        return Refusal(code="out_of_range", needs=("low", "high"))
    top = _maximum(age, max_bpm, formula)
    if isinstance(top, Refusal):
        return top
    if not 25 <= resting_bpm < top - 30:
        return Refusal(code="implausible", needs=("resting_bpm",))
    reserve = top - resting_bpm
    return Band(low=resting_bpm + low * reserve, high=resting_bpm + high * reserve)


def _maximum(age: int | None, max_bpm: float | None, formula: HrMaxFormula) -> float | Refusal:
    if max_bpm is not None:
        return max_bpm if 80 <= max_bpm <= 230 else Refusal(code="implausible", needs=("max_bpm",))
    return Refusal(code="missing_input", needs=("age",)) if age is None else hr_max(age, formula)


def intensity(
    *,
    pct_hrr: float | None = None,
    pct_hrmax: float | None = None,
    rpe_6_20: float | None = None,
    cr10: float | None = None,
) -> Intensity | Refusal:
    """Class of one measure of effort; the first one given decides. Source: Garber/ACSM 2011, ACSM 10th ed.

    Errors: `missing_input`; `out_of_range` outside 0–110 %, RPE 6–20, CR10 0–10.
    """
    for name, value, bounds, least, most in (
        ("pct_hrr", pct_hrr, _HRR, 0, 110),
        ("pct_hrmax", pct_hrmax, _HRMAX, 0, 110),
        ("rpe_6_20", rpe_6_20, _BORG, 6, 20),
        ("cr10", cr10, _CR10, 0, 10),
    ):
        if value is None:
            continue
        if not least <= value <= most:
            return Refusal(code="out_of_range", needs=(name,))
        return CLASSES[sum(value >= bound for bound in bounds)]
    return Refusal(code="missing_input", needs=("pct_hrr", "pct_hrmax", "rpe_6_20", "cr10"))


def zones(
    *,
    age: int | None,
    resting_bpm: float | None = None,
    max_bpm: float | None = None,
    medications: tuple[Medication, ...] = (),
    conditions: tuple[Condition, ...] = (),
    pregnant: bool | None = None,
) -> tuple[Zone, ...] | Refusal:
    """The bands light, moderate and vigorous: of the reserve with a resting rate, else of the maximum (ACSM).

    Errors: `medication_affects_hr` (beta-blocker and the like: go by effort and the talk test), `pregnant`,
    `see_doctor` with a heart condition, and those of `karvonen`.
    """
    by_effort = (Reason(rule="rule-effort-not-heart-rate", source="ACSM"),)
    if _RATE_MEDICATION & set(medications):
        return Refusal(code="medication_affects_hr", reasons=by_effort)
    if pregnant:
        return Refusal(code="pregnant", reasons=by_effort)
    if "heart" in conditions:
        return Refusal(code="see_doctor", reasons=by_effort)
    if resting_bpm is None:
        return _zones_of_maximum(_maximum(age, max_bpm, "tanaka"))
    bands = [
        (name, karvonen(resting_bpm=resting_bpm, low=low, high=high, age=age, max_bpm=max_bpm))
        for name, low, high in _ZONES_HRR
    ]
    refused = next((band for _, band in bands if isinstance(band, Refusal)), None)
    if refused is not None:
        return refused
    return tuple(Zone(intensity=name, band=band) for name, band in bands if isinstance(band, Band))


_ZONES_HRR: tuple[tuple[Intensity, float, float], ...] = (
    ("light", 0.30, 0.40),
    ("moderate", 0.40, 0.60),
    ("vigorous", 0.60, 0.90),
)
_ZONES_MAX: tuple[tuple[Intensity, float, float], ...] = (
    ("light", 0.57, 0.64),
    ("moderate", 0.64, 0.77),
    ("vigorous", 0.77, 0.96),
)


def _zones_of_maximum(top: float | Refusal) -> tuple[Zone, ...] | Refusal:
    if isinstance(top, Refusal):
        return top
    return tuple(Zone(intensity=name, band=Band(low=low * top, high=high * top)) for name, low, high in _ZONES_MAX)


def resting_baseline(mornings: Sequence[float]) -> float | Refusal:
    """Median resting rate of at least 7 mornings, the last 28. Errors: `missing_input`, `implausible` outside
    25–150.
    """
    if len(mornings) < 7:
        return Refusal(code="missing_input", needs=("resting_bpm",))
    if not all(25 <= value <= 150 for value in mornings):
        return Refusal(code="implausible", needs=("resting_bpm",))
    return float(median(mornings[-28:]))


def resting_raised(baseline: float, last_mornings: Sequence[float]) -> bool:
    """Whether the last 3 mornings all lie at least 5 bpm above the baseline: a hint of fatigue or illness, no
    diagnosis.
    """
    return len(last_mornings) >= 3 and all(value >= baseline + 5 for value in last_mornings[-3:])
