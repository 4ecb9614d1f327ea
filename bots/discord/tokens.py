"""The reply token of an interaction: what the sender needs to answer it in Discord's own way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, get_args

Manner = Literal["slash", "private", "button"]
"""How the interaction was deferred: a public "thinking" message, one only the person sees, or nothing visible."""

LIFE_S = 14 * 60.0
"""Discord takes answers for 15 minutes; a minute is kept in reserve."""

_EPOCH_MS = 1_420_070_400_000


def snowflake_time(snowflake: str) -> datetime:
    """When Discord made the id, UTC."""
    return datetime.fromtimestamp(((int(snowflake) >> 22) + _EPOCH_MS) / 1000, UTC)


def snowflake_at(moment: datetime) -> str:
    """The smallest id of that moment."""
    return str((int(moment.timestamp() * 1000) - _EPOCH_MS) << 22)


@dataclass(frozen=True, slots=True)
class ReplyToken:
    """`interaction:<application>:<token>:<unix time>:<manner>`."""

    application_id: str
    token: str
    at: int
    manner: Manner

    def __str__(self) -> str:
        return f"interaction:{self.application_id}:{self.token}:{self.at}:{self.manner}"

    @property
    def webhook(self) -> str:
        """Where follow-ups are posted."""
        return f"/webhooks/{self.application_id}/{self.token}"

    @property
    def original(self) -> str:
        """The deferred message."""
        return f"{self.webhook}/messages/@original"

    def fresh(self, now: float) -> bool:
        """Whether Discord still takes an answer at `now` (unix time)."""
        return now - self.at < LIFE_S


def parse(text: str | None) -> ReplyToken | None:
    """The token, or `None` for none or another platform's."""
    if text is None or not text.startswith("interaction:"):
        return None
    try:
        head, at, manner = text.rsplit(":", 2)
        _, application_id, token = head.split(":", 2)
        if manner not in get_args(Manner):
            return None
        return ReplyToken(application_id, token, int(at), manner)  # type: ignore[arg-type]
    except ValueError:
        return None
