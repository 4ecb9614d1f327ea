"""Dialogues through `Coach.handle` on a real store: what somebody says or presses, and what comes out of the outbox."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from core.coach import Coach
from core.context import Desk, Docs
from core.domain.person import Person
from core.domain.records import Entry, fold
from core.events import (
    Ack,
    Author,
    ButtonPress,
    ChatChanged,
    Command,
    Due,
    Event,
    Internal,
    MessageDeleted,
    TextMessage,
)
from core.i18n import Words
from core.llm.talk import ChatModel
from core.messages import AccountRef, Ask, Button, ChatRef, Edit, Effect, Message, MessageRef, Platform, React, Send
from core.settings import LLM
from core.state.store import Store
from core.state.types import Aggregate, OutboxItem

START = datetime(2024, 6, 3, 9, 0, tzinfo=UTC)
"""A Monday, in the past: for the server, whose own clock says what is due, everything is."""
WORDS = Words(strict=True)


class Quiet:
    """Signs of life, noted."""

    def __init__(self) -> None:
        self.drafts: list[str] = []

    async def typing(self, chat: ChatRef) -> None:
        pass

    async def draft(self, chat: ChatRef, draft_id: str, text: str) -> None:
        self.drafts.append(text)


@dataclass
class Out:
    """What one event led to."""

    ack: Ack
    effects: list[Effect] = field(default_factory=list)

    @property
    def messages(self) -> list[Message]:
        return [effect.message for effect in self.effects if isinstance(effect, Send | Edit | Ask)]

    @property
    def text(self) -> str:
        return "\n\n".join(message.text for message in self.messages)

    @property
    def buttons(self) -> list[Button]:
        return [button for message in self.messages for row in message.buttons for button in row]

    @property
    def actions(self) -> list[str]:
        return [button.action for button in self.buttons if button.action]

    @property
    def reactions(self) -> list[str]:
        return [effect.emoji for effect in self.effects if isinstance(effect, React)]

    def to(self, chat: ChatRef) -> list[Effect]:
        return [e for e in self.effects if not isinstance(e, React) and e.chat == chat]


class World:
    """A coach on a store with a clock that tests set; lanes are read after every event."""

    def __init__(self, store: Store, model: ChatModel | None = None) -> None:
        self.store = store
        self.now = START
        self.live = Quiet()
        self.model = model or ChatModel(LLM())
        self.desk = Desk(store, WORDS, self.model, self.live)
        self.coach = Coach(self.desk, clock=lambda: self.now)
        self._ids = count(1)

    def new_id(self, platform: str) -> str:
        return f"{platform}:{next(self._ids)}"

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)

    async def handle(self, event: Event) -> Out:
        """The event, then every follow-up of the core it leads to."""
        ack = await self.coach.handle(event)
        return Out(ack, await self.drained())

    async def drained(self) -> list[Effect]:
        effects: list[Effect] = []
        while items := await self._read():
            for item in items:
                if item.effect is not None:
                    effects.append(item.effect)
                elif item.internal is not None:
                    values = item.internal
                    follow_up = Internal(
                        f"core:{item.id}", self.now, "score", values["person_id"], values["challenge_id"]
                    )
                    await self.coach.handle(follow_up)
            await self.store.outbox.done_many(items)
        return effects

    async def _read(self) -> list[OutboxItem]:
        items: list[OutboxItem] = []
        for lane in ("telegram", "discord", "web", "core"):
            items.extend(await self.store.outbox.read(lane, "test", 100, 0))
        return items

    async def tick(self) -> Out:
        """Everything that is due by the world's clock."""
        out = Out(Ack())
        for item in await self.store.due.claim(100, 0.01):
            if item.due_at > self.now:
                continue
            event = Due(
                f"due:{item.owner.kind}:{item.owner.id}:{item.kind}:{int(item.due_at.timestamp())}",
                self.now,
                item.owner.kind,
                item.owner.id,
                item.kind,
                item.lease,
            )
            done = await self.handle(event)
            out.effects.extend(done.effects)
        return out


class Dialogue:
    """One person in one chat."""

    def __init__(
        self,
        world: World,
        *,
        user: str = "1",
        name: str = "Ann",
        language: str | None = "en",
        platform: Platform = "telegram",
        group: str | None = None,
        zone: str | None = None,
        is_admin: bool = False,
    ) -> None:
        self.world = world
        self.author = Author(AccountRef(platform, user), name, language, is_admin=is_admin, zone=zone)
        self.chat = ChatRef(platform, group, "group") if group else ChatRef(platform, user)
        self._messages = count(int(user) * 1000 if user.isdecimal() else 1)
        self.last: MessageRef | None = None

    def _id(self) -> str:
        return self.world.new_id(self.chat.platform)

    async def say(self, text: str, *, event_id: str | None = None) -> Out:
        self.last = MessageRef(self.chat, str(next(self._messages)))
        return await self.world.handle(
            TextMessage(event_id or self._id(), self.world.now, self.chat, self.author, text=text, message=self.last)
        )

    async def edit(self, text: str, message: MessageRef | None = None) -> Out:
        target = message or self.last
        assert target is not None
        return await self.world.handle(
            TextMessage(self._id(), self.world.now, self.chat, self.author, text=text, message=target, edited=True)
        )

    async def delete(self, message: MessageRef | None = None) -> Out:
        target = message or self.last
        assert target is not None
        return await self.world.handle(
            MessageDeleted(self._id(), self.world.now, self.chat, self.author, message=target)
        )

    async def command(self, line: str, *, event_id: str | None = None) -> Out:
        name, _, args = line.removeprefix("/").partition(" ")
        self.last = MessageRef(self.chat, str(next(self._messages)))
        return await self.world.handle(
            Command(
                event_id or self._id(), self.world.now, self.chat, self.author, name=name, args=args, message=self.last
            )
        )

    async def press(self, action: str, *, on: str = "9", event_id: str | None = None) -> Out:
        message = MessageRef(self.chat, on)
        return await self.world.handle(
            ButtonPress(event_id or self._id(), self.world.now, self.chat, self.author, action=action, message=message)
        )

    async def changed(self, change: str, **more: object) -> Out:
        return await self.world.handle(
            ChatChanged(self._id(), self.world.now, self.chat, self.author, change=change, **more)  # type: ignore[arg-type]
        )

    async def pid(self) -> str:
        found = await self.world.store.person_of(self.author.account)
        assert found is not None
        return found

    async def docs(self) -> Docs:
        snapshot = await self.world.store.load(Aggregate("person", await self.pid()))
        person = snapshot.docs["person"]
        assert isinstance(person, Person)
        return Docs.of(snapshot, person)

    async def entries(self) -> list[Entry]:
        """The ledger as it counts."""
        lines = await self.world.store.ledger(Aggregate("person", await self.pid()))
        return [entry for entry in fold(lines).values() if entry.status == "ok"]


Talker = Callable[..., Dialogue]
Wait = Callable[[], Awaitable[None]]


async def settle(world: World) -> list[Effect]:
    """Until the model's answers under way are committed."""
    await asyncio.gather(*world.coach.answering.tasks)
    return await world.drained()
