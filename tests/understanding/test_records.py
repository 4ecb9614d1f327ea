"""Records from text: a corpus in both languages, the calendar, units that have to be asked, and any text at all."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.records import Record
from core.understanding.built import DistanceUnit, LoadUnit
from core.understanding.records import RecordReading, read_records
from tests.understanding.corpus import rows

NOW = datetime.fromisoformat("2026-03-12T20:00:00+08:00")
"""A Thursday evening in Shanghai."""
CORPUS = rows("records")


def read(
    text: str,
    *,
    now: datetime = NOW,
    locale: str = "en-US",
    load: LoadUnit | None = None,
    distance: DistanceUnit | None = "km",
    zone: str = "Asia/Shanghai",
) -> RecordReading:
    return read_records(text, now=now, zone=zone, locale=locale, load_unit=load, distance_unit=distance)


def said(record: Record) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude_defaults=True)


def outcome(reading: RecordReading) -> dict[str, Any]:
    """A reading as the corpus writes it: only what is there."""
    found: dict[str, Any] = {}
    if reading.records:
        found["records"] = [said(r) for r in reading.records]
    if reading.held:
        found["held"] = [[h.verdict, h.because] for h in reading.held]
    if reading.doubts:
        found["doubts"] = [
            {"question": d.question, "options": {n: said(r) for n, r in d.options}} for d in reading.doubts
        ]
    if reading.correction:
        found["correction"] = reading.correction.model_dump(mode="json", exclude_defaults=True)
    return found


def test_corpus() -> None:
    wrong = []
    for row in CORPUS:
        reading = read(row["text"], locale=row["locale"], load=row.get("load_unit"))
        if outcome(reading) != row["expect"]:
            wrong.append((row["text"], outcome(reading), row["expect"]))
        assert reading.empty == (reading.confidence == 0.0), row["text"]
    assert not wrong, wrong


def test_corpus_is_wide() -> None:
    chinese = [row for row in CORPUS if row["locale"] == "zh-CN"]
    silent = [row for row in CORPUS if not row["expect"]]
    assert len(chinese) > 200
    assert len(CORPUS) - len(chinese) > 200
    assert len(silent) > 100


@pytest.mark.parametrize("text", ["ran 5k today", "今天跑了5公里", "ran 5k yesterday", "昨晚跑了5公里"])
def test_day_ends_at_three(text: str) -> None:
    """At 01:30 the person's day is still the one before; what is said then counts from there."""
    late = datetime(2026, 3, 13, 1, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
    expected = -1 if "yesterday" in text else 0
    assert [r.date_offset_days for r in read(text, now=late).records] == [expected]


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("ran 5k on Monday", -3),
        ("last Thursday ran 5k", -7),
        ("last Sunday ran 5k", -4),
        ("这周一跑了5公里", -3),
        ("上周日跑了5公里", -4),
        ("周四跑了5公里", 0),
        ("3月1日跑了5公里", -11),
        ("大前天跑了5公里", -3),
        ("ran 5k a week ago", -7),
        ("12月30日跑了5公里", -72),
        ("10 March ran 5k", -2),
    ],
)
def test_dates(text: str, offset: int) -> None:
    assert [r.date_offset_days for r in read(text).records] == [offset]


@pytest.mark.parametrize(("locale", "offset"), [("en-US", -2), ("en-GB", -156)])
def test_slashed_date_follows_the_locale(locale: str, offset: int) -> None:
    now = datetime(2026, 3, 12, 12, tzinfo=ZoneInfo("UTC"))
    reading = read("3/10 ran 5k" if locale == "en-US" else "7/10 ran 5k", now=now, zone="UTC", locale=locale)
    assert [r.date_offset_days for r in reading.records] == [offset]


def test_night_belongs_to_the_day_of_waking() -> None:
    assert read("slept 6h last night").records[0].date_offset_days == 0
    assert read("ran 5k last night").records[0].date_offset_days == -1


