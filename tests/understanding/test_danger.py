"""Danger told without its usual words: the classifier on rows it has not learned from, and what it must leave alone."""

from __future__ import annotations

from typing import Any

import pytest

from core.domain.profile import Facts
from core.domain.screening import ACTIONS, strictness
from core.understanding.danger import classifier, is_plain_log
from core.understanding.ngrams import buckets
from core.understanding.reading import Finding
from core.understanding.red_flags import RULES
from core.understanding.screening import screen
from tests.understanding.corpus import rows

EXAM = rows("danger_exam")
LEARNED = {row["text"] for row in rows("danger")}
CHINESE = {False: "en", True: "zh"}


def look(text: str) -> Finding:
    return screen(text, facts=Facts(), age=None)


def of(language: str, **wanted: Any) -> list[dict[str, Any]]:
    """Rows of the exam in one language: of one kind, or all of danger, or all harmless ones."""
    mine = [row for row in EXAM if CHINESE[any("\u4e00" <= char <= "\u9fff" for char in row["text"])] == language]
    return [row for row in mine if all(row.get(name) == value for name, value in wanted.items())]


def test_nothing_of_the_exam_was_learned() -> None:
    assert not [row["text"] for row in EXAM if row["text"] in LEARNED]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_plain_words_get_their_action_or_a_stricter_one(language: str) -> None:
    literal = [row for row in of(language) if row["kind"] == "literal"]
    assert len(literal) >= 20
    assert [row["text"] for row in literal if strictness(look(row["text"]).action) < strictness(row["action"])] == []


@pytest.mark.parametrize(("language", "least"), [("en", 0.93), ("zh", 0.91)])
def test_most_of_what_is_told_indirectly_is_found(language: str, least: float) -> None:
    indirect = [row for row in of(language) if row["action"] != "none" and row["kind"] != "literal"]
    found = [row for row in indirect if look(row["text"]).red_flag]
    assert len(indirect) >= 70
    assert len(found) / len(indirect) >= least


@pytest.mark.parametrize(("language", "most"), [("en", 0.08), ("zh", 0.08)])
def test_little_that_is_harmless_is_flagged(language: str, most: float) -> None:
    harmless = of(language, action="none")
    flagged = [row["text"] for row in harmless if look(row["text"]).red_flag]
    assert len(harmless) >= 80
    assert len(flagged) / len(harmless) <= most, flagged


def test_what_it_answers_is_known_to_the_rest() -> None:
    known = classifier()
    assert set(known.actions.names) <= set(ACTIONS)
    assert set(known.categories.names) <= {rule.category for rule in RULES}
    assert set(known.answers) == set(known.categories.names)
    assert known.harmless < 0 < known.flag < known.sure


def test_a_sign_in_a_long_talk_is_not_drowned() -> None:
    chat = "had a lovely day with the kids at the park, then tea and a long film on the sofa with popcorn. "
    sign = "on the last hill it felt like an elephant was sitting on my chest. "
    assert not look(chat * 12).red_flag
    for before in (0, 3, 11):
        assert look(chat * before + sign + chat * (12 - before)).red_flag


@pytest.mark.parametrize("laughter", [" lol", " hahaha", " 哈哈哈", " 😂😂"])
def test_laughter_takes_nothing_back(laughter: str) -> None:
    text = "on the last hill it felt like an elephant sat on my chest"
    assert look(text).red_flag
    assert look(text + laughter) == look(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("ran 5.2 km in 27 min", True),
        ("今天跑了5公里", True),
        ("bench press 3x8 60kg", True),
        ("ran 5 km, felt odd", False),
        ("跑了5公里，胸口闷", False),
        ("ate 500 kcal", False),
        ("run", False),
    ],
)
def test_plain_logs_need_no_second_look(text: str, plain: bool) -> None:
    assert is_plain_log(text) == plain


def test_buckets_are_the_same_everywhere() -> None:
    assert sorted(buckets("ab 1"))[:4] == sorted(buckets("ab 7"))[:4]
    assert sum(buckets("elephant on my chest 胸口")) == 14_195_880
