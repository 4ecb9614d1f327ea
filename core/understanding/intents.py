"""What a message asks the coach to do. Several intents per message; a logged run is none."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from core.understanding.aliases import fold
from core.understanding.challenge_words import challenge_terms
from core.understanding.clock import span_minutes, time_range, times
from core.understanding.framing import about_other
from core.understanding.intents_words import (
    CODE,
    CODE_AFTER,
    DID_WHAT,
    ELSE,
    HINDERED_MOVE,
    INTENTS,
    MOVE,
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
from core.understanding.spelling import spelled_out
from core.understanding.triggers import guarded
from core.understanding.words import words
from core.understanding.zones import place_said


def read_intents(text: str, *, asked: tuple[str, ...] = ()) -> tuple[Intent, ...]:
    """The intents of a message, in a fixed order of kinds. `asked`: facts just asked for."""
    folded = spelled_out(words(fold(text.replace("，", ", "))))
    if not folded:
        return ()
    found = {intent.kind: intent for intent in _found(folded, asked)}
    for kind, losers in _BEATS.items():
        if kind in found and not (kind == "swap" and found[kind].topic is None):
            for loser in losers:
                found.pop(loser, None)
    if not found.keys() - {"greeting", "thanks", "yes", "no"}:
        found |= {intent.kind: intent for intent in _chatter(folded, bool(found))}
    return tuple(found.values())


_BEATS: Mapping[IntentKind, tuple[IntentKind, ...]] = {
    "challenge": ("join", "plan", "today", "how_to_start", "remind", "board", "progress", "pause"),
    "snooze": ("remind", "no", "skip", "stop"),
    "less_often": ("swap", "challenge", "stop", "remind", "pause", "no"),
    "quiet_hours": ("remind", "stop", "less_often", "snooze"),
    "leave": ("delete", "join", "stop", "challenge", "pause", "no"),
    "delete": ("undo", "stop", "me", "progress", "export"),
    "export": ("me", "progress", "board", "pause"),
    "stop": ("remind", "pause", "no", "skip", "snooze", "less_often"),
    "start_session": ("start", "today", "yes", "snooze"),
    "done": ("today", "start_session", "progress", "yes"),
    "undo": ("no", "skip", "done"),
    "language": ("swap",),
    "no": ("thanks",),
    "greeting": ("yes",),
    "remind": ("today", "no"),
    "swap": ("how_to_start", "no", "why", "today"),
    "why": ("question", "today", "plan"),
    "pause": ("skip", "no", "today", "plan", "snooze"),
    "skip": ("no",),
    "progress": ("today", "me"),
    "how_to_start": ("start", "why"),
    "today": ("plan", "progress"),
    "plan": ("how_to_start", "swap", "why"),
    "board": ("join",),
    "me": ("progress",),
    "link": ("join",),
    "help": ("how_to_start", "start"),
}
"""A more specific intent and the ones it replaces when both match."""


def _found(text: str, asked: tuple[str, ...]) -> Iterator[Intent]:
    if (terms := challenge_terms(text, implied=not asked)) and not _CHALLENGE_DONE.search(text):
        yield Intent(kind="challenge", terms=terms)
    for kind, pattern in INTENTS.near(text):
        if pattern.search(text):
            make = _MAKERS.get(kind)
            intent = make(text) if make else Intent(kind=kind)
            if intent is not None:
                yield intent
    if (move := _move_to_swap(text)) and not INTENTS["plan"].search(text):
        yield Intent(kind="swap", topic=move)
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
    moved = len(clocks) > 1 and _MOVED.search(text)
    return Intent(kind="remind", at=clocks[-1 if moved else 0] if clocks else None)


def _snooze(text: str) -> Intent | None:
    if NO_REMINDER.search(text):
        return None
    minutes = span_minutes(text) or _bare_span(text)
    clocks = times(text)
    tomorrow = bool(re.search(r"\btomorrow\b|明天", text))
    return Intent(
        kind="snooze", minutes=minutes, at=clocks[0] if clocks and not minutes else None, days=1 if tomorrow else None
    )


def _bare_span(text: str) -> int | None:
    match = re.search(r"(?<![\d.])(\d{1,3}(?:\.\d)?) ?个?(min|h|分钟|小时|钟头)", text)
    if match is None:
        bare = re.search(r"\bgive me (?:another )?(\d{1,2})[ .!]*$|\b(\d{1,2}) more min", text)
        return int(bare[1] or bare[2]) if bare else None
    return max(1, min(1440, round(float(match[1]) * (60 if match[2][0] in "h小钟" else 1))))


def _quiet_hours(text: str) -> Intent:
    span = time_range(text)
    if span:
        span = _of_day_or_night(text, *span)
        return Intent(kind="quiet_hours", at=span[0], until=span[1])
    clocks = times(text)
    if not clocks and (bare := re.search(r"\b(after|before|past|until) (\d{1,2})\b(?! ?(?:min|h|day|week))", text)):
        hour = int(bare[2]) % 24
        late = bare[1] in ("after", "past") and _EVENING_FROM <= hour < _NOON
        clock = f"{hour + 12 if late else hour:02d}:00"
        return Intent(kind="quiet_hours", **{"at" if bare[1] in ("after", "past") else "until": clock})
    if clocks and _UNTIL.search(text):
        return Intent(kind="quiet_hours", until=clocks[0])
    return Intent(kind="quiet_hours", at=clocks[0] if clocks else None)


def _of_day_or_night(text: str, start: str, end: str) -> tuple[str, str]:
    """Bare hours as people mean them: `10 to 7` while asleep, `9 to 5` at work."""
    if _HALF_OF_DAY.search(text):
        return start, end
    first, last = int(start[:2]), int(end[:2])
    if _AT_WORK.search(text):
        return start, (f"{last + 12:02d}{end[2:]}" if last < first <= _NOON else end)
    if _BEDTIME <= first < _NOON and last <= _LATE_RISER:
        return f"{first + 12:02d}{start[2:]}", end
    return start, end


def _language(text: str) -> Intent:
    wanted = _UNWANTED.sub("", text)
    if re.search(r"english|英文|英语", wanted):
        return Intent(kind="language", language="en")
    chinese = re.search(r"chinese|mandarin|中文|汉语|普通话", wanted)
    if not chinese and wanted != text:
        chinese = re.search(r"english|英文|英语", text)
        return Intent(kind="language", language="zh-Hans" if chinese else "en")
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
    reason = next((reason for reason, pattern in STATES.near(text) if _said_of_self(pattern, text)), None)
    if reason is None and _OF_KIN.search(text):
        reason = "other"
    return Intent(kind="pause", reason=reason, days=_pause_days(text))


def _said_of_self(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the state is the writer's own: `孩子生病了` is not."""
    match = pattern.search(text)
    return match is not None and not (_OF_KIN.search(text) and about_other(text[: match.start()]))


