"""The Discord adapter against an emulated Discord: what comes in, in which order, and what is never lost."""

from __future__ import annotations

import asyncio
import time

import discord as library
import pytest

from bots.discord.dispatch import Dispatch
from bots.discord.rest import Rest
from bots.sending import Gone
from core.events import ButtonPress, ChatChanged, Command, MessageDeleted, PlatformEvent, Reaction, TextMessage, Upload
from core.messages import Ask, Button, ChatRef, Message, Send
from tests.contract.discord_bench import MENU, MemoryCursor, RecordingCoach, adapter_of, reply, running
from tests.fixtures.discord_api import FakeDiscord
from tests.fixtures.discord_world import BOT_ID, BOT_ROLE


async def test_a_dm_becomes_a_text_message() -> None:
    async with FakeDiscord() as discord:
        lin = discord.world.user("Lin")
        coach, cursor = RecordingCoach(), MemoryCursor()
        async with running(discord, coach, cursor):
            said = discord.world.say(lin, "跑了五公里")
            (event,) = await coach.has(1)
            assert isinstance(event, TextMessage)
            assert (event.id, event.text, event.edited) == (f"discord:{said}", "跑了五公里", False)
            assert (event.author.name, event.author.account.user_id) == ("Lin", lin)
            assert (event.chat.kind, event.chat.chat_id) == ("private", discord.world.dm(lin))
            assert event.message.message_id == said
        assert cursor.positions == {discord.world.dm(lin): said}


async def test_a_message_the_library_could_not_read_does_no_harm() -> None:
    async with FakeDiscord() as discord:
        coach = RecordingCoach()
        async with running(discord, coach):
            discord.world.say(discord.world.user("Lin"), "look", attachments=({"url": "", "filename": "new kind"},))
            await coach.has(1)
        assert discord.gateway.identified == 1


async def test_no_privileged_intent_is_asked_for() -> None:
    async with FakeDiscord() as discord, running(discord, RecordingCoach()):
        assert discord.gateway.intents == 1 | 1 << 9 | 1 << 10 | 1 << 12 | 1 << 13


async def test_in_a_server_only_what_is_addressed_comes_through() -> None:
    async with FakeDiscord() as discord:
        world = discord.world
        lin, guild = world.user("Lin"), world.guild()
        room = world.channel(guild)
        thread = world.channel(guild, "week 3", thread=True)
        board = world.post(room, {"content": "Board"})["id"]
        coach = RecordingCoach()
        async with running(discord, coach):
            world.say(lin, "talk among friends", room)
            world.say(lin, f"<@{BOT_ID}> ran 5 km", room, admin=True)
            world.say(lin, f"<@&{BOT_ROLE}> swam", room)
            world.say(lin, "and cycled", room, reply_to=board)
            world.say(lin, "no ping", room, reply_to=board, ping=False)
            world.say(world.user("Robo", bot=True), f"<@{BOT_ID}> beep", room)
            world.say(lin, f"<@{BOT_ID}> here too", thread)
            events = await coach.has(4)
            await asyncio.sleep(0.05)
        texts = {event.text: event for event in events if isinstance(event, TextMessage)}
        assert set(texts) == {"ran 5 km", "swam", "and cycled", "here too"}
        assert [texts[text].author.is_admin for text in ("ran 5 km", "swam")] == [True, False]
        assert texts["and cycled"].reply_to is not None
        assert texts["and cycled"].reply_to.message_id == board
        assert texts["here too"].chat.chat_id == thread
        assert {event.chat.kind for event in events} == {"group"}


