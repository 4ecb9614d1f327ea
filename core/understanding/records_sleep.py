"""Sleep: a duration, or from when to when. A night belongs to the date of waking."""

from __future__ import annotations

from dataclasses import replace

from core.domain.records import Record
from core.understanding.built import Built, is_duration
from core.understanding.draft import Draft
from core.understanding.tokens import Token

_DAY = 1440
_LONGEST_NAP_S = 10_800
_FROM_TO = 2
_SHORTEST_NAP_MIN = 10


def read_sleep(draft: Draft) -> Built:
    """`slept 7.5h`, `11 to 7`, `昨晚11点睡今早7点起`, a nap; awakenings if said."""
    nap = (draft.name == "nap" and not draft.night) or _at_midday(draft)
    seconds = _duration(_in_minutes(draft.items) if nap else draft.items) or _between(draft.items, nap)
    awake = next((int(t.value) for t in draft.items if t.kind == "awake"), None)
    if seconds is None:
        return Built()
    return Built((Record(type="sleep", sleep_s=seconds, nap=True if nap else None, awakenings=awake),))


def _in_minutes(items: list[Token]) -> list[Token]:
    """`nap 20`, `nap 45m`: nobody naps for twenty hours."""
    if sum(t.kind in ("num", "clock", "time") for t in items) > 1:
        return items
    return [
        replace(t, kind="qty", name="dur", value=t.value * 60)
        if t.name == "m_or_min" or (t.kind == "num" and t.value >= _SHORTEST_NAP_MIN)
        else t
        for t in items
    ]


def _at_midday(draft: Draft) -> bool:
    """`中午在公司睡了35分钟`."""
    short = any(is_duration(t) and t.value <= _LONGEST_NAP_S for t in draft.items)
    return short and any(t.kind == "part" and t.name == "midday" for t in draft.clause.tokens)


def _duration(items: list[Token]) -> float | None:
    for token in items:
        if is_duration(token):
            return token.value
    times = [t for t in items if t.kind == "time"]
    numbers = [t for t in items if t.kind in ("clock", "num")]
    if len(times) == 1 and not numbers:
        hours, minutes, *_ = times[0].values
        return hours * 3600 + minutes * 60
    if not times and len(numbers) == 1 and numbers[0].kind == "num" and 0 < numbers[0].value <= 24:
        before = items[items.index(numbers[0]) - 1].name if items[0] is not numbers[0] else ""
        return None if before in ("at", "till", "until", "from", "to", "wake") else numbers[0].value * 3600
    return None


def _between(items: list[Token], nap: bool) -> float | None:
    clocks = [c for t in items if (c := _clock(t)) is not None]
    if len(clocks) < 2:
        return None
    if len(clocks) > _FROM_TO and not nap:
        # "10点半上床，11点睡着，6点半起"
        clocks = clocks[-2:]
    (bed, bed_sure), (wake, _) = clocks[1::-1] if _woke_first(items) else clocks[:2]
    if nap:
        return float((wake - bed) % (_DAY // 2) * 60)
    if not bed_sure and 5 * 60 < bed <= 12 * 60:
        # gone to bed between five and twelve: in the evening
        bed = (bed + 720) % _DAY
    elif not bed_sure and 720 <= bed < 780:
        bed -= 720
    return float((wake - bed) % _DAY * 60) or None


def _clock(token: Token) -> tuple[float, bool] | None:
    """(minutes after midnight, whether it is sure which half of the day)."""
    if token.kind == "clock":
        return token.value, token.flag
    if token.kind == "time" and len(token.values) == 2 and token.values[0] < 24:
        return token.values[0] * 60 + token.values[1], token.values[0] > 12
    if token.kind == "num" and 0 <= token.value <= 24:
        return token.value % 24 * 60, token.value > 12
    return None


def _woke_first(items: list[Token]) -> bool:
    for token in items:
        if _clock(token) is not None:
            return False
        if token.kind == "word" and token.name == "wake":
            return True
    return False
