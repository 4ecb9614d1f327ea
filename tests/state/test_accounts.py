from __future__ import annotations

import asyncio

from core.messages import AccountRef
from core.state.documents import Registry
from core.state.store import Store
from tests.conftest import MASTER

ACCOUNT = AccountRef("telegram", "4242424242")


async def test_of_two_at_once_one_binds_and_both_know(store: Store) -> None:
    assert await store.person_of(ACCOUNT) is None
    bound = await asyncio.gather(*(store.bind(ACCOUNT, f"p{n}", expected=None) for n in range(10)))
    assert len(set(bound)) == 1
    assert await store.person_of(ACCOUNT) == bound[0]


async def test_a_binding_moves_only_from_whom_is_expected(store: Store) -> None:
    assert await store.bind(ACCOUNT, "p1", expected="p0") == ""
    assert await store.bind(ACCOUNT, "p1", expected=None) == "p1"
    assert await store.bind(ACCOUNT, "p2", expected="p0") == "p1"
    assert await store.bind(ACCOUNT, "p2", expected="p1") == "p2"
    assert await store.person_of(ACCOUNT) == "p2"
    await store.unbind(ACCOUNT)
    assert await store.person_of(ACCOUNT) is None


async def test_another_process_sees_the_binding(store: Store, redis_url: str, registry: Registry) -> None:
    await store.bind(ACCOUNT, "p1", expected=None)
    other = await Store.connect(redis_url, MASTER, registry)
    assert await other.person_of(ACCOUNT) == "p1"
    await other.close()


async def test_the_platforms_id_is_nowhere(store: Store) -> None:
    await store.bind(ACCOUNT, "p1", expected=None)
    assert not [key async for key in store.client.scan_iter("*4242424242*")]


async def test_a_code_is_given_once(store: Store) -> None:
    assert await store.put_code("link", "K7Q2", "person:p1", 60)
    assert not await store.put_code("link", "K7Q2", "person:p2", 60)
    assert await store.get_code("link", "K7Q2") == "person:p1"
    assert await store.get_code("invite", "K7Q2") is None
    taken = await asyncio.gather(*(store.take_code("link", "K7Q2") for _ in range(5)))
    assert sorted(filter(None, taken)) == ["person:p1"]


async def test_a_code_expires_if_it_shall(store: Store) -> None:
    await store.put_code("link", "SHORT", "x", 0.02)
    await store.put_code("invite", "LONG", "y", None)
    await asyncio.sleep(0.04)
    assert await store.get_code("link", "SHORT") is None
    assert await store.get_code("invite", "LONG") == "y"


async def test_a_lease_has_one_holder(store: Store) -> None:
    assert await store.hold_lease("menu", "a", 60)
    assert await store.hold_lease("menu", "a", 60)
    assert not await store.hold_lease("menu", "b", 60)
    await store.free_lease("menu", "b")
    assert not await store.hold_lease("menu", "b", 60)
    await store.free_lease("menu", "a")
    assert await store.hold_lease("menu", "b", 0.01)
    await asyncio.sleep(0.03)
    assert await store.hold_lease("menu", "a", 60)
