"""Who stands where. Equal scores share a place (1, 2, 2, 4); of two who finished a race the earlier is ahead.

The store sorts a board by one number, so the moment a race was finished is folded into it: see `board_score`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta

from core.domain.challenge_terms import Rules
from core.domain.challenges import Member, Place
from core.domain.scoring import MemberScore, has_reached


def standings(scores: Mapping[str, MemberScore]) -> tuple[Place, ...]:
    """Everybody's place, best first; people on one place in the order of their ids."""
    order = sorted(scores, key=lambda person: (-scores[person].value, scores[person].tiebreak, person))
    places: list[Place] = []
    for n, person in enumerate(order):
        shared = n > 0 and _key(scores[person]) == _key(scores[order[n - 1]])
        rank = places[-1].rank if shared else n + 1
        places.append(Place(rank=rank, person=person, value=scores[person].value, reached=scores[person].reached))
    return tuple(places)


def _key(score: MemberScore) -> tuple[float, float]:
    return score.value, score.tiebreak


def winners(places: Sequence[Place]) -> tuple[str, ...]:
    """Who shares the first place; nobody where nobody has anything."""
    return tuple(place.person for place in places if place.rank == 1 and place.value > 0)


def board_score(rules: Rules, score: MemberScore) -> float:
    """The number the store sorts by: the value; for a finished race the target plus the seconds that were to spare, so
    that the earlier one is ahead and only the same moment shares a place."""
    if rules.kind != "race" or score.reached_at is None or rules.target is None:
        return score.value
    return rules.target + max(1.0, (_horizon(rules) - score.reached_at).total_seconds())


def board_place(rules: Rules, member: Member, rank: int, stored: float) -> Place:
    """A line of the store's board as a place; the inverse of `board_score` for what people see."""
    value = min(stored, rules.target) if rules.kind == "race" and rules.target is not None else stored
    return Place(rank=rank, person=member.person, value=value, reached=has_reached(rules, member, value))


def reached_moment(rules: Rules, stored: float) -> datetime | None:
    """When a race was finished, from the number the store sorts by; `None` if it was not."""
    if rules.kind != "race" or rules.target is None or stored <= rules.target:
        return None
    return _horizon(rules) - timedelta(seconds=stored - rules.target)


def _horizon(rules: Rules) -> datetime:
    """Later than the close of the challenge in any zone."""
    return datetime.combine(rules.last_day + timedelta(days=4), time(), UTC)
