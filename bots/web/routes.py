"""The page's HTTP side: the page itself, words, the person, rooms, the websocket, health."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

import orjson
from aiohttp import web
from pydantic import BaseModel

from bots.web import limits
from bots.web.auth import Gate
from bots.web.hub import Hub, Page
from bots.web.lanes import Lanes
from bots.web.render import room_json
from bots.web.requests import Refused, accepted, answer, body, session
from bots.web.rooms import Rooms
from bots.web.talk import Desk, Nack, Talk, handled, serve
from core.domain.days import is_zone
from core.i18n import LANGUAGES, Words, first_language
from core.state.link import Link
from core.state.webchats import WebChats

STATIC = Path(__file__).parent / "static"
VARIABLES = ("name", "count", "title", "limit", "size")
"""What the page fills in itself: it gets `{name}` where a message has `{ $name }`."""
SIGNED_OUT = 4401
HEALTH = frozenset({"/healthz", "/readyz"})
ROOM_CODE = re.compile(r"[a-z0-9]{4,40}")


class NewRoom(BaseModel):
    title: str = ""
    name: str


class Named(BaseModel):
    name: str


@dataclass(slots=True)
class Counts:
    """Since the process started."""

    pages: int = 0
    frames: int = 0
    refused: int = 0


@dataclass(slots=True)
class Site:
    link: Link
    gate: Gate
    desk: Desk
    words: Words
    home: str
    """Address people use, without a slash at the end; empty: wherever the page was opened."""
    counts: Counts = field(default_factory=Counts)
    table: dict[str, bytes] = field(default_factory=dict)

    @property
    def chats(self) -> WebChats:
        return self.desk.chats

    @property
    def rooms(self) -> Rooms:
        return self.desk.rooms

    @property
    def hub(self) -> Hub:
        return self.desk.hub

    @property
    def lanes(self) -> Lanes:
        return self.desk.lanes

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/", self.page),
            web.get("/r/{code}", self.page),
            web.get("/ws", self.socket),
            web.get("/api/me", self.me),
            web.get("/api/words/{language}", self.word_table),
            web.post("/api/name", self.rename),
            web.post("/api/rooms", self.create_room),
            web.get("/api/rooms/{code}", self.look_room),
            web.post("/api/rooms/{code}/join", self.join_room),
            web.post("/api/rooms/{code}/leave", self.leave_room),
            web.get("/healthz", self.alive),
            web.get("/readyz", self.ready),
            web.get("/metrics", self.metrics),
            web.static("/static", STATIC),
        ]

    # ---- the page
    async def page(self, request: web.Request) -> web.StreamResponse:
        if self.gate.needs_secret and await self.gate.session(request) is None:
            raise web.HTTPSeeOther(f"/signin?{urlencode({'next': request.path})}")
        return web.FileResponse(STATIC / "index.html")

    async def word_table(self, request: web.Request) -> web.StreamResponse:
        language = request.match_info["language"]
        if language not in LANGUAGES:
            raise web.HTTPNotFound
        if language not in self.table:
            self.table[language] = orjson.dumps(page_words(self.words, language))
        return web.Response(body=self.table[language], content_type="application/json")

    # ---- the person
    async def me(self, request: web.Request) -> web.StreamResponse:
        """Who the browser's owner is; a first visit makes them an account."""
        found, token = await self.gate.session(request), None
        if found is None:
            if self.gate.needs_secret:
                raise web.HTTPUnauthorized
            language = first_language([request.query.get("lang"), *accepted(request)])
            token, found = await self.chats.people.begin(trusted=False, language=language)
        profile = await self.chats.people.profile(found.uid)
        rooms = [f"room:{code}" for code in profile.rooms]
        home = self.home or f"{request.scheme}://{request.host}"
        response = answer(
            {"uid": found.uid, "name": profile.name, "lang": profile.language, "chats": ["dm", *rooms], "home": home}
        )
        if token is not None:
            self.gate.remember(response, token)
        return response

    async def rename(self, request: web.Request) -> web.StreamResponse:
        someone, wish = await session(self.gate, request), await body(request, Named)
        return answer({"name": (await self.rooms.rename(someone.uid, wish.name)).name})

    # ---- rooms
    async def create_room(self, request: web.Request) -> web.StreamResponse:
        someone, wish = await session(self.gate, request), await body(request, NewRoom)
        made, event = await self.rooms.create(someone.uid, wish.title, wish.name, datetime.now(UTC))
        outcome = await handled(self.desk.handle, event)
        if isinstance(outcome, Nack) and outcome.retry:
            raise web.HTTPServiceUnavailable
        return answer(room_json(made, f"room:{made.code}", None))

    async def look_room(self, request: web.Request) -> web.StreamResponse:
        await session(self.gate, request)
        found = await self.rooms.look(_code(request))
        return answer({"chat": f"room:{found.code}", "title": found.title, "count": len(found.members)})

    async def join_room(self, request: web.Request) -> web.StreamResponse:
        someone, wish = await session(self.gate, request), await body(request, Named)
        joined = await self.rooms.join(someone.uid, _code(request), wish.name, datetime.now(UTC))
        return answer(room_json(joined, f"room:{joined.code}", None))

    async def leave_room(self, request: web.Request) -> web.StreamResponse:
        someone = await session(self.gate, request)
        await self.rooms.leave(someone.uid, _code(request))
        return answer({})

    # ---- the open page
    async def socket(self, request: web.Request) -> web.StreamResponse:
        someone = await self.gate.session(request)
        socket = web.WebSocketResponse(heartbeat=25, max_msg_size=limits.FRAME)
        await socket.prepare(request)
        if someone is None:
            await socket.close(code=SIGNED_OUT)
            return socket
        page = Page(socket, someone.uid, _zone(request))
        self.counts.pages += 1
        try:
            talk = Talk(self.desk, page)
            await serve(talk, page, lambda: self._frames(socket, talk))
        finally:
            self.hub.place(page, ())
            self.counts.pages -= 1
        return socket

    async def _frames(self, socket: web.WebSocketResponse, talk: Talk) -> None:
        async for message in socket:
            if message.type == web.WSMsgType.TEXT:
                self.counts.frames += 1
                await talk.read(message.data)

    # ---- for operators
    async def alive(self, _: web.Request) -> web.StreamResponse:
        return web.Response(text="ok\n")

    async def ready(self, _: web.Request) -> web.StreamResponse:
        await self.link.ping()
        listening = self.hub.listening.is_set()
        return web.Response(text="ok\n" if listening else "starting\n", status=200 if listening else 503)

    async def metrics(self, _: web.Request) -> web.StreamResponse:
        counts = self.counts
        lines = [
            *("# TYPE jiayou_web_pages gauge", f"jiayou_web_pages {counts.pages}"),
            *("# TYPE jiayou_web_events_waiting gauge", f"jiayou_web_events_waiting {self.lanes.waiting}"),
            *("# TYPE jiayou_web_frames_total counter", f"jiayou_web_frames_total {counts.frames}"),
            *("# TYPE jiayou_web_refused_total counter", f"jiayou_web_refused_total {counts.refused}"),
        ]
        return web.Response(text="\n".join(lines) + "\n", content_type="text/plain", charset="utf-8")


def _zone(request: web.Request) -> str | None:
    """The browser's time zone, if it is one."""
    said = request.query.get("zone", "")
    return said if said and is_zone(said) else None


def page_words(words: Words, language: str) -> dict[str, str]:
    values = {name: f"{{{name}}}" for name in VARIABLES}
    ids = (message_id for message_id in words.ids(language) if message_id.startswith("web-"))
    return {message_id: words(language, message_id, **values) for message_id in sorted(ids)}


def _code(request: web.Request) -> str:
    code = request.match_info["code"]
    if not ROOM_CODE.fullmatch(code):
        raise Refused("unknown")
    return code
