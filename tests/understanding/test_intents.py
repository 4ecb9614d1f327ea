"""Intents over a corpus in both languages, the zone table, clock times and moods."""

from __future__ import annotations

import time
from typing import get_args
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.understanding.clock import span_minutes, time_range, times
from core.understanding.intents import read_intents
from core.understanding.language import language_of
from core.understanding.mood import mood_of
from core.understanding.reading import IntentKind, Mood
from core.understanding.words import words
from core.understanding.zones import place_said, zone_names
from tests.understanding.corpus import rows

CORPUS = rows("intents")


def test_corpus() -> None:
    wrong = []
    for row in CORPUS:
        found = [intent.model_dump(mode="json", exclude_defaults=True) for intent in read_intents(row["text"])]
        if found != row["intents"]:
            wrong.append((row["text"], found))
    assert wrong == []


@pytest.mark.parametrize("chinese", [True, False])
def test_every_kind_is_understood_in_both_languages(chinese: bool) -> None:
    seen = {
        intent["kind"]
        for row in CORPUS
        if any("\u4e00" <= char <= "\u9fff" for char in row["text"]) == chinese
        for intent in row["intents"]
    }
    extra = {intent.kind for text in ("开始", "start", "/start") for intent in read_intents(text)}
    assert seen | extra == set(get_args(IntentKind))


def test_moods_of_the_corpus() -> None:
    wrong = [
        (row["text"], mood_of(words(row["text"])))
        for row in rows("moods")
        if mood_of(words(row["text"])) != row["mood"]
    ]
    assert wrong == []


def test_polite_words_and_case_do_not_matter() -> None:
    for text in ("Please STOP!", "stop.", "停！", "请停一下", "ok stop please"):
        assert [intent.kind for intent in read_intents(text)] == ["stop"], text


def test_several_intents_in_one_message() -> None:
    kinds = {intent.kind for intent in read_intents("Hi! Make me a plan and remind me at 7am, I'm in Berlin")}
    assert {"greeting", "plan", "remind", "zone"} <= kinds


@pytest.mark.parametrize(
    "text",
    [
        "ran 5k",
        "stopped after 3 km",
        "跑了5公里",
        "卧推60公斤5组8个",
        "BP 128/82",
        "no sugar today",
        "yesterday 10k steps",
        "停了三天没跑",
        "helped my mom move",
        "joined a gym",
        "今天练胸",
        "slept late",
        "rest day",
    ],
)
def test_logs_and_plain_talk_are_no_command(text: str) -> None:
    commands = {
        "stop",
        "delete",
        "export",
        "join",
        "leave",
        "undo",
        "help",
        "plan",
        "challenge",
        "remind",
        "yes",
        "no",
        "settings",
    }
    assert {intent.kind for intent in read_intents(text)} & commands == set()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("i'm in paris", ("Europe/Paris", "FR")),
        ("我住在旧金山", ("America/Los_Angeles", "US")),
        ("my timezone is asia/kolkata", ("Asia/Kolkata", None)),
        ("utc-5", ("Etc/GMT+5", None)),
        ("东8区", ("Etc/GMT-8", None)),
        ("my time zone is pst", ("America/Los_Angeles", None)),
        ("i live in the us", ("", "US")),
        ("ran in berlin", None),
        ("i'm in pain", None),
        ("utc+99", None),
    ],
)
def test_places(text: str, place: tuple[str, str | None] | None) -> None:
    found = place_said(text)
    assert (tuple(found) if found else None) == place


def test_a_place_alone_answers_only_when_asked() -> None:
    assert read_intents("berlin") == ()
    assert [intent.zone for intent in read_intents("berlin", asked=("zone",))] == ["Europe/Berlin"]
    assert [intent.zone for intent in read_intents("北京时间", asked=("zone",))] == ["Asia/Shanghai"]


def test_the_zone_table_is_of_real_zones() -> None:
    assert set(zone_names()) <= available_timezones()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at 7", ["07:00"]),
        ("7am", ["07:00"]),
        ("12am", ["00:00"]),
        ("12pm", ["12:00"]),
        ("7:05 pm", ["19:05"]),
        ("22:30", ["22:30"]),
        ("早上7点半", ["07:30"]),
        ("晚上8点", ["20:00"]),
        ("下午3点15分", ["15:15"]),
        ("中午12点", ["12:00"]),
        ("晚上12点", ["00:00"]),
        ("凌晨1点", ["01:00"]),
        ("8点3刻", ["08:45"]),
        ("noon", ["12:00"]),
        ("at 8 in the evening", ["20:00"]),
        ("25:00", []),
        ("ran 5k", []),
        ("24点", ["00:00"]),
    ],
)
def test_clock_times(text: str, found: list[str]) -> None:
    assert times(text) == found


def test_spans_of_time() -> None:
    assert time_range("22:00-08:00") == ("22:00", "08:00")
    assert time_range("22-7") == ("22:00", "07:00")
    assert time_range("10pm to 6:30am") == ("22:00", "06:30")
    assert time_range("whenever") is None
    assert span_minutes("in 90 minutes") == 90
    assert span_minutes("in 2 hours") == 120
    assert span_minutes("10分钟后") == 10
    assert span_minutes("in 90 days") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hello there", "en"),
        ("你好", "zh-Hans"),
        ("跑了 5km", "zh-Hans"),
        ("bench press 80kg 感觉不错", "zh-Hans"),
        ("12345 💪", None),
        ("", None),
        ("5 km", None),
        ("おはよう", None),
        ("привет", None),
        ("今天我run了5k", "zh-Hans"),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("I love this plan!", "praise"),
        ("太棒了", "praise"),
        ("not great", "frustration"),
        ("stupid bot, that's not what I said", "frustration"),
        ("好烦，又错了", "frustration"),
        ("I want to give up, no progress", "discouragement"),
        ("坚持不下去了", "discouragement"),
        ("everything feels hopeless", "distress"),
        ("我快崩溃了", "distress"),
        ("ran 5k", "neutral"),
        ("今天跑了5公里", "neutral"),
        ("", "neutral"),
    ],
)
def test_moods(text: str, mood: Mood) -> None:
    assert mood_of(words(text)) == mood


@pytest.mark.parametrize("filler", ["remind me ", "每天", "challenge 5 ", "跑 3 次 ", "no ", "a", "7:", "why "])
def test_long_messages_take_linear_time(filler: str) -> None:
    began = time.perf_counter()
    read_intents(filler * (30_000 // len(filler)))
    assert time.perf_counter() - began < 1.0


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_never_raises(text: str) -> None:
    read_intents(text)
    mood_of(words(text))
    language_of(text)
