"""What falls due becomes events, once, on a real store."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta

import pytest

from core.errors import StoreAway
from core.events import Ack, Due, Event
from core.messages import ChatRef, Message, Send
from core.state.store import Store
from core.state.types import Aggregate, Commit, DueChange, Fence, Outgoing
from jobs import clock, due
from jobs.clock import Tick, make_scheduler
from jobs.due import DueTick

PAST = datetime(2026, 1, 1, 8, tzinfo=UTC)


async def make_due(store: Store, name: str, at: datetime = PAST) -> None:
    owner = Aggregate("person", name)
    revision = (await store.load(owner)).revision
    await store.commit(Commit(owner, revision, due=(DueChange("nudge", at),)))


class Core:
    """Answers a due event as the real one does: with a commit that holds its fence."""

    def __init__(self, store: Store) -> None:
        self.seen: list[Due] = []
        self._store = store

    async def handle(self, event: Event) -> Ack:
        assert isinstance(event, Due)
        self.seen.append(event)
        owner = Aggregate(event.owner_kind, event.owner_id)
        revision = (await self._store.load(owner)).revision
        message = Send(ChatRef("web", "1"), Message("time to move"), kind="nudge")
        await self._store.commit(
            Commit(
                owner,
                revision,
                outbox=(Outgoing("web", message),),
                claim=event.id,
                fence=Fence(event.kind, event.lease),
            )
        )
        return Ack()


async def test_all_that_is_due_is_handled_once(store: Store) -> None:
    for number in range(due.BATCH + 20):
        await make_due(store, f"p{number}")
    await make_due(store, "tomorrow", datetime.now(UTC) + timedelta(days=1))
    core = Core(store)
    tick = DueTick(store, core.handle)
    await tick.run()
    await tick.run()
    assert len(core.seen) == due.BATCH + 20
    assert len({event.id for event in core.seen}) == due.BATCH + 20
    assert (await store.outbox.backlog())["web"] == due.BATCH + 20


async def test_the_id_is_of_the_occasion(store: Store) -> None:
    await make_due(store, "p1")
    core = Core(store)
    await DueTick(store, core.handle).run()
    [event] = core.seen
    assert event.id == f"due:person:p1:nudge:{round(PAST.timestamp() * 1000)}"
    assert event.kind == "nudge"


async def test_two_processes_share_the_work(store: Store) -> None:
    for number in range(50):
        await make_due(store, f"p{number}")
    one, two = Core(store), Core(store)
    await asyncio.gather(DueTick(store, one.handle).run(), DueTick(store, two.handle).run())
    seen = [event.id for event in one.seen + two.seen]
    assert len(seen) == len(set(seen)) == 50


async def test_one_failure_is_its_own(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    await make_due(store, "bad")
    await make_due(store, "good")
    core = Core(store)

    async def handle(event: Event) -> Ack:
        if isinstance(event, Due) and event.owner_id == "bad":
            raise KeyError("words of a person")
        return await core.handle(event)

    await DueTick(store, handle).run()
    assert [event.owner_id for event in core.seen] == ["good"]
    assert "due:person:bad:nudge" in caplog.text


async def test_a_crowd_in_the_outbox_makes_the_clock_wait(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    crowd = tuple(Outgoing("web", Send(ChatRef("web", "1"), Message("x"))) for _ in range(due.CROWD))
    await store.commit(Commit(Aggregate("chat", "c"), 0, outbox=crowd))
    await make_due(store, "p1")
    core = Core(store)
    await DueTick(store, core.handle).run()
    assert core.seen == []


async def test_a_store_that_is_away_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    class Away:
        @property
        def outbox(self) -> object:
            raise StoreAway

    tick = DueTick(Away(), Core.handle)  # type: ignore[arg-type]
    await tick.run()
    await tick.run()
    assert len(caplog.records) == 1


async def test_the_clock_runs_and_stops(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    core, stop = Core(store), asyncio.Event()
    with caplog.at_level(logging.WARNING):
        running = asyncio.create_task(clock.run(store, core.handle, stop, due_s=0.05))
        await make_due(store, "p1", datetime.now(UTC))
        async with asyncio.timeout(5):
            while not core.seen:
                await asyncio.sleep(0.01)
        assert not await store.hold_lease("jobs", "somebody else", 1)
        stop.set()
        await asyncio.wait_for(running, 5)
    assert caplog.records == []


async def test_ticks_are_fixed_and_never_missed_or_doubled() -> None:
    async def work() -> None:
        pass

    scheduler = make_scheduler([Tick(work, 1)])
    scheduler.start(paused=True)
    [job] = scheduler.get_jobs()
    assert (job.coalesce, job.max_instances, job.misfire_grace_time) == (True, 1, None)
    scheduler.shutdown()
    await asyncio.sleep(0)
