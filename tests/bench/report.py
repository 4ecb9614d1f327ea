"""What was measured: progress lines while it runs, a table at the end, JSON for programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import orjson


@dataclass(frozen=True, slots=True)
class Row:
    """`aim`: what the figure should be (`>= 1.0`, `< 8`); none: it is only reported."""

    section: str
    name: str
    value: float
    unit: str = ""
    aim: str = ""
    digits: int = 2

    @property
    def met(self) -> bool | None:
        if not self.aim:
            return None
        relation, _, bound = self.aim.partition(" ")
        return {">=": self.value >= float(bound), "<": self.value < float(bound)}[relation]


def progress(text: str) -> None:
    print(f"... {text}", file=sys.stderr, flush=True)


def table(rows: Sequence[Row]) -> str:
    cells = [
        (row.name, f"{row.value:.{row.digits}f}", row.unit, row.aim, {None: "", True: "ok", False: "MISSED"}[row.met])
        for row in rows
    ]
    widths = [max(len(cell[column]) for cell in cells) for column in range(5)]
    lines = []
    section = ""
    for row, cell in zip(rows, cells, strict=True):
        if row.section != section:
            section = row.section
            lines += ["", section]
        name, value, *rest = (text.ljust(width) for text, width in zip(cell, widths, strict=True))
        lines.append(f"  {name}  {value.strip().rjust(widths[1])} {' '.join(rest)}".rstrip())
    return "\n".join(lines)


def as_json(rows: Sequence[Row]) -> bytes:
    found = [asdict(row) | {"met": row.met} for row in rows]
    return orjson.dumps(found, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def quantile(values: Sequence[float], part: float) -> float:
    """The smallest value that at least `part` of them do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
