"""The one entry: every event goes through `Coach.handle`, whoever it came from.

Load, decide, commit. A commit that finds somebody was faster is thrown away and the event answered anew; an event seen
before changes nothing (its id is the commit's claim). Expected refusals are `CoachError`s and become words; one
boundary catches the rest, so that nobody is left without an answer.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from uuid import uuid4

from core.context import (
    Desk,
    Docs,
    GroupTurn,
    PersonTurn,
    chat_aggregate,
    chat_alias,
    outgoing,
    person_aggregate,
    score_follow_up,
    with_lines,
)
from core.domain.group import Group
from core.domain.person import Person
from core.errors import CoachError, Conflict, StoreAway
from core.events import (
    Ack,
    Author,
    Base,
    ChatChanged,
    Due,
    Event,
    Internal,
    MessageDeleted,
    PlatformEvent,
    Reaction,
    TextMessage,
)
from core.handlers import board, chats, group, private, rounds, routes
from core.handlers.answering import Answering
from core.handlers.meeting import met, new_person, speaker, with_challenges
from core.i18n import first_language
from core.messages import AccountRef, ChatRef
from core.state.types import Aggregate, Commit, Fence, Snapshot

log = logging.getLogger(__name__)

_TRIES = 12
_PAUSE_S = 0.01

Answer = Callable[[PersonTurn], Awaitable[None]]
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


class Coach:
    """Handles events; `close` lets answers of the model that are under way finish or be left to the clock."""

    def __init__(self, desk: Desk, *, clock: Clock = utc_now) -> None:
        self._desk = desk
        self._clock = clock
        self.answering = Answering(desk, clock)

    async def handle(self, event: Event) -> Ack:
        """Answer one event. Returns once it is committed; raises `StoreAway` when nothing may be acknowledged."""
        for answer in (self._route, self._apologise):
            try:
                return await answer(event)
            except StoreAway:
                raise
            except Exception:
                log.exception("event %s failed: %s", event.id, answer.__name__)
        return Ack()

    async def close(self) -> None:
        await self.answering.close()

    async def _route(self, event: Event) -> Ack:
        match event:
            case Due():
                return await self._due(event)
            case Internal():
                await board.follow_up(self._desk, event, self._clock())
                return Ack()
            case ChatChanged():
                return await self._chat_changed(event)
            case Reaction():
                return Ack()
            case _ if event.chat.kind == "group":
                return await self._group(event)
            case _:
                return await self._private(event, partial(routes.answer, self._desk, private.on_text))

    async def _apologise(self, event: Event) -> Ack:
        """Something failed that nobody foresaw: say so, in the person's language."""
        if isinstance(event, Due | Internal | ChatChanged):
            return Ack()
        return await self._private(event, _sorry)

    # ---- a person in private
    async def _private(self, event: PlatformEvent, answer: Answer) -> Ack:
        """One turn with the author; again from the start while others commit first."""
        if await self._is_nobodys(event):
            return Ack()
        for tried in range(_TRIES):
            snapshot = await self._person(event.author.account)
            turn = self._turn(event, snapshot)
            try:
                await self._guarded(turn, answer)
                await self._remember_chat(turn)
                return await self._finish(turn)
            except Conflict:
                await asyncio.sleep(_PAUSE_S * tried)
        raise StoreAway("contended")

    async def _guarded(self, turn: PersonTurn, answer: Answer) -> None:
        """Expected refusals become words, and nothing else of the turn is kept."""
        try:
            await answer(turn)
        except CoachError as refusal:
            turn.drop()
            turn.notify(refusal.message_id, **refusal.values)

    async def _remember_chat(self, turn: PersonTurn) -> None:
        """A platform whose private chats have ids of their own may later report about the chat alone."""
        known = turn.snapshot.docs.get("person")
        accounts = known.accounts if isinstance(known, Person) else ()
        new = turn.chat.kind == "private" and turn.chat.chat_id != turn.event.author.account.user_id
        if new and not turn.finished and all(account.private_chat != turn.chat for account in accounts):
            await self._desk.store.bind(chat_alias(turn.chat), turn.pid, expected=None)

    async def _finish(self, turn: PersonTurn) -> Ack:
        if turn.finished:
            return Ack(turn.toast)
        committed = await self._desk.store.commit(turn.commit())
        if committed.duplicate:
            return Ack(duplicate=True)
        if turn.ask_model is not None:
            self.answering.start(turn.pid, turn.event, turn.ask_model, turn.ask_reading)
        return Ack(turn.toast)

    async def _person(self, account: AccountRef) -> Snapshot:
        """The person behind an account; an unknown account becomes a new person."""
        store = self._desk.store
        pid = await store.person_of(account) or await store.bind(account, uuid4().hex, expected=None)
        snapshot = await store.load(person_aggregate(pid))
        if not snapshot.gone:
            return snapshot
        pid = await store.bind(account, uuid4().hex, expected=pid) or await store.bind(
            account, uuid4().hex, expected=None
        )
        return await store.load(person_aggregate(pid))

    def _turn(self, event: Base, snapshot: Snapshot) -> PersonTurn:
        now = self._clock()
        docs = Docs.of(snapshot, new_person(event.author, now))
        turn = PersonTurn(event, now, self._desk.words, snapshot, docs)
        turn.person = met(turn.person, event)
        return turn

    async def _is_nobodys(self, event: PlatformEvent) -> bool:
        """A message taken back by somebody unknown, or forgotten: nobody begins by that."""
        return isinstance(event, MessageDeleted) and await self._desk.store.person_of(event.author.account) is None

    # ---- a group
    async def _group(self, event: PlatformEvent) -> Ack:
        if (isinstance(event, TextMessage) and not event.addressed) or await self._is_nobodys(event):
            return Ack()
        for tried in range(_TRIES):
            snapshot = await self._person(event.author.account)
            place = await self._desk.store.load(chat_aggregate(event.chat))
            turn = self._group_turn(event, snapshot, place)
            try:
                await self._guarded_group(turn)
                return await self._finish_group(turn, snapshot)
            except Conflict:
                await asyncio.sleep(_PAUSE_S * tried)
        raise StoreAway("contended")

    def _group_turn(self, event: PlatformEvent, snapshot: Snapshot, place: Snapshot) -> GroupTurn:
        now = self._clock()
        docs = Docs.of(snapshot, new_person(event.author, now))
        docs = replace(docs, person=met(docs.person, event))
        known = place.docs.get("group")
        spoken = Group(language=first_language([event.author.language]))
        return GroupTurn(
            event,
            now,
            self._desk.words,
            known if isinstance(known, Group) else spoken,
            speaker(event, snapshot, docs, now),
            group_is_new=not isinstance(known, Group),
        )

    async def _guarded_group(self, turn: GroupTurn) -> None:
        try:
            await group.answer(self._desk, turn)
        except CoachError as refusal:
            turn.drop()
            turn.notify(refusal.message_id, **refusal.values)

    async def _finish_group(self, turn: GroupTurn, snapshot: Snapshot) -> Ack:
        """Entries, membership and answers, in one commit of the person who spoke; none where there is nothing."""
        if not (turn.lines or turn.joined or turn.left or turn.private or turn.all_effects()):
            return Ack(turn.toast)
        docs = Docs.of(snapshot, new_person(turn.event.author, turn.now))
        person = with_challenges(met(docs.person, turn.event), turn)
        recent = with_lines(docs.recent, turn.lines)
        changed = {
            name: new
            for name, new, old in (("person", person, docs.person), ("recent", recent, docs.recent))
            if new != old or name not in snapshot.docs
        }
        touched = {*turn.joined, *turn.left, *(person.challenges if turn.lines else ())}
        follow_ups = [score_follow_up(snapshot.owner.id, challenge) for challenge in sorted(touched)]
        commit = Commit(
            snapshot.owner,
            snapshot.revision,
            docs=changed,
            ledger=tuple(turn.lines),
            outbox=(*outgoing([*turn.all_effects(), *turn.in_private(person.home)]), *follow_ups),
            claim=turn.event.id,
        )
        committed = await self._desk.store.commit(commit)
        return Ack(duplicate=True) if committed.duplicate else Ack(turn.toast)

    # ---- the chat itself
    async def _chat_changed(self, event: ChatChanged) -> Ack:
        if event.chat.kind == "group":
            return await chats.changed(self._desk, event, self._clock())
        for tried in range(_TRIES):
            pid = await self._desk.store.person_of(event.author.account)
            pid = pid or await self._desk.store.person_of(chat_alias(event.chat))
            if pid is None:
                return Ack()
            snapshot = await self._desk.store.load(person_aggregate(pid))
            if not snapshot.docs:
                return Ack()
            turn = PersonTurn(
                event, self._clock(), self._desk.words, snapshot, Docs.of(snapshot, new_person(event.author, event.at))
            )
            turn.person = chats.with_blocked(turn.person, event.chat, blocked=event.change == "blocked")
            try:
                return await self._finish(turn)
            except Conflict:
                await asyncio.sleep(_PAUSE_S * tried)
        raise StoreAway("contended")

    # ---- the clock
    async def _due(self, event: Due) -> Ack:
        if event.owner_kind == "challenge":
            return await rounds.due(self._desk, event, self._clock())
        known: datetime | None = None
        for tried in range(_TRIES):
            snapshot = await self._desk.store.load(Aggregate(event.owner_kind, event.owner_id))
            if not snapshot.revision or (tried and snapshot.due.get(event.kind) != known):
                return Ack()  # gone, or it has another time by now: the claim is not ours any more
            known = snapshot.due.get(event.kind)
            try:
                committed = await self._desk.store.commit(await self._answer_due(event, snapshot))
                return Ack(duplicate=committed.duplicate)
            except Conflict:
                await asyncio.sleep(_PAUSE_S * tried)
        raise StoreAway("contended")

    async def _answer_due(self, event: Due, snapshot: Snapshot) -> Commit:
        """What no handler and no person is left for is due no more."""
        fence = Fence(event.kind, event.lease)
        handler, person = routes.DUE.get(event.kind), snapshot.docs.get("person")
        if handler is None or not isinstance(person, Person):
            return Commit(snapshot.owner, snapshot.revision, fence=fence)
        turn = self._due_turn(event, snapshot, person)
        await handler(self._desk, turn)
        return turn.commit(fence=fence)

    def _due_turn(self, event: Due, snapshot: Snapshot, person: Person) -> PersonTurn:
        home = person.home or ChatRef("web", "nowhere")
        ref = person.accounts[-1].ref if person.accounts else AccountRef(home.platform, "nobody")
        base = Base(event.id, event.at, home, Author(ref, person.name))
        return PersonTurn(base, self._clock(), self._desk.words, snapshot, Docs.of(snapshot, person))


async def _sorry(turn: PersonTurn) -> None:
    turn.notify("error-sorry")
