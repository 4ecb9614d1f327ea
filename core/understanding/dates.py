"""Relative and calendar dates in text, as whole days from the person's local day."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import zip_longest
from typing import Any
from zoneinfo import ZoneInfo

from core.understanding.triggers import OneOf, guarded

DAY_START_HOUR = 3
_MAX_DAYS = 3660

_MONTHS = {
    m: i for i, m in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_WEEKDAYS = {w: i for i, w in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_EN_DAY = r"(?P<en_day>mon|tue|wed|thu|fri|sat|sun)(?:days?|s|sday|nesday|r|rs|rsday|urday)?\b"
_ZH_DAY = r"(?:周|星期|礼拜)(?P<zh_day>[1-7一二三四五六日天末])(?!共)"
_MONTH = (
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b\.?"
)
_WORDS = {
    "today": 0,
    "今天": 0,
    "今日": 0,
    "今早": 0,
    "今晨": 0,
    "今晚": 0,
    "今夜": 0,
    "今儿": 0,
    "今朝": 0,
    "听日": 1,
    "听朝": 1,
    "听晚": 1,
    "琴日": -1,
    "寻日": -1,
    "噚日": -1,
    "擒日": -1,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tonight": 0,
    "当天": 0,
    "todays": 0,
    "this arvo": 0,
    "this am": 0,
    "this pm": 0,
    "this lunchtime": 0,
    "earlier today": 0,
    "2day": 0,
    "tdy": 0,
    "yesterday": -1,
    "昨天": -1,
    "昨日": -1,
    "昨早": -1,
    "昨儿": -1,
    "yesterdays": -1,
    "yday": -1,
    "yesterdy": -1,
    "yesteday": -1,
    "ystrday": -1,
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "前天": -2,
    "前日": -2,
    "大前天": -3,
    "tomorrow": 1,
    "tmr": 1,
    "tmrw": 1,
    "tomorow": 1,
    "明天": 1,
    "明日": 1,
    "明早": 1,
    "明晚": 1,
    "明儿": 1,
    "后天": 2,
    "大后天": 3,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
}
_NIGHTS = (
    "last night",
    "yesterday night",
    "yesterday evening",
    "昨晚",
    "昨夜",
    "昨天晚上",
    "昨天夜里",
    "昨儿晚上",
    "lastnight",
    "琴晚",
    "寻晚",
    "噚晚",
    r"昨[天日](?=睡得|熬夜|失眠|没睡好|\d{1,2}点半?多?[才就]?[睡上])",
)
_NIGHTS_BEFORE = ("前天晚上", "前天夜里", "前晚", "前夜", "the night before last", "night before last")
_DATE = OneOf(
    r"(?P<iso>(?P<y>20\d\d)[-/.年] ?(?P<m>\d{1,2})[-/.月] ?(?P<d>\d{1,2})(?!\d)[日号]?)"
    r"|(?P<zh>(?<![\d.])(?P<zm>\d{1,2})月 ?(?P<zd>\d{1,2})[日号]?)"
    rf"|(?P<night2>{'|'.join(_NIGHTS_BEFORE)})|(?P<night>{'|'.join(_NIGHTS)})"
    r"|(?<!比)(?:(?<!for )|(?=yesterday|yday))"
    rf"(?P<word>(?:\b(?:{'|'.join(w for w in sorted(_WORDS, key=len, reverse=True) if w.isascii())})\b)"
    rf"|{'|'.join(w for w in sorted(_WORDS, key=len, reverse=True) if not w.isascii())})"
    r"|\b(?P<ago>\d{1,4}) (?P<unit>day|night|week|month|year)s? ago(?: today| tonight)?\b"
    r"|\bon the (?P<en_nth>[12]?\d|3[01])(?:st|nd|rd|th)\b"
    r"|(?<![\d.月])(?P<zh_nth>[12]?\d|3[01])号(?![线楼店位球院馆车门机码])"
    r"|(?P<zago>\d{1,4}) ?(?P<zunit>天|日|晚|周|个?星期|个?礼拜|个?月|年)(?:之?前|以前)"
    rf"|(?P<zh_week>上上个?|上个?|这个?|本|下下个?|下个?)?{_ZH_DAY}"
    rf"|(?<!since)(?<!since )(?<!since last)(?<!since last )\b(?P<en_week>last|this past|past|this|next|on|coming)? ?\b{_EN_DAY}"
    rf"|\b{_MONTH} (?P<month_day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:\d| ?(?:km|k|reps|min|miles|x|kg|lb|sets))"
    rf"|\b(?P<day_month>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH.replace('month', 'month2')}\b"
    r"|(?:^|\n|(?<=on ))(?P<s1>\d{1,2})/(?P<s2>\d{1,2})(?:/(?P<sy>20\d\d|\d\d))?(?![\d/.])(?=[ :,-])"
)


@dataclass(frozen=True, slots=True)
class When:
    """A date found in text. `night`: last night, whose sleep belongs to the next day."""

    start: int
    end: int
    offset: int
    night: bool = False
    explicit: bool = False


def local_day(now: datetime, zone: str, day_start_hour: int = DAY_START_HOUR) -> date:
    """The person's day at `now` (aware): it ends at `day_start_hour` local time."""
    return (now.astimezone(ZoneInfo(zone)) - timedelta(hours=day_start_hour)).date()


