from __future__ import annotations

import json
from base64 import b64decode
from typing import Any

import pytest
from redis.asyncio import Redis

from bots.__main__ import main
from core.context import chat_alias
from core.domain.challenges import Challenge
from core.domain.records import fold
from core.errors import StoreAway
from core.events import ButtonPress
from core.interchange.export import Export, from_json, json_schema
from core.messages import ChatRef, MessageRef, Send
from core.state.store import Store
from core.state.types import Aggregate
from core.state.webchats import WebChats
from tests.handlers.dialogue import WORDS, Dialogue, Out, World
from tests.handlers.frail import Frail, frail


def document_of(out: Out) -> tuple[Export, dict[str, Any]]:
    (message,) = out.messages
    assert message.attachment is not None
    assert message.attachment.media_type == "application/json"
    content = b64decode(message.attachment.content)
    return from_json(content), json.loads(content)


async def in_challenge(talk: Dialogue, other: Dialogue) -> str:
    """A group challenge with both in it; its id."""
    world = talk.world
    ann = Dialogue(world, user=talk.author.account.user_id, name=talk.author.name, group="g1")
    bob = Dialogue(world, user=other.author.account.user_id, name=other.author.name, group="g1")
    out = await ann.command("/challenge 10000 steps a day for 7 days")
    created = next((a for a in out.actions if a.startswith("challenge:")), None)
    if created is not None and not any(a.startswith("join:") for a in out.actions):
        out = await ann.press(created)
    join = next(action for action in out.actions if action.startswith("join:"))
    await ann.press(join)
    await bob.press(join)
    (cid,) = (await talk.docs()).person.challenges
    return cid


async def challenge(world: World, cid: str) -> Challenge:
    found = (await world.store.load(Aggregate("challenge", cid))).docs["challenge"]
    assert isinstance(found, Challenge)
    return found


def yes(out: Out) -> str:
    return next(action for action in out.actions if action.startswith("delete:yes"))


# ---- export


async def test_export_is_one_document_with_every_entry_and_its_history(talk: Dialogue) -> None:
    await talk.say("I'm 30, 180 cm, 80 kg, male, I live in Berlin")
    await talk.say("ran 5k in 28 min and did 20 push-ups")
    await talk.say("I walked 3 km")
    await talk.edit("I walked 4 km")
    await talk.say("slept 7 hours")
    await talk.command("/undo")
    await talk.press("remind:18:00")
    document, _ = document_of(await talk.command("/export"))
    lines = await talk.world.store.ledger(Aggregate("person", await talk.pid()))
    assert {entry.id for entry in document.ledger} == set(fold(lines))
    assert (document.schema_name, document.version) == ("jiayou.export", 1)
    assert (document.person.zone, document.person.day_start) == ("Europe/Berlin", "03:00")
    assert document.accounts[0].user_id == "1"
    assert document.profile.facts.weight_kg == 80
    assert document.consents
    assert document.nudges.at == "18:00"
    walked = next(entry for entry in document.ledger if entry.record.activity == "walking")
    assert walked.record.distance_m == 4000
    assert [change.op for change in walked.history] == ["add", "amend"]
    assert walked.history[0].record is not None
    assert walked.history[0].record.distance_m == 3000
    slept = next(entry for entry in document.ledger if entry.record.type == "sleep")
    assert (slept.status, [change.op for change in slept.history]) == ("void", ["add", "void"])
    ran = next(entry for entry in document.ledger if entry.record.activity == "running")
    assert (ran.history, ran.zone, ran.source, ran.provenance) == ((), "Europe/Berlin", "telegram", "self")


async def test_export_writes_set_fields_only_and_reads_back_the_same(talk: Dialogue) -> None:
    await talk.say("ran 5k in 28 min")
    document, raw = document_of(await talk.command("/export"))
    assert raw["schema"] == "jiayou.export"
    (entry,) = raw["ledger"]
    assert {name for name, value in entry["record"].items() if value} == {
        "type",
        "activity",
        "distance_m",
        "duration_s",
    }
    assert Export.model_validate(document.model_dump()) == document


