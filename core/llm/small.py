"""What the embedded model is asked, and what of its answer is kept.

It has 135 million parameters: it says back what it was told quite well and knows next to nothing. So it gets plain
statements only, continues a given opener, and of its two sentences those are kept that take up a word of the person's.
"""

from __future__ import annotations

import re

from core.llm import guard
from core.llm.prompts import closing, opener
from core.llm.values import TalkRequest

NAME = "jiayou-embedded"
"""The name under which `core.llm.serve` offers the model."""

_CHARS = range(8, 241)
_TONES = ("neutral", "praise")
_WORD = re.compile(r"[a-z']+")
_ASKS = re.compile(
    r"\?|\b(?:tell|show|give|explain|help|recommend|suggest|teach|remind|write|say|let'?s|please|how|what|why|when|where|who|which)\b"
    r"|\b(?:can|could|should|would|will|do|does|did|are|is) (?:you|i|we|it)\b|\b(?:you|your)\b",
    re.IGNORECASE,
)
_EMPTY = frozenset(
    "all and any are but can did for get got had has her his how its let may not now our out the too was who why yes "
    "about again also been feel feeling feels from good great have here into just know like made make maybe more much need "
    "never only over really some something sounds still than that that's their them then there they thing things think this "
    "today very want wanted well were what when will with would your you're don't didn't can't it's i'm".split()
)
_STEM = 4


def suits(request: TalkRequest) -> bool:
    """A statement of some words in an even mood; questions and hard feelings have better answers than this model's."""
    text = request.text
    return request.tone in _TONES and len(text) in _CHARS and not _ASKS.search(text) and bool(_content(text))


def whole(text: str) -> bool:
    """It has said its two sentences."""
    return len(guard.sentences(guard.complete(text))) >= 2


def answer(said: str, request: TalkRequest) -> str:
    """The reply made of what it said; empty if that missed the point."""
    start = opener(request)
    text = guard.tidy(said)
    if not text.startswith(start):
        text = f"{start} {text}"
    first, *rest = [*guard.sentences(guard.complete(text)), ""]
    if not _takes_up(first.removeprefix(start), request.text):
        return ""
    question = rest[0] if rest and rest[0].endswith("?") and _takes_up(rest[0], request.text) else closing(request)
    return f"{first} {question}"


def _takes_up(sentence: str, text: str) -> bool:
    return any(_alike(word, said) for word in _content(sentence) for said in _content(text))


def _alike(one: str, other: str) -> bool:
    """`running` and `run`, `stressing` and `stress`: the beginnings are the same."""
    size = min(len(one), len(other), _STEM)
    return one[:size] == other[:size]


def _content(text: str) -> frozenset[str]:
    """The words that carry meaning."""
    words = (word.strip("'") for word in _WORD.findall(text.lower()))
    return frozenset(word for word in words if len(word) > 2 and word not in _EMPTY)
