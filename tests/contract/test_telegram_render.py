from __future__ import annotations

import base64
from typing import Any

import pytest

from bots.telegram import menu, reactions, render
from bots.telegram.request import Call, File
from core.messages import Ask, Attachment, Button, ChatRef, Message, MessageRef, React, Send
from tests.fixtures.telegram_running import MENU

ANN = ChatRef("telegram", "7")
GROUP = ChatRef("telegram", "-100", "group")
TOPIC = ChatRef("telegram", "-100", "group", thread="42")
NO_PREVIEW = {"link_preview_options": {"is_disabled": True}}
PNG = Attachment("plan.png", "image/png", base64.b64encode(b"png").decode(), alt="a plan")
PDF = Attachment("me.json", "application/json", base64.b64encode(b"{}").decode())
OK = Button("好", action="ok:1", style="primary")


def methods(calls: tuple[Call, ...]) -> list[str]:
    return [call.method for call in calls]


def test_a_text_is_one_call() -> None:
    assert render.send(Send(ANN, Message("**5** km"))) == (
        Call("sendMessage", {
            "chat_id": 7, "text": "5 km", "entities": [{"type": "bold", "offset": 0, "length": 1}], **NO_PREVIEW,
        }),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("effect", "params"),
    [
        (Send(TOPIC, Message("a")), {"message_thread_id": 42}),
        (Send(ANN, Message("a"), silent=True), {"disable_notification": True}),
        (Send(ANN, Message("a"), reply_to="9"), {
            "reply_parameters": {"message_id": 9, "allow_sending_without_reply": True}}),
        (Send(ANN, Message("a", ((OK,),))), {
            "reply_markup": {"inline_keyboard": [[{"text": "好", "callback_data": "ok:1", "style": "primary"}]]}}),
        (Send(ANN, Message("a", ((Button("site", url="https://a.bc"),),))), {
            "reply_markup": {"inline_keyboard": [[{"text": "site", "url": "https://a.bc"}]]}}),
        (Ask(ANN, Message("weight?"), "weight_kg", "kg"), {}),
        (Ask(GROUP, Message("weight?"), "weight_kg", "k" * 70), {
            "reply_markup": {"force_reply": True, "selective": True, "input_field_placeholder": "k" * 64}}),
        (Ask(GROUP, Message("weight?"), "weight_kg"), {"reply_markup": {"force_reply": True, "selective": True}}),
        (Ask(GROUP, Message("weight?", ((OK,),)), "weight_kg"), {
            "reply_markup": {"inline_keyboard": [[{"text": "好", "callback_data": "ok:1", "style": "primary"}]]}}),
    ],
)  # fmt: skip
def test_what_a_message_carries(effect: Send | Ask, params: dict[str, Any]) -> None:
    base = {"chat_id": int(effect.chat.chat_id), "text": effect.message.text, **NO_PREVIEW}
    assert [dict(call.params) for call in render.send(effect)] == [base | params]


def test_rows_wrap_at_eight_and_local_links_are_left_out() -> None:
    row = tuple(Button(str(at), action=str(at)) for at in range(10))
    found = render.keyboard((row, (Button("local", url="http://localhost:8080"),)))
    assert found is not None
    assert [len(line) for line in found["inline_keyboard"]] == [8, 2]


def test_a_long_text_replies_first_and_has_its_buttons_last() -> None:
    calls = render.send(Send(ANN, Message("line of text\n" * 700, ((OK,),)), reply_to="3"))
    assert methods(calls) == ["sendMessage"] * 3
    assert ["reply_parameters" in call.params for call in calls] == [True, False, False]
    assert ["reply_markup" in call.params for call in calls] == [False, False, True]


def test_blank_parts_are_left_out() -> None:
    assert [call.params["text"] for call in render.send(Send(ANN, Message("a" + "\n" * 9000)))] == ["a" + "\n" * 4095]


def test_pictures_and_files_carry_the_text_as_caption() -> None:
    (photo,) = render.send(Send(ANN, Message("*hi*", ((OK,),), PNG)))
    assert (photo.method, photo.file) == ("sendPhoto", File("photo", "plan.png", "image/png", b"png"))
    assert photo.params["caption"] == "hi"
    assert photo.params["caption_entities"] == [{"type": "italic", "offset": 0, "length": 2}]
    (document,) = render.send(Send(ANN, Message("", attachment=PDF)))
    assert (document.method, document.file) == ("sendDocument", File("document", "me.json", "application/json", b"{}"))
    assert "caption" not in document.params


