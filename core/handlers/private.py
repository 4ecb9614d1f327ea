"""What a person says in private: screened first, then read, then answered by the use cases it asks for."""

from __future__ import annotations

from core.context import Desk, PersonTurn
from core.domain import onboarding as rules
from core.domain.profile import NO_FACTS, Facts
from core.events import TextMessage
from core.handlers import amending, doubts, log, onboarding, readiness, safety, settings, talk, way
from core.handlers.introduce import introduce
from core.handlers.me import noted
from core.handlers.request import PersonCase, Request
from core.handlers.routes import INTENTS
from core.understanding.complaints import unwell
from core.understanding.glossary import term_asked
from core.understanding.proposed import Said, worth_reading
from core.understanding.read import read
from core.understanding.reading import Finding, Intent, IntentKind, Mood, Reading
from core.understanding.screening import screen

_LONG = 4000
"""Characters; what is beyond is not read, and the person is told."""
_SCREENED = 3 * _LONG
"""Characters looked through for red flags: more than is read, yet not so many that others have to wait."""
_MOST_INTENTS = 3
_POLITE: frozenset[IntentKind] = frozenset({"greeting", "thanks", "yes", "no", "smalltalk", "question", "skip"})
_SHORT_ANSWERS: tuple[IntentKind, ...] = ("skip", "yes", "no", "thanks", "greeting")
_FEW_WORDS = 2
_HEAVY: frozenset[Mood] = frozenset({"frustration", "discouragement", "distress"})
_THUMBS_UP = frozenset("👍👌✅💪🆗")


async def on_text(desk: Desk, turn: PersonTurn, event: TextMessage) -> None:
    """A message with words, new or edited."""
    finding = screen(event.text[:_SCREENED], facts=turn.profile.facts, age=turn.age)
    reading = _read(turn, event.text, turn.dialog.asked)
    _follow_language(turn, event, reading)
    if finding.action != "none":
        await _red_flag(desk, turn, event, reading, finding)
        return
    if event.edited and await amending.edited(desk, turn, event, reading):
        return
    await _answer(desk, turn, event, reading)
    safety.follow_up(turn)


def _read(turn: PersonTurn, text: str, asked: tuple[str, ...]) -> Reading:
    return read(
        text[:_LONG], now=turn.now, zone=turn.person.zone, locale=turn.language, facts=turn.profile.facts, asked=asked
    )


async def _red_flag(desk: Desk, turn: PersonTurn, event: TextMessage, reading: Reading, finding: Finding) -> None:
    """What to do now, first; what was logged beside it is kept."""
    if not (event.edited and await amending.edited(desk, turn, event, reading)):
        log.keep(turn, reading.records)
    turn.reply.reset()
    if not safety.urgent(finding):
        introduce(turn)
    onboarding.learn(turn, _about_oneself(turn, reading), reading.denied)
    safety.respond(turn, finding)
    log.answer_gravely(turn)
    if finding.category == "minor" and not finding.third_person and not turn.lines:
        way.go_on(turn)


async def _answer(desk: Desk, turn: PersonTurn, event: TextMessage, reading: Reading) -> None:
    introduce(turn)
    _say_limits(turn, event)
    if (short := _settles(turn, reading)) is not None:
        await short(desk, turn, Request())
    elif reading.correction is not None:
        await amending.correct(desk, turn, reading.correction, event.text[:_LONG])
    elif (term := term_asked(event.text)) is not None:
        _define(turn, term)
    else:
        await _take(desk, turn, event, _early_answer(turn, event, reading))


def _define(turn: PersonTurn, term: str) -> None:
    turn.say(f"term-{term}")
    if turn.is_new:
        onboarding.ask_next(turn)


def _say_limits(turn: PersonTurn, event: TextMessage) -> None:
    if event.uploads:
        turn.say("upload-later")
    if len(event.text) > _LONG:
        turn.say("text-long")


def _early_answer(turn: PersonTurn, event: TextMessage, reading: Reading) -> Reading:
    """Where the words say nothing otherwise, they may answer a question that is still to come."""
    if not turn.dialog.asked or not _says_nothing(reading):
        return reading
    for step in (*rules.later_steps(turn.profile), *((fact,) for fact in turn.profile.skipped)):
        early = _read(turn, event.text, step)
        if early.facts != NO_FACTS:
            return early
    return reading


def _says_nothing(reading: Reading) -> bool:
    return reading == Reading(language=reading.language, mood=reading.mood)


async def _take(desk: Desk, turn: PersonTurn, event: TextMessage, reading: Reading) -> None:
    """Write down what was done, note what was said about oneself, do what is asked for; else talk."""
    logged = bool(reading.records or reading.held or reading.doubts)
    facts = _about_oneself(turn, reading)
    said_units = bool(facts.load_unit or facts.distance_unit)
    units = Facts(load_unit=facts.load_unit, distance_unit=facts.distance_unit) if said_units else NO_FACTS
    onboarding.learn(turn, units)
    if logged:
        log.take(turn, reading)
        doubts.ask(turn, reading.doubts)
        _comfort(turn, reading)
    asked = turn.dialog.asked
    learned = onboarding.learn(turn, facts, reading.denied)
    if learned:
        noted(turn, _worth_noting(facts, reading))
    if reading.implausible_facts:
        onboarding.doubt_facts(turn, reading)
        return
    if await _intents(desk, turn, reading.intents, logged=logged):
        return
    questioned = any(intent.kind == "question" for intent in reading.intents)
    sore = questioned and bool(reading.facts.injuries)
    if sore:
        turn.say("pain-advice")
    elif (logged or learned) and questioned:
        talk.ask(desk, turn, event.text[:_LONG], reading.mood, beside=True)
    if learned and (not logged or facts.goal):
        way.go_on(turn)
    elif units != NO_FACTS and facts == units and not logged:
        settings.say_units(turn)
    elif not (learned or logged or sore or turn.ask_model or (event.uploads and not event.text.strip())):
        await _otherwise(desk, turn, event, reading, asked)


