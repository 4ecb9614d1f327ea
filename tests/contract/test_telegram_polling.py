"""How long polling waits before it looks again while something is being handled."""

from __future__ import annotations

import pytest

from bots.telegram.polling import look_after


@pytest.mark.parametrize(
    ("handling", "in_vain", "milliseconds"),
    [(0, 0, 0), (1, 0, 3), (4, 0, 12), (100, 0, 20), (1, 3, 10.125), (100, 1, 30), (1, 20, 250), (100, 20, 250)],
)
def test_few_are_looked_after_soon_and_looks_in_vain_grow_rare(
    handling: int, in_vain: int, milliseconds: float
) -> None:
    assert look_after(handling, in_vain) == pytest.approx(milliseconds / 1000)
