"""First contact: what this is, said once; and what it can do, whenever somebody asks."""

from __future__ import annotations

from core.context import Desk, PersonTurn
from core.domain.person import Consent
from core.handlers import onboarding
from core.handlers.request import Request


def introduce(turn: PersonTurn) -> None:
    """Say once that this is an AI and no doctor. Going on to write is taken as agreement, and noted as such."""
    if turn.person.introduced:
        return
    consent = Consent(purpose="coaching", given=True, at=turn.now, how="first message")
    turn.person = turn.person.model_copy(update={"introduced": True, "consents": (*turn.person.consents, consent)})
    turn.say("intro")


async def start(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """`/start`, a greeting: the introduction, then whatever is still unknown, else what can be done."""
    introduce(turn)
    if turn.plans.current is None and onboarding.ask_next(turn):
        return
    turn.say("start-known")
    ready = turn.plans.current is not None
    first = turn.reply.button("button-today", "today") if ready else turn.reply.button("button-plan", "plan")
    turn.reply.row(first, turn.reply.button("button-help", "help"))


async def help_(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    introduce(turn)
    turn.say("help")
    turn.reply.row(turn.reply.button("button-plan", "plan"), turn.reply.button("button-today", "today"))


async def thanks(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    turn.say("thanks")


async def unknown_command(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    turn.say("unknown-command")
    turn.reply.row(turn.reply.button("button-help", "help"))
