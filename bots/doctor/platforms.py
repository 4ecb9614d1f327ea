"""Checks of the platforms' tokens, over the same HTTP APIs that the adapters use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import aiohttp

from bots.doctor.finding import Finding, fail, ok, warn
from core.settings import Discord, Settings, Telegram

_TIMEOUT = aiohttp.ClientTimeout(total=10)
_AWAY = (aiohttp.ClientError, TimeoutError, OSError, ValueError)


async def telegram(settings: Settings) -> list[Finding]:
    """The token, what the bot can read in groups, and whether the webhook fits the settings."""
    if not settings.telegram.token:
        return [ok("doctor-telegram-none")]
    base = f"{settings.telegram.api_url.rstrip('/')}/bot{settings.telegram.token.get_secret_value()}"
    try:
        async with aiohttp.ClientSession(timeout=_TIMEOUT) as http:
            me = await _json(http, f"{base}/getMe")
            hook = await _json(http, f"{base}/getWebhookInfo")
    except _AWAY as error:
        return [fail("doctor-telegram-away", url=settings.telegram.api_url, error=type(error).__name__)]
    if not me.get("ok"):
        return [fail("doctor-telegram-token", code=str(me.get("error_code", "?")))]
    return [*_telegram_bot(me["result"]), *_telegram_hook(settings.telegram, hook.get("result") or {})]


def _telegram_bot(me: Mapping[str, Any]) -> list[Finding]:
    found = [ok("doctor-telegram", name=str(me.get("username", "?")))]
    if not me.get("can_join_groups", True):
        found.append(warn("doctor-telegram-no-groups"))
    reads_all = bool(me.get("can_read_all_group_messages"))
    found.append(ok("doctor-telegram-reads-all" if reads_all else "doctor-telegram-privacy"))
    return found


def _telegram_hook(settings: Telegram, hook: Mapping[str, Any]) -> list[Finding]:
    there, wanted = str(hook.get("url") or ""), settings.webhook_url or ""
    if there and not wanted:
        return [warn("doctor-telegram-hook-left")]
    if wanted and not settings.webhook_secret:
        return [fail("doctor-telegram-hook-secret")]
    if wanted and there and not there.startswith(wanted.rstrip("/")):
        return [warn("doctor-telegram-hook-other")]
    if hook.get("last_error_message"):
        return [warn("doctor-telegram-hook-error", pending=int(hook.get("pending_update_count") or 0))]
    return [ok("doctor-telegram-hook" if wanted else "doctor-telegram-polling")]


async def discord(settings: Settings) -> list[Finding]:
    """The token, and whether it is a bot's."""
    if not settings.discord.token:
        return [ok("doctor-discord-none")]
    try:
        status, me = await _discord_me(settings.discord, settings.discord.token.get_secret_value())
    except _AWAY as error:
        return [fail("doctor-discord-away", url=settings.discord.api_url, error=type(error).__name__)]
    if status != 200:
        return [fail("doctor-discord-token", code=str(status))]
    return [ok("doctor-discord", name=str(me.get("username", "?")))]


async def _discord_me(settings: Discord, token: str) -> tuple[int, Mapping[str, Any]]:
    headers = {"Authorization": f"Bot {token}"}
    async with (
        aiohttp.ClientSession(timeout=_TIMEOUT, headers=headers) as http,
        http.get(f"{settings.api_url.rstrip('/')}/users/@me") as answer,
    ):
        return answer.status, await answer.json(content_type=None)


async def _json(http: aiohttp.ClientSession, url: str) -> Mapping[str, Any]:
    async with http.get(url) as answer:
        content: Mapping[str, Any] = await answer.json(content_type=None)
        return content
