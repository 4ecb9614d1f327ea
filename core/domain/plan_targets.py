"""What goes with a plan: steps a day, energy with its floors, protein. Never a deficit for those it could harm."""

from __future__ import annotations

from datetime import date
from typing import Literal

from core.domain.body import bmi, bmi_scheme, suitable_bmi
from core.domain.energy import bmr, calorie_target, deficit_refusal, tdee
from core.domain.guidelines import AEROBIC_MIN
from core.domain.nutrition import ProteinGoal, protein_target
from core.domain.plan_setup import Setup
from core.domain.plan_types import EnergyGuidance, Targets
from core.domain.profile import ActivityLevel, Facts, GoalKind, Profile
from core.domain.reasons import Reason, Refusal

_STEPS: dict[ActivityLevel, int] = {"sedentary": 6000, "light": 7000, "moderate": 8000, "very": 9000, "extra": 9000}
_STEPS_60 = 7000
LEAST_BMI_FOR_LOSS = 20.0
"""Below it there is no room for losing weight safely above 18.5."""


def targets(profile: Profile, setup: Setup) -> tuple[Targets, tuple[Reason, ...]]:
    """Targets of the plan and why they are so, or why they are missing."""
    reasons: list[Reason] = []
    steps = _steps(profile, setup)
    if steps is not None:
        reasons.append(Reason(rule="rule-steps", facts=(("steps", steps),), source="Paluch 2022"))
    energy = _energy(profile, setup, reasons) if profile.facts.goal == "lose_weight" else None
    protein = _protein(profile, setup)
    if protein is not None:
        facts = (("low", protein[0]), ("high", protein[1]))
        reasons.append(Reason(rule="rule-protein", facts=facts, source="ISSN 2017, Morton 2018"))
    aerobic = None if profile.ed_signal or setup.young else AEROBIC_MIN
    return Targets(steps_per_day=steps, aerobic_min_per_week=aerobic, energy=energy, protein_g=protein), tuple(reasons)


def _steps(profile: Profile, setup: Setup) -> int | None:
    sore = {"foot", "ankle", "hip", "groin", "calf"} & setup.sore
    if profile.ed_signal or setup.young or setup.pregnant or sore:
        return None
    steps = _STEPS[setup.activity]
    return min(steps, _STEPS_60) if setup.age is not None and setup.age >= 60 else steps


def _energy(profile: Profile, setup: Setup, reasons: list[Reason]) -> EnergyGuidance | None:
    facts = profile.facts
    if profile.ed_signal:
        return None
    refusal = _no_deficit(profile, setup)
    if refusal is not None:
        reasons.append(Reason(rule="rule-no-deficit", facts=(("why", refusal),)))
        return None
    if setup.age is None or setup.bmi is None or facts.weight_kg is None or facts.height_cm is None:
        reasons.append(Reason(rule="rule-energy-needs-facts"))
        return None
    basal = bmr(weight_kg=facts.weight_kg, height_cm=facts.height_cm, age=setup.age, sex=facts.sex)
    if isinstance(basal, Refusal):
        return None
    spent = tdee(basal.kcal, facts.activity_level or "sedentary")
    if isinstance(spent, Refusal):
        return None
    loss = _weekly_loss(facts, setup)
    wanted = calorie_target(
        tdee_kcal=spent,
        weekly_loss_kg=loss,
        age=setup.age,
        sex=facts.sex,
        bmi=setup.bmi,
        weight_kg=facts.weight_kg,
        bmr_kcal=basal.kcal,
        conditions=facts.conditions,
        medications=facts.medications,
    )
    if isinstance(wanted, Refusal) or wanted.kcal >= spent:
        reasons.append(Reason(rule="rule-no-deficit", facts=(("why", "no_room"),)))
        return None
    # Not below the basal rate: the Chinese guideline wants intake above it, and it is easier to keep up.
    kcal = round(max(wanted.kcal, basal.kcal) / 10) * 10
    floored = wanted.floored or wanted.below_bmr
    real_loss = round(min(loss, (spent - kcal) * 7 / 7700), 2)
    if real_loss < 0.05:
        reasons.append(Reason(rule="rule-no-deficit", facts=(("why", "no_room"),)))
        return None
    facts_used = (("kcal", kcal), ("loss", real_loss), ("need", round(spent / 10) * 10))
    reasons.append(Reason(rule="rule-energy", facts=facts_used, source="Mifflin 1990"))
    if facts.activity_level is None:
        reasons.append(Reason(rule="rule-assumed-activity"))
    if floored:
        why = "resting" if wanted.below_bmr else "floor"
        reasons.append(Reason(rule="rule-energy-floor", facts=(("kcal", kcal), ("why", why))))
    return EnergyGuidance(kcal=kcal, weekly_loss_kg=real_loss, floored=floored)


