"""The web chats as one part of the store: logs, files, people, and news of them for the pages that are open."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any

import orjson

from core.state.crypto import Unreadable
from core.state.link import Link
from core.state.pubsub import PubSub
from core.state.webfiles import WebFiles
from core.state.weblog import WebLog
from core.state.webpeople import WebPeople, dm

CHANNEL = "web"
DIGEST = 22
"""Characters of a chat's digest, which leads each piece of news so that most can be passed over unread."""

News = Mapping[str, Any]


class WebChats:
    """`WebChats(store)`. Every call may raise `StoreAway`."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._pubsub = PubSub(link)
        self.log = WebLog(link)
        self.files = WebFiles(link, self.log)
        self.people = WebPeople(link, self.log, self.files)

    def digest(self, chat: str) -> str:
        return self._link.vault.digest("weblog", chat)

    async def tell(self, chat: str, news: News) -> None:
        """Tell every process that has pages open in the chat. Fleeting: who is away asks the log later."""
        sealed = self._link.seal("web news", orjson.dumps(news))
        await self._pubsub.publish(CHANNEL, self.digest(chat).encode() + sealed)

    def news(self, messages: AsyncIterator[tuple[str, bytes]]) -> AsyncIterator[tuple[str, bytes]]:
        """The chat's digest and the sealed news of each message."""
        return ((message[:DIGEST].decode(), message[DIGEST:]) async for _, message in messages)

    def read(self, sealed: bytes) -> News | None:
        try:
            news: News = orjson.loads(self._link.open("web news", sealed))
        except Unreadable:
            return None
        return news

    async def forget(self, uid: str) -> None:
        """Forget the account `uid`: its private chat and files, its name, its rooms and what it wrote there. Open pages
        follow at once. Safe to repeat."""
        changed = await self.people.forget(uid)
        for chat in changed:
            await self.tell(chat, {"t": "wiped"} if chat == dm(uid) else {"t": "resync"})
            await self.tell(chat, {"t": "rooms"})
