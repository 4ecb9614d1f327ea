from __future__ import annotations

import re

import pytest

from core.domain.challenge_terms import Rules
from core.domain.challenges import Challenge, create, join
from core.domain.challenges import Member as ChallengeMember
from core.domain.joining import joined_nudges, joined_person, joined_profile, replace
from core.domain.nudges import NudgeState
from core.domain.person import Person
from core.domain.profile import Facts, Profile, Readiness
from core.domain.records import Entry
from core.errors import StoreAway
from core.events import ButtonPress
from core.handlers.linking import DIGITS, LETTERS
from core.messages import MessageRef
from core.state.store import Store
from core.state.types import Aggregate, Commit
from tests.handlers.dialogue import START, WORDS, Dialogue, Out, World
from tests.handlers.frail import Frail, frail
from tests.handlers.test_data import challenge, in_challenge


@pytest.fixture
def other(world: World) -> Dialogue:
    return Dialogue(world, user="8", name="Ann D", platform="discord")


def code_of(out: Out) -> str:
    found = re.search(r"/link (\w{6})", out.text)
    assert found is not None
    return found[1]


async def linked(giver: Dialogue, taker: Dialogue) -> Out:
    out = await taker.command(f"/link {code_of(await giver.command('/link'))}")
    (button,) = [action for action in out.actions if action.startswith("link:yes")]
    return await taker.press(button)


async def joins(talk: Dialogue, cid: str) -> None:
    """Into a challenge by its code, from a private chat."""
    out = await talk.command(f"/join {(await challenge(talk.world, cid)).code}")
    for action in [action for action in out.actions if action.startswith("join:")]:
        await talk.press(action)
    assert (await talk.docs()).person.challenges == (cid,)


async def entries_of(talk: Dialogue) -> list[Entry]:
    return sorted(await talk.entries(), key=lambda entry: entry.id)


async def test_a_code_is_short_clear_and_for_once(talk: Dialogue, other: Dialogue) -> None:
    code = code_of(await talk.command("/link"))
    assert set(code) <= set(LETTERS + DIGITS)
    assert any(c.isdigit() for c in code)
    assert any(c.isalpha() for c in code)
    out = await other.command(f"/link {code.lower()}")
    assert "Ann" in out.text
    await other.press("link:no")
    assert await talk.pid() != await other.pid()


async def test_two_accounts_become_one_person(talk: Dialogue, other: Dialogue, world: World) -> None:
    await talk.say("I'm 30, 180 cm, 80 kg, I live in Berlin")
    await talk.say("ran 5k in 28 min")
    await other.say("I'm 31 and I have dumbbells, I have diabetes")
    await other.say("walked 3 km")
    await other.say("slept 7 hours")
    await other.command("/undo")
    absorbed, before = await other.pid(), await entries_of(talk) + await entries_of(other)
    out = await linked(talk, other)
    assert await talk.pid() == await other.pid()
    assert await entries_of(talk) == sorted(before, key=lambda entry: entry.id)
    assert (await world.store.load(Aggregate("person", absorbed))).gone
    docs = await talk.docs()
    facts = docs.profile.facts
    assert (facts.age, facts.height_cm, facts.equipment) == (30, 180, ("dumbbells",))
    assert facts.conditions == ("diabetes",)
    assert [account.ref.platform for account in docs.person.accounts] == ["telegram", "discord"]
    assert len(docs.recent.entries) == 3
    assert WORDS("en", "link-done", platforms="Telegram", entries=2) in [m.text for m in out.messages]
    assert WORDS("en", "link-notice", platform="Discord") in [m.text for m in out.messages]


async def test_both_sides_write_into_one_diary_afterwards(talk: Dialogue, other: Dialogue) -> None:
    await talk.say("ran 5k")
    await other.say("walked 3 km")
    await linked(talk, other)
    await talk.say("I cycled 20 km")
    await other.say("swam 1 km")
    assert len(await talk.entries()) == 4
    await other.command("/undo")
    assert len(await talk.entries()) == 3


async def test_one_score_where_both_were_in_the_challenge(talk: Dialogue, other: Dialogue, world: World) -> None:
    await talk.say("hi")
    await other.say("hi")
    cid = await in_challenge(talk, Dialogue(world, user="9", name="Bob"))
    await joins(other, cid)
    await talk.say("I walked 4000 steps")
    await other.say("I walked 5000 steps")
    absorbed = await other.pid()
    await linked(talk, other)
    left = await challenge(world, cid)
    assert absorbed not in left.model_dump_json()
    assert len(left.active) == 2
    members = [standing.member for standing in await world.store.standings(cid, 0, 10)]
    assert absorbed not in members
    assert members.count(await talk.pid()) <= 1
    assert (await talk.docs()).person.challenges == (cid,)


