"""Take the README's pictures anew: `python -m tests.pictures`. A real `jiayou up`, a real browser, a real talk."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from tests.fixtures.browser import Browser, Tab, chromium

HERE = Path(__file__).parent
PHONE = (390, 844)
DESKTOP = (1100, 760)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@asynccontextmanager
async def running(folder: Path) -> AsyncIterator[str]:
    """The address of a web chat started by the command."""
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bots",
        "up",
        stdout=asyncio.subprocess.DEVNULL,
        env={**os.environ, "JIAYOU_DATA_DIR": str(folder), "JIAYOU_WEB__PORT": str(port)},
    )
    try:
        await _answering(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        await process.wait()


async def _answering(url: str) -> None:
    async with aiohttp.ClientSession() as http:
        for _ in range(200):
            try:
                async with http.get(url) as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.1)
    raise TimeoutError(url)


async def say(tab: Tab, words: str) -> None:
    """Say it, and wait for what the coach answers."""
    before = await tab.js("document.querySelectorAll('.msg.bot').length")
    await tab.type("#text", words)
    await tab.click("#send")
    await tab.until(f"document.querySelectorAll('.msg.bot').length > {before}")


async def press(tab: Tab, action: str) -> None:
    """Press the newest button with this action (its beginning)."""
    await tab.until(f"document.querySelector(\"[data-action^='{action}']\")")
    await tab.js(f"[...document.querySelectorAll(\"[data-action^='{action}']\")].pop().click()")
    await tab.until("!document.querySelector('[aria-busy=true]')")
    await asyncio.sleep(0.5)


async def talk_en(browser: Browser, url: str) -> None:
    tab = await browser.tab(url, width=PHONE[0], height=PHONE[1])
    await tab.sees("Ready when you are.")
    await say(tab, "34F, 165 cm, 72 kg, want to lose weight, beginner, I have dumbbells, 3 days a week for 30 minutes")
    await press(tab, "plan:now")
    await press(tab, "parq:none")
    await press(tab, "plan:yes")
    await say(tab, "ran 5k in 32 min, slept 7h")
    await say(tab, "it was 33 min")
    await tab.picture(HERE / "talk-en.png")


async def talk_zh(browser: Browser, url: str) -> None:
    tab = await browser.tab(url, languages="zh-CN", width=PHONE[0], height=PHONE[1])
    await tab.until("document.documentElement.lang.startsWith('zh')")
    await say(tab, "今天 bench 60kg 5x5，RPE 8，然后慢跑3公里用了20分钟")
    await say(tab, "昨晚睡了6个半小时，今早血压118/76")
    await tab.picture(HERE / "talk-zh.png")


async def group(browser: Browser, url: str) -> None:
    anna = await browser.tab(url, width=DESKTOP[0], height=DESKTOP[1])
    await anna.click("#room-new")
    await anna.type("#ask-title", "Steps with friends")
    await anna.type("#ask-name", "Anna")
    await anna.click("#dialog .solid")
    await anna.until("location.pathname.startsWith('/r/')")
    ben = await browser.tab(await anna.js("location.href"), languages="zh-CN")
    await ben.type("#ask-name", "小本")
    await ben.click("#dialog .solid")
    await ben.until("document.querySelector('#head-title').textContent === 'Steps with friends'")
    await say(anna, "/challenge 2 weeks, 8000 steps a day, loser buys tea")
    await press(ben, "join:")
    await ben.type("#text", "/log 走了一万两千步")
    await ben.click("#send")
    await anna.type("#text", "/log walked 9,400 steps")
    await anna.click("#send")
    await anna.until("document.querySelector('#log').innerText.includes('🥇')")
    await asyncio.sleep(4)
    await anna.picture(HERE / "group.png")


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with running(Path(folder) / "data") as url, chromium(Path(folder)) as browser:
            await talk_en(browser, url)
            await talk_zh(browser, url)
            await group(browser, url)
            for error in browser.errors:
                print(error, file=sys.stderr)


if __name__ == "__main__":
    asyncio.run(main())
