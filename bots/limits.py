"""How often a platform may be called, as the rates that the shared limiter keeps for all processes together.

Telegram (core.telegram.org/bots/faq): about 30 messages a second over all chats, one a second in a chat with short
bursts, 20 a minute in a group. Discord (discord.com/developers/docs/topics/rate-limits): 50 requests a second; sending
is limited to 5 in 5 s in a channel. A rate with burst b and r per second lets at most b + r t through in any t seconds,
so the figures below stay under those limits in every window, not only on average. The web chat is ours and has none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from core.messages import ChatRef, Edit, Effect, Platform, Send
from core.state.types import Rate

Urgency = Literal[0, 1, 2, 3]
"""Who goes first when a limit bites: replies 0, notices 1, nudges 2, cosmetic edits 3."""

PATIENT: Urgency = 2
"""From here on an effect can wait."""

_URGENCY: dict[str, Urgency] = {"reply": 0, "notice": 1, "nudge": 2}
_FOR_ALL = 0.7
"""Part of a platform's overall rate that is open to what can wait; the rest is kept for what cannot."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Rates of one platform. The keys of `private` and `group` are completed by the chat. `None`: no limit."""

    overall: Rate | None = None
    private: Rate | None = None
    group: Rate | None = None

    def of_chat(self, chat: ChatRef) -> Rate | None:
        """The chat's own rate; its threads share it."""
        rate = self.private if chat.kind == "private" else self.group
        return None if rate is None else replace(rate, key=f"{rate.key}:{chat.chat_id}")

    def of_all(self, urgency: Urgency) -> tuple[Rate, ...]:
        """The platform's rates over all chats, for an effect of this urgency."""
        if self.overall is None:
            return ()
        if urgency < PATIENT:
            return (self.overall,)
        key, per_second = f"{self.overall.key}:patient", self.overall.per_second * _FOR_ALL
        return (replace(self.overall, key=key, per_second=per_second), self.overall)


UNLIMITED = Limits()

BY_PLATFORM: dict[Platform, Limits] = {
    "telegram": Limits(
        overall=Rate("telegram", per_second=27, burst=3),
        private=Rate("telegram:chat", per_second=1, burst=3),
        group=Rate("telegram:chat", per_second=15 / 60, burst=5),
    ),
    "discord": Limits(
        overall=Rate("discord", per_second=45, burst=5),
        private=Rate("discord:chat", per_second=0.4, burst=3),
        group=Rate("discord:chat", per_second=0.4, burst=3),
    ),
    "web": UNLIMITED,
}


def limits_for(platform: Platform, scale: float = 1.0) -> Limits:
    """The platform's limits, `scale` times as high; 0: none."""
    limits = BY_PLATFORM[platform]
    if scale == 0:
        return UNLIMITED
    return Limits(*(_scaled(rate, scale) for rate in (limits.overall, limits.private, limits.group)))


def _scaled(rate: Rate | None, scale: float) -> Rate | None:
    if rate is None:
        return None
    return replace(rate, per_second=rate.per_second * scale, burst=max(1, round(rate.burst * scale)))


def urgency_of(effect: Effect) -> Urgency:
    match effect:
        case Send():
            return _URGENCY[effect.kind]
        case Edit():
            return 3 if effect.cosmetic else 1
        case _:
            return 0
