"""The outbox: what waits to be sent. Per shard and lane two streams (see `keys.Urgency`) with one consumer group.

One item goes: `read` (or `reclaim`), `intend`, the send, `done` (or `later`, or `drop`). Until `done` or `drop` it
stays in the store. An item held by a consumer that died comes back through `reclaim`; if that consumer had announced
an attempt (`intend`), it comes back `in_doubt`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import UTC, datetime
from random import randrange
from typing import Any, NamedTuple

import orjson
from pydantic import TypeAdapter
from redis import exceptions

from core.messages import EFFECT, ChatRef, Effect, MessageRef, Receipt
from core.state import keys
from core.state.crypto import Unreadable
from core.state.link import Link, Value
from core.state.types import Aggregate, Lane, OutboxItem

GROUP = "senders"
MAX_BLOCK_MS = 4_000
"""Below the connection's time limit."""
SLOT_MS = 90 * 24 * 3600 * 1000
MAX_MOVES = 5
_MESSAGE: TypeAdapter[MessageRef] = TypeAdapter(MessageRef)
_CHAT: TypeAdapter[ChatRef] = TypeAdapter(ChatRef)
_ID = re.compile(r"(\d+)([nc])(\d+-\d+)")
log = logging.getLogger(__name__)


class _Row(NamedTuple):
    """An item as the scripts return it. `wrapped`: the owner's data key, `None` if the owner was destroyed."""

    shard: int
    urgency: keys.Urgency
    entry: bytes
    owner_key: bytes
    sealed_by: bytes
    payload: bytes
    wrapped: bytes | None
    attempts: int = 0
    in_doubt: int = 0

    @property
    def item_id(self) -> str:
        return f"{self.shard}{self.urgency}{self.entry.decode()}"


