"""Each thing that can be wrong is found, said in both languages, and has advice."""

from __future__ import annotations

import base64
import os
import re
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bots.commands.doctor import examine, tell
from bots.console import Console
from bots.doctor import machine
from bots.doctor.finding import Finding
from bots.doctor.model import model
from bots.doctor.platforms import discord, telegram
from bots.doctor.store import store as check_store
from core.settings import LLM, Discord, Redis, Settings, Telegram, Web

Answers = dict[str, tuple[int, Any]]


def settings(folder: Path, **more: Any) -> Settings:
    return Settings(_env_file=None, data_dir=folder, **more)


def ids(findings: list[Finding]) -> list[str]:
    return [finding.id.removeprefix("doctor-") for finding in findings]


@pytest.fixture
async def serve() -> AsyncIterator[Callable[[Answers], Any]]:
    """A small HTTP server that answers paths as told."""
    servers: list[TestServer] = []

    async def start(answers: Answers) -> str:
        async def answer(request: web.Request) -> web.Response:
            status, content = answers.get(request.path, (404, {"ok": False, "error_code": 404}))
            return web.json_response(content, status=status)

        app = web.Application()
        app.router.add_route("*", "/{path:.*}", answer)
        server = TestServer(app)
        await server.start_server()
        servers.append(server)
        return str(server.make_url("")).rstrip("/")

    yield start
    for server in servers:
        await server.close()


def bot(hook: str = "", **me: Any) -> Answers:
    user = {"id": 1, "username": "coach_bot", "can_read_all_group_messages": False, "can_join_groups": True}
    return {
        "/bot1:a/getMe": (200, {"ok": True, "result": user | me}),
        "/bot1:a/getWebhookInfo": (200, {"ok": True, "result": {"url": hook, "pending_update_count": 0}}),
    }


@pytest.mark.parametrize(
    ("answers", "more", "found"),
    [
        (bot(), {}, ["telegram", "telegram-privacy", "telegram-polling"]),
        (bot(can_read_all_group_messages=True), {}, ["telegram", "telegram-reads-all", "telegram-polling"]),
        (bot(can_join_groups=False), {}, ["telegram", "telegram-no-groups", "telegram-privacy", "telegram-polling"]),
        (bot("https://old"), {}, ["telegram", "telegram-privacy", "telegram-hook-left"]),
        (bot(), {"webhook_url": "https://x"}, ["telegram", "telegram-privacy", "telegram-hook-secret"]),
        (
            bot("https://y"),
            {"webhook_url": "https://x", "webhook_secret": "s"},
            ["telegram", "telegram-privacy", "telegram-hook-other"],
        ),
        (
            bot("https://x/hook"),
            {"webhook_url": "https://x", "webhook_secret": "s"},
            ["telegram", "telegram-privacy", "telegram-hook"],
        ),
        ({"/bot1:a/getMe": (401, {"ok": False, "error_code": 401})}, {}, ["telegram-token"]),
    ],
)
async def test_telegram(
    tmp_path: Path, serve: Callable[[Answers], Any], answers: Answers, more: dict[str, Any], found: list[str]
) -> None:
    part = Telegram(token="1:a", api_url=await serve(answers), **more)
    assert ids(await telegram(settings(tmp_path, telegram=part))) == found


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({"/users/@me": (200, {"id": "1", "username": "coach"})}, ["discord"]),
        ({"/users/@me": (401, {"message": "401: Unauthorized"})}, ["discord-token"]),
    ],
)
async def test_discord(tmp_path: Path, serve: Callable[[Answers], Any], answers: Answers, found: list[str]) -> None:
    part = Discord(token="t", api_url=await serve(answers))
    assert ids(await discord(settings(tmp_path, discord=part))) == found


def completion(content: str) -> tuple[int, Any]:
    return 200, {"choices": [{"message": {"content": content}}]}


MODELS = (200, {"object": "list", "data": [{"id": "small"}]})