def test_too_long_a_caption_goes_ahead_as_text() -> None:
    text, photo = render.send(Send(ANN, Message("好" * 1025, ((OK,),), PNG), reply_to="3"))
    assert (text.method, photo.method) == ("sendMessage", "sendPhoto")
    assert text.params["reply_parameters"] == {"message_id": 3, "allow_sending_without_reply": True}
    assert "reply_markup" in photo.params
    assert "caption" not in photo.params
    assert methods(render.send(Send(ANN, Message("好" * 1024, attachment=PNG)))) == ["sendPhoto"]


def test_edit_and_send_say_the_same() -> None:
    message = Message("**a** 💪 *b*", ((OK,),))
    (sent,) = render.send(Send(ANN, message))
    changed = render.edit(ANN, "5", message)
    assert changed.method == "editMessageText"
    assert dict(changed.params) == dict(sent.params) | {"message_id": 5}


def test_edits_of_pictures() -> None:
    changed = render.edit(ANN, "5", Message("**a**", attachment=PNG))
    assert changed.method == "editMessageMedia"
    assert changed.params["media"] == {
        "type": "photo", "media": "attach://media_file", "caption": "a",
        "caption_entities": [{"type": "bold", "offset": 0, "length": 1}],
    }  # fmt: skip
    assert changed.file == File("media_file", "plan.png", "image/png", b"png")
    caption = render.edit_caption(ANN, "5", Message("a" * 2000))
    assert caption.method == "editMessageCaption"
    assert caption.params["caption"] == "a" * 1023 + "…"


@pytest.mark.parametrize(
    ("emoji", "found"),
    [("👍", "👍"), ("💪", "🔥"), ("💪🏽", "🔥"), ("🏃‍♀️", "⚡"), ("❤️", "❤"), ("👏🏿", "👏"), ("🥇", "🏆"), ("🦷", None),
     ("🤷‍♀️", "🤷‍♀️"), ("x", None)],
)  # fmt: skip
def test_nearest_reaction(emoji: str, found: str | None) -> None:
    assert reactions.nearest(emoji) == found


def test_every_nearest_is_allowed() -> None:
    assert set(reactions._NEAREST.values()) <= set(reactions.ALLOWED)


def test_react_is_a_call_or_nothing() -> None:
    call = render.react(React(MessageRef(GROUP, "4"), "💪"))
    assert call == Call("setMessageReaction", {
        "chat_id": -100, "message_id": 4, "reaction": [{"type": "emoji", "emoji": "🔥"}]})  # fmt: skip
    assert render.react(React(MessageRef(GROUP, "4"), "🦷")) is None


def test_drafts_have_a_number_for_an_id_that_stays() -> None:
    first, second = render.draft(ANN, "d1", "跑"), render.draft(ANN, "d1", "跑步")
    assert first.params["draft_id"] == second.params["draft_id"] != render.draft(ANN, "d2", "跑").params["draft_id"]
    assert first.params["draft_id"] != 0
    assert second.params["text"] == "跑步"


def test_toasts_are_plain_and_short() -> None:
    assert render.answer("q", "**yes**").params == {"callback_query_id": "q", "text": "yes"}
    assert render.answer("q", None).params == {"callback_query_id": "q"}
    assert len(str(render.answer("q", "x" * 300).params["text"])) == 200


def test_menu_in_both_languages_and_scopes() -> None:
    calls = menu.menu_calls(MENU)
    found = {(call.params["scope"]["type"], call.params["language_code"]): call.params["commands"] for call in calls}  # type: ignore[index]
    plan, export = {"command": "plan", "description": "My plan"}, {"command": "export", "description": "My data"}
    assert found == {
        ("all_private_chats", ""): [plan, export],
        ("all_private_chats", "zh"): [
            {"command": "plan", "description": "我的计划"},
            {"command": "export", "description": "我的数据"},
        ],
        ("all_group_chats", ""): [plan],
        ("all_group_chats", "zh"): [{"command": "plan", "description": "我的计划"}],
    }
