"""What each kind of update becomes, made by the emulator and read by `inbound`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Update

from bots.telegram.inbound import ALLOWED_UPDATES, Me, chat_key, events, parse
from core.events import Author, ButtonPress, ChatChanged, Command, PlatformEvent, Reaction, TextMessage, Upload
from core.messages import AccountRef, ChatRef, MessageRef
from tests.fixtures.telegram_calls import BotCalls

ME = Me(9, "JiayouBot")
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ANN, BO, GROUP = 7, 8, -1001
PRIVATE = ChatRef("telegram", "7")
ROOM = ChatRef("telegram", "-1001", "group")


@pytest.fixture
def world() -> BotCalls:
    made = BotCalls(bot_id=9, privacy=False)
    made.allowed = frozenset(ALLOWED_UPDATES)
    made.person(ANN, "安", "zh-hans")
    made.room(GROUP, "Runners")
    return made


def read(raw: dict[str, Any]) -> tuple[PlatformEvent, ...]:
    return events(parse(raw), ME, NOW)


def last(world: BotCalls) -> PlatformEvent | None:
    """What the newest update becomes."""
    found = read(world.updates[-1])
    assert len(found) <= 1
    return found[0] if found else None


def post(world: BotCalls, chat: int, **params: Any) -> int:
    """The bot says something; the message's id."""
    world.room(chat)
    return int(world.call("sendMessage", {"chat_id": chat, "text": "hello", **params}, {})["message_id"])


def test_plain_words_are_parsed_as_the_library_parses_them(world: BotCalls) -> None:
    world.say(ANN, ANN, "跑了5公里 💪")
    world.say(GROUP, ANN, "ran 5k")
    for raw in list(world.updates)[-2:]:
        assert raw["message"].keys() == {"message_id", "date", "chat", "from", "text"}
        assert parse(raw).to_dict() == Update.de_json(raw, None).to_dict()


def test_private_text(world: BotCalls) -> None:
    world.say(ANN, ANN, "跑了5公里 💪")
    found = last(world)
    assert isinstance(found, TextMessage)
    assert found.id == f"telegram:9:{world.updates[-1]['update_id']}"
    assert found.at == datetime.fromtimestamp(world.messages(ANN)[-1].date, UTC)
    assert found.author == Author(AccountRef("telegram", "7"), "安", "zh-hans")
    assert (found.chat, found.text, found.message) == (PRIVATE, "跑了5公里 💪", MessageRef(PRIVATE, "1"))
    assert (found.edited, found.reply_to, found.uploads) == (False, None, ())


@pytest.mark.parametrize(
    ("text", "name", "args"),
    [
        ("/plan", "plan", ""),
        ("/Plan@JiayouBot  next week ", "plan", "next week"),
        ("/plan@jiayoubot", "plan", ""),
        ("/start ch_42", "start", "ch_42"),
        ("/log 跑步\n5 km", "log", "跑步\n5 km"),
    ],
)
@pytest.mark.parametrize("chat", [ANN, GROUP])
def test_commands(world: BotCalls, chat: int, text: str, name: str, args: str) -> None:
    world.say(chat, ANN, text)
    found = last(world)
    assert isinstance(found, Command)
    assert (found.name, found.args) == (name, args)


@pytest.mark.parametrize("chat", [ANN, GROUP])
def test_a_command_for_another_bot_is_not_ours(world: BotCalls, chat: int) -> None:
    world.say(chat, ANN, "/plan@OtherBot")
    assert last(world) is None


def test_a_command_is_only_one_at_the_start(world: BotCalls) -> None:
    world.say(ANN, ANN, "what does /plan do")
    assert isinstance(last(world), TextMessage)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("@JiayouBot ran 5 km", "ran 5 km"),
        ("@jiayoubot, ran 5 km", "ran 5 km"),
        ("💪💪 @JiayouBot 跑了5公里", "💪💪 跑了5公里"),
        ("@JiayouBot：跑步", "跑步"),
        ("ran @JiayouBot 5 km @JiayouBot", "ran 5 km"),
        ("@BoBot and @JiayouBot hi", "@BoBot and hi"),
        ("@JiayouBot", ""),
    ],
)
def test_mentions_in_a_group_are_taken_out(world: BotCalls, said: str, heard: str) -> None:
    world.say(GROUP, BO, said)
    found = last(world)
    assert isinstance(found, TextMessage)
    assert found.text == heard


@pytest.mark.parametrize("text", ["ran 5 km", "@OtherBot hi", "mail me@JiayouBot.com", "JiayouBot is nice"])
def test_other_talk_in_a_group_is_not_heard(world: BotCalls, text: str) -> None:
    world.say(GROUP, BO, text)
    assert last(world) is None


