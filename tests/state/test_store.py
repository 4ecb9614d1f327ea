from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from redis.exceptions import ResponseError

from core.errors import StoreAway
from core.state import keys
from core.state.crypto import WrongKey
from core.state.documents import Registry
from core.state.embedded import Embedded
from core.state.link import UnfitStore, describe
from core.state.store import Store
from core.state.types import Commit, Committed
from tests.conftest import MASTER
from tests.state.samples import PERSON, Count


async def test_another_master_key_is_refused(store: Store, redis_url: str, registry: Registry) -> None:
    with pytest.raises(WrongKey):
        await Store.connect(redis_url, bytes(32), registry)


async def test_a_newer_structure_is_refused(store: Store, redis_url: str, registry: Registry) -> None:
    await store.client.set(keys.STRUCTURE, 2)
    with pytest.raises(UnfitStore, match="structure 2"):
        await Store.connect(redis_url, MASTER, registry)


async def test_no_server_is_a_store_away(tmp_path: Path, registry: Registry) -> None:
    with pytest.raises(StoreAway):
        await Store.connect(f"unix://{tmp_path}/none.sock", MASTER, registry)


async def test_a_store_that_comes_back_is_used_again(tmp_path: Path, registry: Registry) -> None:
    server = Embedded(tmp_path)
    store = await Store.connect(server.start(), MASTER, registry)
    await store.commit(Commit(PERSON, 0, {"count": Count()}))
    server.stop()
    with pytest.raises(StoreAway):
        await store.load(PERSON)
    with pytest.raises(StoreAway):
        await store.commit(Commit(PERSON, 1, {"count": Count(n=1)}, claim="e"))
    server.start()
    assert await store.commit(Commit(PERSON, 1, {"count": Count(n=1)}, claim="e")) == Committed(2)
    await store.close()
    server.stop()


async def test_more_callers_than_connections_wait(redis_url: str, store: Store, registry: Registry) -> None:
    narrow = await Store.connect(redis_url, MASTER, registry, pool=2)
    assert len(await asyncio.gather(*(narrow.load(PERSON) for _ in range(200)))) == 200
    await narrow.close()


async def test_one_callers_error_or_end_is_its_own(store: Store) -> None:
    """Callers at the same time share round trips, but nothing else."""
    await store.client.set("text", "x")
    reads = [asyncio.create_task(store.do("GET", "text")) for _ in range(20)]
    wrong = [asyncio.create_task(store.do("LRANGE", "text", 0, 1)) for _ in range(5)]
    gone = asyncio.create_task(store.do("GET", "text"))
    await asyncio.sleep(0)
    gone.cancel()
    assert [await read for read in reads] == [b"x"] * 20
    outcomes = await asyncio.gather(*wrong, gone, return_exceptions=True)
    assert [type(outcome).__name__ for outcome in outcomes] == ["ResponseError"] * 5 + ["CancelledError"]


async def test_all_callers_learn_that_the_store_is_away(tmp_path: Path, registry: Registry) -> None:
    server = Embedded(tmp_path)
    store = await Store.connect(server.start(), MASTER, registry)
    server.stop()
    outcomes = await asyncio.gather(*(store.do("GET", "x") for _ in range(20)), return_exceptions=True)
    assert {type(outcome) for outcome in outcomes} == {StoreAway}
    await store.close()


async def test_a_wrong_command_among_many_is_told(store: Store) -> None:
    await store.client.set("text", "x")
    with pytest.raises(ResponseError, match="WRONGTYPE"):
        await store.many([("GET", "text"), ("LRANGE", "text", 0, 1)])
    found = await store.many([("GET", "text"), ("LRANGE", "text", 0, 1)], bear="WRONGTYPE")
    assert found[0] == b"x"


async def test_health_tells_what_waits(store: Store) -> None:
    health = await store.health()
    assert {key: health[key] for key in ("append_only", "policy", "outbox", "due")} == {
        "append_only": True,
        "policy": "noeviction",
        "outbox": 0,
        "due": 0,
    }
    await store.tidy()


async def test_a_postponed_rewrite_is_done_by_the_housekeeping(store: Store) -> None:
    await store.client.set(keys.REWRITE, 1)
    for _ in range(100):
        await store.tidy()
        if not await store.client.exists(keys.REWRITE):
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the rewrite is still postponed")


async def test_messages_between_processes(store: Store) -> None:
    async with store.pubsub.subscribe(["a", "b"]) as messages:
        await store.pubsub.publish("b", b"one")
        await store.pubsub.publish("c", b"not ours")
        await store.pubsub.publish("a", b"two")
        assert [await anext(messages), await anext(messages)] == [("b", b"one"), ("a", b"two")]


def test_an_address_is_told_without_its_password() -> None:
    assert describe("redis://user:secret@db.example:6379/0") == "redis://db.example:6379/0"
