"""The plan: made by rules, shown for approval, then a session a day; and why."""

from __future__ import annotations

from datetime import date
from zlib import crc32

from core.context import Desk, PersonTurn
from core.domain.plan_targets import starter
from core.domain.plans import Plan, PlannedSession, explain, make_plan, next_session, session_on
from core.domain.plans import last_day as plan_end
from core.domain.profile import ADULT
from core.domain.reasons import Reason, Refusal
from core.domain.records import Record
from core.handlers import log, onboarding
from core.handlers.introduce import introduce
from core.handlers.request import Request
from core.handlers.wording import date_text, plan_text, reasons_text, session_text
from core.messages import Button

_REASONS_SHOWN = 3
_CARE = frozenset(
    {
        "rule-pregnancy",
        "rule-condition",
        "rule-injury",
        "rule-screen-flagged",
        "rule-screen-expired",
        "rule-not-screened",
        "rule-ed-support",
        "rule-effort-not-heart-rate",
    }
)


def offer(turn: PersonTurn) -> None:
    """Show a plan for approval, with its main reasons."""
    made = make_plan(turn.profile, turn.today)
    if isinstance(made, Refusal):
        refused(turn)
        return
    turn.plans = turn.plans.model_copy(update={"offered": made})
    explained(turn, explain(made))
    turn.say("plan-offer")
    turn.reply.text(plan_text(turn.words, turn.language, made))
    turn.reply.text(reasons_text(turn.words, turn.language, _main(made.reasons)))
    if turn.age is not None and turn.age < ADULT:
        turn.say("plan-minor")
    turn.reply.row(
        turn.reply.button("button-plan-yes", f"plan:yes:{_token(made)}", primary=True),
        turn.reply.button("button-why", "why"),
    )
    turn.reply.row(turn.reply.button("button-plan-no", "plan:no"))


