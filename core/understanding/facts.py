"""Profile facts from a message: who somebody is, what they want, what they have to train with.

Values outside the plausible range are returned apart and never stored. `asked` names the facts that were just asked
for, so that a bare number or word answers them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from core.domain.profile import Facts
from core.understanding import facts_words as words_of
from core.understanding import framing
from core.understanding.aliases import fold
from core.understanding.text_norm import MAX_CHARS, normalise
from core.understanding.words import words
from core.understanding.zones import place_said

KG_PER_LB = 0.45359237
CM_PER_INCH = 2.54
PLAUSIBLE: Mapping[str, tuple[float, float]] = {
    "age": (5, 110), "height_cm": (100, 250), "weight_kg": (25, 350), "goal_weight_kg": (25, 350), "birth_year": (1910, 2021),
    "days_per_week": (1, 7), "minutes_per_session": (5, 300), "dumbbell_kg": (0.5, 100),
}
_BMI = (10.0, 100.0)
"""Height and weight that give a body mass index outside of this cannot both be right."""


class FactsRead(NamedTuple):
    facts: Facts
    implausible: tuple[tuple[str, float], ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    """Where in the folded text body values were found."""


class _Number(NamedTuple):
    name: str
    value: float
    span: tuple[int, int]


_MASS = r"(?P<unit>kgs?|kilos?|kilograms?|公斤|千克|斤|lbs?|pounds?|磅|st|stones?)"
_HEIGHT = re.compile(
    r"(?:\b(?P<ft>[3-8]) ?(?:'|ft\.?|feet|foot|尺) ?(?P<in>1[01]|\d)(?!\d) ?(?:\"|''|in(?:ches|ch)?\b)?)|\b(?P<ft0>[4-7]) ?(?:ft|feet|foot|')(?: tall)?(?! ?\d)(?=$|[\s,.])"
    r"|(?<![\d.])(?P<cm>\d{2,4}(?:\.\d)?) ?(?:cm\b|cms\b|厘米|公分|centim\w+)(?! ?(?:waist|around))"
    r"|(?<![\d.])(?P<m>[12])(?:m|米|\.)(?P<mcm>\d{1,2})(?!\d)(?! ?(?:km|k\b|l\b|升|倍|万|公里|h|小时|kg|公斤|x|%|mi\b|miles?))(?: ?(?:m\b|米|meters?|metres?))?"
    r"|(?:\b(?:height|tall|stature)(?: is| of|:|=| )*|身高(?:是|有|大概|约|:|=| )*)(?P<key>\d{1,4}(?:\.\d{1,2})?)(?![\d米m]\d) ?(?P<keyunit>cm|厘米|公分|m\b|米|meters?|metres?)?(?! ?(?:kg|公斤|斤|\d))"
    r"|(?<![\d.])(?P<tall>\d{1,3}(?:\.\d{1,2})?) ?(?P<tallunit>cm|m)? (?:tall|in height)\b"
)
_DECIMAL_M = re.compile(r"(?:height|tall|身高|i'?m|我|有) ?|(?:tall|高)")
_PAIR = re.compile(
    r"(?<![\d.:/])(?P<h>1[3-9]\d|20\d|21\d)(?:\.\d)? ?(?:cm)?(?:[ ,，、/.]| and ){1,3}(?P<w>\d{2,3}(?:\.\d)?) ?" + _MASS + r"?(?![\d:/.]|个|组|次|下|x| ?(?:m\b|km|公里|min|步|steps?))"
)
_ME_HEIGHT = re.compile(r"(?:^|[,，。;； ])(?:我|本人|我是)(?:今年|现在|有)? ?(?P<h>1[3-9]\d|20\d)(?= ?(?:[,，、/ 。;；]|$|高|cm))|\bi'?m (?P<h2>1[3-9]\d|20\d)(?= ?(?:cm|,|$| and| tall))")
_WEIGHT_KEY = re.compile(
    r"(?:\b(?:weight|weigh(?:ing|s|ed)?|bodyweight|body weight|bw)(?: is| was| of| in at|:|=| about| around| currently| now| today| roughly| at| this morning| in| myself| still)*|体重(?:是|有|为|现在|大概|约|今天|今早|早上|目前|:|=|到了| )*) ?(?P<n>\d{1,4}(?:\.\d{1,2})?)(?![\d%:]) ?"
    + _MASS + r"?(?!\w*训)"
)
_WEIGHT_ME = re.compile(r"(?:\b(?:i'?m|i am|im|at|currently|now)(?: now| currently| about| around| at| only| already)* |(?:我|本人)(?:是|现在|目前|有|已经|才|今年|都)*|(?:^|[,，。;；、\s])(?:现在|目前|现)?)(?P<n>\d{1,4}(?:\.\d{1,2})?) ?" + _MASS + r"(?![a-z重]|的?(?:哑铃|杠铃|壶铃)| ?(?:x|×|\d|each|dumb|bar|kettle|bench|squat|dead))")
_WEIGHT_ANY = re.compile(r"(?<![\d.])(?P<n>\d{1,4}(?:\.\d{1,2})?) ?" + _MASS + r"(?![a-z]| ?(?:x\b|x\d|@|dumb|bar|kettle|bench|press|squat|dead|each|plates?|db)|的?(?:哑铃|杠铃|壶铃)| ?\d+ ?(?:个|组|次|下))")
_STONE = re.compile(r"(?<!\d)(?P<st>\d{1,2}) ?(?:st|stones?)(?: |, ?|and )?(?P<lb>\d{1,2})? ?(?:lbs?|pounds?)?\b")
_CHANGE = re.compile(
    r"(?:\b(?:lose|losing|lost|drop|dropped|shed|gain|gained|gaining|cut|put on|loss of|down|up|another|by|over|extra|more|less|lift|lifted|bench|squat|deadlift|press|dumbbells?|barbell|kettlebell|carry|rack|pull)(?: \w+){0,3} ?$)"
    r"|(?:减|瘦|掉|降|胖|增|重|轻|长|涨|少|多|超|卧推|深蹲|硬拉|推举|哑铃|杠铃|壶铃|举|拉|推|差|还有|负重)(?:了|掉|个|下|到了)?[^\d,，]{0,3}$"
)
_GOAL_WEIGHT = re.compile(
    r"(?:\b(?:goal|target|ideal|dream|desired)(?: body)?(?: weight)?(?: is| of|:|=| )*|\b(?:down|get|back|lose|drop|cut|go|reach|weigh|want|down to|weight)(?: \w+){0,4}? (?:to|at|reach|weigh|be)(?: about| around)? |目标(?:体重)?(?:是|为|:| )*|(?:瘦|减|降|回|掉|胖|增|长|控制|达)(?:重|肥|体重)?到(?:了)?|想(?:要)?到|理想体重(?:是)?)"
    r"(?P<n>\d{2,3}(?:\.\d)?) ?" + _MASS + r"(?!\w*训)"
)
_AGE = re.compile(
    r"(?<![\d.])(?P<a>\d{1,3}) ?(?:-| )?(?:years?[- ]old|years? of age|yo\b|y/o\b|y\.o\.|yrs? old|year-old)|(?<![\d.])(?P<b>\d{1,3}) ?周?岁(?!开始|起|那年|时|的时候|之前|以前)"
    r"|\b(?:age[d]?|年龄)(?: is|:|=|是| )*(?P<c>\d{1,3})\b|(?:^|[,;/] ?|\bi'?m (?:an? )?)(?P<d>\d{2}) ?[mf]\b(?=$|[,;/.]| \d)|(?:^|[,;/] ?|\bi'?m )[mf] ?(?P<e>\d{2})\b(?! ?(?:kg|lb|cm))|\b(?:male|female|man|woman|guy),? (?P<f>\d{2})\b(?! ?(?:kg|lb|cm|days?|x|min|\d|%|pounds))"
    r"|(?<![\d.])(?P<g>\d{2}),? ?(?:male|female|岁?[男女])\b|\b(?:i'?m|i am|im|turning|turned|just turned) (?P<h>\d{1,3})(?=$|[,.!;，。]|\s(?:and|but|now|male|female|years?|m\b(?! tall| high)|f\b|with|this|next|today|,))"
    r"|(?:我|本人)?今年(?P<i>\d{1,3})(?![\d.年月公斤kg]|个|次|天)|(?:^|[,，、 ])(?P<j>\d{2})(?=[男女](?!朋|友|儿))"
)
_BORN = re.compile(r"\b(?:born|birth year|year of birth|yob|dob)(?: in| is|:| )*(?:\w+ )?(?P<a>(?:19|20)\d\d)\b|(?P<b>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:出生|生的?|生人)|(?P<c>[5-9]\d|0\d|1\d)年(?:的(?=$|[,，。 ])|出生|生的?|生人)")
_DAYS = re.compile(
    r"(?<![\d.])(?:(?P<low>\d) ?(?:-|to|or|~|or so) ?)?(?P<a>\d{1,2}) ?(?:days?|times|x|sessions?|workouts?|trainings?|runs?|evenings?|mornings?|nights?|weekdays)? ?(?:/|a|1|per|each|every|in a|in 1|out of the) ?(?:week|wk|w\b)"
    r"|(?<![\d.])(?P<b>\d{1,2}) ?(?:days|times|x) (?:weekly|/wk)|\b(?P<twice>twice|once) (?:a|per|each|every|1) week\b|(?P<daily>\b(?:train|work ?out|exercise|available|gym|can do|free) (?:every ?day|daily)\b)"
    r"|(?:每|一|1)个?(?:周|星期|礼拜)(?:大概|可以|能|都|想|要|只|去|练|跑|锻炼|运动|健身|训练|有|抽|约|最多|至少|坚持|安排|出){0,4}(?:(?P<zlow>\d) ?(?:-|到|~|至) ?)?(?P<c>\d{1,2}) ?(?:天|次|回|练|休)|周(?P<d>[1-7])练|(?P<zdaily>(?:每天|天天)(?:都)?(?:可以|能|有空|有时间)?(?:练|运动|锻炼|健身|训练))"
)
_MINUTES = re.compile(
    r"(?<![\d.])(?P<a>\d{1,3}(?:\.\d)?) ?-? ?(?P<u>min(?:ute)?s?|h|hrs?|hours?) ?(?:per|a|an|each|every|/|for each|1|long|at a) ?(?:session|workout|time|day|training|go)"
    r"|(?:每次|一次|1次|每回|单次|每天|每日|每晚)(?:大概|可以|能|有|约|练|运动|锻炼|训练|只有|最多|抽出?|挤出?|左右)*(?P<b>\d{1,3}(?:\.\d)?) ?个?(?P<v>分钟|小时|钟头)"
    r"|\b(?:only have|have|got|free for|about|spare|for|sessions? of|workouts? of|each|time:?)(?: about| around| only| maybe)* (?P<c>\d{1,3}(?:\.\d)?) ?(?P<w>min(?:ute)?s?|h|hrs?|hours?)\b"
    r"|(?:week|wk|daily|weekly|everyday|次|天|练)[ ,，、x*的]{1,3}(?:for |每次)?(?P<d>\d{1,3}(?:\.\d)?) ?(?P<x>min(?:ute)?s?|h|hrs?|hours?|分钟|小时)"
    r"|(?<![\d.])(?P<e>\d{1,3}(?:\.\d)?) ?-? ?(?P<y>min(?:ute)?|hours?|h)[- ](?:sessions?|workouts?|slots?)"
)
_DUMBBELL = re.compile(
    r"(?<![\d.])(?P<a>\d{1,3}(?:\.\d)?) ?(?P<u>kgs?|kilos?|lbs?|pounds?|公斤|千克|斤|磅)(?: pair of| adjustable|的)? ?(?:dumb-?bells?|dumbells?|dbs?\b|哑铃)|(?:dumb-?bells?|dumbells?|哑铃)(?: of| up to|:| |最重|有|\(|各|是|到|每只)*(?P<b>\d{1,3}(?:\.\d)?) ?(?P<v>kgs?|lbs?|公斤|斤|磅)(?! ?(?:x|\d))"
)
_LOAD_UNIT = re.compile(r"\b(?:use|using|prefer|switch to|in|speak|set(?: \w+)? to|units?:?|show(?: me)?) (?P<u>kg|kgs|kilos?|kilograms?|lbs?|pounds)\b(?! of)|(?:用|改成|单位(?:是|用|为|:|改成)?|换成|按)(?P<v>公斤|千克|kg|斤|磅)")
_DISTANCE_UNIT = re.compile(r"\b(?:use|using|prefer|switch to|in|set(?: \w+)? to|units?:?|show(?: me)?) (?P<u>km|kms|kilomet\w+|miles?)\b|(?:用|改成|单位(?:是|用|为|:|改成)?|换成|按)(?P<v>公里|千米|km|英里|里程英里)")
_DIGITS = "零一二三四五六七八九"
_SPOKEN_METRES = re.compile(rf"[一1]米([{_DIGITS}])([{_DIGITS}])")
_NAME = re.compile(r"(?:\bmy name is|\bmy name'?s|\bcall me|\bthe name'?s|\bi go by) (?P<en>[A-Za-z][A-Za-z'-]{0,19}(?: [A-Z][A-Za-z'-]{0,19})?)|(?:我叫|叫我|我的名字(?:是|叫)|称呼我)(?P<zh>[\u4e00-\u9fffA-Za-z·]{1,12})", re.IGNORECASE)
_NOT_NAMES = frozenset("when later a an the if at in on back out maybe crazy by to for lazy fat tomorrow again 什么 起床 早点 起来 去 一下 练 运动".split())
_LOG = re.compile(r"\b(?:did|ran|benched|squatted|deadlifted|logged|finished|completed|lifted|walked|cycled|swam)\b|[做跑练蹲推拉走骑游]了|\d ?(?:x|×) ?\d|@ ?\d|组")
_QUESTION = re.compile(r"\b(?:should|how much|how many|what|ideal|normal|average)\b|多少|应该|标准|正常")
_GOAL_CUE = re.compile(r"\b(?:want|goal|aim|like to|wanna|hope|need to|trying|target|plan to|looking to|help me|would love|here to|wish|so i can|to|my|get|start|training for|sign)\b|想|目标|希望|要|打算|为了|准备|减|增|备战|报名|如何|怎么|训练|我")
_THIRD_UNITS: Mapping[str, float] = {"kg": 1.0, "ki": 1.0, "公": 1.0, "千": 1.0, "斤": 0.5, "lb": KG_PER_LB, "po": KG_PER_LB, "磅": KG_PER_LB, "st": 14 * KG_PER_LB}


def read_facts(text: str, *, asked: tuple[str, ...] = (), locale: str = "en") -> FactsRead:
    """What the message says about its author. `asked`: names of facts just asked for; `locale` (BCP 47) decides 斤."""
    folded = words(fold(_metres(text)))
    if not folded:
        return FactsRead(Facts())
    numbers = {number.name: number for number in (*_answers(folded, asked, locale), *_numbers(folded, locale))}
    good, bad = _sort(numbers)
    update: dict[str, object] = dict(_typed(good))
    update.update(_said_in_words(folded, asked))
    update.update(_units(folded, numbers))
    if name := _name(normalise(text), asked):
        update["name"] = name
    spans = tuple(number.span for number in numbers.values())
    return FactsRead(Facts.model_validate({k: v for k, v in update.items() if v not in (None, ())}), bad, spans)


def _metres(text: str) -> str:
    """`一米六七` in digits (a list of two digits elsewhere), and no decimal comma where a Chinese comma separates."""
    spaced = text[: 4 * MAX_CHARS].replace("，", ", ")
    return _SPOKEN_METRES.sub(lambda m: f"1米{_DIGITS.index(m[1])}{_DIGITS.index(m[2])}", spaced)


def _sort(numbers: Mapping[str, _Number]) -> tuple[dict[str, float], tuple[tuple[str, float], ...]]:
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


def _numbers(text: str, locale: str) -> Iterator[_Number]:
    """Later ones win: the surest reader comes last."""
    mine = [m for m in (_AGE.search(text),) if m and not _of_other(text, m)]
    for match in mine:
        group = next(v for v in match.groups() if v)
        yield _Number("age", float(group), match.span())
    if (born := _BORN.search(text)) and not _of_other(text, born):
        yield _Number("birth_year", _year(born), born.span())
    logged = bool(_LOG.search(text))
    yield from _body(text, locale, logged)
    if goal := _GOAL_WEIGHT.search(text):
        yield _Number("goal_weight_kg", _kg(float(goal["n"]), goal["unit"], locale), goal.span())
    if not logged:
        yield from _schedule(text)
    if (dumbbell := _DUMBBELL.search(text)) and not logged:
        yield _Number("dumbbell_kg", _kg(float(dumbbell["a"] or dumbbell["b"]), dumbbell["u"] or dumbbell["v"], locale), dumbbell.span())


def _year(match: re.Match[str]) -> float:
    if short := match["c"]:
        return float(short) + (1900 if int(short) >= 50 else 2000)
    return float(match["a"] or match["b"])


def _body(text: str, locale: str, logged: bool) -> Iterator[_Number]:
    height = next((m for m in _HEIGHT.finditer(text) if not _of_other(text, m) and _is_height(text, m)), None)
    if height:
        yield _Number("height_cm", _cm(height), height.span())
    elif me := _ME_HEIGHT.search(text):
        yield _Number("height_cm", float(me["h"] or me["h2"]), me.span())
    pair = None if logged else _PAIR.search(text)
    if pair and (pair["unit"] or re.search(r"身高|体重|height|weight|cm|我", text)):
        if not height:
            yield _Number("height_cm", float(pair["h"]), pair.span("h"))
        yield _Number("weight_kg", _kg(float(pair["w"]), pair["unit"], locale), pair.span("w"))
    if weight := _weight(text, locale, profile=bool(height or pair or _AGE.search(text)) and not logged):
        yield weight


def _is_height(text: str, match: re.Match[str]) -> bool:
    """`1.75 m` is a height only where the words say so: `ran 1.5 m` hardly, `2m walk` not at all."""
    if match["m"] is None:
        return True
    if "米" in match[0] or re.fullmatch(r"[12]m\d{1,2}", match[0].strip()):
        return len(match["mcm"]) == 2 or bool(re.search(r"高|我", text[max(0, match.start() - 8) : match.end() + 2])) and not _LOG.search(text)
    before = text[max(0, match.start() - 12) : match.start()]
    after = text[match.end() : match.end() + 6]
    metres = bool(re.search(r"m|米", match[0]))
    return len(match["mcm"]) == 2 and (metres or bool(_DECIMAL_M.search(before) or _DECIMAL_M.search(after))) and not _LOG.search(text)


def _cm(match: re.Match[str]) -> float:
    if match["ft"]:
        return (int(match["ft"]) * 12 + int(match["in"])) * CM_PER_INCH
    if match["ft0"]:
        return int(match["ft0"]) * 12 * CM_PER_INCH
    if match["cm"]:
        return float(match["cm"])
    if match["m"]:
        centimetres = match["mcm"]
        return int(match["m"]) * 100 + int(centimetres) * (10 if len(centimetres) == 1 else 1)
    value, unit = float(match["key"] or match["tall"]), match["keyunit"] or match["tallunit"] or ""
    metres = unit.startswith(("m", "米")) or (not unit and value < 3)
    return value * 100 if metres else value


def _weight(text: str, locale: str, *, profile: bool) -> _Number | None:
    """`profile`: the message also tells height or age, so that a mass alone is the body's."""
    if (stone := _STONE.search(text)) and not _CHANGE.search(text[max(0, stone.start() - 20) : stone.start()]) and not _GOAL_WEIGHT.search(text):
        kilograms = (int(stone["st"]) * 14 + int(stone["lb"] or 0)) * KG_PER_LB
        return _Number("weight_kg", kilograms, stone.span())
    for pattern in (_WEIGHT_KEY, _WEIGHT_ME, *((_WEIGHT_ANY,) if profile else ())):
        for match in pattern.finditer(text):
            if _is_weight(text, match, keyed=pattern is _WEIGHT_KEY):
                return _Number("weight_kg", _kg(float(match["n"]), match["unit"], locale), match.span())
    return None


