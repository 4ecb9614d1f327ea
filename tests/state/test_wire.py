"""The one connection: order, errors, silence, losses, on a server that does as it is told and on the real one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import pytest
import uvloop
from redis import exceptions

from core.state.store import Store
from core.state.wire import Wire


class Scripted:
    """Answers each connection's n-th piece of bytes with what `answer` says; `None`: not at all, b"": hangs up."""

    def __init__(self, answer: Callable[[bytes], bytes | None]) -> None:
        self.heard: list[bytes] = []
        self.connections = 0
        self._answer = answer
        self._served: list[asyncio.Task[None] | None] = []

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._served.append(asyncio.current_task())
        while data := await reader.read(1000):
            self.heard.append(data)
            answer = self._answer(data)
            if answer == b"":
                break
            writer.write(answer or b"")
        writer.close()
        await writer.wait_closed()

    async def ended(self) -> None:
        await asyncio.gather(*(task for task in self._served if task is not None))


@asynccontextmanager
async def wired(server: Scripted, timeout_s: float = 5.0, **options: object) -> AsyncIterator[Wire]:
    listening = await asyncio.start_server(server, "127.0.0.1", 0)
    host, port = listening.sockets[0].getsockname()
    wire = Wire({"host": host, "port": port, **options}, {}, timeout_s)
    try:
        yield wire
    finally:
        await wire.close()
        listening.close()
        await server.ended()


async def test_commands_of_one_moment_leave_together_and_each_gets_its_own_answer(store: Store) -> None:
    assert store.wire is not None
    numbers = await asyncio.gather(*(store.wire.run(("ECHO", number)) for number in range(500)))
    assert numbers == [str(number).encode() for number in range(500)]
    server = Scripted(lambda data: b":1\r\n" * data.count(b"PING"))
    async with wired(server) as wire:
        assert await asyncio.gather(*(wire.run(("PING",)) for _ in range(3))) == [1, 1, 1]
        assert server.connections == 1
        assert len(server.heard) == 1


async def test_errors_are_of_their_kind_and_of_one_command(store: Store) -> None:
    assert store.wire is not None
    found = await store.wire.run_all([("EVALSHA", "0" * 40, 0), ("PING",), ("NOTHING",), ("SET", "x", "1")])
    assert [type(one).__name__ for one in found] == ["NoScriptError", "bool", "ResponseError", "bool"]


async def test_it_says_who_it_is_first() -> None:
    server = Scripted(lambda data: b"+OK\r\n" * data.count(b"*"))
    async with wired(server, username="ann", password="secret", db=3) as wire:
        await wire.run(("PING",))
    said = b"".join(server.heard)
    assert said.index(b"AUTH\r\n$3\r\nann\r\n$6\r\nsecret") < said.index(b"SELECT\r\n$1\r\n3") < said.index(b"PING")


async def test_a_refused_password_is_told() -> None:
    async with wired(Scripted(lambda _: b"-WRONGPASS no\r\n"), password="wrong") as wire:
        with pytest.raises(exceptions.ResponseError, match="WRONGPASS"):
            await wire.run(("PING",))


async def test_a_silent_server_is_given_up_and_asked_anew() -> None:
    server = Scripted(lambda data: None if server.connections == 1 else b"+PONG\r\n")
    async with wired(server, timeout_s=0.05) as wire:
        found = await asyncio.gather(*(wire.run(("PING",)) for _ in range(3)), return_exceptions=True)
        assert {type(one) for one in found} == {exceptions.TimeoutError}
        assert await wire.run(("PING",)) == b"PONG"
        assert server.connections == 2


async def test_an_idle_connection_is_not_given_up() -> None:
    server = Scripted(lambda _: b"+PONG\r\n")
    async with wired(server, timeout_s=0.03) as wire:
        await wire.run(("PING",))
        await asyncio.sleep(0.08)
        assert await wire.run(("PING",)) == b"PONG"
        assert server.connections == 1


async def test_whoever_waits_learns_of_a_lost_connection() -> None:
    server = Scripted(lambda data: b"" if server.connections == 1 else b"+PONG\r\n")
    async with wired(server) as wire:
        found = await asyncio.gather(*(wire.run(("PING",)) for _ in range(3)), return_exceptions=True)
        assert {type(one) for one in found} == {exceptions.ConnectionError}
        assert await wire.run(("PING",)) == b"PONG"


async def test_nobody_there_is_a_connection_error() -> None:
    wire = Wire({"path": "/nowhere/s.sock"}, {}, 1.0)
    with pytest.raises(exceptions.ConnectionError):
        await wire.run(("PING",))
    await wire.close()


def test_it_works_on_the_loop_of_the_processes(redis_url: str) -> None:
    async def talk() -> object:
        wire = Wire({"path": urlsplit(redis_url).path}, {}, 1.0)
        try:
            return await wire.run(("ECHO", "x"))
        finally:
            await wire.close()

    assert uvloop.run(talk()) == b"x"
