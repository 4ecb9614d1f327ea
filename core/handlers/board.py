"""Keeping boards true: a member's score after each change of their ledger, one living message per chat.

A score is a pure function of ledger and rules, written absolutely; a board is drawn anew from the scores. So any of
this may happen twice, late or in another order, and shows the same. A board that looks as it did is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta
from hashlib import blake2s

from pydantic import BaseModel

from core.context import Desk, outgoing, person_aggregate
from core.domain.board import Shown
from core.domain.challenges import BoundChat, Challenge, Place, end_due, move, rename
from core.domain.days import DAY_START_HOUR, day_end, local_day
from core.domain.person import Person
from core.domain.profile import ADULT, Profile
from core.domain.records import fold
from core.domain.scoring import MemberScore, score
from core.domain.standings import board_place, board_score, reached_moment
from core.errors import Conflict, StoreAway
from core.events import Internal
from core.handlers.challenge_words import Wording
from core.messages import EFFECT, ChatRef, Edit, Effect, Message, Send
from core.state.types import ANY_REVISION, Aggregate, Commit, DueChange, Score, Snapshot

SHOWN = 20
_TRIES = 20
_SAME_TIME = timedelta(seconds=1)

Update = Callable[[Challenge], Challenge]


def aggregate(challenge_id: str) -> Aggregate:
    return Aggregate("challenge", challenge_id)


def slot(challenge_id: str) -> str:
    return f"board:{challenge_id}"


def challenge_of(snapshot: Snapshot) -> Challenge | None:
    found = snapshot.docs.get("challenge")
    return found if isinstance(found, Challenge) else None


def shown_of(snapshot: Snapshot) -> Shown:
    found = snapshot.docs.get("shown")
    return found if isinstance(found, Shown) else Shown()


async def load(desk: Desk, challenge_id: str) -> Challenge | None:
    return challenge_of(await desk.store.load(aggregate(challenge_id)))


async def load_all(desk: Desk, challenge_ids: Iterable[str]) -> list[Challenge]:
    """Those that exist, in the order given."""
    ids = list(dict.fromkeys(challenge_ids))
    snapshots = await desk.store.load_many([aggregate(cid) for cid in ids]) if ids else []
    return [challenge for snapshot in snapshots if (challenge := challenge_of(snapshot)) is not None]


async def own_score(desk: Desk, challenge: Challenge, person: str) -> MemberScore | None:
    """The member's score from their ledger; `None` for who is not in it."""
    member = challenge.member(person)
    if member is None or member.former:
        return None
    entries = fold(await desk.store.ledger(person_aggregate(person))).values()
    return score(challenge.rules, member, entries, challenge.ended_at)


# ---- after a change of somebody's ledger or membership


async def follow_up(desk: Desk, event: Internal, now: datetime) -> None:
    """What changed about a member reaches the boards; that a challenge is over reaches the member."""
    if not await project(desk, event, now):
        await _past(desk, event)


async def _past(desk: Desk, event: Internal) -> None:
    """Nothing more is to be scored for it. Should somebody be faster, the next follow-up does it."""
    snapshot = await desk.store.load(person_aggregate(event.person_id))
    person = snapshot.docs.get("person")
    if isinstance(person, Person) and (over := person.out_of_challenge(event.challenge_id)) != person:
        with suppress(Conflict):
            await desk.store.commit(Commit(snapshot.owner, snapshot.revision, docs={"person": over}))


async def project(desk: Desk, event: Internal, now: datetime) -> bool:
    """Bring one member's score and the boards up to date. False: it is over."""
    # The person first: what the challenge then says of them is at least as new as the revision the score is based on,
    # so that a late follow-up never puts somebody back who has left since.
    person = await desk.store.load(person_aggregate(event.person_id))
    challenge = await load(desk, event.challenge_id)
    if challenge is None or challenge.state == "ended":
        return False
    await _write_score(desk, challenge, person)
    await refresh(desk, event.challenge_id, now, lambda known: _as_known_now(known, person, now))
    return True


async def _write_score(desk: Desk, challenge: Challenge, person: Snapshot) -> None:
    """Write the member's score, or take them off the board."""
    pid = person.owner.id
    member = challenge.member(pid)
    on_board = member is not None and member.active and bool(person.docs)
    made = await own_score(desk, challenge, pid) if on_board else None
    stored = None if made is None else board_score(challenge.rules, made)
    entry = Score(pid, stored, made.tiebreak if made else 0.0, person.revision)
    await desk.store.commit(Commit(aggregate(challenge.id), ANY_REVISION, scores=(entry,)))


def _as_known_now(challenge: Challenge, snapshot: Snapshot, now: datetime) -> Challenge:
    """The member in the zone they live in now, and without a name once they are known to be under 18."""
    person, profile = snapshot.docs.get("person"), snapshot.docs.get("profile")
    if not isinstance(person, Person) or challenge.member(snapshot.owner.id) is None:
        return challenge
    moved = move(challenge, snapshot.owner.id, person.zone)
    age = profile.age_on(local_day(now, person.zone)) if isinstance(profile, Profile) else None
    return rename(moved, snapshot.owner.id, "") if age is not None and age < ADULT else moved


