"""What the page sends, parsed at the edge, and the events it becomes. Pure."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from bots.web.limits import FILES, NAME, TEXT, TITLE
from core.events import Author, ButtonPress, Command, MessageDeleted, Reaction, TextMessage, Upload
from core.messages import ACTION_BYTES, ChatRef, MessageRef
from core.state.weblog import Entry, FileCard

Uuid = Annotated[str, Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
Id = Annotated[str, Field(pattern=r"^[\w-]{1,64}$")]
ChatName = Annotated[str, Field(pattern=r"^(dm|room:[a-z0-9]{4,40})$")]

COMMAND = re.compile(r"^[/／]([^\W\d]\w{0,31})(?:@\w+)?(?:\s+(.*))?$", re.DOTALL)
MENTION = re.compile(r"[@＠](?:jiayou|coach|加油|教练)(?![a-z0-9_])[,，:：]?[ \t]*", re.IGNORECASE)
RESERVED = frozenset({"coach", "jiayou", "加油", "教练", "bot", "system"})


class Frame(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Open(Frame):
    t: Literal["open"]
    chat: ChatName
    after: int | None = None


class Older(Frame):
    t: Literal["older"]
    chat: ChatName
    before: int


class Say(Frame):
    t: Literal["say"]
    id: Uuid
    chat: ChatName
    text: str
    reply_to: Id | None = None
    files: tuple[Id, ...] = Field(default=(), max_length=FILES)


class Press(Frame):
    t: Literal["press"]
    id: Uuid
    chat: ChatName
    message: Id
    action: str = Field(max_length=ACTION_BYTES)


class React(Frame):
    t: Literal["react"]
    id: Uuid
    chat: ChatName
    message: Id
    emoji: str = Field(min_length=1, max_length=16)
    removed: bool = False


class EditOwn(Frame):
    t: Literal["edit"]
    id: Uuid
    chat: ChatName
    message: Id
    text: str = Field(min_length=1)


class DeleteOwn(Frame):
    t: Literal["delete"]
    id: Uuid
    chat: ChatName
    message: Id


class Speak(Frame):
    t: Literal["language"]
    id: Uuid
    lang: Literal["en", "zh-Hans"]


class Ping(Frame):
    t: Literal["ping"]


Lasting = Say | Press | React | EditOwn | DeleteOwn | Speak
"""Frames that are answered with `ack` or `nack`."""
AnyFrame = Open | Older | Lasting | Ping
FRAME: TypeAdapter[AnyFrame] = TypeAdapter(Annotated[AnyFrame, Field(discriminator="t")])


def too_long(frame: AnyFrame) -> bool:
    return isinstance(frame, Say | EditOwn) and len(frame.text) > TEXT


def event_id(frame_id: str) -> str:
    return f"web:{frame_id}"


def command_of(text: str) -> tuple[str, str] | None:
    """Name and arguments of a slash command; the full-width slash of a Chinese keyboard counts."""
    match = COMMAND.match(text.strip())
    return None if match is None else (match[1].lower(), (match[2] or "").strip())


def is_addressed(text: str, *, private: bool, to_coach: bool) -> bool:
    """Whether the coach is meant: in a room by a command, a mention or a reply to it."""
    return private or to_coach or command_of(text) is not None or MENTION.search(text) is not None


def words_of(text: str, *, private: bool) -> str:
    """The text without the mention that only calls the coach."""
    return text.strip() if private else MENTION.sub("", text).strip()


def said(entry: Entry, chat: ChatRef, author: Author) -> TextMessage | Command | None:
    """The event of a new message, or `None` if it is not meant for the coach."""
    if not entry.addressed:
        return None
    name, at = event_id(entry.id), entry.at
    message, private = MessageRef(chat, entry.id), chat.kind == "private"
    command = command_of(words_of(entry.text, private=private))
    if command is not None and not entry.files:
        return Command(name, at, chat, author, name=command[0], args=command[1], message=message)
    return TextMessage(
        name,
        at,
        chat,
        author,
        text=words_of(entry.text, private=private),
        message=message,
        reply_to=MessageRef(chat, entry.reply_to) if entry.reply_to else None,
        uploads=tuple(upload(file, chat) for file in entry.files),
    )


def upload(file: FileCard, chat: ChatRef) -> Upload:
    return Upload(f"{chat.chat_id}/{file.id}", file.name, file.media_type, file.size)


def edited(frame: EditOwn, entry: Entry, chat: ChatRef, author: Author, at: datetime) -> TextMessage | None:
    if not entry.addressed:
        return None
    return TextMessage(
        event_id(frame.id),
        at,
        chat,
        author,
        text=words_of(entry.text, private=chat.kind == "private"),
        message=MessageRef(chat, entry.id),
        edited=True,
    )


def deleted(frame: DeleteOwn, entry: Entry, chat: ChatRef, author: Author, at: datetime) -> MessageDeleted | None:
    if not entry.addressed:
        return None
    return MessageDeleted(event_id(frame.id), at, chat, author, message=MessageRef(chat, entry.id))


def pressed(frame: Press, chat: ChatRef, author: Author, at: datetime) -> ButtonPress:
    message = MessageRef(chat, frame.message)
    return ButtonPress(event_id(frame.id), at, chat, author, action=frame.action, message=message)


def reacted(frame: React, chat: ChatRef, author: Author, at: datetime) -> Reaction:
    message = MessageRef(chat, frame.message)
    return Reaction(event_id(frame.id), at, chat, author, emoji=frame.emoji, message=message, removed=frame.removed)


def spoke(frame: Speak, chat: ChatRef, author: Author, at: datetime) -> Command:
    return Command(event_id(frame.id), at, chat, author, name="language", args=frame.lang)


def offers(entry: Entry, action: str) -> bool:
    """Whether the coach's message carries this button now."""
    return entry.author is None and any(button.action == action for row in entry.buttons for button in row)


def with_reaction(entry: Entry, emoji: str, uid: str, *, removed: bool) -> Entry:
    who = tuple(one for one in entry.reactions.get(emoji, ()) if one != uid)
    who = who if removed else (*who, uid)
    others = {other: them for other, them in entry.reactions.items() if other != emoji}
    reactions = {**entry.reactions, emoji: who} if who else others
    return entry if reactions == entry.reactions else entry.model_copy(update={"reactions": reactions})


def one_line(text: str, limit: int) -> str:
    """People's own words for a label: one line, nothing invisible that could reorder or hide its neighbours."""
    kept = "".join(char for char in unicodedata.normalize("NFC", text) if char == "\u200d" or _visible(char))
    return " ".join(kept.split())[:limit].strip()


def _visible(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def clean_name(text: str) -> str | None:
    """A display name of 1 to 40 characters that is not the coach's, or `None`."""
    name = one_line(text, NAME + 1)
    fits = 0 < len(name) <= NAME and name.strip("\u200d") != "" and name.casefold() not in RESERVED
    return name if fits else None


def clean_title(text: str, default: str) -> str:
    return one_line(text, TITLE) or default


def clean_filename(text: str) -> str:
    return one_line(re.sub(r"[/\\]", "_", text), 120) or "file"
