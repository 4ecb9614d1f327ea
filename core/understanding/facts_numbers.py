"""The numbers of a profile in folded text: age, height, weight, goal weight, days and minutes to train with."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from core.understanding import framing
from core.understanding.triggers import OneOf, guarded

KG_PER_LB = 0.45359237
CM_PER_INCH = 2.54


class Number(NamedTuple):
    name: str
    value: float
    span: tuple[int, int]


_MASS = r"(?P<unit>kgs?|kilos?|kilograms?|公斤|千克|斤|lbs?|pounds?|磅|st|stones?)"
_HEIGHT = guarded(
    r"(?:\b(?P<ft>[3-8]) ?(?:'|ft\.?|feet|foot|尺) ?(?P<in>1[01]|\d)(?!\d) ?(?:\"|''|in(?:ches|ch)?\b)?)|\b(?P<ft0>[4-7]) ?(?:ft|feet|foot|')(?: tall)?(?! ?\d)(?=$|[\s,.])"
    r"|(?<![\d.])(?P<cm>\d{2,4}(?:\.\d)?) ?(?:cm\b|cms\b|厘米|公分|centim\w+)(?! ?(?:waist|around))"
    r"|(?<![\d.])(?P<m>[12])(?:m|米|\.)(?P<mcm>\d{1,2})(?!\d)(?! ?(?:km|k\b|l\b|升|倍|万|公里|h|小时|kg|公斤|x|%|mi\b|miles?))(?: ?(?:m\b|米|meters?|metres?))?"
    r"|(?:\b(?:height|tall|stature)(?: is| of|:|=| )*|身高(?:是|有|大概|约|:|=| )*)(?P<key>\d{1,4}(?:\.\d{1,2})?)(?![\d米m]\d) ?(?P<keyunit>cm|厘米|公分|m\b|米|meters?|metres?)?(?! ?(?:kg|公斤|斤|\d))"
    r"|(?<![\d.])(?P<tall>\d{1,3}(?:\.\d{1,2})?) ?(?P<tallunit>cm|m)? (?:tall|in height)\b"
)
_DECIMAL_M = guarded(r"(?:height|tall|身高|i'?m|我|有) ?|(?:tall|高)")
_PAIR = guarded(
    r"(?<![\d.:/])(?P<h>1[3-9]\d|20\d|21\d)(?:\.\d)? ?(?:cm)?(?:[ ,，、/.]| and ){1,3}(?P<w>\d{2,3}(?:\.\d)?) ?"
    + _MASS
    + r"?(?![\d:/.]|个|组|次|下|x| ?(?:m\b|km|公里|min|步|steps?))"
)
_PRESSURE = guarded(r"血压|高压|\bbp\b|pressure|左手|右手|左臂|右臂|\barm\b")
_ME_HEIGHT = guarded(
    r"(?:^|[,，。;； ])(?:我|本人|我是)(?:今年|现在|有)? ?(?P<h>1[3-9]\d|20\d)(?= ?(?:[,，、/ 。;；]|$|高|cm))|\bi'?m (?P<h2>1[3-9]\d|20\d)(?= ?(?:cm|,|$| and| tall))"
)
_WEIGHT_KEY = guarded(
    r"(?:\b(?:weight|weigh(?:ing|s|ed)?|bodyweight|body weight|bw)(?: is| was| of| in at|:|=| about| around| currently| now| today| roughly| at| this morning| in| myself| still)*|体重(?:是|有|为|现在|大概|约|今天|今早|早上|目前|:|=|到了| )*) ?(?P<n>\d{1,4}(?:\.\d{1,2})?)(?![\d%:]) ?"
    + _MASS
    + r"?(?!\w*训)"
)
_WEIGHT_ME = guarded(
    r"(?:\b(?:i'm|i am|im|at|currently|now)(?: now| currently| about| around| at| only| already)* |(?:我|本人)(?:是|现在|目前|有|已经|才|今年|都)*|(?:^|[,，。;；、\s])(?:现在|目前|现)?)(?P<n>\d{1,4}(?:\.\d{1,2})?) ?"
    + _MASS
    + r"(?![a-z重]|的?(?:哑铃|杠铃|壶铃)| ?(?:x|×|\d|each|lighter|heavier|down|up\b|less|more|over|under|away|off|short|to go|dumb|bar|kettle|bench|squat|dead))"
)
_WEIGHT_ANY = guarded(
    r"(?<![\d.])(?P<n>\d{1,4}(?:\.\d{1,2})?) ?"
    + _MASS
    + r"(?![a-z]| ?(?:x\b|x\d|@|dumb|bar|kettle|bench|press|squat|dead|each|plates?|db)|的?(?:哑铃|杠铃|壶铃)| ?\d+ ?(?:个|组|次|下))"
)
_STONE = guarded(r"(?<!\d)(?P<st>\d{1,2}) ?(?:st|stones?)(?: |, ?|and )?(?P<lb>\d{1,2})? ?(?:lbs?|pounds?)?\b")
_CHANGE = guarded(
    r"(?:\b(?:lose|losing|lost|drop|dropped|shed|gain|gained|gaining|cut|put on|loss of|down|up|another|by|over|extra|more|less|lift|lifted|bench|squat|deadlift|press|dumbbells?|barbell|kettlebell|carry|rack|pull)(?: \w+){0,3} ?$)"
    r"|(?:减|瘦|掉|降|胖|增|重|轻|长|涨|少|多|超|卧推|深蹲|硬拉|推举|哑铃|杠铃|壶铃|举|拉|推|差|还有|负重)(?:了|掉|个|下|到了)?[^\d,，]{0,3}$"
)
_GOAL_WEIGHT = guarded(
    r"(?:\b(?:goal|target|ideal|dream|desired)(?: body)?(?: weight)?(?: is| of|:|=| )*|\b(?:down|get|back|lose|drop|cut|go|reach|weigh|want|down to|weight)(?: \w+){0,4}? (?:to|at|reach|weigh|be)(?: about| around)? |目标(?:体重)?(?:是|为|:| )*|(?:瘦|减|降|回|掉|胖|增|长|控制|达)(?:重|肥|体重)?到(?:了)?|想(?:要)?到|理想体重(?:是)?)"
    r"(?P<n>\d{2,3}(?:\.\d)?) ?" + _MASS + r"(?!\w*训)"
)
_FROM = guarded(r"从 ?\d|终于|已经|\bfrom \d|\b(?:finally|already)\b")
_WISHED = guarded(r"想|要|打算|希望|目标|争取|计划|\b(?:want|wanna|like|goal|aim|plan|hope|need|trying)\b")
_AGE = OneOf(
    r"(?<![\d.])(?P<a>\d{1,3}) ?(?:-| )?(?:years?[- ]old|years? of age|yo\b|y/o\b|y\.o\.|yrs? old|year-old)|(?<![\d.])(?P<b>\d{1,3}) ?周?岁(?!开始|起|那年|时|的时候|之前|以前)"
    r"|\b(?:age[d]?|年龄)(?: is|:|=|是| )*(?P<c>\d{1,3})\b|(?:^|[,;/] ?|\bi'?m (?:an? )?)(?P<d>\d{2}) ?[mf]\b(?=$|[,;/.]| \d)|(?:^|[,;/] ?|\bi'?m )[mf] ?(?P<e>\d{2})\b(?! ?(?:kg|lb|cm|class|session|workout|today|this|done|\d+ ?(?:min|h)))|\b(?:male|female|man|woman|guy),? (?P<f>\d{2})\b(?! ?(?:kg|lb|cm|days?|x|min|\d|%|pounds))"
    r"|(?<![\d.])(?P<g>\d{2}),? ?(?:male|female|岁?[男女])\b|\b(?:i'm|i am|im|turning|turned|just turned) (?P<h>\d{1,3})(?=$|[,!;，。]|\.(?!\d)|\s(?:and|but|now|male|female|years?|m\b(?! tall| high)|f\b|with|this|next|today|,))"
    r"|\b[mf],? ?(?P<l>[1-9]\d),? ?(?=1\d\d|[5-6]')|(?:^|[,，、 ])(?P<m>[1-6]\d)[,，、 ]{1,2}(?=1[4-9]\d(?:cm|/|[,， ]\d))|(?:^|[,，、 我])(?:本人)?[男女][,，、 ]{1,2}(?P<k>\d{2})(?=[,，、 岁]|$)|(?:我|本人)?今年(?P<i>\d{1,3})(?![\d.年月公斤kg]|个|次|天)|(?:^|[,，、 ])(?P<j>\d{2})[男女](?!朋|友|儿)"
)
_BORN = guarded(
    r"\b(?:born|birth year|year of birth|yob|dob)(?: in| is|:| )*(?:\w+ )?(?P<a>(?:19|20)\d\d)\b|(?P<b>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:出生|生的?|生人)|(?P<c>[5-9]\d|0\d|1\d)年(?:的(?=$|[,，。 ])|出生|生的?|生人)"
)
_DAYS = guarded(
    r"(?<![\d.])(?:(?P<low>\d) ?(?:-|to|or|~|or so) ?)?(?P<a>\d{1,2}) ?(?:days?|times|x|sessions?|workouts?|trainings?|runs?|evenings?|mornings?|nights?|weekdays)? ?(?:/|a|1|per|each|every|in a|in 1|out of the) ?(?:week|wk|w\b)"
    r"|(?<![\d.])(?P<b>\d{1,2}) ?(?:days|times|x) (?:weekly|/wk)|\b(?P<twice>twice|once) (?:a|per|each|every|1) week\b|\b(?P<e>[1-7])[- ]days?(?: a week| per week)? (?:\w+[ /-]){0,4}(?:split|plan|program|programme|routine|schedule)\b|\b(?:plan|program|routine|split|schedule)(?: to| with| for| of) (?P<g>[1-7]) days?\b|(?P<daily>(?<!to )(?<!should i )\b(?:train|work ?out|exercise|available|gym|can do|free) (?:every ?day|daily)\b)"
    r"|(?:每|一|1)个?(?:周|星期|礼拜)(?:大概|可以|能|都|想|要|只|去|练|跑|锻炼|运动|健身|训练|有|抽|约|最多|至少|坚持|安排|出){0,4}(?:(?P<zlow>\d) ?(?:-|到|~|至) ?)?(?P<c>\d{1,2}) ?(?:天|次|回|练|休)|周(?P<d>[1-7])练|(?P<f>[2-7])天(?:的)?(?:分化|1循环)|(?P<zdaily>(?:每天|天天)(?:都)?(?:可以|能|有空|有时间)?(?:练|运动|锻炼|健身|训练))"
)
_MINUTES = re.compile(
    r"(?<![\d.])(?P<a>\d{1,3}(?:\.\d)?) ?-? ?(?P<u>min(?:ute)?s?|h|hrs?|hours?) ?(?:per|a|an|each|every|/|for each|1|long|at a) ?(?:session|workout|time|day|training|go)"
    r"|(?:每次|一次|1次|每回|单次|每天|每日|每晚)(?:大概|可以|能|有|约|练|运动|锻炼|训练|只有|最多|抽出?|挤出?|左右)*(?P<b>\d{1,3}(?:\.\d)?) ?个?(?P<v>分钟|小时|钟头)"
    r"|\b(?:only have|have|got|free for|about|spare|(?<!flight )(?<!train )(?<!bus )(?<!delayed )(?<!stopped )(?<!stuck )(?<!late )(?<!down )(?<!waited )(?<!waiting )for|sessions? of|workouts? of|each|time:?)(?: about| around| only| maybe)* (?P<c>\d{1,3}(?:\.\d)?) ?(?P<w>min(?:ute)?s?|h|hrs?|hours?)\b"
    r"|(?:week|wk|daily|weekly|everyday|次|天|练)[ ,，、x*的]{1,3}(?:for |每次)?(?P<d>\d{1,3}(?:\.\d)?) ?(?P<x>min(?:ute)?s?|h|hrs?|hours?|分钟|小时)"
    r"|(?<![\d.])(?P<f>\d{1,3}(?:\.\d)?) ?(?P<z>min(?:ute)?s?|hours?|h) (?:tops|max|at most|each|at a time|per)\b|(?<![\d.])(?P<e>\d{1,3}(?:\.\d)?) ?-? ?(?P<y>min(?:ute)?|hours?|h)[- ](?:sessions?|workouts?|slots?)"
)
_DUMBBELL = guarded(
    r"(?<![\d.])(?P<a>\d{1,3}(?:\.\d)?) ?(?P<u>kgs?|kilos?|lbs?|pounds?|公斤|千克|斤|磅)(?: pair of| adjustable|的)? ?(?:dumb-?bells?|dumbells?|dbs?\b|哑铃)|(?:dumb-?bells?|dumbells?|哑铃)(?: of| up to|:| |最重|有|\(|各|是|到|每只)*(?P<b>\d{1,3}(?:\.\d)?) ?(?P<v>kgs?|lbs?|公斤|斤|磅)(?! ?(?:x|\d))"
)
LOG = guarded(
    r"\b(?:did|ran|benched|squatted|deadlifted|logged|finished|completed|lifted|walked|cycled|swam)\b|[做跑练蹲推拉走骑游打跳爬]了|步数\D{0,3}\d|(?:跑步?|椭圆机|单车|骑行?|游泳?|跳绳|瑜伽|散步|快走|冥想|球|舞|操)\d{1,3} ?(?:分钟|min|公里|km)|打卡[^,，。\n]{0,3}[^,，。\n\d]{1,5}\d|\d ?(?:x|×) ?\d|@ ?\d|组"
)
_QUESTION = guarded(r"\b(?:should|how much|how many|what|ideal|normal|average)\b|多少|应该|标准|正常")
_THIRD_UNITS: Mapping[str, float] = {
    "kg": 1.0,
    "ki": 1.0,
    "公": 1.0,
    "千": 1.0,
    "斤": 0.5,
    "lb": KG_PER_LB,
    "po": KG_PER_LB,
    "磅": KG_PER_LB,
    "st": 14 * KG_PER_LB,
}


def numbers(text: str, locale: str) -> Iterator[Number]:
    """Later ones win: the surest reader comes last."""
    aged = _AGE.search(text)
    if aged and not _of_other(text, aged):
        yield Number("age", float(next(v for v in aged.groups() if v)), aged.span())
    if (born := _BORN.search(text)) and not _of_other(text, born):
        yield Number("birth_year", _year(born), born.span())
    logged = bool(LOG.search(text))
    yield from _body(text, locale, logged, aged=aged is not None)
    if (goal := _GOAL_WEIGHT.search(text)) and not _reached(text, goal):
        yield Number("goal_weight_kg", kilograms(float(goal["n"]), goal["unit"], locale), goal.span())
    if not logged:
        yield from _schedule(text)
    if (dumbbell := _DUMBBELL.search(text)) and not logged:
        yield Number(
            "dumbbell_kg",
            kilograms(float(dumbbell["a"] or dumbbell["b"]), dumbbell["u"] or dumbbell["v"], locale),
            dumbbell.span(),
        )


def _reached(text: str, goal: re.Match[str]) -> bool:
    """`从75公斤减到70公斤`, `瘦到65公斤了`: no goal any more."""
    before = text[max(0, goal.start() - 20) : goal.start() + 1]
    if _WISHED.search(before):
        return False
    return text[goal.end() : goal.end() + 1] in ("了", "啦") or bool(_FROM.search(before))


def _year(match: re.Match[str]) -> float:
    if short := match["c"]:
        return float(short) + (1900 if int(short) >= 50 else 2000)
    return float(match["a"] or match["b"])


def _body(text: str, locale: str, logged: bool, *, aged: bool) -> Iterator[Number]:
    height = next((m for m in _HEIGHT.finditer(text) if not _of_other(text, m) and _is_height(text, m)), None)
    if height:
        yield Number("height_cm", _cm(height), height.span())
    elif me := _ME_HEIGHT.search(text):
        yield Number("height_cm", float(me["h"] or me["h2"]), me.span())
    pair = None if logged else _PAIR.search(text)
    if pair and _PRESSURE.search(text, max(0, pair.start() - 20), pair.start()):
        # 我血压140/90 is neither height nor weight
        pair = None
    if pair and (pair["unit"] or re.search(r"身高|体重|height|weight|cm|我", text)):
        if not height:
            yield Number("height_cm", float(pair["h"]), pair.span("h"))
        yield Number("weight_kg", kilograms(float(pair["w"]), pair["unit"], locale), pair.span("w"))
    if weight := _weight(text, locale, profile=bool(height or pair or aged) and not logged):
        yield weight


def _is_height(text: str, match: re.Match[str]) -> bool:
    """`1.75 m` is a height only where the words say so: `ran 1.5 m` hardly, `2m walk` not at all."""
    if match["m"] is None:
        return True
    if "米" in match[0] or re.fullmatch(r"[12]m\d{1,2}", match[0].strip()):
        return len(match["mcm"]) == 2 or (
            bool(re.search(r"高|我", text[max(0, match.start() - 8) : match.end() + 2])) and not LOG.search(text)
        )
    before = text[max(0, match.start() - 12) : match.start()]
    after = text[match.end() : match.end() + 6]
    metres = bool(re.search(r"m|米", match[0]))
    return (
        len(match["mcm"]) == 2
        and (metres or bool(_DECIMAL_M.search(before) or _DECIMAL_M.search(after)))
        and not LOG.search(text)
    )


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


def _weight(text: str, locale: str, *, profile: bool) -> Number | None:
    """`profile`: the message also tells height or age, so that a mass alone is the body's."""
    if (
        (stone := _STONE.search(text))
        and not _CHANGE.search(text[max(0, stone.start() - 20) : stone.start()])
        and not _GOAL_WEIGHT.search(text)
    ):
        pounds = int(stone["st"]) * 14 + int(stone["lb"] or 0)
        return Number("weight_kg", pounds * KG_PER_LB, stone.span())
    for pattern in (_WEIGHT_KEY, _WEIGHT_ME, *((_WEIGHT_ANY,) if profile else ())):
        for match in pattern.finditer(text):
            if _is_weight(text, match, keyed=pattern is _WEIGHT_KEY):
                return Number("weight_kg", kilograms(float(match["n"]), match["unit"], locale), match.span())
    return None


