"""The embedded model itself, as its own process."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import openai  # noqa: F401  imported before the server shares the few cores

from core.llm.small import NAME
from core.llm.talk import ChatModel, TalkRequest
from core.settings import LLM

READY_S = 30.0
ENDS_S = 3.0


@asynccontextmanager
async def embedded() -> AsyncIterator[tuple[Process, str]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = (sys.executable, "-m", "core.llm.serve", "--port", str(port))
    process = await asyncio.create_subprocess_exec(*program, stdout=DEVNULL, stderr=DEVNULL)
    try:
        yield process, f"http://127.0.0.1:{port}"
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def healthy(http: aiohttp.ClientSession, url: str) -> bool:
    try:
        async with http.get(f"{url}/health") as answer:
            return answer.status == 200
    except aiohttp.ClientError:
        return False


async def test_it_loads_answers_shares_nothing_else_and_ends() -> None:
    async with embedded() as (process, url), aiohttp.ClientSession() as http:
        async with asyncio.timeout(READY_S):
            while not await healthy(http, url):
                await asyncio.sleep(0.05)
        async with http.get(f"{url}/v1/models") as answer:
            assert (await answer.json())["data"][0]["id"] == NAME
        for path in ("/slots", "/metrics", "/"):
            async with http.get(url + path) as answer:
                assert answer.status >= 400, path
        await talk(url)
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.wait(), ENDS_S)


async def talk(url: str) -> None:
    """A short exchange through the client that the coach uses."""
    shown: list[str] = []

    async def on_text(text: str) -> None:
        shown.append(text)

    model = ChatModel(LLM(base_url=f"{url}/v1", languages="en", timeout_s=20))
    answer = await model.answer(TalkRequest("en", "I'm so tired today"), on_text)
    await model.close()
    assert answer.text.startswith("It sounds like")
    assert "tired" in answer.text
    assert shown == [answer.text]
    assert answer.tokens > 100
