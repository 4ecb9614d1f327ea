"""The names people use for activities, units and measures, from `locales/<language>/aliases/*.txt`.

All languages are looked up together, because people mix them. A line is `canonical: alias, alias`;
`#` begins a comment; a `+` before an alias marks a past form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from core.understanding.numbers import to_digits
from core.understanding.text_norm import normalise

LOCALES = Path(__file__).resolve().parents[2] / "locales"
TermKind = Literal["act", "topic", "ignore"]
_FUZZY_LENGTH = 6
_SHORT_LENGTH = 5
_SHORTEST_SLIP = 3
_LONGEST_WORD = 24
_AS_WRITTEN = ("units", "plain", "medicines")
"""Lists in which a character like 万 is no number."""


class Term(NamedTuple):
    """What a phrase stands for. `past`: it also says that it was done; `guessed`: read in spite of a typing error."""

    kind: TermKind
    name: str
    past: bool = False
    guessed: bool = False


@dataclass(frozen=True)
class Lexicon:
    """`words` by blank-separated phrase; `signs` by first character, longest first; `units` matches after
    a number; `fuzzy` has every alias with one letter left out."""

    words: dict[str, Term]
    signs: dict[str, tuple[tuple[str, Term], ...]]
    fuzzy: dict[str, str]
    parts: dict[str, tuple[str, ...]]
    """By every form with one letter left out (and itself): words that names of two words are made of."""
    swapped: dict[str, str]
    """Short aliases by their forms with two neighbouring letters swapped."""
    not_typos: frozenset[str]
    units: re.Pattern[str]
    unit_names: dict[str, str]
    longest: int

    def word(self, phrase: str) -> Term | None:
        return self.words.get(phrase)

    def guess(self, word: str) -> Term | None:
        """The term of a long English word with one letter wrong, missing, added or two swapped; of a shorter one with
        two swapped."""
        if len(word) == _SHORT_LENGTH and word not in self.not_typos and (meant := self.swapped.get(word)):
            return self.words[meant]._replace(guessed=True)
        if not _FUZZY_LENGTH <= len(word) <= _LONGEST_WORD or word in self.not_typos:
            return None
        for variant in (word, *_without_one(word)):
            meant = self.fuzzy.get(variant)
            if meant and meant[0] == word[0] and abs(len(meant) - len(word)) <= 1:
                return self.words[meant]._replace(guessed=True)
        return None

    def guess_phrase(self, words: list[str]) -> Term | None:
        """The term of two words with a slip in them: `blod presure`, `frnt sqaut`."""
        if words[0] in self.words or min(map(len, words)) < _SHORTEST_SLIP:
            return None
        first, second = (_meant(self.parts, word) for word in words)
        found = [term for a in first for b in second if (term := self.words.get(f"{a} {b}"))]
        return found[0]._replace(guessed=True) if found else None

    def sign(self, text: str, at: int) -> tuple[str, Term] | None:
        """The longest phrase without blanks (Chinese) that begins at `at`."""
        for phrase, term in self.signs.get(text[at], ()):
            if text.startswith(phrase, at):
                return phrase, term
        return None


@cache
def lexicon() -> Lexicon:
    """The phrases of all languages, read once."""
    words: dict[str, Term] = {}
    signs: dict[str, Term] = {}
    for kind, name in (("act", "activities"), ("topic", "topics"), ("ignore", "ignore")):
        for canonical, alias in read_names(name):
            phrase = alias.lstrip("+").replace("-", " ")
            term = Term(kind, canonical, alias.startswith("+"))  # type: ignore[arg-type]
            (words if phrase[0].isascii() else signs).setdefault(phrase, term)
    units = {alias: canonical for canonical, alias in read_names("units")}
    return Lexicon(
        words=words,
        signs=_by_first(signs),
        fuzzy=_misspelt(words),
        parts=_parts(words),
        swapped=_swapped(words),
        not_typos=frozenset(word for _, word in read_names("not_typos")),
        units=_unit_pattern(units),
        unit_names=units,
        longest=max(phrase.count(" ") + 1 for phrase in words),
    )


def read_names(name: str) -> Iterator[tuple[str, str]]:
    """Canonical name and alias, of every language's `aliases/<name>.txt`."""
    for path in sorted(LOCALES.glob(f"*/aliases/{name}.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            canonical, colon, aliases = line.partition(":")
            if not colon or line.startswith("#"):
                continue
            for alias in aliases.split(","):
                folded = normalise(alias).lower() if name in _AS_WRITTEN else fold(alias)
                if folded:
                    yield canonical, folded


def one_of(name: str, *, latin: bool = False) -> str:
    """A pattern of all aliases in `aliases/<name>.txt`, longest first; `latin`: only those in Latin letters."""
    found = {alias for _, alias in read_names(name) if alias.isascii() or not latin}
    return "|".join(map(re.escape, sorted(found, key=lambda alias: (-len(alias), alias))))


def fold(text: str) -> str:
    """A text as readers compare it: normalised, lower case, numbers in digits."""
    return to_digits(normalise(text).lower())


def _by_first(signs: dict[str, Term]) -> dict[str, tuple[tuple[str, Term], ...]]:
    first: dict[str, list[tuple[str, Term]]] = {}
    for phrase in sorted(signs, key=len, reverse=True):
        first.setdefault(phrase[0], []).append((phrase, signs[phrase]))
    return {char: tuple(found) for char, found in first.items()}


def _without_one(word: str) -> Iterator[str]:
    return (word[:i] + word[i + 1 :] for i in range(len(word)))


def _misspelt(words: dict[str, Term]) -> dict[str, str]:
    fuzzy: dict[str, str] = {}
    for word, term in words.items():
        if term.kind == "ignore" or len(word) < _FUZZY_LENGTH or " " in word:
            continue
        for variant in (word, *_without_one(word)):
            fuzzy.setdefault(variant, word)
    return fuzzy


def _parts(words: dict[str, Term]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for phrase, term in words.items():
        parts = phrase.split(" ")
        if term.kind == "ignore" or len(parts) != 2 or min(map(len, parts)) <= _SHORTEST_SLIP:
            continue
        for part in parts:
            for form in (part, *_without_one(part)):
                found.setdefault(form, set()).add(part)
    return {form: tuple(sorted(parts)) for form, parts in found.items()}


def _meant(parts: dict[str, tuple[str, ...]], word: str) -> list[str]:
    """Words of names that the word may be: one letter wrong, missing, added, or two swapped."""
    return list(
        dict.fromkeys(
            part
            for form in (word, *_without_one(word))
            for part in parts.get(form, ())
            if part[0] == word[0] and abs(len(part) - len(word)) <= 1
        )
    )


def _swapped(words: dict[str, Term]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word, term in words.items():
        if term.kind == "ignore" or len(word) != _SHORT_LENGTH or not word.isalpha():
            continue
        for i in range(1, len(word) - 1):
            slip = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
            if slip not in words:
                found.setdefault(slip, word)
    return found


def _unit_pattern(units: dict[str, str]) -> re.Pattern[str]:
    longest_first = sorted(units, key=len, reverse=True)
    latin = [re.escape(u) for u in longest_first if u[-1].isascii() and u[-1].isalpha()]
    other = [re.escape(u) for u in longest_first if not (u[-1].isascii() and u[-1].isalpha())]
    # 下 counts repetitions, but not in 下午 (afternoon) or 下班 (after work)
    return re.compile(
        rf"[ -]?(?:({'|'.join(latin)})(?!(?!x\d)[a-z])|({'|'.join(other)})(?<!下(?=[午班次楼雨周个压]))(?<!分(?=之)))"
    )
