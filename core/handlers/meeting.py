"""Who somebody is when an event of theirs arrives: to the coach, and to a group."""

from __future__ import annotations

from datetime import datetime

from core.context import Docs, GroupTurn, Speaker, chat_name
from core.domain.days import is_zone, local_day
from core.domain.person import Account, Person
from core.domain.profile import ADULT
from core.events import Author, Base, PlatformEvent
from core.i18n import first_language, negotiate
from core.state.types import Snapshot

_GUESSED_ZONES = {"zh-Hans": "Asia/Shanghai"}
"""Until a zone is said. There is no such guess for English."""


def new_person(author: Author, now: datetime) -> Person:
    """Somebody not met before, as far as the platform tells."""
    return Person(
        name=author.name,
        created=now,
        language=first_language([author.language]),
        zone=_GUESSED_ZONES.get(negotiate(author.language) or "", "UTC"),
    )


def met(person: Person, event: Base) -> Person:
    """The person with this event's account as the last one used; a private chat is where to reach them."""
    ref = event.author.account
    known = next((account for account in person.accounts if account.ref == ref), Account(ref=ref))
    chat = event.chat if event.chat.kind == "private" else known.private_chat
    account = Account(ref=ref, private_chat=chat, blocked=False if event.chat.kind == "private" else known.blocked)
    person = _placed(person, event.author.zone)
    rest = tuple(other for other in person.accounts if other.ref != ref)
    if person.accounts and person.accounts[-1] == account:
        return person
    return person.model_copy(update={"accounts": (*rest, account), "name": person.name or event.author.name})


def _placed(person: Person, zone: str | None) -> Person:
    """A zone that a platform tells (a browser's) is believed until one was said."""
    if person.zone_said or zone is None or not is_zone(zone):
        return person
    return person.model_copy(update={"zone": zone, "zone_said": True, "zone_device": True})


def with_challenges(person: Person, turn: GroupTurn) -> Person:
    for cid in turn.joined:
        person = person.in_challenge(cid)
    for cid in turn.left:
        person = person.out_of_challenge(cid)
    return person


def speaker(event: PlatformEvent, snapshot: Snapshot, docs: Docs, now: datetime) -> Speaker:
    """The author as the group may know them. Who is known to be under 18 stays nameless on boards."""
    here = chat_name(event.chat)
    age = docs.profile.age_on(local_day(now, docs.person.zone))
    return Speaker(
        person=snapshot.owner.id,
        name="" if age is not None and age < ADULT else event.author.name,
        language=docs.person.language,
        reachable=docs.person.home is not None,
        zone=docs.person.zone,
        challenges=docs.person.challenges,
        load_unit=docs.profile.facts.load_unit,
        distance_unit=docs.profile.facts.distance_unit,
        said_here=tuple(entry for entry in docs.recent.entries if (entry.message or "").startswith(here)),
    )
