"""The whole adapter against the emulator: nothing lost, order kept, confirmed only after the commit."""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
from collections.abc import AsyncIterator
from itertools import pairwise

import aiohttp
import pytest
from pydantic import SecretStr

from bots.telegram.adapter import TelegramAdapter
from bots.telegram.request import ApiError
from bots.telegram.webhook import secret_of
from core.errors import StoreAway
from core.events import Ack, ButtonPress, Command, Event, TextMessage
from core.messages import ChatRef, Message, Send
from core.settings import Telegram
from tests.fixtures.telegram_api import TOKEN, FakeTelegram, How, Remote
from tests.fixtures.telegram_running import MENU, Recorder, killed, running, settings

SAY_OK = {"inline_keyboard": [[{"text": "OK", "callback_data": "ok"}]]}


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as telegram:
        yield telegram


@pytest.fixture
def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def confirmed(fake: FakeTelegram) -> None:
    await fake.wait_for(lambda: fake.unconfirmed() == 0)


async def test_messages_come_in_and_answers_go_out(fake: FakeTelegram) -> None:
    handle = Recorder()
    async with running(fake, handle) as adapter:
        fake.say(7, 7, "跑了5公里")
        (event,) = await handle.wait(1)
        assert isinstance(event, TextMessage)
        assert event.text == "跑了5公里"
        await adapter.sender.send(Send(event.chat, Message("好")), nonce="1", target=None)
        assert [shown.text for shown in await fake.wait(7)] == ["好"]
        await confirmed(fake)
    assert fake.called("deleteWebhook") == [{}]
    assert set(fake.called("getUpdates")[0]["allowed_updates"]) == {
        "message", "edited_message", "callback_query", "message_reaction", "my_chat_member"}  # fmt: skip


async def test_the_menu_is_published(fake: FakeTelegram) -> None:
    async with running(fake, Recorder()):
        await fake.wait_for(lambda: len(fake.commands) == 4)
    assert fake.commands["all_group_chats", "zh"] == [{"command": "plan", "description": "我的计划"}]


async def test_order_is_kept_in_a_chat_and_chats_do_not_wait_for_each_other(fake: FakeTelegram) -> None:
    slow = asyncio.Event()

    async def behave(event: Event) -> Ack:
        assert isinstance(event, TextMessage)
        if event.chat.chat_id == "1":
            await slow.wait()
        await asyncio.sleep(0.001 if event.text == "0" else 0)
        done.append((event.chat.chat_id, event.text))
        return Ack()

    done: list[tuple[str, str]] = []
    handle = Recorder(behave)
    async with running(fake, handle):
        for at in range(30):
            for chat in (1, 2, 3):
                fake.say(chat, chat, str(at))
        async with asyncio.timeout(5):
            while len(done) < 60:
                await asyncio.sleep(0.005)
        assert fake.unconfirmed() == 90
        assert {chat for chat, _ in done} == {"2", "3"}
        slow.set()
        await confirmed(fake)
    for one in "123":
        assert [text for where, text in done if where == one] == [str(at) for at in range(30)]
    assert len(handle.events) == 90


async def test_new_messages_are_heard_while_an_old_one_is_being_handled(fake: FakeTelegram) -> None:
    slow = asyncio.Event()

    async def behave(event: Event) -> Ack:
        if getattr(event, "text", "") == "slow":
            await slow.wait()
        return Ack()

    handle = Recorder(behave)
    async with running(fake, handle):
        fake.say(1, 1, "slow")
        await handle.wait(1)
        for at in range(150):
            fake.say(2, 2, str(at))
        await handle.wait(100)
        await asyncio.sleep(0.05)
        assert fake.unconfirmed() == 151
        slow.set()
        await handle.wait(151)
        await confirmed(fake)
    assert handle.texts == ["slow", *[str(at) for at in range(150)]]


