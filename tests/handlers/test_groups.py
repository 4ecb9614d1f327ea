"""How the coach behaves in a group: few words, nothing private, deaf to what is not addressed to it."""

from __future__ import annotations

import pytest

from core.events import Ack, Command, Reaction, TextMessage
from core.messages import Edit, MessageRef, Send
from core.state.types import Aggregate
from tests.handlers.boards import aggregate, challenge, cid_in, group_doc, in_group, living, stored
from tests.handlers.dialogue import WORDS, Dialogue, World


@pytest.fixture
def ann(world: World) -> Dialogue:
    return in_group(world, "1", "Ann")


@pytest.fixture
def bob(world: World) -> Dialogue:
    return in_group(world, "2", "Bob")


async def test_logging_is_answered_with_a_reaction(ann: Dialogue) -> None:
    out = await ann.say("ran 5 km in 30 min and 20 push-ups")
    assert out.reactions == ["💪"]
    assert out.messages == []
    assert len(await ann.entries()) == 2


@pytest.mark.parametrize("words", ["👍", "ok thanks", "谢谢"])
async def test_small_talk_gets_no_words(ann: Dialogue, words: str) -> None:
    out = await ann.say(words)
    assert out.reactions == ["👍"]
    assert out.messages == []


async def test_what_is_not_addressed_is_not_heard(ann: Dialogue, world: World) -> None:
    event = TextMessage(
        "telegram:x", world.now, ann.chat, ann.author, "ran 5 km", MessageRef(ann.chat, "1"), addressed=False
    )
    assert (await world.handle(event)).effects == []
    assert await world.store.person_of(ann.author.account) is None


@pytest.mark.parametrize("what", ["command", "reaction", "deleted"])
async def test_strangers_who_do_not_talk_to_it_are_not_written_down(ann: Dialogue, world: World, what: str) -> None:
    if what == "command":
        out = await ann.command("/otherbot now")
    elif what == "reaction":
        out = await world.handle(
            Reaction("telegram:r", world.now, ann.chat, ann.author, "👍", MessageRef(ann.chat, "1"))
        )
    else:
        out = await ann.delete(MessageRef(ann.chat, "1"))
    assert out.effects == []
    pid = await world.store.person_of(ann.author.account)
    assert pid is None or not (await world.store.load(Aggregate("person", pid))).docs


@pytest.mark.parametrize("name", ["today", "plan", "me", "settings", "export", "delete"])
async def test_private_matters_are_for_private_chats(ann: Dialogue, name: str) -> None:
    out = await ann.command(f"/{name}")
    assert out.text == WORDS("en", "group-private")
    assert out.actions == []


@pytest.mark.parametrize("words", ["delete my data", "remind me at 7", "今天练什么"])
async def test_private_wishes_are_for_private_chats(ann: Dialogue, words: str) -> None:
    out = await ann.say(words)
    assert out.text == WORDS("en" if words.isascii() else "zh-Hans", "group-private")


async def test_what_is_understood_in_a_slash_command_is_said(world: World) -> None:
    """Such a command has no message to react to; it can be taken back all the same."""
    ann = in_group(world, "1", "Ann", "D1", platform="discord")
    event = Command("discord:1", world.now, ann.chat, ann.author, "log", "ran 5 km")
    out = await world.handle(event)
    assert "5 km" in out.text
    undone = await world.handle(Command("discord:2", world.now, ann.chat, ann.author, "undo", ""))
    assert "5 km" in undone.text
    assert await ann.entries() == []


async def test_undo_is_for_what_was_said_here(ann: Dialogue, world: World) -> None:
    private = Dialogue(world, user="1", name="Ann")
    await ann.say("ran 5 km")
    await private.say("weight 80 kg")
    out = await ann.command("/undo")
    assert "80" not in out.text
    assert [entry.record.weight_kg for entry in await ann.entries()] == [80]
    again = await ann.command("/undo")
    assert again.text == WORDS("en", "undo-nothing")


async def test_an_old_message_still_changes_its_entry(ann: Dialogue, world: World) -> None:
    await ann.say("ran 5 km")
    first = ann.last
    for _ in range(61):
        await ann.say("20 push-ups")
    await ann.edit("ran 7 km", first)
    assert (await ann.entries())[0].record.distance_m == 7000
    await ann.delete(first)
    assert all(entry.record.activity == "push_up" for entry in await ann.entries())


