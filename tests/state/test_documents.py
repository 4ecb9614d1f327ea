from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from core.state.documents import Registry, UnknownDocument
from tests.state.golden_files import load_all, missing
from tests.state.samples import Count, Note

GOLDEN = Path(__file__).parent / "golden"


def test_every_version_ever_written_loads(registry: Registry) -> None:
    loaded = {(name, version): document for name, version, document in load_all(registry, GOLDEN)}
    assert loaded == {("note", 1): Note(text="hello"), ("note", 2): Note(text="hello"), ("count", 1): Count(n=3)}
    assert missing(registry, GOLDEN) == []


def test_a_version_without_golden_file_is_noticed(registry: Registry, tmp_path: Path) -> None:
    assert missing(registry, tmp_path) == ["count.1", "note.1", "note.2"]


def test_the_current_version_is_written(registry: Registry) -> None:
    assert registry.dump("note", Note(text="hello")) == (GOLDEN / "note.2.json").read_bytes().strip()


def test_a_numbered_document_is_of_its_kind(registry: Registry) -> None:
    assert registry.load("note:7", registry.dump("note:7", Note(text="x"))) == Note(text="x")


@pytest.mark.parametrize("written", [b'{"version":3,"data":{}}', b'{"version":0,"data":{}}'])
def test_an_unknown_version_is_refused(registry: Registry, written: bytes) -> None:
    with pytest.raises(UnknownDocument, match=r"'note' has version \d; this program knows versions up to 2"):
        registry.load("note", written)


def test_an_unknown_name_is_refused(registry: Registry) -> None:
    with pytest.raises(UnknownDocument):
        registry.load("diary", b"{}")


def test_a_document_of_another_kind_is_refused(registry: Registry) -> None:
    with pytest.raises(TypeError):
        registry.dump("note", Count())


def test_damaged_content_is_refused(registry: Registry) -> None:
    with pytest.raises(ValidationError):
        registry.load("note", b'{"version":2,"data":{"text":1}}')