async def test_edits_deletions_and_reactions() -> None:
    async with FakeDiscord() as discord:
        world = discord.world
        lin = world.user("Lin")
        coach = RecordingCoach()
        async with running(discord, coach):
            said = world.say(lin, "20 pushups")
            world.edit(said, "25 pushups")
            world.react(lin, said, "💪")
            world.react(lin, said, "💪", removed=True)
            world.delete(said)
            _, edited, added, removed, deleted = await coach.has(5)
        assert isinstance(edited, TextMessage)
        assert (edited.text, edited.edited, edited.message.message_id) == ("25 pushups", True, said)
        assert edited.id.startswith(f"discord:{said}:")
        assert isinstance(added, Reaction)
        assert isinstance(removed, Reaction)
        assert (added.emoji, added.removed, removed.removed) == ("💪", False, True)
        assert added.id != removed.id
        assert isinstance(deleted, MessageDeleted)
        assert deleted.author.account.user_id == lin


async def test_reactions_in_a_server_count_on_our_messages_only() -> None:
    async with FakeDiscord() as discord:
        world = discord.world
        lin, room = world.user("Lin"), world.channel(world.guild())
        theirs, ours = world.say(lin, "hello all", room), world.post(room, {"content": "Lin ran 5 km"})["id"]
        coach = RecordingCoach()
        async with running(discord, coach):
            world.react(lin, theirs, "👍")
            world.react(lin, ours, "👏")
            (event,) = await coach.has(1)
            await asyncio.sleep(0.05)
        assert isinstance(event, Reaction)
        assert (event.message.message_id, event.author.name, len(coach.events)) == (ours, "Lin", 1)


async def test_joining_and_leaving_a_server() -> None:
    async with FakeDiscord() as discord:
        coach = RecordingCoach()
        async with running(discord, coach):
            await asyncio.sleep(0.05)
            discord.world.leave(discord.world.guild("Office"))
            changes = await coach.has(1)
        assert [(e.change, e.title) for e in changes if isinstance(e, ChatChanged)][-1] == ("left", "Office")


async def test_a_slash_command_is_deferred_at_once_and_answered_in_place() -> None:
    async with FakeDiscord() as discord:
        world = discord.world
        lin = world.user("Lin")
        coach = RecordingCoach(pause_s=0.2)
        async with running(discord, coach) as adapter:
            made = world.slash(lin, "challenge", "10000 steps", locale="zh-CN")
            await discord.until(lambda: discord.interaction(made)["state"] == "thinking")
            assert not coach.events
            (event,) = await coach.has(1)
            assert isinstance(event, Command)
            assert (event.name, event.args, event.values) == ("challenge", "10000 steps", (("text", "10000 steps"),))
            assert event.author.language == "zh-CN"
            send = reply(event.chat, token=event.reply_token)
            receipt = await adapter.sender.send(send, nonce="1-0", target=None)
            again = await adapter.sender.send(send, nonce="1-0", target=None)
        (message,) = discord.messages(event.chat.chat_id)
        assert receipt == again
        assert receipt is not None
        assert (message["id"], message["content"]) == (receipt.message_id, "Well done")
        assert discord.interaction(made)["state"] == "answered"


async def test_a_second_reply_does_not_overwrite_the_first() -> None:
    async with FakeDiscord() as discord:
        lin = discord.world.user("Lin")
        coach = RecordingCoach()
        async with running(discord, coach) as adapter:
            discord.world.slash(lin, "today")
            (event,) = await coach.has(1)
            await adapter.sender.send(reply(event.chat, "one", token=event.reply_token), nonce="1", target=None)
            await adapter.sender.send(reply(event.chat, "two", token=event.reply_token), nonce="2", target=None)
        assert [message["content"] for message in discord.messages(event.chat.chat_id)] == ["one", "two"]


async def test_a_private_command_in_a_server_is_seen_by_its_author_only() -> None:
    async with FakeDiscord() as discord:
        world = discord.world
        lin, room = world.user("Lin"), world.channel(world.guild())
        coach = RecordingCoach()
        async with running(discord, coach) as adapter:
            world.slash(lin, "me", channel=room, admin=True)
            (event,) = await coach.has(1)
            assert event.author.is_admin
            for nonce in ("1", "2"):
                await adapter.sender.send(reply(event.chat, nonce, token=event.reply_token), nonce=nonce, target=None)
        assert [(each["content"], each["flags"] & 64) for each in discord.messages(room)] == [("1", 64), ("2", 64)]


