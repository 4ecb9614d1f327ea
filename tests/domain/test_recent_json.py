"""The quicker way to write the newest entries writes what the usual one does."""

from __future__ import annotations

from datetime import UTC, date, datetime

from core.bootstrap import REGISTRY
from core.domain.person import Recent
from core.domain.records import Entry, Record

_AT = datetime(2026, 7, 1, 12, tzinfo=UTC)


def entry(number: int, *, message: str | None = None) -> Entry:
    record = Record(type="workout", activity="running", distance_m=1000.0 * number)
    return Entry(
        id=f"e#{number}", record=record, at=_AT, day=date(2026, 7, 1), zone="UTC", source="web", message=message
    )


def test_what_is_left_out_is_there_when_read() -> None:
    for entries in ((entry(1),), (entry(1, message='web:1:"2"'), entry(2))):
        recent = Recent(entries=entries)
        assert recent.as_json == recent.model_dump_json(exclude_defaults=True).encode()
        assert REGISTRY.load("recent", REGISTRY.dump("recent", recent)) == recent
    assert REGISTRY.load("recent", REGISTRY.dump("recent", Recent())) == Recent()


def test_a_changed_entry_is_written_as_changed() -> None:
    made = entry(1)
    assert b"held" not in made.as_json
    held = made.model_copy(update={"status": "held"})
    assert b'"status":"held"' in held.as_json
    assert Entry.model_validate_json(held.as_json) == held
    assert b"held" not in made.as_json
    assert held.restored.as_json == made.as_json


def test_an_entry_that_was_written_equals_one_that_was_not() -> None:
    written = entry(1)
    assert written.as_json
    assert written == entry(1)
    assert hash(written) == hash(entry(1))
    assert written.model_dump() == entry(1).model_dump()
