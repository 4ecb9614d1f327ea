"""Challenges at their edges: words after the command, days that differ from zone to zone."""

from __future__ import annotations

import pytest

from core.messages import Send
from core.understanding.challenge_words import command_word
from tests.handlers.boards import challenge, cid_in, code, in_group, living
from tests.handlers.dialogue import Dialogue, World


@pytest.fixture
def ann(world: World) -> Dialogue:
    return in_group(world, "1", "Ann")


async def made(by: Dialogue) -> str:
    return cid_in(await by.command("/challenge 7 days, 8000 steps a day"))


# ---- words after `/challenge`


@pytest.mark.parametrize("word", ["end", "End", "stop", "结束"])
async def test_a_word_after_the_command_ends_it(ann: Dialogue, world: World, word: str) -> None:
    cid = await made(ann)
    asked = await ann.command(f"/challenge {word}")
    assert asked.actions == [f"cend:{cid}:yes"]
    await ann.press(f"cend:{cid}:yes")
    assert (await challenge(world, cid)).state == "ended"


async def test_only_the_owner_ends_it_by_word(ann: Dialogue, world: World) -> None:
    cid = await made(ann)
    out = await in_group(world, "2", "Bob").command(f"/challenge end {await code(world, cid)}")
    assert out.text == world.desk.words("en", "challenge-refused-not_owner")


async def test_a_word_after_the_command_leaves_it(ann: Dialogue, world: World) -> None:
    cid = await made(ann)
    bob = in_group(world, "2", "Bob")
    await bob.press(f"join:{cid}")
    await bob.command("/challenge leave")
    assert [member.name for member in (await challenge(world, cid)).active] == ["Ann"]


async def test_terms_that_begin_with_such_a_word_are_terms(ann: Dialogue) -> None:
    assert command_word("stop 7 days, 8000 steps a day") == ("end", "7 days, 8000 steps a day")
    assert (await ann.command("/challenge finish 8000 steps a day for 7 days")).actions[0].startswith("join:")


async def test_the_card_says_how_to_end_it(ann: Dialogue) -> None:
    out = await ann.command("/challenge 7 days, 8000 steps a day")
    assert "/challenge end" in out.messages[0].text


# ---- days that differ from zone to zone


async def test_it_stays_begun_when_its_owner_moves_west(ann: Dialogue, world: World) -> None:
    private = Dialogue(world, user="1", name="Ann")
    await private.say("I live in Tokyo")
    world.now = world.now.replace(hour=20)  # Tuesday there, Monday everywhere else
    cid = await made(ann)
    out = await private.say("my time zone is America/Los_Angeles")
    out.effects += (await ann.command("/board")).effects
    (board,) = {message.text for message in living(out.effects, cid)}
    assert world.desk.words("en", "board-running", day=1, days=7, left=7) in board


async def test_an_entry_is_never_of_tomorrow(world: World) -> None:
    talk = Dialogue(world)
    await talk.say("I live in Tokyo")
    world.now = world.now.replace(hour=20)
    await talk.say("ran 5k")
    await talk.say("my time zone is America/Los_Angeles")
    out = await talk.command("/undo")
    assert "Jun 4" in out.text
    assert "tomorrow" not in out.text


@pytest.mark.parametrize("language", ["English", "中文"])
async def test_who_is_a_day_behind_hears_once_from_when_it_counts(world: World, language: str) -> None:
    ann = in_group(world, "1", "Ann")
    await ann.command(f"/language {language}")
    await Dialogue(world, user="1", name="Ann").say("I live in Tokyo")
    world.now = world.now.replace(hour=20)
    cid = await made(ann)
    bob = in_group(world, "2", "Bob")
    await bob.press(f"join:{cid}")
    first, second = await bob.say("9000 steps"), await bob.say("500 steps")
    assert first.reactions == second.reactions == ["💪"]
    assert ("Jun 4" if language == "English" else "6月4日") in first.text
    assert second.text == ""
    world.later(days=1)
    assert "Jun 4" not in (await bob.say("9000 steps")).text
    assert (await challenge(world, cid)).rules.starts.day == 4


async def test_who_is_on_the_day_hears_nothing_of_it(ann: Dialogue) -> None:
    await made(ann)
    out = await ann.say("9000 steps")
    assert not [effect for effect in out.effects if isinstance(effect, Send)]
