"""What happens to the coach, as values: a platform's `inbound` or the clock makes them, `Coach.handle` takes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from core.messages import AccountRef, ChatRef, MessageRef, Platform


@dataclass(frozen=True, slots=True)
class Author:
    """Who did it. `language` is the platform's hint (BCP 47), `is_admin` the platform's role in a group."""

    account: AccountRef
    name: str
    language: str | None = None
    is_admin: bool = False
    zone: str | None = None
    """IANA zone the platform knows of (a browser's), else `None`."""


@dataclass(frozen=True, slots=True)
class Base:
    """`id` is the same however often the platform delivers the event, and unique over all platforms
    (`telegram:<bot>:<update_id>`, `discord:<message or interaction id>`, `web:<uuid>`). `at` is UTC."""

    id: str
    at: datetime
    chat: ChatRef
    author: Author
    reply_token: str | None = field(default=None, kw_only=True)
    """Opaque to the core: lets the platform's sender answer in its own way (a Discord interaction)."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file a person sent. `fetch` names it to its platform; content is fetched only when wanted."""

    fetch: str
    filename: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class TextMessage(Base):
    """Words. `edited` means that the message `message` was said before and now reads like this."""

    text: str
    message: MessageRef
    edited: bool = False
    addressed: bool = True
    """In a group: it mentions the bot or replies to it. The rest of a group's talk is not even delivered."""
    reply_to: MessageRef | None = None
    uploads: tuple[Upload, ...] = ()


@dataclass(frozen=True, slots=True)
class Command(Base):
    """A slash command: `name` without slash, lower case; `args` is the rest of the line."""

    name: str
    args: str
    message: MessageRef | None = None
    values: tuple[tuple[str, str], ...] = ()
    """Named options (Discord) as given."""


@dataclass(frozen=True, slots=True)
class ButtonPress(Base):
    """A press on one of the coach's buttons; `message` is the message that carries it."""

    action: str
    message: MessageRef
    values: tuple[tuple[str, str], ...] = ()
    """What a form behind the button was filled with (a Discord modal)."""


@dataclass(frozen=True, slots=True)
class Reaction(Base):
    """An emoji put on (or, `removed`, taken from) a message."""

    emoji: str
    message: MessageRef
    removed: bool = False


@dataclass(frozen=True, slots=True)
class MessageDeleted(Base):
    """Somebody deleted their message (only some platforms tell)."""

    message: MessageRef


@dataclass(frozen=True, slots=True)
class ChatChanged(Base):
    """The chat itself changed. `blocked`/`unblocked`: the person stopped or restarted the bot; `joined`/`left`: the bot
    was added to or removed from a group; `migrated`: the group lives on as `successor`."""

    change: Literal["blocked", "unblocked", "joined", "left", "migrated"]
    successor: ChatRef | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """The clock: `kind` fell due for an aggregate (see `core.state.due`). Its id is the same for one occasion."""

    id: str
    at: datetime
    owner_kind: Literal["person", "chat", "challenge"]
    owner_id: str
    kind: str
    lease: int
    """The claimed index score, in ms: the commit is refused if somebody else has claimed it since."""


@dataclass(frozen=True, slots=True)
class Internal:
    """The core's own follow-up across shards, delivered through the outbox (a person's score in a challenge)."""

    id: str
    at: datetime
    kind: Literal["score"]
    person_id: str
    challenge_id: str


PlatformEvent = TextMessage | Command | ButtonPress | Reaction | MessageDeleted | ChatChanged
Event = PlatformEvent | Due | Internal

__all__ = [
    "Author",
    "Base",
    "ButtonPress",
    "ChatChanged",
    "Command",
    "Due",
    "Event",
    "Internal",
    "MessageDeleted",
    "Platform",
    "PlatformEvent",
    "Reaction",
    "TextMessage",
    "Upload",
]


@dataclass(frozen=True, slots=True)
class Ack:
    """`Coach.handle` committed (or found nothing to do): the adapter may acknowledge the event.

    `toast`: a short private notice for a button press or slash command (Telegram's callback answer, Discord's ephemeral
    follow-up, a toast on the web); fleeting. `duplicate`: this event had been handled before."""

    toast: str | None = None
    duplicate: bool = False
