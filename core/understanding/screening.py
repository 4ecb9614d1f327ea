"""Safety screening: the first reader of every message, in code, before anything else and without the model.

A message is split into sentences; signs of danger (`red_flags_en`, `red_flags_zh`, `vital_signs`) are looked up in
them, each judged by how it is said (`framing`), and the table of rules (`red_flags`) gives the strictest action.
Laughter never cancels a literal sign; idioms are blanked out beforehand.

What is told without the usual words is left to a classifier (`danger`); and what reads like a sign but is told like
nothing but harmless talk (`seizure of the day`) is none. Measured values are the rules' alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal, NamedTuple

from core.domain.profile import Facts, merge
from core.domain.screening import strictness
from core.understanding import framing
from core.understanding.danger import classifier, is_plain_log
from core.understanding.facts import read_facts
from core.understanding.reading import Finding
from core.understanding.red_flags import DERIVED, IDIOMS_OF, PAST_RULES, RULES, SIGNS_OF, Rule
from core.understanding.vital_signs import vital_signs
from core.understanding.words import pieces

When = Literal["now", "past"]

_SOFT_ONLY = frozenset(
    {
        "medication",
        "suicidal",
        "self_harm",
        "suicide_means",
        "overdose",
        "purging",
        "starving",
        "ed_words",
        "dnp",
        "doping",
        "insulin",
        "wants_loss",
        "minor",
        "pregnant",
        "postpartum",
        "drying_out",
        "effort",
        "hard_effort",
        "at_rest",
        "muscle_aim",
        "diabetic",
        "diabetic_person",
        "hot_place",
        "loses_untried",
        "pain_weeks",
        "muscle_sore",
        "bike",
        "jumping",
        "felt_fine",
    }
)
"""Signs that a question or a worry does not take back: asking how to do it counts like saying it."""
_NEVER_GENERAL = frozenset(
    {
        "purging",
        "dnp",
        "suicidal",
        "self_harm",
        "overdose",
        "medication",
        "doping",
        "wants_loss",
        "minor",
        "effort",
        "hard_effort",
        "pregnant",
    }
)
_ENDS = frozenset({"fever", "low_sugar", "heat_exhaustion", "swollen", "fever_38", "fever_high", "pain_weeks"})
"""Signs that are settled when they are said to be over."""
_HISTORY = frozenset({"heart_history", "stroke_history"})
"""Signs that matter only in one's own past."""
_FIRST_PERSON = re.compile(r"\b(?:i|my|me|i'?m|i'?ve)\b|我")
_ALMOST = re.compile(
    r"(?:\b(?:nearly|almost|about to|going to|gonna|close to|felt like i was|feel like i'?m"
    r"|thought i(?:'d| was| would| might)|like i(?:'m| was| might| could| would)(?: going to)?)"
    r"|差点儿?|快要?|险些|几乎)\s*$"
)
_NOTHING = Finding()
_MOST_MATCHES = 40
"""Of one sign in one piece of text: more tell nothing new."""
_SURELY = -0.6
"""The classifier's score below which even a wish to die is held for an idiom."""
_UNDERWEIGHT = 18.5
_HEALTHY_ADULT = 18


_BY_NUMBERS = frozenset({"minor", "loses_untried", "pain_weeks", "very_low_kcal"})
"""Signs that lie in a number, which the classifier does not see."""


class Ruled(NamedTuple):
    """What the rules find. `certain`: it rests on numbers, on the past, or on what is known of the person.
    `taken_back`: signs are named, and all of them denied, asked about or otherwise not meant; or they are idioms."""

    finding: Finding
    certain: bool = False
    taken_back: bool = False


class _Hit(NamedTuple):
    now: bool
    past: bool
    other: bool


_NO_HIT = _Hit(now=False, past=False, other=False)


