"""What a message asks the coach to do. Several intents per message; a logged run is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from core.understanding.aliases import fold
from core.understanding.challenge_words import challenge_terms
from core.understanding.clock import span_minutes, time_range, times
from core.understanding.intents_words import (
    CODE,
    CODE_AFTER,
    DID_WHAT,
    INTENTS,
    NO_REMINDER,
    NOT_CODES,
    PAUSE_DAYS,
    QUESTION,
    SMALLTALK,
    STATES,
    SWAPPED,
    WANTS_PAUSE,
)
from core.understanding.reading import Intent, IntentKind
from core.understanding.words import words
from core.understanding.zones import place_said


def read_intents(text: str, *, asked: tuple[str, ...] = ()) -> tuple[Intent, ...]:
    """The intents of a message, in a fixed order of kinds. `asked`: facts just asked for."""
    folded = words(fold(text.replace("，", ", ")))
    if not folded:
        return ()
    found = {intent.kind: intent for intent in _found(folded, asked)}
    for kind, losers in _BEATS.items():
        if kind in found:
            for loser in losers:
                found.pop(loser, None)
    if not found.keys() - {"greeting", "thanks", "yes", "no"}:
        found |= {intent.kind: intent for intent in _chatter(folded, bool(found))}
    return tuple(found.values())


_BEATS: Mapping[IntentKind, tuple[IntentKind, ...]] = {
    "challenge": ("join", "plan", "today", "how_to_start", "remind", "board", "progress", "pause"),
    "snooze": ("remind", "no", "skip", "stop"),
    "less_often": ("stop", "remind", "pause", "no"),
    "quiet_hours": ("remind", "stop", "less_often"),
    "leave": ("join", "stop", "challenge"),
    "delete": ("undo", "stop", "me", "progress"),
    "export": ("me", "progress"),
    "stop": ("remind", "pause", "no", "skip"),
    "start_session": ("start", "today", "yes"),
    "undo": ("no",),
    "language": ("swap",),
    "no": ("thanks",),
    "why": ("question",),
    "skip": ("no",),
    "progress": ("today", "me"),
    "how_to_start": ("start", "why"),
    "today": ("plan",),
    "board": ("join",),
    "me": ("progress",),
    "link": ("join",),
    "help": ("how_to_start", "start"),
}
"""A more specific intent and the ones it replaces when both match."""


def _found(text: str, asked: tuple[str, ...]) -> Iterator[Intent]:
    if terms := challenge_terms(text, implied=not asked):
        yield Intent(kind="challenge", terms=terms)
    for kind, pattern in INTENTS.near(text):
        if pattern.search(text):
            make = _MAKERS.get(kind)
            intent = make(text) if make else Intent(kind=kind)
            if intent is not None:
                yield intent
    if state := _paused_state(text):
        yield state
    if place := place_said(text, asked="zone" in asked):
        yield Intent(kind="zone", zone=place.zone or None)


def _chatter(text: str, with_greeting: bool) -> Iterator[Intent]:
    if SMALLTALK.search(text):
        yield Intent(kind="smalltalk")
    elif QUESTION.search(text) and not (with_greeting and len(text) < 4):
        yield Intent(kind="question")


def _remind(text: str) -> Intent | None:
    if NO_REMINDER.search(text):
        return None
    if minutes := span_minutes(text):
        return Intent(kind="snooze", minutes=minutes)
    clocks = times(text)
    return Intent(kind="remind", at=clocks[0] if clocks else None)


def _snooze(text: str) -> Intent:
    minutes = span_minutes(text) or _bare_span(text)
    clocks = times(text)
    tomorrow = bool(re.search(r"\btomorrow\b|明天", text))
    return Intent(
        kind="snooze", minutes=minutes, at=clocks[0] if clocks and not minutes else None, days=1 if tomorrow else None
    )


def _bare_span(text: str) -> int | None:
    match = re.search(r"(?<![\d.])(\d{1,3}(?:\.\d)?) ?个?(min|h|分钟|小时|钟头)", text)
    if match is None:
        return None
    return max(1, min(1440, round(float(match[1]) * (60 if match[2][0] in "h小钟" else 1))))


def _quiet_hours(text: str) -> Intent:
    span = time_range(text)
    if span:
        return Intent(kind="quiet_hours", at=span[0], until=span[1])
    clocks = times(text)
    return Intent(kind="quiet_hours", at=clocks[0] if clocks else None)


def _language(text: str) -> Intent:
    if re.search(r"english|英文|英语", text):
        return Intent(kind="language", language="en")
    chinese = re.search(r"chinese|mandarin|中文|汉语|普通话", text)
    return Intent(kind="language", language="zh-Hans" if chinese else None)


def _join(text: str) -> Intent:
    return Intent(kind="join", code=_code(text))


def _link(text: str) -> Intent:
    return Intent(kind="link", code=_code(text))


def _code(text: str) -> str | None:
    match = CODE_AFTER.search(text)
    if match is None or match[1] in NOT_CODES:
        match = next((m for m in CODE.finditer(text) if m[1] not in NOT_CODES and any(c.isdigit() for c in m[1])), None)
    return match[1].upper() if match else None


def _progress(text: str) -> Intent:
    """Of one day where one is asked about: `what did I do yesterday`."""
    days = next((back for back, pattern in _DAYS_BACK if pattern.search(text)), None)
    return Intent(kind="progress", days=days if DID_WHAT.search(text) else None)


def _pause(text: str) -> Intent:
    reason = next((reason for reason, pattern in STATES.near(text) if pattern.search(text)), None)
    return Intent(kind="pause", reason=reason, days=_pause_days(text))


def _paused_state(text: str) -> Intent | None:
    """A state that calls for a pause (`I'm sick`, `下周考试`), said without the word; questions are none."""
    if INTENTS["pause"].search(text) or QUESTION.search(text):
        return None
    for reason, pattern in STATES.near(text):
        if not pattern.search(text):
            continue
        short = len(text) <= (40 if text.isascii() else 14)
        if reason in ("illness", "period") or WANTS_PAUSE.search(text) or (short and reason != "injury"):
            return Intent(kind="pause", reason=reason, days=_pause_days(text))
    return None


def _pause_days(text: str) -> int | None:
    if match := PAUSE_DAYS.search(text):
        unit = match[2]
        return int(match[1]) * (1 if unit[0] in "d天" else 30 if unit[0] in "m月" else 7)
    if re.search(r"\b(?:this|next|a|the) week\b|[这下一1]个?(?:周|星期|礼拜)", text):
        return 7
    return 1 if re.search(r"\b(?:today|tomorrow)\b|今天|明天", text) else None


def _swap(text: str) -> Intent:
    match = SWAPPED.search(text)
    topic = next((group.strip() for group in match.groups() if group), None) if match else None
    return Intent(kind="swap", topic=topic)


_DAYS_BACK = (
    (2, re.compile(r"\bday before yesterday\b|前天")),
    (1, re.compile(r"\byesterday\b|昨[天日晚]")),
    (0, re.compile(r"\btoday\b|今[天日]")),
)
_MAKERS: Mapping[IntentKind, Callable[[str], Intent | None]] = {
    "remind": _remind,
    "snooze": _snooze,
    "quiet_hours": _quiet_hours,
    "language": _language,
    "join": _join,
    "link": _link,
    "pause": _pause,
    "progress": _progress,
    "swap": _swap,
}
