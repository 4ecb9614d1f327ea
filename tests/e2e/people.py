"""People at the three doors, with one set of hands: what they do, and what they see of the coach."""

from __future__ import annotations

import asyncio
import uuid
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from core.messages import AccountRef, Platform
from tests.e2e.whole import SETTLE_S, until
from tests.fixtures.discord_api import FakeDiscord
from tests.fixtures.discord_world import BOT_ID, LOADING
from tests.fixtures.telegram_api import FakeTelegram
from tests.fixtures.web_client import Person as Page
from tests.fixtures.web_client import text as text_of

_TELEGRAM_USERS = count(1001)
_TELEGRAM_GROUPS = count(-2001, -1)


@dataclass(frozen=True, slots=True)
class Seen:
    """A message of the coach as it stands now. `files`: their names."""

    id: str
    text: str
    actions: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    def action(self, beginning: str) -> str:
        """The button whose action begins so."""
        found = [action for action in self.actions if action.startswith(beginning)]
        assert found, f"no {beginning} among {self.actions} under {self.text!r}"
        return found[0]

    def offers(self, beginning: str) -> bool:
        return any(action.startswith(beginning) for action in self.actions)


Test = Callable[[Seen], bool]


def anything(_: Seen) -> bool:
    return True


def offering(*beginnings: str) -> Test:
    return lambda seen: all(seen.offers(beginning) for beginning in beginnings)


def saying(words: str) -> Test:
    return lambda seen: words in seen.text


class Someone(ABC):
    """One person in one chat. What changes is noticed against what they saw when they last did something."""

    platform: Platform

    def __init__(self, language: str) -> None:
        self.language = language
        self._before: dict[str, Seen] = {}

    # ---- hands
    @abstractmethod
    async def _say(self, text: str) -> str: ...

    @abstractmethod
    async def _edit(self, message: str, text: str) -> None: ...

    @abstractmethod
    async def _press(self, message: str, action: str) -> None: ...

    @abstractmethod
    def seen(self) -> Sequence[Seen]:
        """The coach's messages, oldest first."""

    @abstractmethod
    def reactions(self, message: str) -> Sequence[str]:
        """The coach's on a message."""

    @abstractmethod
    def drafts(self) -> bool:
        """Whether an answer was seen in the making (on Discord: that the coach was writing)."""

    @abstractmethod
    async def read(self, message: Seen) -> bytes:
        """The message's file."""

    @property
    @abstractmethod
    def account(self) -> AccountRef: ...

    async def say(self, text: str) -> str:
        """The message's id."""
        self._look()
        return await self._say(text)

    async def command(self, line: str) -> None:
        self._look()
        await self._command(line)

    async def _command(self, line: str) -> None:
        await self._say(line)

    async def log(self, text: str) -> str:
        """Say it so that the coach hears it in a group."""
        return await self.say(text)

    async def write(self, line: str, test: Test = anything) -> Seen:
        """A command that is typed, not chosen from a menu."""
        return await self.ask(line, test)

    async def ask(self, text: str, test: Test = anything) -> Seen:
        """Say it; what is answered (or changed) that passes the test."""
        await self.say(text)
        return await self.news(test)

    async def order(self, line: str, test: Test = anything) -> Seen:
        await self.command(line)
        return await self.news(test)

    async def edit(self, message: str, text: str, test: Test = anything) -> Seen:
        self._look()
        await self._edit(message, text)
        return await self.news(test)

    async def tap(self, message: Seen, action: str) -> None:
        self._look()
        await self._press(message.id, message.action(action))

    async def press(self, message: Seen, action: str, test: Test = anything) -> Seen:
        await self.tap(message, action)
        return await self.news(test)

    # ---- eyes
    def _look(self) -> None:
        self._before = {seen.id: seen for seen in self.seen()}

    async def news(self, test: Test = anything, seconds: float = SETTLE_S) -> Seen:
        """The newest message that is new or changed since the last deed, and passes the test."""

        def fresh() -> Seen | None:
            new = (seen for seen in self.seen() if self._before.get(seen.id) != seen and test(seen))
            return next(iter(sorted(new, key=self._order, reverse=True)), None)

        found = await until(fresh, seconds, about=lambda: f"{self.platform}: {self.seen()[-3:]}")
        assert found is not None
        return found

    def _order(self, seen: Seen) -> int:
        return [each.id for each in self.seen()].index(seen.id)

    async def finds(self, test: Test, seconds: float = SETTLE_S) -> Seen:
        """A message that passes the test, new or not."""

        def found() -> Seen | None:
            return next((seen for seen in reversed(self.seen()) if test(seen)), None)

        there = await until(found, seconds, about=lambda: f"{self.platform}: {self.seen()[-3:]}")
        assert there is not None
        return there

    async def reacted(self, message: str) -> None:
        await until(lambda: self.reactions(message), about=lambda: f"no reaction on {message}")

    async def quiet(self, seconds: float = 0.4) -> None:
        """Nothing new comes."""
        self._look()
        await asyncio.sleep(seconds)
        assert {seen.id: seen for seen in self.seen()} == self._before


