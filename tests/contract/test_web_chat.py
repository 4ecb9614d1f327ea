"""The web chat over real sockets: what is said, answered, changed, resent."""

from __future__ import annotations

import asyncio
import base64
import uuid
from pathlib import Path

import pytest

from bots.sending import Gone, Rejected, RetryAfter
from bots.web.sender import WebLive, WebSender
from core.events import ButtonPress, Command, MessageDeleted, Reaction, TextMessage
from core.messages import Ask, Attachment, Button, ChatRef, Edit, Message, MessageRef, React, Send
from core.state.crypto import Vault
from core.state.link import Link, make_client
from core.state.store import Store
from core.state.webchats import WebChats
from tests.fixtures.web_client import person, text
from tests.fixtures.web_coach import Coach, answer, serving

JOIN = Message("**Walk** week", ((Button("Join", "join:1"), Button("Rules", url="https://example.org/rules")),))


def dm_of(uid: str) -> ChatRef:
    return ChatRef("web", f"dm:{uid}")


async def test_a_word_is_logged_answered_and_there_after_a_reload(store: Store) -> None:
    async with serving(store, Coach({"hi": answer("hello **you**")})) as (web, coach), person(web.port) as anna:
        await anna.open()
        assert (await anna.say("hi"))["t"] == "ack"
        reply = await anna.wait_for(lambda entry: entry["author"] is None)
        assert reply["spans"] == [{"t": "hello "}, {"t": "you", "s": "bold"}]
        await anna.close()
        anna.entries.clear()
        await anna.connect()
        await anna.wait_for(lambda entry: entry["author"] is None)
        assert anna.texts() == ["hi", "hello you"]
        [event] = coach.events
        assert isinstance(event, TextMessage)
        assert (event.chat, event.author.language, event.addressed) == (dm_of(anna.me["uid"]), "en", True)


