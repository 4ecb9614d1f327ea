"""Corrections of what was logged before: `undo`, `it was 25 not 30`, `不是5公里是6公里`, `that was yesterday`."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re

from core.domain.records import Record, RecordType
from core.understanding.built import Units, is_distance, is_duration, is_mass
from core.understanding.reading import Correction
from core.understanding.tokens import Token
from core.understanding.triggers import guarded

_THING = (
    r"(?:that|it|this|the (?:last|previous|latest) (?:one|entry|record|log"
    r"|workout|thing|message)|last(?: one| entry)?|my last(?: entry| log| one)?)"
)
_UNDO = re.compile(
    rf"(?:(?:oops|no|sorry|wait|please|pls|ok|hey|can you|could you|/)[ ,]*)*(?:undo|undo (?:{_THING}|please)"
    rf"|(?:delete|remove|cancel|scratch|erase"
    rf"|discard|revert|forget|drop|take back) {_THING}|take (?:that|it) back|didn'?t mean that"
    rf"|that(?: was|'s| is) (?:all )?(?:a mistake|wrong|not right|by mistake))"
    r"(?: please| pls| thanks)?[ .!]*"
)
_ZH_UNDO = re.compile(
    r"(?:请|麻烦|帮我|哦|不对|啊)?[ ,]*(?:撤销|撤回|取消|删掉|删除|删了|去掉|回退|作废|不算)(?:一下)?(?:刚才"
    r"|刚刚|上[1一]?[条个]|最后[1一][条个]|那条|这条|这个|那个|它|的|记录|那|这|条|个)*了?吧?[ 。.!]*"
)
_ZH_UNDO_FIRST = re.compile(
    r"(?:请|麻烦|帮我)?(?:把|将)?(?:刚才|刚刚|上[1一]?[条个]|最后[1一][条个]|那条|这条)(?:的|那条|这条|那个"
    r"|记录|条)*(?:撤销|撤回|取消|删掉|删除|删了|去掉|作废|不算|记错了|是误操作)(?:[,， ]*(?:删了|删掉|撤销|撤回|去掉|取消))?(?:一下|了|掉|吧)*[ 。.!]*"
)
_UNDO_NAMED = re.compile(
    r"(?:oops|no|sorry|wait|please|pls|ok|hey|can you|could you|[ ,])*(?:delete|remove|undo|erase|scratch|take back)"
    r"(?: |,|'s|\b(?:the|my|that|those|these|this|last|latest|of|from|entry|entries|record|log|one|again|please)\b)*[ .!]*"
)
_ZH_UNDO_NAMED = re.compile(
    r"(?:请|麻烦|帮我|把|将|刚才|刚刚|上[1一]?|那|这|条|个|次|的|记录|数据|[ ,，])*(?:删除|删掉|删了|删去|撤销|撤回|去掉)"
    r"(?:吧|了|的|记录|数据|那|这|条|个|次|一下|1下|掉|刚才|[ ,，。.!])*"
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
_BARE_ZH_UNDO = frozenset({"撤销", "撤回", "撤销一下", "撤回一下"})
_CHANGE = guarded(
    r"^(?:undo(?: that)?[ ,.;]+|oops[ ,!.]*|no(?:pe)?[ ,]+|sorry[ ,]+|wait[ ,]+|hm+[ ,.]*|wrong[ ,.!]+|my bad[ ,.!]+|(?:i )?made a (?:mistake|typo)[ ,.!]+|(?:that|it)(?: was|'s| is) (?:wrong|a mistake|a typo)[ ,.!]+|ah[ ,]+|ugh[ ,]+)*"
    r"(?:actually,? (?=\d|it|that)|(?:it|that) (?:was|is|should(?:'ve| have)? be(?:en)?)|it's|that's"
    r"|should(?:'ve| have)? be(?:en)?|make (?:it|that)|change (?:it|that|this|the \w+)"
    r"|change (?=\d)|edit (?:it|that)|update (?:it|that)|correct(?:ion)?|i meant|i mean|meant|set (?:it"
    r"|that) to|the \w+ (?:was|should be) (?=.*\bnot\b)"
    r"|(?:sorry|no)(?=[ ,]+(?:\d|it|that|the))|not(?= \d)|typo|actually)\b"
    r"|^(?:the |my )?(?:steps|weight|distance|time|reps|sets|load|heart rate|hr|duration) should(?:'ve| have)? be(?:en)?\b"
    r"|^(?:nope|no|nah|wrong|oops|wait)[ ,!.]+(?=\d)|^\*(?=\d)|^(?:it|that) was\b|\d ?\w* not \d|^(?:undo that)[ ,]"
)
_ZH_CHANGE = guarded(
    r"改成|改为|改到|改一下|更正|应该是|应为|不是.{1,14}[,， ]?(?:而?是)|^不是 ?\d[^,，]{0,8}[,，] ?\d|是.{1,14}[,， ]?不是|^(?:哦|啊|呃|额|哎)*不对|^(?:不好意思|抱歉|对不起)[,， ]*\d|记错了?"
    r"|^(?:不好意思|抱歉|对不起|等等|哎呀?|啊)[,， ]*(?:时间|距离|重量|体重|步数|次数|组数)?(?:是|应该)|写错了?|打错了?|说错了?|搞错了?|输错了?|弄错了?|纠正|其实是|^\*(?=\d)|多记了|少记了"
)
_MOVE = re.compile(
    r"^(?:oops[ ,]*|sorry[ ,]*|no[ ,]*|oh[ ,]*)*(?:(?:that|it|this)(?: one| run| workout)?(?:'s| was| is| were"
    r"| happened)(?: actually| from| for| on| really)*|(?:move|change|put|shift|log) (?:it|that|this) (?:to|on"
    r"|for|under)"
    r"|for|from|actually|i meant|make (?:it|that))\s*$"
)
_ZH_MOVE = re.compile(
    r"^(?:不对|哦|啊|等等|记错了?|,|，| )*(?:(?:那|这|刚才|刚刚|上[1一]?条)(?:个|条|次|是|的|那条|那个|记录)*"
    r"|改成|改到|改为|记成|记到|算|挪到|应该是|其实是|是)+$"
)
_SPLIT_NOT = guarded(r"\bnot\b|instead of|rather than|不是|而不是|并非")
_NAMED = {
    "hr": ("vitals", "bpm"),
    "resting_hr": ("vitals", "resting_bpm"),
    "avg_hr": ("workout", "avg_bpm"),
    "spo2": ("vitals", "spo2_pct"),
    "glucose": ("vitals", "glucose_mmol_l"),
    "steps": ("steps", "steps"),
    "systolic": ("vitals", "systolic"),
    "diastolic": ("vitals", "diastolic"),
    "weight": ("body", "weight_kg"),
}
"""What a bare number is when its measure is named: `心率改成72`."""
_THOUSANDS = guarded(r"\d ?k\b", re.IGNORECASE)
_LENGTH = guarded(r"\d ?(?:km|m|mi|miles?|met(?:er|re)s?)\b|\bran\b|\brun\b|公里|千米|米", re.IGNORECASE)
_FIELDS = {
    "rep": "reps",
    "times": "reps",
    "set": "sets",
    "step": "steps",
    "bpm": "bpm",
    "floor": "floors",
    "percent": "spo2_pct",
}


def read_correction(text: str, tokens: list[Token], unit: Units) -> Correction | None:
    """The correction a whole message is, or `None`. Nothing that tells of an activity of its own is one."""
    if len(text) > 120 or "?" in text:
        return None
    text = text.strip()
    if _is_undo(text):
        return Correction(undo=True)
    named = _undo_named(text, tokens)
    if named is not None:
        return Correction(undo=True, record=named)
    moved = _moved(text, tokens)
    if moved is not None:
        return moved
    if not (_CHANGE.search(text) or _ZH_CHANGE.search(text)):
        return None
    if _tells_itself(text, tokens):
        return None
    return _changed(text, tokens, unit)


def says_thousands(text: str) -> bool:
    """Whether the amounts are bare `8k`: kilometres or thousands of steps, as the entry has it."""
    return bool(_THOUSANDS.search(text)) and not _LENGTH.search(text)


def _is_undo(text: str) -> bool:
    if text in _BARE_ZH_UNDO or _UNDO.fullmatch(text) or _ZH_UNDO_FIRST.fullmatch(text):
        return True
    return bool(_ZH_UNDO.fullmatch(text)) and any(w in text for w in ("刚", "上", "最后", "那", "这", "它"))


def _undo_named(text: str, tokens: list[Token]) -> Record | None:
    """`delete the pushups`, `把俯卧撑删掉`: what kind of entry is to go, without any value."""
    named = [t for t in tokens if t.kind == "act" or t.name in _NAMED_TYPES]
    if len(named) != 1 or any(t.kind in ("qty", "num", "list", "date") for t in tokens):
        return None
    start, end = named[0].start, named[0].end
    around = f"{text[:start].rstrip()} {text[end:].lstrip()}".strip()
    if not (_UNDO_NAMED.fullmatch(around) or _ZH_UNDO_NAMED.fullmatch(around)):
        return None
    if named[0].kind == "act":
        return Record(type="workout", activity=named[0].name)
    return Record(type=_NAMED_TYPES[named[0].name])


def _moved(text: str, tokens: list[Token]) -> Correction | None:
    dates = [t for t in tokens if t.kind == "date"]
    if not dates or any(t.kind in ("qty", "num", "time", "list") and not _ordinal(t, text) for t in tokens):
        return None
    before, after = text[: dates[0].start].strip(), text[dates[-1].end :].strip(" .!。,")
    not_today = _SPLIT_NOT.search(text)
    if not_today is not None and len(dates) > 1:
        keep = dates[0] if not_today.start() > dates[0].start else dates[-1]
        return Correction(date_offset_days=int(keep.value))
    plain_after = after in (
        "",
        "的",
        "not today",
        "actually",
        "的记录",
        "跑的",
        "做的",
        "练的",
        "的事",
        "instead",
        "了",
    )
    if plain_after and (_MOVE.match(before) or _ZH_MOVE.match(before) or (not before and after == "的")):
        return Correction(date_offset_days=int(dates[-1].value))
    return None


def _ordinal(token: Token, text: str) -> bool:
    """The `1` of 上1条 counts nothing."""
    return text[token.end : token.end + 1] == "条" and text[token.start - 1 : token.start] == "上"


def _tells_itself(text: str, tokens: list[Token]) -> bool:
    """`ran 5k... actually 6k` is a record; `no, the run was 6k` corrects one."""
    acts = [t for t in tokens if t.kind == "act" or (t.kind == "topic" and t.flag)]
    if not acts:
        values = [t for t in tokens if t.kind in ("qty", "num", "time", "list")]
        change = _CHANGE.search(text) or _ZH_CHANGE.search(text)
        lone = [t for t in values if change is not None and t.end <= change.start()]
        topics = [t for t in tokens if t.kind == "topic" and t.name not in ("best", "rest")]
        return bool(lone and topics)
    first = min(t.start for t in acts)
    change = _CHANGE.search(text) or _ZH_CHANGE.search(text)
    named = change is not None and change.start() <= first and not any(t.flag for t in acts)
    the_noun = text.startswith(("the ", "my ", "that ", "刚才", "那")) or "改" in text
    return not (named or (the_noun and not any(t.flag for t in acts if t.start > first)))


def _changed(text: str, tokens: list[Token], unit: Units) -> Correction | None:
    old_at = _old_span(text)
    values = [t for t in tokens if t.kind in ("qty", "num", "time")]
    old = [t for t in values if old_at[0] <= t.start < old_at[1]]
    new = [t for t in values if t not in old]
    if not new and len(old) == 2:
        old, new = old[:1], old[1:]
    if not new:
        return None
    if len(new) == 2 and not old and _from_to(text, new):
        old, new = new[:1], new[1:]
    token = new[0]
    activity = next((t.name for t in tokens if t.kind == "act"), None)
    dates = [int(t.value) for t in tokens if t.kind == "date"]
    field, value, record = _field(token, activity, unit)
    topic = next((t.name for t in tokens if t.kind == "topic" and t.name in _NAMED), None)
    if topic is not None and len(new) == 1 and (token.kind == "num" or (is_mass(token) and topic == "weight")):
        kind, field = _NAMED[topic]
        value = value if topic == "weight" and is_mass(token) else token.value
        whole = value if field.endswith(("_kg", "_pct", "_l")) else int(value)
        record = Record.model_validate({"type": kind, field: whole}) if topic != "weight" or is_mass(token) else None
    return Correction(
        record=_with_all(record, new[1:], activity, unit),
        field=field,
        value=value,
        old_value=_field(old[0], activity, unit)[1] if old else None,
        date_offset_days=dates[-1] if dates else None,
    )


def _old_span(text: str) -> tuple[int, int]:
    """Where the wrong value stands: after `not`, up to the next separator or `是`."""
    found = _SPLIT_NOT.search(text)
    if found is None:
        return (0, 0)
    rest = re.search(r"[,，;。]|(?<!不)而?是|\bbut\b|\bit was\b|(?<=\d) (?=\d)", text[found.end() :])
    return found.start(), found.end() + rest.start() if rest else len(text)


def _from_to(text: str, new: list[Token]) -> bool:
    between = text[new[0].end : new[1].start]
    return bool(re.search(r"\bto\b|改成|改为|->|→|成", between))


def _field(token: Token, activity: str | None, unit: Units) -> tuple[str | None, float, Record | None]:
    """(record field, value in internal units, a record with only that value)."""
    if is_distance(token):
        metres = unit.internal(token)
        return "distance_m", metres, Record(type="workout", activity=activity, distance_m=metres)
    if is_duration(token) or token.kind == "time":
        return "duration_s", token.value, Record(type="workout", activity=activity, duration_s=token.value)
    if is_mass(token):
        return "load_kg", unit.internal(token), Record(type="sets", activity=activity, load_kg=unit.internal(token))
    field = _FIELDS.get(token.name)
    if field is None:
        return None, token.value, None
    kind = (
        "steps"
        if field == "steps"
        else "sets"
        if field in ("reps", "sets")
        else "workout"
        if field == "floors"
        else "vitals"
    )
    record = Record.model_validate({"type": kind, "activity": activity, field: int(token.value)})
    return field, float(int(token.value)), record


def _with_all(record: Record | None, more: list[Token], activity: str | None, unit: Units) -> Record | None:
    """Further new values (`make it 6k in 30 min`) join the first."""
    for token in more:
        field, value, other = _field(token, activity, unit)
        if record is not None and other is not None and field is not None:
            record = record.model_copy(update={field: getattr(other, field, value)})
    return record
