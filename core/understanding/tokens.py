"""A folded text as a row of tokens: numbers with their units, names of activities and measures, dates, separators."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from core.understanding.aliases import Lexicon, Term
from core.understanding.dates import When

Kind = Literal[
    "act", "topic", "qty", "num", "clock", "time", "pace", "list", "pair", "times", "date", "sep", "rir", "rpe",
    "incline", "context", "awake", "fix", "not", "word",
]


@dataclass(frozen=True, slots=True)
class Token:
    """`name`: the activity, measure or unit; `value`: the number (a clock in minutes after midnight, a time in seconds
    read as m:s or h:m:s). `values`: of a list or pair, or (a, b) of a time `a:b`."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    value: float = 0.0
    values: tuple[float, ...] = ()
    flag: bool = False
    """act and topic: a past form; date: last night; sep: ends a sentence; clock: am or pm was said."""


_NUMBER = re.compile(r"(?P<minus>(?<![\w)])-)?(?P<n>\d{1,15}(?:\.\d{1,6})?|\.\d{1,3})")
_LIST = re.compile(r"\d{1,4}(?:(?: ?[-/+] ?\d{1,4}){2,30}|(?:, ?\d{1,3}){2,30})(?![\d.:]| ?(?:x|\*|/|kg|lb|km|公里|公斤))")
_PAIR = re.compile(r"(\d{2,3}) ?(?:/|over|比) ?(\d{2,3})(?![\d/.])")
_CLOCK = re.compile(
    r"(?P<h>\d{1,2})(?::(?P<m>[0-5]\d))? ?(?P<half>am|pm|a\.m\.?|p\.m\.?|o'?clock)(?![a-z])"
    r"|(?P<zh>\d{1,2})点(?:(?P<zhalf>半)|(?P<zq>[13])刻|(?P<zm>[0-5]?\d)分?(?![\d.]))?钟?"
)
_TIME = re.compile(r"(\d{1,3})[:：]([0-5]\d)(?::([0-5]\d))?(?:\.\d{1,3})?(?![\d:])|(\d{1,3})'(\d{2})(?:\"|'|(?!\d))")
_PER = r" ?(?:/|per |min ?/ ?|min(?:utes?)? per |a |每 ?|1 (?=mi))"
_PER_UNIT = r"(?P<{}>km|k|kilomet(?:er|re)|公里|千米|mi(?:le)?|英里|100 ?m|100米)(?![a-z])"
_DAYPART = re.compile(r"(早上|早晨|清晨|上午|中午|下午|傍晚|晚上|昨晚|今晚|夜里|凌晨|半夜|今早|今晨|明早)\D{0,2}$")
_SPECIAL = re.compile(
    rf"(?P<pace>(?:pace|配速)[^\d\n]{{0,6}}(?P<p1>\d{{1,2}})[:'分](?P<p2>\d{{2}})[\"秒]?(?:{_PER}{_PER_UNIT.format('u1')})?"
    rf"|(?<![\d:])(?P<p3>\d{{1,2}})[:'](?P<p4>\d{{2}})\"?{_PER}{_PER_UNIT.format('u2')}"
    rf"|(?<![\d:])(?P<p5>\d{{1,2}})[:'](?P<p6>\d{{2}})\"? pace(?! ?[:=]? ?\d)"
    r"|每(?P<u4>公里|千米|英里)(?P<p7>\d{1,2})分(?P<p8>\d{1,2})?秒?)"
    r"|(?P<rir>(?:(?P<r1>\d{1,2})(?:\.5)?(?:-\d)? (?:more )?(?:reps? )?(?:left )?in (?:the )?(?:tank|reserve)"
    r"|rir ?[:=@]? ?(?P<r2>\d)|\b(?P<r3>\d) ?rir\b|could(?:'ve| have)? done (?P<r4>\d) more|\b(?P<r7>\d) reps? left\b"
    r"|(?:还能|还可以|还剩)(?:再)?(?:做|来|推|拉|蹲|举)?(?P<r5>\d{1,2})[个下次]?|(?:留了?|余力|剩了?)(?P<r6>\d)[个次]?(?:余力)?))"
    r"|(?P<rpe>(?:rpe|自感用力|主观强度|费力程度|自觉强度) ?[:=@是]? ?(?P<e1>\d{1,2}(?:\.5)?)"
    r"|@ ?(?:rpe ?)?(?P<e2>\d{1,2}(?:\.\d)?)(?![\d:]|\.\d| ?(?:kg|lb|km|k\b|公斤|磅|斤|%|min|/|am|pm))"
    r"|(?<![\dx*.])(?P<e3>\d{1,2}(?:\.5)?) ?rpe\b(?! ?[\d@:]))"
    r"|(?P<incline>(?:incline|grade|slope|坡度)(?: of| at)?[ :]{0,2}(?P<i1>\d{1,2}(?:\.\d)?)(?: ?%)?"
    r"|(?P<i2>\d{1,2}(?:\.\d)?) ?% ?(?:incline|grade|坡度|坡))"
    r"|(?P<context>\bfasting|\bfasted|空腹|(?:before|pre)[ -](?:breakfast|lunch|dinner|meal|eating|food)s?|[餐饭]前|早餐前"
    r"|(?:after|post)[ -]?(?:breakfast|lunch|dinner|meals?|eating|food|prandial)|[餐饭]后|at bedtime|睡前)"
    r"|(?P<awake>(?:woke|waking|wake)(?: up)? (?P<a1>\d{1,2}|once|twice)(?: times?)?(?! ?(?::|am|pm))(?!\d)"
    r"|醒了?(?P<a2>\d{1,2})[次回]|(?P<a3>\d{1,2}) (?:awakenings|wake ?ups))"
    r"|(?P<lengths>\b(?P<l1>\d{1,3}) (?:lengths?|laps?|个来回|趟) ?(?:of|in|x|@)? ?(?:an? |the )?(?P<l2>\d{2}) ?(?P<lu>m|yd|y)\w{0,5}(?: pool)?\b)"
    r"|(?P<twice>\beach way\b|\bone way\b x ?2|(?:来回|往返)各)"
    r"|(?P<fix>\b(?:no wait|wait,? no|wait|actually|i mean|i meant|scratch that|correction|make that|sorry|oops|or rather)\b"
    r"|不对|说错了?|哦不|更正|打错了?|准确[地的]?说|纠正|记错了?|应该是|其实是)"
    r"|(?P<best>\b1 ?rm\b|\b1 rep max\b)"
    r"|(?P<not>\bnot (?=\d)|不是(?=\d))"
    r"|(?P<skip>(?:\b(?:day|week|level|lvl|zone|z|lap|round|season|chapter|version|#|no\.?|top|under|sub|over|age|aged|iphone|apple"
    r"|z|w|d)[ -]?|第)\d{1,4}(?![\d.:]| ?(?:/|x\d|kg|lb|km|k\b|mi|min|reps|sets|steps))[天周级区]?"
    r"|(?<![\d.:x])\d{1,2}\)(?= ?\D)|(?:^|(?<=\n))\d{1,2}\. ?(?=[^\d\s])"
    r"|@ ?\d{1,3} ?%|\d{1,3} ?% (?:of|1rm|max)|[$¥€£]\d+|(?:http|www\.)\S+|(?<![\w.])[a-z0-9_.]{1,40}@[a-z0-9]{1,40}\.[a-z]{2,10})"
)
_WORD = re.compile(r"[a-z][a-z0-9]*(?:'[a-z]+)?")
_JOINERS = frozenset({"and", "then", "plus", "but", "n", "also", "followed", "after", "however", "because", "so"})
_KEPT_WORDS = frozenset({"for", "to", "till", "until", "from", "by", "each", "per", "x", "at", "down", "up", "in"})
_SIGN_JOINERS = re.compile(r"然后|接着|另外|以及|而且|并且|后来|随后|但是?|不过|可是|结果|又(?![一])|还(?![有能可剩没])|再(?=[跑走游骑做练来])|加上|顺便|因为")
_WAKE = re.compile(r"\b(?:woke(?: up)?|wake(?: up)?|got up|get up|up at|awoke|out of bed)\b|起床?|睡醒|醒来?")
_RACES = {"half_marathon": 21097.5, "marathon": 42195.0}
_HALVED = frozenset({"min", "h", "km", "mi", "li", "jin", "kg", "l"})
_SENTENCE_END = ".!?;\n。…"
_PAUSE = ",、:|()[]~&+/"


