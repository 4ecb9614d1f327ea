"""Documents and values the tests of the store use."""

from __future__ import annotations

from datetime import UTC, date, datetime

from core.domain.records import Entry, Frozen, LedgerLine, Record
from core.messages import ChatRef, Message, Send
from core.state.types import Aggregate, Outgoing

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
PERSON = Aggregate("person", "p1")
CHALLENGE = Aggregate("challenge", "c1")
CHAT = ChatRef("web", "room")


class Count(Frozen):
    n: int = 0
    at: datetime = NOON


class Note(Frozen):
    text: str


def said(text: str = "hi", **more: object) -> Outgoing:
    return Outgoing("web", Send(CHAT, Message(text), **more))  # type: ignore[arg-type]


def line(entry_id: str, activity: str = "running") -> LedgerLine:
    record = Record(type="workout", activity=activity, distance_m=5000)
    entry = Entry(id=entry_id, record=record, at=NOON, day=date(2026, 7, 1), zone="Asia/Shanghai", source="web")
    return LedgerLine(op="add", entry_id=entry_id, at=NOON, entry=entry)
