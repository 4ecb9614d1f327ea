"""Every key of the store, spelled once.

All keys of one aggregate carry the hash tag of its shard (`{s17}`), and so do the shard's due index and outbox streams:
one commit touches one slot. Ids are written into keys as they are; event ids, accounts, chats, codes and limiter names
only as keyed digests (see `crypto.Vault.digest`), so keys tell nothing about people.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal
from zlib import crc32

from core.state.types import Aggregate, Lane

SHARDS = 32
LANES: tuple[Lane, ...] = ("telegram", "discord", "web", "core")
Urgency = Literal["n", "c"]
"""Two streams per lane: `n` (now: replies, notices) is read before `c` (can wait: nudges, cosmetic edits)."""
URGENCIES: tuple[Urgency, ...] = ("n", "c")

STRUCTURE = "j:structure"
"""Version of the arrangement of keys, see `connection.check_structure`."""
CHECK = "j:check"
"""A sealed word that tells whether the master key belongs to this store."""
DROPS = "j:drops"
"""Counts of dropped outbox items, field `lane:why`."""
REWRITE = "j:rewrite"
"""Set while old data wait to be rewritten out of the append-only file."""

REVISION, DATA_KEY, GONE = "rev", "key", "gone"
DOC, WHEN = "d:", "w:"
"""Prefixes of the fields in an aggregate's hash: documents, and when a kind falls due (ms)."""


@lru_cache(maxsize=65536)
def shard_of(aggregate_id: str) -> int:
    return crc32(aggregate_id.encode()) % SHARDS


def _on(shard: int, what: str) -> str:
    return f"j:{{s{shard}}}:{what}"


def docs(owner: Aggregate) -> str:
    return _on(shard_of(owner.id), f"d:{owner.kind}:{owner.id}")


def owner_of(docs_key: str) -> Aggregate:
    """The inverse of `docs`."""
    _, _, _, kind, owner_id = docs_key.split(":", 4)
    return Aggregate(kind, owner_id)  # type: ignore[arg-type]


def ledger(owner: Aggregate) -> str:
    return _on(shard_of(owner.id), f"l:{owner.kind}:{owner.id}")


def board(owner: Aggregate) -> str:
    """Sorted set: `-score`, then tiebreak, then member (see `boards`)."""
    return _on(shard_of(owner.id), f"b:{owner.id}")


def places(owner: Aggregate) -> str:
    """Hash beside the board: member -> `based_on` and its name in the board."""
    return _on(shard_of(owner.id), f"p:{owner.id}")


def claim(owner: Aggregate, digest: str) -> str:
    return _on(shard_of(owner.id), f"e:{digest}")


def due(shard: int) -> str:
    return _on(shard, "due")


def first_due(shard: int) -> str:
    """Hash: claimed due member -> the time (ms) it was first due."""
    return _on(shard, "due0")


def due_member(owner: Aggregate, kind: str) -> str:
    if "/" in kind:
        raise ValueError(f"a due kind has no slash: {kind!r}")
    return f"{owner.kind}/{kind}/{owner.id}"


def parse_due_member(member: str) -> tuple[Aggregate, str]:
    owner_kind, kind, owner_id = member.split("/", 2)
    return Aggregate(owner_kind, owner_id), kind  # type: ignore[arg-type]


def outbox(shard: int, lane: Lane, urgency: Urgency) -> str:
    return _on(shard, f"o:{lane}:{urgency}")


def intents(shard: int, lane: Lane) -> str:
    """Hash: item -> ms at which an attempt to send it began."""
    return _on(shard, f"i:{lane}")


def later(shard: int, lane: Lane) -> str:
    """Sorted set: item -> ms from which it may be tried again."""
    return _on(shard, f"r:{lane}")


def account(digest: str) -> str:
    return f"j:account:{digest}"


def code(kind: str, digest: str) -> str:
    return f"j:code:{kind}:{digest}"


def slot(digest: str) -> str:
    return f"j:slot:{digest}"


def moved(digest: str) -> str:
    return f"j:moved:{digest}"


def rate(digest: str) -> str:
    """All limits share a slot, so that several can be taken at once."""
    return f"j:{{rate}}:{digest}"


def lease(name: str) -> str:
    return f"j:lease:{name}"


def channel(name: str) -> str:
    return f"j:channel:{name}"


def weblog(chat_digest: str, part: str) -> str:
    """What is said in a web chat, as the page shows it (see `weblog`, `webfiles`, `webpeople`); one slot per chat."""
    return f"j:weblog:{{{chat_digest}}}:{part}"


def web_session(token_digest: str) -> str:
    return f"j:websession:{token_digest}"


def cursors(name: str) -> str:
    """Hash: digest of a channel -> the channel and the last message of it that was handled, sealed."""
    return f"j:cursors:{name}"