class _Rules:
    """Rules in an order, found by the signs that their first need names."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._places: dict[str, list[int]] = {}
        for place, rule in enumerate(self._rules):
            for name in rule.needs[0].split("|"):
                self._places.setdefault(name, []).append(place)

    def that_begin_with(self, names: frozenset[str]) -> Iterator[Rule]:
        places = {place for name in names for place in self._places.get(name, ())}
        return (self._rules[place] for place in sorted(places))


_NOW = _Rules(sorted(RULES, key=lambda rule: -strictness(rule.action)))
_PAST = _Rules(PAST_RULES)


class _Signs:
    """The signs of a message, looked up when a rule asks for them."""

    def __init__(self, sentences: tuple[str, ...], given: frozenset[str], languages: tuple[str, ...]) -> None:
        self._sentences = sentences
        self._given = given
        self._languages = languages
        self._said = given | _said(sentences, languages)
        self._known: dict[str, _Hit] = {}

    def view(self, when: When) -> _View:
        return _View(self, when)

    def hit(self, name: str) -> _Hit:
        if name not in self._said and name not in DERIVED:
            return _NO_HIT
        known = self._known.get(name)
        if known is None:
            self._known[name] = known = self._look(name)
        return known

    def may_hold(self, rules: _Rules) -> Iterator[Rule]:
        """Those whose first need is said somewhere, in whatever sense, in their order: most messages say none."""
        return rules.that_begin_with(self._said)

    def certain(self, rule: Rule) -> bool:
        """Whether the rule rests on a sign that was not read from the words, on a number, or on what is long ago."""
        if rule in PAST_RULES and not rule.holds(self.view("now")):
            return True
        names = {name for group in rule.needs for name in group.split("|")}
        return not names.isdisjoint(self._given | (_BY_NUMBERS & self._said))

    def taken_back(self) -> bool:
        """Whether signs are named, and none of them is meant."""
        named = self._said - _SOFT_ONLY
        return bool(named) and not any(self.hit(name).now or self.hit(name).past for name in named)

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
        for number, start, end in islice(self._matches(name), _MOST_MATCHES):
            when, other = self._judge(name, number, start, end)
            now, past = now or when == "now", past or when == "past"
            if when:
                others.append(other)
            if when == "now" and not other:
                break
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
        other = framing.about_other(
            context + " " + sentence[start:end] if name in ("heart_attack", "unresponsive") else context
        )
        if framing.denied(sentence, start, end) and name not in _NEGATIVE:
            return None, other
        if name == "faint" and _ALMOST.search(sentence[:start]):
            return None, other
        if self._only_talk(name, sentence, start, end) or framing.not_a_patient(sentence, other=other):
            return None, other
        if name in _ENDS and framing.over(" ".join(self._sentences)):
            return None, other
        if other and name in _HISTORY:
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
    return max((_screen(piece, facts, age) for piece in pieces(text)), key=_strict, default=_NOTHING)


def _strict(finding: Finding) -> int:
    return strictness(finding.action)


def _screen(text: str, facts: Facts, age: int | None) -> Finding:
    """What the rules find, unless it is told like harmless talk; else what the classifier makes of the words."""
    ruled = by_rules(text, facts, age)
    if ruled.certain or (not ruled.finding.red_flag and is_plain_log(text)):
        return ruled.finding
    known = classifier()
    score = known.score(text)
    if ruled.finding.red_flag:
        bound = _SURELY if ruled.finding.category == "self_harm" else known.harmless
        harmless = score < bound and known.is_harmless(framing.sentences(text), framing.clauses(text))
        return _NOTHING if harmless else _stricter(ruled.finding, text, score)
    return _sensed(text, score, age) if score > (known.sure if ruled.taken_back else known.flag) else _NOTHING


def _stricter(finding: Finding, text: str, score: float) -> Finding:
    """The rule's finding; where the same danger is told as something graver beyond doubt, that."""
    if score < classifier().sure:
        return finding
    graver = classifier().sense(text)
    grave = graver.category == finding.category and strictness(graver.action) > strictness(finding.action)
    return finding.model_copy(update={"action": graver.action}) if grave else finding


def _sensed(text: str, score: float, age: int | None) -> Finding:
    """Without a word that the rules know, nobody is sent for an ambulance unless it is beyond doubt."""
    sense = classifier().sense(text)
    if sense.category == "minor" and (read_facts(text).facts.age or age or 0) >= _HEALTHY_ADULT:
        return _NOTHING
    unsure = sense.action == "emergency" and score < classifier().sure
    return Finding(
        red_flag=True,
        category=sense.category,
        action="urgent_care" if unsure else sense.action,
        coaching_allowed=False,
        third_person=framing.about_other(text),
    )


def by_rules(text: str, facts: Facts, age: int | None) -> Ruled:
    """What the rules alone find in prepared text (`words`)."""
    languages = _languages(text)
    measured = vital_signs(text, fit=facts.experience == "advanced")
    idioms = 0
    for language in languages:
        text, found = IDIOMS_OF[language].subn(" … ", text)
        idioms += found
    signs = _Signs(tuple(framing.sentences(text)), measured | _known(facts, age), languages)
    if _wants_to_lose_underweight(signs, text, facts, age):
        signs = _Signs(tuple(framing.sentences(text)), measured | _known(facts, age) | {"underweight_loss"}, languages)
    rule = _first(signs)
    if rule is None:
        return Ruled(_NOTHING, taken_back=bool(idioms) or signs.taken_back())
    finding = Finding(
        red_flag=True,
        category=rule.category,
        action=rule.action,
        coaching_allowed=False,
        third_person=signs.other(rule),
    )
    return Ruled(finding, certain=signs.certain(rule))


def _first(signs: _Signs) -> Rule | None:
    """The strictest rule that holds; of equals the first in the table."""
    now, past = signs.view("now"), signs.view("past")
    candidates = [rule for rule in signs.may_hold(_NOW) if rule.holds(now)][:1]
    candidates += [rule for rule in signs.may_hold(_PAST) if rule.holds(past)]
    return max(candidates, key=lambda rule: strictness(rule.action), default=None)


def _said(sentences: tuple[str, ...], languages: tuple[str, ...]) -> frozenset[str]:
    """The signs whose words stand in the sentences."""
    whole = "\n".join(sentences)
    return frozenset(
        name
        for language in languages
        for name, pattern in SIGNS_OF[language].near(whole)
        if any(pattern.search(sentence) for sentence in sentences)
    )


def _languages(text: str) -> tuple[str, ...]:
    if text.isascii():
        return ("en",)
    return ("zh", "en") if re.search(r"[a-z]{2}", text) else ("zh",)


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


def _wants_to_lose_underweight(signs: _Signs, text: str, facts: Facts, age: int | None) -> bool:
    """Adults only: the index means something else while growing, and minors have their own rule."""
    if (age is not None and age < _HEALTHY_ADULT) or not signs.hit("wants_loss").now:
        return False
    known = merge(facts, read_facts(text).facts)
    if known.height_cm is None or known.weight_kg is None:
        return False
    weight = min(known.weight_kg, known.goal_weight_kg or known.weight_kg)
    return weight / (known.height_cm / 100) ** 2 < _UNDERWEIGHT