def _main(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons worth showing unasked: whatever concerns health, and why this plan."""
    care = tuple(reason for reason in reasons if reason.rule in _CARE)
    rest = tuple(reason for reason in reasons if reason.rule not in _CARE)
    return (*care, *rest[: max(1, _REASONS_SHOWN - len(care))])


def refused(turn: PersonTurn) -> bool:
    """Whether no plan can be made for the person; then it is said why."""
    made = make_plan(turn.profile, turn.today)
    if isinstance(made, Refusal):
        turn.say("plan-refused-minor" if made.code == "minor" else "plan-refused")
    return isinstance(made, Refusal)


def _token(plan: Plan) -> str:
    """Tells the button of one offer from that of another."""
    return f"{crc32(plan.model_dump_json().encode()):08x}"


def running(turn: PersonTurn) -> bool:
    """Whether a plan is in force that has not come to its end."""
    current = turn.plans.current
    return current is not None and turn.today <= plan_end(current)


def over(turn: PersonTurn) -> None:
    """A plan that has come to its end: what became of it."""
    current = turn.plans.current
    if current is not None and not running(turn):
        turn.say("plan-over", done=len(turn.plans.done_days), planned=len(current.sessions))


async def approve(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """The offered plan comes into force. Pressing twice changes nothing, nor does the button of an older offer."""
    offered = turn.plans.offered
    if offered is None or (ask.args and ask.args != _token(offered)):
        turn.notify("plan-already-running" if turn.plans.current else "stale-button")
        return
    offered = _from_today(turn, offered)
    turn.plans = turn.plans.model_copy(
        update={"current": offered, "offered": None, "approved_at": turn.now, "done_days": (), "done_by": ()}
    )
    turn.dialog = turn.dialog.model_copy(update={"asked": ()})
    turn.say("plan-started")
    _first_session(turn, offered)
    _offer_reminder(turn)


def _from_today(turn: PersonTurn, offered: Plan) -> Plan:
    """An offer that waited for days begins today, not in the past."""
    made = make_plan(turn.profile, turn.today) if offered.start < turn.today else offered
    return offered if isinstance(made, Refusal) else made


def _first_session(turn: PersonTurn, plan: Plan) -> None:
    first = next_session(plan, turn.today)
    if first is None:
        return
    day = plan.day_of(first)
    turn.reply.text(session_text(turn.words, turn.language, plan, first, day, today=turn.today))
    if day == turn.today:
        turn.reply.row(turn.reply.button("button-done", f"done:{day.isoformat()}", primary=True))


def _offer_reminder(turn: PersonTurn) -> None:
    if not turn.nudges.on:
        turn.say("remind-offer")
        turn.reply.row(*(Button(hour, f"remind:{hour}") for hour in ("07:30", "12:30", "18:00", "20:00")))
        turn.reply.row(turn.reply.button("button-remind-no", "remind:no"))


async def today(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """`/today`: the session of the day, else what comes next, else a first week for everybody."""
    introduce(turn)
    current = turn.plans.current
    if current is None or not running(turn):
        over(turn)
        if current is None:
            give_starter(turn)
        label = "button-plan" if current is None else "button-new-plan"
        turn.reply.row(turn.reply.button(label, "plan", primary=True))
        return
    planned = session_on(current, turn.today)
    if planned is not None:
        _show_session(turn, planned)
        return
    turn.say("today-rest")
    explained(turn, (Reason(rule="rule-rest-day"), *explain(current)))
    coming = next_session(current, turn.today)
    if coming is not None:
        day = current.day_of(coming)
        turn.say("today-next", date=date_text(turn.words, turn.language, day, today=turn.today))


def _show_session(turn: PersonTurn, planned: PlannedSession) -> None:
    current = turn.plans.current
    assert current is not None
    turn.reply.text(session_text(turn.words, turn.language, current, planned, turn.today, today=turn.today))
    if turn.today in turn.plans.done_days:
        turn.say("today-done-already")
        return
    turn.reply.row(
        turn.reply.button("button-done", f"done:{turn.today.isoformat()}", primary=True),
        turn.reply.button("button-why", "why"),
    )
    explained(turn, explain(current))


async def how_to_start(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """ "How should I train?": a concrete first week, then what is needed to make it theirs."""
    introduce(turn)
    give_starter(turn)
    onboarding.ask_next(turn)


async def swap(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """Another exercise instead of one: by what is known of the person, in a new plan."""
    introduce(turn)
    turn.say("swap-how")
    if running(turn):
        turn.reply.row(turn.reply.button("button-new-plan", "plan:new"))


def give_starter(turn: PersonTurn) -> None:
    """A first, safe answer to "how should I train?" from a stranger."""
    turn.say(starter(turn.profile, turn.today))
    explained(turn, (Reason(rule="rule-starter"), Reason(rule="rule-starter-easy")))
    turn.dialog = turn.dialog.model_copy(update={"starter_given": True})


async def done(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """The session of a day is done: it goes into the ledger once."""
    current = turn.plans.current
    day = _day(ask.args) or turn.today
    planned = session_on(current, day) if current else None
    if planned is None or day > turn.today:
        turn.notify("done-what")
        return
    if day in turn.plans.done_days:
        turn.notify("today-done-already")
        return
    entry = turn.add(session_record(planned, (day - turn.today).days))
    turn.plans = turn.plans.done(day, entry.id)
    turn.react("💪")
    log.answer(turn, [entry])


def session_record(planned: PlannedSession, offset: int) -> Record:
    """What a finished session counts as: its minutes, as strength training or as its main activity."""
    strength = any(item.muscles for item in planned.items)
    activity = next((item.name for item in planned.items if item.kind == "activity" and item.role == "work"), None)
    name = "strength_training" if strength else activity or "workout"
    return Record(type="workout", activity=name, duration_s=planned.minutes * 60.0, date_offset_days=offset)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


async def why(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """`/why`: the facts and rules behind the last answer."""
    reasons = turn.dialog.reasons or (turn.plans.current.reasons if turn.plans.current else ())
    if not reasons:
        turn.say("why-nothing")
        return
    turn.say("why-intro")
    turn.reply.text(reasons_text(turn.words, turn.language, reasons))


def explained(turn: PersonTurn, reasons: tuple[Reason, ...]) -> None:
    turn.dialog = turn.dialog.model_copy(update={"reasons": reasons})
