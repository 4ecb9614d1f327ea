"""Waiting for a store that is away."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import ParamSpec, TypeVar

from core.errors import StoreAway

log = logging.getLogger(__name__)
T = TypeVar("T")
P = ParamSpec("P")

FIRST_PAUSE_S = 0.1
LONGEST_PAUSE_S = 5.0


class Patience:
    """Calls to the store that are made until they succeed; its absence is logged once, and its return."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._away = False

    async def __call__(self, call: Callable[P, Awaitable[T]], *args: P.args, **values: P.kwargs) -> T:
        pause = FIRST_PAUSE_S
        while True:
            try:
                result = await call(*args, **values)
            except StoreAway:
                self._note(away=True)
                await asyncio.sleep(pause)
                pause = min(LONGEST_PAUSE_S, pause * 2)
            else:
                self._note(away=False)
                return result

    def _note(self, *, away: bool) -> None:
        if away and not self._away:
            log.warning("%s: the store is away, waiting", self._name)
        if self._away and not away:
            log.warning("%s: the store is back", self._name)
        self._away = away