def _is_weight(text: str, match: re.Match[str], *, keyed: bool) -> bool:
    before = text[max(0, match.start("n") - 30) : match.start("n")]
    goal = _GOAL_WEIGHT.search(text)
    if goal and goal.start("n") == match.start("n"):
        return False
    if keyed:
        return not _of_other(text, match) and not re.search(r"\b(?:lose|goal|target|ideal)\b|目标|理想|标准", before)
    return not _CHANGE.search(before) and not _of_other(text, match) and not _QUESTION.search(before)


def _schedule(text: str) -> Iterator[_Number]:
    if match := _DAYS.search(text):
        count = next((match[g] for g in ("a", "b", "c", "d") if match[g]), None)
        value = {"twice": 2.0, "once": 1.0}.get(match["twice"] or "", 7.0) if count is None else float(count)
        yield _Number("days_per_week", value, match.span())
    if match := _MINUTES.search(text):
        for value_group, unit_group in ("au", "bv", "cw", "dx", "ey"):
            if match[value_group]:
                hours = match[unit_group].startswith(("h", "小", "钟"))
                yield _Number("minutes_per_session", float(match[value_group]) * (60 if hours else 1), match.span())


def _kg(value: float, unit: str | None, locale: str) -> float:
    """Kilograms; without a unit the number is taken as it is. A Taiwanese 斤 is 0.6 kg."""
    factor = _THIRD_UNITS.get((unit or "kg")[:2], None) or _THIRD_UNITS.get((unit or "kg")[0], 1.0)
    if unit == "斤" and locale.lower().startswith(("zh-tw", "zh-hant-tw")):
        factor = 0.6
    return value * factor


