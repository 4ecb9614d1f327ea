"""What a message was understood as. `read(text, ...)` in `core.understanding` makes it, without a model or I/O."""

from __future__ import annotations

from typing import Literal

from core.domain.profile import Facts
from core.domain.records import Frozen, Record

IntentKind = Literal[
    "start",
    "plan",
    "today",
    "start_session",
    "done",
    "swap",
    "why",
    "challenge",
    "join",
    "board",
    "remind",
    "quiet_hours",
    "less_often",
    "pause",
    "stop",
    "export",
    "delete",
    "help",
    "settings",
    "language",
    "me",
    "undo",
    "skip",
    "yes",
    "no",
    "thanks",
    "greeting",
    "smalltalk",
    "question",
    "how_to_start",
    "snooze",
    "leave",
    "link",
    "zone",
    "progress",
]
Action = Literal["none", "medication_referral", "ed_support", "see_doctor", "urgent_care", "crisis", "emergency"]
Mood = Literal["neutral", "praise", "frustration", "discouragement", "distress"]


class ChallengeTerms(Frozen):
    """Terms of a challenge as far as said. `metric`: steps, minutes, distance_m, reps, active_days, sessions."""

    kind: Literal["total", "daily_goal", "times_per_week", "race"] | None = None
    metric: Literal["steps", "minutes", "distance_m", "reps", "active_days", "sessions"] | None = None
    activity: str | None = None
    days: int | None = None
    target: float | None = None
    """Per day for daily_goal, per week for times_per_week, overall for race and total; in the metric's unit."""
    stake: str | None = None
    weekdays_only: bool = False


class Intent(Frozen):
    """Something the person wants. Only the fields of its kind are set."""

    kind: IntentKind
    at: str | None = None
    """Local clock time "HH:MM" (remind, snooze until, quiet hours start)."""
    until: str | None = None
    """Local clock time "HH:MM" (quiet hours end)."""
    minutes: int | None = None
    days: int | None = None
    code: str | None = None
    reason: Literal["illness", "travel", "period", "exams", "holiday", "injury", "other"] | None = None
    language: Literal["en", "zh-Hans"] | None = None
    zone: str | None = None
    topic: str | None = None
    terms: ChallengeTerms | None = None


class Finding(Frozen):
    """Result of the safety screening. The stricter action wins when several apply."""

    red_flag: bool = False
    category: str | None = None
    action: Action = "none"
    coaching_allowed: bool = True
    third_person: bool = False


class Correction(Frozen):
    """A change to an earlier entry: `undo` withdraws it; `record` holds only the new values; `day_offset` moves it."""

    undo: bool = False
    record: Record | None = None
    field: str | None = None
    """The record field `value` belongs to, if the words name it (`改成25个`: reps); else inferred from the entry."""
    value: float | None = None
    old_value: float | None = None
    date_offset_days: int | None = None


class Doubt(Frozen):
    """Something that reads two ways: shown as buttons, one per option."""

    question: Literal["load_or_sets", "unit", "which_activity", "distance_or_steps"]
    options: tuple[tuple[str, Record], ...]
    """(name of the option, e.g. `kg`/`lb`/`load`/`sets`; the record it would give)."""


class Held(Frozen):
    """A value beyond the plausible: kept for review, not rejected in silence."""

    record: Record
    verdict: Literal["review", "reject"]
    because: str
    """Locale-neutral code, e.g. `steps_high`, `faster_than_record`, `future_date`, `height_range`."""


class Reading(Frozen):
    """Everything one message says."""

    language: Literal["en", "zh-Hans"] | None = None
    """Language it is written in, `None` for digits and emoji only."""
    records: tuple[Record, ...] = ()
    held: tuple[Held, ...] = ()
    facts: Facts = Facts()
    implausible_facts: tuple[tuple[str, float], ...] = ()
    """Facts said with values outside the plausible range, e.g. (`height_cm`, 1700): asked again, not stored."""
    denied: tuple[str, ...] = ()
    """Facts said to be empty ("no injuries"): known from then on."""
    intents: tuple[Intent, ...] = ()
    correction: Correction | None = None
    doubts: tuple[Doubt, ...] = ()
    mood: Mood = "neutral"
    confidence: float = 0.0
    """0–1; below 0.5 the message goes to the model if one is fit."""
