"""What the Discord contract tests share: a coach that records, a cursor in memory, an adapter that runs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from pydantic import SecretStr

from bots.discord.adapter import DiscordAdapter
from bots.sending import MenuItem
from core.errors import StoreAway
from core.events import Ack, Event, PlatformEvent, TextMessage
from core.messages import Button, ChatRef, Message, Send
from core.settings import Discord
from tests.fixtures.discord_api import FakeDiscord

MENU = (
    MenuItem("today", {"en": "Today's session", "zh-Hans": "今天的训练"}),
    MenuItem("me", {"en": "What I know about you", "zh-Hans": "我了解的你"}, in_groups=False),
    MenuItem("challenge", {"en": "Start a challenge", "zh-Hans": "发起挑战"}, takes_text=True),
)


class MemoryCursor:
    def __init__(self) -> None:
        self.positions: dict[str, str] = {}

    async def get(self, channel_id: str) -> str | None:
        return self.positions.get(channel_id)

    async def set(self, channel_id: str, message_id: str) -> None:
        self.positions[channel_id] = message_id

    async def channels(self) -> Collection[str]:
        return list(self.positions)


@dataclass
class RecordingCoach:
    """Claims events as the real one does. `away`: how often the store is not there; `then` runs after the commit."""

    events: list[PlatformEvent] = field(default_factory=list)
    duplicates: int = 0
    away: int = 0
    toast: str | None = None
    then: Callable[[PlatformEvent], Awaitable[None]] | None = None
    pause_s: float = 0.0
    running: int = 0
    most_running: int = 0

    async def __call__(self, event: Event) -> Ack:
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        try:
            return await self._take(event)  # type: ignore[arg-type]
        finally:
            self.running -= 1

    async def _take(self, event: PlatformEvent) -> Ack:
        await asyncio.sleep(self.pause_s)
        if self.away > 0:
            self.away -= 1
            raise StoreAway
        if any(known.id == event.id for known in self.events):
            self.duplicates += 1
            return Ack(duplicate=True)
        self.events.append(event)
        if self.then is not None:
            await self.then(event)
        return Ack(toast=self.toast)

    @property
    def texts(self) -> list[str]:
        return [event.text for event in self.events if isinstance(event, TextMessage)]

    async def has(self, count: int) -> list[PlatformEvent]:
        async with asyncio.timeout(10):
            while len(self.events) < count:
                await asyncio.sleep(0.01)
        return self.events


def adapter_of(
    discord: FakeDiscord, coach: RecordingCoach, cursor: MemoryCursor, hang_s: float = 0.3
) -> DiscordAdapter:
    settings = Discord(token=SecretStr(discord.token), api_url=discord.api_url, gateway_url=discord.gateway_url)
    return DiscordAdapter(settings, coach, MENU, cursor, hang_s=hang_s)


@asynccontextmanager
async def running(
    discord: FakeDiscord, coach: RecordingCoach, cursor: MemoryCursor | None = None, hang_s: float = 0.3
) -> AsyncIterator[DiscordAdapter]:
    """An adapter that is connected, and is stopped in the end."""
    adapter = adapter_of(discord, coach, cursor or MemoryCursor(), hang_s)
    stop = asyncio.Event()
    task = asyncio.create_task(adapter.run(stop))
    try:
        ready = asyncio.create_task(discord.wait_ready())
        await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        if task.done():
            task.result()
        yield adapter
    finally:
        stop.set()
        try:
            await task
        finally:
            await adapter.close()


def reply(chat: ChatRef, text: str = "Well done", *buttons: Button, token: str | None = None) -> Send:
    return Send(chat, Message(text, (buttons,) if buttons else ()), reply_token=token)
