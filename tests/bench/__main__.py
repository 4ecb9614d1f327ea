"""The benchmark: `make bench`, or `python -m tests.bench`. Real processes over sockets, about two minutes."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.bench import footprint, micro, starting, whole_path
from tests.bench.report import Row, as_json, table

PARTS: Mapping[str, Callable[[Path], list[Row]]] = {
    "path": whole_path.measure,
    "process": footprint.measure,
    "start": starting.measure,
    "pieces": micro.measure,
}


def main() -> int:
    options = _parser().parse_args()
    rows: list[Row] = []
    for name in options.only or PARTS:
        with tempfile.TemporaryDirectory(prefix="jiayou-bench-") as folder:
            rows += PARTS[name](Path(folder))
    if options.json != "-":
        print(table(rows))
    if options.json:
        _write(options.json, as_json(rows))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", nargs="?", const="-", metavar="FILE", help="JSON to the file, or to stdout")
    parser.add_argument("--only", action="append", choices=list(PARTS), help="only this part; may be repeated")
    return parser


def _write(where: str, content: bytes) -> None:
    if where == "-":
        sys.stdout.buffer.write(content)
    else:
        Path(where).write_bytes(content)


if __name__ == "__main__":
    sys.exit(main())
