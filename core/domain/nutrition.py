"""Protein, macronutrients and fluid for adults with healthy kidneys. Grams and millilitres a day."""

from __future__ import annotations

from typing import Literal

from core.domain.body import weight_ok
from core.domain.profile import Condition, Sex
from core.domain.reasons import Refusal
from core.domain.records import Frozen

ProteinGoal = Literal["general", "training", "muscle", "deficit"]

_PER_KG: dict[ProteinGoal, tuple[float, float]] = {
    "general": (0.8, 0.8),
    "training": (1.4, 2.0),
    "muscle": (1.6, 2.2),
    "deficit": (1.6, 2.4),
}
_OLDER = (1.0, 1.2)
KCAL_PER_G = {"protein": 4, "carbohydrate": 4, "fat": 9, "alcohol": 7}


class Range(Frozen):
    """From–to, grams a day."""

    low: float
    high: float


class Macros(Frozen):
    """How a day's energy may divide, grams."""

    protein: Range
    fat: Range
    carbohydrate: Range


def protein_target(
    weight_kg: float,
    goal: ProteinGoal = "general",
    *,
    age: int | None = None,
    conditions: tuple[Condition, ...] = (),
    kidney_disease: bool = False,
    pregnant: bool | None = None,
) -> Range | Refusal:
    """Protein, g a day: general 0.8 g/kg (RDA), training 1.4–2.0 (ISSN 2017), muscle 1.6–2.2 (Morton 2018),
    deficit 1.6–2.4; from 65 years at least 1.0–1.2 (PROT-AGE).

    Errors: `see_doctor` with kidney disease or gout, `pregnant`, `minor`, `implausible`.
    """
    if kidney_disease or "kidney" in conditions or "gout" in conditions:
        return Refusal(code="see_doctor")
    if pregnant:
        return Refusal(code="pregnant")
    if age is not None and age < 18:
        return Refusal(code="minor")
    if not weight_ok(weight_kg):
        return Refusal(code="implausible", needs=("weight_kg",))
    low, high = _PER_KG[goal]
    if age is not None and age >= 65:
        low, high = max(low, _OLDER[0]), max(high, _OLDER[1])
    return Range(low=low * weight_kg, high=high * weight_kg)


def macros(
    kcal: float,
    weight_kg: float,
    goal: ProteinGoal = "general",
    *,
    age: int | None = None,
    conditions: tuple[Condition, ...] = (),
    pregnant: bool | None = None,
) -> Macros | Refusal:
    """Protein by weight, fat 20–30 % of energy (at least 0.5 g/kg), the rest carbohydrate.

    Errors: those of `protein_target`; `out_of_range` below 1200 or above 6000 kcal.
    """
    protein = protein_target(weight_kg, goal, age=age, conditions=conditions, pregnant=pregnant)
    if isinstance(protein, Refusal):
        return protein
    if not 1200 <= kcal <= 6000:
        return Refusal(code="out_of_range", needs=("kcal",))
    fat_floor = 0.5 * weight_kg
    fat = Range(low=max(fat_floor, kcal * 0.2 / 9), high=max(fat_floor, kcal * 0.3 / 9))
    rest_low = kcal - 4 * protein.high - 9 * fat.high
    rest_high = kcal - 4 * protein.low - 9 * fat.low
    carbohydrate = Range(low=max(0.0, rest_low / 4), high=max(0.0, rest_high / 4))
    return Macros(protein=protein, fat=fat, carbohydrate=carbohydrate)


def fluid_ml(sex: Sex | None) -> int:
    """Drinks a day in mild weather, ml: 1500 women, 1700 men (Chinese DRIs 2022); unstated: the lower one."""
    return 1700 if sex == "male" else 1500
