from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis import Redis

from core.state import embedded as module
from core.state.documents import Registry
from core.state.embedded import Embedded, EmbeddedFailed, embedded
from core.state.store import Store
from core.state.types import Commit
from tests.conftest import MASTER
from tests.state.samples import PERSON, Count, Note, line, said

MARK = "plaintext-marker-8461"
PARENT = """
import sys, time
from pathlib import Path
from core.state.embedded import Embedded
print(Embedded(Path(sys.argv[1])).start(), flush=True)
time.sleep(60)
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Embedded]:
    server = Embedded(tmp_path)
    yield server
    server.stop()


def pid_of(url: str) -> int:
    with Redis.from_url(url) as client:
        return int(client.info("server")["process_id"])


def kill(server: Embedded) -> None:
    assert server._process is not None
    os.kill(server._process.pid, signal.SIGKILL)
    server._process.wait()


def wait_until_dead(pid: int) -> None:
    for _ in range(500):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{pid}/stat").exists() and Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] == "Z":
            return
        time.sleep(0.01)
    raise AssertionError(f"{pid} lives")


async def test_data_outlive_a_clean_stop_even_in_an_odd_folder(tmp_path: Path, registry: Registry) -> None:
    folder = tmp_path / ("a long folder with spaces, 加油 and 'quotes\" " * 3)
    async with embedded(folder) as url:
        store = await Store.connect(url, MASTER, registry)
        await store.commit(Commit(PERSON, 0, {"count": Count(n=7)}))
        health = await store.health()
        await store.close()
        pid = pid_of(url)
    assert (health["append_only"], health["write_ok"], health["policy"]) == (True, True, "noeviction")
    wait_until_dead(pid)
    async with embedded(folder) as url:
        store = await Store.connect(url, MASTER, registry)
        assert (await store.load(PERSON)).docs == {"count": Count(n=7)}
        await store.close()


async def test_acknowledged_data_outlive_a_kill(server: Embedded, registry: Registry) -> None:
    store = await Store.connect(server.start(), MASTER, registry)
    for n in range(100):
        await store.commit(Commit(PERSON, n, {"count": Count(n=n)}, ledger=(line(str(n)),), claim=str(n)))
    kill(server)
    server.start()
    assert len(await store.ledger(PERSON)) == 100
    assert (await store.commit(Commit(PERSON, 99, claim="99"))).duplicate
    await store.close()


async def test_a_file_cut_short_is_recovered(server: Embedded, registry: Registry) -> None:
    store = await Store.connect(server.start(), MASTER, registry)
    await store.commit(Commit(PERSON, 0, {"count": Count(n=1)}))
    await store.commit(Commit(PERSON, 1, {"count": Count(n=2)}))
    kill(server)
    [file] = server.folder.glob("appendonlydir/*.incr.aof")
    os.truncate(file, file.stat().st_size - 20)
    server.start()
    assert (await store.load(PERSON)).docs == {"count": Count(n=1)}
    await store.close()


def test_a_write_reaches_the_system_before_its_answer(server: Embedded) -> None:
    """With `everysec` the server answers writes that it holds back while it synchronises."""
    with Redis.from_url(server.start()) as client:
        assert client.config_get("appendonly", "appendfsync") == {"appendonly": "yes", "appendfsync": "no"}


def test_the_parent_synchronises_the_file(tmp_path: Path) -> None:
    seen: queue.Queue[Path] = queue.Queue()
    server = Embedded(tmp_path, sync_s=0.01, synchronise=seen.put)
    server.start()
    file = seen.get(timeout=5)
    module.synchronise(file)
    assert [file] == list(server.folder.glob("appendonlydir/*.incr.aof"))
    server.stop()


def test_an_orphan_is_found_again(tmp_path: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    url = parent.stdout.readline().strip()
    pid = pid_of(url)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    heir = Embedded(tmp_path)
    assert heir.start() == url
    assert pid_of(url) == pid
    heir.stop()
    wait_until_dead(pid)


def test_an_orphan_is_found_by_what_it_recorded(tmp_path: Path) -> None:
    one, two = Embedded(tmp_path), Embedded(tmp_path)
    one.start()
    two.socket = tmp_path / "other-temporary-folder" / "s.sock"
    assert two.start() == one.url
    two.stop()
    one.stop()
    assert not one.socket.parent.exists()


def test_the_last_to_leave_stops_it(tmp_path: Path) -> None:
    one, two = Embedded(tmp_path), Embedded(tmp_path)
    assert one.start() == two.start()
    one.stop()
    assert two.answers()
    two.stop()
    assert not two.answers()
    two.stop()
    assert one._process is not None
    assert one._process.wait(10) == 0


def test_a_server_that_cannot_start_says_why(server: Embedded) -> None:
    server.start()
    server.stop()
    [manifest] = server.folder.glob("appendonlydir/*.manifest")
    manifest.write_text("nonsense\n")
    with pytest.raises(EmbeddedFailed, match="ended with code 1"):
        server.start()


def test_a_socket_folder_of_somebody_else_is_refused(server: Embedded) -> None:
    server.socket.parent.mkdir()
    server.socket.parent.chmod(0o755)
    with pytest.raises(EmbeddedFailed, match="not a folder of ours alone"):
        server.start()


def test_a_server_on_the_path_is_preferred_if_it_is_new_enough(tmp_path: Path) -> None:
    program = tmp_path / "valkey-server"
    program.write_text("#!/bin/sh\necho 'Server v=7.0.15 sha=0'\n")
    program.chmod(0o755)
    assert module._version(str(program)) == (7, 0)
    assert module._version(str(module.find_server())) >= (7, 2)


async def test_a_deletion_leaves_nothing_readable(tmp_path: Path, registry: Registry) -> None:
    async with embedded(tmp_path) as url:
        store = await Store.connect(url, MASTER, registry)
        ledger = (line("a", activity=MARK),)
        await store.commit(Commit(PERSON, 0, {"note": Note(text=MARK)}, ledger=ledger, outbox=(said(MARK),)))
        key = await store.client.hget("j:{s19}:d:person:p1", "key")
        assert key is not None
        assert MARK.encode() not in everything(tmp_path)
        assert key in everything(tmp_path)
        await store.destroy(PERSON)
        await rewritten(store)
        assert key not in everything(tmp_path), "without its key nothing of the person can be read"
        assert MARK.encode() not in everything(tmp_path)
        dumps = [await store.client.dump(name) async for name in store.client.scan_iter()]
        assert not [dump for dump in dumps if key in dump or MARK.encode() in dump]
        await store.close()


async def rewritten(store: Store) -> None:
    for _ in range(500):
        info = await store.client.info("persistence")
        if not info["aof_rewrite_in_progress"] and not info["aof_rewrite_scheduled"]:
            return
        time.sleep(0.01)
    raise AssertionError("the file is still being rewritten")


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
