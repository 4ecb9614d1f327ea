"""What is addressed to the coach in a group: logging, answered with a reaction, and challenges. Nothing private."""

from __future__ import annotations

from collections.abc import Mapping

from core.context import Desk, GroupTurn, Reply
from core.domain.profile import Facts
from core.events import ButtonPress, Command, MessageDeleted, Reaction, TextMessage
from core.handlers import group_challenges, safety
from core.handlers import group_entries as said
from core.handlers.challenges import PAYLOAD
from core.handlers.group_challenges import keep_group
from core.handlers.request import GroupCase, Request
from core.handlers.routes import COMMANDS as PRIVATE_COMMANDS
from core.handlers.routes import INTENTS as PRIVATE_INTENTS
from core.handlers.routes import action_of, arguments
from core.handlers.wording import doubt_labels, doubt_question
from core.i18n import LANGUAGES
from core.messages import MessageRef
from core.understanding.challenge_words import accepts_challenge, ends_challenge
from core.understanding.glossary import term_asked
from core.understanding.language import Language, language_named, language_of
from core.understanding.read import read
from core.understanding.reading import Finding, IntentKind, Reading
from core.understanding.screening import screen

_PUBLIC = frozenset({"emergency", "urgent_care", "see_doctor"})
"""What to do about a body in danger is said on the spot; what is about a person's mind or habits, in private."""
_SEEN = "👍"
_SMALL: frozenset[IntentKind] = frozenset({"thanks", "yes", "no", "smalltalk"})


async def answer(desk: Desk, turn: GroupTurn) -> None:
    """Answer the turn's event by the tables."""
    event = turn.event
    match event:
        case TextMessage():
            await _on_words(desk, turn, event.text, edited=event.message if event.edited else None)
        case Command():
            await _on_command(desk, turn, event)
        case ButtonPress():
            await _on_press(desk, turn, event)
        case MessageDeleted():
            said.void(turn, await said.said_in(desk, turn, event.message))
        case Reaction():
            pass


async def _on_command(desk: Desk, turn: GroupTurn, event: Command) -> None:
    """Commands we do not know are for other bots: silence."""
    case = COMMANDS.get(event.name)
    if case is not None:
        _first_language(turn, _language_of_command(arguments(event)))
        await case(desk, turn, Request(arguments(event)))
    elif event.name in PRIVATE_COMMANDS:
        turn.say("group-private")


def _language_of_command(args: str) -> Language | None:
    """A single Latin word (a code, the name of a language) tells nothing."""
    said = language_of(args)
    return said if said != "en" or " " in args.strip() else None


async def _on_press(desk: Desk, turn: GroupTurn, event: ButtonPress) -> None:
    name, rest = action_of(event)
    case = ACTIONS.get(name)
    if case is None:
        turn.notify("stale-button")
        return
    await case(desk, turn, Request(rest))


async def _on_words(desk: Desk, turn: GroupTurn, text: str, edited: MessageRef | None = None) -> None:
    speaker = turn.speaker
    units = Facts(load_unit=speaker.load_unit, distance_unit=speaker.distance_unit)
    finding = screen(text, facts=Facts(), age=None)
    reading = read(text, now=turn.now, zone=speaker.zone, locale=turn.language, facts=units)
    _first_language(turn, reading.language)
    before = await said.said_in(desk, turn, edited) if edited is not None else []
    if before:
        said.reread(turn, before, reading)
    else:
        entries = [turn.add(record, number) for number, record in enumerate(reading.records)]
        if entries and finding.action == "none":
            said.noted(turn, entries)
            await group_challenges.invite(desk, turn, entries)
            await group_challenges.not_yet(desk, turn, entries)
    if finding.action != "none":
        _warn(turn, finding)
        return
    if edited is None or turn.lines:
        await _rest(desk, turn, reading, text)


