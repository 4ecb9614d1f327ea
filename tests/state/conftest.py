from __future__ import annotations

import pytest

from core.state.documents import Kind, Registry
from tests.state.samples import Count, Note


@pytest.fixture
def registry() -> Registry:
    return Registry({"count": Kind(Count), "note": Kind(Note, (renamed,))})


def renamed(data: dict[str, object]) -> dict[str, object]:
    """Version 1 called the text `words`."""
    return {"text": data["words"]}
