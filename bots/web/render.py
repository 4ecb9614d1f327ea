"""What the page is told, as JSON values: entries, chats, drafts. Pure."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from bots.sending import MenuItem
from core.messages import Attachment, Button, Message
from core.state.weblog import Entry, Excerpt, FileCard, Logged
from core.state.webpeople import Room
from core.text import Span, parse

Json = dict[str, Any]

IMAGES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}


PICTURES = frozenset({*IMAGES.values(), "image/webp"})
"""What a browser shows and cannot run."""


def sniff(content: bytes, claimed: str) -> str:
    """The media type: a picture is what its first bytes say, and nothing else is one."""
    for magic, media_type in IMAGES.items():
        if content.startswith(magic):
            return media_type
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return "application/octet-stream" if claimed.startswith(("image/", "text/html")) else claimed[:100]


def message_id(nonce: str) -> str:
    """The same for every attempt to send the same thing."""
    return "c" + sha256(nonce.encode()).hexdigest()[:24]


def wire(chat: str) -> str:
    """A chat's name on the page: nobody sees another's private chat, so there is one `dm`."""
    return "dm" if chat.startswith("dm:") else chat


def spans(text: str) -> list[Json]:
    return [
        {
            "t": span.text,
            **({} if span.style == "plain" else {"s": span.style}),
            **({"u": span.url} if span.url else {}),
        }
        for span in parse(text)
    ]


def _span(span: Span) -> Json:
    style = {} if span.style == "plain" else {"s": span.style}
    return {"t": span.text, **style, **({"u": span.url} if span.url else {})}


def entry_json(logged: Logged, chat: str) -> Json:
    entry = logged.entry
    mine: Json = {} if entry.author is None else {"raw": entry.text}
    return {
        "id": entry.id,
        "seq": logged.place,
        "rev": logged.change,
        "at": entry.at.isoformat(timespec="milliseconds"),
        "author": None if entry.author is None else {"uid": entry.author.uid, "name": entry.author.name},
        "spans": spans(entry.text) if entry.author is None else [{"t": entry.text}] if entry.text else [],
        "buttons": [[_button(button) for button in row] for row in entry.buttons],
        "files": [file_json(file, chat) for file in entry.files],
        "reply_to": entry.reply_to,
        "reactions": {emoji: list(who) for emoji, who in entry.reactions.items()},
        "edited": entry.edited and entry.author is not None,
        "deleted": entry.deleted,
        "ask": entry.ask,
        **mine,
    }


def file_json(file: FileCard, chat: str) -> Json:
    return {
        "id": file.id,
        "name": file.name,
        "type": file.media_type,
        "size": file.size,
        "alt": file.alt,
        "image": file.is_image,
        "url": f"/api/files/{wire(chat)}/{file.id}",
    }


def entry_frame(logged: Logged, chat: str) -> Json:
    return {"t": "entry", "chat": wire(chat), "entry": entry_json(logged, chat)}


def log_frame(excerpt: Excerpt, chat: str) -> Json:
    return {
        "t": "log",
        "chat": wire(chat),
        "entries": [entry_json(logged, chat) for logged in excerpt.entries],
        "rev": excerpt.change,
        "reset": excerpt.reset,
        "more": excerpt.more,
    }


def older_frame(excerpt: Excerpt, chat: str) -> Json:
    entries = [entry_json(logged, chat) for logged in excerpt.entries]
    return {"t": "older", "chat": wire(chat), "entries": entries, "more": excerpt.more}


def dm_json(chat: str, last: Logged | None) -> Json:
    return {"chat": "dm", "kind": "private", "title": "", "members": [], "last": last and entry_json(last, chat)}


def room_json(room: Room, chat: str, last: Logged | None) -> Json:
    members = [{"uid": member.uid, "name": member.name} for member in room.members]
    return {
        "chat": chat,
        "kind": "group",
        "title": room.title,
        "members": members,
        "last": last and entry_json(last, chat),
    }


def menu_json(menu: Iterable[MenuItem]) -> list[Json]:
    return [
        {
            "name": item.name,
            "descriptions": dict(item.descriptions),
            "in_groups": item.in_groups,
            "takes_text": item.takes_text,
        }
        for item in menu
    ]


def with_message(entry: Entry, message: Message, files: tuple[FileCard, ...]) -> Entry:
    """The entry with what the message says now; who reacted stays."""
    return entry.model_copy(update={"text": message.text, "buttons": message.buttons, "files": files, "edited": True})


def content_of(attachment: Attachment) -> bytes:
    """Raises `ValueError` for content that is not base64."""
    try:
        return base64.b64decode(attachment.content, validate=True)
    except binascii.Error as error:
        raise ValueError("attachment is not base64") from error


def _button(button: Button) -> Json:
    target = {"url": button.url} if button.url else {"action": button.action}
    return {"label": button.label, "style": button.style, **target}
