"""`python -m tests.fuzz --seconds 600`: a coverage-guided search for a message that the readers cannot bear.

Needs atheris (`pip install -e '.[fuzz]'`). It begins with the messages of the corpora and joins, cuts and changes them.
What is looked for: an exception, a value out of bounds, and a text that takes much longer when it is longer.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import atheris

with atheris.instrument_imports(include=["core.understanding", "core.domain"]):
    from core.domain.profile import Facts
    from core.understanding.plausible import check
    from core.understanding.read import read
    from core.understanding.screening import screen
    from tests.understanding.corpus import rows

_NOW = datetime(2026, 3, 12, 20, tzinfo=UTC)
_NOBODY = Facts()
_SEEDS = ("messages", "screening", "intents", "facts")
_REPEATED, _TIMES = 4, 8
_SLOW_S = 0.25
"""CPU seconds, instrumented, below which a text cannot be called slow."""
_QUADRATIC = 30
"""Eight times the text may take this many times as long; a quadratic reader takes 64."""


def look(text: str) -> None:
    """Both readers, and what must hold of whatever they find. Raises AssertionError."""
    reading = read(text, now=_NOW, zone="Asia/Shanghai", locale="zh-CN", facts=_NOBODY)
    finding = screen(text, facts=_NOBODY, age=None)
    assert finding.red_flag == (finding.action != "none")
    assert finding.coaching_allowed != finding.red_flag
    assert 0 <= reading.confidence <= 1
    for record in reading.records:
        assert check(record) is None, record


def one(data: bytes) -> None:
    """A text from the fuzzer's bytes, but for the last ones; now and then a long one made of it."""
    provider = atheris.FuzzedDataProvider(data)
    repeat = provider.ConsumeBool() and provider.ConsumeBool()
    text = _text(provider)
    look(text)
    if repeat and text:
        shorter = _seconds(text * _REPEATED)
        longer = _seconds(text * _REPEATED * _TIMES)
        assert longer < _SLOW_S or longer < _QUADRATIC * max(shorter, 0.001), f"{longer:.2f} s after {shorter:.2f} s"


def _text(provider: atheris.FuzzedDataProvider) -> str:
    """As UTF-8 where it is, so that the seeds mean what they say; else any code points, broken ones too."""
    data = provider.ConsumeBytes(provider.remaining_bytes())
    try:
        return str(data.decode())
    except UnicodeDecodeError:
        return str(data.decode("utf-16-le", "surrogatepass" if len(data) % 2 == 0 else "replace"))


def _seconds(text: str) -> float:
    began = process_time()
    look(text)
    return process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=60, help="how long to look (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the fuzzer's choices (default: %(default)s)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(_seeds()):
            (Path(folder) / str(number)).write_bytes(text.encode() + b"\x00")
        limits = [f"-max_total_time={options.seconds}", f"-seed={options.seed}", "-max_len=4000", "-timeout=20"]
        atheris.Setup([sys.argv[0], folder, *limits, "-print_final_stats=1"], one)
        atheris.Fuzz()


def _seeds() -> list[str]:
    return [row["text"] for name in _SEEDS for row in rows(name)]


if __name__ == "__main__":
    main()
