"""Several bouts of one activity in one sentence: `20 min and 35 min`, `2k in 7:45 then 500m in 1:42`, `20 min back`."""

from __future__ import annotations

import re
from dataclasses import replace

from core.understanding.activities import counted
from core.understanding.draft import QUANTITIES, Draft, key
from core.understanding.tokens import Token

_METRES = 100
"""`500m` is no number of minutes."""
_WORD = re.compile(r"[a-z]+")
_JOINS = frozenset({"and", "then", "plus", "&", "+", "followed"})
_RETURN = frozenset({"back", "home"})
_BARE = (
    frozenset(_WORD.findall("then another plus a later again for in i did the way there out return on by today also"))
    | _RETURN
)
_MOVED = frozenset({"distance", "duration"})


def next_bout(last: Draft, again: Draft) -> bool:
    """Whether the quantities of a clause without a name tell of the same activity once more."""
    if last.kind != "act" or counted(last.name) not in ("distance", "time"):
        return False
    told, before = _moved(again), _moved(last)
    if not told or not told & before or not _bare(again):
        return False
    if len(told) == 1:
        return told <= before and again.clause.after in _JOINS
    return told == before


def way_back(last: Draft, again: Draft) -> bool:
    """Adds the way back to the way there: `walked 20 min to work and 25 min back`."""
    if last.kind != "act" or not any(word in again.clause.words for word in _RETURN):
        return False
    same = [at for at, t in enumerate(last.items) if any(key(t) == key(other) for other in _amounts(again))]
    if len(same) != 1 or len(_amounts(again)) != 1 or not _bare(again):
        return False
    there, back = last.items[same[0]], _amounts(again)[0]
    if (there.kind, there.name) != (back.kind, back.name):
        return False
    last.items[same[0]] = replace(there, value=there.value + back.value)
    return True


def _amounts(draft: Draft) -> list[Token]:
    return [t for t in draft.items if t.kind in QUANTITIES]


def _moved(draft: Draft) -> set[str]:
    """What is measured; empty where anything but ways and times is counted."""
    found = {"distance" if t.name == "m_or_min" and t.value >= _METRES else key(t) for t in _amounts(draft)}
    return found if found <= _MOVED and len(found) == len(_amounts(draft)) else set()


def _bare(draft: Draft) -> bool:
    """Whether the clause says nothing beside its quantities that could make them parts or comparisons."""
    clause = draft.clause
    rest = clause.words
    for token in draft.items:
        at = token.start - clause.start
        rest = rest[: max(0, at)] + " " * (token.end - token.start) + rest[token.end - clause.start :]
    return rest.isascii() and set(_WORD.findall(rest)) <= _BARE
