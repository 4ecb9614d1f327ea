"""What waits for one chat: a line in order, and beside it at most one cosmetic edit per slot."""

from __future__ import annotations

from collections import deque
from datetime import datetime

from core.messages import ChatRef, Edit, Effect, React
from core.state.types import OutboxItem

COSMETIC_GAP_S = 3.0
"""A slot is edited for looks at most this often."""

MEMORY_S = 10.0
"""How long a queue remembers when a slot was edited last, to know a late cosmetic edit as outdated."""


def chat_of(effect: Effect) -> ChatRef:
    return effect.message.chat if isinstance(effect, React) else effect.chat


def cosmetic_slot(effect: Effect | None) -> str | None:
    """The slot that is only to look different; `None` for everything else."""
    return effect.slot if isinstance(effect, Edit) and effect.cosmetic else None


class ChatQueue:
    """Times (`now`) are monotonic seconds."""

    def __init__(self) -> None:
        self._line: deque[OutboxItem] = deque()
        self._cosmetic: dict[str, OutboxItem] = {}
        self._ripe_at: dict[str, float] = {}
        self._edited: dict[str, datetime] = {}
        self._until = 0.0

    def put(self, item: OutboxItem) -> OutboxItem | None:
        """Let it wait. Returns the item that is superfluous now: an older cosmetic edit, or this one."""
        slot = cosmetic_slot(item.effect)
        if slot is not None:
            return self._join(slot, item)
        self._line.append(item)
        if isinstance(item.effect, Edit) and item.effect.slot is not None:
            self._edited[item.effect.slot] = item.queued_at
            return self._cosmetic.pop(item.effect.slot, None)
        return None

    def _join(self, slot: str, item: OutboxItem) -> OutboxItem | None:
        waiting = self._cosmetic.get(slot)
        newest = max((at for at in (self._edited.get(slot), waiting and waiting.queued_at) if at), default=None)
        if newest is not None and item.queued_at < newest:
            return item
        self._cosmetic[slot] = item
        return waiting

    def next(self, now: float) -> OutboxItem | None:
        """What to send now: the line first, then the cosmetic edits whose time has come."""
        if self._line:
            return self._line.popleft()
        slot = next((slot for slot in self._cosmetic if self._ripe_at.get(slot, 0.0) <= now), None)
        if slot is None:
            return None
        return self._cosmetic.pop(slot)

    def edited(self, slot: str, at: datetime, now: float) -> None:
        """The slot was edited with an item queued `at`; looks have to wait."""
        self._edited[slot] = max(at, self._edited.get(slot, at))
        self._ripe_at[slot] = now + COSMETIC_GAP_S
        self._until = now + MEMORY_S

    def put_back(self, item: OutboxItem, ripe_at: float) -> OutboxItem | None:
        """A cosmetic edit has to wait until `ripe_at`. Returns it if a newer one came in the meantime."""
        slot = cosmetic_slot(item.effect)
        assert slot is not None
        if slot in self._cosmetic:
            return item
        self._cosmetic[slot] = item
        self._ripe_at[slot] = ripe_at
        return None

    def rest_s(self, now: float) -> float | None:
        """Seconds until something may be ripe or forgotten; `None`: nothing waits and nothing need be remembered."""
        if self._line:
            return 0.0
        if self._cosmetic:
            return max(0.0, min(self._ripe_at.get(slot, now) for slot in self._cosmetic) - now)
        return self._until - now if self._until > now else None

    def drain(self) -> list[OutboxItem]:
        """All that waits, taken out."""
        items = [*self._line, *self._cosmetic.values()]
        self._line.clear()
        self._cosmetic.clear()
        return items
