"""Hours, minutes and seconds said in a row, as one length of time."""

from __future__ import annotations

import re
from dataclasses import replace

from core.understanding.tokens import Token

_SHORTER = {"h": ("min", "m_or_min", "s", "quarter_hour"), "min": ("s",)}
_SECONDS = {"h": 3600.0, "min": 60.0, "s": 1.0, "quarter_hour": 900.0, "m_or_min": 60.0}
_OF_ACTIVITY = re.compile(r" (?:of|on|at|in|with|doing)\b")
_NO_COUNT = frozenset({"sep", "date", "part", "rpe"})
_JOINED = re.compile(r"[\s,]*(?:and|零)?\s*")


def join_durations(tokens: list[Token], text: str) -> list[Token]:
    """`1 h` `20 min` as one quantity in seconds named `dur`; also `1h30` and `27分30`."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        i += 1
        if token.kind != "qty" or token.name not in ("h", "min", "s", "quarter_hour"):
            out.append(token)
            continue
        total, last, unit = token.value * _SECONDS[token.name], token, token.name
        while (step := _shorter(tokens, i, last, unit, text)) is not None:
            i, last, unit, seconds = step
            total += seconds
        out.append(replace(token, name="dur", value=total, end=last.end))
    return out


def _shorter(tokens: list[Token], i: int, last: Token, unit: str, text: str) -> tuple[int, Token, str, float] | None:
    """The next smaller part of a duration at `i`, if it belongs to it."""
    while i < len(tokens) and tokens[i].kind == "sep" and tokens[i].name in ("and", ","):
        i += 1
    if i >= len(tokens):
        return None
    token = tokens[i]
    gap = text[last.end : token.start]
    if token.kind == "qty" and token.name in _SHORTER.get(unit, ()) and _JOINED.fullmatch(gap) and "," not in gap:
        return i + 1, token, "min" if token.name == "m_or_min" else token.name, token.value * _SECONDS[token.name]
    last_of_clause = gap == " " and (i + 1 >= len(tokens) or tokens[i + 1].kind in _NO_COUNT)
    last_of_clause = last_of_clause or (unit == "h" and gap in (" and ", " ") and _ends_duration(tokens, i, text))
    if token.kind == "num" and (not gap or last_of_clause) and unit in ("h", "min") and token.value in range(60):
        smaller = "min" if unit == "h" else "s"
        return i + 1, token, smaller, token.value * _SECONDS[smaller]
    if token.kind == "num" and not gap and unit == "s" and token.value in range(100):
        # "13秒8"
        return i + 1, token, "", token.value / 10 ** (token.end - token.start)
    return None


def _ends_duration(tokens: list[Token], i: int, text: str) -> bool:
    """`an hour and 20`, `an hour and 20 on the bike`: nothing else is counted by the number."""
    return i + 1 >= len(tokens) or tokens[i + 1].kind == "sep" or bool(_OF_ACTIVITY.match(text, tokens[i].end))
