"""The strength part of a session: which movements, how many sets, and what fits the time. Seconds and repetitions."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from core.domain.exercises import EXERCISES, Exercise, Muscle, Pattern, possible
from core.domain.plan_setup import Setup
from core.domain.plan_types import Item
from core.domain.profile import Experience


class Slot(NamedTuple):
    """A place in a session: a pattern, and the muscle it is for. `choice` 1 takes the second best movement."""

    pattern: Pattern
    muscle: Muscle | None = None
    choice: int = 0


class Dose(NamedTuple):
    """How much of a movement: sets of repetitions (or seconds) at an effort, pauses between."""

    sets: int
    reps: tuple[int, int]
    rir: int
    rest_s: int
    effort: int
    seconds: int = 20


SLOTS: dict[str, tuple[Slot, ...]] = {
    "full_body_a": (
        Slot("squat", "quads"),
        Slot("push", "chest"),
        Slot("hinge", "glutes"),
        Slot("pull", "back"),
        Slot("core", "core"),
        Slot("push", "shoulders"),
        Slot("carry"),
    ),
    "full_body_b": (
        Slot("hinge", "hamstrings"),
        Slot("pull", "back", 1),
        Slot("lunge", "quads"),
        Slot("push", "chest", 1),
        Slot("core", "core", 1),
        Slot("pull", "biceps"),
        Slot("balance", "calves"),
    ),
    "upper": (
        Slot("push", "chest"),
        Slot("pull", "back"),
        Slot("push", "shoulders"),
        Slot("pull", "back", 1),
        Slot("pull", "biceps"),
        Slot("push", "triceps"),
    ),
    "lower": (
        Slot("squat", "quads"),
        Slot("hinge", "hamstrings"),
        Slot("lunge", "quads"),
        Slot("hinge", "glutes"),
        Slot("core", "core"),
        Slot("balance", "calves"),
    ),
    "push": (
        Slot("push", "chest"),
        Slot("push", "shoulders"),
        Slot("push", "chest", 1),
        Slot("push", "triceps"),
        Slot("push", "shoulders", 1),
    ),
    "pull": (
        Slot("pull", "back"),
        Slot("pull", "back", 1),
        Slot("pull", "biceps"),
        Slot("pull", "forearms"),
    ),
    "legs": (
        Slot("squat", "quads"),
        Slot("hinge", "hamstrings"),
        Slot("lunge", "quads"),
        Slot("hinge", "glutes"),
        Slot("core", "core"),
        Slot("balance", "calves"),
    ),
}

WEEKLY_SETS: dict[Experience, int] = {"beginner": 10, "intermediate": 16, "advanced": 20}
"""Hard sets of one muscle a week, at most."""
HOLD_STEP_S = 10


def set_limit(setup: Setup) -> int:
    """Sets of one muscle a week, at most; beginners' for everyone who goes gently."""
    careful = setup.gentle or setup.young or setup.older
    return WEEKLY_SETS["beginner" if careful else setup.experience]


def dose(setup: Setup, exercise: Exercise, *, main: bool, strength_days: int) -> Dose:
    """How much for this person (ACSM 2009 and 2026; effort below the limit for the young, older, pregnant)."""
    if setup.gentle:
        return Dose(sets=2, reps=(8, 12), rir=5, rest_s=60, effort=5)
    if setup.young or setup.older:
        return Dose(sets=2, reps=(10, 12), rir=4, rest_s=75, effort=6)
    if setup.experience == "beginner":
        return Dose(sets=3 if strength_days <= 2 else 2, reps=(8, 12), rir=3, rest_s=75, effort=7)
    heavy = exercise.loaded and main and not exercise.per_side
    if setup.goal == "get_stronger" and heavy and not setup.no_holds:
        return Dose(sets=4, reps=(4, 6), rir=2, rest_s=150, effort=8, seconds=30)
    rest = 90 if setup.goal in ("build_muscle", "get_stronger") else 60
    rir = 3 if setup.no_holds else 2
    return Dose(sets=3, reps=(8, 12), rir=rir, rest_s=rest, effort=7 if rir == 3 else 8, seconds=30)


