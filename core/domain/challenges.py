"""A challenge: who is in it, which chats show it, and how it begins and ends. Every change is a copy.

A change that is not possible is a `Refused`; one that was made before gives the same challenge again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Literal

from core.domain.challenge_terms import Refused, Rules
from core.domain.days import day_end
from core.domain.names import tidy_name
from core.domain.records import Frozen
from core.messages import ChatRef

GRACE = timedelta(hours=24)
"""How long after the end of a local day it can still be logged, and the challenge stays open after its last day."""
RACE_SETTLES = timedelta(minutes=15)
"""A race closes this long after its target was first reached, so that a slip of the finger can be undone."""
MAX_MEMBERS = 500
MAX_CHATS = 20

Phase = Literal["upcoming", "running", "grace", "ended"]


class Member(Frozen):
    """Somebody in the challenge. `joined`: the first local day that counts; `left`: the first that does not any more.
    `former`: deleted their data; neither name nor person id is kept."""

    person: str
    name: str
    zone: str
    joined: date
    left: date | None = None
    former: bool = False

    @property
    def active(self) -> bool:
        return self.left is None and not self.former


class BoundChat(Frozen):
    """A chat that shows the board, in its language."""

    chat: ChatRef
    language: str


class Place(Frozen):
    """A line of a board or a result: competition ranking (1, 2, 2, 4)."""

    rank: int
    person: str
    value: float
    reached: bool = False


class Challenge(Frozen):
    """The document. It holds no private facts: names and person ids only."""

    id: str
    code: str
    owner: str
    created: datetime
    rules: Rules
    members: tuple[Member, ...] = ()
    chats: tuple[BoundChat, ...] = ()
    state: Literal["open", "ended"] = "open"
    ended_at: datetime | None = None
    result: tuple[Place, ...] | None = None

    @property
    def active(self) -> tuple[Member, ...]:
        return tuple(member for member in self.members if member.active)

    def member(self, person: str) -> Member | None:
        return next((member for member in self.members if member.person == person), None)


def create(
    challenge_id: str, code: str, rules: Rules, owner: Member, created: datetime, chat: BoundChat | None = None
) -> Challenge:
    """A new challenge, its owner the first member."""
    return Challenge(
        id=challenge_id,
        code=code,
        owner=owner.person,
        created=created,
        rules=rules,
        members=(owner.model_copy(update={"name": tidy_name(owner.name)}),),
        chats=(chat,) if chat else (),
    )


def join(challenge: Challenge, member: Member) -> Challenge | Refused:
    """With the member: days from `member.joined` on count. Who left and comes back goes on where they were."""
    if challenge.state == "ended":
        return Refused(code="ended")
    known = challenge.member(member.person)
    if known is not None and known.active:
        return Refused(code="already_in")
    if len(challenge.active) >= MAX_MEMBERS:
        return Refused(code="full", facts=(("max", MAX_MEMBERS),))
    name = tidy_name(member.name)
    if known is not None:
        changed = _with(challenge, known.model_copy(update={"left": None, "name": name, "zone": member.zone}))
    else:
        added = member.model_copy(update={"name": name, "left": None, "former": False})
        changed = challenge.model_copy(update={"members": (*challenge.members, added)})
    return changed if challenge.active else changed.model_copy(update={"owner": member.person})


def leave(challenge: Challenge, person: str, today: date) -> Challenge | Refused:
    """Off the board from `today` on. An owner who leaves hands over to the longest-standing member."""
    if challenge.state == "ended":
        return Refused(code="ended")
    known = challenge.member(person)
    if known is None or not known.active:
        return Refused(code="not_member")
    return _handed_over(_with(challenge, known.model_copy(update={"left": today})))


def forget(challenge: Challenge, person: str) -> Challenge:
    """The person's data are deleted: name and id are dropped here too; an old result says `former` in their place."""
    known = challenge.member(person)
    if known is None:
        return challenge
    former = f"former:{sum(member.former for member in challenge.members) + 1}"
    members = tuple(
        Member(person=former, name="", zone="UTC", joined=m.joined, former=True) if m is known else m
        for m in challenge.members
    )
    result = (
        None
        if challenge.result is None
        else tuple(
            place.model_copy(update={"person": former}) if place.person == person else place
            for place in challenge.result
        )
    )
    changed = challenge.model_copy(update={"members": members, "result": result})
    handed = _handed_over(changed)
    return handed.model_copy(update={"owner": former}) if handed.owner == person else handed


