"""What is asked of the model and what comes back, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "zh-Hans"]
Tone = Literal["neutral", "praise", "frustration", "discouragement", "distress"]


@dataclass(frozen=True, slots=True)
class TalkTurn:
    """Something said earlier in this chat."""

    role: Literal["person", "coach"]
    text: str


@dataclass(frozen=True, slots=True)
class TalkRequest:
    """One message to answer. `facts` are short lines in the person's language; only their numbers may be said back.
    `turns` are oldest first, without `text`. `tokens_left` is what remains of the person's budget today."""

    language: Language
    text: str
    facts: tuple[str, ...] = ()
    turns: tuple[TalkTurn, ...] = ()
    tokens_left: int = 40_000
    tone: Tone = "neutral"


@dataclass(frozen=True, slots=True)
class TalkAnswer:
    """An answer that passed the guard, in the Markdown subset. `tokens`: asked and answered, counted or estimated."""

    text: str
    tokens: int
