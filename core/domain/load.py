"""Training load: what a session and a week amount to, and how fast they may grow."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from statistics import fmean, pstdev

from core.domain.profile import Sex
from core.domain.reasons import Refusal
from core.domain.records import Frozen

WEEKLY_RISE = 1.10
"""Weekly volume, and the longest run against the longest of the last 30 days, rise by 10 % at most."""

_BANISTER: dict[Sex, tuple[float, float]] = {"male": (0.64, 1.92), "female": (0.86, 1.67)}


class Week(Frozen):
    """Foster's week: load in arbitrary units."""

    load: float
    monotony: float
    strain: float


def trimp(*, minutes: float, avg_bpm: float, resting_bpm: float, max_bpm: float, sex: Sex | None) -> float | Refusal:
    """Training impulse (Banister 1991): minutes × x × a·e^(bx), x the share of the heart-rate reserve.

    Errors: `missing_input` without sex; `implausible` rates; `out_of_range` unless 0 ≤ x ≤ 1 and 0–1440 min.
    """
    if sex is None:
        return Refusal(code="missing_input", needs=("sex",))
    if not 25 <= resting_bpm < max_bpm - 30 or max_bpm > 230:
        return Refusal(code="implausible", needs=("resting_bpm", "max_bpm"))
    share = (avg_bpm - resting_bpm) / (max_bpm - resting_bpm)
    if not 0 <= share <= 1 or not 0 <= minutes <= 1440:
        return Refusal(code="out_of_range", needs=("avg_bpm", "minutes"))
    factor, exponent = _BANISTER[sex]
    return minutes * share * factor * exp(exponent * share)


def session_rpe(cr10: float, minutes: float) -> float | Refusal:
    """Load of a session: CR10 effort (0–10) × minutes (Foster 2001). Error: `out_of_range`."""
    if not 0 <= cr10 <= 10 or not 0 <= minutes <= 1440:
        return Refusal(code="out_of_range", needs=("cr10", "minutes"))
    return cr10 * minutes


def week(daily_loads: Sequence[float]) -> Week | Refusal:
    """Load, monotony (mean/SD) and strain of seven days, rest days as 0 (Foster 1998).

    Errors: `missing_input` unless seven; `not_comparable` when all days are equal (no spread to divide by).
    """
    if len(daily_loads) != 7:
        return Refusal(code="missing_input", needs=("daily_loads",))
    spread = pstdev(daily_loads)
    if spread == 0:
        return Refusal(code="not_comparable")
    load, monotony = sum(daily_loads), fmean(daily_loads) / spread
    return Week(load=load, monotony=monotony, strain=load * monotony)


def acwr(acute_7d_total: float, chronic_28d_total: float, days_of_data: int = 28) -> float | Refusal:
    """Mean daily load of 7 days over that of 28: "more than usual", never an injury claim (Impellizzeri 2020).

    Errors: `missing_input` below 21 days of data; `not_comparable` when the 28 days are empty.
    """
    if days_of_data < 21:
        return Refusal(code="missing_input", needs=("history",))
    if chronic_28d_total <= 0:
        return Refusal(code="not_comparable")
    return (acute_7d_total / 7) / (chronic_28d_total / 28)
