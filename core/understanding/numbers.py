"""Numbers in words: Chinese numerals, English number words, full-width and grouped digits, halves.

`to_digits` rewrites every number of a (normalised) text in plain digits, so that later readers know one spelling only.
"""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from functools import lru_cache

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
_LIANG = re.compile(r"(斤|[轻重瘦胖掉涨减降长少多]了?)([一二三四五六七八九])(?=两)")
_ZO = re.compile(r"(?<=[跑行走游瞓饮做踩打练骑瘦重])左(?![右边手脚腿侧])")
"""How 咗, a sign that something is done, is often typed."""
_ZH_WORD = re.compile(
    rf"(?<![{_ZH_CHARS}\d])(?:一(?:起|下(?!\d)|(?<![晚晨午夜]一)点(?!钟|半|[一二三四五六七八九十零\d])|直|定|样"
    rf"|些|般|边|旦|切|共|路|会儿?|阵|番|同|早|来|身|生|再|向|旁|致|律|口气|把)"
    r"|万(?:一|分|岁|事)|千万(?=[别不要记])|百(?:分之|万富|步走)|十分(?!钟|\d|[一二三四五六七八九])|三(?:明治|角肌"
    r"|伏|亚)|四(?:肢|头肌|川)"
    r"|五(?:官|花|谷)|[二三]头肌?(?=弯举|下压|屈伸|臂|训练)|八(?:段.|[断锻端]锦|卦)|七(?:夕|七八八)|九(?:阴|寨)|六(?:神"
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

_EN_SMALL = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_EN_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_EN_SCALE = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_EN_VALUE = _EN_SMALL | _EN_TENS
_EN_WORD = "|".join(sorted((*_EN_VALUE, *_EN_SCALE), key=len, reverse=True))
_EN_RUN = re.compile(
    rf"\b(?:(?P<a>an? )(?=hundred|thousand|million)|\d{{1,6}}(?:\.\d{{1,4}})? (?=hundred|thousand|million))?"
    rf"(?:{_EN_WORD})(?:(?:[ -]| and )(?:{_EN_WORD}))*(?: point (?:{_EN_WORD})(?: (?:{_EN_WORD}))?)?\b"
)
# "that one", "the last one": a pronoun, not a count.
_EN_PRONOUN = re.compile(
    r"(?:last|that|this|the|little|young|big|good|bad|hard|easy|tough|long|short|quick|new|old|no|any|which|every|each|other|some|wrong|first|second|previous) one\b"
)
_EN_HALF_AFTER = re.compile(
    r"\b(?:(\d{1,6}|an?)( (?:hours?|hrs?|minutes?|mins?|miles?|km|kilometers?|kilometres?|liters?|litres?))?"
    r"|(?<!\d )(hour))"
    r" (?:and|n|&) (?:(a half|1 half|a 1/2|half)|(?:a |1 )?(quarter)|3 (quarters))\b(?! an? )"
)
_PAST_HOUR = re.compile(r"\b(half|(?:a )?quarter|5|10|20|25) past (\d{1,2})\b|\b(?:a )?quarter to (\d{1,2})\b")
_DOTTED_CLOCK = re.compile(r"(?<![\d.])(1?\d)\.([0-5]\d) ?(?=[ap]\.?m\b)")
_SPACED_STEPS = re.compile(
    r"(?<![\d.,])(\d{1,3}) (\d{3})(?= ?steps\b)|(?<=steps )((?:today |yesterday |was |were |: ?)?)(\d{1,3}) (\d{3})\b"
)
_SPOKEN_CLOCK = re.compile(
    r"\b((?:woke|got|up|bed|asleep|slept|awake)(?: up)?(?: at| by| around| about| till| until)?) (1?\d) (05|10|15|20|25|30|35|40|45|50|55)\b"
    r"(?! ?(?:h|k|m|l|s|reps|push|sit))"
)
_HALF_PAST = re.compile(r"\b(at|until|till|from|by|around|about) half (\d{1,2})\b(?! ?(?:k|km|m|h|mi))")
_FEW = {"single": 1, "double": 2, "triple": 3}
_EN_FEW = re.compile(
    r"\b(?:(\d{1,2}) (single|double|triple)s|for (?:an? )?(?:\w+ )?(single|double|triple))\b(?! ?-?(?:unders?|time|digits|arm|leg|hand))"
)
"""Sets named by their repetitions: `5 singles`, `for a double`."""
_EN_HALF = re.compile(
    r"\bhalf (?:an? )?(?=hours?|hr|miles?|km|kilometer|kilometre|minute|k\b|lit|kilo|kg|pound|lb|dozen)"
)
_EN_QUARTER = re.compile(r"\b(?:a )?quarter (?:of an? )?(?=hour|miles?\b)")
_EN_QUARTERS = re.compile(r"\b([123]) quarters of an? (?=hour|mile\b)")
_EN_A = re.compile(
    r"(?<!\d )(?<!\d)\b(?:an?|single) (?=(?:hours?|hr|minute|min|mile|km|kilometer|kilometre|set|rep|glass"
    r"|bottle|cup|lit(?:er|re)|kilo|pound|stone|kg|lb"
    r"|(?:day|week)(?= ago)|gallon)\b)"
)
_EN_DOZEN = re.compile(r"\b(?:(\d{1,3}|an?) )?dozen\b")
_EN_COUPLE = re.compile(r"\ba couple(?: of)? (?=hours?|miles?|k\b|km|sets?|days?|laps|glasses|minutes|mins)")
_TIMED = re.compile(r"[ -](?:minute|min\b|second|sec\b|rep\b|hour)")

_LONG = re.compile(r"(\d{15})\d+")
_GROUPED = re.compile(r"(?<![\d,.])(\d{1,3}(?:,\d{3}){1,4})(?![\d,]|\.\d{3})")
_EUROPEAN = re.compile(r"(?<![\d.,])(\d{1,3})\.(\d{3})(?= ?(?:steps?\b|步))")
_DOTTED = re.compile(
    r"\b((?:woke(?: up)?|got up|up|bed|asleep)(?: at| by| around| till| until)? |slept at )(\d{1,2})\.([0-5]\d)\b"
    r"(?! ?(?:h|k|m|l|s))"
)
_DECIMAL_COMMA = re.compile(r"(?<![\d,.x*])(\d{1,3}),(\d{1,2})(?= ?(?:km|kg|k\b|mi\b|miles))")
_SLASH_FRACTION = re.compile(
    r"(?<![\d/.])(?:(\d{1,3}) )?([1-3])/([234])(?= (?:an? |of an? )?(?:hours?|hr|miles?|mi\b|km\b|k\b))"
    r"(?: of)?(?: an?)?"
)
_WAN = re.compile(r"(?<![\da-z.])(\d{1,3}(?:\.\d{1,4})?) ?w(\d)?(?=多? ?(?:步|steps\b)|[,，。!~ \u4e00-\u9fff]|$)")


@lru_cache(maxsize=LATELY)
def to_digits(text: str) -> str:
    """The lower-case text with numbers in digits: `一万二千步` is `12000步`, `an hour and a half` is `1.5 hour`."""
    text = _LONG.sub(r"\1", text)
    if not text.isascii():
        text = _chinese(text)
    if re.search(r"[a-z]", text):
        text = _english(text)
    text = _EUROPEAN.sub(r"\1\2", text)
    text = _GROUPED.sub(lambda m: m[1].replace(",", ""), text)
    text = _DECIMAL_COMMA.sub(r"\1.\2", text)
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


def plain(value: float) -> str:
    """A number as a reader below expects it: no exponent, no trailing zeros."""
    value = min(value, 1e15)
    return str(int(value)) if value == int(value) else f"{value:.6f}".rstrip("0")


def _chinese(text: str) -> str:
    text = _TWO_OR_THREE.sub(lambda m: "两个" if m[0] == "俩" else "三个", text.replace("廿", "二十"))
    text = _ZO.sub("了", text)
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
    text = _ZH_NUM_HALF.sub(r"\1.5", text)
    return _ZH_HALF.sub("0.5", text)


def _zh_digits(match: re.Match[str]) -> str:
    value = chinese_number(match[0])
    return match[0] if value is None else plain(min(value, 1e15))


def _english(text: str) -> str:
    text = _DOTTED.sub(r"\1\2:\3", text)
    text = _EN_DOZEN.sub(lambda m: plain(12.0 * int(m[1]) if m[1] and m[1].isdigit() else 12.0), text)
    text = _EN_COUPLE.sub("2 ", text)
    pronouns = {m.end() - 3 for m in _EN_PRONOUN.finditer(text)}
    text = _EN_RUN.sub(lambda m: m[0] if m.start() in pronouns else _en_digits(m[0], _TIMED.match(text, m.end())), text)
    if "past" in text or "quarter to" in text:
        text = _PAST_HOUR.sub(_clock, text)
    text = _DOTTED_CLOCK.sub(r"\1:\2", text)
    if "steps" in text:
        text = _SPACED_STEPS.sub(lambda m: f"{m[1]}{m[2]}" if m[1] else f"{m[3]}{m[4]}{m[5]}", text)
    text = _SPOKEN_CLOCK.sub(r"\1 \2:\3", text)
    text = _HALF_PAST.sub(r"\1 \2:30", text)
    text = _EN_FEW.sub(_few, text)
    text = _EN_HALF_AFTER.sub(_and_half, text)
    text = _EN_HALF.sub("0.5 ", text)
    text = _EN_QUARTERS.sub(lambda m: plain(int(m[1]) / 4) + " ", text)
    text = _EN_QUARTER.sub("0.25 ", text)
    return _EN_A.sub("1 ", text)


def _clock(m: re.Match[str]) -> str:
    """`half past 10` -> `10:30`, `quarter to 6` -> `5:45`."""
    if m[3]:
        return f"{(int(m[3]) - 2) % 12 + 1}:45"
    return f"{m[2]}:{ {'half': 30}.get(m[1]) or (15 if 'q' in m[1] else int(m[1])):02d}"


def _few(m: re.Match[str]) -> str:
    return f"{m[1]}x{_FEW[m[2]]}" if m[1] else f"for {_FEW[m[3]]} reps"


def _and_half(m: re.Match[str]) -> str:
    """`an hour and a half` -> `1.5 hour`, `2 hours and a quarter` -> `2.25 hours`."""
    whole = m[1] if m[1] and m[1][0] != "a" else "1"
    return f"{whole}.{5 if m[4] else 25 if m[5] else 75}{m[2] or (f' {m[3]}' if m[3] else '')}"


def _en_digits(run: str, timed: object) -> str:
    """`two hundred and twenty five` -> `225`, `one twenty eight` -> `128` (but `one twenty minute nap` -> `1 20`)."""
    whole, _, fraction = run.partition(" point ")
    numbers: list[float] = []
    group: list[str] = []
    for word in whole.replace("-", " ").split():
        if group and not _continues(group, word) and (timed or not _spoken_hundred([*group, word])):
            numbers.append(_en_value(group, timed))
            group = []
        if group or word != "and":
            group.append(word)
    if group:
        numbers.append(_en_value(group, timed))
    tail = "".join(str(_EN_SMALL.get(w, 0)) for w in fraction.split())
    return " ".join(map(plain, numbers)) + (f".{tail}" if tail else "")


def _continues(group: list[str], word: str) -> bool:
    last = next((w for w in reversed(group) if w != "and"), "")
    if word == "and":
        return last in _EN_SCALE
    if word in _EN_SCALE or last in _EN_SCALE or last in ("a", "an", ""):
        return True
    return last in _EN_TENS and 0 < _EN_SMALL.get(word, 0) < 10


def _spoken_hundred(group: list[str]) -> bool:
    """`one twenty`, `two fifteen`: how blood pressure and weights are read aloud."""
    if len(group) < 2 or not 0 < _EN_SMALL.get(group[0], 0) < 4:
        return False
    return group[1] in _EN_TENS or _EN_SMALL.get(group[1], 0) > 9


def _en_value(group: list[str], timed: object) -> float:
    total = current = 0.0
    if not timed and _spoken_hundred(group):
        total, group = _EN_SMALL[group[0]] * 100.0, group[1:]
    for word in group:
        if word in _EN_SCALE:
            scale = _EN_SCALE[word]
            if scale == 100:
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * scale, 0.0
        elif word[0].isdigit():
            current += float(word)
        elif word in _EN_VALUE:
            current += _EN_VALUE[word]
    return min(total + current, 1e15)
