"""The gateway connection: discord.py holds it (heartbeats, resuming, shards); payloads are passed on as they come."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any, Protocol

import discord
import orjson
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bots.discord.inbound import Place

_OURS = (
    "MESSAGE_CREATE",
    "MESSAGE_UPDATE",
    "MESSAGE_DELETE",
    "MESSAGE_DELETE_BULK",
    "MESSAGE_REACTION_ADD",
    "MESSAGE_REACTION_REMOVE",
    "INTERACTION_CREATE",
)
"""Events that the library need not look into: it would build objects nobody uses, and a payload that it cannot read
(Discord adds to them) would end the connection."""

Receive = Callable[[str, dict[str, Any]], None]


class GuildListener(Protocol):
    """Hears that the bot was added to a server or removed from it."""

    def __call__(self, guild: discord.Guild, *, joined: bool) -> None: ...


def point_at(api_url: str, gateway_url: str) -> None:
    """Tell the library where Discord is. It keeps both as class attributes, so one process talks to one Discord."""
    Route.BASE = api_url.rstrip("/")
    DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway_url)
    log = logging.getLogger("discord")
    if log.getEffectiveLevel() < logging.INFO:  # its debug lines hold what people write
        log.setLevel(logging.INFO)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


def intents() -> discord.Intents:
    """None of them privileged: mentions, replies, DMs and interactions carry their words anyway."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True, guild_reactions=True, dm_reactions=True)


class Gateway(discord.AutoShardedClient):
    """Keeps servers, channels and roles in memory, but no members and no messages."""

    def __init__(self, shards: int, receive: Receive, guild_changed: GuildListener) -> None:
        super().__init__(
            intents=intents(),
            shard_count=shards,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            enable_debug_events=True,
        )
        for event in _OURS:
            self._connection.parsers.pop(event, None)
        self._receive = receive
        self._guild_changed = guild_changed
        self._down_since: dict[int, float] = {0: time.monotonic()}

    def offline_s(self) -> float:
        """Seconds the longest missing shard has been away."""
        return time.monotonic() - min(self._down_since.values(), default=time.monotonic())

    def place(self, guild_id: str | None, bot_id: str) -> Place:
        """The server's roles as far as they matter."""
        guild = self.get_guild(int(guild_id)) if guild_id else None
        if guild is None:
            return Place(bot_id, guild_id)
        ours, admins = guild.self_role, (role for role in guild.roles if _is_admin(role))
        return Place(
            bot_id,
            guild_id,
            str(ours.id) if ours else None,
            frozenset(str(role.id) for role in admins),
            str(guild.owner_id),
        )

    async def on_socket_raw_receive(self, raw: str) -> None:
        frame = orjson.loads(raw)
        if frame.get("t"):
            self._receive(frame["t"], frame["d"])

    async def on_guild_join(self, guild: discord.Guild) -> None:
        self._guild_changed(guild, joined=True)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        self._guild_changed(guild, joined=False)

    async def on_shard_connect(self, shard_id: int) -> None:
        self._down_since.pop(shard_id, None)

    async def on_shard_resumed(self, shard_id: int) -> None:
        self._down_since.pop(shard_id, None)

    async def on_shard_disconnect(self, shard_id: int) -> None:
        self._down_since.setdefault(shard_id, time.monotonic())


def _is_admin(role: discord.Role) -> bool:
    return role.permissions.administrator or role.permissions.manage_guild
