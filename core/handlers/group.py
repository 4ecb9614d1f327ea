"""What is addressed to the coach in a group: logging, answered with a reaction, and challenges. Nothing private."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.context import Desk, GroupTurn, Reply, message_name, person_aggregate
from core.domain import corrections
from core.domain.profile import Facts, Profile
from core.domain.records import Entry, fold
from core.events import ButtonPress, Command, MessageDeleted, Reaction, TextMessage
from core.handlers import group_challenges, safety
from core.handlers.challenges import PAYLOAD
from core.handlers.group_challenges import keep_group
from core.handlers.log import meant
from core.handlers.request import GroupCase, Request
from core.handlers.routes import COMMANDS as PRIVATE_COMMANDS
from core.handlers.routes import arguments
from core.handlers.wording import doubt_labels, doubt_question, entry_text, held_text
from core.messages import Button, MessageRef
from core.understanding.challenge_words import ends_challenge
from core.understanding.language import Language, language_of
from core.understanding.plausible import check
from core.understanding.read import read
from core.understanding.reading import Correction, Finding, Held, IntentKind, Reading
from core.understanding.screening import screen

_PUBLIC = frozenset({"emergency", "urgent_care", "see_doctor"})
"""What to do about a body in danger is said on the spot; what is about a person's mind or habits, in private."""
_DONE = "💪"
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
            _void(turn, await _said_in(desk, turn, event.message))
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
    name, _, rest = event.action.partition(":")
    if name == "ask":
        name, rest = rest, " ".join(value for _, value in event.values)
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
    before = await _said_in(desk, turn, edited) if edited is not None else []
    if before:
        _reread(turn, before, reading)
    else:
        entries = [turn.add(record, number) for number, record in enumerate(reading.records)]
        if entries and finding.action == "none":
            _noted(turn, entries)
            await group_challenges.invite(desk, turn)
    if finding.action != "none":
        _warn(turn, finding)
        return
    if edited is None or turn.lines:
        await _rest(desk, turn, reading, text)


def _noted(turn: GroupTurn, entries: Sequence[Entry]) -> None:
    """A reaction says it; where there is no message to react to (a platform's slash command), a line does."""
    if turn.said_in is not None:
        turn.react(_DONE)
        return
    lines = (entry_text(turn.words, turn.language, entry, profile_of(turn), today=turn.today) for entry in entries)
    turn.reply.text("\n".join(f"✓ {line}" for line in lines))


async def _rest(desk: Desk, turn: GroupTurn, reading: Reading, text: str) -> None:
    """What is unclear, what is asked for; and where nothing was understood, what can be said here."""
    for held in reading.held[:1]:
        _hold(turn, held, len(turn.lines))
    for doubt in reading.doubts[:1]:
        turn.reply.text(doubt_question(turn.words, turn.language, doubt, profile_of(turn)))
        turn.say("group-say-again", options=" / ".join(doubt_labels(turn.words, turn.language, doubt)))
    if reading.correction is not None:
        _correct(turn, reading.correction)
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
    if _proposes(reading, text):
        await group_challenges.challenge(desk, turn, Request(text))
    elif _needs_no_words(reading):
        turn.react(_SEEN)
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


def profile_of(turn: GroupTurn) -> Profile:
    """No more of the speaker than the units they write in."""
    return Profile(facts=Facts(load_unit=turn.speaker.load_unit, distance_unit=turn.speaker.distance_unit))


# ---- entries said here


async def _said_in(desk: Desk, turn: GroupTurn, message: MessageRef) -> list[Entry]:
    """The entries of a message of this chat: among the newest, else in the whole ledger, of which no more is seen."""
    name = message_name(message)
    found = [entry for entry in turn.speaker.said_here if entry.message == name]
    if found:
        return found
    ledger = fold(await desk.store.ledger(person_aggregate(turn.speaker.person)))
    return [entry for entry in ledger.values() if entry.message == name]


def _reread(turn: GroupTurn, before: list[Entry], reading: Reading) -> None:
    """The message was edited: its entries follow."""
    for entry, record in zip(before, reading.records, strict=False):
        turn.amend(corrections.reread(entry, record))
    _void(turn, before[len(reading.records) :])
    for number, record in enumerate(reading.records[len(before) :]):
        turn.add(record, number)


