"""A small change told beside a weight: `74.5 kg, down 0.3`, `weight 165.2, up 0.8`, `down 0.3 to 74.5`."""

from __future__ import annotations

from dataclasses import replace

from core.understanding.activities import counted
from core.understanding.draft import QUANTITIES, Draft, is_load
from core.understanding.tokens import Token

_CHANGES = frozenset({"weight_down", "weight_up"})
_LIGHTEST, _HEAVIEST = 35, 400
"""In any unit; of a person."""
_SMALL = 5


def is_change(draft: Draft) -> bool:
    """Whether a bare number follows `down` or `up`, which a weight must have been told before."""
    told = _amounts(draft)
    return draft.name in _CHANGES and bool(told) and told[0].kind == "num" and told[0].value <= _SMALL


def of_a_lift(change: Draft, last: Draft) -> bool:
    """`bench 80kg 5x5, up 5kg from last week`: what changed is what was lifted."""
    lifted = last.kind == "act" and counted(last.name) in ("lift", "reps") and last.quantified
    return change.name in _CHANGES and lifted and last.clause.sentence == change.clause.sentence


def change_of(last: Draft | None, draft: Draft) -> Draft | None:
    """The change in the unit of the weight before it, which is then known to be one; `None`: not of a weight."""
    told = _amounts(draft)
    if len(told) == 2 and told[1].value >= _LIGHTEST:
        # "down 0.3 to 74.5"
        return replace(draft, items=[t for t in draft.items if t is not told[0]])
    weight = _weight(last)
    if last is None or weight is None or len(told) != 1:
        return None
    last.name, last.kind = "weight", "topic"
    change = replace(told[0], kind="qty", name=weight.name) if weight.name else told[0]
    return replace(draft, items=[change])


def _weight(last: Draft | None) -> Token | None:
    if last is None or last.name not in ("weight", "") or last.night:
        return None
    told = _amounts(last)
    fits = len(told) == 1 and (is_load(told[0]) or told[0].kind == "num") and _LIGHTEST <= told[0].value <= _HEAVIEST
    return told[0] if fits else None


def _amounts(draft: Draft) -> list[Token]:
    return [t for t in draft.items if t.kind in QUANTITIES]
