"""Uploads and downloads. A person's file is only ever shown as a picture or saved, never run as part of the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote

from aiohttp import web

from bots.web import limits
from bots.web.auth import Gate
from bots.web.inbound import clean_filename
from bots.web.render import PICTURES, file_json, sniff
from bots.web.requests import Refused, answer, session
from core.state.webchats import WebChats
from core.state.webfiles import QuotaReached, new_file_id
from core.state.weblog import FileCard
from core.state.webpeople import dm


@dataclass(frozen=True, slots=True)
class Files:
    chats: WebChats
    gate: Gate

    def routes(self) -> list[web.AbstractRouteDef]:
        return [web.post("/api/upload", self.upload), web.get("/api/files/{chat}/{file}", self.file)]

    async def upload(self, request: web.Request) -> web.StreamResponse:
        """The body is the file; `chat` and `name` are in the query. Answers with the file's card."""
        uid = (await session(self.gate, request)).uid
        chat = await self._chat(request.query.get("chat", ""), uid)
        if (request.content_length or 0) > limits.FILE:
            raise Refused("too_big")
        content = await request.read()
        media_type = sniff(content, request.content_type)
        _fits(content, media_type)
        await self._count(uid, len(content))
        name = clean_filename(request.query.get("name", ""))
        card = FileCard(id=new_file_id(), name=name, media_type=media_type, size=len(content), by=uid)
        await self.chats.files.put(chat, card, content)
        return answer(file_json(card, chat))

    async def _count(self, uid: str, size: int) -> None:
        try:
            await self.chats.files.allow(uid, size, datetime.now(UTC).date())
        except QuotaReached:
            raise Refused("quota") from None

    async def file(self, request: web.Request) -> web.StreamResponse:
        uid = (await session(self.gate, request)).uid
        chat = await self._chat(request.match_info["chat"], uid)
        card = await self.chats.files.card(chat, request.match_info["file"])
        content = await self.chats.files.content(chat, request.match_info["file"])
        if card is None or content is None:
            raise web.HTTPNotFound
        return web.Response(body=content, headers=headers(card))

    async def _chat(self, name: str, uid: str) -> str:
        """The chat's id; whoever is not in it is told that there is nothing."""
        if name == "dm":
            return dm(uid)
        if not name.startswith("room:") or not await self.chats.people.is_member(name[5:], uid):
            raise web.HTTPNotFound
        return name


def _fits(content: bytes, media_type: str) -> None:
    """Raises `Refused`."""
    if not content:
        raise Refused("empty")
    if len(content) > (limits.IMAGE if media_type.startswith("image/") else limits.FILE):
        raise Refused("too_big")


def headers(card: FileCard) -> dict[str, str]:
    shown = card.media_type in PICTURES
    place = "inline" if shown else "attachment"
    return {
        "Content-Type": card.media_type if shown else "application/octet-stream",
        "Content-Disposition": f"{place}; filename*=UTF-8''{quote(card.name, safe='')}",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, max-age=86400, immutable",
    }
