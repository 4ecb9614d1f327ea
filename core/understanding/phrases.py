"""Phrases read as a whole before single words: pace, effort, incline, awakenings, corrections, and what to skip."""

from __future__ import annotations

import re
from dataclasses import replace

from core.understanding.dates import When
from core.understanding.tokens import Token

_PER = r" ?(?:/|per |min ?/ ?|min(?:utes?)? per |a |每 ?|1 (?=mi))"
_PER_UNIT = r"(?P<{}>km|k|kilomet(?:er|re)|公里|千米|mi(?:le)?|英里|100 ?m|100米)(?![a-z])"
_SPECIAL = re.compile(
    rf"(?P<pace>(?:pace"
    rf"|配速)[^\d\n]{{0,6}}(?P<p1>\d{{1,2}})[:'分](?P<p2>\d{{2}})[\"秒]?(?:{_PER}{_PER_UNIT.format('u1')})?"
    rf"|(?<![\d:])(?P<p3>\d{{1,2}})[:'](?P<p4>\d{{2}})\"?{_PER}{_PER_UNIT.format('u2')}"
    rf"|(?<![\d:])(?P<p5>\d{{1,2}})[:'](?P<p6>\d{{2}})\"? pace(?! ?[:=]? ?\d)"
    r"|每(?P<u4>公里|千米|英里)(?P<p7>\d{1,2})分(?P<p8>\d{1,2})?秒?)"
    r"|(?P<rir>(?:(?P<r1>\d{1,2})(?:\.5)?(?:-\d)? (?:more )?(?:reps? )?(?:left )?in (?:the )?(?:tank|reserve)"
    r"|rir ?[:=@]? ?(?P<r2>\d)|\b(?P<r3>\d) ?rir\b|could(?:'ve| have)? done (?P<r4>\d) more|\b(?P<r7>\d) reps? left\b"
    r"|(?:还能|还可以|还剩)(?:再)?(?:做|来|推|拉|蹲|举)?(?P<r5>\d{1,2})[个下次]?|(?:留了?|余力"
    r"|剩了?)(?P<r6>\d)[个次]?(?:余力)?))"
    r"|(?P<rpe>(?:rpe|自感用力|主观强度|费力程度|自觉强度) ?[:=@是]? ?(?P<e1>\d{1,2}(?:\.5)?)"
    r"|@ ?(?:rpe ?)?(?P<e2>\d{1,2}(?:\.\d)?)(?![\d:]|\.\d| ?(?:kg|lb|km|k\b|公斤|磅|斤|%|min|/|am|pm))"
    r"|(?<![\dx*.])(?P<e3>\d{1,2}(?:\.5)?) ?rpe\b(?! ?[\d@:]))"
    r"|(?P<incline>(?:incline|grade|slope|坡度)(?: of| at)?[ :]{0,2}(?P<i1>\d{1,2}(?:\.\d)?)(?: ?%)?"
    r"|(?P<i2>\d{1,2}(?:\.\d)?) ?% ?(?:incline|grade|坡度|坡))"
    r"|(?P<context>\bfasting|\bfasted|空腹|(?:before|pre)[ -](?:breakfast|lunch|dinner|meal|eating|food)s?"
    r"|[餐饭]前|早餐前"
    r"|(?:after|post)[ -]?(?:breakfast|lunch|dinner|meals?|eating|food|prandial)|[餐饭]后|at bedtime|睡前)"
    r"|(?P<awake>(?:woke|waking|wake)(?: up)? (?P<a1>\d{1,2}|once|twice)(?: times?)?(?! ?(?::|am|pm))(?!\d)"
    r"|醒了?(?P<a2>\d{1,2})[次回]|(?P<a3>\d{1,2}) (?:awakenings|wake ?ups))"
    r"|(?P<lengths>\b(?P<l1>\d{1,3}) (?:lengths?|laps?|个来回|趟) ?(?:of|in|x|@)? ?(?:an? "
    r"|the )?(?P<l2>\d{2}) ?(?P<lu>m|yd|y)\w{0,5}(?: pool)?\b)"
    r"|(?P<twice>\beach way\b|\bone way\b x ?2|(?:来回|往返)各)"
    r"|(?P<fix>\b(?:no wait|wait,? no|wait|actually|i mean|i meant|scratch that|correction|make that|sorry|oops"
    r"|or rather)\b"
    r"|不对|说错了?|哦不|更正|打错了?|准确[地的]?说|纠正|记错了?|应该是|其实是)"
    r"|(?P<best>\b1 ?rm\b|\b1 rep max\b)"
    r"|(?P<not>\bnot (?=\d)|不是(?=\d))"
    r"|(?P<skip>(?:\b(?:day|week|level|lvl|zone|z|lap|round|season|chapter|version|#|no\.?|top|under|sub|over"
    r"|age|aged|iphone|apple"
    r"|z|w|d)[ -]?|第)\d{1,4}(?![\d.:]| ?(?:/|x\d|kg|lb|km|k\b|mi|min|reps|sets|steps))[天周级区]?"
    r"|(?<![\d.:x])\d{1,2}\)(?= ?\D)|(?:^|(?<=\n))\d{1,2}\. ?(?=[^\d\s])"
    r"|@ ?\d{1,3} ?%|\d{1,3} ?% (?:of|1rm|max)|[$¥€£]\d+|(?:http|www\.)\S+"
    r"|(?<![\w.])[a-z0-9_.]{1,40}@[a-z0-9]{1,40}\.[a-z]{2,10})"
)


