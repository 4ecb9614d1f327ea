from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from core.errors import Conflict
from core.state import keys
from core.state.store import Destroyed, Store
from core.state.types import ANY_REVISION, Aggregate, Commit, Committed, DueChange, Score, Snapshot
from tests.state.samples import CHALLENGE, CHAT, NOON, PERSON, Count, Note, line, said


async def test_nothing_is_there_at_first(store: Store) -> None:
    assert await store.load(PERSON) == Snapshot(PERSON, 0, {})
    assert await store.ledger(PERSON) == []


async def test_a_commit_is_there_whole(store: Store) -> None:
    docs = {"count": Count(n=1), "note:1": Note(text="加油")}
    due = DueChange("nudge", NOON)
    made = await store.commit(Commit(PERSON, 0, docs, ledger=(line("a"), line("b")), due=(due,)))
    assert made == Committed(1)
    assert await store.load(PERSON) == Snapshot(PERSON, 1, docs, due={"nudge": NOON})
    assert await store.ledger(PERSON) == [line("a"), line("b")]
    assert await store.ledger(PERSON, -1) == [line("b")]


async def test_documents_not_named_stay_and_none_deletes(store: Store) -> None:
    await store.commit(Commit(PERSON, 0, {"count": Count(), "note": Note(text="x"), "note:2": Note(text="y")}))
    await store.commit(Commit(PERSON, 1, {"count": Count(n=2), "note": None}))
    assert (await store.load(PERSON)).docs == {"count": Count(n=2), "note:2": Note(text="y")}


async def test_several_are_loaded_in_order(store: Store) -> None:
    owners = [Aggregate("person", f"p{n}") for n in range(40)]
    for n, owner in enumerate(owners[:-1]):
        await store.commit(Commit(owner, 0, {"count": Count(n=n)}))
    found = await store.load_many(owners)
    assert [snapshot.docs for snapshot in found] == [{"count": Count(n=n)} for n in range(39)] + [{}]
    assert await store.load_many([]) == []


async def test_a_ledger_of_a_large_import_fits(store: Store) -> None:
    lines = tuple(line(str(n)) for n in range(9_000))
    await store.commit(Commit(PERSON, 0, ledger=lines))
    assert len(await store.ledger(PERSON)) == 9_000


@pytest.mark.parametrize("revision", [0, 2, 7, ANY_REVISION])
async def test_another_revision_conflicts_and_changes_nothing(store: Store, revision: int) -> None:
    owner = PERSON
    if revision == ANY_REVISION:
        owner = Aggregate("person", "nobody")
    else:
        await store.commit(Commit(owner, 0, {"count": Count(n=1)}))
    docs = {} if revision == ANY_REVISION else {"count": Count(n=2)}
    before = await store.load(owner)
    with pytest.raises(Conflict):
        await store.commit(Commit(owner, revision, docs, outbox=(said(),), claim="e"))
    assert await store.load(owner) == before
    assert (await store.outbox.backlog())["web"] == 0
    assert not await store.claimed(owner, "e")


async def test_fifty_writers_lose_no_update(store: Store) -> None:
    await store.commit(Commit(PERSON, 0, {"count": Count()}))

    async def add_one() -> None:
        while True:
            snapshot = await store.load(PERSON)
            count = snapshot.docs["count"]
            assert isinstance(count, Count)
            try:
                await store.commit(Commit(PERSON, snapshot.revision, {"count": Count(n=count.n + 1)}))
            except Conflict:
                continue
            return

    await asyncio.gather(*(add_one() for _ in range(50)))
    assert await store.load(PERSON) == Snapshot(PERSON, 51, {"count": Count(n=50)})


async def test_of_many_first_commits_one_makes_the_aggregate(store: Store) -> None:
    commits = [store.commit(Commit(PERSON, 0, {"count": Count(n=n)})) for n in range(20)]
    made = await asyncio.gather(*commits, return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in made) == ["Committed"] + ["Conflict"] * 19
    await store.commit(Commit(PERSON, 1, {"note": Note(text="readable")}))
    assert set((await store.load(PERSON)).docs) == {"count", "note"}


