"""The Discord adapter: connects, publishes the menu, hands payloads to `Dispatch`, and connects again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Mapping
from datetime import UTC, datetime
from typing import Any

import aiohttp
import discord

from bots.discord import gateway, inbound, menu
from bots.discord.dispatch import HANG_S, Dispatch
from bots.discord.missed import Cursor, patiently
from bots.discord.rest import Rest, Unauthorized
from bots.discord.sender import DiscordLive, DiscordSender
from bots.sending import Handle, MenuItem, SendError
from core.events import ChatChanged, Upload
from core.settings import Discord

OFFLINE_S = 90.0
"""After so long without a session the library is started anew: its own pauses grow to a quarter of an hour."""
GRACE_S = 5.0
_LOOK_S = 1.0
_PAUSE_S = 5.0
_AWAY = (OSError, TimeoutError, aiohttp.ClientError, discord.GatewayNotFound, discord.DiscordServerError)

log = logging.getLogger(__name__)


class DiscordAdapter:
    """One bot. `sender` and `live` work without `run`; `close` ends them."""

    def __init__(
        self, settings: Discord, handle: Handle, menu: tuple[MenuItem, ...], cursor: Cursor, *, hang_s: float = HANG_S
    ) -> None:
        if settings.token is None:
            raise ValueError("no Discord token")
        self._token = settings.token.get_secret_value()
        self._settings = settings
        self._menu = menu
        self._rest = Rest(self._token, settings.api_url)
        self.sender = DiscordSender(self._rest)
        self.live = DiscordLive(self._rest)
        self._handle, self._cursor, self._hang_s = handle, cursor, hang_s

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop`. Raises `rest.Unauthorized`, `discord.LoginFailure`, `discord.ConnectionClosed` and
        `discord.PrivilegedIntentsRequired`, where trying again is no use; then an operator must look."""
        private = menu.private(self._menu)
        dispatch = Dispatch(self._rest, self.sender, self._handle, self._cursor, private, hang_s=self._hang_s)
        try:
            while not stop.is_set():
                shards = await _unless(stop, self._prepare())
                if shards is not None:
                    await self._session(shards, dispatch, stop)
                    await _unless(stop, asyncio.sleep(_PAUSE_S))
        finally:
            await dispatch.lanes.close(GRACE_S)

    async def fetch(self, upload: Upload) -> bytes:
        """The content of a file somebody sent; its address is good for about a day. Raises `SendError`s."""
        return await self._rest.download(upload.fetch)

    async def close(self) -> None:
        """Close the connections; nothing may be sent afterwards."""
        await self._rest.close()

    async def _prepare(self) -> int:
        """Wait for the API; publish the menu; point the library at it. Returns how many shards Discord advises."""
        found = await patiently(lambda: self._checked("/gateway/bot"))
        gateway.point_at(self._settings.api_url, self._settings.gateway_url or found["url"])
        application = await patiently(lambda: self._checked("/applications/@me"))
        try:
            await patiently(lambda: menu.publish(self._rest, application["id"], self._menu))
        except SendError as error:
            log.warning("the command menu was refused: %s", error)
        await _respect(found["session_start_limit"], found["shards"])
        return int(found["shards"])

    async def _checked(self, path: str) -> Any:
        try:
            return await self._rest.get(path)
        except Unauthorized:
            raise discord.LoginFailure("Discord does not know the token") from None

    async def _session(self, shards: int, dispatch: Dispatch, stop: asyncio.Event) -> None:
        """One life of the library's client."""

        def changed(guild: discord.Guild, *, joined: bool) -> None:
            dispatch.happened(_guild_changed(guild, joined=joined))

        client = gateway.Gateway(shards, dispatch.receive, changed)
        dispatch.look_up_in(client.place)
        async with client:
            try:
                await _first(client.start(self._token), _offline(client), stop.wait())
            except _AWAY as error:
                log.warning("Discord is away: %s", type(error).__name__)


async def _respect(limit: Mapping[str, int], shards: int) -> None:
    """Discord takes a number of new sessions a day, and resets the token of a bot that asks for more."""
    if limit["remaining"] < shards:
        log.warning("no new session for %d s", limit["reset_after"] / 1000)
        await asyncio.sleep(limit["reset_after"] / 1000)


def _guild_changed(guild: discord.Guild, *, joined: bool) -> ChatChanged:
    channel = guild.system_channel or next(iter(guild.text_channels), None)
    return inbound.guild_changed(
        "joined" if joined else "left",
        str(guild.id),
        str(channel.id if channel else guild.id),
        str(guild.owner_id or 0),
        guild.name,
        datetime.now(UTC),
    )


async def _offline(client: gateway.Gateway) -> None:
    """Ends when a shard has been without a session for too long."""
    while True:
        left = OFFLINE_S - client.offline_s()
        if left <= 0:
            log.warning("no session for %d s, starting anew", OFFLINE_S)
            return
        await asyncio.sleep(max(left, _LOOK_S))


async def _first(*works: Coroutine[Any, Any, Any]) -> None:
    """Until one of them ends; the others are cancelled. Raises what it raised."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, Any]) -> Any:
    """What the work gives, or `None` if the stop comes first."""
    task, stopped = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        for each in (task, stopped):
            each.cancel()
        await asyncio.gather(task, stopped, return_exceptions=True)
