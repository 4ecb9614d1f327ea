"""The seven readiness questions, before anything hard: all at once for those to whom none applies, else one by one."""

from __future__ import annotations

from core.context import PersonTurn
from core.domain.onboarding import skip
from core.domain.reasons import Reason
from core.domain.screening import TOPICS, known_topics, needs_readiness, readiness_of

ASKED = ("readiness",)


def wanted(turn: PersonTurn) -> bool:
    """Whether they have to be asked now."""
    return needs_readiness(turn.profile.readiness, turn.today) and "readiness" not in turn.profile.skipped


def ask(turn: PersonTurn) -> None:
    """All topics in one message, with a button for "none of these"; the open one if they are being gone through."""
    if turn.dialog.asked == ASKED and turn.dialog.parq_at:
        _question(turn, turn.dialog.parq_at, turn.dialog.parq_yes)
        return
    why = (Reason(rule="rule-why-readiness", source="PAR-Q+ 2011"),)
    turn.dialog = turn.dialog.model_copy(update={"asked": ASKED, "parq_at": 0, "parq_yes": (), "reasons": why})
    turn.say("readiness-intro")
    turn.reply.text("\n".join(f"{topic}. {turn.word(f'readiness-{topic}')}" for topic in TOPICS))
    turn.say("readiness-note")
    turn.reply.row(
        turn.reply.button("button-readiness-none", "parq:none", primary=True),
        turn.reply.button("button-readiness-some", "parq:some"),
    )
    turn.reply.row(turn.reply.button("button-later", "parq:later"))


def press(turn: PersonTurn, parts: tuple[str, ...]) -> bool:
    """A button of the questions; whether they are settled now."""
    if not needs_readiness(turn.profile.readiness, turn.today):
        turn.notify("stale-button")
        return False
    turn.reply.in_place = True
    match parts:
        case ("none",):
            return _finish(turn, ())
        case ("some",):
            return _question(turn, 1, ())
        case ("later",):
            return _later(turn)
        case (topic, ("y" | "n") as answer) if topic.isdecimal() and int(topic) == turn.dialog.parq_at:
            return _answered(turn, int(topic), yes=answer == "y")
        case _:
            turn.reply.in_place = False
            turn.notify("stale-button")
            return False


def said(turn: PersonTurn, *, yes: bool) -> bool:
    """The answer in words, to the open question or to all of them; whether they are settled now."""
    if turn.dialog.parq_at:
        return _answered(turn, turn.dialog.parq_at, yes=yes)
    return _question(turn, 1, ()) if yes else _finish(turn, ())


def _answered(turn: PersonTurn, topic: int, *, yes: bool) -> bool:
    topics = (*turn.dialog.parq_yes, topic) if yes else turn.dialog.parq_yes
    return _question(turn, topic + 1, topics) if topic < TOPICS[-1] else _finish(turn, topics)


def _question(turn: PersonTurn, topic: int, topics: tuple[int, ...]) -> bool:
    turn.dialog = turn.dialog.model_copy(update={"asked": ASKED, "parq_at": topic, "parq_yes": topics})
    turn.reply.text(
        f"{turn.word('readiness-progress', number=topic, total=len(TOPICS))}\n**{turn.word(f'readiness-{topic}')}**"
    )
    turn.reply.row(
        turn.reply.button("button-yes", f"parq:{topic}:y"), turn.reply.button("button-no", f"parq:{topic}:n")
    )
    return False


def _finish(turn: PersonTurn, topics: tuple[int, ...]) -> bool:
    readiness = readiness_of({*topics, *known_topics(turn.profile.facts)}, turn.today)
    turn.profile = turn.profile.model_copy(update={"readiness": readiness})
    turn.say("readiness-known" if readiness.topics and not topics else f"readiness-{readiness.result}")
    return _close(turn)


def _later(turn: PersonTurn) -> bool:
    turn.profile = skip(turn.profile, ASKED)
    turn.say("readiness-later")
    return _close(turn)


def _close(turn: PersonTurn) -> bool:
    turn.dialog = turn.dialog.model_copy(update={"asked": (), "parq_at": 0, "parq_yes": ()})
    return True