def test_a_name_linked_to_the_bot_is_a_mention(world: BotCalls) -> None:
    world.say(GROUP, BO, "Jiayou", mentions_bot=True)
    assert isinstance(last(world), TextMessage)


def test_replies_to_the_bot_are_heard_and_to_others_not(world: BotCalls) -> None:
    asked = post(world, GROUP)
    world.say(GROUP, BO, "70 kg", reply_to=asked)
    found = last(world)
    assert isinstance(found, TextMessage)
    assert (found.text, found.reply_to) == ("70 kg", MessageRef(ROOM, str(asked)))
    said = world.say(GROUP, BO, "hi")
    world.say(GROUP, ANN, "hi Bo", reply_to=said)
    assert last(world) is None


def test_topics(world: BotCalls) -> None:
    world.room(GROUP, forum=True)
    world.say(GROUP, BO, "/plan", thread=42)
    found = last(world)
    assert found is not None
    assert found.chat == ChatRef("telegram", "-1001", "group", "42")


def test_the_thread_of_a_reply_is_no_topic_and_a_topics_head_is_no_reply(world: BotCalls) -> None:
    world.say(GROUP, BO, "/plan")
    raw = world.updates[-1]
    raw["message"]["message_thread_id"] = 5
    found = last(world)
    assert found is not None
    assert found.chat == ROOM
    world.say(GROUP, BO, "hi", reply_to=post(world, GROUP))
    world.updates[-1]["message"]["reply_to_message"]["forum_topic_created"] = {"name": "t", "icon_color": 1}
    assert last(world) is None


def test_edits(world: BotCalls) -> None:
    said = world.say(ANN, ANN, "ran 5 km")
    world.edit(ANN, said, "ran 6 km")
    found = last(world)
    assert isinstance(found, TextMessage)
    assert (found.text, found.edited, found.message.message_id) == ("ran 6 km", True, str(said))


def test_an_edited_command_counts_for_its_words(world: BotCalls) -> None:
    said = world.say(GROUP, ANN, "/log ran 5 km")
    world.edit(GROUP, said, "/log@JiayouBot ran 6 km")
    found = last(world)
    assert isinstance(found, TextMessage)
    assert (found.text, found.edited) == ("ran 6 km", True)
    world.edit(GROUP, said, "/log")
    assert last(world) is None


def test_group_edits_only_of_what_was_addressed(world: BotCalls) -> None:
    said = world.say(GROUP, BO, "@JiayouBot ran 5 km")
    world.edit(GROUP, said, "@JiayouBot ran 6 km")
    found = last(world)
    assert isinstance(found, TextMessage)
    assert (found.text, found.edited) == ("ran 6 km", True)
    other = world.say(GROUP, BO, "hello")
    world.edit(GROUP, other, "hello all")
    assert last(world) is None


def test_presses(world: BotCalls) -> None:
    asked = post(world, GROUP, reply_markup={"inline_keyboard": [[{"text": "Join", "callback_data": "join:1"}]]})
    world.press(GROUP, asked, "Join", user=BO)
    found = last(world)
    assert isinstance(found, ButtonPress)
    assert (found.action, found.message, found.at) == ("join:1", MessageRef(ROOM, str(asked)), NOW)
    assert found.author.account.user_id == "8"


def test_a_press_on_a_message_too_old_to_be_shown(world: BotCalls) -> None:
    asked = post(world, GROUP, reply_markup={"inline_keyboard": [[{"text": "Join", "callback_data": "join:1"}]]})
    world.press(GROUP, asked, "Join", user=BO)
    raw = world.updates[-1]
    raw["callback_query"]["message"] = {"chat": world.room(GROUP).json(), "message_id": asked, "date": 0}
    found = last(world)
    assert isinstance(found, ButtonPress)
    assert found.message == MessageRef(ROOM, str(asked))


def test_reactions_are_what_changed(world: BotCalls) -> None:
    said = world.say(ANN, ANN, "ran")
    world.react(ANN, said, ["👍"], ANN)
    first = read(world.updates[-1])
    world.react(ANN, said, ["🔥"], ANN)
    second = read(world.updates[-1])
    assert [(r.emoji, r.removed) for r in first if isinstance(r, Reaction)] == [("👍", False)]
    assert [(r.emoji, r.removed) for r in second if isinstance(r, Reaction)] == [("👍", True), ("🔥", False)]
    assert len({r.id for r in (*first, *second)}) == 3
    world.react(ANN, said, ["🔥"], ANN)
    assert read(world.updates[-1]) == ()


