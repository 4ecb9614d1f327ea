"""Phrases read as a whole before single words: pace, effort, incline, awakenings, corrections, and what to skip."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from core.understanding.dates import When
from core.understanding.phrase_patterns import SPECIAL
from core.understanding.phrase_patterns_zh import PASSED_OVER
from core.understanding.tokens import Token

_TIMES_AWAKE = {"once": 1.0, "twice": 2.0}
_HARDEST = 10
_FEW = {"single": 1.0, "double": 2.0, "triple": 3.0}
_POUNDS_A_STONE = 14
_NOON = 720.0
_MIDDAY = frozenset(
    {"晌午", "晌午头", "晌午头儿", "中午", "午间", "下午", "afternoon", "lunchtime", "in the afternoon"}
)
_OBJECTS = {
    "山": "hiking",
    "楼": "stairs",
    "舞": "dancing",
    "绳": "rope_jumping",
    "操": "dancing",
    "步": "walking",
    "铁": "strength_training",
    "身": "workout",
}
"""`爬了4小时山`: a verb parted from what it is done to."""
_ON_A_COURSE = {"游": "swimming", "跑": "running", "走": "walking", "骑": "cycling"}


def phrases(text: str, dates: list[When]) -> dict[int, Token]:
    """Phrases and dates by where they begin. One named `skip` is to be passed over."""
    spans: dict[int, Token] = {}
    for name, m in SPECIAL.all_in(text):
        token = _special(name, m)
        if token is not None and name == "updown":
            spans |= {m.start(): replace(token, kind="act", name="hiking", end=m.start() + 1, flag="了" in m[0])}
            spans |= {m.start() + 1: replace(token, start=m.start() + 1)}
        elif token is not None and (name != "laps" or not (done := _swum_or_run(m))):
            spans[m.start()] = token
        elif token is not None:
            spans |= {m.start(): _named(m, done), m.start() + 1: replace(token, start=m.start() + 1)}
    for when in dates:
        spans[when.start] = Token(
            "date", when.start, when.end, "explicit" if when.explicit else "", when.offset, flag=when.night
        )
    return spans


def _special(name: str, m: re.Match[str]) -> Token | None:
    return _MAKERS[name](m, Token("word", m.start(), m.end(), name))


def _rpe(m: re.Match[str], base: Token) -> Token | None:
    value = _first(m, "e1", "e2", "e3", "e4", "e5", "e6", "e7")
    return None if value > _HARDEST else replace(base, kind="rpe", value=value)


def _awake(m: re.Match[str], base: Token) -> Token:
    said = (m["a1"] or m["a2"] or m["a3"] or m["a4"] or m["a5"]).removesuffix(" times")
    return replace(base, kind="awake", value=_TIMES_AWAKE.get(said) or float(said))


def _lengths(m: re.Match[str], base: Token) -> Token:
    unit = "m" if (m["lu"] or m["lv"] or m["lw"]) == "m" else "yd"
    lengths = _first(m, "l1", "l3", "l5") * _first(m, "l2", "l4", "l6")
    return replace(base, kind="qty", name=unit, value=lengths, flag=True)


def _bottles(m: re.Match[str], base: Token) -> Token:
    """`2 500ml bottles`."""
    unit = "ml" if (m["bu"] or "ml") == "ml" else "floz" if m["bu"] == "oz" else "l"
    return replace(base, kind="qty", name=unit, value=_first(m, "b1", "b3") * _first(m, "b2", "b4"))


def _laps(m: re.Match[str], base: Token) -> Token:
    """Metres; there and back is two lengths."""
    back = 2 if "来回" in (m["nu"], m["nv"], m["nw"]) else 1
    far = 1000 if (m["nx"] or m["ny"]) in ("公里", "km") else 1
    return replace(
        base,
        kind="qty",
        name="m",
        value=_first(m, "n1", "n3", "n5", "n7") * _first(m, "n2", "n4", "n6", "n8") * back * far,
    )


def _swum_or_run(m: re.Match[str]) -> str:
    """The activity that a course or its verb names."""
    pool = m["pool1"] or m["pool2"]
    verb = _ON_A_COURSE.get(m["verb"] or m["verb2"] or "", "")
    return "swimming" if pool else verb or ("running" if m["track1"] or m["track2"] or m["track3"] else "")


def _named(m: re.Match[str], activity: str) -> Token:
    return Token("act", m.start(), m.start() + 1, activity, flag="了" in m[0])


def _stone(m: re.Match[str], base: Token) -> Token:
    pounds = _first(m, "st", "st2", "so") * _POUNDS_A_STONE + float(m["slb"] or m["slb2"] or 0)
    return replace(base, kind="qty", name="lb", value=pounds, flag=True)


_MAKERS: Mapping[str, Callable[[re.Match[str], Token], Token | None]] = {
    "pace": lambda m, base: _pace(m, base),
    "rir": lambda m, base: replace(base, kind="rir", value=_first(m, "r1", "r2", "r3", "r4", "r5", "r6", "r7")),
    "rpe": _rpe,
    "incline": lambda m, base: replace(base, kind="incline", value=_first(m, "i1", "i2")),
    "context": lambda m, base: replace(base, kind="context", name=_meal(m[0])),
    "awake": _awake,
    "lengths": _lengths,
    "bottles": _bottles,
    "twice": lambda _, base: base,
    "sum": lambda _, base: base,
    "fix": lambda _, base: replace(base, kind="fix"),
    "dash": lambda _, base: replace(base, kind="act", name="running"),
    "stroll": lambda _, base: replace(base, kind="act", name="walking"),
    "speed": lambda m, base: replace(base, kind="qty", name="kmh", value=float(m[0].lstrip("时均速:：是在约大概"))),
    "skipping": lambda _, base: replace(base, kind="act", name="rope_jumping"),
    "parted": lambda m, base: replace(base, kind="act", name=_OBJECTS[m["object"]], flag="了" in m[0]),
    "rm": lambda m, base: replace(
        base, kind="qty", name="rep", value=float(m[0].rstrip("rm ")) if m[0][0].isdigit() else 1.0
    ),
    "best": lambda _, base: replace(base, kind="topic"),
    "not": lambda _, base: replace(base, kind="not"),
    "laps": _laps,
    "compared_all": lambda m, base: replace(base, kind="act", name=_ON_A_COURSE[m["more"]]),
    "updown": lambda m, base: replace(
        base, kind="qty", name="dur", value=_lasted(m["way_up"]) + _lasted(m["way_down"])
    ),
    "race": lambda _, base: replace(base, kind="act", name="running"),
    "repeats": lambda m, base: replace(base, kind="qty", name="m", value=float(m[0])),
    "session": lambda _, base: replace(base, kind="act", name="workout", flag=True),
    "bed": lambda _, base: replace(base, kind="topic", name="sleep"),
    "up": lambda _, base: replace(base, name="wake"),
    **dict.fromkeys(
        (
            "one_armed",
            "assistance",
            "height",
            "worked",
            "active",
            "warming",
            "beaten_by",
            "jog_back",
            "maxed",
            "decade",
            "aged",
            "ahead",
            "from",
            "last",
            "program",
            "numbered",
            *PASSED_OVER,
        ),
        lambda _, base: replace(base, name="skip"),
    ),
    "rise": lambda _, base: replace(base, name="skip"),
    "miler": lambda m, base: replace(base, kind="qty", name="mi", value=float(m["ml"]), flag=True),
    "machine": lambda m, base: replace(base, kind="qty", name="min", value=float(m["mm"])),
    "aside": lambda _, base: replace(base, kind="act", name="football"),
    "skipped": lambda _, base: replace(base, kind="act", name="rope_jumping", flag=True),
    "woken": lambda _, base: replace(base, kind="topic", name="weight"),
    "assisted": lambda _, base: base,
    "mean_max": lambda _, base: replace(base, kind="topic", name="avg_hr"),
    "all_of": lambda _, base: replace(base, kind="both"),
    "horse": lambda m, base: replace(base, kind="act", name="workout", flag=m[0].startswith("rode")),
    "jog_rest": lambda _, base: replace(base, kind="topic", name="rest"),
    "half_in": lambda _, base: replace(base, kind="qty", name="m", value=21_097.5),
    "gymmed": lambda _, base: replace(base, kind="act", name="workout"),
    "lengths_only": lambda _, base: replace(base, kind="act", name="swimming", flag=True),
    "dead": lambda _, base: replace(base, kind="act", name="deadlift"),
    "incline_lift": lambda _, base: replace(base, kind="act", name="incline_bench_press"),
    "pulse_p": lambda _, base: replace(base, kind="topic", name="hr"),
    "across": lambda _, base: replace(base, name="in"),
    "last_set": lambda m, base: replace(base, value=_first(m, "ls", "ls2")),
    "chair": lambda _, base: replace(base, kind="act", name="workout", flag=True),
    "armed_row": lambda _, base: replace(base, kind="act", name="dumbbell_row"),
    "averaged": lambda _, base: replace(base, kind="topic", name="avg_hr"),
    "upwards": lambda _, base: replace(base, kind="topic", name="weight_up"),
    "by_night": lambda _, base: replace(base, kind="topic", name="sleep"),
    "pulled": lambda _, base: replace(base, kind="act", name="deadlift", flag=True),
    "flat": lambda m, base: replace(base, kind="time", value=float(m["flat"]) * 60, values=(float(m["flat"]), 0.0)),
    "grams": lambda m, base: replace(base, kind="qty", name="g", value=float(m["g"])),
    "single": lambda m, base: replace(base, kind="qty", name="rep", value=_FEW[m["few"]]),
    "both_ways": lambda _, base: replace(base, name="twice"),
    "c25k": lambda _, base: replace(base, kind="act", name="running"),
    "upto": lambda _, base: replace(base, name="skip"),
    "mountain": lambda _, base: replace(base, kind="act", name="hiking"),
    "stone": _stone,
    "midnight": lambda _, base: replace(base, kind="clock", value=0.0, flag=True),
    "noon": lambda _, base: replace(base, kind="clock", value=_NOON, flag=True),
    "kicked": lambda m, base: replace(base, kind="act", name="football", flag="了" in m[0]),
    "turned": lambda _, base: replace(base, kind="sep"),
    "since": lambda _, base: replace(base, kind="sep"),
    "part": lambda m, base: replace(base, kind="part", name="midday" if m[0] in _MIDDAY else "part"),
}
"""What a phrase becomes, by its name."""


def _lasted(words: str) -> float:
    """Seconds of `1.5小时`, `1小时20分`, `40分钟`."""
    numbers = [float(n) for n in re.findall(r"\d[\d.]*", words.replace(".小", "小"))]
    if "小时" not in words and "钟头" not in words and not words.endswith("个钟"):
        return numbers[0] * 60
    return numbers[0] * 3600 + (numbers[1] * 60 if len(numbers) > 1 else 0)


def _first(m: re.Match[str], *groups: str) -> float:
    return next(float(m[g]) for g in groups if m[g] is not None)


def _pace(m: re.Match[str], base: Token) -> Token:
    minutes = _first(m, "p1", "p3", "p5", "p7", "p9", "p11")
    seconds = next((float(m[g]) for g in ("p2", "p4", "p6", "p8", "p10", "p12", "p13") if m[g] is not None), 0.0)
    seconds += 30 if m["half1"] or m["half2"] else 0
    said = m["u1"] or m["u2"] or m["u4"] or ""
    unit = (
        f"{said[:3]}m"
        if said[:3] in ("100", "500")
        else "mi"
        if said[:2] == "mi" or said == "英里"
        else "km"
        if said
        else ""
    )
    return replace(base, kind="pace", name=unit, value=minutes * 60 + seconds)


def _meal(words: str) -> str:
    if words.startswith("fast") or words == "空腹":
        return "fasting"
    if "前" in words or words.startswith(("before", "pre")):
        return "bedtime" if words == "睡前" else "before_meal"
    return "bedtime" if "bed" in words else "after_meal"
