"""The rules of a challenge: what is counted, for how long, towards what, and the terms that cannot be.

Amounts are steps, minutes, metres, repetitions, days or sessions. What may be counted is a closed set: weight, calories
and the like cannot be ranked, because riskier behaviour was seen in weight contests.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from core.domain.activities import kind as activity_kind
from core.domain.activities import names
from core.domain.records import Frozen

Kind = Literal["total", "daily_goal", "times_per_week", "race"]
Metric = Literal["steps", "minutes", "distance_m", "reps", "active_days", "sessions"]
Template = Literal["steps_daily", "minutes_total", "workouts_weekly", "run_race"]
RefusedCode = Literal[
    "already_in",
    "ended",
    "full",
    "not_member",
    "not_owner",
    "too_many_chats",
    "unknown_code",
    "no_challenge",
    "target_missing",
    "target_range",
    "target_unreachable",
    "days_range",
    "no_weekdays",
    "start_past",
    "start_far",
    "unknown_activity",
    "activity_missing",
    "not_measured",
    "never_ranked",
]

DAYS = 7
RACE_DAYS = 30
MAX_DAYS = 366
START_WITHIN_DAYS = 60
STAKE_LENGTH = 100
SESSIONS_A_DAY = 3

_CAP: Mapping[Metric, float] = {
    "steps": 30_000,
    "minutes": 360,
    "distance_m": 100_000,
    "reps": 1000,
    "active_days": 1,
    "sessions": SESSIONS_A_DAY,
}
_CAP_OF_ACTIVITY: Mapping[tuple[Metric, str], float] = {
    ("distance_m", "cycling"): 300_000,
    ("distance_m", "swimming"): 20_000,
    ("reps", "squat"): 2000,
    ("reps", "pull_up"): 300,
    ("reps", "rope_jumping"): 10_000,
}
_DAILY: Mapping[Metric, float] = {
    "steps": 8000,
    "minutes": 30,
    "distance_m": 3000,
    "reps": 30,
    "active_days": 1,
    "sessions": 1,
}
# 150 minutes: WHO 2020. The steps are the daily goal seven times.
_WEEKLY: Mapping[Metric, float] = {
    "steps": 56_000,
    "minutes": 150,
    "distance_m": 10_000,
    "reps": 100,
    "active_days": 3,
    "sessions": 3,
}
IN_TIMES: frozenset[Metric] = frozenset({"active_days", "sessions"})
_WHOLE: frozenset[Metric] = frozenset({"steps", "reps", "active_days", "sessions"})
_OVER_DISTANCE = frozenset({"skiing", "skating"})
_NOT_OVER_DISTANCE = frozenset({"rope_jumping", "stairs"})
_IN_REPS = frozenset({"rope_jumping"})
_HELD = frozenset({"plank", "wall_sit"})


class Refused(Frozen):
    """It cannot be done; the words are `challenge-refused-<code>`, `facts` their variables."""

    code: RefusedCode
    facts: tuple[tuple[str, str | float | int], ...] = ()


class Rules(Frozen):
    """What is counted. `target` is in the metric's unit: per day (daily_goal), per week (times_per_week), overall
    (race; total, where it may be missing). `activity` narrows what counts. Weeks are seven days each from `starts`."""

    kind: Kind
    metric: Metric
    activity: str | None = None
    target: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    starts: date
    days: int = Field(ge=1, le=MAX_DAYS)
    weekdays_only: bool = False
    stake: str | None = None

    @property
    def last_day(self) -> date:
        """The last day that counts, inclusive."""
        return self.starts + timedelta(days=self.days - 1)

    @property
    def day_cap(self) -> float:
        """The most that one day can bring."""
        return cap(self.metric, self.activity)

    def counts_on(self, day: date) -> bool:
        return self.starts <= day <= self.last_day and (day.weekday() < 5 or not self.weekdays_only)

    def counting_days(self, first: date | None = None, end: date | None = None) -> tuple[date, ...]:
        """The days that count, from `first` on and before `end` where they are given."""
        every = (self.starts + timedelta(days=n) for n in range(self.days))
        return tuple(
            day
            for day in every
            if self.counts_on(day) and (first is None or day >= first) and (end is None or day < end)
        )


def cap(metric: Metric, activity: str | None) -> float:
    """The most that one day can bring: what an ordinary person does in a very big day, beyond which an entry would be
    reviewed anyway (360 active minutes, 100 km on foot, 300 km cycled, 1,000 repetitions); steps at 30,000."""
    return _CAP_OF_ACTIVITY.get((metric, activity or ""), _CAP[metric])


def make_rules(
    today: date,
    *,
    kind: Kind | None = None,
    metric: Metric | None = None,
    activity: str | None = None,
    days: int | None = None,
    target: float | None = None,
    weekdays_only: bool = False,
    stake: str | None = None,
    starts: date | None = None,
) -> Rules | Refused:
    """Rules from the terms said, the rest by default: seven days (a race thirty), from today, minutes; a daily goal of
    8,000 steps; three sessions a week. A race needs its target said."""
    kind = kind or "total"
    metric = metric or _usual_metric(kind, activity)
    activity = None if metric == "steps" else activity
    starts = starts or today
    days = days if days is not None else RACE_DAYS if kind == "race" else DAYS
    refused = _bad_period(today, starts, days) or _bad_activity(metric, activity)
    if refused is not None:
        return refused
    wanted = _target(kind, metric, target)
    if isinstance(wanted, Refused):
        return wanted
    rules = Rules(
        kind=kind,
        metric=metric,
        activity=activity,
        target=wanted,
        starts=starts,
        days=days,
        weekdays_only=weekdays_only,
        stake=_stake(stake),
    )
    return _unreachable(rules) or rules


def _usual_metric(kind: Kind, activity: str | None) -> Metric:
    if kind == "times_per_week":
        return "sessions"
    if activity is None:
        return "steps" if kind == "daily_goal" else "minutes"
    return "reps" if activity_kind(activity) == "strength" and activity not in _HELD else "minutes"


def _bad_period(today: date, starts: date, days: int) -> Refused | None:
    if not 1 <= days <= MAX_DAYS:
        return Refused(code="days_range", facts=(("days", days), ("max", MAX_DAYS)))
    if starts < today:
        return Refused(code="start_past")
    if (starts - today).days > START_WITHIN_DAYS:
        return Refused(code="start_far", facts=(("max", START_WITHIN_DAYS),))
    return None


def _bad_activity(metric: Metric, activity: str | None) -> Refused | None:
    if activity is None:
        return Refused(code="activity_missing") if metric == "reps" else None
    if activity not in names():
        return Refused(code="unknown_activity")
    kind = activity_kind(activity)
    fits = {
        "distance_m": (kind == "endurance" and activity not in _NOT_OVER_DISTANCE) or activity in _OVER_DISTANCE,
        "reps": (kind == "strength" and activity not in _HELD) or activity in _IN_REPS,
    }
    return None if fits.get(metric, True) else Refused(code="not_measured", facts=(("activity", activity),))


def _target(kind: Kind, metric: Metric, said: float | None) -> float | Refused | None:
    if said is None:
        if kind == "race":
            return Refused(code="target_missing")
        return _DAILY[metric] if kind == "daily_goal" else _WEEKLY[metric] if kind == "times_per_week" else None
    if not (math.isfinite(said) and said > 0):
        return Refused(code="target_range")
    return float(math.ceil(said)) if metric in _WHOLE else said


def _unreachable(rules: Rules) -> Refused | None:
    """Terms that nobody could meet: the daily caps leave too little."""
    countable = len(rules.counting_days())
    if countable == 0:
        return Refused(code="no_weekdays")
    most = most_possible(rules, countable)
    if rules.target is None or rules.target <= most:
        return None
    return Refused(code="target_unreachable", facts=(("most", most), ("metric", rules.metric)))


def most_possible(rules: Rules, countable: int) -> float:
    """The highest target that `countable` days allow: a day's cap, a week of them, or all of them."""
    per_day = 1.0 if rules.kind == "times_per_week" and rules.metric in IN_TIMES else rules.day_cap
    if rules.kind == "daily_goal":
        return per_day
    return per_day * (min(countable, 5 if rules.weekdays_only else 7) if rules.kind == "times_per_week" else countable)


def _stake(said: str | None) -> str | None:
    """The stake is the friends' own matter: kept as said, on one line, up to 100 characters."""
    return " ".join((said or "").split())[:STAKE_LENGTH].rstrip() or None


TEMPLATES: tuple[Template, ...] = ("steps_daily", "minutes_total", "workouts_weekly", "run_race")


def from_template(template: Template, today: date) -> Rules:
    """The rules of a one-tap challenge."""
    match template:
        case "steps_daily":
            return Rules(kind="daily_goal", metric="steps", target=8000, starts=today, days=7)
        case "minutes_total":
            return Rules(kind="total", metric="minutes", starts=today, days=14)
        case "workouts_weekly":
            return Rules(kind="times_per_week", metric="sessions", target=3, starts=today, days=28)
        case "run_race":
            return Rules(kind="race", metric="distance_m", activity="running", target=50_000, starts=today, days=30)
