"""One connection for all callers of a process: commands of the same moment leave in one piece, answers come in order.

redis-py takes a connection from a pool and a round trip for each command, which costs the client about ten times as
much. It keeps what needs a connection of its own (commands that block, subscriptions) and what speaks TLS or to a
cluster.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

import hiredis
from redis import exceptions

Command = Sequence[str | bytes | int | float]
Shapes = Mapping[str | bytes, Callable[[Any], Any]]
"""What redis-py makes of the answers of some commands, by their names."""

_ERRORS: Mapping[str, type[exceptions.RedisError]] = {
    "NOSCRIPT": exceptions.NoScriptError,
    "READONLY": exceptions.ReadOnlyError,
    "OOM": exceptions.OutOfMemoryError,
    "LOADING": exceptions.BusyLoadingError,
}


class Wire:
    """Connects at the first command, and again after the connection was lost. Each command succeeds or fails by
    itself, and they are not atomic together. Not for commands that block."""

    def __init__(self, options: Mapping[str, Any], shapes: Shapes, timeout_s: float) -> None:
        """`options`: of redis-py's connections: `path` or `host` and `port`, `username`, `password`, `db`."""
        self._options = options
        self._shapes = shapes
        self._timeout_s = timeout_s
        self._line: _Line | None = None
        self._connecting: asyncio.Task[_Line] | None = None

    async def run(self, command: Command) -> Any:
        """The answer. Raises redis-py's errors."""
        line = self._line
        if line is None or line.lost:
            line = await self._connected()
        return await line.send(command)

    async def run_all(self, commands: Sequence[Command]) -> list[Any]:
        """The answers, errors in their places."""
        line = self._line
        if line is None or line.lost:
            line = await self._connected()
        return await asyncio.gather(*(line.send(command) for command in commands), return_exceptions=True)

    async def close(self) -> None:
        if self._line is not None:
            self._line.close()
            await self._line.closed.wait()

    async def _connected(self) -> _Line:
        """All who come meanwhile wait for the same connection."""
        if self._connecting is None:
            self._connecting = asyncio.create_task(self._connect())
            self._connecting.add_done_callback(self._forget_task)
        self._line = await asyncio.shield(self._connecting)
        return self._line

    def _forget_task(self, task: asyncio.Task[_Line]) -> None:
        self._connecting = None
        if not task.cancelled():
            task.exception()

    async def _connect(self) -> _Line:
        options, loop = self._options, asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._timeout_s):
                if path := options.get("path"):
                    _, line = await loop.create_unix_connection(lambda: _Line(self._shapes, self._timeout_s), path)
                else:
                    where = options.get("host", "localhost"), options.get("port", 6379)
                    _, line = await loop.create_connection(lambda: _Line(self._shapes, self._timeout_s), *where)
                await _greet(line, options)
        except TimeoutError:
            raise exceptions.TimeoutError("connecting") from None
        except OSError as error:
            raise exceptions.ConnectionError(type(error).__name__) from None
        return line


class _Line(asyncio.Protocol):
    """One connection, from beginning to end."""

    def __init__(self, shapes: Shapes, timeout_s: float) -> None:
        self._shapes = shapes
        self.lost = False
        self.closed = asyncio.Event()
        self._timeout_s = timeout_s
        self._loop = asyncio.get_running_loop()
        self._reader = hiredis.Reader(replyError=_error)
        self._out: list[bytes] = []
        self._waiting: deque[tuple[asyncio.Future[Any], Callable[[Any], Any] | None]] = deque()
        self._transport: asyncio.Transport | None = None
        self._heard = 0.0
        self._watch: asyncio.TimerHandle | None = None

    def send(self, command: Command) -> asyncio.Future[Any]:
        """The answer, once it is there."""
        answer: asyncio.Future[Any] = self._loop.create_future()
        if self.lost:
            answer.set_exception(exceptions.ConnectionError("lost"))
            return answer
        if not self._out:
            self._loop.call_soon(self._flush)
        self._out.append(hiredis.pack_command(tuple(command)))  # type: ignore[arg-type]  # of any length
        self._waiting.append((answer, self._shapes.get(str(command[0]))))
        if self._watch is None:
            self._heard = self._loop.time()
            self._watch = self._loop.call_later(self._timeout_s, self._look)
        return answer

    def close(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's are not of asyncio's classes

    def data_received(self, data: bytes) -> None:
        self._heard = self._loop.time()
        self._reader.feed(data)
        while self._waiting and (reply := self._reader.gets()) is not False:
            waiting, shape = self._waiting.popleft()
            _tell(waiting, shape(reply) if shape and not isinstance(reply, Exception) else reply)

    def connection_lost(self, exc: Exception | None) -> None:
        self._end(exceptions.ConnectionError("lost"))
        self.closed.set()

    def _flush(self) -> None:
        # one that is closing takes nothing more; whoever waits is told when it is closed
        if self._transport is not None and not self._transport.is_closing() and self._out:
            self._transport.write(b"".join(self._out))
        self._out.clear()

    def _look(self) -> None:
        """Give up a server that has not said a word for too long while answers are due."""
        self._watch = None
        if not self._waiting:
            return
        silent_s = self._loop.time() - self._heard
        if silent_s < self._timeout_s:
            self._watch = self._loop.call_later(self._timeout_s - silent_s, self._look)
            return
        self._end(exceptions.TimeoutError("no answer"))
        self.close()

    def _end(self, error: Exception) -> None:
        self.lost = True
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
        while self._waiting:
            _tell(self._waiting.popleft()[0], error)


def _tell(waiting: asyncio.Future[Any], answer: Any) -> None:
    if waiting.done():  # its caller was cancelled
        return
    if isinstance(answer, Exception):
        waiting.set_exception(answer)
    else:
        waiting.set_result(answer)


def _error(text: str) -> exceptions.RedisError:
    code = text.partition(" ")[0]
    return _ERRORS.get(code, exceptions.ResponseError)(text)


async def _greet(line: _Line, options: Mapping[str, Any]) -> None:
    try:
        for command in _greeting(options):
            await line.send(command)
    except BaseException:
        line.close()
        raise


def _greeting(options: Mapping[str, Any]) -> list[Command]:
    """Who we are, and which database we mean."""
    commands: list[Command] = []
    if options.get("password"):
        user = options.get("username")
        commands.append(("AUTH", *([user] if user else []), options["password"]))
    if options.get("db"):
        commands.append(("SELECT", options["db"]))
    return commands
