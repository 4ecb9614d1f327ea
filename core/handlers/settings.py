"""What a person can set: language, zone, reminder, quiet hours, pause, units, free talk. Every change says what now holds."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, time, timedelta

from core.context import Desk, PersonTurn
from core.domain import nudges as rules
from core.domain.days import DAY_START_HOUR, is_zone, next_at, parse_clock, zone_of
from core.domain.person import Consent
from core.domain.profile import Facts
from core.handlers import nudges, onboarding
from core.handlers.request import Request
from core.handlers.wording import date_text
from core.i18n import LANGUAGES, negotiate
from core.messages import Button
from core.understanding.clock import times
from core.understanding.reading import Intent
from core.understanding.zones import place_said

HOURS = ("07:30", "12:30", "18:00", "20:00")
QUIET_SPANS = ("21:30-07:30", "22:00-08:00", "23:00-07:00", "00:00-09:00")
PAUSE_DAYS, MOST_PAUSE_DAYS = 7, 180
MOST_SNOOZE = timedelta(days=2)
ASKED_ZONE = ("zone",)
_NOTHING = Intent(kind="settings")
_LANGUAGE_NAMES: Mapping[str, str] = {
    "english": "en", "英文": "en", "英语": "en", "chinese": "zh-Hans", "mandarin": "zh-Hans", "中文": "zh-Hans",
    "汉语": "zh-Hans", "普通话": "zh-Hans", "简体": "zh-Hans", "简体中文": "zh-Hans",
}
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
    person, state, facts = turn.person, turn.nudges, turn.profile.facts
    talks = "on" if person.consents_to("model_talk") else "off"
    lines = [
        turn.word("settings-language", language=turn.word(f"language-{person.language}")),
        _zone_line(turn),
        turn.word("settings-remind-on", at=state.at, most=state.per_week) if state.on else turn.word("settings-remind-off"),
        _quiet_line(turn),
        turn.word("settings-units", load=_unit(turn, facts.load_unit or "kg"), distance=_unit(turn, facts.distance_unit or "km")),
        turn.word("settings-day-start", at=f"{DAY_START_HOUR:02d}:00"),
        turn.word("settings-talk", state=talks),
    ]
    if rules.is_paused(state, turn.today):
        lines.insert(3, _paused_line(turn))
    return lines


def _zone_line(turn: PersonTurn) -> str:
    said = "said" if turn.person.zone_said else "assumed"
    return turn.word("settings-zone", zone=turn.person.zone, now=nudges.local_clock(turn), said=said)


def _quiet_line(turn: PersonTurn) -> str:
    state = turn.nudges
    if state.quiet_from == state.quiet_until:
        return turn.word("settings-quiet-none")
    return turn.word("settings-quiet", start=state.quiet_from, end=state.quiet_until)


def _paused_line(turn: PersonTurn) -> str:
    assert turn.nudges.paused_until is not None
    return turn.word("settings-paused", date=date_text(turn.words, turn.language, turn.nudges.paused_until, turn.today))


def _unit(turn: PersonTurn, unit: str) -> str:
    return turn.word(f"settings-unit-{unit}")


def _buttons(turn: PersonTurn) -> None:
    button = turn.reply.button
    other = next(language for language in LANGUAGES if language != turn.language)
    talks = turn.person.consents_to("model_talk")
    paused = rules.is_paused(turn.nudges, turn.today)
    turn.reply.row(Button(turn.word(f"language-{other}"), f"language:{other}"), button("settings-button-zone", "settings:zone"))
    turn.reply.row(button("settings-button-remind", "settings:remind"), button("settings-button-quiet", "settings:quiet"))
    turn.reply.row(
        button("settings-button-resume", "settings:resume") if paused else button("settings-button-pause", "settings:pause"),
        button("settings-button-less", "less"),
    )
    turn.reply.row(
        button("settings-button-units", "settings:units"),
        button("settings-button-talk-off", "settings:talk:off") if talks else button("settings-button-talk-on", "settings:talk:on"),
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
    name = said.strip().casefold()
    return _LANGUAGE_NAMES.get(name) or negotiate(said.strip() or None)


# ---- zone
async def zone(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """Where the person is: taken if it is a place we know, else asked for."""
    wanted = (ask.intent and ask.intent.zone) or _zone_of(ask.args)
    if wanted is None and not ask.args and ask.intent is None:
        wanted = _hinted_zone(turn)
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


def _hinted_zone(turn: PersonTurn) -> str | None:
    """What the browser says, as long as the person has said nothing."""
    hint = turn.event.author.zone
    return hint if hint and not turn.person.zone_said and is_zone(hint) else None


# ---- the reminder
async def remind(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """A reminder at a local time; `no` declines, `off` ends it, `<time>:move` moves the quiet hours out of its way."""
    if ask.args in ("no", "off"):
        _no_reminder(turn, was_on=turn.nudges.on)
        return
    said, _, move = ask.args.rpartition(":move") if ask.args.endswith(":move") else (ask.args, "", "")
    at = _clock(ask.intent.at if ask.intent and ask.intent.at else said)
    if at is None:
        _ask_when(turn)
        return
    if rules.is_quiet(turn.nudges, at):
        if not ask.args.endswith(":move"):
            _refuse_quiet(turn, at)
            return
        turn.nudges = rules.making_room(turn.nudges, at)
        turn.reply.text(_quiet_line(turn))
    _set_reminder(turn, at)


def _clock(said: str | None) -> str | None:
    """The time said, as "HH:MM"."""
    if not said:
        return None
    if moment := parse_clock(said.strip()):
        return f"{moment:%H:%M}"
    found = times(said.strip().lower())
    return found[0] if found else None


def _no_reminder(turn: PersonTurn, *, was_on: bool) -> None:
    turn.nudges = rules.stopped(turn.nudges)
    nudges.plan_next(turn)
    turn.say("remind-off" if was_on else "remind-declined")


def _ask_when(turn: PersonTurn) -> None:
    turn.say("remind-when")
    turn.reply.row(*(Button(hour, f"remind:{hour}") for hour in HOURS if not rules.is_quiet(turn.nudges, hour)))
    if turn.nudges.on:
        turn.reply.row(turn.reply.button("settings-button-remind-off", "remind:off"))
    if turn.nudges.less:
        turn.reply.row(turn.reply.button("settings-button-more", "settings:more"))


def _refuse_quiet(turn: PersonTurn, at: str) -> None:
    state = turn.nudges
    room = rules.making_room(state, at)
    turn.say(
        "remind-in-quiet", at=at, start=state.quiet_from, end=state.quiet_until, new=room.quiet_from, until=room.quiet_until
    )
    turn.reply.row(turn.reply.button("settings-button-move-quiet", f"remind:{at}:move", primary=True))
    turn.reply.row(*(Button(hour, f"remind:{hour}") for hour in HOURS if not rules.is_quiet(state, hour)))


def _set_reminder(turn: PersonTurn, at: str) -> None:
    if hint := _hinted_zone(turn):
        onboarding.set_zone(turn, hint)
    turn.nudges = rules.turned_on(turn.nudges, at)
    nudges.plan_next(turn)
    turn.say("remind-set", at=at, most=turn.nudges.per_week)
    if rules.is_paused(turn.nudges, turn.today):
        turn.reply.text(_paused_line(turn))
        turn.reply.row(turn.reply.button("settings-button-resume", "settings:resume"))
    if turn.person.zone_said:
        turn.say("remind-zone", zone=turn.person.zone, now=nudges.local_clock(turn))
        return
    turn.say("remind-zone-assumed", zone=turn.person.zone, now=nudges.local_clock(turn))
    turn.dialog = turn.dialog.model_copy(update={"asked": ASKED_ZONE})


async def less(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """"Less like this": half as many a week."""
    state = turn.nudges
    fewer = state.model_copy(update={"less": state.less + 1})
    if fewer.per_week == state.per_week:
        turn.say("less-fewest", most=state.per_week)
        turn.reply.row(turn.reply.button("nudge-button-stop", "stop"))
        return
    turn.nudges = fewer
    nudges.plan_next(turn)
    turn.say("less-now", most=fewer.per_week)
    if not fewer.on:
        turn.say("less-off-anyway")


async def _more(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    turn.nudges = turn.nudges.model_copy(update={"less": 0})
    nudges.plan_next(turn)
    turn.say("more-now", most=turn.nudges.per_week)


async def snooze(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """Once more later: after some minutes (60 if not said), at a time, or tomorrow."""
    until = _snooze_until(turn, ask)
    turn.nudges = rules.snoozed(turn.nudges, until, turn.person.zone)
    nudges.plan_next(turn)
    again = turn.nudges.snoozed_until
    assert again is not None
    day = date_text(turn.words, turn.language, again.astimezone(zone_of(turn.person.zone)).date(), turn.today)
    said = "snooze-moved" if again != until else "snooze-set"
    turn.say(said, at=nudges.local_clock(turn, again), date=day)


def _snooze_until(turn: PersonTurn, ask: Request) -> datetime:
    intent = ask.intent or _NOTHING
    minutes = intent.minutes or (int(ask.args) if ask.args.isdecimal() and len(ask.args) < 5 else None)
    if minutes:
        return turn.now + min(max(timedelta(minutes=minutes), timedelta(minutes=5)), MOST_SNOOZE)
    if intent.at is None and not intent.days:
        return turn.now + timedelta(minutes=nudges.SNOOZE_MIN)
    at = rules.clock(intent.at or turn.nudges.at)
    after = turn.now
    if intent.days:
        # not before tomorrow: from the last moment of today on the clock
        after = next_at(turn.now, time(23, 59), turn.person.zone)
    return next_at(after, at, turn.person.zone)


# ---- quiet hours
async def quiet_hours(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """When no unasked message comes: from and until, or `off`."""
    intent = ask.intent or _NOTHING
    start, _, end = ask.args.replace("–", "-").partition("-")
    begins, ends = _clock(intent.at or start), _clock(intent.until or end)
    if ask.args == "off":
        begins = ends = "00:00"
    if begins is None and ends is None:
        _ask_quiet(turn)
        return
    changed = {"quiet_from": begins or turn.nudges.quiet_from, "quiet_until": ends or turn.nudges.quiet_until}
    turn.nudges = turn.nudges.model_copy(update=changed)
    nudges.plan_next(turn)
    turn.say("quiet-now")
    turn.reply.text(_quiet_line(turn))
    if turn.nudges.on and rules.is_quiet(turn.nudges, turn.nudges.at):
        turn.say("quiet-moves-reminder", at=turn.nudges.at, end=turn.nudges.quiet_until)


def _ask_quiet(turn: PersonTurn) -> None:
    turn.reply.text(_quiet_line(turn))
    turn.say("quiet-which")
    spans = [Button(span.replace("-", "–"), f"settings:quiet:{span}") for span in QUIET_SPANS]
    turn.reply.row(*spans[:2])
    turn.reply.row(*spans[2:])
    turn.reply.row(turn.reply.button("settings-button-quiet-off", "settings:quiet:off"))


# ---- pause and stop
async def pause(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """Silence for some days, with a kind word for the reason."""
    intent = ask.intent or _NOTHING
    days = intent.days or (int(ask.args) if ask.args.isdecimal() and len(ask.args) < 4 else 0) or PAUSE_DAYS
    until = turn.today + timedelta(days=min(days, MOST_PAUSE_DAYS) - 1)
    turn.nudges = rules.paused(turn.nudges, until, intent.reason)
    nudges.plan_next(turn)
    turn.say(f"pause-{intent.reason or 'other'}")
    turn.say("pause-until", date=date_text(turn.words, turn.language, until, turn.today))
    turn.reply.row(turn.reply.button("settings-button-resume", "settings:resume"))


async def _resume(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    turn.nudges = rules.resumed(turn.nudges)
    nudges.plan_next(turn)
    turn.say("resume-now")
    turn.say("remind-stays", at=turn.nudges.at) if turn.nudges.on else turn.say("settings-remind-off")


async def stop(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """`/stop`: no unasked message any more, at once."""
    turn.nudges = rules.stopped(turn.nudges)
    nudges.plan_next(turn)
    turn.say("stop-done")
    turn.reply.row(turn.reply.button("settings-button-remind-on", "settings:remind"))


# ---- units and free talk
async def _units(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    facts = turn.profile.facts
    if ask.args in _LOAD_UNITS or ask.args in _DISTANCE_UNITS:
        field = "load_unit" if ask.args in _LOAD_UNITS else "distance_unit"
        facts = Facts.model_validate({**facts.model_dump(), field: ask.args})
        turn.profile = turn.profile.model_copy(update={"facts": facts})
        turn.reply.in_place = True
    load, distance = facts.load_unit or "kg", facts.distance_unit or "km"
    turn.say("settings-units", load=_unit(turn, load), distance=_unit(turn, distance))
    turn.reply.row(*(Button(_unit(turn, unit), f"settings:units:{unit}") for unit in _LOAD_UNITS))
    turn.reply.row(*(Button(_unit(turn, unit), f"settings:units:{unit}") for unit in _DISTANCE_UNITS))


async def _talk(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    given = ask.args == "on"
    consent = Consent(purpose="model_talk", given=given, at=turn.now, how="button")
    turn.person = turn.person.model_copy(update={"consents": (*turn.person.consents, consent)})
    if not given:
        turn.talk = turn.talk.model_copy(update={"turns": ()})
    turn.say("talk-consent-on" if given else "talk-consent-off")


_PARTS: Mapping[str, Callable[[Desk, PersonTurn, Request], Awaitable[None]]] = {
    "zone": zone,
    "remind": remind,
    "quiet": quiet_hours,
    "pause": pause,
    "resume": _resume,
    "more": _more,
    "units": _units,
    "talk": _talk,
}
