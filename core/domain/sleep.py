"""Sleep: duration by age, efficiency, clock times that wrap around midnight, regularity."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from math import atan2, cos, hypot, pi, sin
from statistics import stdev
from typing import Literal

from core.domain.reasons import Refusal
from core.domain.records import Frozen

SleepClass = Literal["recommended", "may_be_appropriate", "not_recommended"]
Regularity = Literal["regular", "moderate", "irregular"]
_DAY_MIN = 1440

# Years from which it holds; recommended and still-appropriate hours, all ends inclusive (NSF, Hirshkowitz 2015).
_NSF: tuple[tuple[float, tuple[float, float], tuple[float, float]], ...] = (
    (0, (14, 17), (11, 19)),
    (4 / 12, (12, 15), (10, 18)),
    (1, (11, 14), (9, 16)),
    (3, (10, 13), (8, 14)),
    (6, (9, 11), (7, 12)),
    (14, (8, 10), (7, 11)),
    (18, (7, 9), (6, 11)),
    (26, (7, 9), (6, 10)),
    (65, (7, 8), (5, 9)),
)


class Efficiency(Frozen):
    """Time asleep as percent of time in bed."""

    pct: float
    good: bool


def recommended_hours(age: float) -> tuple[float, float] | Refusal:
    """The recommended range for an age in years (NSF 2015). Error: `implausible` outside 0–110."""
    row = _row(age)
    return row if isinstance(row, Refusal) else row[1]


def sleep_duration(age: float, hours: float) -> SleepClass | Refusal:
    """Class of a day's sleep in hours by age in years (NSF 2015). Error: `implausible` outside 0–24 h or 0–110
    years.
    """
    row = _row(age)
    if isinstance(row, Refusal):
        return row
    if not 0 <= hours <= 24:
        return Refusal(code="implausible", needs=("hours",))
    _, (low, high), (least, most) = row
    if low <= hours <= high:
        return "recommended"
    return "may_be_appropriate" if least <= hours <= most else "not_recommended"


def _row(age: float) -> tuple[float, tuple[float, float], tuple[float, float]] | Refusal:
    if not 0 <= age <= 110:
        return Refusal(code="implausible", needs=("age",))
    return [row for row in _NSF if age >= row[0]][-1]


def sleep_efficiency(asleep_min: float, in_bed_min: float, age: int | None = None) -> Efficiency | Refusal:
    """Good from 85 %, from 80 % at 65 years and over (NSF 2017). Error: `implausible` unless 0 ≤ asleep ≤ in bed ≤ 24
    h.
    """
    if not 0 <= asleep_min <= in_bed_min <= _DAY_MIN or in_bed_min == 0:
        return Refusal(code="implausible", needs=("asleep_min", "in_bed_min"))
    pct = asleep_min / in_bed_min * 100
    return Efficiency(pct=pct, good=pct >= (80 if age is not None and age >= 65 else 85))


def mean_clock_time(times: Sequence[time]) -> time | Refusal:
    """Circular mean to the minute: 23:30 and 00:30 average 00:00.

    Errors: `missing_input` for none; `not_comparable` when they point all around the clock.
    """
    if not times:
        return Refusal(code="missing_input", needs=("times",))
    mean = _circular_mean([_minutes(moment) for moment in times])
    if mean is None:
        return Refusal(code="not_comparable")
    minutes = round(mean) % _DAY_MIN
    return time(minutes // 60, minutes % 60)


def regularity_min(midpoints: Sequence[time]) -> float | Refusal:
    """Standard deviation of the sleep midpoint in minutes, over at least 7 nights.

    Errors: `missing_input`, `not_comparable`.
    """
    if len(midpoints) < 7:
        return Refusal(code="missing_input", needs=("midpoints",))
    minutes = [_minutes(moment) for moment in midpoints]
    mean = _circular_mean(minutes)
    if mean is None:
        return Refusal(code="not_comparable")
    half = _DAY_MIN / 2
    return stdev((value - mean + half) % _DAY_MIN - half for value in minutes)


def regularity_class(sd_min: float) -> Regularity:
    """Below 30 minutes regular, to 60 moderate, above irregular."""
    return "regular" if sd_min < 30 else "moderate" if sd_min <= 60 else "irregular"


def _minutes(moment: time) -> float:
    return moment.hour * 60 + moment.minute + moment.second / 60


def _circular_mean(minutes: Sequence[float]) -> float | None:
    angles = [value / _DAY_MIN * 2 * pi for value in minutes]
    x, y = sum(map(cos, angles)), sum(map(sin, angles))
    if hypot(x, y) < 1e-6 * len(angles):
        return None
    return atan2(y, x) / (2 * pi) * _DAY_MIN % _DAY_MIN
