"""Clauses gathered into drafts: one activity or measure with all the quantities that belong to it."""

from __future__ import annotations

from dataclasses import replace

from core.understanding.activities import counted
from core.understanding.clauses import Clause
from core.understanding.cues_en import BY_COUNTER
from core.understanding.draft import (
    GENERIC,
    ON_FOOT,
    QUANTITIES,
    VALUES,
    Draft,
    alike,
    correct,
    counts,
    far,
    is_load,
    key,
    lend,
    on_each_day,
    share_each,
    share_last_rounds,
    share_name,
    share_rounds,
    share_spoken_each,
    told_again,
    without_sums,
)
from core.understanding.heads import Heads
from core.understanding.legs import next_bout, slept_after_all, stepped_after_all, way_back
from core.understanding.tokens import Token
from core.understanding.weights import change_of, is_change, of_a_lift


def gather(clauses: list[Clause]) -> list[Draft]:
    """The drafts of a message, in the order of mention; corrected values are already replaced."""
    assembly = _Assembly()
    for at, clause in enumerate(clauses):
        assembly.take(clause, next((c for c in clauses[at + 1 : at + 3] if c.tokens), None))
    share_name(assembly.drafts)
    share_rounds(assembly.drafts)
    share_last_rounds(assembly.drafts)
    without_sums(assembly.drafts)
    if not (share_spoken_each(assembly.drafts) or assembly.shared):
        return assembly.drafts
    share_each(assembly.drafts)
    return on_each_day(assembly.drafts)


_MOST_ITEMS = 200
"""Nobody says more of one activity; what follows is noise, which would be compared with all of it."""
_SPRINTED = frozenset({"swimming", "cycling", "rowing_erg"})


_REPEATED = frozenset({"lift", "reps"})
_TIMED = frozenset({"sleep", "nap", "steps", "rest_day"})
_OF_BODY = frozenset({"weight", "weight_down", "weight_up", "weight_to", "lighter", "heavier"})
_MOVED = frozenset({"distance", "duration", "pace"})


def _of_something_else(head: Token, lead: list[Token]) -> bool:
    """`128/82 脉搏71`, `5公里 28分 心率150`: what stands before a measurement is not its own."""
    if head.name not in ("hr", "avg_hr", "max_hr", "spo2"):
        return False
    return any(t.kind == "pair" or key(t) == "distance" for t in lead)


def _spill(head: tuple[Token, list[Token]]) -> list[Token]:
    """Takes from a heart rate what tells of a workout: `最大心率171 6公里 36:20`."""
    named, items = head
    far = next((at for at, t in enumerate(items) if key(t) == "distance"), 0)
    if named.name not in ("hr", "avg_hr", "max_hr") or not far:
        return []
    spilt = items[far:]
    del items[far:]
    return spilt


def _rounds_of_all(lead: list[Token], heads: list[tuple[Token, list[Token]]]) -> list[Token]:
    """Takes the rounds from `20 press ups 20 squats x5`."""
    last = heads[-1][1]
    if len(heads) < 2 or not counts(lead) or [t.kind for t in last] != ["times", "num"]:
        return []
    rounds = replace(last[1], kind="qty", name="set", flag=True)
    last.clear()
    return [rounds]


def _walked_besides(items: list[Token]) -> bool:
    return items[-1].name == "step" and any(key(t) == "duration" for t in items[:-1])


def _stepped(draft: Draft) -> bool:
    return any(t.name == "step" for t in draft.items)


def _repeated(draft: Draft) -> bool:
    return any(t.name == "rep" or t.kind == "num" for t in draft.items)


def _measured(draft: Draft) -> bool:
    return any(key(t) in _MOVED for t in draft.items)