async def test_an_update_confirmed_while_it_is_fetched_again_is_handled_once(fake: FakeTelegram) -> None:
    async def behave(_event: Event) -> Ack:
        await asyncio.sleep(0.03)
        return Ack()

    fake.latency_s = 0.05
    handle = Recorder(behave)
    async with running(fake, handle):
        for at in range(6):
            fake.say(1, 1, str(at))
        await handle.wait(6)
        await confirmed(fake)
    assert handle.texts == ["0", "1", "2", "3", "4", "5"]


async def test_at_most_32_at_once(fake: FakeTelegram) -> None:
    now, most = 0, 0

    async def behave(_event: Event) -> Ack:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.01)
        now -= 1
        return Ack()

    handle = Recorder(behave)
    for chat in range(1, 81):
        fake.say(chat, chat, "hi")
    async with running(fake, handle):
        await handle.wait(80)
    assert most == 32


async def test_a_kill_brings_back_what_was_not_committed_and_what_came_after(fake: FakeTelegram) -> None:
    committed: list[str] = []

    async def hang_on_two(event: Event) -> Ack:
        assert isinstance(event, TextMessage)
        if event.text == "2":
            await asyncio.Event().wait()
        committed.append(event.text)
        return Ack()

    first = Recorder(hang_on_two)
    async with killed(fake, first):
        for at in range(5):
            fake.say(at + 1, at + 1, str(at))
        await first.wait(5)
        await fake.wait_for(lambda: fake.unconfirmed() == 3)
    assert committed == ["0", "1", "3", "4"]
    second = Recorder()
    async with running(fake, second):
        await second.wait(3)
        await confirmed(fake)
    assert second.texts == ["2", "3", "4"]
    assert [e.id for e in first.events[2:]] == [e.id for e in second.events if not isinstance(e, str)]


async def test_an_orderly_stop_confirms_what_was_handled(fake: FakeTelegram) -> None:
    handle = Recorder()
    async with running(fake, handle):
        fake.say(1, 1, "a")
        await handle.wait(1)
    assert fake.unconfirmed() == 0


async def test_while_the_store_is_away_nothing_is_lost_and_order_is_kept(fake: FakeTelegram) -> None:
    committed: list[str] = []
    tries = 0

    async def behave(event: Event) -> Ack:
        nonlocal tries
        tries += 1
        if tries <= 3:
            raise StoreAway
        committed.append(getattr(event, "text", ""))
        return Ack()

    async with running(fake, Recorder(behave)):
        fake.say(1, 1, "a")
        fake.say(1, 1, "b")
        await asyncio.sleep(0.05)
        assert fake.unconfirmed() == 2
        await confirmed(fake)
    assert committed == ["a", "b"]


