"""Corrections of what was logged before: `undo`, `it was 25 not 30`, `不是5公里是6公里`, `that was yesterday`."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re

from core.domain.records import Record, RecordType
from core.understanding import corrections_zh
from core.understanding.built import Units
from core.understanding.correction_values import SPLIT_NOT, read_values
from core.understanding.cues_en import ELSEWHERE
from core.understanding.reading import Correction
from core.understanding.tokens import Token
from core.understanding.triggers import guarded

_THING = (
    r"(?:that|it|this|(?:(?:that|the|my) )?(?:last|previous|latest|recent)(?: (?:one|entry|record|log|workout|thing|message|text|bit))?"
    r"|(?:that|this|the) (?:one|entry|record|log|message))"
)
_UNDO = re.compile(
    rf"(?:(?:oops|no|sorry|wait|please|pls|ok|hey|can you|could you|ugh|argh|ah|damn|whoops|nvm|/)[ ,]*)*(?:undo|undo (?:{_THING}|please)"
    rf"|(?:delete|remove|cancel|scratch|erase"
    rf"|discard|revert|forget|ignore|disregard|drop|take back) {_THING}|take (?:that|it) back|didn'?t mean that"
    rf"|that(?: was|'s| is) (?:all )?(?:a mistake|wrong|not right|by mistake))"
    r"(?: (?:that )?i (?:just )?(?:sent|logged|wrote|posted|entered|said|typed))?(?: please| pls| plz| thanks| ta| lol)*[ .!]*"
)
_UNDO_NAMED = re.compile(
    r"(?:oops|no|sorry|wait|please|pls|ok|hey|can you|could you|[ ,])*(?:delete|remove|undo|erase|scratch|take back)"
    r"(?: |,|'s|\b(?:the|my|that|those|these|this|last|latest|of|from|entry|entries|record|log|one|again|please)\b)*[ .!]*"
)
_NAMED_TYPES: dict[str, RecordType] = {
    "sleep": "sleep",
    "nap": "sleep",
    "weight": "body",
    "bp": "vitals",
    "hr": "vitals",
    "resting_hr": "vitals",
    "glucose": "vitals",
    "spo2": "vitals",
    "temp": "vitals",
    "water": "water",
    "steps": "steps",
    "rest_day": "rest",
}
_CHANGE = guarded(
    r"^(?:undo(?: that)?[ ,.;]+|oops[ ,!.]*|no(?:pe)?[ ,]+|sorry[ ,]+|wait[ ,]+|hm+[ ,.]*|wrong(?: (?:number|weight|time|distance|value|one|unit))?[ ,.!:]+|my bad[ ,.!]+|(?:i )?(?:typed|wrote|entered|logged|put|misread|mistyped|misheard|messed|screwed)(?: (?:it|that|the|up|in|down|wrong\w*|incorrectly|watch|scale|\w+ber))+[ ,.!:]+|(?:i )?made a (?:mistake|typo)[ ,.!]+|(?:that|it)(?: was|'s| is) (?:wrong|a mistake|a typo)[ ,.!]+|ah[ ,]+|ugh[ ,]+)*"
    r"(?:actually,? (?=\d|it|that)|(?:it|that) (?:was|is|should(?:'ve| have)? be(?:en)?)|(?:it's|that's)(?= (?:actually |really |only |just |about |more like |supposed to be |meant to be )*(?:\d|yesterday|not|the))"
    r"|should(?:'ve| have)? be(?:en)?|make (?:it|that)|change (?:it|that|this|the \w+)"
    r"|change (?=\d)|edit (?:it|that)|update (?:it|that)|correct(?:ion)?|i meant(?! to)|i mean|meant(?! to)|set (?:it"
    r"|that) to|the \w+ (?:was|should be) (?=.*\bnot\b)"
    r"|(?:sorry|no)(?=[ ,]+(?:\d|it|that|the))|not(?= \d)|typo|actually)\b"
    r"|(?:^|[,.!] ?)(?:the |my |that )?(?:[a-z]+ )?(?:steps|weight|distance|time|reps|sets|load|heart rate|hr|pulse|rate|duration|sleep|nap|glucose|sugar|temp|temperature|water|spo2|oxygen|hold|plank|bp|pressure) should(?:'ve| have)? be(?:en)?\b"
    r"|^(?:nope|no|nah|wrong|wrong number|my bad|oops|wait)[ ,!.:]+(?=\d)|^\*(?=\d)|^(?:it|that) was\b|\d ?\w*,? not \d|^(?:undo that)[ ,]"
)
_MOVE = re.compile(
    r"^(?:oops[ ,]*|sorry[ ,]*|no[ ,]*|oh[ ,]*|ah[ ,]*|hey[ ,]*|btw[ ,]*|also[ ,]*|and[ ,]*|wait[ ,]*|ps[ ,]*|(?:i )?(?:forgot|meant|should(?:'ve| have)|need(?:ed)?|have|want(?:ed)?) (?:to )?(?:say|said|mention|mentioned|add|added|tell|told)(?: you)?(?: that)?[ ,:]*|(?:i )?(?:put|got|had|picked|chose|logged) (?:it (?:on|under) )?the wrong (?:day|date)[ ,.]*|wrong (?:day|date)[ ,.:]*)*(?:(?:that|it|this)(?: one| run| workout)?(?:'s| was| is| were| should(?:'ve| have)? be(?:en)?| belongs"
    r"| happened)(?: actually| from| for| on| really)*|(?:move|change|put|shift|log) (?:it|that|this) (?:to|on"
    r"|for|under)"
    r"|for|from|actually|i meant|make (?:it|that))\s*$"
)
_AWAY = guarded(r"\b(?:it|that)'s \d[\d.]* ?\w+ (?:from|to|away|till|until|by)\b")
_NOT_THAT = guarded(r"\bi (?:only |actually )?(?:\w+ )(?:for )?\d\S*(?: \w+)? not \d")
_POLITE_END = re.compile(r"(?:[ ,]*\b(?:btw|please|pls|plz|thanks|lol|sorry|tho|though|mate))+[ .!]*$")
_THOUSANDS = guarded(r"\d ?k\b", re.IGNORECASE)
_LENGTH = guarded(r"\d ?(?:km|m|mi|miles?|met(?:er|re)s?)\b|\bran\b|\brun\b|公里|千米|米", re.IGNORECASE)


def read_correction(text: str, tokens: list[Token], unit: Units) -> Correction | None:
    """The correction a whole message is, or `None`. Nothing that tells of an activity of its own is one."""
    if len(text) > 120 or "?" in text or _AWAY.search(text) or ELSEWHERE.search(text):
        return None
    text = corrections_zh.without_reason(text.strip())
    if _is_undo(text) or _is_undo(_without_reason(text)):
        return Correction(undo=True)
    named = _undo_named(text, tokens)
    if named is not None:
        return Correction(undo=True, record=named)
    moved = _moved(text, tokens)
    if moved is not None:
        return moved
    if not (_CHANGE.search(text) or corrections_zh.CHANGE.search(text)):
        return None
    if corrections_zh.OF_PLANS.search(text) or _tells_itself(text, tokens):
        return None
    return read_values(text, tokens, unit)


def says_thousands(text: str) -> bool:
    """Whether the amounts are bare `8k`: kilometres or thousands of steps, as the entry has it."""
    return bool(_THOUSANDS.search(text)) and not _LENGTH.search(text)


def _without_reason(text: str) -> str:
    """`undo that, watch double counted it`: what is asked, less why."""
    head, _, reason = text.partition(",")
    return text if any(char.isdigit() for char in reason) else head


def _is_undo(text: str) -> bool:
    return _UNDO.fullmatch(text) is not None or corrections_zh.is_undo(text)


def _undo_named(text: str, tokens: list[Token]) -> Record | None:
    """`delete the pushups`, `把俯卧撑删掉`: what kind of entry is to go, without any value."""
    named = [t for t in tokens if t.kind == "act" or t.name in _NAMED_TYPES]
    if len(named) != 1 or any(t.kind in ("qty", "num", "list") or (t.kind == "date" and t.value) for t in tokens):
        return None
    start, end = named[0].start, named[0].end
    today = next((text[t.start : t.end] for t in tokens if t.kind == "date"), None)
    around = f"{text[:start].rstrip()} {text[end:].lstrip()}".strip()
    around = around.replace(today, "") if today else around
    if not (_UNDO_NAMED.fullmatch(around) or corrections_zh.UNDO_NAMED.fullmatch(around)):
        return None
    if named[0].kind == "act":
        return Record(type="workout", activity=named[0].name)
    return Record(type=_NAMED_TYPES[named[0].name])


def _moved(text: str, tokens: list[Token]) -> Correction | None:
    dates = [t for t in tokens if t.kind == "date"]
    if not dates or any(t.kind in ("qty", "num", "time", "list") and not _ordinal(t, text) for t in tokens):
        return None
    before, after = (
        text[: dates[0].start].strip(),
        _POLITE_END.sub("", _without_reason(text[dates[-1].end :])).strip(" .!。,"),
    )
    not_today = SPLIT_NOT.search(text)
    if not_today is not None and len(dates) > 1:
        keep = dates[0] if not_today.start() > dates[0].start else dates[-1]
        return Correction(date_offset_days=int(keep.value))
    plain_after = after in ("", "的", "not today", "actually", "的记录", "instead", "了")
    if corrections_zh.is_move(before, after) or (
        plain_after and (_MOVE.match(before) or (not before and after == "的"))
    ):
        return Correction(date_offset_days=int(dates[-1].value))
    return None


def _ordinal(token: Token, text: str) -> bool:
    """The `1` of 上1条 counts nothing."""
    return text[token.end : token.end + 1] == "条" and text[token.start - 1 : token.start] == "上"


def _tells_itself(text: str, tokens: list[Token]) -> bool:
    """`ran 5k... actually 6k` is a record; `no, the run was 6k` and `I slept 7h20 not 6h20` correct one."""
    if text.startswith("correction"):
        return False
    if _NOT_THAT.search(text) and len([t for t in tokens if t.kind in ("qty", "num", "time")]) == 2:
        return False
    acts = [t for t in tokens if t.kind == "act" or (t.kind == "topic" and t.flag)]
    if not acts:
        values = [t for t in tokens if t.kind in ("qty", "num", "time", "list")]
        change = _CHANGE.search(text) or corrections_zh.CHANGE.search(text)
        lone = [t for t in values if change is not None and t.end <= change.start()]
        topics = [t for t in tokens if t.kind == "topic" and t.name not in ("best", "rest")]
        return bool(lone and topics)
    first = min(t.start for t in acts)
    change = _CHANGE.search(text) or corrections_zh.CHANGE.search(text)
    named = change is not None and change.start() <= first and not any(t.flag for t in acts)
    the_noun = (
        text.startswith(("the ", "my ", "that ", "刚才", "那")) or "改" in text or text[first - 1 : first] == "的"
    )
    return not (named or (the_noun and not any(t.flag for t in acts if t.start > first)))
