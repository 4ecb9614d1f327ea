"""Whole messages as people write them, read on the path the coach uses: a corpus in both languages."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest

from core.domain.profile import Facts
from core.understanding.read import read
from core.understanding.reading import Reading
from tests.understanding.corpus import rows

NOW = "2026-03-12T20:00:00+08:00"
"""A Thursday evening in Shanghai."""
CORPUS = rows("messages")
NOBODY: Mapping[str, Any] = {}


def look(text: str, asked: tuple[str, ...] = (), said_by: Mapping[str, Any] = NOBODY) -> Reading:
    """The reading of a text. `said_by` may give `locale`, `facts` and `now` (ISO 8601), as rows of the corpus do."""
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    return read(
        text,
        now=datetime.fromisoformat(said_by.get("now", NOW)),
        zone="Asia/Shanghai",
        locale=said_by.get("locale", "zh-CN" if chinese else "en-US"),
        facts=Facts(**said_by.get("facts", {"distance_unit": "km"})),
        asked=asked,
    )


def outcome(reading: Reading) -> dict[str, Any]:
    """A reading as the corpus writes it: only what is there."""
    found: dict[str, Any] = {
        "records": [record.model_dump(mode="json", exclude_defaults=True) for record in reading.records],
        "held": [[held.verdict, held.because] for held in reading.held],
        "doubts": [doubt.question for doubt in reading.doubts],
    }
    if reading.correction:
        found["correction"] = reading.correction.model_dump(mode="json", exclude_defaults=True)
    return {name: value for name, value in found.items() if value}


def test_corpus() -> None:
    read_as = [(row["text"], outcome(look(row["text"], said_by=row)), row["expect"]) for row in CORPUS]
    wrong = [row for row in read_as if row[1] != row[2]]
    assert wrong == []


@pytest.mark.parametrize("chinese", [True, False])
def test_corpus_is_wide_in_both_languages(chinese: bool) -> None:
    mine = [row for row in CORPUS if any("\u4e00" <= char <= "\u9fff" for char in row["text"]) == chinese]
    silent = [row for row in mine if not row["expect"]]
    many = [row for row in mine if len(row["expect"].get("records", ())) > 1]
    assert len(mine) > 200
    assert len(silent) > 60
    assert len(many) > 30


@pytest.mark.parametrize(
    ("text", "asked", "facts", "denied"),
    [(row["text"], tuple(row["asked"]), row["facts"], tuple(row["denied"])) for row in rows("answers")],
)
def test_answers(text: str, asked: tuple[str, ...], facts: dict[str, Any], denied: tuple[str, ...]) -> None:
    reading = look(text, asked)
    assert reading.facts.model_dump(mode="json", exclude_defaults=True) == facts
    assert reading.denied == denied
    assert reading.records == ()
    assert not {intent.kind for intent in reading.intents} & {"no", "skip", "snooze", "challenge"}


def test_typical_message_is_read_within_a_millisecond_or_so() -> None:
    times = []
    for row in CORPUS[:200]:
        began = time.perf_counter()
        look(row["text"])
        times.append(time.perf_counter() - began)
    assert sorted(times)[100] < 0.004
