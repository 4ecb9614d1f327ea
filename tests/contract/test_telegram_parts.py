from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.telegram.parts import Part, parts, shortened, units
from core.text import escape, plain

WORDS = st.text(alphabet=st.sampled_from("ab 加油，。\n😀👍🏽é\u0301\u200d🇨🇳*`[]()\\"), max_size=400)


def entity(part: Part, at: int = 0) -> str:
    """The text an entity covers."""
    found = part.entities[at]
    data = part.text.encode("utf-16-le")
    return data[2 * found["offset"] : 2 * (found["offset"] + found["length"])].decode("utf-16-le")


@pytest.mark.parametrize(
    ("markdown", "text", "entities"),
    [
        ("plain", "plain", ()),
        ("**5 km** today", "5 km today", ({"type": "bold", "offset": 0, "length": 4},)),
        ("💪 **5 km**", "💪 5 km", ({"type": "bold", "offset": 3, "length": 4},)),
        ("加油 *跑步* `x`", "加油 跑步 x", (
            {"type": "italic", "offset": 3, "length": 2}, {"type": "code", "offset": 6, "length": 1})),
        ("👨‍👩‍👧 **👍🏽**", "👨‍👩‍👧 👍🏽", ({"type": "bold", "offset": 9, "length": 4},)),
        ("[site](https://a.bc/d)", "site", (
            {"type": "text_link", "offset": 0, "length": 4, "url": "https://a.bc/d"},)),
        ("2 \\* 3", "2 * 3", ()),
        ("", "", ()),
    ],
)  # fmt: skip
def test_text_and_entities_in_utf16(markdown: str, text: str, entities: tuple[dict[str, object], ...]) -> None:
    assert parts(markdown) == (Part(text, entities),)


@given(WORDS, st.integers(2, 60))
@settings(max_examples=300)
def test_parts_joined_are_the_whole_and_fit(markdown: str, limit: int) -> None:
    found = parts(markdown, limit)
    assert "".join(part.text for part in found) == plain(markdown)
    assert all(units(part.text) <= limit for part in found)
    for part in found:
        part.text.encode("utf-16-le").decode("utf-16-le")
        for at in range(len(part.entities)):
            assert entity(part, at)


@given(WORDS, st.integers(3, 60))
def test_shortened_fits(markdown: str, limit: int) -> None:
    part = shortened(markdown, limit)
    assert units(part.text) <= limit
    assert part.text == plain(markdown) or part.text.endswith("…")
    assert all(entity["offset"] + entity["length"] <= units(part.text) for entity in part.entities)


def test_cut_after_a_line_before_a_word_before_a_stop() -> None:
    assert [part.text for part in parts("one two\nthree four", 12)] == ["one two\n", "three four"]
    assert [part.text for part in parts("one two three", 9)] == ["one two ", "three"]
    assert [part.text for part in parts("跑步五公里，很好玩", 8)] == ["跑步五公里，", "很好玩"]
    assert [part.text for part in parts("一二三四五六七八九", 4)] == ["一二三四", "五六七八", "九"]


def test_what_is_seen_as_one_character_stays_whole() -> None:
    assert [part.text for part in parts("abc👍🏽", 6)] == ["abc", "👍🏽"]
    assert [part.text for part in parts("abcd👨‍💻", 8)] == ["abcd", "👨‍💻"]


def test_an_entity_moves_to_the_next_part_rather_than_being_cut() -> None:
    first, second = parts("aaaa bbbb **cccc dddd**", 16)
    assert (first.text, first.entities) == ("aaaa bbbb ", ())
    assert entity(second) == "cccc dddd"


def test_an_entity_longer_than_a_message_is_styled_in_each_part() -> None:
    found = parts(f"**{'x' * 9000}**")
    assert [len(part.text) for part in found] == [4096, 4096, 808]
    assert [part.entities[0]["length"] for part in found] == [4096, 4096, 808]


def test_100_kb_is_cut_fast_and_whole() -> None:
    text = escape("跑了五公里 and 3 sets 💪 ") * 3000
    found = parts(text)
    assert "".join(part.text for part in found) == plain(text)
    assert len(found) < 60
