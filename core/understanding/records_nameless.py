"""Quantities that no word names: some speak for themselves, a lone distance or count is asked about."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from dataclasses import replace

from core.domain.records import Record
from core.understanding.built import Built, Units, is_distance, is_duration, is_mass
from core.understanding.draft import Draft
from core.understanding.reading import Doubt
from core.understanding.records_measures import read_vitals, read_water, read_weight
from core.understanding.records_sleep import read_sleep
from core.understanding.records_workout import read_workout, with_way
from core.understanding.tokens import Token

_FILLER = re.compile(
    r"\d{2,4} ?(?:m|ft) (?:of )?(?:climb\w*|elevation|elev|gain|ascent|vert)\b|\b(?:today|tonight|yesterday|this|morning|evening|done|just|hit|a|an|the|i|did|my|finished|completed"
    r"|crushed|got|nailed|in|yay|for|only"
    r"|another|so far|before|after|breakfast|work|school run|knocked|out|banged|chilly|slow|steady|quick|more|first|thing|easy|good|nice|low|lowest|pb|pr|trails?|road|roads|track|chip|gun|finish|race|progressive|negative split|hilly|hills|flat|park|windy|hot|muddy|sunny|lol|ok|time|new)\b"
)
_FILLER_ZH = re.compile(
    r"今天|昨天|打卡|完成|搞定|了|早上|晚上|今早|昨晚|用时|用了|总共|一共|达成|我|又|刚刚?|新|终于|成绩|破|长距离|最好|哈哈+|啦|pb|pr|平均|心率|最大|最高|配速|稳在|左右|测试|测验|体测|达标|比赛|赛|差点吐|跑进|打开|开|耗时|时间|大概|差不多|才|只|也|算|是|个|到|记录|的|嘿嘿|耶|哦|吧|呢|啊|居然|竟然|恢复|首次|斤|公斤|两|kg|跌破|早起|空腹|晨起|第1次|第一次|今日|昨日|前天|周[一二三四五六日末1-7]|上周|中午|下午|傍晚|夜里|轻松|拿下|收工|下班后?|冲|赞|爽|累"
)
_NOT_ON_FOOT = re.compile(
    r"\b(?:drove|drive|driving|bus|train|car|taxi|uber|motorbike|scooter|kcal|watts|ferry|flight)\b|开车|坐车|打车|地铁|公交"
)
_AT_NIGHT = re.compile(
    r"(?<![a-z])(?:last night|yesterday night|nap|napped|plus|then|about|around|like|only|just|got|had|of|h|hrs?|hours?|m|min|mins|minutes?|and|solid|straight|a|the|in|for|total|so|tired|great|good|bad|not|woke|up|times?|zzz+)\b"
)
_NOT_OF_SLEEP = re.compile(r"[a-z\u4e00-\u9fff]")
_WOKEN = re.compile(
    r"\b(?:kids?|baby|toddler|dog|cat|alarm|noise|noisy|neighbou?rs?|woken|woke|awake|knackered|tired|shattered|exhausted|zombie|groggy|insomnia|snor\w+|too hot|jet ?lag\w*|yawn\w*|coffee)\b"
)
_LONG_REASON = 60
_HOURS = (2 * 3600.0, 14 * 3600.0)
_TRACK = frozenset({200, 300, 400, 600, 800, 1000, 1200, 1600})
"""m."""
_USUAL_KG = (35.0, 200.0)
_FROM_TO = re.compile(
    r"\b(?:went|gone|dropped|down|come|came|going|moved|got) (?:down )?from \d[\d.]*(?: ?[a-z]+)? (?:down )?to \d"
)
_ON_SCALE = re.compile(
    r"^\W*(?:(?:i'm|i am|im|i was|today|this morning|currently|now|down to|at|morning|am)\W+){0,3}\d[\d.]* ?(?:kgs?|kilos?|lbs?|pounds?|st|stone)?"
    r"\W*(?:(?:this|today|in|the|am|morning|before|pre|post|after|first|thing|on|scale|fasted|naked|breakfast|coffee|food|poo|toilet|wee|shower|dry|woke|up|when|i|yay|woo|lol|finally|now|still|again|only|ugh|hmm|whoosh|day|week|bathroom|gym|nose|exactly|dead|flat|bang)\b\W*){1,9}$"
    r"|^\W*(?:(?:i'm|i am|im|today|this morning|now|down to|at|am)\W+){0,2}\d{1,2} ?(?:st|stones?)\b,? ?(?:\d{1,2}\b ?(?:lbs?|pounds?)?)?(?:\W+(?:this morning|today|on the scales?|now|first thing|again|still|finally)\b|\W*$|\W*,)"
    r"|^\W*\d[\d.]* ?(?:kgs?|kilos?|lbs?|pounds?)\W+(?:(?:today|this morning|this am|now)\W+)?(?:down|up) (?:from |another |about )?\d"
    r"|^\W*\d[\d.]* ?(?:kgs?|kilos?|lbs?|pounds?)\W+(?:same|no change|unchanged|still|steady|stable|again|exactly)\b"
    r"|\b(?:i'm|i am|im|i was) \d[\d.]* ?(?:kgs?|kilos?|lbs?|pounds?)\b"
)


def read_nameless(draft: Draft, unit: Units, alone: bool, text: str) -> Built:
    """Quantities that no word names: some speak for themselves, a lone distance or count is asked about."""
    items = draft.items
    pair = next((t.values for t in items if t.kind == "pair"), None)
    if any(t.name in ("bpm", "mmol", "mgdl") for t in items) or (
        pair and 80 <= pair[0] <= 260 and 40 <= pair[1] <= 150
    ):
        return read_vitals(draft)
    if any(t.kind == "context" for t in items) and any(t.kind == "num" and t.value % 1 for t in items):
        weighed = all(_USUAL_KG[0] <= t.value <= _USUAL_KG[1] for t in items if t.kind in ("num", "qty"))
        return read_weight(draft, unit) if weighed and unit.load == "kg" else read_vitals(draft)
    if moved := _moved_how(draft, unit):
        draft.name = moved
        return read_workout(draft, unit)
    return _lone_quantities(draft, unit, alone, text)


def _moved_how(draft: Draft, unit: Units) -> str:
    """The activity that quantities alone tell: a pace, repeats on the track, lengths of a pool; empty if none."""
    if with_way(draft, unit) is not draft or _on_track(draft.items):
        # "easy 6 today, 9:30 pace"
        return "running"
    pooled = next((t for t in draft.items if t.flag and t.name in ("m", "yd", "mi")), None)
    return "" if pooled is None else "running" if pooled.name == "mi" else "swimming"


def _lone_quantities(draft: Draft, unit: Units, alone: bool, text: str) -> Built:
    """A weight, a night or a run by its size; otherwise it is asked where nothing else is told."""
    items = draft.items
    built = read_workout(draft, unit)
    weighed = [is_mass(t) for t in items if t.kind in ("qty", "num", "time")] == [True]
    if weighed and draft.offset is not None and _only_fillers(text, items):
        return read_weight(draft, unit)
    if built.records:
        return built
    if weighed and _only_weight(draft, text, unit):
        return read_weight(draft, unit)
    if not alone:
        return built
    if (slept := _night(draft, text)) or (slept := _weighed(draft, text, unit)):
        return slept
    clocked = any(t.kind == "time" for t in items) and not _NOT_ON_FOOT.search(text)
    if clocked and (run := _unnamed_run(draft, unit)).records:
        return run
    only = [t for t in items if t.kind in ("qty", "num", "time")]
    if not _only_fillers(_own(draft, text, lone=len(only) < 2), items):
        return built
    if (
        len(only) == 2
        and sum(is_distance(t) for t in only) == 1
        and any(is_duration(t) or t.kind == "time" for t in only)
    ):
        return _unnamed_run(draft, unit)
    if len(only) != 1:
        return built
    if only[0].name in ("l", "ml"):
        return read_water(draft, unit)
    return _lone(only[0].name, only[0].value, text, unit) if is_distance(only[0]) or only[0].kind == "num" else built


def _only_weight(draft: Draft, text: str, unit: Units) -> bool:
    """`69.8kg, rhr 52, slept 7h`: tenths of a kilo that stand alone between commas are one's own."""
    mass = next(t for t in draft.items if is_mass(t))
    fits = mass.value % 1 > 0 and _USUAL_KG[0] <= unit.internal(mass) <= _USUAL_KG[1]
    return fits and draft.end <= draft.clause.end and _only_fillers(_own(draft, text, lone=False), draft.items)


