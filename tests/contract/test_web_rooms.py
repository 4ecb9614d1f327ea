"""Rooms of the web chat: who is in, who sees what, and what the coach hears."""

from __future__ import annotations

import uuid

import pytest

from core.events import ChatChanged, Command, TextMessage
from core.messages import ChatRef, Message
from core.state.store import Store
from tests.fixtures.web_client import person, text
from tests.fixtures.web_coach import serving

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


async def test_everybody_in_a_room_sees_what_is_said_there(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna, person(web.port) as ben:
        await anna.open()
        await ben.open("zh-Hans")
        room = await anna.room("Anna", "Runners")
        await ben.join(room, "小本")
        await ben.say("大家好", room)
        seen = await anna.wait_for(lambda entry: text(entry) == "大家好", room)
        assert seen["author"]["name"] == "小本"
        await anna.frame(lambda f: f["t"] == "chats" and len(f["chats"][-1]["members"]) == 2)
        assert [member["name"] for member in anna.chats[room]["members"]] == ["Anna", "小本"]
        [event] = coach.events
        assert isinstance(event, ChatChanged)
        assert (event.change, event.title, event.author.is_admin) == ("joined", "Runners", True)


@pytest.mark.parametrize("words", ["see you at six", "mail me at anna@example.org", "50/60 done", "@coaching is hard"])
async def test_talk_that_is_not_meant_for_the_coach_never_reaches_it(store: Store, words: str) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        room = await anna.room("Anna")
        coach.events.clear()
        assert (await anna.say(words, room))["t"] == "ack"
        assert coach.events == []
        assert anna.texts(room) == [words]


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("@jiayou ran 5k", "ran 5k"),
        ("@Coach, how far?", "how far?"),
        ("@加油 今天跑了5公里", "今天跑了5公里"),
        ("今天跑了5公里@教练", "今天跑了5公里"),
    ],
)
async def test_a_mention_reaches_the_coach_without_itself(store: Store, typed: str, heard: str) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        room = await anna.room("Anna")
        await anna.say(typed, room)
        event = coach.events[-1]
        assert isinstance(event, TextMessage)
        assert (event.text, event.chat) == (heard, ChatRef("web", room, "group"))


