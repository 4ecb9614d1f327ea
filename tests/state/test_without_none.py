"""What is stored leaves out `None`: so every stored type must read a missing field as `None`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter

from core.bootstrap import REGISTRY
from core.domain.records import Frozen, LedgerLine
from core.state.documents import as_json
from tests.state.samples import line

STORED: list[type[BaseModel]] = [LedgerLine, *(REGISTRY.kind(name).model for name in REGISTRY)]


def losses(model: type[BaseModel]) -> Iterator[str]:
    """Fields, and values of mappings, that may be `None` and would not come back as `None`."""
    schema = TypeAdapter(model).json_schema()
    for name, made in {model.__name__: schema, **schema.get("$defs", {})}.items():
        for field, of in made.get("properties", {}).items():
            if _nullable(of) and (field in made.get("required", ()) or of.get("default", "") is not None):
                yield f"{name}.{field}"
            if _nullable(of.get("additionalProperties", {})):
                yield f"{name}.{field}[]"


def _nullable(of: Any) -> bool:
    return isinstance(of, dict) and any(one.get("type") == "null" for one in of.get("anyOf", ()))


@pytest.mark.parametrize("model", STORED)
def test_nothing_is_lost(model: type[BaseModel]) -> None:
    assert list(losses(model)) == []


def test_losses_are_noticed() -> None:
    class Lossy(Frozen):
        required: int | None
        other: int | None = 3
        values: dict[str, int | None]
        fine: int | None = None

    assert list(losses(Lossy)) == ["Lossy.required", "Lossy.other", "Lossy.values[]"]


def test_a_line_comes_back_small() -> None:
    written = as_json(line("a"))
    assert LedgerLine.model_validate_json(written) == line("a")
    assert b"null" not in written
