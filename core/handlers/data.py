"""A person's data: all of it as one file, or forgotten for good."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable

from core.context import Desk, PersonTurn, chat_alias
from core.domain.challenges import Challenge, Place, forget
from core.domain.person import Account
from core.domain.standings import board_place
from core.events import Internal
from core.handlers import board, membership
from core.handlers.challenge_words import Wording
from core.handlers.request import Request
from core.interchange.export import ExportedChallenge, to_json
from core.interchange.export import export as export_document
from core.messages import AccountRef, Attachment, ChatRef, Message, Send
from core.state.types import Outgoing
from core.state.webchats import WebChats

VALID_MIN = 15
"""Minutes for which the button that deletes works: an old one must not."""


# ---- all of it as one file
async def export(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """`/export`: one JSON document with a versioned schema."""
    document = export_document(
        turn.now,
        turn.person,
        turn.profile,
        await desk.store.ledger(turn.snapshot.owner),
        turn.plans,
        await _challenges(desk, turn),
        turn.nudges,
        turn.talk,
    )
    turn.reply.attachment = Attachment(
        filename=f"jiayou-export-{turn.today.isoformat()}.json",
        media_type="application/json",
        content=b64encode(to_json(document)).decode(),
    )
    turn.say("export-here", entries=len(document.ledger), challenges=len(document.challenges))


async def _challenges(desk: Desk, turn: PersonTurn) -> list[ExportedChallenge]:
    """Those the person is or was in, as far as they still exist."""
    loaded = [await board.load(desk, cid) for cid in turn.person.every_challenge]
    made = [await _exported(desk, turn, challenge) for challenge in loaded if challenge is not None]
    return [item for item in made if item is not None]


async def _exported(desk: Desk, turn: PersonTurn, challenge: Challenge) -> ExportedChallenge | None:
    member = challenge.member(turn.pid)
    if member is None:
        return None
    place = await _place(desk, challenge, turn.pid)
    return ExportedChallenge(
        id=challenge.id,
        code=challenge.code,
        title=Wording(desk.words, turn.language, challenge, turn.today).title(),
        rules=challenge.rules,
        is_owner=challenge.owner == turn.pid,
        joined=member.joined,
        left=member.left,
        state=challenge.state,
        ended_at=challenge.ended_at,
        score=place.value if place else None,
        rank=place.rank if place else None,
    )


async def _place(desk: Desk, challenge: Challenge, pid: str) -> Place | None:
    """Where the person stands, or stood at the end."""
    if challenge.result is not None:
        return next((place for place in challenge.result if place.person == pid), None)
    standing = await desk.store.standing_of(challenge.id, pid)
    member = challenge.member(pid)
    if standing is None or member is None:
        return None
    return board_place(challenge.rules, member, standing.rank, standing.score)


# ---- forgotten for good
async def delete(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """`/delete`: what will be forgotten, and a button that does it."""
    if turn.is_new:
        await _vanish(desk, turn, "delete-nothing")
        return
    turn.say("delete-what", challenges=len(turn.person.every_challenge))
    turn.reply.row(turn.reply.button("delete-button-export", "export"))
    turn.reply.row(
        turn.reply.button("delete-button-yes", f"delete:yes:{_minute(turn)}", danger=True),
        turn.reply.button("delete-button-no", "delete:no"),
    )


async def pressed(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """`delete:yes:<minute asked>`, `delete:no`."""
    if turn.is_new:
        # The press came again after everything was forgotten: nothing may begin anew by it.
        await desk.store.unbind(turn.event.author.account)
        turn.finished = True
        return
    match ask.parts:
        case ("yes", asked) if asked.isdecimal() and 0 <= _minute(turn) - int(asked) <= VALID_MIN:
            await _forget(desk, turn)
        case ("no",):
            turn.reply.in_place = True
            turn.say("delete-kept")
        case _:
            turn.notify("delete-stale")


def _minute(turn: PersonTurn) -> int:
    return int(turn.now.timestamp()) // 60


async def _forget(desk: Desk, turn: PersonTurn) -> None:
    """Everything, in an order in which a crash leaves the person able to press again, and the rest is then done: this
    account leads to the person until nothing of them is left."""
    for cid in turn.person.every_challenge:
        await _leave(desk, turn, cid)
    for account in turn.person.accounts:
        if account.ref.platform == "web":
            await WebChats(desk.store).forget(account.ref.user_id)
    for name in _other_names(turn):
        await _unbind(desk, turn.pid, name)
    await _vanish(desk, turn, "delete-done")


async def _leave(desk: Desk, turn: PersonTurn, cid: str) -> None:
    """Off the challenge and its boards, by name and by id."""
    pid = turn.pid
    if await board.load(desk, cid) is None:
        return
    claim = f"{turn.event.id}:{turn.snapshot.revision}"
    await membership.change(desk, claim, cid, lambda challenge: forget(challenge, pid), turn.language, turn.now)
    await board.project(desk, Internal(turn.event.id, turn.now, "score", pid, cid), turn.now)


def _other_names(turn: PersonTurn) -> Iterable[AccountRef]:
    """Accounts and private chats that lead to the person, but for the account in use."""
    for account in turn.person.accounts:
        if account.ref != turn.event.author.account:
            yield account.ref
        yield from names_of_chat(account)


def names_of_chat(account: Account) -> Iterable[AccountRef]:
    """The private chat as a name of its owner, where it has an id of its own."""
    if account.private_chat is not None and account.private_chat.chat_id != account.ref.user_id:
        yield chat_alias(account.private_chat)


async def _unbind(desk: Desk, pid: str, name: AccountRef) -> None:
    if await desk.store.person_of(name) == pid:
        await desk.store.unbind(name)


async def _vanish(desk: Desk, turn: PersonTurn, message_id: str) -> None:
    """Destroy the person's documents and key, say the last word, let go of the account. Raises `Conflict` if something
    was added meanwhile: that has to be forgotten, too."""
    await desk.store.destroy(
        turn.snapshot.owner,
        outbox=(_last_word(turn.chat, turn.word(message_id), turn),),
        claim=turn.event.id,
        revision=turn.snapshot.revision,
    )
    await desk.store.unbind(turn.event.author.account)
    turn.finished = True


def _last_word(chat: ChatRef, text: str, turn: PersonTurn) -> Outgoing:
    send = Send(chat, Message(text), reply_token=turn.event.reply_token)
    return Outgoing(lane=chat.platform, effect=send, sealed_by="system")
