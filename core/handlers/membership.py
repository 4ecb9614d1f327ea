"""Changing a challenge: made, joined, left, shown in a chat, ended. Shared by groups and private chats.

Each change is one commit of the challenge with the event's id as its claim, and safe to repeat: what was done before is
found done.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from hashlib import blake2s

from core.context import Desk, outgoing
from core.domain.challenge_terms import Refused, Rules
from core.domain.challenges import BoundChat, Challenge, Member, bind, create, join, leave, unbind
from core.errors import CoachError, Conflict, StoreAway
from core.handlers import board
from core.handlers.challenge_words import Wording, refusal
from core.messages import ChatRef, Effect, Send
from core.state.types import Commit

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


async def found(desk: Desk, event_id: str, rules: Rules, owner: Member, chat: BoundChat, now: datetime) -> Challenge:
    """Make the challenge and put its board into the chat."""
    cid = challenge_id(event_id)
    known = await board.load(desk, cid)
    if known is not None:
        return known
    made = create(cid, await _reserve_code(desk, event_id, cid), rules, owner, now, chat)
    wording = Wording(desk.words, chat.language, made, board.today_of(made, now))
    effects: list[Effect] = [
        Send(chat.chat, wording.card(), kind="notice"),
        Send(chat.chat, wording.board(await board.top_places(desk, made, 1)), kind="notice", slot=board.slot(cid), pin=True),
    ]
    try:
        await desk.store.commit(
            Commit(
                board.aggregate(cid), 0, docs={"challenge": made}, outbox=tuple(outgoing(effects)),
                due=board.due_changes(made, now), claim=event_id,
            )
        )
    except Conflict:
        return await board.load(desk, cid) or made
    return made


async def by_code(desk: Desk, code: str) -> str | None:
    """The challenge a code leads to."""
    tidy = "".join(code.upper().split())
    return await desk.store.get_code(CODES, tidy) if len(tidy) == CODE_LENGTH else None


async def change(
    desk: Desk, event_id: str, cid: str, make: Change, language: str, now: datetime, effects: list[Effect] | None = None
) -> Challenge:
    """Apply a pure change and commit it. Raises `CoachError` for a refusal, in words of `language`."""
    for _ in range(_TRIES):
        snapshot = await desk.store.load(board.aggregate(cid))
        challenge = board.challenge_of(snapshot)
        if challenge is None:
            raise CoachError("challenge-refused-no_challenge")
        if await desk.store.claimed(snapshot.owner, event_id):
            return challenge
        changed = make(challenge)
        if isinstance(changed, Refused):
            raise refusal(desk.words, language, changed)
        if changed == challenge and not effects:
            return challenge
        due = board.due_changes(changed, now) if changed.state == "open" else ()
        try:
            await desk.store.commit(
                Commit(
                    snapshot.owner, snapshot.revision, docs={"challenge": changed},
                    outbox=tuple(outgoing(effects or [])), due=due, claim=event_id,
                )
            )
        except Conflict:
            continue
        return changed
    raise StoreAway("contended")


async def enter(
    desk: Desk, event_id: str, cid: str, member: Member, chat: BoundChat | None, now: datetime
) -> tuple[Challenge, bool]:
    """Join (and show the board in `chat` from now on); whether the member is new. Raises `CoachError`."""
    before = await board.load(desk, cid)
    known = before.member(member.person) if before else None
    fresh = known is None or not known.active
    bound = before is not None and chat is not None and all(other.chat != chat.chat for other in before.chats)

    def make(challenge: Challenge) -> Challenge | Refused:
        joined = join(challenge, member)
        if isinstance(joined, Refused):
            if joined.code != "already_in":
                return joined
            joined = challenge
        return bind(joined, chat) if chat is not None else joined

    language = chat.language if chat else "en"
    changed = await change(desk, event_id, cid, make, language, now)
    if bound and chat is not None:
        await show(desk, f"{event_id}:board", changed, chat, now)
    return changed, fresh


async def show(desk: Desk, claim: str, challenge: Challenge, chat: BoundChat, now: datetime) -> None:
    """Send the board into a chat anew: this message is the living one from now on."""
    wording = Wording(desk.words, chat.language, challenge, board.today_of(challenge, now))
    places = await board.top_places(desk, challenge, board.SHOWN)
    message = wording.board(places, members=len(challenge.active))
    send = Send(chat.chat, message, kind="notice", slot=board.slot(challenge.id))
    for _ in range(_TRIES):
        snapshot = await desk.store.load(board.aggregate(challenge.id))
        try:
            await desk.store.commit(
                Commit(snapshot.owner, snapshot.revision, outbox=tuple(outgoing([send])), claim=claim)
            )
            return
        except Conflict:
            continue


async def quit_(desk: Desk, event_id: str, cid: str, person: str, language: str, now: datetime) -> Challenge:
    """Leave: off the board from today on. Raises `CoachError`."""

    def make(challenge: Challenge) -> Challenge | Refused:
        return leave(challenge, person, board.today_of(challenge, now))

    return await change(desk, event_id, cid, make, language, now)


async def close(desk: Desk, event_id: str, cid: str, now: datetime) -> None:
    """The owner ends it now."""
    for _ in range(_TRIES):
        snapshot = await desk.store.load(board.aggregate(cid))
        challenge = board.challenge_of(snapshot)
        if challenge is None or challenge.state == "ended":
            return
        try:
            await desk.store.commit(await board.ending(desk, snapshot, challenge, now, claim=event_id))
            return
        except Conflict:
            continue


async def take_down(desk: Desk, event_id: str, cid: str, chat: ChatRef, now: datetime) -> None:
    """The chat is gone, or put the coach out: the board lives on elsewhere."""
    await change(desk, event_id, cid, lambda challenge: unbind(challenge, chat), "en", now)


async def move(desk: Desk, event_id: str, cid: str, old: ChatRef, new: ChatRef, now: datetime) -> None:
    """A group lives on under another id: its board is shown there from now on."""

    def make(challenge: Challenge) -> Challenge:
        known = next((bound for bound in challenge.chats if bound.chat.chat_id == old.chat_id), None)
        if known is None:
            return challenge
        moved = bind(unbind(challenge, known.chat), BoundChat(chat=new, language=known.language))
        return challenge if isinstance(moved, Refused) else moved

    changed = await change(desk, event_id, cid, make, "en", now)
    bound = next((bound for bound in changed.chats if bound.chat == new), None)
    if bound is not None and changed.state == "open":
        await show(desk, f"{event_id}:board", changed, bound, now)
