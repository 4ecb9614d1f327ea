"""Danger told without its usual words: a linear classifier beside the rules of `screening`, in plain Python.

Each row of letters or words (`ngrams`) has a weight for danger and one for how telling it is. The weights come from
the project's own corpus (`python -m tests.understanding.learn`), which is where wrong findings are mended.
"""

from __future__ import annotations

import json
import math
import re
import zlib
from array import array
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from core.domain.screening import Action
from core.understanding.aliases import lexicon, read_names
from core.understanding.ngrams import BITS, buckets

WEIGHTS = Path(__file__).with_name("danger.bin")
HEAD_BITS = 14
"""Buckets of the second question, what kind of danger it is: asked only where there is some."""
_WINDOW, _STEP = 400, 200
"""Characters of a long text looked at at once: what is said in passing must not be drowned."""
_WORD = re.compile(r"[a-z]+|[^\s\d.,:;/x×*+()~@%'-]")


class Sense(NamedTuple):
    """`score`: below 0 harmless, above `Classifier.flag` dangerous. `action`, `category`: of what kind, if so."""

    score: float
    action: Action
    category: str


@dataclass(frozen=True, slots=True)
class Head:
    """The second question: for each name, a weight of every bucket."""

    names: tuple[str, ...]
    weights: tuple[memoryview, ...]
    biases: tuple[float, ...]

    def best(self, found: set[int], among: Container[str]) -> str:
        length = math.sqrt(len(found)) or 1.0
        scores = (
            (sum(map(weights.__getitem__, found)) / length + bias, name)
            for name, weights, bias in zip(self.names, self.weights, self.biases, strict=True)
            if name in among
        )
        return max(scores)[1]


@dataclass(frozen=True, slots=True)
class Classifier:
    """`values` and `squares`, for each bucket: its weight, and its share of the length of a text.

    Three thresholds of the score: `harmless`, below which a rule's finding is an idiom; `flag`; `sure`, above which
    there is no doubt.
    """

    values: array[int]
    squares: array[int]
    unit: float
    bias: float
    harmless: float
    flag: float
    sure: float
    actions: Head
    categories: Head
    answers: Mapping[str, Sequence[str]]
    """The actions that a category may call for."""

    def score(self, text: str) -> float:
        """Of prepared text (`words`); of a long one that of its most dangerous part."""
        return max(map(self._score, _windows(text)))

    def is_harmless(self, sentences: Iterable[str], clauses: Iterable[str]) -> bool:
        """Whether no sentence is danger by itself, and no clause is beyond doubt: talk around it hides nothing."""
        told = all(self._score(sentence) < self.flag for sentence in sentences)
        return told and all(self._score(clause) < self.sure for clause in clauses)

    def sense(self, text: str) -> Sense:
        part = max(_windows(text), key=self._score)
        found = {folded(bucket) for bucket in buckets(part)}
        category = self.categories.best(found, self.answers)
        action = self.actions.best(found, self.answers[category])
        return Sense(self._score(part), cast(Action, action), category)

    def _score(self, text: str) -> float:
        found = buckets(text)
        length = math.sqrt(sum(map(self.squares.__getitem__, found)))
        return sum(map(self.values.__getitem__, found)) * self.unit / (length or 1.0) + self.bias


def folded(bucket: int) -> int:
    """The bucket of the second question."""
    return (bucket ^ bucket >> 9 ^ bucket >> HEAD_BITS) & ((1 << HEAD_BITS) - 1)


def is_plain_log(text: str) -> bool:
    """Numbers with nothing but activities, units and the little words around them: there is no danger to look for."""
    return any(map(str.isdecimal, text)) and _safe().issuperset(_WORD.findall(text))


@cache
def classifier() -> Classifier:
    """The weights, read once."""
    head, _, packed = WEIGHTS.read_bytes().partition(b"\n")
    about = json.loads(head)
    body = memoryview(zlib.decompress(packed))
    size = 2 << BITS
    values, squares = array("h"), array("H")
    values.frombytes(body[:size])
    squares.frombytes(body[size : 2 * size])
    heads = memoryview(bytes(body[2 * size :]))  # a copy, so that the rest of what was unpacked can go
    actions = _head(about["actions"], heads)
    categories = _head(about["categories"], heads[len(actions.names) << HEAD_BITS :])
    rest = {name: about[name] for name in ("unit", "bias", "harmless", "flag", "sure", "answers")}
    return Classifier(values, squares, actions=actions, categories=categories, **rest)


def _head(about: dict[str, float], body: memoryview) -> Head:
    """`about`: the bias of each name; `body`: a signed byte for each name and bucket."""
    size = 1 << HEAD_BITS
    rows = tuple(body[number * size : (number + 1) * size].cast("b") for number in range(len(about)))
    return Head(tuple(about), rows, tuple(about.values()))


def _windows(text: str) -> Iterator[str]:
    if len(text) <= _WINDOW + _STEP:
        yield text
        return
    for start in range(0, len(text) - _STEP, _STEP):
        yield text[start : start + _WINDOW]


@cache
def _safe() -> frozenset[str]:
    activities = (phrase for phrase, term in lexicon().words.items() if term.kind == "act")
    phrases = (*activities, *lexicon().unit_names)
    known = {word for phrase in phrases for word in phrase.split() if word.isascii()}
    plain = {name: {word for kind, word in read_names("plain") if kind == name} for name in ("-", "risky")}
    return frozenset((known | plain["-"]) - plain["risky"])
