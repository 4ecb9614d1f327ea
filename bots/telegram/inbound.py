"""Telegram's updates as the coach's events. Pure: no calls, no clock.

In a group only what is addressed to the bot becomes an event: commands, mentions, replies to it, button presses,
reactions. Other bots, channels and service messages never do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from telegram import (
    CallbackQuery,
    Chat,
    ChatMemberUpdated,
    Message,
    MessageEntity,
    MessageReactionUpdated,
    Update,
    User,
)

from core.events import Author, ButtonPress, ChatChanged, Command, PlatformEvent, Reaction, TextMessage, Upload
from core.messages import AccountRef, ChatRef, MessageRef

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "message_reaction", "my_chat_member")

_PRESENT = frozenset({"member", "administrator", "creator", "restricted"})
_PLAIN = frozenset({"message_id", "date", "chat", "from", "text"})
_WORDLESS = ("sticker", "location", "venue", "contact", "dice", "poll", "animation", "video_note", "story")
"""Content without words or a file of use: in a private chat the coach says that it cannot read it."""


class Me(NamedTuple):
    """The bot's own account."""

    id: int
    username: str


class _Head(NamedTuple):
    """What every event begins with."""

    id: str
    at: datetime
    chat: ChatRef
    author: Author


def parse(raw: Mapping[str, Any]) -> Update:
    """An update from its JSON. `de_json` looks for every kind of content there is, which costs more than to answer
    plain words, so those are taken as they are."""
    said = raw.get("message")
    if not isinstance(said, dict) or said.keys() != _PLAIN:
        return Update.de_json(dict(raw), None)
    message = Message(
        said["message_id"],
        datetime.fromtimestamp(said["date"], UTC),
        Chat.de_json(said["chat"], None),
        from_user=User.de_json(said["from"], None),
        text=said["text"],
    )
    return Update(raw["update_id"], message=message)


def chat_key(raw: Mapping[str, Any]) -> str:
    """The chat an update belongs to, from its JSON: updates with one key are handled in order."""
    kind = next((kind for kind in ALLOWED_UPDATES if kind in raw), None)
    body = raw.get(kind) if kind else None
    if kind == "callback_query" and isinstance(body, dict):
        body = body.get("message")
    chat = body.get("chat") if isinstance(body, dict) else None
    return str(chat.get("id")) if isinstance(chat, dict) else ""


def event_id(update_id: int, me: Me) -> str:
    return f"telegram:{me.id}:{update_id}"


def events(update: Update, me: Me, now: datetime) -> tuple[PlatformEvent, ...]:
    """The events of an update: none, one, or (a reaction that was replaced) several."""
    name = event_id(update.update_id, me)
    if update.message is not None:
        return _one(_message(name, update.message, me))
    if update.edited_message is not None:
        return _one(_edited(name, update.edited_message, me))
    if update.callback_query is not None:
        return _one(_press(name, update.callback_query, now))
    if update.message_reaction is not None:
        return _reactions(name, update.message_reaction)
    if update.my_chat_member is not None:
        return _one(_membership(name, update.my_chat_member))
    return ()


def _one(event: PlatformEvent | None) -> tuple[PlatformEvent, ...]:
    return () if event is None else (event,)


def _message(name: str, message: Message, me: Me) -> PlatformEvent | None:
    if message.migrate_to_chat_id is not None:
        return _migration(name, message, message.migrate_to_chat_id)
    user = _speaker(message)
    if user is None or not _has_content(message):
        return None
    head = _Head(name, message.date, _chat(message), _author(user))
    words = _words(message)
    command = _command_word(message)
    if command is None:
        return _text(head, message, me)
    word, _, bot = command[1:].partition("@")
    if bot and bot.lower() != me.username.lower():
        return None
    args = words[len(command) :].strip()
    if uploads := _uploads(message):
        return TextMessage(*head, text=args, message=_ref(message), reply_to=_reply_to(message), uploads=uploads)
    return Command(*head, name=word.lower(), args=args, message=_ref(message))


