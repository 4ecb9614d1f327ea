"""Changing a challenge: made, joined, left, shown in a chat, ended. Shared by groups and private chats.

Each change is one commit of the challenge with the event's id as its claim, and safe to repeat: what was done before is
found done.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from hashlib import blake2s
from typing import NamedTuple

from pydantic import BaseModel

from core.context import Desk, outgoing
from core.domain.board import Shown
from core.domain.challenge_terms import Refused, Rules
from core.domain.challenges import BoundChat, Challenge, Member, bind, bound_in, create, join, leave, unbind
from core.domain.days import local_day
from core.errors import CoachError, Conflict, StoreAway
from core.handlers import board, rounds
from core.handlers.challenge_words import Wording, refusal
from core.messages import ChatRef, Effect, Message, Send
from core.state.types import Commit, Snapshot

_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without letters and digits that look alike."""
CODE_LENGTH = 6
CODES = "challenge"
_TRIES = 20

Change = Callable[[Challenge], Challenge | Refused]


def challenge_id(event_id: str) -> str:
    """The id of the challenge that an event makes: the same however often the event comes."""
    return blake2s(event_id.encode(), digest_size=8).hexdigest()


def _code(event_id: str, tried: int) -> str:
    number = int.from_bytes(blake2s(f"{tried}:{event_id}".encode(), digest_size=8).digest(), "big")
    letters = []
    for _ in range(CODE_LENGTH):
        number, place = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[place])
    return "".join(letters)


async def _reserve_code(desk: Desk, event_id: str, cid: str) -> str:
    """A code that leads to the challenge; one reserved before by the same event is found again."""
    for tried in range(_TRIES):
        code = _code(event_id, tried)
        if await desk.store.put_code(CODES, code, cid, None) or await desk.store.get_code(CODES, code) == cid:
            return code
    raise StoreAway("no free code")


async def found(
    desk: Desk, event_id: str, source: str, rules: Rules, owner: Member, chat: BoundChat, now: datetime
) -> Challenge | None:
    """Make the challenge and put its board into the chat. `source` (a message, a card of templates) makes one
    challenge: `None` if another event has made it before."""
    cid = challenge_id(source)
    made = create(cid, await _reserve_code(desk, source, cid), rules, owner, now, chat)
    card = Send(chat.chat, Wording(desk.words, chat.language, made, board.today_of(made, now)).card(), kind="notice")
    living, shown = await board.sent(desk, made, chat, Shown(), now, pin=True)
    commit = Commit(
        board.aggregate(cid),
        0,
        docs={"challenge": made, "shown": shown},
        outbox=tuple(outgoing([card, living])),
        due=await board.due_changes(desk, made, now),
        claim=event_id,
    )
    try:
        await desk.store.commit(commit)
    except Conflict:
        return await board.load(desk, cid) if await desk.store.claimed(commit.owner, event_id) else None
    return made


async def by_code(desk: Desk, code: str) -> str | None:
    """The challenge a code leads to."""
    tidy = "".join(code.upper().split())
    return await desk.store.get_code(CODES, tidy) if len(tidy) == CODE_LENGTH else None


def legible(code: str) -> str:
    """A code as typed, as far as it can be shown."""
    return "".join(c for c in code.upper() if c.isalnum())[:12]


def looks_like_code(text: str) -> bool:
    """Whether it was meant as a code: six letters and digits, both of them."""
    code = text.strip()
    return len(code) == CODE_LENGTH and code.isascii() and code.isalnum() and not code.isalpha() and not code.isdigit()


async def change(
    desk: Desk,
    event_id: str,
    cid: str,
    make: Change,
    language: str,
    now: datetime,
    *,
    show: BoundChat | None = None,
    anew: bool = False,
) -> Challenge:
    """Apply a pure change and commit it. The chat `show` gets the board as a new message if it had none, or `anew`.

    Raises `CoachError` for a refusal, in words of `language`."""
    for _ in range(_TRIES):
        snapshot = await desk.store.load(board.aggregate(cid))
        challenge = board.challenge_of(snapshot)
        if challenge is None:
            raise CoachError("challenge-refused-no_challenge")
        if await desk.store.claimed(snapshot.owner, event_id):
            return challenge
        changed = _with_chat(make(challenge), show, anew=anew)
        if isinstance(changed, Refused):
            raise refusal(desk.words, language, changed)
        shows = show is not None and (anew or bound_in(challenge, show.chat) is None)
        if changed == challenge and not shows:
            return challenge
        commit = await _committing(desk, snapshot, changed, show if shows else None, now)
        handed = outgoing(_handed_over(desk, challenge, changed, now))
        try:
            await desk.store.commit(replace(commit, outbox=(*commit.outbox, *handed), claim=event_id))
            return changed
        except Conflict:
            continue
    raise StoreAway("contended")


