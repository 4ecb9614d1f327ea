"""Getting to know somebody: at most two things at a time, in the order in which they help most, and never twice.

What is skipped stays unknown; rules then assume the careful value and say so.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.domain.profile import Profile

Step = tuple[str, ...]

STEPS: tuple[Step, ...] = (
    ("goal",),
    ("height_cm", "weight_kg"),
    ("age", "sex"),
    ("days_per_week", "minutes_per_session"),
    ("experience", "equipment"),
    ("injuries", "diet"),
)
"""What is asked together. The zone is asked for when it is first needed (a reminder); platforms tell the name."""

QUICK: Mapping[str, tuple[str, ...]] = {
    "goal": ("lose_weight", "build_muscle", "endurance", "health", "get_stronger", "stress"),
    "sex": ("female", "male"),
    "days_per_week": ("2", "3", "4", "5"),
    "minutes_per_session": ("15", "30", "45", "60"),
    "experience": ("beginner", "intermediate", "advanced"),
    "equipment": ("none", "dumbbells", "gym"),
}
"""Answers offered as buttons, by fact."""


def known(profile: Profile, fact: str) -> bool:
    """Whether the fact was said or skipped. An empty list is known once it was asked for and answered with "none"."""
    if fact in profile.skipped:
        return True
    if fact == "age" and profile.facts.birth_year is not None:
        return True
    if fact == "injuries" and profile.facts.conditions:
        return True
    if fact == "sex" and (profile.facts.pregnant or profile.facts.breastfeeding):
        return True
    if fact == "weight_kg" and profile.ed_signal:
        return True
    return bool(getattr(profile.facts, fact))


def next_step(profile: Profile) -> Step:
    """What to ask next, at most two facts; empty when everything is known or skipped."""
    return next(iter(later_steps(profile)), ())


def later_steps(profile: Profile) -> tuple[Step, ...]:
    """Every step that still misses something, with what it misses: an answer may come before its question."""
    missing = (tuple(fact for fact in step if not known(profile, fact)) for step in STEPS)
    return tuple(step for step in missing if step)


def skip(profile: Profile, facts: Step) -> Profile:
    """The profile with these facts marked as not wanted."""
    return profile.model_copy(update={"skipped": tuple(dict.fromkeys((*profile.skipped, *facts)))})