def _of_other(text: str, match: re.Match[str]) -> bool:
    start = max(text.rfind(mark, 0, match.start()) for mark in ".!?。！？\n;；") + 1
    return framing.about_other(text[start : match.start()])


_BARE: Mapping[str, Callable[[float], bool]] = {
    # in the order in which a bare number fits
    "height_cm": lambda n: 120 <= n <= 230 or 1.2 <= n <= 2.3,
    "birth_year": lambda n: 1910 <= n <= 2021,
    "days_per_week": lambda n: 1 <= n <= 7 and n == int(n),
    "age": lambda n: 8 <= n <= 99 and n == int(n),
    "weight_kg": lambda n: 30 <= n <= 300,
    "goal_weight_kg": lambda n: 30 <= n <= 300,
    "minutes_per_session": lambda n: 5 <= n <= 300,
    "dumbbell_kg": lambda n: 1 <= n <= 80,
}
_BARE_NUMBER = re.compile(r"(?<![\d.:/])\d{1,4}(?:\.\d{1,2})?(?![\d:/]|\.\d)(?! ?[a-z]{1,3}\d)")
_ONLY_NUMBERS = re.compile(
    r"(?:[\s\d.,，、。/+&~-]|kgs?|kilos?|lbs?|pounds?|cm|m\b|公斤|千克|斤|磅|厘米|公分|岁|天|次|分钟?|小时|个|days?|mins?|minutes?|hours?|h\b|years?|old|and|it'?s|its|i'?m|is|about|around|maybe|roughly|~|大概|大约|左右|差不多|吧|是|我|times?|a week|per week|ok|just|only|only have|can do|每周|一周|1周|yo|tall|每次)*"
)