async def test_membership_moves_along(talk: Dialogue, other: Dialogue, world: World) -> None:
    await talk.say("hi")
    await other.say("hi")
    cid = await in_challenge(talk, Dialogue(world, user="9", name="Bob"))
    absorbed = await talk.pid()
    await talk.say("I walked 12000 steps")
    await linked(other, talk)
    keeper = await other.pid()
    left = await challenge(world, cid)
    assert {member.person for member in left.active} >= {keeper}
    assert absorbed not in left.model_dump_json()
    standing = await world.store.standing_of(cid, keeper)
    assert standing is not None
    assert standing.score > 0


async def test_a_wrong_an_old_and_the_own_code(talk: Dialogue, other: Dialogue, store: Store) -> None:
    out = await other.command("/link ABC234")
    assert out.text == WORDS("en", "link-unknown", minutes=10)
    code = code_of(await talk.command("/link"))
    out = await talk.command(f"/link {code}")
    assert out.text == WORDS("en", "link-own", code=code)
    button = f"link:yes:{code}"
    assert button in (await other.command(f"/link {code}")).actions
    await store.take_code("link", code)  # its time is over
    out = await other.press(button)
    assert out.text == WORDS("en", "link-unknown", minutes=10)
    assert await talk.pid() != await other.pid()


async def test_guessing_is_slowed_down(other: Dialogue) -> None:
    texts = [(await other.command(f"/link AB{n}DEF")).text for n in range(2, 9)]
    assert texts[0] == WORDS("en", "link-unknown", minutes=10)
    assert texts[-1] == WORDS("en", "link-slow")


async def test_a_used_code_joins_nobody_else(talk: Dialogue, other: Dialogue, world: World) -> None:
    code = code_of(await talk.command("/link"))
    await other.command(f"/link {code}")
    await other.press(f"link:yes:{code}")
    eve = Dialogue(world, user="66", name="Eve")
    await eve.say("hi")
    out = await eve.press(f"link:yes:{code}")
    assert out.text == WORDS("en", "link-unknown", minutes=10)
    assert await eve.pid() != await talk.pid()


async def test_the_press_again_changes_nothing(talk: Dialogue, other: Dialogue) -> None:
    await other.say("walked 3 km")
    code = code_of(await talk.command("/link"))
    await other.command(f"/link {code}")
    await other.press(f"link:yes:{code}", event_id="discord:press")
    again = await other.press(f"link:yes:{code}", event_id="discord:press")
    assert again.messages == []
    out = await other.press(f"link:yes:{code}", event_id="discord:another")
    assert out.ack.toast == WORDS("en", "link-already")
    assert len(await talk.entries()) == 1


async def test_chinese_link_in_words(chinese: Dialogue, other: Dialogue) -> None:
    code = code_of(await chinese.command("/link"))
    out = await other.say(f"link {code}")
    assert f"link:yes:{code}" in out.actions


async def test_reminders_go_on_for_the_joined_person(talk: Dialogue, other: Dialogue, world: World) -> None:
    await other.say("remind me at 18:00")
    await linked(talk, other)
    snapshot = await world.store.load(Aggregate("person", await talk.pid()))
    assert (await talk.docs()).nudges.on
    assert "nudge" in snapshot.due


@pytest.mark.parametrize(("after", "again"), [(False, "redelivered"), (True, "pressed again")])
async def test_a_joining_cut_off_anywhere_is_finished(
    world: World, store: Store, redis_url: str, after: bool, again: str
) -> None:
    async with frail(redis_url, store) as weak:
        weak.after = after
        cut = 1
        while await _cut_joining(weak, world, store, cut, redelivered=again == "redelivered"):
            cut += 1
    assert cut > 5


async def test_what_is_said_while_the_two_are_joined_is_not_lost(world: World, store: Store, redis_url: str) -> None:
    talk, other = Dialogue(world), Dialogue(world, user="8", platform="discord")
    await talk.say("ran 5k")
    await other.say("walked 3 km")
    absorbed = await other.pid()
    before = await store.load(Aggregate("person", absorbed))

    async def meanwhile() -> None:
        """Another process, which still takes the account for the absorbed one's."""
        line = (await store.ledger(before.owner))[0]
        assert line.entry is not None
        swum = line.entry.model_copy(update={"id": "discord:late#0"})
        latest = await store.load(before.owner)
        said = line.model_copy(update={"entry_id": swum.id, "entry": swum})
        await store.commit(Commit(before.owner, latest.revision, ledger=(said,)))

    async with frail(redis_url, store) as weak:
        shaky = World(weak)
        shaky._ids = world._ids
        code = code_of(await talk.command("/link"))
        await other.command(f"/link {code}")
        weak.before_destroy = meanwhile
        await shaky.handle(press(other, f"link:yes:{code}", "discord:join"))
    assert len(await talk.entries()) == 3


