"""When the coach may speak unasked, and when it should rather not.

At most one unasked message a day and five a week; quiet hours 21:30-07:30 local (start inside, end outside); after
three unanswered ones weekly, after three more it says so once and stops until the person writes. Evidence: prompts work
at first and wear off (HeartSteps, Klasnja 2019), so few, at the person's own time, and never after a red flag on the
same day.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Literal, assert_never
from zlib import crc32

from core.domain.days import in_quiet_hours, local_day, moment_of, next_at, parse_clock, zone_of
from core.domain.records import Frozen

PER_WEEK = 5
UNANSWERED_UNTIL_WEEKLY = 3
UNANSWERED_UNTIL_STOP = 6
JITTER_S = 90
"""Spread of people who chose the same minute, so that a full hour does not send everybody at once."""
EXPIRES = timedelta(hours=2)
"""A nudge later than this is of no use and is dropped."""
ROOM_MIN = 30
"""Minutes between a wanted late reminder and the quiet hours that make room for it."""

Pace = Literal["daily", "weekly", "stopped"]
NudgeKind = Literal["session", "checkin", "farewell"]
SkipWhy = Literal[
    "off", "paused", "snoozed", "quiet", "day_full", "week_full", "already_active", "red_flag", "weekly_pace"
]


class Sent(Frozen):
    """A nudge that was sent: what for, and its reasons for `/why`."""

    day: date
    kind: NudgeKind
    at: datetime


class NudgeState(Frozen):
    """The person's wishes about unasked messages, and what was sent lately."""

    on: bool = False
    at: str = "18:00"
    quiet_from: str = "21:30"
    quiet_until: str = "07:30"
    unanswered: int = 0
    less: int = 0
    """How often "less like this" was said: each halves the weekly allowance (5, 2, 1)."""
    paused_until: date | None = None
    pause_reason: str | None = None
    snoozed_until: datetime | None = None
    red_flag_day: date | None = None
    sent: tuple[Sent, ...] = ()

    @property
    def pace(self) -> Pace:
        if self.unanswered >= UNANSWERED_UNTIL_STOP:
            return "stopped"
        return "weekly" if self.unanswered >= UNANSWERED_UNTIL_WEEKLY else "daily"

    @property
    def per_week(self) -> int:
        return max(1, PER_WEEK >> self.less)

    @property
    def said_farewell(self) -> bool:
        """The taper ended it, not the person: whoever asks for silence has nothing unanswered (see `stopped`)."""
        return not self.on and self.pace == "stopped"


class Skip(Frozen):
    """Not now, and why."""

    why: SkipWhy


class Nudge(Frozen):
    """Send one of this kind."""

    kind: NudgeKind


def decide(
    state: NudgeState, now: datetime, zone: str, *, has_session: bool, active_today: bool, sessions_ahead: int = 0
) -> Nudge | Skip:
    """What to do at the moment a nudge falls due (`now` aware).

    `sessions_ahead`: planned sessions of the next six days; the week's allowance is kept for them. A nudge that was
    put off (or asked for) by a snooze was asked for: it comes even on a day, in a week, that had its share.
    """
    today = local_day(now, zone)
    why = _never(state, now, zone, today)
    if why is None and not is_asked_for(state, now):
        why = _too_many(state, today, 0 if has_session else sessions_ahead)
    if why is not None:
        return Skip(why=why)
    if active_today:
        return Skip(why="already_active")
    if state.pace == "stopped":
        return Nudge(kind="farewell")
    return Nudge(kind="session" if has_session else "checkin")


def is_asked_for(state: NudgeState, now: datetime) -> bool:
    """Whether a snooze has just run out: the person wanted to hear at this time."""
    return state.snoozed_until is not None and state.snoozed_until <= now


def _asked_for_in_quiet(state: NudgeState, now: datetime, zone: str) -> bool:
    """Whether somebody awake asked for this very time: any other snooze is moved out of the quiet hours."""
    until = state.snoozed_until
    return until is not None and until <= now and is_quiet_at(state, until, zone)


def is_quiet_at(state: NudgeState, moment: datetime, zone: str) -> bool:
    """Whether the moment lies in the quiet hours."""
    return _is_quiet(state, moment.astimezone(zone_of(zone)).time())


def _is_quiet(state: NudgeState, local: time) -> bool:
    return in_quiet_hours(local, clock(state.quiet_from), clock(state.quiet_until))


def sent_within_week(state: NudgeState, day: date) -> int:
    """How many were sent in the seven days up to `day`."""
    return sum(0 <= (day - sent.day).days < 7 for sent in state.sent)


def _never(state: NudgeState, now: datetime, zone: str, today: date) -> SkipWhy | None:
    local = now.astimezone(zone_of(zone)).time()
    checks: tuple[tuple[SkipWhy, bool], ...] = (
        ("off", not state.on and state.snoozed_until is None),
        ("paused", is_paused(state, today) and state.snoozed_until is None),
        ("red_flag", state.red_flag_day == today),
        ("snoozed", state.snoozed_until is not None and now < state.snoozed_until),
        ("quiet", _is_quiet(state, local) and not _asked_for_in_quiet(state, now, zone)),
    )
    return next((why for why, holds in checks if holds), None)


