"""What the delivery loop and a platform say to each other."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol

from core.events import Ack, Event
from core.messages import ChatRef, Effect, MenuItem, MessageRef, Platform, Receipt

__all__ = [
    "Blocked",
    "Gone",
    "Handle",
    "InDoubt",
    "MenuItem",
    "Migrated",
    "Rejected",
    "RetryAfter",
    "SendError",
    "Sender",
]

Handle = Callable[[Event], Awaitable[Ack]]
"""`Coach.handle`. Raises `core.errors.StoreAway` when nothing may be acknowledged: try the event again later."""


class SendError(Exception):
    """A send that did not happen."""


class RetryAfter(SendError):
    """The platform asks to wait `seconds` (a 429, or it is unreachable)."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"retry after {seconds} s")
        self.seconds = seconds


class InDoubt(SendError):
    """The request may or may not have arrived (time-out, broken connection, 5xx)."""


class Blocked(SendError):
    """The person blocked the bot or closed their DMs: no more nudges."""


class Gone(SendError):
    """The chat or message does not exist any more."""


class Migrated(SendError):
    """The group lives on under another id."""

    def __init__(self, successor: ChatRef) -> None:
        super().__init__(f"migrated to {successor.chat_id}")
        self.successor = successor


class Rejected(SendError):
    """The platform will never take this message (bad request): log it, drop it."""


class Sender(Protocol):
    """A platform's way out. One call is one attempt; the delivery loop retries, limits and remembers."""

    platform: Platform

    async def send(self, effect: Effect, *, nonce: str, target: MessageRef | None) -> Receipt | None:
        """Perform the effect. `nonce` is the outbox item's id (the platform may drop repeats by it); `target` is the
        message an `Edit` changes, `None` if it is not known (then send it). Raises `SendError`s only."""
