"""What a handler works with while one event is answered.

A turn collects what the event changes (documents, ledger lines, due times) and what is said; nothing is written before
`Coach` commits it, and a turn that finds somebody was faster is thrown away and made anew. A `PersonTurn` knows the
person; a `GroupTurn` has no field that could hold a member's private facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from pydantic import BaseModel

from core.domain import days
from core.domain.group import Group
from core.domain.nudges import NudgeState
from core.domain.person import RECENT_ENTRIES, Dialog, Person, Plans, Recent, Talk
from core.domain.profile import Profile
from core.domain.records import Entry, LedgerLine, Record, fold
from core.events import Base, ButtonPress, Command, TextMessage
from core.i18n import Value, Words
from core.llm.talk import ChatModel, TalkRequest
from core.messages import AccountRef, Attachment, Button, ChatRef, Edit, Effect, Live, Message, MessageRef, React, Send
from core.state.store import Store
from core.state.types import Aggregate, Commit, DueChange, Fence, Outgoing, Snapshot


class Reply:
    """The one message that answers an event: paragraphs, rows of buttons, perhaps a file."""

    def __init__(self, words: Words, language: str) -> None:
        self.words = words
        self.language = language
        self.paragraphs: list[str] = []
        self.rows: list[tuple[Button, ...]] = []
        self.attachment: Attachment | None = None
        self.in_place = False
        self.slot: str | None = None

    def say(self, message_id: str, **values: Value) -> None:
        """Add a paragraph by its message id."""
        self.paragraphs.append(self.words(self.language, message_id, **values))

    def text(self, paragraph: str) -> None:
        """Add a paragraph already worded."""
        if paragraph:
            self.paragraphs.append(paragraph)

    def button(self, label_id: str, action: str, *, primary: bool = False, danger: bool = False) -> Button:
        style = "danger" if danger else "primary" if primary else "normal"
        return Button(self.words(self.language, label_id), action, style=style)  # type: ignore[arg-type]

    def reset(self) -> None:
        """Take back everything said so far: something more important is to be said instead."""
        self.paragraphs.clear()
        self.rows.clear()
        self.in_place = False
        self.slot = None

    def row(self, *buttons: Button) -> None:
        if buttons:
            self.rows.append(buttons)

    @property
    def message(self) -> Message | None:
        if not self.paragraphs and self.attachment is None:
            return None
        return Message("\n\n".join(self.paragraphs), tuple(self.rows), self.attachment)


class Turn:
    """What both kinds of turns have: the event, the words, the one reply, further effects, the toast."""

    def __init__(self, event: Base, now: datetime, words: Words, language: str) -> None:
        self.event = event
        self.now = now
        self.words = words
        self.reply = Reply(words, language)
        self.effects: list[Effect] = []
        self.toast: str | None = None

    @property
    def language(self) -> str:
        return self.reply.language

    @language.setter
    def language(self, language: str) -> None:
        self.reply.language = language

    @property
    def chat(self) -> ChatRef:
        return self.event.chat

    @property
    def said_in(self) -> MessageRef | None:
        """The person's own message that this event is about."""
        return self.event.message if isinstance(self.event, TextMessage | Command) else None

    @property
    def pressed(self) -> MessageRef | None:
        """The coach's message whose button was pressed."""
        return self.event.message if isinstance(self.event, ButtonPress) else None

    def word(self, message_id: str, **values: Value) -> str:
        return self.words(self.language, message_id, **values)

    def say(self, message_id: str, **values: Value) -> None:
        self.reply.say(message_id, **values)

    def notify(self, message_id: str, **values: Value) -> None:
        """A short private notice for a press (a toast); said as a reply where the event cannot carry one."""
        if isinstance(self.event, ButtonPress):
            self.toast = self.word(message_id, **values)
        else:
            self.say(message_id, **values)

    def react(self, emoji: str) -> None:
        if self.said_in is not None:
            self.effects.append(React(self.said_in, emoji))

    def all_effects(self) -> list[Effect]:
        """The reply as an effect, then the others."""
        message = self.reply.message
        if message is None:
            return list(self.effects)
        return [self._reply_effect(message), *self.effects]

    def _reply_effect(self, message: Message) -> Effect:
        if self.reply.in_place and self.pressed is not None:
            return Edit(self.chat, message, message_id=self.pressed.message_id, slot=self.reply.slot)
        if self.reply.in_place and self.reply.slot is not None:
            return Edit(self.chat, message, slot=self.reply.slot)
        in_group = self.chat.kind == "group" and self.said_in is not None
        return Send(
            self.chat,
            message,
            slot=self.reply.slot,
            reply_to=self.said_in.message_id if in_group and self.said_in else None,
            reply_token=self.event.reply_token,
        )


