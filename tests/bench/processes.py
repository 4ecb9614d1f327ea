"""Real processes: started, waited for, their CPU time and memory, stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
_TICKS = os.sysconf("SC_CLK_TCK")
_STOP_S = 15.0


class Program:
    """`python -m <arguments>` in a folder of its own, what it writes in `<name>.out` there."""

    def __init__(self, name: str, folder: Path, *arguments: str, **settings: str) -> None:
        self.name = name
        self.log = folder / f"{name}.out"
        self.began = time.monotonic()
        environ = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore", **settings}
        with self.log.open("wb") as out:
            self._process = subprocess.Popen(
                [sys.executable, *arguments], cwd=folder, env=environ, stdout=out, stderr=subprocess.STDOUT
            )
        self.pid = self._process.pid

    def until(self, seen: Callable[[], bool], seconds: float = 60.0) -> float:
        """Seconds from the start until it is seen. Raises `RuntimeError` with the output if it never is."""
        while not seen():
            if self._process.poll() is not None or time.monotonic() > self.began + seconds:
                raise RuntimeError(f"{self.name}: {self.output[-2000:]}")
            time.sleep(0.005)
        return time.monotonic() - self.began

    @property
    def output(self) -> str:
        return self.log.read_text(errors="replace")

    def stop(self) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(_STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextmanager
def program(name: str, folder: Path, *arguments: str, **settings: str) -> Iterator[Program]:
    found = Program(name, folder, *arguments, **settings)
    try:
        yield found
    finally:
        found.stop()


def answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def cpu_s(pid: int) -> float:
    """CPU time so far, of all threads, in user and system mode."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def memory_mb(pid: int) -> Mapping[str, float]:
    """`Rss` and `Pss` (shared pages divided among those who share them), in MiB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    found = {name: float(rest.split()[0]) / 1024 for name, _, rest in (line.partition(":") for line in lines[1:])}
    return {name: found[name] for name in ("Rss", "Pss")}


def pid_of_server(folder: Path) -> int:
    """The embedded store's process: the one that works in the folder."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                if (entry / "cwd").resolve() == folder and b"server" in (entry / "cmdline").read_bytes():
                    return int(entry.name)
            except OSError:
                continue
    raise RuntimeError(f"no server in {folder}")
