"""A turn with a person in private, or by the clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from pydantic import BaseModel

from core.context.entries import make_entry, with_lines
from core.context.outgoing import outgoing, score_follow_up
from core.context.turn import Turn
from core.domain import days
from core.domain.nudges import NudgeState
from core.domain.person import Dialog, Person, Plans, Recent, Talk
from core.domain.profile import Profile
from core.domain.records import Entry, LedgerLine, Record
from core.events import Base
from core.i18n import Words
from core.llm.talk import TalkRequest
from core.state.types import Commit, DueChange, Fence, Outgoing, Snapshot
from core.understanding.proposed import Said


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
        self.ask_reading: Said | None = None
        """The same words, where the model shall first read whether they tell of something done."""
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
        self.rescore.clear()
        self.effects.clear()
        self.ask_model = self.ask_reading = None
        self.reply.reset()

    # ---- the ledger
    def add(self, record: Record, number: int = 0, *, held: str | None = None, message: str | None = None) -> Entry:
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
