"""What the model reads: a byte-stable beginning (instructions, examples), then the facts, then the talk.

The prose is in the files beside this one. Everything a person said is data between tags, shortened, and cannot close
its tag. There is one last `user` message whatever was said before, since some chat templates insist on alternation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal
from zlib import crc32

from core.domain import activities
from core.llm.values import Language, TalkRequest

TEXT_CHARS = 2000
FACT_CHARS = 200
TURN_CHARS = 500
FACTS = 20
TURNS = 8

READ_TOKENS = 800
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FOLDER = Path(__file__).parent
_PART = re.compile(r"^## ([a-z-]+)\n", re.MULTILINE)
_ROLES: dict[str, Literal["user", "assistant"]] = {"person": "user", "coach": "assistant"}
_BRACKETS = str.maketrans("<>", "‹›")
_WIDE = re.compile(r"[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Line:
    """One message of the request."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A whole request. `hidden` must not appear in the answer. `max_tokens` bounds the answer."""

    lines: tuple[Line, ...]
    hidden: str
    max_tokens: int
    temperature: float

    @property
    def tokens(self) -> int:
        """Estimated size."""
        return sum(estimate(line.content) + 4 for line in self.lines)


def estimate(text: str) -> int:
    """Tokens of a text, roughly: a Chinese character is about one, four other characters are about one."""
    wide = len(_WIDE.findall(text))
    return wide + (len(text) - wide + 3) // 4


def talk(request: TalkRequest) -> Prompt:
    """The prompt for a model that can hold a conversation."""
    stable = prefix(request.language)
    return Prompt((*stable, Line("user", _asked(request))), stable[0].content, max_tokens=400, temperature=0.6)


def small(request: TalkRequest) -> Prompt:
    """The prompt for the embedded model: it continues a given opener, and sees no facts."""
    lines = (*small_prefix(), Line("user", _data(request.text, TEXT_CHARS)), Line("assistant", opener(request)))
    return Prompt(lines, "\n".join(line.content for line in small_prefix()), max_tokens=48, temperature=0.0)


def read(text: str, today: date) -> Prompt:
    """The prompt for reading what a message tells of, on the person's date `today`."""
    stable = read_prefix()
    asked = (_tagged("today", f"{_WEEKDAYS[today.weekday()]} {today}"), _tagged("message", _data(text, TEXT_CHARS)))
    return Prompt((*stable, Line("user", "\n".join(asked))), stable[0].content, READ_TOKENS, temperature=0.0)


def prefix(language: Language) -> tuple[Line, ...]:
    """The stable beginning of `talk`."""
    return _stable(f"talk.{language}")


def small_prefix() -> tuple[Line, ...]:
    """The stable beginning of `small`."""
    return _stable("small.en")


@cache
def read_prefix() -> tuple[Line, ...]:
    """The stable beginning of `read`, with the activities there are."""
    system, *examples = _stable("read")
    return (Line("system", f"{system.content}\n\nActivities: {', '.join(activities.names())}"), *examples)


def opener(request: TalkRequest) -> str:
    """How the embedded model's answer begins."""
    return _named("small.en", "opener-praise" if request.tone == "praise" else "opener")


def closing(request: TalkRequest) -> str:
    """The question under the embedded model's answer, one of a few, by the person's words."""
    questions = _named("small.en", "closings-praise" if request.tone == "praise" else "closings").splitlines()
    return questions[crc32(request.text.encode()) % len(questions)]


@cache
def _parts(name: str) -> tuple[tuple[str, str], ...]:
    pieces = _PART.split((_FOLDER / f"{name}.md").read_text(encoding="utf-8"))
    titles = ["system", *pieces[1::2]]
    return tuple((title, text.strip()) for title, text in zip(titles, pieces[0::2], strict=True))


@cache
def _stable(name: str) -> tuple[Line, ...]:
    system, *rest = _parts(name)
    examples = [Line(_ROLES[title], text) for title, text in rest if title in _ROLES]
    return (Line("system", system[1]), *examples)


def _named(name: str, title: str) -> str:
    return dict(_parts(name))[title]


def _asked(request: TalkRequest) -> str:
    return "\n".join(_blocks(request))


def _blocks(request: TalkRequest) -> Iterator[str]:
    if request.facts:
        yield _tagged("facts", "\n".join(_data(fact, FACT_CHARS) for fact in request.facts[:FACTS]))
    if request.turns:
        said = (f"{turn.role}: {_data(turn.text, TURN_CHARS)}" for turn in request.turns[-TURNS:])
        yield _tagged("talk", "\n".join(said))
    if request.tone != "neutral":
        yield _tagged("mood", request.tone)
    yield _tagged("message", _data(request.text, TEXT_CHARS))


def _tagged(tag: str, text: str) -> str:
    return f"<{tag}>\n{text}\n</{tag}>"


def _data(text: str, most: int) -> str:
    """Somebody's words on one line, shortened, unable to form a tag or a chat template's marker."""
    return " ".join(text.split())[:most].translate(_BRACKETS)