NoDeficit = Literal["ed_signal", "minor", "pregnant", "underweight", "see_doctor", "missing_input", "no_room", "other"]


def _no_deficit(profile: Profile, setup: Setup) -> NoDeficit | None:
    facts = profile.facts
    goal_bmi = None
    if facts.goal_weight_kg is not None and facts.height_cm:
        goal_bmi = facts.goal_weight_kg / (facts.height_cm / 100) ** 2
    # An unknown age is answered by asking for it, after everything else was looked at.
    refusal = deficit_refusal(
        age=30 if setup.age is None else setup.age,
        pregnant=facts.pregnant,
        breastfeeding=facts.breastfeeding,
        bmi=setup.bmi,
        goal_bmi=goal_bmi,
        ed_signal=profile.ed_signal,
        conditions=facts.conditions,
        medications=facts.medications,
    )
    if refusal is not None:
        codes: dict[str, NoDeficit] = {
            "ed_signal": "ed_signal",
            "minor": "minor",
            "pregnant": "pregnant",
            "underweight": "underweight",
            "see_doctor": "see_doctor",
        }
        return codes.get(refusal.code, "other")
    return "no_room" if setup.bmi is not None and setup.bmi < LEAST_BMI_FOR_LOSS else None


def _weekly_loss(facts: Facts, setup: Setup) -> float:
    """kg a week: half a kilo, a quarter within the suitable band, never above 1 % of weight."""
    band = suitable_bmi(bmi_scheme(facts.country), setup.age or 30)
    inside = not isinstance(band, Refusal) and setup.bmi is not None and setup.bmi < band[1]
    return min(0.25 if inside else 0.5, (facts.weight_kg or 50) * 0.01)


def _protein(profile: Profile, setup: Setup) -> tuple[int, int] | None:
    facts = profile.facts
    if facts.weight_kg is None or setup.age is None or profile.ed_signal or facts.breastfeeding:
        return None
    goals: dict[str | None, ProteinGoal] = {"build_muscle": "muscle", "get_stronger": "training"}
    goal = goals.get(facts.goal)
    # Per kilogram, at very high weight, would overshoot; such people get no number.
    if goal is None or (setup.bmi is not None and setup.bmi >= 35):
        return None
    wanted = protein_target(facts.weight_kg, goal, age=setup.age, conditions=facts.conditions, pregnant=facts.pregnant)
    return None if isinstance(wanted, Refusal) else (round(wanted.low / 5) * 5, round(wanted.high / 5) * 5)


def starter(profile: Profile, today: date, goal: GoalKind | None = None) -> str:
    """The id of a first answer to "how should I train?" for the goal named now, else the profile's.

    Losing weight is answered with health where it could harm: minors, pregnancy, underweight, an eating disorder.
    """
    wanted = goal or profile.facts.goal or "health"
    if wanted != "lose_weight":
        return f"starter-{wanted}"
    facts, age = profile.facts, profile.age_on(today)
    weight = None
    if facts.weight_kg is not None and facts.height_cm is not None:
        weight = bmi(facts.weight_kg, facts.height_cm)
    refusal = deficit_refusal(
        age=30 if age is None else age,
        pregnant=facts.pregnant,
        breastfeeding=facts.breastfeeding,
        bmi=None if isinstance(weight, Refusal) else weight,
        ed_signal=profile.ed_signal,
    )
    return "starter-health" if refusal is not None else "starter-lose_weight"
