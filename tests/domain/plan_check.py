"""An independent reading of what a safe plan is, from the profile alone. It shares no rule with the planner."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from core.domain.exercises import EXERCISES
from core.domain.plans import Item, Plan, PlannedSession
from core.domain.profile import Profile

GYM = {"dumbbells", "barbell", "kettlebell", "bands", "pull_up_bar", "bench", "bike", "treadmill", "rower", "gym"}
ACTIVITY_SORE = {
    "running": {"knee", "ankle", "foot", "hip", "calf", "hamstring", "lower_back", "groin"},
    "walking": {"ankle", "foot"},
    "cycling": {"hip", "groin"},
    "swimming": {"shoulder"},
    "rowing_erg": {"lower_back", "wrist", "shoulder"},
    "tai_chi": {"ankle", "foot", "knee"},
}
SETS_A_WEEK = {"beginner": 10, "intermediate": 16, "advanced": 20}


def faults(plan: Plan, profile: Profile, today: date) -> Iterator[str]:
    """Everything wrong with a plan, in words for the developer; nothing: it is sound."""
    yield from _shape(plan, profile, today)
    for session in plan.sessions:
        yield from _session(plan, session, profile, today)
    yield from _spacing(plan)
    yield from _volumes(plan, profile)
    yield from _protection(plan, profile, today)


def _shape(plan: Plan, profile: Profile, today: date) -> Iterator[str]:
    facts = profile.facts
    days, minutes = facts.days_per_week or 3, facts.minutes_per_session or 30
    if plan.start != today or plan.days_per_week != days:
        yield "start or days differ from what was said"
    for week in range(1, plan.weeks + 1):
        if sum(session.week == week for session in plan.sessions) != days:
            yield f"week {week} has not {days} sessions"
    dates = [plan.day_of(session) for session in plan.sessions]
    if dates != sorted(set(dates)):
        yield "two sessions on one day, or out of order"
    if dates and (dates[0] < today or dates[-1] >= today + timedelta(days=7 * plan.weeks)):
        yield "a session outside the plan's weeks"
    if [session.index for session in plan.sessions] != list(range(len(plan.sessions))):
        yield "indices have gaps"
    if any(session.minutes > minutes for session in plan.sessions):
        yield "longer than the minutes there are"


def _session(plan: Plan, session: PlannedSession, profile: Profile, today: date) -> Iterator[str]:
    if not session.items:
        yield f"empty session {session.title}"
    if sum(_seconds(item) for item in session.items) > session.minutes * 60:
        yield f"{session.title}: its lines take longer than it says"
    for item in session.items:
        yield from _item(item, profile, today)


def _seconds(item: Item) -> int:
    if item.minutes is not None:
        return item.minutes * 60
    once = item.seconds or (item.reps or (0, 0))[1] * 2
    return item.sets * (once * (2 if item.per_side else 1) + item.rest_s)


def _item(item: Item, profile: Profile, today: date) -> Iterator[str]:
    facts = profile.facts
    sore: set[str] = set(facts.injuries)
    owned: set[str] = {piece for piece in facts.equipment if piece != "none"}
    if "gym" in owned:
        owned |= GYM
    if item.sets < 1 or (item.minutes is not None and item.minutes < 1):
        yield f"{item.name}: nothing to do"
    if item.kind == "activity":
        if sore & ACTIVITY_SORE[item.name]:
            yield f"{item.name} loads a sore part"
        needed = {"cycling": "bike", "swimming": "pool", "rowing_erg": "rower"}.get(item.name)
        if needed and needed not in owned:
            yield f"{item.name} without equipment"
    else:
        exercise = EXERCISES[item.name]
        if sore & set(exercise.avoid):
            yield f"{item.name} loads a sore part"
        if not any(set(option) <= owned for option in exercise.needs):
            yield f"{item.name} without equipment"
        if facts.pregnant and (exercise.supine or exercise.prone or exercise.impact):
            yield f"{item.name} in pregnancy"
    ready = profile.readiness
    cleared = ready is not None and ready.result == "clear" and ready.answered_on >= today - timedelta(days=365)
    careful = not cleared or facts.pregnant or "heart" in facts.conditions or profile.ed_signal
    if careful and (item.effort > 5 or (item.rir is not None and item.rir < 4) or item.name in ("running", "burpee")):
        yield f"{item.name}: too hard without clearance"
    age = profile.age_on(today)
    if age is not None and (age < 18 or age >= 65) and item.rir is not None and item.rir < 3:
        yield f"{item.name}: too close to the limit for the age"


def _spacing(plan: Plan) -> Iterator[str]:
    for before, after in pairwise(plan.sessions):
        close = (plan.day_of(after) - plan.day_of(before)).days < 2
        if close and before.hard and after.hard and _muscles(before) & _muscles(after):
            yield f"{before.title} and {after.title} within 48 hours"


def _muscles(session: PlannedSession) -> set[str]:
    return {muscle for item in session.items if item.role == "work" for muscle in item.muscles}


def _volumes(plan: Plan, profile: Profile) -> Iterator[str]:
    limit = SETS_A_WEEK[profile.facts.experience or "beginner"]
    endurance: list[int] = []
    for week in range(1, plan.weeks + 1):
        counts: dict[str, int] = {}
        minutes = 0
        for session in (session for session in plan.sessions if session.week == week):
            for item in session.items:
                minutes += _seconds(item) // 60 if item.kind == "activity" else 0
                for muscle in item.muscles:
                    counts[muscle] = counts.get(muscle, 0) + item.sets
        endurance.append(minutes)
        if any(count > limit for count in counts.values()):
            yield f"week {week}: {counts} above {limit} sets"
    # Whole minutes: one more a session is the smallest step there is.
    for one, two in pairwise(endurance):
        if two > one * 1.1 + plan.days_per_week:
            yield f"endurance rises from {one} to {two} minutes"
    if max(endurance) > 600:
        yield "more endurance than is sensible"


def _protection(plan: Plan, profile: Profile, today: date) -> Iterator[str]:
    facts, age = profile.facts, profile.age_on(today)
    value = None
    if facts.weight_kg and facts.height_cm:
        value = facts.weight_kg / (facts.height_cm / 100) ** 2
    goal = facts.goal_weight_kg / (facts.height_cm / 100) ** 2 if facts.goal_weight_kg and facts.height_cm else None
    shielded = (
        age is None
        or age < 18
        or facts.pregnant
        or facts.breastfeeding
        or profile.ed_signal
        or (value is not None and value < 18.5)
        or (goal is not None and goal < 18.5)
        or "insulin" in facts.medications
        or "diabetes_insulin" in facts.conditions
    )
    if shielded and plan.targets.energy is not None:
        yield "a deficit for somebody it could harm"
    if plan.targets.energy is not None:
        if plan.targets.energy.kcal < (1200 if facts.sex == "female" else 1500):
            yield "energy below the floor"
        if plan.targets.energy.weekly_loss_kg > min(1, 0.01 * (facts.weight_kg or 0)) + 1e-9:
            yield "too fast a loss"
    if plan.template == "weight_mix" and (profile.ed_signal or facts.pregnant or (age is not None and age < 18)):
        yield "a weight-loss plan for somebody it could harm"
    if profile.ed_signal and (plan.targets.steps_per_day or plan.targets.protein_g):
        yield "targets after an eating-disorder signal"
