"""Signs of life by platform: the core has one `Live`, a process has those of the platforms it runs."""

from __future__ import annotations

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