async def test_thinking_never_hangs_and_a_late_reply_still_arrives() -> None:
    async with FakeDiscord() as discord:
        lin = discord.world.user("Lin")
        coach = RecordingCoach()
        async with running(discord, coach) as adapter:
            made = discord.world.slash(lin, "today")
            (event,) = await coach.has(1)
            await discord.until(lambda: discord.interaction(made)["state"] == "deleted")
            await adapter.sender.send(reply(event.chat, "late", token=event.reply_token), nonce="1", target=None)
        assert [message["content"] for message in discord.messages(event.chat.chat_id)] == ["late"]


async def test_a_toast_is_shown_to_one_person_beside_the_lasting_reply() -> None:
    async with FakeDiscord() as discord:
        world = discord.world
        lin, room = world.user("Lin"), world.channel(world.guild())
        coach = RecordingCoach(toast="noted")
        async with running(discord, coach) as adapter:

            async def answer(event: PlatformEvent) -> None:
                await adapter.sender.send(reply(event.chat, token=event.reply_token), nonce=event.id, target=None)

            coach.then = answer
            made = world.slash(lin, "today", channel=room)
            await discord.until(lambda: discord.interaction(made)["ephemeral"] == ["noted"])
        assert [(each["content"], each["flags"] & 64) for each in discord.messages(room)] == [
            ("Well done", 0),
            ("noted", 64),
        ]


async def test_a_button_is_deferred_toasted_and_survives_a_restart() -> None:
    async with FakeDiscord() as discord:
        world = discord.world
        room, mia = world.channel(world.guild()), world.user("Mia")
        coach, cursor = RecordingCoach(toast="You are in"), MemoryCursor()
        async with running(discord, coach, cursor) as adapter:
            lin = world.say(world.user("Lin"), f"<@{BOT_ID}> challenge", room)
            (asked,) = await coach.has(1)
            card = await adapter.sender.send(
                reply(asked.chat, "Join!", Button("Join", "ch:join:1")), nonce="card", target=None
            )
            assert card is not None
            assert int(card.message_id) > int(lin)
        async with running(discord, coach, cursor):
            made = world.press(mia, card.message_id, "Join")
            _, press = await coach.has(2)
            assert isinstance(press, ButtonPress)
            assert (press.action, press.message.message_id, press.author.name) == ("ch:join:1", card.message_id, "Mia")
            await discord.until(lambda: discord.interaction(made)["ephemeral"] == ["You are in"])
        assert discord.interaction(made)["state"] == "updated"


async def test_an_ask_button_opens_a_form_whose_answer_is_a_press() -> None:
    async with FakeDiscord() as discord:
        world = discord.world
        lin = world.user("Lin")
        coach = RecordingCoach()
        async with running(discord, coach) as adapter:
            world.say(lin, "hi")
            (hello,) = await coach.has(1)
            ask = Ask(hello.chat, Message("Thanks!\nHow much do you **weigh**?"), "weight_kg", "e.g. 72")
            asked = await adapter.sender.send(ask, nonce="ask", target=None)
            assert asked is not None
            opened = world.press(lin, asked.message_id, "ask:weight_kg")
            await discord.until(lambda: discord.interaction(opened)["state"] == "form")
            form = discord.interaction(opened)["form"]
            assert form["title"] == "e.g. 72"
            assert form["components"][0]["components"][0]["label"] == "How much do you weigh?"
            world.submit(lin, opened, " 72.5 ")
            _, press = await coach.has(2)
        assert isinstance(press, ButtonPress)
        assert (press.action, press.values) == ("ask:weight_kg", (("weight_kg", "72.5"),))
        assert press.message.message_id == asked.message_id