def _edited(name: str, message: Message, me: Me) -> PlatformEvent | None:
    """A message said before that now reads differently; an edited command counts for its words, not as a command."""
    user = _speaker(message)
    words = _words(message)
    if user is None or not words:
        return None
    head = _Head(name, message.edit_date or message.date, _chat(message), _author(user))
    command = _command_word(message)
    if command is None:
        return _text(head, message, me, edited=True)
    bot = command.partition("@")[2]
    args = words[len(command) :].strip()
    if not args or (bot and bot.lower() != me.username.lower()):
        return None
    return TextMessage(*head, text=args, message=_ref(message), edited=True, uploads=_uploads(message))


def _text(head: _Head, message: Message, me: Me, *, edited: bool = False) -> TextMessage | None:
    words = _words(message)
    if head.chat.kind == "group":
        mentions = _mentions(message, me)
        if not mentions and not _replies_to(message, me):
            return None
        words = _without(words, mentions)
    return TextMessage(
        *head,
        text=words,
        message=_ref(message),
        edited=edited,
        reply_to=_reply_to(message),
        uploads=_uploads(message),
    )


def _press(name: str, query: CallbackQuery, now: datetime) -> ButtonPress | None:
    """A press carries no time of its own: it is `now`."""
    if query.message is None or not query.data or query.from_user.is_bot:
        return None
    chat = _chat(query.message) if isinstance(query.message, Message) else _plain_chat(query.message.chat)
    message = MessageRef(chat, str(query.message.message_id))
    return ButtonPress(name, now, chat, _author(query.from_user), action=query.data, message=message)


def _reactions(name: str, change: MessageReactionUpdated) -> tuple[Reaction, ...]:
    """What was taken away, then what was added; the first has the update's id, the others a suffix."""
    if change.user is None or change.user.is_bot:
        return ()
    before, after = _emoji(change.old_reaction), _emoji(change.new_reaction)
    changes = [(emoji, True) for emoji in before if emoji not in after]
    changes += [(emoji, False) for emoji in after if emoji not in before]
    chat = _plain_chat(change.chat)
    head = (change.date, chat, _author(change.user))
    message = MessageRef(chat, str(change.message_id))
    return tuple(
        Reaction(f"{name}.{at}" if at else name, *head, emoji=emoji, message=message, removed=removed)
        for at, (emoji, removed) in enumerate(changes)
    )


def _membership(name: str, change: ChatMemberUpdated) -> ChatChanged | None:
    if change.chat.type not in ("private", "group", "supergroup"):
        return None
    was, now_in = _is_in(change.old_chat_member), _is_in(change.new_chat_member)
    if was == now_in:
        return None
    head = _Head(name, change.date, _plain_chat(change.chat), _author(change.from_user))
    title = change.chat.title or ""
    if head.chat.kind == "private":
        return ChatChanged(*head, change="unblocked" if now_in else "blocked")
    return ChatChanged(*head, change="joined" if now_in else "left", title=title)


def _migration(name: str, message: Message, successor: int) -> ChatChanged:
    user = message.from_user or User(message.chat.id, message.chat.title or "", is_bot=False)
    head = _Head(name, message.date, _plain_chat(message.chat), _author(user))
    return ChatChanged(
        *head,
        change="migrated",
        successor=ChatRef("telegram", str(successor), "group"),
        title=message.chat.title or "",
    )


def _is_in(member: Any) -> bool:
    return member.status in _PRESENT and getattr(member, "is_member", True) is not False


def _speaker(message: Message) -> User | None:
    """The person who speaks for themselves in a private chat or group; `None` for bots and channels."""
    user = message.from_user
    if message.chat.type not in ("private", "group", "supergroup") or message.sender_chat is not None:
        return None
    return None if user is None or user.is_bot else user


def _has_content(message: Message) -> bool:
    """Whether somebody said or sent something (else it is a service message)."""
    return bool(
        message.text or message.caption or _uploads(message) or any(getattr(message, kind) for kind in _WORDLESS)
    )


