"""Telegram, put together: updates in by polling or webhook, effects out."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Coroutine, Mapping
from datetime import UTC, datetime
from typing import Any

from bots.sending import Handle, MenuItem
from bots.telegram import inbound, render
from bots.telegram.inbound import Me
from bots.telegram.lanes import Lanes
from bots.telegram.menu import menu_calls
from bots.telegram.polling import GRACE_S, Polling, pause_after
from bots.telegram.request import FAILURES, Api, ApiError, Call
from bots.telegram.roles import Roles
from bots.telegram.sender import TelegramLive, TelegramSender
from bots.telegram.webhook import Webhook, secret_of
from core.errors import StoreAway
from core.events import Upload
from core.settings import Telegram

log = logging.getLogger(__name__)

AT_ONCE = 32
STORE_BACKOFF_S = (0.1, 5.0)


class TelegramAdapter:
    """The Telegram bot. `sender` and `live` work without `run`; `close` when all three are done with."""

    def __init__(self, settings: Telegram, handle: Handle, menu: tuple[MenuItem, ...]) -> None:
        if settings.token is None:
            raise ValueError("Telegram needs a token")
        self._settings = settings
        self._handle = handle
        self._menu = menu
        self._api = Api(settings.token, settings.api_url)
        self._roles = Roles(self._api)
        self._me: Me | None = None
        self._asides: set[asyncio.Task[None]] = set()
        self.sender = TelegramSender(self._api)
        self.live = TelegramLive(self._api)

    async def run(self, stop: asyncio.Event) -> None:
        """Take updates until `stop`. Raises `ApiError` (401 or 404) at the start if the token is wrong."""
        self._me = await self._introduce(stop)
        if self._me is None:
            return
        self._aside(self._publish_menu())
        lanes = Lanes(AT_ONCE)
        try:
            if self._settings.webhook_url is None:
                await self._persist(Call("deleteWebhook"), stop)
                log.info("Telegram: @%s fetches updates", self._me.username)
                await Polling(self._api, lanes, self._settle).run(stop)
            else:
                await self._serve_webhook(self._settings.webhook_url, lanes, stop)
        finally:
            grace = GRACE_S if stop.is_set() else 0.0
            await lanes.finish(grace)
            await self._finish_asides(grace)

    async def fetch(self, upload: Upload) -> bytes:
        """The content of a file somebody sent (Telegram gives bots at most 20 MB). Raises `request.FAILURES`."""
        found = await self._api.call(Call("getFile", {"file_id": upload.fetch}))
        return await self._api.download(found["file_path"])

    async def close(self) -> None:
        """Close the connections; nothing may be sent afterwards."""
        await self._api.close()

    async def _introduce(self, stop: asyncio.Event) -> Me | None:
        """Who we are; `None` if stopped before Telegram answered."""
        found = await self._persist(Call("getMe"), stop)
        return None if found is None else Me(int(found["id"]), str(found["username"]))

    async def _persist(self, call: Call, stop: asyncio.Event) -> Any:
        """The call's result, however long Telegram is away; `None` if stopped. A wrong token raises."""
        failures = 0
        while not stop.is_set():
            try:
                return await self._api.call(call)
            except FAILURES as failure:
                if isinstance(failure, ApiError) and failure.code in (400, 401, 404):
                    log.error("Telegram refuses %s: %s", call.method, failure)
                    raise
                failures += 1
                await _sleep_or_stop(pause_after(failure, failures), stop)
        return None

    async def _serve_webhook(self, url: str, lanes: Lanes, stop: asyncio.Event) -> None:
        secret = secret_of(self._settings)
        params = {
            "url": url,
            "secret_token": secret,
            "allowed_updates": inbound.ALLOWED_UPDATES,
            "max_connections": AT_ONCE,
        }
        host, port = self._settings.webhook_host, self._settings.webhook_port
        serving = asyncio.create_task(Webhook(secret, lanes, self._deliver).serve(host, port, stop))
        try:
            await self._persist(Call("setWebhook", params), stop)
            log.info("Telegram: webhook on %s:%s", host, port)
            await serving
        finally:
            serving.cancel()
            await asyncio.gather(serving, return_exceptions=True)

    async def _settle(self, raw: Mapping[str, Any]) -> None:
        """Handle an update for good, however long the store is away."""
        delay = STORE_BACKOFF_S[0]
        while True:
            try:
                return await self._deliver(raw)
            except StoreAway:
                log.warning("the store is away: update %s waits %.1f s", raw["update_id"], delay)
            await asyncio.sleep(delay)
            delay = min(delay * 2, STORE_BACKOFF_S[1])

    async def _deliver(self, raw: Mapping[str, Any]) -> None:
        """Handle an update once: this process's boundary. Raises `StoreAway` only; what else fails is skipped."""
        try:
            toast = await self._take(raw)
        except StoreAway:
            raise
        except Exception as error:  # noqa: BLE001
            # Only the places: an exception's words may quote what somebody wrote.
            where = "".join(traceback.format_tb(error.__traceback__))
            log.error("update %s skipped: %s\n%s", raw["update_id"], type(error).__name__, where)
            toast = None
        if query := raw.get("callback_query"):
            self._aside(self._answer(str(query.get("id")), toast))

    async def _take(self, raw: Mapping[str, Any]) -> str | None:
        """Parse and hand over; the toast, if there is one."""
        assert self._me is not None
        update = inbound.parse(raw)
        toast = None
        for event in inbound.events(update, self._me, datetime.now(UTC)):
            ack = await self._handle(await self._roles.with_role(event))
            toast = ack.toast or toast
        return toast

    async def _answer(self, query_id: str, toast: str | None) -> None:
        """End the wait on a button; too late is no harm."""
        try:
            await self._api.call(render.answer(query_id, toast))
        except FAILURES as failure:
            log.debug("press not answered: %s", type(failure).__name__)

    async def _publish_menu(self) -> None:
        for call in menu_calls(self._menu):
            try:
                await self._api.call(call)
            except FAILURES as failure:
                log.warning("command menu not published: %s", failure)
                return

    def _aside(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._asides.add(task)
        task.add_done_callback(self._asides.discard)

    async def _finish_asides(self, grace_s: float) -> None:
        if self._asides:
            await asyncio.wait(self._asides, timeout=grace_s)
        for task in self._asides:
            task.cancel()


async def _sleep_or_stop(seconds: float, stop: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return
