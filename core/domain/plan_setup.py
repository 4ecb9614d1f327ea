"""From a profile to the conditions of its plan: what is known, what is assumed, what is ruled out, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.domain.body import bmi
from core.domain.exercises import at_hand
from core.domain.plan_types import Template
from core.domain.profile import ActivityLevel, BodyPart, Equipment, Experience, Facts, GoalKind, Profile
from core.domain.reasons import Reason, Refusal
from core.domain.records import Frozen

DEFAULT_DAYS = 3
DEFAULT_MINUTES = 30
READINESS_DAYS = 365
"""The readiness answers are valid for 12 months (PAR-Q+)."""

_STRENGTH_GOALS: frozenset[GoalKind] = frozenset({"build_muscle", "get_stronger"})
_WEIGHTS: frozenset[Equipment] = frozenset({"gym", "barbell", "dumbbells", "kettlebell"})
_RUN_SORE: frozenset[BodyPart] = frozenset({"knee", "ankle", "foot", "hip", "calf", "hamstring", "lower_back", "groin"})
_USUAL: dict[Experience, ActivityLevel] = {"beginner": "sedentary", "intermediate": "light", "advanced": "moderate"}
_NAMED_CONDITIONS = ("heart", "hypertension", "diabetes", "diabetes_insulin", "asthma", "kidney", "joint", "epilepsy")


class Setup(Frozen):
    """The conditions a plan is built under."""

    template: Template
    goal: GoalKind
    experience: Experience
    days: int
    minutes: int
    owned: frozenset[Equipment]
    sore: frozenset[BodyPart]
    age: int | None
    gentle: bool
    """Light and moderate effort only."""
    soft: bool
    """Prefer the kindest choice of every pattern."""
    pregnant: bool
    older: bool
    young: bool
    no_holds: bool
    no_water: bool
    level: int
    """Hardest movements, 1–3."""
    bmi: float | None
    activity: ActivityLevel
    """As said, else guessed from the experience."""


def setup(profile: Profile, today: date) -> tuple[Setup, tuple[Reason, ...]] | Refusal:
    """The conditions and the reasons for them.

    Errors: `minor` below 13 (no plans), `implausible` age above 110, `out_of_range` days (1–7) or minutes (5–300).
    """
    facts, age = profile.facts, profile.age_on(today)
    if (refusal := _refusal(facts, age)) is not None:
        return refusal
    cleared = _cleared(profile, today)
    body_mass_index = _bmi_of(facts)
    thin = body_mass_index is not None and body_mass_index < 17
    gentle = not cleared or "heart" in facts.conditions or profile.ed_signal or thin or bool(facts.pregnant)
    older, young = age is not None and age >= 65, age is not None and age < 18
    experience = facts.experience or "beginner"
    heavy = body_mass_index is not None and body_mass_index >= 35
    built = Setup(
        template=_template(profile, age, gentle, body_mass_index),
        goal=facts.goal or "health",
        experience=experience,
        days=facts.days_per_week or DEFAULT_DAYS,
        minutes=facts.minutes_per_session or DEFAULT_MINUTES,
        owned=at_hand(facts.equipment),
        sore=frozenset(facts.injuries),
        age=age,
        gentle=gentle,
        soft=older or heavy or bool(facts.pregnant),
        pregnant=bool(facts.pregnant),
        older=older,
        young=young,
        no_holds=bool({"hypertension", "heart"} & set(facts.conditions)),
        no_water="epilepsy" in facts.conditions,
        level=_level(facts, experience, gentle=gentle or young, older=older),
        bmi=body_mass_index,
        activity=facts.activity_level or _USUAL[experience],
    )
    return built, tuple(_reasons(profile, built, today))


def _refusal(facts: Facts, age: int | None) -> Refusal | None:
    if age is not None and age < 13:
        return Refusal(code="minor", needs=("age",))
    if age is not None and age > 110:
        return Refusal(code="implausible", needs=("age",))
    if facts.days_per_week is not None and not 1 <= facts.days_per_week <= 7:
        return Refusal(code="out_of_range", needs=("days_per_week",))
    if facts.minutes_per_session is not None and not 5 <= facts.minutes_per_session <= 300:
        return Refusal(code="out_of_range", needs=("minutes_per_session",))
    return None


def _cleared(profile: Profile, today: date) -> bool:
    ready = profile.readiness
    return ready is not None and ready.result == "clear" and (today - ready.answered_on).days <= READINESS_DAYS


def _bmi_of(facts: Facts) -> float | None:
    if facts.weight_kg is None or facts.height_cm is None:
        return None
    value = bmi(facts.weight_kg, facts.height_cm)
    return None if isinstance(value, Refusal) else value


def _level(facts: Facts, experience: Experience, *, gentle: bool, older: bool) -> int:
    if gentle or (older and experience == "beginner"):
        return 1
    if older:
        return 2
    if experience == "beginner":
        return 2 if "barbell" in facts.equipment and facts.goal in _STRENGTH_GOALS else 1
    return 2 if experience == "intermediate" else 3


def _template(profile: Profile, age: int | None, gentle: bool, body_mass_index: float | None) -> Template:
    facts = profile.facts
    if facts.pregnant:
        return "pregnancy"
    if profile.ed_signal:
        return "gentle"
    if age is not None and age < 18:
        return "youth"
    if facts.goal in ("mobility", "stress"):
        return "mobility" if facts.goal == "mobility" else "stress"
    if age is not None and age >= 65:
        return "older"
    if facts.goal == "lose_weight":
        return "health" if body_mass_index is not None and body_mass_index < 18.5 else "weight_mix"
    if facts.goal in _STRENGTH_GOALS:
        return _strength_template(facts, gentle)
    if facts.goal in ("endurance", "event"):
        return _endurance_template(facts, gentle)
    return "health"


def _strength_template(facts: Facts, gentle: bool) -> Template:
    days = facts.days_per_week or DEFAULT_DAYS
    trained = facts.experience in ("intermediate", "advanced") and bool(_WEIGHTS & set(facts.equipment)) and not gentle
    if not trained or days < 4:
        return "full_body"
    return "push_pull_legs" if days >= 5 and facts.experience == "advanced" else "upper_lower"


def _endurance_template(facts: Facts, gentle: bool) -> Template:
    if gentle or _RUN_SORE & set(facts.injuries):
        return "endurance"
    return "walk_run" if facts.experience in (None, "beginner") else "running"


def _reasons(profile: Profile, built: Setup, today: date) -> Iterator[Reason]:
    facts = profile.facts
    yield Reason(rule="rule-template", facts=(("template", built.template), ("days", built.days)))
    if facts.goal is not None and not (facts.goal == "lose_weight" and _no_weight_talk(profile, built)):
        yield Reason(rule="rule-goal", facts=(("goal", facts.goal),))
    yield from _assumed(facts, built)
    yield from _readiness(profile, today)
    if built.age is None:
        yield Reason(rule="rule-age-unknown")
    if built.older:
        yield Reason(rule="rule-older-balance", facts=(("age", built.age or 65),), source="WHO 2020")
    if built.young:
        yield Reason(rule="rule-minor", facts=(("age", built.age or 17),), source="WHO 2020")
    if built.pregnant:
        yield Reason(rule="rule-pregnancy", source="ACOG 2020")
    if profile.ed_signal:
        yield Reason(rule="rule-ed-support")
    for part in facts.injuries:
        yield Reason(rule="rule-injury", facts=(("part", part),))
    for condition in facts.conditions:
        if condition in _NAMED_CONDITIONS:
            yield Reason(rule="rule-condition", facts=(("condition", condition),))
    if {"beta_blocker", "heart_rate"} & set(facts.medications):
        yield Reason(rule="rule-effort-not-heart-rate", source="ACSM")


def _no_weight_talk(profile: Profile, built: Setup) -> bool:
    return profile.ed_signal or built.young or built.pregnant


def _assumed(facts: Facts, built: Setup) -> Iterator[Reason]:
    if facts.goal is None:
        yield Reason(rule="rule-assumed-goal")
    if facts.days_per_week is None:
        yield Reason(rule="rule-assumed-days", facts=(("days", built.days),))
    if facts.minutes_per_session is None:
        yield Reason(rule="rule-assumed-minutes", facts=(("minutes", built.minutes),))
    if not facts.equipment:
        yield Reason(rule="rule-assumed-equipment")
    if facts.experience is None:
        yield Reason(rule="rule-assumed-experience")


def _readiness(profile: Profile, today: date) -> Iterator[Reason]:
    ready = profile.readiness
    if ready is None:
        yield Reason(rule="rule-not-screened", source="PAR-Q+")
    elif ready.result == "flagged":
        yield Reason(rule="rule-screen-flagged", source="PAR-Q+")
    elif (today - ready.answered_on).days > READINESS_DAYS:
        yield Reason(rule="rule-screen-expired", source="PAR-Q+")
