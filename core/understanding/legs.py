"""Several bouts of one activity in one sentence: `20 min and 35 min`, `2k in 7:45 then 500m in 1:42`, `20 min back`."""

from __future__ import annotations

import re
from dataclasses import replace

from core.understanding.activities import counted
from core.understanding.clauses import Clause
from core.understanding.draft import QUANTITIES, Draft, key
from core.understanding.tokens import Token

_SECONDS = 60
"""A bare number of the way back is of minutes."""
_THOUSAND = 1000
_METRES = 100
"""`500m` is no number of minutes."""
_WORD = re.compile(r"[a-z]+")
_JOINS = frozenset({"and", "then", "plus", "&", "+", "followed"})
_RETURN = frozenset({"back", "home"})
_BARE = (
    frozenset(_WORD.findall("then another plus a later again for in i did the way there out return on by today also"))
    | _RETURN
)
_OF_SLEEP = frozenset(
    _WORD.findall(
        "only just got about maybe like max tops had total managed in all at best of probably so roughly around"
    )
)
_NIGHT = (1800.0, 36_000.0)
"""s; a length of sleep."""
_MOVED = frozenset({"distance", "duration"})


def next_bout(last: Draft, again: Draft, follows: Clause | None) -> bool:
    """Whether the quantities of a clause without a name tell of the same activity once more."""
    if last.kind != "act" or counted(last.name) not in ("distance", "time"):
        return False
    told, before = _moved(again), _moved(last)
    if not told or not told & before or not _bare(again):
        return False
    if len(told) == 1:
        return told <= before and (again.clause.after in _JOINS or _listed(again, follows))
    return told == before


def _listed(again: Draft, follows: Clause | None) -> bool:
    """The 1.5k of `swam 1k, 1.5k and 2k`."""
    if again.clause.after != "," or follows is None or follows.after not in _JOINS:
        return False
    rest = [t for t in follows.tokens if t.kind in QUANTITIES]
    return len(rest) == 1 and key(rest[0]) in _moved(again) and _besides(follows, rest) <= _BARE


def way_back(last: Draft, again: Draft) -> bool:
    """Adds the way back to the way there: `walked 20 min to work and 25 min back`."""
    if last.kind != "act" or not any(word in again.clause.words for word in _RETURN):
        return False
    if not re.search(r"\b(?:by|at)\b", again.clause.words):
        again.items = [_in_unit_of(last, t) if t.kind == "num" else t for t in again.items]
    same = [at for at, t in enumerate(last.items) if any(key(t) == key(other) for other in _amounts(again))]
    if len(same) != 1 or len(_amounts(again)) != 1 or not _bare(again):
        return False
    there, back = last.items[same[0]], _amounts(again)[0]
    if (there.kind, there.name) != (back.kind, back.name):
        return False
    last.items[same[0]] = replace(there, value=there.value + back.value)
    return True


def slept_after_all(clause: Clause, items: list[Token]) -> bool:
    """`couldn't sleep, only 4 h`: hours told of nothing else."""
    told = [t for t in items if t.kind in QUANTITIES]
    hours = len(told) == 1 and key(told[0]) == "duration" and _NIGHT[0] <= told[0].value <= _NIGHT[1]
    return hours and _besides(clause, items) <= _OF_SLEEP


def stepped_after_all(clause: Clause, items: list[Token]) -> Token | None:
    """The 7k of `didn't hit 10k steps, only 7k`."""
    told = [t for t in items if t.kind in QUANTITIES]
    counted_so = len(told) == 1 and ((told[0].name == "km" and told[0].flag) or told[0].kind == "num")
    if not counted_so or not _besides(clause, items) <= _OF_SLEEP | {"did", "i", "to", "today", "steps"}:
        return None
    value = told[0].value * (_THOUSAND if told[0].name == "km" else 1)
    return replace(told[0], kind="num", name="", value=value) if value >= _METRES else None


def _in_unit_of(there: Draft, number: Token) -> Token:
    """The 15 of `15 min walk to work and 15 back`."""
    amounts = [t for t in _amounts(there) if key(t) in _MOVED]
    if len(amounts) != 1 or amounts[0].kind != "qty":
        return number
    size = _SECONDS if amounts[0].name == "dur" else 1
    return replace(amounts[0], start=number.start, end=number.end, value=number.value * size)


def _amounts(draft: Draft) -> list[Token]:
    return [t for t in draft.items if t.kind in QUANTITIES]


def _moved(draft: Draft) -> set[str]:
    """What is measured; empty where anything but ways and times is counted."""
    found = {"distance" if t.name == "m_or_min" and t.value >= _METRES else key(t) for t in _amounts(draft)}
    return found if found <= _MOVED and len(found) == len(_amounts(draft)) else set()


def _bare(draft: Draft) -> bool:
    """Whether the clause says nothing beside its quantities that could make them parts or comparisons."""
    return draft.clause.words.isascii() and _besides(draft.clause, draft.items) <= _BARE


def _besides(clause: Clause, items: list[Token]) -> set[str]:
    """The words of a clause beside its quantities."""
    rest = clause.words
    for token in items:
        at = token.start - clause.start
        rest = rest[: max(0, at)] + " " * (token.end - token.start) + rest[token.end - clause.start :]
    return set(_WORD.findall(rest))