async def _rest(desk: Desk, turn: GroupTurn, reading: Reading, text: str) -> None:
    """What is unclear, what is asked for; and where nothing was understood, what can be said here."""
    for held in reading.held:
        said.hold(turn, held, len(turn.lines))
    for doubt in reading.doubts[:1]:
        turn.reply.text(doubt_question(turn.words, turn.language, doubt, said.profile_of(turn)))
        turn.say("group-say-again", options=" / ".join(doubt_labels(turn.words, turn.language, doubt)))
    if reading.correction is not None:
        said.correct(turn, reading.correction, text)
        return
    if ends_challenge(text):
        await group_challenges.end(desk, turn, Request())
        return
    wanted = [intent for intent in reading.intents if intent.kind in INTENTS]
    for intent in wanted[:2]:
        args = text if intent.kind == "challenge" else ""
        await INTENTS[intent.kind](desk, turn, Request(args, intent))
    if wanted or turn.lines or turn.reply.paragraphs:
        return
    if accepts_challenge(text):
        await group_challenges.join(desk, turn, Request())
    elif (term := term_asked(text)) is not None:
        turn.say(f"term-{term}")
    elif _needs_no_words(reading):
        turn.react(_SEEN)
    elif any(intent.kind in PRIVATE_INTENTS for intent in reading.intents):
        turn.say("group-private")
    elif _proposes(reading, text):
        await group_challenges.challenge(desk, turn, Request(text))
    else:
        turn.say("group-unclear")


def _needs_no_words(reading: Reading) -> bool:
    """Thanks, a yes, an emoji: a group is not answered with words."""
    kinds = {intent.kind for intent in reading.intents}
    return (bool(kinds) and kinds <= _SMALL) or (not kinds and reading.language is None)


def _proposes(reading: Reading, text: str) -> bool:
    """Full terms (what, how much, how long) propose a challenge although the word is not said; a question does not."""
    terms = group_challenges.terms_said(text)
    asks = any(intent.kind == "question" for intent in reading.intents)
    return terms is not None and not asks and bool(terms.metric and terms.target and terms.days)


def _warn(turn: GroupTurn, finding: Finding) -> None:
    """A red flag: what to do at once is said here, what is delicate in private."""
    if finding.action in _PUBLIC or not turn.speaker.reachable:
        safety.say(turn.reply, finding, None)
        return
    told = Reply(turn.words, turn.speaker.language)
    safety.say(told, finding, None)
    turn.private.append(told)
    turn.say("group-red-flag")


def _first_language(turn: GroupTurn, said: Language | None) -> None:
    """Until somebody chose or a challenge began, a group is spoken to in the language of who talks to the coach."""
    if said is not None and not turn.group.language_said and not turn.group.challenges:
        turn.language = said


# ---- other use cases


async def log(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    """`/log ran 5 km`: for groups in which the coach reads commands only."""
    if ask.args:
        await _on_words(desk, turn, ask.args)
    else:
        turn.say("group-log-how")


async def undo(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    said.undo_last(turn)


async def start(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    """`/start`, perhaps from a link that brings the coach and a challenge into the group."""
    if ask.args.startswith(PAYLOAD):
        await group_challenges.join(desk, turn, Request(ask.args.removeprefix(PAYLOAD)))
    else:
        await help_(desk, turn, ask)


async def help_(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    turn.say("group-help")
    turn.reply.row(turn.reply.button("challenge-button-new", "challenge"))


async def language(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    """The language the coach speaks in this group."""
    chosen = language_named(ask.args) or (ask.intent.language if ask.intent and not ask.args else None)
    if chosen is None:
        turn.say("group-language")
        turn.reply.row(*(turn.reply.button(f"language-{name}", f"language:{name}") for name in LANGUAGES))
        return
    turn.language = chosen
    said = {"language": chosen, "language_said": True}
    await keep_group(desk, turn, lambda group: group.model_copy(update=said))
    await group_challenges.retell(desk, turn)
    turn.reply.in_place = turn.pressed is not None
    turn.say("group-language-set")


COMMANDS: Mapping[str, GroupCase] = {
    "start": start,
    "help": help_,
    "log": log,
    "challenge": group_challenges.challenge,
    "join": group_challenges.join,
    "board": group_challenges.board,
    "leave": group_challenges.leave,
    "end": group_challenges.end,
    "why": group_challenges.why,
    "undo": undo,
    "language": language,
}
INTENTS: Mapping[IntentKind, GroupCase] = {
    "help": help_,
    "greeting": help_,
    "start": help_,
    "challenge": group_challenges.challenge,
    "join": group_challenges.join,
    "board": group_challenges.board,
    "leave": group_challenges.leave,
    "why": group_challenges.why,
    "undo": undo,
    "language": language,
}
ACTIONS: Mapping[str, GroupCase] = {
    "challenge": group_challenges.challenge,
    "join": group_challenges.join,
    "board": group_challenges.board,
    "leave": group_challenges.leave,
    "cwhy": group_challenges.why,
    "cend": group_challenges.end,
    "keep": said.keep_held,
    "drop": said.drop_held,
    "language": language,
    "help": help_,
}
