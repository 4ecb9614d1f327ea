"""The connection to the server: one pool, scripts by their hash, every network error as `StoreAway`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import cache
from hashlib import sha1
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast
from urllib.parse import urlsplit

from redis import exceptions
from redis.asyncio import BlockingConnectionPool, Redis, SSLConnection
from redis.asyncio.cluster import RedisCluster
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from core.errors import StoreAway
from core.state import keys
from core.state.crypto import Unreadable, Vault, WrongKey
from core.state.wire import Wire

STRUCTURE_VERSION = 1
OLDEST_SERVER = (7, 2)
TIMEOUT_S = 5.0
PAUSES_S = (0.05, 0.25)
"""Between the tries of a call that may safely run twice."""

Value = str | bytes | int | float
T = TypeVar("T")

AWAY = (
    exceptions.ConnectionError,
    exceptions.TimeoutError,
    exceptions.ReadOnlyError,
    exceptions.OutOfMemoryError,
    exceptions.ClusterError,
    OSError,
)
"""The server is gone, starting, a replica, or full: nothing a caller could do but come back later."""


class UnfitStore(Exception):
    """The server is too old, or its content belongs to a newer program."""


class Script(NamedTuple):
    text: str
    sha: str


@cache
def script(name: str) -> Script:
    """`lua/<name>.lua`."""
    text = (Path(__file__).parent / "lua" / f"{name}.lua").read_text(encoding="utf-8")
    return Script(text, sha1(text.encode(), usedforsecurity=False).hexdigest())


def make_client(url: str, pool: int) -> Redis | RedisCluster:
    """`redis://`, `rediss://`, `unix://`; `redis+cluster://` and `rediss+cluster://` for a cluster.

    No retries of its own: whether a call may run twice is known only here."""
    options: dict[str, Any] = {"socket_timeout": TIMEOUT_S, "socket_connect_timeout": TIMEOUT_S, "protocol": 2}
    scheme, plus, rest = url.partition("+cluster://")
    retry = Retry(NoBackoff(), 0)
    if plus:
        return RedisCluster.from_url(f"{scheme}://{rest}", max_connections=pool, retry=retry, **options)
    connections = BlockingConnectionPool.from_url(url, max_connections=pool, timeout=TIMEOUT_S, retry=retry, **options)
    return Redis.from_pool(connections)


def is_away(error: exceptions.ResponseError) -> bool:
    """The disk is full, a script hangs, the server is loading: refusals that pass."""
    return str(error).startswith(("MISCONF", "BUSY ", "LOADING", "OOM", "CLUSTERDOWN", "MASTERDOWN", "TRYAGAIN"))


class Link:
    """What every part of the store is built on: `do` a command, `call` a script; seal and open."""

    def __init__(self, client: Redis | RedisCluster, vault: Vault, wire: Wire | None = None) -> None:
        self.client: Any = client
        """The redis-py client, for a part of the store with commands of its own (`weblog`)."""
        self.vault = vault
        self.is_cluster = isinstance(client, RedisCluster)
        self.wire = wire
        """For commands that do not block; `None`: they go through the client."""

    async def do(self, *command: Value, again: bool = False) -> Any:
        """One command. `again`: it may run twice, so a broken connection is tried anew. Raises `StoreAway`."""
        return await self.guarded(lambda: self._run(command), again)

    async def wait(self, *command: Value) -> Any:
        """One command that blocks on the server, on a connection of its own. Raises `StoreAway`."""
        return await self.guarded(lambda: self.client.execute_command(*command))

    async def call(self, name: str, names: Sequence[str], values: Sequence[Value] = (), *, again: bool = False) -> Any:
        """A script of ours, atomic on the server. Raises `StoreAway`."""
        text, sha = script(name)

        async def run() -> Any:
            try:
                return await self._run(("EVALSHA", sha, len(names), *names, *values))
            except exceptions.NoScriptError:
                return await self._run(("EVAL", text, len(names), *names, *values))

        return await self.guarded(run, again)

    async def many(self, commands: Iterable[Sequence[Value]], *, again: bool = False, bear: str = "") -> list[Any]:
        """Commands in one round trip, not atomic. Raises `StoreAway`, or the first error of a command unless its text
        has `bear` in it; such an error stands in the list."""
        listed = list(commands)

        async def run() -> list[Any]:
            answers = await self._run_all(listed)
            for answer in answers:
                if isinstance(answer, Exception) and not (bear and bear in str(answer)):
                    raise answer
            return answers

        return await self.guarded(run, again) if listed else []

    async def everywhere(self, *command: Value) -> None:
        """One command to every server that holds data. Raises `StoreAway`."""
        where = {"target_nodes": self.client.get_primaries()} if self.is_cluster else {}
        await self.guarded(lambda: self.client.execute_command(*command, **where))

    def _run(self, command: Sequence[Value]) -> Awaitable[Any]:
        return self.client.execute_command(*command) if self.wire is None else self.wire.run(command)

    async def _run_all(self, commands: Sequence[Sequence[Value]]) -> list[Any]:
        if self.wire is not None:
            return await self.wire.run_all(commands)
        pipe = self.client.pipeline(transaction=False)
        for command in commands:
            pipe.execute_command(*command)
        return cast(list[Any], await pipe.execute(raise_on_error=False))

    async def guarded(self, run: Callable[[], Awaitable[T]], again: bool = False) -> T:
        """Run it, with every sign of an absent server as `StoreAway`."""
        for pause in PAUSES_S if again else ():
            try:
                return await run()
            except AWAY:
                await asyncio.sleep(pause)
        try:
            return await run()
        except AWAY as error:
            raise StoreAway(type(error).__name__) from error
        except exceptions.ResponseError as error:
            if is_away(error):
                raise StoreAway(str(error).partition(" ")[0]) from error
            raise

    def groups(self) -> list[list[int]]:
        """The shards, in groups that one command may touch: all of them, or one by one on a cluster."""
        return [[shard] for shard in range(keys.SHARDS)] if self.is_cluster else [list(range(keys.SHARDS))]

    def seal(self, name: str, plain: bytes) -> bytes:
        """Seal with the system's key, for things that belong to no aggregate. `name` tells what it is."""
        return self.vault.system.seal(name, plain)

    def open(self, name: str, sealed: bytes) -> bytes:
        """Raises `crypto.Unreadable`."""
        return self.vault.system.open(name, sealed)

    async def ping(self) -> None:
        """Raises `StoreAway`."""
        await self.do("PING")

    async def close(self) -> None:
        if self.wire is not None:
            await self.wire.close()
        await self.client.aclose()


