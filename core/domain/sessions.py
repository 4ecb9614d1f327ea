"""One planned session from its letter in the layout: warm-up, work, cool-down, within the minutes there are."""

from __future__ import annotations

from typing import Literal, NamedTuple

from core.domain.endurance_sessions import activity_for, run, steady
from core.domain.exercises import EXERCISES, Exercise, Muscle
from core.domain.plan_setup import Setup
from core.domain.plan_types import CHANGE_S, Item, Title
from core.domain.strength_sessions import Dose, allowed, item_of, strength_items

_WARM_UPS = ("march_in_place", "seated_boxing", "seated_march", "shoulder_circles")
_SEATED = ("seated_boxing", "seated_march")
_STRETCHES = (
    "hip_flexor_stretch",
    "hamstring_stretch",
    "chest_stretch",
    "calf_stretch",
    "figure_four_stretch",
    "seated_twist",
)
_MOBILITY = (
    "cat_cow",
    "thoracic_rotation",
    "hip_flexor_stretch",
    "hamstring_stretch",
    "chest_stretch",
    "figure_four_stretch",
    "deep_squat_hold",
    "calf_stretch",
    "shoulder_circles",
    "seated_twist",
    "childs_pose",
    "neck_stretch",
    "ankle_circles",
)
_BALANCE = ("single_leg_stand", "heel_to_toe_walk", "side_leg_raise", "weight_shift", "clock_reach")
_STRENGTH: dict[str, tuple[Title, ...]] = {
    "S": ("full_body_a", "full_body_b"),
    "O": ("full_body_a", "full_body_b"),
    "X": ("full_body_a", "full_body_b"),
    "U": ("upper",),
    "L": ("lower",),
    "P": ("push",),
    "Q": ("pull",),
    "G": ("legs",),
}
MOBILITY_CAP_MIN = 30
WALK_AFTER_CAP_MIN = 20


class Place(NamedTuple):
    """Where in the plan a session stands."""

    letter: str
    week: int
    occurrence: int
    """How many sessions of this letter came before in the week."""
    of_letter: int
    """Sessions of this letter a week."""
    strength_days: int
    cardio_min: int
    """Minutes of endurance sessions this week."""


def session(setup: Setup, place: Place, tally: dict[Muscle, int]) -> tuple[Title, tuple[Item, ...]]:
    """Title and lines of a session; `tally` counts the week's sets per muscle."""
    match place.letter:
        case "W":
            return _endurance(setup, place.cardio_min)
        case "R" if setup.template in ("walk_run", "running"):
            return run(setup, place.cardio_min, place.week, place.occurrence, place.of_letter)
        case "R":
            return _endurance(setup, place.cardio_min)
        case "B":
            return "balance_walk", _balance_walk(setup, place.cardio_min)
        case "M":
            return "mobility", mobility(setup, min(setup.minutes, MOBILITY_CAP_MIN), breathe=setup.minutes >= 10)
        case "C":
            return "calm", _calm(setup, place.cardio_min)
        case _:
            return _strength(setup, place, tally)


def _endurance(setup: Setup, minutes: int) -> tuple[Title, tuple[Item, ...]]:
    title: Title = "walk" if activity_for(setup) == "walking" else "cardio"
    return title, _moving(setup, minutes, 4 if setup.gentle else 5)


