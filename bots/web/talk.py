"""One open page: what it asks for, and what happens with it."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import assert_never

from pydantic import ValidationError

from bots.sending import Handle, MenuItem
from bots.web import inbound, limits
from bots.web.hub import Hub, Page
from bots.web.inbound import AnyFrame, DeleteOwn, EditOwn, Lasting, Older, Open, Ping, Press, React, Say, Speak
from bots.web.lanes import Lanes
from bots.web.render import Json, entry_frame, log_frame, menu_json, older_frame
from bots.web.rooms import Rooms
from core.errors import StoreAway
from core.events import Ack, Author, PlatformEvent
from core.i18n import LANGUAGES
from core.messages import ChatRef
from core.state.webchats import WebChats
from core.state.weblog import Entry, FileCard, Logged, Writer, erased
from core.state.webpeople import dm

log = logging.getLogger(__name__)


class Nack(Exception):
    """A frame that is not accepted. `retry`: the same frame may be accepted later."""

    def __init__(self, why: str, *, retry: bool = False) -> None:
        super().__init__(why)
        self.why, self.retry = why, retry


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page's talk needs."""

    chats: WebChats
    rooms: Rooms
    hub: Hub
    lanes: Lanes
    handle: Handle
    menu: tuple[MenuItem, ...]


