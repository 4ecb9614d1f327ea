"""Which use case answers what: plain tables from commands, intents, buttons and due kinds. One use case, many doors."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from core.context import Desk, PersonTurn
from core.events import ButtonPress, Command, MessageDeleted, Reaction, TextMessage
from core.handlers import amending, challenges, data, doubts, introduce, linking, log, me, nudges, plans, settings, way
from core.handlers.request import PersonCase, Request
from core.i18n import LANGUAGES, Words
from core.messages import MenuItem
from core.understanding.reading import IntentKind

COMMANDS: Mapping[str, PersonCase] = {
    "start": challenges.start_or_join,
    "help": introduce.help_,
    "settings": settings.show,
    "me": me.me,
    "today": plans.today,
    "plan": way.plan,
    "challenge": challenges.challenge,
    "join": challenges.join,
    "board": challenges.board,
    "leave": challenges.leave,
    "undo": amending.undo,
    "why": plans.why,
    "export": data.export,
    "delete": data.delete,
    "language": settings.language,
    "stop": settings.stop,
    "link": linking.link,
}

INTENTS: Mapping[IntentKind, PersonCase] = {
    "start": introduce.start,
    "greeting": introduce.start,
    "thanks": introduce.thanks,
    "help": introduce.help_,
    "how_to_start": plans.how_to_start,
    "plan": way.plan,
    "start_session": plans.today,
    "today": plans.today,
    "done": plans.done,
    "why": plans.why,
    "swap": plans.swap,
    "yes": way.yes,
    "no": way.no,
    "skip": way.skip,
    "undo": amending.undo,
    "me": me.me,
    "progress": me.progress,
    "settings": settings.show,
    "language": settings.language,
    "zone": settings.zone,
    "remind": settings.remind,
    "quiet_hours": settings.quiet_hours,
    "less_often": settings.less,
    "snooze": settings.snooze,
    "pause": settings.pause,
    "stop": settings.stop,
    "export": data.export,
    "delete": data.delete,
    "link": linking.link,
    "challenge": challenges.challenge,
    "join": challenges.join,
    "board": challenges.board,
    "leave": challenges.leave,
}

ACTIONS: Mapping[str, PersonCase] = {
    "help": introduce.help_,
    "fact": way.fact_chosen,
    "skip": way.skip,
    "parq": way.readiness_pressed,
    "plan": way.plan_pressed,
    "today": plans.today,
    "done": plans.done,
    "why": plans.why,
    "undo": amending.undo,
    "redo": amending.redo,
    "which": doubts.which,
    "keep": log.keep_held,
    "drop": log.drop_held,
    "me": me.me,
    "settings": settings.show,
    "language": settings.language,
    "remind": settings.remind,
    "snooze": settings.snooze,
    "less": settings.less,
    "stop": settings.stop,
    "nudge": nudges.pressed,
    "export": data.export,
    "delete": data.pressed,
    "link": linking.pressed,
    "challenge": challenges.challenge,
    "join": challenges.join,
    "leave": challenges.leave,
    "board": challenges.board,
    "cwhy": challenges.why,
    "cend": challenges.end,
}
"""By the part of a button's action before the first colon."""

DUE: Mapping[str, Callable[[Desk, PersonTurn], Awaitable[None]]] = {"nudge": nudges.due, "talk": nudges.talk_overdue}

_IN_MENU = (
    "help",
    "today",
    "plan",
    "challenge",
    "join",
    "board",
    "me",
    "undo",
    "why",
    "settings",
    "language",
    "link",
    "export",
    "delete",
    "stop",
)
_PRIVATE_ONLY = frozenset({"today", "plan", "me", "settings", "link", "export", "delete", "stop"})
_WITH_TEXT = frozenset({"challenge", "join", "language", "link"})


def menu(words: Words) -> tuple[MenuItem, ...]:
    """The command menu that the platforms show."""
    return tuple(
        MenuItem(
            name,
            {language: words(language, f"menu-{name}") for language in LANGUAGES},
            in_groups=name not in _PRIVATE_ONLY,
            takes_text=name in _WITH_TEXT,
        )
        for name in _IN_MENU
    )


OnText = Callable[[Desk, PersonTurn, TextMessage], Awaitable[None]]


async def answer(desk: Desk, on_text: OnText, turn: PersonTurn) -> None:
    """Answer the turn's event by the tables."""
    event = turn.event
    if isinstance(event, TextMessage | Command | ButtonPress):
        nudges.heard(turn)
    match event:
        case TextMessage():
            await on_text(desk, turn, event)
        case Command():
            case = COMMANDS.get(event.name, introduce.unknown_command)
            await case(desk, turn, Request(arguments(event)))
        case ButtonPress():
            await _pressed(desk, turn, event)
        case MessageDeleted():
            await amending.deleted(desk, turn, event)
        case Reaction():
            pass


def arguments(event: Command) -> str:
    """What was typed after the command; named options in the order given."""
    return event.args.strip() or " ".join(value for _, value in event.values).strip()


def action_of(event: ButtonPress) -> tuple[str, str]:
    """The action's name and its arguments; those of a question (`ask:<name>`) are what was typed."""
    name, _, rest = event.action.partition(":")
    return (rest, " ".join(value for _, value in event.values)) if name == "ask" else (name, rest)


async def _pressed(desk: Desk, turn: PersonTurn, event: ButtonPress) -> None:
    name, rest = action_of(event)
    case = ACTIONS.get(name)
    if case is None:
        turn.notify("stale-button")
        return
    await case(desk, turn, Request(rest))
