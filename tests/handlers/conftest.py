from __future__ import annotations

import pytest

from core.bootstrap import REGISTRY
from core.state.documents import Registry
from core.state.store import Store
from tests.handlers.dialogue import Dialogue, World


@pytest.fixture
def registry() -> Registry:
    return REGISTRY


@pytest.fixture
def world(store: Store) -> World:
    return World(store)


@pytest.fixture
def talk(world: World) -> Dialogue:
    return Dialogue(world)


@pytest.fixture
def chinese(world: World) -> Dialogue:
    return Dialogue(world, user="2", name="小明", language="zh-CN")