class Outbox:
    def __init__(self, link: Link) -> None:
        self._link = link
        self._ready: set[Lane] = set()

    async def read(self, lane: Lane, consumer: str, count: int, block_ms: int) -> list[OutboxItem]:
        """At most `count` new items, urgent ones first; waits up to `block_ms` (at most 4,000; 0: not at all) for one.

        After a wait it may be one per shard and urgency. A consumer's name is of one process."""
        found: list[_Row] = []
        for shards in self._shuffled():
            found += await self._read_now(lane, consumer, count - len(found), shards)
            if len(found) >= count:
                break
        if not found and block_ms > 0:
            found = await self._wait(lane, consumer, min(block_ms, MAX_BLOCK_MS))
        return await self._opened(lane, consumer, found)

    async def reclaim(self, lane: Lane, consumer: str, idle_ms: int, count: int) -> list[OutboxItem]:
        """At most `count` items to try again: those put off with `later` whose time has come, and those which some
        consumer has held for `idle_ms` without finishing (choose it longer than the longest send)."""
        found: list[_Row] = []
        for shards in self._shuffled():
            if len(found) < count:
                names = [name for shard in shards for name in self._names(shard, lane)]
                rows = await self._grouped(lane, "reclaim", names, [GROUP, consumer, idle_ms, count - len(found)])
                found += [_Row(shards[row[0] - 1], keys.URGENCIES[row[1] - 1], *row[2:]) for row in rows]
        return await self._opened(lane, consumer, found)

    async def intend(self, item: OutboxItem) -> bool:
        """Announce an attempt to send. False: the item is finished or another consumer's by now, do not send it."""
        shard, urgency, entry = parse_id(item.id)
        names = [keys.outbox(shard, item.lane, urgency), keys.intents(shard, item.lane)]
        return bool(await self._grouped(item.lane, "intend", names, [GROUP, entry, item.id, item.consumer], again=True))

    async def calm(self, item: OutboxItem) -> None:
        """Take the announcement back: the attempt surely sent nothing."""
        await self._link.do("HDEL", keys.intents(item.shard, item.lane), item.id, again=True)

    async def done(self, item: OutboxItem, receipt: Receipt | None = None, slot: str | None = None) -> bool:
        """The item was sent. With `slot`, the message it became is remembered for 90 days. False: it was finished
        before."""
        if receipt is not None and slot is not None:
            await self.set_slot(receipt.chat, slot, MessageRef(receipt.chat, receipt.message_id))
        return (await self.done_many([item])) == 1

    async def done_many(self, items: Sequence[OutboxItem]) -> int:
        """Several items without slots were sent, in one round trip. Returns how many were not finished before."""
        finished = 0
        for batch in [[item] for item in items] if self._link.is_cluster else [items]:
            names: list[str] = []
            values: list[Value] = [GROUP]
            for item in batch:
                shard, urgency, entry = parse_id(item.id)
                stream = keys.outbox(shard, item.lane, urgency)
                names += (stream, keys.intents(shard, item.lane), keys.later(shard, item.lane))
                values += (entry, item.id)
            if batch:
                finished += await self._grouped(batch[0].lane, "finish", names, values, again=True)
        return finished

    async def drop(self, item: OutboxItem, why: str) -> None:
        """Give the item up. `why` is a short code for the log and the metrics (`expired`, `blocked`, `in_doubt`,
        ...)."""
        await self._drop(item.lane, item.id, why)

    async def later(self, item: OutboxItem, seconds: float) -> None:
        """Put the item off: `reclaim` gives it out again after `seconds`. An announced attempt stays announced;
        `calm` it if surely nothing was sent."""
        shard, urgency, entry = parse_id(item.id)
        names = [keys.outbox(shard, item.lane, urgency), keys.later(shard, item.lane)]
        await self._grouped(item.lane, "later", names, [GROUP, entry, item.id, round(seconds * 1000)], again=True)

    async def backlog(self) -> dict[Lane, int]:
        """How many items wait or are being sent, by lane."""
        streams = [
            (lane, keys.outbox(shard, lane, urgency))
            for lane in keys.LANES
            for shard in range(keys.SHARDS)
            for urgency in keys.URGENCIES
        ]
        lengths = await self._link.many([("XLEN", name) for _, name in streams], again=True)
        result: dict[Lane, int] = dict.fromkeys(keys.LANES, 0)
        for (lane, _), length in zip(streams, lengths, strict=True):
            result[lane] += length
        return result

    async def drops(self) -> dict[str, int]:
        """Dropped items since the store was made, by `lane:why`."""
        return {field.decode(): int(n) for field, n in (await self._link.do("HGETALL", keys.DROPS, again=True)).items()}

    async def slot(self, chat: ChatRef, slot: str) -> MessageRef | None:
        """The message that stands in the chat's slot."""
        sealed = await self._link.do("GET", self._slot(chat, slot), again=True)
        return None if sealed is None else _MESSAGE.validate_json(self._link.open("slot", sealed))

    async def set_slot(self, chat: ChatRef, slot: str, message: MessageRef) -> None:
        """Remember for 90 days that the message stands in the chat's slot."""
        sealed = self._link.seal("slot", _MESSAGE.dump_json(message))
        await self._link.do("SET", self._slot(chat, slot), sealed, "PX", SLOT_MS, again=True)

    async def clear_slot(self, chat: ChatRef, slot: str) -> None:
        """The message is gone: the next edit sends a new one."""
        await self._link.do("DEL", self._slot(chat, slot), again=True)

    async def migrate_chat(self, old: ChatRef, new: ChatRef) -> None:
        """Remember for good that the group lives on under another id."""
        await self._link.do("SET", self._moved(old), self._link.seal("moved", _CHAT.dump_json(new)), again=True)

    async def successor(self, chat: ChatRef) -> ChatRef:
        """Where the chat lives now: itself, or where it has moved to."""
        for _ in range(MAX_MOVES):
            sealed = await self._link.do("GET", self._moved(chat), again=True)
            if sealed is None:
                break
            chat = _CHAT.validate_json(self._link.open("moved", sealed))
        return chat

    async def tidy(self, idle_ms: int = 3_600_000) -> None:
        """Forget consumers of processes that ended long ago and hold nothing."""
        for shards in self._link.groups():
            streams = [keys.outbox(n, lane, u) for n in shards for lane in keys.LANES for u in keys.URGENCIES]
            await self._link.call("tidy", streams, [GROUP, idle_ms], again=True)

    def _slot(self, chat: ChatRef, slot: str) -> str:
        return keys.slot(self._link.vault.digest("slot", chat.platform, chat.chat_id, chat.thread or "", slot))

    def _moved(self, chat: ChatRef) -> str:
        return keys.moved(self._link.vault.digest("moved", chat.platform, chat.chat_id))

    def _shuffled(self) -> list[list[int]]:
        """The groups of shards from a random start, so that none waits behind the same others every time."""
        groups = self._link.groups()
        start = randrange(keys.SHARDS)
        if len(groups) == 1:
            return [groups[0][start:] + groups[0][:start]]
        return groups[start:] + groups[:start]

    @staticmethod
    def _names(shard: int, lane: Lane) -> list[str]:
        streams = [keys.outbox(shard, lane, urgency) for urgency in keys.URGENCIES]
        return [*streams, keys.intents(shard, lane), keys.later(shard, lane)]

    async def _read_now(self, lane: Lane, consumer: str, count: int, shards: list[int]) -> list[_Row]:
        places = [(shard, urgency) for urgency in keys.URGENCIES for shard in shards]
        names = [keys.outbox(shard, lane, urgency) for shard, urgency in places]
        rows = await self._grouped(lane, "read", names, [GROUP, consumer, count])
        return [_Row(*places[row[0] - 1], *row[1:]) for row in rows]

    async def _wait(self, lane: Lane, consumer: str, block_ms: int) -> list[_Row]:
        """Wait for something new; on a cluster, where no command spans the shards, come back at once."""
        if self._link.is_cluster:
            return []
        places = {
            keys.outbox(shard, lane, urgency).encode(): (shard, urgency)
            for urgency in keys.URGENCIES
            for shard in range(keys.SHARDS)
        }
        command = ("XREADGROUP", "GROUP", GROUP, consumer, "COUNT", 1, "BLOCK", block_ms, "STREAMS")
        answer = await self._link.wait(*command, *places, *[">"] * len(places))
        rows = [
            _Row(*places[name], entry, fields[b"k"], fields[b"s"], fields[b"p"], None)
            for name, entries in answer or ()
            for entry, fields in entries
        ]
        wrapped = await self._link.many([("HGET", row.owner_key, keys.DATA_KEY) for row in rows], again=True)
        return [row._replace(wrapped=key) for row, key in zip(rows, wrapped, strict=True)]

    async def _grouped(
        self, lane: Lane, name: str, names: Sequence[str], values: Sequence[Value], *, again: bool = False
    ) -> Any:
        """A script that needs the lane's consumer groups; they are made when they turn out to be missing."""
        if lane not in self._ready:
            await self._make_groups(lane)
        try:
            return await self._link.call(name, names, values, again=again)
        except exceptions.ResponseError as error:
            if "NOGROUP" not in str(error):
                raise
        await self._make_groups(lane)
        return await self._link.call(name, names, values, again=again)

    async def _make_groups(self, lane: Lane) -> None:
        streams = [keys.outbox(shard, lane, urgency) for shard in range(keys.SHARDS) for urgency in keys.URGENCIES]
        commands = [("XGROUP", "CREATE", name, GROUP, "0", "MKSTREAM") for name in streams]
        await self._link.many(commands, again=True, bear="BUSYGROUP")
        self._ready.add(lane)

    async def _opened(self, lane: Lane, consumer: str, rows: Iterable[_Row]) -> list[OutboxItem]:
        return [item async for item in self._open_each(lane, consumer, rows)]

    async def _open_each(self, lane: Lane, consumer: str, rows: Iterable[_Row]) -> AsyncIterator[OutboxItem]:
        for row in rows:
            try:
                effect, internal = self._open(row)
            except Unreadable:
                await self._drop(lane, row.item_id, "unreadable" if row.wrapped else "destroyed")
                continue
            yield OutboxItem(
                id=row.item_id,
                lane=lane,
                shard=row.shard,
                owner=keys.owner_of(row.owner_key.decode()),
                effect=effect,
                internal=internal,
                queued_at=datetime.fromtimestamp(int(row.entry.partition(b"-")[0]) / 1000, UTC),
                attempts=row.attempts,
                in_doubt=bool(row.in_doubt),
                consumer=consumer,
            )

    def _open(self, row: _Row) -> tuple[Effect | None, dict[str, str] | None]:
        """The content: an effect or internal values. Raises `Unreadable`, also when the owner's key is gone."""
        if row.sealed_by == b"system":
            plain = self._link.open("outbox", row.payload)
        elif row.wrapped is None:
            raise Unreadable("outbox")
        else:
            plain = self._link.vault.box(_box_name(row), row.wrapped).open("outbox", row.payload)
        return (EFFECT.validate_json(plain[1:]), None) if plain[:1] == b"e" else (None, orjson.loads(plain[1:]))

    async def _drop(self, lane: Lane, item_id: str, why: str) -> None:
        log.info("outbox item dropped", extra={"item": item_id, "lane": lane, "why": why})
        shard, urgency, entry = parse_id(item_id)
        names = [keys.outbox(shard, lane, urgency), keys.intents(shard, lane), keys.later(shard, lane)]
        if await self._grouped(lane, "finish", names, [GROUP, entry, item_id], again=True):
            await self._link.do("HINCRBY", keys.DROPS, f"{lane}:{why}", 1)


def _box_name(row: _Row) -> str:
    owner: Aggregate = keys.owner_of(row.owner_key.decode())
    return f"{owner.kind}:{owner.id}"


def parse_id(item_id: str) -> tuple[int, keys.Urgency, str]:
    """Shard, urgency and stream entry of an item's id. Raises `ValueError`."""
    match = _ID.fullmatch(item_id)
    if match is None:
        raise ValueError(f"not an outbox item: {item_id!r}")
    shard, urgency, entry = match.groups()
    return int(shard), "c" if urgency == "c" else "n", entry
