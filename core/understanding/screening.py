"""Safety screening: the first reader of every message, in code, before anything else and without the model.

A message is split into sentences; signs of danger (`red_flags_en`, `red_flags_zh`, `vital_signs`) are looked up in them,
each judged by how it is said (`framing`), and the table of rules (`red_flags`) gives the strictest action.
Laughter never cancels a literal sign; idioms are blanked out beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from core.domain.profile import Facts
from core.domain.screening import strictness
from core.understanding import framing
from core.understanding.reading import Finding
from core.understanding.red_flags import DERIVED, IDIOMS_OF, PAST_RULES, RULES, SIGNS_OF, Rule
from core.understanding.vital_signs import vital_signs
from core.understanding.words import pieces

When = Literal["now", "past"]

_STEMS = frozenset(
    "ches hear angi jaw card stro tia face mout smil slur droo spea talk visi sigh blin see numb weak para fain pass blac cons unco unre coll "
    "keel knoc cold woke wake resp puls dizz ligh woo wooz vert conf diso deli inco palp irre skip arrh afib brea gasp suff chok sob lip lips blue "
    "pink frot whee inha coug swea heat sun suns over pee urin piss wee rhab dark cola head conc thun migr pupi seiz conv fit epil neck "
    "ting pins elec legs leg foot toes feet sadd groi crot geni priv blad bowe wet soil back pop popp snap crac tear tore torn rupt "
    "twis roll spra bear put stan lose lost losi loss slim skin thin diet calo kcal cals defi fast starv star purg vomi thro puke laxa bing anor buli "
    "eat eati eate die dead kill suic hang myse self life live livi end endi exis bett wish harm cut cutt hurt pill over dnp dini tren ster sarm clen anav dian winst "
    "test hgh inje med meds medi pill dose doub insu metf stat beta anti warf bloo pres ibup napr para aspi nsai ozem sema wego preg trim post "
    "expe weeks wate memb cont cram bell stom abdo hive rash welt alle itch stun bee ton thro tong swol swel epip anap calf clot dvt deep feve temp gluc suga "
    "keto diab hypo hype mete bp spo oxyg satu sats o2 rest rhr hr puls bpm pain ach ache achi sore stoo poo poop limp inju brui shak trem clam disl "
    "frac brok bone defo achi acl mens baby fetal kick diure water epo t3 mk eph ost rad deca clin thyr levo lisi meto prop aten biso amlo losa "
    "ramip eliq xare adde rita xana sert zolo proz lexa accu opio myoc pace sten bypa abla dow drop fell land bar weig calor fluid wors expl sudd "
    "unab can't cant cann coul woul reco lith pred tirz moun glic glip hydr ecot teen scho midd "
    "fit fits old year cycl tara sarms rest hea dist face bled blee spot thig purge thinspo pro- prod chew body earn dese puni inst "
    "kid icd mi arm arms hand left one side resu losi want wann tired good ready".split()
)
"""First four letters of the words that signs are made of: a message without any of them needs no closer look."""
_CHARS = frozenset(
    "胸心晕昏喘呼吸气紫嘴歪麻瘫中风脑梗血压糖氧烧热暑尿便头抽癫痫惊瞳脖颈椎腿脚踝膝小响断肿变形脱骨韧跟疹荨过敏喉嗓舌孕产胎宫羊死活杀残割生命"
    "催吐泻饿绝断不没厌暴贪食抠扣药酮素射针类固停减瘦疼痛莫体重岁初高未成抖汗汉休克意识叫喊眼看说话左右半单崴扭摔倒支架搭桥早搏房颤跳慌悸咳痰溺呛"
    "低血酚打吃睾激横纹酱可乐腹肚阴裆失禁足下辟禁惩罚遗上吊轻寻结束解消伤自学年级卡窒憋无心脏胰虐刀"
)
_SOFT_ONLY = frozenset({
    "medication", "suicidal", "self_harm", "suicide_means", "overdose", "purging", "starving", "ed_words", "dnp", "doping", "insulin", "wants_loss",
    "minor", "pregnant", "postpartum", "drying_out", "effort", "hard_effort", "at_rest", "muscle_aim", "diabetic", "diabetic_person", "hot_place",
    "loses_untried", "pain_weeks", "muscle_sore", "bike", "jumping", "felt_fine",
})
"""Signs that a question or a worry does not take back: asking how to do it counts like saying it."""
_NEVER_GENERAL = frozenset({"purging", "dnp", "suicidal", "self_harm", "overdose", "medication", "doping", "wants_loss", "minor", "effort", "hard_effort", "pregnant"})
_ENDS = frozenset({"fever", "low_sugar", "heat_exhaustion", "swollen", "fever_38", "fever_high", "pain_weeks"})
"""Signs that are settled when they are said to be over."""
_FIRST_PERSON = re.compile(r"\b(?:i|my|me|i'?m|i'?ve)\b|我")
_ALMOST = re.compile(
    r"(?:\b(?:nearly|almost|about to|going to|gonna|close to|felt like i was|feel like i'?m|like i(?:'m| was| might| could| would)(?: going to)?|thought i(?:'d| was| would| might))|差点儿?|快要?|险些|几乎)\s*$"
)
_WORD = re.compile(r"[a-z'0-9-]+")
_UNDERWEIGHT = 18.5
_HEALTHY_ADULT = 18


class _Hit(NamedTuple):
    now: bool
    past: bool
    other: bool


class _Signs:
    """The signs of a message, looked up when a rule asks for them."""

    def __init__(self, sentences: tuple[str, ...], given: frozenset[str], languages: tuple[str, ...]) -> None:
        self._sentences = sentences
        self._given = given
        self._languages = languages
        self._known: dict[str, _Hit] = {}

    def view(self, when: When) -> _View:
        return _View(self, when)

    def hit(self, name: str) -> _Hit:
        known = self._known.get(name)
        if known is None:
            self._known[name] = known = self._look(name)
        return known

    def other(self, rule: Rule) -> bool:
        """Whether the first sign of the rule is told of somebody else only."""
        names = [name for name in rule.needs[0].split("|") if self.hit(name).now or self.hit(name).past]
        return bool(names) and all(self.hit(name).other for name in names)

    def _look(self, name: str) -> _Hit:
        if name in self._given:
            return _Hit(now=True, past=False, other=False)
        if name in DERIVED:
            return _Hit(now=DERIVED[name].holds(self.view("now")), past=False, other=False)
        now = past = False
        others: list[bool] = []
        for number, start, end in self._matches(name):
            when, other = self._judge(name, number, start, end)
            now, past = now or when == "now", past or when == "past"
            if when:
                others.append(other)
        return _Hit(now, past, bool(others) and all(others))

    def _matches(self, name: str) -> Iterator[tuple[int, int, int]]:
        for language in self._languages:
            pattern = SIGNS_OF[language].get(name)
            if pattern is None:
                continue
            for number, sentence in enumerate(self._sentences):
                for match in pattern.finditer(sentence):
                    yield number, match.start(), match.end()

    def _judge(self, name: str, number: int, start: int, end: int) -> tuple[When | None, bool]:
        sentence = self._sentences[number]
        context = " ".join((*self._sentences[max(0, number - 2) : number], sentence[:start]))
        other = framing.about_other(context + " " + sentence[start:end] if name in ("heart_attack", "unresponsive") else context)
        if framing.denied(sentence, start, end) and name not in _NEGATIVE:
            return None, other
        if name == "faint" and _ALMOST.search(sentence[:start]):
            return None, other
        if self._only_talk(name, sentence, start, end) or framing.not_a_patient(sentence, other=other):
            return None, other
        if name in _ENDS and framing.over(" ".join(self._sentences)):
            return None, other
        if framing.long_ago(sentence, start, end):
            return (None if other else "past"), other
        return "now", other

    def _only_talk(self, name: str, sentence: str, start: int, end: int) -> bool:
        if name not in _SOFT_ONLY:
            return framing.general(sentence) or framing.imagined(sentence, start, end)
        return name not in _NEVER_GENERAL and framing.general(sentence) and not _FIRST_PERSON.search(sentence)


_NEGATIVE = frozenset({"suicidal", "minor", "effort", "wants_loss", "medication", "loses_untried", "pain_weeks"})
"""Signs that words of denial before them do not take back."""


class _View:
    """The signs of one time, as a container for `Rule.holds`."""

    def __init__(self, signs: _Signs, when: When) -> None:
        self._signs = signs
        self._when = when

    def __contains__(self, name: object) -> bool:
        hit = self._signs.hit(str(name))
        return hit.now if self._when == "now" else hit.past


def screen(text: str, *, facts: Facts, age: int | None) -> Finding:
    """The finding for a message. `facts` and `age` (years) are what is known of its author."""
    worst = Finding()
    for piece in pieces(text):
        finding = _screen(piece, facts, age)
        if strictness(finding.action) > strictness(worst.action):
            worst = finding
    return worst


def _screen(text: str, facts: Facts, age: int | None) -> Finding:
    languages = _languages(text)
    measured = vital_signs(text, fit=facts.experience == "advanced")
    if not measured and not _worth_a_look(text):
        return Finding()
    for language in languages:
        text = IDIOMS_OF[language].sub(" … ", text)
    signs = _Signs(tuple(framing.sentences(text)), measured | _known(facts, age), languages)
    if _wants_to_lose_underweight(signs, facts, age):
        signs = _Signs(tuple(framing.sentences(text)), measured | _known(facts, age) | {"underweight_loss"}, languages)
    rule = _first(signs)
    if rule is None:
        return Finding()
    return Finding(
        red_flag=True, category=rule.category, action=rule.action, coaching_allowed=False, third_person=signs.other(rule)
    )


def _first(signs: _Signs) -> Rule | None:
    """The strictest rule that holds; of equals the first in the table."""
    now, past = signs.view("now"), signs.view("past")
    candidates = [rule for rule in _BY_STRICTNESS if rule.holds(now)][:1]
    candidates += [rule for rule in PAST_RULES if rule.holds(past)]
    return max(candidates, key=lambda rule: strictness(rule.action), default=None)


_BY_STRICTNESS = tuple(sorted(RULES, key=lambda rule: -strictness(rule.action)))


def _languages(text: str) -> tuple[str, ...]:
    if text.isascii():
        return ("en",)
    return ("zh", "en") if re.search(r"[a-z]{2}", text) else ("zh",)


def _worth_a_look(text: str) -> bool:
    if not _CHARS.isdisjoint(text):
        return True
    return any(word[:4] in _STEMS for word in _WORD.findall(text))


def _known(facts: Facts, age: int | None) -> frozenset[str]:
    """Signs that the profile brings along."""
    known = set()
    if facts.pregnant:
        known.add("pregnant")
    if {"diabetes", "diabetes_insulin"} & set(facts.conditions):
        known |= {"diabetic", "diabetic_person"}
    if age is not None and age < _HEALTHY_ADULT:
        known.add("minor")
    return frozenset(known)


def _wants_to_lose_underweight(signs: _Signs, facts: Facts, age: int | None) -> bool:
    if facts.height_cm is None or facts.weight_kg is None or (age is not None and age < _HEALTHY_ADULT):
        return False
    bmi = facts.weight_kg / (facts.height_cm / 100) ** 2
    return bmi < _UNDERWEIGHT and signs.hit("wants_loss").now
