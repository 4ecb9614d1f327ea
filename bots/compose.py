"""The composition root's platforms: adapter, signs of life and delivery put together with the core."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any

from bots import tether
from bots.console import EXIT_SETTINGS, Refusal
from bots.delivery import deliver
from bots.limits import limits_for
from bots.live import LimitedLive, LiveByPlatform
from bots.sending import Sender
from core.bootstrap import Core
from core.messages import Live, Platform
from core.settings import Settings
from core.state.cursors import Cursors

GRACE_S = 3.0
"""Between the first loop's end and the end of them all."""


@dataclass(frozen=True, slots=True)
class Way:
    """What a platform is put together from."""

    settings: Settings
    core: Core
    lives: LiveByPlatform
    stop: asyncio.Event
    alone: bool

    async def serve(self, sender: Sender, live: Live, inbound: Coroutine[Any, Any, None]) -> None:
        """Both ways of a platform, until the stop."""
        limits = limits_for(sender.platform, self.settings.send_rate)
        self.lives.add(sender.platform, LimitedLive(live, self.core.store.limiter.acquire, limits))
        lane: Platform = sender.platform
        outbound = deliver(
            self.core.store, sender, self.core.coach.handle, self.stop, lane=lane, limits=limits, alone=self.alone
        )
        await together(self.stop, inbound, outbound)


async def web(way: Way) -> None:
    from bots.web.adapter import WebAdapter
    from bots.web.auth import NoSecret

    core, settings = way.core, way.settings.web
    try:
        adapter = WebAdapter(settings, core.coach.handle, core.menu, core.store, core.words)
    except NoSecret:
        raise Refusal("error-web-secret", code=EXIT_SETTINGS, host=settings.host) from None
    announcing = asyncio.create_task(_announce_when(adapter.started))
    try:
        await way.serve(adapter.sender, adapter.live, adapter.run(way.stop))
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL):
            raise Refusal("error-port", code=EXIT_SETTINGS, host=settings.host, port=str(settings.port)) from None
        raise
    finally:
        announcing.cancel()


async def telegram(way: Way) -> None:
    from bots.telegram.adapter import TelegramAdapter
    from bots.telegram.request import ApiError

    adapter = TelegramAdapter(way.settings.telegram, way.core.coach.handle, way.core.menu)
    tether.announce()
    try:
        await way.serve(adapter.sender, adapter.live, adapter.run(way.stop))
    except ApiError as error:
        raise Refusal("error-token-refused", code=EXIT_SETTINGS, name="JIAYOU_TELEGRAM__TOKEN") from error
    finally:
        await adapter.close()


async def discord(way: Way) -> None:
    from discord import LoginFailure, PrivilegedIntentsRequired

    from bots.discord.adapter import DiscordAdapter
    from bots.discord.rest import Unauthorized

    cursor = Cursors(way.core.store, "discord")
    adapter = DiscordAdapter(way.settings.discord, way.core.coach.handle, way.core.menu, cursor)
    tether.announce()
    try:
        await way.serve(adapter.sender, adapter.live, adapter.run(way.stop))
    except (LoginFailure, Unauthorized, PrivilegedIntentsRequired) as error:
        raise Refusal("error-token-refused", code=EXIT_SETTINGS, name="JIAYOU_DISCORD__TOKEN") from error
    finally:
        await adapter.close()


PLATFORMS: Mapping[str, Callable[[Way], Coroutine[Any, Any, None]]] = {
    "web": web,
    "telegram": telegram,
    "discord": discord,
}
"""Each imports its platform's libraries only when it runs, so that a process holds one of them."""


async def together(stop: asyncio.Event, *works: Awaitable[None]) -> None:
    """Run them until the first one ends; then `stop` the others. Raises what the first failure raised."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stop.set()
        await asyncio.wait(tasks, timeout=GRACE_S)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in tasks:
        if not task.cancelled():
            task.result()


async def _announce_when(started: asyncio.Event) -> None:
    await started.wait()
    tether.announce()
