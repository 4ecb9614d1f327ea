"""What the coach sends, as values. Platforms render them; nothing here knows a platform.

A lasting message gets a `slot` if it shall be changed later: `Send` with a slot remembers which platform message it
became, `Edit` with that slot changes it in place (and sends it where there is none yet).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, Protocol

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

Platform = Literal["telegram", "discord", "web"]
Kind = Literal["reply", "notice", "nudge"]
"""reply: the answer to somebody. notice: a board, a result. nudge: unasked; dropped when in doubt or late."""

ACTION_BYTES = 64
"""Upper bound of a button's action in UTF-8 (Telegram's callback data)."""

_FROZEN = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, config=_FROZEN)
class AccountRef:
    """A person's account on a platform."""

    platform: Platform
    user_id: str


@dataclass(frozen=True, slots=True, config=_FROZEN)
class ChatRef:
    """Where people talk. `thread` is a Telegram topic id; a Discord thread is a chat of its own."""

    platform: Platform
    chat_id: str
    kind: Literal["private", "group"] = "private"
    thread: str | None = None


@dataclass(frozen=True, slots=True, config=_FROZEN)
class MessageRef:
    """One message of a platform."""

    chat: ChatRef
    message_id: str


@dataclass(frozen=True, slots=True, config=_FROZEN)
class Button:
    """A button. `action` comes back in a `ButtonPress`, or `url` opens; exactly one of the two."""

    label: str
    action: str | None = None
    url: str | None = None
    style: Literal["normal", "primary", "danger"] = "normal"

    def __post_init__(self) -> None:
        if (self.action is None) == (self.url is None):
            raise ValueError("a button has either an action or a url")
        if self.action is not None and len(self.action.encode()) > ACTION_BYTES:
            raise ValueError(f"action longer than {ACTION_BYTES} bytes: {self.action!r}")


@dataclass(frozen=True, slots=True, config=_FROZEN)
class Attachment:
    """A file or picture sent along; `content` is base64 text. `alt` says what a picture shows."""

    filename: str
    media_type: str
    content: str
    alt: str = ""

    @property
    def is_image(self) -> bool:
        return self.media_type.startswith("image/")


@dataclass(frozen=True, slots=True, config=_FROZEN)
class Message:
    """A message: text in the Markdown subset of `core.text`, rows of buttons, one attachment."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True, config=_FROZEN)
class Send:
    """A new message. `reply_token` is the event's, copied by the Coach: a platform can answer in its own way."""

    chat: ChatRef
    message: Message
    kind: Kind = "reply"
    slot: str | None = None
    reply_to: str | None = None
    reply_token: str | None = None
    expires_at: datetime | None = None
    silent: bool = False
    pin: bool = False
    type: Literal["send"] = "send"


@dataclass(frozen=True, slots=True, config=_FROZEN)
class Edit:
    """A change in place of the message in `slot` (or of `message_id`). With neither known any more, the message is sent
    anew, unless `cosmetic`. Cosmetic edits are joined (the newest wins) and shed first when a limit is near."""

    chat: ChatRef
    message: Message
    slot: str | None = None
    message_id: str | None = None
    cosmetic: bool = False
    type: Literal["edit"] = "edit"


@dataclass(frozen=True, slots=True, config=_FROZEN)
class React:
    """An emoji on somebody's message; platforms without that emoji take their nearest or send nothing."""

    message: MessageRef
    emoji: str
    type: Literal["react"] = "react"


@dataclass(frozen=True, slots=True, config=_FROZEN)
class Ask:
    """A question whose answer is typed: Telegram forces a reply in groups, Discord offers a modal behind a button, the
    web puts the placeholder into the input. `field` names what is asked, e.g. `weight_kg`."""

    chat: ChatRef
    message: Message
    field: str
    placeholder: str = ""
    reply_to: str | None = None
    reply_token: str | None = None
    type: Literal["ask"] = "ask"


Effect = Send | Edit | React | Ask
EFFECT: TypeAdapter[Effect] = TypeAdapter(Effect)


@dataclass(frozen=True, slots=True, config=_FROZEN)
class Receipt:
    """What a platform answered to a send: the message it became."""

    chat: ChatRef
    message_id: str


class Live(Protocol):
    """Fleeting signs of life, straight to the platform, never stored; failures are swallowed by the implementation."""

    async def typing(self, chat: ChatRef) -> None:
        """Show that an answer is being written."""

    async def draft(self, chat: ChatRef, draft_id: str, text: str) -> None:
        """Show the answer so far (a streamed reply); the lasting message follows through the outbox. `text` empty: the
        draft ends."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A command as the platform's menu shows it: descriptions by language (`en`, `zh-Hans`)."""

    name: str
    descriptions: Mapping[str, str]
    in_groups: bool = True
    takes_text: bool = False