def test_the_schema_names_what_the_document_has() -> None:
    schema = json_schema()
    assert {"schema", "version", "person", "ledger", "challenges", "consents", "memory"} <= set(schema["properties"])
    assert {"id", "at", "day", "zone", "source", "provenance", "status", "record"} <= set(
        schema["$defs"]["ExportedEntry"]["required"]
    )


def test_the_command_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export-schema"]) == 0
    assert json.loads(capsys.readouterr().out) == json_schema()


async def test_export_has_ones_own_score_and_nothing_of_the_others(talk: Dialogue, world: World) -> None:
    bob = Dialogue(world, user="5", name="Bobinsky")
    await talk.say("hi")
    await bob.say("hi")
    cid = await in_challenge(talk, bob)
    await talk.say("I walked 12000 steps")
    await bob.say("I walked 15000 steps")
    out = await talk.command("/export")
    document, raw = document_of(out)
    (mine,) = document.challenges
    assert mine.id == cid
    assert mine.title
    assert mine.score is not None
    assert "Bobinsky" not in json.dumps(raw)
    assert await bob.pid() not in json.dumps(raw)


async def test_export_of_a_newcomer_is_valid(chinese: Dialogue) -> None:
    document, _ = document_of(await chinese.command("/export"))
    assert document.ledger == ()
    assert document.person.language == "zh-Hans"


# ---- delete


async def everything_readable(store: Store, url: str) -> bytes:
    """All keys and values of the store, as bytes."""
    found: list[bytes] = []
    async with Redis.from_url(url) as client:
        async for key in client.scan_iter(count=1000):
            found += [key, await client.dump(key) or b""]
    return b"\n".join(found)


async def test_delete_says_what_goes_and_asks(talk: Dialogue) -> None:
    await talk.say("ran 5k")
    out = await talk.command("/delete")
    assert "export" in out.actions
    assert "delete:no" in out.actions
    out = await talk.press("delete:no")
    assert out.text == WORDS("en", "delete-kept")
    assert len(await talk.entries()) == 1


async def test_delete_leaves_nothing_and_the_next_hello_is_the_first(
    talk: Dialogue, world: World, store: Store, redis_url: str
) -> None:
    bob = Dialogue(world, user="5", name="Bobinsky")
    talk.author = Dialogue(world, name="Annemarie").author
    await talk.say("hi, I'm 30 and live in Berlin")
    await talk.say("ran 5k in 28 min")
    await talk.press("remind:18:00")
    await bob.say("walked 3 km")
    cid = await in_challenge(talk, bob)
    pid = await talk.pid()
    owner = Aggregate("person", pid)
    out = await talk.press(yes(await talk.command("/delete")))
    assert WORDS("en", "delete-done") in out.text
    assert [effect for effect in out.to(talk.chat) if isinstance(effect, Send)]
    snapshot = await store.load(owner)
    assert snapshot.gone
    assert (snapshot.docs, snapshot.due) == ({}, {})
    assert await store.ledger(owner) == []
    assert await store.person_of(talk.author.account) is None
    left = await challenge(world, cid)
    assert pid not in left.model_dump_json()
    assert "Annemarie" not in left.model_dump_json()
    assert [s.member for s in await store.standings(cid, 0, 10)] != [pid]
    dump = await everything_readable(store, redis_url)
    assert b"Annemarie" not in dump
    assert b"Bobinsky" not in dump  # sealed
    assert len(await bob.entries()) == 1
    assert (await bob.docs()).person.challenges == (cid,)
    out = await talk.say("hi")
    assert await talk.pid() != pid
    assert WORDS("en", "intro") in out.text


