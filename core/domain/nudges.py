"""When the coach may speak unasked, and when it should rather not.

At most one unasked message a day and five a week; quiet hours 21:30-07:30 local (start inside, end outside); after three
unanswered ones weekly, after three more it says so once and stops until the person writes. Evidence: prompts work at first
and wear off (HeartSteps, Klasnja 2019), so few, at the person's own time, and never after a red flag on the same day.
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

Pace = Literal["daily", "weekly", "stopped"]
NudgeKind = Literal["session", "checkin", "farewell"]
SkipWhy = Literal["off", "paused", "snoozed", "quiet", "day_full", "week_full", "already_active", "red_flag", "weekly_pace"]


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


class Skip(Frozen):
    """Not now, and why."""

    why: SkipWhy


class Nudge(Frozen):
    """Send one of this kind."""

    kind: NudgeKind


def decide(
    state: NudgeState, now: datetime, zone: str, *, has_session: bool, active_today: bool
) -> Nudge | Skip:
    """What to do at the moment a nudge falls due (`now` aware)."""
    today = local_day(now, zone)
    if (why := _forbidden(state, now, zone, today)) is not None:
        return Skip(why=why)
    if active_today:
        return Skip(why="already_active")
    if state.pace == "stopped":
        return Nudge(kind="farewell")
    return Nudge(kind="session" if has_session else "checkin")


def _forbidden(state: NudgeState, now: datetime, zone: str, today: date) -> SkipWhy | None:
    week = [sent for sent in state.sent if (today - sent.day).days < 7]
    local = now.astimezone(zone_of(zone)).time()
    checks: tuple[tuple[SkipWhy, bool], ...] = (
        ("off", not state.on),
        ("paused", state.paused_until is not None and today <= state.paused_until),
        ("red_flag", state.red_flag_day == today),
        ("snoozed", state.snoozed_until is not None and now < state.snoozed_until),
        ("quiet", in_quiet_hours(local, clock(state.quiet_from), clock(state.quiet_until))),
        ("day_full", any(sent.day == today for sent in state.sent)),
        ("week_full", len(week) >= state.per_week),
        ("weekly_pace", state.pace == "weekly" and bool(week)),
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
    """The person wrote: the taper starts anew."""
    return state.model_copy(update={"unanswered": 0}) if state.unanswered else state


def next_due(state: NudgeState, now: datetime, zone: str, person_id: str) -> datetime | None:
    """When to look again (UTC), `None` while nudges are off. Within the quiet hours it waits until they end."""
    if not state.on:
        return None
    if state.snoozed_until is not None and state.snoozed_until > now:
        return state.snoozed_until
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
