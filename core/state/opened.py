"""Documents opened or written lately, so that an aggregate that is loaded again need not be decrypted and parsed again.

A document is known by its sealed bytes (their nonce is never used twice), and documents are frozen, so whoever loads
the same bytes may have the same object.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping

from pydantic import BaseModel

MOST_BYTES = 800_000
"""Of sealed documents; what is made of them takes about ten times as much."""

Known = dict[str, tuple[bytes, BaseModel]]


class Opened:
    """The documents of the owners last used, up to `most` sealed bytes."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._owners: OrderedDict[str, Known] = OrderedDict()
        self._most = most
        self._bytes = 0

    def get(self, owner: str, name: str, sealed: bytes) -> BaseModel | None:
        """The document that these bytes hold, if it is known."""
        kept = self._owners.get(owner, {}).get(name)
        return kept[1] if kept is not None and kept[0] == sealed else None

    def put(self, owner: str, documents: Mapping[str, tuple[bytes, BaseModel]]) -> None:
        """These are the owner's now; others of the owner stay."""
        known = {**self.forget(owner), **documents}
        self._owners[owner] = known
        self._bytes += _size(known)
        while self._bytes > self._most:
            self.forget(next(iter(self._owners)))

    def forget(self, owner: str) -> Known:
        known = self._owners.pop(owner, {})
        self._bytes -= _size(known)
        return known


def _size(known: Known) -> int:
    return sum(len(sealed) for sealed, _ in known.values())
