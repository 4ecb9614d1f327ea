"""A store whose writes fail at a chosen place, for work that takes several of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from core.errors import StoreAway
from core.state.link import Value
from core.state.store import Store
from tests.conftest import MASTER

_WRITES = frozenset({"commit", "destroy", "bind"})


class Frail(Store):
    """Fails at the `left`-th write; `after`: the write was done, only its answer was lost. 0: never."""

    left = 0
    after = False
    before_destroy: Callable[[], Awaitable[None]] | None = None
    """Happens once, just before something is destroyed."""

    async def call(self, name: str, names: Sequence[str], values: Sequence[Value] = (), *, again: bool = False) -> Any:
        if name not in _WRITES:
            return await super().call(name, names, values, again=again)
        hook, self.before_destroy = (self.before_destroy, None) if name == "destroy" else (None, self.before_destroy)
        if hook is not None:
            await hook()
        self.left -= 1
        breaks = self.left == 0
        if breaks and not self.after:
            raise StoreAway("test: not written")
        answer = await super().call(name, names, values, again=again)
        if breaks:
            raise StoreAway("test: the answer was lost")
        return answer


@asynccontextmanager
async def frail(url: str, store: Store) -> AsyncIterator[Frail]:
    """Another connection to the `store`'s server."""
    weak = await Frail.connect(url, MASTER, store.registry)
    try:
        yield weak
    finally:
        await weak.close()
