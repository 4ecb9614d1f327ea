"""The daily nudge: at the person's own time, with its reasons, and few of them; and words the model left unanswered."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from core.context import Desk, PersonTurn
from core.domain import nudges as rules
from core.domain.days import zone_of
from core.domain.nudges import Nudge, Sent, Skip
from core.domain.person import Person, Plans
from core.domain.plan_types import PlannedSession
from core.domain.plans import last_day, session_on
from core.domain.reasons import Reason
from core.handlers import talk
from core.handlers.request import Request
from core.handlers.wording import reasons_text
from core.messages import Button, Message, Send

VARIANTS = 4
"""Wordings of each kind, taken in turn by the date. Not seven, so that a weekday does not keep its wording."""
SNOOZE_MIN = 60
_MOVES = frozenset({"workout", "sets", "rest"})
"""Entries that tell how the day went: nothing is left to ask. A day off is an answer, too."""


def heard(turn: PersonTurn) -> None:
    """The person wrote or pressed: the taper starts anew. A nudge without a next time (they could not be reached, or
    the taper had ended) gets one, and one planned for another zone is moved."""
    turn.nudges = rules.answered(turn.nudges)
    known = turn.snapshot.docs.get("person")
    moved = isinstance(known, Person) and known.zone != turn.person.zone
    if turn.nudges.on and (moved or "nudge" not in turn.snapshot.due):
        plan_next(turn)


def plan_next(turn: PersonTurn) -> None:
    """The next time to look, after whatever changed."""
    turn.due["nudge"] = rules.next_due(turn.nudges, turn.now, turn.person.zone, turn.pid)


async def due(desk: Desk, turn: PersonTurn) -> None:
    """The clock: a nudge, or silence for a reason; and the next time either way."""
    home = turn.person.home
    if home is None:
        turn.due["nudge"] = None
        return
    due_at = turn.snapshot.due.get("nudge", turn.now)
    expires_at = rules.expires(turn.nudges, due_at, turn.person.zone)
    decision = _decided(turn)
    if isinstance(decision, Nudge) and turn.now < expires_at:
        message = _message(turn, decision)
        turn.effects.append(Send(home, message, kind="nudge", expires_at=expires_at))
        turn.nudges = rules.after_sending(turn.nudges, decision, turn.now, turn.person.zone)
        turn.dialog = turn.dialog.model_copy(update={"reasons": _reasons(turn, turn.nudges.sent[-1])})
    elif rules.is_asked_for(turn.nudges, turn.now):
        turn.nudges = turn.nudges.model_copy(update={"snoozed_until": None})
    plan_next(turn)


def _decided(turn: PersonTurn) -> Nudge | Skip:
    return rules.decide(
        turn.nudges,
        turn.now,
        turn.person.zone,
        has_session=_session(turn.plans, turn.today) is not None,
        active_today=_is_active(turn),
        sessions_ahead=sum(
            _session(turn.plans, turn.today + timedelta(days=ahead)) is not None for ahead in range(1, 7)
        ),
    )


def _session(plans: Plans, day: date) -> PlannedSession | None:
    """The session planned for the day and not done yet."""
    if plans.current is None or day in plans.done_days:
        return None
    return session_on(plans.current, day)


def _is_active(turn: PersonTurn) -> bool:
    today = turn.today
    logged = (e for e in turn.recent.entries if e.status == "ok" and e.day == today and e.record.type in _MOVES)
    return today in turn.plans.done_days or any(logged)


# ---- what it says
def _message(turn: PersonTurn, nudge: Nudge) -> Message:
    match nudge.kind:
        case "farewell":
            return Message(turn.word("nudge-farewell"), _farewell_buttons(turn))
        case "session":
            return Message(_session_text(turn), (_session_buttons(turn), *_wishes(turn)))
        case "checkin":
            rest_day = turn.plans.current is not None and turn.today <= last_day(turn.plans.current)
            kind = "rest" if rest_day else "checkin"
            return Message(turn.word(f"nudge-{kind}-{_variant(turn.today)}"), _wishes(turn))


def _session_text(turn: PersonTurn) -> str:
    planned = _session(turn.plans, turn.today)
    assert planned is not None
    title = turn.word(f"session-{planned.title}")
    return turn.word(f"nudge-session-{_variant(turn.today)}", title=title, minutes=planned.minutes)


def _variant(day: date) -> int:
    return day.toordinal() % VARIANTS + 1


def _session_buttons(turn: PersonTurn) -> tuple[Button, ...]:
    button = turn.reply.button
    done = button("nudge-button-done", f"done:{turn.today.isoformat()}", primary=True)
    return done, button("nudge-button-session", "today")


def _wishes(turn: PersonTurn) -> tuple[tuple[Button, ...], ...]:
    button = turn.reply.button
    return (
        (button("nudge-button-snooze", f"snooze:{SNOOZE_MIN}"), button("nudge-button-less", "less")),
        (button("nudge-button-stop", "stop"), button("nudge-button-why", "nudge:why")),
    )


def _farewell_buttons(turn: PersonTurn) -> tuple[tuple[Button, ...], ...]:
    again = turn.reply.button("nudge-button-again", f"remind:{turn.nudges.at}", primary=True)
    return ((again, turn.reply.button("nudge-button-why", "nudge:why")),)


# ---- why it came
async def pressed(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """`nudge:why`: the facts and rules behind the last unasked message."""
    if ask.args != "why" or not turn.nudges.sent:
        turn.notify("nudge-why-nothing")
        return
    reasons = _reasons(turn, turn.nudges.sent[-1])
    turn.dialog = turn.dialog.model_copy(update={"reasons": reasons})
    turn.say("nudge-why")
    turn.reply.text(reasons_text(turn.words, turn.language, reasons))


def _reasons(turn: PersonTurn, sent: Sent) -> tuple[Reason, ...]:
    state, zone = turn.nudges, turn.person.zone
    count = rules.sent_within_week(state, sent.day)
    quiet = (("from", state.quiet_from), ("until", state.quiet_until))
    taper = (("weekly", rules.UNANSWERED_UNTIL_WEEKLY), ("stop", rules.UNANSWERED_UNTIL_STOP))
    found = [
        Reason(rule="rule-nudge-time", facts=(("at", state.at), ("zone", zone))),
        _occasion(turn, sent),
        Reason(rule="rule-nudge-count", facts=(("count", count), ("most", state.per_week))),
    ]
    if state.quiet_from != state.quiet_until:
        found.append(Reason(rule="rule-nudge-quiet", facts=quiet))
    found.append(Reason(rule="rule-nudge-taper", facts=taper, source="HeartSteps 2019"))
    return tuple(found)


def _occasion(turn: PersonTurn, sent: Sent) -> Reason:
    current = turn.plans.current
    planned = session_on(current, sent.day) if current else None
    if sent.kind == "session" and planned is not None:
        return Reason(rule="rule-nudge-session", facts=(("minutes", planned.minutes),))
    return Reason(rule="rule-nudge-farewell" if sent.kind == "farewell" else "rule-nudge-nothing-logged")


# ---- the model's silence
async def talk_overdue(desk: Desk, turn: PersonTurn) -> None:
    """Words that the model left unanswered get their answer where they were said."""
    chat = talk.overdue(turn)
    message = turn.reply.message
    if chat is not None and message is not None:
        turn.effects.append(Send(chat, message, reply_to=turn.reply.quotes))
    turn.reply.reset()


def local_clock(turn: PersonTurn, moment: datetime | None = None) -> str:
    """The person's local time "HH:MM"."""
    return f"{(moment or turn.now).astimezone(zone_of(turn.person.zone)):%H:%M}"