class OnTelegram(Someone):
    platform: Platform = "telegram"

    def __init__(self, fake: FakeTelegram, language: str, *, name: str = "Ann", group: int | None = None) -> None:
        super().__init__(language)
        self.fake = fake
        self.user = next(_TELEGRAM_USERS)
        self.chat = group or self.user
        fake.person(self.user, name, "zh-hans" if language == "zh-Hans" else language)

    def into(self, group: int) -> OnTelegram:
        """The same person in a group."""
        there = OnTelegram.__new__(OnTelegram)
        Someone.__init__(there, self.language)
        there.fake, there.user, there.chat = self.fake, self.user, group
        return there

    @staticmethod
    def group(fake: FakeTelegram, by: OnTelegram, title: str = "Friends") -> int:
        chat = next(_TELEGRAM_GROUPS)
        fake.room(chat, title)
        fake.admit(chat, by.user)
        return chat

    @property
    def account(self) -> AccountRef:
        return AccountRef("telegram", str(self.user))

    async def _say(self, text: str) -> str:
        return str(self.fake.say(self.chat, self.user, text))

    async def log(self, text: str) -> str:
        """A bot in privacy mode hears commands and replies."""
        return await self.say(text if self.chat > 0 else f"/log {text}")

    async def _edit(self, message: str, text: str) -> None:
        self.fake.edit(self.chat, int(message), text)

    async def _press(self, message: str, action: str) -> None:
        self.fake.press(self.chat, int(message), action, self.user)

    def drafts(self) -> bool:
        return any(draft["chat"] == self.chat and draft["text"] for draft in self.fake.drafts)

    async def read(self, message: Seen) -> bytes:
        file_id = self.fake.shown[self.chat][int(message.id)].file_id
        assert file_id is not None
        return self.fake.files[file_id]

    def seen(self) -> Sequence[Seen]:
        return [
            Seen(
                str(shown.id),
                shown.text,
                tuple(button["callback_data"] for row in shown.buttons for button in row if "callback_data" in button),
                (shown.filename or "",) if shown.media else (),
            )
            for shown in self.fake.from_bot(self.chat)
        ]

    def reactions(self, message: str) -> Sequence[str]:
        return self.fake.shown[self.chat][int(message)].reactions.get(int(self.fake.me["id"]), [])


