"""The way out: effects become entries of the log, and open pages hear of them."""

from __future__ import annotations

from datetime import UTC, datetime

from bots.sending import Gone, Rejected, RetryAfter
from bots.web.inbound import with_reaction
from bots.web.render import content_of, entry_frame, message_id, spans, with_message
from core.errors import StoreAway
from core.messages import Ask, Attachment, ChatRef, Edit, Effect, Message, MessageRef, Platform, React, Receipt, Send
from core.state.webchats import WebChats
from core.state.weblog import Entry, FileCard, Logged
from core.state.webpeople import room

BOT = "bot"
"""Stands for the coach among those who reacted."""
AWAY_S = 2.0


class WebSender:
    """One attempt each; a repeat with the same nonce changes nothing. Raises `SendError`s only."""

    platform: Platform = "web"

    def __init__(self, chats: WebChats) -> None:
        self._chats = chats

    async def send(self, effect: Effect, *, nonce: str, target: MessageRef | None) -> Receipt | None:
        try:
            return await self._send(effect, nonce, target)
        except StoreAway as error:
            raise RetryAfter(AWAY_S) from error
        except ValueError as error:
            raise Rejected(str(error)) from error

    async def _send(self, effect: Effect, nonce: str, target: MessageRef | None) -> Receipt | None:
        match effect:
            case Send():
                return await self._new(effect.chat, effect.message, nonce, reply_to=effect.reply_to)
            case Ask():
                asked = effect.placeholder
                return await self._new(effect.chat, effect.message, nonce, reply_to=effect.reply_to, ask=asked)
            case Edit():
                return await self._edit(effect, nonce, target)
            case React():
                await self._react(effect)
                return None

    async def _new(
        self, chat: ChatRef, message: Message, nonce: str, *, reply_to: str | None = None, ask: str = ""
    ) -> Receipt:
        await self._check(chat)
        entry = Entry(
            id=message_id(nonce),
            at=datetime.now(UTC),
            author=None,
            text=message.text,
            buttons=message.buttons,
            files=await self._files(chat.chat_id, message.attachment, nonce),
            reply_to=reply_to if chat.kind == "group" else None,
            ask=ask,
        )
        await self._tell(chat.chat_id, await self._chats.log.append(chat.chat_id, entry))
        return Receipt(chat, entry.id)

    async def _edit(self, effect: Edit, nonce: str, target: MessageRef | None) -> Receipt | None:
        if target is None:
            return None if effect.cosmetic else await self._new(effect.chat, effect.message, nonce)
        chat, message = target.chat.chat_id, effect.message
        files = await self._files(chat, message.attachment, nonce)
        changed = await self._chats.log.change(
            chat, target.message_id, lambda entry: with_message(entry, message, files)
        )
        if changed is None:
            raise Gone(f"no message {target.message_id}")
        await self._tell(chat, changed)
        return Receipt(target.chat, target.message_id)

    async def _react(self, effect: React) -> None:
        chat, message = effect.message.chat.chat_id, effect.message.message_id
        changed = await self._chats.log.change(
            chat, message, lambda entry: with_reaction(entry, effect.emoji, BOT, removed=False)
        )
        if changed is None:
            raise Gone(f"no message {message}")
        await self._tell(chat, changed)

    async def _files(self, chat: str, attachment: Attachment | None, nonce: str) -> tuple[FileCard, ...]:
        if attachment is None:
            return ()
        content = content_of(attachment)
        card = FileCard(
            id=message_id(nonce),
            name=attachment.filename,
            media_type=attachment.media_type,
            size=len(content),
            alt=attachment.alt,
        )
        await self._chats.files.put(chat, card, content)
        return (card,)

    async def _check(self, chat: ChatRef) -> None:
        if chat.chat_id.startswith("room:") and await self._chats.people.room(chat.chat_id[5:]) is None:
            raise Gone("no such room")
        if not chat.chat_id.startswith((room(""), "dm:")):
            raise Gone("no such chat")

    async def _tell(self, chat: str, logged: Logged) -> None:
        await self._chats.tell(chat, entry_frame(logged, chat))


class WebLive:
    """Typing and drafts; whoever misses one misses nothing."""

    def __init__(self, chats: WebChats) -> None:
        self._chats = chats

    async def typing(self, chat: ChatRef) -> None:
        await self._show(chat, {"t": "live"})

    async def draft(self, chat: ChatRef, draft_id: str, text: str) -> None:
        await self._show(chat, {"t": "live", "spans": spans(text)} if text else {"t": "live", "ends": True})

    async def _show(self, chat: ChatRef, frame: dict[str, object]) -> None:
        try:
            await self._chats.tell(chat.chat_id, frame)
        except StoreAway:
            return
