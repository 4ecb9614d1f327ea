"""How people write on a phone, spelled out, so that the words behind intents are looked for in one spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.understanding.triggers import guarded

_FULL: Mapping[str, str] = {
    "u": "you",
    "ya": "you",
    "r": "are",
    "y": "why",
    "ur": "your",
    "n": "and",
    "pls": "please",
    "plz": "please",
    "plss": "please",
    "pleaze": "please",
    "thx": "thanks",
    "tysm": "thank you so much",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "tmw": "tomorrow",
    "tomoz": "tomorrow",
    "2moro": "tomorrow",
    "tomorow": "tomorrow",
    "tommorow": "tomorrow",
    "tommorrow": "tomorrow",
    "2day": "today",
    "2nite": "tonight",
    "tonite": "tonight",
    "gimme": "give me",
    "lemme": "let me",
    "wanna": "want to",
    "gonna": "going to",
    "gotta": "have to",
    "msg": "message",
    "msgs": "messages",
    "notif": "notification",
    "notifs": "notifications",
    "im": "i'm",
    "ive": "i've",
    "dont": "don't",
    "doesnt": "doesn't",
    "didnt": "didn't",
    "cant": "can't",
    "cannot": "can't",
    "wont": "won't",
    "isnt": "isn't",
    "arent": "aren't",
    "whats": "what's",
    "hows": "how's",
    "whos": "who's",
    "wheres": "where's",
    "thats": "that's",
    "lets": "let's",
    "gn": "good night",
    "til": "until",
    "till": "until",
    "kk": "ok",
    "k": "ok",
    "whatre": "what are",
    "whyd": "why did",
    "why'd": "why did",
    "how'd": "how did",
    "alot": "a lot",
    "abit": "a bit",
    "smth": "something",
    "sth": "something",
    "id rather": "i'd rather",
    "gm": "good morning",
    "hw": "how",
    "wut": "what",
    "rn": "right now",
    "wk": "week",
    "wks": "weeks",
    "bday": "birthday",
    "bc": "because",
    "cuz": "because",
    "tho": "though",
    "abt": "about",
    "ppl": "people",
    "every1": "everyone",
    "any1": "anyone",
    "chalenge": "challenge",
    "challange": "challenge",
    "remaind": "remind",
    "remnd": "remind",
    "remider": "reminder",
}
_SLANG = guarded(rf"(?<![\w'@/-])(?:{'|'.join(sorted(_FULL, key=len, reverse=True))})(?![\w'/-])", re.ASCII)
_ALONE = frozenset({"y", "n"})
"""Whole messages that are answers."""


def spelled_out(text: str) -> str:
    """Prepared text with the slips and short forms of chat in full."""
    if text.strip(" .!?") in _ALONE or _SLANG.search(text) is None:
        return text
    return _SLANG.pattern.sub(lambda match: _FULL[match[0]], text)
