"""The documents of a person besides the profile: who they are on the platforms, what the talk is about, the plan."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Literal

from core.domain.plans import Plan
from core.domain.reasons import Reason
from core.domain.records import Entry, Frozen
from core.messages import AccountRef, ChatRef

RECENT_ENTRIES = 60
TALK_TURNS = 8
KEPT_DONE = 200
"""More than the sessions of any plan."""


class Account(Frozen):
    """One of the person's accounts, with the private chat in which the coach can reach them."""

    ref: AccountRef
    private_chat: ChatRef | None = None
    blocked: bool = False


class Consent(Frozen):
    """What the person agreed to (or withdrew), when and how."""

    purpose: Literal["coaching", "model_talk"]
    given: bool
    at: datetime
    how: str


class Person(Frozen):
    """Identity and settings. `zone_said`: the zone was stated, not guessed from the language."""

    name: str
    created: datetime
    language: str = "en"
    language_said: bool = False
    zone: str = "UTC"
    zone_said: bool = False
    zone_device: bool = False
    """Whether it was a device (a browser) that told the zone, not words."""
    introduced: bool = False
    """Whether it was said that this is an AI and no doctor."""
    accounts: tuple[Account, ...] = ()
    challenges: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    """Challenges that were left or have ended: nothing counts for them any more, but they know the person."""
    consents: tuple[Consent, ...] = ()

    @property
    def zone_trust(self) -> int:
        """How well the zone is known: 0 guessed, 1 told by a device, 2 said in words."""
        return self.zone_said + (self.zone_said and not self.zone_device)

    @property
    def home(self) -> ChatRef | None:
        """The private chat to reach the person in: the last one used that is not blocked."""
        return next((a.private_chat for a in reversed(self.accounts) if a.private_chat and not a.blocked), None)

    @property
    def every_challenge(self) -> tuple[str, ...]:
        """Past ones first."""
        return (*self.past, *self.challenges)

    def in_challenge(self, challenge_id: str) -> Person:
        """The person as a member, once again perhaps."""
        past = tuple(known for known in self.past if known != challenge_id)
        now = self.challenges if challenge_id in self.challenges else (*self.challenges, challenge_id)
        return self.model_copy(update={"challenges": now, "past": past})

    def out_of_challenge(self, challenge_id: str) -> Person:
        """The challenge was left or has ended; unchanged for one that they are not in."""
        if challenge_id not in self.challenges:
            return self
        now = tuple(known for known in self.challenges if known != challenge_id)
        return self.model_copy(update={"challenges": now, "past": (*self.past, challenge_id)})

    def consents_to(self, purpose: str) -> bool:
        return next((c.given for c in reversed(self.consents) if c.purpose == purpose), True)

    def having_consented(self, consent: Consent) -> Person:
        """With the consent noted; unchanged where the same was said last."""
        last = next((known for known in reversed(self.consents) if known.purpose == consent.purpose), None)
        if last is not None and last.given == consent.given:
            return self
        return self.model_copy(update={"consents": (*self.consents, consent)})


class Dialog(Frozen):
    """What the talk is about right now."""

    asked: tuple[str, ...] = ()
    """Facts just asked for: a bare "170" answers them."""
    parq_yes: tuple[int, ...] = ()
    parq_at: int = 0
    """The readiness question that is open (1-7), 0: none."""
    reasons: tuple[Reason, ...] = ()
    """Behind the last answer, for `/why`."""
    starter_given: bool = False
    doubt: str | None = None
    """Open doubts: the records of their options, as JSON, until a button settles them."""
    doubt_message: str | None = None
    """Name of the chat message they came from."""
    doubt_day: date | None = None
    """The day that message was written."""
    follow_up_from: date | None = None
    """The day a red flag was answered: on a later day the coach asks once how they are."""


class Plans(Frozen):
    """The plan in force and the one offered."""

    current: Plan | None = None
    approved_at: datetime | None = None
    offered: Plan | None = None
    done_days: tuple[date, ...] = ()
    done_by: tuple[tuple[str, date], ...] = ()
    """Ids of the entries by which sessions were done, with the day: taking an entry back opens the day again."""

    def done(self, day: date, entry_id: str) -> Plans:
        """The session of the day is done."""
        return self.model_copy(
            update={"done_days": (*self.done_days, day), "done_by": (*self.done_by, (entry_id, day))[-KEPT_DONE:]}
        )

    def not_done(self, entry_ids: Collection[str]) -> Plans:
        """The entries were taken back."""
        days = {day for entry_id, day in self.done_by if entry_id in entry_ids}
        if not days:
            return self
        return self.model_copy(update={"done_days": tuple(day for day in self.done_days if day not in days)})

    def done_again(self, entry_id: str) -> Plans:
        """The entry counts again."""
        days = {day for made, day in self.done_by if made == entry_id} - set(self.done_days)
        return self.model_copy(update={"done_days": (*self.done_days, *days)}) if days else self


class Recent(Frozen):
    """A projection of the ledger: the newest entries (withdrawn ones too), oldest first. Rebuildable at any time."""

    entries: tuple[Entry, ...] = ()

    @property
    def as_json(self) -> bytes:
        return b'{"entries":[%s]}' % b",".join(entry.as_json for entry in self.entries)


class Turn(Frozen):
    """One side of free talk."""

    role: Literal["person", "coach"]
    text: str


class Waiting(Frozen):
    """Words the model is answering, until the answer is committed."""

    event: str
    chat: ChatRef
    text: str
    message: str | None = None
    """Id of the message they were said in."""
    revision: int | None = None
    """The person's, once they were stored: with a later one, other words have come in between."""


class Talk(Frozen):
    """What free talk remembers: the last turns, and the words that still wait for the model's answer."""

    turns: tuple[Turn, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    tokens_day: date | None = None
    tokens: int = 0