@pytest.mark.parametrize(
    ("answers", "name", "found"),
    [
        (
            {"/v1/models": MODELS, "/v1/chat/completions": completion('{"sport": "running"}')},
            None,
            ["model", "model-schema"],
        ),
        (
            {"/v1/models": MODELS, "/v1/chat/completions": completion("Once upon a time")},
            None,
            ["model", "model-no-schema"],
        ),
        ({"/v1/models": MODELS}, "other", ["model-name"]),
        ({"/v1/models": (401, {})}, None, ["model-key"]),
        ({"/v1/models": (200, [1])}, None, ["model-away"]),
    ],
)
async def test_model(
    tmp_path: Path, serve: Callable[[Answers], Any], answers: Answers, name: str | None, found: list[str]
) -> None:
    part = LLM(base_url=await serve(answers) + "/v1", model=name)
    assert ids(await model(settings(tmp_path, llm=part))) == found


async def test_nobody_there(tmp_path: Path) -> None:
    nobody = "http://127.0.0.1:9"
    away = settings(
        tmp_path,
        telegram=Telegram(token="t", api_url=nobody),
        discord=Discord(token="t", api_url=nobody),
        llm=LLM(base_url=nobody),
        redis=Redis(url="redis://127.0.0.1:9"),
    )
    found = ids(await examine(away))
    assert {"telegram-away", "discord-away", "model-away", "store-away"} <= set(found)


async def test_a_good_store(tmp_path: Path, redis_url: str) -> None:
    good = settings(tmp_path, redis=Redis(url=redis_url))
    assert ids(await check_store(good)) == ["store", "clock"]


async def test_the_wrong_key(tmp_path: Path, redis_url: str, store: object) -> None:
    wrong = settings(tmp_path, redis=Redis(url=redis_url), master_key=base64.b64encode(b"x" * 32).decode())
    assert ids(await check_store(wrong)) == ["store-key"]


async def test_no_address(tmp_path: Path) -> None:
    assert ids(await check_store(settings(tmp_path, redis=Redis(url="localhost")))) == ["store-address"]


def test_master_key(tmp_path: Path) -> None:
    assert ids(machine.master_key(settings(tmp_path))) == ["key-none"]
    path = tmp_path / "master.key"
    path.write_bytes(base64.b64encode(os.urandom(32)) + b"\n")
    path.chmod(0o644)
    assert ids(machine.master_key(settings(tmp_path))) == ["key-open"]
    path.chmod(0o600)
    assert ids(machine.master_key(settings(tmp_path))) == ["key-file"]
    path.write_text("short")
    assert ids(machine.master_key(settings(tmp_path))) == ["key-wrong"]


def test_folder(tmp_path: Path) -> None:
    assert ids(machine.folder(settings(tmp_path / "new" / "er"))) == ["folder"]
    (tmp_path / "file").write_text("")
    assert ids(machine.folder(settings(tmp_path / "file"))) == ["folder-closed"]


def test_web(tmp_path: Path, unused_tcp_port: int) -> None:
    free = Web(port=unused_tcp_port)
    assert ids(machine.web(settings(tmp_path, web=free))) == ["web"]
    assert ids(machine.web(settings(tmp_path, web=Web(host="0.0.0.0", port=unused_tcp_port)))) == ["web-open"]


def test_locales(tmp_path: Path) -> None:
    for language, text in (("en", "a = A\nb = B\n"), ("zh-Hans", "a = 甲\n")):
        (tmp_path / language).mkdir()
        (tmp_path / language / "x.ftl").write_text(text)
    [finding] = machine.locales(settings(tmp_path), tmp_path)
    assert (finding.id, finding.values["first"]) == ("doctor-locales-missing", "zh-Hans:b")


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_every_finding_has_words_and_every_problem_advice(language: str) -> None:
    words = Console(language)  # type: ignore[arg-type]
    sources = "".join(path.read_text() for path in Path(machine.__file__).parent.glob("*.py"))

    problems = set(re.findall(r'(?:warn|fail)\("(doctor-[a-z-]+)"', sources))
    assert len(problems) > 20
    for name in problems:
        assert words.find(f"{name}.do", {}), name
    for name in set(re.findall(r'"(doctor-[a-z-]+)"', sources)):
        assert words.find(name, {}), name


def test_telling(capsys: pytest.CaptureFixture[str]) -> None:
    tell([Finding("fail", "doctor-zones-none"), Finding("ok", "doctor-python", {"version": "3.12"})], Console("en"))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("FAIL")
    assert lines[1].strip().startswith("->")
    assert lines[2].startswith("ok")
