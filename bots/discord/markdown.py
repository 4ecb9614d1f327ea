"""The Markdown subset of `core.text`, written anew for Discord and cut at its limit (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.text import Span

LIMIT = 2_000
"""Characters of a message. Counted in UTF-16 units here, which is never less than what Discord counts."""

_URL = re.compile(r"(https?://[^\s<>]+)")
_SPECIAL = re.compile(r"([\\*_~`|<>\[\]#@])")
_LINE_START = re.compile(r"^(\s*)(?:([-+])|(\d+)([.)]))(?=\s|$)", re.MULTILINE)
_BOUND = re.compile(r"\n|[。！？；]|[.!?;](?=\s)|\s|[，、]")
_MARKS = {"bold": "**", "italic": "*"}
_APART = "\u200b"
"""Keeps `**a**` and `*b*` from running into each other."""


def write(spans: Sequence[Span]) -> str:
    """The spans in Discord's Markdown; whatever was not meant as a mark is shown as typed."""
    pieces: list[str] = []
    for span in spans:
        piece = _piece(span)
        if pieces and piece.startswith("*") and pieces[-1].endswith("*") and not pieces[-1].endswith("\\*"):
            pieces.append(_APART)
        pieces.append(piece)
    return "".join(pieces)


def _piece(span: Span) -> str:
    if span.style == "plain":
        return _plain(span.text)
    if span.style == "code":
        return f"`{span.text}`"
    if span.style == "link":
        return f"[{_escape(span.text)}]({span.url})"
    return _marked(span.text, _MARKS[span.style])


def _marked(text: str, mark: str) -> str:
    """Marks hold only when they touch the words, so outer blanks move outside."""
    words = text.strip()
    if not words:
        return text
    head, _, tail = text.partition(words)
    return f"{head}{mark}{_escape(words)}{mark}{tail}"


def _plain(text: str) -> str:
    """Addresses stay as they are (a backslash would break them), the rest is escaped."""
    return "".join(part if at % 2 else _escape(part) for at, part in enumerate(_URL.split(text)))


def _escape(text: str) -> str:
    escaped = _SPECIAL.sub(r"\\\1", text)
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", escaped)


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def split(spans: Sequence[Span], limit: int = LIMIT) -> tuple[str, ...]:
    """The text in parts of at most `limit` units, cut at line, sentence or word bounds, marks closed in every part."""
    return tuple(_parts(tuple(spans), limit))


def _parts(spans: tuple[Span, ...], limit: int) -> Iterator[str]:
    while spans:
        whole = write(spans)
        if units(whole) <= limit:
            if whole.strip():
                yield whole
            return
        at = _bound("".join(span.text for span in spans), _fitting(spans, limit))
        head, spans = cut(spans, at)
        if (part := write(head).rstrip()).strip():
            yield part


def _fitting(spans: tuple[Span, ...], limit: int) -> int:
    """The longest start, in characters, that fits when written: by bisection, at least one character."""
    low, high = 1, sum(len(span.text) for span in spans)
    while low < high:
        middle = (low + high + 1) // 2
        if units(write(cut(spans, middle)[0])) <= limit:
            low = middle
        else:
            high = middle - 1
    return low


def _bound(text: str, most: int) -> int:
    """The best place to cut within the first `most` characters: a late line end, else a late bound of any sort."""
    line = text.rfind("\n", 0, most)
    if line >= most // 2:
        return line + 1
    ends = [match.end() for match in _BOUND.finditer(text, most // 2, most)]
    return ends[-1] if ends else most


def cut(spans: Sequence[Span], at: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans before and after character `at` of their text."""
    head: list[Span] = []
    tail: list[Span] = []
    for span in spans:
        first, rest = span.text[: max(at, 0)], span.text[max(at, 0) :]
        at -= len(span.text)
        if first:
            head.append(replace(span, text=first))
        if rest:
            tail.append(replace(span, text=rest))
    return tuple(head), tuple(tail)
