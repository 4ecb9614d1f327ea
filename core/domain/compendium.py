"""The activities and what they cost: 2024 Adult Compendium (Herrmann, J Sport Health Sci 2024;13:6–12), in MET.

Speeds are lower bounds in mph as printed; where the 2024 table has no row, the 2011 value or a stated estimate stands.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

ActivityKind = Literal["endurance", "strength", "sport", "mind_body", "daily"]
Measure = Literal["speed_mph", "watts", "per_min"]
Bands = tuple[tuple[float, float], ...]


class Activity(NamedTuple):
    """What an activity costs without more detail (`met`), by variant, and by speed, power or rate (lower bound,
    MET).
    """

    kind: ActivityKind
    met: float
    variants: tuple[tuple[str, float], ...] = ()
    measure: Measure | None = None
    bands: Bands = ()


_RUN: Bands = (
    (0, 6.5),
    (4.3, 7.8),
    (5.0, 8.5),
    (5.5, 9.0),
    (6.0, 9.3),
    (6.7, 10.5),
    (7.0, 11.0),
    (7.5, 11.8),
    (8.0, 12.0),
    (8.6, 12.5),
    (9.0, 13.0),
    (9.3, 14.8),
    (10.0, 14.8),
    (11.0, 16.8),
    (12.0, 18.5),
    (13.0, 19.8),
    (14.0, 23.0),
)
_WALK: Bands = ((0, 2.3), (2.0, 2.8), (2.5, 3.0), (2.8, 3.8), (3.5, 4.8), (4.0, 5.5), (4.5, 7.0), (5.0, 8.5))
_CYCLE: Bands = ((0, 4.0), (10.0, 6.8), (12.0, 8.0), (14.0, 10.0), (16.0, 12.0), (20.0, 16.8))
# Crawl at 50 and 75 yards a minute.
_SWIM: Bands = ((0, 5.8), (50 * 0.9144 * 60 / 1609.344, 8.0), (75 * 0.9144 * 60 / 1609.344, 10.5))
_ERG: Bands = ((0, 5.0), (100, 7.5), (150, 11.0), (200, 14.0))
_ROPE: Bands = ((0, 8.3), (100, 11.8), (120, 12.3))
_STATIONARY = (("stationary", 6.8), ("spin", 9.0), ("mountain", 8.5), ("e_bike", 6.0))

ACTIVITIES: dict[str, Activity] = {
    "running": Activity(
        "endurance", 7.5, (("jog_walk", 6.0), ("cross_country", 9.3), ("in_place", 4.8)), "speed_mph", _RUN
    ),
    "walking": Activity(
        "endurance", 3.8, (("dog", 3.0), ("nordic", 4.3), ("race", 6.5), ("uphill", 7.0)), "speed_mph", _WALK
    ),
    "cycling": Activity("endurance", 7.0, _STATIONARY, "speed_mph", _CYCLE),
    "swimming": Activity(
        "endurance",
        5.8,
        (
            ("laps_slow", 5.8),
            ("laps_fast", 9.8),
            ("breaststroke", 5.3),
            ("breaststroke_training", 10.3),
            ("backstroke", 4.8),
            ("backstroke_training", 9.5),
            ("butterfly", 13.8),
            ("leisure", 6.0),
            ("water_aerobics", 5.3),
        ),
        "speed_mph",
        _SWIM,
    ),
    "hiking": Activity("endurance", 6.0, (("fields", 5.3), ("daypack", 7.8), ("backpacking", 7.0))),
    "rowing_erg": Activity("endurance", 7.3, (), "watts", _ERG),
    "rope_jumping": Activity("endurance", 11.8, (), "per_min", _ROPE),
    "elliptical": Activity("endurance", 5.0, (("vigorous", 9.0),)),
    "stairs": Activity("endurance", 6.8, (("slow", 4.5), ("fast", 9.3), ("treadmill", 9.3), ("down", 3.5))),
    "skiing": Activity("sport", 7.0),
    "skating": Activity("sport", 7.0),
    "kayaking": Activity("endurance", 5.0),
    # Measured in young Chinese adults: 5.1–5.6 for gentle styles, 7.1–7.2 aerobic; an estimate.
    "square_dance": Activity("sport", 5.0, (("gentle", 4.0), ("aerobic", 7.0))),
    "dancing": Activity("sport", 7.8, (("ballroom_slow", 3.0), ("ballroom_fast", 5.5), ("zumba", 6.5))),
    "aerobics": Activity("sport", 7.3, (("low_impact", 4.8), ("high_impact", 8.0))),
    "tai_chi": Activity("mind_body", 3.3, (("yang", 6.0),)),
    "qigong": Activity("mind_body", 3.3),
    "yoga": Activity("mind_body", 2.3, (("hatha", 2.3), ("power", 4.0), ("vinyasa", 2.7), ("hot", 3.0))),
    "pilates": Activity("mind_body", 2.8),
    "stretching": Activity("mind_body", 2.3),
    "meditation": Activity("mind_body", 1.0),
    "martial_arts": Activity("sport", 5.5),
    "hiit": Activity("sport", 7.0, (("vigorous", 11.0),)),
    "circuit": Activity("sport", 6.0, (("vigorous", 7.5),)),
    "basketball": Activity("sport", 7.5, (("game", 8.0), ("shooting", 5.0))),
    "badminton": Activity("sport", 5.5, (("social", 5.5), ("competitive", 7.0), ("match", 9.0))),
    "table_tennis": Activity("sport", 4.0),
    "football": Activity("sport", 7.0, (("casual", 7.0), ("competitive", 9.5))),
    "tennis": Activity("sport", 6.8, (("singles", 8.0),)),
    "volleyball": Activity("sport", 4.0, (("competitive", 6.0),)),
    "golf": Activity("sport", 4.5),
    "climbing": Activity("sport", 5.8),
    "boxing": Activity("sport", 5.8, (("bag", 5.8), ("sparring", 7.8))),
    "housework": Activity("daily", 3.3),
    "weights": Activity("strength", 3.5, (("vigorous", 6.0), ("explosive", 5.0))),
    "push_up": Activity("strength", 3.8, (("vigorous", 7.5),)),
    "pull_up": Activity("strength", 3.8, (("vigorous", 7.5),)),
    "sit_up": Activity("strength", 3.8, (("vigorous", 7.5),)),
    "lunge": Activity("strength", 3.8),
    "dip": Activity("strength", 3.8),
    "burpee": Activity("strength", 11.0),
    "mountain_climber": Activity("strength", 7.5),
    "jumping_jack": Activity("strength", 7.5),
    "kettlebell_swing": Activity("strength", 9.8),
    "plank": Activity("strength", 3.0),
    "wall_sit": Activity("strength", 3.0),
    **{
        name: Activity("strength", 3.5, (("explosive", 5.0),))
        for name in (
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
            "incline_bench_press",
            "dumbbell_bench_press",
            "lateral_raise",
            "leg_press",
            "seated_row",
            "leg_curl",
            "leg_extension",
            "calf_raise",
            "triceps_extension",
            "face_pull",
            "chest_fly",
            "shrug",
            "strength_training",
        )
    },
    # As resistance training, vigorous; calisthenics, vigorous and moderate; an isometric hold.
    **{name: Activity("strength", 6.0) for name in ("clean", "snatch", "thruster")},
    "box_jump": Activity("strength", 7.5),
    "leg_raise": Activity("strength", 3.8),
    "russian_twist": Activity("strength", 3.8),
    "dead_hang": Activity("strength", 3.0),
    # "Worked out", and nothing more: between weights and a class; an estimate.
    "workout": Activity("sport", 5.0),
}