class _Assembly:
    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.alive = False
        self.offset: int | None = None
        self.night = False
        self.carried_from: int | None = None
        self.fixing = False
        self.untold: Token | None = None
        self.stepless = False
        """It was just told that fewer steps were gone."""
        self.follows: Clause | None = None
        self.sleepless = False
        """It was just told that one slept badly or not."""
        self.both = -1
        """Where 各 or 都 stands in the clause; -1: nowhere."""
        self.shared = False
        self.days: tuple[Token, ...] = ()
        """Dates named just before, of which nothing was said yet: `周一、周三、周五各5公里`."""

    def take(self, clause: Clause, follows: Clause | None) -> None:
        if not clause.told:
            self._skip(clause)
            return
        first = len(self.drafts)
        self.follows = follows
        self.both = next((t.start for t in clause.tokens if t.kind == "both"), -1)
        self.shared = self.shared or self.both >= 0
        fixing = (self.fixing or any(t.kind == "fix" for t in clause.tokens)) and self.alive
        self.fixing = fixing and not any(t.kind in ("act", *QUANTITIES) for t in clause.tokens)
        segments = self._segments(clause, follows)
        lead = segments[0][1]
        if len(segments) == 1:
            self._attach(lead, clause, fixing)
        else:
            self._heads(segments, clause, fixing)
        self._date(clause, first)
        if self.days or self.both >= 0 or not self.drafts[first:]:
            self._on_days(clause, first)

    def _on_days(self, clause: Clause, first: int) -> None:
        """Several days of which 都 or 各 says the same."""
        dates = tuple(t for t in clause.tokens if t.kind == "date")
        if dates and len(dates) == len(clause.tokens):
            self.days += dates
            return
        days, self.days = (*self.days, *dates), ()
        if self.both < 0 or len(days) < 2 or any(t.start > self.both for t in days):
            return
        if not any(t.kind in QUANTITIES and t.name != "other" and t.start < self.both for t in clause.tokens):
            for draft in self.drafts[first:]:
                draft.also_on = tuple((int(t.value), t.flag) for t in days[:-1])

    def _skip(self, clause: Clause) -> None:
        """What was only planned is no record, but `but only did 5k` may refer to it."""
        self.alive = self.alive and not any(t.kind in ("act", "qty", "num") for t in clause.tokens)
        if clause.stance in ("plan", "negated", "other"):
            self.untold = next((t for t in reversed(clause.tokens) if t.kind == "act"), self.untold)
            self.stepless = any(t.name in ("step", "steps") for t in clause.tokens)
            self.sleepless = clause.stance == "negated" and [t.name for t in clause.tokens if t.kind == "topic"] == [
                "sleep"
            ]

    def _segments(self, clause: Clause, follows: Clause | None) -> list[tuple[Token | None, list[Token]]]:
        """(head, the items after it) in order; the first has no head."""
        segments: list[tuple[Token | None, list[Token]]] = [(None, [])]
        dropped = False
        heads = Heads(clause, follows)
        for at, token in enumerate(clause.tokens):
            if token.kind == "not":
                dropped = True
            elif heads.begin(at):
                if token.name == "glucose" and segments[-1][1] and segments[-1][1][-1].kind == "context":
                    # "体重61kg 空腹血糖5.2"
                    segments.append((token, [segments[-1][1].pop()]))
                    continue
                segments.append((token, []))
            elif token.kind in VALUES or token.name in ("best", "rest", "weight_to"):
                if not (dropped and token.kind in QUANTITIES):
                    segments[-1][1].append(token)
                dropped = dropped and token.kind not in QUANTITIES
        return segments

    def _heads(self, segments: list[tuple[Token | None, list[Token]]], clause: Clause, fixing: bool) -> None:
        lead = segments[0][1]
        heads = [(head, items) for head, items in segments[1:] if head is not None]
        rounds = _rounds_of_all(lead, heads)
        forward = len(heads) > 1 and counts(lead) and not counts(heads[-1][1])
        if forward:
            shifted = [lead, *(items for _, items in heads[:-1])]
            heads = [(head, items) for (head, _), items in zip(heads, shifted, strict=True)]
            lead = []
        for _, items in heads if rounds else ():
            items.insert(0, rounds[0])
        lend(heads)
        if heads[0][0].name not in (*ON_FOOT, "steps") and (steps := [t for t in lead if t.name == "step"]):
            # "10k steps 2l water": the steps are told for themselves
            self._begin(Draft("steps", "topic", clause, steps, done=clause.stance == "done"))
            lead = [t for t in lead if t.name != "step"]
        if _of_something_else(heads[0][0], lead):
            self._begin(Draft("", "", clause, lead, done=clause.stance == "done"))
            lead = []
        spilt = _spill(heads[-1])
        for index, (head, items) in enumerate(heads):
            self._head(head, [*(lead if index == 0 else ()), *items], clause, fixing)
        if spilt:
            self._begin(Draft("", "", clause, spilt, done=clause.stance == "done"))

    def _head(self, head: Token, items: list[Token], clause: Clause, fixing: bool) -> None:
        if head.kind == "act" and head.name not in ON_FOOT and len(items) > 1 and _walked_besides(items):
            # "广场舞40分钟 1天13200步"
            self._head(head, items[:-1], clause, fixing)
            self._begin(Draft("steps", "topic", clause, items[-1:], done=clause.stance == "done"))
            return
        last = self.drafts[-1] if self.drafts and self.alive else None
        draft = Draft(
            head.name,
            head.kind,
            clause,
            items,
            done=clause.stance == "done" or head.flag,
            guessed=head.value > 0,
            past=head.flag,
            head_at=head.start,
            of_each=self.both,
            pictured=head.end - head.start == 1 and head.kind == "act",
        )
        if last is not None and of_a_lift(draft, last):
            if any(t.kind in ("times", "list") or t.name in ("set", "rep") for t in draft.items):
                # "bench 80 for 3x5, then dropped to 70 for 2x8"
                self._attach(draft.items, clause, fixing)
            return
        if is_change(draft):
            if (change := change_of(last, draft)) is not None:
                self._begin(change)
        elif last is None:
            self._begin(draft)
        elif not last.name:
            self._adopt(last, draft)
        elif (
            fixing
            and last.kind == draft.kind
            and (last.name == draft.name or alike(last, draft) or not draft.quantified)
        ):
            draft.items = draft.items if draft.quantified else last.items
            self._copy_date(last, draft)
            self.drafts[-1] = draft
        elif self._same(last, draft, clause):
            kept = last.quantified or last.kind != "act" or clause.stance != "done"
            last.clause = last.clause if kept else clause
            last.items += draft.items
            last.done = last.done or draft.done
        elif self._refines(last, draft, clause):
            better = last.name in (*GENERIC, "hiit") or (
                draft.quantified and draft.name not in GENERIC and last.name != "hiking"
            )
            last.name = draft.name if better else last.name
            last.items += draft.items
        else:
            self._begin(draft)

    @staticmethod
    def _refines(last: Draft, draft: Draft, clause: Clause) -> bool:
        """`treadmill at 6 km/h, walked 40 min`: one activity, named twice."""
        if last.kind != "act" or draft.kind != "act":
            return False
        if (
            last.name in ("hiking", "aerobics")
            and draft.name == "walking"
            and not alike(last, draft)
            and not _stepped(draft)
        ):
            return last.clause is clause or draft.pictured or not _measured(last) or not _measured(draft)
        if last.quantified or draft.of_each > draft.head_at:
            return False
        told = draft.quantified or draft.of_each >= 0
        if not told and counted(last.name) in _REPEATED and counted(draft.name) in _REPEATED:
            return False
        return last.clause is clause or (bool(last.items) and last.clause.sentence == clause.sentence)

    def _same(self, last: Draft, draft: Draft, clause: Clause) -> bool:
        if last.name == "nap" and draft.name == "sleep" and last.clause is clause:
            return True
        if draft.name == "running" and last.name in _SPRINTED and last.clause is clause and not draft.quantified:
            # "游泳8个50米冲刺"
            return True
        vessels = [t.name for t in last.items if t.kind == "qty"]
        if last.name == draft.name == "water" and last.clause is clause and vessels in (["cup"], ["bottle"]):
            return True
        if last.name == draft.name == "sleep" and last.clause is clause:
            return all(t.kind == "clock" for t in draft.items if t.kind in QUANTITIES)
        if last.name == "nap" and draft.name == "sleep" and not last.quantified:
            return True
        if last.name != draft.name:
            return draft.name in GENERIC and last.clause is clause and not draft.quantified
        if not last.quantified or not draft.quantified:
            return True
        return (last.clause is clause or draft.pictured) and not alike(last, draft) and draft.name not in ("bp", "hr")

    def _adopt(self, orphan: Draft, draft: Draft) -> None:
        """Quantities said before their activity: `5 km, running`."""
        stepped = any(t.name == "step" for t in orphan.items)
        if draft.kind == "topic" and draft.name not in _TIMED and any(key(t) in _MOVED for t in orphan.items):
            # "5公里配速5分40，心率150": a measurement takes neither distance nor time
            self._begin(draft)
            return
        on_foot = draft.name in ON_FOOT and not any(t.name == "floor" for t in draft.items)
        woken = draft.name == "sleep" and any(t.name == "wake" for t in orphan.items)
        pair = draft.name != "bp" and any(t.kind == "pair" for t in orphan.items)
        counted_apart = any(t.name == "rep" for t in orphan.items) and _repeated(draft)
        counted_apart = counted_apart or (counted(draft.name) in _REPEATED and far(orphan.items))
        apart = pair or counted_apart or draft.name == "nap" or alike(orphan, draft) or (stepped and not on_foot)
        weighed = draft.kind == "topic" and draft.name not in _OF_BODY and any(map(is_load, orphan.items))
        apart = apart or weighed
        apart = apart or (
            draft.name in GENERIC and draft.quantified and any(key(t) == "distance" for t in orphan.items)
        )
        if draft.quantified and not woken and apart:
            self._begin(draft)
            return
        orphan.name, orphan.kind, orphan.guessed = draft.name, draft.kind, draft.guessed
        orphan.head_at, orphan.past = draft.head_at, draft.past
        orphan.items += draft.items
        orphan.done = orphan.done or draft.done

    def _begin(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self.alive = True

    def _attach(self, items: list[Token], clause: Clause, fixing: bool) -> None:
        """Quantities without a head go to the last draft, or wait as one without a name."""
        items = self._apart(items, clause, fixing)
        if not any((t.kind in VALUES and t.kind != "word") or t.name in ("best", "rest", "last_set") for t in items):
            return
        if all(t.name == "rest" for t in items) and any(t.kind == "date" for t in clause.tokens):
            return
        done = clause.stance == "done"
        self.alive = self.alive and not self._sleeps(clause, items)
        if not (self.drafts and self.alive):
            if not any(t.kind in QUANTITIES or t.kind in ("pace", "awake", "rpe", "rir") for t in items):
                return
            meant, items = self._of_what(items, clause)
            self._begin(Draft(meant.name, meant.kind if meant.name else "", clause, items, done=done))
            return
        last = self._meant(items, clause)
        if last.quantified and counted(last.name) in _REPEATED and far(items) and not fixing:
            # "300 squats, 1 mile, 52:13"
            self._begin(Draft("", "", clause, items, done=done))
            return
        if self._time_of_all(last, items, clause):
            return
        if not last.quantified and last.of_each < 0:
            last.of_each = self.both
        if len(last.items) > _MOST_ITEMS:
            return
        again = Draft(last.name, last.kind, clause, items, done=done or last.done)
        if fixing:
            correct(last, items)
        elif way_back(last, again):
            return
        elif next_bout(last, again, self.follows) or told_again(last, again):
            self._begin(again)
        else:
            last.items += items

    def _sleeps(self, clause: Clause, items: list[Token]) -> bool:
        """`woke at 4am, couldn't get back to sleep, 5 hrs`: nothing but hours of the clock was told before."""
        before = self.drafts[-1].items if self.drafts else []
        clocks = not any(t.kind in QUANTITIES and t.kind != "clock" for t in before)
        return self.sleepless and clocks and slept_after_all(clause, items)

    def _time_of_all(self, last: Draft, items: list[Token], clause: Clause) -> bool:
        """`10 squats, 10 push ups. Done in 18 minutes`: no time of the last exercise."""
        if clause.sentence == last.clause.sentence or {key(t) for t in items if t.kind in QUANTITIES} != {"duration"}:
            return False
        lifts = [d for d in self.drafts if d.kind == "act" and d.quantified and counted(d.name) in _REPEATED]
        return len(lifts) > 1 and lifts[-1] is last

    def _of_what(self, items: list[Token], clause: Clause) -> tuple[Token, list[Token]]:
        """What quantities told first are of: what was just said to be left undone, or nothing named."""
        if self.sleepless and slept_after_all(clause, items):
            return Token("topic", 0, 0, "sleep"), items
        if self.stepless and (steps := stepped_after_all(clause, items)) is not None:
            return Token("topic", 0, 0, "steps"), [steps]
        measured = any(t.kind in QUANTITIES and t.name not in ("other", "lap") for t in items)
        if self.untold is None or clause.stance != "done" or not measured:
            return Token("word", 0, 0), items
        # "no gym, just 10k steps"
        walked = self.untold.name in GENERIC and any(t.name == "step" for t in items)
        return (Token("word", 0, 0) if walked else self.untold), items

    def _apart(self, items: list[Token], clause: Clause, fixing: bool) -> list[Token]:
        """Steps and floors told after something else (`yoga 30 min, 9900 steps`) begin a record; the other items."""
        last = self.drafts[-1] if self.drafts and self.alive and not fixing else None
        if last is None or not last.name or last.name in (*GENERIC, "steps"):
            return items
        if not last.quantified and last.name in (*ON_FOOT, "square_dance"):
            return items
        dated = any(t.kind == "date" for t in clause.tokens) and last.offset is None and _measured(last)
        counter = _measured(last) and BY_COUNTER.search(clause.words) is not None
        if last.name in ON_FOOT and not counter and not (dated and clause.sentence == last.clause.sentence):
            return items
        for name, kind, unit in (("steps", "topic", "step"), ("stairs", "act", "floor")):
            apart = [t for t in items if t.name == unit]
            if apart:
                self._begin(Draft(name, kind, clause, apart, done=clause.stance == "done" or last.done))
                items = [t for t in items if t.name != unit]
        return items

    def _meant(self, items: list[Token], clause: Clause) -> Draft:
        """The draft that quantities without a head belong to: a distance never belongs to a measurement."""
        last = self.drafts[-1]
        if (
            last.kind == "topic"
            and any(key(t) in ("distance", "duration") for t in items)
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
            slept = next((d for d in fresh or self.drafts[-1:] if d.name == "sleep"), None)
            if self.night and slept is not None:
                self._date_night(slept, fresh)
                return
            if not fresh and clause.aside:
                return
            if not fresh and self.alive and (self.drafts[-1].offset is None or self.drafts[-1].name == "sleep"):
                fresh = self.drafts[-1:]
            for draft in fresh:
                draft.offset, draft.night, draft.explicit_date = self.offset, self.night, explicit
            if self.night and fresh and all(draft.name in ("sleep", "nap") for draft in fresh):
                # the night before is only when one slept
                self.offset, self.night = None, False
            return
        if self.carried_from is not None and self.carried_from != clause.sentence:
            self.offset, self.night, self.carried_from = None, False, None
        for draft in self.drafts[first:]:
            if draft.offset is None:
                draft.offset, draft.night = self.offset, self.night

    def _date_night(self, slept: Draft, fresh: list[Draft]) -> None:
        """The night that was slept is no date of what follows."""
        for draft in {id(d): d for d in (slept, *fresh)}.values():
            draft.offset, draft.night = self.offset, draft.kind == "topic"
        self.offset, self.night, self.carried_from = None, False, None

    @staticmethod
    def _copy_date(old: Draft, new: Draft) -> None:
        new.offset, new.night, new.explicit_date = old.offset, old.night, old.explicit_date
