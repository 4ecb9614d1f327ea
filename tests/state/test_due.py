from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from core.errors import Conflict
from core.state.store import Store
from core.state.types import Aggregate, Commit, Committed, DueChange, DueItem, Fence
from tests.state.samples import PERSON, Count


def past(seconds: float = 60) -> datetime:
    now = datetime.now(UTC) - timedelta(seconds=seconds)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


async def plan(store: Store, owner: Aggregate, *changes: DueChange) -> None:
    revision = (await store.load(owner)).revision
    await store.commit(Commit(owner, revision, {"count": Count()}, due=changes))


async def test_what_is_due_is_claimed_once(store: Store) -> None:
    at = past()
    await plan(store, PERSON, DueChange("nudge", at), DueChange("digest", datetime.now(UTC) + timedelta(hours=1)))
    assert (await store.due.backlog()).count == 1
    assert 59 < (await store.due.backlog()).oldest_s < 70
    [item] = await store.due.claim(10, 30)
    assert (item.owner, item.kind, item.due_at) == (PERSON, "nudge", at)
    assert await store.due.claim(10, 30) == []
    assert (await store.due.backlog()).count == 0


async def test_a_lease_that_ends_gives_the_item_back_with_its_first_time(store: Store) -> None:
    at = past()
    await plan(store, PERSON, DueChange("nudge", at))
    [first] = await store.due.claim(10, 0.02)
    await asyncio.sleep(0.04)
    [second] = await store.due.claim(10, 30)
    assert (second.due_at, second.lease > first.lease) == (at, True)
    with pytest.raises(Conflict):
        await store.commit(Commit(PERSON, 1, fence=Fence("nudge", first.lease)))
    assert await store.commit(Commit(PERSON, 1, fence=Fence("nudge", second.lease))) == Committed(2)


async def test_the_answer_moves_the_item_to_its_next_time(store: Store) -> None:
    await plan(store, PERSON, DueChange("nudge", past()))
    [item] = await store.due.claim(10, 30)
    again = past(1)
    fence = Fence("nudge", item.lease)
    await store.commit(Commit(PERSON, 1, fence=fence, due=(DueChange("nudge", again),), claim="nudge:1"))
    assert (await store.load(PERSON)).due == {"nudge": again}
    [item] = await store.due.claim(10, 30)
    assert item.due_at == again


async def test_an_answer_without_a_next_time_ends_it(store: Store) -> None:
    await plan(store, PERSON, DueChange("nudge", past()))
    [item] = await store.due.claim(10, 0)
    await store.commit(Commit(PERSON, 1, fence=Fence("nudge", item.lease)))
    await asyncio.sleep(0.01)
    assert await store.due.claim(10, 30) == []
    assert (await store.load(PERSON)).due == {}


async def test_a_repeated_occasion_changes_nothing_but_moves_on(store: Store) -> None:
    await store.commit(Commit(PERSON, 0, {"count": Count(n=1)}, due=(DueChange("nudge", past()),), claim="today"))
    [item] = await store.due.claim(10, 30)
    later = past() + timedelta(days=1)
    change = Commit(
        PERSON,
        1,
        {"count": Count(n=2)},
        due=(DueChange("nudge", later),),
        claim="today",
        fence=Fence("nudge", item.lease),
    )
    assert await store.commit(change) == Committed(1, duplicate=True)
    snapshot = await store.load(PERSON)
    assert (snapshot.docs, snapshot.due) == ({"count": Count(n=1)}, {"nudge": later})


async def test_a_change_by_the_person_takes_the_item_from_its_holder(store: Store) -> None:
    await plan(store, PERSON, DueChange("nudge", past()))
    [item] = await store.due.claim(10, 30)
    await plan(store, PERSON, DueChange("nudge", None))
    with pytest.raises(Conflict):
        await store.commit(Commit(PERSON, 2, fence=Fence("nudge", item.lease)))
    assert await store.due.claim(10, 30) == []


async def test_many_claimers_get_everything_once(store: Store) -> None:
    owners = [Aggregate("person", f"p{n}") for n in range(100)]
    for owner in owners:
        await plan(store, owner, DueChange("nudge", past()))

    async def claim() -> list[DueItem]:
        taken: list[DueItem] = []
        while items := await store.due.claim(9, 30):
            assert len(items) <= 9
            taken += items
        return taken

    taken = [item.owner for part in await asyncio.gather(*(claim() for _ in range(5))) for item in part]
    assert sorted(taken) == sorted(owners)


async def test_a_kind_with_a_slash_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="slash"):
        await plan(store, PERSON, DueChange("a/b", past()))


async def test_an_owner_with_any_id_comes_back(store: Store) -> None:
    owner = Aggregate("chat", "telegram:-100/7:x")
    await plan(store, owner, DueChange("round", past()))
    [item] = await store.due.claim(1, 30)
    assert item.owner == owner
