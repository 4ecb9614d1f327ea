"""Entries as events make them, the names of the messages they came from, and the projection of the newest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from core.domain import days
from core.domain.person import RECENT_ENTRIES, Recent
from core.domain.records import Entry, LedgerLine, Record, fold
from core.events import Base
from core.messages import ChatRef, MessageRef


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
