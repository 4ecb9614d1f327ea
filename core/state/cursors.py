"""How far each channel of a platform was read, for a platform that does not keep what a bot missed."""

from __future__ import annotations

from collections.abc import Collection

from core.state import keys
from core.state.link import Link


class Cursors:
    """Cursors of one platform (`name`). Calls may raise `core.errors.StoreAway`."""

    def __init__(self, link: Link, name: str) -> None:
        self._link = link
        self._key = keys.cursors(name)

    async def get(self, channel_id: str) -> str | None:
        """The last handled message's id."""
        sealed = await self._link.do("HGET", self._key, self._field(channel_id), again=True)
        return None if sealed is None else self._open(sealed)[1]

    async def set(self, channel_id: str, message_id: str) -> None:
        """Everything up to this message is handled."""
        sealed = self._link.seal("cursor", f"{channel_id} {message_id}".encode())
        await self._link.do("HSET", self._key, self._field(channel_id), sealed, again=True)

    async def channels(self) -> Collection[str]:
        """The channels that have a cursor."""
        return [self._open(sealed)[0] for sealed in await self._link.do("HVALS", self._key, again=True)]

    def _field(self, channel_id: str) -> str:
        return self._link.vault.digest("cursor", self._key, channel_id)

    def _open(self, sealed: bytes) -> tuple[str, str]:
        channel_id, _, message_id = self._link.open("cursor", sealed).decode().partition(" ")
        return channel_id, message_id
