"""Effects to API calls (pure). Discord's limits live here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import chain
from typing import Any
from urllib.parse import quote

from bots.discord.inbound import ASK
from bots.discord.markdown import LIMIT, split, units
from bots.discord.rest import Call
from bots.discord.tokens import Manner, ReplyToken
from core.messages import Ask, Attachment, Button, Message, MessageRef, React
from core.text import parse, plain

Body = dict[str, Any]

LABEL = 80
ROWS = COLUMNS = 5
FORM_TITLE = 45
FORM_PLACEHOLDER = 100
FORM_ANSWER = 1_000

SUPPRESS_EMBEDS = 1 << 2
EPHEMERAL = 1 << 6
LOADING = 1 << 7
SUPPRESS_NOTIFICATIONS = 1 << 12

_NOBODY = {"parse": [], "replied_user": False}
_STYLES = {"primary": 1, "normal": 2, "danger": 4}
_LINK = 5
_PEN = "✏️"


def nonce_of(item: str, part: int = 0) -> str:
    """The nonce (24 of at most 25 characters) of a part of an outbox item: the same at every attempt."""
    return blake2b(f"{item}/{part}".encode(), digest_size=12).hexdigest()


def with_form(ask: Ask) -> Message:
    """The question with the button that opens its form."""
    button = Button(label=ask.placeholder or _PEN, action=f"{ASK}{ask.field}", style="primary")
    return replace(ask.message, buttons=(*ask.message.buttons, (button,)))


def bodies(message: Message, *, silent: bool = False) -> tuple[Body, ...]:
    """The message in parts; buttons and attachment are on the last one."""
    texts = split(parse(message.text)) or ("",)
    flags = SUPPRESS_EMBEDS | (SUPPRESS_NOTIFICATIONS if silent else 0)
    parts: list[Body] = [{"content": text, "flags": flags, "allowed_mentions": _NOBODY} for text in texts]
    if rows := components(message.buttons):
        parts[-1]["components"] = rows
    if message.attachment is not None:
        parts[-1]["attachments"] = [_attachment(message.attachment)]
    return tuple(parts)


def post(chat_id: str, body: Body, *, nonce: str, reply_to: str | None, attachment: Attachment | None) -> Call:
    """A new message; Discord answers a repeat of the nonce with the message that is already there."""
    extra: Body = {"nonce": nonce, "enforce_nonce": True}
    if reply_to is not None:
        extra["message_reference"] = {"message_id": reply_to, "fail_if_not_exists": False}
    return Call("POST", f"/channels/{chat_id}/messages", {**body, **extra}, attachment)


def edit(ref: MessageRef, message: Message) -> Call:
    """The whole message anew: old buttons and pictures go. A longer text than Discord takes ends in an ellipsis."""
    return Call(
        "PATCH", f"/channels/{ref.chat.chat_id}/messages/{ref.message_id}", _replacement(message), message.attachment
    )


def _replacement(message: Message) -> Body:
    spans = parse(message.text)
    texts = split(spans)
    if len(texts) > 1:
        texts = (split(spans, LIMIT - 2)[0] + " …",)
    return {
        "content": texts[0] if texts else "",
        "flags": SUPPRESS_EMBEDS,
        "allowed_mentions": _NOBODY,
        "components": components(message.buttons),
        "attachments": [_attachment(message.attachment)] if message.attachment else [],
    }


def original(token: ReplyToken, body: Body, attachment: Attachment | None) -> Call:
    """The deferred message of a slash command becomes the answer; saying it twice changes nothing."""
    return Call("PATCH", token.original, body, attachment)


def followup(token: ReplyToken, body: Body, attachment: Attachment | None = None, *, private: bool) -> Call:
    """A further message on an interaction. There is no nonce here."""
    flags = body.get("flags", 0) | (EPHEMERAL if private else 0)
    return Call("POST", token.webhook, {**body, "flags": flags}, attachment)


def toast(token: ReplyToken, text: str) -> Call:
    """A notice only the person sees."""
    return followup(token, bodies(Message(text))[0], private=True)


def pin(ref: MessageRef) -> Call:
    return Call("PUT", f"/channels/{ref.chat.chat_id}/messages/pins/{ref.message_id}")


def react(effect: React) -> Call:
    ref = effect.message
    emoji = quote(effect.emoji, safe=":")
    return Call("PUT", f"/channels/{ref.chat.chat_id}/messages/{ref.message_id}/reactions/{emoji}/@me")


def typing(chat_id: str) -> Call:
    return Call("POST", f"/channels/{chat_id}/typing")


def _attachment(attachment: Attachment) -> Body:
    described = {"description": short(attachment.alt, 1_000)} if attachment.alt else {}
    return {"id": 0, "filename": attachment.filename, **described}


# --- buttons and forms --------------------------------------------------------------------------------------------


def components(rows: Sequence[Sequence[Button]]) -> list[Body]:
    """Rows of at most 5 buttons, at most 5 of them: longer rows wrap, too many rows are packed, the rest is cut."""
    wrapped = [line for row in rows for line in _packed(row)]
    if len(wrapped) > ROWS:
        wrapped = _packed(list(chain.from_iterable(rows)))[:ROWS]
    seen: set[str] = set()
    drawn = ([_button(button) for button in line if _new(button, seen)] for line in wrapped)
    return [{"type": 1, "components": line} for line in drawn if line]


def _packed(buttons: Sequence[Button]) -> list[Sequence[Button]]:
    return [buttons[at : at + COLUMNS] for at in range(0, len(buttons), COLUMNS)]


def _new(button: Button, seen: set[str]) -> bool:
    """Discord refuses a message with the same action twice."""
    if button.action is None:
        return True
    known = button.action in seen
    seen.add(button.action)
    return not known


def _button(button: Button) -> Body:
    label = short(plain(button.label), LABEL) or _PEN
    if button.url is not None:
        return {"type": 2, "style": _LINK, "label": label, "url": button.url}
    return {"type": 2, "style": _STYLES[button.style], "label": label, "custom_id": button.action}


def deferral(manner: Manner) -> Body:
    """The immediate answer to an interaction: "thinking", or nothing to see for buttons and forms."""
    if manner == "button":
        return {"type": 6}
    return {"type": 5, "data": {"flags": EPHEMERAL if manner == "private" else 0}}


def form(interaction: Mapping[str, Any]) -> Body:
    """The form behind an `ask:` button, worded by the message that carries it: its text asks, the button titles."""
    action: str = interaction["data"]["custom_id"]
    message = interaction["message"]
    title = _label_of(action, message.get("components", ())) or _PEN
    question = _unmarked(message.get("content", "")) or title
    answer = {
        "type": 4,
        "custom_id": action.removeprefix(ASK) or "text",
        "style": 1,
        "label": short(question, FORM_TITLE),
        "placeholder": short(title, FORM_PLACEHOLDER),
        "required": True,
        "max_length": FORM_ANSWER,
    }
    rows = [{"type": 1, "components": [answer]}]
    return {"type": 9, "data": {"custom_id": action, "title": short(title, FORM_TITLE), "components": rows}}


def _label_of(action: str, rows: Iterable[Mapping[str, Any]]) -> str | None:
    buttons = chain.from_iterable(row.get("components", ()) for row in rows)
    return next((button.get("label") for button in buttons if button.get("custom_id") == action), None)


def _unmarked(content: str) -> str:
    """The last line of a message of ours (there the question stands), as plain text."""
    lines = [line for line in content.replace("\\", "").replace("*", "").splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""


def short(text: str, limit: int) -> str:
    """At most `limit` UTF-16 units, ended by an ellipsis where something is missing."""
    text = " ".join(text.split())
    if units(text) <= limit:
        return text
    while units(text) >= limit:
        text = text[:-1]
    return text.rstrip() + "…"