def phrases(text: str, dates: list[When]) -> dict[int, Token]:
    """Phrases and dates by where they begin. One named `skip` is to be passed over."""
    spans = {m.start(): token for m in _SPECIAL.finditer(text) if (token := _special(m)) is not None}
    for when in dates:
        spans[when.start] = Token(
            "date", when.start, when.end, "explicit" if when.explicit else "", when.offset, flag=when.night
        )
    return spans


def _special(m: re.Match[str]) -> Token | None:
    kind = m.lastgroup or ""
    for kind in ("pace", "rir", "rpe", "incline", "context", "awake", "lengths", "twice", "fix", "best", "not", "skip"):
        if m[kind] is not None:
            break
    base = Token("word", m.start(), m.end(), kind)
    match kind:
        case "pace":
            return _pace(m, base)
        case "rir":
            return replace(base, kind="rir", value=_first(m, "r1", "r2", "r3", "r4", "r5", "r6", "r7"))
        case "rpe":
            value = _first(m, "e1", "e2", "e3")
            if value > 10:
                return None
            return replace(base, kind="rpe", value=value)
        case "incline":
            return replace(base, kind="incline", value=_first(m, "i1", "i2"))
        case "context":
            return replace(base, kind="context", name=_meal(m[0]))
        case "awake":
            said = m["a1"] or m["a2"] or m["a3"]
            return replace(base, kind="awake", value={"once": 1.0, "twice": 2.0}.get(said) or float(said))
        case "lengths":
            return replace(
                base, kind="qty", name="m" if m["lu"] == "m" else "yd", value=float(m["l1"]) * float(m["l2"])
            )
        case "fix":
            return replace(base, kind="fix")
        case "best":
            return replace(base, kind="topic")
        case "not":
            return replace(base, kind="not")
    return base


def _first(m: re.Match[str], *groups: str) -> float:
    return next(float(m[g]) for g in groups if m[g] is not None)


def _pace(m: re.Match[str], base: Token) -> Token:
    minutes = _first(m, "p1", "p3", "p5", "p7")
    seconds = next((float(m[g]) for g in ("p2", "p4", "p6", "p8") if m[g] is not None), 0.0)
    said = m["u1"] or m["u2"] or m["u4"] or ""
    unit = "100m" if said.startswith("100") else "mi" if said[:2] == "mi" or said == "英里" else "km" if said else ""
    return replace(base, kind="pace", name=unit, value=minutes * 60 + seconds)


def _meal(words: str) -> str:
    if words.startswith("fast") or words == "空腹":
        return "fasting"
    if "前" in words or words.startswith(("before", "pre")):
        return "bedtime" if words == "睡前" else "before_meal"
    return "bedtime" if "bed" in words else "after_meal"
