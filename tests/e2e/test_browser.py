"""The page itself, in headless Chromium, over a real server and store."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.events import ButtonPress, TextMessage
from core.messages import Attachment, Button, ChatRef, Edit, Message, MessageRef
from core.settings import Web
from core.state.store import Store
from tests.fixtures.browser import Browser, Tab, chromium
from tests.fixtures.web_coach import Coach, answer, serving

PIXEL = base64.b64encode(
    base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
).decode()
COUNT = "document.querySelectorAll('.msg').length"
DELIVERED = "document.querySelector('[data-status=delivered]')"


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[Browser]:
    async with chromium(tmp_path) as browser:
        yield browser
        assert browser.errors == []


async def say(tab: Tab, words: str) -> None:
    await tab.type("#text", words)
    await tab.click("#send")


def dm_of(coach: Coach) -> ChatRef:
    return coach.events[-1].chat  # type: ignore[union-attr]


async def test_a_newcomer_says_hi_and_finds_everything_after_a_reload(store: Store, browser: Browser) -> None:
    reply = answer("Welcome, **friend** <img src=x onerror=alert(1)>")
    async with serving(store, Coach({"I ran 5k in 28 min": reply})) as (web, coach):
        tab = await browser.tab(f"http://127.0.0.1:{web.port}/")
        await tab.sees("Ready when you are.")
        await tab.click(".chips button:nth-child(2)")
        await tab.until(DELIVERED)
        await tab.until("document.querySelector('.msg.bot strong')?.textContent === 'friend'")
        assert await tab.js("document.querySelector('#log').innerText.includes('<img src=x onerror=alert(1)>')")
        await coach.say(dm_of(coach), Message("chart", attachment=Attachment("a.png", "image/png", PIXEL, "Pace")))
        await tab.until("document.querySelector('.pics img[alt=Pace]')?.naturalWidth === 1")
        await tab.go(f"http://127.0.0.1:{web.port}/")
        await tab.until(f"{COUNT} === 3")
        assert len(coach.events) == 1


async def test_two_browsers_share_a_room_and_its_board(store: Store, browser: Browser) -> None:
    async with serving(store, Coach({"join:1": answer("Ben is in", toast="Welcome!")})) as (web, coach):
        anna = await browser.tab(f"http://127.0.0.1:{web.port}/")
        await anna.click("#room-new")
        await anna.type("#ask-title", "Runners")
        await anna.type("#ask-name", "Anna")
        await anna.click("#dialog .solid")
        await anna.until("location.pathname.startsWith('/r/')")
        link = await anna.js("location.href")
        ben = await browser.tab(link, languages="zh-CN", width=390, height=844)
        await ben.sees("加入「Runners」")
        await ben.type("#ask-name", "小本")
        await ben.click("#dialog .solid")
        await ben.until("document.querySelector('#head-title').textContent === 'Runners'")
        await say(ben, "大家好")
        await anna.sees("大家好")
        room = ChatRef("web", "room:" + link.rsplit("/", 1)[1], "group")
        board = await coach.say(room, Message("**Board** 0", ((Button("Join", "join:1", style="primary"),),)))
        await anna.sees("Board 0")
        await ben.click("[data-action='join:1']")
        await ben.sees("Welcome!")
        await anna.sees("Ben is in")
        await ben.until("!document.querySelector('[aria-busy=true]')")
        edit = Edit(room, Message("**Board** 1"))
        await web.sender.send(edit, nonce="e", target=MessageRef(room, board))
        for tab in (anna, ben):
            await tab.sees("Board 1")
            await tab.until(f"{COUNT} === 3")
        assert [type(event).__name__ for event in coach.events] == ["ChatChanged", "ButtonPress"]
        assert isinstance(coach.events[1], ButtonPress)
        assert coach.events[1].author.name == "小本"


async def test_what_is_written_while_the_server_is_away_arrives_once(store: Store, browser: Browser) -> None:
    async with serving(store) as (web, _):
        port = web.port
        tab = await browser.tab(f"http://127.0.0.1:{port}/")
        await say(tab, "one")
        await tab.until(DELIVERED)
    await say(tab, "two")
    await tab.sees("Not delivered yet")
    browser.errors.clear()  # the refused connections that this test is about
    async with serving(store, settings=Web(port=port)) as (_, coach):
        await tab.until(f"document.querySelectorAll('[data-status=delivered]').length === 2 && {COUNT} === 2", 20)
        assert [event.text for event in coach.events if isinstance(event, TextMessage)] == ["two"]
    browser.errors.clear()


async def test_chinese_input_and_the_language_switch(store: Store, browser: Browser) -> None:
    async with serving(store) as (web, coach):
        tab = await browser.tab(f"http://127.0.0.1:{web.port}/", languages="zh-CN")
        await tab.sees("准备好了就开始吧。")
        assert await tab.js("document.documentElement.lang") == "zh-Hans"
        await tab.js("document.querySelector('#text').focus()")
        await tab.call("Input.imeSetComposition", text="pao", selectionStart=3, selectionEnd=3)
        await tab.js(
            "document.querySelector('#text').dispatchEvent(new KeyboardEvent('keydown',"
            " {key: 'Enter', isComposing: true, bubbles: true, cancelable: true}))"
        )
        assert coach.events == []
        await tab.call("Input.insertText", text="跑了5公里")
        await tab.key("Enter", 13)
        await tab.until(DELIVERED)
        [event] = coach.events
        assert isinstance(event, TextMessage)
        assert event.text == "跑了5公里"
        await tab.click(".langs [data-lang=en]")
        await tab.until("document.querySelector('#text').placeholder === 'Write to your coach'")
        await tab.until("document.documentElement.lang === 'en'")
        await coach.say(event.chat, Message("Which language?", ((Button("中文", "language:zh-Hans"),),)))
        await tab.click("[data-action='language:zh-Hans']")
        await tab.until("document.querySelector('#text').placeholder !== 'Write to your coach'")
        await tab.go(f"http://127.0.0.1:{web.port}/")
        await tab.sees("教练")
        assert await tab.js("document.documentElement.lang") == "zh-Hans"


async def test_commands_are_suggested_and_taken_with_the_keyboard(store: Store, browser: Browser) -> None:
    async with serving(store) as (web, coach):
        tab = await browser.tab(f"http://127.0.0.1:{web.port}/")
        await tab.type("#text", "/")
        await tab.until("document.querySelectorAll('#suggest [role=option]').length === 6")
        await tab.key("ArrowDown", 40)
        await tab.key("Enter", 13)
        await tab.until(DELIVERED)
        assert [event.name for event in coach.events] == ["today"]  # type: ignore[union-attr]


async def test_a_phone_shows_it_all_without_scrolling_sideways(store: Store, browser: Browser) -> None:
    async with serving(store) as (web, _):
        tab = await browser.tab(f"http://127.0.0.1:{web.port}/", width=360, height=740)
        await tab.sees("Ready when you are.")
        await say(tab, "long" * 200)
        await tab.until(DELIVERED)
        assert await tab.js("document.documentElement.scrollWidth <= innerWidth && innerWidth === 360")
        await tab.click("#side-open")
        await tab.until("document.querySelector('#side').getBoundingClientRect().left === 0")
        assert await tab.js("document.querySelector('#main').inert")
        await tab.click("#side-close")
        await tab.until("!document.querySelector('#main').inert")
        assert await tab.js("parseFloat(getComputedStyle(document.querySelector('#text')).fontSize)") >= 16


async def test_an_invitation_is_kept_over_a_reload_until_it_is_answered(store: Store, browser: Browser) -> None:
    async with serving(store) as (web, _):
        anna = await browser.tab(f"http://127.0.0.1:{web.port}/")
        await anna.click("#room-new")
        await anna.type("#ask-title", "Runners")
        await anna.type("#ask-name", "Anna")
        await anna.click("#dialog .solid")
        await anna.until("location.pathname.startsWith('/r/')")
        link = await anna.js("location.href")
        cleo = await browser.tab(link)
        await cleo.sees("Ready when you are.")
        await cleo.click("#dialog .soft")
        await cleo.until("location.pathname === '/'")
        ben = await browser.tab(link)
        await ben.sees("Ready when you are.")
        await ben.go(await ben.js("location.href"))
        await ben.type("#ask-name", "Ben")
        await ben.click("#dialog .solid")
        await ben.until("document.querySelector('#head-title').textContent === 'Runners'")
        await say(ben, "hi all")
        await anna.sees("hi all")
        await ben.until("[...document.images].every((image) => image.complete)")