@dataclass(frozen=True, slots=True)
class Docs:
    """A person's documents. The names are those they are stored under."""

    person: Person
    profile: Profile = field(default_factory=Profile)
    dialog: Dialog = field(default_factory=Dialog)
    plans: Plans = field(default_factory=Plans)
    recent: Recent = field(default_factory=Recent)
    nudges: NudgeState = field(default_factory=NudgeState)
    talk: Talk = field(default_factory=Talk)

    @classmethod
    def of(cls, snapshot: Snapshot, person: Person) -> Docs:
        """The documents of a snapshot; `person` is used where it has none yet."""
        found: Mapping[str, BaseModel] = {"person": person, **snapshot.docs}
        return cls(**{name: found[name] for name in cls.__slots__ if name in found})  # type: ignore[arg-type]


class PersonTurn(Turn):
    """A turn with a person in private (or by the clock): the documents may be replaced, entries added and changed."""

    def __init__(self, event: Base, now: datetime, words: Words, snapshot: Snapshot, docs: Docs) -> None:
        super().__init__(event, now, words, docs.person.language)
        self.snapshot = snapshot
        self._before = docs
        self.person = docs.person
        self.profile = docs.profile
        self.dialog = docs.dialog
        self.plans = docs.plans
        self.recent = docs.recent
        self.nudges = docs.nudges
        self.talk = docs.talk
        self.lines: list[LedgerLine] = []
        self.due: dict[str, datetime | None] = {}
        self.ask_model: TalkRequest | None = None
        """What the model shall answer after this turn is committed."""
        self.rescore: set[str] = set()
        """Challenges whose board shall be brought up to date although no entry changed."""
        self.finished = False
        """The handler has committed (or destroyed) by itself: there is nothing left to write."""

    @property
    def pid(self) -> str:
        return self.snapshot.owner.id

    @property
    def is_new(self) -> bool:
        return self.snapshot.revision == 0

    @property
    def today(self) -> date:
        """The person's local date; a day ends at 03:00."""
        return days.local_day(self.now, self.person.zone)

    @property
    def age(self) -> int | None:
        return self.profile.age_on(self.today)

    def drop(self) -> None:
        """Keep nothing of this turn: a refusal is said instead."""
        before = self._before
        self.person, self.profile, self.dialog, self.plans = before.person, before.profile, before.dialog, before.plans
        self.recent, self.nudges, self.talk = before.recent, before.nudges, before.talk
        self.lines.clear()
        self.due.clear()
        self.effects.clear()
        self.ask_model = None
        self.reply.reset()

    # ---- the ledger
    def add(
        self, record: Record, number: int = 0, *, held: str | None = None, message: str | None = None
    ) -> Entry:
        """A new entry from the event's message; `number` tells several of one event apart. `message`: the name of an
        earlier one that it was said in."""
        entry = make_entry(record, self.event, self.now, self.person.zone, number, self.said_in, held)
        if message is not None:
            entry = entry.model_copy(update={"message": message})
        self._write(LedgerLine(op="add", entry_id=entry.id, at=self.now, entry=entry))
        return entry

    def amend(self, entry: Entry) -> None:
        """The entry's new values. They are said now: whatever depends on when a thing was said must see that."""
        said_now = entry.model_copy(update={"at": self.now})
        self._write(LedgerLine(op="amend", entry_id=entry.id, at=self.now, entry=said_now))

    def void(self, entry: Entry) -> None:
        self._write(LedgerLine(op="void", entry_id=entry.id, at=self.now))

    def restore(self, entry: Entry) -> None:
        self._write(LedgerLine(op="restore", entry_id=entry.id, at=self.now))

    def _write(self, line: LedgerLine) -> None:
        self.lines.append(line)
        self.recent = with_lines(self.recent, [line])

    # ---- writing
    def commit(self, *, fence: Fence | None = None, claim: str | None = None) -> Commit:
        """Everything collected as one commit of the person."""
        return Commit(
            self.snapshot.owner,
            self.snapshot.revision,
            docs=self._changed(),
            ledger=tuple(self.lines),
            outbox=(*outgoing(self.all_effects()), *self._scores()),
            due=tuple(DueChange(kind, at) for kind, at in self.due.items()),
            claim=self.event.id if claim is None else claim,
            fence=fence,
        )

    def _changed(self) -> dict[str, BaseModel | None]:
        new = {name: getattr(self, name) for name in Docs.__slots__}
        return {
            name: document
            for name, document in new.items()
            if name not in self.snapshot.docs or document is not getattr(self._before, name)
        }

    def _scores(self) -> list[Outgoing]:
        """Follow-ups that bring the boards of the person's challenges up to date."""
        due = {*self.rescore, *(self.person.challenges if self.lines else ())}
        return [score_follow_up(self.pid, challenge) for challenge in sorted(due)]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A member of a group as the group may know them. `units`: how they write loads and distances."""

    person: str
    name: str
    zone: str
    challenges: tuple[str, ...] = ()
    load_unit: str | None = None
    distance_unit: str | None = None
    language: str = "en"
    """Theirs, for what is said to them alone."""
    reachable: bool = False
    """Whether they have a private chat with the coach."""
    said_here: tuple[Entry, ...] = ()
    """Their newest entries that were written in this very chat."""


class GroupTurn(Turn):
    """A turn in a group: the group's document, the speaker as the group knows them, the entries said here."""

    def __init__(
        self, event: Base, now: datetime, words: Words, group: Group, speaker: Speaker, *, group_is_new: bool = False
    ) -> None:
        super().__init__(event, now, words, group.language)
        self.group = group
        self.group_is_new = group_is_new
        self.speaker = speaker
        self.lines: list[LedgerLine] = []
        self.joined: tuple[str, ...] = ()
        """Challenges the speaker has just joined (by id)."""
        self.left: tuple[str, ...] = ()
        self.private: list[Reply] = []
        """Said to the speaker in private, if they have a private chat: for what a group must not read."""

    @property
    def today(self) -> date:
        return days.local_day(self.now, self.speaker.zone)

    def drop(self) -> None:
        """Keep nothing of this turn: a refusal is said instead."""
        self.lines.clear()
        self.effects.clear()
        self.private.clear()
        self.joined, self.left = (), ()
        self.reply.reset()

    def in_private(self, home: ChatRef | None) -> list[Effect]:
        """What is said to the speaker alone, where they can be reached."""
        messages = [reply.message for reply in self.private]
        return [Send(home, message) for message in messages if home is not None and message is not None]

    def add(self, record: Record, number: int = 0, *, held: str | None = None) -> Entry:
        made = make_entry(record, self.event, self.now, self.speaker.zone, number, self.said_in, held)
        # A slash command has no message of its own, but was said here all the same.
        entry = made if made.message else made.model_copy(update={"message": chat_name(self.chat)})
        self.lines.append(LedgerLine(op="add", entry_id=entry.id, at=self.now, entry=entry))
        return entry

    def amend(self, entry: Entry) -> None:
        said_now = entry.model_copy(update={"at": self.now})
        self.lines.append(LedgerLine(op="amend", entry_id=entry.id, at=self.now, entry=said_now))

    def void(self, entry: Entry) -> None:
        self.lines.append(LedgerLine(op="void", entry_id=entry.id, at=self.now))

    def restore(self, entry: Entry) -> None:
        self.lines.append(LedgerLine(op="restore", entry_id=entry.id, at=self.now))


