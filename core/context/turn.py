"""What both kinds of turns have: the event, the words, the one reply, further effects, the toast."""

from __future__ import annotations

from datetime import datetime

from core.events import Base, ButtonPress, Command, TextMessage
from core.i18n import Value, Words
from core.messages import Attachment, Button, ChatRef, Edit, Effect, Message, MessageRef, React, Send


class Reply:
    """The one message that answers an event: paragraphs, rows of buttons, perhaps a file."""

    def __init__(self, words: Words, language: str) -> None:
        self.words = words
        self.language = language
        self.paragraphs: list[str] = []
        self.rows: list[tuple[Button, ...]] = []
        self.attachment: Attachment | None = None
        self.in_place = False
        self.slot: str | None = None
        self.quotes: str | None = None
        """Id of the message it answers, where that is not the one just above."""

    def say(self, message_id: str, **values: Value) -> None:
        """Add a paragraph by its message id."""
        self.paragraphs.append(self.words(self.language, message_id, **values))

    def text(self, paragraph: str) -> None:
        """Add a paragraph already worded."""
        if paragraph:
            self.paragraphs.append(paragraph)

    def button(self, label_id: str, action: str, *, primary: bool = False, danger: bool = False) -> Button:
        style = "danger" if danger else "primary" if primary else "normal"
        return Button(self.words(self.language, label_id), action, style=style)  # type: ignore[arg-type]

    def reset(self) -> None:
        """Take back everything said so far: something more important is to be said instead."""
        self.paragraphs.clear()
        self.rows.clear()
        self.in_place = False
        self.slot = None
        self.quotes = None

    def row(self, *buttons: Button) -> None:
        if buttons:
            self.rows.append(buttons)

    @property
    def message(self) -> Message | None:
        if not self.paragraphs and self.attachment is None:
            return None
        return Message("\n\n".join(self.paragraphs), tuple(self.rows), self.attachment)


class Turn:
    """What is said about one event, and to whom."""

    def __init__(self, event: Base, now: datetime, words: Words, language: str) -> None:
        self.event = event
        self.now = now
        self.words = words
        self.reply = Reply(words, language)
        self.effects: list[Effect] = []
        self.toast: str | None = None

    @property
    def language(self) -> str:
        return self.reply.language

    @language.setter
    def language(self, language: str) -> None:
        self.reply.language = language

    @property
    def chat(self) -> ChatRef:
        return self.event.chat

    @property
    def said_in(self) -> MessageRef | None:
        """The person's own message that this event is about."""
        return self.event.message if isinstance(self.event, TextMessage | Command) else None

    @property
    def pressed(self) -> MessageRef | None:
        """The coach's message whose button was pressed."""
        return self.event.message if isinstance(self.event, ButtonPress) else None

    def word(self, message_id: str, **values: Value) -> str:
        return self.words(self.language, message_id, **values)

    def say(self, message_id: str, **values: Value) -> None:
        self.reply.say(message_id, **values)

    def notify(self, message_id: str, **values: Value) -> None:
        """A short private notice for a press (a toast); said as a reply where the event cannot carry one."""
        if isinstance(self.event, ButtonPress):
            self.toast = self.word(message_id, **values)
        else:
            self.say(message_id, **values)

    def react(self, emoji: str) -> None:
        if self.said_in is not None:
            self.effects.append(React(self.said_in, emoji))

    def all_effects(self) -> list[Effect]:
        """The reply as an effect, then the others."""
        message = self.reply.message
        if message is None:
            return list(self.effects)
        return [self._reply_effect(message), *self.effects]

    def _reply_effect(self, message: Message) -> Effect:
        if self.reply.in_place and self.pressed is not None:
            return Edit(self.chat, message, message_id=self.pressed.message_id, slot=self.reply.slot)
        if self.reply.in_place and self.reply.slot is not None:
            return Edit(self.chat, message, slot=self.reply.slot)
        answered = self.said_in.message_id if self.chat.kind == "group" and self.said_in else None
        return Send(
            self.chat,
            message,
            slot=self.reply.slot,
            reply_to=self.reply.quotes or answered,
            reply_token=self.event.reply_token,
        )
