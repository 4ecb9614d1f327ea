"""Waiting for a store that is away."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from time import monotonic
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
        self._away_since: float | None = None

    async def __call__(self, call: Callable[P, Awaitable[T]], *args: P.args, **values: P.kwargs) -> T:
        pause = FIRST_PAUSE_S
        while True:
            began = monotonic()
            try:
                result = await call(*args, **values)
            except StoreAway:
                self._miss()
                await asyncio.sleep(pause)
                pause = min(LONGEST_PAUSE_S, pause * 2)
            else:
                self._meet(began)
                return result

    def _miss(self) -> None:
        if self._away_since is None:
            self._away_since = monotonic()
            log.warning("%s: the store is away, waiting", self._name)

    def _meet(self, began: float) -> None:
        """A call that succeeded; one that began before the absence was noticed proves nothing."""
        if self._away_since is not None and began > self._away_since:
            self._away_since = None
            log.warning("%s: the store is back", self._name)
