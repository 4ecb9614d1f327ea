"""Profile facts from a message: who somebody is, what they want, what they have to train with.

Values outside the plausible range are returned apart and never stored. `asked` names the facts that were just asked
for, so that a bare number or word answers them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from core.domain.profile import NO_FACTS, Facts
from core.understanding import facts_words as words_of
from core.understanding import framing
from core.understanding.aliases import fold
from core.understanding.facts_numbers import LOG, Number, kilograms
from core.understanding.facts_numbers import numbers as numbers_said
from core.understanding.facts_schedule import schedule
from core.understanding.text_norm import MAX_CHARS, normalise
from core.understanding.words import words
from core.understanding.zones import place_said

PLAUSIBLE: Mapping[str, tuple[float, float]] = {
    "age": (5, 110),
    "height_cm": (100, 250),
    "weight_kg": (25, 350),
    "goal_weight_kg": (25, 350),
    "birth_year": (1910, 2021),
    "days_per_week": (1, 7),
    "minutes_per_session": (5, 300),
    "dumbbell_kg": (0.5, 100),
}
_BMI = (10.0, 100.0)
"""Height and weight that give a body mass index outside of this cannot both be right."""


class FactsRead(NamedTuple):
    facts: Facts
    implausible: tuple[tuple[str, float], ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    """Where in the folded text body values were found."""
    denied: tuple[str, ...] = ()
    """Facts said to be empty: "no injuries", "I eat everything"."""


_DIGITS = "零一二三四五六七八九"
_SPOKEN_METRES = re.compile(rf"[一1]米([{_DIGITS}])([{_DIGITS}])")


def read_facts(text: str, *, asked: tuple[str, ...] = (), locale: str = "en", in_words: bool = True) -> FactsRead:
    """What the message says about its author. `asked`: names of facts just asked for; `locale` (BCP 47) decides 斤;
    without `in_words` only numbers are looked for."""
    folded = words(fold(_metres(text)))
    if not folded:
        return FactsRead(NO_FACTS)
    answers = (*_answers(folded, asked, locale), *schedule(folded, asked))
    numbers = {number.name: number for number in (*answers, *numbers_said(folded, locale))}
    good, bad = _sort(numbers)
    update: dict[str, object] = dict(_typed(good))
    if in_words:
        update.update(_said_in_words(folded, asked))
    update.update(_units(folded, numbers))
    if name := _name(normalise(text), asked):
        update["name"] = name
    spans = tuple(number.span for number in numbers.values())
    found = {name: value for name, value in update.items() if value not in (None, ())}
    facts = Facts.model_validate(found) if found else NO_FACTS
    return FactsRead(facts, bad, spans, _denied(folded, facts, asked) if in_words else ())


def _denied(text: str, facts: Facts, asked: tuple[str, ...]) -> tuple[str, ...]:
    """What is said not to be there, by name or in answer to the question: `none`, `knee, otherwise fine`."""
    named = list(words_of.every(words_of.DENIED, text))
    if words_of.NOTHING_MORE.search(text):
        named += [name for name in asked if name in words_of.DENIED]
    return tuple(name for name in dict.fromkeys(named) if not getattr(facts, name))


def is_log(text: str) -> bool:
    """Whether the words tell of training done rather than of the person."""
    return bool(LOG.search(words(fold(text))))


def _metres(text: str) -> str:
    """`一米六七` in digits (a list of two digits elsewhere), and no decimal comma where a Chinese comma separates."""
    spaced = text[: 4 * MAX_CHARS].replace("，", ", ")
    return _SPOKEN_METRES.sub(lambda m: f"1米{_DIGITS.index(m[1])}{_DIGITS.index(m[2])}", spaced)


def _sort(numbers: Mapping[str, Number]) -> tuple[dict[str, float], tuple[tuple[str, float], ...]]:
    """Plausible values, and those that have to be asked again."""
    good, bad = {}, []
    for name, number in numbers.items():
        low, high = PLAUSIBLE[name]
        if low <= number.value <= high:
            good[name] = number.value
        else:
            bad.append((name, number.value))
    height, weight = good.get("height_cm"), good.get("weight_kg")
    if height and weight and not _BMI[0] <= weight / (height / 100) ** 2 <= _BMI[1]:
        bad += [("height_cm", good.pop("height_cm")), ("weight_kg", good.pop("weight_kg"))]
    return good, tuple(bad)


def _typed(values: Mapping[str, float]) -> Iterator[tuple[str, float | int]]:
    whole = {"age", "birth_year", "days_per_week", "minutes_per_session"}
    for name, value in values.items():
        yield name, round(value) if name in whole else round(value, 2)


_BARE: Mapping[str, Callable[[float], bool]] = {
    # in the order in which a bare number fits
    "height_cm": lambda n: 120 <= n <= 230 or 1.2 <= n <= 2.3,
    "birth_year": lambda n: 1910 <= n <= 2021,
    "days_per_week": lambda n: 1 <= n <= 7 and n == int(n),
    "age": lambda n: 8 <= n <= 99 and n == int(n),
    "weight_kg": lambda n: 35 <= n <= 300,
    "goal_weight_kg": lambda n: 35 <= n <= 300,
    "minutes_per_session": lambda n: 5 <= n <= 300,
    "dumbbell_kg": lambda n: 1 <= n <= 80,
}


def _answers(text: str, asked: tuple[str, ...], locale: str) -> Iterator[Number]:
    """Bare numbers as answers to what was asked, each number to the first fact it fits."""
    if not asked or not words_of.ONLY_NUMBERS.fullmatch(text):
        return
    open_names = [name for name in asked if name in _BARE]
    for match in words_of.BARE_NUMBER.finditer(text):
        value, after = float(match[0]), text[match.end() : match.end() + 10]
        meant = [name for name in open_names if _may_be(name, after)]
        name = _fitting(value, meant) or (meant[0] if len(meant) == len(open_names) == 1 else None)
        if name is None:
            continue
        open_names.remove(name)
        yield Number(name, _in_unit(name, value, after, locale), match.span())


_UNIT_NAMES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r" ?(?:days?\b|天)"), "days_per_week"),
    (re.compile(r" ?(?:min|h\b|hours?|分钟|小时|个小时)"), "minutes_per_session"),
    (re.compile(r" ?(?:kg|kilo|lb|pound|公斤|千克|斤|磅)"), "_kg"),
    (re.compile(r" ?(?:cm|厘米|公分|m\b|米)"), "height_cm"),
    (re.compile(r" ?(?:周?岁|years?\b|yo\b)"), "age"),
)


def _may_be(name: str, after: str) -> bool:
    """Whether a number may answer for the fact: a unit written behind it names what it measures."""
    return all(name.endswith(end) for unit, end in _UNIT_NAMES if unit.match(after))


def _fitting(value: float, names: list[str]) -> str | None:
    """The fact a bare number fits: asked order, but an age never takes what only a height can be."""
    return next((name for name in names if _BARE[name](value)), None)


def _in_unit(name: str, value: float, after: str, locale: str) -> float:
    if name == "height_cm":
        return value * 100 if value < 3 else value
    if name.endswith("_kg"):
        unit = re.match(r" ?(lbs?|pounds?|斤|磅)", after)
        return kilograms(value, unit[1] if unit else None, locale)
    if name == "minutes_per_session" and re.match(r" ?(?:h|hours?|个?小时)", after):
        return value * 60
    return value


def _said_in_words(text: str, asked: tuple[str, ...]) -> dict[str, object]:
    """Goal, experience, equipment, diet, complaints, conditions, medicines, pregnancy, place."""
    experience = words_of.first(words_of.EXPERIENCE, text)
    if experience is None and "experience" in asked and len(text) <= _SHORT:
        experience = words_of.first(words_of.BARE_EXPERIENCE, text)
    activity_level = words_of.first(words_of.ACTIVITY, text)
    said: dict[str, object] = {
        "sex": words_of.sex(text)
        or _one_word(
            text,
            asked,
            "sex",
            {"f": "female", "m": "male", "woman": "female", "man": "male", "girl": "female", "boy": "male"},
        ),
        "experience": experience,
        "activity_level": activity_level,
        "equipment": _equipment(text, asked=bool({"equipment"} & set(asked))),
        "diet": tuple(words_of.every(words_of.DIETS, text)),
        "injuries": _injuries(text, asked),
        "conditions": _conditions(text),
        "medications": tuple(words_of.every(words_of.MEDICATIONS, text)),
        "pregnant": words_of.state(words_of.PREGNANT, text),
        "breastfeeding": words_of.nursing(text),
    }
    if place := place_said(text, asked="zone" in asked):
        said |= {"zone": place.zone or None, "country": place.country}
    said |= _goal(text, asked)
    if framing.general(text):
        # "what is hypertension?" is nobody's illness
        said |= {"conditions": (), "medications": (), "injuries": (), "pregnant": None}
    return said


def _one_word(text: str, asked: tuple[str, ...], name: str, answers: Mapping[str, str]) -> str | None:
    return answers.get(text.strip(" .!。")) if name in asked else None


def _goal(text: str, asked: tuple[str, ...]) -> dict[str, object]:
    """The goal and, for an event or a distance, the words it was said in."""
    goal = words_of.first(words_of.GOALS, text) if "goal" in asked or words_of.GOAL_CUE.search(text) else None
    if goal is None and "goal" in asked and len(text) <= _SHORT and not re.search(r"\d", text):
        bare = words_of.first(words_of.BARE_GOALS, text)
        return {"goal": bare}
    if goal is None or (goal in ("event", "endurance") and LOG.search(text) and "goal" not in asked):
        return {}
    match = words_of.GOALS[goal].search(text)
    named = goal in ("event", "endurance", "get_stronger") and match
    return {"goal": goal, "goal_text": match[0].strip()[:80] if named and match else None}


_LISTED = re.compile(r"[,，、;；] ?(?:dumb-?bells?|kettlebells?|哑铃|壶铃|弹力带)(?=$|[ .。,，、;；])")
_LISTED_GYM = re.compile(r"[,，、;；] ?(?:gym|健身房)(?=$|[ .。,，、;；])")
"""Equipment as one of several things said about oneself."""
_SHORT = 30
"""Characters of an answer in a few words."""
_NOTHING = re.compile(r"(?:^|[,，、;；] ?)(?:none|nothing|no|没有|无|都没有|啥都没有|什么都没有)(?=$|[ .。!,，;；])")


def _equipment(text: str, *, asked: bool) -> tuple[str, ...]:
    if LOG.search(text) and not asked:
        return ()
    owned = asked or bool(words_of.HAVE.search(text))
    found = [name for name in words_of.every(words_of.EQUIPMENT, text) if owned]
    if not found and (listed := _LISTED.search(text)):
        found = list(words_of.every(words_of.EQUIPMENT, listed[0]))
    if not words_of.NO_GYM.search(text) and (
        words_of.GYM.search(text) or _LISTED_GYM.search(text) or (asked and re.search(r"\bgym\b|健身房", text))
    ):
        found.append("gym")
    if not found and (words_of.NO_EQUIPMENT.search(text) or (asked and _NOTHING.search(text))):
        return ("none",)
    return tuple(found)


def _injuries(text: str, asked: tuple[str, ...]) -> tuple[str, ...]:
    found = tuple(words_of.every(words_of.INJURIES, text))
    if found or "injuries" not in asked:
        return found
    # the bare part is an answer: "knee", "膝盖和腰"
    bare = {
        "knee": r"\bknees?\b|膝",
        "lower_back": r"\bback\b|腰",
        "shoulder": r"\bshoulders?\b|肩",
        "wrist": r"\bwrists?\b|手腕",
        "elbow": r"\belbows?\b|肘",
        "neck": r"\bneck\b|脖子|颈",
        "hip": r"\bhips?\b|髋|胯",
        "ankle": r"\bankles?\b|踝",
        "foot": r"\bfoot\b|\bfeet\b|脚底|脚跟",
    }
    return tuple(name for name, pattern in bare.items() if re.search(pattern, text))


def _conditions(text: str) -> tuple[str, ...]:
    found = tuple(words_of.every(words_of.CONDITIONS, text))
    return tuple(name for name in found if not (name == "diabetes" and "diabetes_insulin" in found))


def _units(text: str, numbers: Mapping[str, Number]) -> dict[str, object]:
    """Units asked for; pounds in one's own weight say which unit loads are meant in."""
    units: dict[str, object] = {}
    if match := words_of.LOAD_UNIT.search(text):
        said = match["u"] or match["v"]
        units["load_unit"] = "lb" if said[0] in "lp磅" else "jin" if said == "斤" else "kg"
    elif (weight := numbers.get("weight_kg")) and (
        unit := re.search(r"(lbs?|pounds?|磅)|(kg|kilo|公斤)", text[weight.span[0] : weight.span[1] + 6])
    ):
        units["load_unit"] = "lb" if unit[1] else "kg"
    if match := words_of.DISTANCE_UNIT.search(text):
        said = match["u"] or match["v"]
        units["distance_unit"] = "mile" if said.startswith(("mile", "英里")) else "km"
    return units