async def test_the_same_word_again_is_one_word(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        same = str(uuid.uuid4())
        assert [(await anna.say("ran 5k", id=same))["t"] for _ in range(3)] == ["ack"] * 3
        await anna.load("dm")
        assert anna.texts() == ["ran 5k"]
        assert [event.id for event in coach.events] == [f"web:{same}"]


async def test_while_the_store_is_away_nothing_is_acknowledged_and_nothing_lost(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        coach.away = 1
        same = str(uuid.uuid4())
        nack = await anna.say("ran 5k", id=same)
        assert (nack["t"], nack["why"], nack["retry"]) == ("nack", "away", True)
        assert (await anna.say("ran 5k", id=same))["t"] == "ack"
        assert len(coach.events) == 1
        await anna.load("dm")
        assert anna.texts() == ["ran 5k"]


async def test_events_of_one_person_reach_the_coach_in_order(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        coach.open.clear()
        said = [str(number) for number in range(20)]
        for words in said:
            await anna.put({"t": "say", "id": str(uuid.uuid4()), "chat": "dm", "text": words, "files": []})
        await anna.wait_for(lambda entry: text(entry) == "19")
        coach.open.set()
        await anna.say("last")
        assert [event.text for event in coach.events if isinstance(event, TextMessage)] == [*said, "last"]


async def test_what_was_handed_over_is_finished_when_the_page_is_closed(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        coach.open.clear()
        await anna.put({"t": "say", "id": str(uuid.uuid4()), "chat": "dm", "text": "ran 5k", "files": []})
        await anna.wait_for(lambda entry: text(entry) == "ran 5k")
        await anna.close()
        coach.open.set()
    assert len(coach.events) == 1


@pytest.mark.parametrize(
    ("typed", "name", "args"),
    [("/challenge 7 days", "challenge", "7 days"), ("／TODAY", "today", ""), ("/挑战 周末", "挑战", "周末")],
)
async def test_commands(store: Store, typed: str, name: str, args: str) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        await anna.say(typed)
        [event] = coach.events
        assert isinstance(event, Command)
        assert (event.name, event.args) == (name, args)


async def test_a_button_is_pressed_once_and_its_notice_is_shown(store: Store) -> None:
    coach = Coach({"join:1": answer("you are in", toast="welcome")})
    async with serving(store, coach) as (web, _), person(web.port) as anna:
        await anna.open()
        message = await coach.say(dm_of(anna.me["uid"]), JOIN)
        shown = await anna.wait_for(lambda entry: bool(entry["buttons"]))
        assert [button.get("action", button.get("url")) for button in shown["buttons"][0]] == [
            "join:1",
            "https://example.org/rules",
        ]
        same = str(uuid.uuid4())
        press = {"t": "press", "id": same, "chat": "dm", "message": message, "action": "join:1"}
        assert (await anna.ask(press))["toast"] == "welcome"
        assert (await anna.ask(press))["toast"] is None
        [event] = coach.events
        assert isinstance(event, ButtonPress)
        assert event.message.message_id == message


async def test_an_action_that_no_button_offers_is_refused(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        message = await coach.say(dm_of(anna.me["uid"]), JOIN)
        assert (await anna.press(message, "delete:everything"))["why"] == "stale"
        assert coach.events == []


async def test_a_message_changes_in_place(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        chat = dm_of(anna.me["uid"])
        message = await coach.say(chat, Message("0 steps"))
        before = await anna.wait_for(lambda entry: text(entry) == "0 steps")
        edit = Edit(chat, Message("**9** steps"), slot="board")
        await web.sender.send(edit, nonce="e1", target=MessageRef(chat, message))
        after = await anna.wait_for(lambda entry: text(entry) == "9 steps")
        assert (after["id"], after["seq"]) == (before["id"], before["seq"])
        assert len(anna.log()) == 1


async def test_a_send_repeated_with_its_nonce_is_one_message(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as anna:
        await anna.open()
        send = Send(dm_of(anna.me["uid"]), Message("board"))
        first = await web.sender.send(send, nonce="17-0", target=None)
        assert await web.sender.send(send, nonce="17-0", target=None) == first
        await anna.wait_for(lambda entry: text(entry) == "board")
        await anna.load("dm")
        assert anna.texts() == ["board"]


async def test_an_edit_of_an_unknown_message_is_sent_unless_cosmetic(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as anna:
        await anna.open()
        chat = dm_of(anna.me["uid"])
        assert await web.sender.send(Edit(chat, Message("a"), cosmetic=True), nonce="1", target=None) is None
        assert await web.sender.send(Edit(chat, Message("b")), nonce="2", target=None) is not None
        await anna.wait_for(lambda entry: text(entry) == "b")
        with pytest.raises(Gone):
            await web.sender.send(Edit(chat, Message("c")), nonce="3", target=MessageRef(chat, "never"))


async def test_the_sender_speaks_in_send_errors(store: Store) -> None:
    async with serving(store) as (web, _):
        with pytest.raises(Gone):
            await web.sender.send(Send(ChatRef("web", "room:abcdefgh", "group"), Message("x")), nonce="1", target=None)
        broken = Message("x", attachment=Attachment("a", "image/png", "not base64!"))
        with pytest.raises(Rejected):
            await web.sender.send(Send(dm_of("u"), broken), nonce="2", target=None)


async def test_without_a_store_a_send_is_for_later(tmp_path: Path) -> None:
    link = Link(make_client(f"unix://{tmp_path}/nobody.sock", 2), Vault(bytes(32)))
    with pytest.raises(RetryAfter):
        await WebSender(WebChats(link)).send(Send(dm_of("u"), Message("x")), nonce="3", target=None)
    await WebLive(WebChats(link)).typing(dm_of("u"))
    await link.close()


async def test_reactions_both_ways(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        chat = dm_of(anna.me["uid"])
        mine = str(uuid.uuid4())
        await anna.say("ran 5k", id=mine)
        await coach.out(React(MessageRef(chat, mine), "💪"))
        await anna.wait_for(lambda entry: entry["reactions"] == {"💪": ["bot"]})
        message = await coach.say(chat, Message("well done"))
        for removed in (False, True):
            await anna.ask({"t": "react", "chat": "dm", "message": message, "emoji": "👍", "removed": removed})
        assert [(e.emoji, e.removed) for e in coach.events if isinstance(e, Reaction)] == [("👍", False), ("👍", True)]
        await anna.wait_for(lambda entry: entry["id"] == message and entry["reactions"] == {})


async def test_an_edited_message_is_told_as_edited_and_a_deleted_one_as_deleted(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        mine = str(uuid.uuid4())
        await anna.say("ran 5k", id=mine)
        await anna.ask({"t": "edit", "chat": "dm", "message": mine, "text": "ran 6k"})
        await anna.wait_for(lambda entry: text(entry) == "ran 6k" and entry["edited"])
        await anna.ask({"t": "delete", "chat": "dm", "message": mine})
        await anna.wait_for(lambda entry: entry["deleted"] and entry["spans"] == [])
        _, edit, deletion = coach.events
        assert isinstance(edit, TextMessage)
        assert isinstance(deletion, MessageDeleted)
        assert (edit.text, edit.edited, edit.message.message_id) == ("ran 6k", True, mine)
        assert deletion.message.message_id == mine
        assert len({event.id for event in coach.events}) == 3


async def test_the_coachs_words_are_not_ours_to_change(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        message = await coach.say(dm_of(anna.me["uid"]), Message("plan"))
        for frame in ({"t": "edit", "text": "other"}, {"t": "delete"}):
            assert (await anna.ask({**frame, "chat": "dm", "message": message}))["why"] == "invalid"
        await anna.load("dm")
        assert anna.texts() == ["plan"]


async def test_a_question_puts_its_placeholder_into_the_input(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        await coach.out(Ask(dm_of(anna.me["uid"]), Message("How much do you weigh?"), "weight_kg", "e.g. 70 kg"))
        assert (await anna.wait_for(lambda entry: entry["ask"] != ""))["ask"] == "e.g. 70 kg"


async def test_drafts_and_typing_pass_and_leave_nothing(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as anna:
        await anna.open()
        chat = dm_of(anna.me["uid"])
        await web.live.typing(chat)
        await web.live.draft(chat, "d1", "so *far*")
        await web.live.draft(chat, "d1", "")
        await anna.frame(lambda frame: frame["t"] == "live" and frame.get("ends") is True)
        lives = [frame for frame in anna.frames if frame["t"] == "live"]
        assert [frame.get("spans") for frame in lives] == [None, [{"t": "so "}, {"t": "far", "s": "italic"}], None]
        await anna.load("dm")
        assert anna.log() == []


@pytest.mark.parametrize(("said", "taken"), [("Asia/Tokyo", "Asia/Tokyo"), ("Mars/Olympus", None), ("", None)])
async def test_the_browsers_time_zone_comes_with_what_is_said(store: Store, said: str, taken: str | None) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open(zone=said)
        await anna.say("hi")
        event = coach.events[-1]
        assert isinstance(event, TextMessage)
        assert event.author.zone == taken


async def test_language_is_told_to_the_coach_once_there_is_a_talk(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        await anna.ask({"t": "language", "lang": "zh-Hans"})
        assert coach.events == []
        await anna.say("你好")
        await anna.ask({"t": "language", "lang": "en"})
        hello, command = coach.events
        assert isinstance(hello, TextMessage)
        assert isinstance(command, Command)
        assert (hello.author.language, hello.author.name) == ("zh-Hans", "")
        assert (command.name, command.args) == ("language", "en")


async def test_a_button_of_the_coach_that_chooses_a_language_chooses_it_for_the_page(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        await anna.say("hi")
        await coach.say(dm_of(anna.me["uid"]), Message("Which?", ((Button("中文", "language:zh-Hans"),),)))
        asked = await anna.wait_for(lambda entry: entry["author"] is None)
        await anna.press(asked["id"], "language:zh-Hans")
        assert (await anna.get("/api/me"))[1]["lang"] == "zh-Hans"


@pytest.mark.parametrize(
    ("words", "why"), [("", "invalid"), ("   \n", "invalid"), ("x" * 20_001, "too_long"), ("长" * 20_001, "too_long")]
)
async def test_what_cannot_be_said_is_refused_for_good(store: Store, words: str, why: str) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        nack = await anna.say(words)
        assert (nack["why"], nack["retry"]) == (why, False)
        assert coach.events == []


@pytest.mark.parametrize("words", ["🏃", "שלום ‏עולם", "Z̷̛͔a̵l̶g̴o̸", "<img src=x onerror=alert(1)>", "x" * 20_000])
async def test_odd_words_arrive_as_they_are(store: Store, words: str) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        await anna.say(words)
        assert [event.text for event in coach.events if isinstance(event, TextMessage)] == [words]
        assert (await anna.wait_for(lambda _: True))["spans"] == [{"t": words}]


async def test_a_flood_is_slowed_down_and_asked_to_come_again(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as anna:
        await anna.open()
        answers = await asyncio.gather(*(anna.say(str(number)) for number in range(100)))
        refused = [frame for frame in answers if frame["t"] == "nack"]
        assert refused
        assert {(frame["why"], frame["retry"]) for frame in refused} == {("flood", True)}


async def test_nonsense_frames_are_ignored(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as anna:
        await anna.open()
        for frame in ({"t": "nothing"}, {"t": "say"}, {"t": "say", "id": "x", "chat": "dm", "text": "a"}, {}):
            await anna.put(frame)
        assert (await anna.say("still here"))["t"] == "ack"


async def test_a_page_that_was_away_gets_what_changed_since(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        chat = dm_of(anna.me["uid"])
        board = await coach.say(chat, Message("0"))
        await coach.say(chat, Message("talk"))
        rev = (await anna.load("dm"))["rev"]
        await web.sender.send(Edit(chat, Message("1")), nonce="e", target=MessageRef(chat, board))
        news = await anna.load("dm", after=rev)
        assert (news["reset"], [entry["id"] for entry in news["entries"]]) == (False, [board])
        assert (await anna.load("dm", after=news["rev"]))["entries"] == []


async def test_long_talks_come_in_pages(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        for number in range(130):
            await coach.out(Send(dm_of(anna.me["uid"]), Message(str(number))))
        newest = await anna.load("dm")
        assert (len(newest["entries"]), newest["more"], text(newest["entries"][-1])) == (60, True, "129")
        anna.frames.clear()
        await anna.put({"t": "older", "chat": "dm", "before": newest["entries"][0]["seq"]})
        older = await anna.frame(lambda frame: frame["t"] == "older")
        assert (text(older["entries"][0]), text(older["entries"][-1]), older["more"]) == ("10", "69", True)


async def test_two_processes_show_the_same(store: Store) -> None:
    async with serving(store) as (one, coach), serving(store) as (two, _), person(one.port) as anna:
        await anna.open()
        await anna.close()
        anna.base = f"http://127.0.0.1:{two.port}"
        await anna.connect()
        await coach.say(dm_of(anna.me["uid"]), Message("from the other process"))
        await anna.wait_for(lambda entry: text(entry) == "from the other process")


async def test_forgetting_a_person_leaves_nothing_and_the_page_follows(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna, person(web.port) as ben:
        await anna.open()
        await ben.open()
        room = await anna.room("Anna")
        await ben.join(room, "Ben")
        await anna.say("my secret weight is 70")
        await anna.say("hello friends", room)
        await coach.out(
            Send(
                dm_of(anna.me["uid"]),
                Message(
                    "export", attachment=Attachment("a.json", "application/json", base64.b64encode(b"{}").decode())
                ),
            )
        )
        entry = await anna.wait_for(lambda e: bool(e["files"]))
        await WebChats(store).forget(anna.me["uid"])
        await anna.frame(lambda frame: frame["t"] == "wiped")
        assert (await anna.load("dm"))["entries"] == []
        assert (await anna.get(entry["files"][0]["url"]))[0] == 404
        assert (await ben.load(room))["entries"][-1]["deleted"] is True
        assert [member["name"] for member in ben.chats[room]["members"]] == ["Ben"]
        farewell = await coach.say(dm_of(anna.me["uid"]), Message("goodbye"))
        await anna.wait_for(lambda e: e["id"] == farewell)
