"""Energy: basal rate, daily expenditure, targets with floors, and the cost of an activity. kcal, kg, cm, years."""

from __future__ import annotations

from typing import Literal

from core.domain.body import UNDERWEIGHT_BMI, height_ok, weight_ok
from core.domain.profile import ActivityLevel, Condition, Medication, Sex
from core.domain.reasons import Refusal
from core.domain.records import Frozen

Equation = Literal["mifflin_st_jeor", "harris_benedict", "katch_mcardle"]
KcalMethod = Literal["compendium", "acsm"]

KCAL_PER_KG = 7700
"""Energy of 1 kg of body mass. Good for the first weeks only; it overstates the long run (Hall 2011)."""
FLOOR_KCAL: dict[Sex, int] = {"male": 1500, "female": 1200}
"""No plan goes below without a clinician."""
MAX_LOSS_KG = 1.0
"""Per week; and never more than 1 % of body weight."""

_PAL: dict[ActivityLevel, float] = {"sedentary": 1.2, "light": 1.375, "moderate": 1.55, "very": 1.725, "extra": 1.9}
_STEP_FACTOR: dict[Sex | None, float] = {"male": 0.415, "female": 0.413, None: 0.414}
_TOLERANCE = 1e-9


class Bmr(Frozen):
    """Basal metabolic rate, kcal a day; expect ±10 %."""

    kcal: float
    low_confidence: bool = False
    mean_of_sexes: bool = False
    """The sex for the equation was not given: the mean of both is shown, and said to be one."""


class EnergyTarget(Frozen):
    """What to eat, kcal a day."""

    kcal: float
    floored: bool = False
    """The wish led below the floor; this is the floor."""
    below_bmr: bool = False
    low_confidence: bool = False


def bmr(
    *,
    equation: Equation = "mifflin_st_jeor",
    weight_kg: float,
    height_cm: float | None = None,
    age: int | None = None,
    sex: Sex | None = None,
    body_fat_pct: float | None = None,
) -> Bmr | Refusal:
    """Basal metabolic rate of an adult.

    Sources: Mifflin 1990; Roza & Shizgal 1984; Katch–McArdle (needs a measured body fat, 3–60 %).
    Errors: `missing_input`, `implausible`, `minor`. Above 80 years or with a BMI outside 18.5–40: `low_confidence`.
    """
    if not weight_ok(weight_kg):
        return Refusal(code="implausible", needs=("weight_kg",))
    if age is not None and age < 18:
        return Refusal(code="minor")
    if equation == "katch_mcardle":
        return _katch(weight_kg, body_fat_pct)
    if height_cm is None or age is None:
        missing = tuple(name for name, value in (("height_cm", height_cm), ("age", age)) if value is None)
        return Refusal(code="missing_input", needs=missing)
    if not height_ok(height_cm) or age > 110:
        return Refusal(code="implausible", needs=("height_cm", "age"))
    formula = _mifflin if equation == "mifflin_st_jeor" else _harris_benedict
    men, women = formula(weight_kg, height_cm, age)
    kcal = men if sex == "male" else women if sex == "female" else (men + women) / 2
    body_mass_index = weight_kg / (height_cm / 100) ** 2
    doubtful = age > 80 or not UNDERWEIGHT_BMI <= body_mass_index <= 40
    return Bmr(kcal=kcal, low_confidence=doubtful, mean_of_sexes=sex is None)


def _mifflin(weight: float, height: float, age: int) -> tuple[float, float]:
    base = 10 * weight + 6.25 * height - 5 * age
    return base + 5, base - 161


def _harris_benedict(weight: float, height: float, age: int) -> tuple[float, float]:
    men = 88.362 + 13.397 * weight + 4.799 * height - 5.677 * age
    return men, 447.593 + 9.247 * weight + 3.098 * height - 4.330 * age


def _katch(weight_kg: float, body_fat_pct: float | None) -> Bmr | Refusal:
    if body_fat_pct is None:
        return Refusal(code="missing_input", needs=("body_fat_pct",))
    if not 3 <= body_fat_pct <= 60:
        return Refusal(code="implausible", needs=("body_fat_pct",))
    return Bmr(kcal=370 + 21.6 * weight_kg * (1 - body_fat_pct / 100))


def tdee(bmr_kcal: float, level: ActivityLevel) -> float | Refusal:
    """Daily expenditure, kcal: basal rate times the popular activity factor (McArdle/Katch), 1.2–1.9.

    The factor contains the training: logged exercise is not added again. Error: `implausible` outside 600–4000 kcal.
    """
    if not 600 <= bmr_kcal <= 4000:
        return Refusal(code="implausible", needs=("bmr",))
    return bmr_kcal * _PAL[level]