async def test_an_old_button_deletes_nothing(talk: Dialogue) -> None:
    await talk.say("ran 5k")
    button = yes(await talk.command("/delete"))
    talk.world.later(minutes=16)
    out = await talk.press(button)
    assert out.ack.toast == WORDS("en", "delete-stale")
    assert len(await talk.entries()) == 1
    for odd in ("delete:yes", "delete:yes:x", "delete:yes:99999999999", "delete:what"):
        await talk.press(odd)
    assert len(await talk.entries()) == 1


async def test_a_press_that_comes_again_begins_nothing(talk: Dialogue, world: World) -> None:
    await talk.say("ran 5k")
    button = yes(await talk.command("/delete"))
    await talk.press(button, event_id="telegram:press")
    for event_id in ("telegram:press", "telegram:doubleclick"):
        out = await talk.press(button, event_id=event_id)
        assert out.effects == []
        assert await world.store.person_of(talk.author.account) is None


async def test_delete_of_a_stranger_stores_nothing(talk: Dialogue, world: World) -> None:
    out = await talk.command("/delete")
    assert out.text == WORDS("en", "delete-nothing")
    assert await world.store.person_of(talk.author.account) is None


async def test_the_web_chat_is_wiped(world: World, store: Store) -> None:
    chats = WebChats(store)
    _, session = await chats.people.begin(trusted=True, language="en")
    talk = Dialogue(world, platform="web", user=session.uid)
    talk.chat = ChatRef("web", f"dm:{session.uid}")
    await talk.say("ran 5k")
    await chats.people.save(session.uid, (await chats.people.profile(session.uid)).model_copy(update={"name": "Ann"}))
    out = await talk.press(yes(await talk.command("/delete")))
    assert WORDS("en", "delete-done") in out.text
    assert (await chats.people.profile(session.uid)).name == ""


async def test_every_account_and_chat_lets_go_of_the_person(talk: Dialogue, world: World) -> None:
    other = Dialogue(world, user="8", platform="discord")
    other.chat = ChatRef("discord", "dm-88")
    code = (await talk.command("/link")).text.split("/link ")[1][:6]
    await other.say("hi")
    await other.command(f"/link {code}")
    await other.press(f"link:yes:{code}")
    names = [talk.author.account, other.author.account, chat_alias(other.chat)]
    assert [await world.store.person_of(name) for name in names] == [await talk.pid()] * 3
    await talk.press(yes(await talk.command("/delete")))
    assert [await world.store.person_of(name) for name in names] == [None] * 3


@pytest.mark.parametrize("after", [False, True])
async def test_a_deletion_cut_off_anywhere_is_finished_by_the_event_coming_again(
    world: World, store: Store, redis_url: str, after: bool
) -> None:
    async with frail(redis_url, store) as weak:
        cut = 1
        while await _cut_deletion(weak, world, store, cut, after=after):
            cut += 1
    assert cut > 3


async def _cut_deletion(weak: Frail, world: World, store: Store, cut: int, *, after: bool) -> bool:
    """A deletion that fails at the `cut`-th write and is then finished; whether it has that many writes."""
    shaky = World(weak)
    shaky._ids = world._ids
    talk, bob = Dialogue(shaky, user=f"1{cut}"), Dialogue(shaky, user=f"2{cut}", name="Bob")
    await talk.say("ran 5k")
    await bob.say("hi")
    cid = await in_challenge(talk, bob)
    pid = await talk.pid()
    button = yes(await talk.command("/delete"))
    message = MessageRef(talk.chat, "9")
    event = ButtonPress(f"telegram:cut{cut}", shaky.now, talk.chat, talk.author, action=button, message=message)
    broken = False
    weak.left, weak.after = cut, after
    try:
        await shaky.coach.handle(event)
    except StoreAway:
        broken = True
    weak.left = 0
    await shaky.coach.handle(event)
    out = await shaky.drained()
    farewells = [e for e in out if isinstance(e, Send) and e.message.text == WORDS("en", "delete-done")]
    assert len(farewells) == 1
    assert (await store.load(Aggregate("person", pid))).gone
    assert pid not in (await challenge(shaky, cid)).model_dump_json()
    assert await weak.person_of(talk.author.account) is None
    return broken
