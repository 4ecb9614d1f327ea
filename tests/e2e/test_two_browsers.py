"""Two browsers in one room, the real coach behind them: a challenge from its first tap to its result."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.domain.challenges import Challenge
from core.handlers.board import aggregate
from tests.e2e.whole import Whole, eventually, whole
from tests.fixtures.browser import Browser, Tab, chromium

IN_A_ROOM = "document.querySelector('#head-title').textContent === 'Runners'"
BOARD = "[...document.querySelectorAll('.msg.bot')].filter((m) => m.querySelector('[data-action^=\"join:\"]')).at(-1)"
LINES = "[...document.querySelectorAll('.msg.bot')].find((m) => m.dataset.id === {board!r})?.innerText ?? ''"
SETTLED = "!document.querySelector('[aria-busy=true]')"


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[Browser]:
    async with chromium(tmp_path) as browser:
        yield browser
        assert browser.errors == []


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[Whole]:
    async with whole(tmp_path, chats=False) as world:
        yield world


class Player:
    """Somebody at a page."""

    def __init__(self, tab: Tab, pictures: Path) -> None:
        self.tab = tab
        self._pictures = pictures

    async def say(self, words: str) -> None:
        await self.tab.type("#text", words)
        await self.tab.click("#send")

    async def tap(self, action: str) -> None:
        await self.tab.click(f"[data-action^='{action}']")
        await self.tab.until(SETTLED)

    async def board(self) -> str:
        """The id of the living board's message: the rule card before it can be joined too, but names nobody."""
        await self.tab.until(f"{BOARD}?.innerText.includes('▫️')")
        return str(await self.tab.js(f"{BOARD}.dataset.id"))

    async def reads(self, board: str, *words: str) -> None:
        """The board's message says all this."""
        lines = LINES.format(board=board)
        await self.tab.until(" && ".join(f"({lines}).includes({word!r})" for word in words), 15)

    async def reacted(self, words: str) -> None:
        """The coach's reaction stands on the message."""
        said = f"[...document.querySelectorAll('.msg')].find((m) => m.innerText.includes({words!r}))"
        await self.tab.until(f"{said}?.querySelector('.reacts')")

    async def picture(self, name: str) -> None:
        await self.tab.js("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        await self.tab.picture(self._pictures / f"{name}.png")


async def test_a_challenge_from_its_first_tap_to_its_result(world: Whole, browser: Browser, tmp_path: Path) -> None:
    anna, ben = await in_one_room(world, browser, tmp_path)
    board = await a_challenge(anna, ben)
    await both_log(anna, ben, board)
    await reload_loses_nothing(ben, board)
    cid = await only_the_owner_ends_it(anna, ben)
    await anna.tap("cend:")
    await result(world, anna, ben, board, cid)


async def in_one_room(world: Whole, browser: Browser, pictures: Path) -> tuple[Player, Player]:
    """Anna's desktop in English, Ben's phone in Chinese."""
    home = f"http://127.0.0.1:{world.port}/"
    anna = Player(await browser.tab(home), pictures)
    await anna.tab.click("#room-new")
    await anna.tab.type("#ask-title", "Runners")
    await anna.tab.type("#ask-name", "Anna")
    await anna.tab.click("#dialog .solid")
    await anna.tab.until("location.pathname.startsWith('/r/')")
    link = await anna.tab.js("location.href")
    ben = Player(await browser.tab(link, languages="zh-CN", width=390, height=844), pictures)
    await ben.tab.type("#ask-name", "小本")
    await ben.tab.click("#dialog .solid")
    for each in (anna, ben):
        await each.tab.until(IN_A_ROOM)
    assert await ben.tab.js("document.documentElement.lang") == "zh-Hans"
    return anna, ben


async def a_challenge(anna: Player, ben: Player) -> str:
    """Asked for, chosen with a tap, joined with a tap; the living board's id, the same on both pages."""
    await anna.say("/challenge")
    await anna.tab.until("document.querySelector('[data-action=\"challenge:t:minutes_total\"]')")
    await anna.picture("templates")
    await anna.tap("challenge:t:minutes_total")
    board = await anna.board()
    await ben.tab.until(f"{BOARD}?.dataset.id === {board!r}")
    await ben.tab.click("[data-id='" + board + "'] [data-action^='join:']")
    await anna.reads(board, "Anna", "小本")
    await ben.picture("joined-phone")
    return board


async def both_log(anna: Player, ben: Player, board: str) -> None:
    """A reaction on what was said, and the one board changes in place."""
    await anna.say("@coach ran 30 minutes")
    await anna.reacted("ran 30 minutes")
    await ben.say("@加油 跑了45分钟")
    await ben.reacted("跑了45分钟")
    for each in (anna, ben):
        await each.reads(board, "45", "30", "🥇", "🥈")
    await anna.picture("board")
    await ben.picture("board-phone")


async def reload_loses_nothing(ben: Player, board: str) -> None:
    before = await ben.tab.js("document.querySelectorAll('.msg').length")
    await ben.tab.go(await ben.tab.js("location.href"))
    await ben.tab.until(IN_A_ROOM)
    await ben.tab.until(f"document.querySelectorAll('.msg').length === {before}")
    await ben.reads(board, "45", "30")


async def only_the_owner_ends_it(anna: Player, ben: Player) -> str:
    """One question "are you sure?", to the owner; the challenge's id."""
    await ben.say("/end")
    await ben.tab.until(SETTLED)
    await anna.say("/end")
    asked = "[...document.querySelectorAll('[data-action^=\"cend:\"]')]"
    await anna.tab.until(f"{asked}.length")
    [sure] = await anna.tab.js(f"{asked}.map((button) => button.dataset.action)")
    await anna.picture("sure")
    return str(sure).split(":")[1]


async def result(world: Whole, anna: Player, ben: Player, board: str, cid: str) -> None:
    """The result on both pages; the board stays, without buttons."""
    for each in (anna, ben):
        await each.tab.sees("🏆")
        await each.tab.until(f"!document.querySelector('[data-id=\"{board}\"] [data-action]')")
    await anna.picture("result")
    await ben.picture("result-phone")
    ended = await eventually(lambda: challenge(world, cid), lambda found: found.state == "ended")
    assert ended.result is not None
    assert [(place.rank, place.value) for place in ended.result] == [(1, 45.0), (2, 30.0)]


async def challenge(world: Whole, cid: str) -> Challenge:
    found = (await world.store.load(aggregate(cid))).docs["challenge"]
    assert isinstance(found, Challenge)
    return found