def _paused_state(text: str) -> Intent | None:
    """A state that calls for a pause (`I'm sick`, `下周考试`), said without the word; questions are none."""
    if INTENTS["pause"].search(text) or QUESTION.search(text):
        return None
    for reason, pattern in STATES.near(text):
        if not _said_of_self(pattern, text):
            continue
        short = len(text) <= (40 if text.isascii() else 14)
        if reason in ("illness", "period") or WANTS_PAUSE.search(text) or (short and reason != "injury"):
            return Intent(kind="pause", reason=reason, days=_pause_days(text))
    return None


def _pause_days(text: str) -> int | None:
    if match := PAUSE_DAYS.search(text):
        unit = match[2]
        return int(match[1]) * (1 if unit[0] in "d天" else 30 if unit[0] in "m月" else 7)
    if re.search(r"(?:暂停|停|休|歇|请)(?:个)?(?:0\.5|半)个?月", text):
        return 15
    if re.search(r"\b(?:this|next|a|the) week\b|[这下一1]个?(?:周|星期|礼拜)(?!再)", text):
        return 7
    return 1 if re.search(r"\b(?:today|tomorrow)\b|今天|明天", text) else None


def _move_to_swap(text: str) -> str | None:
    """The exercise another one is asked for, unless it is done already."""
    if ELSE.search(text) is None or _done_instead(text) or (match := MOVE.search(text)) is None:
        return None
    hindered = HINDERED_MOVE.search(text)
    move: str = hindered["move"] if hindered else match[0]
    # "no bench today, an alternative to bench press?"
    return next((m[0] for m in MOVE.finditer(text) if m[0].startswith(f"{move} ")), move)


def _done_instead(text: str) -> bool:
    """`took the stairs instead of the lift` asks for nothing."""
    return bool(_DONE_INSTEAD.search(text)) and not QUESTION.search(text)


def _swap(text: str) -> Intent | None:
    if _done_instead(text):
        return None
    if move := _move_to_swap(text):
        return Intent(kind="swap", topic=move)
    match = SWAPPED.search(text)
    topic = next((group.strip() for group in match.groups() if group), None) if match else None
    return Intent(kind="swap", topic=topic)


_DONE_INSTEAD = guarded(
    r"\b(?:took|did|went|walked|ran|cycled|used|had|chose|swam|rode|got|picked|stayed)\b[^.?!]{0,60}\binstead\b|^instead of [^,]{1,40}, i (?:took|did|went|walked|ran|cycled|swam|rode)\b"
)
_CHALLENGE_DONE = guarded(
    r"\b(?:did|done|finished|completed|survived|smashed) (?:the|my|a|that|this|today'?s) (?:[a-z-]+ ){0,3}challenge\b"
)
_UNWANTED = re.compile(
    r"(?:\bno|\bnot|\b(?:don'?t|can'?t) (?:speak|read|understand)(?: any| much)?|(?:看|听|读)不懂|不(?:会|要|想)?(?:说|讲|用|看)?|别(?:说|讲|用)) ?(?:english|chinese|mandarin|中文|英文|英语|汉语)"
)
_OF_KIN = re.compile(
    r"\b(?:my|the|our) (?:kids?|son|daughter|baby|wife|husband|mum|mom|dad|child|children|dog|cat|partner|boyfriend|girlfriend|gran\w*|parents?)\b|孩子|宝宝|娃|儿子|女儿|老婆|老公|媳妇|我?[爸妈]妈?|爷爷|奶奶|外婆|家人"
)
_MOVED = re.compile(r"\bfrom \d|从[^,。]{0,8}(?:改|调|换|挪)|(?:改|调|换|挪)(?:到|成|为)")
_UNTIL = re.compile(r"\b(?:before|until)\b|凌晨到|(?:之前|以前|前)(?:别|不|勿|请勿)")
_HALF_OF_DAY = re.compile(r"\d ?[ap]\.?m\b|[上中下]午|早|晚|凌晨|:\d\d")
_AT_WORK = re.compile(r"\b(?:work|office|class|school|9 (?:to|-|till|until) 5)\b|上班|工作|上课|学校")
_BEDTIME, _NOON, _LATE_RISER, _EVENING_FROM = 8, 12, 10, 5
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
