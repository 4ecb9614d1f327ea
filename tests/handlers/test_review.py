"""What once went wrong over weeks rather than in one dialogue: what is kept, for how long, and who gets to see it."""

from __future__ import annotations

import pytest

from core.context import person_aggregate
from core.state.types import Commit, DueChange
from tests.handlers.dialogue import Dialogue, World
from tests.handlers.test_data import challenge, in_challenge, yes


@pytest.fixture
def bob(world: World) -> Dialogue:
    return Dialogue(world, user="7", name="Bob")


# ---- challenges that are over for somebody
async def test_who_left_a_challenge_is_forgotten_there_too(talk: Dialogue, bob: Dialogue) -> None:
    await talk.say("hi")
    cid, pid = await in_challenge(talk, bob), await talk.pid()
    await talk.press(f"leave:{cid}")
    await talk.press(yes(await talk.command("/delete")))
    kept = (await challenge(talk.world, cid)).model_dump_json()
    assert pid not in kept
    assert "Ann" not in kept


async def test_who_left_in_the_group_is_forgotten_there_too(talk: Dialogue, bob: Dialogue) -> None:
    await talk.say("hi")
    cid, pid = await in_challenge(talk, bob), await talk.pid()
    await Dialogue(talk.world, group="g1").command("/leave")
    await talk.press(yes(await talk.command("/delete")))
    assert pid not in (await challenge(talk.world, cid)).model_dump_json()


async def test_an_ended_challenge_is_not_scored_for_ever(talk: Dialogue, bob: Dialogue) -> None:
    await talk.say("hi")
    cid = await in_challenge(talk, bob)
    await talk.press(f"cend:{cid}:yes")
    await talk.say("ran 5k")
    person = (await talk.docs()).person
    assert person.challenges == ()
    assert person.past == (cid,)
    await talk.press(yes(await talk.command("/delete")))
    assert "Ann" not in (await challenge(talk.world, cid)).model_dump_json()


async def test_who_comes_back_is_in_it_again(talk: Dialogue, bob: Dialogue) -> None:
    await talk.say("hi")
    cid = await in_challenge(talk, bob)
    await talk.press(f"leave:{cid}")
    assert (await talk.docs()).person.past == (cid,)
    await talk.press(f"join:{cid}")
    person = (await talk.docs()).person
    assert (person.challenges, person.past) == ((cid,), ())


async def test_a_challenge_is_left_by_its_code(talk: Dialogue, bob: Dialogue) -> None:
    await talk.say("hi")
    cid = await in_challenge(talk, bob)
    code = (await challenge(talk.world, cid)).code
    await talk.command(f"/leave {code.lower()}")
    assert (await talk.docs()).person.challenges == ()


# ---- what others see
async def test_a_name_told_in_private_is_not_shown_on_boards(talk: Dialogue, bob: Dialogue) -> None:
    await talk.say("my name is Annabel")
    await bob.say("hi")
    await Dialogue(talk.world, user="7", name="Bob", group="g1").command("/challenge 10000 steps a day for 7 days")
    (cid,) = (await bob.docs()).person.challenges
    assert (await talk.docs()).person.name == "Annabel"
    await talk.press(f"join:{cid}")
    assert [member.name for member in (await challenge(talk.world, cid)).members] == ["Bob", "Ann"]


# ---- entries
HELD = "ran 5 km in 30 min, walked 90 km"


async def test_what_was_held_is_held_again_after_undo_and_redo(talk: Dialogue) -> None:
    await talk.say(HELD)
    recent = (await talk.docs()).recent.entries
    assert sorted(entry.status for entry in recent) == ["held", "ok"]
    undone = await talk.command("/undo")
    redone = await talk.press(next(action for action in undone.actions if action.startswith("redo:")))
    assert sorted(entry.status for entry in (await talk.docs()).recent.entries) == ["held", "ok"]
    assert len(await talk.entries()) == 1
    assert any(action.startswith("keep:") for action in redone.actions)


# ---- times
async def test_a_zone_told_in_passing_moves_the_reminder(talk: Dialogue) -> None:
    await talk.say("remind me at 18:00")
    before = (await talk.world.store.load(person_aggregate(await talk.pid()))).due["nudge"]
    await talk.say("I live in Tokyo")
    after = (await talk.world.store.load(person_aggregate(await talk.pid()))).due["nudge"]
    assert (await talk.docs()).person.zone == "Asia/Tokyo"
    assert after.hour == 9 != before.hour


async def test_what_nobody_answers_is_not_due_for_ever(talk: Dialogue) -> None:
    await talk.say("hi")
    store, owner = talk.world.store, person_aggregate(await talk.pid())
    snapshot = await store.load(owner)
    await store.commit(Commit(owner, snapshot.revision, due=(DueChange("unheard-of", talk.world.now),)))
    await talk.world.tick()
    assert "unheard-of" not in (await store.load(owner)).due


# ---- small print
async def test_pressing_twice_is_one_consent(talk: Dialogue) -> None:
    await talk.say("hi")
    for _ in range(3):
        await talk.press("settings:talk:off")
    given = [consent for consent in (await talk.docs()).person.consents if consent.purpose == "model_talk"]
    assert [consent.given for consent in given] == [False]