def _proper(said: str) -> str:
    """`Tom and` is Tom, `Mary Ann` both."""
    first, _, second = said.strip().partition(" ")
    return f"{first} {second}" if second[:1].isupper() else first


_CALL_UP = re.compile(
    r"(?:\d点?|[点半刻时]|每天|每[周晚早]|早上|晚上|明[天早]|今[天晚]|中午|下午|提醒|记得|别|不要|老板|闹钟|妈|同事|朋友)[^,，。]{0,6}(?:叫|喊)我|叫我(?:起|去|来)"
)
"""`晚上8点叫我练腿` asks for a call, and tells no name."""


def _name(text: str, asked: tuple[str, ...]) -> str | None:
    """The name as written."""
    if match := words_of.NAME.search(text):
        name = _proper(match["en"]) if match["en"] else words_of.NAME_END_ZH.sub("", match["zh"].strip())
        if match["zh"] and (_CALL_UP.search(text, 0, match.end("zh")) or words_of.NOT_NAME_ZH.match(name)):
            return None
        first = name.split()[0].lower() if name.split() else ""
        return None if first in words_of.NOT_NAMES or name in words_of.NOT_NAMES else name
    if "name" in asked and re.fullmatch(r"[^\W\d_]{1,20}(?: [^\W\d_]{1,20})?", text):
        return text
    return None