def _comfort(turn: PersonTurn, reading: Reading) -> None:
    """A kind word beside a log that was told with a heavy heart."""
    if reading.records and reading.mood in _HEAVY:
        turn.say(f"mood-{reading.mood}")


def _about_oneself(turn: PersonTurn, reading: Reading) -> Facts:
    """The facts, less a weight that goes into the ledger (it is taken over from there), less a goal that a question
    merely touches."""
    update: dict[str, object] = {}
    if any(record.weight_kg for record in (*reading.records, *(held.record for held in reading.held))):
        update["weight_kg"] = None
    if turn.profile.facts.goal and any(intent.kind == "question" for intent in reading.intents):
        update |= {"goal": None, "goal_text": None}
    return reading.facts.model_copy(update=update) if update else reading.facts


def _worth_noting(facts: Facts, reading: Reading) -> Facts:
    """What was learned, less the goal where the answer is about it anyway."""
    answered = any(intent.kind == "how_to_start" for intent in reading.intents)
    return facts.model_copy(update={"goal": None}) if answered else facts


async def _intents(desk: Desk, turn: PersonTurn, intents: tuple[Intent, ...], *, logged: bool) -> bool:
    """Do what the message asks for; whether it asked for anything."""
    wanted = [intent for intent in intents if intent.kind in INTENTS and intent.kind not in _POLITE]
    if logged:
        wanted = [intent for intent in wanted if intent.kind != "done"]
    for intent in wanted[:_MOST_INTENTS]:
        await INTENTS[intent.kind](desk, turn, Request(intent=intent))
    return bool(wanted)


async def _otherwise(
    desk: Desk, turn: PersonTurn, event: TextMessage, reading: Reading, asked: tuple[str, ...]
) -> None:
    """Pleasantries, short answers, and at last free talk."""
    kinds = {intent.kind for intent in reading.intents}
    short = next((kind for kind in _SHORT_ANSWERS if kind in kinds), None)
    if short is not None and not kinds & {"question", "smalltalk"}:
        await INTENTS[short](desk, turn, Request())
    elif asked == settings.ASKED_ZONE and not kinds:
        await settings.zone(desk, turn, Request(event.text))
    elif unwell(event.text[:_LONG]):
        turn.say("unwell")
    elif not any(char.isalnum() for char in event.text):
        await _wordless(desk, turn, event)
    elif asked and not kinds and reading.mood == "neutral" and not talk.fit(desk, turn):
        _ask_again(turn, asked)
    else:
        _talk_freely(desk, turn, event, reading)


async def _wordless(desk: Desk, turn: PersonTurn, event: TextMessage) -> None:
    """Emoji, dots: a thumb up takes an offered plan; a stranger is asked the first question, others what it means."""
    if turn.plans.offered is not None and not _THUMBS_UP.isdisjoint(event.text):
        await way.yes(desk, turn, Request())
    elif not (turn.is_new and onboarding.ask_next(turn)):
        turn.say("nothing-read")


def _ask_again(turn: PersonTurn, asked: tuple[str, ...]) -> None:
    turn.say("not-understood-goal" if asked == ("goal",) else "not-understood")
    if asked == readiness.ASKED:
        readiness.ask(turn)
    else:
        onboarding.ask_next(turn)


def _talk_freely(desk: Desk, turn: PersonTurn, event: TextMessage, reading: Reading) -> None:
    kinds = {intent.kind for intent in reading.intents}
    if not (turn.is_new and "smalltalk" in kinds):  # who the coach is has just been said
        unread = _unread(turn, event.text[:_LONG], reading)
        talk.ask(desk, turn, event.text[:_LONG], reading.mood, about=talk.about(kinds), unread=unread)
    if turn.is_new:
        onboarding.ask_next(turn)


def _unread(turn: PersonTurn, text: str, reading: Reading) -> Said | None:
    """The words, if they may tell of something done that the rules do not know."""
    facts = turn.profile.facts
    said = Said(text, turn.now, turn.person.zone, turn.language, facts.load_unit, facts.distance_unit)
    return said if worth_reading(said, reading) else None


def _settles(turn: PersonTurn, reading: Reading) -> PersonCase | None:
    """A short answer to the readiness questions, or a plan put off."""
    kinds = {intent.kind for intent in reading.intents}
    if turn.dialog.asked == readiness.ASKED:
        answers: dict[IntentKind, PersonCase] = {"yes": way.yes, "no": way.no, "skip": way.skip, "snooze": way.skip}
        return next((case for kind, case in answers.items() if kind in kinds), None)
    return way.no if turn.plans.offered is not None and kinds == {"snooze"} else None


def _follow_language(turn: PersonTurn, event: TextMessage, reading: Reading) -> None:
    """Answer in the language people write, unless they chose one. A word or two of English in Chinese is no change."""
    said = reading.language
    if said is None or said == turn.person.language or turn.person.language_said:
        return
    if said == "zh-Hans" or turn.is_new or len(event.text.split()) > _FEW_WORDS:
        turn.person = turn.person.model_copy(update={"language": said})
        turn.language = said
