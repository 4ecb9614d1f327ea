from __future__ import annotations

import asyncio
import time

import pytest

from core.messages import ChatRef, Edit, Message, MessageRef, Receipt, Send
from core.state.outbox import parse_id
from core.state.store import Store
from core.state.types import Aggregate, Commit, OutboxItem, Outgoing
from tests.state.samples import CHAT, PERSON, Count, said


async def queue(store: Store, *items: Outgoing, owner: Aggregate = PERSON) -> None:
    revision = (await store.load(owner)).revision
    await store.commit(Commit(owner, revision, {"count": Count()}, outbox=items))


async def test_items_come_back_as_they_were_queued(store: Store) -> None:
    core = Outgoing("core", internal={"kind": "score", "challenge": "c1"})
    await queue(store, said("one"), core, said("two"))
    one, two = await store.outbox.read("web", "c", 10, 0)
    assert (one.effect, two.effect) == (said("one").effect, said("two").effect)
    assert (one.owner, one.lane, one.attempts, one.in_doubt, one.internal) == (PERSON, "web", 0, False, None)
    assert abs(one.queued_at.timestamp() - time.time()) < 5
    assert len(one.id) <= 25
    [internal] = await store.outbox.read("core", "c", 10, 0)
    assert (internal.effect, internal.internal) == (None, {"kind": "score", "challenge": "c1"})
    assert await store.outbox.read("web", "other", 10, 0) == []


async def test_at_most_as_many_as_asked_and_urgent_ones_first(store: Store) -> None:
    for n in range(20):
        await queue(store, said(f"nudge {n}", kind="nudge"), owner=Aggregate("person", f"n{n}"))
    edit = Edit(CHAT, Message("board"), slot="board", cosmetic=True)
    await queue(store, Outgoing("web", edit), said("reply", kind="reply"))
    first = await store.outbox.read("web", "c", 3, 0)
    assert len(first) == 3
    assert isinstance(first[0].effect, Send)
    assert first[0].effect.kind == "reply"
    assert len(await store.outbox.read("web", "c", 100, 0)) == 19


async def test_a_waiting_reader_is_woken(store: Store) -> None:
    reader = asyncio.create_task(store.outbox.read("web", "c", 10, 3000))
    await asyncio.sleep(0.05)
    await queue(store, said("wake up"))
    items = await asyncio.wait_for(reader, 1)
    assert [item.effect for item in items] == [said("wake up").effect]


async def test_a_wait_ends(store: Store) -> None:
    assert await store.outbox.read("web", "c", 10, 20) == []


async def test_a_finished_item_is_finished_once(store: Store) -> None:
    await queue(store, said(), said())
    one, two = await store.outbox.read("web", "c", 10, 0)
    assert await store.outbox.intend(one)
    assert await store.outbox.done(one)
    assert not await store.outbox.intend(one)
    assert not await store.outbox.done(one)
    assert await store.outbox.done_many([one, two]) == 1
    assert await store.outbox.done_many([]) == 0
    assert await store.outbox.reclaim("web", "d", 0, 10) == []
    assert not [key async for key in store.client.scan_iter("*}:i:*")]


async def test_a_dead_consumers_items_are_given_to_another(store: Store) -> None:
    await queue(store, said("never tried"), said("tried"))
    never, tried = await store.outbox.read("web", "dead", 10, 0)
    assert await store.outbox.intend(tried)
    assert await store.outbox.reclaim("web", "alive", 60_000, 10) == []
    again = await store.outbox.reclaim("web", "alive", 0, 10)
    assert [(item.id, item.attempts, item.in_doubt) for item in again] == [(never.id, 1, False), (tried.id, 1, True)]
    assert not await store.outbox.intend(never), "the dead one lost it"
    assert [await store.outbox.intend(item) for item in again] == [True, True]


async def test_reclaim_gives_at_most_as_many_as_asked(store: Store) -> None:
    for n in range(30):
        await queue(store, said(), owner=Aggregate("person", f"p{n}"))
    assert len(await store.outbox.read("web", "dead", 100, 0)) == 30
    batches = [len(await store.outbox.reclaim("web", "alive", 0, 20)) for _ in range(1)]
    assert batches == [20]