def _on_track(items: list[Token]) -> bool:
    """`8x400 in 88s`: so many times a distance of the track."""
    return len(items) > 2 and any(
        a.kind == "num" and 2 <= a.value <= 30 and x.kind == "times" and b.kind == "num" and b.value in _TRACK
        for a, x, b in zip(items, items[1:], items[2:], strict=False)
    )


def _night(draft: Draft, text: str) -> Built | None:
    """`last night 7 hours, up 4 times`: a length of sleep, where nothing else is said to have been done."""
    lasted = [t for t in draft.items if is_duration(t)]
    counted = [t for t in draft.items if t.kind in ("qty", "num", "time", "list", "pair")]
    disturbed = any(t.kind == "awake" for t in draft.items)
    night = disturbed or draft.night or any(t.kind == "date" and t.flag for t in draft.clause.tokens)
    if not night or len(lasted) != 1 or counted != lasted or not _HOURS[0] <= lasted[0].value <= _HOURS[1]:
        return None
    beside = text[: draft.clause.start] + text[draft.clause.end :]
    if _WOKEN.search(beside) and len(beside) < _LONG_REASON:
        text = _own(draft, text, lone=False)
    return read_sleep(draft) if disturbed or not _NOT_OF_SLEEP.search(_AT_NIGHT.sub(" ", text)) else None


