"""The scheduler: a few fixed ticks. Who is due when is data in the store, never a job.

A job per person, a cron trigger in a person's zone or a shared job store would lose, double or skip what is due after a
restart or a change of clocks; a tick that is late only finds more to do.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from contextlib import suppress
from datetime import UTC
from typing import Any
from uuid import uuid4

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from core.events import Ack, Event
from core.state.store import Store
from jobs.due import DueTick
from jobs.upkeep import Upkeep

DUE_S = 1.0
BEAT_S = 15.0
TIDY_S = 3600.0
_FINISH_S = 1.5


class Tick:
    """Work done every so many seconds. A stop of the scheduler does not cut it in two."""

    def __init__(self, work: Callable[[], Coroutine[Any, Any, None]], seconds: float) -> None:
        self.seconds = seconds
        self._work = work
        self._under_way: asyncio.Task[None] | None = None

    async def run(self) -> None:
        self._under_way = asyncio.create_task(self._work())
        await asyncio.shield(self._under_way)

    async def finished(self) -> None:
        if self._under_way is not None:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._under_way, _FINISH_S)


async def run(
    store: Store, handle: Callable[[Event], Awaitable[Ack]], stop: asyncio.Event, *, due_s: float = DUE_S
) -> None:
    """Tick until `stop`; then let the ticks under way finish."""
    upkeep = Upkeep(store, f"jobs-{uuid4().hex[:12]}")
    ticks = (Tick(DueTick(store, handle).run, due_s), Tick(upkeep.beat, BEAT_S), Tick(upkeep.tidy, TIDY_S))
    await upkeep.beat()
    scheduler = make_scheduler(ticks)
    scheduler.start()
    try:
        await stop.wait()
    finally:
        scheduler.shutdown(wait=False)
        for tick in ticks:
            await tick.finished()


def make_scheduler(ticks: Iterable[Tick]) -> AsyncIOScheduler:
    """In memory, in UTC. A tick never overlaps itself; one that comes late runs once, however late."""
    scheduler = AsyncIOScheduler(timezone=UTC)
    for tick in ticks:
        every = IntervalTrigger(seconds=tick.seconds, timezone=UTC)
        scheduler.add_job(tick.run, every, coalesce=True, max_instances=1, misfire_grace_time=None)
    return scheduler
