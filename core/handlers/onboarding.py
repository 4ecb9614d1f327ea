"""Filling the profile in talk: two questions at most, answers by words or by buttons, everything may be skipped."""

from __future__ import annotations

from pydantic import ValidationError

from core.context import PersonTurn
from core.domain import onboarding as rules
from core.domain.profile import ADULT, Facts, merge
from core.domain.reasons import Reason
from core.handlers.wording import implausible_text
from core.messages import Button
from core.understanding.reading import Reading

_NUMBERS = frozenset({"days_per_week", "minutes_per_session"})
_LISTS = frozenset({"equipment", "injuries", "diet"})
_PER_ROW = 3


def learn(turn: PersonTurn, said: Facts, denied: tuple[str, ...] = ()) -> bool:
    """Take over what was said about the person, and what was said not to be; whether anything changed."""
    before = turn.profile
    if (said.age or turn.age or ADULT) < ADULT:
        said = said.model_copy(update={"goal_weight_kg": None})
    if denied:
        turn.profile = rules.skip(turn.profile, denied)
    facts = merge(turn.profile.facts, said)
    if facts == turn.profile.facts:
        return turn.profile != before
    update: dict[str, object] = {"facts": facts}
    if said.age is not None:
        update["age_said_on"] = turn.today
    if said.conditions or said.medications or said.pregnant:
        # Health changed: the answers to the readiness questions do not hold any more.
        update["readiness"] = None
    turn.profile = turn.profile.model_copy(update=update)
    if said.zone:
        set_zone(turn, said.zone)
    if said.name:
        turn.person = turn.person.model_copy(update={"name": said.name})
    return True


def set_zone(turn: PersonTurn, zone: str) -> None:
    turn.person = turn.person.model_copy(update={"zone": zone, "zone_said": True, "zone_device": False})


def doubt_facts(turn: PersonTurn, reading: Reading) -> None:
    """Ask again for values that cannot be right; nothing of them is stored."""
    for fact, value in reading.implausible_facts:
        turn.reply.text(implausible_text(turn.words, turn.language, fact, value, turn.profile))
    if reading.implausible_facts:
        asked = tuple(fact for fact, _ in reading.implausible_facts)
        turn.dialog = turn.dialog.model_copy(update={"asked": asked})


def ask_next(turn: PersonTurn) -> bool:
    """Ask for what is still unknown, two things at most. False: nothing is."""
    step = rules.next_step(turn.profile)
    if not step:
        turn.dialog = turn.dialog.model_copy(update={"asked": ()})
        return False
    turn.dialog = turn.dialog.model_copy(update={"asked": step, "reasons": (Reason(rule="rule-why-asked"),)})
    turn.say("ask-" + "-".join(fact.replace("_", "-") for fact in step))
    for fact in step:
        _offer_answers(turn, fact)
    last = [turn.reply.button("button-skip", "skip:" + ",".join(step))]
    if plannable(turn):
        last.append(turn.reply.button("button-plan-now", "plan:now"))
    turn.reply.row(*last)
    return True


def plannable(turn: PersonTurn) -> bool:
    """Whether enough is known that a plan is worth more than another question."""
    facts = turn.profile.facts
    return facts.goal is not None and (facts.days_per_week is not None or turn.age is not None)


def _offer_answers(turn: PersonTurn, fact: str) -> None:
    offered = [value for value in rules.QUICK.get(fact, ()) if value != "lose_weight" or _may_lose(turn)]
    buttons = [_answer_button(turn, fact, value) for value in offered]
    per_row = 4 if fact in _NUMBERS else _PER_ROW if len(buttons) < 5 else 2
    for at in range(0, len(buttons), per_row):
        turn.reply.row(*buttons[at : at + per_row])


def _may_lose(turn: PersonTurn) -> bool:
    """Losing weight is not suggested to those it could harm."""
    young = turn.age is not None and turn.age < ADULT
    return not (young or turn.profile.ed_signal or turn.profile.facts.pregnant)


def _answer_button(turn: PersonTurn, fact: str, value: str) -> Button:
    shown = int(value) if fact in _NUMBERS else value
    label = turn.word(f"answer-{fact.replace('_', '-')}", value=shown)
    return Button(label, f"fact:{fact}:{value}")


def fact_of(fact: str, value: str) -> Facts | None:
    """What a button with an answer says; `None` for an answer that was never offered."""
    if value not in rules.QUICK.get(fact, ()):
        return None
    parsed: object = int(value) if fact in _NUMBERS else (value,) if fact in _LISTS else value
    try:
        return Facts.model_validate({fact: parsed})
    except ValidationError:
        return None
