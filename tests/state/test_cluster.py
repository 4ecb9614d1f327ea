"""On a cluster every command keeps to one slot: a server that owns all slots refuses those that do not."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from redis import Redis, exceptions

from core.messages import AccountRef, MessageRef, Receipt
from core.state.documents import Registry
from core.state.embedded import find_server
from core.state.store import Store
from core.state.types import Aggregate, Commit, DueChange, Fence, Rate, Score
from tests.conftest import MASTER
from tests.state.samples import CHALLENGE, CHAT, PERSON, Count, line, said


@pytest.fixture(scope="module")
def cluster_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder, port = tmp_path_factory.mktemp("cluster"), free_port()
    command = [find_server(), "--port", port, "--cluster-enabled", "yes", "--cluster-port", free_port(), "--save", ""]
    server = subprocess.Popen([str(part) for part in command], cwd=folder, stdout=subprocess.DEVNULL)
    try:
        with Redis(port=port) as client:
            make_whole(client)
        yield f"redis+cluster://127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def make_whole(client: Redis) -> None:
    """Give it all slots and wait until it says that the cluster is up."""
    until(client.ping)
    client.cluster("addslotsrange", 0, 16383)
    until(lambda: client.cluster("info")["cluster_state"] == "ok")


def until(holds: Callable[[], object]) -> None:
    for _ in range(500):
        with suppress(exceptions.ConnectionError):
            if holds():
                return
        time.sleep(0.01)
    raise AssertionError("no cluster")


@pytest.fixture
async def clustered(cluster_url: str, registry: Registry) -> AsyncIterator[Store]:
    store = await Store.connect(cluster_url, MASTER, registry)
    yield store
    await store.client.flushall()
    await store.close()


async def test_the_whole_store_works_on_a_cluster(clustered: Store) -> None:
    store, past = clustered, datetime.now(UTC) - timedelta(seconds=5)
    await store.commit(
        Commit(
            CHALLENGE,
            0,
            {"count": Count()},
            ledger=(line("a"),),
            outbox=(said(slot="board"), said(kind="nudge")),
            due=(DueChange("end", past),),
            scores=(Score("m", 1, 0, 1),),
            claim="e",
        )
    )
    await store.commit(Commit(PERSON, 0, {"count": Count(n=1)}))
    people = [PERSON, CHALLENGE, Aggregate("person", "nobody")]
    assert [snapshot.revision for snapshot in await store.load_many(people)] == [1, 1, 0]
    assert await store.ledger(CHALLENGE) == [line("a")]
    assert await store.bind(AccountRef("web", "u"), "p1", expected=None) == "p1"
    standing = await store.standing_of("c1", "m")
    assert [standing] == await store.standings("c1", 0, 5)
    [due] = await store.due.claim(10, 30)
    assert (await store.due.backlog()).count == 0
    await store.commit(Commit(CHALLENGE, 1, fence=Fence("end", due.lease)))
    assert await store.limiter.acquire([Rate("a", 1), Rate("b", 1)]) == 0
    assert await store.limiter.acquire([Rate("b", 1), Rate("c", 1)]) > 0


async def test_delivery_works_on_a_cluster(clustered: Store) -> None:
    store = clustered
    owners = [Aggregate("person", f"p{n}") for n in range(8)]
    await asyncio.gather(*(store.commit(Commit(o, 0, outbox=(said(o.id), said(kind="nudge")))) for o in owners))
    items = await store.outbox.read("web", "dead", 100, 10)
    assert len(items) == 16
    assert await store.outbox.intend(items[0])
    again = await store.outbox.reclaim("web", "alive", 0, 100)
    assert {item.id for item in again} == {item.id for item in items}
    assert await store.outbox.done(again[0], Receipt(CHAT, "1"), "board")
    assert await store.outbox.slot(CHAT, "board") == MessageRef(CHAT, "1")
    assert await store.outbox.done_many(again) == 15
    assert sum((await store.outbox.backlog()).values()) == 0
    await store.destroy(owners[0])
    health = await store.health()
    assert (health["outbox"], health["append_only"]) == (0, False)
    await store.tidy()