def find_dates(text: str, today: date, locale: str, small_hours: bool = False) -> list[When]:
    """The dates in a folded text, in order. `small_hours`: it is after midnight but the person's day has not ended."""
    found = [when for m in _DATE.finditer(text) if (when := _when(m, today, locale, small_hours)) is not None]
    return sorted((*found, *_mornings_after(text, found)), key=lambda when: when.start)


_MORNING = guarded(r"早上|早晨|清晨|晨起|起床|上午|\bin the morning\b|\bwoke up\b(?! (?:\d{1,2} times|once|twice|\d$))")


def _mornings_after(text: str, found: list[When]) -> Iterator[When]:
    """The morning named after last night is today's."""
    for when, following in zip_longest(found, found[1:]):
        until = following.start if following else len(text)
        if when and when.night and (morning := _MORNING.search(text, when.end, until)):
            yield When(morning.start(), morning.end(), 0)


def _said(m: re.Match[str], group: str) -> Any:
    """What a group found, which other ways to name a date do not have."""
    return m[group] if group in m.re.groupindex else None


def _when(m: re.Match[str], today: date, locale: str, small_hours: bool) -> When | None:
    if _said(m, "night2"):
        return When(m.start(), m.end(), -2, night=True)
    if _said(m, "night"):
        return When(m.start(), m.end(), 0 if small_hours else -1, night=True)
    if _said(m, "word"):
        return When(m.start(), m.end(), _WORDS[_said(m, "word")])
    if _said(m, "ago") or _said(m, "zago"):
        return When(m.start(), m.end(), _counted(m))
    if _said(m, "en_nth") or _said(m, "zh_nth"):
        return _day_of_month(m, today)
    if _said(m, "en_day") or _said(m, "zh_day"):
        offset = _weekday(m, today)
        return None if offset is None else When(m.start(), m.end(), offset)
    return _calendar(m, today, locale)


def _counted(m: re.Match[str]) -> int:
    unit = _said(m, "unit") or _said(m, "zunit")
    days = {"week": 7, "周": 7, "month": 30, "year": 365, "年": 365}.get(unit)
    if days is None:
        days = 7 if "星期" in unit or "礼拜" in unit else 30 if "月" in unit else 1
    return max(-_MAX_DAYS, -int(_said(m, "ago") or _said(m, "zago")) * days)