class OnDiscord(Someone):
    platform: Platform = "discord"

    def __init__(self, fake: FakeDiscord, language: str, *, name: str = "Ann", channel: str | None = None) -> None:
        super().__init__(language)
        self.fake = fake
        self.user = fake.world.user(name)
        self.channel = channel or fake.world.dm(self.user)
        self.group = channel is not None

    def into(self, channel: str) -> OnDiscord:
        there = OnDiscord.__new__(OnDiscord)
        Someone.__init__(there, self.language)
        there.fake, there.user, there.channel, there.group = self.fake, self.user, channel, True
        return there

    @property
    def account(self) -> AccountRef:
        return AccountRef("discord", self.user)

    @property
    def _locale(self) -> str:
        return "zh-CN" if self.language == "zh-Hans" else "en-US"

    async def _say(self, text: str) -> str:
        return self.fake.world.say(self.user, text, self.channel)

    async def _command(self, line: str) -> None:
        name, _, text = line.removeprefix("/").partition(" ")
        self.fake.world.slash(self.user, name, text or None, self.channel, self._locale)

    async def log(self, text: str) -> str:
        return await self.say(f"<@{BOT_ID}> {text}" if self.group else text)

    async def _edit(self, message: str, text: str) -> None:
        self.fake.world.edit(message, text)

    async def _press(self, message: str, action: str) -> None:
        self.fake.world.press(self.user, message, action, self._locale)

    async def write(self, line: str, test: Test = anything) -> Seen:
        await self.log(line)
        return await self.news(test)

    def drafts(self) -> bool:
        return self.channel in self.fake.typing

    async def read(self, message: Seen) -> bytes:
        [file] = self.fake.world.find(message.id)["attachments"]
        return self.fake.world.files[file["id"]]

    def seen(self) -> Sequence[Seen]:
        return [_discord_seen(message) for message in self.fake.messages(self.channel) if _by_bot(message)]

    def reactions(self, message: str) -> Sequence[str]:
        return [emoji for to, emoji in self.fake.reactions if to == message]


def _by_bot(message: dict[str, Any]) -> bool:
    return message["author"]["id"] == BOT_ID and not message["flags"] & LOADING


def _discord_seen(message: dict[str, Any]) -> Seen:
    buttons = [button for row in message["components"] for button in row["components"]]
    actions = tuple(button["custom_id"] for button in buttons if "custom_id" in button)
    return Seen(message["id"], message["content"], actions, tuple(file["filename"] for file in message["attachments"]))


class OnWeb(Someone):
    platform: Platform = "web"

    def __init__(self, page: Page, language: str, *, chat: str = "dm") -> None:
        super().__init__(language)
        self.page = page
        self.chat = chat

    def into(self, chat: str) -> OnWeb:
        return OnWeb(self.page, self.language, chat=chat)

    @property
    def account(self) -> AccountRef:
        return AccountRef("web", str(self.page.me["uid"]))

    async def _do(self, **frame: str) -> str:
        """The frame's id, once the page knows that it was taken."""
        name = str(uuid.uuid4())
        since = len(self.page.frames)
        await self.page.put({"id": name, "chat": self.chat, **frame})
        answer = await self.page.frame(
            lambda each: each["t"] in ("ack", "nack") and each["id"] == name, since, seconds=SETTLE_S
        )
        assert answer["t"] == "ack", answer
        return name

    async def _say(self, text: str) -> str:
        return await self._do(t="say", text=text)

    async def log(self, text: str) -> str:
        return await self.say(text if self.chat == "dm" else f"@coach {text}")

    async def _edit(self, message: str, text: str) -> None:
        await self._do(t="edit", message=message, text=text)

    async def _press(self, message: str, action: str) -> None:
        await self._do(t="press", message=message, action=action)

    def drafts(self) -> bool:
        return any(frame["t"] == "live" and frame.get("spans") for frame in self.page.frames)

    async def read(self, message: Seen) -> bytes:
        [file] = self.page.entries[self.chat][message.id]["files"]
        async with self.page.session.get(self.page.base + file["url"]) as answer:
            assert answer.status == 200
            return await answer.read()

    def seen(self) -> Sequence[Seen]:
        return [_web_seen(entry) for entry in self.page.log(self.chat) if entry["author"] is None]

    def reactions(self, message: str) -> Sequence[str]:
        entry = self.page.entries[self.chat][message]
        return [emoji for emoji, who in entry["reactions"].items() if "bot" in who]


def _web_seen(entry: dict[str, Any]) -> Seen:
    actions = tuple(button["action"] for row in entry["buttons"] for button in row if "action" in button)
    return Seen(entry["id"], text_of(entry), actions, tuple(file["name"] for file in entry["files"]))
