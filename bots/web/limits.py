"""How much a browser may ask for, and how fast."""

from __future__ import annotations

from collections import OrderedDict

TEXT = 20_000
"""Characters of a message."""
FRAME = 1024 * 1024
"""Bytes of a websocket frame."""
IMAGE = 8 * 1024 * 1024
FILE = 16 * 1024 * 1024
FILES = 4
"""Files of one message."""
BODY = 16 * 1024
"""Bytes of a JSON request."""
PENDING = 64
"""Events of one connection that the coach has not answered yet."""
NAME = 40
TITLE = 60

FRAMES_BURST, FRAMES_PER_S = 80, 10.0
SIGNIN_BURST, SIGNIN_PER_S = 5, 5 / 60
SIGNIN_ALL_BURST, SIGNIN_ALL_PER_S = 60, 1.0


class Bucket:
    """A token bucket; `now` in seconds of a monotonic clock."""

    def __init__(self, burst: float, per_second: float) -> None:
        self._burst, self._rate = burst, per_second
        self._tokens, self._at = burst, 0.0

    def take(self, now: float) -> bool:
        self._tokens = min(self._burst, self._tokens + max(0.0, now - self._at) * self._rate)
        self._at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True


class Attempts:
    """Sign-in attempts: per address and in all. Addresses beyond `kept` are forgotten, oldest first."""

    def __init__(self, kept: int = 10_000) -> None:
        self._all = Bucket(SIGNIN_ALL_BURST, SIGNIN_ALL_PER_S)
        self._each: OrderedDict[str, Bucket] = OrderedDict()
        self._kept = kept

    def take(self, address: str, now: float) -> bool:
        bucket = self._each.setdefault(address, Bucket(SIGNIN_BURST, SIGNIN_PER_S))
        self._each.move_to_end(address)
        if len(self._each) > self._kept:
            self._each.popitem(last=False)
        return bucket.take(now) and self._all.take(now)
