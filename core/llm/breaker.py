"""A circuit breaker: a server that fails is left alone for a while, then tried once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from core.errors import ModelAway

FAILURES = 3
FIRST_PAUSE_S = 30.0
LONGEST_PAUSE_S = 300.0


class Refused(ModelAway):
    """The model answered, or was not asked, but there is nothing to show. `tokens` were spent all the same."""

    def __init__(self, reason: str, tokens: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.tokens = tokens


class Breaker:
    """Closed; open after `FAILURES` in a row; then one trial at a time, the pause doubling after each that fails."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._failures = 0
        self._pause_s = FIRST_PAUSE_S
        self._until: float | None = None
        self._trying = False

    @property
    def lets(self) -> bool:
        """Whether a request may be made now."""
        if self._until is None:
            return True
        return not self._trying and self._clock() >= self._until

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """One request. Raises `ModelAway` while open; a cancelled request counts neither way."""
        if not self.lets:
            raise ModelAway("circuit open")
        trial = self._trying = self._until is not None
        try:
            yield
        except Refused as refused:
            if refused.tokens:
                self._succeeded()
            raise
        except ModelAway:
            self._failed(trial)
            raise
        else:
            self._succeeded()
        finally:
            if trial:
                self._trying = False

    def _succeeded(self) -> None:
        self._failures = 0
        self._pause_s = FIRST_PAUSE_S
        self._until = None

    def _failed(self, trial: bool) -> None:
        self._failures += 1
        if trial:
            self._pause_s = min(self._pause_s * 2, LONGEST_PAUSE_S)
        if trial or (self._until is None and self._failures >= FAILURES):
            self._until = self._clock() + self._pause_s
