"""Numbers in words: Chinese numerals, English number words, full-width and grouped digits, halves.

`to_digits` rewrites every number of a (normalised) text in plain digits, so that later readers know one spelling only.
"""

# Patterns are data: one alternative a line where it fits.

from __future__ import annotations

import re
from functools import lru_cache

from core.understanding.numbers_en import english, plain
from core.understanding.text_norm import LATELY, normalise

MAX_DIGITS = 15
"""Longer runs of digits are cut: still absurd, and still exact in a float."""

_ZH_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}
_ZH_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_ZH_BIG = {"万": 10_000, "亿": 100_000_000}
_ZH_CHARS = "".join((*_ZH_DIGITS, *_ZH_UNITS, *_ZH_BIG))
_ZH_RUN = re.compile(
    rf"(?:\d{{1,15}}(?:\.\d{{1,6}})?(?=[{''.join((*_ZH_UNITS, *_ZH_BIG))}]))?(?!(?<=\d)两)"
    rf"[{_ZH_CHARS}][{_ZH_CHARS}\d]{{0,24}}"
)
_ZH_PART = re.compile(r"\d+(?:\.\d+)?|.")

# Words in which a numeral does not count anything.
_TWO_OR_THREE = re.compile(r"[俩仨](?=小时|钟头|馒头|动作)")
_EACH_SET = re.compile(r"(\d{1,3})([个下次])1组(?=[,， ]{0,2}[^,，。\d]{0,4}\d{1,2}组)")
_LIANG = re.compile(r"(斤|[轻重瘦胖掉涨减降长少多喝整]了?)([一二三四五六七八九])(?=两)")
_AND_HALF = re.compile(r"(?<=了)个半(?=小时|钟)")
_ZO = re.compile(r"(?<=[跑行走游瞓饮做踩打练骑瘦重])左(?![右边手脚腿侧])")
"""How 咗, a sign that something is done, is often typed."""
_ZH_WORD = re.compile(
    rf"(?<![{_ZH_CHARS}\d])(?:一(?:起|觉(?!睡)|下(?!\d)|(?<![晚晨午夜]一)点(?!钟|半|[一二三四五六七八九十零\d])|直|定|样"
    rf"|些|般|边|旦|切|共|路|会儿?|阵|番|同|早|来|身|生|再|向|旁|致|律|口气|把)"
    r"|万(?:一|分|岁|事)|千万(?=[别不要记])|百(?:分之|万富|步走)|十分(?!钟|\d|[一二三四五六七八九])|三(?:明治|角肌"
    r"|伏|亚)|四(?:肢|头肌|川)"
    r"|五(?:官|花|谷)|[二三]头肌?(?=弯举|下压|屈伸|臂|训练)|八(?:段.|[断锻端]锦|卦)|七(?:夕|星|七八八)|九(?:阴|寨)|六(?:神"
    r"|块腹)|每千[米克]|/千[米克]|千[瓦卡焦]|斤两|两(?:边|侧|头)"
    r"|统一|第[一二三四五六七八九十两]+|[不唯同逐]一|乱七八糟|一一)"
)
_ZH_DECIMAL = re.compile(
    r"(\d{1,6})点(\d{1,4})(?=\s?(?:个?小时|个?钟头|公里|千米|km|公斤|千克|kg|斤|升|米|英里|英里|里|万|千|度"
    r"|mmol|%|倍|毫))"
)
_ZH_TENTHS = re.compile(r"(?<=血糖|[餐饭][前后]|空腹|体温|体重)([是为到有]?)(\d{1,3})点(\d)(?![\d点分半刻])")
_ZH_APPROX = re.compile(
    r"(\d)(?:(?:多|来|余)(?=个|公|千|分|小|钟|米|里|步|斤|组|下|次|秒|层|杯|万)|(个)多(?=小时|钟|月|星期))"
)
_ZH_HALF = re.compile(r"(?<![一-鿿]一)(?<!\d)半(?=个?(?:小时|钟头|钟|公里|斤|公斤|英里|里|升|分钟|点钟))个?")
_ZH_NUM_HALF = re.compile(r"(\d{1,6})(个?)半(?=个?(?:小时|钟头|钟|公里|斤|公斤|英里|升|里))")

_MOST_DIGITS = 15
_HALF_MORE = re.compile(r"(?<!\d)个半(?=钟)")
"""`做咗個半鐘`: an hour and a half."""
_LONG = re.compile(r"(\d{15})\d+")
_GROUPED = re.compile(r"(?<![\d,.])(\d{1,3}(?:,\d{3}){1,4})(?!\d|,\d|\.\d{3})")
_LATIN = re.compile("[a-z]")
_EUROPEAN = re.compile(r"(?<![\d.,])(\d{1,3})\.(\d{3})(?= ?(?:steps?\b|步))")
_DECIMAL_COMMA = re.compile(r"(?<![\d,.x*])(\d{1,3}),(\d{1,2})(?= ?(?:km|kg|k\b|mi\b|miles))")
_SLASH_FRACTION = re.compile(
    r"(?<![\d/.])(?:(\d{1,3}) )?([1-3])/([234])(?= (?:an? |of an? )?(?:hours?|hr|miles?|mi\b|km\b|k\b))"
    r"(?: of)?(?: an?)?"
)
_WAN = re.compile(r"(?<![\da-z.])(\d{1,3}(?:\.\d{1,4})?) ?w(\d)?(?=多? ?(?:步|steps\b)|[,，。!~ \u4e00-\u9fff]|$)")


