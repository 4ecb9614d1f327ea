"""Number words, clock words and fractions of English, in digits."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re

from core.understanding.triggers import guarded

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
_EN_RUN = guarded(
    rf"\b(?:(?P<a>an? )(?=hundred|thousand|million)|\d{{1,6}}(?:\.\d{{1,4}})? (?=hundred|thousand|million))?"
    rf"(?:{_EN_WORD})(?:(?:[ -]| and )(?:{_EN_WORD}))*(?: point (?:{_EN_WORD})(?: (?:{_EN_WORD}))?)?\b"
)
# "that one", "the last one": a pronoun, not a count.
_EN_PRONOUN = guarded(
    r"(?:last|that|this|the|little|young|big|good|bad|hard|easy|tough|long|short|quick|new|old|no|any|which|every|each|other|some|wrong|first|second|previous) one\b"
)
_EN_HALF_AFTER = guarded(
    r"\b(?:(\d{1,6}|an?)( (?:hours?|hrs?|minutes?|mins?|miles?|km|kilometers?|kilometres?|liters?|litres?))?"
    r"|(?<!\d )(hour))"
    r" (?:and|n|&) (?:(a half|1 half|a 1/2|half)|(?:a |1 )?(quarter)|3 (quarters))\b(?! an? )"
)
_PAST_HOUR = re.compile(r"\b(half|(?:a )?quarter|5|10|20|25) past (\d{1,2})\b|\b(?:a )?quarter to (\d{1,2})\b")
_DOTTED_CLOCK = re.compile(r"(?<![\d.])(1?\d)\.([0-5]\d) ?(?=[ap]\.?m\b)")
_SPACED_STEPS = re.compile(
    r"(?<![\d.,])(\d{1,3}) (\d{3})(?= ?steps\b)|(?<=steps )((?:today |yesterday |was |were |: ?)?)(\d{1,3}) (\d{3})\b"
)
_SPOKEN_CLOCK = guarded(
    r"\b((?:woke|got|up|bed|asleep|slept|awake)(?: up)?(?: at| by| around| about| till| until)?) (1?\d) (05|10|15|20|25|30|35|40|45|50|55)\b"
    r"(?! ?(?:h|k|m|l|s|reps|push|sit))"
)
_HALF_PAST = guarded(r"\b(at|until|till|from|by|around|about) half (\d{1,2})\b(?! ?(?:k|km|m|h|mi))")
_FEW = {"single": 1, "double": 2, "triple": 3}
_EN_FEW = guarded(
    r"\b(?:(\d{1,2}) (single|double|triple)s|for (?:an? )?(?:\w+ )?(single|double|triple))\b(?! ?-?(?:unders?|time|digits|arm|leg|hand))"
)
"""Sets named by their repetitions: `5 singles`, `for a double`."""
_EN_HALF = guarded(r"\bhalf (?:an? )?(?=hours?|hr|miles?|km|kilometer|kilometre|minute|k\b|lit|kilo|kg|pound|lb|dozen)")
_EN_QUARTER = guarded(r"\b(?:a )?quarter (?:of an? )?(?=hour|miles?\b)")
_EN_QUARTERS = guarded(r"\b([123]) quarters of an? (?=hour|mile\b)")
_EN_A = guarded(
    r"(?<!\d )(?<!\d)\b(?:an?|single) (?=(?:hours?|hr|minute|min|mile|km|kilometer|kilometre|set|rep|glass"
    r"|bottle|cup|pint|lit(?:er|re)|kilo|pound|stone|kg|lb"
    r"|(?:day|week)(?= ago)|gallon)\b)"
)
_FIRST_TIME = guarded(
    r"\b1st\b(?= (?:time|run|session|swim|ride|walk|go|attempt|ever|week|day|workout|gym|place|pull|chin|park|half|one|set|proper|\d+k))"
)
_MILE_IN = guarded(r"(?:\d:\d\d|\d[- ]min(?:ute)?)(?=[ -]mile\b(?! (?:pace|splits?|run)))")
"""`a 5:58 mile`, `a 7 minute mile`."""
_OF_SETS = guarded(r"\b(\d{1,2}) (?:out )?of (?:the |my )?\d{1,2} (?=(?:sets|rounds|intervals|reps)\b)")
"""`2 of 5 sets`."""
_12_3_30 = guarded(r"(?<![\d:./-])12[-/ ]3[-/ ]30\b(?! ?(?:reps|sets|kg|km|min|lb|x))")
"""A walk on a treadmill by its incline, speed and minutes."""
_EN_FULL_HOUR = guarded(
    r"(?<!\d )(?<!last )(?<!rush )\b(?:an? )?(?:full|whole|solid|good|entire|steady|brisk|gentle|hard|lovely|nice|sweaty|decent|great|cheeky) (?=(?:hour|mile)\b)|(?:^|(?<=, )|(?<=\. ))(?=(?:hour|mile)(?:'s)? (?:of|on|in|at|long|walk|run|swim|yoga|spin|gym|bike|ride|session|class))"
)
_EN_ONE_GLASS = guarded(
    r"(?:^|(?<=, )|(?<=another )|(?<=and )|(?<=\+ )|(?<=: ))(?:a )?(?:big |large |full |whole )?(?=(?:pint|glass|cup|bottle|lit(?:er|re)) (?:of )?(?:water|h2o))"
)
"""`pint of water`: one, without an article."""
_EN_DOZEN = guarded(r"\b(?:(\d{1,3}|an?) )?dozen\b")
_EN_COUPLE = guarded(r"\ba couple(?: of)? (?=hours?|miles?|k\b|km|sets?|days?|laps|glasses|pints|minutes|mins)")
_TIMED = re.compile(r"[ -](?:minute|min\b|second|sec\b|rep\b|hour)")
_DOTTED = guarded(
    r"\b((?:woke(?: up)?|got up|up|bed|asleep)(?: at| by| around| till| until)? |slept at )(\d{1,2})\.([0-5]\d)\b"
    r"(?! ?(?:h|k|m|l|s))"
)


def plain(value: float) -> str:
    """A number as a reader below expects it: no exponent, no trailing zeros."""
    value = min(value, 1e15)
    return str(int(value)) if value == int(value) else f"{value:.6f}".rstrip("0")


def english(text: str) -> str:
    """The lower-case text with English numbers in digits: `an hour and a half` is `1.5 hour`."""
    text = _DOTTED.sub(r"\1\2:\3", text)
    text = _EN_DOZEN.sub(lambda m: plain(12.0 * int(m[1]) if m[1] and m[1].isdigit() else 12.0), text)
    text = _EN_COUPLE.sub("2 ", text)
    pronouns = {m.end() - 3 for m in _EN_PRONOUN.finditer(text)} if " one" in text else frozenset()
    text = _EN_RUN.sub(lambda m: m[0] if m.start() in pronouns else _en_digits(m[0], _TIMED.match(text, m.end())), text)
    if "past" in text or "quarter to" in text:
        text = _PAST_HOUR.sub(_clock, text)
    if "." in text:
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
    text = _FIRST_TIME.sub("first", text)
    text = _MILE_IN.sub(r"\g<0> 1.0", text)
    text = _OF_SETS.sub(r"\1 ", text)
    text = _12_3_30.sub("incline walk 30 min 12% incline", text)
    text = _EN_FULL_HOUR.sub("1 ", text)
    text = _EN_ONE_GLASS.sub("1 ", text)
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
