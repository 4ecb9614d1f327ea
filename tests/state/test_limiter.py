from __future__ import annotations

import asyncio
import time

from core.state.store import Store
from core.state.types import Rate


async def test_a_burst_then_the_rate(store: Store) -> None:
    rate = Rate("chat:1", per_second=1, burst=3)
    waits = [await store.limiter.acquire([rate]) for _ in range(5)]
    assert waits[:3] == [0, 0, 0]
    assert all(0.9 < wait <= 1 for wait in waits[3:]), "a refusal takes nothing"


async def test_never_more_than_burst_and_rate_whoever_asks(store: Store) -> None:
    rate = Rate("all", per_second=100, burst=5)
    began, granted = time.monotonic(), 0

    async def ask() -> None:
        nonlocal granted
        while time.monotonic() - began < 0.3:
            wait = await store.limiter.acquire([rate])
            granted += wait == 0
            await asyncio.sleep(wait)

    await asyncio.gather(*(ask() for _ in range(8)))
    elapsed = time.monotonic() - began
    assert 25 <= granted <= 5 + 100 * elapsed


async def test_all_limits_or_none(store: Store) -> None:
    wide, narrow = Rate("wide", 1, 2), Rate("narrow", 1, 1)
    assert await store.limiter.acquire([wide, narrow]) == 0
    assert await store.limiter.acquire([wide, narrow]) > 0
    assert await store.limiter.acquire([wide]) == 0, "the refusal did not use up the wide one"
    assert await store.limiter.acquire([wide]) > 0


async def test_the_longest_wait_is_told(store: Store) -> None:
    slow, fast = Rate("slow", 0.1, 1), Rate("fast", 10, 1)
    await store.limiter.acquire([slow, fast])
    assert 9.5 < await store.limiter.acquire([fast, slow]) <= 10


async def test_a_pause_holds_for_its_time_whatever_the_burst(store: Store) -> None:
    rate = Rate("chat:1", per_second=10, burst=30)
    await store.limiter.pause(rate, 2)
    assert 1.9 < await store.limiter.acquire([rate]) <= 2


async def test_limits_leave_nothing_behind(store: Store) -> None:
    await store.limiter.acquire([Rate("chat:1", 100, 1)])
    await asyncio.sleep(0.03)
    assert not [key async for key in store.client.scan_iter("j:{rate}*")]


async def test_no_limit_is_no_wait(store: Store) -> None:
    assert await store.limiter.acquire([]) == 0
