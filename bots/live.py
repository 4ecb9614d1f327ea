"""Signs of life by platform: the core has one `Live`, a process has those of the platforms it runs."""

from __future__ import annotations

from bots.gate import Acquire
from bots.limits import PATIENT, Limits
from core.errors import StoreAway
from core.messages import ChatRef, Live, Platform


class LiveByPlatform:
    """Passes on to the platform's own `Live`; chats of platforms this process does not run get none."""

    def __init__(self) -> None:
        self._lives: dict[Platform, Live] = {}

    def add(self, platform: Platform, live: Live) -> None:
        self._lives[platform] = live

    async def typing(self, chat: ChatRef) -> None:
        if live := self._lives.get(chat.platform):
            await live.typing(chat)

    async def draft(self, chat: ChatRef, draft_id: str, text: str) -> None:
        if live := self._lives.get(chat.platform):
            await live.draft(chat, draft_id, text)


class LimitedLive:
    """Signs of life count against the platform's limits too; where messages need the room, they are left out."""

    def __init__(self, live: Live, acquire: Acquire, limits: Limits) -> None:
        self._live = live
        self._acquire = acquire
        self._rates = limits.of_all(PATIENT)

    async def typing(self, chat: ChatRef) -> None:
        if await self._granted():
            await self._live.typing(chat)

    async def draft(self, chat: ChatRef, draft_id: str, text: str) -> None:
        if not text or await self._granted():
            await self._live.draft(chat, draft_id, text)

    async def _granted(self) -> bool:
        if not self._rates:
            return True
        try:
            return await self._acquire(self._rates) <= 0
        except StoreAway:
            return False