def _words(message: Message) -> str:
    if message.sticker is not None:
        return message.sticker.emoji or ""
    return message.text or message.caption or ""


def _entities(message: Message) -> Sequence[MessageEntity]:
    return message.entities or message.caption_entities


def _command_word(message: Message) -> str | None:
    """`/name` or `/name@bot` at the very start."""
    first = next(iter(_entities(message)), None)
    if first is None or first.type != MessageEntity.BOT_COMMAND or first.offset != 0:
        return None
    return _words(message)[: first.length]


def _mentions(message: Message, me: Me) -> list[MessageEntity]:
    return [entity for entity in _entities(message) if _mentions_me(entity, _words(message), me)]


def _mentions_me(entity: MessageEntity, words: str, me: Me) -> bool:
    if entity.type == MessageEntity.TEXT_MENTION:
        return entity.user is not None and entity.user.id == me.id
    if entity.type != MessageEntity.MENTION:
        return False
    return _slice(words, entity.offset, entity.offset + entity.length).lower() == f"@{me.username.lower()}"


def _slice(words: str, start: int, end: int | None = None) -> str:
    """Part of a text by UTF-16 offsets."""
    units = words.encode("utf-16-le")
    return units[2 * start : None if end is None else 2 * end].decode("utf-16-le", "replace")


def _without(words: str, mentions: Sequence[MessageEntity]) -> str:
    """The words without the mentions and what they leave behind (a comma, doubled spaces)."""
    for entity in sorted(mentions, key=lambda entity: -entity.offset):
        before = _slice(words, 0, entity.offset).rstrip(" ")
        after = _slice(words, entity.offset + entity.length).lstrip(" ")
        words = f"{before} {after}" if before and after else before + after
    return words.lstrip(" ,，:：、").strip() if mentions else words


def _replies_to(message: Message, me: Me) -> bool:
    replied = _replied(message)
    return replied is not None and replied.from_user is not None and replied.from_user.id == me.id


def _replied(message: Message) -> Message | None:
    """The message replied to. In a topic every message formally replies to the topic's first, which does not count."""
    replied = message.reply_to_message
    return None if replied is None or replied.forum_topic_created is not None else replied


def _reply_to(message: Message) -> MessageRef | None:
    replied = _replied(message)
    return None if replied is None else MessageRef(_chat(message), str(replied.message_id))


def _uploads(message: Message) -> tuple[Upload, ...]:
    if message.photo:
        largest = message.photo[-1]
        return (Upload(largest.file_id, f"{largest.file_unique_id}.jpg", "image/jpeg", largest.file_size or 0),)
    if voice := message.voice:
        kind = voice.mime_type or "audio/ogg"
        return (Upload(voice.file_id, f"{voice.file_unique_id}.ogg", kind, voice.file_size or 0),)
    if message.animation is None and (file := message.document or message.audio or message.video):
        kind = file.mime_type or "application/octet-stream"
        return (Upload(file.file_id, file.file_name or file.file_unique_id, kind, file.file_size or 0),)
    return ()


def _emoji(reactions: Sequence[Any]) -> list[str]:
    """The plain emoji among the reactions (custom ones have no meaning to us)."""
    return [reaction.emoji for reaction in reactions if reaction.type == "emoji"]


def _author(user: User) -> Author:
    return Author(AccountRef("telegram", str(user.id)), user.full_name, user.language_code)


def _ref(message: Message) -> MessageRef:
    return MessageRef(_chat(message), str(message.message_id))


def _chat(message: Message) -> ChatRef:
    """The chat, with its topic only where it is one (a reply in a plain group carries a thread id, too)."""
    chat = _plain_chat(message.chat)
    if not message.is_topic_message or message.message_thread_id is None:
        return chat
    return ChatRef(chat.platform, chat.chat_id, chat.kind, str(message.message_thread_id))


def _plain_chat(chat: Chat) -> ChatRef:
    return ChatRef("telegram", str(chat.id), "private" if chat.type == "private" else "group")
