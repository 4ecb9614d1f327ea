"""The clock of challenges: a new day on the board, and the end with its result."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from core.context import Desk, outgoing
from core.domain.challenges import Challenge, Place, end
from core.domain.scoring import MemberScore
from core.domain.standings import standings
from core.errors import Conflict
from core.events import Ack, Due
from core.handlers import board
from core.messages import Edit, Effect, Send
from core.state.types import Commit, DueChange, Fence, Snapshot

_TRIES = 20

Round = Callable[[Desk, Snapshot, Challenge, datetime], Awaitable[Commit]]


async def due(desk: Desk, event: Due, now: datetime) -> Ack:
    """A new day, or the end."""
    for _ in range(_TRIES):
        snapshot = await desk.store.load(board.aggregate(event.owner_id))
        challenge = board.challenge_of(snapshot)
        if challenge is None or event.kind not in snapshot.due:
            return Ack()
        commit = await _answer(event.kind, challenge)(desk, snapshot, challenge, now)
        try:
            claimed = replace(commit, claim=event.id, fence=Fence(event.kind, event.lease))
            return Ack(duplicate=(await desk.store.commit(claimed)).duplicate)
        except Conflict:
            continue
    return Ack()


def _answer(kind: str, challenge: Challenge) -> Round:
    if challenge.state == "ended":
        return _nothing
    return _end if kind == "end" else _new_day


async def _nothing(desk: Desk, snapshot: Snapshot, challenge: Challenge, now: datetime) -> Commit:
    return Commit(snapshot.owner, snapshot.revision)


async def _new_day(desk: Desk, snapshot: Snapshot, challenge: Challenge, now: datetime) -> Commit:
    drawn = await board.redrawn(desk, snapshot, challenge, now)
    rest = (change for change in drawn.due if change.kind != "day")
    return replace(drawn, due=(*rest, DueChange("day", board.next_day(challenge, now))))


async def _end(desk: Desk, snapshot: Snapshot, challenge: Challenge, now: datetime) -> Commit:
    """The end, if it is one: a finish that was taken back meanwhile is none."""
    ends_at = await board.ends_at(desk, challenge)
    if now < ends_at:
        return Commit(snapshot.owner, snapshot.revision, due=(DueChange("end", ends_at),))
    return await ending(desk, snapshot, challenge, now)


async def ending(desk: Desk, snapshot: Snapshot, challenge: Challenge, now: datetime) -> Commit:
    """The commit that closes it: the result kept, the boards final, the result told in every chat."""
    places = await final_places(desk, challenge)
    ended = end(challenge, now, places)
    effects: list[Effect] = []
    for bound in ended.chats:
        wording = board.wording(desk, ended, bound, now)
        effects.append(Edit(bound.chat, wording.board(places), slot=board.slot(ended.id)))
        effects.append(Send(bound.chat, wording.result(places), kind="notice"))
    over = (DueChange("end", None), DueChange("day", None))
    docs = {"challenge": ended}
    return Commit(snapshot.owner, snapshot.revision, docs=docs, outbox=tuple(outgoing(effects)), due=over)


async def final_places(desk: Desk, challenge: Challenge) -> tuple[Place, ...]:
    """The places from the ledgers themselves: what was logged a moment ago may not be on the board yet."""
    scores: dict[str, MemberScore] = {}
    for member in challenge.active:
        made = await board.own_score(desk, challenge, member.person)
        if made is not None:
            scores[member.person] = made
    return tuple(board.with_everybody(challenge, standings(scores)))