def _with_chat(challenge: Challenge | Refused, chat: BoundChat | None, *, anew: bool) -> Challenge | Refused:
    """A board that stands in another topic of the chat stays there, unless it is sent `anew`."""
    if isinstance(challenge, Refused) or chat is None:
        return challenge
    return bind(challenge, chat) if anew or bound_in(challenge, chat.chat) is None else challenge


async def _committing(
    desk: Desk, snapshot: Snapshot, changed: Challenge, show: BoundChat | None, now: datetime
) -> Commit:
    docs: dict[str, BaseModel | None] = {"challenge": changed}
    effects: list[Effect] = []
    if show is not None:
        send, docs["shown"] = await board.sent(desk, changed, show, board.shown_of(snapshot), now)
        effects.append(send)
    due = await board.moved(desk, snapshot, changed, now) if changed.state == "open" else ()
    return Commit(snapshot.owner, snapshot.revision, docs=docs, outbox=tuple(outgoing(effects)), due=due)


def _handed_over(desk: Desk, before: Challenge, after: Challenge, now: datetime) -> list[Effect]:
    """Word that another member looks after it now, to every chat that shows it."""
    heir = before.member(after.owner)
    if after.owner == before.owner or heir is None or not heir.active:
        return []
    said: list[Effect] = []
    for bound in after.chats:
        wording = board.wording(desk, after, bound, now)
        text = wording.say("challenge-handed-over", name=wording.name(after.owner), title=wording.title())
        said.append(Send(bound.chat, Message(text), kind="notice"))
    return said


class Entered(NamedTuple):
    """`fresh`: the member is new. `bound`: the chat shows the board from now on, and did not before."""

    challenge: Challenge
    fresh: bool
    bound: bool


async def enter(desk: Desk, event_id: str, cid: str, member: Member, chat: BoundChat | None, now: datetime) -> Entered:
    """Join, and show the board in `chat` from now on. Raises `CoachError`."""
    before = await board.load(desk, cid)
    # The event may come again after a crash: what it did then is still news.
    again = await desk.store.claimed(board.aggregate(cid), event_id)
    known = before.member(member.person) if before else None
    language = chat.language if chat else "en"
    changed = await change(desk, event_id, cid, lambda c: _joined(c, member), language, now, show=chat)
    bound = before is not None and chat is not None and bound_in(before, chat.chat) is None
    return Entered(changed, again or known is None or not known.active, bound)


def _joined(challenge: Challenge, member: Member) -> Challenge | Refused:
    joined = join(challenge, member)
    return challenge if isinstance(joined, Refused) and joined.code == "already_in" else joined


async def show(desk: Desk, claim: str, cid: str, chat: BoundChat, now: datetime) -> None:
    """Send the board into a chat anew: this message is the living one from now on."""
    await change(desk, claim, cid, lambda challenge: challenge, chat.language, now, show=chat, anew=True)


async def quit_(desk: Desk, event_id: str, cid: str, person: str, language: str, now: datetime) -> Challenge:
    """Leave: off the board from today on. Raises `CoachError`."""

    def make(challenge: Challenge) -> Challenge | Refused:
        member = challenge.member(person)
        return leave(challenge, person, local_day(now, member.zone if member else "UTC"))

    return await change(desk, event_id, cid, make, language, now)


async def close(desk: Desk, event_id: str, cid: str, now: datetime) -> None:
    """The owner ends it now."""
    for _ in range(_TRIES):
        snapshot = await desk.store.load(board.aggregate(cid))
        challenge = board.challenge_of(snapshot)
        if challenge is None or challenge.state == "ended":
            return
        try:
            await desk.store.commit(replace(await rounds.ending(desk, snapshot, challenge, now), claim=event_id))
            return
        except Conflict:
            continue
    raise StoreAway("contended")


async def take_down(desk: Desk, event_id: str, cid: str, chat: ChatRef, now: datetime) -> None:
    """The chat is gone, or put the coach out: the board lives on elsewhere."""
    await change(desk, event_id, cid, lambda challenge: unbind(challenge, chat), "en", now)


async def move(desk: Desk, event_id: str, cid: str, old: ChatRef, new: ChatRef, now: datetime) -> None:
    """A group lives on under another id: its board is shown there from now on."""
    known = await board.load(desk, cid)
    bound = bound_in(known, old) if known else None
    if known is None or bound is None:
        return
    there = BoundChat(chat=new, language=bound.language)
    if known.state == "ended":
        await change(desk, event_id, cid, lambda c: _with_chat(unbind(c, old), there, anew=False), there.language, now)
    else:
        await change(desk, event_id, cid, lambda c: unbind(c, old), there.language, now, show=there)
