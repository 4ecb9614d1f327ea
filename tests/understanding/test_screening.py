"""Screening over a corpus of literal signs and look-alikes, and the rules around it."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.profile import Facts
from core.domain.screening import strictness
from core.understanding import red_flags
from core.understanding.reading import Finding
from core.understanding.screening import _languages, screen
from core.understanding.vital_signs import vital_signs
from tests.understanding.corpus import rows

NOBODY = Facts()
CORPUS = rows("screening")
FLAGS = [row for row in CORPUS if row["action"] != "none"]
LOOKALIKES = [row for row in CORPUS if row["action"] == "none"]


def look(text: str, age: int | None = None, **facts: Any) -> Finding:
    return screen(text, facts=Facts(**facts), age=age)


def test_corpus_is_broad() -> None:
    chinese = [row for row in CORPUS if any("\u4e00" <= char <= "\u9fff" for char in row["text"])]
    assert len(CORPUS) >= 500
    assert len(chinese) >= 200
    assert len(LOOKALIKES) >= 200
    categories = {rule.category for rule in red_flags.RULES}
    assert categories <= {row["category"] for row in FLAGS}


@pytest.mark.parametrize("category", sorted({row["category"] for row in FLAGS}))
def test_literal_signs_get_their_action_or_a_stricter_one(category: str) -> None:
    wrong = [
        (row["text"], row["action"], found)
        for row in FLAGS
        if row["category"] == category and strictness((found := look(row["text"])).action) < strictness(row["action"])
    ]
    assert wrong == []


def test_flags_stop_coaching_and_name_a_category() -> None:
    for row in FLAGS:
        found = look(row["text"])
        assert found.red_flag, row["text"]
        assert not found.coaching_allowed
        assert found.category


def test_few_flags_are_answered_more_strictly_than_needed() -> None:
    stricter = [row["text"] for row in FLAGS if strictness(look(row["text"]).action) > strictness(row["action"])]
    assert len(stricter) <= len(FLAGS) * 0.03, stricter


def test_lookalikes_pass() -> None:
    flagged = [(row["text"], found) for row in LOOKALIKES if (found := look(row["text"])) != Finding()]
    assert flagged == []


def test_third_person_is_told() -> None:
    missed = [row["text"] for row in FLAGS if row.get("third_person") and not look(row["text"]).third_person]
    mistaken = [row["text"] for row in FLAGS if not row.get("third_person") and look(row["text"]).third_person]
    assert missed == []
    assert [text for text in mistaken if "son" not in text and "女儿" not in text] == []


@pytest.mark.parametrize("row", FLAGS[::3], ids=lambda row: row["text"][:20])
def test_a_laugh_changes_nothing(row: dict[str, Any]) -> None:
    assert strictness(look(row["text"] + " lol").action) >= strictness(row["action"])
    assert strictness(look(row["text"] + "，哈哈哈").action) >= strictness(row["action"])


@pytest.mark.parametrize("row", FLAGS[::11], ids=lambda row: row["text"][:20])
def test_other_talk_around_it_hides_nothing(row: dict[str, Any]) -> None:
    text = f"ran 5k this morning. {row['text']}. 今天还做了30个俯卧撑。"
    assert strictness(look(text).action) >= strictness(row["action"])


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("胸口闷，喘不过气", "胸口悶，喘不過氣"),
        ("突然晕倒", "突然暈倒"),
        ("不想活了，想结束生命", "不想活了，想結束生命"),
        ("吃泻药减肥", "吃瀉藥減肥"),
    ],
)
def test_traditional_script_reads_alike(simplified: str, traditional: str) -> None:
    assert look(traditional) == look(simplified)
    assert look(traditional).red_flag


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("no chest pain", "none"),
        ("I had no chest pain, dizziness or nausea", "none"),
        ("没有胸痛、头晕", "none"),
        ("no fever but chest pain", "emergency"),
        ("没有发烧，但是胸痛", "emergency"),
        ("not sure if it's chest pain, it hurts in my chest", "emergency"),
        ("had a heart attack in 2019", "see_doctor"),
        ("2019年得过心梗", "see_doctor"),
        ("had chest pain years ago", "see_doctor"),
        ("I had a heart attack in 2019 and now my chest hurts again", "emergency"),
        ("what are signs of a heart attack?", "none"),
        ("心梗有什么症状？", "none"),
        ("why does my chest hurt? signs of a heart attack?", "emergency"),
        ("my dad had a heart attack in 2015, so I want to get fit", "none"),
        ("my dad has crushing chest pain", "emergency"),
        ("my dog collapsed on the walk", "none"),
    ],
)
def test_negation_past_questions_and_others(text: str, action: str) -> None:
    assert look(text).action == action


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("bp 180/95", "bp_severe"),
        ("血压179/110", "bp_severe"),
        ("高压185，低压99", "bp_severe"),
        ("blood pressure 88 over 50", "bp_low"),
        ("spo2 89", "spo2_very_low"),
        ("spo2 92%", "spo2_low"),
        ("血糖2.9", "glucose_very_low"),
        ("glucose 65 mg/dl", "glucose_low"),
        ("glucose 302", "glucose_very_high"),
        ("体温38.0", "fever_38"),
        ("temp 103 f", "fever_high"),
        ("resting pulse 151", "rest_hr_extreme"),
        ("坐着心率121", "rest_hr_high"),
        ("i eat 799 calories a day", "very_low_kcal"),
    ],
)
def test_measured_values_at_their_limits(text: str, sign: str) -> None:
    assert sign in vital_signs(text)


@pytest.mark.parametrize(
    "text",
    [
        "bp 159/99 last",
        "spo2 93",
        "血糖3.9",
        "glucose 70 mg/dl",
        "体温37.9",
        "resting pulse 50",
        "i eat 800 calories a day",
        "bp 120/80",
        "心率175",
        "ran 180/110 intervals",
        "burned 500 calories a day",
        "血压119/79",
    ],
)
def test_values_inside_the_limits_are_no_sign(text: str) -> None:
    assert vital_signs(text) - {"bp_140"} == frozenset()


def test_what_is_known_counts() -> None:
    assert look("I feel dizzy").action == "none"
    assert look("I feel dizzy", pregnant=True).action == "urgent_care"
    assert look("how do I lose weight", age=15).action == "see_doctor"
    assert look("how do I lose weight", age=30).action == "none"
    assert look("我想减肥", height_cm=170, weight_kg=50).action == "ed_support"
    assert look("我想减肥", height_cm=170, weight_kg=70).action == "none"
    assert look("I want to lose weight, goal weight 50 kg", height_cm=170, weight_kg=60).action == "ed_support"
    assert look("I want to lose weight, goal weight 58 kg", height_cm=170, weight_kg=70).action == "none"
    assert look("resting heart rate 38").action == "urgent_care"
    assert look("resting heart rate 38", experience="advanced").action == "none"
    assert look("I'm shaky", conditions=("diabetes_insulin",)).action == "urgent_care"


def test_every_rule_names_known_signs() -> None:
    measured = {
        "bp_severe",
        "bp_160",
        "bp_high",
        "bp_140",
        "bp_low",
        "rest_hr_extreme",
        "rest_hr_high",
        "rest_hr_low",
        "spo2_very_low",
        "spo2_low",
        "glucose_very_low",
        "glucose_low",
        "glucose_high",
        "glucose_very_high",
        "fasting_high",
        "fever_38",
        "fever_high",
        "fever_very_high",
        "very_low_kcal",
        "underweight_loss",
    }
    known = measured | set(red_flags.SIGNS_OF["en"]) | set(red_flags.SIGNS_OF["zh"]) | set(red_flags.DERIVED)
    rules = (*red_flags.RULES, *red_flags.PAST_RULES, *red_flags.DERIVED.values())
    named = {name for rule in rules for group in (*rule.needs, rule.without) for name in group.split("|") if name}
    assert named <= known
    assert set(red_flags.SIGNS_OF["en"]) == set(red_flags.SIGNS_OF["zh"])


def test_languages_looked_at() -> None:
    assert _languages("chest pain") == ("en",)
    assert _languages("胸痛") == ("zh",)
    assert set(_languages("chest 有点 tight")) == {"en", "zh"}


def test_a_sign_late_in_a_long_message_is_found() -> None:
    assert look("went for a run. " * 2000 + " my chest hurts").action == "emergency"
    assert look("今天跑步了。" * 2500 + "我不想活了").action == "crisis"


@pytest.mark.parametrize(
    "filler", ["a ", "i had no ", "胸", "没有", "chest ", "(((", "1/", "pain, ", "不", "my dad ", "kg 5 "]
)
def test_long_messages_take_linear_time(filler: str) -> None:
    began = time.perf_counter()
    look(filler * (30_000 // len(filler)))
    assert time.perf_counter() - began < 1.0


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300))
def test_never_raises(text: str) -> None:
    assert look(text).action in (
        "none",
        "medication_referral",
        "ed_support",
        "see_doctor",
        "urgent_care",
        "crisis",
        "emergency",
    )
