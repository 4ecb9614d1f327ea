"""The catalogue of movements. Words are `exercise-<name>` with the attribute `cue`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal

from core.domain.exercise_table import ROWS
from core.domain.profile import BodyPart, Equipment
from core.domain.records import Frozen

Pattern = Literal["squat", "hinge", "push", "pull", "carry", "core", "lunge", "cardio", "mobility", "balance"]
Muscle = Literal[
    "quads",
    "glutes",
    "hamstrings",
    "calves",
    "adductors",
    "chest",
    "back",
    "shoulders",
    "biceps",
    "triceps",
    "core",
    "forearms",
]
Mode = Literal["reps", "seconds"]


class Exercise(Frozen):
    """One movement. `muscles` count as trained hard by it, `helpers` not; any one of `needs` is enough to do it."""

    name: str
    pattern: Pattern
    muscles: tuple[Muscle, ...]
    helpers: tuple[Muscle, ...]
    needs: tuple[tuple[Equipment, ...], ...]
    """Alternatives, each a set of equipment; one empty set: nothing needed."""
    level: Literal[1, 2, 3]
    avoid: tuple[BodyPart, ...]
    mode: Mode = "reps"
    per_side: bool = False
    loaded: bool = False
    """A weight or band can be raised."""
    supine: bool = False
    prone: bool = False
    impact: bool = False
    overhead: bool = False
    standing_balance: bool = False
    hold: bool = False
    """Held still: no use with high blood pressure."""
    soft: bool = False
    """The kindest choice of its pattern."""
    main: bool = False
    """What most programmes are built on: preferred."""

    @property
    def pregnancy_safe(self) -> bool:
        """Not on the back or belly, no jumps, simple (ACOG: no long supine work, no risk of falls)."""
        easy_balance = not self.standing_balance or self.level == 1
        return not (self.supine or self.prone or self.impact) and self.level == 1 and easy_balance


_GYM: frozenset[Equipment] = frozenset(
    {"gym", "dumbbells", "barbell", "kettlebell", "bands", "pull_up_bar", "bench", "bike", "treadmill", "rower"}
)


def _needs(text: str) -> list[list[str]]:
    return [[part for part in option.split("+") if part != "none"] for option in text.split("/")]


def _exercise(row: tuple[str, str, str, str, str, int, str, str]) -> Exercise:
    name, pattern, muscles, helpers, needs, level, avoid, flags = row
    marks = flags.split()
    flags_set = {
        "per_side": "side",
        "loaded": "loaded",
        "supine": "supine",
        "prone": "prone",
        "impact": "impact",
        "overhead": "overhead",
        "standing_balance": "stand",
        "soft": "soft",
        "main": "main",
    }
    return Exercise.model_validate(
        {
            "name": name,
            "pattern": pattern,
            "muscles": muscles.split(),
            "helpers": helpers.split(),
            "needs": _needs(needs),
            "level": level,
            "avoid": avoid.split(),
            "mode": "seconds" if {"hold", "timed"} & set(marks) else "reps",
            "hold": "hold" in marks,
            **{field: mark in marks for field, mark in flags_set.items()},
        }
    )


EXERCISES: dict[str, Exercise] = {row[0]: _exercise(row) for row in ROWS}


def at_hand(equipment: Iterable[Equipment]) -> frozenset[Equipment]:
    """Everything there is to train with: a gym holds all but a pool."""
    owned = frozenset(equipment) - {"none"}
    return owned | _GYM if "gym" in owned else owned


def possible(exercise: Exercise, owned: Collection[Equipment], sore: Collection[BodyPart]) -> bool:
    """Whether somebody with this equipment (see `at_hand`) and these sore parts can do it."""
    if any(part in exercise.avoid for part in sore):
        return False
    return any(all(piece in owned for piece in option) for option in exercise.needs)


def alternatives(
    name: str, equipment: Iterable[Equipment], sore: Collection[BodyPart], max_level: int = 3
) -> tuple[Exercise, ...]:
    """Other movements of the same pattern that are possible, those for the same muscle first. Unknown name: none."""
    wanted = EXERCISES.get(name)
    if wanted is None:
        return ()
    owned = at_hand(equipment)
    found = [
        other
        for other in EXERCISES.values()
        if other.pattern == wanted.pattern
        and other.name != name
        and other.level <= max_level
        and possible(other, owned, sore)
    ]
    return tuple(sorted(found, key=lambda other: (other.muscles != wanted.muscles, abs(other.level - wanted.level))))