def _weekday(m: re.Match[str], today: date) -> int | None:
    if _said(m, "en_day"):
        if m[0].strip() == "sats":
            return None
        if _said(m, "en_week") is None and m[0].strip() in ("sun", "sat", "mon", "wed") and not _is_weekday(m):
            return None
        return _past_weekday(_WEEKDAYS[_said(m, "en_day")], today, _said(m, "en_week") or "")
    sign = _said(m, "zh_day")
    if sign == "末":
        return _weekend(_said(m, "zh_week") or "", today)
    day = 6 if sign in "日天7" else int(sign) - 1 if sign.isdigit() else "一二三四五六".index(sign)
    week = (_said(m, "zh_week") or "").removesuffix("个")
    weeks = {"上上": -14, "上": -7, "这": 0, "本": 0, "下": 7, "下下": 14}.get(week)
    if weeks is None:
        return -((today.weekday() - day) % 7)
    return day - today.weekday() + weeks


def _is_weekday(m: re.Match[str]) -> bool:
    """Whether `sat`, `sun`, `wed` or `mon` is the day: `sat: 5k`, `hiked 16km sat`; not `I sat`, `hot sun`."""
    text = m.string
    if text[m.end() : m.end() + 1] == ":":
        return True
    if _OTHERWISE_AFTER.match(text, m.end()):
        return False
    before = text[max(0, m.start("en_day") - 12) : m.start("en_day")].rstrip()
    opens = not before or before[-1] in ",.;!\n("
    return opens or bool(_DAY_AFTER_AMOUNT.search(before))


_OTHERWISE_AFTER = re.compile(
    r" ?(?:in|on|at|through|down|with|around|out|by|there|was|is|came|burn|burnt|cream|screen|shine|salut\w*)\b"
)
_DAY_AFTER_AMOUNT = re.compile(
    r"(?:\d ?[a-z]{0,9}|\b(?:run|ran|walk|walked|swim|swam|ride|rode|bike|hike|hiked|lifted|yoga|gym|workout|done|and|then|steps|off|rest|rested))$"
)


def _weekend(week: str, today: date) -> int:
    saturday = 5 - today.weekday()
    if week.startswith("下"):
        return saturday + 7
    return saturday - 7 if week.startswith("上") or (not week and saturday > 0) else min(saturday, 0)


def _past_weekday(day: int, today: date, which: str) -> int:
    back = (today.weekday() - day) % 7
    if which in ("next", "coming"):
        return 7 - back
    if which in ("last", "this past", "past"):
        return -(back or 7)
    return -back


def _calendar(m: re.Match[str], today: date, locale: str) -> When | None:
    year: int | None = None
    if _said(m, "iso"):
        year, month, day = int(_said(m, "y")), int(_said(m, "m")), int(_said(m, "d"))
    elif _said(m, "zh"):
        month, day = int(_said(m, "zm")), int(_said(m, "zd"))
    elif _said(m, "month"):
        month, day = _MONTHS[_said(m, "month")], int(_said(m, "month_day"))
    elif _said(m, "month2"):
        month, day = _MONTHS[_said(m, "month2")], int(_said(m, "day_month"))
    else:
        month, day = int(_said(m, "s1")), int(_said(m, "s2"))
        year = int(_said(m, "sy")) % 100 + 2000 if _said(m, "sy") else None
        if month > 12 or (locale.startswith("en-") and locale[-2:] not in ("US", "PH", "CA") and day <= 12):
            month, day = day, month
    found = _nearest(year, month, day, today)
    if found is None:
        return None
    return When(m.start(), m.end(), (found - today).days, explicit=True)


def _day_of_month(m: re.Match[str], today: date) -> When | None:
    """`on the 10th`: the last day of that number."""
    day = int(_said(m, "en_nth") or _said(m, "zh_nth"))
    found = next((d for back in range(62) if (d := today - timedelta(days=back)).day == day), None)
    return When(m.start(), m.end(), (found - today).days, explicit=True) if found else None


def _nearest(year: int | None, month: int, day: int, today: date) -> date | None:
    """The date; without a year the most recent one, or the next if that is within two weeks."""
    try:
        if year is not None:
            return date(year, month, day)
        this = date(today.year, month, day)
        return this if (this - today).days <= 14 else date(today.year - 1, month, day)
    except ValueError:
        return None
