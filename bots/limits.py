"""How often a platform may be called, as the rates that the shared limiter keeps for all processes together.

Telegram (core.telegram.org/bots/faq): about 30 messages a second over all chats, one a second in a chat with short bursts,
20 a minute in a group. Discord (discord.com/developers/docs/topics/rate-limits): 50 requests a second; sending is limited
to 5 in 5 s in a channel. A rate with burst b and r per second lets at most b + r t through in any t seconds, so the
figures below stay under those limits in every window, not only on average. The web chat is ours and has none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from core.messages import ChatRef, Platform
from core.state.types import Rate

Urgency = Literal[0, 1, 2, 3]
"""Who goes first when a limit bites: replies 0, notices 1, nudges 2, cosmetic edits 3."""

_RESERVED = 0.3
"""Part of a platform's overall rate that what can wait (nudges, cosmetic edits) leaves to what cannot."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Rates of one platform; the `key`s are completed by platform and chat. `None`: no limit."""

    overall: Rate | None = None
    private: Rate | None = None
    group: Rate | None = None

    def rates(self, chat: ChatRef, urgency: Urgency) -> tuple[Rate, ...]:
        """All that an effect for this chat must be granted at once. Threads share their chat's rate."""
        found = [rate for rate in (self._chat(chat), self.overall) if rate is not None]
        if self.overall is not None and urgency >= 2:
            found.append(replace(self.overall, key=f"{self.overall.key}:patient", per_second=self._patient_rate))
        return tuple(found)

    def _chat(self, chat: ChatRef) -> Rate | None:
        rate = self.private if chat.kind == "private" else self.group
        return None if rate is None else replace(rate, key=f"{chat.platform}:{chat.chat_id}")

    @property
    def _patient_rate(self) -> float:
        return 0.0 if self.overall is None else self.overall.per_second * (1 - _RESERVED)


UNLIMITED = Limits()

TELEGRAM = Limits(
    overall=Rate("telegram", per_second=27, burst=3),
    private=Rate("private", per_second=1, burst=3),
    group=Rate("group", per_second=15 / 60, burst=5),
)
DISCORD = Limits(
    overall=Rate("discord", per_second=45, burst=5),
    private=Rate("channel", per_second=0.4, burst=3),
    group=Rate("channel", per_second=0.4, burst=3),
)

BY_PLATFORM: dict[Platform, Limits] = {"telegram": TELEGRAM, "discord": DISCORD, "web": UNLIMITED}
