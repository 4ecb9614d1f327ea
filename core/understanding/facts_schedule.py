"""Days a week and minutes at a time, as people answer when asked for them: `3 / 45`, `weekends, 1h`, `周一三五，一小时`."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator

from core.understanding.facts_numbers import Number

ASKED = ("days_per_week", "minutes_per_session")
_LONGEST = 80
"""Characters of an answer."""
_RANGE = r"(?: ?(?:-|~|to|or|到|至) ?\d{1,3}(?:\.\d)?)?"
_MINUTES = re.compile(
    rf"(?<![\d.])(?P<n>\d{{1,3}}(?:\.\d{{1,2}})?){_RANGE}[ -]?个?半?(?P<u>min\w*|m\b|h\b|hrs?\b|hours?|分钟?|小时|钟头|钟)"
)
_COUNTED = re.compile(
    rf"(?<![\d.])(?P<n>\d){_RANGE} ?个?(?:days?|times?|x(?! ?\d)|sessions?|workouts?|evenings?|mornings?|nights?|afternoons?|天|次|回|晚|练)"
    r"|(?P<zh>[一二两三四五六])[二三四五六七](?=天|次|回|晚)"
)
_ZH_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六")} | {"两": 2}
_OTHER_DAY = r"\b(?:every (?:other|2|second)|alternate) days?\b|隔[天日1]"
_EVERY_OTHER = re.compile(_OTHER_DAY)
_SAID: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(pattern), days)
    for pattern, days in (
        (_OTHER_DAY, 3),
        (
            r"\b(?:mon(?:day)?s?) ?(?:-|to|through|thru) ?fri(?:day)?s?\b|\b(?:weekdays|working days|workdays)\b|工作日|周1(?:到|至|-|~)(?:周)?5",
            5,
        ),
        (r"\bweekends?\b|周末|双休", 2),
        (r"\bonce\b", 1),
        (r"\btwice\b", 2),
        (r"\b(?:every ?day|daily|all week|7 days)\b|每[天日晚]|天天", 7),
    )
)
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b|(?:周|星期|礼拜)([1-7一二三四五六日天]+)")
_BARE = re.compile(r"(?<![\d.])\d{1,3}(?![\d.])")


def schedule(text: str, asked: tuple[str, ...]) -> Iterator[Number]:
    """Answers in a folded text to the two questions, as far as they were asked."""
    if len(text) > _LONGEST or not set(asked) & set(ASKED):
        return
    minutes, rest = _minutes(text)
    days, rest = _days(rest)
    for match in _BARE.finditer(rest):
        value = int(match[0])
        if days is None and 1 <= value <= 7:
            days = value
        elif minutes is None and 10 <= value <= 180:
            minutes = float(value)
    if days is not None and ASKED[0] in asked:
        yield Number(ASKED[0], days, (0, 0))
    if minutes is not None and ASKED[1] in asked:
        yield Number(ASKED[1], minutes, (0, 0))


def _minutes(text: str) -> tuple[float | None, str]:
    """The minutes, and the text without them."""
    match = _MINUTES.search(text)
    if match is None:
        return None, text
    hours = match["u"][0] in "h小钟"
    half = 30 if hours and "半" in match[0] else 0
    return float(match["n"]) * (60 if hours else 1) + half, f"{text[: match.start()]} {text[match.end() :]}"


def _days(text: str) -> tuple[int | None, str]:
    """The days, and the text without them."""
    if (match := _COUNTED.search(text)) and not _EVERY_OTHER.search(text):
        days = int(match["n"]) if match["n"] else _ZH_DIGITS[match["zh"]]
        return days, f"{text[: match.start()]} {text[match.end() :]}"
    for pattern, days in _SAID:
        if match := pattern.search(text):
            return days, f"{text[: match.start()]} {text[match.end() :]}"
    named = {day for match in _WEEKDAY.finditer(text) for day in ([match[1]] if match[1] else match[2])}
    return (len(named), _WEEKDAY.sub(" ", text)) if named else (None, text)
