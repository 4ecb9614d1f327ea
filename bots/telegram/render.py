"""Effects as calls of the Bot API: values, no I/O. Text goes out with entities, never with a parse mode."""

from __future__ import annotations

import base64
import zlib
from typing import Any
from urllib.parse import urlsplit

from bots.telegram.parts import CAPTION_UNITS, TEXT_UNITS, Part, parts, shortened, units
from bots.telegram.reactions import nearest
from bots.telegram.request import Call, File
from core.messages import Ask, Attachment, Button, ChatRef, Message, React, Send
from core.text import plain

ROW_BUTTONS = 8
PLACEHOLDER = 64
TOAST = 200
_PHOTOS = frozenset({"image/png", "image/jpeg", "image/webp"})
_MEDIA_FIELD = "media_file"


def send(effect: Send | Ask) -> tuple[Call, ...]:
    """The calls that say it, in order: long texts in parts, a long caption's text before its picture. The first part
    replies, the last one carries the buttons."""
    calls = _bodies(effect.message)
    common = _address(effect.chat)
    if isinstance(effect, Send) and effect.silent:
        common["disable_notification"] = True
    first, last = calls[0], calls[-1]
    if effect.reply_to is not None:
        first[1]["reply_parameters"] = {"message_id": int(effect.reply_to), "allow_sending_without_reply": True}
    if markup := _markup(effect):
        last[1]["reply_markup"] = markup
    return tuple(Call(method, common | params, file) for method, params, file in calls)


def edit(chat: ChatRef, message_id: str, message: Message) -> Call:
    """The call that changes a message in place; too long a text is shortened. A message keeps its kind: a text can gain
    a picture, a picture stays one."""
    params = _target(chat, message_id) | _keyboard_param(message)
    if message.attachment is None:
        return Call("editMessageText", params | _text_params(shortened(message.text, TEXT_UNITS)))
    media = {
        "type": "photo" if _is_photo(message.attachment) else "document",
        "media": f"attach://{_MEDIA_FIELD}",
    } | _caption_params(shortened(message.text, CAPTION_UNITS))
    return Call("editMessageMedia", params | {"media": media}, _file(message.attachment, _MEDIA_FIELD))


def edit_caption(chat: ChatRef, message_id: str, message: Message) -> Call:
    """The change in place for a message that turned out to be a picture or file."""
    caption = _caption_params(shortened(message.text, CAPTION_UNITS))
    return Call("editMessageCaption", _target(chat, message_id) | caption | _keyboard_param(message))


def react(effect: React) -> Call | None:
    """The call that reacts, or `None` where Telegram has no emoji near it."""
    emoji = nearest(effect.emoji)
    if emoji is None:
        return None
    target = _target(effect.message.chat, effect.message.message_id)
    return Call("setMessageReaction", target | {"reaction": [{"type": "emoji", "emoji": emoji}]})


def pin(chat: ChatRef, message_id: str) -> Call:
    return Call("pinChatMessage", _target(chat, message_id) | {"disable_notification": True}, optional=True)


def typing(chat: ChatRef) -> Call:
    return Call("sendChatAction", _address(chat) | {"action": "typing"})


def draft(chat: ChatRef, draft_id: str, text: str) -> Call:
    """The answer so far. Telegram wants a number for an id; the same id animates the change."""
    part = shortened(text, TEXT_UNITS)
    number = zlib.crc32(draft_id.encode()) & 0x7FFFFFFF or 1
    return Call("sendMessageDraft", _address(chat) | {"draft_id": number} | _words(part))


def answer(query_id: str, toast: str | None) -> Call:
    """The answer to a button press: ends the wait on the button, with a short notice if there is one."""
    params: dict[str, object] = {"callback_query_id": query_id}
    return Call("answerCallbackQuery", params | ({"text": plain(toast)[:TOAST]} if toast else {}), optional=True)


def keyboard(rows: tuple[tuple[Button, ...], ...]) -> dict[str, Any] | None:
    """The inline keyboard, rows wrapped at eight; `None` without buttons."""
    found: list[list[dict[str, str]]] = []
    for row in rows:
        shown = [_button(button) for button in row if button.url is None or _is_public(button.url)]
        found += [shown[at : at + ROW_BUTTONS] for at in range(0, len(shown), ROW_BUTTONS)]
    return {"inline_keyboard": found} if found else None


def _button(button: Button) -> dict[str, str]:
    target = {"url": button.url} if button.url is not None else {"callback_data": button.action or ""}
    return {"text": button.label} | target | ({} if button.style == "normal" else {"style": button.style})


def _is_public(url: str) -> bool:
    """Telegram refuses the whole message for a link to a bare host name such as localhost."""
    return "." in (urlsplit(url).hostname or "")


def _bodies(message: Message) -> list[tuple[str, dict[str, Any], File | None]]:
    if message.attachment is None:
        return [("sendMessage", _text_params(part), None) for part in _spoken(parts(message.text))]
    field = "photo" if _is_photo(message.attachment) else "document"
    method, file = f"send{field.capitalize()}", _file(message.attachment, field)
    if units(plain(message.text)) <= CAPTION_UNITS:
        return [(method, _caption_params(parts(message.text, CAPTION_UNITS)[0]), file)]
    texts = [("sendMessage", _text_params(part), None) for part in _spoken(parts(message.text))]
    return [*texts, (method, {}, file)]


def _spoken(all_parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Telegram refuses blank messages: leave blank parts out, but never all of them."""
    return tuple(part for part in all_parts if part.text.strip()) or all_parts[:1]


def _words(part: Part) -> dict[str, Any]:
    return {"text": part.text} | ({"entities": list(part.entities)} if part.entities else {})


def _text_params(part: Part) -> dict[str, Any]:
    return _words(part) | {"link_preview_options": {"is_disabled": True}}


def _caption_params(part: Part) -> dict[str, Any]:
    if not part.text:
        return {}
    return {"caption": part.text} | ({"caption_entities": list(part.entities)} if part.entities else {})


def _markup(effect: Send | Ask) -> dict[str, Any] | None:
    """Buttons; or, where a typed answer must reach a bot that reads only replies, a forced reply. Never both."""
    buttons = keyboard(effect.message.buttons)
    if buttons or not isinstance(effect, Ask) or effect.chat.kind == "private":
        return buttons
    forced: dict[str, Any] = {"force_reply": True, "selective": True}
    return forced | ({"input_field_placeholder": effect.placeholder[:PLACEHOLDER]} if effect.placeholder else {})


def _keyboard_param(message: Message) -> dict[str, Any]:
    buttons = keyboard(message.buttons)
    return {"reply_markup": buttons} if buttons else {}


def _address(chat: ChatRef) -> dict[str, Any]:
    thread = {"message_thread_id": int(chat.thread)} if chat.thread is not None else {}
    return {"chat_id": int(chat.chat_id)} | thread


def _target(chat: ChatRef, message_id: str) -> dict[str, Any]:
    return {"chat_id": int(chat.chat_id), "message_id": int(message_id)}


def _is_photo(attachment: Attachment) -> bool:
    return attachment.media_type in _PHOTOS


def _file(attachment: Attachment, field: str) -> File:
    return File(field, attachment.filename, attachment.media_type, base64.b64decode(attachment.content))
