"""Challenges from the first tap to the result."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, datetime

import pytest

from core.domain.challenges import GRACE, RACE_SETTLES
from core.domain.days import day_end
from core.messages import Edit, Send
from tests.handlers.boards import (
    TEMPLATE,
    aggregate,
    challenge,
    cid_in,
    code,
    group_doc,
    in_group,
    lines,
    living,
    notices,
    replayed,
    stored,
    ticked,
)
from tests.handlers.dialogue import Dialogue, World


@pytest.fixture
def ann(world: World) -> Dialogue:
    return in_group(world, "1", "Ann")


@pytest.fixture
def bob(world: World) -> Dialogue:
    return in_group(world, "2", "Bob")


async def made(by: Dialogue, terms: str = "7 days, 8000 steps a day") -> str:
    return cid_in(await by.command(f"/challenge {terms}"))


# ---- making one


async def test_a_template_makes_one_card_and_one_board(ann: Dialogue, world: World) -> None:
    choice = await ann.command("/challenge")
    assert [action.split(":")[1] for action in choice.actions] == ["t"] * 4
    out = await ann.press(TEMPLATE)
    cid = cid_in(out)
    card, board = notices(out.effects)
    assert card.slot is None
    assert board.slot == f"board:{cid}"
    assert board.pin
    assert out.ack.toast
    (edited,) = [effect for effect in out.effects if isinstance(effect, Edit)]
    assert edited.message_id == "9"
    assert not edited.message.buttons
    found = await challenge(world, cid)
    assert (found.rules.kind, found.rules.target, len(found.active)) == ("daily_goal", 8000, 1)
    assert (await ann.docs()).person.challenges == (cid,)
    known = await group_doc(world, ann.chat)
    assert known is not None
    assert known.challenges == (cid,)


async def test_two_people_press_the_same_template(ann: Dialogue, bob: Dialogue, world: World) -> None:
    cid = cid_in(await ann.press(TEMPLATE))
    out = await bob.press(TEMPLATE)
    assert out.effects == []
    assert out.ack.toast
    assert [member.name for member in (await challenge(world, cid)).members] == ["Ann"]
    again = await ann.press(TEMPLATE)
    assert again.effects == []
    other = await bob.press(TEMPLATE, on="77")
    assert cid_in(other) != cid


@pytest.mark.parametrize(
    ("words", "kind", "metric", "target", "days", "stake"),
    [
        ("30天每天8000步，输的请奶茶", "daily_goal", "steps", 8000, 30, "输的请奶茶"),
        ("2 weeks, 10000 steps a day, loser buys tea", "daily_goal", "steps", 10_000, 14, "loser buys tea"),
        ("谁先跑满50公里", "race", "distance_m", 50_000, 30, None),
        ("每周锻炼3次，4周", "times_per_week", "sessions", 3, 28, None),
    ],
)
async def test_plain_words_make_it(
    ann: Dialogue, world: World, words: str, kind: str, metric: str, target: float, days: int, stake: str | None
) -> None:
    rules = (await challenge(world, cid_in(await ann.say(words)))).rules
    assert (rules.kind, rules.metric, rules.target, rules.days, rules.stake) == (kind, metric, target, days, stake)


@pytest.mark.parametrize(
    "words",
    [
        "who can lose the most weight in 30 days, loser buys dinner",
        "challenge: burn 500 kcal a day",
        "challenge: who loses 5 kg first",
        "比比谁一个月瘦得最多",
        "挑战：每天摄入不超过1000大卡",
    ],
)
async def test_weight_and_calories_are_never_ranked(ann: Dialogue, world: World, words: str) -> None:
    out = await ann.say(words)
    language = "en" if words.isascii() else "zh-Hans"
    assert out.text == world.desk.words(language, "challenge-refused-never_ranked")
    assert await group_doc(world, ann.chat) is None


async def test_to_want_to_lose_weight_by_walking_is_fine(ann: Dialogue, world: World) -> None:
    rules = (await challenge(world, cid_in(await ann.say("减肥挑战：30天每天8000步")))).rules
    assert rules.metric == "steps"


@pytest.mark.parametrize(
    "terms", ["9 million steps a day", "400 days 8000 steps a day", "race", "7 days 0 km of running a day"]
)
async def test_impossible_terms_make_nothing(ann: Dialogue, terms: str) -> None:
    out = await ann.command(f"/challenge {terms}")
    assert len(out.effects) == 1
    assert not [action for action in out.actions if action.startswith("join:")]


@pytest.mark.parametrize("words", ["let's do a challenge", "挑战！", "/challenge abc", "/challenge 2 weeks"])
async def test_too_little_said_gives_the_templates(ann: Dialogue, words: str) -> None:
    out = await (ann.command(words) if words.startswith("/") else ann.say(words))
    assert TEMPLATE in out.actions


@pytest.mark.parametrize("words", ["what about running?", "should I walk 8000 steps a day?", "we ran every day lol"])
async def test_talk_makes_no_challenge(ann: Dialogue, world: World, words: str) -> None:
    await ann.say(words)
    assert await group_doc(world, ann.chat) is None


# ---- joining and leaving


async def test_a_double_click_joins_once(ann: Dialogue, bob: Dialogue, world: World) -> None:
    cid = await made(ann)
    first = await bob.press(f"join:{cid}")
    second = await bob.press(f"join:{cid}")
    assert len(living(first.effects, cid)) == 1
    assert second.effects == []
    assert first.ack.toast != second.ack.toast
    assert [member.name for member in (await challenge(world, cid)).active] == ["Ann", "Bob"]


async def test_the_same_update_three_times(ann: Dialogue, bob: Dialogue, world: World) -> None:
    for _ in range(3):
        out = await ann.command("/challenge 7 days, 8000 steps a day", event_id="telegram:make")
    assert out.effects == []
    group = await group_doc(world, ann.chat)
    assert group is not None
    (cid,) = group.challenges
    for _ in range(3):
        await bob.press(f"join:{cid}", event_id="telegram:join")
    for _ in range(3):
        await bob.say("9000 steps", event_id="telegram:log")
    assert [(place.rank, place.value) for place in await stored(world, cid)] == [(1, 1), (2, 0)]
    for _ in range(3):
        await bob.command("/leave", event_id="telegram:leave")
    assert len(await stored(world, cid)) == 1
    for _ in range(3):
        out = await ann.press(f"cend:{cid}:yes", event_id="telegram:end")
    assert out.effects == []
    assert (await challenge(world, cid)).state == "ended"


async def test_late_join_leave_and_rejoin(ann: Dialogue, bob: Dialogue, world: World) -> None:
    cid = await made(ann)
    await bob.say("9000 steps")
    world.later(days=2)
    await bob.press(f"join:{cid}")
    await bob.say("9000 steps")
    member = (await challenge(world, cid)).member(await bob.pid())
    assert member is not None
    assert member.joined == date(2024, 6, 5)
    assert [place.value for place in await stored(world, cid)] == [1, 0]
    out = await bob.command("/leave")
    (board,) = living(out.effects, cid)
    assert len(lines(board)) == 1
    assert (await bob.docs()).person.challenges == ()
    back = await bob.press(f"join:{cid}")
    assert "1 day" in lines(living(back.effects, cid)[-1])[0]


async def test_an_owner_who_leaves_hands_over(ann: Dialogue, bob: Dialogue, world: World) -> None:
    cid = await made(ann)
    await bob.press(f"join:{cid}")
    out = await ann.command("/leave")
    (told,) = notices(out.effects)
    assert "Bob" in told.message.text
    assert (await challenge(world, cid)).owner == await bob.pid()
    await bob.command("/leave")
    assert (await challenge(world, cid)).active == ()
    await ann.press(f"join:{cid}")
    assert (await challenge(world, cid)).owner == await ann.pid()


async def test_who_is_asked_what_to_leave_answers(ann: Dialogue, bob: Dialogue, world: World) -> None:
    first, second = await made(ann), await made(ann, "first to 10 km running")
    await bob.press(f"join:{first}")
    choice = await ann.command("/leave")
    assert len(choice.actions) == 2
    out = await bob.press(choice.actions[0])
    assert out.ack.toast
    assert (await bob.docs()).person.challenges == (first,)
    await ann.press(choice.actions[1])
    assert (await ann.docs()).person.challenges == (first,)
    assert (await challenge(world, second)).active == ()


# ---- what counts


async def test_an_unchanged_board_is_left_alone(ann: Dialogue, world: World) -> None:
    cid = await made(ann)
    assert living((await ann.say("3000 steps")).effects, cid) == []
    assert len(living((await ann.say("ran 5 km, 9000 steps")).effects, cid)) == 1
    assert living((await ann.say("slept 7 h")).effects, cid) == []


async def test_a_private_log_and_its_undo_show_on_the_board(ann: Dialogue, world: World) -> None:
    cid = await made(ann)
    private = Dialogue(world, user="1", name="Ann")
    (board,) = living((await private.say("9000 steps")).effects, cid, ann.chat)
    assert "1 day" in lines(board)[0]
    assert len(living((await private.say("undo")).effects, cid, ann.chat)) == 1
    assert [place.value for place in await stored(world, cid)] == [0]


async def test_undo_edit_and_delete_in_the_group(ann: Dialogue, world: World) -> None:
    cid = await made(ann, "7 days, most km of running")
    await ann.say("ran 5 km")
    assert [place.value for place in await stored(world, cid)] == [5000]
    await ann.edit("ran 8 km")
    assert [place.value for place in await stored(world, cid)] == [8000]
    await ann.delete()
    assert [place.value for place in await stored(world, cid)] == [0]
    await ann.say("ran 3 km")
    await ann.command("/undo")
    assert [place.value for place in await stored(world, cid)] == [0]
    assert await stored(world, cid) == await replayed(world, cid)


async def test_a_wrong_day_changes_nothing(ann: Dialogue, world: World) -> None:
    cid = await made(ann, "2 days, 8000 steps a day")
    await ann.say("9000 steps yesterday")
    await ann.say("9000 steps tomorrow")
    assert [place.value for place in await stored(world, cid)] == [0]
    world.later(days=3, hours=2)
    await ann.say("9000 steps the day before yesterday")
    assert [place.value for place in await stored(world, cid)] == [0]


async def test_yesterday_counts_for_a_day_longer(ann: Dialogue, world: World) -> None:
    cid = await made(ann, "2 days, 8000 steps a day")
    world.later(days=1)
    await ann.say("9000 steps yesterday")
    assert [place.value for place in await stored(world, cid)] == [1]


async def test_two_challenges_at_once(ann: Dialogue, world: World) -> None:
    steps, run = await made(ann), await made(ann, "7 days, most km of running")
    out = await ann.say("ran 12 km, 15000 steps")
    assert len(living(out.effects, steps)) == len(living(out.effects, run)) == 1
    assert [place.value for place in await stored(world, run)] == [12_000]


async def test_many_at_the_same_second(ann: Dialogue, world: World) -> None:
    cid = await made(ann)
    people = [in_group(world, str(n), f"P{n}") for n in range(2, 14)]
    await asyncio.gather(*(person.press(f"join:{cid}") for person in people))
    await asyncio.gather(*(person.say("9000 steps") for person in people))
    await world.drained()
    assert len((await challenge(world, cid)).active) == 13
    assert [place.rank for place in await stored(world, cid)] == [1] * 12 + [13]
    assert await stored(world, cid) == await replayed(world, cid)


async def test_a_board_stays_in_its_topic(world: World) -> None:
    ann = in_group(world, "1", "Ann")
    ann.chat = topic = replace(ann.chat, thread="5")
    cid = await made(ann)
    bob = in_group(world, "2", "Bob")
    bob.chat = replace(bob.chat, thread="6")
    out = await bob.command("/join")
    assert len(living(out.effects, cid, topic)) == 1
    assert len(living((await bob.command("/language zh")).effects, cid, topic)) == 1
    assert len(living((await bob.command("/board")).effects, cid, bob.chat)) == 1
    assert len(living((await ann.say("9000 steps")).effects, cid, bob.chat)) == 1


async def test_many_members_with_strange_names(world: World) -> None:
    names = ["*Ann* [x](http://y)", "שלום עולם", "👩‍👩‍👧‍👦" * 9, "a" * 200, "\u202eevil", "  ", "`code`", "张伟"]
    people = [in_group(world, str(n), name) for n, name in enumerate([*names, "é" * 40, "J", "K", "L"], 1)]
    cid = await made(people[0])
    for person in people[1:]:
        out = await person.press(f"join:{cid}")
    shown = lines(living(out.effects, cid)[-1])
    assert len(shown) == 12
    assert shown[0] == "▫️ \\*Ann\\* \\[x\\](http://y) · ready to start"
    assert "\u2068שלום עולם\u2069" in shown[1]
    assert all("\u202e" not in line for line in shown)
    assert max(len(line) for line in shown) < 60


async def test_somebody_under_18_has_no_name(world: World) -> None:
    private = Dialogue(world, user="1", name="Tim")
    await private.say("hi, I am 15 years old")
    cid = await made(in_group(world, "1", "Tim"))
    assert [member.name for member in (await challenge(world, cid)).members] == [""]


async def test_a_name_goes_once_the_age_is_known(world: World, ann: Dialogue) -> None:
    cid = await made(ann)
    private = Dialogue(world, user="1", name="Ann")
    await private.say("hi, I am 15 years old")
    await private.say("9000 steps")
    assert [member.name for member in (await challenge(world, cid)).members] == [""]


# ---- one board in several chats


async def test_one_board_on_three_platforms(ann: Dialogue, world: World) -> None:
    cid = await made(ann)
    join = f"/join {await code(world, cid)}"
    li = in_group(world, "7", "李雷", "D9", platform="discord", language="zh-CN")
    eve = in_group(world, "e", "Eve", "W1", platform="web")
    shown = await li.command(join)
    assert len(living(shown.effects, cid, li.chat)) == 1
    await eve.command(join)
    out = await li.say("今天走了9000步")
    for person in (ann, li, eve):
        (board,) = living(out.effects, cid, person.chat)
        assert len(lines(board)) == 3
    assert "共 7 天" in living(out.effects, cid, li.chat)[0].text
    assert "Day 1 of 7" in living(out.effects, cid, eve.chat)[0].text
    again = await li.command(join)
    assert living(again.effects, cid) == []


async def test_a_chat_that_joins_shows_the_board_though_its_member_was_in(ann: Dialogue, world: World) -> None:
    cid = await made(ann)
    elsewhere = in_group(world, "1", "Ann", "G2")
    out = await elsewhere.command(f"/join {await code(world, cid)}")
    assert len(living(out.effects, cid, elsewhere.chat)) == 1
    assert len((await challenge(world, cid)).active) == 1


async def test_the_language_of_a_chat_is_its_own(ann: Dialogue, world: World) -> None:
    cid = await made(ann)
    out = await ann.command("/language zh")
    assert "共 7 天" in living(out.effects, cid)[0].text
    assert living((await ann.command("/language zh")).effects, cid) == []


# ---- the end


async def test_it_ends_by_itself_with_a_result_in_each_chat(ann: Dialogue, bob: Dialogue, world: World) -> None:
    cid = await made(ann, "2 days, 8000 steps a day, loser buys tea")
    await bob.press(f"join:{cid}")
    far = in_group(world, "7", "李雷", "D9", platform="discord", language="zh-CN", zone="America/Los_Angeles")
    await far.command(f"/join {await code(world, cid)}")
    await bob.say("9000 steps")
    over = day_end(date(2024, 6, 4), "America/Los_Angeles") + GRACE
    world.now = over.replace(microsecond=0)
    world.later(minutes=-1)
    assert notices((await ticked(world)).effects) == []
    world.later(minutes=2)
    out = await ticked(world)
    results = notices(out.effects)
    assert sorted(send.chat.chat_id for send in results) == ["D9", "G1"]
    assert all("Bob" in send.message.text for send in results)
    assert any("恭喜" in send.message.text for send in results)
    assert [place.value for place in (await challenge(world, cid)).result or ()] == [1, 0, 0]
    assert (await ticked(world)).effects == []
    late = await ann.say("9000 steps")
    assert living(late.effects, cid) == []


@pytest.mark.parametrize(
    ("begins", "zone", "day", "end"),
    [
        ("2024-03-09T17:00Z", "America/New_York", "2024-03-10T07:01Z", "2024-03-12T07:00Z"),
        ("2024-11-02T17:00Z", "America/New_York", "2024-11-03T08:01Z", "2024-11-05T08:00Z"),
        ("2024-06-03T04:00Z", "Asia/Shanghai", "2024-06-03T19:01Z", "2024-06-05T19:00Z"),
    ],
)
async def test_its_times_over_a_change_of_clocks(world: World, begins: str, zone: str, day: str, end: str) -> None:
    """Two days that end at 03:00 where people live, then 24 hours for who is late."""
    world.now = datetime.fromisoformat(begins)
    cid = await made(in_group(world, "1", "Ann", zone=zone), "2 days, 8000 steps a day")
    due = (await world.store.load(aggregate(cid))).due
    assert due == {"day": datetime.fromisoformat(day), "end": datetime.fromisoformat(end)}


async def test_who_moves_west_has_time_until_their_day_is_over(ann: Dialogue, world: World) -> None:
    cid = await made(ann)
    before = (await world.store.load(aggregate(cid))).due["end"]
    private = Dialogue(world, user="1", name="Ann")
    await private.say("I live in Los Angeles")
    await private.say("9000 steps")
    assert (await ann.docs()).person.zone == "America/Los_Angeles"
    assert ((await world.store.load(aggregate(cid))).due["end"] - before).total_seconds() == 7 * 3600


async def test_after_the_last_day_nobody_joins_by_the_board(ann: Dialogue, world: World) -> None:
    cid = await made(ann, "1 day, 8000 steps a day")
    world.later(hours=20)
    (board,) = living((await ticked(world)).effects, cid)
    assert [button.action for row in board.buttons for button in row] == [f"cwhy:{cid}"]


async def test_a_new_day_changes_the_day_line_once(ann: Dialogue, world: World) -> None:
    cid = await made(ann)
    world.later(hours=20)
    (board,) = living((await ticked(world)).effects, cid)
    assert "Day 2 of 7" in board.text
    assert (await ticked(world)).effects == []


async def test_a_race_settles_and_a_slip_is_taken_back(ann: Dialogue, bob: Dialogue, world: World) -> None:
    cid = await made(ann, "first to 20 km running")
    await bob.press(f"join:{cid}")
    await ann.say("ran 21 km")
    world.later(minutes=10)
    await ann.command("/undo")
    world.later(minutes=2)
    await bob.say("ran 20 km")
    finished = world.now
    await in_group(world, "3", "Cy").press(f"join:{cid}")
    world.later(minutes=5)
    assert notices((await ticked(world)).effects) == []
    assert (await world.store.load(aggregate(cid))).due["end"] == finished + RACE_SETTLES
    world.now = finished + RACE_SETTLES
    (result,) = notices((await ticked(world)).effects)
    assert "Bob" in result.message.text
    assert (await challenge(world, cid)).state == "ended"


async def test_the_earlier_of_two_finishers_wins(ann: Dialogue, bob: Dialogue, world: World) -> None:
    cid = await made(ann, "first to 20 km running")
    await bob.press(f"join:{cid}")
    await bob.say("ran 20 km")
    world.later(minutes=1)
    await ann.say("ran 30 km")
    assert await stored(world, cid) == await replayed(world, cid)
    world.later(minutes=15)
    await ticked(world)
    result = (await challenge(world, cid)).result or ()
    assert [(place.person, place.rank) for place in result] == [(await bob.pid(), 1), (await ann.pid(), 2)]


async def test_only_the_owner_ends_it_and_after_a_second_tap(ann: Dialogue, bob: Dialogue, world: World) -> None:
    cid = await made(ann)
    await bob.press(f"join:{cid}")
    refused = await bob.command("/end")
    assert refused.actions == []
    asked = await ann.command("/end")
    assert asked.actions == [f"cend:{cid}:yes"]
    assert (await bob.press(f"cend:{cid}:yes")).effects == []
    assert (await challenge(world, cid)).state == "open"
    out = await ann.press(f"cend:{cid}:yes")
    assert len(notices(out.effects)) == 1
    assert (await challenge(world, cid)).state == "ended"
    assert (await bob.press(f"join:{cid}")).effects == []


async def test_nobody_left_and_nobody_logged(ann: Dialogue, world: World) -> None:
    cid = await made(ann, "1 day, 8000 steps a day")
    await ann.command("/leave")
    world.later(days=4)
    (result,) = notices((await ticked(world)).effects)
    assert "Nobody" in result.message.text
    assert (await challenge(world, cid)).result == ()


async def test_deleted_data_leave_the_board_and_the_result(ann: Dialogue, bob: Dialogue, world: World) -> None:
    cid = await made(ann)
    await bob.press(f"join:{cid}")
    await bob.say("9000 steps")
    private = Dialogue(world, user="2", name="Bob")
    asked = await private.command("/delete")
    yes = next(action for action in asked.actions if action.startswith("delete:yes"))
    out = await private.press(yes)
    (board,) = living(out.effects, cid)
    assert "Bob" not in board.text
    assert [member.name for member in (await challenge(world, cid)).members] == ["Ann", ""]
    assert len(await stored(world, cid)) == 1


# ---- in private


async def test_joined_in_private_by_a_code(ann: Dialogue, world: World) -> None:
    cid = await made(ann)
    li = Dialogue(world, user="2", name="李雷", language="zh-CN")
    join = f"/join {(await code(world, cid)).lower()}"
    out = await li.command(join)
    assert len(living(out.effects, cid, ann.chat)) == 1
    assert out.actions[0] == f"board:{cid}"
    assert living((await li.command(join)).effects, cid) == []
    assert [member.name for member in (await challenge(world, cid)).active] == ["Ann", "李雷"]
    for shown in (await li.press(f"board:{cid}"), await li.command("/board")):
        assert "共 7 天" in shown.text
        assert shown.actions == [f"cwhy:{cid}", f"leave:{cid}"]
    assert len(living((await li.command("/leave")).effects, cid)) == 1
    assert (await li.docs()).person.challenges == ()
    assert (await li.command("/leave")).text == world.desk.words("zh-Hans", "challenge-none")


@pytest.mark.parametrize("args", ["", "???", "`"])
async def test_a_code_that_is_none_is_explained(world: World, args: str) -> None:
    out = await Dialogue(world).command(f"/join {args}")
    assert out.text.endswith(world.desk.words("en", "challenge-join-how"))


async def test_the_owner_ends_it_in_private(ann: Dialogue, world: World) -> None:
    cid = await made(ann)
    private = Dialogue(world, user="1", name="Ann")
    await Dialogue(world, user="2", name="Bob").press(f"cend:{cid}:yes")
    assert (await challenge(world, cid)).state == "open"
    assert (await private.press(f"cend:{cid}")).actions == [f"cend:{cid}:yes"]
    out = await private.press(f"cend:{cid}:yes")
    assert len(notices(out.to(ann.chat))) == 1
    assert (await challenge(world, cid)).state == "ended"
    assert (await private.press(f"board:{cid}")).actions == [f"cwhy:{cid}"]


# ---- one's own score


async def test_why_is_told_in_private(ann: Dialogue, bob: Dialogue, world: World) -> None:
    cid = await made(ann)
    assert (await bob.press(f"cwhy:{cid}")).effects == []
    assert (await ann.press(f"cwhy:{cid}")).effects == []
    private = Dialogue(world, user="1", name="Ann")
    await private.say("9000 steps")
    (told,) = (await ann.press(f"cwhy:{cid}")).effects
    assert isinstance(told, Send)
    assert told.chat == private.chat
    assert "9,000" in told.message.text
