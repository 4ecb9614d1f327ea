"""Keeping boards true: a member's score after each change of their ledger, one living message per chat, the end.

A score is a pure function of ledger and rules, written absolutely; a board is drawn anew from the scores. So any of
this may happen twice, late or in another order, and shows the same.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from core.context import Desk, outgoing, person_aggregate
from core.domain.challenges import RACE_SETTLES, BoundChat, Challenge, Place, end, end_due
from core.domain.days import DAY_START_HOUR, day_end, local_day
from core.domain.records import fold
from core.domain.scoring import MemberScore, score
from core.domain.standings import board_place, board_score
from core.errors import Conflict
from core.events import Ack, Due, Internal
from core.handlers.challenge_words import Wording
from core.messages import Edit, Effect, Send
from core.state.types import ANY_REVISION, Aggregate, Commit, DueChange, Fence, Score, Snapshot

SHOWN = 20
_TRIES = 20


def aggregate(challenge_id: str) -> Aggregate:
    return Aggregate("challenge", challenge_id)


def slot(challenge_id: str) -> str:
    return f"board:{challenge_id}"


def challenge_of(snapshot: Snapshot) -> Challenge | None:
    found = snapshot.docs.get("challenge")
    return found if isinstance(found, Challenge) else None


async def load(desk: Desk, challenge_id: str) -> Challenge | None:
    return challenge_of(await desk.store.load(aggregate(challenge_id)))


async def own_score(desk: Desk, challenge: Challenge, person: str) -> MemberScore | None:
    """The member's score from their ledger; `None` for who is not in it."""
    member = challenge.member(person)
    if member is None or member.former:
        return None
    entries = fold(await desk.store.ledger(person_aggregate(person))).values()
    return score(challenge.rules, member, entries, challenge.ended_at)


async def project(desk: Desk, event: Internal, now: datetime) -> None:
    """Bring one member's score and the boards up to date."""
    owner = aggregate(event.challenge_id)
    places, person = await desk.store.load_many([owner, person_aggregate(event.person_id)])
    challenge = challenge_of(places)
    if challenge is None or challenge.state == "ended":
        return
    reached_at = await _write_score(desk, challenge, person)
    await refresh(desk, event.challenge_id, now, reached_at=reached_at)


async def _write_score(desk: Desk, challenge: Challenge, person: Snapshot) -> datetime | None:
    """Write the member's score, or take them off the board; when they finished a race."""
    pid = person.owner.id
    member = challenge.member(pid)
    on_board = member is not None and member.active and bool(person.docs)
    made = await own_score(desk, challenge, pid) if on_board else None
    stored = None if made is None else board_score(challenge.rules, made)
    entry = Score(pid, stored, made.tiebreak if made else 0.0, person.revision)
    await desk.store.commit(Commit(aggregate(challenge.id), ANY_REVISION, scores=(entry,)))
    return made.reached_at if made else None


async def refresh(desk: Desk, challenge_id: str, now: datetime, *, reached_at: datetime | None = None) -> None:
    """Draw the board anew in every chat. A race just finished is due to close soon."""
    for _ in range(_TRIES):
        snapshot = await desk.store.load(aggregate(challenge_id))
        challenge = challenge_of(snapshot)
        if challenge is None or challenge.state == "ended":
            return
        due: tuple[DueChange, ...] = ()
        if reached_at is not None:
            soon = min(snapshot.due.get("end", now + RACE_SETTLES), max(now, reached_at + RACE_SETTLES))
            due = (DueChange("end", soon),)
        effects = await boards(desk, challenge, now)
        try:
            await desk.store.commit(
                Commit(snapshot.owner, snapshot.revision, outbox=tuple(outgoing(effects)), due=due)
            )
            return
        except Conflict:
            continue


async def boards(desk: Desk, challenge: Challenge, now: datetime, *, cosmetic: bool = True) -> list[Effect]:
    """The board as an edit of its message in each chat."""
    top = await top_places(desk, challenge, SHOWN)
    members = len(challenge.active)
    return [
        Edit(bound.chat, _wording(desk, challenge, bound, now).board(top, members=members), slot=slot(challenge.id),
             cosmetic=cosmetic)
        for bound in challenge.chats
    ]


