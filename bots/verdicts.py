"""What becomes of an outbox item: before an attempt, and after one that failed. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bots.sending import Blocked, Gone, InDoubt, Migrated, Rejected, RetryAfter, SendError
from core.messages import Ask, Edit, Effect, Send
from core.state.types import Lane, OutboxItem

LIFE = timedelta(hours=6)
"""Whatever could not be sent for so long is given up: an answer from yesterday helps nobody."""

MAX_ATTEMPTS = 500
"""Reads of one item after which it is given up, whatever the reason. A drop leaves a log line with the item's id and a
count in the store (`Outbox.drops`), never its content."""

TRIES = 5
"""So many failures of one item its chat waits for; then it is put off, and others of the chat go first."""

PUT_OFF_S = 60.0
LONGEST_WAIT_S = 60.0
"""A wait that the platform asks for is spent in memory up to here; beyond it the chat's items are put off."""

REPEATS_SAFELY_FOR: dict[Lane, timedelta] = {"telegram": timedelta(0), "discord": timedelta(minutes=2)}
"""How long a platform drops a repeat of the same nonce. Telegram never; Discord for "the past few minutes"
(`enforce_nonce`); the web chat, not named here, always."""

Why = Literal[
    "expired", "too_old", "attempts", "in_doubt", "blocked", "gone", "rejected", "joined", "no_target", "error"
]


@dataclass(frozen=True, slots=True)
class Drop:
    why: Why


@dataclass(frozen=True, slots=True)
class Again:
    """Try again after `seconds`. `asked`: the platform asked for the wait, so the whole chat has to keep it, and the
    attempt surely sent nothing. `put_off`: wait in the store, not in memory."""

    seconds: float
    asked: bool
    put_off: bool = False


@dataclass(frozen=True, slots=True)
class Anew:
    """The message to edit is gone: send it as a new one."""


@dataclass(frozen=True, slots=True)
class Move:
    """The chat moved."""

    error: Migrated


Verdict = Drop | Again | Anew | Move


def is_nudge(effect: Effect) -> bool:
    return isinstance(effect, Send) and effect.kind == "nudge"


def needs_mark(item: OutboxItem, effect: Effect) -> bool:
    """A repeat could be seen twice, so the attempt is announced. Reactions, edits and the web chat may be repeated."""
    return isinstance(effect, Send | Ask) and item.lane in REPEATS_SAFELY_FOR


def before(item: OutboxItem, effect: Effect, now: datetime) -> Drop | None:
    """Why the item is not even tried, or `None`."""
    if isinstance(effect, Send) and effect.expires_at is not None and effect.expires_at <= now:
        return Drop("expired")
    if now - item.queued_at > LIFE:
        return Drop("too_old")
    if item.attempts >= MAX_ATTEMPTS:
        return Drop("attempts")
    if item.in_doubt and is_nudge(effect) and not repeats_safely(item, now):
        return Drop("in_doubt")
    return None


def repeats_safely(item: OutboxItem, now: datetime) -> bool:
    """The platform surely drops a repeat, because it saw the first one, if at all, not long ago."""
    return item.lane not in REPEATS_SAFELY_FOR or now - item.queued_at < REPEATS_SAFELY_FOR[item.lane]


def after(item: OutboxItem, effect: Effect, error: SendError, failures: int, now: datetime) -> Verdict:
    """What to do after the `failures`-th failure (1: the first) of the item."""
    match error:
        case Migrated():
            return Move(error)
        case Blocked():
            return Drop("blocked")
        case Gone():
            return Anew() if isinstance(effect, Edit) and not effect.cosmetic else Drop("gone")
        case Rejected():
            return Drop("rejected")
        case RetryAfter():
            return Again(error.seconds, asked=True, put_off=error.seconds > LONGEST_WAIT_S)
        case InDoubt() if is_nudge(effect) and not repeats_safely(item, now):
            return Drop("in_doubt")
        case _:
            return _backoff(failures)


def _backoff(failures: int) -> Again:
    """1, 2, 4, 8 s, then a minute during which the chat goes on."""
    if failures >= TRIES:
        return Again(PUT_OFF_S, asked=False, put_off=True)
    return Again(float(2 ** (failures - 1)), asked=False)
