"""Strength: one-repetition maximum, effort, and the share of the maximum a set stands for. kg, repetitions."""

from __future__ import annotations

from math import floor

from core.domain.profile import Condition, Experience
from core.domain.reasons import Refusal
from core.domain.records import Frozen

PCT_AT_RPE_10 = (100, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0)
"""Percent of the maximum at 1…12 repetitions to failure (RTS, Tuchscherer)."""
TRUSTED_REPS = 10
MOST_REPS = 12


class OneRm(Frozen):
    """Estimated one-repetition maximum, kg, by both formulas; they agree at 10 repetitions."""

    epley_kg: float
    brzycki_kg: float
    effective_reps: float
    low_confidence: bool = False


def rpe_to_rir(rpe: float) -> float | Refusal:
    """Repetitions in reserve: 10 − RPE (Zourdos 2016). Error: `out_of_range` outside 1–10."""
    return 10 - rpe if 1 <= rpe <= 10 else Refusal(code="out_of_range", needs=("rpe",))


def one_rm(
    load_kg: float, reps: int, *, rpe: float | None = None, rir: float | None = None, age: int | None = None
) -> OneRm | Refusal:
    """Maximum from a set of 1–12 repetitions (Epley 1985, Brzycki 1993); reserve counts as repetitions done.

    Errors: `minor`; `out_of_range` for repetitions (with reserve above 12) or effort; `implausible` for a load outside
    0–600 kg. 11–12: `low_confidence`.
    """
    if age is not None and age < 18:
        return Refusal(code="minor")
    if not 0 < load_kg <= 600:
        return Refusal(code="implausible", needs=("load_kg",))
    reserve = _reserve(rpe, rir)
    if isinstance(reserve, Refusal):
        return reserve
    effective = reps + reserve
    if reps < 1 or effective > MOST_REPS:
        return Refusal(code="out_of_range", needs=("reps",))
    epley = load_kg if effective == 1 else load_kg * (1 + effective / 30)
    return OneRm(
        epley_kg=epley,
        brzycki_kg=load_kg * 36 / (37 - effective),
        effective_reps=effective,
        low_confidence=effective > TRUSTED_REPS,
    )


def _reserve(rpe: float | None, rir: float | None) -> float | Refusal:
    if rir is not None:
        return rir if 0 <= rir <= 9 else Refusal(code="out_of_range", needs=("rir",))
    return 0.0 if rpe is None else rpe_to_rir(rpe)


def pct_1rm(reps: int, rpe: float = 10) -> float | Refusal:
    """Percent of the maximum of a set, RTS table; half steps of RPE lie halfway. Error: `out_of_range` beyond 12."""
    reserve = rpe_to_rir(rpe)
    if isinstance(reserve, Refusal):
        return reserve
    effective = reps + reserve
    if reps < 1 or effective > MOST_REPS:
        return Refusal(code="out_of_range", needs=("reps", "rpe"))
    below = floor(effective)
    part = effective - below
    low = PCT_AT_RPE_10[below - 1]
    return low if part == 0 else low + part * (PCT_AT_RPE_10[below] - low)


def may_test_1rm(
    *,
    age: int | None,
    experience: Experience | None,
    pregnant: bool | None = None,
    conditions: tuple[Condition, ...] = (),
) -> bool:
    """Whether a true maximum test may be suggested: not to beginners, minors, in pregnancy or with high pressure."""
    if age is None or age < 18 or pregnant:
        return False
    return experience in ("intermediate", "advanced") and not {"hypertension", "heart"} & set(conditions)
