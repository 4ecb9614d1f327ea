"""What of a record a challenge counts, in the metric's unit.

- steps: said as steps, alone or with a workout.
- minutes: of workouts; sets without a time are taken as two minutes each. Without an activity in the rules, what costs
  less than 1.6 MET (sitting still) is no activity.
- distance: of the activity; without one, everything on foot (running, walking, hiking).
- reps: of the activity's sets.
- active days: days with ten minutes of activity, any sets, or a workout whose length was not said.
- sessions: workouts of ten minutes or of unsaid length; all sets of a day together are one; at most three a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum
from typing import assert_never

from core.domain.activities import record_met
from core.domain.challenge_terms import Rules
from core.domain.records import Record

MINUTES_PER_SET = 2.0
"""One set with its rest, where no time was said: an estimate on the low side."""
ACTIVE_MINUTES = 10.0
_ON_FOOT = frozenset({"running", "walking", "hiking"})
_SEDENTARY_MET = 1.6


def is_counted(rules: Rules, record: Record) -> bool:
    """Whether the record is of the sort that is counted, with the value that is counted."""
    if rules.metric == "steps":
        return record.type in ("steps", "workout") and bool(record.steps)
    activity = "walking" if record.type == "steps" else record.activity
    if rules.metric == "distance_m":
        fits = activity == rules.activity if rules.activity else activity in _ON_FOOT
        return fits and record.type in ("steps", "workout") and bool(record.distance_m)
    if record.type not in ("workout", "sets") or (rules.activity is not None and activity != rules.activity):
        return False
    if rules.metric == "reps":
        return _reps(record) > 0
    met = record_met(record)
    return rules.activity is not None or met is None or met >= _SEDENTARY_MET


def day_amount(rules: Rules, records: Sequence[Record]) -> float:
    """What the records of one day amount to in the metric's unit, before the cap."""
    match rules.metric:
        case "steps":
            return fsum(record.steps or 0 for record in records)
        case "minutes":
            return rounded(_minutes(record) for record in records)
        case "distance_m":
            return rounded(record.distance_m or 0 for record in records)
        case "reps":
            return fsum(_reps(record) for record in records)
        case "active_days":
            return float(_is_active(records))
        case "sessions":
            return float(_sessions(records))
        case _:
            assert_never(rules.metric)


def rounded(parts: Iterable[float]) -> float:
    """The exact sum to three decimals: the same in every order of its parts."""
    return round(fsum(parts), 3)


def _minutes(record: Record) -> float:
    if record.duration_s is not None:
        return record.duration_s / 60
    return _sets(record) * max(MINUTES_PER_SET, (record.hold_s or 0) / 60) if record.type == "sets" else 0.0


def is_estimated(record: Record) -> bool:
    return record.type == "sets" and record.duration_s is None


def _sets(record: Record) -> int:
    return record.sets or len(record.reps_list or ()) or 1


def _reps(record: Record) -> int:
    if record.type != "sets":
        return 0
    return sum(record.reps_list) if record.reps_list else (record.reps or 0) * (record.sets or 1)


def _is_active(records: Sequence[Record]) -> bool:
    unsaid = any(record.type == "sets" or record.duration_s is None for record in records)
    return unsaid or fsum(record.duration_s or 0 for record in records) >= ACTIVE_MINUTES * 60


def _sessions(records: Sequence[Record]) -> int:
    workouts = [record for record in records if record.type == "workout"]
    long_enough = sum(r.duration_s is None or r.duration_s >= ACTIVE_MINUTES * 60 for r in workouts)
    return long_enough + (len(workouts) < len(records))