async def test_a_deferral_that_fails_is_tried_again_and_one_that_is_too_late_costs_no_reply() -> None:
    async with FakeDiscord() as discord:
        lin = discord.world.user("Lin")
        coach = RecordingCoach()
        async with running(discord, coach) as adapter:
            discord.fail("callback", "lost")
            shaky = discord.world.slash(lin, "today")
            (first,) = await coach.has(1)
            assert discord.interaction(shaky)["state"] == "thinking"
            assert first.reply_token is not None
            discord.world.patience_s = 0.0
            discord.world.slash(lin, "today")
            _, second = await coach.has(2)
            assert second.reply_token is None
            await adapter.sender.send(reply(second.chat, "anyway"), nonce="2", target=None)
            await discord.wait_for(second.chat.chat_id, "anyway")


async def test_messages_missed_while_away_are_handled_once_in_order_before_new_ones() -> None:
    async with FakeDiscord() as discord:
        world = discord.world
        lin, room = world.user("Lin"), world.channel(world.guild())
        coach, cursor = RecordingCoach(), MemoryCursor()
        async with running(discord, coach, cursor):
            world.say(lin, "before")
            world.say(lin, f"<@{BOT_ID}> room before", room)
            await coach.has(2)
        for at in range(120):
            world.say(lin, f"missed {at}")
        world.say(lin, "not for us", room)
        world.say(lin, f"<@{BOT_ID}> room missed", room)
        async with running(discord, coach, cursor):
            world.say(lin, "after")
            await coach.has(2 + 120 + 1 + 1)
        dm = [event.text for event in coach.events if isinstance(event, TextMessage) and event.chat.kind == "private"]
        assert dm == ["before", *(f"missed {at}" for at in range(120)), "after"]
        assert [text for text in coach.texts if "room" in text] == ["room before", "room missed"]
        assert cursor.positions[world.dm(lin)] == discord.messages(world.dm(lin))[-1]["id"]


async def test_a_vanished_channel_does_not_stop_the_others_from_catching_up() -> None:
    async with FakeDiscord() as discord:
        lin = discord.world.user("Lin")
        cursor = MemoryCursor()
        cursor.positions = {"1": "1", discord.world.dm(lin): "1"}
        discord.world.say(lin, "missed")
        coach = RecordingCoach()
        discord.fail("GET /channels/.*/messages", "error")
        async with running(discord, coach, cursor):
            await coach.has(1)
        assert coach.texts == ["missed"]


async def test_nothing_is_lost_or_reordered_while_the_store_is_away() -> None:
    async with FakeDiscord() as discord:
        lin = discord.world.user("Lin")
        coach, cursor = RecordingCoach(away=3), MemoryCursor()
        async with running(discord, coach, cursor):
            for text in ("one", "two", "three"):
                discord.world.say(lin, text)
            await coach.has(3)
        assert coach.texts == ["one", "two", "three"]


async def test_chats_run_side_by_side_up_to_32_and_each_in_order() -> None:
    async with FakeDiscord() as discord:
        people = [discord.world.user(f"P{at}") for at in range(40)]
        coach = RecordingCoach(pause_s=0.05)
        async with running(discord, coach):
            for text in ("a", "b"):
                for person in people:
                    discord.world.say(person, text)
            await coach.has(80)
        for person in people:
            chat = discord.world.dm(person)
            said = [e.text for e in coach.events if isinstance(e, TextMessage) and e.chat.chat_id == chat]
            assert said == ["a", "b"]
        assert coach.most_running == 32


async def test_a_dropped_gateway_is_resumed() -> None:
    async with FakeDiscord() as discord:
        lin = discord.world.user("Lin")
        coach = RecordingCoach()
        async with running(discord, coach):
            discord.world.say(lin, "one")
            await coach.has(1)
            await discord.reconnect()
            discord.world.say(lin, "two")
            await coach.has(2)
            await discord.drop()
            discord.world.say(lin, "three")
            await coach.has(3)
        assert coach.texts == ["one", "two", "three"]
        assert (discord.gateway.resumed, discord.gateway.identified) == (2, 1)


