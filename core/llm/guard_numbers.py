"""The numbers of a text, as digits or, before a unit, as words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_UNIT = (
    r"(?:k?m\b|kms\b|kg\b|kgs\b|lbs?\b|g\b|mg\b|mcg\b|ml\b|kcal\b|cal\b|bpm\b|%|percent|kilo\w*|pounds?|grams?|milligrams?|calories|met(?:re|er)s?"
    r"|miles?|minutes?|mins?\b|hours?|hrs?\b|seconds?|secs?\b|days?|weeks?|months?|years?|times|reps?\b|repetitions?|sets?\b|steps|glasses|lit(?:re|er)s?|servings?|meals"
    r"|公斤|千克|斤|克|毫克|公里|千米|米|里|大卡|千卡|卡路里|卡|分钟|小时|秒|天|周|个?星期|个?月|年|岁|次|组|个|步|杯|升|毫升|片|粒|顿|餐)"
)
_DIGITS = re.compile(r"\d+(?:[.,:/]\d+)*")
_LIST_ITEM = re.compile(r"^\s*\d{1,2}[.)、．]\s", re.MULTILINE)
_AFTER = re.compile(rf"[\s-]*{_UNIT}", re.IGNORECASE)

_ONES = (
    "one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH = (
    {word: value for value, word in enumerate(_ONES.split(), 1)}
    | {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
    | {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
)
_WORD = "|".join(_ENGLISH)
_SPELLED = re.compile(rf"\b((?:{_WORD})(?:(?:[\s-]|\sand\s)(?:{_WORD}))*)[\s-]+{_UNIT}", re.IGNORECASE)
_HAN_DIGITS = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_HAN_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_HAN = re.compile(rf"([零一二两三四五六七八九十百千万]+)(?=\s*{_UNIT})")
_SMALL = ("1", "2", "3")


def stated(text: str) -> Iterator[str]:
    """Numbers an answer states: digits, and words of number before a unit. Numbering of lists and a bare one to three
    are not statements. Written in one way: `10000`, `2.5`, times and pairs as they stand (`7:30`, `120/80`)."""
    plain = _LIST_ITEM.sub(" ", unicodedata.normalize("NFKC", text))
    for match in _DIGITS.finditer(plain):
        number = _written(match[0])
        if number not in _SMALL or _AFTER.match(plain, match.end()):
            yield number
    yield from (number for number in _spelled(plain) if number not in _SMALL)


def given(*texts: str) -> frozenset[str]:
    """Every number that texts give leave to say: also the hours of a time, and both numbers of a pair."""
    found: set[str] = set()
    for text in texts:
        plain = unicodedata.normalize("NFKC", text)
        for match in _DIGITS.finditer(plain):
            found.add(_written(match[0]))
            found.add(_written(match[0].partition(":")[0]))
            found.update(map(_written, match[0].split("/")))
        found.update(_spelled(plain))
    return frozenset(found)


def _written(digits: str) -> str:
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits):
        digits = digits.replace(",", "")
    return f"{float(digits):.12g}" if re.fullmatch(r"\d+(?:\.\d+)?", digits) else digits


def _spelled(text: str) -> Iterator[str]:
    for match in _SPELLED.finditer(text):
        yield str(_english(match[1].lower()))
    for match in _HAN.finditer(text):
        yield str(_han(match[1]))


def _english(words: str) -> int:
    total = group = 0
    for word in re.findall(r"[a-z]+", words):
        value = _ENGLISH.get(word, 0)
        if value >= 1000:
            total += max(group, 1) * value
            group = 0
        elif value == 100:
            group = max(group, 1) * 100
        else:
            group += value
    return total + group


def _han(digits: str) -> int:
    total = group = last = 0
    for char in digits:
        power = _HAN_POWERS.get(char)
        if power is None:
            last = _HAN_DIGITS[char]
        elif power == 10_000:
            total += max(group + last, 1) * power
            group = last = 0
        else:
            group += max(last, 1) * power
            last = 0
    return total + group + last
