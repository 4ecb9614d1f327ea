"""The combined reading: what belongs together is not read twice, and nothing is read into what it does not say."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.profile import Facts
from core.understanding.read import read
from core.understanding.reading import Reading
from tests.understanding.corpus import rows

NOW = datetime(2026, 3, 12, 12, tzinfo=UTC)


def look(text: str, asked: tuple[str, ...] = (), locale: str = "zh-CN", **facts: Any) -> Reading:
    return read(text, now=NOW, zone="Asia/Shanghai", locale=locale, facts=Facts(**facts), asked=asked)


def kinds(reading: Reading) -> list[str]:
    return [intent.kind for intent in reading.intents]


@pytest.mark.parametrize(
    "text",
    [
        "32F 165cm 78kg, vegetarian, knees hurt sometimes, 3 days a week",
        "我170，65公斤，28岁男，只有两个10公斤哑铃",
        "5'11 180 lbs male 40, want to build muscle, gym 4x/week 45 min",
        "男，35岁，178cm，85kg，久坐，想减脂，每周三天，每次40分钟",
        "I want to run 10k",
        "你好，我想减肥，每天坐办公室",
        "I'm 17 m tall",
        "我想要减肥，应该如何进行训练？",
    ],
)
def test_a_self_description_is_no_log(text: str) -> None:
    reading = look(text)
    assert (reading.records, reading.held, reading.doubts) == ((), (), ())
    assert reading.facts != Facts() or reading.implausible_facts


@pytest.mark.parametrize(
    "text",
    ["30天每天8000步，输的请奶茶", "challenge: 4 weeks, 3 runs a week", "谁先走到20万步", "2周挑战，每天俯卧撑50个"],
)
def test_terms_of_a_challenge_are_neither_log_nor_profile(text: str) -> None:
    reading = look(text)
    assert kinds(reading) == ["challenge"]
    assert (reading.records, reading.doubts) == ((), ())
    assert reading.facts == Facts()


@pytest.mark.parametrize(
    ("text", "weight"),
    [("weight 78.4 today", 78.4), ("今天体重65.3", 65.3), ("体重130斤", 65.0), ("weighed in at 80 kg", 80.0)],
)
def test_a_weighing_is_a_record_and_a_fact(text: str, weight: float) -> None:
    reading = look(text)
    assert [(record.type, record.weight_kg) for record in reading.records] == [("body", weight)]
    assert reading.facts.weight_kg == weight


def test_a_weight_that_reads_two_ways_is_asked_unless_the_person_is_known() -> None:
    unknown = look("体重130")
    assert [doubt.question for doubt in unknown.doubts] == ["unit"]
    assert unknown.facts.weight_kg is None
    known = look("体重130", weight_kg=66)
    assert known.doubts == ()
    assert known.facts.weight_kg == 65


def test_a_log_next_to_a_weight_keeps_both() -> None:
    reading = look("我今天跑了5公里，体重70公斤")
    assert {record.type for record in reading.records} == {"workout", "body"}
    assert reading.facts.weight_kg == 70


def test_a_log_stays_a_log() -> None:
    reading = look("ran 5k in 25 min", locale="en-US")
    assert [(record.activity, record.distance_m, record.duration_s) for record in reading.records] == [
        ("running", 5000, 1500)
    ]
    assert (reading.facts, reading.intents) == (Facts(), ())
    assert reading.confidence >= 0.8


def test_answers_are_not_logged() -> None:
    assert look("170", asked=("height_cm", "weight_kg")).facts == Facts(height_cm=170)
    reading = look("170 65", asked=("height_cm", "weight_kg"))
    assert reading.facts == Facts(height_cm=170, weight_kg=65)
    assert (reading.records, reading.doubts) == ((), ())


def test_a_correction_is_an_undo_too() -> None:
    reading = look("撤销")
    assert reading.correction is not None
    assert reading.correction.undo
    assert kinds(reading) == ["undo"]
    changed = look("改成25个")
    assert changed.correction is not None
    assert changed.correction.value == 25
    assert kinds(changed) == []


def test_how_to_start_with_its_goal_in_both_languages() -> None:
    for text in ("我想要减肥，应该如何进行训练？", "I want to lose weight, how should I train?"):
        reading = look(text)
        assert kinds(reading) == ["how_to_start"]
        assert reading.facts.goal == "lose_weight"
        assert reading.confidence >= 0.8


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("stop", True),
        ("ran 5k", True),
        ("我叫小明", True),
        ("好的", True),
        ("hi", True),
        ("hmm", False),
        ("👍🏽", False),
        ("", False),
        ("is creatine safe?", False),
        ("asdf qwer", False),
        ("hi, my cousin told me about a thing yesterday", False),
        ("蛋白粉有必要吗", False),
    ],
)
def test_confidence_says_whether_a_model_should_read_it(text: str, sure: bool) -> None:
    assert (look(text).confidence >= 0.5) is sure


def test_language_and_mood_come_along() -> None:
    reading = look("这个计划太棒了")
    assert (reading.language, reading.mood) == ("zh-Hans", "praise")


def test_same_text_same_reading() -> None:
    for name in ("facts", "intents", "screening"):
        for row in rows(name)[::9]:
            assert look(row["text"]) == look(row["text"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\x00",
        "💪" * 500,
        "\u202eabc",
        "a\u0301" * 200,
        "9" * 5000,
        "-5 km",
        "1e999 kg",
        "كيف حالك",
        "**bold** [x](http://y)",
        "\ud800",
        "٣ كم",
    ],
)
def test_odd_input(text: str) -> None:
    reading = look(text)
    assert reading.intents == ()


@pytest.mark.parametrize("filler", ["ran 5k ", "体重70 ", "我", "1,", "每天8000步", "no "])
def test_long_messages_take_linear_time(filler: str) -> None:
    began = time.perf_counter()
    look(filler * (30_000 // len(filler)))
    assert time.perf_counter() - began < 2.0


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_never_raises(text: str) -> None:
    assert 0 <= look(text).confidence <= 1


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from([row["text"] for name in ("facts", "intents", "screening") for row in rows(name)]),
        min_size=1,
        max_size=3,
    )
)
def test_never_raises_on_likely_talk(parts: list[str]) -> None:
    look("，".join(parts))
    look("\n".join(parts), asked=("height_cm", "weight_kg", "age"))
