"""The sender and the signs of life against the emulator, with everything that can go wrong on the way."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from bots.sending import Blocked, Gone, InDoubt, Migrated, Rejected, RetryAfter, SendError
from bots.telegram.request import Api, ApiError, Call
from bots.telegram.sender import TelegramLive, TelegramSender, to_send_error
from core.messages import Ask, Attachment, Button, ChatRef, Edit, Message, MessageRef, React, Receipt, Send
from tests.fixtures.telegram_api import TOKEN, FakeTelegram

ANN = ChatRef("telegram", "7")
GROUP = ChatRef("telegram", "-1001", "group")
PNG = Attachment("plan.png", "image/png", base64.b64encode(b"png").decode())
OTHER = Attachment("plan.png", "image/png", base64.b64encode(b"other").decode())
BUTTONS = ((Button("Undo", action="undo:1"), Button("Why", action="why")),)


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as telegram:
        telegram.room(7)
        telegram.room(-1001)
        yield telegram


@pytest.fixture
async def api(fake: FakeTelegram) -> AsyncIterator[Api]:
    opened = Api(SecretStr(TOKEN), fake.url)
    yield opened
    await opened.close()


@pytest.fixture
def sender(api: Api) -> TelegramSender:
    return TelegramSender(api)


async def test_a_message_arrives_with_text_entities_and_buttons(fake: FakeTelegram, sender: TelegramSender) -> None:
    said = fake.say(7, 7, "hi")
    effect = Send(ANN, Message("加油 💪 **5 km**", BUTTONS), reply_to=str(said), silent=True)
    receipt = await sender.send(effect, nonce="1", target=None)
    (shown,) = fake.from_bot(7)
    assert receipt == Receipt(ANN, str(shown.id))
    assert shown.text == "加油 💪 5 km"
    assert shown.entities == [{"type": "bold", "offset": 6, "length": 4}]
    assert (shown.labels, shown.reply_to, shown.silent) == (["Undo", "Why"], said, True)


async def test_a_reply_to_a_deleted_message_is_sent_without_it(fake: FakeTelegram, sender: TelegramSender) -> None:
    await sender.send(Send(ANN, Message("hi"), reply_to="99"), nonce="1", target=None)
    assert fake.from_bot(7)[0].reply_to is None


async def test_a_long_message_is_all_there(fake: FakeTelegram, sender: TelegramSender) -> None:
    text = "".join(f"第{at}行 of the long message\n" for at in range(900))
    receipt = await sender.send(Send(ANN, Message(text, BUTTONS)), nonce="1", target=None)
    shown = fake.from_bot(7)
    assert "".join(message.text for message in shown) == text
    assert [message.labels for message in shown] == [[]] * (len(shown) - 1) + [["Undo", "Why"]]
    assert receipt == Receipt(ANN, str(shown[-1].id))


async def test_pictures_and_files_arrive(fake: FakeTelegram, sender: TelegramSender) -> None:
    await sender.send(Send(ANN, Message("**计划**", BUTTONS, PNG)), nonce="1", target=None)
    file = Attachment("数据.json", "application/json", base64.b64encode(b"{}").decode())
    await sender.send(Send(ANN, Message("", attachment=file)), nonce="2", target=None)
    photo, document = fake.from_bot(7)
    assert (photo.media, photo.text, photo.labels) == ("photo", "计划", ["Undo", "Why"])
    assert photo.entities == [{"type": "bold", "offset": 0, "length": 2}]
    assert (document.media, document.filename) == ("document", "数据.json")
    assert [fake.files[message.file_id or ""] for message in (photo, document)] == [b"png", b"{}"]


async def test_questions_force_a_reply_in_groups_only(fake: FakeTelegram, sender: TelegramSender) -> None:
    await sender.send(Ask(GROUP, Message("weight?"), "weight_kg", "kg"), nonce="1", target=None)
    await sender.send(Ask(ANN, Message("weight?"), "weight_kg", "kg"), nonce="2", target=None)
    assert fake.from_bot(-1001)[0].forced_reply == {
        "force_reply": True, "selective": True, "input_field_placeholder": "kg"}  # fmt: skip
    assert fake.from_bot(7)[0].forced_reply is None


async def test_pinning_is_silent_and_not_essential(fake: FakeTelegram, sender: TelegramSender) -> None:
    fake.room(-1001).bot_is_admin = True
    await sender.send(Send(GROUP, Message("board"), pin=True), nonce="1", target=None)
    assert fake.from_bot(-1001)[0].pinned
    assert fake.called("pinChatMessage") == [{"chat_id": -1001, "message_id": 1, "disable_notification": True}]
    fake.room(-1001).bot_is_admin = False
    receipt = await sender.send(Send(GROUP, Message("board 2"), pin=True), nonce="2", target=None)
    assert receipt == Receipt(GROUP, "2")
    assert not fake.from_bot(-1001)[1].pinned


async def test_a_deleted_topic_falls_back_to_the_group(fake: FakeTelegram, sender: TelegramSender) -> None:
    topic = ChatRef("telegram", "-1001", "group", "42")
    await sender.send(Send(topic, Message("hi")), nonce="1", target=None)
    assert fake.from_bot(-1001)[0].thread is None
    fake.room(-1001, forum=True)
    await sender.send(Send(topic, Message("hi")), nonce="2", target=None)
    assert fake.from_bot(-1001)[1].thread == 42


class TestEdits:
    async def first(self, sender: TelegramSender, message: Message) -> MessageRef:
        receipt = await sender.send(Send(ANN, message), nonce="first", target=None)
        assert receipt is not None
        return MessageRef(receipt.chat, receipt.message_id)

    async def test_in_place(self, fake: FakeTelegram, sender: TelegramSender) -> None:
        target = await self.first(sender, Message("one", BUTTONS))
        receipt = await sender.send(Edit(ANN, Message("**two**")), nonce="2", target=target)
        (shown,) = fake.from_bot(7)
        assert (shown.text, shown.labels, shown.edits) == ("two", [], 1)
        assert receipt == Receipt(ANN, target.message_id)

    async def test_by_the_effects_own_id(self, fake: FakeTelegram, sender: TelegramSender) -> None:
        target = await self.first(sender, Message("one"))
        await sender.send(Edit(ANN, Message("two"), message_id=target.message_id), nonce="2", target=None)
        assert [shown.text for shown in fake.from_bot(7)] == ["two"]

    async def test_the_same_again_is_success(self, fake: FakeTelegram, sender: TelegramSender) -> None:
        target = await self.first(sender, Message("one", BUTTONS))
        receipt = await sender.send(Edit(ANN, Message("one", BUTTONS)), nonce="2", target=target)
        assert receipt == Receipt(ANN, target.message_id)
        assert fake.from_bot(7)[0].edits == 0

    async def test_of_a_picture_without_a_new_one_changes_its_caption(
        self, fake: FakeTelegram, sender: TelegramSender
    ) -> None:
        target = await self.first(sender, Message("one", attachment=PNG))
        for nonce in ("2", "3"):
            await sender.send(Edit(ANN, Message("**two**", BUTTONS)), nonce=nonce, target=target)
        (shown,) = fake.from_bot(7)
        assert (shown.media, shown.text, shown.labels, shown.edits) == ("photo", "two", ["Undo", "Why"], 1)

    @pytest.mark.parametrize("before", [Message("one"), Message("one", attachment=PNG)])
    async def test_with_a_picture(self, fake: FakeTelegram, sender: TelegramSender, before: Message) -> None:
        target = await self.first(sender, before)
        await sender.send(Edit(ANN, Message("two", BUTTONS, OTHER)), nonce="2", target=target)
        (shown,) = fake.from_bot(7)
        assert (shown.media, shown.text, shown.labels) == ("photo", "two", ["Undo", "Why"])
        assert fake.files[shown.file_id or ""] == b"other"

    async def test_too_long_is_shortened(self, fake: FakeTelegram, sender: TelegramSender) -> None:
        target = await self.first(sender, Message("one"))
        await sender.send(Edit(ANN, Message("好" * 5000)), nonce="2", target=target)
        assert fake.from_bot(7)[0].text == "好" * 4095 + "…"

    async def test_without_a_target_is_sent_unless_cosmetic(self, fake: FakeTelegram, sender: TelegramSender) -> None:
        assert await sender.send(Edit(ANN, Message("a"), slot="s", cosmetic=True), nonce="1", target=None) is None
        assert fake.from_bot(7) == []
        assert await sender.send(Edit(ANN, Message("a"), slot="s"), nonce="2", target=None) == Receipt(ANN, "1")

    async def test_of_what_is_not_there(self, sender: TelegramSender) -> None:
        with pytest.raises(Gone):
            await sender.send(Edit(ANN, Message("a")), nonce="1", target=MessageRef(ANN, "99"))


async def test_reactions(fake: FakeTelegram, sender: TelegramSender) -> None:
    said = MessageRef(ANN, str(fake.say(7, 7, "ran")))
    assert await sender.send(React(said, "💪"), nonce="1", target=None) is None
    assert list(fake.messages(7)[0].reactions.values()) == [["🔥"]]
    await sender.send(React(said, "🦷"), nonce="2", target=None)
    assert len(fake.called("setMessageReaction")) == 1
    with pytest.raises(Rejected):
        await sender.send(React(MessageRef(ANN, "99"), "👍"), nonce="3", target=None)


HI = Send(ANN, Message("hi"))


class TestRefusals:
    async def refused(self, sender: TelegramSender, effect: Send = HI) -> SendError:
        with pytest.raises(SendError) as caught:
            await sender.send(effect, nonce="n", target=None)
        return caught.value

    async def test_blocked(self, fake: FakeTelegram, sender: TelegramSender) -> None:
        fake.block(7)
        assert isinstance(await self.refused(sender), Blocked)

    async def test_thrown_out(self, fake: FakeTelegram, sender: TelegramSender) -> None:
        fake.admit(-1001, 7, inside=False)
        assert isinstance(await self.refused(sender, Send(GROUP, Message("a"))), Blocked)

    async def test_unknown_chat(self, sender: TelegramSender) -> None:
        assert isinstance(await self.refused(sender, Send(ChatRef("telegram", "5"), Message("a"))), Gone)

    async def test_migrated(self, fake: FakeTelegram, sender: TelegramSender) -> None:
        fake.migrate(-1001, -1002, 7)
        error = await self.refused(sender, Send(GROUP, Message("a")))
        assert isinstance(error, Migrated)
        assert error.successor == ChatRef("telegram", "-1002", "group")

    async def test_flood(self, fake: FakeTelegram, sender: TelegramSender) -> None:
        fake.flood = (1.0, 2)
        for _ in range(2):
            await sender.send(HI, nonce="n", target=None)
        error = await self.refused(sender)
        assert isinstance(error, RetryAfter)
        assert error.seconds >= 1

    async def test_empty(self, sender: TelegramSender) -> None:
        assert isinstance(await self.refused(sender, Send(ANN, Message("  "))), Rejected)

    async def test_server_error_and_lost_connections_leave_doubt(
        self, fake: FakeTelegram, sender: TelegramSender
    ) -> None:
        for how, arrived in (("error", 0), ("lose", 0), ("drop", 1)):
            fake.fail("sendMessage", how)  # type: ignore[arg-type]
            assert isinstance(await self.refused(sender), InDoubt)
            assert len(fake.from_bot(7)) == arrived

    async def test_nobody_there_is_no_doubt(self) -> None:
        api = Api(SecretStr(TOKEN), "http://127.0.0.1:9")
        assert isinstance(await self.refused(TelegramSender(api)), RetryAfter)
        await api.close()

    async def test_a_wrong_token_waits_and_is_never_shown(
        self, fake: FakeTelegram, caplog: pytest.LogCaptureFixture
    ) -> None:
        api = Api(SecretStr("7:wrong"), fake.url)
        error = await self.refused(TelegramSender(api))
        assert isinstance(error, RetryAfter)
        assert error.seconds == 60
        assert "7:wrong" not in caplog.text + str(error)
        await api.close()


@pytest.mark.parametrize(
    ("code", "description", "kind"),
    [
        (400, "Bad Request: group chat was deactivated", Gone),
        (400, "Bad Request: message can't be edited", Gone),
        (400, "Bad Request: MESSAGE_ID_INVALID", Gone),
        (400, "Bad Request: not enough rights to send text messages to the chat", Blocked),
        (403, "Forbidden: bot can't initiate conversation with a user", Blocked),
        (400, "Bad Request: BUTTON_DATA_INVALID", Rejected),
        (413, "Request Entity Too Large", Rejected),
        (429, "Too Many Requests", RetryAfter),
        (502, "Bad Gateway", InDoubt),
    ],
)
def test_what_refusals_mean(code: int, description: str, kind: type[SendError]) -> None:
    assert type(to_send_error(ApiError(code, description), ANN)) is kind


async def test_a_repeat_goes_on_after_the_parts_that_arrived(fake: FakeTelegram, sender: TelegramSender) -> None:
    effect = Send(ANN, Message("x" * 5000))
    fake.flood = (0.3, 1)
    with pytest.raises(RetryAfter):
        await sender.send(effect, nonce="1", target=None)
    fake.flood = None
    await sender.send(effect, nonce="1", target=None)
    assert [len(shown.text) for shown in fake.from_bot(7)] == [4096, 904]


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class TestLive:
    async def test_drafts_in_private_chats_at_most_every_700_ms(self, fake: FakeTelegram, api: Api) -> None:
        clock = Clock()
        live = TelegramLive(api, clock)
        for text in ("跑", "跑步", "跑步很", ""):
            await live.draft(ANN, "d", text)
            clock.now += 0.4
        assert [draft["text"] for draft in fake.drafts] == ["跑", "跑步很"]
        assert len({draft["draft_id"] for draft in fake.drafts}) == 1

    async def test_groups_see_typing_instead(self, fake: FakeTelegram, api: Api) -> None:
        live = TelegramLive(api, Clock())
        await live.draft(GROUP, "d", "hi")
        await live.draft(GROUP, "d", "hi there")
        await live.typing(ANN)
        assert fake.drafts == []
        assert fake.actions == [{"chat": -1001, "action": "typing"}, {"chat": 7, "action": "typing"}]

    async def test_failures_are_swallowed_and_floods_obeyed(self, fake: FakeTelegram, api: Api) -> None:
        clock = Clock()
        live = TelegramLive(api, clock)
        fake.fail("sendMessageDraft", "flood", seconds=10)
        await live.draft(ANN, "d", "a")
        clock.now += 9
        await live.draft(ANN, "d", "b")
        clock.now += 2
        await live.draft(ANN, "d", "c")
        fake.fail("sendChatAction", "drop")
        await live.typing(ANN)
        await live.typing(ChatRef("telegram", "404"))
        assert [draft["text"] for draft in fake.drafts] == ["c"]


async def test_the_calls_own_result_comes_back(api: Api) -> None:
    me = await api.call(Call("getMe"))
    assert (me["username"], me["can_read_all_group_messages"]) == ("JiayouBot", False)
    with pytest.raises(ApiError):
        await api.call(Call("noSuchMethod"))