def _void(turn: GroupTurn, entries: list[Entry]) -> None:
    for entry in entries:
        if entry.status == "ok":
            turn.void(entry)


def _correct(turn: GroupTurn, correction: Correction) -> None:
    if correction.undo and correction.record is None and correction.value is None:
        _undo_last(turn)
        return
    entry = meant(turn.speaker.said_here, correction)
    changed = entry and corrections.apply(
        entry, record=correction.record, field=correction.field, value=correction.value,
        old_value=correction.old_value, date_offset_days=correction.date_offset_days, said=turn.today,
        profile=profile_of(turn),
    )
    if changed is None or check(changed.record) is not None:
        turn.say("correct-what")
        return
    turn.amend(changed)
    turn.react(_DONE)


def _undo_last(turn: GroupTurn) -> None:
    newest = next((entry for entry in reversed(turn.speaker.said_here) if entry.status == "ok"), None)
    if newest is None:
        turn.say("undo-nothing")
        return
    event, _, _ = newest.id.rpartition("#")
    taken = [e for e in turn.speaker.said_here if e.id.rpartition("#")[0] == event and e.status == "ok"]
    _void(turn, taken)
    lines = (entry_text(turn.words, turn.language, e, profile_of(turn), today=turn.today) for e in taken)
    turn.say("undone", entries="\n".join(lines))


def _hold(turn: GroupTurn, held: Held, number: int) -> None:
    turn.reply.text(held_text(turn.words, turn.language, held, profile_of(turn)))
    if held.verdict == "reject":
        return
    entry = turn.add(held.record, number, held=held.because)
    turn.reply.row(
        turn.reply.button("button-held-right", f"keep:{entry.id}", primary=True),
        turn.reply.button("button-held-wrong", f"drop:{entry.id}"),
    )


async def keep_held(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    """ "That's right", said by whose entry it is."""
    entry = _own_held(turn, ask.args)
    if entry is not None:
        turn.amend(entry.model_copy(update={"status": "ok", "held_because": None}))
        turn.reply.in_place = True
        turn.reply.text(f"✓ {entry_text(turn.words, turn.language, entry, profile_of(turn), today=turn.today)}")


async def drop_held(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    entry = _own_held(turn, ask.args)
    if entry is not None:
        turn.void(entry)
        turn.reply.in_place = True
        turn.say("held-dropped")


def _own_held(turn: GroupTurn, entry_id: str) -> Entry | None:
    entry = next((entry for entry in turn.speaker.said_here if entry.id == entry_id), None)
    if entry is None:
        turn.notify("group-not-yours")
    elif entry.status != "held":
        turn.notify("stale-button")
        return None
    return entry


# ---- other use cases


async def log(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    """`/log ran 5 km`: for groups in which the coach reads commands only."""
    if ask.args:
        await _on_words(desk, turn, ask.args)
    else:
        turn.say("group-log-how")


async def undo(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    _undo_last(turn)


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
    wanted = ask.args.strip() or (ask.intent.language if ask.intent else None) or ""
    chosen = _LANGUAGES.get(wanted.casefold())
    if chosen is None:
        turn.say("group-language")
        turn.reply.row(Button("English", "language:en"), Button("中文", "language:zh-Hans"))
        return
    turn.language = chosen
    said = {"language": chosen, "language_said": True}
    await keep_group(desk, turn, lambda group: group.model_copy(update=said))
    await group_challenges.retell(desk, turn)
    turn.reply.in_place = turn.pressed is not None
    turn.say("group-language-set")


_LANGUAGES: Mapping[str, str] = {
    "en": "en", "english": "en", "英文": "en", "英语": "en",
    "zh": "zh-Hans", "zh-hans": "zh-Hans", "chinese": "zh-Hans", "中文": "zh-Hans", "汉语": "zh-Hans",
}

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
    "keep": keep_held,
    "drop": drop_held,
    "language": language,
    "help": help_,
}
