"""From a gateway payload to the coach: deferring, order per chat, patience with the store, the cursor."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection
from datetime import UTC, datetime
from typing import Any, TypeVar

from bots.discord import inbound, render
from bots.discord.inbound import Payload, Place
from bots.discord.lanes import Lanes
from bots.discord.missed import Cursor, Missed
from bots.discord.rest import Call, Rest
from bots.discord.sender import DiscordSender
from bots.discord.tokens import Manner, ReplyToken, snowflake_time
from bots.sending import Gone, Handle, InDoubt, Rejected, RetryAfter, SendError
from core.errors import StoreAway
from core.events import Ack, Author, Command, PlatformEvent, TextMessage
from core.messages import MessageRef

AT_ONCE = 32
DEFER_S = 2.5
"""Discord gives three seconds."""
TOAST_S = 2.0
HANG_S = 15.0
"""How long "thinking" may stand after the coach is done, with and without a toast."""
_STEP_S = 0.1
_STORE_WAIT_S = 0.1
_STORE_MOST_S = 5.0
_RECENT = 5_000
_MARK_S = 600.0
"""In a busy channel the cursor also moves over talk that is not ours, this often."""

T = TypeVar("T")
log = logging.getLogger(__name__)


class Dispatch:
    """Takes payloads as they come; everything slow happens in the lanes."""

    def __init__(
        self, rest: Rest, sender: DiscordSender, handle: Handle, cursor: Cursor, private: Collection[str],
        *, hang_s: float = HANG_S,
    ) -> None:  # fmt: skip
        self.lanes = Lanes()
        self._rest, self._sender, self._handle, self._cursor = rest, sender, handle, cursor
        self._private = private
        self._hang_s = hang_s
        self._missed = Missed(rest)
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._place: Callable[[str | None, str], Place] = lambda guild_id, bot_id: Place(bot_id, guild_id)
        self._bot_id = ""
        self._positions: dict[str, int] = {}
        self._recent: OrderedDict[str, tuple[MessageRef, Author]] = OrderedDict()
        self._table: dict[str, Callable[[dict[str, Any]], None]] = {
            "READY": self._ready,
            "MESSAGE_CREATE": self._message,
            "MESSAGE_UPDATE": self._edited,
            "MESSAGE_DELETE": lambda payload: self._deleted(payload["id"]),
            "MESSAGE_DELETE_BULK": self._deleted_bulk,
            "MESSAGE_REACTION_ADD": lambda payload: self._reaction(payload, removed=False),
            "MESSAGE_REACTION_REMOVE": lambda payload: self._reaction(payload, removed=True),
            "INTERACTION_CREATE": self._interaction,
        }

    def look_up_in(self, place: Callable[[str | None, str], Place]) -> None:
        """Where the roles of a server are known."""
        self._place = place

    def receive(self, kind: str, payload: dict[str, Any]) -> None:
        """A gateway event."""
        if taker := self._table.get(kind):
            taker(payload)

    def happened(self, event: PlatformEvent) -> None:
        """An event that was made elsewhere."""
        self.lanes.put(event.chat.chat_id, lambda: self._handled_only(event))

    # --- messages and reactions -----------------------------------------------------------------------------------

    def _message(self, payload: dict[str, Any]) -> None:
        event = inbound.message(payload, self._place(payload.get("guild_id"), self._bot_id))
        channel_id, message_id = payload["channel_id"], payload["id"]
        if event is not None:
            self._remember(message_id, event)
            self.lanes.put(channel_id, lambda: self._said(event, message_id))
        elif self._lags(channel_id, message_id):
            self.lanes.put(channel_id, lambda: self._advance(channel_id, message_id))

    def _lags(self, channel_id: str, message_id: str) -> bool:
        position = self._positions.get(channel_id)
        if position is None:
            return False
        return (snowflake_time(message_id) - snowflake_time(str(position))).total_seconds() > _MARK_S

    async def _said(self, event: TextMessage | Command, message_id: str) -> None:
        await self._handled(event)
        await self._advance(event.chat.chat_id, message_id)

    def _remember(self, message_id: str, event: PlatformEvent) -> None:
        """Who said it: Discord does not tell when it is deleted."""
        self._recent[message_id] = (MessageRef(event.chat, message_id), event.author)
        if len(self._recent) > _RECENT:
            self._recent.popitem(last=False)

    def _edited(self, payload: dict[str, Any]) -> None:
        event = inbound.edited(payload, self._place(payload.get("guild_id"), self._bot_id))
        if event is not None:
            self.happened(event)

    def _deleted_bulk(self, payload: dict[str, Any]) -> None:
        for message_id in payload["ids"]:
            self._deleted(message_id)

    def _deleted(self, message_id: str) -> None:
        if known := self._recent.get(message_id):
            self.happened(inbound.deleted(*known, datetime.now(UTC)))

    def _reaction(self, payload: dict[str, Any], *, removed: bool) -> None:
        """Only on our messages, on those said to us, and in DMs. Who wrote a message is not told at a removal."""
        ours = removed or payload.get("message_author_id") == self._bot_id
        if payload.get("guild_id") and not ours and payload["message_id"] not in self._recent:
            return
        event = inbound.reaction(payload, self._bot_id, datetime.now(UTC), removed=removed)
        if event is not None:
            self.happened(event)

    # --- interactions ---------------------------------------------------------------------------------------------

    def _interaction(self, payload: dict[str, Any]) -> None:
        match inbound.interaction_kind(payload):
            case "other":
                return
            case "opens_form":
                self.lanes.spawn(self._open_form(payload))
            case _:
                how = inbound.manner(payload, self._private)
                deferred = asyncio.ensure_future(self._respond(payload, render.deferral(how)))
                self.lanes.put(payload["channel_id"], lambda: self._interact(payload, how, deferred))

    async def _open_form(self, payload: Payload) -> None:
        await self._respond(payload, render.form(payload))

    async def _interact(self, payload: Payload, how: Manner, deferred: asyncio.Future[bool]) -> None:
        token = inbound.reply_token(payload, how) if await deferred else None
        event = inbound.interaction(payload, token)
        if event is None:
            return
        ack = await self._handled(event)
        if event.chat.kind == "private":
            await self._advance(event.chat.chat_id, payload["id"])
        if token is not None:
            self.lanes.spawn(self._settle(token, ack.toast if ack else None))

    async def _respond(self, payload: Payload, body: render.Body) -> bool:
        """The first answer to an interaction; whether Discord took it. Tried again as long as it may still help."""
        call = Call("POST", f"/interactions/{payload['id']}/{payload['token']}/callback", body)
        deadline = time.monotonic() + DEFER_S
        while (left := deadline - time.monotonic()) > 0:
            try:
                await self._rest.call(call, timeout_s=left)
                return True
            except Rejected:
                return True  # acknowledged by an earlier attempt
            except (RetryAfter, InDoubt):
                await asyncio.sleep(_STEP_S)
            except SendError as error:
                log.info("interaction %s: %s", payload["id"], error)
                break
        return False

    async def _settle(self, token: ReplyToken, toast: str | None) -> None:
        """Show the toast; take away a "thinking" that no lasting reply will replace."""
        try:
            if token.manner != "button" and not await self._answered(token, TOAST_S if toast else self._hang_s):
                await self._stop_thinking(token)
            if toast:
                await self._rest.call(render.toast(token, toast))
        except SendError as error:
            log.info("interaction was not settled: %s", error)

    async def _answered(self, token: ReplyToken, within_s: float) -> bool:
        deadline = time.monotonic() + within_s
        while not self._sender.answered(token):
            if time.monotonic() >= deadline:
                return False
            await asyncio.sleep(_STEP_S)
        return True

    async def _stop_thinking(self, token: ReplyToken) -> None:
        """Unless another process answered it. A reply that comes later still goes into the chat."""
        if not await self._sender.loading(token):
            return
        try:
            await self._rest.call(Call("DELETE", token.original))
        except Gone:
            return

    # --- the coach, the cursor ------------------------------------------------------------------------------------

    async def _handled_only(self, event: PlatformEvent) -> None:
        await self._handled(event)

    async def _handled(self, event: PlatformEvent) -> Ack | None:
        """Through the coach, however long the store is away; `None` if the event broke it."""
        try:
            return await _when_back(lambda: self._once(event))
        except Exception:  # one event must not end the talk
            log.exception("event %s", event.id)
            return None

    async def _once(self, event: PlatformEvent) -> Ack:
        async with self._slots:
            return await self._handle(event)

    async def _advance(self, channel_id: str, message_id: str) -> None:
        """Move the cursor, never back. A lost move is harmless: the events are recognised when read again."""
        if int(message_id) <= self._positions.get(channel_id, 0):
            return
        self._positions[channel_id] = int(message_id)
        try:
            await self._cursor.set(channel_id, message_id)
        except StoreAway:
            log.warning("cursor of channel %s not moved", channel_id)

    # --- what was missed ------------------------------------------------------------------------------------------

    def _ready(self, payload: dict[str, Any]) -> None:
        """A new session: nothing is handled until every known channel has its missed messages queued first."""
        self._bot_id = payload["user"]["id"]
        self.lanes.hold()
        self.lanes.spawn(self._catch_up())

    async def _catch_up(self) -> None:
        channels = await _when_back(self._cursor.channels)
        for channel_id in channels:
            self.lanes.put(channel_id, self._catching_up(channel_id), first=True)
        self.lanes.release()

    def _catching_up(self, channel_id: str) -> Callable[[], Any]:
        return lambda: self._catch_up_on(channel_id)

    async def _catch_up_on(self, channel_id: str) -> None:
        after = await self._position(channel_id)
        if after is None:
            return
        async for payload, place in self._missed.read(channel_id, after, self._bot_id):
            event = inbound.message(payload, place)
            if event is not None:
                self._remember(payload["id"], event)
                await self._said(event, payload["id"])
            elif self._lags(channel_id, payload["id"]):
                await self._advance(channel_id, payload["id"])

    async def _position(self, channel_id: str) -> str | None:
        """Where the channel was left: as known here, else in the store."""
        if known := self._positions.get(channel_id):
            return str(known)
        stored = await _when_back(lambda: self._cursor.get(channel_id))
        if stored:
            self._positions[channel_id] = int(stored)
        return stored


async def _when_back(call: Callable[[], Awaitable[T]]) -> T:
    """The call's answer, however long the store is away."""
    wait = _STORE_WAIT_S
    while True:
        try:
            return await call()
        except StoreAway:
            log.warning("waiting for the store")
        await asyncio.sleep(wait)
        wait = min(wait * 2, _STORE_MOST_S)