async def test_a_new_session_catches_up_from_where_this_process_stood() -> None:
    async with FakeDiscord() as discord:
        lin = discord.world.user("Lin")
        coach, cursor = RecordingCoach(), MemoryCursor()
        adapter = adapter_of(discord, coach, cursor)
        rest = Rest(discord.token, discord.api_url)
        dispatch = Dispatch(rest, adapter.sender, coach, cursor, frozenset())
        ready = {"user": {"id": BOT_ID}}
        discord.world.say(lin, "one")
        dispatch.receive("READY", ready)
        dispatch.receive("MESSAGE_CREATE", discord.messages(discord.world.dm(lin))[0])
        await coach.has(1)
        discord.world.say(lin, "two")
        discord.world.say(lin, "three")
        dispatch.receive("READY", ready)
        dispatch.receive("MESSAGE_CREATE", discord.messages(discord.world.dm(lin))[2])
        await dispatch.lanes.close(5)
        assert (coach.texts, coach.duplicates) == (["one", "two", "three"], 1)
        await rest.close()


async def test_the_menu_is_published_once_with_both_languages() -> None:
    async with FakeDiscord() as discord:
        for _ in range(2):
            async with running(discord, RecordingCoach()):
                pass
        puts = [request for request in discord.requests if request.method == "PUT"]
        assert len(puts) == 1
        commands = {command["name"]: command for command in discord.commands()}
        assert set(commands) == {item.name for item in MENU}
        assert commands["today"]["description_localizations"] == {"zh-CN": "今天的训练"}
        assert [option["name"] for option in commands["challenge"]["options"]] == ["text"]
        assert commands["today"]["options"] == []
        assert commands["today"]["contexts"] == [0, 1]


async def test_a_wrong_token_is_told_at_once() -> None:
    async with FakeDiscord(token="another") as discord:
        discord.token = "right"
        adapter = adapter_of(discord, RecordingCoach(), MemoryCursor())
        discord.token = "changed"
        with pytest.raises(library.LoginFailure):
            await adapter.run(asyncio.Event())
        await adapter.close()


async def test_the_adapter_waits_for_an_api_that_is_not_there_yet() -> None:
    async with FakeDiscord() as discord:
        discord.fail("GET /gateway/bot", "error", times=1)
        discord.fail("GET /gateway/bot", "limited", times=1, seconds=0.1)
        async with running(discord, RecordingCoach()):
            assert discord.gateway.connected


async def test_sending_needs_no_gateway() -> None:
    async with FakeDiscord() as discord:
        adapter = adapter_of(discord, RecordingCoach(), MemoryCursor())
        chat = discord.world.dm(discord.world.user("Lin"))
        message = Send(ChatRef("discord", chat), Message("hello"), kind="nudge")
        assert await adapter.sender.send(message, nonce="n", target=None) is not None
        await adapter.close()
        assert [each["content"] for each in discord.messages(chat)] == ["hello"]
        assert not discord.gateway.connected


async def test_a_bot_out_of_sessions_waits_for_new_ones() -> None:
    async with FakeDiscord() as discord:
        discord.session_limit.update(remaining=0, reset_after=300)
        begun = time.monotonic()
        async with running(discord, RecordingCoach()):
            assert time.monotonic() - begun >= 0.3


async def test_a_file_is_fetched_without_showing_the_token() -> None:
    async with FakeDiscord() as discord:
        discord.world.files["77"] = b"<gpx/>"
        url = discord.api_url.replace("/api/v10", "/files/77/run.gpx")
        file = {"url": url, "filename": "run.gpx", "size": 6, "content_type": "text/xml"}
        coach = RecordingCoach()
        async with running(discord, coach) as adapter:
            discord.world.say(discord.world.user("Lin"), "", attachments=(file,))
            (event,) = await coach.has(1)
            assert isinstance(event, TextMessage)
            (upload,) = event.uploads
            assert await adapter.fetch(upload) == b"<gpx/>"
            assert (discord.requests[-1].path, discord.requests[-1].authorization) == ("/files/77/run.gpx", "")
            with pytest.raises(Gone):
                await adapter.fetch(Upload(url.replace("/77/", "/78/"), "", "", 0))
