"""Loads one can really put on a bar: plates, rounding, warm-up sets."""

from __future__ import annotations

from math import ceil
from typing import Literal

from core.domain.reasons import Refusal
from core.domain.records import Frozen

LoadUnit = Literal["kg", "lb"]

PLATES: dict[LoadUnit, tuple[float, ...]] = {
    "kg": (25, 20, 15, 10, 5, 2.5, 1.25),
    "lb": (45, 35, 25, 10, 5, 2.5),
}
BAR: dict[LoadUnit, float] = {"kg": 20, "lb": 45}
_HEAVIEST: dict[LoadUnit, float] = {"kg": 600, "lb": 1300}


class BarLoad(Frozen):
    """A loaded bar: its total and the plates of one side, largest first."""

    total: float
    per_side: tuple[float, ...]


class WarmUpSet(Frozen):
    """One set on the way to the work load."""

    load: float
    reps: int


def round_to_step(target: float, step: float, least: float = 0) -> float:
    """The nearest `least + n × step`, exact ties down, never below `least`."""
    # Nine digits: what is beyond them is noise of binary fractions, and would turn a tie upwards.
    steps = ceil(round((target - least) / step - 0.5, 9))
    return least + max(0, steps) * step


def round_load(target: float, unit: LoadUnit = "kg", bar: float | None = None) -> BarLoad | Refusal:
    """The nearest total that pairs of plates can make; exact ties go down, below the bar: the bar.

    Bars 20, 15, 10 kg or 45 lb. Errors: `out_of_range` for a negative target or one above 600 kg / 1300 lb.
    """
    if not 0 <= target <= _HEAVIEST[unit]:
        return Refusal(code="out_of_range", needs=("load",))
    rod = BAR[unit] if bar is None else bar
    total = round_to_step(target, 2 * PLATES[unit][-1], rod)
    return BarLoad(total=total, per_side=_side((total - rod) / 2, unit))


def _side(rest: float, unit: LoadUnit) -> tuple[float, ...]:
    plates: list[float] = []
    for plate in PLATES[unit]:
        count = int(round(rest / plate, 9))
        plates += [plate] * count
        rest -= plate * count
    return tuple(plates)


def warm_up_sets(work: float, unit: LoadUnit = "kg", bar: float | None = None) -> tuple[WarmUpSet, ...] | Refusal:
    """Bar × 8, 50 % × 5, 70 % × 3, 87.5 % × 1; sets that equal the bar, the work load or the one before are left out.

    Error: `out_of_range` as `round_load`.
    """
    rod = BAR[unit] if bar is None else bar
    top = round_load(work, unit, rod)
    if isinstance(top, Refusal):
        return top
    if top.total <= rod:
        return ()
    sets = [WarmUpSet(load=rod, reps=8)]
    for share, reps in ((0.5, 5), (0.7, 3), (0.875, 1)):
        step = round_load(work * share, unit, rod)
        if isinstance(step, BarLoad) and sets[-1].load < step.total < top.total:
            sets.append(WarmUpSet(load=step.total, reps=reps))
    return tuple(sets)
