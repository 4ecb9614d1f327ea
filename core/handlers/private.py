"""What a person says in private: screened first, then read, then answered by the use cases it asks for."""

from __future__ import annotations

from core.context import Desk, PersonTurn
from core.events import TextMessage
from core.handlers import log, onboarding, readiness, safety, settings, talk, way
from core.handlers.introduce import introduce
from core.handlers.me import noted
from core.handlers.request import Request
from core.handlers.routes import INTENTS
from core.understanding.read import read
from core.understanding.reading import Intent, Reading
from core.understanding.screening import screen

_LONG = 4000
"""Characters; what is beyond is not read, and the person is told."""
_MOST_INTENTS = 3
_POLITE = frozenset({"greeting", "thanks", "yes", "no", "smalltalk", "question", "skip"})


async def on_text(desk: Desk, turn: PersonTurn, event: TextMessage) -> None:
    """A message with words, new or edited."""
    text = event.text
    finding = screen(text, facts=turn.profile.facts, age=turn.age)
    reading = read(
        text,
        now=turn.now,
        zone=turn.person.zone,
        locale=turn.language,
        facts=turn.profile.facts,
        asked=turn.dialog.asked,
    )
    _follow_language(turn, reading)
    if finding.action != "none":
        if not (event.edited and await log.edited(desk, turn, event, reading)):
            log.keep(turn, reading)
        turn.reply.reset()
        onboarding.learn(turn, reading.facts)
        safety.respond(turn, finding)
        return
    if event.edited and await log.edited(desk, turn, event, reading):
        return
    await _answer(desk, turn, event, reading)
    safety.follow_up(turn)


async def _answer(desk: Desk, turn: PersonTurn, event: TextMessage, reading: Reading) -> None:
    introduce(turn)
    if event.uploads:
        turn.say("upload-later")
    if len(event.text) > _LONG:
        turn.say("text-long")
    if turn.dialog.asked == readiness.ASKED and (said := _yes_or_no(reading)) is not None:
        await (way.yes if said else way.no)(desk, turn, Request())
        return
    if reading.correction is not None:
        await log.correct(desk, turn, reading.correction)
        return
    logged = bool(reading.records or reading.held or reading.doubts)
    if logged:
        log.take(turn, reading)
    asked = turn.dialog.asked
    learned = onboarding.learn(turn, reading.facts)
    if reading.implausible_facts:
        onboarding.doubt_facts(turn, reading)
        return
    answered = await _intents(desk, turn, reading.intents, logged=logged)
    if answered:
        return
    if learned and not logged:
        noted(turn, reading.facts)
        way.go_on(turn)
        return
    if logged or (event.uploads and not event.text.strip()):
        return
    await _otherwise(desk, turn, event, reading, asked)


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
    for kind in ("skip", "yes", "no", "thanks", "greeting"):
        if kind in kinds and not kinds & {"question", "smalltalk"}:
            await INTENTS[kind](desk, turn, Request())
            return
    if not any(char.isalnum() for char in event.text):
        turn.say("nothing-read")
        return
    if asked == settings.ASKED_ZONE and not kinds:
        await settings.zone(desk, turn, Request(event.text))
        return
    first_words = len(turn.reply.paragraphs) > 0
    if asked and not kinds:
        turn.say("not-understood")
        onboarding.ask_next(turn)
        return
    talk.ask(desk, turn, event.text, reading.mood)
    if first_words and turn.ask_model is None:
        onboarding.ask_next(turn)


def _yes_or_no(reading: Reading) -> bool | None:
    kinds = {intent.kind for intent in reading.intents}
    return True if "yes" in kinds else False if "no" in kinds else None


def _follow_language(turn: PersonTurn, reading: Reading) -> None:
    """Answer in the language people write, unless they chose one. A word or two of English in Chinese is no change."""
    said = reading.language
    if said is None or said == turn.person.language or turn.person.language_said:
        return
    if said == "zh-Hans" or turn.is_new or len(reading_words(turn)) > 2:
        turn.person = turn.person.model_copy(update={"language": said})
        turn.language = said


def reading_words(turn: PersonTurn) -> list[str]:
    event = turn.event
    return event.text.split() if isinstance(event, TextMessage) else []
