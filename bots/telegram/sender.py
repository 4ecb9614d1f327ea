"""The way out: effects as calls, refusals as the delivery loop's errors; and fleeting signs of life."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bots.sending import Blocked, Gone, InDoubt, Migrated, Rejected, RetryAfter, SendError
from bots.telegram import render
from bots.telegram.request import FAILURES, Api, ApiError, Broken, Call, Failure, Unreachable
from core.messages import Ask, ChatRef, Edit, Effect, Message, MessageRef, Platform, React, Receipt, Send

log = logging.getLogger(__name__)

UNREACHABLE_S = 2.0
BAD_TOKEN_S = 60.0
DRAFT_GAP_S = 0.7
TYPING_GAP_S = 4.0
"""The typing sign lasts five seconds."""

_REMEMBERED = 4096
_GONE = (
    "chat not found",
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "group chat was deactivated",
    "peer_id_invalid",
    "user not found",
    "channel_private",
)
_MUTED = ("not enough rights", "have no rights", "chat_write_forbidden", "user is deactivated")


class TelegramSender:
    """`bots.sending.Sender` for Telegram."""

    platform: Platform = "telegram"

    def __init__(self, api: Api) -> None:
        self._api = api
        self._done: OrderedDict[str, list[str]] = OrderedDict()

    async def send(self, effect: Effect, *, nonce: str, target: MessageRef | None) -> Receipt | None:
        match effect:
            case Send() | Ask():
                return await self._send(effect, nonce)
            case React():
                await self._react(effect)
                return None
            case Edit():
                return await self._edit(effect, nonce, target)

    async def _send(self, effect: Send | Ask, nonce: str) -> Receipt:
        """All parts, the last one's id. A repeat of the same nonce goes on after the parts that were sent."""
        sent = self._done.setdefault(nonce, [])
        _forget_oldest(self._done)
        for call in render.send(effect)[len(sent) :]:
            result = await self._attempt(call, effect.chat)
            sent.append(str(result["message_id"]))
        if isinstance(effect, Send) and effect.pin:
            await self._attempt(render.pin(effect.chat, sent[-1]), effect.chat)
        self._done.pop(nonce, None)
        return Receipt(effect.chat, sent[-1])

    async def _edit(self, effect: Edit, nonce: str, target: MessageRef | None) -> Receipt | None:
        if target is None and effect.message_id is not None:
            target = MessageRef(effect.chat, effect.message_id)
        if target is None:
            return None if effect.cosmetic else await self._send(Send(effect.chat, effect.message), nonce)
        await self._change(target, effect.message)
        return Receipt(target.chat, target.message_id)

    async def _change(self, target: MessageRef, message: Message) -> None:
        call = render.edit(target.chat, target.message_id, message)
        try:
            await self._api.call(call)
        except ApiError as error:
            if error.says("message is not modified"):
                return
            if not error.says("there is no text in the message"):
                raise to_send_error(error, target.chat) from None
            caption = render.edit_caption(target.chat, target.message_id, message)
            await self._attempt(replace(caption, optional=False), target.chat, unchanged_is_fine=True)
        except FAILURES as error:
            raise to_send_error(error, target.chat) from None

    async def _react(self, effect: React) -> None:
        call = render.react(effect)
        if call is not None:
            await self._attempt(call, effect.message.chat)

    async def _attempt(self, call: Call, chat: ChatRef, *, unchanged_is_fine: bool = False) -> Any:
        try:
            return await self._api.call(call)
        except FAILURES as failure:
            if unchanged_is_fine and isinstance(failure, ApiError) and failure.says("message is not modified"):
                return None
            if isinstance(failure, ApiError) and failure.says("message thread not found") and chat.thread is not None:
                return await self._attempt(_outside_topic(call), replace(chat, thread=None))
            error = to_send_error(failure, chat)
            if call.optional and not isinstance(error, RetryAfter):
                log.info("%s refused: %s", call.method, type(error).__name__)
                return None
            raise error from None


class TelegramLive:
    """`core.messages.Live` for Telegram: typing everywhere, drafts in private chats."""

    def __init__(self, api: Api, clock: Callable[[], float] = time.monotonic) -> None:
        self._api = api
        self._clock = clock
        self._next: OrderedDict[tuple[str, str], float] = OrderedDict()
        self._drafts = True

    async def typing(self, chat: ChatRef) -> None:
        if self._is_time("typing", chat, TYPING_GAP_S):
            await self._try(render.typing(chat), "typing", chat)

    async def draft(self, chat: ChatRef, draft_id: str, text: str) -> None:
        """A draft ends by itself when the message comes; an empty one would show a placeholder, so it is not sent."""
        if not text.strip():
            return
        if chat.kind == "group" or not self._drafts:
            await self.typing(chat)
        elif self._is_time("draft", chat, DRAFT_GAP_S):
            await self._try(render.draft(chat, draft_id, text), "draft", chat)

    def _is_time(self, sign: str, chat: ChatRef, gap_s: float) -> bool:
        now, key = self._clock(), (sign, chat.chat_id)
        if now < self._next.get(key, now):
            return False
        self._next[key] = now + gap_s
        self._next.move_to_end(key)
        _forget_oldest(self._next)
        return True

    async def _try(self, call: Call, sign: str, chat: ChatRef) -> None:
        try:
            await self._api.call(call)
        except ApiError as error:
            if error.retry_after is not None:
                self._next[sign, chat.chat_id] = self._clock() + error.retry_after
            elif sign == "draft" and error.code == 404:
                self._drafts = False
                log.warning("this Bot API server has no drafts: showing typing instead")
        except (Unreachable, Broken) as failure:
            log.debug("%s not shown: %s", sign, type(failure).__name__)


def to_send_error(failure: Failure, chat: ChatRef) -> SendError:
    """What the delivery loop shall make of a failed call."""
    if isinstance(failure, Unreachable):
        return RetryAfter(UNREACHABLE_S)
    if isinstance(failure, Broken):
        return InDoubt(str(failure))
    return _refusal(failure, chat)


def _refusal(error: ApiError, chat: ChatRef) -> SendError:
    if error.retry_after is not None:
        return RetryAfter(error.retry_after)
    if error.migrated_to is not None:
        return Migrated(replace(chat, chat_id=str(error.migrated_to), kind="group"))
    if error.code == 429:
        return RetryAfter(UNREACHABLE_S)
    if error.code in (401, 404):
        log.error("Telegram does not know this token or method (%s): %s", error.code, error.description)
        return RetryAfter(BAD_TOKEN_S)
    if error.code >= 500:
        return InDoubt(f"{error.code}")
    if error.code == 403 or error.says(*_MUTED):
        return Blocked(error.description)
    return Gone(error.description) if error.says(*_GONE) else Rejected(error.description)


def _outside_topic(call: Call) -> Call:
    """The same in the group itself: the topic was deleted."""
    return replace(call, params={name: value for name, value in call.params.items() if name != "message_thread_id"})


def _forget_oldest(memory: OrderedDict[Any, Any]) -> None:
    while len(memory) > _REMEMBERED:
        memory.popitem(last=False)