class Talk:
    def __init__(self, desk: Desk, page: Page) -> None:
        self._desk, self._page = desk, page
        self._log = desk.chats.log
        self._bucket = limits.Bucket(limits.FRAMES_BURST, limits.FRAMES_PER_S)
        self._pending = 0

    @property
    def uid(self) -> str:
        return self._page.uid

    # ---- the page's chats
    async def greet(self) -> None:
        """The first frame. Raises `StoreAway`."""
        profile = await self._desk.chats.people.profile(self.uid)
        me = {"uid": self.uid, "name": profile.name, "lang": profile.language}
        allowed = {"text": limits.TEXT, "image": limits.IMAGE, "file": limits.FILE, "files": limits.FILES}
        self._page.send(
            {"t": "hello", "me": me, "menu": menu_json(self._desk.menu), "limits": allowed, **await self._chats()}
        )

    async def _chats(self) -> Json:
        listed = await self._desk.rooms.list(self.uid)
        self._desk.hub.place(self._page, listed)
        return {"chats": list(listed.values())}

    async def follow(self) -> None:
        """Tell the page of new rooms, members and names, until cancelled."""
        while True:
            await self._page.stale.wait()
            self._page.stale.clear()
            try:
                profile = await self._desk.chats.people.profile(self.uid)
                self._page.send({"t": "chats", "me": {"name": profile.name}, **await self._chats()})
            except StoreAway:
                self._page.cut()

    # ---- frames
    async def read(self, raw: str) -> None:
        """One frame; the answers go to the page."""
        frame = parse(raw)
        if frame is None:
            return
        try:
            if not self._bucket.take(time.monotonic()):
                raise Nack("flood", retry=True)
            await self._take(frame)
        except Nack as nack:
            self._refuse(frame, nack)
        except StoreAway:
            self._refuse(frame, Nack("away", retry=True))

    def _refuse(self, frame: AnyFrame, nack: Nack) -> None:
        if isinstance(frame, Lasting):
            self._page.send({"t": "nack", "id": frame.id, "why": nack.why, "retry": nack.retry})
        elif nack.retry:
            self._page.cut()

    async def _take(self, frame: AnyFrame) -> None:
        if inbound.too_long(frame):
            raise Nack("too_long")
        match frame:
            case Ping():
                self._page.send({"t": "pong"})
            case Open():
                await self._open(frame)
            case Older():
                chat = await self._chat(frame.chat)
                page = await self._log.newest(chat.chat_id, before=frame.before)
                self._page.send(older_frame(page, chat.chat_id))
            case Say():
                await self._say(frame)
            case Press():
                await self._press(frame)
            case React():
                await self._react(frame)
            case EditOwn():
                await self._edit(frame)
            case DeleteOwn():
                await self._delete(frame)
            case Speak():
                await self._speak(frame)
            case _:
                assert_never(frame)

    async def _chat(self, name: str) -> ChatRef:
        """The chat, if the person may be in it."""
        if name == "dm":
            return ChatRef("web", dm(self.uid))
        if not await self._desk.chats.people.is_member(name[5:], self.uid):
            raise Nack("member")
        return ChatRef("web", name, "group")

    async def _open(self, frame: Open) -> None:
        chat = (await self._chat(frame.chat)).chat_id
        found = await (self._log.newest(chat) if frame.after is None else self._log.since(chat, frame.after))
        self._page.send(log_frame(found, chat))

    async def _say(self, frame: Say) -> None:
        chat, author = await self._here(frame.chat)
        entry = await self._entry(frame, chat, author)
        logged = await self._log.append(chat.chat_id, entry)
        if logged.entry.author is None or logged.entry.author.uid != self.uid:
            raise Nack("invalid")
        await self._tell(chat, logged)
        self._hand_over(frame, inbound.said(logged.entry, chat, author))

    async def _entry(self, frame: Say, chat: ChatRef, author: Author) -> Entry:
        text = frame.text.strip()
        files = tuple([await self._file(chat, file_id) for file_id in frame.files])
        if not text and not files:
            raise Nack("invalid")
        private = chat.kind == "private"
        meant = inbound.is_addressed(text, private=private, to_coach=await self._to_coach(frame, chat))
        writer = Writer(uid=self.uid, name=author.name)
        return Entry(
            id=frame.id,
            at=datetime.now(UTC),
            author=writer,
            text=text,
            files=files,
            reply_to=frame.reply_to,
            addressed=meant,
        )

    async def _to_coach(self, frame: Say, chat: ChatRef) -> bool:
        source = await self._log.get(chat.chat_id, frame.reply_to) if frame.reply_to else None
        return source is not None and source.entry.author is None

    async def _file(self, chat: ChatRef, file_id: str) -> FileCard:
        card = await self._desk.chats.files.card(chat.chat_id, file_id)
        if card is None or card.by != self.uid:
            raise Nack("invalid")
        return card

    async def _press(self, frame: Press) -> None:
        chat, author = await self._here(frame.chat)
        logged = await self._log.get(chat.chat_id, frame.message)
        if logged is None or not inbound.offers(logged.entry, frame.action):
            if logged is not None:
                self._page.send(entry_frame(logged, chat.chat_id))
            raise Nack("stale")
        name, _, chosen = frame.action.partition(":")
        if chat.kind == "private" and name == "language" and chosen in LANGUAGES:
            await self._page_language(chosen)
        self._hand_over(frame, inbound.pressed(frame, chat, author, datetime.now(UTC)))

    async def _react(self, frame: React) -> None:
        chat, author = await self._here(frame.chat)
        await self._change(
            chat,
            frame.message,
            lambda e: inbound.with_reaction(e, frame.emoji, self.uid, removed=frame.removed),
            own=False,
        )
        self._hand_over(frame, inbound.reacted(frame, chat, author, datetime.now(UTC)))

    async def _edit(self, frame: EditOwn) -> None:
        chat, author = await self._here(frame.chat)
        private, text = chat.kind == "private", frame.text.strip()

        def edit(entry: Entry) -> Entry:
            meant = inbound.is_addressed(text, private=private, to_coach=entry.addressed)
            return entry.model_copy(update={"text": text, "edited": True, "addressed": meant})

        logged = await self._change(chat, frame.message, edit, own=True)
        self._hand_over(frame, inbound.edited(frame, logged.entry, chat, author, datetime.now(UTC)))

    async def _delete(self, frame: DeleteOwn) -> None:
        chat, author = await self._here(frame.chat)
        before = await self._log.get(chat.chat_id, frame.message)
        logged = await self._change(chat, frame.message, erased_own, own=True)
        for file in before.entry.files if before else ():
            await self._desk.chats.files.drop(chat.chat_id, file.id)
        self._hand_over(frame, inbound.deleted(frame, logged.entry, chat, author, datetime.now(UTC)))

    async def _speak(self, frame: Speak) -> None:
        await self._page_language(frame.lang)
        chat, author = await self._here("dm")
        known = (await self._log.newest(chat.chat_id, limit=1)).entries
        # before the first word the choice is only a hint
        self._hand_over(frame, inbound.spoke(frame, chat, author, datetime.now(UTC)) if known else None)

    async def _page_language(self, language: str) -> None:
        people = self._desk.chats.people
        await people.save(self.uid, (await people.profile(self.uid)).model_copy(update={"language": language}))

    async def _here(self, name: str) -> tuple[ChatRef, Author]:
        chat = await self._chat(name)
        return chat, await self._desk.rooms.author(self.uid, chat.chat_id, self._page.zone)

    async def _change(self, chat: ChatRef, message: str, change: Callable[[Entry], Entry], *, own: bool) -> Logged:
        found = await self._log.get(chat.chat_id, message)
        if found is None or (own and (found.entry.author is None or found.entry.author.uid != self.uid)):
            raise Nack("invalid")
        changed = await self._log.change(chat.chat_id, message, change)
        if changed is None:
            raise Nack("invalid")
        await self._tell(chat, changed)
        return changed

    async def _tell(self, chat: ChatRef, logged: Logged) -> None:
        await self._desk.chats.tell(chat.chat_id, entry_frame(logged, chat.chat_id))

    # ---- the coach
    def _hand_over(self, frame: Lasting, event: PlatformEvent | None) -> None:
        """To the coach, in the order of this person in this chat; acknowledged when the coach has committed."""
        if event is None:
            self._page.send({"t": "ack", "id": frame.id})
        elif self._pending >= limits.PENDING:
            raise Nack("flood", retry=True)
        else:
            self._pending += 1
            self._desk.lanes.run((event.chat.chat_id, self.uid), lambda: self._answer(frame, event))

    async def _answer(self, frame: Lasting, event: PlatformEvent) -> None:
        ack = await handled(self._desk.handle, event)
        self._pending -= 1
        if isinstance(ack, Ack):
            self._page.send({"t": "ack", "id": frame.id, "toast": ack.toast})
        else:
            self._refuse(frame, ack)


Work = Callable[[], Awaitable[None]]


async def handled(handle: Handle, event: PlatformEvent) -> Ack | Nack:
    try:
        return await handle(event)
    except StoreAway:
        return Nack("away", retry=True)
    except Exception:
        log.exception("event %s failed", event.id)
        return Nack("failed")


def parse(raw: str) -> AnyFrame | None:
    """`None` for what no page of ours sends."""
    try:
        return inbound.FRAME.validate_json(raw)
    except ValidationError:
        return None


def erased_own(entry: Entry) -> Entry:
    return erased(entry).model_copy(update={"author": entry.author})


async def serve(talk: Talk, page: Page, frames: Callable[[], Awaitable[None]]) -> None:
    """Run one page until its connection ends."""
    writer = asyncio.create_task(page.write())
    follower = asyncio.create_task(talk.follow())
    try:
        await talk.greet()
        await frames()
    finally:
        follower.cancel()
        writer.cancel()
        await asyncio.gather(writer, follower, return_exceptions=True)