def _is_weight(text: str, match: re.Match[str], *, keyed: bool) -> bool:
    before = text[max(0, match.start("n") - 30) : match.start("n")]
    goal = _GOAL_WEIGHT.search(text)
    if goal and goal.start("n") == match.start("n"):
        return False
    if keyed:
        return not _of_other(text, match) and not re.search(r"\b(?:lose|goal|target|ideal)\b|目标|理想|标准", before)
    return not _CHANGE.search(before) and not _of_other(text, match) and not _QUESTION.search(before)


_WEEKDAY_LIST = guarded(
    r"(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}s?\b[ ,/&+]*(?:and )?){2,7}|(?:周|星期|礼拜)[1-7一二三四五六日天](?:[、,/和跟 ]*(?:周|星期|礼拜)?[1-7一二三四五六日天])+(?!点|:|\d|个|次|公里|组)"
)
_WEEKENDS = guarded(
    r"\b(?:only|can only|just)(?: \w+){0,3} (?:on |at |the )?weekends?\b(?! (?:only )?messag)|\bweekends only\b|(?:只有|只能|就)(?:在)?周末(?:有空|有时间|能|可以|才|练|$|[,，])|周末才(?:有空|有时间|能)"
)
_WORKDAYS = guarded(
    r"(?:工作日|周1到周?5)(?:的?(?:晚上|早上|中午|白天|下班后?))?(?:都)?(?:有空|有时间|能练|可以练|能|可以|练)|\b(?:weekdays|mon(?:day)?(?: to |-)fri(?:day)?)(?: only| work| evenings| mornings)\b"
)
_FREE = guarded(
    r"\b(?:can|could|train|free|available|able|work ?out|gym|only|usually|works)\b|能|可以|有空|有时间|练|健身|运动|锻炼"
)
_DAY_NAMED = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)|[1-7一二三四五六日天]")


