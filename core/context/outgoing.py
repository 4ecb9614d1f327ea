"""What a commit puts into the outbox."""

from __future__ import annotations

from collections.abc import Iterable

from core.messages import ChatRef, Effect, React
from core.state.types import Outgoing


def outgoing(effects: Iterable[Effect]) -> list[Outgoing]:
    """Effects as outbox items on the lanes of their platforms."""
    return [Outgoing(lane=_chat_of(effect).platform, effect=effect) for effect in effects]


def _chat_of(effect: Effect) -> ChatRef:
    return effect.message.chat if isinstance(effect, React) else effect.chat


def score_follow_up(person: str, challenge: str) -> Outgoing:
    return Outgoing(lane="core", internal={"kind": "score", "person_id": person, "challenge_id": challenge})
