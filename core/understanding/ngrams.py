"""A text as numbers: which rows of letters and of words stand in it, each hashed into one of many buckets."""

from __future__ import annotations

import re

BITS = 18
"""2^18 buckets: few rows share one."""
_LETTERS = 5
"""Rows of two to five letters."""
_WORDS = 3
"""Rows of one to three words; a Chinese character is a word."""
_WORD = re.compile(r"[a-z']+|[\u4e00-\u9fff]|0+|[^\s\w]")
_DIGIT = re.compile(r"\d")
_LAUGHTER = re.compile(
    r"\b(?:a?ha(?:ha)+h?|he(?:he)+|lo+l(?:ol)*|lmf?ao+|rofl|xd)\b|哈{2,}|呵{2,}|嘿{2,}|嘻{2,}|\bhh+\b|h{3,}|[😂🤣😅😆😄😁😜😝🙃]"
)
"""Dropped: it takes nothing back."""
_PRIME = 1_000_003
_MASK = 0xFFFF_FFFF
_BUCKETS = (1 << BITS) - 1


def buckets(text: str) -> set[int]:
    """The buckets of prepared text (`words`); how often a row stands in it does not matter, nor which digits."""
    plain = " ".join(_DIGIT.sub("0", _LAUGHTER.sub(" ", text)).split())
    letters = [ord(letter) for letter in f" {plain} "]
    words = [hash_of(word) for word in _WORD.findall(plain)]
    rows = _rows(letters, _LETTERS)[len(letters) :] + [row ^ 0x5BD1E995 for row in _rows(words, _WORDS)]
    return {(row ^ (row >> 15)) & _BUCKETS for row in rows}


def hash_of(word: str) -> int:
    """The same in every process, unlike Python's own."""
    found = len(word)
    for letter in word:
        found = (found * _PRIME ^ ord(letter)) & _MASK
    return found


def _rows(parts: list[int], longest: int) -> list[int]:
    """Hashes of all rows of one part, of two, ... up to `longest`."""
    found: list[int] = []
    row = parts
    for length in range(longest):
        if length:
            row = [(before * _PRIME ^ part) & _MASK for before, part in zip(row, parts[length:], strict=False)]
        found += row
    return found
