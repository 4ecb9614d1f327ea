"""Reminders and silence: the daily reminder, quiet hours, "less like this", snooze, pause, stop."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from core.context import Desk, PersonTurn
from core.domain import nudges as rules
from core.domain.days import next_at, parse_clock, zone_of
from core.handlers import nudges
from core.handlers.request import Request
from core.handlers.wording import date_text
from core.messages import Button
from core.understanding.clock import times
from core.understanding.reading import Intent

HOURS = ("07:30", "12:30", "18:00", "20:00")
QUIET_SPANS = ("21:30-07:30", "22:00-08:00", "23:00-07:00", "00:00-09:00")
PAUSE_DAYS, MOST_PAUSE_DAYS = 7, 180
MOST_SNOOZE = timedelta(days=2)
ASKED_ZONE = ("zone",)
_MOVE = ":move"
_NOTHING = Intent(kind="settings")


def quiet_line(turn: PersonTurn) -> str:
    state = turn.nudges
    if state.quiet_from == state.quiet_until:
        return turn.word("settings-quiet-none")
    return turn.word("settings-quiet", start=state.quiet_from, end=state.quiet_until)


def paused_line(turn: PersonTurn) -> str:
    assert turn.nudges.paused_until is not None
    return turn.word("settings-paused", date=date_text(turn.words, turn.language, turn.nudges.paused_until, turn.today))


# ---- the reminder
async def remind(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """A reminder at a local time; `no` declines, `off` ends it, `<time>:move` moves the quiet hours out of its way."""
    if ask.args in ("no", "off"):
        _no_reminder(turn, was_on=turn.nudges.on)
        return
    at = _clock(ask.intent.at if ask.intent and ask.intent.at else ask.args.removesuffix(_MOVE))
    if at is None:
        _ask_when(turn)
        return
    if rules.is_quiet(turn.nudges, at):
        if not ask.args.endswith(_MOVE):
            _refuse_quiet(turn, at)
            return
        turn.nudges = rules.making_room(turn.nudges, at)
        turn.reply.text(quiet_line(turn))
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
    spans = {"start": state.quiet_from, "end": state.quiet_until, "new": room.quiet_from, "until": room.quiet_until}
    turn.say("remind-in-quiet", at=at, **spans)
    turn.reply.row(turn.reply.button("settings-button-move-quiet", f"remind:{at}{_MOVE}", primary=True))
    turn.reply.row(*(Button(hour, f"remind:{hour}") for hour in HOURS if not rules.is_quiet(state, hour)))


def _set_reminder(turn: PersonTurn, at: str) -> None:
    turn.nudges = rules.turned_on(turn.nudges, at)
    nudges.plan_next(turn)
    turn.say("remind-set", at=at, most=turn.nudges.per_week)
    if rules.is_paused(turn.nudges, turn.today):
        turn.reply.text(paused_line(turn))
        turn.reply.row(turn.reply.button("settings-button-resume", "settings:resume"))
    if turn.person.zone_said:
        turn.say("remind-zone", zone=turn.person.zone, now=nudges.local_clock(turn))
        return
    turn.say("remind-zone-assumed", zone=turn.person.zone, now=nudges.local_clock(turn))
    turn.dialog = turn.dialog.model_copy(update={"asked": ASKED_ZONE})


async def less(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """ "Less like this": half as many a week."""
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


async def more(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    turn.nudges = turn.nudges.model_copy(update={"less": 0})
    nudges.plan_next(turn)
    turn.say("more-now", most=turn.nudges.per_week)


async def snooze(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """Once more later: after some minutes (60 if not said), at a time, or tomorrow."""
    until = _snooze_until(turn, ask)
    in_minutes = ask.intent is not None and bool(ask.intent.minutes)
    awake = in_minutes and rules.is_quiet_at(turn.nudges, turn.now, turn.person.zone)
    turn.nudges = rules.snoozed(turn.nudges, until, turn.person.zone, awake=awake)
    nudges.plan_next(turn)
    again = turn.nudges.snoozed_until
    assert again is not None
    zone = zone_of(turn.person.zone)  # a time on the clock is told by the calendar: at 1 am, 2 am is today
    day = date_text(turn.words, turn.language, again.astimezone(zone).date(), turn.now.astimezone(zone).date())
    said = "snooze-moved" if again != until else "snooze-set"
    turn.say(said, at=nudges.local_clock(turn, again), date=day)


def _snooze_until(turn: PersonTurn, ask: Request) -> datetime:
    intent = ask.intent or _NOTHING
    minutes = intent.minutes or (int(ask.args) if ask.args.isdecimal() and len(ask.args) < 5 else None)
    if minutes:
        return turn.now + min(timedelta(minutes=minutes), MOST_SNOOZE)
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
    if turn.nudges.snoozed_until is not None:
        turn.nudges = rules.snoozed(turn.nudges, turn.nudges.snoozed_until, turn.person.zone)
    nudges.plan_next(turn)
    turn.say("quiet-now")
    turn.reply.text(quiet_line(turn))
    if turn.nudges.on and rules.is_quiet(turn.nudges, turn.nudges.at):
        turn.say("quiet-moves-reminder", at=turn.nudges.at, end=turn.nudges.quiet_until)


def _ask_quiet(turn: PersonTurn) -> None:
    turn.reply.text(quiet_line(turn))
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


async def resume(desk: Desk, turn: PersonTurn, ask: Request) -> None:
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
