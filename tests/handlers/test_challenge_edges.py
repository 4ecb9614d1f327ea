"""Challenges at their edges: words after the command, days that differ from zone to zone."""

from __future__ import annotations

import pytest

from core.understanding.challenge_words import command_word
from tests.handlers.boards import challenge, cid_in, code, in_group
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
