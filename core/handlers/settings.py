"""What a person can set, at a glance and one by one. Every change says what now holds."""

from __future__ import annotations

from collections.abc import Mapping

from core.context import Desk, PersonTurn
from core.domain import nudges as rules
from core.domain.days import DAY_START_HOUR, is_zone
from core.domain.person import Consent
from core.domain.profile import Facts
from core.handlers import nudges, onboarding
from core.handlers.reminders import (
    ASKED_ZONE,
    less,
    more,
    pause,
    paused_line,
    quiet_hours,
    quiet_line,
    remind,
    resume,
    snooze,
    stop,
)
from core.handlers.request import PersonCase, Request
from core.i18n import LANGUAGES, negotiate
from core.messages import Button
from core.understanding.language import language_named
from core.understanding.zones import place_said

__all__ = ["ASKED_ZONE", "language", "less", "pause", "quiet_hours", "remind", "show", "snooze", "stop", "zone"]

_LOAD_UNITS, _DISTANCE_UNITS = ("kg", "lb", "jin"), ("km", "mile")


# ---- all at a glance
async def show(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """`/settings`, and the buttons under it (`settings:<part>:<value>`)."""
    part, _, value = ask.args.partition(":")
    case = _PARTS.get(part)
    if case is not None:
        await case(desk, turn, Request(value))
        return
    turn.say("settings-title")
    turn.reply.text("\n".join(f"• {line}" for line in _lines(turn)))
    _buttons(turn)


def _lines(turn: PersonTurn) -> list[str]:
    person, state = turn.person, turn.nudges
    talks = "on" if person.consents_to("model_talk") else "off"
    remind_id = "settings-remind-on" if state.on else "settings-remind-off"
    return [
        turn.word("settings-language", name=turn.word(f"language-{person.language}")),
        _zone_line(turn),
        turn.word(remind_id, at=state.at, most=state.per_week),
        *([paused_line(turn)] if rules.is_paused(state, turn.today) else []),
        quiet_line(turn),
        _units_line(turn),
        turn.word("settings-day-start", at=f"{DAY_START_HOUR:02d}:00"),
        turn.word("settings-talk", state=talks),
    ]


def _zone_line(turn: PersonTurn) -> str:
    said = "said" if turn.person.zone_said else "assumed"
    return turn.word("settings-zone", zone=turn.person.zone, now=nudges.local_clock(turn), said=said)


def _units_line(turn: PersonTurn) -> str:
    facts = turn.profile.facts
    load, distance = facts.load_unit or "kg", facts.distance_unit or "km"
    return turn.word("settings-units", load=_unit(turn, load), distance=_unit(turn, distance))


def _unit(turn: PersonTurn, unit: str) -> str:
    return turn.word(f"settings-unit-{unit}")


def _buttons(turn: PersonTurn) -> None:
    button = turn.reply.button
    other = next(language for language in LANGUAGES if language != turn.language)
    rest = "resume" if rules.is_paused(turn.nudges, turn.today) else "pause"
    talk = "off" if turn.person.consents_to("model_talk") else "on"
    turn.reply.row(
        Button(turn.word(f"language-{other}"), f"language:{other}"), button("settings-button-zone", "settings:zone")
    )
    turn.reply.row(
        button("settings-button-remind", "settings:remind"), button("settings-button-quiet", "settings:quiet")
    )
    turn.reply.row(button(f"settings-button-{rest}", f"settings:{rest}"), button("settings-button-less", "less"))
    turn.reply.row(
        button("settings-button-units", "settings:units"),
        button(f"settings-button-talk-{talk}", f"settings:talk:{talk}"),
    )


# ---- language
async def language(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """`/language zh`, "speak English": answered in the new language. Without one: which?"""
    wanted = (ask.intent and ask.intent.language) or _language_of(ask.args)
    if wanted is None:
        turn.say("language-which" if not ask.args else "language-unknown")
        turn.reply.row(*(Button(turn.word(f"language-{name}"), f"language:{name}") for name in LANGUAGES))
        return
    turn.person = turn.person.model_copy(update={"language": wanted, "language_said": True})
    turn.language = wanted
    turn.say("language-now")


def _language_of(said: str) -> str | None:
    return language_named(said) or negotiate(said.strip() or None)


# ---- zone
async def zone(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """Where the person is: taken if it is a place we know, else asked for."""
    wanted = (ask.intent and ask.intent.zone) or _zone_of(ask.args)
    if wanted is None:
        turn.say("zone-unknown" if ask.intent or ask.args else "zone-ask", zone=turn.person.zone)
        turn.dialog = turn.dialog.model_copy(update={"asked": ASKED_ZONE})
        return
    onboarding.set_zone(turn, wanted)
    if turn.dialog.asked == ASKED_ZONE:
        turn.dialog = turn.dialog.model_copy(update={"asked": ()})
    nudges.plan_next(turn)
    turn.say("zone-now", zone=wanted, now=nudges.local_clock(turn))
    if turn.nudges.on:
        turn.say("remind-stays", at=turn.nudges.at)


def _zone_of(said: str) -> str | None:
    place = place_said(said.strip().lower(), asked=True) if said.strip() else None
    if place is not None and place.zone:
        return place.zone
    return said.strip() if said.strip() and is_zone(said.strip()) else None


# ---- units and free talk
async def _units(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    facts = turn.profile.facts
    if ask.args in _LOAD_UNITS or ask.args in _DISTANCE_UNITS:
        field = "load_unit" if ask.args in _LOAD_UNITS else "distance_unit"
        facts = Facts.model_validate({**facts.model_dump(), field: ask.args})
        turn.profile = turn.profile.model_copy(update={"facts": facts})
        turn.reply.in_place = True
    say_units(turn)


def say_units(turn: PersonTurn) -> None:
    """The units that hold now, and the buttons to change them."""
    turn.reply.text(_units_line(turn))
    turn.reply.row(*(Button(_unit(turn, unit), f"settings:units:{unit}") for unit in _LOAD_UNITS))
    turn.reply.row(*(Button(_unit(turn, unit), f"settings:units:{unit}") for unit in _DISTANCE_UNITS))


async def _talk(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    given = ask.args == "on"
    consent = Consent(purpose="model_talk", given=given, at=turn.now, how="button")
    turn.person = turn.person.having_consented(consent)
    if not given:
        turn.talk = turn.talk.model_copy(update={"turns": ()})
    turn.say("talk-consent-on" if given else "talk-consent-off")


_PARTS: Mapping[str, PersonCase] = {
    "zone": zone,
    "remind": remind,
    "quiet": quiet_hours,
    "pause": pause,
    "resume": resume,
    "more": more,
    "units": _units,
    "talk": _talk,
}