def _weighed(draft: Draft, text: str, unit: Units) -> Built | None:
    """`182.6 lb this am`, `went from 210 to 204 lbs`: a body weight by its size and the words around it."""
    masses = [t for t in draft.items if is_mass(t)]
    counted = [t for t in draft.items if t.kind in ("qty", "num", "time", "list", "pair")]
    if not masses or not _USUAL_KG[0] <= unit.internal(masses[-1]) <= _USUAL_KG[1]:
        return None
    if counted != masses and not (len(counted) == 2 and counted[0].kind == "num"):
        return None
    lost = _FROM_TO.search(text) is not None
    stones = masses[-1].flag and len(counted) == 1
    if not lost and not stones and (len(counted) > 1 or not _ON_SCALE.search(text)):
        return None
    return Built((Record(type="body", weight_kg=unit.internal(masses[-1])),))


def _unnamed_run(draft: Draft, unit: Units) -> Built:
    """`5k 25:00`: a run at a runner's pace; otherwise the activity is asked."""
    guesses = [(a, read_workout(replace(draft, name=a, kind="act"), unit)) for a in ("running", "walking", "cycling")]
    options = tuple((a, built.records[0]) for a, built in guesses if built.records)
    run = next((r for a, r in options if a == "running"), None)
    if run is not None and run.distance_m and run.duration_s and 0.15 <= run.duration_s / run.distance_m <= 0.54:
        draft.guessed = True
        return Built((run,))
    return Built(doubt=Doubt(question="which_activity", options=options)) if len(options) > 1 else Built()


def _own(draft: Draft, text: str, *, lone: bool) -> str:
    """The clause of quantities, where it holds them all: what else is said names no activity of theirs. What was told
    before a lone one may do so."""
    start, end = draft.clause.start, draft.clause.end
    if draft.end > end or (lone and start):
        return text
    return " " * start + text[start:end]


def _only_fillers(text: str, items: list[Token]) -> bool:
    """Whether nothing stands beside the quantities that could name an activity (`drove 30 miles` does)."""
    for token in sorted(items, key=lambda t: -t.start):
        text = text[: token.start] + " " + text[token.end :]
    return not re.search(r"[a-z\u4e00-\u9fff]", _FILLER_ZH.sub(" ", _FILLER.sub(" ", text)))


def _lone(name: str, value: float, text: str, unit: Units) -> Built:
    if name == "km" and re.search(r"\d ?k\b", text):
        metres, steps = value * 1000, int(value * 1000)
    elif name:
        metres, steps = value * {"km": 1000.0, "mi": 1609.344, "m": 1.0, "yd": 0.9144, "li": 500.0}[name], 0
    elif 1000 <= value <= 100_000 and re.fullmatch(r"\W*\d+\W*", text):
        metres, steps = value, int(value)
    else:
        return Built()
    if steps <= 0:
        options = tuple(
            (a, Record(type="workout", activity=a, distance_m=metres)) for a in ("running", "walking", "cycling")
        )
        return Built(doubt=Doubt(question="which_activity", options=options)) if metres > 0 else Built()
    run = Record(type="workout", activity="running", distance_m=metres)
    return Built(
        doubt=Doubt(
            question="distance_or_steps", options=(("distance", run), ("steps", Record(type="steps", steps=steps)))
        )
    )
