"""A real server for every test that wants one: `redis_url`, `store`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from hypothesis import settings
from redis.asyncio import Redis

from core.state.documents import Registry
from core.state.embedded import Embedded
from core.state.store import Store

settings.register_profile("same", derandomize=True, database=None)
settings.load_profile("same")  # `--hypothesis-profile=default` looks for examples that were never tried
MASTER = bytes(range(32))


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    server = Embedded(tmp_path_factory.mktemp("data"))
    try:
        yield server.start()
    finally:
        server.stop()


@pytest.fixture
def registry() -> Registry:
    """The documents the `store` knows; a folder of tests overrides it with those it needs."""
    return Registry({})


@pytest.fixture
async def store(redis_url: str, registry: Registry) -> AsyncIterator[Store]:
    """It keeps nothing in memory, so that every document a test writes has to survive being read again."""
    async with Redis.from_url(redis_url) as client:
        await client.flushdb()
    store = await Store.connect(redis_url, MASTER, registry, keep=0)
    yield store
    await store.close()
