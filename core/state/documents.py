"""How documents are written and read: `{"version": n, "data": {...}}`, upgraded on read by pure functions.

A new version of a document gets a function from the data of the version before it; golden files of every version ever
written stay in the tests and load forever.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from pydantic import BaseModel

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]
"""Data of version n -> data of version n + 1. Pure."""


class UnknownDocument(Exception):
    """A document of a name or a version that this program does not know (it was written by a newer one)."""


@dataclass(frozen=True)
class Kind:
    """One kind of document. `upgrades[i]` leads from version i + 1 to i + 2, so the current version is `len + 1`."""

    model: type[BaseModel]
    upgrades: tuple[Upgrade, ...] = ()
    write: Callable[[Any], bytes] | None = None
    """The document as `as_json` would write it, for one that knows a quicker way."""

    @property
    def version(self) -> int:
        return len(self.upgrades) + 1


class Registry:
    """All kinds of documents by name: `Registry({"person": Kind(Person), "plan": Kind(Plan, (one_to_two,))})`.

    Names of documents that come in numbers have a colon: `plan:2026-07` is of the kind `plan`."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._kinds = dict(kinds)
        self._heads = {name: b'{"version":%d,"data":' % kind.version for name, kind in self._kinds.items()}

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def kind(self, name: str) -> Kind:
        """Raises `UnknownDocument`."""
        try:
            return self._kinds[name.partition(":")[0]]
        except KeyError:
            raise UnknownDocument(f"no document is called {name!r}") from None

    def dump(self, name: str, document: BaseModel) -> bytes:
        """Raises `UnknownDocument`, and `TypeError` if the document is not of the kind its name says."""
        kind = self.kind(name)
        if type(document) is not kind.model:
            raise TypeError(f"{name!r} holds {kind.model.__name__}, not {type(document).__name__}")
        return self._heads[name.partition(":")[0]] + (kind.write or as_json)(document) + b"}"

    def load(self, name: str, written: bytes) -> BaseModel:
        """Raises `UnknownDocument`, and pydantic's `ValidationError` for damaged content."""
        kind = self.kind(name)
        head = self._heads[name.partition(":")[0]]
        if written.startswith(head):
            return kind.model.model_validate_json(written[len(head) : -1])
        return kind.model.model_validate_json(orjson.dumps(_upgraded(name, kind, orjson.loads(written))))


def as_json(value: BaseModel) -> bytes:
    """The value without the fields that are `None`, a third of the size. Whatever may be `None` is so by default, so
    that nothing is lost (the tests look at every stored type)."""
    return value.__pydantic_serializer__.to_json(value, exclude_none=True)


def _upgraded(name: str, kind: Kind, envelope: dict[str, Any]) -> dict[str, Any]:
    version, data = envelope["version"], envelope["data"]
    if not 1 <= version <= kind.version:
        raise UnknownDocument(f"{name!r} has version {version}; this program knows versions up to {kind.version}")
    for upgrade in kind.upgrades[version - 1 :]:
        data = upgrade(data)
    result: dict[str, Any] = data
    return result