async def _cut_joining(weak: Frail, world: World, store: Store, cut: int, *, redelivered: bool) -> bool:
    """A joining that fails at the `cut`-th write and is then finished; whether it has that many writes."""
    shaky = World(weak)
    shaky._ids = world._ids
    giver = Dialogue(shaky, user=f"1{cut}")
    taker = Dialogue(shaky, user=f"2{cut}", name="Ann D", platform="discord")
    await giver.say("ran 5k")
    await taker.say("walked 3 km")
    cid = await in_challenge(giver, Dialogue(shaky, user=f"3{cut}", name="Bob"))
    await joins(taker, cid)
    absorbed, keeper = await taker.pid(), await giver.pid()
    code = code_of(await giver.command("/link"))
    await taker.command(f"/link {code}")
    first = press(taker, f"link:yes:{code}", f"discord:cut{cut}")
    broken = False
    weak.left = cut
    try:
        await shaky.coach.handle(first)
    except StoreAway:
        broken = True
    weak.left = 0
    await shaky.coach.handle(first if redelivered else press(taker, f"link:yes:{code}", f"discord:2nd{cut}"))
    await shaky.drained()
    assert await taker.pid() == await giver.pid() == keeper
    assert (await store.load(Aggregate("person", absorbed))).gone
    assert len(await giver.entries()) == 2
    assert len(await store.ledger(Aggregate("person", keeper))) == 2
    members = (await challenge(shaky, cid)).active
    assert sorted(member.name for member in members).count("Bob") == 1
    assert [member.person for member in members].count(keeper) == 1
    assert absorbed not in {member.person for member in members}
    return broken


def press(talk: Dialogue, action: str, event_id: str) -> ButtonPress:
    message = MessageRef(talk.chat, "9")
    return ButtonPress(event_id, talk.world.now, talk.chat, talk.author, action=action, message=message)


# ---- the rules of joining


def made(*people: str) -> Challenge:
    rules = Rules(kind="total", metric="steps", starts=START.date(), days=7)
    members = [ChallengeMember(person=p, name=p, zone="UTC", joined=START.date()) for p in people]
    result = create("c", "CODE", rules, members[0], START)
    for member in members[1:]:
        joined = join(result, member)
        assert isinstance(joined, Challenge)
        result = joined
    return result


def test_replace_keeps_one_member_and_the_owner() -> None:
    alone = replace(made("old", "bob"), "old", "new")
    assert [member.person for member in alone.members] == ["new", "bob"]
    assert alone.owner == "new"
    both = replace(made("old", "bob", "new"), "old", "new")
    assert [member.person for member in both.members] == ["bob", "new"]
    assert replace(both, "old", "new") == both


@pytest.mark.parametrize(
    ("kept", "absorbed", "zone"),
    [
        ((True, False), (False, False), "kept"),
        ((True, True), (True, False), "absorbed"),
        ((True, False), (True, True), "kept"),
        ((False, False), (True, True), "absorbed"),
        ((False, False), (False, False), "kept"),
    ],
)
def test_the_zone_that_was_said_is_kept(kept: tuple[bool, bool], absorbed: tuple[bool, bool], zone: str) -> None:
    """(told at all, told by a device)."""
    one, other = (
        Person(name="Ann", created=START, zone=name, zone_said=said, zone_device=device)
        for name, (said, device) in (("kept", kept), ("absorbed", absorbed))
    )
    assert joined_person(one, other).zone == zone


def test_safety_of_either_side_stays() -> None:
    flagged = Profile(readiness=Readiness(answered_on=START.date(), result="flagged", topics=(1,)))
    clear = Profile(readiness=Readiness(answered_on=START.date(), result="clear"))
    assert joined_profile(clear, flagged).readiness == flagged.readiness
    assert joined_profile(clear, Profile(facts=Facts(conditions=("heart",)))).readiness is None
    assert joined_profile(clear, Profile()).readiness == clear.readiness
    assert joined_profile(Profile(), Profile(ed_signal=True)).ed_signal


def test_the_keepers_silence_counts() -> None:
    stopped = NudgeState(on=False, at="07:30")
    assert not joined_nudges(stopped, NudgeState(on=True)).on
    assert joined_nudges(NudgeState(), NudgeState(on=True)).on
