"""`jiayou up`, from the command to a web chat that answers: the first start in a folder, and later ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from tests.bench.footprint import free_port
from tests.bench.processes import answers, program
from tests.bench.report import Row, progress

LATER = 3
_SECTION = "`jiayou up`"
_PART = re.compile(r"^(\w+) +\S+ +([\d.]+) s$", re.MULTILINE)
"""The line by which `up` says that a part is ready, in any language."""


def measure(folder: Path) -> list[Row]:
    """Also brings up the parts' times as `up` itself prints them, from the last start."""
    times: list[float] = []
    parts: Mapping[str, float] = {}
    for number in range(1 + LATER):
        progress(f"start {number + 1} of {1 + LATER}")
        seconds, parts = _start(folder)
        times.append(seconds)
    return [
        Row(_SECTION, "first start until the web chat answers", times[0], "s", "< 10"),
        Row(_SECTION, f"later start (median of {LATER})", median(times[1:]), "s", "< 10"),
        *(Row(_SECTION, f"of which {name}", seconds, "s", digits=1) for name, seconds in parts.items()),
    ]


def _start(folder: Path) -> tuple[float, Mapping[str, float]]:
    port = free_port()
    settings = {"JIAYOU_DATA_DIR": str(folder / "data"), "JIAYOU_WEB__PORT": str(port), "LANG": "C.UTF-8"}
    with program("up", folder, "-m", "bots", "up", **settings) as up:
        seconds = up.until(lambda: answers(f"http://127.0.0.1:{port}/readyz"))
        up.until(lambda: {"web", "jobs"} <= set(_parts(up.output)))
        return seconds, _parts(up.output)


def _parts(output: str) -> dict[str, float]:
    return {name: float(seconds) for name, seconds in _PART.findall(output)}
