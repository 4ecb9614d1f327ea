"""A turn in a group: it has no field that could hold a member's private facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from core.context.entries import chat_name, make_entry
from core.context.turn import Reply, Turn
from core.domain import days
from core.domain.group import Group
from core.domain.records import Entry, LedgerLine, Record
from core.events import Base
from core.i18n import Words
from core.messages import ChatRef, Effect, Send


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
