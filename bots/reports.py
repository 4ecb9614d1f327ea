"""What the way out learns about a chat, as events for the core."""

from __future__ import annotations

from datetime import datetime

from core.events import Author, ChatChanged
from core.messages import AccountRef, ChatRef
from core.state.types import OutboxItem


def blocked(item: OutboxItem, chat: ChatRef, now: datetime) -> ChatChanged:
    """Nothing may be sent there any more: a person blocked the bot, or a group threw it out.

    In a private chat of Telegram and of the web the chat's id is the person's; Discord's is only the channel's."""
    change = "blocked" if chat.kind == "private" else "left"
    return ChatChanged(f"{chat.platform}:out:{item.id}", now, chat, _author(chat), change=change)  # type: ignore[arg-type]


def migrated(item: OutboxItem, chat: ChatRef, successor: ChatRef, now: datetime) -> ChatChanged:
    event_id = f"{chat.platform}:out:{item.id}"
    return ChatChanged(event_id, now, chat, _author(chat), change="migrated", successor=successor)


def _author(chat: ChatRef) -> Author:
    return Author(AccountRef(chat.platform, chat.chat_id), name="")