def _moving(setup: Setup, minutes: int, effort: int) -> tuple[Item, ...]:
    """Steady endurance; where every activity would load a sore part, rounds on a chair, else loosening."""
    if (activity := activity_for(setup)) is not None:
        return steady(activity, minutes, effort)
    for exercise in _possible(setup, _SEATED)[:1]:
        rounds = max(1, (minutes * 60 - CHANGE_S) // 60)
        return (Item(kind="exercise", name=exercise.name, sets=rounds, seconds=40, rest_s=20, effort=effort),)
    return mobility(setup, minutes, breathe=True)


def _strength(setup: Setup, place: Place, tally: dict[Muscle, int]) -> tuple[Title, tuple[Item, ...]]:
    choices = _STRENGTH[place.letter]
    # With one session a week, the days alternate by week; else within the week.
    turn = place.occurrence if place.of_letter > 1 else place.week - 1
    title = choices[turn % len(choices)]
    before, after = _frame(setup.minutes)
    budget = (setup.minutes - before) * 60 - 70 * after
    work: list[Item] = []
    if place.letter == "O" and setup.minutes >= 15:
        work += _some(setup, _BALANCE, 2, sets=2, seconds=20, rest_s=15)
        budget -= sum(item.duration_s for item in work)
    for_strength = budget * 6 // 10 if place.letter == "X" and setup.minutes >= 15 else budget
    work += strength_items(setup, title, for_strength, place.strength_days, tally)
    left = budget - sum(item.duration_s for item in work if item.muscles)
    if place.letter == "X":
        left = budget - for_strength
    if _walks_after(setup, place):
        work += _walk_after(setup, min(left // 60, WALK_AFTER_CAP_MIN, place.cardio_min))
    items = (*_warm_up(setup, before), *work, *_some(setup, _STRETCHES, after, role="cool_down", seconds=25))
    return _title(place.letter, title), items


def _walks_after(setup: Setup, place: Place) -> bool:
    """Walking fills the time left, where it would be the same every week (one session a week alternates)."""
    if setup.template in ("full_body", "upper_lower", "push_pull_legs"):
        return False
    return place.letter == "X" or (place.letter in "SO" and place.of_letter > 1)


def _title(letter: str, title: Title) -> Title:
    return "strength_balance" if letter == "O" else "mixed" if letter == "X" else title


def _frame(minutes: int) -> tuple[int, int]:
    """Minutes of warm-up, and how many stretches at the end."""
    if minutes < 10:
        return 1, 0
    return (3, 1) if minutes < 25 else (5, 2)


def _warm_up(setup: Setup, minutes: int) -> tuple[Item, ...]:
    found = _possible(setup, _WARM_UPS)[:1]
    return tuple(
        Item(kind="exercise", name=exercise.name, role="warm_up", seconds=minutes * 60, effort=2) for exercise in found
    )


def _walk_after(setup: Setup, minutes: int) -> tuple[Item, ...]:
    activity = activity_for(setup)
    if activity is None or minutes < 5:
        return ()
    return (Item(kind="activity", name=activity, minutes=minutes, effort=4),)


def _balance_walk(setup: Setup, minutes: int) -> tuple[Item, ...]:
    balance = _some(setup, _BALANCE, 3 if minutes >= 15 else 1, sets=2, seconds=20, rest_s=15)
    walking = minutes - -(-sum(item.duration_s for item in balance) // 60)
    if walking < 5:
        return balance or _moving(setup, minutes, 4)
    return (*_moving(setup, walking, 4), *balance)


def _calm(setup: Setup, minutes: int) -> tuple[Item, ...]:
    walking = minutes * 6 // 10
    activity = activity_for(setup)
    loosening = mobility(setup, minutes - walking, breathe=True)
    if activity is None or walking < 3:
        return mobility(setup, minutes, breathe=True)
    return (Item(kind="activity", name=activity, minutes=walking, effort=3, note="plan-note-easy"), *loosening)


def mobility(setup: Setup, minutes: int, *, breathe: bool) -> tuple[Item, ...]:
    """Loosening and stretching for so many minutes, slow breathing at the end."""
    breathing = min(5, max(1, minutes // 4)) if breathe else 0
    left = (minutes - breathing) * 60
    items: list[Item] = []
    for exercise in _possible(setup, _MOBILITY):
        item = item_of(exercise, Dose(2 if minutes >= 10 else 1, (1, 1), 0, 5, 2, seconds=30))
        if item.duration_s <= left:
            items.append(item)
            left -= item.duration_s
    if breathing:
        items.append(Item(kind="exercise", name="breathing", role="cool_down", seconds=breathing * 60, effort=1))
    return tuple(items)


def _some(
    setup: Setup,
    names: tuple[str, ...],
    count: int,
    *,
    role: Literal["work", "cool_down"] = "work",
    sets: int = 1,
    seconds: int = 20,
    rest_s: int = 5,
) -> tuple[Item, ...]:
    found = _possible(setup, names)[:count]
    items = (item_of(exercise, Dose(sets, (8, 10), 5, rest_s, 3, seconds=seconds)) for exercise in found)
    return tuple(item.model_copy(update={"role": role, "rir": None}) for item in items)


def _possible(setup: Setup, names: tuple[str, ...]) -> list[Exercise]:
    return [EXERCISES[name] for name in names if allowed(setup, EXERCISES[name])]
