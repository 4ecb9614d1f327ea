"""The WHO 2020 activity guideline (Bull, Br J Sports Med 2020): minutes and days a week by age group."""

from __future__ import annotations

from core.domain.reasons import Refusal
from core.domain.records import Frozen

AEROBIC_MIN = 150
"""Moderate minutes a week of an adult; a vigorous minute counts twice."""
AEROBIC_GOOD = 300
CHILD_MIN_PER_DAY = 60
STRENGTH_DAYS = 2
BALANCE_DAYS = 3


class WhoCheck(Frozen):
    """What of the guideline a week meets. `strength` counts days of muscle work (5–17: muscle and bone)."""

    aerobic: bool
    strength: bool
    balance_required: bool
    balance: bool
    moderate_equivalent: float
    """Moderate plus twice vigorous minutes (adults), or minutes of at least moderate effort (5–17)."""


def equivalent_minutes(moderate_min: float, vigorous_min: float) -> float:
    """Minutes that count toward 150: moderate + 2 × vigorous."""
    return moderate_min + 2 * vigorous_min


def who_check(
    *,
    age: int,
    moderate_min: float = 0,
    vigorous_min: float = 0,
    mvpa_min_week: float | None = None,
    strength_days: int = 0,
    balance_days: int = 0,
) -> WhoCheck | Refusal:
    """A week against the guideline of the age group: 5–17, 18–64, 65 and over (also balance on 3 days).

    Errors: `out_of_range` below 5 or above 110 years, `implausible` for negative or impossible minutes.
    """
    if not 5 <= age <= 110:
        return Refusal(code="out_of_range", needs=("age",))
    if min(moderate_min, vigorous_min, mvpa_min_week or 0) < 0 or moderate_min + vigorous_min > 7 * 1440:
        return Refusal(code="implausible", needs=("minutes",))
    if age < 18:
        minutes = moderate_min + vigorous_min if mvpa_min_week is None else mvpa_min_week
        return WhoCheck(
            aerobic=minutes >= 7 * CHILD_MIN_PER_DAY,
            strength=strength_days >= 3,
            balance_required=False,
            balance=True,
            moderate_equivalent=minutes,
        )
    minutes = equivalent_minutes(moderate_min, vigorous_min) if mvpa_min_week is None else mvpa_min_week
    older = age >= 65
    return WhoCheck(
        aerobic=minutes >= AEROBIC_MIN,
        strength=strength_days >= STRENGTH_DAYS,
        balance_required=older,
        balance=not older or balance_days >= BALANCE_DAYS,
        moderate_equivalent=minutes,
    )
