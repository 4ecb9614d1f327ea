"""What was said in the web chats: the page has no other memory than this.

A log is sealed with a data key of its own, kept beside it, so that `wipe` leaves nothing readable. Every entry has a
place (the order of the talk) and the number of its last change; both come from one counter per log, so a page that was
away asks for "everything changed after n". Ids come from outside (the browser's, the outbox's), so a repeat is no
second entry.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel, ConfigDict

from core.messages import Button
from core.state import keys
from core.state.crypto import Box, Unreadable
from core.state.link import Link, Value

MAX_ENTRIES = 20_000
"""Entries kept per chat; the oldest go first."""
PAGE = 60
TRIES = 20


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Writer(Frozen):
    """A person in the chat, under the name they had when they wrote."""

    uid: str
    name: str


class FileCard(Frozen):
    """A stored file as an entry refers to it (see `webfiles`); `size` in bytes."""

    id: str
    name: str
    media_type: str
    size: int
    alt: str = ""
    by: str = ""
    """Who uploaded it; empty: the coach."""

    @property
    def is_image(self) -> bool:
        return self.media_type.startswith("image/")


class Entry(Frozen):
    """One message. `author` is `None` for the coach; only the coach's text is in the Markdown subset."""

    id: str
    at: datetime
    author: Writer | None
    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    files: tuple[FileCard, ...] = ()
    reply_to: str | None = None
    reactions: Mapping[str, tuple[str, ...]] = {}
    edited: bool = False
    deleted: bool = False
    addressed: bool = True
    """The coach was told (always in private; in a room only what is meant for it)."""
    ask: str = ""
    """Placeholder for the answer, if this asks for one."""


Change = Callable[[Entry], Entry]
"""Pure; may run several times."""