async def test_an_event_counts_once(store: Store) -> None:
    first = Commit(PERSON, 0, {"count": Count(n=1)}, ledger=(line("a"),), outbox=(said(),), claim="web:1")
    assert await store.commit(first) == Committed(1)
    assert await store.commit(first) == Committed(1, duplicate=True)
    again = Commit(PERSON, 1, {"count": Count(n=2)}, ledger=(line("b"),), outbox=(said(),), claim="web:1")
    assert await store.commit(again) == Committed(1, duplicate=True)
    assert await store.ledger(PERSON) == [line("a")]
    assert (await store.outbox.backlog())["web"] == 1
    assert await store.claimed(PERSON, "web:1")
    assert not await store.claimed(CHALLENGE, "web:1")


async def test_a_claim_expires(store: Store) -> None:
    await store.commit(Commit(PERSON, 0, claim="web:1"))
    [claim] = [key async for key in store.client.scan_iter("*}:e:*")]
    assert timedelta(days=6) < timedelta(milliseconds=await store.client.pttl(claim)) <= timedelta(days=7)


async def test_scores_may_come_with_any_revision_and_leave_it(store: Store) -> None:
    await store.commit(Commit(CHALLENGE, 0, {"count": Count()}))
    made = await store.commit(Commit(CHALLENGE, ANY_REVISION, scores=(Score("m", 1.0, 0, 1),), outbox=(said(),)))
    assert made == Committed(1)
    assert (await store.load(CHALLENGE)).revision == 1
    with pytest.raises(ValueError, match="revision"):
        await store.commit(Commit(CHALLENGE, ANY_REVISION, {"count": Count(n=1)}))


async def test_a_process_that_did_not_load_it_can_commit(store: Store) -> None:
    await store.commit(Commit(PERSON, 0, {"count": Count()}))
    store.vault.forget("person:p1")
    await store.commit(Commit(PERSON, 1, {"count": Count(n=1)}))
    assert (await store.load(PERSON)).docs == {"count": Count(n=1)}


async def test_the_destroyed_stay_destroyed(store: Store) -> None:
    await store.commit(Commit(PERSON, 0, {"count": Count()}, due=(DueChange("nudge", NOON),)))
    await store.destroy(PERSON, claim="web:2")
    assert await store.load(PERSON) == Snapshot(PERSON, 0, {}, gone=True)
    assert await store.ledger(PERSON) == []
    assert await store.due.claim(10, 30) == []
    for revision in (0, 1):
        with pytest.raises(Destroyed):
            await store.commit(Commit(PERSON, revision, {"count": Count()}))
    assert await store.commit(Commit(PERSON, 0, claim="web:2")) == Committed(0, duplicate=True)
    assert await store.client.ttl(keys.docs(PERSON)) > 29 * 24 * 3600


async def test_a_farewell_outlives_the_person_and_nothing_else_does(store: Store) -> None:
    await store.commit(Commit(PERSON, 0, {"count": Count()}, outbox=(said("private"),)))
    await store.destroy(PERSON, outbox=(said("goodbye"),))
    await store.destroy(PERSON, outbox=(said("goodbye"),))
    items = await store.outbox.read("web", "c", 10, 0)
    assert [item.effect.message.text for item in items if item.effect and item.effect.type == "send"] == ["goodbye"]
    assert await store.outbox.drops() == {"web:destroyed": 1}
    assert await store.outbox.done_many(items) == 1
    assert (await store.outbox.backlog())["web"] == 0


async def test_every_key_of_an_aggregate_is_in_one_slot(store: Store) -> None:
    await store.commit(
        Commit(
            CHALLENGE,
            0,
            {"count": Count()},
            ledger=(line("a"),),
            outbox=(said(),),
            due=(DueChange("end", NOON),),
            scores=(Score("m", 1, 0, 1),),
            claim="e",
        )
    )
    found = {key.decode() async for key in store.client.scan_iter("j:{*")}
    assert {key.split("}")[0] for key in found} == {f"j:{{s{keys.shard_of('c1')}"}
    assert len(found) == 7
    assert CHAT.chat_id not in "".join(found)
