"""Words shared by the alarm rules: what is felt, and what a reading asks for. The strictest action wins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

AlarmAction = Literal[
    "none", "recheck", "no_training", "stop_and_eat_carbs", "repeat_then_urgent_care", "urgent_care", "emergency"
]
Symptom = Literal[
    "chest_pain",
    "breathless",
    "blue_lips",
    "faint",
    "dizzy",
    "confusion",
    "weakness",
    "numbness",
    "speech_trouble",
    "vision_trouble",
    "severe_headache",
    "headache",
    "upper_belly_pain",
    "vomiting",
    "drowsy",
    "unwell",
]

STRICTNESS: tuple[AlarmAction, ...] = (
    "none",
    "recheck",
    "no_training",
    "stop_and_eat_carbs",
    "repeat_then_urgent_care",
    "urgent_care",
    "emergency",
)


def strictest(actions: Iterable[AlarmAction]) -> AlarmAction:
    """The strictest of several, `none` of no one."""
    return max(actions, key=STRICTNESS.index, default="none")
