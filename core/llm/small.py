"""What the embedded model is asked, and what of its answer is kept.

It has 135 million parameters: it says back what it was told quite well, and knows next to nothing. So it gets plain
statements about harmless things only, continues a given opener, and its sentence is kept if it takes up a word of the
person's. The question that follows is ours.
"""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re

from core.llm import guard
from core.llm.prompts import closing, opener
from core.llm.values import TalkRequest

NAME = "jiayou-embedded"
"""The name under which `core.llm.serve` offers the model."""

_CHARS = range(8, 241)
_TONES = ("neutral", "praise")
_STEM = 4
_WORD = re.compile(r"[a-z']+")
_ASKS = re.compile(
    r"\?|\b(?:tell|show|give|explain|help|recommend|suggest|teach|remind|write|say|print|let'?s|please"
    r"|how|what|why|when|where|who|which|you|your|yours|instructions?|previous|prompt)\b"
    r"|\b(?:can|could|should|would|will|do|does|did|are|is) (?:i|we|it)\b",
    re.IGNORECASE,
)
_DELICATE = re.compile(
    r"\d|calori|weigh|\bfat\b|\bskinny|\bthin\b|\bdiet|\beat|\bate\b|\bmeal|\bfood|\bhungry|\bstarv|\bfast(?:ed|ing)\b|guilt|shame|\bmy body\b"
    r"|pain|hurt|\bache|injur|dizz|\bsick|\bill\b|faint|breath|chest|heart|blood|pressure|doctor|medic|\bmeds\b|\bpill|pregnan"
    r"|\bdie|dying|\bdead|\bdeath|kill|suicid|funeral|hate|\bleft me|broke up|divorc|girlfriend|boyfriend|nobody|no one|alone|lonely|cry|scared|afraid|drunk|drink|beer|wine|alcohol|smok|drug|\bsex",
    re.IGNORECASE,
)
_EMPTY = frozenset(
    _WORD.findall(
        "all and any are but can did for get got had has her his how its let may not now our out the too was who why yes "
        "about again also been feel feeling feels from good great have here into just know like made make maybe more "
        "much need never only over really some something sounds still than that that's their them then there they thing "
        "things think this today very want wanted well were what when will with would your you're don't didn't can't "
        "it's i'm"
    )
)


def suits(request: TalkRequest) -> bool:
    """A plain statement in an even mood. Questions, food, bodies, pain and hard feelings have better answers than this
    model's."""
    text = request.text
    if request.tone not in _TONES or len(text) not in _CHARS:
        return False
    return not _ASKS.search(text) and not _DELICATE.search(text) and bool(_content(text))


def whole(said: str) -> bool:
    """It has said its sentence."""
    return bool(guard.complete(said))


def answer(said: str, request: TalkRequest) -> str:
    """The reply made of what it said; empty if that missed the point."""
    start = opener(request)
    sentence = next(iter(guard.sentences(guard.complete(guard.tidy(said)))), "").removeprefix(start).strip()
    if not _takes_up(sentence, request.text):
        return ""
    return f"{start} {sentence} {closing(request)}"


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
