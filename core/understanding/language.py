"""Which of our languages a message is written in, by its script and a few words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Language = Literal["en", "zh-Hans"]

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_FOREIGN = re.compile(
    r"[\u3040-\u30ff\uac00-\ud7af\u0400-\u04ff\u0600-\u06ff\u0590-\u05ff\u0900-\u097f\u0e00-\u0e7f\u0370-\u03ff]"
)
_UNITS = re.compile(
    r"^(?:km|kg|kgs|lbs?|min|mins|bpm|mmhg|rpe|rir|spo2|bp|hr|pr|pb|ok|emom|amrap|hiit|kcal|cm|mi)$", re.IGNORECASE
)
_LONGEST = 4000
_NAMES: Mapping[str, Language] = {
    **dict.fromkeys(("en", "english", "英文", "英语"), "en"),
    **dict.fromkeys(("zh", "zh-hans", "chinese", "mandarin"), "zh-Hans"),
    **dict.fromkeys(("中文", "汉语", "普通话", "简体", "简体中文"), "zh-Hans"),
}


def language_of(text: str) -> Language | None:
    """The language, `None` for digits, emoji, units only, and other scripts. Talk mixed with Chinese is Chinese."""
    head = text[:_LONGEST]
    han = len(_HAN.findall(head))
    if len(_FOREIGN.findall(head)) > han:
        return None
    words = [word for word in _LATIN.findall(head) if not _UNITS.match(word)]
    if han and (han * 2 >= len(words) or not words):
        return "zh-Hans"
    return "en" if words else None


def language_named(text: str) -> Language | None:
    """The language that somebody asks for by its name, in either language."""
    return _NAMES.get(text.strip().casefold())
