"""Is an answer of the model fit to be shown? Pure, in both languages, also for the first sentences of an answer.

Numbers must come from the facts or the talk; what only a doctor may say, harmful advice about eating, claims to be
human, links, the instructions themselves, the wrong language and endless repetition are refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Literal

from core.llm.guard_numbers import given, stated
from core.llm.guard_words import CONDITIONS, FORBIDDEN, KCAL, TOPICS, Reason
from core.llm.values import Language

MAX_CHARS = 1200
KCAL_FLOOR = 1200
"""No answer names less energy a day than the lower bound for adults in code, unless code said so in the facts."""

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_FOREIGN = re.compile(r"[\u0370-\u052f\u0590-\u06ff\u0900-\u0e7f\u3040-\u30ff\uac00-\ud7af]")
_STRAY_HAN = 4
_STEM = 3
_END = re.compile(r"(?<=[.!?])[\"')\]”’]*\s+|(?<=[。！？])[”’）」]*|\n+")
_LAST_END = re.compile(r"[.!?][\"')\]”’*]*(?=\s|$)|[。！？][”’）」*]*|\n")
_STOP = re.compile(
    r"<\|(?:im_end|im_start|eot_id|end|endoftext)\|?>?|</s>|\[/?INST\]|\n\s*(?:user|person|human|assistant|coach|用户|教练)\s*[:：]",
    re.IGNORECASE,
)
_THINKING = re.compile(r"\A.*</think>|<think>.*\Z", re.DOTALL)
_SPEAKER = re.compile(r"^\s*(?:coach|jiayou|assistant|ai|加油|教练)\s*[:：]\s*", re.IGNORECASE)
_EN_GRAM, _ZH_GRAM, _LEAK_EN, _LEAK_ZH = 6, 10, 48, 18
_TOO_OFTEN = 3

Verdict = Literal["ok"] | Reason


def check(answer: str, *, language: Language, facts: Iterable[str], asked_text: str, hidden: str = "") -> Verdict:
    """`ok`, or why the answer must not be shown. `asked_text`: everything said so far, `hidden`: the instructions."""
    facts = tuple(facts)
    said = " ".join((asked_text, *facts)).lower()
    if not any(char.isalpha() for char in answer):
        return "empty"
    if len(answer) > MAX_CHARS:
        return "long"
    if not _in(language, answer):
        return "language"
    for reason, pattern in FORBIDDEN:
        if pattern.search(answer):
            return reason
    tests: tuple[tuple[Reason, Callable[[], bool]], ...] = (
        ("diet", lambda: _starves(answer, facts)),
        ("numbers", lambda: not set(stated(answer)) <= given(asked_text, *facts)),
        ("medical", lambda: any(match[0].lower() not in said for match in CONDITIONS.finditer(answer))),
        ("unkind", lambda: any(match[0].lower()[:_STEM] not in said for match in TOPICS.finditer(answer))),
        ("repeats", lambda: _repeats(answer)),
        ("leak", lambda: _leaks(answer, hidden)),
    )
    return next((reason for reason, test in tests if test()), "ok")


def tidy(text: str, *, cut: bool = False) -> str:
    """Without thinking aloud, role markers and a speaker's name; up to the last full sentence if it was `cut` off."""
    text = _SPEAKER.sub("", thought(text))
    if stop := _STOP.search(text):
        text = text[: stop.start()]
    text = text.strip().strip('"“”').strip()
    return complete(text) if cut else text


def thought(text: str) -> str:
    """Without thinking aloud, finished or not."""
    return _THINKING.sub("", text)


def complete(text: str) -> str:
    """The sentences that are surely finished."""
    end = max((match.end() for match in _LAST_END.finditer(text)), default=0)
    return text[:end].strip()


def sentences(text: str) -> list[str]:
    return [part.strip() for part in _END.split(text) if part.strip()]


def _in(language: Language, answer: str) -> bool:
    if _FOREIGN.search(answer):
        return False
    han, words = len(_HAN.findall(answer)), len(_LATIN_WORD.findall(answer))
    return han <= _STRAY_HAN if language == "en" else han >= 2 * (words - 1)


def _starves(answer: str, facts: Iterable[str]) -> bool:
    allowed = given(*facts)
    found = (match[1].replace(",", "") for match in KCAL.finditer(answer))
    return any(int(kcal) < KCAL_FLOOR and kcal not in allowed for kcal in found)


def _repeats(answer: str) -> bool:
    said = Counter(sentence.lower() for sentence in sentences(answer))
    if said and max(said.values()) >= _TOO_OFTEN:
        return True
    words = re.findall(r"[\w']+", answer.lower())
    if any(word == following for word, following in pairwise(words) if len(word) > 4):
        return True
    return _most(words, _EN_GRAM) >= _TOO_OFTEN or _most(_HAN.findall(answer), _ZH_GRAM) >= _TOO_OFTEN


def _most(parts: list[str], size: int) -> int:
    """How often the most frequent run of `size` parts occurs."""
    runs = Counter(tuple(parts[at : at + size]) for at in range(len(parts) - size + 1))
    return max(runs.values(), default=0)


def _leaks(answer: str, hidden: str) -> bool:
    size = _LEAK_ZH if _HAN.search(hidden[-200:]) else _LEAK_EN
    return any(hidden[at : at + size] in answer for at in range(len(hidden) - size + 1))