def make_wire(client: Redis | RedisCluster) -> Wire | None:
    """`None`: on a cluster every command goes to its own node, and TLS is left to redis-py."""
    if isinstance(client, RedisCluster) or issubclass(client.connection_pool.connection_class, SSLConnection):
        return None
    return Wire(client.connection_pool.connection_kwargs, client.response_callbacks, TIMEOUT_S)


async def check(link: Link) -> None:
    """Refuse a server that is too old, a newer arrangement of keys, and a master key that is not this store's.

    Raises `UnfitStore`, `WrongKey`, `StoreAway`."""
    info = await link.guarded(lambda: link.client.info("server"), again=True)
    version = server_version(next(iter(info.values())) if link.is_cluster and "redis_version" not in info else info)
    if version[:2] < OLDEST_SERVER:
        raise UnfitStore(f"the server speaks version {'.'.join(map(str, version))}; 7.2 or newer is needed")
    await check_structure(link)
    await check_master(link)


def server_version(info: dict[str, Any]) -> tuple[int, ...]:
    return tuple(int(part) for part in str(info["redis_version"]).split(".") if part.isdigit())


async def check_structure(link: Link) -> None:
    await link.do("SET", keys.STRUCTURE, STRUCTURE_VERSION, "NX", again=True)
    found = int(await link.do("GET", keys.STRUCTURE, again=True))
    if found > STRUCTURE_VERSION:
        raise UnfitStore(f"the store has structure {found}; this program knows up to {STRUCTURE_VERSION}")


async def check_master(link: Link) -> None:
    await link.do("SET", keys.CHECK, link.seal("check", b"jiayou"), "NX", again=True)
    try:
        link.open("check", await link.do("GET", keys.CHECK, again=True))
    except Unreadable:
        raise WrongKey("the master key is not the one this store was made with") from None


def describe(url: str) -> str:
    """The address without user and password, for logs."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname or ''}{':' + str(parts.port) if parts.port else ''}{parts.path}"
