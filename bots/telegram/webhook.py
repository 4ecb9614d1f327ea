"""The webhook's server: 200 when an update has been handled for good, 503 when Telegram shall send it again."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import orjson
from aiohttp import web

from bots.telegram.inbound import chat_key
from bots.telegram.lanes import Lanes
from core.errors import StoreAway
from core.settings import Telegram

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"

Deliver = Callable[[Mapping[str, Any]], Awaitable[None]]
"""Handles an update once. Raises `StoreAway` only."""


def secret_of(settings: Telegram) -> str:
    """The secret Telegram shall send along: the configured one, or one that follows from the token, so that several
    processes agree on it."""
    if settings.webhook_secret is not None:
        return settings.webhook_secret.get_secret_value()
    token = settings.token.get_secret_value() if settings.token else ""
    return hmac.new(token.encode(), b"jiayou webhook", hashlib.sha256).hexdigest()


class Webhook:
    """Takes updates over HTTP, on every path, and hands them out in order within a chat."""

    def __init__(self, secret: str, lanes: Lanes, deliver: Deliver) -> None:
        self._secret = secret.encode()
        self._lanes = lanes
        self._deliver = deliver

    async def serve(self, host: str, port: int, stop: asyncio.Event) -> None:
        app = web.Application()
        app.router.add_post("/{path:.*}", self._post)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=5.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
            await stop.wait()
        finally:
            await runner.cleanup()

    async def _post(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=403)
        try:
            raw = orjson.loads(await request.read())
        except orjson.JSONDecodeError:
            return web.Response(status=400)
        if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
            return web.Response(status=400)
        return web.Response(status=200 if await self._settled(raw) else 503)

    async def _settled(self, raw: dict[str, Any]) -> bool:
        """Whether it has been handled for good."""
        done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        async def work() -> None:
            settled = False
            try:
                await self._deliver(raw)
                settled = True
            except StoreAway:
                pass
            finally:
                if not done.done():
                    done.set_result(settled)

        self._lanes.put(chat_key(raw), work)
        return await done