def candidates(setup: Setup, slot: Slot, used: Collection[str]) -> list[Exercise]:
    """Movements for a slot that this person may do, best first."""
    found = [
        exercise
        for exercise in EXERCISES.values()
        if exercise.pattern == slot.pattern
        and (slot.muscle is None or slot.muscle in exercise.muscles)
        and exercise.name not in used
        and allowed(setup, exercise)
    ]
    return sorted(found, key=lambda exercise: _rank(setup, exercise))


def allowed(setup: Setup, exercise: Exercise) -> bool:
    """Whether equipment, sore parts, level, pregnancy, age and blood pressure let this person do it."""
    if exercise.level > setup.level or not possible(exercise, setup.owned, setup.sore):
        return False
    if setup.pregnant and not exercise.pregnancy_safe:
        return False
    if exercise.impact and (setup.gentle or setup.older):
        return False
    return not (setup.no_holds and exercise.hold and exercise.pattern in ("squat", "core", "pull"))


def _rank(setup: Setup, exercise: Exercise) -> tuple[bool, bool, bool, int, bool]:
    # With weights around, a movement whose load can grow serves longest; for strength, the bar.
    bar = setup.goal == "get_stronger" and any("barbell" in option for option in exercise.needs)
    return exercise.soft != setup.soft, not exercise.loaded, not exercise.main, -exercise.level, not bar


def strength_items(
    setup: Setup, title: str, budget_s: int, strength_days: int, tally: dict[Muscle, int]
) -> tuple[Item, ...]:
    """Movements of a session that fit the time, most important first; `tally` counts the week's sets per muscle."""
    items: list[Item] = []
    for number, slot in enumerate(SLOTS[title]):
        ranked = candidates(setup, slot, [item.name for item in items])
        if not ranked:
            continue
        exercise = ranked[min(slot.choice, len(ranked) - 1)]
        amount = dose(setup, exercise, main=number < 2, strength_days=strength_days)
        left = budget_s - sum(item.duration_s for item in items)
        item = _fitted(setup, exercise, amount, left, tally, least=1 if not items else 2)
        if item is not None:
            items.append(item)
            for muscle in exercise.muscles:
                tally[muscle] = tally.get(muscle, 0) + item.sets
    return tuple(items)


def _fitted(
    setup: Setup, exercise: Exercise, amount: Dose, left_s: int, tally: dict[Muscle, int], least: int
) -> Item | None:
    room = min((set_limit(setup) - tally.get(muscle, 0) for muscle in exercise.muscles), default=amount.sets)
    for sets in range(min(amount.sets, room), least - 1, -1):
        item = item_of(exercise, amount._replace(sets=sets), note=_note(setup, exercise))
        if item.duration_s <= left_s:
            return item
    return None


def item_of(exercise: Exercise, amount: Dose, note: str | None = None) -> Item:
    """A movement with its dose."""
    timed = exercise.mode == "seconds"
    return Item(
        kind="exercise",
        name=exercise.name,
        sets=amount.sets,
        reps=None if timed else amount.reps,
        seconds=amount.seconds if timed else None,
        per_side=exercise.per_side,
        rest_s=amount.rest_s,
        effort=amount.effort,
        rir=None if timed else amount.rir,
        note=note,
    )


def _note(setup: Setup, exercise: Exercise) -> str | None:
    if setup.no_holds or setup.pregnant:
        return "plan-note-breathe"
    if exercise.loaded:
        return "plan-note-start-light" if setup.experience == "beginner" or setup.gentle else None
    return "plan-note-support" if exercise.standing_balance and setup.soft else None


def eased(item: Item) -> Item:
    """The same line in an easier week: about half the sets, two more repetitions in reserve."""
    if not item.muscles:
        return item
    rir = None if item.rir is None else item.rir + 2
    return item.model_copy(update={"sets": (item.sets + 1) // 2, "rir": rir, "effort": max(3, item.effort - 2)})