def _too_many(state: NudgeState, today: date, kept: int) -> SkipWhy | None:
    week = sent_within_week(state, today)
    checks: tuple[tuple[SkipWhy, bool], ...] = (
        ("day_full", any(sent.day == today for sent in state.sent)),
        ("weekly_pace", state.pace != "daily" and week > 0),
        ("week_full", week > 0 and week + kept >= state.per_week),
    )
    return next((why for why, holds in checks if holds), None)


def after_sending(state: NudgeState, nudge: Nudge, now: datetime, zone: str) -> NudgeState:
    """The state once the nudge is in the outbox. A farewell is the last one until the person writes."""
    sent = Sent(day=local_day(now, zone), kind=nudge.kind, at=now)
    changes: dict[str, object] = {
        "sent": (*state.sent, sent)[-14:],
        "unanswered": state.unanswered + 1,
        "snoozed_until": None,
    }
    match nudge.kind:
        case "farewell":
            changes["on"] = False
        case "session" | "checkin":
            pass
        case _:
            assert_never(nudge.kind)
    return state.model_copy(update=changes)


def answered(state: NudgeState) -> NudgeState:
    """The person wrote: the taper starts anew, and what only the taper had ended goes on."""
    if not state.unanswered:
        return state
    return state.model_copy(update={"unanswered": 0, "on": state.on or state.said_farewell})


def turned_on(state: NudgeState, at: str) -> NudgeState:
    """Nudges daily at the local time `at` ("HH:MM")."""
    return state.model_copy(update={"on": True, "at": at, "unanswered": 0, "snoozed_until": None})


def stopped(state: NudgeState) -> NudgeState:
    """The person wants no unasked messages: none comes, whatever they write later."""
    return state.model_copy(update={"on": False, "unanswered": 0, "snoozed_until": None})


def paused(state: NudgeState, until: date, reason: str | None) -> NudgeState:
    """Silent up to and including the local day `until`."""
    return state.model_copy(update={"paused_until": until, "pause_reason": reason, "snoozed_until": None})


def resumed(state: NudgeState) -> NudgeState:
    return state.model_copy(update={"paused_until": None, "pause_reason": None})


def is_paused(state: NudgeState, day: date) -> bool:
    return state.paused_until is not None and day <= state.paused_until


def snoozed(state: NudgeState, until: datetime, zone: str, *, awake: bool = False) -> NudgeState:
    """Again at `until`, or when the quiet hours it falls into are over, unless who asks is `awake` in them."""
    if not awake and is_quiet_at(state, until, zone):
        until = next_at(until, clock(state.quiet_until), zone)
    return state.model_copy(update={"snoozed_until": until})


def is_quiet(state: NudgeState, at: str) -> bool:
    """Whether the local time ("HH:MM") lies in the quiet hours."""
    return _is_quiet(state, clock(at))


def making_room(state: NudgeState, at: str) -> NudgeState:
    """Quiet hours that leave the time `at` out: in the morning they end with it, at night they begin after it."""
    moment = clock(at)
    if moment < time(12):
        return state.model_copy(update={"quiet_until": at})
    later = (datetime.combine(date.min, moment) + timedelta(minutes=ROOM_MIN)).time()
    return state.model_copy(update={"quiet_from": f"{later:%H:%M}"})


def expires(state: NudgeState, due: datetime, zone: str) -> datetime:
    """Until when a nudge that was due at `due` is of use: two hours, and never into the quiet hours."""
    late = due + EXPIRES
    if state.quiet_from == state.quiet_until:
        return late
    return min(late, next_at(due, clock(state.quiet_from), zone))


def next_due(state: NudgeState, now: datetime, zone: str, person_id: str) -> datetime | None:
    """When to look again (UTC), `None` while nudges are off. Within the quiet hours it waits until they end."""
    if state.snoozed_until is not None and state.snoozed_until > now:
        return state.snoozed_until
    if not state.on:
        return None
    at = clock(state.at)
    quiet_from, quiet_until = clock(state.quiet_from), clock(state.quiet_until)
    if in_quiet_hours(at, quiet_from, quiet_until):
        at = quiet_until
    due = next_at(now, at, zone)
    if state.paused_until is not None and local_day(due, zone) <= state.paused_until:
        due = moment_of(state.paused_until + timedelta(days=1), at, zone)
    jittered = due + timedelta(seconds=crc32(person_id.encode()) % JITTER_S)
    local = jittered.astimezone(zone_of(zone)).time()
    return due if in_quiet_hours(local, quiet_from, quiet_until) else jittered


def clock(text: str) -> time:
    """A stored "HH:MM"; 18:00 should the stored text ever be broken."""
    return parse_clock(text) or time(18, 0)
