"""Red flags: answered before anything else, from the tables, without the model and without a word of coaching."""

from __future__ import annotations

from core.context import PersonTurn, Reply
from core.domain.screening import call_message, message_ids
from core.understanding.reading import Finding

_FOLLOWED_UP = frozenset({"emergency", "crisis", "urgent_care"})


def urgent(finding: Finding) -> bool:
    """Whether nothing may be said before what to do now."""
    return finding.action in _FOLLOWED_UP


def respond(turn: PersonTurn, finding: Finding) -> None:
    """Say what to do now, and remember that training waits."""
    say(turn.reply, finding, turn.profile.facts.country)
    if finding.third_person:
        return
    if finding.category == "eating_disorder":
        turn.profile = turn.profile.model_copy(update={"ed_signal": True})
    turn.nudges = turn.nudges.model_copy(update={"red_flag_day": turn.today})
    if finding.action in _FOLLOWED_UP:
        turn.dialog = turn.dialog.model_copy(update={"follow_up_from": turn.today, "asked": ()})


def say(reply: Reply, finding: Finding, country: str | None) -> None:
    """The paragraphs for a finding."""
    call, values = call_message(finding.action, country)
    spoken = reply.words(reply.language, call, **values)
    for message_id in message_ids(finding.action, finding.category, other=finding.third_person):
        reply.say(message_id, call=spoken)


def follow_up(turn: PersonTurn) -> None:
    """On a later day, ask once how they are."""
    since = turn.dialog.follow_up_from
    if since is not None and turn.today > since:
        turn.dialog = turn.dialog.model_copy(update={"follow_up_from": None})
        turn.say("screening-follow-up")
