"""When to add load, hold, add repetitions or go back. Loads in the person's unit, steps as their equipment has
them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from core.domain.loading import round_to_step
from core.domain.reasons import Reason, Refusal
from core.domain.records import Frozen

ProgressAction = Literal["increase", "hold", "add_reps", "decrease"]
MAX_STEP = 0.10
"""A load rises by 10 % at most in one step, inclusive (ACSM 2009: 2–10 %)."""
_TOLERANCE = 1e-9


class Progress(Frozen):
    """What the next session does."""

    action: ProgressAction
    load: float
    reason: Reason


def progress(
    load: float,
    target_reps: int,
    sessions: Sequence[Sequence[int]],
    *,
    step: float = 2.5,
    bar: float = 0,
) -> Progress | Refusal:
    """The 2-for-2 rule: two repetitions above target in every set of the last two sessions raise the load by a step.

    If a step is more than 10 %, repetitions are added first. Two sessions with a set below target: −5 %; a third −10
    %. `sessions` are the repetitions per set at this load, oldest first. Source: ACSM 2009. Error: `out_of_range`.
    """
    if load < 0 or step <= 0 or target_reps < 1:
        return Refusal(code="out_of_range", needs=("load", "step", "target_reps"))
    last = [tuple(reps) for reps in sessions if reps][-3:]
    if len(last) < 2:
        return _result("hold", load, "rule-progress-wait")
    if all(min(reps) >= target_reps + 2 for reps in last[-2:]):
        return _raise(load, step)
    misses = _trailing(last, target_reps)
    if misses >= 2:
        return _lower(load, step, bar, 0.10 if misses >= 3 else 0.05)
    return _result("hold", load, "rule-progress-hold")


def double_progression(
    load: float, reps_range: tuple[int, int], last_sets: Sequence[int], rir: float | None, *, step: float = 2.5
) -> Progress | Refusal:
    """Range a–b: all sets at b with at least one in reserve raise the load, then start at a again.

    Unknown reserve counts as none. Error: `out_of_range` for an empty range or no sets.
    """
    low, high = reps_range
    if not 1 <= low <= high or not last_sets or step <= 0:
        return Refusal(code="out_of_range", needs=("reps_range", "last_sets"))
    if min(last_sets) >= high and rir is not None and rir >= 1:
        return _raise(load, step)
    if min(last_sets) < low:
        return _result("hold", load, "rule-progress-hold")
    return _result("add_reps", load, "rule-progress-add-reps")


def after_break(load: float, days_off: int, *, step: float = 2.5, bar: float = 0) -> float | Refusal:
    """Load after a break: under 14 days the same, to 28 days −10 %, longer −20 %, over 56 days −30 %. Error:
    negative.
    """
    if days_off < 0 or load < 0:
        return Refusal(code="out_of_range", needs=("days_off",))
    cut = 0.0 if days_off < 14 else 0.10 if days_off <= 28 else 0.20 if days_off <= 56 else 0.30
    return load if cut == 0 else max(bar, round_to_step(load * (1 - cut), step, bar))


def deload(sets: int, load: float, *, step: float = 2.5, bar: float = 0) -> tuple[int, float]:
    """A lighter week: about half the sets (at least one), load −10 %."""
    return max(1, (sets + 1) // 2), max(bar, round_to_step(load * 0.9, step, bar))


def _trailing(sessions: Sequence[Sequence[int]], target: int) -> int:
    count = 0
    for reps in reversed(sessions):
        if min(reps) >= target:
            break
        count += 1
    return count


def _raise(load: float, step: float) -> Progress:
    if step > load * MAX_STEP + _TOLERANCE:
        return _result("add_reps", load, "rule-progress-small-steps")
    return _result("increase", load + step, "rule-progress-increase")


def _lower(load: float, step: float, bar: float, cut: float) -> Progress:
    lower = max(bar, round_to_step(load * (1 - cut), step, bar))
    if lower >= load:
        lower = max(bar, load - step)
    if lower >= load:
        return _result("hold", load, "rule-progress-hold")
    return _result("decrease", lower, "rule-progress-decrease")


def _result(action: ProgressAction, load: float, rule: str) -> Progress:
    return Progress(action=action, load=load, reason=Reason(rule=rule, facts=(("load", load),), source="ACSM 2009"))
