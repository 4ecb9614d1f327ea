"""`jiayou web`, `telegram`, `discord`, `jobs`: one process each."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
from argparse import Namespace
from contextlib import suppress

import uvloop

from bots import tether
from bots.compose import PLATFORMS, Way, together
from bots.console import EXIT_SETTINGS, Console, Refusal
from bots.followups import follow_up
from bots.live import LiveByPlatform
from core.bootstrap import Core, bootstrap
from core.errors import StoreAway
from core.settings import Settings
from core.state.crypto import WrongKey
from core.state.link import UnfitStore
from jobs import clock

log = logging.getLogger(__name__)

_PAUSES_S = (0.2, 0.5, 1.0, 2.0, 5.0)


def run(settings: Settings, options: Namespace, words: Console) -> int:
    """Until SIGTERM or SIGINT. Raises `Refusal` for what the operator must mend."""
    tether.hold()
    uvloop.run(Part(settings, options.command, alone=options.alone).run())
    return 0


_COLLECT_EVERY = 5_000
"""Objects. Python's own 700 cost 3 % of a message; many more would let a process grow by megabytes."""


def _leave_alone_what_stays() -> None:
    """Modules, patterns, words live as long as the process: the collector need not look through them again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_COLLECT_EVERY)


class Part:
    """One process: the core, one platform or the clock, its share of the outbox, and the core's follow-ups."""

    def __init__(self, settings: Settings, name: str, *, alone: bool) -> None:
        self._settings = settings
        self._name = name
        self._alone = alone
        self._stop = asyncio.Event()

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._stop.set)
        check_settings(self._settings, self._name)
        lives = LiveByPlatform()
        core = await self._started(lives)
        if core is None:
            return
        _leave_alone_what_stays()
        try:
            await self._serve(core, lives)
        finally:
            await core.close()

    async def _started(self, lives: LiveByPlatform) -> Core | None:
        """The core, once the store is there; `None` if stopped before."""
        attempt = 0
        while not self._stop.is_set():
            try:
                return await bootstrap(self._settings, live=lives)
            except StoreAway:
                if attempt == 0:
                    log.warning("%s: the store is away, waiting", self._name)
            except (WrongKey, UnfitStore) as error:
                raise Refusal("error-store-unfit", code=EXIT_SETTINGS, why=str(error)) from None
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), _PAUSES_S[min(attempt, len(_PAUSES_S) - 1)])
            attempt += 1
        return None

    async def _serve(self, core: Core, lives: LiveByPlatform) -> None:
        follow_ups = follow_up(core.store, core.coach.handle, self._stop)
        if self._name == "jobs":
            tether.announce()
            await together(self._stop, clock.run(core.store, core.coach.handle, self._stop), follow_ups)
        else:
            way = Way(self._settings, core, lives, self._stop, alone=self._alone)
            await together(self._stop, PLATFORMS[self._name](way), follow_ups)


def check_settings(settings: Settings, name: str) -> None:
    """Raises `Refusal` if the part cannot run with these."""
    if not settings.redis.url:
        raise Refusal("error-store-none", code=EXIT_SETTINGS)
    tokens = {"telegram": settings.telegram.token, "discord": settings.discord.token}
    if name in tokens and not tokens[name]:
        raise Refusal("error-token", code=EXIT_SETTINGS, name=f"JIAYOU_{name.upper()}__TOKEN")
