"""A platform that notes what it is sent, and an outbox to fill."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from bots.delivery import deliver
from bots.limits import UNLIMITED, Limits
from core.events import Ack, Event
from core.messages import ChatRef, Edit, Effect, Message, MessageRef, Platform, Receipt, Send
from core.state.store import Store
from core.state.types import Aggregate, Commit, Lane, Outgoing

Answer = Exception | None


def chat(number: int = 1, platform: Platform = "telegram", kind: Any = "private") -> ChatRef:
    return ChatRef(platform, str(number), kind)


def say(text: str, number: int = 1, **more: Any) -> Send:
    platform: Platform = more.pop("platform", "telegram")
    return Send(chat(number, platform, more.pop("in_", "private")), Message(text), **more)


def change(text: str, slot: str | None = "board", number: int = 1, **more: Any) -> Edit:
    return Edit(chat(number, more.pop("platform", "telegram")), Message(text), slot=slot, **more)


class FakePlatform:
    """Answers each send as told: `script[text]` are the errors of the first attempts."""

    def __init__(self, platform: Platform = "telegram") -> None:
        self.platform: Platform = platform
        self.script: dict[str, list[Answer]] = {}
        self.attempts: list[str] = []
        self.sent: list[str] = []
        self.effects: list[Effect] = []
        self.targets: list[str | None] = []
        self.at: list[float] = []
        self.delay_s = 0.0
        self._some = asyncio.Event()

    async def send(self, effect: Effect, *, nonce: str, target: MessageRef | None) -> Receipt | None:
        text = effect.message.text if isinstance(effect.message, Message) else "reaction"
        self.attempts.append(text)
        if self.delay_s:
            await asyncio.sleep(self.delay_s)
        answer = (self.script.get(text) or [None]).pop(0)
        if answer is not None:
            raise answer
        self.sent.append(text)
        self.effects.append(effect)
        self.targets.append(None if target is None else target.message_id)
        self.at.append(asyncio.get_running_loop().time())
        self._some.set()
        if isinstance(effect.message, MessageRef):
            return None
        return Receipt(effect.chat, target.message_id if target else f"m{len(self.sent)}")

    async def until(self, condition: Callable[[], bool], seconds: float = 10) -> None:
        async with asyncio.timeout(seconds):
            while not condition():
                await asyncio.sleep(0.005)

    async def has_sent(self, count: int) -> list[str]:
        await self.until(lambda: len(self.sent) >= count)
        return self.sent


class Core:
    """Takes events and notes them."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    async def handle(self, event: Event) -> Ack:
        self.events.append(event)
        return Ack()


async def put(store: Store, *effects: Effect, lane: Lane = "telegram", owner: str = "c1") -> None:
    """Into the outbox, in one commit."""
    aggregate = Aggregate("chat", owner)
    revision = (await store.load(aggregate)).revision
    await store.commit(Commit(aggregate, revision, outbox=tuple(Outgoing(lane, effect) for effect in effects)))


async def empty(store: Store, lane: Lane = "telegram") -> None:
    """Until nothing waits in the lane any more."""
    async with asyncio.timeout(10):
        while (await store.outbox.backlog())[lane]:
            await asyncio.sleep(0.01)


@asynccontextmanager
async def delivering(
    store: Store,
    platform: FakePlatform,
    core: Core | None = None,
    limits: Limits = UNLIMITED,
    *,
    alone: bool = False,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> AsyncIterator[asyncio.Event]:
    stop = asyncio.Event()
    handle = (core or Core()).handle
    loop = asyncio.create_task(
        deliver(
            store, platform, handle, stop, lane=platform.platform, limits=limits, alone=alone, clock=clock, block_ms=20
        )
    )
    try:
        yield stop
    finally:
        stop.set()
        await asyncio.wait_for(loop, 10)
