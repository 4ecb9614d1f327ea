"""A session's lines as messages: which wording, and its variables. The words are in the locale files."""

from __future__ import annotations

from typing import NamedTuple

from core.domain.plan_types import Item, PlannedSession


class Line(NamedTuple):
    """`message` is formatted with `name` (the words of `name_id`) and the `values`; `note` is a message of its own."""

    message: str
    name_id: str
    values: dict[str, str | int]
    note: str | None


def line(item: Item) -> Line:
    """How one line of a session is said."""
    name_id = f"{item.kind}-{item.name}"
    values: dict[str, str | int] = {"sets": item.sets, "effort": _effort(item.effort)}
    if item.minutes is not None:
        return Line("plan-item-minutes", name_id, {**values, "minutes": item.minutes}, item.note)
    if item.kind == "activity":
        times: dict[str, str | int] = {"seconds": item.seconds or 0, "rest": item.rest_s}
        return Line("plan-item-intervals", name_id, {**values, **times}, item.note)
    values |= {"side": "yes" if item.per_side else "no", "rest": item.rest_s}
    if item.reps is not None:
        low, high = item.reps
        reserve = -1 if item.rir is None else item.rir
        return Line("plan-item-reps", name_id, {**values, "low": low, "high": high, "rir": reserve}, item.note)
    if item.role == "warm_up" or (item.sets == 1 and (item.seconds or 0) >= 60):
        return Line("plan-item-minutes", name_id, {**values, "minutes": (item.seconds or 0) // 60}, item.note)
    return Line("plan-item-seconds", name_id, {**values, "seconds": item.seconds or 0}, item.note)


def notes(session: PlannedSession) -> tuple[str, ...]:
    """The distinct notes of a session, in order: each is said once."""
    return tuple(dict.fromkeys(item.note for item in session.items if item.note))


def _effort(cr10: int) -> str:
    """The talk test for an effort on the CR10 scale."""
    return "easy" if cr10 <= 3 else "moderate" if cr10 <= 5 else "hard"