@pytest.mark.parametrize(
    ("kind", "name", "media_type"),
    [("photo", "ufile1.jpg", "image/jpeg"), ("voice", "ufile1.ogg", "audio/ogg"),
     ("document", "run.fit", "application/octet-stream")],
)  # fmt: skip
def test_files_with_captions(world: BotCalls, kind: Any, name: str, media_type: str) -> None:
    world.say(ANN, ANN, "my run", file=(kind, "run.fit", b"12345"))
    found = last(world)
    assert isinstance(found, TextMessage)
    assert found.text == "my run"
    assert found.uploads == (Upload("file1", name, media_type, 5),)


def test_a_file_with_a_command_keeps_the_file(world: BotCalls) -> None:
    world.say(GROUP, ANN, "/log 5 km", file=("photo", "", b"1"))
    found = last(world)
    assert isinstance(found, TextMessage)
    assert (found.text, len(found.uploads)) == ("5 km", 1)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ({"sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
                      "is_animated": False, "is_video": False, "emoji": "💪"}}, "💪"),
        ({"location": {"longitude": 1.0, "latitude": 2.0}}, ""),
    ],
)  # fmt: skip
def test_wordless_content_is_heard_in_private(world: BotCalls, content: dict[str, Any], text: str) -> None:
    world.say(ANN, ANN)
    world.updates[-1]["message"] |= content
    found = last(world)
    assert isinstance(found, TextMessage)
    assert found.text == text


def test_membership(world: BotCalls) -> None:
    changes: list[tuple[Callable[[], None], str, str]] = [
        (lambda: world.block(ANN), "blocked", ""),
        (lambda: world.block(ANN, blocks=False), "unblocked", ""),
        (lambda: world.admit(GROUP, BO), "joined", "Runners"),
        (lambda: world.admit(GROUP, BO, inside=False), "left", "Runners"),
    ]
    for act, change, title in changes:
        act()
        found = last(world)
        assert isinstance(found, ChatChanged)
        assert (found.change, found.title) == (change, title)


def test_becoming_an_administrator_is_no_change(world: BotCalls) -> None:
    world.admit(GROUP, BO)
    rights = dict.fromkeys(
        ("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
         "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
         "can_edit_stories", "can_delete_stories"), False)  # fmt: skip
    change = world.updates[-1]["my_chat_member"]
    change["old_chat_member"]["status"] = "member"
    change["new_chat_member"] |= {"status": "administrator"} | rights
    assert last(world) is None


def test_migration(world: BotCalls) -> None:
    world.migrate(-5, -1005, BO)
    found = last(world)
    assert isinstance(found, ChatChanged)
    assert (found.change, found.chat.chat_id) == ("migrated", "-5")
    assert found.successor == ChatRef("telegram", "-1005", "group")


@pytest.mark.parametrize(
    "change",
    [
        {"from": {"id": 5, "is_bot": True, "first_name": "B", "username": "b"}},
        {"sender_chat": {"id": -1009, "type": "channel", "title": "News"}},
        {"chat": {"id": -1009, "type": "channel", "title": "News"}},
        {"text": None, "entities": None, "new_chat_title": "Runners 2"},
        {"text": None, "entities": None, "new_chat_members": [{"id": 5, "is_bot": False, "first_name": "C"}]},
    ],
)
def test_bots_channels_and_service_messages_are_ignored(world: BotCalls, change: dict[str, Any]) -> None:
    world.say(GROUP, BO, "/plan")
    message = world.updates[-1]["message"] | change
    world.updates[-1]["message"] = {name: value for name, value in message.items() if value is not None}
    assert last(world) is None


@pytest.mark.parametrize("text", ["\u202eABC\u202c", "é\u0301\u0323" * 50, "🏳️‍🌈", "x" * 4096, "[b](http://x) **"])
def test_odd_text_comes_as_it_is(world: BotCalls, text: str) -> None:
    world.say(ANN, ANN, text)
    found = last(world)
    assert isinstance(found, TextMessage)
    assert found.text == text


def test_the_chat_of_every_kind_of_update(world: BotCalls) -> None:
    asked = post(world, GROUP, reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]})
    world.room(GROUP).bot_is_admin = True
    world.say(GROUP, BO, "a")
    world.edit(GROUP, 2, "b")
    world.press(GROUP, asked, "a", BO)
    world.react(GROUP, asked, ["👍"], BO)
    world.admit(GROUP, BO)
    assert len(world.updates) == len(ALLOWED_UPDATES)
    assert {chat_key(raw) for raw in world.updates} == {str(GROUP)}
    assert chat_key({"update_id": 1, "poll": {}}) == ""
