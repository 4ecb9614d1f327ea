"""Every version of every document ever written loads for ever."""

from __future__ import annotations

from pathlib import Path

from core.bootstrap import REGISTRY
from tests.state.golden_files import load_all, missing

GOLDEN = Path(__file__).parent / "golden"


def test_every_document_ever_written_loads_and_is_written_alike() -> None:
    for name, version, document in load_all(REGISTRY, GOLDEN):
        written = REGISTRY.dump(name, document)
        assert REGISTRY.load(name, written) == document, (name, version)


def test_every_version_has_its_golden_file() -> None:
    assert missing(REGISTRY, GOLDEN) == []
