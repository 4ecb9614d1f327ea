"""What happens to chats: the coach is added to a group or put out, a group moves, a person blocks it."""

from __future__ import annotations

from datetime import datetime

from core.context import Desk, Reply, chat_aggregate, outgoing
from core.domain.group import Group
from core.domain.person import Person
from core.errors import Conflict, StoreAway
from core.events import Ack, ChatChanged
from core.handlers import membership
from core.i18n import first_language
from core.messages import ChatRef, Send
from core.state.types import Aggregate, Commit, Snapshot

_TRIES = 20


def with_blocked(person: Person, chat: ChatRef, *, blocked: bool) -> Person:
    """The person with the account of this chat marked."""
    accounts = tuple(
        account.model_copy(update={"blocked": blocked}) if account.private_chat == chat else account
        for account in person.accounts
    )
    return person if accounts == person.accounts else person.model_copy(update={"accounts": accounts})


async def changed(desk: Desk, event: ChatChanged, now: datetime) -> Ack:
    """A group was joined, left or moved."""
    match event.change:
        case "joined":
            return await _joined(desk, event)
        case "left":
            return await _left(desk, event, now)
        case "migrated":
            return await _migrated(desk, event, now)
        case "blocked" | "unblocked":
            return Ack()


def _group(snapshot: Snapshot) -> Group | None:
    found = snapshot.docs.get("group")
    return found if isinstance(found, Group) else None


async def _joined(desk: Desk, event: ChatChanged) -> Ack:
    """Say hello once, in the language of whoever brought the coach along."""
    for _ in range(_TRIES):
        snapshot = await desk.store.load(chat_aggregate(event.chat))
        language = first_language([event.author.language])
        known = _group(snapshot) or Group(language=language)
        group = known.model_copy(update={"title": event.title[:100]})
        hello = Reply(desk.words, group.language)
        hello.say("group-hello")
        hello.row(hello.button("challenge-button-new", "challenge", primary=True))
        message = hello.message
        assert message is not None
        try:
            done = await desk.store.commit(
                Commit(
                    snapshot.owner,
                    snapshot.revision,
                    docs={"group": group},
                    outbox=tuple(outgoing([Send(event.chat, message, kind="notice")])),
                    claim=event.id,
                )
            )
            return Ack(duplicate=done.duplicate)
        except Conflict:
            continue
    raise StoreAway("contended")


async def _left(desk: Desk, event: ChatChanged, now: datetime) -> Ack:
    """Boards are not shown there any more; the challenges live on in other chats."""
    group = _group(await desk.store.load(chat_aggregate(event.chat)))
    for cid in group.challenges if group else ():
        await membership.take_down(desk, event.id, cid, event.chat, now)
    return Ack()


async def _migrated(desk: Desk, event: ChatChanged, now: datetime) -> Ack:
    """The group lives on under another id: its document and its boards move along."""
    if event.successor is None:
        return Ack()
    group = _group(await desk.store.load(chat_aggregate(event.chat)))
    if group is None:
        return Ack()
    await _take_over(desk, event, chat_aggregate(event.successor), group)
    for cid in group.challenges:
        await membership.move(desk, event.id, cid, event.chat, event.successor, now)
    return Ack()


async def _take_over(desk: Desk, event: ChatChanged, owner: Aggregate, old: Group) -> None:
    """The successor's document with what the old one knew; told twice, it stays as it is."""
    for _ in range(_TRIES):
        snapshot = await desk.store.load(owner)
        known = _group(snapshot)
        group = _merged(known, old) if known is not None else old
        if group == known:
            return
        try:
            await desk.store.commit(Commit(owner, snapshot.revision, docs={"group": group}, claim=event.id))
            return
        except Conflict:
            continue
    raise StoreAway("contended")


def _merged(new: Group, old: Group) -> Group:
    """Challenges of both, the newer group's last; a language that was chosen goes along."""
    speaks = old if old.language_said and not new.language_said else new
    return new.model_copy(
        update={
            "title": new.title or old.title,
            "language": speaks.language,
            "language_said": speaks.language_said,
            "challenges": tuple(dict.fromkeys((*old.challenges, *new.challenges))),
        }
    )