def _answers(text: str, asked: tuple[str, ...], locale: str) -> Iterator[_Number]:
    """Bare numbers as answers to what was asked, each number to the first fact it fits."""
    if not asked or not _ONLY_NUMBERS.fullmatch(text):
        return
    open_names = [name for name in asked if name in _BARE]
    for match in _BARE_NUMBER.finditer(text):
        value = float(match[0])
        name = _fitting(value, open_names)
        if name is None:
            if len(open_names) == 1:
                name = open_names[0]
            else:
                continue
        open_names.remove(name)
        yield _Number(name, _in_unit(name, value, text[match.end() : match.end() + 8], locale), match.span())


def _fitting(value: float, names: list[str]) -> str | None:
    """The fact a bare number fits: asked order, but an age never takes what only a height can be."""
    return next((name for name in names if _BARE[name](value)), None)


def _in_unit(name: str, value: float, after: str, locale: str) -> float:
    if name == "height_cm":
        return value * 100 if value < 3 else value
    if name.endswith("_kg"):
        unit = re.match(r" ?(lbs?|pounds?|斤|磅)", after)
        return _kg(value, unit[1] if unit else None, locale)
    if name == "minutes_per_session" and re.match(r" ?(?:h|hours?|个?小时)", after):
        return value * 60
    return value


