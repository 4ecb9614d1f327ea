"""A draft, and what quantities said of it mean: repeated, corrected, shared out between activities."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from core.understanding.activities import counted
from core.understanding.clauses import Clause
from core.understanding.tokens import Token
from core.understanding.units import dimension

VALUES = frozenset(
    {
        "qty",
        "num",
        "clock",
        "time",
        "pace",
        "list",
        "pair",
        "times",
        "rir",
        "rpe",
        "incline",
        "context",
        "awake",
        "word",
    }
)
QUANTITIES = frozenset({"qty", "num", "time", "list", "pair", "clock"})
_FEWEST_STEPS = 100
"""A smaller bare number after steps counts something else."""
_MEASURES = frozenset({"hr", "avg_hr", "max_hr", "resting_hr", "bp", "weight", "spo2"})
ON_FOOT = frozenset({"walking", "hiking", "running", "stairs"})
_EACH_PART = re.compile(r" ?(?:arm|leg|side|hand|way|foot|set|time|one|day|round|dumb-?bell|db|exercise|rep)s?\b")
GENERIC = frozenset({"workout", "strength_training", "circuit", "aerobics"})


@dataclass(slots=True)
class Draft:
    """What one record will be made from. `name` is empty while nothing says what the quantities measure."""

    name: str
    kind: str
    clause: Clause
    items: list[Token] = field(default_factory=list)
    offset: int | None = None
    night: bool = False
    explicit_date: bool = False
    done: bool = False
    guessed: bool = False
    past: bool = False
    """The activity is named by what was done (`rode`), not as a thing (`a ride`)."""
    best: bool = False
    pictured: bool = False
    """Named by a picture only: `38 min 🏊` goes on telling of the swim."""
    of_each: int = -1
    """Where 各 or 都 begins: what stands behind it holds for all that are named beside."""
    also_on: tuple[tuple[int, bool], ...] = ()
    """Other days (offset, night) on which the same was done."""
    head_at: int = 0
    """Where the activity or measure is named; numbers before it count repetitions (`40 squats`)."""

    @property
    def quantified(self) -> bool:
        return any(t.kind in QUANTITIES and t.name not in ("kmh", "mph") for t in self.items)

    @property
    def start(self) -> int:
        return min([self.clause.start, *(t.start for t in self.items)])

    @property
    def end(self) -> int:
        return max([self.clause.start, *(t.end for t in self.items)])


def share_name(drafts: list[Draft]) -> None:
    """`Mon 5k, Wed 8k, Fri 5k: all runs`: days without a name are of the activity that ends the sentence."""
    for draft, following in reversed(list(pairwise(drafts))):
        dated = draft.offset is not None and draft.offset != following.offset
        same = draft.clause.sentence == following.clause.sentence and alike(draft, following)
        if dated and same and not draft.name and following.kind == "act":
            draft.name, draft.kind = following.name, following.kind


def share_rounds(drafts: list[Draft]) -> None:
    """`3 rounds: 10 burpees, 20 squats`: rounds said before everything hold for each exercise of the sentence."""
    for first, draft in pairwise(drafts):
        rounds = first.items[:1]
        if not (rounds and rounds[0].name == "set" and rounds[0].end <= first.head_at):
            continue
        if first.clause.end > first.head_at and not rounds[0].flag:
            continue
        counted = any(t.name == "set" or t.kind in ("times", "list") for t in draft.items)
        if draft.kind == "act" and draft.clause.sentence == first.clause.sentence and not counted:
            draft.items.insert(0, rounds[0])
            if first.clause.end <= first.head_at:
                draft.clause = replace(draft.clause, start=first.clause.start, end=first.clause.end)


def share_last_rounds(drafts: list[Draft]) -> None:
    """`50 sit-ups, 60 squats, 3 rounds`: rounds said after everything hold for each exercise of the sentence."""
    last = drafts[-1] if drafts else None
    if last is None or not last.items or last.items[-1].name != "set" or not last.items[-1].flag:
        return
    for draft in drafts[:-1]:
        counted = any(t.name == "set" or t.kind in ("times", "list") for t in draft.items)
        if draft.kind == "act" and draft.clause.sentence == last.clause.sentence and not counted:
            draft.items.append(last.items[-1])


def without_sums(drafts: list[Draft]) -> None:
    """`单程8公里，一共16公里`: the total is what counts, unless it adds up records or belongs to none of several."""
    for at, draft in enumerate(drafts):
        total = _total(draft.items)
        if total is None or key(total) not in ("distance", "duration", "volume", "step"):
            continue
        alike = [t for d in drafts[: at + 1] for t in d.items if t is not total and key(t) == key(total)]
        own = [t for t in draft.items if t is not total and key(t) == key(total)]
        several = sum(d.quantified and d.clause.sentence == draft.clause.sentence for d in drafts[: at + 1]) > 1
        if several and (not own or sum(t.value for t in alike) == total.value):
            draft.items = [t for t in draft.items if t is not total]
        else:
            draft.items = [t for t in draft.items if t not in own]


def _total(items: list[Token]) -> Token | None:
    """The quantity behind 一共."""
    for at, token in enumerate(items):
        if token.name == "sum":
            return next((t for t in items[at + 1 :] if t.kind in QUANTITIES), None)
    return None


def share_each(drafts: list[Draft]) -> None:
    """`俯卧撑和深蹲各30个`, `60公斤卧推和深蹲各5组`: what is said of each holds for all that were named beside it."""
    for at, draft in enumerate(drafts):
        said = _said_of_each(draft)
        if not said:
            continue
        before = drafts[:at][::-1] if said[0].start > draft.head_at else drafts[at + 1 :]
        for other in _named_beside(draft, before):
            known = {key(t) for t in other.items}
            draft.items += [t for t in other.items if is_load(t) and key(t) not in {key(s) for s in said}]
            other.items += [t for t in said if t.kind not in QUANTITIES or key(t) not in known]
            other.done = other.done or draft.done


def is_load(token: Token) -> bool:
    return token.kind == "qty" and dimension(token.name) == "mass"


def share_spoken_each(drafts: list[Draft]) -> bool:
    """`squats, lunges and deadlifts 3x8 each`, `20 each of squats and lunges`; whether anything is to be shared."""
    found = False
    for draft in drafts:
        each = next((t for t in draft.items if t.kind == "word" and t.name == "each"), None)
        if each is None or draft.kind != "act" or draft.of_each >= 0 or not draft.clause.words.isascii():
            continue
        if counted(draft.name) in ("distance", "time") and draft.name != "rowing_erg":
            continue
        if _EACH_PART.match(draft.clause.words, max(0, each.end - draft.clause.start)):
            continue
        behind = each.start > draft.head_at
        draft.of_each = draft.head_at if behind else max(0, draft.items[0].start - 1)
        found = True
    return found


def _said_of_each(draft: Draft) -> list[Token]:
    """The items behind 各 or 都, if nothing is counted between it and the name."""
    if draft.of_each < 0 or draft.kind != "act":
        return []
    if any(draft.head_at < t.start < draft.of_each for t in draft.items if t.kind in QUANTITIES):
        return []
    said = [t for t in draft.items if t.start > draft.of_each]
    return said if counts(said) else []


def _named_beside(draft: Draft, others: list[Draft]) -> list[Draft]:
    """The neighbours of the same sentence of which nothing but a load was said."""
    found: list[Draft] = []
    for other in others:
        bare = other.kind == "act" and not any(t.kind in QUANTITIES and not is_load(t) for t in other.items)
        if not bare or other.clause.sentence != draft.clause.sentence:
            break
        found.append(other)
    return found


def on_each_day(drafts: list[Draft]) -> list[Draft]:
    """`昨天和今天都跑了5公里`: one draft a day."""
    out: list[Draft] = []
    for draft in drafts:
        out += [replace(draft, offset=offset, night=night) for offset, night in draft.also_on]
        out.append(draft)
    return out


def lend(heads: list[tuple[Token, list[Token]]]) -> None:
    """A distance or time behind a measurement belongs to the activity that follows it: `hr 148 on my 10k run`."""
    for (head, items), (following, own) in pairwise(heads):
        if head.name in _MEASURES and following.kind == "act":
            lent = [t for t in items if key(t) in ("distance", "duration")]
            own[:0] = lent
            items[:] = [t for t in items if t not in lent]
        elif head.name in GENERIC and counted(following.name) in ("lift", "reps") and _of_sets(items):
            # "chest day 5x5 bench at 75"
            own[:0] = items
            items.clear()


def _of_sets(items: list[Token]) -> bool:
    """Whether nothing but sets and repetitions is told, which a kind of session has none of."""
    counted_apart = any(t.kind in ("times", "list") or t.name in ("set", "rep") for t in items)
    return counted_apart and not any(key(t) in ("distance", "duration") for t in items)


def counts(items: list[Token]) -> bool:
    return any(t.kind in QUANTITIES for t in items)


def key(token: Token) -> str:
    if token.kind == "time" or token.name == "dur":
        return "duration"
    if token.kind == "qty":
        size = dimension(token.name)
        return token.name if size == "count" else size
    return token.kind


def far(items: list[Token]) -> bool:
    """Whether a distance is told that nobody counts in repetitions."""
    return any(t.kind == "qty" and t.name in ("km", "mi") for t in items)


def alike(a: Draft, b: Draft) -> bool:
    keys = {key(t) for t in a.items if t.kind in QUANTITIES}
    return bool(keys & {key(t) for t in b.items if t.kind in QUANTITIES})


def told_again(last: Draft, again: Draft) -> bool:
    """The same quantity of another day or time of day (`9000 steps yesterday`); a second blood pressure."""
    shared = {key(t) for t in last.items} & {key(t) for t in again.items if t.kind in QUANTITIES}
    if last.name in ("bp", "") and "pair" in shared:
        return True
    if not any(t.kind in ("date", "part", "context") for t in again.clause.tokens):
        return False
    if more := _more_of(last, again):
        again.items = more
        return True
    if last.name in ("sleep", "nap"):
        return "duration" in shared and not any(t.kind == "part" for t in again.clause.tokens)
    steps = last.name == "steps" or (last.name in ("", "walking") and any(t.name == "step" for t in last.items))
    if steps and (counts := [_steps_of(t) for t in again.items if _steps_of(t) is not None]):
        again.name, again.kind, again.items = "steps", "topic", [t for t in counts if t is not None]
        return True
    if all(t.name == "again" for t in again.clause.tokens if t.kind in ("date", "part", "context")):
        # "又8公里" is another ride, "又20个" another set
        return bool(shared & {"distance", "duration"})
    return bool(shared)


def _more_of(last: Draft, again: Draft) -> list[Token]:
    """`1.5 so far today` after litres of yesterday, `another 2 tonight` after miles: a bare number takes the unit."""
    counted = [t for t in again.items if t.kind in QUANTITIES]
    if len(counted) != 1 or counted[0].kind != "num":
        return []
    sizes = ("volume",) if last.name == "water" else ("distance",)
    amounts = [t for t in last.items if t.kind == "qty" and dimension(t.name) in sizes]
    return [replace(amounts[0], value=counted[0].value)] if len(amounts) == 1 else []


def _steps_of(token: Token) -> Token | None:
    """`4k` or `6500` after steps are steps too."""
    if token.name == "km" and token.flag:
        return replace(token, kind="num", name="", value=token.value * 1000)
    return token if token.kind == "num" and token.value >= _FEWEST_STEPS else None


def correct(draft: Draft, items: list[Token]) -> None:
    """Put corrected values in the place of the wrong ones; a bare number takes the unit of the last quantity."""
    for token in items:
        if token.kind not in QUANTITIES and token.kind not in ("rpe", "rir", "pace"):
            continue
        wrong = [i for i, old in enumerate(draft.items) if key(old) == key(token)]
        if not wrong and token.kind == "num":
            wrong = [i for i, old in enumerate(draft.items) if old.kind == "qty"]
            token = replace(draft.items[wrong[-1]], value=token.value) if wrong else token
        if wrong:
            draft.items[wrong[-1]] = token
        else:
            draft.items.append(token)
