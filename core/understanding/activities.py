"""How an activity is counted: by sets of a load, by repetitions, by holding, or by distance and time."""

from __future__ import annotations

from typing import Literal

Counted = Literal["lift", "reps", "hold", "distance", "time"]

LIFTS = frozenset(
    {
        "bench_press",
        "squat",
        "deadlift",
        "overhead_press",
        "biceps_curl",
        "romanian_deadlift",
        "front_squat",
        "split_squat",
        "hip_thrust",
        "lat_pulldown",
        "dumbbell_row",
        "barbell_row",
        "seated_row",
        "incline_bench_press",
        "dumbbell_bench_press",
        "lateral_raise",
        "leg_press",
        "leg_curl",
        "leg_extension",
        "calf_raise",
        "triceps_extension",
        "face_pull",
        "chest_fly",
        "shrug",
        "clean",
        "snatch",
        "thruster",
        "kettlebell_swing",
        "lunge",
    }
)
UNLOADED_TOO = frozenset({"squat", "lunge", "split_squat", "hip_thrust", "calf_raise"})
"""Lifts that are as often done without a load."""
BODYWEIGHT = frozenset(
    {
        "push_up",
        "pull_up",
        "sit_up",
        "burpee",
        "dip",
        "mountain_climber",
        "jumping_jack",
        "box_jump",
        "leg_raise",
        "russian_twist",
    }
)
HOLDS = frozenset({"plank", "wall_sit", "dead_hang"})
DISTANCES = frozenset(
    {
        "running",
        "walking",
        "cycling",
        "swimming",
        "hiking",
        "rowing_erg",
        "skiing",
        "skating",
        "kayaking",
    }
)


def counted(activity: str | None) -> Counted:
    """The way sets, bare numbers and durations are read for an activity."""
    if activity in LIFTS:
        return "lift"
    if activity in BODYWEIGHT:
        return "reps"
    if activity in HOLDS:
        return "hold"
    return "distance" if activity in DISTANCES else "time"
