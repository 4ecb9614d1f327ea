"""The values the store takes and gives. One `Commit` is one atomic write on one shard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from pydantic import BaseModel

from core.domain.records import LedgerLine
from core.messages import Effect

OwnerKind = Literal["person", "chat", "challenge"]
Lane = Literal["telegram", "discord", "web", "core"]
"""Where an outbox item goes: to a platform's sender, or back to the core (work on another shard)."""

System = Literal["system"]


class Aggregate(NamedTuple):
    """What is committed as one: a person, a chat, a challenge. Its id decides its shard."""

    kind: OwnerKind
    id: str


ANY_REVISION = -1


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An aggregate as loaded. `revision` 0 and no documents: it does not exist yet.

    `gone`: it was destroyed (a deleted person); nothing may be committed to it any more."""

    owner: Aggregate
    revision: int
    docs: Mapping[str, BaseModel]
    gone: bool = False
    due: Mapping[str, datetime] = field(default_factory=dict)
    """When each kind falls due next, as last committed."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Something to put into the outbox with the commit. Exactly one of `effect` and `internal`."""

    lane: Lane
    effect: Effect | None = None
    internal: Mapping[str, str] | None = None
    sealed_by: Literal["owner", "system"] = "owner"
    """Whose key encrypts it while it waits: the owner's, or the system's (for a farewell after deletion)."""


@dataclass(frozen=True, slots=True)
class DueChange:
    """When `kind` falls due next for the owner, or `None`: never."""

    kind: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Fence:
    """The commit answers a claimed due item; it is refused (`Conflict`) if the claim is no longer ours.

    Give the kind's next time with it as a `DueChange`; without one the kind is taken out of the index."""

    kind: str
    lease: int


@dataclass(frozen=True, slots=True)
class Score:
    """A member's place on a challenge's board: absolute, so that applying it twice changes nothing.

    `score` sorts descending; equal scores keep the order of `tiebreak` (smaller first). `based_on` is the revision of
    the person it was computed from: an older one never overwrites a newer one. `None` takes the member off the
    board."""

    member: str
    score: float | None
    tiebreak: float
    based_on: int


@dataclass(frozen=True, slots=True)
class Commit:
    """One atomic change of one aggregate: all of it or nothing.

    `claim` is the event's id: if it was committed before, nothing changes and the result says `duplicate` (except
    that a due item held by `fence` still moves to its next time, or it would come back for ever). `revision` is that
    of the snapshot, 0 makes the aggregate; `ANY_REVISION` fits every revision of one that exists and leaves it as it
    is: for commits without `docs` and `ledger` that may be applied in any order (scores on a board)."""

    owner: Aggregate
    revision: int
    docs: Mapping[str, BaseModel | None] = field(default_factory=dict)
    ledger: tuple[LedgerLine, ...] = ()
    outbox: tuple[Outgoing, ...] = ()
    due: tuple[DueChange, ...] = ()
    scores: tuple[Score, ...] = ()
    claim: str | None = None
    fence: Fence | None = None


@dataclass(frozen=True, slots=True)
class Committed:
    revision: int
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A line of a board: competition ranking (equal scores share a rank)."""

    member: str
    score: float
    rank: int


@dataclass(frozen=True, slots=True)
class OutboxItem:
    """An outbox item as read by a delivery loop. `attempts` counts earlier reads of it; `in_doubt`: an attempt to
    send it began and its outcome is unknown. `id` is unique in its lane and has at most 25 characters (a Discord
    nonce); `consumer` is who holds it."""

    id: str
    lane: Lane
    shard: int
    owner: Aggregate
    effect: Effect | None
    internal: Mapping[str, str] | None
    queued_at: datetime
    attempts: int = 0
    in_doubt: bool = False
    consumer: str = ""


@dataclass(frozen=True, slots=True)
class DueItem:
    owner: Aggregate
    kind: str
    due_at: datetime
    lease: int


@dataclass(frozen=True, slots=True)
class DueBacklog:
    """What is due and not claimed: how many items, and how late (s) the latest of them is."""

    count: int
    oldest_s: float


@dataclass(frozen=True, slots=True)
class Rate:
    """A limit: `per_second` on average, `burst` at once at most (≥ 1). `key` names what is limited."""

    key: str
    per_second: float
    burst: int = 1
