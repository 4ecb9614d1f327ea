"""A member's score: a pure function of the rules and of the member's ledger entries, in any order.

An entry counts if it stands (status `ok`), its day belongs to the challenge and to the member's time in it, it was
logged at most 24 h after that local day was over (in the entry's own zone), never ahead of its day, and before the
challenge closed. No day brings more than the cap. What of an entry is counted: see `counting`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from math import fsum
from typing import Literal

from core.domain.challenge_terms import IN_TIMES, Rules
from core.domain.challenges import GRACE, Member
from core.domain.counting import day_amount, is_counted, is_estimated, rounded
from core.domain.days import day_end, local_day
from core.domain.records import Entry, Frozen, Record

Why = Literal[
    "capped",
    "estimated",
    "late",
    "future",
    "held",
    "weekend",
    "before_joining",
    "after_leaving",
    "closed",
    "once_a_day",
    "week_full",
]


class DayScore(Frozen):
    """One day: what was done in the metric's unit, what of it counted, and why not all of it. `ok`: the day's goal was
    met (daily_goal), else something counted."""

    day: date
    raw: float
    counted: float
    ok: bool
    why: tuple[Why, ...] = ()


class MemberScore(Frozen):
    """What the board sorts by: `value` descending, then `tiebreak` ascending.

    value: total and race, the sum (a race up to its target); daily_goal, days that met the goal; times_per_week, the
    sum of the weeks, each up to its target. `tiebreak`: the moment (s) a race was finished, else 0: equals share a
    place.
    """

    value: float
    reached: bool = False
    reached_on: date | None = None
    reached_at: datetime | None = None
    days: tuple[DayScore, ...] = ()
    tiebreak: float = 0.0


def score(rules: Rules, member: Member, entries: Iterable[Entry], closed: datetime | None = None) -> MemberScore:
    """The member's score; `closed`: when the challenge ended, if it did."""
    relevant = _relevant(rules, entries)
    barred = {entry.id: _barred(rules, member, entry, closed) for entry in relevant}
    counting = [entry for entry in relevant if barred[entry.id] is None]
    notes: dict[date, set[Why]] = defaultdict(set)
    for entry in relevant:
        if why := barred[entry.id]:
            notes[entry.day].add(why)
    days = _week_limits(rules, _days(rules, counting, notes))
    value = _value(rules, days)
    reached = has_reached(rules, member, value)
    reached_at = _reached_at(rules, counting) if reached and rules.kind == "race" else None
    return MemberScore(
        value=value,
        reached=reached,
        reached_on=_reached_on(rules, member, days) if reached else None,
        reached_at=reached_at,
        days=days,
        tiebreak=reached_at.timestamp() if reached_at else 0.0,
    )


def has_reached(rules: Rules, member: Member, value: float) -> bool:
    """Whether the value is all there is to reach: the target; for daily and weekly goals, every day or week since the
    member joined."""
    return value >= goal_of(rules, member)


def goal_of(rules: Rules, member: Member) -> float:
    """What a member can aim at, in the unit of the score; infinite for a total without a target."""
    target = rules.target or float("inf")
    if rules.kind in ("total", "race"):
        return target
    days = rules.counting_days(member.joined, member.left)
    if rules.kind == "daily_goal":
        return len(days) or float("inf")
    weeks: dict[int, int] = defaultdict(int)
    for day in days:
        weeks[_week(rules, day)] += 1
    # A week that has fewer days than times wanted asks for no more than its days.
    return fsum(min(target, n) if rules.metric in IN_TIMES else target for n in weeks.values()) or float("inf")


def streak(rules: Rules, result: MemberScore, today: date) -> int:
    """Days in a row, up to today, on which the day's goal was met; a day still running does not break it."""
    met = {day.day for day in result.days if day.ok}
    days = [day for day in rules.counting_days() if day <= today]
    if days and days[-1] == today and today not in met:
        days.pop()
    count = 0
    while days and days.pop() in met:
        count += 1
    return count


