"""Everything one message says, read by rules: records, facts, intents, mood, language. Pure, no model, never raises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from core.domain.profile import NO_FACTS, Facts
from core.domain.records import Record
from core.understanding.challenge_words import CHALLENGE
from core.understanding.danger import is_plain_log
from core.understanding.facts import FactsRead, is_log, read_facts
from core.understanding.intents import read_intents
from core.understanding.language import language_of
from core.understanding.mood import mood_of
from core.understanding.reading import Intent, IntentKind, Reading
from core.understanding.records import RecordReading, read_records
from core.understanding.words import words

_PROFILE = (
    "height_cm",
    "age",
    "birth_year",
    "sex",
    "goal",
    "goal_weight_kg",
    "days_per_week",
    "minutes_per_session",
    "equipment",
    "dumbbell_kg",
    "experience",
    "diet",
    "activity_level",
)
"""Facts that make a message a description of oneself rather than a log."""
_PROFILE_OF_LIFTER = tuple(name for name in _PROFILE if name not in ("equipment", "dumbbell_kg"))
"""What somebody lifted was at hand: `curls with 10kg dumbbells, 2 sets of 12`."""
_SCHEDULE = frozenset({"days_per_week", "minutes_per_session"})
_OPEN: frozenset[IntentKind] = frozenset({"question", "smalltalk"})
"""Intents that only the model can answer well."""
_COMMANDS: frozenset[IntentKind] = frozenset(
    {
        "remind",
        "snooze",
        "swap",
        "start_session",
        "why",
        "plan",
        "pause",
        "how_to_start",
        "today",
        "less_often",
        "stop",
        "done",
        "progress",
    }
)
"""Intents that name what is to be done or left, not what was."""
_AT_HAND: frozenset[IntentKind] = frozenset({"remind", "snooze", "swap", "start_session", "why", "today", "pause"})
"""Intents that speak of now: what is used or missing in them says nothing of what somebody owns."""
_NAMED_ONLY = frozenset({"type", "activity", "date_offset_days"})
_EXCEPT = re.compile(r"\bexcept\b|\bapart from\b|除了", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:un)?till?\b|\b(?:next|this) (?:week|month)\b|\bfor (?:the|a|\d+|an?other) "
    r"|\bback\b|下个?[周月]|先|到\d|回家|停练|开始|怎么|不知道",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"\b(?:today|yesterday|rest(?:ed)? day|tonight)\b|今[天日晚]|昨[天日晚]|休息了|没[练跑动]", re.IGNORECASE
)
_SPAN = re.compile(r"\bfor (?:a|the|\d)|\b(?:week|month|day|year)|周|月|天|年|后", re.IGNORECASE)
"""What makes a plain log a challenge, a pause, a reminder."""
_POLITE: frozenset[IntentKind] = frozenset({"greeting", "thanks"})
_LONG_GREETING = 25
_USUAL_WEIGHT = (40.0, 200.0)
"""kg; of an unknown adult."""
_SAME_KG = 0.1
_SETTLED = 0.85
_IN_MILES = re.compile(r"(?:\d|\ba|\bone|\bhalf) ?-?(?:mi|miles?|mph)\b|英里", re.IGNORECASE)
_IN_POUNDS = re.compile(r"\d ?-?(?:lbs?|pounds?)\b|\d ?磅", re.IGNORECASE)


def read(
    text: str,
    *,
    now: datetime,
    zone: str,
    locale: str,
    facts: Facts,
    asked: tuple[str, ...] = (),
    day_start_hour: int = 3,
) -> Reading:
    """Read one message. `now` is aware, `zone` the person's IANA zone, `locale` a BCP 47 tag, `facts` what is known.

    `asked` names the facts that the coach has just asked for: bare words and numbers then answer them.
    """
    plain = not asked and is_plain_log(words(text))
    said = read_facts(text, asked=asked, locale=locale, in_words=not plain)
    logged = read_records(
        text.replace("，", ", "),
        now=now,
        zone=zone,
        locale=locale,
        load_unit=said.facts.load_unit or facts.load_unit,
        distance_unit=said.facts.distance_unit or facts.distance_unit,
        day_start_hour=day_start_hour,
    )
    only_log = plain and logged.records and not _SPAN.search(text)
    intents = () if only_log else _not_of_oneself(text, read_intents(text, asked=asked), said.facts, asked)
    said = _without_loads(said, logged)
    logged = _settled(_without_profile(text, logged, said, intents, asked), facts)
    said = _without_log(said, logged, asked)
    own = _facts(_with_units(said.facts, text, logged, facts), logged, intents)
    asks = any(mark in text for mark in "?？")
    intents = _intents(intents, logged, answered=_answered(said, asked) and not asks)
    return Reading(
        language=language_of(text),
        records=logged.records,
        held=logged.held,
        facts=own,
        implausible_facts=said.implausible,
        denied=said.denied,
        intents=intents,
        correction=logged.correction,
        doubts=logged.doubts,
        mood=mood_of(words(text)),
        confidence=_confidence(text, logged, own, said, intents),
    )


def _without_loads(said: FactsRead, logged: RecordReading) -> FactsRead:
    """A load that was lifted or carried (`curls 25 lb: 15, 12, 10`, `rucked 4 miles with 30 lb`) is no body weight."""
    trained = any(record.type in ("sets", "workout") for record in logged.records)
    if not trained or any(record.type == "body" for record in logged.records):
        return said
    loads = [load for r in logged.records for load in (r.load_kg, *(r.load_list_kg or ())) if load]
    own = said.facts.weight_kg
    lifted = own is not None and any(abs(load - own) < _SAME_KG for load in loads)
    facts = said.facts.model_copy(update={"weight_kg": None}) if lifted else said.facts
    return said._replace(facts=facts, implausible=tuple(pair for pair in said.implausible if pair[0] != "weight_kg"))


def _not_of_oneself(text: str, intents: tuple[Intent, ...], said: Facts, asked: tuple[str, ...]) -> tuple[Intent, ...]:
    """`3 days a week, 40 min` proposes no challenge where it answers or describes oneself, unless the word is said."""
    schedule = bool(said.days_per_week and said.minutes_per_session)
    described = any(getattr(said, name) for name in _PROFILE if name not in ("days_per_week", "minutes_per_session"))
    if not (asked or schedule or described) or CHALLENGE.search(text):
        return intents
    return tuple(intent for intent in intents if intent.kind != "challenge")


def _without_profile(
    text: str, logged: RecordReading, said: FactsRead, intents: tuple[Intent, ...], asked: tuple[str, ...]
) -> RecordReading:
    """Records that are really terms of a challenge, an answer, or part of a self-description are taken out."""
    kinds = {intent.kind for intent in intents}
    if "challenge" in kinds or "quiet_hours" in kinds:
        return RecordReading()
    odd = {name for name, _ in said.implausible if name not in _SCHEDULE or name in asked}
    answered = bool(odd) or _answered(said, asked)
    lifted = any(record.type == "sets" and (record.reps or record.reps_list) for record in logged.records)
    told = _PROFILE_OF_LIFTER if lifted else _PROFILE
    described = sum(bool(getattr(said.facts, name)) for name in told)
    if logged.correction is not None and not asked and described < 2:
        return logged
    if kinds & _COMMANDS or said.facts.equipment or said.facts.goal == "event":
        logged = _without_named(text, logged, kinds, said.facts)
    if (answered or described >= 2 or (described and said.facts.weight_kg)) and not is_log(text):
        return RecordReading(correction=logged.correction if logged.correction and logged.correction.undo else None)
    return logged


def _without_named(text: str, logged: RecordReading, kinds: set[IntentKind], said: Facts) -> RecordReading:
    """What a command only names (`can't do squats`, `remind me at 6:15 for the gym`) was not done."""
    if kinds & {"done", "progress"}:
        left = "progress" in kinds or bool(_EXCEPT.search(text))
        kept = tuple(r for r in logged.records if not (_named_only(r) and (left or r.activity == "workout")))
        return logged if len(kept) == len(logged.records) else replace(logged, records=kept)
    rests = any(record.type == "rest" for record in logged.records)
    if is_log(text) or (rests and "why" not in kinds and (_TODAY.search(text) or not _AHEAD.search(text))):
        return logged
    planned = bool(kinds & {"remind", "snooze"}) or said.goal == "event"
    kept = tuple(
        record for record in logged.records if not ((planned and record.type == "workout") or _named_only(record))
    )
    if said.equipment and not kept and logged.doubts:
        logged = replace(logged, doubts=())
    return logged if len(kept) == len(logged.records) else replace(logged, records=kept)


def _named_only(record: Record) -> bool:
    return record.model_dump(exclude_defaults=True).keys() <= _NAMED_ONLY


def _answered(said: FactsRead, asked: tuple[str, ...]) -> bool:
    return any(getattr(said.facts, name, None) or name in said.denied for name in asked)


def _without_log(said: FactsRead, logged: RecordReading, asked: tuple[str, ...]) -> FactsRead:
    """`yoga for 30 min` tells of one session, not of the time there is for every one."""
    if not (logged.records or logged.held or logged.doubts):
        return said
    dropped = _SCHEDULE - set(asked)
    facts = said.facts if said.facts == NO_FACTS else said.facts.model_copy(update=dict.fromkeys(dropped))
    return said._replace(facts=facts, implausible=tuple(pair for pair in said.implausible if pair[0] not in dropped))


def _settled(logged: RecordReading, facts: Facts) -> RecordReading:
    """Doubts about the unit of a body weight go when only one reading is likely."""
    records, doubts = list(logged.records), []
    for doubt in logged.doubts:
        likely = [record for _, record in doubt.options if _likely_weight(record.weight_kg, facts.weight_kg)]
        if doubt.question == "unit" and len(likely) == 1:
            records.append(likely[0])
        else:
            doubts.append(doubt)
    if len(doubts) == len(logged.doubts):
        return logged
    return replace(
        logged, records=tuple(records), doubts=tuple(doubts), confidence=_SETTLED if not doubts else logged.confidence
    )


def _likely_weight(weight_kg: float | None, known_kg: float | None) -> bool:
    if weight_kg is None:
        return False
    low, high = (known_kg * 0.75, known_kg * 1.25) if known_kg else _USUAL_WEIGHT
    return low <= weight_kg <= high


def _facts(said: Facts, logged: RecordReading, intents: tuple[Intent, ...]) -> Facts:
    """Facts, less what belongs to a challenge's terms; a measured weight is also the current one."""
    update: dict[str, object] = {}
    if any(intent.kind == "challenge" for intent in intents):
        update = dict.fromkeys(("days_per_week", "minutes_per_session", "goal", "goal_text"))
        update["equipment"] = ()
    if {intent.kind for intent in intents} & {"less_often", "remind"}:
        # once a week is how often to be written to, not to train
        update["days_per_week"] = None
    if any(intent.kind in ("today", "remind") for intent in intents):
        update |= {"goal": None, "goal_text": None}
    if _AT_HAND & {intent.kind for intent in intents} and not any(intent.kind == "plan" for intent in intents):
        update["equipment"] = ()
    if any(record.weight_kg for doubt in logged.doubts for _, record in doubt.options):
        update["weight_kg"] = None
    for record in logged.records:
        if record.type == "body" and record.weight_kg and record.date_offset_days == 0:
            update["weight_kg"] = record.weight_kg
    return said.model_copy(update=update) if update else said


