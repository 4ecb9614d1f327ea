"""Files of the web chats, sealed with the chat's key and kept for a time."""

from __future__ import annotations

import secrets
from datetime import date

from core.errors import CoachError
from core.state import keys
from core.state.crypto import Unreadable
from core.state.link import Link
from core.state.weblog import FileCard, WebLog

KEPT_S = 180 * 24 * 3600
DAY_BYTES = 100 * 1024 * 1024
"""What one person may upload a day."""


class QuotaReached(CoachError):
    """Enough files for today."""


class WebFiles:
    """Every call may raise `StoreAway`."""

    def __init__(self, link: Link, log: WebLog) -> None:
        self._link = link
        self._log = log

    def _key(self, chat: str, file_id: str) -> str:
        return keys.weblog(self._link.vault.digest("weblog", chat), f"file:{file_id}")

    async def allow(self, uid: str, size: int, today: date) -> None:
        """Count `size` bytes towards the day. Raises `QuotaReached`."""
        key = keys.weblog(self._link.vault.digest("weblog quota", uid, today.isoformat()), "quota")
        used, _ = await self._link.many([("INCRBY", key, size), ("EXPIRE", key, 2 * 24 * 3600)])
        if used > DAY_BYTES:
            raise QuotaReached("web-quota")

    async def put(self, chat: str, card: FileCard, content: bytes) -> None:
        _, box = await self._log.box(chat)
        head = box.seal(f"card {card.id}", card.model_dump_json().encode())
        body = box.seal(f"file {card.id}", content)
        key = self._key(chat, card.id)
        await self._link.many([("HSET", key, "card", head, "file", body), ("EXPIRE", key, KEPT_S)], again=True)

    async def card(self, chat: str, file_id: str) -> FileCard | None:
        head = await self._opened(chat, file_id, "card")
        return None if head is None else FileCard.model_validate_json(head)

    async def content(self, chat: str, file_id: str) -> bytes | None:
        """`None` if it is not kept any more."""
        return await self._opened(chat, file_id, "file")

    async def _opened(self, chat: str, file_id: str, part: str) -> bytes | None:
        sealed = await self._link.do("HGET", self._key(chat, file_id), part, again=True)
        if sealed is None:
            return None
        _, box = await self._log.box(chat)
        try:
            return box.open(f"{part} {file_id}", sealed)
        except Unreadable:  # the chat was wiped, and this with it
            return None

    async def drop(self, chat: str, file_id: str) -> None:
        await self._link.do("DEL", self._key(chat, file_id), again=True)


def new_file_id() -> str:
    return secrets.token_hex(12)
