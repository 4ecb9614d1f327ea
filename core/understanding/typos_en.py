"""Slips in the English words that say whether something was done: `usualy`, `shoudl`, `wached`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORDS = """
usually normally typically generally watched watching tomorrow should because planning planned
scratch delete instead tonight yesterday thinking supposed probably actually correction remember
finished managed skipped walked training program schedule challenge dreamt dreamed through imagine
forgot friend brother sister husband daughter boyfriend girlfriend neighbour neighbor before session
workout personal breakfast minutes distance
""".split()  # noqa: SIM905
_EXTRA = {
    "whached": "watched",
    "wacthing": "watching",
    "tomoro": "tomorrow",
    "tomorra": "tomorrow",
    "2moro": "tomorrow",
    "2morrow": "tomorrow",
    "tommorow": "tomorrow",
    "tommorrow": "tomorrow",
    "tomoz": "tomorrow",
    "yesturday": "yesterday",
    "yestarday": "yesterday",
    "usally": "usually",
    "useually": "usually",
    "ususally": "usually",
    "normaly": "normally",
    "shud": "should",
    "shld": "should",
    "wuld": "would",
    "woud": "would",
    "woudl": "would",
    "wud": "would",
    "coud": "could",
    "coudl": "could",
    "cud": "could",
    "diddnt": "didn't",
    "dint": "didn't",
    "didt": "didn't",
    "dident": "didn't",
    "didnot": "did not",
    "havent": "haven't",
    "havnt": "haven't",
    "wiv": "with",
    "wif": "with",
    "wiht": "with",
    "frend": "friend",
    "freind": "friend",
    "evry": "every",
    "evrey": "every",
    "everday": "every day",
    "evryday": "every day",
    "alwasy": "always",
    "alway": "always",
    "gona": "gonna",
    "gunna": "gonna",
    "goin": "going",
    "plannin": "planning",
    "thinkin": "thinking",
    "tryin": "trying",
    "hopin": "hoping",
    "watchin": "watching",
    "befor": "before",
    "afer": "after",
    "aftr": "after",
    "ystdy": "yesterday",
    "yest": "yesterday",
    "i'l": "i'll",
    "minuets": "minutes",
    "planin": "planning",
    "misses": "missus",
    "missis": "missus",
    "wnat": "want",
    "watn": "want",
    "wnated": "wanted",
    "wanan": "wanna",
    "hte": "the",
    "teh": "the",
    "adn": "and",
    "jsut": "just",
    "juts": "just",
    "thsi": "this",
    "becuz": "because",
    "cna": "can",
    "tody": "today",
    "todya": "today",
    "tdoay": "today",
    "toady": "today",
    "2nite": "tonight",
    "tonite": "tonight",
    "mornign": "morning",
    "nxt": "next",
    "alwys": "always",
    "agian": "again",
    "ahve": "have",
    "hvae": "have",
    "waht": "what",
    "hwo": "how",
    "shoul": "should",
    "wich": "which",
    "wen": "when",
    "wehn": "when",
    "wlked": "walked",
    "wakled": "walked",
    "wallked": "walked",
    "joged": "jogged",
    "jgged": "jogged",
    "cyled": "cycled",
    "cyceld": "cycled",
    "swma": "swam",
    "sleapt": "slept",
    "sletp": "slept",
    "slpt": "slept",
    "wieghed": "weighed",
    "wayed": "weighed",
    "rowd": "rowed",
    "hikd": "hiked",
    "bikd": "biked",
    "brk": "break",
    "rna": "ran",
    "runed": "ran",
    "swimed": "swam",
    "brestroke": "breaststroke",
    "breastroke": "breaststroke",
    "lenghts": "lengths",
    "lenths": "lengths",
    "lenght": "length",
}
_NO_SLIPS = frozenset(
    {
        "planed",
        "suppose",
        "manage",
        "though",
        "bother",
        "planing",
        "walled",
        "stayed",
        "talked",
        "minute",
        "personal",
        "sister",
        "session",
    }
)
_WORD = re.compile(r"[A-Za-z0-9']{3,}")


def _slips(word: str) -> Iterator[str]:
    """One inner letter missing or doubled, or two neighbours swapped."""
    for i in range(1, len(word)):
        if len(word) > 6:
            yield word[:i] + word[i + 1 :]
        yield word[:i] + word[i] + word[i:]
        if i + 1 < len(word):
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def _table() -> dict[str, str]:
    table = {slip: word for word in _WORDS for slip in _slips(word) if slip not in _WORDS and slip not in _NO_SLIPS}
    return table | _EXTRA


_MEANT = _table()


def mended(text: str) -> str:
    """The text with these words spelt out; it keeps the capital that one begins with."""
    words = [word for word in set(_WORD.findall(text)) if word.lower() in _MEANT]
    for word in words:
        meant = _MEANT[word.lower()]
        meant = meant.capitalize() if word[0].isupper() else meant
        text = re.sub(rf"(?<![\w']){re.escape(word)}(?![\w'])", meant, text)
    return text
