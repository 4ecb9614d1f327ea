"""`jiayou up`, the real one: ready, alone, killed, started again, stopped."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]


class Running:
    """An `up` in a folder with a space in its name, without HOME."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.port = port
        self._environ = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "JIAYOU_DATA_DIR": str(folder / "my data"),
            "JIAYOU_WEB__PORT": str(port),
            "JIAYOU_LLM__BASE_URL": "http://127.0.0.1:9/v1",
            "PYTHONWARNINGS": "ignore",
        }
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bots", "up"],
            cwd=self.folder, env=self._environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    def again(self, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bots", "up"],
            cwd=self.folder, env=self._environ | settings, capture_output=True, text=True, timeout=30,
        )  # fmt: skip

    def until(self, words: str, seconds: float = 20) -> str:
        """The output's line that holds the words."""
        assert self.process is not None
        assert self.process.stdout is not None
        lines = []
        until = time.monotonic() + seconds
        for line in self.process.stdout:
            lines.append(line)
            if words in line:
                return line
            assert time.monotonic() < until, lines
        raise AssertionError(lines)

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def stop(self) -> float:
        """Ctrl-C; the seconds it took."""
        assert self.process is not None
        began = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        out, _ = self.process.communicate(timeout=15)
        assert self.process.returncode == 0, out
        return time.monotonic() - began

    def parts(self) -> dict[str, int]:
        """Process ids of the parts, by name: children of `up`."""
        assert self.process is not None
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        lines = {pid: Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0") for pid in children}
        return {line[3].decode(): int(pid) for pid, line in lines.items() if b"bots" in line}


def answers(port: int) -> bool:
    with suppress(OSError), urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2) as answer:
        return bool(answer.status == 200)
    return False


def eventually(condition: object, seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.fixture
def up(tmp_path: Path) -> Iterator[Running]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path / "a folder"
    folder.mkdir()
    running = Running(folder, port)
    running.start()
    yield running
    if running.process is not None and running.process.poll() is None:
        running.process.terminate()
        running.process.communicate(timeout=15)


def test_the_life_of_up(up: Running) -> None:
    began = time.monotonic()
    assert f"http://127.0.0.1:{up.port}" in up.until("Ctrl-C")
    assert time.monotonic() - began < 10
    assert answers(up.port)

    second = up.again()
    assert second.returncode == 1
    assert str(up.process and up.process.pid) in second.stderr
    elsewhere = up.again(JIAYOU_DATA_DIR=str(up.folder / "other"))
    assert elsewhere.returncode == 1
    assert "JIAYOU_WEB__PORT" in elsewhere.stderr

    os.kill(up.parts()["web"], signal.SIGKILL)
    up.until("web")
    eventually(lambda: answers(up.port))
    assert up.stop() < 5
    assert not answers(up.port)


def test_a_killed_up_takes_its_parts_along_and_starts_again(up: Running) -> None:
    up.until("Ctrl-C")
    parts = up.parts()
    assert {"web", "jobs"} <= set(parts)
    up.kill()
    eventually(lambda: not any(alive(pid) for pid in parts.values()))
    up.start()
    up.until("Ctrl-C")
    assert answers(up.port)
    assert up.stop() < 5


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
