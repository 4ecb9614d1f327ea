from __future__ import annotations

from core.state.cursors import Cursors
from core.state.store import Store


async def test_cursors(store: Store) -> None:
    cursors = Cursors(store, "discord")
    assert await cursors.get("7") is None
    await cursors.set("7", "100")
    await cursors.set("8", "101")
    await cursors.set("7", "102")
    assert (await cursors.get("7"), await cursors.get("8")) == ("102", "101")
    assert sorted(await cursors.channels()) == ["7", "8"]
    assert await Cursors(store, "other").channels() == []
    assert b"102" not in b"".join(await store.do("HVALS", "j:cursors:discord"))
