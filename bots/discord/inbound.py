"""Discord's payloads, as the gateway and the REST API give them, to events (pure).

In servers only what is addressed to the bot becomes an event: a mention of it or of its role, a reply to it. That is
also all whose words Discord shows without the privileged message-content intent.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from bots.discord.tokens import Manner, ReplyToken, snowflake_time
from core.events import (
    Author,
    ButtonPress,
    ChatChanged,
    Command,
    MessageDeleted,
    Reaction,
    TextMessage,
    Upload,
)
from core.messages import AccountRef, ChatRef, MessageRef

Payload = Mapping[str, Any]

ASK = "ask:"
"""Prefix of the action behind which a form opens."""

_SAID = frozenset({0, 19})
"""Message types people write: default and reply."""
_ADMIN = 0x8 | 0x20
"""ADMINISTRATOR and MANAGE_GUILD."""
_SLASH = re.compile(r"/([a-z][a-z0-9_]*)(?:\s+(.*))?", re.DOTALL | re.IGNORECASE)
_EMOJI = re.compile(r"<a?(:\w+:)\d+>")


@dataclass(frozen=True, slots=True)
class Place:
    """What a payload does not say: who we are, and the server's roles."""

    bot_id: str
    guild_id: str | None = None
    bot_role: str | None = None
    admin_roles: frozenset[str] = frozenset()
    owner_id: str | None = None


def message(payload: Payload, place: Place) -> TextMessage | Command | None:
    """A message as said first; `None` if it is not for us."""
    if not _for_us(payload, place):
        return None
    text = _words(payload, place)
    event_id, at = f"discord:{payload['id']}", snowflake_time(payload["id"])
    chat, author, ref = _chat(payload, place), _writer(payload, place), _ref(payload, place)
    if command := _SLASH.fullmatch(text):
        return Command(event_id, at, chat, author, command[1].lower(), (command[2] or "").strip(), ref)
    return _text(payload, place, event_id, at, text, edited=False)


def edited(payload: Payload, place: Place) -> TextMessage | None:
    """A changed message; `None` also when Discord itself changed it (it adds link previews later)."""
    stamp = payload.get("edited_timestamp")
    if not stamp or not _for_us(payload, place):
        return None
    # Short, because buttons carry it.
    at = datetime.fromisoformat(stamp)
    event_id = f"discord:{payload['id']}:{_ms(at)}"
    return _text(payload, place, event_id, at, _words(payload, place), edited=True)


def _text(payload: Payload, place: Place, event_id: str, at: datetime, text: str, *, edited: bool) -> TextMessage:
    return TextMessage(
        event_id,
        at,
        _chat(payload, place),
        _writer(payload, place),
        text,
        _ref(payload, place),
        edited=edited,
        reply_to=_reply_to(payload, place),
        uploads=tuple(_uploads(payload.get("attachments", ()))),
    )


def _for_us(payload: Payload, place: Place) -> bool:
    author = payload.get("author")
    if not author or author.get("bot") or payload.get("webhook_id") or payload.get("type", 0) not in _SAID:
        return False
    if _guild(payload, place) is None:
        return True
    return _mentioned(payload, place) or (_replies_to_us(payload, place) and _legible(payload))


def _mentioned(payload: Payload, place: Place) -> bool:
    people = {user["id"] for user in payload.get("mentions", ())}
    return place.bot_id in people or (place.bot_role is not None and place.bot_role in payload.get("mention_roles", ()))


def _replies_to_us(payload: Payload, place: Place) -> bool:
    answered = payload.get("referenced_message") or {}
    return payload.get("type") == 19 and answered.get("author", {}).get("id") == place.bot_id


def _legible(payload: Payload) -> bool:
    """A reply with the ping switched off comes without its words."""
    return bool(payload.get("content") or payload.get("attachments"))


def _words(payload: Payload, place: Place) -> str:
    """The text without our mention, other people's mentions as @name, emoji by name."""
    text: str = payload.get("content", "")
    for us in (f"<@{place.bot_id}>", f"<@!{place.bot_id}>", f"<@&{place.bot_role}>"):
        text = text.replace(us, " ")
    for user in payload.get("mentions", ()):
        for form in (f"<@{user['id']}>", f"<@!{user['id']}>"):
            text = text.replace(form, "@" + _name(user, user.get("member")))
    return re.sub(r"[ \t]{2,}", " ", _EMOJI.sub(r"\1", text)).strip()


def _guild(payload: Payload, place: Place) -> str | None:
    return payload.get("guild_id") or place.guild_id


def _chat(payload: Payload, place: Place) -> ChatRef:
    return ChatRef("discord", payload["channel_id"], "group" if _guild(payload, place) else "private")


def _ref(payload: Payload, place: Place) -> MessageRef:
    return MessageRef(_chat(payload, place), payload["id"])


def _reply_to(payload: Payload, place: Place) -> MessageRef | None:
    if payload.get("type") != 19:
        return None
    said = payload.get("message_reference", {}).get("message_id")
    return MessageRef(_chat(payload, place), said) if said else None


def _uploads(attachments: Iterable[Payload]) -> Iterable[Upload]:
    for file in attachments:
        kind = str(file.get("content_type") or "application/octet-stream").split(";")[0]
        yield Upload(file["url"], file["filename"], kind, int(file.get("size", 0)))


def _writer(payload: Payload, place: Place) -> Author:
    user, member = payload["author"], payload.get("member")
    roles = frozenset(member.get("roles", ())) if member else frozenset()
    admin = _guild(payload, place) is not None and (user["id"] == place.owner_id or bool(roles & place.admin_roles))
    return Author(_account(user), _name(user, member), is_admin=admin)


