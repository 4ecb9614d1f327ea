"""Which of many patterns can match a text at all, so that the others need not be searched for.

Most messages say nothing of most tables. Every pattern is taken apart once into letters of which each of its matches
has some in a row ("triggers"); a text is cut into such rows of one to three letters, and only the patterns with a
trigger among them are tried.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, TypeVar

from core.understanding.text_norm import LATELY

T = TypeVar("T")
Grams = frozenset[str]
"""Of these, each match has at least one."""
_LONGEST = 3
_COMMON = " 0123456789etaoinshrdlcumwfgypbvkjxqz"
"""The most frequent first."""
_LEAST, _CHINESE = 5, 90
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)


class Triggered(Mapping[T, re.Pattern[str]]):
    """Patterns by name that knows which of them a text may hold."""

    def __init__(self, patterns: Mapping[T, re.Pattern[str]]) -> None:
        self._patterns = dict(patterns)
        self._always: list[int] = []
        self._places: dict[str, list[int]] = {}
        self._rows = list(self._patterns.items())
        for place, pattern in enumerate(self._patterns.values()):
            self._enter(place, triggers(pattern))
        self._grams = frozenset(self._places)

    def __getitem__(self, name: T) -> re.Pattern[str]:
        return self._patterns[name]

    def __iter__(self) -> Iterator[T]:
        return iter(self._patterns)

    def __len__(self) -> int:
        return len(self._patterns)

    def near(self, text: str) -> Iterator[tuple[T, re.Pattern[str]]]:
        """The names and patterns that may match, in the order of the table."""
        found = set(self._always)
        for gram in self._grams & grams(text):
            found.update(self._places[gram])
        return (self._rows[place] for place in sorted(found))

    def all_in(self, text: str) -> Iterator[tuple[T, re.Match[str]]]:
        """Matches from left to right that do not overlap, each with its name: as one pattern of all would find them."""
        ahead = [(name, pattern, match) for name, pattern in self.near(text) if (match := pattern.search(text))]
        while ahead:
            name, _, found = min(ahead, key=_start)
            yield name, found
            past = max(found.end(), found.start() + 1)
            ahead = [
                (name, pattern, later)
                for name, pattern, match in ahead
                if (later := match if match.start() >= past else pattern.search(text, past))
            ]

    def _enter(self, place: int, needed: Grams | None) -> None:
        if needed is None:
            self._always.append(place)
        for gram in needed or ():
            self._places.setdefault(gram, []).append(place)


class Guarded:
    """A pattern that first looks whether the text holds any of its triggers."""

    __slots__ = ("_grams", "pattern")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self._grams = triggers(pattern)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        if self._grams is not None and self._grams.isdisjoint(grams(text)):
            return None
        return self.pattern.search(text, start, end)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self.pattern.sub(new, text) if self._may_match(text) else text

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(text) if self._may_match(text) else iter(())

    def _may_match(self, text: str) -> bool:
        return self._grams is None or not self._grams.isdisjoint(grams(text))


def guarded(pattern: str, flags: int = 0) -> Guarded:
    """As `re.compile`, for a pattern that few texts match."""
    return Guarded(re.compile(pattern, flags))


class OneOf:
    """A pattern of alternatives, of which only those that may match are tried. A match knows its own groups only."""

    __slots__ = ("_table",)

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._table = Triggered({at: re.compile(part, flags) for at, part in enumerate(alternatives(pattern))})

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match; of two that begin alike that of the earlier alternative."""
        found = (match for _, part in self._table.near(text) if (match := part.search(text, start, end)))
        return min(found, key=re.Match.start, default=None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return (match for _, match in self._table.all_in(text))


def alternatives(pattern: str) -> list[str]:
    """The parts of a pattern between the bars that stand in no brackets."""
    parts, deep, listed, start, at = [], 0, False, 0, 0
    while at < len(pattern):
        char = pattern[at]
        at += 1
        if char == "\\":
            at += 1
        elif listed:
            listed = char != "]"
        elif char == "[":
            listed = True
            at += pattern.startswith("^", at)
            at += pattern.startswith("]", at)
        elif char in "()":
            deep += 1 if char == "(" else -1
        elif char == "|" and not deep:
            parts.append(pattern[start : at - 1])
            start = at
    return [*parts, pattern[start:]]


def _start(found: tuple[Any, Any, re.Match[str]]) -> int:
    return found[2].start()


@lru_cache(maxsize=LATELY)
def grams(text: str) -> Grams:
    """All rows of one to three letters in the text."""
    after = text[1:]
    return frozenset((*text, *map("".join, zip(text, after)), *map("".join, zip(text, after, text[2:]))))  # noqa: B905


def triggers(pattern: re.Pattern[str]) -> Grams | None:
    """Rows of letters of which each match has at least one; `None`: nothing is known of the matches."""
    if pattern.flags & re.IGNORECASE:
        return None
    return _of_row(_parser.parse(pattern.pattern, pattern.flags))


def _of_row(parts: Iterable[Any]) -> Grams | None:
    """Of parts that follow each other: the most telling one."""
    known: list[Grams] = []
    run = ""
    for part in parts:
        letter, goes_on = _letter(part)
        run += letter
        if not goes_on:
            known += _of_run(run)
            run = ""
        if not letter and (inside := _of_part(part)) is not None:
            known.append(inside)
    known += _of_run(run)
    return max(known, key=_telling, default=None)


def _letter(part: Any) -> tuple[str, bool]:
    """The letter that a part certainly has, and whether the next part is right behind it."""
    op, value = part
    if op is ops.LITERAL:
        return chr(value), True
    if op in _REPEATS and value[0] and len(value[2]) == 1 and value[2][0][0] is ops.LITERAL:
        return chr(value[2][0][1]), False
    return "", op is ops.AT


def _of_part(part: Any) -> Grams | None:
    op, value = part
    if op is ops.BRANCH:
        return _of_any(_of_row(branch) for branch in value[1])
    if op is ops.SUBPATTERN:
        return None if value[1] & re.IGNORECASE else _of_row(value[3])
    if op in _REPEATS:
        return _of_row(value[2]) if value[0] else None
    if op is ops.IN and all(kind is ops.LITERAL for kind, _ in value):
        return frozenset(chr(code) for _, code in value)
    return None


def _of_any(branches: Iterable[Grams | None]) -> Grams | None:
    found: set[str] = set()
    for branch in branches:
        if branch is None:
            return None
        found |= branch
    return frozenset(found)


def _of_run(run: str) -> list[Grams]:
    """The rarest row of a run of letters."""
    rows = [run[start : start + _LONGEST] for start in range(max(1, len(run) - _LONGEST + 1))]
    return [frozenset([sys.intern(max(rows, key=_rarity))])] if run else []


def _rarity(gram: str) -> int:
    """A Chinese letter tells as much as three Latin ones; digits and gaps stand in most texts."""
    return sum(_COMMON.find(letter) + _LEAST if letter in _COMMON else _CHINESE for letter in gram)


def _telling(needed: Grams) -> float:
    """The least rare row decides, then how many there are."""
    return min(map(_rarity, needed)) - len(needed) / 100