def _said_in_words(text: str, asked: tuple[str, ...]) -> dict[str, object]:
    """Goal, experience, equipment, diet, complaints, conditions, medicines, pregnancy, place."""
    said: dict[str, object] = {
        "sex": words_of.sex(text) or _one_word(text, asked, "sex", {"f": "female", "m": "male", "woman": "female", "man": "male", "girl": "female", "boy": "male"}),
        "experience": words_of.first(words_of.EXPERIENCE, text),
        "activity_level": words_of.first(words_of.ACTIVITY, text),
        "equipment": _equipment(text, asked=bool({"equipment"} & set(asked))),
        "diet": tuple(words_of.every(words_of.DIETS, text)),
        "injuries": _injuries(text, asked),
        "conditions": _conditions(text),
        "medications": tuple(words_of.every(words_of.MEDICATIONS, text)),
        "pregnant": words_of.state(words_of.PREGNANT, text),
        "breastfeeding": words_of.state(words_of.NURSING, text),
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
    goal = words_of.first(words_of.GOALS, text) if "goal" in asked or _GOAL_CUE.search(text) else None
    if goal is None or (goal in ("event", "endurance") and _LOG.search(text) and "goal" not in asked):
        return {}
    match = words_of.GOALS[goal].search(text)
    named = goal in ("event", "endurance", "get_stronger") and match
    return {"goal": goal, "goal_text": match[0].strip()[:80] if named and match else None}


def _equipment(text: str, *, asked: bool) -> tuple[str, ...]:
    if _LOG.search(text) and not asked:
        return ()
    owned = asked or bool(words_of.HAVE.search(text))
    found = [name for name in words_of.every(words_of.EQUIPMENT, text) if owned]
    if not words_of.NO_GYM.search(text) and (words_of.GYM.search(text) or (asked and re.search(r"\bgym\b|健身房", text))):
        found.append("gym")
    if not found and (words_of.NO_EQUIPMENT.search(text) or (asked and re.fullmatch(r"(?:none|nothing|no|没有|无|都没有|啥都没有|什么都没有)[.。!]?", text.strip()))):
        return ("none",)
    return tuple(found)


def _injuries(text: str, asked: tuple[str, ...]) -> tuple[str, ...]:
    found = tuple(words_of.every(words_of.INJURIES, text))
    if found or "injuries" not in asked:
        return found
    # the bare part is an answer: "knee", "膝盖和腰"
    bare = {"knee": r"\bknees?\b|膝", "lower_back": r"\bback\b|腰", "shoulder": r"\bshoulders?\b|肩", "wrist": r"\bwrists?\b|手腕", "elbow": r"\belbows?\b|肘",
            "neck": r"\bneck\b|脖子|颈", "hip": r"\bhips?\b|髋|胯", "ankle": r"\bankles?\b|踝", "foot": r"\bfoot\b|\bfeet\b|脚底|脚跟"}
    return tuple(name for name, pattern in bare.items() if re.search(pattern, text))


def _conditions(text: str) -> tuple[str, ...]:
    found = tuple(words_of.every(words_of.CONDITIONS, text))
    return tuple(name for name in found if not (name == "diabetes" and "diabetes_insulin" in found))


def _units(text: str, numbers: Mapping[str, _Number]) -> dict[str, object]:
    """Units asked for; pounds in one's own weight say which unit loads are meant in."""
    units: dict[str, object] = {}
    if match := _LOAD_UNIT.search(text):
        said = match["u"] or match["v"]
        units["load_unit"] = "lb" if said[0] in "lp磅" else "jin" if said == "斤" else "kg"
    elif (weight := numbers.get("weight_kg")) and (unit := re.search(r"(lbs?|pounds?|磅)|(kg|kilo|公斤)", text[weight.span[0] : weight.span[1] + 6])):
        units["load_unit"] = "lb" if unit[1] else "kg"
    if match := _DISTANCE_UNIT.search(text):
        said = match["u"] or match["v"]
        units["distance_unit"] = "mile" if said.startswith(("mile", "英里")) else "km"
    return units


def _name(text: str, asked: tuple[str, ...]) -> str | None:
    """The name as written."""
    if match := _NAME.search(text):
        name = (match["en"] or match["zh"]).strip()
        first = name.split()[0].lower() if name.split() else ""
        return None if first in _NOT_NAMES or name in _NOT_NAMES else name
    if "name" in asked and re.fullmatch(r"[^\W\d_]{1,20}(?: [^\W\d_]{1,20})?", text):
        return text
    return None