async def test_commands_and_replies_to_the_coach_reach_it(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        room = await anna.room("Anna")
        question = await coach.say(ChatRef("web", room, "group"), Message("how far?"))
        await anna.say("@coach /challenge steps", room)
        await anna.say("5 km", room, reply_to=question)
        _, command, reply = coach.events
        assert isinstance(command, Command)
        assert isinstance(reply, TextMessage)
        assert (command.name, command.args) == ("challenge", "steps")
        assert reply.reply_to is not None
        assert reply.reply_to.message_id == question


async def test_a_reply_to_a_friend_is_between_friends(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        room = await anna.room("Anna")
        first = str(uuid.uuid4())
        await anna.say("who is in?", room, id=first)
        await anna.say("me", room, reply_to=first)
        assert [type(event) for event in coach.events] == [ChatChanged]


async def test_who_is_not_in_a_room_reads_nothing_of_it(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as anna, person(web.port) as eve:
        await anna.open()
        await eve.open()
        room = await anna.room("Anna")
        _, file = await anna.upload(room, "a.png", PNG, "image/png")
        await anna.say("just us", room, files=[file["id"]])
        await anna.say("only me")
        await eve.put({"t": "open", "chat": room, "after": None})
        assert (await eve.say("hi", room))["why"] == "member"
        assert (await eve.press("x", "join:1", room))["why"] == "member"
        assert (await eve.get(file["url"]))[0] == 404
        assert (await eve.upload(room, "b.png", PNG, "image/png"))[0] == 404
        assert (await anna.get(file["url"]))[0] == 200
        assert eve.entries.get(room) is None
        assert not any(frame["t"] in ("log", "entry") and frame["chat"] == room for frame in eve.frames)
        assert eve.log("dm") == []


async def test_a_private_file_is_its_owners_alone(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as anna, person(web.port) as eve:
        await anna.open()
        await eve.open()
        _, file = await anna.upload("dm", "a.png", PNG, "image/png")
        assert (await anna.get(file["url"]))[0] == 200
        assert (await eve.get(file["url"]))[0] == 404
        assert (await eve.say("look", files=[file["id"]]))["why"] == "invalid"


async def test_after_leaving_a_room_is_closed(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as anna, person(web.port) as ben:
        await anna.open()
        await ben.open()
        room = await anna.room("Anna")
        await ben.join(room, "Ben")
        assert (await ben.post(f"/api/rooms/{room[5:]}/leave", {}))[0] == 200
        await ben.frame(lambda frame: frame["t"] == "chats" and len(frame["chats"]) == 1)
        await anna.say("gone?", room)
        assert (await ben.say("hi", room))["why"] == "member"
        assert "gone?" not in ben.texts(room)


@pytest.mark.parametrize("name", ["", "   ", "x" * 41, "Coach", "加油", "\u202e\u200b"])
async def test_names_that_are_refused(store: Store, name: str) -> None:
    async with serving(store) as (web, _), person(web.port) as anna:
        await anna.open()
        assert await anna.post("/api/rooms", {"title": "x", "name": name}) == (422, {"why": "name"})
        assert await anna.post("/api/name", {"name": name}) == (422, {"why": "name"})


async def test_markup_in_names_stays_text(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna:
        await anna.open()
        room = await anna.room("<b>*Anna*</b>\u202e", "<script>alert(1)</script>")
        await anna.say("@coach **hi** [x](https://example.org)", room)
        entry = await anna.wait_for(lambda e: e["author"] is not None, room)
        assert entry["author"]["name"] == "<b>*Anna*</b>"
        assert entry["spans"] == [{"t": "@coach **hi** [x](https://example.org)"}]
        assert anna.chats[room]["title"] == "<script>alert(1)</script>"
        event = coach.events[-1]
        assert isinstance(event, TextMessage)
        assert event.author.name == "<b>*Anna*</b>"


async def test_a_new_name_is_seen_in_every_room(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as anna, person(web.port) as ben:
        await anna.open()
        await ben.open()
        room = await anna.room("Anna")
        await ben.join(room, "Ben")
        assert (await anna.post("/api/name", {"name": "Annabel"}))[1] == {"name": "Annabel"}
        await ben.frame(lambda f: f["t"] == "chats" and "Annabel" in {m["name"] for m in f["chats"][-1]["members"]})


async def test_links_to_nowhere(store: Store) -> None:
    async with serving(store) as (web, _), person(web.port) as anna:
        await anna.open()
        assert await anna.get("/api/rooms/abcdefghjkmn") == (404, {"why": "unknown"})
        assert await anna.get("/api/rooms/..%2f") == (404, {"why": "unknown"})
        assert await anna.post("/api/rooms/abcdefghjkmn/join", {"name": "Anna"}) == (404, {"why": "unknown"})


async def test_nobody_speaks_with_anothers_message_id(store: Store) -> None:
    async with serving(store) as (web, coach), person(web.port) as anna, person(web.port) as eve:
        await anna.open()
        await eve.open()
        room = await anna.room("Anna")
        await eve.join(room, "Eve")
        same = str(uuid.uuid4())
        await anna.say("@coach ran 5k", room, id=same)
        assert (await eve.say("@coach ran 50k", room, id=same))["why"] == "invalid"
        assert (await eve.ask({"t": "edit", "chat": room, "message": same, "text": "ran 1k"}))["why"] == "invalid"
        assert (await eve.ask({"t": "delete", "chat": room, "message": same}))["why"] == "invalid"
        assert eve.texts(room) == ["@coach ran 5k"]
        assert len(coach.events) == 2
