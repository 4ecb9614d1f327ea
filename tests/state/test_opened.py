"""Documents that stay in memory: shared while nothing changed, never instead of what stands in the store."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis

from core.state import keys
from core.state.crypto import Unreadable
from core.state.documents import Registry
from core.state.opened import Opened
from core.state.store import Store
from core.state.types import Commit
from tests.conftest import MASTER
from tests.state.samples import PERSON, Count, Note


@pytest.fixture
async def keeping(store: Store, redis_url: str, registry: Registry) -> AsyncIterator[Store]:
    """A second process, so to say, on the same server."""
    keeping = await Store.connect(redis_url, MASTER, registry)
    yield keeping
    await keeping.close()


async def test_what_did_not_change_is_the_same_object(keeping: Store, store: Store) -> None:
    await store.commit(Commit(PERSON, 0, {"count": Count(), "note": Note(text="x")}))
    first, second = await keeping.load(PERSON), await keeping.load(PERSON)
    assert first.docs["note"] is second.docs["note"]
    await store.commit(Commit(PERSON, 1, {"count": Count(n=2)}))
    third = await keeping.load(PERSON)
    assert third.docs == {"count": Count(n=2), "note": Note(text="x")}
    assert third.docs["note"] is first.docs["note"]


async def test_what_was_written_need_not_be_opened(keeping: Store) -> None:
    note = Note(text="x")
    await keeping.commit(Commit(PERSON, 0, {"note": note}))
    assert (await keeping.load(PERSON)).docs["note"] is note
    await keeping.commit(Commit(PERSON, 1, {"note": None}))
    assert (await keeping.load(PERSON)).docs == {}


async def test_what_was_not_committed_is_not_kept(keeping: Store, store: Store) -> None:
    await store.commit(Commit(PERSON, 0, {"count": Count(n=1)}, claim="e"))
    await keeping.load(PERSON)
    assert (await keeping.commit(Commit(PERSON, 1, {"count": Count(n=2)}, claim="e"))).duplicate
    assert (await keeping.load(PERSON)).docs["count"] == Count(n=1)


async def test_damage_is_noticed_as_before(keeping: Store, redis_url: str) -> None:
    await keeping.commit(Commit(PERSON, 0, {"count": Count()}))
    async with Redis.from_url(redis_url) as client:
        sealed = await client.hget(keys.docs(PERSON), "d:count")
        assert isinstance(sealed, bytes)
        await client.hset(keys.docs(PERSON), "d:count", sealed[:-1] + bytes([sealed[-1] ^ 1]))
    with pytest.raises(Unreadable):
        await keeping.load(PERSON)


async def test_a_destroyed_person_leaves_the_memory_of_every_process(keeping: Store, store: Store) -> None:
    await keeping.commit(Commit(PERSON, 0, {"count": Count()}))
    await store.destroy(PERSON)
    assert (await keeping.load(PERSON)).gone
    assert keeping.opened.forget("person:p1") == {}


def test_the_owners_used_longest_ago_go_first() -> None:
    opened = Opened(most=10)
    for owner in ("a", "b"):
        opened.put(owner, {"count": (b"1234", Count())})
    opened.put("a", {})
    opened.put("c", {"count": (b"1234", Count())})
    assert [opened.get(owner, "count", b"1234") is not None for owner in "abc"] == [True, False, True]
    opened.put("d", {"count": (b"x" * 11, Count())})
    assert opened.get("d", "count", b"x" * 11) is None
    opened.put("e", {"count": (b"1" * 10, Count())})
    assert opened.get("e", "count", b"1" * 10) is not None
