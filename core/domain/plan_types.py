"""A plan as a value: weeks of planned sessions, targets, and the reasons that led there.

Titles are `session-<title>` and `plan-<template>`, notes are whole ids; numbers are minutes, seconds, repetitions.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from core.domain.exercises import EXERCISES, Muscle
from core.domain.reasons import Reason
from core.domain.records import Frozen

Template = Literal[
    "weight_mix",
    "full_body",
    "upper_lower",
    "push_pull_legs",
    "walk_run",
    "running",
    "endurance",
    "health",
    "mobility",
    "stress",
    "older",
    "pregnancy",
    "youth",
    "gentle",
]
Title = Literal[
    "full_body_a",
    "full_body_b",
    "upper",
    "lower",
    "push",
    "pull",
    "legs",
    "walk",
    "cardio",
    "walk_run",
    "easy_run",
    "long_run",
    "intervals",
    "mobility",
    "calm",
    "mixed",
    "balance_walk",
    "strength_balance",
]
Role = Literal["warm_up", "work", "cool_down"]

SECONDS_PER_REP = 3
CHANGE_S = 20
"""Time to walk over and set up, per item."""


class Item(Frozen):
    """One line of a session: a movement (`exercise-<name>`) or an activity (`activity-<name>`).

    Movements have `sets` and either `reps` (from–to) or `seconds`; activities either `minutes`, or `sets` intervals of
    `seconds` with `rest_s` easy between. `effort` is on the CR10 scale (3 easy, 5 can talk, 7 a few words), `rir`
    repetitions in reserve.
    """

    kind: Literal["exercise", "activity"]
    name: str
    role: Role = "work"
    sets: int = 1
    reps: tuple[int, int] | None = None
    seconds: int | None = None
    minutes: int | None = None
    per_side: bool = False
    rest_s: int = 0
    effort: int = 3
    rir: int | None = None
    note: str | None = None

    @property
    def duration_s(self) -> int:
        """Estimate, s: work, pauses, and the change to it."""
        if self.minutes is not None:
            return self.minutes * 60
        once = self.seconds if self.seconds is not None else (self.reps or (0, 0))[1] * SECONDS_PER_REP
        change = CHANGE_S if self.kind == "exercise" and self.role == "work" else 0
        return self.sets * (once * (2 if self.per_side else 1) + self.rest_s) + change

    @property
    def muscles(self) -> tuple[Muscle, ...]:
        """Muscles this trains as a strength set; none for activities, stretches and warm-ups."""
        if self.kind == "activity" or self.role != "work":
            return ()
        return EXERCISES[self.name].muscles


class PlannedSession(Frozen):
    """One planned workout. `week` counts from 1, `index` from 0 over the whole plan, `weekday` 0 is Monday."""

    week: int
    index: int
    weekday: int
    title: Title
    minutes: int
    items: tuple[Item, ...]

    @property
    def hard(self) -> bool:
        """Whether its strength sets come near the limit (3 or fewer in reserve)."""
        return any(item.rir is not None and item.rir <= 3 for item in self.items)

    @property
    def aerobic_min(self) -> int:
        """Minutes of endurance work, warm-up and cool-down walking included."""
        return sum(item.duration_s for item in self.items if item.kind == "activity") // 60


class EnergyGuidance(Frozen):
    """What to eat, kcal a day, and the loss it aims at, kg a week."""

    kcal: int
    weekly_loss_kg: float
    floored: bool = False


class Targets(Frozen):
    """What goes with the sessions; `None`: none is set."""

    steps_per_day: int | None = None
    aerobic_min_per_week: int | None = None
    energy: EnergyGuidance | None = None
    protein_g: tuple[int, int] | None = None


class Plan(Frozen):
    """A plan. A week is seven days from `start`; each session lies on its weekday within them."""

    template: Template
    start: date
    weeks: int
    days_per_week: int
    minutes_per_session: int
    sessions: tuple[PlannedSession, ...]
    reasons: tuple[Reason, ...]
    targets: Targets = Targets()

    def day_of(self, session: PlannedSession) -> date:
        """The date a session is suggested for."""
        offset = (session.weekday - self.start.weekday()) % 7
        return self.start + timedelta(days=7 * (session.week - 1) + offset)
