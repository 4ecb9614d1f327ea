"""Complaints that are no red flag but deserve more than a shrug: dizzy, sick, unwell."""

from __future__ import annotations

import re

from core.understanding import framing
from core.understanding.words import words

_UNWELL = re.compile(
    r"\b(?:dizz(?:y|iness)|light-?headed|woozy|nause(?:a|ous|ated)|queasy|feel(?:ing)? (?:sick|unwell|ill|faint)"
    r"|not feeling well|don'?t feel (?:well|good))\b"
    r"|头(?:好|很|有点|有些|特别)?晕|发晕|眩晕|恶心|想吐|(?:身体|人)(?:很|有点|有些)?不舒服|难受得很"
)


def unwell(text: str) -> bool:
    """Whether the person says that they feel dizzy, sick or unwell now."""
    prepared = words(text)
    return any(
        not framing.denied(prepared, match.start(), match.end()) and not framing.about_other(prepared[: match.start()])
        for match in _UNWELL.finditer(prepared)
    )
