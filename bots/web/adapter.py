"""The web chat: one server for the page, its websocket and its files."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

from bots.sending import Handle, MenuItem
from bots.web import limits
from bots.web.auth import MARK, Gate, check
from bots.web.files import Files
from bots.web.hub import Hub
from bots.web.lanes import Lanes
from bots.web.requests import Refused, answer
from bots.web.rooms import Rooms
from bots.web.routes import HEALTH, Site
from bots.web.sender import WebLive, WebSender
from bots.web.signin import SignIn
from bots.web.talk import Desk
from core.errors import StoreAway
from core.events import Upload
from core.i18n import Words
from core.settings import Web
from core.state.store import Store
from core.state.webchats import WebChats

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
        "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-cache",
}
GRACE_S = 2.0
"""How long events under way may take when the server stops; the page sends the rest again."""

log = logging.getLogger(__name__)
Next = Callable[[web.Request], Awaitable[web.StreamResponse]]


class WebAdapter:
    """Raises `auth.NoSecret` when the page would be open to everybody."""

    def __init__(self, settings: Web, handle: Handle, menu: tuple[MenuItem, ...], store: Store, words: Words) -> None:
        check(settings)
        self._settings = settings
        self._chats = WebChats(store)
        self._lanes = Lanes()
        self._hub = Hub(self._chats, store.pubsub)
        self.sender = WebSender(self._chats)
        self.live = WebLive(self._chats)
        self.started = asyncio.Event()
        self.port = settings.port
        """The port in use, once started (it matters when the settings say 0)."""
        desk = Desk(self._chats, Rooms(self._chats, words), self._hub, self._lanes, handle, menu)
        home = (settings.public_url or "").rstrip("/")
        gate = Gate(settings, self._chats.people)
        self._gate = gate
        self._site = Site(store, gate, desk, words, home)
        self._parts = (self._site, Files(self._chats, gate), SignIn(gate, self._chats.people, words))

    @property
    def listening(self) -> asyncio.Event:
        """Set once news of other processes arrives here."""
        return self._hub.listening

    async def fetch(self, upload: Upload) -> bytes | None:
        """The content of a file that a person sent, `None` if it is not kept any more. Raises `StoreAway`."""
        chat, _, file_id = upload.fetch.rpartition("/")
        return await self._chats.files.content(chat, file_id)

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until `stop`; then let events under way end."""
        runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        listener = asyncio.create_task(self._hub.listen())
        try:
            await self._serve(runner)
            await stop.wait()
        finally:
            for page in self._hub.pages:
                page.cut()
            await self._lanes.drain(GRACE_S)
            await runner.cleanup()
            listener.cancel()
            await asyncio.gather(listener, return_exceptions=True)

    async def _serve(self, runner: web.AppRunner) -> None:
        site = web.TCPSite(runner, self._settings.host, self._settings.port)
        await site.start()
        self.port = runner.addresses[0][1]
        self.started.set()

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[self._outer, self._guard], client_max_size=limits.FILE + 1024)
        for part in self._parts:
            app.add_routes(part.routes())
        app.on_response_prepare.append(_dress)
        return app

    @web.middleware
    async def _outer(self, request: web.Request, handler: Next) -> web.StreamResponse:
        """What went wrong, as an answer the page understands."""
        try:
            return await handler(request)
        except StoreAway:
            return answer({"why": "away"}, 503)
        except Refused as refused:
            return answer({"why": refused.why}, refused.status)

    @web.middleware
    async def _guard(self, request: web.Request, handler: Next) -> web.StreamResponse:
        """Nothing gets further that comes from another site."""
        if request.path not in HEALTH and not self._is_welcome(request):
            self._site.counts.refused += 1
            raise web.HTTPForbidden
        return await handler(request)

    def _is_welcome(self, request: web.Request) -> bool:
        gate = self._gate
        if not gate.right_host(request):
            return False
        if request.method == "POST" and request.path != "/signin" and MARK not in request.headers:
            return False
        return (request.method == "GET" and request.path != "/ws") or gate.right_origin(request)


async def _dress(_: web.Request, response: web.StreamResponse) -> None:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
