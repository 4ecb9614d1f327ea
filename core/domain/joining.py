"""Two persons that turn out to be one: their documents and memberships, joined.

Where both differ the keeper's word counts. Safety is never lost by it: conditions and signals of either side stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from core.domain.challenges import Challenge, Member, forget
from core.domain.nudges import NudgeState
from core.domain.person import RECENT_ENTRIES, TALK_TURNS, Account, Dialog, Person, Plans, Recent, Talk
from core.domain.profile import Profile, Readiness, merge
from core.domain.records import LedgerLine, fold


def new_lines(kept: Sequence[LedgerLine], absorbed: Sequence[LedgerLine]) -> tuple[LedgerLine, ...]:
    """The absorbed ledger's lines of entries that the kept one does not have."""
    known = {line.entry_id for line in kept}
    return tuple(line for line in absorbed if line.entry_id not in known)


def recent_of(lines: Iterable[LedgerLine]) -> Recent:
    """The newest entries of a ledger by when they were said, oldest first."""
    entries = sorted(fold(list(lines)).values(), key=lambda entry: entry.at)
    return Recent(entries=tuple(entries[-RECENT_ENTRIES:]))


def joined_person(kept: Person, absorbed: Person) -> Person:
    """One person with the accounts of both; the absorbed one's, in use right now, last."""
    refs = {account.ref for account in absorbed.accounts}
    accounts: tuple[Account, ...] = (*(a for a in kept.accounts if a.ref not in refs), *absorbed.accounts)
    speaks = absorbed if absorbed.language_said and not kept.language_said else kept
    lives = absorbed if absorbed.zone_trust > kept.zone_trust else kept
    now = tuple(dict.fromkeys((*kept.challenges, *absorbed.challenges)))
    return kept.model_copy(
        update={
            "name": kept.name or absorbed.name,
            "created": min(kept.created, absorbed.created),
            "language": speaks.language,
            "language_said": speaks.language_said,
            "zone": lives.zone,
            "zone_said": lives.zone_said,
            "zone_device": lives.zone_device,
            "introduced": kept.introduced or absorbed.introduced,
            "accounts": accounts,
            "challenges": now,
            "past": tuple(cid for cid in dict.fromkeys((*kept.past, *absorbed.past)) if cid not in now),
            "consents": tuple(sorted({*kept.consents, *absorbed.consents}, key=lambda consent: consent.at)),
        }
    )


def joined_profile(kept: Profile, absorbed: Profile) -> Profile:
    facts = merge(absorbed.facts, kept.facts)
    said_age = kept if kept.facts.age is not None else absorbed
    return Profile(
        facts=facts,
        skipped=tuple(dict.fromkeys((*kept.skipped, *absorbed.skipped))),
        age_said_on=said_age.age_said_on,
        readiness=_readiness(kept, absorbed),
        ed_signal=kept.ed_signal or absorbed.ed_signal,
    )


def _readiness(kept: Profile, absorbed: Profile) -> Readiness | None:
    """A "yes" of either side stands; "nothing of this" holds only if the other side knows of no illness."""
    answers = [profile.readiness for profile in (kept, absorbed) if profile.readiness is not None]
    flagged = next((answer for answer in answers if answer.result == "flagged"), None)
    if flagged is not None or len(answers) != 1:
        return flagged or next(iter(answers), None)
    silent = (absorbed if kept.readiness else kept).facts
    return None if silent.conditions or silent.medications or silent.pregnant else answers[0]


def joined_plans(kept: Plans, absorbed: Plans) -> Plans:
    return kept if kept.current or kept.offered else absorbed


def joined_nudges(kept: NudgeState, absorbed: NudgeState) -> NudgeState:
    """The keeper's wishes (the other's if the keeper never had any); what was sent counts for both."""
    wishes = absorbed if kept == NudgeState(red_flag_day=kept.red_flag_day) else kept
    sent = sorted({*kept.sent, *absorbed.sent}, key=lambda one: one.at)
    return wishes.model_copy(
        update={"sent": tuple(sent)[-14:], "red_flag_day": _later(kept.red_flag_day, absorbed.red_flag_day)}
    )


def joined_dialog(kept: Dialog, absorbed: Dialog) -> Dialog:
    """Open questions are the keeper's; that somebody was unwell is not forgotten."""
    return kept.model_copy(update={"follow_up_from": _later(kept.follow_up_from, absorbed.follow_up_from)})


def joined_talk(kept: Talk, absorbed: Talk) -> Talk:
    known = {waiting.event for waiting in kept.waiting}
    waiting = (*kept.waiting, *(w for w in absorbed.waiting if w.event not in known))
    turns = kept.turns or absorbed.turns
    return kept.model_copy(update={"waiting": waiting, "turns": turns[-TALK_TURNS:]})


def _later(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day is not None), default=None)


def replace(challenge: Challenge, absorbed: str, keeper: str) -> Challenge:
    """The keeper in the absorbed one's place; where both are in it, one of the two: the longer membership."""
    old, new = challenge.member(absorbed), challenge.member(keeper)
    if old is None:
        return challenge
    if new is None:
        moved = old.model_copy(update={"person": keeper})
        return _renamed(
            challenge, absorbed, keeper, tuple(moved if member is old else member for member in challenge.members)
        )
    if challenge.state == "ended":
        return forget(challenge, absorbed)
    left = None if old.active or new.active else _later(old.left, new.left)
    one = new.model_copy(update={"joined": min(old.joined, new.joined), "left": left})
    members = tuple(one if member.person == keeper else member for member in _others(challenge, absorbed))
    return _renamed(challenge, absorbed, keeper, members)


def _others(challenge: Challenge, person: str) -> tuple[Member, ...]:
    return tuple(member for member in challenge.members if member.person != person)


def _renamed(challenge: Challenge, absorbed: str, keeper: str, members: tuple[Member, ...]) -> Challenge:
    result = challenge.result and tuple(
        place.model_copy(update={"person": keeper}) if place.person == absorbed else place for place in challenge.result
    )
    owner = keeper if challenge.owner == absorbed else challenge.owner
    return challenge.model_copy(update={"members": members, "result": result, "owner": owner})