def _account(user: Payload) -> AccountRef:
    return AccountRef("discord", user["id"])


def _name(user: Payload, member: Payload | None) -> str:
    """The name others see: the server's nickname, the display name, the user name."""
    nick = member.get("nick") if member else None
    return str(nick or user.get("global_name") or user.get("username") or "")


def roles(guild: Payload, bot_id: str) -> Place:
    """A server's roles as far as they matter, from a guild payload."""
    admin = frozenset(role["id"] for role in guild.get("roles", ()) if int(role.get("permissions", 0)) & _ADMIN)
    ours = (role["id"] for role in guild.get("roles", ()) if (role.get("tags") or {}).get("bot_id") == bot_id)
    return Place(bot_id, guild["id"], next(ours, None), admin, guild.get("owner_id"))


# --- interactions -------------------------------------------------------------------------------------------------

Interaction = Literal["command", "button", "form", "opens_form", "other"]


def interaction_kind(payload: Payload) -> Interaction:
    """What sort of interaction it is; `opens_form`: a button that must be answered with a form, nothing else."""
    match payload.get("type"):
        case 2 if payload["data"].get("type", 1) == 1:
            return "command"
        case 3 if payload["data"].get("component_type") == 2:
            return "opens_form" if payload["data"]["custom_id"].startswith(ASK) else "button"
        case 5 if payload.get("message"):
            return "form"
        case _:
            return "other"


def manner(payload: Payload, private: Collection[str]) -> Manner:
    """How to defer it. `private`: commands whose answers are not for everybody in a server."""
    if payload["type"] != 2:
        return "button"
    hidden = payload.get("guild_id") is not None and payload["data"]["name"] in private
    return "private" if hidden else "slash"


def reply_token(payload: Payload, how: Manner) -> ReplyToken:
    at = int(snowflake_time(payload["id"]).timestamp())
    return ReplyToken(payload["application_id"], payload["token"], at, how)


def interaction(payload: Payload, token: ReplyToken | None) -> Command | ButtonPress | None:
    """The event of a slash command, a button, a filled form. `token` is `None` if Discord takes no answer any more."""
    kind = interaction_kind(payload)
    if kind in ("other", "opens_form"):
        return None
    event_id, at = f"discord:{payload['id']}", snowflake_time(payload["id"])
    chat = ChatRef("discord", payload["channel_id"], "group" if payload.get("guild_id") else "private")
    author, answer = _user(payload), str(token) if token else None
    if kind == "command":
        values = tuple(_options(payload["data"].get("options", ())))
        args = " ".join(value for _, value in values)
        name = payload["data"]["name"].lower()
        return Command(event_id, at, chat, author, name, args, None, values, reply_token=answer)
    ref = MessageRef(chat, payload["message"]["id"])
    filled = tuple(_fields(payload["data"].get("components", ()))) if kind == "form" else ()
    return ButtonPress(event_id, at, chat, author, payload["data"]["custom_id"], ref, filled, reply_token=answer)


def _user(payload: Payload) -> Author:
    member = payload.get("member")
    user = member["user"] if member else payload["user"]
    admin = bool(member and int(member.get("permissions", 0)) & _ADMIN)
    return Author(_account(user), _name(user, member), payload.get("locale"), admin)


def _options(options: Iterable[Payload]) -> Iterable[tuple[str, str]]:
    for option in options:
        if "value" in option:
            yield option["name"], str(option["value"]).strip()


def _fields(components: Iterable[Payload]) -> Iterable[tuple[str, str]]:
    """The inputs of a form, in rows or in labels."""
    for part in components:
        inner = part.get("components") or ([part["component"]] if "component" in part else [part])
        for field in inner:
            if "value" in field:
                yield field["custom_id"], str(field["value"]).strip()


# --- everything else ----------------------------------------------------------------------------------------------


def reaction(payload: Payload, bot_id: str, now: datetime, *, removed: bool) -> Reaction | None:
    """An emoji put on or taken off. Discord gives it no id, and tells it once: the moment makes it unique."""
    user_id, member = payload["user_id"], payload.get("member") or {}
    if user_id == bot_id or member.get("user", {}).get("bot"):
        return None
    emoji = _emoji(payload["emoji"])
    chat = ChatRef("discord", payload["channel_id"], "group" if payload.get("guild_id") else "private")
    event_id = f"discord:{payload['message_id']}:{user_id}:{emoji}:{'-' if removed else '+'}:{_ms(now)}"
    author = Author(AccountRef("discord", user_id), _name(member.get("user", {}), member))
    return Reaction(event_id, now, chat, author, emoji, MessageRef(chat, payload["message_id"]), removed)


def _emoji(emoji: Payload) -> str:
    return f"{emoji['name']}:{emoji['id']}" if emoji.get("id") else str(emoji["name"])


def deleted(ref: MessageRef, author: Author, now: datetime) -> MessageDeleted:
    """Discord does not say whose message it was; the caller remembers."""
    return MessageDeleted(f"discord:{ref.message_id}:deleted", now, ref.chat, author, ref)


def guild_changed(
    change: Literal["joined", "left"], guild_id: str, channel_id: str, owner_id: str, title: str, now: datetime
) -> ChatChanged:
    """We were added to a server or removed from it; its system channel stands for it, its owner did it."""
    author = Author(AccountRef("discord", owner_id), "", is_admin=True)
    chat = ChatRef("discord", channel_id, "group")
    return ChatChanged(f"discord:{guild_id}:{change}:{_ms(now)}", now, chat, author, change, title=title)


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
