"""Nothing is lost by trying only the patterns whose triggers stand in a text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.understanding import facts_words
from core.understanding.intents_words import INTENTS, STATES
from core.understanding.red_flags import SIGNS_OF
from core.understanding.triggers import Triggered, grams, triggers

TABLES: dict[str, Triggered[str]] = {
    "intents": INTENTS,  # type: ignore[dict-item]
    "states": STATES,  # type: ignore[dict-item]
    "signs en": SIGNS_OF["en"],
    "signs zh": SIGNS_OF["zh"],
    **{name: found for name, found in vars(facts_words).items() if isinstance(found, Triggered)},
}


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bpain\b", {"pai"}),
        (r"knees?|膝盖?", {"kne", "膝"}),
        (r"(?:my )?back", {"ack"}),
        (r"hi+\b", {"hi"}),
        (r"o(?=k)", {"o"}),
        (r"(?:no|not) gym", {"gym"}),
        (r"[去有]健身", {"健身"}),
        (r"不?[去有]", {"去", "有"}),
        (r"(?:[a-z]+ ){1,2}疼", {"疼"}),
    ],
)
def test_the_most_telling_letters_are_the_trigger(pattern: str, needed: set[str]) -> None:
    assert triggers(re.compile(pattern)) == frozenset(needed)


@pytest.mark.parametrize(
    "pattern", [r"\d+", r"pain|\d", r"(?:pain)?", r"(?i:pain)", r"[^a]", r"(?:pain|)", r"(?!pain)"]
)
def test_a_pattern_that_may_match_anything_is_always_tried(pattern: str) -> None:
    table = Triggered({"it": re.compile(pattern)})
    assert triggers(re.compile(pattern)) is None
    assert list(table.near("x")) == [("it", table["it"])]


def test_a_pattern_for_any_case_is_always_tried() -> None:
    assert triggers(re.compile("pain", re.IGNORECASE)) is None


def test_the_order_of_the_table_is_kept() -> None:
    table = Triggered({"b": re.compile("zwei"), "a": re.compile("eins"), "c": re.compile("drei")})
    assert [name for name, _ in table.near("eins zwei")] == ["b", "a"]


def test_rows_of_up_to_three_letters() -> None:
    assert grams("abcd") == {"a", "b", "c", "d", "ab", "bc", "cd", "abc", "bcd"}
    assert grams("跑") == {"跑"}
    assert grams("") == frozenset()


@pytest.mark.parametrize("name", TABLES)
@given(data=st.data())
def test_every_match_of_every_pattern_is_near(name: str, data: st.DataObject) -> None:
    table = TABLES[name]
    key = data.draw(st.sampled_from(list(table)))
    text = data.draw(st.from_regex(table[key]))
    assert key in dict(table.near(text))