def _with_units(said: Facts, text: str, logged: RecordReading, known: Facts) -> Facts:
    """Who logs in miles or pounds, and never said otherwise, is shown them."""
    update: dict[str, object] = {}
    records = (*logged.records, *(held.record for held in logged.held))
    far = any(record.distance_m or record.rep_distance_m for record in records)
    heavy = any(record.load_kg or record.load_list_kg or record.weight_kg for record in records)
    if far and not (said.distance_unit or known.distance_unit) and _IN_MILES.search(text):
        update["distance_unit"] = "mile"
    if heavy and not (said.load_unit or known.load_unit) and _IN_POUNDS.search(text):
        update["load_unit"] = "lb"
    return said.model_copy(update=update) if update else said


def _intents(intents: tuple[Intent, ...], logged: RecordReading, *, answered: bool) -> tuple[Intent, ...]:
    """A correction is no answer, and one that withdraws is also an undo; a log or an answer is no refusal."""
    drop: set[IntentKind] = {"no", "skip", "snooze", "question"} if answered else set()
    if logged.correction is not None:
        drop |= {"yes", "no", "skip", "swap"}
    if logged.records or logged.held or logged.doubts:
        drop |= {"no", "skip", "smalltalk", "swap", "start_session"}
    if any(record.type == "rest" for record in logged.records):
        drop.add("today")
    kept = tuple(intent for intent in intents if intent.kind not in drop)
    if logged.correction is not None and logged.correction.undo and not any(i.kind == "undo" for i in kept):
        kept = (*kept, Intent(kind="undo"))
    return kept


def _confidence(text: str, logged: RecordReading, facts: Facts, said: FactsRead, intents: tuple[Intent, ...]) -> float:
    """How sure it is that the message was understood whole: below 0.5 it is worth a model's reading."""
    sure = list(_sureness(logged, facts, said, intents))
    if not sure:
        return 0.0
    kinds = {intent.kind for intent in intents}
    if kinds & _OPEN:
        return min(0.4, *sure)
    if kinds and kinds <= _POLITE and len(sure) == 1 and len(text) > _LONG_GREETING:
        return 0.4
    return min(sure)


def _sureness(logged: RecordReading, facts: Facts, said: FactsRead, intents: tuple[Intent, ...]) -> Iterator[float]:
    if not logged.empty:
        yield logged.confidence
    if intents:
        yield 1.0
    if said.implausible or said.denied or facts != NO_FACTS:
        yield 0.9
