"""What handlers may reach besides the turn, and where what they change lives in the store."""

from __future__ import annotations

from dataclasses import dataclass

from core.i18n import Words
from core.llm.talk import ChatModel
from core.messages import AccountRef, ChatRef, Live
from core.state.store import Store
from core.state.types import Aggregate


@dataclass(frozen=True, slots=True)
class Desk:
    """What handlers may reach besides the turn."""

    store: Store
    words: Words
    model: ChatModel
    live: Live
    daily_tokens: int = 40_000
    """Most tokens that one person may use of the model a day."""


def person_aggregate(pid: str) -> Aggregate:
    return Aggregate("person", pid)


def chat_aggregate(chat: ChatRef) -> Aggregate:
    return Aggregate("chat", f"{chat.platform}:{chat.chat_id}")


def chat_alias(chat: ChatRef) -> AccountRef:
    """The private chat as a name of its owner, for platforms that report about chats, not people."""
    return AccountRef(chat.platform, f"chat:{chat.chat_id}")