def scan(text: str, lexicon: Lexicon, dates: list[When]) -> list[Token]:
    """The tokens of a folded text, in order. What is none of them (filler, emoji) is left out."""
    return _Scanner(text, lexicon, dates).run()


class _Scanner:
    """One pass over the text: special phrases and dates first, then numbers, words and signs."""

    def __init__(self, text: str, lexicon: Lexicon, dates: list[When]) -> None:
        self.text = text
        self.lexicon = lexicon
        self.out: list[Token] = []
        self.spans = _spans(text, dates)

    def run(self) -> list[Token]:
        at = 0
        while at < len(self.text):
            at = self._step(at)
        return self.out

    def _step(self, at: int) -> int:
        if (special := self.spans.get(at)) is not None:
            if special.name != "skip":
                self.out.append(special)
            return special.end
        char = self.text[at]
        if char.isdecimal() or (char in "-." and self.text[at + 1 : at + 2].isdecimal()):
            return self._number(at)
        if "a" <= char <= "z":
            return self._word(at)
        if char > "\u2e80":
            return self._sign(at)
        return self._punctuation(at, char)

    def _add(self, kind: Kind, start: int, end: int, name: str = "", value: float = 0.0,
             values: tuple[float, ...] = (), flag: bool = False) -> int:
        self.out.append(Token(kind, start, end, name, value, values, flag))
        return end

    def _number(self, at: int) -> int:
        text = self.text
        if m := _CLOCK.match(text, at):
            return self._clock(m)
        if m := _TIME.match(text, at):
            return self._add("time", at, m.end(), value=_seconds(m), values=_parts(m))
        if m := _LIST.match(text, at):
            return self._add("list", at, m.end(), values=tuple(float(n) for n in re.findall(r"\d+", m[0])))
        if m := _PAIR.match(text, at):
            return self._add("pair", at, m.end(), values=(float(m[1]), float(m[2])))
        m = _NUMBER.match(text, at)
        if m is None:
            return self._punctuation(at, text[at])
        value = float(m["n"]) * (-1 if m["minus"] else 1)
        unit = self.lexicon.units.match(text, m.end())
        if unit is None or _bare(unit[0], text, unit.end()):
            return self._add("num", at, m.end(), value=value)
        name = self.lexicon.unit_names[unit[1] or unit[2]]
        if text[unit.end() : unit.end() + 1] == "半" and name in _HALVED:
            return self._add("qty", at, unit.end() + 1, name, value + 0.5)
        if name == "km" and unit[0].strip() == "k" and (steps := self.lexicon.units.match(text, unit.end())):
            # "10k steps": a thousand, not a distance
            return self._add("qty", at, steps.end(), self.lexicon.unit_names[steps[1] or steps[2]], value * 1000)
        return self._add("qty", at, unit.end(), name, value)

    def _clock(self, m: re.Match[str]) -> int:
        if m["zh"]:
            minutes = int(m["zh"]) * 60 + (30 if m["zhalf"] else int(m["zq"] or 0) * 15 + int(m["zm"] or 0))
            part = _DAYPART.search(self.text, max(0, m.start() - 6), m.start())
            night = part is not None and part[1] in ("晚上", "昨晚", "今晚", "夜里", "凌晨", "半夜")
            if night and 720 <= minutes < 780:
                minutes -= 720
            elif part and part[1] in ("下午", "傍晚", "晚上", "昨晚", "今晚") and minutes < 720:
                minutes += 720
            sure = part is not None and part[1] not in ("半夜", "夜里")
        else:
            minutes = int(m["h"]) % 24 * 60 + int(m["m"] or 0)
            sure = m["half"][0] in "ap"
            if sure:
                minutes = minutes % 720 + (720 if m["half"][0] == "p" else 0)
        return self._add("clock", m.start(), m.end(), value=minutes % 1440, flag=sure)

    def _word(self, at: int) -> int:
        words: list[str] = []
        ends: list[int] = []
        pos = at
        while len(words) < self.lexicon.longest and (m := _WORD.match(self.text, pos)):
            words.append(m[0])
            ends.append(m.end())
            pos = m.end() + 1
            if self.text[m.end() : pos] not in (" ", "-"):
                break
        for count in range(len(words), 0, -1):
            if term := self.lexicon.word(" ".join(words[:count])):
                return self._term(term, at, ends[count - 1])
        return self._plain_word(words[0], at, ends[0])

    def _plain_word(self, word: str, at: int, end: int) -> int:
        if word[0] == "x" and word[1:2].isdecimal():
            return self._add("times", at, at + 1)
        if word in _JOINERS:
            return self._add("sep", at, end, name=word)
        if wake := _WAKE.match(self.text, at):
            return self._add("word", at, wake.end(), name="wake")
        if word in _KEPT_WORDS:
            return self._add("times" if word in ("x", "by") else "word", at, end, name=word)
        if term := self.lexicon.guess(word):
            return self._term(term, at, end)
        return end

    def _term(self, term: Term, at: int, end: int) -> int:
        if term.kind == "ignore":
            return end
        if term.name in _RACES:
            self._add("act", at, at, "running")
            return self._add("qty", at, end, "m", _RACES[term.name])
        return self._add(term.kind, at, end, term.name, value=float(term.guessed), flag=term.past)

    def _sign(self, at: int) -> int:
        if m := _SIGN_JOINERS.match(self.text, at):
            return self._add("sep", at, m.end(), name=m[0])
        if found := self.lexicon.sign(self.text, at):
            return self._term(found[1], at, at + len(found[0]))
        if m := _WAKE.match(self.text, at):
            return self._add("word", at, m.end(), name="wake")
        char = self.text[at]
        if char in "到至":
            return self._add("word", at, at + 1, name="to")
        if char == "分":
            return self._add("word", at, at + 1, name="in")
        if char == "每":
            return self._add("word", at, at + 1, name="each")
        if char in "乘":
            return self._add("times", at, at + 1)
        return self._punctuation(at, char)

    def _punctuation(self, at: int, char: str) -> int:
        if char == "*":
            return self._add("times", at, at + 1)
        if char == "@":
            return self._add("word", at, at + 1, name="at")
        if char == "-" or char == "~":
            return self._add("word", at, at + 1, name="to")
        if char in _SENTENCE_END:
            return self._add("sep", at, at + 1, name=char, flag=True)
        if char in _PAUSE:
            return self._add("sep", at, at + 1, name=char)
        return at + 1


def _bare(unit: str, text: str, end: int) -> bool:
    """Whether what looks like a unit belongs to the next word: `5 s` is one, the `r` of `5 r1` is not."""
    return unit.strip(" -") in ("r", "s", "c", "f", "g", "d", "w") and text[end : end + 1].isdecimal()


def _seconds(m: re.Match[str]) -> float:
    a, b, *rest = _parts(m)
    return a * 3600 + b * 60 + rest[0] if rest else a * 60 + b


def _parts(m: re.Match[str]) -> tuple[float, ...]:
    if m[4]:
        return float(m[4]), float(m[5])
    return tuple(float(part) for part in (m[1], m[2], m[3]) if part)


def _spans(text: str, dates: list[When]) -> dict[int, Token]:
    spans = {m.start(): token for m in _SPECIAL.finditer(text) if (token := _special(m)) is not None}
    for when in dates:
        spans[when.start] = Token("date", when.start, when.end, "explicit" if when.explicit else "", when.offset,
                                  flag=when.night)
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
            return replace(base, kind="qty", name="m" if m["lu"] == "m" else "yd", value=float(m["l1"]) * float(m["l2"]))
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