async def test_held_values_wait_for_their_author(ann: Dialogue, bob: Dialogue, world: World) -> None:
    cid = cid_in(await ann.command("/challenge 7 days, 8000 steps a day"))
    out = await ann.say("95000 steps")
    keep, drop = out.actions[:2]
    assert (await bob.press(drop)).effects == []
    assert [place.value for place in await stored(world, cid)] == [0]
    kept = await ann.press(keep)
    assert isinstance(kept.effects[0], Edit)
    assert [place.value for place in await stored(world, cid)] == [1]
    assert (await ann.press(keep)).effects == []


async def test_a_held_value_whose_message_is_gone_cannot_be_confirmed(ann: Dialogue) -> None:
    out = await ann.say("95000 steps")
    await ann.delete()
    assert (await ann.press(out.actions[0])).effects == []
    assert await ann.entries() == []


async def test_absurd_values_are_refused(ann: Dialogue) -> None:
    for words in ("9 million steps", "swam -5 min", "ran 3 km tomorrow", "", "x" * 100_000, "🏃" * 500):
        await ann.say(words)
    assert await ann.entries() == []


async def test_a_body_in_danger_is_answered_on_the_spot(ann: Dialogue) -> None:
    out = await ann.say("my chest hurts badly and my left arm is numb")
    assert "112" in out.text
    assert out.reactions == []


async def test_a_mind_in_danger_is_answered_in_private(ann: Dialogue, world: World) -> None:
    private = Dialogue(world, user="1", name="Ann")
    await private.command("/start")
    out = await ann.say("I want to kill myself")
    here = [effect for effect in out.to(ann.chat) if isinstance(effect, Send)]
    assert [send.message.text for send in here] == [WORDS("en", "group-red-flag")]
    assert len(out.to(private.chat)) == 1


async def test_a_group_speaks_as_it_is_spoken_to_until_it_is_settled(ann: Dialogue, world: World) -> None:
    assert (await ann.command("/challenge 谁先跑满50公里")).text.startswith("🏁 **看谁先")
    assert (await ann.say("hello")).text.startswith("在群里")
    out = await ann.command("/language en")
    assert out.messages[0].text == WORDS("en", "group-language-set")
    assert (await in_group(world, "5", "小明", language="zh-CN").say("你好")).text.startswith("Here I log")


async def test_language_is_asked_for_with_buttons(ann: Dialogue) -> None:
    out = await ann.command("/language")
    assert out.actions == ["language:en", "language:zh-Hans"]
    chosen = await ann.press("language:zh-Hans")
    (edit,) = chosen.effects
    assert isinstance(edit, Edit)
    assert (await group_doc(ann.world, ann.chat)).language == "zh-Hans"  # type: ignore[union-attr]


async def test_how_it_stands_shows_the_board(ann: Dialogue) -> None:
    cid = cid_in(await ann.command("/challenge 7 days, 8000 steps a day"))
    for words in ("how's the challenge going?", "挑战怎么样了", "/board"):
        out = await (ann.command(words) if words.startswith("/") else ann.say(words))
        assert len(living(out.effects, cid)) == 1


@pytest.mark.parametrize(
    "action", ["", "x", "join:", "join:no", "keep:a#0", "cend:no:yes", "leave:no", "challenge:t:no"]
)
async def test_stale_and_strange_buttons(ann: Dialogue, action: str) -> None:
    out = await ann.press(action)
    assert out.effects == []
    assert out.ack.toast
    assert await ann.world.store.load(aggregate("no")) is not None


async def test_who_logs_beside_a_challenge_is_invited_once(ann: Dialogue, bob: Dialogue) -> None:
    cid = cid_in(await ann.command("/challenge 7 days, 8000 steps a day"))
    assert (await ann.say("9000 steps")).actions == [f"join:{cid}", f"cwhy:{cid}"]
    assert (await bob.say("slept 7 h")).actions == []
    out = await bob.say("9000 steps")
    assert out.reactions == ["💪"]
    assert out.actions == [f"join:{cid}"]
    assert (await bob.say("3000 steps")).actions == []
    assert "You're in" in (await bob.say("count me in")).text


async def test_a_link_brings_a_challenge_into_a_group(ann: Dialogue, world: World) -> None:
    cid = cid_in(await ann.command("/challenge 7 days, 8000 steps a day"))
    there = in_group(world, "3", "Cy", "G7")
    out = await there.command(f"/start join_{(await challenge(world, cid)).code}")
    assert len(living(out.effects, cid, there.chat)) == 1


async def test_nothing_to_say_is_no_commit(ann: Dialogue, world: World) -> None:
    await ann.say("ran 5 km")
    before = (await world.store.load(Aggregate("person", await ann.pid()))).revision
    out = await ann.command("/unknown")
    assert out.ack == Ack()
    assert (await world.store.load(Aggregate("person", await ann.pid()))).revision == before
