"""Long polling that confirms an update only when it and all before it have been handled.

Telegram keeps what is not confirmed and sends it again. While something is still being handled, the rest of the queue
is asked for at short intervals, so that one slow chat does not hold up the others.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from itertools import takewhile
from typing import Any

from bots.telegram.inbound import ALLOWED_UPDATES, chat_key
from bots.telegram.lanes import Lanes
from bots.telegram.request import FAILURES, Api, ApiError, Call, Failure

log = logging.getLogger(__name__)

POLL_S = 30
BATCH = 100
PAUSE_S = 0.003
"""Between two looks, for each update that is still being handled: with few of them the next one is not kept waiting,
with many the looks are rare and bring many."""
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.02, 0.25
"""At most, and at most after looks in vain."""
BACKOFF_S = (0.2, 30.0)
GRACE_S = 5.0

Settle = Callable[[Mapping[str, Any]], Awaitable[None]]
"""Handles an update until it may be confirmed; never raises."""


class Polling:
    """Fetches updates and hands them out, in order within a chat."""

    def __init__(self, api: Api, lanes: Lanes, settle: Settle) -> None:
        self._api = api
        self._lanes = lanes
        self._settle = settle
        self._taken: dict[int, bool] = {}
        self._offset: int | None = None
        self._moved = asyncio.Event()
        self._in_vain = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop`; then what is being handled may end, and is confirmed."""
        fetching = asyncio.create_task(self._fetch_forever())
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({fetching, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if fetching.done():
                fetching.result()
        finally:
            for task in (fetching, stopping):
                task.cancel()
            await asyncio.gather(fetching, stopping, return_exceptions=True)
        await self._lanes.finish(GRACE_S)
        await self._confirm()

    async def _fetch_forever(self) -> None:
        failures = 0
        while True:
            await self._breathe()
            known = frozenset(self._taken)  # comes again, even what is handled and confirmed while we ask
            try:
                raws = await self._get_updates(0 if self._taken else POLL_S)
            except FAILURES as failure:
                failures += 1
                await asyncio.sleep(pause_after(failure, failures))
                continue
            failures = 0
            self._take([raw for raw in raws if raw["update_id"] not in known])

    async def _get_updates(self, wait_s: int, limit: int = BATCH) -> list[dict[str, Any]]:
        params: dict[str, object] = {"timeout": wait_s, "limit": limit, "allowed_updates": ALLOWED_UPDATES}
        if self._offset is not None:
            params["offset"] = self._offset
        found: list[dict[str, Any]] = await self._api.call(Call("getUpdates", params), wait_s=wait_s)
        return found

    def _take(self, fresh: list[dict[str, Any]]) -> None:
        self._in_vain = 0 if fresh else min(self._in_vain + 1, 20)
        for raw in fresh:
            self._taken[raw["update_id"]] = False
            self._lanes.put(chat_key(raw), partial(self._handle, raw))

    async def _handle(self, raw: Mapping[str, Any]) -> None:
        await self._settle(raw)
        self._taken[raw["update_id"]] = True
        for update_id in list(takewhile(self._taken.__getitem__, self._taken)):
            del self._taken[update_id]
            self._offset = update_id + 1
            self._moved.set()

    async def _breathe(self) -> None:
        """Wait for what is being handled: briefly, or, when no more updates could be shown to us, until one ends."""
        full = len(self._taken) >= BATCH
        deadline = asyncio.get_running_loop().time() + look_after(len(self._taken), self._in_vain)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout_at(None if full else deadline):
                while self._taken and (not full or len(self._taken) >= BATCH):
                    self._moved.clear()
                    await self._moved.wait()

    async def _confirm(self) -> None:
        """Tell Telegram what has been handled, so that the next start does not see it again."""
        if self._offset is None:
            return
        try:
            await self._get_updates(0, limit=1)
        except FAILURES as failure:
            log.info("last updates not confirmed, they will come again: %s", type(failure).__name__)


def look_after(handling: int, in_vain: int) -> float:
    """Seconds until the next look, while `handling` updates are under way and after `in_vain` looks without news."""
    return min(min(PAUSE_S * handling, FIRST_PAUSE_S) * 1.5**in_vain, LONGEST_PAUSE_S)


def pause_after(failure: Failure, failures: int) -> float:
    """Seconds to wait after the `failures`th failed fetch in a row; says what is wrong."""
    seconds = min(BACKOFF_S[0] * 2.0 ** min(failures - 1, 10), BACKOFF_S[1])
    if not isinstance(failure, ApiError):
        log.warning("Telegram is not reachable (%s), trying again in %.1f s", type(failure).__name__, seconds)
        return seconds
    if failure.code == 409:
        log.error("another process fetches this bot's updates; stop it, or use a webhook (%s)", failure.description)
    else:
        log.warning("Telegram refuses updates: %s, trying again", failure)
    return max(seconds, failure.retry_after or 0.0)
