"""Clock times and spans people name for reminders: `7am`, `22:30`, `早上7点半`, `in 20 minutes`."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re

_TIME = re.compile(
    r"(?<![\d.:])(?P<h>[01]?\d|2[0-4])(?:[:.h](?P<m>[0-5]\d))? ?(?P<ap>a\.?m\.?|p\.?m\.?)(?![a-z])"
    r"|(?<![\d.:])(?P<h2>[01]?\d|2[0-4]):(?P<m2>[0-5]\d)(?!\d)"
    r"|(?P<part>凌晨|清晨|早上|早晨|清早|上午|中午|下午|傍晚|晚上|夜里|半夜|晚|早|午夜)? ?(?<![\d.:])(?P<h3>[01]?\d|2[0-4])(?:点钟?|时)(?:(?P<half>半)|(?P<quarter>[13])刻|(?P<m3>[0-5]?\d)分?)?(?! ?公里)"
    r"|(?:\bat|\bfrom|\buntil|\btill|\btil|\bbetween|\band|\bto|\baround|\bby|提醒我?) (?P<h4>[01]?\d|2[0-3])(?: o'?clock)?(?= ?(?:$|[,.!?;]| in the (?:morning|evening|afternoon)| every| to| and| until| till|o'clock|daily|sharp|tomorrow| tonight))(?: in the (?P<of>morning|evening|afternoon))?"
    r"|(?<![\d.:])(?P<h5>1[0-2]|[1-9]) ?ish\b"
    r"|(?<=早)(?P<h6>[5-9]|1[01])(?!\d|点|:|个|次|组|公里|km|上)|\b(?P<word>noon|midnight)\b|(?P<zhword>正午|午夜)"
)
_RANGE_NUMBERS = re.compile(
    r"(?<![\d.:])(\d{1,2})(?::(\d{2}))? ?(am|pm)? ?(?:-|to|until|till|~|到|至|and) ?(\d{1,2})(?::(\d{2}))? ?(am|pm)?(?![\d.])"
)
_SPAN = re.compile(
    r"\bin (?:about )?(\d{1,3}(?:\.\d)?) ?(min(?:ute)?s?|hours?|hrs?|h)\b|(?<![\d.])(\d{1,3}(?:\.\d)?) ?(min(?:ute)?s?|hours?|hrs?|h) (?:later|from now)\b|\bsnooze(?: for| it| this)* ?(\d{1,3}(?:\.\d)?) ?(min(?:ute)?s?|hours?|hrs?|h|m)?\b"
    r"|(?<![\d.])(\d{1,3}(?:\.\d)?) ?个?(分钟|小时|钟头)(?:之后|以后|后|再)|(?:过|等)(\d{1,3}(?:\.\d)?) ?个?(分钟|小时|钟头)"
)
_EVENING = re.compile(r"\b(?:tonight|evening|afternoon|after (?:work|school|dinner))\b")
_NOONTIME = re.compile(r"\bnoon\b|[中下]午|午休|午睡")
_AFTER_WORK = re.compile(r"下班|晚饭|放学|晚餐")
_EARLIEST_EVENING = 3
_AFTERNOON_FROM = 12
_AFTERNOON = ("下午", "傍晚", "晚上", "晚", "夜里")


def times(text: str) -> list[str]:
    """The clock times in folded text, as "HH:MM", in order."""
    return [time for match in _TIME.finditer(text) if (time := _time(match)) is not None]


def span_minutes(text: str) -> int | None:
    """`in 2 hours` as minutes, 1 to 1440."""
    match = _SPAN.search(text)
    if match is None:
        return None
    number, unit = next((match[i], match[i + 1]) for i in (1, 3, 5, 7, 9) if match[i])
    minutes = round(float(number) * (60 if (unit or "m")[0] in "h小钟" else 1))
    return minutes if 1 <= minutes <= 1440 else None


def time_range(text: str) -> tuple[str, str] | None:
    """Start and end of a daily span: `22:00-08:00`, `10pm to 8am`, `晚上10点到早上8点`, `22 to 7`."""
    found = times(text)
    if len(found) >= 2:
        return found[0], _after_noon(text, found[0], found[1])
    match = _RANGE_NUMBERS.search(text)
    if match is None:
        return None
    start, end = _clock(match[1], match[2], match[3]), _clock(match[4], match[5], match[6])
    return (start, end) if start and end else None


def _after_noon(text: str, start: str, end: str) -> str:
    """`中午12点到2点` ends after noon."""
    if start >= "12:00" and end < "05:00" and _NOONTIME.search(text):
        return f"{int(end[:2]) + 12}{end[2:]}"
    return end


def _time(match: re.Match[str]) -> str | None:
    if match["word"] or match["zhword"]:
        return "12:00" if (match["word"] or match["zhword"]) in ("noon", "正午") else "00:00"
    if match["h"]:
        return _clock(match["h"], match["m"], match["ap"].replace(".", ""))
    if match["h2"]:
        said_late = int(match["h2"]) < _AFTERNOON_FROM and _late(match)
        return _clock(match["h2"], match["m2"], "pm" if said_late else None)
    if match["h3"]:
        minute = "30" if match["half"] else str(15 * int(match["quarter"])) if match["quarter"] else match["m3"]
        return _clock(match["h3"], minute, _half_of(match))
    part = "pm" if match["of"] in ("evening", "afternoon") or (not match["of"] and _late(match)) else None
    return _clock(match["h4"] or match["h5"] or match["h6"], None, part)


def _late(match: re.Match[str]) -> bool:
    """`tonight at 8`, `7ish in the evening`."""
    return bool(_EVENING.search(match.string, max(0, match.start() - 14), match.end() + 18))


def _half_of(match: re.Match[str]) -> str | None:
    """`下班后6点` is in the evening without saying so."""
    if match["part"] or int(match["h3"]) < _EARLIEST_EVENING:
        return _chinese_half(match["part"], int(match["h3"]))
    return "pm" if _AFTER_WORK.search(match.string, max(0, match.start() - 6), match.start()) else None


def _chinese_half(part: str | None, hour: int) -> str | None:
    if part in _AFTERNOON:
        small_hours = part in ("夜里", "晚上", "晚") and (hour <= 4 or hour == 12)
        return "am" if small_hours else "pm"
    return "pm" if part == "中午" and hour < 3 else None


def _clock(hour: str, minute: str | None, half: str | None) -> str | None:
    hours, minutes = int(hour), int(minute or 0)
    if half == "pm" and hours < 12:
        hours += 12
    elif half == "am" and hours == 12:
        hours = 0
    if hours > 24 or minutes > 59 or (half and int(hour) > 12 and half == "am"):
        return None
    return f"{hours % 24:02d}:{minutes:02d}"
