"""Discord's way out, over REST alone: the outbox and the fleeting signs."""

from __future__ import annotations

import contextlib
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, assert_never

from bots.discord import render
from bots.discord.rest import Rest
from bots.discord.tokens import ReplyToken, parse
from bots.sending import Gone, Rejected, SendError
from core.messages import Ask, Attachment, ChatRef, Edit, Effect, Message, MessageRef, Platform, React, Receipt, Send

TYPING_S = 8.0
"""Discord shows "typing" for ten seconds; asking more often is waste."""
_REMEMBERED = 5_000


class DiscordSender:
    """One call is one attempt. A repeat of a message is recognised by Discord through its nonce."""

    platform: Platform = "discord"

    def __init__(self, rest: Rest, clock: Callable[[], float] = time.time) -> None:
        self._rest = rest
        self._clock = clock
        self._since = clock()
        self._answered: OrderedDict[str, str] = OrderedDict()

    async def send(self, effect: Effect, *, nonce: str, target: MessageRef | None) -> Receipt | None:
        match effect:
            case Send():
                return await self._deliver(
                    effect.chat, effect.message, nonce, effect.reply_to, effect.reply_token,
                    silent=effect.silent, pin=effect.pin,
                )  # fmt: skip
            case Ask():
                message = render.with_form(effect)
                return await self._deliver(effect.chat, message, nonce, effect.reply_to, effect.reply_token)
            case Edit():
                return await self._edit(effect, nonce, target)
            case React():
                await self._rest.call(render.react(effect))
                return None
            case _:
                assert_never(effect)

    def answered(self, token: ReplyToken) -> bool:
        """Whether this process put a lasting answer on the interaction."""
        return token.token in self._answered

    async def loading(self, token: ReplyToken) -> bool:
        """Whether people still see "thinking" there. Raises `SendError`."""
        message = await self._original(token)
        return message is not None and bool(message.get("flags", 0) & render.LOADING)

    async def _deliver(
        self, chat: ChatRef, message: Message, nonce: str, reply_to: str | None, reply_token: str | None,
        *, silent: bool = False, pin: bool = False,
    ) -> Receipt | None:  # fmt: skip
        token = self._fresh(reply_token)
        parts = render.bodies(message, silent=silent)
        receipt: Receipt | None = None
        for at, body in enumerate(parts):
            file = message.attachment if at == len(parts) - 1 else None
            receipt = await self._part(chat, body, file, nonce, at, reply_to, token)
        if pin and receipt is not None:
            await self._pin(MessageRef(receipt.chat, receipt.message_id))
        return receipt

    async def _part(
        self, chat: ChatRef, body: render.Body, file: Attachment | None, item: str, at: int,
        reply_to: str | None, token: ReplyToken | None,
    ) -> Receipt | None:  # fmt: skip
        """One part: the first one answers a slash command in place, others follow as messages of their own."""
        key = render.nonce_of(item, at)
        if token is not None and token.manner != "button":
            mine = at == 0 and await self._mine(token, key, body)
            if mine and (receipt := await self._answer(chat, token, body, file)):
                return receipt if token.manner == "slash" else None
            if token.manner == "private":
                await self._rest.call(render.followup(token, body, file, private=True))
                return None
        reply_to = reply_to if at == 0 else None
        posted = await self._rest.call(render.post(chat.chat_id, body, nonce=key, reply_to=reply_to, attachment=file))
        return Receipt(chat, posted["id"])

    async def _mine(self, token: ReplyToken, key: str, body: render.Body) -> bool:
        """Whether this message may fill the deferred one: nobody has, or it did at an earlier attempt.

        What an earlier process answered is not remembered here, so Discord is asked."""
        filled_by = self._answered.get(token.token)
        if filled_by is not None:
            return filled_by == key
        if token.at < self._since and not await self._free(token, body):
            return False
        self._answered[token.token] = key
        while len(self._answered) > _REMEMBERED:
            self._answered.popitem(last=False)
        return True

    async def _free(self, token: ReplyToken, body: render.Body) -> bool:
        message = await self._original(token)
        if message is None:
            return False
        return bool(message.get("flags", 0) & render.LOADING) or message.get("content") == body["content"].strip()

    async def _original(self, token: ReplyToken) -> dict[str, Any] | None:
        try:
            found: dict[str, Any] = await self._rest.get(token.original)
        except Gone:
            return None
        return found

    async def _answer(
        self, chat: ChatRef, token: ReplyToken, body: render.Body, file: Attachment | None
    ) -> Receipt | None:
        """`None`: the deferred message is gone, say it in the chat instead."""
        try:
            posted = await self._rest.call(render.original(token, body, file))
        except Gone:
            return None
        except Rejected:
            del self._answered[token.token]
            raise
        return Receipt(chat, posted["id"])

    async def _edit(self, effect: Edit, nonce: str, target: MessageRef | None) -> Receipt | None:
        ref = target or (MessageRef(effect.chat, effect.message_id) if effect.message_id else None)
        if ref is not None:
            await self._rest.call(render.edit(ref, effect.message))
            return Receipt(ref.chat, ref.message_id)
        if effect.cosmetic:
            return None
        return await self._deliver(effect.chat, effect.message, nonce, None, None)

    async def _pin(self, ref: MessageRef) -> None:
        """At best: it takes a permission, and a channel holds so many pins only."""
        with contextlib.suppress(SendError):
            await self._rest.call(render.pin(ref))

    def _fresh(self, reply_token: str | None) -> ReplyToken | None:
        token = parse(reply_token)
        return token if token is not None and token.fresh(self._clock()) else None


class DiscordLive:
    """Signs of life. Discord knows no drafts, so an answer being written shows as typing."""

    def __init__(self, rest: Rest, clock: Callable[[], float] = time.monotonic) -> None:
        self._rest = rest
        self._clock = clock
        self._shown: dict[str, float] = {}

    async def typing(self, chat: ChatRef) -> None:
        now = self._clock()
        if now - self._shown.get(chat.chat_id, -TYPING_S) < TYPING_S:
            return
        self._shown = {key: at for key, at in self._shown.items() if now - at < TYPING_S}
        self._shown[chat.chat_id] = now
        with contextlib.suppress(SendError):
            await self._rest.call(render.typing(chat.chat_id))

    async def draft(self, chat: ChatRef, draft_id: str, text: str) -> None:
        if text:
            await self.typing(chat)
