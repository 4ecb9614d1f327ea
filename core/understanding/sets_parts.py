"""What the notation of sets is made of: loads, groups of equal sets, and what a quantity counts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.understanding.built import is_duration, is_mass
from core.understanding.tokens import Token


@dataclass(frozen=True, slots=True)
class Load:
    value: float
    unit: str = ""
    """Empty: not said."""


@dataclass(slots=True)
class Group:
    """Equal sets in a row."""

    sets: int = 1
    reps: int | None = None
    hold_s: float | None = None
    load: Load | None = None


def each_side(items: list[Token]) -> list[Token]:
    """`12 each leg x3`: the number said of each side counts repetitions."""
    out = list(items)
    for at, (number, each, times) in enumerate(zip(items, items[1:], items[2:], strict=False)):
        if number.kind == "num" and each.name in ("each", "per") and times.kind == "times":
            out[at] = replace(number, kind="qty", name="rep")
            del out[at + 1]
            break
    return out


def without_ordinals(items: list[Token]) -> list[Token]:
    """`1组25 2组20 3组15`: the first set, the second, the third."""
    sets = [t for t in items if t.name == "set"]
    ordinal = len(sets) > 1 and [t.value for t in sets] == [float(n) for n in range(1, len(sets) + 1)]
    return [t for t in items if t.name != "set"] if ordinal else items


def role(token: Token) -> str:
    """What a quantity counts; empty for a bare number."""
    if is_mass(token):
        return "load"
    if is_duration(token):
        return "hold"
    if token.kind == "qty":
        return {"set": "sets", "rep": "reps", "times": "reps"}.get(token.name, "")
    return ""