async def top_places(desk: Desk, challenge: Challenge, count: int) -> list[Place]:
    """The first places as stored, then members without one, so that everybody who joined is seen."""
    found = await desk.store.standings(challenge.id, 0, count)
    placed = [
        board_place(challenge.rules, member, standing.rank, standing.score)
        for standing in found
        if (member := challenge.member(standing.member)) is not None and member.active
    ]
    seen = {place.person for place in placed}
    rest = [member.person for member in challenge.active if member.person not in seen]
    return [*placed, *(Place(rank=len(placed) + 1, person=person, value=0) for person in rest)][:count]


def _wording(desk: Desk, challenge: Challenge, bound: BoundChat, now: datetime) -> Wording:
    return Wording(desk.words, bound.language, challenge, today_of(challenge, now))


def zone_of_owner(challenge: Challenge) -> str:
    owner = challenge.member(challenge.owner)
    return owner.zone if owner else "UTC"


def today_of(challenge: Challenge, now: datetime) -> date:
    """The day it is for whoever looks after the challenge."""
    return local_day(now, zone_of_owner(challenge))


def next_day(challenge: Challenge, now: datetime) -> datetime:
    """When the board's day line is out of date."""
    zone = zone_of_owner(challenge)
    return day_end(local_day(now, zone), zone, DAY_START_HOUR) + timedelta(minutes=1)


def due_changes(challenge: Challenge, now: datetime) -> tuple[DueChange, ...]:
    """The times of a challenge that is open: its end, its next day."""
    return (DueChange("end", end_due(challenge)), DueChange("day", next_day(challenge, now)))


# ---- the clock


async def due(desk: Desk, event: Due, now: datetime) -> Ack:
    """A new day, or the end."""
    for _ in range(_TRIES):
        snapshot = await desk.store.load(aggregate(event.owner_id))
        challenge = challenge_of(snapshot)
        if challenge is None or event.kind not in snapshot.due:
            return Ack()
        commit = await (_ending if event.kind == "end" else _new_day)(desk, event, snapshot, challenge, now)
        try:
            return Ack(duplicate=(await desk.store.commit(commit)).duplicate)
        except Conflict:
            continue
    return Ack()


async def _new_day(desk: Desk, event: Due, snapshot: Snapshot, challenge: Challenge, now: datetime) -> Commit:
    fence = Fence(event.kind, event.lease)
    if challenge.state == "ended":
        return Commit(snapshot.owner, snapshot.revision, claim=event.id, fence=fence)
    return Commit(
        snapshot.owner,
        snapshot.revision,
        outbox=tuple(outgoing(await boards(desk, challenge, now))),
        due=(DueChange("day", next_day(challenge, now)),),
        claim=event.id,
        fence=fence,
    )


async def _ending(desk: Desk, event: Due, snapshot: Snapshot, challenge: Challenge, now: datetime) -> Commit:
    """The end, if it is one: a finish that was taken back meanwhile is none."""
    fence = Fence(event.kind, event.lease)
    if challenge.state == "ended":
        return Commit(snapshot.owner, snapshot.revision, claim=event.id, fence=fence)
    top = await top_places(desk, challenge, 1)
    finished = challenge.rules.kind == "race" and bool(top) and top[0].reached
    if not finished and now < end_due(challenge):
        again = (DueChange("end", end_due(challenge)),)
        return Commit(snapshot.owner, snapshot.revision, due=again, claim=event.id, fence=fence)
    return await ending(desk, snapshot, challenge, now, claim=event.id, fence=fence)


async def ending(
    desk: Desk, snapshot: Snapshot, challenge: Challenge, now: datetime, *, claim: str, fence: Fence | None = None
) -> Commit:
    """The commit that closes it: the result kept, the boards final, the result told in every chat."""
    places = await top_places(desk, challenge, max(1, len(challenge.active)))
    ended = end(challenge, now, places)
    effects: list[Effect] = []
    for bound in ended.chats:
        wording = _wording(desk, ended, bound, now)
        effects.append(Edit(bound.chat, wording.board(places), slot=slot(ended.id)))
        effects.append(Send(bound.chat, wording.result(places), kind="notice"))
    over = (DueChange("end", None), DueChange("day", None))
    return Commit(
        snapshot.owner, snapshot.revision, docs={"challenge": ended}, outbox=tuple(outgoing(effects)), due=over,
        claim=claim, fence=fence,
    )