@pytest.mark.parametrize(("locale", "kg"), [("zh-CN", 60.0), ("zh-TW", 72.0), ("zh-HK", 72.574)])
def test_catty_follows_the_locale(locale: str, kg: float) -> None:
    assert read("体重120斤", locale=locale).records[0].weight_kg == pytest.approx(kg, abs=0.001)


@pytest.mark.parametrize(("unit", "kg"), [("kg", 80.0), ("lb", 36.287), ("jin", 40.0)])
def test_bare_load_is_in_the_known_unit(unit: LoadUnit, kg: float) -> None:
    record = read("卧推80 5x5", locale="zh-CN", load=unit).records[0]
    assert record.load_kg == pytest.approx(kg, abs=0.001)
    assert (record.sets, record.reps) == (5, 5)


@pytest.mark.parametrize(("text", "names"), [("bench 185x5", ("kg", "lb")), ("卧推80 5x5", ("kg", "jin", "lb"))])
def test_bare_load_is_asked(text: str, names: tuple[str, ...]) -> None:
    reading = read(text)
    assert not reading.records
    assert reading.doubts[0].question == "unit"
    assert tuple(name for name, _ in reading.doubts[0].options) == names


def test_bare_distance_is_asked_without_a_unit() -> None:
    assert read("ran 5", distance=None).doubts[0].question == "unit"
    assert read("ran 5", distance="mile").records[0].distance_m == pytest.approx(8046.72)


def test_load_or_sets() -> None:
    options = dict(read("dumbbell curl 20x10", load="kg").doubts[0].options)
    assert (options["load"].load_kg, options["load"].reps) == (20.0, 10)
    assert (options["sets"].sets, options["sets"].reps) == (20, 10)


def test_spans_lie_in_the_text() -> None:
    text = "ran 5k, then 30 push ups"
    assert all(0 <= start < end <= len(text) for start, end in read(text).spans)
    assert len(read(text).spans) == 2


def test_guessed_spelling_is_less_sure() -> None:
    assert read("runnning 5km").records[0].activity == "running"
    assert read("runnning 5km").confidence < read("running 5km").confidence


WORDS = sorted({word for row in CORPUS for word in row["text"].split()})


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)))
def test_any_text_is_read_the_same_way_twice(text: str) -> None:
    first = read(text)
    assert first == read(text)
    assert 0.0 <= first.confidence <= 1.0
    for record in first.records:
        assert record.date_offset_days <= 0
        assert record.distance_m is None or record.distance_m > 0


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 99), st.integers(20, 59))
def test_distance_and_time_in_both_languages(km: int, minutes: int) -> None:
    english = read(f"rode {km} km in {minutes * 3} min")
    chinese = read(f"骑车{km}公里，用了{minutes * 3}分钟", locale="zh-CN")
    assert english.records == chinese.records
    assert len(english.records) + len(english.held) == 1


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "9",
        "1 ",
        "跑",
        "5x5 ",
        "ran 5k, ",
        "不是",
        "没",
        "1:",
        "-1",
        "\ud800",
        "\u200b",
        "e\u0301",
        "(",
        "一",
        "two hundred and ",
        "and ",
        "'",
        "“跑",
        "是5不是",
        "not 5 ",
        "每",
        "\n",
        "> ",
        "a half ",
        "1,",
        "ﷺ",
        "7点",
        "my ",
        "w@",
        ".a",
        "http://",
    ],
)
def test_hundred_kilobytes(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    began = time.perf_counter()
    read(text)
    assert time.perf_counter() - began < 1.0


def test_ten_thousand_digits_are_held_not_dropped() -> None:
    reading = read("9" * 3000 + " steps")
    assert [h.because for h in reading.held] == ["steps_high"]


def test_typical_message_is_fast() -> None:
    read("warm up")
    times = []
    for row in CORPUS[:200]:
        began = time.perf_counter()
        read(row["text"], locale=row["locale"])
        times.append(time.perf_counter() - began)
    assert sorted(times)[100] < 0.003
