"""Parts as real processes: ready, dying, hopeless, stopped, and ending with a supervisor that was killed."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.supervise import QUICK_DEATHS, Child, Died, Part, Tether, pause_after

SLEEPS = "import time; print('ready', flush=True); time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(15, signal.SIG_IGN); print('ready', flush=True); time.sleep(60)"


class Heard:
    """What the supervisor was told."""

    def __init__(self) -> None:
        self.ready: list[str] = []
        self.deaths: list[Died] = []

    def child(self, tether: Tether, code: str) -> Child:
        return Child(
            Part("part", (sys.executable, "-S", "-c", code)),
            tether,
            on_ready=lambda part, seconds: self.ready.append(part.name),
            on_death=lambda part, died: self.deaths.append(died),
            pause=lambda deaths: 0.01,
        )


@pytest.fixture
async def tether() -> AsyncIterator[Tether]:
    held = Tether()
    yield held
    held.close()


@pytest.mark.parametrize(("deaths", "seconds"), [(1, 0.5), (2, 1.0), (3, 2.0), (4, 4.0), (5, 60.0), (9, 60.0)])
def test_pauses_grow(deaths: int, seconds: float) -> None:
    assert pause_after(deaths) == seconds


async def test_ready_then_stopped(tether: Tether) -> None:
    heard = Heard()
    child = heard.child(tether, SLEEPS)
    run = asyncio.create_task(child.run())
    await asyncio.wait_for(child.ready.wait(), 10)
    await child.stop(5)
    await run
    assert heard.ready == ["part"]
    assert heard.deaths == []
    assert child.pid is None


async def test_a_stubborn_part_is_killed(tether: Tether) -> None:
    child = Heard().child(tether, STUBBORN)
    run = asyncio.create_task(child.run())
    await asyncio.wait_for(child.ready.wait(), 10)
    began = time.monotonic()
    await child.stop(0.2)
    await run
    assert time.monotonic() - began < 2


async def test_quick_deaths_are_counted_and_the_fifth_is_hopeless(tether: Tether) -> None:
    heard = Heard()
    child = heard.child(tether, "raise SystemExit(7)")
    run = asyncio.create_task(child.run())
    while len(heard.deaths) < QUICK_DEATHS:
        await asyncio.sleep(0.01)
    await child.stop(5)
    await run
    assert [died.quick_deaths for died in heard.deaths[:QUICK_DEATHS]] == [1, 2, 3, 4, 5]
    assert [died.hopeless for died in heard.deaths[:QUICK_DEATHS]] == [False] * 4 + [True]
    assert heard.deaths[0].code == 7


async def test_a_wrong_setting_is_not_tried_again(tether: Tether) -> None:
    heard = Heard()
    await asyncio.wait_for(heard.child(tether, "raise SystemExit(2)").run(), 10)
    assert [(died.code, died.pause_s) for died in heard.deaths] == [(2, None)]


SUPERVISOR = """
import asyncio, sys
from bots.supervise import Child, Part, Tether
PART = '''
from bots import tether; import os, time
assert tether.hold(); print("pid", os.getpid(), file=open({path!r}, "w"), flush=True); tether.announce(); time.sleep(60)
'''
async def main():
    child = Child(Part("part", (sys.executable, "-c", PART)), Tether(),
                  on_ready=lambda *_: print("up", flush=True), on_death=lambda *_: None)
    await child.run()
asyncio.run(main())
"""


def test_a_part_ends_when_its_supervisor_is_killed(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    code = SUPERVISOR.replace("{path!r}", repr(str(noted)))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as supervisor:
        assert supervisor.stdout is not None
        assert supervisor.stdout.readline() == b"up\n"
        pid = int(noted.read_text().split()[1])
        supervisor.send_signal(signal.SIGKILL)
    until = time.monotonic() + 5
    while _alive(pid):
        assert time.monotonic() < until, "the part outlived its supervisor"
        time.sleep(0.02)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not (stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z")
