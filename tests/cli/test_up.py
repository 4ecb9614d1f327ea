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

from tests.fixtures.web_client import Json, Person, person

ROOT = Path(__file__).parents[2]
NO_MODEL = "http://127.0.0.1:9/v1"
READY_S = 10.0
STOPPED_S = 5.0


class Running:
    """An `up` in a folder with a space in its name, without HOME. `llm`: the address of a model; `None`: the embedded
    one."""

    def __init__(self, folder: Path, port: int, llm: str | None = NO_MODEL) -> None:
        self.folder = folder
        self.port = port
        self._environ = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "JIAYOU_DATA_DIR": str(folder / "my data"),
            "JIAYOU_WEB__PORT": str(port),
            "PYTHONWARNINGS": "ignore",
        }
        if llm is not None:
            self._environ["JIAYOU_LLM__BASE_URL"] = llm
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
        return self.lines_until(words, seconds)[-1]

    def lines_until(self, words: str, seconds: float = 20) -> list[str]:
        """The output up to the line that holds the words."""
        assert self.process is not None
        assert self.process.stdout is not None
        lines = []
        until = time.monotonic() + seconds
        for line in self.process.stdout:
            lines.append(line)
            if words in line:
                return lines
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
        return {line[line.index(b"bots") + 1].decode(): int(pid) for pid, line in lines.items() if b"bots" in line}

    def store_pid(self) -> int:
        """The process that works in the store's folder."""
        folder = str(self.folder / "my data" / "store")
        found = [pid for pid in filter(str.isdecimal, os.listdir("/proc")) if _works_in(pid) == folder]
        assert len(found) == 1, found
        return int(found[0])


def _works_in(pid: str) -> str:
    try:
        return os.readlink(f"/proc/{pid}/cwd")
    except OSError:
        return ""


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
    yield from started(tmp_path)


@pytest.fixture
def up_with_model(tmp_path: Path) -> Iterator[Running]:
    yield from started(tmp_path, llm=None)


def started(tmp_path: Path, llm: str | None = NO_MODEL) -> Iterator[Running]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path / "a folder"
    folder.mkdir()
    running = Running(folder, port, llm)
    running.start()
    yield running
    if running.process is not None and running.process.poll() is None:
        running.process.terminate()
        running.process.communicate(timeout=15)


async def answer_to(someone: Person, words: str) -> Json:
    """The coach's first words after these."""
    before = {entry["id"] for entry in someone.log()}
    assert (await someone.say(words))["t"] == "ack"
    return await someone.wait_for(lambda entry: entry["author"] is None and entry["id"] not in before, seconds=10)


def test_the_life_of_up(up: Running) -> None:
    began = time.monotonic()
    lines = up.lines_until("Ctrl-C")
    assert time.monotonic() - began < READY_S
    assert f"http://127.0.0.1:{up.port}" in lines[-1]
    parts = {line.split()[0] for line in lines}
    assert {"store", "model", "web", "telegram", "discord"} <= parts
    if "jobs" not in parts:  # nobody waits for it
        up.until("jobs")
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
    assert up.stop() < STOPPED_S
    assert not answers(up.port)


async def test_a_killed_up_takes_its_parts_along_and_loses_nothing(up: Running) -> None:
    up.until("Ctrl-C")
    parts, store = up.parts(), up.store_pid()
    assert {"web", "jobs"} <= set(parts)
    async with person(up.port) as anna:
        await anna.open()
        await answer_to(anna, "8,431 steps")
        up.kill()
        eventually(lambda: not any(alive(pid) for pid in parts.values()))
        await anna.close()
        began = time.monotonic()
        up.start()
        up.until("Ctrl-C")
        assert time.monotonic() - began < READY_S
        assert up.store_pid() == store, "the store outlives a killed parent, and is found again"
        await anna.connect()
        assert len(anna.log()) == 2
        undone = await answer_to(anna, "/undo")
        assert "8,431" in str(undone["spans"])
    assert up.stop() < STOPPED_S
    assert not alive(store)


async def test_the_chat_does_not_wait_for_the_model_and_ctrl_c_leaves_nothing_behind(up_with_model: Running) -> None:
    up = up_with_model
    up.until("Ctrl-C")
    opened = time.monotonic()
    async with person(up.port) as anna:
        await anna.open()
        await answer_to(anna, "hi")
    answered_s = time.monotonic() - opened
    loaded_s = float(up.until("llm ", 60).split()[-2])
    assert answered_s < loaded_s
    processes = [*up.parts().values(), up.store_pid()]
    assert len(processes) == 4
    assert up.stop() < STOPPED_S
    assert not any(alive(pid) for pid in processes)
    assert not answers(up.port)


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