def _days_named(text: str) -> int:
    """`tues thurs sat`, `周一三五`: how many, where they are the days to train on."""
    listed = _WEEKDAY_LIST.search(text)
    return len(set(_DAY_NAMED.findall(listed[0]))) if listed and _FREE.search(text) else 0


def _schedule(text: str) -> Iterator[Number]:
    if (named := _days_named(text)) and not _DAYS.search(text):
        yield Number("days_per_week", named, (0, 0))
    elif _WORKDAYS.search(text):
        yield Number("days_per_week", 5, (0, 0))
    elif _WEEKENDS.search(text):
        yield Number("days_per_week", 2, (0, 0))
    if match := _DAYS.search(text):
        count = next((match[g] for g in ("a", "b", "c", "d", "e", "f", "g") if match[g]), None)
        value = {"twice": 2.0, "once": 1.0}.get(match["twice"] or "", 7.0) if count is None else float(count)
        yield Number("days_per_week", value, match.span())
    if match := _MINUTES.search(text):
        for value_group, unit_group in ("au", "bv", "cw", "dx", "ey", "fz"):
            if match[value_group]:
                hours = match[unit_group].startswith(("h", "小", "钟"))
                yield Number("minutes_per_session", float(match[value_group]) * (60 if hours else 1), match.span())


def kilograms(value: float, unit: str | None, locale: str) -> float:
    """Kilograms; without a unit the number is taken as it is. A Taiwanese 斤 is 0.6 kg."""
    factor = _THIRD_UNITS.get((unit or "kg")[:2], None) or _THIRD_UNITS.get((unit or "kg")[0], 1.0)
    if unit == "斤" and locale.lower().startswith(("zh-tw", "zh-hant-tw")):
        factor = 0.6
    return value * factor


def _of_other(text: str, match: re.Match[str]) -> bool:
    start = max(text.rfind(mark, 0, match.start()) for mark in ".!?。！？\n;；") + 1
    return framing.about_other(text[start : match.start()])
