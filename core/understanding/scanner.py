"""A folded text as a row of tokens."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from dataclasses import replace

from core.understanding.activities import counted
from core.understanding.aliases import Lexicon, Term
from core.understanding.dates import When
from core.understanding.phrases import phrases
from core.understanding.tokens import Kind, Token

_NUMBER = re.compile(r"(?P<minus>(?<![\w)])-)?(?P<n>\d{1,15}(?:\.\d{1,6})?|\.\d{1,3})")
_LIST = re.compile(
    r"\d{1,4}(?:(?: ?[-/+、] ?\d{1,4}){2,30}|(?:, ?\d{1,3}){2,30}|(?:, ?\d{1,3}){1,30},? (?:and|then|&) \d{1,3}(?= (?!min|sec|hour|mile|met|yard|pound|kilo|of |lap|leng|step|floor|flight|round|set)[a-z]| ?[.!]?$))(?![\d.:]| ?(?:x|\*|/|kg|lb|km|公里|公斤))"
)
_LOADS = re.compile(r"\d{1,3}(?:\.\d)?(?: ?[/、] ?\d{1,3}(?:\.\d)?){1,9}(?= ?(?:kg|公斤|千克|lb|磅))")
_RAMP = re.compile(r"\d{2,3}(?:\.5)?(?:/\d{2,3}(?:\.5)?){2,6}(?= ?x ?\d{1,2}\b)")
"""`60/70/80 x5`."""
_PAIR = re.compile(r"(\d{2,3}) ?(?:/|over|比|(?<=[测量压].\d{3})-|(?<=[测量压]\d{3})-) ?(\d{2,3})(?![\d/.])")
_WAYS = re.compile(
    r"\d{1,3}(?:\.\d{1,2})?(?:, ?\d{1,3}(?:\.\d{1,2})?){0,8},? (?:and|then|&) \d{1,3}(?:\.\d{1,2})? ?(?P<unit>km|k|mi|miles?)(?![a-z])"
)
_DAY_H = 24
_HEART_RATE = re.compile(r" hr:? ?\d{2,3}\b")
"""`sats 97 hr 60`."""
_CLOCK = re.compile(
    r"(?P<h>\d{1,2})(?::(?P<m>[0-5]\d))? ?(?P<half>am|pm|a\.m\.?|p\.m\.?|o'?clock)(?![a-z])"
    r"|(?P<zh>\d{1,2})点(?:(?P<zhalf>半)|(?P<zq>[13])刻|(?P<zm>[0-5]?\d)分?(?![\d.]))?钟?"
)
_TIME = re.compile(r"(\d{1,3})[:：]([0-5]\d)(?::([0-5]\d))?(?:\.\d{1,3})?(?![\d:])|(\d{1,3})'(\d{2})(?:\"|'|(?!\d))")
_DAYPART = re.compile(r"(早上|早晨|清晨|上午|中午|下午|傍晚|晚上|昨晚|今晚|夜里|凌晨|半夜|今早|今晨|明早)\D{0,2}$")
_WORD = re.compile(r"[a-z][a-z0-9]*(?:'[a-z]+)?")
_JOINERS = frozenset(
    {
        "and",
        "then",
        "plus",
        "but",
        "n",
        "also",
        "followed",
        "after",
        "however",
        "because",
        "so",
        "bc",
        "cuz",
        "coz",
        "cos",
    }
)
_KEPT_WORDS = frozenset({"for", "to", "till", "until", "from", "by", "each", "per", "x", "at", "down", "up", "in"})
_SIGN_JOINERS = re.compile(
    r"然后|接着|另外|以及|而且|并且|后来|随后|但是?|不过|可是|结果|又(?![一])|还(?![有能可剩没差])"
    r"|再(?=[跑走游骑做练来])|加上|顺便|因为|都怪|全怪|都是因为"
)
_WAKE = re.compile(r"\b(?:woke(?: up)?|wake(?: up)?|got up|get up|up at|awoke|out of bed)\b|起床?|睡醒|醒来?")
_RACES = {"half_marathon": 21097.5, "marathon": 42195.0, "parkrun": 5000.0}
_DEEP_NIGHT = 300
"""Minutes after midnight: `昨晚2点` is no afternoon."""
_SHORTEST_OWNER = 5
"""`rate's` is looked up as `rate`."""
_HALVED = frozenset({"min", "h", "km", "mi", "li", "jin", "kg", "l"})
_DESCRIBED = re.compile(
    r" (?!(?:and|or|to|for|of|in|at|then|by|with|the|per|each|on|a|an|from|after|before|plus|until|till)\b)([a-z]{3,15})"
    r"(?= (?:miles?|minutes?|mins?|hours?|km|kms|reps|sets?|rounds?|steps|met(?:er|re)s|pounds|kilos|lit(?:er|re)s|glasses)\b)"
)
_OF_EACH = re.compile(r"各(?!组)|都|均|每(?:个动作|样|项|种|个(?=\d))")
_BEFORE_NUMBER = re.compile(r"[ :=]{0,2}\d")
_LEVEL = tuple("板举推躺蹲均路地")
_SENTENCE_END = ".!?;\n。…"
_VERBS = "跑走游骑做练睡举推拉喝跳打踢爬"
_PAUSE = ",、:|()[]~&+/✅✔☑❌·•"


def scan(text: str, lexicon: Lexicon, dates: list[When]) -> list[Token]:
    """The tokens of a folded text, in order. What is none of them (filler, emoji) is left out."""
    return _Scanner(text, lexicon, dates).run()


class _Scanner:
    """One pass over the text: special phrases and dates first, then numbers, words and signs."""

    def __init__(self, text: str, lexicon: Lexicon, dates: list[When]) -> None:
        self.text = text
        self.lexicon = lexicon
        self.out: list[Token] = []
        self.spans = phrases(text, dates)

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
        if char > "\u2e80" or char in self.lexicon.signs:
            return self._sign(at)
        return self._punctuation(at, char)

    def _add(
        self,
        kind: Kind,
        start: int,
        end: int,
        name: str = "",
        value: float = 0.0,
        values: tuple[float, ...] = (),
        flag: bool = False,
    ) -> int:
        self.out.append(Token(kind, start, end, name, value, values, flag))
        return end

    def _number(self, at: int) -> int:
        text = self.text
        if m := _CLOCK.match(text, at):
            return self._clock(m)
        if m := _TIME.match(text, at):
            return self._add("time", at, m.end(), value=_seconds(m), values=_parts(m))
        if (m := _LOADS.match(text, at)) and (unit := self.lexicon.units.match(text, m.end())):
            loads = tuple(float(n) for n in re.findall(r"\d+(?:\.\d+)?", m[0]))
            return self._add("list", at, unit.end(), self.lexicon.unit_names[unit[1] or unit[2]], values=loads)
        if self._several_ways(at) and (m := _WAYS.match(text, at)):
            return self._ways(m)
        if m := _RAMP.match(text, at):
            return self._add("list", at, m.end(), values=tuple(float(n) for n in re.findall(r"\d+(?:\.\d+)?", m[0])))
        if m := _LIST.match(text, at):
            return self._add("list", at, m.end(), values=tuple(float(n) for n in re.findall(r"\d+", m[0])))
        if m := _PAIR.match(text, at):
            return self._add("pair", at, m.end(), values=(float(m[1]), float(m[2])))
        m = _NUMBER.match(text, at)
        if m is None:
            return self._punctuation(at, text[at])
        value = float(m["n"]) * (-1 if m["minus"] else 1)
        unit = self.lexicon.units.match(text, m.end()) or self._described_unit(m.end())
        if unit is None or _bare(unit[0], text, unit.end()) or (value > _DAY_H and _HEART_RATE.match(text, m.end())):
            return self._add("num", at, m.end(), value=value)
        name = self.lexicon.unit_names[unit[1] or unit[2]]
        if text[unit.end() : unit.end() + 1] == "半" and name in _HALVED:
            return self._add("qty", at, unit.end() + 1, name, value + 0.5)
        counted = self.lexicon.units.match(text, unit.end()) if name == "km" and unit[0].strip() == "k" else None
        if counted and self.lexicon.unit_names[counted[1] or counted[2]] in ("step", "rep"):
            # "10k steps": a thousand, not a distance
            return self._add("qty", at, counted.end(), self.lexicon.unit_names[counted[1] or counted[2]], value * 1000)
        said = unit[0].strip()
        rounds = name == "set" and said.startswith(("round", "rd", "轮", "循环"))
        return self._add("qty", at, unit.end(), name, value, flag=rounds or (name == "km" and said == "k"))

    def _several_ways(self, at: int) -> bool:
        """Whether the last word names what is measured by how far: `ran 5, 6 and 7 km`."""
        last = self.out[-1] if self.out else None
        return last is not None and last.kind == "act" and last.end == at - 1 and counted(last.name) == "distance"

    def _ways(self, m: re.Match[str]) -> int:
        """One distance each, parted by `and`."""
        unit = self.lexicon.unit_names[m["unit"]]
        for number in _NUMBER.finditer(self.text, m.start(), m.start("unit")):
            if number.start() > m.start():
                self._add("sep", self.out[-1].end, number.start(), name="and")
            self._add("qty", number.start(), number.end(), unit, float(number["n"]))
        self.out[-1] = replace(self.out[-1], end=m.end())
        return m.end()

    def _described_unit(self, at: int) -> re.Match[str] | None:
        """The unit behind one word that describes it: `5 working sets`, `6 chilly miles`."""
        between = _DESCRIBED.match(self.text, at)
        if between is None or self.lexicon.word(between[1]) or self.lexicon.units.match(f" {between[1]}"):
            return None
        return self.lexicon.units.match(self.text, between.end())

    def _clock(self, m: re.Match[str]) -> int:
        if m["zh"]:
            minutes = int(m["zh"]) * 60 + (30 if m["zhalf"] else int(m["zq"] or 0) * 15 + int(m["zm"] or 0))
            part = _DAYPART.search(self.text, max(0, m.start() - 6), m.start())
            night = part is not None and part[1] in ("晚上", "昨晚", "今晚", "夜里", "凌晨", "半夜")
            if night and 720 <= minutes < 780:
                minutes -= 720
            elif part and part[1] == "昨晚" and minutes < _DEEP_NIGHT:
                pass
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
            words.append(m[0].removesuffix("'s") if len(m[0]) > _SHORTEST_OWNER else m[0])
            ends.append(m.end())
            pos = m.end() + 1
            if self.text[m.end() : pos] not in (" ", "-"):
                break
        for count in range(len(words), 0, -1):
            if term := self.lexicon.word(" ".join(words[:count])):
                return self._term(term, at, ends[count - 1])
        if len(words) > 1 and words[0] not in self.lexicon.not_typos and (slip := self.lexicon.guess_phrase(words[:2])):
            return self._term(slip, at, ends[1])
        return self._plain_word(words[0], at, ends[0])

    def _plain_word(self, word: str, at: int, end: int) -> int:
        if word[0] == "x" and word[1:2].isdecimal():
            return self._add("times", at, at + 1)
        if word in _JOINERS and not self.text.startswith("so far", at):
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
            self._add("sep", at, m.end(), name=m[0])
            # "又8公里": told for a second time
            return self._add("part", at, m.end(), "again") if m[0] == "又" else m.end()
        if (found := self.lexicon.sign(self.text, at)) and self._counts_something(found, at):
            return self._term(found[1], at, at + len(found[0]))
        if m := _WAKE.match(self.text, at):
            return self._add("word", at, m.end(), name="wake")
        char = self.text[at]
        if char in "到至":
            return self._add("word", at, at + 1, name="to")
        if char == "分":
            return self._add("word", at, at + 1, name="in")
        if char in "各都均每" and _OF_EACH.match(self.text, at):
            # "卧推和深蹲各5组", "昨天和今天都跑了5公里"
            self._add("both", at, at + 1)
        if char in "每各":
            return self._add("word", at, at + 1, name="each")
        if char in "乘":
            return self._add("times", at, at + 1)
        return self._punctuation(at, char)

    def _counts_something(self, found: tuple[str, Term], at: int) -> bool:
        """A picture names a measure only before its number: `💤 7h` is sleep, `5k done 😴` is not."""
        phrase, term = found
        if term.kind != "topic" or "\u2e80" < phrase[0] < "\ua000":
            return True
        return bool(_BEFORE_NUMBER.match(self.text, at + len(phrase)))

    def _punctuation(self, at: int, char: str) -> int:
        if char == " " and _between_signs(self.text, at):
            return self._add("sep", at, at + 1, name=char)
        if char == "*":
            return self._add("times", at, at + 1)
        if char == "@":
            return self._add("word", at, at + 1, name="at")
        if char in "-~→":
            return self._add("word", at, at + 1, name="to")
        if char in _SENTENCE_END:
            return self._add("sep", at, at + 1, name=char, flag=True)
        if char == ":" and self.out and self.out[-1].kind in ("date", "topic") and self.out[-1].end == at:
            return at + 1
        if char in _PAUSE:
            return self._add("sep", at, at + 1, name=char)
        return at + 1


def _between_signs(text: str, at: int) -> bool:
    """A blank between Chinese characters is a pause, and one before a new deed (`10k 跑了6k`)."""
    if not "\u4e00" <= text[at + 1 : at + 2] <= "\u9fff":
        return False
    return "\u4e00" <= text[at - 1 : at] <= "\u9fff" or (text[at + 1] in _VERBS and text[at + 2 : at + 3] == "了")


def _bare(unit: str, text: str, end: int) -> bool:
    """Whether what looks like a unit belongs to the next word: `5 s` is one, the `r` of `5 r1` is not."""
    if unit in ("晚", "夜") and text[end : end + 1].isdecimal():
        # "早20晚30"
        return True
    if unit.strip() == "平" and text[end : end + 1] in _LEVEL:
        # "10 8 6 平板支撑"
        return True
    return unit.strip(" -") in ("r", "s", "c", "f", "g", "d", "w") and text[end : end + 1].isdecimal()


def _seconds(m: re.Match[str]) -> float:
    a, b, *rest = _parts(m)
    return a * 3600 + b * 60 + rest[0] if rest else a * 60 + b


def _parts(m: re.Match[str]) -> tuple[float, ...]:
    if m[4]:
        return float(m[4]), float(m[5])
    return tuple(float(part) for part in (m[1], m[2], m[3]) if part)
