"""Loading and committing aggregates: documents, ledger, due times, board scores and outbox, as one.

An aggregate is a hash: its revision, its wrapped data key, a field per sealed document, a field per due time. A
destroyed one is a tombstone for 30 days. Beside it: the ledger (a list of sealed lines) and, for a challenge, its
board.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

import orjson
from pydantic import BaseModel

from core.domain.records import LedgerLine
from core.errors import Conflict
from core.messages import EFFECT, Edit, Effect, Send
from core.state import keys
from core.state.boards import board_name
from core.state.crypto import Box
from core.state.documents import Registry, as_json
from core.state.health import Health
from core.state.link import Value
from core.state.opened import Opened
from core.state.types import ANY_REVISION, Aggregate, Commit, Committed, DueChange, Outgoing, Score, Snapshot

CLAIM_MS = 7 * 24 * 3600 * 1000
"""How long a committed event is remembered; platforms redeliver for a day at most."""
TOMBSTONE_MS = 30 * 24 * 3600 * 1000
_CHANGED = 2
"""Answer of `destroy.lua`: not of the revision it should have."""


class Destroyed(Conflict):
    """The aggregate was destroyed (a deleted person): nothing can be committed to it any more."""


class Aggregates(Health):
    registry: Registry
    opened: Opened

    async def load(self, owner: Aggregate) -> Snapshot:
        """The aggregate as it is now, in one round trip; revision 0 if there is none."""
        return self._snapshot(owner, await self.do("HGETALL", keys.docs(owner), again=True))

    async def load_many(self, owners: Sequence[Aggregate]) -> list[Snapshot]:
        """Several aggregates in one round trip, in the order given; each as it is at some moment of it."""
        found = await self.many([("HGETALL", keys.docs(owner)) for owner in owners], again=True)
        return [self._snapshot(owner, fields) for owner, fields in zip(owners, found, strict=True)]

    async def commit(self, commit: Commit) -> Committed:
        """Write all of it or nothing, in one atomic call.

        Raises `Conflict`: somebody else was first (or the fence's lease is lost), load again and run the pure change
        again; `Destroyed`: there is nothing to commit to any more; `StoreAway`: unknown whether it was written. After
        that, the same commit again is safe: with a claim it answers `duplicate` if it had been written, without one
        it raises `Conflict` (the revision has moved), and whoever runs the change again must find its own traces."""
        _check(commit)
        wrapped, box = await self._key_for(commit)
        names = _KeyTable(commit, self._claim(commit.owner, commit.claim))
        docs = self._seal_docs(commit, box)
        values = [*_header(commit, wrapped), *_changes(commit, names, docs, box, self.vault.system)]
        return self._result(commit, wrapped, docs, await self.call("commit", names.names, values))

    async def ledger(self, owner: Aggregate, start: int = 0, stop: int = -1) -> list[LedgerLine]:
        """The lines from `start` to `stop` (both included, negative: counted from the end) in the order written."""
        wrapped, lines = await self.many(
            [("HGET", keys.docs(owner), keys.DATA_KEY), ("LRANGE", keys.ledger(owner), start, stop)], again=True
        )
        if wrapped is None:
            return []
        box = self.vault.box(_name(owner), wrapped)
        return [LedgerLine.model_validate_json(box.open("ledger", line)) for line in lines]

    async def claimed(self, owner: Aggregate, event_id: str) -> bool:
        """Whether the event was committed to this owner within the last 7 days."""
        return bool(await self.do("EXISTS", self._event(owner, event_id), again=True))

    async def destroy(
        self,
        owner: Aggregate,
        *,
        outbox: Iterable[Outgoing] = (),
        claim: str | None = None,
        revision: int | None = None,
    ) -> None:
        """Forget the aggregate: documents, ledger, board, due times and the data key, so that what waits in the
        outbox and what older backups hold cannot be read any more. Leaves a tombstone; safe to repeat. `outbox` (a
        farewell) is sealed with the system's key. With a `revision` it raises `Conflict` if the aggregate has changed
        since. Afterwards the server is asked to rewrite its file, so that old
        data leave the disk."""
        commit = Commit(owner, ANY_REVISION, outbox=tuple(outbox), claim=claim)
        names = _KeyTable(commit, self._claim(owner, claim))
        queued = _outbox(commit.outbox, names, self.vault.system, self.vault.system, "system")
        expected = "" if revision is None else revision
        values = [TOMBSTONE_MS, CLAIM_MS if claim else "", keys.due_member(owner, ""), expected, *queued]
        if await self.call("destroy", names.names, values, again=True) == _CHANGED:
            raise Conflict(owner.kind)
        self.vault.forget(_name(owner))
        self.opened.forget(_name(owner))
        await self.rewrite()

    def _claim(self, owner: Aggregate, event_id: str | None) -> str | None:
        return None if event_id is None else self._event(owner, event_id)

    def _event(self, owner: Aggregate, event_id: str) -> str:
        return keys.claim(owner, self.vault.digest("event", *owner, event_id))

    async def _key_for(self, commit: Commit) -> tuple[bytes, Box]:
        """A new data key (and its box) for a new aggregate, else none and the known box."""
        name = _name(commit.owner)
        if commit.revision == 0:
            return self.vault.new_key(name)
        box = self.vault.known(name)
        if box is None:
            wrapped, gone = await self.do("HMGET", keys.docs(commit.owner), keys.DATA_KEY, keys.GONE, again=True)
            if wrapped is None:
                raise Destroyed(commit.owner.kind) if gone else Conflict(commit.owner.kind)
            box = self.vault.box(name, wrapped)
        return b"", box

    def _seal_docs(self, commit: Commit, box: Box) -> Mapping[str, bytes]:
        return {
            name: box.seal(name, self.registry.dump(name, document))
            for name, document in commit.docs.items()
            if document is not None
        }

    def _result(self, commit: Commit, wrapped: bytes, docs: Mapping[str, bytes], answer: list[int]) -> Committed:
        outcome, revision = answer
        name = _name(commit.owner)
        if outcome == 0:
            if wrapped:
                self.vault.box(name, wrapped)
            self.opened.put(
                name, {n: (docs[n], document) for n, document in commit.docs.items() if document is not None}
            )
            return Committed(revision)
        if outcome == 1:
            return Committed(revision, duplicate=True)
        raise Destroyed(commit.owner.kind) if outcome == 3 else Conflict(commit.owner.kind)

    def _snapshot(self, owner: Aggregate, fields: dict[bytes, bytes]) -> Snapshot:
        wrapped = fields.get(b"key")
        if wrapped is None:
            self.opened.forget(_name(owner))
            return Snapshot(owner, 0, {}, gone=b"gone" in fields)
        sealed: dict[str, bytes] = {}
        due: dict[str, datetime] = {}
        for field, value in fields.items():
            mark, name = field[:2], field[2:].decode()
            if mark == b"d:":
                sealed[name] = value
            elif mark == b"w:":
                due[name] = datetime.fromtimestamp(int(value) / 1000, UTC)
        return Snapshot(owner, int(fields[b"rev"]), self._documents(owner, wrapped, sealed), due=due)

    def _documents(self, owner: Aggregate, wrapped: bytes, sealed: Mapping[str, bytes]) -> dict[str, BaseModel]:
        """The documents; those not opened before are opened now. Raises `crypto.Unreadable`."""
        whose = _name(owner)
        box = self.vault.box(whose, wrapped)
        docs: dict[str, BaseModel] = {}
        fresh: dict[str, tuple[bytes, BaseModel]] = {}
        for name, value in sealed.items():
            document = self.opened.get(whose, name, value)
            if document is None:
                document = self.registry.load(name, box.open(name, value))
                fresh[name] = (value, document)
            docs[name] = document
        self.opened.put(whose, fresh)
        return docs


class _KeyTable:
    """The KEYS of a commit: the fixed ones in the order `commit.lua` names them, then the outbox streams in use."""

    def __init__(self, commit: Commit, claim: str | None) -> None:
        owner, self.shard = commit.owner, keys.shard_of(commit.owner.id)
        docs = keys.docs(owner)
        due = (keys.due(self.shard), keys.first_due(self.shard))
        self.names = [docs, keys.ledger(owner), *due, keys.board(owner), keys.places(owner), claim or docs]
        self._streams: dict[str, int] = {}

    def stream(self, item: Outgoing) -> int:
        """The 1-based place of the item's stream in KEYS."""
        name = keys.outbox(self.shard, item.lane, urgency(item.effect))
        if name not in self._streams:
            self.names.append(name)
            self._streams[name] = len(self.names)
        return self._streams[name]


def _name(owner: Aggregate) -> str:
    return f"{owner.kind}:{owner.id}"


def urgency(effect: Effect | None) -> keys.Urgency:
    """Nudges and cosmetic edits can wait for everything else."""
    can_wait = (isinstance(effect, Send) and effect.kind == "nudge") or (isinstance(effect, Edit) and effect.cosmetic)
    return "c" if can_wait else "n"


def _check(commit: Commit) -> None:
    if commit.revision == ANY_REVISION and (commit.docs or commit.ledger):
        raise ValueError("documents and ledger lines need the revision they were computed from")


def _header(commit: Commit, wrapped: bytes) -> list[Value]:
    fence = commit.fence
    member, lease = (keys.due_member(commit.owner, fence.kind), fence.lease) if fence else ("", "")
    return [commit.revision, CLAIM_MS if commit.claim is not None else "", member, lease, wrapped]


def _changes(commit: Commit, names: _KeyTable, docs: Mapping[str, bytes], box: Box, system: Box) -> list[Value]:
    """The sections of `commit.lua`, each led by its count."""
    kept: list[Value] = []
    for name, sealed in docs.items():
        kept += (keys.DOC + name, sealed)
    dropped: list[Value] = [keys.DOC + name for name, document in commit.docs.items() if document is None]
    lines: list[Value] = [box.seal("ledger", as_json(line)) for line in commit.ledger]
    return [
        *_due(commit),
        *(len(kept), *kept),
        *(len(dropped), *dropped),
        *(len(lines), *lines),
        *_outbox(commit.outbox, names, box, system),
        *_scores(commit.scores),
    ]


def _due(commit: Commit) -> list[Value]:
    changes = {change.kind: change for change in commit.due}
    if commit.fence is not None:
        changes.setdefault(commit.fence.kind, DueChange(commit.fence.kind, None))
    values: list[Value] = [len(changes)]
    for kind, change in changes.items():
        at = "" if change.at is None else round(change.at.timestamp() * 1000)
        values += (keys.WHEN + kind, keys.due_member(commit.owner, kind), at)
    return values


def _outbox(
    items: Sequence[Outgoing], names: _KeyTable, box: Box, system: Box, sealed_by: str | None = None
) -> list[Value]:
    values: list[Value] = [len(items)]
    for item in items:
        by = sealed_by or item.sealed_by
        values += (names.stream(item), by, (system if by == "system" else box).seal("outbox", dump_outgoing(item)))
    return values


def dump_outgoing(item: Outgoing) -> bytes:
    """`e` and the effect, or `i` and the internal values. Raises `ValueError` unless it has exactly one of them."""
    if item.effect is not None and item.internal is None:
        return b"e" + EFFECT.dump_json(item.effect)
    if item.internal is not None and item.effect is None:
        return b"i" + orjson.dumps(dict(item.internal))
    raise ValueError("an outbox item has either an effect or internal values")


def _scores(scores: Sequence[Score]) -> list[Value]:
    values: list[Value] = [len(scores)]
    for score in scores:
        name = board_name(score.member, score.tiebreak)
        values += (score.member, name, "" if score.score is None else repr(0.0 - score.score), score.based_on)
    return values
