"""The Discord sender against the emulated API: in place, once, and with the right error for every refusal."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator

import pytest

from bots.discord.rest import Call, Rest, Unauthorized, bucket_of
from bots.discord.sender import DiscordLive, DiscordSender
from bots.sending import Blocked, Gone, InDoubt, Rejected, RetryAfter, SendError
from core.messages import Attachment, Button, ChatRef, Edit, Effect, Message, MessageRef, React, Receipt, Send
from tests.fixtures.discord_api import FakeDiscord
from tests.fixtures.discord_world import APPLICATION_ID

POST = "POST /channels/.*/messages"


@pytest.fixture
async def discord() -> AsyncIterator[FakeDiscord]:
    async with FakeDiscord() as server:
        yield server


@pytest.fixture
async def rest(discord: FakeDiscord) -> AsyncIterator[Rest]:
    client = Rest(discord.token, discord.api_url)
    yield client
    await client.close()


@pytest.fixture
def sender(rest: Rest) -> DiscordSender:
    return DiscordSender(rest)


@pytest.fixture
def chat(discord: FakeDiscord) -> ChatRef:
    return ChatRef("discord", discord.world.dm(discord.world.user("Lin")))


async def sent(sender: DiscordSender, effect: Effect, nonce: str = "7-0", target: MessageRef | None = None) -> Receipt:
    receipt = await sender.send(effect, nonce=nonce, target=target)
    assert receipt is not None
    return receipt


async def test_a_repeat_is_dropped_by_its_nonce(discord: FakeDiscord, sender: DiscordSender, chat: ChatRef) -> None:
    effect = Send(chat, Message("hello"))
    for kind in ("drop", "lost"):
        discord.fail(POST, kind)
        with pytest.raises(InDoubt):
            await sender.send(effect, nonce="7-0", target=None)
    first = await sent(sender, effect)
    other = await sent(sender, effect, nonce="8-0")
    assert [each["id"] for each in discord.messages(chat.chat_id)] == [first.message_id, other.message_id]


async def test_a_long_message_goes_in_parts_each_once(
    discord: FakeDiscord, sender: DiscordSender, chat: ChatRef
) -> None:
    effect = Send(chat, Message("Run on.\n" * 600, ((Button("Done", "done"),),)))
    discord.fail(POST, "lost", times=1)
    with pytest.raises(InDoubt):
        await sender.send(effect, nonce="7-0", target=None)
    receipt = await sent(sender, effect)
    shown = discord.messages(chat.chat_id)
    assert [bool(each["components"]) for each in shown] == [False, False, True]
    assert "".join(each["content"] for each in shown).count("Run on.") == 600
    assert receipt.message_id == shown[-1]["id"]


async def test_an_edit_replaces_text_buttons_and_picture(
    discord: FakeDiscord, sender: DiscordSender, chat: ChatRef
) -> None:
    content = base64.b64encode(b"\x89PNG").decode()
    board = Message("Day 1", ((Button("Join", "j"),),), Attachment("board.png", "image/png", content, alt="A board"))
    receipt = await sent(sender, Send(chat, board, slot="board", pin=True))
    (shown,) = discord.messages(chat.chat_id)
    (picture,) = shown["attachments"]
    assert (picture["description"], discord.world.files[picture["id"]]) == ("A board", b"\x89PNG")
    assert discord.world.pins == [receipt.message_id]
    ref = MessageRef(receipt.chat, receipt.message_id)
    assert await sent(sender, Edit(chat, Message("Day 2"), slot="board"), target=ref) == receipt
    (shown,) = discord.messages(chat.chat_id)
    assert (shown["content"], shown["components"], shown["attachments"]) == ("Day 2", [], [])


async def test_an_edit_without_a_message_is_sent_unless_cosmetic(
    discord: FakeDiscord, sender: DiscordSender, chat: ChatRef
) -> None:
    assert await sender.send(Edit(chat, Message("shed"), cosmetic=True), nonce="1", target=None) is None
    await sent(sender, Edit(chat, Message("anew")))
    assert [each["content"] for each in discord.messages(chat.chat_id)] == ["anew"]


async def test_a_pin_that_is_refused_costs_nothing(discord: FakeDiscord, sender: DiscordSender, chat: ChatRef) -> None:
    discord.fail("PUT .*pins", "error")
    await sent(sender, Send(chat, Message("board"), pin=True))
    assert discord.world.pins == []


async def test_reactions_and_typing(discord: FakeDiscord, rest: Rest, sender: DiscordSender, chat: ChatRef) -> None:
    lin = discord.world.channels[chat.chat_id]["recipients"][0]["id"]
    said = discord.world.say(lin, "ran")
    assert await sender.send(React(MessageRef(chat, said), "💪🏽"), nonce="1", target=None) is None
    assert discord.reactions == [(said, "💪🏽")]
    live = DiscordLive(rest)
    for _ in range(3):
        await live.typing(chat)
    await live.draft(chat, "d", "words so far")
    assert discord.typing == [chat.chat_id]
    await live.typing(ChatRef("discord", "404"))


async def test_nobody_is_pinged(discord: FakeDiscord, sender: DiscordSender, chat: ChatRef) -> None:
    await sent(sender, Send(chat, Message("@everyone <@1>"), reply_to="1", silent=True))
    body = discord.requests[-1].body
    assert body["allowed_mentions"] == {"parse": [], "replied_user": False}
    assert body["message_reference"] == {"message_id": "1", "fail_if_not_exists": False}
    assert body["flags"] == 1 << 2 | 1 << 12


@pytest.mark.parametrize(
    ("status", "code", "error"),
    [
        (403, 50007, Blocked), (403, 50278, Blocked), (403, 50001, Gone), (404, 10003, Gone), (404, 0, Gone),
        (403, 50013, Rejected), (400, 50035, Rejected), (401, 0, Unauthorized), (500, 0, InDoubt),
    ],
)  # fmt: skip
async def test_a_refusal_says_what_it_means(
    discord: FakeDiscord, sender: DiscordSender, chat: ChatRef, status: int, code: int, error: type[SendError]
) -> None:
    discord.world.close(chat.chat_id, status, code)
    with pytest.raises(error) as caught:
        await sender.send(Send(chat, Message("hello")), nonce="1", target=None)
    assert type(caught.value) is error


@pytest.mark.parametrize("kind", ["limited", "global"])
async def test_a_limit_says_how_long(discord: FakeDiscord, sender: DiscordSender, chat: ChatRef, kind: str) -> None:
    discord.fail(POST, kind, seconds=1.25)
    with pytest.raises(RetryAfter) as caught:
        await sender.send(Send(chat, Message("hello")), nonce="1", target=None)
    assert caught.value.seconds == 1.25


async def test_an_empty_bucket_is_not_asked(discord: FakeDiscord, rest: Rest, chat: ChatRef) -> None:
    empty = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset-After": "5"}
    rest.note_limits(bucket_of(Call("POST", f"/channels/{chat.chat_id}/messages")), empty)
    with pytest.raises(RetryAfter) as caught:
        await DiscordSender(rest).send(Send(chat, Message("hello")), nonce="1", target=None)
    assert 4 < caught.value.seconds <= 5
    assert discord.requests == []


async def test_an_unreachable_api_is_no_doubt(chat: ChatRef, discord: FakeDiscord) -> None:
    rest = Rest(discord.token, "http://127.0.0.1:1/api/v10")
    with pytest.raises(RetryAfter):
        await DiscordSender(rest).send(Send(chat, Message("hello")), nonce="1", target=None)
    await rest.close()


async def test_an_answer_that_never_comes_is_doubtful(discord: FakeDiscord, rest: Rest) -> None:
    discord.fail("GET /users/@me", "silent", seconds=0.5)
    with pytest.raises(InDoubt):
        await rest.call(Call("GET", "/users/@me"), timeout_s=0.1)


async def token_of(discord: FakeDiscord, rest: Rest, chat: ChatRef) -> str:
    """A slash command, deferred."""
    lin = discord.world.channels[chat.chat_id]["recipients"][0]["id"]
    made = discord.world.interactions[discord.world.slash(lin, "today")]
    discord.world.callback(made.id, made.token, {"type": 5})
    return made.token


@pytest.mark.parametrize(("words", "count"), [("hello", 1), ("something else", 2)])
async def test_after_a_crash_the_same_reply_stays_one_and_another_overwrites_nothing(
    discord: FakeDiscord, rest: Rest, chat: ChatRef, words: str, count: int
) -> None:
    token = f"interaction:{APPLICATION_ID}:{await token_of(discord, rest, chat)}:1000:slash"
    before = DiscordSender(rest, clock=lambda: 999.0)
    await sent(before, Send(chat, Message("hello"), reply_token=token), nonce="1")
    after = DiscordSender(rest, clock=lambda: 1100.0)
    await sent(after, Send(chat, Message(words), reply_token=token), nonce="1" if count == 1 else "2")
    assert [each["content"] for each in discord.messages(chat.chat_id)] == ["hello", words][:count]


async def test_an_old_or_foreign_token_is_a_plain_message(discord: FakeDiscord, rest: Rest, chat: ChatRef) -> None:
    token = await token_of(discord, rest, chat)
    sender = DiscordSender(rest, clock=lambda: 2000.0)
    for nonce, text in enumerate((f"interaction:{APPLICATION_ID}:{token}:1000:slash", "update:1", "interaction:x")):
        await sent(sender, Send(chat, Message("plain"), reply_token=text), nonce=str(nonce))
    assert [each["content"] for each in discord.messages(chat.chat_id)] == ["", "plain", "plain", "plain"]
