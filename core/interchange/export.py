"""Everything kept about a person as one JSON document: `jiayou.export`, version 1. Pure.

Quantities are in internal units: kg, cm (height), m, s, bpm, mmHg, mmol/L, °C, ml. Moments are UTC (ISO 8601), days the
person's local dates. What was never said is left out. A change that would break a reader gets a new version.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from core.domain.challenge_terms import Rules
from core.domain.days import DAY_START_HOUR
from core.domain.nudges import NudgeState
from core.domain.person import Account, Consent, Person, Plans, Talk
from core.domain.plans import Plan
from core.domain.profile import Facts, Profile, Readiness
from core.domain.records import Entry, EntryStatus, LedgerLine, Provenance, Record, fold
from core.messages import Platform

NAME: Literal["jiayou.export"] = "jiayou.export"
VERSION: Literal[1] = 1
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class ExportedPerson(Part):
    """`day_start`: local time at which a new day begins; what is done before it counts for the day before."""

    name: str
    created: datetime
    language: str
    language_said: bool
    zone: str = Field(description="IANA name")
    zone_said: bool = Field(description="false: assumed, never stated")
    day_start: str = Field(pattern=r"^\d\d:\d\d$")


class ExportedAccount(Part):
    platform: Platform
    user_id: str
    private_chat: str | None = None
    blocked: bool = False


class Signals(Part):
    """What the safety rules noted."""

    eating_disorder: bool = False
    red_flag_day: date | None = None


class ExportedProfile(Part):
    facts: Facts
    skipped: tuple[str, ...] = ()
    age_said_on: date | None = None
    readiness: Readiness | None = None
    signals: Signals = Signals()


class Change(Part):
    """A line of an entry's history: as added, then every new value, withdrawal and return."""

    op: Literal["add", "amend", "void", "restore"]
    at: datetime
    day: date | None = None
    record: Record | None = None


class ExportedEntry(Part):
    """An entry of the diary as it counts now. `at`: when it was said; `day`: the local date it counts for.

    `source`: the platform; `message`: the chat message it came from. `status`: `ok` counts, `held` waits for a check
    (`held_because`), `void` was withdrawn. `history` is given for entries that were changed."""

    id: str
    at: datetime
    day: date
    zone: str
    source: str
    provenance: Provenance
    status: EntryStatus
    held_because: str | None = None
    message: str | None = None
    record: Record
    history: tuple[Change, ...] = ()


class ExportedPlans(Part):
    current: Plan | None = None
    approved_at: datetime | None = None
    offered: Plan | None = None
    done_days: tuple[date, ...] = ()


class ExportedChallenge(Part):
    """A challenge the person is or was in: its rules, their own score and place. Nothing of the others."""

    id: str
    code: str
    title: str
    rules: Rules
    is_owner: bool
    joined: date
    left: date | None = None
    state: Literal["open", "ended"]
    ended_at: datetime | None = None
    score: float | None = None
    rank: int | None = None


class Said(Part):
    role: Literal["person", "coach"]
    text: str


class Memory(Part):
    """What free talk remembers."""

    turns: tuple[Said, ...] = ()


class Export(Part):
    """The document."""

    schema_name: Literal["jiayou.export"] = Field(default=NAME, alias="schema")
    version: Literal[1] = VERSION
    exported_at: datetime
    person: ExportedPerson
    accounts: tuple[ExportedAccount, ...] = ()
    profile: ExportedProfile
    consents: tuple[Consent, ...] = ()
    ledger: tuple[ExportedEntry, ...] = ()
    plans: ExportedPlans = ExportedPlans()
    challenges: tuple[ExportedChallenge, ...] = ()
    nudges: NudgeState
    memory: Memory = Memory()


def export(
    now: datetime,
    person: Person,
    profile: Profile,
    ledger: Sequence[LedgerLine],
    plans: Plans,
    challenges: Iterable[ExportedChallenge],
    nudges: NudgeState,
    talk: Talk,
) -> Export:
    """The document of a person; every entry of the ledger is in it, withdrawn ones too."""
    return Export(
        exported_at=now,
        person=_person(person),
        accounts=tuple(_account(account) for account in person.accounts),
        profile=_profile(profile, nudges),
        consents=person.consents,
        ledger=tuple(_entries(ledger)),
        plans=_plans(plans),
        challenges=tuple(challenges),
        nudges=nudges,
        memory=Memory(turns=tuple(Said(role=turn.role, text=turn.text) for turn in talk.turns)),
    )


def to_json(document: Export) -> bytes:
    """UTF-8, indented; what was never said is left out."""
    return document.model_dump_json(by_alias=True, exclude_none=True, indent=2).encode()


def from_json(content: bytes) -> Export:
    """Raises `ValueError` (a `ValidationError`) for what is no such document."""
    return Export.model_validate_json(content)


def json_schema() -> Mapping[str, Any]:
    """The JSON schema of the document."""
    return {"$schema": _DIALECT, **Export.model_json_schema(by_alias=True)}


def _person(person: Person) -> ExportedPerson:
    return ExportedPerson(
        name=person.name,
        created=person.created,
        language=person.language,
        language_said=person.language_said,
        zone=person.zone,
        zone_said=person.zone_said,
        day_start=f"{DAY_START_HOUR:02d}:00",
    )


def _account(account: Account) -> ExportedAccount:
    chat = account.private_chat
    return ExportedAccount(
        platform=account.ref.platform,
        user_id=account.ref.user_id,
        private_chat=chat.chat_id if chat else None,
        blocked=account.blocked,
    )


def _profile(profile: Profile, nudges: NudgeState) -> ExportedProfile:
    return ExportedProfile(
        facts=profile.facts,
        skipped=profile.skipped,
        age_said_on=profile.age_said_on,
        readiness=profile.readiness,
        signals=Signals(eating_disorder=profile.ed_signal, red_flag_day=nudges.red_flag_day),
    )


def _plans(plans: Plans) -> ExportedPlans:
    return ExportedPlans(
        current=plans.current, approved_at=plans.approved_at, offered=plans.offered, done_days=plans.done_days
    )


def _entry(entry: Entry, history: Sequence[Change]) -> ExportedEntry:
    return ExportedEntry(
        id=entry.id,
        at=entry.at,
        day=entry.day,
        zone=entry.zone,
        source=entry.source,
        provenance=entry.provenance,
        status=entry.status,
        held_because=entry.held_because,
        message=entry.message,
        record=entry.record,
        history=tuple(history) if len(history) > 1 else (),
    )


def _entries(lines: Sequence[LedgerLine]) -> Iterable[ExportedEntry]:
    changes: dict[str, list[Change]] = {}
    for line in lines:
        said = line.entry
        changes.setdefault(line.entry_id, []).append(
            Change(op=line.op, at=line.at, day=said.day if said else None, record=said.record if said else None)
        )
    for entry in fold(list(lines)).values():
        yield _entry(entry, changes[entry.id])