def _relevant(rules: Rules, entries: Iterable[Entry]) -> list[Entry]:
    """Entries of the challenge's time and sort, once each; withdrawn ones are as if never said."""
    once = {entry.id: entry for entry in entries if entry.status != "void"}
    in_time = (entry for entry in once.values() if rules.starts <= entry.day <= rules.last_day)
    relevant = (entry for entry in in_time if is_counted(rules, entry.record))
    return sorted(relevant, key=lambda entry: (entry.at, entry.id))


def _barred(rules: Rules, member: Member, entry: Entry, closed: datetime | None) -> Why | None:
    """Why an entry of the right sort does not count, or `None`."""
    checks: tuple[tuple[Why, bool], ...] = (
        ("held", entry.status == "held"),
        ("weekend", not rules.counts_on(entry.day)),
        ("before_joining", entry.day < member.joined),
        ("after_leaving", member.left is not None and entry.day >= member.left),
        ("future", entry.day > local_day(entry.at, entry.zone)),
        ("late", entry.at > day_end(entry.day, entry.zone) + GRACE),
        ("closed", closed is not None and entry.at > closed),
    )
    return next((why for why, holds in checks if holds), None)


def _days(rules: Rules, counting: Sequence[Entry], notes: Mapping[date, set[Why]]) -> tuple[DayScore, ...]:
    by_day: dict[date, list[Record]] = defaultdict(list)
    for entry in counting:
        by_day[entry.day].append(entry.record)
    return tuple(
        _day(rules, day, by_day.get(day, ()), set(notes.get(day, ()))) for day in sorted(by_day.keys() | notes.keys())
    )


def _day(rules: Rules, day: date, records: Sequence[Record], why: set[Why]) -> DayScore:
    raw = day_amount(rules, records)
    counted = min(raw, rules.day_cap)
    if counted < raw:
        why.add("capped")
    if rules.metric == "minutes" and any(is_estimated(record) for record in records):
        why.add("estimated")
    ok = counted >= (rules.target or 0) if rules.kind == "daily_goal" else counted > 0
    return DayScore(day=day, raw=raw, counted=counted, ok=ok, why=tuple(sorted(why)))


def _week_limits(rules: Rules, days: tuple[DayScore, ...]) -> tuple[DayScore, ...]:
    """For times_per_week: a day counts once if times are counted, and no week brings more than its target."""
    if rules.kind != "times_per_week" or rules.target is None:
        return days
    left: dict[int, float] = defaultdict(lambda: rules.target or 0.0)
    limited: list[DayScore] = []
    for day in days:
        once = min(day.counted, 1.0) if rules.metric in IN_TIMES else day.counted
        counted = min(once, left[_week(rules, day.day)])
        left[_week(rules, day.day)] -= counted
        why: set[Why] = set(day.why)
        if once < day.counted:
            why.add("once_a_day")
        if counted < once:
            why.add("week_full")
        changes = {"counted": counted, "ok": counted > 0, "why": tuple(sorted(why))}
        limited.append(day.model_copy(update=changes))
    return tuple(limited)


def _week(rules: Rules, day: date) -> int:
    return (day - rules.starts).days // 7


def _value(rules: Rules, days: Sequence[DayScore]) -> float:
    if rules.kind == "daily_goal":
        return float(sum(day.ok for day in days))
    total = rounded(day.counted for day in days)
    return min(total, rules.target or total) if rules.kind == "race" else total


def _reached_on(rules: Rules, member: Member, days: Sequence[DayScore]) -> date:
    """The first day by which the goal was reached; it must have been."""
    prefixes = range(1, len(days) + 1)
    place = bisect_left(prefixes, True, key=lambda n: has_reached(rules, member, _value(rules, days[:n])))
    return days[place].day


def _reached_at(rules: Rules, counting: Sequence[Entry]) -> datetime | None:
    """The moment the entry was logged that brought a race to its target; `counting` in order of logging."""
    by_day: dict[date, list[Record]] = defaultdict(list)
    counted: dict[date, float] = {}
    for entry in counting:
        by_day[entry.day].append(entry.record)
        counted[entry.day] = min(day_amount(rules, by_day[entry.day]), rules.day_cap)
        if rounded(counted.values()) >= (rules.target or 0):
            return entry.at
    return None
