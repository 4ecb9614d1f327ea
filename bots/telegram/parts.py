"""Text as Telegram counts it: entities with offsets in UTF-16 units, and long texts cut into parts."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from core.text import Span, Style, parse

TEXT_UNITS = 4096
CAPTION_UNITS = 1024

_TYPES: dict[Style, str] = {"bold": "bold", "italic": "italic", "code": "code", "link": "text_link"}
_STOPS = "。！？；，、.!?;,"
_JOINERS = "\u200d\ufe0e\ufe0f"


@dataclass(frozen=True, slots=True)
class Part:
    """The text of one message or caption and its entities."""

    text: str
    entities: tuple[dict[str, Any], ...] = ()


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parts(markdown: str, limit: int = TEXT_UNITS) -> tuple[Part, ...]:
    """The text in parts of at most `limit` units, at least one. Their texts joined are the whole text."""
    spans: Sequence[Span] = parse(markdown)
    found: list[Part] = []
    while True:
        head, spans = _cut(spans, limit)
        found.append(_part(head))
        if not spans:
            return tuple(found)


def shortened(markdown: str, limit: int = TEXT_UNITS) -> Part:
    """The text as one part, ending in an ellipsis where it is too long."""
    first, *rest = parts(markdown, limit)
    if not rest:
        return first
    head = parts(markdown, limit - 1)[0]
    return Part(head.text + "…", head.entities)


def _part(spans: Sequence[Span]) -> Part:
    entities: list[dict[str, Any]] = []
    offset = 0
    for span in spans:
        length = units(span.text)
        if span.style != "plain":
            entity: dict[str, Any] = {"type": _TYPES[span.style], "offset": offset, "length": length}
            entities.append(entity | ({"url": span.url} if span.url else {}))
        offset += length
    return Part("".join(span.text for span in spans), tuple(entities))


def _cut(spans: Sequence[Span], limit: int) -> tuple[Sequence[Span], Sequence[Span]]:
    text = "".join(span.text for span in spans)
    if units(text) <= limit:
        return spans, ()
    at = _outside_entity(spans, _bound(text, _fitting(text, limit)))
    head: list[Span] = []
    tail: list[Span] = []
    start = 0
    for span in spans:
        inside = min(max(at - start, 0), len(span.text))
        head.append(Span(span.text[:inside], span.style, span.url))
        tail.append(Span(span.text[inside:], span.style, span.url))
        start += len(span.text)
    return [span for span in head if span.text], [span for span in tail if span.text]


def _fitting(text: str, limit: int) -> int:
    """How many characters from the start take at most `limit` units; at least one, so that cutting always ends."""
    used = 0
    for count, char in enumerate(text):
        used += 2 if char > "\uffff" else 1
        if used > limit:
            return max(count, 1)
    return len(text)


def _bound(text: str, most: int) -> int:
    """The best place to cut at or before `most`: after a line, a word, a stop, or else between characters."""
    least = most // 2
    for wanted in ("\n".__eq__, str.isspace, _STOPS.__contains__):
        if at := _after_last(text, least, most, wanted):
            return at
    for at in range(most, least, -1):
        if not _joined(text[at - 1], text[at]):
            return at
    return most


def _after_last(text: str, least: int, most: int, wanted: Callable[[str], bool]) -> int:
    """The place after the last wanted character between the two, or 0."""
    return next((at for at in range(most, least, -1) if wanted(text[at - 1])), 0)


def _joined(before: str, after: str) -> bool:
    """Whether the two are seen as one character: combining marks, emoji sequences, skin tones, flags."""
    if before == "\u200d" or after in _JOINERS or unicodedata.combining(after):
        return True
    return "\U0001f3fb" <= after <= "\U0001f3ff" or (_flag(before) and _flag(after))


def _flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _outside_entity(spans: Sequence[Span], at: int) -> int:
    """`at`, or the start of the styled span it would cut, unless that is where the part begins."""
    start = 0
    for span in spans:
        end = start + len(span.text)
        if start < at < end and span.style != "plain" and start > 0:
            return start
        start = end
    return at