def rename(challenge: Challenge, person: str, name: str) -> Challenge:
    """With the member's new name; unchanged for a stranger."""
    known = challenge.member(person)
    return challenge if known is None else _with(challenge, known.model_copy(update={"name": tidy_name(name)}))


def move(challenge: Challenge, person: str, zone: str) -> Challenge:
    """With the zone the member lives in now: it decides when everybody's last day is over."""
    known = challenge.member(person)
    return challenge if known is None else _with(challenge, known.model_copy(update={"zone": zone}))


def same_chat(one: ChatRef, other: ChatRef) -> bool:
    """Whether it is the same chat, whatever its topic: a chat shows a board once."""
    return (one.platform, one.chat_id) == (other.platform, other.chat_id)


def bound_in(challenge: Challenge, chat: ChatRef) -> BoundChat | None:
    """How the chat shows the board, if it does."""
    return next((bound for bound in challenge.chats if same_chat(bound.chat, chat)), None)


def bind(challenge: Challenge, chat: BoundChat) -> Challenge | Refused:
    """With the chat showing the board (once), in the language and the topic given last."""
    others = tuple(bound for bound in challenge.chats if not same_chat(bound.chat, chat.chat))
    if len(others) >= MAX_CHATS:
        return Refused(code="too_many_chats", facts=(("max", MAX_CHATS),))
    if len(others) == len(challenge.chats):
        return challenge.model_copy(update={"chats": (*challenge.chats, chat)})
    return challenge.model_copy(
        update={"chats": tuple(chat if same_chat(bound.chat, chat.chat) else bound for bound in challenge.chats)}
    )


def unbind(challenge: Challenge, chat: ChatRef) -> Challenge:
    """Without the chat: it is gone, or put the coach out."""
    kept = tuple(bound for bound in challenge.chats if not same_chat(bound.chat, chat))
    return challenge if len(kept) == len(challenge.chats) else challenge.model_copy(update={"chats": kept})


def may_end(challenge: Challenge, person: str) -> Refused | None:
    """Why the person cannot end it now, or `None`."""
    if challenge.state == "ended":
        return Refused(code="ended")
    return None if person == challenge.owner else Refused(code="not_owner")


def end(challenge: Challenge, now: datetime, places: Sequence[Place]) -> Challenge:
    """Closed with its result; an ended one stays as it ended."""
    if challenge.state == "ended":
        return challenge
    return challenge.model_copy(update={"state": "ended", "ended_at": now, "result": tuple(places)})


def end_due(challenge: Challenge, reached_at: datetime | None = None) -> datetime:
    """When it ends by itself (UTC): 24 h after the last day is over for the last of the members; a race soon after its
    target was first reached (`reached_at`)."""
    zones = {member.zone for member in challenge.active} or {"UTC"}
    due = max(day_end(challenge.rules.last_day, zone) for zone in zones) + GRACE
    if challenge.rules.kind != "race" or reached_at is None:
        return due
    return min(due, reached_at + RACE_SETTLES)


def is_over(challenge: Challenge, now: datetime, reached_at: datetime | None = None) -> bool:
    """Whether it has ended, or should now."""
    return challenge.state == "ended" or now >= end_due(challenge, reached_at)


def phase(challenge: Challenge, today: date) -> Phase:
    """Where it stands on a group's `today`. `grace`: the last day is over, late entries still count.

    What has begun for one member stays begun, wherever those who look at it live now."""
    if challenge.state == "ended":
        return "ended"
    if today < challenge.rules.starts and not _has_begun(challenge):
        return "upcoming"
    return "running" if today <= challenge.rules.last_day else "grace"


def _has_begun(challenge: Challenge) -> bool:
    """Whether somebody was in it on a day that counts, by their own calendar."""
    return any(member.joined >= challenge.rules.starts for member in challenge.members)


def _with(challenge: Challenge, changed: Member) -> Challenge:
    members = tuple(changed if member.person == changed.person else member for member in challenge.members)
    return challenge.model_copy(update={"members": members})


def _handed_over(challenge: Challenge) -> Challenge:
    owner = challenge.member(challenge.owner)
    if challenge.state == "ended" or (owner is not None and owner.active) or not challenge.active:
        return challenge
    return challenge.model_copy(update={"owner": challenge.active[0].person})