async def test_an_item_put_off_waits_for_its_time(store: Store) -> None:
    await queue(store, said("later"))
    [item] = await store.outbox.read("web", "c", 10, 0)
    await store.outbox.intend(item)
    await store.outbox.calm(item)
    await store.outbox.later(item, 0.08)
    assert await store.outbox.reclaim("web", "c", 0, 10) == []
    await asyncio.sleep(0.1)
    [again] = await store.outbox.reclaim("web", "c", 60_000, 10)
    assert (again.id, again.attempts, again.in_doubt) == (item.id, 1, False)
    assert await store.outbox.reclaim("web", "c", 60_000, 10) == []


async def test_a_finished_item_cannot_be_put_off(store: Store) -> None:
    await queue(store, said())
    [item] = await store.outbox.read("web", "c", 10, 0)
    await store.outbox.drop(item, "expired")
    await store.outbox.later(item, 0)
    assert await store.outbox.reclaim("web", "c", 0, 10) == []
    assert await store.outbox.drops() == {"web:expired": 1}


async def test_a_slot_remembers_the_message(store: Store) -> None:
    await queue(store, said(slot="board:c1"))
    [item] = await store.outbox.read("web", "c", 10, 0)
    assert await store.outbox.slot(CHAT, "board:c1") is None
    await store.outbox.done(item, Receipt(CHAT, "77"), "board:c1")
    assert await store.outbox.slot(CHAT, "board:c1") == MessageRef(CHAT, "77")
    assert await store.outbox.slot(ChatRef("web", "room", thread="2"), "board:c1") is None
    await store.outbox.clear_slot(CHAT, "board:c1")
    assert await store.outbox.slot(CHAT, "board:c1") is None


async def test_a_group_that_moved_is_followed(store: Store) -> None:
    old, new, newest = (ChatRef("telegram", chat_id, "group") for chat_id in ("-1", "-1001", "-1002"))
    assert await store.outbox.successor(old) == old
    await store.outbox.migrate_chat(old, new)
    await store.outbox.migrate_chat(new, newest)
    assert await store.outbox.successor(old) == newest


async def test_a_group_that_moved_in_a_circle_does_not_hang(store: Store) -> None:
    await store.outbox.migrate_chat(CHAT, CHAT)
    assert await store.outbox.successor(CHAT) == CHAT


async def test_lost_consumer_groups_are_made_anew(store: Store) -> None:
    await store.outbox.read("web", "c", 1, 0)
    await store.client.flushdb()
    await queue(store, said("after"))
    assert len(await store.outbox.read("web", "c", 1, 0)) == 1


async def test_many_consumers_share_the_work_without_repeats(store: Store) -> None:
    for n in range(50):
        await queue(store, said(str(n)), said(str(n)), owner=Aggregate("person", f"p{n}"))

    async def consume(name: str) -> list[OutboxItem]:
        taken: list[OutboxItem] = []
        while items := await store.outbox.read("web", name, 7, 0):
            taken += items
        return taken

    taken = [item.id for part in await asyncio.gather(*map(consume, "abcd")) for item in part]
    assert len(taken) == len(set(taken)) == 100


async def test_consumers_of_ended_processes_are_forgotten(store: Store) -> None:
    await queue(store, said())
    await store.outbox.read("web", "ended", 1, 0)
    [item] = await store.outbox.reclaim("web", "holds one", 0, 10)
    stream = f"j:{{s{item.shard}}}:o:web:n"
    await asyncio.sleep(0.01)
    await store.outbox.tidy(idle_ms=1)
    assert [consumer["name"] for consumer in await store.client.xinfo_consumers(stream, "senders")] == [b"holds one"]


def test_an_item_id_tells_its_place() -> None:
    assert parse_id("17n1765432101234-0") == (17, "n", "1765432101234-0")
    with pytest.raises(ValueError, match="not an outbox item"):
        parse_id("17x1-0")


@pytest.mark.parametrize("item", [Outgoing("web"), Outgoing("web", said().effect, {"a": "b"})])
async def test_an_item_has_one_content(store: Store, item: Outgoing) -> None:
    with pytest.raises(ValueError, match="either"):
        await queue(store, item)