def deficit_refusal(
    *,
    age: int | None,
    pregnant: bool | None = None,
    breastfeeding: bool | None = None,
    bmi: float | None = None,
    goal_bmi: float | None = None,
    ed_signal: bool = False,
    conditions: tuple[Condition, ...] = (),
    medications: tuple[Medication, ...] = (),
) -> Refusal | None:
    """Why eating below need may not be planned, strictest first, or `None` if it may.

    Errors: `ed_signal`, `minor`, `pregnant` (also breast-feeding), `underweight` (now or as the goal), `see_doctor`
    (insulin or diabetes on insulin), `missing_input` without an age.
    """
    if ed_signal:
        return Refusal(code="ed_signal")
    if age is None:
        return Refusal(code="missing_input", needs=("age",))
    if age < 18:
        return Refusal(code="minor")
    if pregnant or breastfeeding:
        return Refusal(code="pregnant")
    if any(value is not None and value < UNDERWEIGHT_BMI for value in (bmi, goal_bmi)):
        return Refusal(code="underweight")
    if "diabetes_insulin" in conditions or "insulin" in medications:
        return Refusal(code="see_doctor")
    return None


def calorie_target(
    *,
    tdee_kcal: float,
    weekly_loss_kg: float,
    age: int | None,
    sex: Sex | None = None,
    bmi: float | None = None,
    weight_kg: float | None = None,
    bmr_kcal: float | None = None,
    goal_bmi: float | None = None,
    pregnant: bool | None = None,
    breastfeeding: bool | None = None,
    ed_signal: bool = False,
    conditions: tuple[Condition, ...] = (),
    medications: tuple[Medication, ...] = (),
) -> EnergyTarget | Refusal:
    """kcal a day for a weekly loss of 0–1 kg (7700 kcal/kg), never below 1500 (men, or sex unknown) or 1200 (women).

    Errors: those of `deficit_refusal`, and `out_of_range` for a faster loss than 1 kg or 1 % of weight a week.
    BMI above 40: `low_confidence`.
    """
    refusal = deficit_refusal(
        age=age,
        pregnant=pregnant,
        breastfeeding=breastfeeding,
        bmi=bmi,
        goal_bmi=goal_bmi,
        ed_signal=ed_signal,
        conditions=conditions,
        medications=medications,
    )
    if refusal is not None:
        return refusal
    if weekly_loss_kg < 0 or not loss_rate_ok(weekly_loss_kg, weight_kg):
        return Refusal(code="out_of_range", needs=("weekly_loss_kg",))
    wished = tdee_kcal - weekly_loss_kg * KCAL_PER_KG / 7
    floor = FLOOR_KCAL[sex] if sex else FLOOR_KCAL["male"]
    kcal = max(wished, float(floor))
    return EnergyTarget(
        kcal=kcal,
        floored=wished < floor,
        below_bmr=bmr_kcal is not None and kcal < bmr_kcal,
        low_confidence=bmi is not None and bmi > 40,
    )


def loss_rate_ok(weekly_loss_kg: float, weight_kg: float | None = None) -> bool:
    """Whether a weekly loss is at most 1 kg and 1 % of body weight, both inclusive (CDC/NICE)."""
    if weekly_loss_kg > MAX_LOSS_KG + _TOLERANCE:
        return False
    return weight_kg is None or weekly_loss_kg <= weight_kg * 0.01 + _TOLERANCE


def gain_target(tdee_kcal: float, *, age: int | None, ed_signal: bool = False) -> tuple[float, float] | Refusal:
    """kcal a day, from–to, for a slow gain: +250 to +500 (0.25–0.5 % of weight a week). Errors: as for a deficit's
    age.
    """
    if ed_signal:
        return Refusal(code="ed_signal")
    if age is None:
        return Refusal(code="missing_input", needs=("age",))
    if age < 18:
        return Refusal(code="minor")
    return tdee_kcal + 250, tdee_kcal + 500


def kcal(met: float, weight_kg: float, minutes: float, method: KcalMethod = "compendium") -> float | Refusal:
    """Gross energy of an activity; ±15–20 %.

    `compendium` (default): MET × kg × h (Herrmann 2024). `acsm`: MET × 3.5 × kg / 200 a minute, 5 % more.
    Errors: `implausible` outside 0.9–25 MET, 25–350 kg, 0–1440 min.
    """
    if not 0.9 <= met <= 25 or not weight_ok(weight_kg) or not 0 <= minutes <= 1440:
        return Refusal(code="implausible", needs=("met", "weight_kg", "minutes"))
    if method == "acsm":
        return met * 3.5 * weight_kg / 200 * minutes
    return met * weight_kg * minutes / 60


def net_kcal(met: float, weight_kg: float, minutes: float) -> float | Refusal:
    """Energy above rest: (MET − 1) × kg × h, never below 0. Errors: as `kcal`."""
    gross = kcal(met, weight_kg, minutes)
    return gross if isinstance(gross, Refusal) else max(0.0, gross - weight_kg * minutes / 60)


def steps_to_m(steps: int, height_cm: float, sex: Sex | None = None) -> float | Refusal:
    """Walking distance of steps, m; step length 0.413–0.415 × height, ±10 %. Errors: `implausible`."""
    if not 0 <= steps <= 200_000 or not height_ok(height_cm):
        return Refusal(code="implausible", needs=("steps", "height_cm"))
    return steps * _STEP_FACTOR[sex] * height_cm / 100
