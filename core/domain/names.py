"""People's names as boards show them: one short line of visible characters."""

from __future__ import annotations

import unicodedata

NAME_LENGTH = 24
_JOINERS = "\u200c\u200d"
"""Zero-width joiners hold emoji and letters of some scripts together; other invisible characters are dropped (a
direction override would turn the rest of the line around)."""


def tidy_name(name: str) -> str:
    """The name on one line, at most 24 characters, not cut within an emoji or below its accents; may be empty."""
    line = " ".join(unicodedata.normalize("NFC", name).split())
    visible = "".join(c for c in line if c in _JOINERS or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    if len(visible) <= NAME_LENGTH:
        return visible.strip()
    end = NAME_LENGTH - 1
    while end > NAME_LENGTH // 2 and (_hangs_on(visible[end]) or visible[end - 1] in _JOINERS):
        end -= 1
    return visible[:end].rstrip(_JOINERS + " ") + "…"


def _hangs_on(character: str) -> bool:
    """Whether it belongs to the character before it: accents, variation selectors, skin tones, joiners."""
    is_skin_tone = "\U0001f3fb" <= character <= "\U0001f3ff"
    return is_skin_tone or character in _JOINERS or unicodedata.category(character).startswith("M")
