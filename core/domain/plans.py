"""Plans: made from a profile by rules, the same for the same facts, each choice with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from core.domain.endurance_sessions import activity_for, session_minutes
from core.domain.exercises import Muscle
from core.domain.guidelines import AEROBIC_MIN
from core.domain.plan_layouts import layout
from core.domain.plan_setup import Setup, setup
from core.domain.plan_targets import targets
from core.domain.plan_types import EnergyGuidance, Item, Plan, PlannedSession, Targets, Template, Title
from core.domain.profile import Profile
from core.domain.reasons import Reason, Refusal
from core.domain.records import Frozen
from core.domain.sessions import Place, session
from core.domain.strength_sessions import eased, set_limit

__all__ = [
    "EnergyGuidance",
    "Item",
    "Plan",
    "PlannedSession",
    "Simulation",
    "Targets",
    "Template",
    "Title",
    "explain",
    "make_plan",
    "next_session",
    "session_on",
    "simulate",
]

WEEKS = 4
_CARDIO = "WRBC"
_STRENGTH = "SOXULPQG"


class Simulation(Frozen):
    """What a plan amounts to, before it is accepted. Lists are by week."""

    sessions: int
    minutes: tuple[int, ...]
    aerobic_min: tuple[int, ...]
    strength_days: int
    sets_per_muscle: tuple[tuple[Muscle, int], ...]
    """Of the fullest week, most first."""


def make_plan(profile: Profile, today: date) -> Plan | Refusal:
    """A four-week plan starting today. What is not known is assumed, and each assumption is a reason.

    Errors: `minor` below 13 years; `implausible` age; `out_of_range` days (1–7) or minutes (5–300).
    """
    made = setup(profile, today)
    if isinstance(made, Refusal):
        return made
    conditions, reasons = made
    sessions = tuple(_sessions(conditions, today))
    wanted, target_reasons = targets(profile, conditions)
    plan = Plan(
        template=conditions.template,
        start=today,
        weeks=WEEKS,
        days_per_week=conditions.days,
        minutes_per_session=conditions.minutes,
        sessions=sessions,
        reasons=(),
        targets=wanted,
    )
    built = tuple(_built_reasons(conditions, plan))
    return plan.model_copy(update={"reasons": (*reasons, *built, *target_reasons)})


def _sessions(conditions: Setup, start: date) -> Iterator[PlannedSession]:
    letters = layout(conditions.template, conditions.days)
    easier = _easier_last_week(conditions)
    endurance_days = sum(letter in _CARDIO for letter in letters)
    minutes = session_minutes(conditions, endurance_days, WEEKS, easier_last=easier)
    order = sorted(
        (day for day, letter in enumerate(letters) if letter != "."), key=lambda day: (day - start.weekday()) % 7
    )
    for week in range(1, WEEKS + 1):
        yield from _week(conditions, letters, order, week, minutes[week - 1], ease=easier and week == WEEKS)


def _week(
    conditions: Setup, letters: str, order: list[int], week: int, cardio_min: int, *, ease: bool
) -> Iterator[PlannedSession]:
    tally: dict[Muscle, int] = {}
    seen: dict[str, int] = {}
    for place_in_week, weekday in enumerate(order):
        letter = letters[weekday]
        place = Place(
            letter=letter,
            week=week,
            occurrence=seen.get(letter, 0),
            of_letter=letters.count(letter),
            strength_days=sum(other in _STRENGTH for other in letters),
            cardio_min=cardio_min,
        )
        seen[letter] = place.occurrence + 1
        title, items = session(conditions, place, tally)
        if ease:
            items = tuple(eased(item) for item in items)
        yield PlannedSession(
            week=week,
            index=(week - 1) * len(order) + place_in_week,
            weekday=weekday,
            title=title,
            minutes=-(-sum(item.duration_s for item in items) // 60),
            items=items,
        )


def _easier_last_week(conditions: Setup) -> bool:
    """An easier week where there is something to recover from: trained people who work near their limit."""
    careful = conditions.gentle or conditions.young or conditions.older
    return not careful and conditions.experience != "beginner"


def _built_reasons(conditions: Setup, plan: Plan) -> Iterator[Reason]:
    totals = simulate(plan)
    if any(item.reps for planned in plan.sessions for item in planned.items if item.muscles):
        yield from _strength_reasons(conditions, totals)
    aerobic = max(totals.aerobic_min)
    if aerobic:
        yield Reason(
            rule="rule-aerobic",
            facts=(("first", totals.aerobic_min[0]), ("most", aerobic), ("goal", AEROBIC_MIN)),
            source="WHO 2020",
        )
    activity = activity_for(conditions)
    if aerobic and conditions.sore and activity not in (None, "walking"):
        yield Reason(rule="rule-joint-friendly", facts=(("activity", activity or ""),))
    if conditions.template == "walk_run":
        yield Reason(rule="rule-walk-run")
    yield Reason(rule="rule-ten-percent")
    if _easier_last_week(conditions):
        yield Reason(rule="rule-easier-week", facts=(("week", WEEKS),))


def _strength_reasons(conditions: Setup, totals: Simulation) -> Iterator[Reason]:
    muscle, most = totals.sets_per_muscle[0] if totals.sets_per_muscle else ("core", 0)
    yield Reason(
        rule="rule-strength-days",
        facts=(("days", totals.strength_days),),
        source="WHO 2020",
    )
    yield Reason(
        rule="rule-sets-per-muscle",
        facts=(("sets", most), ("muscle", muscle), ("limit", set_limit(conditions))),
        source="ACSM 2026",
    )
    yield Reason(rule="rule-double-progression", source="ACSM 2009")
    if totals.strength_days > 1:
        yield Reason(rule="rule-48-hours")


def explain(plan: Plan) -> tuple[Reason, ...]:
    """Why the plan is as it is, most personal first."""
    return plan.reasons


def session_on(plan: Plan, day: date) -> PlannedSession | None:
    """The session of a date, or `None`: a rest day, or outside the plan."""
    return next((planned for planned in plan.sessions if plan.day_of(planned) == day), None)


def next_session(plan: Plan, day: date) -> PlannedSession | None:
    """The first session on or after a date, or `None` when the plan is over."""
    return next((planned for planned in plan.sessions if plan.day_of(planned) >= day), None)


def last_day(plan: Plan) -> date:
    """The last day of the plan's last week."""
    return plan.start + timedelta(days=7 * plan.weeks - 1)


def simulate(plan: Plan) -> Simulation:
    """What the plan amounts to: sessions, minutes, endurance minutes, sets per muscle."""
    weeks = [[planned for planned in plan.sessions if planned.week == week] for week in range(1, plan.weeks + 1)]
    by_week = [_sets(week) for week in weeks]
    muscles: dict[Muscle, int] = {}
    for counts in by_week:
        for muscle, count in counts.items():
            muscles[muscle] = max(muscles.get(muscle, 0), count)
    return Simulation(
        sessions=len(plan.sessions),
        minutes=tuple(sum(planned.minutes for planned in week) for week in weeks),
        aerobic_min=tuple(sum(planned.aerobic_min for planned in week) for week in weeks),
        strength_days=sum(any(item.muscles for item in planned.items) for planned in weeks[0]),
        sets_per_muscle=tuple(sorted(muscles.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def _sets(week: list[PlannedSession]) -> dict[Muscle, int]:
    counts: dict[Muscle, int] = {}
    for planned in week:
        for item in planned.items:
            for muscle in item.muscles:
                counts[muscle] = counts.get(muscle, 0) + item.sets
    return counts
