"""What a board shows, as data; the words are the handler's.

Nobody is shamed: who has nothing yet stands without a rank, missed days are not shown, who left is not shown at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from core.domain.challenge_terms import Metric, Rules
from core.domain.challenges import Challenge, Phase, Place, phase
from core.domain.display import shown
from core.domain.records import Frozen

MAX_LINES = 20
BAR_CELLS = 8

Unit = Literal["steps", "minutes", "km", "reps", "days", "sessions"]
Outcome = Literal["nobody", "winner", "tie"]


class Amount(Frozen):
    """A number as shown, in its unit."""

    value: float
    unit: Unit


class Shown(Frozen):
    """What the boards of a challenge last showed: a digest by chat, so that one that did not change is left alone."""

    digests: tuple[tuple[str, str], ...] = ()

    def of(self, chat: str) -> str | None:
        return dict(self.digests).get(chat)

    def having(self, chat: str, digest: str) -> Shown:
        return Shown(digests=tuple(sorted({**dict(self.digests), chat: digest}.items())))


class BoardLine(Frozen):
    """`rank` is missing for who has nothing yet, `name` for a former member or a name without visible characters."""

    rank: int | None
    person: str
    name: str | None
    former: bool
    amount: Amount
    reached: bool
    share: float | None
    """Of the target, 0-1, where there is one to share in (race, total with a target)."""


class BoardView(Frozen):
    """The board on a day. `more`: members beyond the lines shown. `day`: 1 on the first; `days_left` counts today."""

    phase: Phase
    lines: tuple[BoardLine, ...]
    more: int
    members: int
    day: int
    days: int
    days_left: int
    days_to_start: int


def board_view(
    challenge: Challenge, places: Sequence[Place], today: date, *, members: int | None = None, limit: int = MAX_LINES
) -> BoardView:
    """The board of `places` (best first; the result once it has ended). `members`: how many there are, if `places` is
    only the top. Members without a place yet (just joined) follow at the end."""
    rules = challenge.rules
    shown_places = _all_places(challenge, places) if members is None else tuple(places)
    count = len(shown_places) if members is None else members
    lines = tuple(_line(challenge, place) for place in shown_places[:limit])
    if any(place.value > 0 for place in shown_places) or phase(challenge, today) != "upcoming":
        today = max(today, rules.starts)
    return BoardView(
        phase=phase(challenge, today),
        lines=lines,
        more=max(0, count - len(lines)),
        members=count,
        day=min(rules.days, max(0, (today - rules.starts).days + 1)),
        days=rules.days,
        days_left=min(rules.days, max(0, (rules.last_day - today).days + 1)),
        days_to_start=max(0, (rules.starts - today).days),
    )


def _all_places(challenge: Challenge, places: Sequence[Place]) -> tuple[Place, ...]:
    """The result of an ended challenge; else the places of active members, then the active members without one."""
    if challenge.result is not None:
        return challenge.result
    active = {member.person for member in challenge.active}
    kept = tuple(place for place in places if place.person in active)
    placed = {place.person for place in kept}
    rest = (member.person for member in challenge.active if member.person not in placed)
    return (*kept, *(Place(rank=len(kept) + 1, person=person, value=0) for person in rest))


def _line(challenge: Challenge, place: Place) -> BoardLine:
    member = challenge.member(place.person)
    former = member is None or member.former
    return BoardLine(
        rank=place.rank if place.value > 0 else None,
        person=place.person,
        name=member.name or None if member else None,
        former=former,
        amount=score_amount(challenge.rules, place.value),
        reached=place.reached,
        share=share_of(challenge.rules, place.value),
    )


def outcome(places: Sequence[Place]) -> Outcome:
    """How it ended: who has nothing wins nothing."""
    first = sum(place.rank == 1 and place.value > 0 for place in places)
    return "nobody" if first == 0 else "winner" if first == 1 else "tie"


def share_of(rules: Rules, value: float) -> float | None:
    if rules.target is None or rules.kind not in ("race", "total"):
        return None
    return min(1.0, value / rules.target)


def bar(share: float, cells: int = BAR_CELLS) -> str:
    """A bar of text. Full only at the target, never empty once something is done."""
    filled = min(int(share * cells), cells)
    if share > 0 and filled == 0:
        filled = 1
    return "▰" * filled + "▱" * (cells - filled)


def score_amount(rules: Rules, value: float) -> Amount:
    """A score in the unit people read: days for a daily goal, else the metric's."""
    if rules.kind == "daily_goal":
        return Amount(value=shown(value), unit="days")
    return metric_amount(rules.metric, value)


def metric_amount(metric: Metric, value: float) -> Amount:
    """An amount of a metric (a target, what a day brought): whole, kilometres to two decimals."""
    match metric:
        case "distance_m":
            return Amount(value=shown(value / 1000, 2), unit="km")
        case "active_days":
            return Amount(value=shown(value), unit="days")
        case "steps" | "minutes" | "reps" | "sessions":
            return Amount(value=shown(value), unit=metric)


def whole_weeks(rules: Rules) -> int:
    """Weeks it lasts, 0 if they are not whole."""
    return rules.days // 7 if rules.days % 7 == 0 else 0


def late_join_days(rules: Rules, today: date) -> int:
    """How many days still count for who joins today."""
    return len(rules.counting_days(first=max(today, rules.starts), end=rules.last_day + timedelta(days=1)))
