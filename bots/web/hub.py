"""The pages that are open in this process, and what reaches them from all processes."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterable

import orjson
from aiohttp import WSMsgType, web

from bots.web.render import Json, wire
from core.errors import StoreAway
from core.state.pubsub import PubSub
from core.state.webchats import CHANNEL, News, WebChats

QUEUE = 500
"""Frames a page may be behind; then it is cut off and asks for what it missed."""
RETRY_S = 1.0
ROOMS: Json = {"t": "rooms"}
"""The page's list of chats has changed; this one is for the server's end of the page."""

log = logging.getLogger(__name__)


class Page:
    """One open page. Frames leave in the order given. `zone` is what the browser says (IANA)."""

    def __init__(self, socket: web.WebSocketResponse, uid: str, zone: str | None = None) -> None:
        self.uid = uid
        self.zone = zone
        self.chats: frozenset[str] = frozenset()
        self.stale = asyncio.Event()
        self._socket = socket
        self._queue: asyncio.Queue[bytes | None] = asyncio.Queue(QUEUE)

    def send(self, frame: News) -> None:
        try:
            self._queue.put_nowait(orjson.dumps(frame))
        except asyncio.QueueFull:
            self.cut()

    def cut(self) -> None:
        """Close the connection; the page comes back by itself."""
        while not self._queue.empty():
            self._queue.get_nowait()
        self._queue.put_nowait(None)

    async def write(self) -> None:
        """Until the connection ends."""
        while (frame := await self._queue.get()) is not None and not self._socket.closed:
            try:
                await self._socket.send_frame(frame, WSMsgType.TEXT)
            except ConnectionError:
                return
        await self._socket.close(code=1013)


class Hub:
    def __init__(self, chats: WebChats, pubsub: PubSub) -> None:
        self._chats = chats
        self._pubsub = pubsub
        self._pages: defaultdict[str, set[Page]] = defaultdict(set)
        self._names: dict[str, str] = {}
        self.listening = asyncio.Event()

    @property
    def pages(self) -> frozenset[Page]:
        return frozenset(page for pages in self._pages.values() for page in pages)

    def place(self, page: Page, chats: Iterable[str]) -> None:
        """From now on the page hears of exactly these chats."""
        now = frozenset(chats)
        for chat in page.chats - now:
            self._drop(page, self._chats.digest(chat))
        for chat in now - page.chats:
            digest = self._chats.digest(chat)
            self._names[digest] = chat
            self._pages[digest].add(page)
        page.chats = now

    def _drop(self, page: Page, digest: str) -> None:
        self._pages[digest].discard(page)
        if not self._pages[digest]:
            del self._pages[digest]
            del self._names[digest]

    async def listen(self) -> None:
        """Pass news on, for ever. After a gap every page is told to ask for what it missed."""
        while True:
            try:
                async with self._pubsub.subscribe([CHANNEL]) as messages:
                    self.listening.set()
                    self._resync()
                    async for digest, sealed in self._chats.news(messages):
                        self._pass_on(digest, sealed)
            except StoreAway:
                log.warning("web news: the store is away")
                await asyncio.sleep(RETRY_S)

    def _resync(self) -> None:
        for page in self.pages:
            page.send({"t": "resync"})
            page.stale.set()

    def _pass_on(self, digest: str, sealed: bytes) -> None:
        pages = self._pages.get(digest)
        news = self._chats.read(sealed) if pages else None
        if not pages or news is None:
            return
        frame = {**news, "chat": wire(self._names[digest])}
        for page in pages:
            if news == ROOMS:
                page.stale.set()
            else:
                page.send(frame)
