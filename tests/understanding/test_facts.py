"""Profile facts over a corpus in both languages, answers to questions, and implausible values."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.profile import Facts
from core.understanding.facts import PLAUSIBLE, read_facts
from tests.understanding.corpus import rows

CORPUS = rows("facts")


def test_corpus() -> None:
    wrong = []
    for row in CORPUS:
        found = read_facts(row["text"], asked=tuple(row.get("asked", ())))
        said = found.facts.model_dump(mode="json", exclude_defaults=True)
        odd = [list(pair) for pair in found.implausible]
        if said != row["facts"] or odd != row.get("implausible", []):
            wrong.append((row["text"], said, odd))
    assert wrong == []


def test_every_fact_is_in_the_corpus() -> None:
    assert {name for row in CORPUS for name in row["facts"]} == set(Facts.model_fields)


def test_a_jin_weighs_more_in_taiwan() -> None:
    assert read_facts("體重100斤", locale="zh-TW").facts.weight_kg == 60
    assert read_facts("体重100斤", locale="zh-CN").facts.weight_kg == 50


@pytest.mark.parametrize(
    ("text", "asked", "facts"),
    [
        ("170", ("height_cm",), {"height_cm": 170}),
        ("1.7", ("height_cm",), {"height_cm": 170}),
        ("65", ("weight_kg",), {"weight_kg": 65}),
        ("150 lbs", ("weight_kg",), {"weight_kg": 68.04}),
        ("65 170", ("height_cm", "weight_kg"), {"height_cm": 170, "weight_kg": 65}),
        ("1985", ("birth_year",), {"birth_year": 1985}),
        ("1985", ("age", "birth_year"), {"birth_year": 1985}),
        ("4", ("days_per_week",), {"days_per_week": 4}),
        ("一个小时", ("minutes_per_session",), {"minutes_per_session": 60}),
        ("3 days, 40 min", ("days_per_week", "minutes_per_session"), {"days_per_week": 3, "minutes_per_session": 40}),
        ("二十八", ("age",), {"age": 28}),
        ("m", ("sex",), {"sex": "male"}),
        ("none", ("equipment",), {"equipment": ["none"]}),
        ("gym", ("equipment",), {"equipment": ["gym"]}),
        ("Sam", ("name",), {"name": "Sam"}),
        ("back and knees", ("injuries",), {"injuries": ["knee", "lower_back"]}),
        ("减肥", ("goal",), {"goal": "lose_weight"}),
        ("170", (), {}),
        ("ran 5k", ("height_cm",), {}),
    ],
)
def test_answers(text: str, asked: tuple[str, ...], facts: dict[str, Any]) -> None:
    said = read_facts(text, asked=asked).facts.model_dump(mode="json", exclude_defaults=True)
    said.pop("load_unit", None)
    assert said == facts


@pytest.mark.parametrize(
    ("text", "asked", "name", "value"),
    [
        ("17", ("height_cm",), "height_cm", 17),
        ("身高17米", (), "height_cm", 1700),
        ("height 1700 cm", (), "height_cm", 1700),
        ("300岁", (), "age", 300),
        ("我9公斤", (), "weight_kg", 9),
        ("体重900公斤", (), "weight_kg", 900),
        ("9", ("days_per_week",), "days_per_week", 9),
    ],
)
def test_implausible_values_are_returned_apart(text: str, asked: tuple[str, ...], name: str, value: float) -> None:
    found = read_facts(text, asked=asked)
    assert (name, value) in found.implausible
    assert getattr(found.facts, name) is None


def test_height_and_weight_that_contradict_each_other_are_both_asked_again() -> None:
    found = read_facts("190cm 30kg")
    assert dict(found.implausible) == {"height_cm": 190, "weight_kg": 30}
    assert found.facts.height_cm is None
    assert found.facts.weight_kg is None


@pytest.mark.parametrize(
    "text",
    [
        "bench 80kg 5x5",
        "卧推80公斤 8个",
        "ran 10k",
        "lost 5 kg",
        "瘦了10斤",
        "my mom is 60",
        "我妈有糖尿病",
        "what is diabetes?",
        "what's a normal weight for 170 cm?",
        "did 3 days in a row",
        "dumbbell press 20kg 3x10",
        "walked 1.75 km",
        "slept 8 hours",
    ],
)
def test_what_is_not_about_oneself_is_no_fact(text: str) -> None:
    said = read_facts(text).facts.model_dump(exclude_defaults=True)
    assert said.keys() <= {"height_cm"} if "normal weight" in text else said == {}


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200), st.lists(st.sampled_from(sorted(Facts.model_fields)), max_size=3, unique=True))
def test_never_raises(text: str, asked: list[str]) -> None:
    read_facts(text, asked=tuple(asked))


@settings(max_examples=50, deadline=None)
@given(
    st.sampled_from(sorted(PLAUSIBLE)),
    st.floats(0, 9999, allow_nan=False),
    st.sampled_from(["{}", "I'm {} cm", "{}kg", "{}岁", "每周{}次"]),
)
def test_only_plausible_values_are_stored(name: str, value: float, form: str) -> None:
    facts = read_facts(form.format(round(value, 1)), asked=(name,)).facts
    for field, (low, high) in PLAUSIBLE.items():
        stored = getattr(facts, field)
        assert stored is None or low <= stored <= high


@pytest.mark.parametrize("filler", ["170 ", "kg ", "我 170 ", "3 days a week ", "5'11 ", "my knee ", "体重 "])
def test_long_messages_take_linear_time(filler: str) -> None:
    began = time.perf_counter()
    read_facts(filler * (30_000 // len(filler)))
    assert time.perf_counter() - began < 1.0