@lru_cache(maxsize=LATELY)
def to_digits(text: str) -> str:
    """The lower-case text with numbers in digits: `一万二千步` is `12000步`, `an hour and a half` is `1.5 hour`."""
    if len(text) > _MOST_DIGITS:
        text = _LONG.sub(r"\1", text)
    if not text.isascii():
        text = _chinese(text)
    if _LATIN.search(text):
        text = english(text)
    if "." in text:
        text = _EUROPEAN.sub(r"\1\2", text)
    if "," in text:
        text = _GROUPED.sub(lambda m: m[1].replace(",", ""), text)
        text = _DECIMAL_COMMA.sub(r"\1.\2", text)
    if "/" not in text:
        return text
    return _SLASH_FRACTION.sub(lambda m: plain(float(m[1] or 0) + int(m[2]) / int(m[3])), text)


def parse_number(token: str) -> float | None:
    """The value of a token that is only a number (`1,234`, `一万二`, `twenty five`, `10k`, `半`), or `None`."""
    words = normalise(token).lower()
    if words in ("半", "half", "a half", "1/2"):
        return 0.5
    digits = re.fullmatch(r"(-?\d{1,15}(?:\.\d{1,6})?)([kw万千]?)", to_digits(words))
    if digits is None:
        return None
    return float(digits[1]) * {"k": 1e3, "千": 1e3, "w": 1e4, "万": 1e4, "": 1.0}[digits[2]]


def chinese_number(run: str) -> float | None:
    """The value of a Chinese numeral, digits allowed inside: `一万二` 12000, `两千五` 2500, `1.2万`, `二零二六` 2026.

    `None` for a list of digits (`三四`: three or four) and for what is no numeral.
    """
    parts = _ZH_PART.findall(run)
    if all(p in _ZH_DIGITS for p in parts):
        return _digit_string(parts)
    return _positional(parts)


def _digit_string(parts: list[str]) -> float | None:
    digits = [_ZH_DIGITS[p] for p in parts]
    if len(digits) == 2 and digits[1] == digits[0] + 1:
        return None
    return float("".join(map(str, digits)))


def _positional(parts: list[str]) -> float | None:
    total = section = number = 0.0
    last_unit = 1.0
    after_zero = False
    for part in parts:
        if part in _ZH_BIG:
            total, section, number = (total + section + number or 1) * _ZH_BIG[part], 0.0, 0.0
            last_unit, after_zero = _ZH_BIG[part], False
        elif part in _ZH_UNITS:
            section += (number or 1) * _ZH_UNITS[part]
            number, last_unit, after_zero = 0.0, _ZH_UNITS[part], False
        else:
            value = float(_ZH_DIGITS[part]) if part in _ZH_DIGITS else float(part)
            if number:
                return None
            after_zero = after_zero or value == 0
            number = value
    if number and not after_zero and last_unit >= 100 and number < 10:
        number *= last_unit / 10
    return total + section + number


def _chinese(text: str) -> str:
    text = _TWO_OR_THREE.sub(lambda m: "两个" if m[0] == "俩" else "三个", text.replace("廿", "二十"))
    text = _ZO.sub("了", text)
    text = _AND_HALF.sub("1.5个", text)
    text = _LIANG.sub(lambda m: f"{m[1]}{_ZH_DIGITS[m[2]]}", text)
    text = _WAN.sub(lambda m: plain(float(m[1]) * 10_000 + int(m[2] or 0) * 1000), text)
    kept = [(m.start(), m.end()) for m in _ZH_WORD.finditer(text)]
    out: list[str] = []
    at = 0
    for begin, end in [*kept, (len(text), len(text))]:
        out.append(_ZH_RUN.sub(_zh_digits, text[at:begin]))
        out.append(text[begin:end])
        at = end
    text = _ZH_APPROX.sub(r"\1\2", "".join(out))
    text = _ZH_DECIMAL.sub(r"\1.\2", text)
    text = _ZH_TENTHS.sub(r"\1\2.\3", text)
    text = _EACH_SET.sub(r"每组\1\2", text)
    if "个半钟" in text:
        text = _HALF_MORE.sub("1.5个", text)
    text = _ZH_NUM_HALF.sub(r"\1.5", text)
    return _ZH_HALF.sub("0.5", text)


def _zh_digits(match: re.Match[str]) -> str:
    value = chinese_number(match[0])
    return match[0] if value is None else plain(min(value, 1e15))
