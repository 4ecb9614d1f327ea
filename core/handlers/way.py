"""The way to a plan: what is still unknown, then the readiness questions, then the offer. Each answer leads on."""

from __future__ import annotations

from core.context import Desk, PersonTurn
from core.domain import onboarding as rules
from core.domain.plans import explain
from core.handlers import onboarding, plans, readiness
from core.handlers.introduce import introduce
from core.handlers.me import noted
from core.handlers.request import Request
from core.handlers.wording import plan_text


def go_on(turn: PersonTurn) -> None:
    """Ask for what is missing, then the readiness questions, then offer the plan. A plan in force stays."""
    if plans.running(turn):
        turn.say("profile-updated")
        turn.reply.row(turn.reply.button("button-new-plan", "plan:new"))
    elif not plans.refused(turn) and not _ask_open(turn) and not onboarding.ask_next(turn):
        offer(turn)


def _ask_open(turn: PersonTurn) -> bool:
    """Readiness questions that were begun are gone on with, whatever else is still unknown."""
    begun = turn.dialog.asked == readiness.ASKED and bool(turn.dialog.parq_at)
    if begun:
        readiness.ask(turn)
    return begun


def offer(turn: PersonTurn) -> None:
    """The plan, once the readiness questions are settled; without them where there will be none."""
    if plans.refused(turn):
        return
    if readiness.wanted(turn):
        readiness.ask(turn)
    else:
        plans.offer(turn)


async def plan(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """`/plan`: the plan in force, else the way to one."""
    introduce(turn)
    current = turn.plans.current
    if current is None or not plans.running(turn):
        plans.over(turn)
        if rules.next_step(turn.profile) and not turn.profile.facts.goal:
            turn.say("plan-first")
        go_on(turn)
        return
    plans.explained(turn, explain(current))
    turn.reply.text(plan_text(turn.words, turn.language, current))
    turn.reply.row(turn.reply.button("button-today", "today", primary=True), turn.reply.button("button-why", "why"))
    turn.reply.row(turn.reply.button("button-new-plan", "plan:new"))


async def plan_pressed(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """A button about the plan."""
    match ask.parts[0]:
        case "yes":
            await plans.approve(desk, turn, Request(ask.args.partition(":")[2]))
        case "no":
            turn.plans = turn.plans.model_copy(update={"offered": None})
            turn.notify("plan-declined")
        case "new" | "now":
            offer(turn)
        case _:
            await plan(desk, turn, ask)


async def fact_chosen(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """A button with an answer: it is noted, and the next question follows."""
    fact, _, value = ask.args.partition(":")
    said = onboarding.fact_of(fact, value)
    if said is None:
        turn.notify("stale-button")
        return
    if not onboarding.learn(turn, said) and not turn.dialog.asked:
        turn.notify("noted-already")
        return
    noted(turn, said)
    go_on(turn)


async def skip(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """Leave out what was asked, and go on."""
    if "readiness" in turn.dialog.asked and not ask.args:
        if readiness.press(turn, ("later",)):
            offer(turn)
        return
    wanted = tuple(ask.args.split(",")) if ask.args else turn.dialog.asked
    facts = tuple(fact for fact in wanted if any(fact in step for step in rules.STEPS))
    if all(rules.known(turn.profile, fact) for fact in facts):
        turn.notify("nothing-to-skip")
        return
    turn.profile = rules.skip(turn.profile, facts)
    go_on(turn)


async def readiness_pressed(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    if readiness.press(turn, ask.parts):
        offer(turn)


async def yes(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """ "Yes" in words: to the readiness questions, to an offered plan."""
    await _answer(desk, turn, ask, yes=True)


async def no(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    await _answer(desk, turn, ask, yes=False)


async def _answer(desk: Desk, turn: PersonTurn, ask: Request, *, yes: bool) -> None:
    if turn.dialog.asked == readiness.ASKED:
        if readiness.said(turn, yes=yes):
            offer(turn)
    elif turn.plans.offered is not None:
        await plan_pressed(desk, turn, Request("yes" if yes else "no"))
    elif not yes and turn.dialog.asked:
        await skip(desk, turn, Request())
    elif rules.next_step(turn.profile) == turn.dialog.asked != ():
        turn.say("yes-tell")
        onboarding.ask_next(turn)
    else:
        turn.say("yes-to-what" if yes else "no-to-what")