async def refresh(desk: Desk, challenge_id: str, now: datetime, update: Update | None = None) -> None:
    """Draw the board anew in every chat where it looks different now, and set its times."""
    for _ in range(_TRIES):
        snapshot = await desk.store.load(aggregate(challenge_id))
        challenge = challenge_of(snapshot)
        if challenge is None or challenge.state == "ended":
            return
        changed = update(challenge) if update is not None else challenge
        commit = await redrawn(desk, snapshot, changed, now)
        if not commit.docs and not commit.due:
            return
        try:
            await desk.store.commit(commit)
            return
        except Conflict:
            continue
    raise StoreAway("contended")


async def redrawn(desk: Desk, snapshot: Snapshot, challenge: Challenge, now: datetime) -> Commit:
    """The commit that keeps `challenge`, shows its boards where they changed, and moves its times."""
    edits, shown = await boards(desk, challenge, shown_of(snapshot), now)
    docs: dict[str, BaseModel | None] = {}
    if challenge != challenge_of(snapshot):
        docs["challenge"] = challenge
    if shown != shown_of(snapshot):
        docs["shown"] = shown
    due = await moved(desk, snapshot, challenge, now)
    return Commit(snapshot.owner, snapshot.revision, docs=docs, outbox=tuple(outgoing(edits)), due=due)


async def moved(desk: Desk, snapshot: Snapshot, challenge: Challenge, now: datetime) -> tuple[DueChange, ...]:
    """The times that are others than those known. One that stays is not touched: it may be claimed right now."""
    return tuple(change for change in await due_changes(desk, challenge, now) if _moves(snapshot, change))


def _moves(snapshot: Snapshot, change: DueChange) -> bool:
    known = snapshot.due.get(change.kind)
    return known is None or change.at is None or abs(known - change.at) > _SAME_TIME


# ---- the board as messages


async def boards(desk: Desk, challenge: Challenge, shown: Shown, now: datetime) -> tuple[list[Effect], Shown]:
    """The board as an edit of its message in each chat where it changed; what the boards show then."""
    places = await top_places(desk, challenge, SHOWN)
    edits: list[Effect] = []
    for bound in challenge.chats:
        message = drawn(desk, challenge, bound, places, now)
        if shown.of(chat_key(bound.chat)) != digest(message):
            edits.append(Edit(bound.chat, message, slot=slot(challenge.id), cosmetic=True))
            shown = shown.having(chat_key(bound.chat), digest(message))
    return edits, shown


def drawn(desk: Desk, challenge: Challenge, bound: BoundChat, places: list[Place], now: datetime) -> Message:
    """The board as a chat shows it."""
    return wording(desk, challenge, bound, now).board(places, members=len(challenge.active))


async def sent(
    desk: Desk, challenge: Challenge, bound: BoundChat, shown: Shown, now: datetime, *, pin: bool = False
) -> tuple[Send, Shown]:
    """The board as a new message: this one is the living one from now on."""
    message = drawn(desk, challenge, bound, await top_places(desk, challenge, SHOWN), now)
    send = Send(bound.chat, message, kind="notice", slot=slot(challenge.id), pin=pin)
    return send, shown.having(chat_key(bound.chat), digest(message))


def chat_key(chat: ChatRef) -> str:
    return f"{chat.platform}:{chat.chat_id}:{chat.thread or ''}"


def digest(message: Message) -> str:
    """What tells one look of a board from another."""
    content = EFFECT.dump_json(Edit(ChatRef("web", ""), message))
    return blake2s(content, digest_size=8).hexdigest()


async def top_places(desk: Desk, challenge: Challenge, count: int) -> list[Place]:
    """The first places as stored, then those with nothing yet in the order they joined, so that everybody is seen."""
    found = await desk.store.standings(challenge.id, 0, count)
    places = [
        board_place(challenge.rules, member, standing.rank, standing.score)
        for standing in found
        if (member := challenge.member(standing.member)) is not None and member.active
    ]
    return list(with_everybody(challenge, places))[:count]


def with_everybody(challenge: Challenge, places: Iterable[Place]) -> Iterable[Place]:
    """The places of who has something, then everybody else, in the order they joined."""
    placed = [place for place in places if place.value > 0]
    seen = {place.person for place in placed}
    rest = (member.person for member in challenge.active if member.person not in seen)
    return (*placed, *(Place(rank=len(placed) + 1, person=person, value=0) for person in rest))


def wording(desk: Desk, challenge: Challenge, bound: BoundChat, now: datetime) -> Wording:
    return Wording(desk.words, bound.language, challenge, today_of(challenge, now))


# ---- its days and times


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


async def reached_at(desk: Desk, challenge: Challenge) -> datetime | None:
    """When the first one finished a race that is open, as the board says."""
    first = await desk.store.standings(challenge.id, 0, 1) if challenge.rules.kind == "race" else []
    return reached_moment(challenge.rules, first[0].score) if first else None


async def ends_at(desk: Desk, challenge: Challenge) -> datetime:
    """When an open challenge ends by itself, as things stand."""
    return end_due(challenge, await reached_at(desk, challenge))


async def due_changes(desk: Desk, challenge: Challenge, now: datetime) -> tuple[DueChange, ...]:
    """The times of a challenge that is open: its end, its next day."""
    return (DueChange("end", await ends_at(desk, challenge)), DueChange("day", next_day(challenge, now)))
