"""One limiter for all processes: GCRA (the virtual scheduling algorithm of ITU-T I.371) on the server's clock."""

from __future__ import annotations

from collections.abc import Sequence

from core.state import keys
from core.state.link import Link, Value
from core.state.types import Rate


class Limiter:
    def __init__(self, link: Link) -> None:
        self._link = link

    async def acquire(self, rates: Sequence[Rate]) -> float:
        """Take one from every limit, or from none. Returns 0 if granted, else the seconds after which to ask again."""
        if not rates:
            return 0.0
        values: list[Value] = [value for rate in rates for value in _times(rate)]
        return int(await self._link.call("acquire", [self._key(rate) for rate in rates], values)) / 1_000_000

    async def pause(self, rate: Rate, seconds: float) -> None:
        """Grant nothing under the limit for `seconds`: the platform said so (`retry_after`)."""
        await self._link.call("pause", [self._key(rate)], [round(seconds * 1_000_000), _times(rate)[1]], again=True)

    def _key(self, rate: Rate) -> str:
        return keys.rate(self._link.vault.digest("rate", rate.key))


def _times(rate: Rate) -> tuple[int, int]:
    """Interval between requests and tolerance for early ones, µs."""
    interval_us = 1_000_000 / rate.per_second
    return round(interval_us), round(interval_us * (rate.burst - 1))
