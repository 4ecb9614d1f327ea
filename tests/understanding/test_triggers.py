"""Nothing is lost by trying only the patterns whose triggers stand in a text."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import core.understanding
from core.understanding import facts_words
from core.understanding.intents_words import INTENTS, STATES
from core.understanding.phrase_patterns import SPECIAL
from core.understanding.red_flags import SIGNS_OF
from core.understanding.triggers import Guarded, Triggered, grams, guarded, triggers
from tests.understanding.corpus import rows

TABLES: dict[str, Triggered[str]] = {
    "intents": INTENTS,  # type: ignore[dict-item]
    "states": STATES,  # type: ignore[dict-item]
    "signs en": SIGNS_OF["en"],
    "signs zh": SIGNS_OF["zh"],
    "special": SPECIAL,
    **{name: found for name, found in vars(facts_words).items() if isinstance(found, Triggered)},
}
GUARDED: dict[str, Guarded] = {
    f"{module.name}.{name}": found
    for module in pkgutil.iter_modules(core.understanding.__path__)
    for name, found in vars(importlib.import_module(f"core.understanding.{module.name}")).items()
    if isinstance(found, Guarded)
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
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_every_match_of_every_pattern_is_near(name: str, data: st.DataObject) -> None:
    table = TABLES[name]
    key = data.draw(st.sampled_from(list(table)))
    text = data.draw(st.from_regex(table[key]))
    assert key in dict(table.near(text))


@given(data=st.data())
def test_a_guard_lets_every_match_through(data: st.DataObject) -> None:
    guard = GUARDED[data.draw(st.sampled_from(sorted(GUARDED)))]
    assert guard.search(data.draw(st.from_regex(guard.pattern)))


def test_a_guard_finds_what_its_pattern_finds_in_real_messages() -> None:
    texts = [row["text"].lower() for row in rows("messages")]
    for name, guard in GUARDED.items():
        for text in texts:
            assert [m.span() for m in guard.finditer(text)] == [m.span() for m in guard.pattern.finditer(text)], name


def test_a_guard_searches_part_of_a_text() -> None:
    guard = guarded("pain")
    assert guard.search("pain and pain", 1).start() == 9  # type: ignore[union-attr]
    assert guard.search("no pain", 0, 5) is None


def test_a_table_is_matched_as_one_pattern_of_all() -> None:
    table = Triggered({"ab": re.compile("ab+"), "b": re.compile("b|c"), "nothing": re.compile("(?=d)")})
    found = [(name, m.span()) for name, m in table.all_in("cabbc bd")]
    assert found == [("b", (0, 1)), ("ab", (1, 4)), ("b", (4, 5)), ("b", (6, 7)), ("nothing", (7, 7))]