async def test_an_event_that_breaks_the_handler_is_logged_and_skipped(
    fake: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    async def behave(event: Event) -> Ack:
        if getattr(event, "text", "") == "my secret":
            raise ValueError(event)
        return Ack()

    handle = Recorder(behave)
    async with running(fake, handle):
        fake.say(1, 1, "my secret")
        fake.say(1, 1, "b")
        await handle.wait(2)
        await confirmed(fake)
    record = next(record for record in caplog.records if record.levelno == logging.ERROR)
    assert "update 100000001 skipped: ValueError" in record.getMessage()
    assert "secret" not in caplog.text


async def test_an_update_that_cannot_be_read_is_skipped(fake: FakeTelegram) -> None:
    handle = Recorder()
    async with running(fake, handle):
        fake.say(1, 1, "a")
        await confirmed(fake)
        fake.updates.append({"update_id": fake.next_update, "message": {"chat": {"id": 1}}})
        fake.next_update += 1
        fake.say(1, 1, "b")
        await handle.wait(2)
        await confirmed(fake)
    assert handle.texts == ["a", "b"]


@pytest.mark.parametrize("toast", ["Done", None])
async def test_presses_are_answered(fake: FakeTelegram, toast: str | None) -> None:
    async def behave(_event: Event) -> Ack:
        return Ack(toast=toast)

    fake.room(7)
    fake.call("sendMessage", {"chat_id": 7, "text": "?", "reply_markup": SAY_OK}, {})
    handle = Recorder(behave)
    async with running(fake, handle):
        query = fake.press(7, 1, "OK")
        await fake.wait_for(lambda: query in fake.toasts)
        assert fake.toasts[query] == toast
        old = fake.press(7, 1, "OK")
        fake.queries[old] = True
        await handle.wait(2)
        await confirmed(fake)
    assert all(isinstance(event, ButtonPress) and event.action == "ok" for event in handle.events)


async def test_a_press_that_breaks_the_handler_does_not_wait_forever(fake: FakeTelegram) -> None:
    async def behave(_event: Event) -> Ack:
        raise ValueError

    fake.room(7)
    fake.call("sendMessage", {"chat_id": 7, "text": "?", "reply_markup": SAY_OK}, {})
    async with running(fake, Recorder(behave)):
        query = fake.press(7, 1, "OK")
        await fake.wait_for(lambda: query in fake.toasts)
        assert fake.toasts[query] is None


async def test_administrators_are_known_for_group_commands_and_asked_for_once(fake: FakeTelegram) -> None:
    fake.room(-1001, admins=[7])
    handle = Recorder()
    async with running(fake, handle):
        fake.say(-1001, 7, "/challenge")
        fake.say(-1001, 8, "/challenge")
        fake.say(7, 7, "/challenge")
        await handle.wait(3)
    commands = [event for event in handle.events if isinstance(event, Command)]
    roles = {(c.chat.kind, c.author.account.user_id, c.author.is_admin) for c in commands}
    assert roles == {("group", "7", True), ("group", "8", False), ("private", "7", False)}
    assert len(fake.called("getChatAdministrators")) == 1


async def test_files_can_be_fetched(fake: FakeTelegram) -> None:
    handle = Recorder()
    async with running(fake, handle) as adapter:
        fake.say(7, 7, "", file=("voice", "", b"ogg bytes"))
        (event,) = await handle.wait(1)
        assert isinstance(event, TextMessage)
        assert await adapter.fetch(event.uploads[0]) == b"ogg bytes"


async def test_trouble_with_polling_is_survived(fake: FakeTelegram, caplog: pytest.LogCaptureFixture) -> None:
    hows: tuple[How, ...] = ("drop", "error")
    for how in hows:
        fake.fail("getUpdates", how)
    fake.fail("getMe", "lose")
    handle = Recorder()
    fake.say(7, 7, "a")
    async with running(fake, handle):
        await handle.wait(1)
        await confirmed(fake)
    assert handle.texts == ["a"]
    assert TOKEN not in caplog.text


async def test_another_process_with_the_token_is_named_in_the_log(
    fake: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(fake, Recorder()), aiohttp.ClientSession() as other:
        await fake.wait_for(lambda: fake.called("getUpdates"))
        await other.get(f"{fake.url}/bot{TOKEN}/getUpdates")
        async with asyncio.timeout(3):
            while "another process fetches this bot's updates" not in caplog.text:
                await asyncio.sleep(0.01)


async def test_a_wrong_token_ends_the_run(fake: FakeTelegram) -> None:
    wrong = Telegram(token=SecretStr("7:wrong"), api_url=fake.url)
    adapter = TelegramAdapter(wrong, Recorder(), MENU)
    with pytest.raises(ApiError) as caught:
        await adapter.run(asyncio.Event())
    assert caught.value.code == 401
    await adapter.close()
    with pytest.raises(ValueError, match="token"):
        TelegramAdapter(Telegram(), Recorder(), MENU)


async def test_stopping_works_while_telegram_is_away() -> None:
    away = Telegram(token=SecretStr(TOKEN), api_url="http://127.0.0.1:9")
    adapter = TelegramAdapter(away, Recorder(), MENU)
    stop = asyncio.Event()
    task = asyncio.create_task(adapter.run(stop))
    await asyncio.sleep(0.05)
    stop.set()
    await asyncio.wait_for(task, 2)
    await adapter.close()


class TestWebhook:
    async def test_updates_are_pushed_in_order(self, fake: FakeTelegram, free_port: int) -> None:
        handle = Recorder()
        url = f"http://127.0.0.1:{free_port}/telegram"
        async with running(fake, handle, webhook_url=url, webhook_port=free_port, webhook_secret="s-1") as adapter:
            await fake.wait_for(lambda: fake.webhook)
            for at in range(20):
                fake.say(1 + at % 2, 1 + at % 2, str(at))
            await handle.wait(20)
            await confirmed(fake)
            assert adapter.sender.platform == "telegram"
        assert fake.webhook is not None
        assert fake.webhook["secret_token"] == "s-1"
        for chat in ("1", "2"):
            texts = [int(e.text) for e in handle.events if isinstance(e, TextMessage) and e.chat.chat_id == chat]
            assert len(texts) == 10
            assert all(a < b for a, b in pairwise(texts))

    async def test_only_with_the_secret(self, fake: FakeTelegram, free_port: int) -> None:
        handle = Recorder()
        url = f"http://127.0.0.1:{free_port}/telegram"
        header = "X-Telegram-Bot-Api-Secret-Token"
        async with running(fake, handle, webhook_url=url, webhook_port=free_port), aiohttp.ClientSession() as client:
            await fake.wait_for(lambda: fake.webhook)
            secret = secret_of(settings(fake))
            for headers, body, status in (
                ({}, "{}", 403),
                ({header: "wrong"}, "{}", 403),
                ({header: "ü"}, "{}", 403),
                ({header: secret}, "nonsense", 400),
                ({header: secret}, "[]", 400),
                ({header: secret}, '{"update_id": 5}', 200),
            ):
                async with client.post(url, data=body, headers=headers) as answer:
                    assert answer.status == status
        assert handle.events == []

    async def test_503_while_the_store_is_away(self, fake: FakeTelegram, free_port: int) -> None:
        tries = 0

        async def behave(_event: Event) -> Ack:
            nonlocal tries
            tries += 1
            if tries == 1:
                raise StoreAway
            return Ack()

        handle = Recorder(behave)
        url = f"http://127.0.0.1:{free_port}/telegram"
        async with running(fake, handle, webhook_url=url, webhook_port=free_port):
            fake.say(1, 1, "a")
            await handle.wait(2)
            await confirmed(fake)
        assert fake.refused_pushes == 1
        assert handle.texts == ["a", "a"]

    async def test_the_secret_follows_from_the_token(self) -> None:
        one, other = Telegram(token=SecretStr("1:a")), Telegram(token=SecretStr("1:b"))
        assert secret_of(one) == secret_of(one) != secret_of(other)
        assert len(secret_of(one)) == 64


async def test_the_emulator_can_be_driven_from_another_process(fake: FakeTelegram) -> None:
    remote = Remote(fake.url)
    handle = Recorder()
    async with running(fake, handle) as adapter:
        assert await remote.do("say", chat=7, user=7, text="hi") == 1
        await handle.wait(1)
        await adapter.sender.send(Send(ChatRef("telegram", "7"), Message("yo")), nonce="1", target=None)
        found = await remote.do("wait", chat=7)
    assert [shown["text"] for shown in found] == ["yo"]
    assert [shown["text"] for shown in await remote.do("messages", chat=7)] == ["hi", "yo"]
    await remote.close()


async def test_the_emulator_runs_as_a_program_of_its_own() -> None:
    command = (sys.executable, "-m", "tests.fixtures.telegram_api", "--no-privacy")
    program = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert program.stdout is not None
    remote = Remote((await program.stdout.readline()).decode().strip())
    try:
        assert await remote.do("say", chat=-1001, user=7, text="hi all") == 1
        assert await remote.do("unconfirmed") == 1
    finally:
        await remote.close()
        program.terminate()
        await program.wait()
