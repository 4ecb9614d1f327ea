"""Clauses gathered into drafts: one activity or measure with all the quantities that belong to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from core.understanding.clauses import Clause, is_head
from core.understanding.tokens import Token
from core.understanding.units import dimension

_VALUES = frozenset(
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
_QUANTITIES = frozenset({"qty", "num", "time", "list", "pair", "clock"})
_FEWEST_STEPS = 100
"""A smaller bare number after steps counts something else."""
_MEASURES = frozenset({"hr", "avg_hr", "max_hr", "resting_hr", "bp", "weight", "spo2"})
_ON_FOOT = frozenset({"walking", "hiking", "running", "stairs"})
_GENERIC = frozenset({"workout", "strength_training", "circuit", "aerobics"})


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
    best: bool = False
    head_at: int = 0
    """Where the activity or measure is named; numbers before it count repetitions (`40 squats`)."""

    @property
    def quantified(self) -> bool:
        return any(t.kind in _QUANTITIES and t.name not in ("kmh", "mph") for t in self.items)

    @property
    def start(self) -> int:
        return min([self.clause.start, *(t.start for t in self.items)])

    @property
    def end(self) -> int:
        return max([self.clause.start, *(t.end for t in self.items)])


def gather(clauses: list[Clause]) -> list[Draft]:
    """The drafts of a message, in the order of mention; corrected values are already replaced."""
    assembly = _Assembly()
    for at, clause in enumerate(clauses):
        assembly.take(clause, clauses[at + 1] if at + 1 < len(clauses) else None)
    _share_rounds(assembly.drafts)
    return assembly.drafts


def _share_rounds(drafts: list[Draft]) -> None:
    """`3 rounds: 10 burpees, 20 squats`: rounds said before everything hold for each exercise of the sentence."""
    for first, draft in pairwise(drafts):
        rounds = first.items[:1]
        if not (rounds and rounds[0].name == "set" and rounds[0].end <= first.clause.end <= first.head_at):
            continue
        counted = any(t.name == "set" or t.kind in ("times", "list") for t in draft.items)
        if draft.kind == "act" and draft.clause.sentence == first.clause.sentence and not counted:
            draft.items.insert(0, rounds[0])
            draft.clause = replace(draft.clause, start=first.clause.start, end=first.clause.end)


class _Assembly:
    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.alive = False
        self.offset: int | None = None
        self.night = False
        self.carried_from: int | None = None
        self.fixing = False
        self.untold: Token | None = None

    def take(self, clause: Clause, follows: Clause | None) -> None:
        if not clause.told:
            self._skip(clause)
            return
        first = len(self.drafts)
        fixing = (self.fixing or any(t.kind == "fix" for t in clause.tokens)) and self.alive
        self.fixing = fixing and not any(t.kind in ("act", *_QUANTITIES) for t in clause.tokens)
        segments = self._segments(clause, follows)
        lead = segments[0][1]
        if len(segments) == 1:
            self._attach(lead, clause, fixing)
        else:
            self._heads(segments, clause, fixing)
        self._date(clause, first)

    def _skip(self, clause: Clause) -> None:
        """What was only planned is no record, but `but only did 5k` may refer to it."""
        self.alive = self.alive and not any(t.kind in ("act", "qty", "num") for t in clause.tokens)
        if clause.stance in ("plan", "negated", "other"):
            self.untold = next((t for t in reversed(clause.tokens) if t.kind == "act"), self.untold)

    def _segments(self, clause: Clause, follows: Clause | None) -> list[tuple[Token | None, list[Token]]]:
        """(head, the items after it) in order; the first has no head."""
        segments: list[tuple[Token | None, list[Token]]] = [(None, [])]
        dropped = False
        for token in clause.tokens:
            if token.kind == "not":
                dropped = True
            elif is_head(token, clause, follows):
                segments.append((token, []))
            elif token.kind in _VALUES or token.name in ("best", "rest", "weight_to"):
                if not (dropped and token.kind in _QUANTITIES):
                    segments[-1][1].append(token)
                dropped = dropped and token.kind not in _QUANTITIES
        return segments

    def _heads(self, segments: list[tuple[Token | None, list[Token]]], clause: Clause, fixing: bool) -> None:
        lead = segments[0][1]
        heads = [(head, items) for head, items in segments[1:] if head is not None]
        forward = len(heads) > 1 and _counts(lead) and not _counts(heads[-1][1])
        if forward:
            shifted = [lead, *(items for _, items in heads[:-1])]
            heads = [(head, items) for (head, _), items in zip(heads, shifted, strict=True)]
            lead = []
        _lend(heads)
        for index, (head, items) in enumerate(heads):
            self._head(head, [*(lead if index == 0 else ()), *items], clause, fixing)

    def _head(self, head: Token, items: list[Token], clause: Clause, fixing: bool) -> None:
        last = self.drafts[-1] if self.drafts and self.alive else None
        draft = Draft(
            head.name,
            head.kind,
            clause,
            items,
            done=clause.stance == "done" or head.flag,
            guessed=head.value > 0,
            head_at=head.start,
        )
        if last is None:
            self._begin(draft)
        elif not last.name:
            self._adopt(last, draft)
        elif (
            fixing
            and last.kind == draft.kind
            and (last.name == draft.name or _alike(last, draft) or not draft.quantified)
        ):
            draft.items = draft.items if draft.quantified else last.items
            self._copy_date(last, draft)
            self.drafts[-1] = draft
        elif self._same(last, draft, clause):
            last.items += draft.items
            last.done = last.done or draft.done
        elif self._refines(last, draft, clause):
            last.name = draft.name if draft.name not in _GENERIC or last.name in _GENERIC else last.name
            last.items += draft.items
        else:
            self._begin(draft)

    @staticmethod
    def _refines(last: Draft, draft: Draft, clause: Clause) -> bool:
        """`treadmill at 6 km/h, walked 40 min`: one activity, named twice."""
        if last.quantified or last.kind != "act" or draft.kind != "act":
            return False
        return last.clause is clause or (bool(last.items) and last.clause.sentence == clause.sentence)

    def _same(self, last: Draft, draft: Draft, clause: Clause) -> bool:
        if last.name != draft.name:
            return draft.name in _GENERIC and last.clause is clause and not draft.quantified
        if not last.quantified or not draft.quantified:
            return True
        return last.clause is clause and not _alike(last, draft) and draft.name not in ("bp", "hr")

    def _adopt(self, orphan: Draft, draft: Draft) -> None:
        """Quantities said before their activity: `5 km, running`."""
        stepped = any(t.name == "step" for t in orphan.items)
        if draft.quantified and (_alike(orphan, draft) or (stepped and draft.name not in _ON_FOOT)):
            self._begin(draft)
            return
        orphan.name, orphan.kind, orphan.guessed = draft.name, draft.kind, draft.guessed
        orphan.head_at = draft.head_at
        orphan.items += draft.items
        orphan.done = orphan.done or draft.done

    def _begin(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self.alive = True

    def _attach(self, items: list[Token], clause: Clause, fixing: bool) -> None:
        """Quantities without a head go to the last draft, or wait as one without a name."""
        if not any((t.kind in _VALUES and t.kind != "word") or t.name in ("best", "rest") for t in items):
            return
        done = clause.stance == "done"
        if not (self.drafts and self.alive):
            if not any(t.kind in _QUANTITIES or t.kind == "pace" for t in items):
                return
            measured = any(t.kind in _QUANTITIES and t.name != "other" for t in items)
            meant = self.untold if done and measured and self.untold is not None else Token("word", 0, 0)
            self._begin(Draft(meant.name, "act" if meant.name else "", clause, items, done=done))
            return
        last = self._meant(items, clause)
        again = Draft(last.name, last.kind, clause, items, done=done or last.done)
        if fixing:
            _correct(last, items)
        elif _told_again(last, again):
            self._begin(again)
        else:
            last.items += items

    def _meant(self, items: list[Token], clause: Clause) -> Draft:
        """The draft that quantities without a head belong to: a distance never belongs to a measurement."""
        last = self.drafts[-1]
        if (
            last.kind == "topic"
            and any(_key(t) in ("distance", "duration") for t in items)
            and last.name not in ("sleep", "nap")
        ):
            acts = [d for d in self.drafts if d.kind == "act" and d.clause.sentence == clause.sentence]
            return acts[-1] if acts else last
        return last

    def _date(self, clause: Clause, first: int) -> None:
        """A date holds for its clause, for later ones of the sentence, and if it opens the message for all of it."""
        dates = [t for t in clause.tokens if t.kind == "date"]
        if dates:
            token = dates[-1]
            self.offset, self.night, explicit = int(token.value), token.flag, bool(token.name)
            opens = clause.sentence == 0 and not self.drafts[:first]
            self.carried_from = None if opens else clause.sentence
            fresh = self.drafts[first:]
            if not fresh and self.alive and (self.drafts[-1].offset is None or self.drafts[-1].name == "sleep"):
                fresh = self.drafts[-1:]
            for draft in fresh:
                draft.offset, draft.night, draft.explicit_date = self.offset, self.night, explicit
            return
        if self.carried_from is not None and self.carried_from != clause.sentence:
            self.offset, self.night, self.carried_from = None, False, None
        for draft in self.drafts[first:]:
            if draft.offset is None:
                draft.offset, draft.night = self.offset, self.night

    @staticmethod
    def _copy_date(old: Draft, new: Draft) -> None:
        new.offset, new.night, new.explicit_date = old.offset, old.night, old.explicit_date


def _lend(heads: list[tuple[Token, list[Token]]]) -> None:
    """A distance or time behind a measurement belongs to the activity that follows it: `hr 148 on my 10k run`."""
    for (head, items), (following, own) in pairwise(heads):
        if head.name in _MEASURES and following.kind == "act":
            lent = [t for t in items if _key(t) in ("distance", "duration")]
            own[:0] = lent
            items[:] = [t for t in items if t not in lent]


def _counts(items: list[Token]) -> bool:
    return any(t.kind in _QUANTITIES for t in items)


def _key(token: Token) -> str:
    if token.kind == "time" or token.name == "dur":
        return "duration"
    if token.kind == "qty":
        size = dimension(token.name)
        return token.name if size == "count" else size
    return token.kind


def _alike(a: Draft, b: Draft) -> bool:
    keys = {_key(t) for t in a.items if t.kind in _QUANTITIES}
    return bool(keys & {_key(t) for t in b.items if t.kind in _QUANTITIES})


def _told_again(last: Draft, again: Draft) -> bool:
    """The same quantity of another day or time of day (`9000 steps yesterday`); a second blood pressure."""
    shared = {_key(t) for t in last.items} & {_key(t) for t in again.items if t.kind in _QUANTITIES}
    if last.name in ("bp", "") and "pair" in shared:
        return True
    if not any(t.kind in ("date", "part", "context") for t in again.clause.tokens):
        return False
    if last.name in ("sleep", "nap"):
        return "duration" in shared and not any(t.kind == "part" for t in again.clause.tokens)
    steps = last.name == "steps" or (not last.name and any(t.name == "step" for t in last.items))
    if steps and (counts := [_steps_of(t) for t in again.items if _steps_of(t) is not None]):
        again.name, again.kind, again.items = "steps", "topic", [t for t in counts if t is not None]
        return True
    return bool(shared)


def _steps_of(token: Token) -> Token | None:
    """`4k` or `6500` after steps are steps too."""
    if token.kind == "qty" and token.flag:
        return replace(token, kind="num", name="", value=token.value * 1000)
    return token if token.kind == "num" and token.value >= _FEWEST_STEPS else None


def _correct(draft: Draft, items: list[Token]) -> None:
    """Put corrected values in the place of the wrong ones; a bare number takes the unit of the last quantity."""
    for token in items:
        if token.kind not in _QUANTITIES and token.kind not in ("rpe", "rir", "pace"):
            continue
        wrong = [i for i, old in enumerate(draft.items) if _key(old) == _key(token)]
        if not wrong and token.kind == "num":
            wrong = [i for i, old in enumerate(draft.items) if old.kind == "qty"]
            token = replace(draft.items[wrong[-1]], value=token.value) if wrong else token
        if wrong:
            draft.items[wrong[-1]] = token
        else:
            draft.items.append(token)