@dataclass(frozen=True, slots=True)
class Logged:
    """An entry in its place. `change` grows with every change; `new`: this call put it there."""

    entry: Entry
    place: int
    change: int
    new: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some entries, oldest first. `reset`: they replace whatever the reader had. `more`: there are older ones."""

    entries: tuple[Logged, ...]
    change: int
    reset: bool = False
    more: bool = False


class WebLog:
    """The logs. Chats are named by their id (`dm:...`, `room:...`). Every call may raise `StoreAway`."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def names(self, chat: str) -> tuple[str, str, str, str]:
        digest = self._link.vault.digest("weblog", chat)
        return (
            keys.weblog(digest, "head"),
            keys.weblog(digest, "entries"),
            keys.weblog(digest, "places"),
            keys.weblog(digest, "changes"),
        )

    async def box(self, chat: str) -> tuple[bytes, Box]:
        """The chat's wrapped data key and its box; made at the first need."""
        owner = f"weblog:{chat}"
        fresh, _ = self._link.vault.new_key(owner)
        wrapped: bytes = await self._link.call("weblog_key", [self.names(chat)[0]], [fresh], again=True)
        return wrapped, self._link.vault.box(owner, wrapped)

    async def append(self, chat: str, entry: Entry) -> Logged:
        """Put the entry at the end, unless its id is there already: then what is there comes back (`new` false)."""
        for _ in range(TRIES):
            wrapped, box = await self.box(chat)
            sealed = box.seal(entry.id, entry.model_dump_json().encode())
            outcome, place, change = await self._put(chat, wrapped, entry.id, sealed, b"")
            if outcome == 0:
                return Logged(entry, place, change, new=True)
            if outcome == 1 and (found := await self.get(chat, entry.id)):
                return found
        raise RuntimeError("a log that changes faster than it can be written")

    async def change(self, chat: str, entry_id: str, change: Change) -> Logged | None:
        """Change an entry in place; `None` if there is none. A change that changes nothing is not written."""
        for attempt in range(TRIES):
            wrapped, box = await self.box(chat)
            sealed, place, number = await self._find(chat, entry_id)
            if sealed is None:
                return None
            try:
                before = Entry.model_validate_json(box.open(entry_id, sealed))
            except Unreadable:
                continue  # wiped between the two reads
            after = change(before)
            if after == before:
                return Logged(before, place, number)
            written = box.seal(entry_id, after.model_dump_json().encode())
            outcome, place, number = await self._put(chat, wrapped, entry_id, written, sealed)
            if outcome == 0:
                return Logged(after, place, number, new=True)
            await asyncio.sleep(0.002 * attempt)
        raise RuntimeError("an entry that changes faster than it can be written")

    async def get(self, chat: str, entry_id: str) -> Logged | None:
        sealed, place, number = await self._find(chat, entry_id)
        if sealed is None:
            return None
        _, box = await self.box(chat)
        return _opened(box, entry_id, sealed, place, number)

    async def newest(self, chat: str, *, before: int | None = None, limit: int = PAGE) -> Excerpt:
        """The last entries, or the last ones before a place."""
        head, _, places, _ = self.names(chat)
        top = "+inf" if before is None else f"({before}"
        count, found = await self._link.many(
            [("HGET", head, "count"), ("ZRANGE", places, top, "-inf", "BYSCORE", "REV", "LIMIT", 0, limit + 1)],
            again=True,
        )
        ids = [entry_id.decode() for entry_id in found][:limit][::-1]
        logged = await self._read(chat, ids)
        return Excerpt(logged, int(count or 0), reset=before is None, more=len(found) > limit)

    async def since(self, chat: str, change: int, *, limit: int = 3 * PAGE) -> Excerpt:
        """What changed after that number; if that is too much, or the log was wiped since, the newest page instead."""
        head, _, _, changes = self.names(chat)
        (born, count), found = await self._link.many(
            [
                ("HMGET", head, "born", "count"),
                ("ZRANGE", changes, f"({change}", "+inf", "BYSCORE", "LIMIT", 0, limit + 1),
            ],
            again=True,
        )
        if born is None or change < int(born) or change > int(count) or len(found) > limit:
            return await self.newest(chat)
        return Excerpt(await self._read(chat, [entry_id.decode() for entry_id in found]), int(count))

    async def wipe(self, chat: str) -> None:
        """Destroy the log with its key: what is said, who is in it, and (unreadable without the key) its files."""
        digest = self._link.vault.digest("weblog", chat)
        await self._link.do("DEL", *self.names(chat), keys.weblog(digest, "people"), again=True)
        self._link.vault.forget(f"weblog:{chat}")

    async def erase_author(self, chat: str, uid: str) -> list[str]:
        """Take the words of one author out of a shared log. Returns the ids of the files they had sent there."""
        files: list[str] = []
        page = await self.newest(chat)
        while page.entries:
            for logged in page.entries:
                if logged.entry.author is not None and logged.entry.author.uid == uid:
                    files += [file.id for file in logged.entry.files]
                    await self.change(chat, logged.entry.id, erased)
            page = await self.newest(chat, before=page.entries[0].place)
        return files

    async def _put(self, chat: str, wrapped: bytes, entry_id: str, sealed: bytes, old: bytes) -> tuple[int, int, int]:
        values: list[Value] = [wrapped, entry_id, sealed, old, MAX_ENTRIES]
        outcome, place, change = await self._link.call("weblog_put", self.names(chat), values)
        return outcome, place, change

    async def _find(self, chat: str, entry_id: str) -> tuple[bytes | None, int, int]:
        _, entries, places, changes = self.names(chat)
        sealed, place, change = await self._link.many(
            [("HGET", entries, entry_id), ("ZSCORE", places, entry_id), ("ZSCORE", changes, entry_id)], again=True
        )
        return (sealed, int(float(place)), int(float(change))) if sealed and place and change else (None, 0, 0)

    async def _read(self, chat: str, ids: Sequence[str]) -> tuple[Logged, ...]:
        if not ids:
            return ()
        _, entries, places, changes = self.names(chat)
        sealed, where, numbers = await self._link.many(
            [("HMGET", entries, *ids), ("ZMSCORE", places, *ids), ("ZMSCORE", changes, *ids)], again=True
        )
        _, box = await self.box(chat)
        rows = zip(ids, sealed, where, numbers, strict=True)
        opened = (_opened(box, i, s, int(float(p)), int(float(c))) for i, s, p, c in rows if s and p and c)
        return tuple(sorted((one for one in opened if one), key=lambda one: one.place))


def erased(entry: Entry) -> Entry:
    """The entry with nothing in it but that there was one; the author's name goes too."""
    author = None if entry.author is None else Writer(uid=entry.author.uid, name="")
    return Entry(id=entry.id, at=entry.at, author=author, text="", deleted=True, addressed=entry.addressed)


def _opened(box: Box, entry_id: str, sealed: bytes, place: int, change: int) -> Logged | None:
    """`None`: the log was wiped while it was read."""
    try:
        return Logged(Entry.model_validate_json(box.open(entry_id, sealed)), place, change)
    except Unreadable:
        return None