@dataclass(frozen=True, slots=True)
class Desk:
    """What handlers may reach besides the turn."""

    store: Store
    words: Words
    model: ChatModel
    live: Live
    daily_tokens: int = 40_000
    """Most tokens that one person may use of the model a day."""


def make_entry(
    record: Record,
    event: Base,
    now: datetime,
    zone: str,
    number: int,
    said: MessageRef | None,
    held: str | None,
) -> Entry:
    """The ledger entry for a record said in an event. Its id is the same however often the event is delivered."""
    return Entry(
        id=f"{event.id}#{number}",
        record=record,
        at=now,
        day=days.local_day(now, zone) + timedelta(days=record.date_offset_days),
        zone=zone,
        source=event.chat.platform,
        message=message_name(said) if said else None,
        status="held" if held else "ok",
        held_because=held,
    )


def message_name(message: MessageRef) -> str:
    """A chat message as entries remember it."""
    return f"{message.chat.platform}:{message.chat.chat_id}:{message.message_id}"


def chat_name(chat: ChatRef) -> str:
    return f"{chat.platform}:{chat.chat_id}:"


def with_lines(recent: Recent, lines: Iterable[LedgerLine]) -> Recent:
    """The projection after further ledger lines; applying a line twice changes nothing."""
    return Recent(entries=tuple(fold(lines, recent.entries).values())[-RECENT_ENTRIES:])


def outgoing(effects: Iterable[Effect]) -> list[Outgoing]:
    """Effects as outbox items on the lanes of their platforms."""
    return [Outgoing(lane=_chat_of(effect).platform, effect=effect) for effect in effects]


def _chat_of(effect: Effect) -> ChatRef:
    return effect.message.chat if isinstance(effect, React) else effect.chat


def score_follow_up(person: str, challenge: str) -> Outgoing:
    return Outgoing(lane="core", internal={"kind": "score", "person_id": person, "challenge_id": challenge})


def person_aggregate(pid: str) -> Aggregate:
    return Aggregate("person", pid)


def chat_aggregate(chat: ChatRef) -> Aggregate:
    return Aggregate("chat", f"{chat.platform}:{chat.chat_id}")


def chat_alias(chat: ChatRef) -> AccountRef:
    """The private chat as a name of its owner, for platforms that report about chats, not people."""
    return AccountRef(chat.platform, f"chat:{chat.chat_id}")
