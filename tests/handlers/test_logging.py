from __future__ import annotations

import asyncio

import pytest

from core.messages import Edit, Send
from tests.handlers.dialogue import WORDS, Dialogue, Out, World


async def values(talk: Dialogue, field: str) -> list[object]:
    return [value for entry in await talk.entries() if (value := getattr(entry.record, field)) is not None]


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("ran 5k in 28 min, slept 7h, bp 124/79", {"distance_m": [5000.0], "sleep_s": [25200.0], "systolic": [124]}),
        ("今天卧推60公斤5组5个，然后慢跑3公里用了20分钟", {"load_kg": [60.0], "sets": [5], "distance_m": [3000.0]}),
        ("走了8400步", {"steps": [8400]}),
        ("resting heart rate 58", {"resting_bpm": [58]}),
        ("昨晚睡了6个半小时，早上血压150/95", {"sleep_s": [23400.0], "diastolic": [95]}),
    ],
)
async def test_plain_words_become_entries(talk: Dialogue, line: str, fields: dict[str, list[object]]) -> None:
    out = await talk.say(line)
    assert {field: await values(talk, field) for field in fields} == fields
    assert len(out.messages) == 1
    assert out.actions[0].startswith("undo:")
    assert all(entry.day == talk.world.now.date() for entry in await talk.entries())


async def test_undo_and_back_by_button(talk: Dialogue) -> None:
    out = await talk.say("ran 5k, squat 100kg 5x5")
    out = await talk.press(out.actions[0])
    assert isinstance(out.effects[0], Edit)
    assert await talk.entries() == []
    out = await talk.press(out.actions[0])
    assert isinstance(out.effects[0], Edit)
    assert len(await talk.entries()) == 2
    assert (await talk.press("redo:nothing")).ack.toast == WORDS("en", "stale-button")


@pytest.mark.parametrize("word", ["undo", "/undo", "撤销", "把刚才的删了", "delete that"])
async def test_undo_by_word_takes_the_newest(talk: Dialogue, word: str) -> None:
    await talk.say("ran 5k")
    await talk.say("slept 7h")
    await (talk.command(word) if word.startswith("/") else talk.say(word))
    assert await values(talk, "distance_m") == [5000.0]
    assert await values(talk, "sleep_s") == []


async def test_undo_of_an_old_message_beyond_the_recent_entries(talk: Dialogue) -> None:
    out = await talk.say("ran 21 km")
    message = talk.last
    for number in range(62):
        await talk.say(f"drank {200 + number} ml")
    await talk.press(out.actions[0])
    assert await values(talk, "distance_m") == []
    await talk.edit("ran 20 km", message)
    assert await values(talk, "distance_m") == [20000.0]
    await talk.delete(message)
    assert await values(talk, "distance_m") == []
    assert len(await talk.entries()) == 62


@pytest.mark.parametrize(
    ("first", "then", "field", "value"),
    [
        ("ran 5k in 28 min", "it was 6 km", "distance_m", 6000.0),
        ("ran 5k in 28 min", "no, 25 min", "duration_s", 1500.0),
        ("跑了5公里用了28分钟", "改成6公里", "distance_m", 6000.0),
        ("做了30个俯卧撑", "改成25个", "reps", 25),
        ("weight 78 kg", "it was 77 kg", "weight_kg", 77.0),
    ],
)
async def test_corrections_change_the_entry(talk: Dialogue, first: str, then: str, field: str, value: float) -> None:
    await talk.say(first)
    await talk.say(then)
    assert await values(talk, field) == [value]
    assert len(await talk.entries()) == 1


async def test_a_correction_beyond_the_plausible_changes_nothing(talk: Dialogue) -> None:
    await talk.say("ran 5k in 28 min")
    out = await talk.say("it was 600 km")
    assert await values(talk, "distance_m") == [5000.0]
    assert len(out.messages) == 1
    out = await talk.say("it was 8000 steps")
    assert await values(talk, "distance_m") == [5000.0]


async def test_steps_do_not_correct_a_swim(chinese: Dialogue) -> None:
    await chinese.say("游泳1000米")
    out = await chinese.say("改成8000步")
    assert await values(chinese, "steps") == []
    assert WORDS("zh-Hans", "correct-what") in out.text


async def test_an_edited_message_changes_its_entries_in_place(talk: Dialogue) -> None:
    await talk.say("ran 5k, slept 7h")
    out = await talk.edit("ran 6k")
    assert await values(talk, "distance_m") == [6000.0]
    assert await values(talk, "sleep_s") == []
    edit = out.effects[0]
    assert isinstance(edit, Edit)
    assert talk.last is not None
    assert edit.slot == f"log:{talk.last.message_id}"
    await talk.edit("ran 6k, slept 8h, drank 500 ml")
    assert await values(talk, "sleep_s") == [28800.0]
    assert await values(talk, "water_ml") == [500.0]
    await talk.edit("never mind")
    assert await talk.entries() == []


async def test_an_edit_beyond_the_plausible_is_held(talk: Dialogue) -> None:
    await talk.say("walked 9000 steps")
    out = await talk.edit("walked 95000 steps")
    assert await values(talk, "steps") == []
    await talk.press(next(action for action in out.actions if action.startswith("keep:")))
    assert await values(talk, "steps") == [95000]


async def test_held_values_wait_for_a_tap(chinese: Dialogue) -> None:
    out = await chinese.say("刚才走了95000步")
    assert await chinese.entries() == []
    keep, drop = out.actions
    await chinese.press(drop)
    assert (await chinese.press(keep)).ack.toast == WORDS("zh-Hans", "stale-button")
    assert await chinese.entries() == []


@pytest.mark.parametrize("line", ["walked 9,000,000 steps", "ran 5k in 5 min", "ran 5k in -20 min", "走了900万步"])
async def test_the_impossible_is_refused_with_a_reason(talk: Dialogue, line: str) -> None:
    out = await talk.say(line)
    assert await talk.entries() == []
    assert out.actions == []
    assert len(out.messages) == 1


async def test_undo_after_a_held_value_leaves_earlier_entries(talk: Dialogue) -> None:
    await talk.say("ran 5k")
    await talk.say("walked 95000 steps")
    await talk.say("undo")
    assert await values(talk, "distance_m") == [5000.0]


async def test_doubts_are_settled_by_one_tap_for_all_of_their_kind(talk: Dialogue) -> None:
    out = await talk.say("bench 185x5, squat 225x5")
    assert await talk.entries() == []
    out = await talk.press(out.actions[1])
    assert [round(load) for load in await values(talk, "load_kg")] == [84, 102]  # type: ignore[call-overload]
    assert "185 lb" in out.text
    assert isinstance(out.effects[0], Edit)
    assert (await talk.docs()).profile.facts.load_unit == "lb"
    assert (await talk.say("bench 190x5")).actions[0].startswith("undo:")


async def test_an_old_doubt_is_not_settled_by_a_new_message(talk: Dialogue) -> None:
    old = await talk.say("bench 185x5")
    await talk.say("weight 180")
    assert (await talk.press(old.actions[0])).ack.toast == WORDS("en", "stale-button")
    assert await talk.entries() == []


async def test_editing_the_doubtful_message_settles_it(talk: Dialogue) -> None:
    out = await talk.say("bench 185x5")
    await talk.edit("bench 185 lb x5")
    assert (await talk.press(out.actions[0])).ack.toast == WORDS("en", "stale-button")
    assert len(await talk.entries()) == 1


async def test_a_doubt_settled_later_counts_for_its_day_and_follows_its_message(talk: Dialogue) -> None:
    out = await talk.say("bench 185x5")
    day = talk.world.now.date()
    talk.world.later(days=2)
    await talk.press(out.actions[0])
    (entry,) = await talk.entries()
    assert entry.day == day
    await talk.delete()
    assert await talk.entries() == []


async def test_a_logged_weight_is_the_weight(talk: Dialogue) -> None:
    await talk.say("I'm 34, 170 cm, 80 kg")
    await talk.say("weight 78 kg")
    assert (await talk.docs()).profile.facts.weight_kg == 78
    await talk.say("weight 77 kg")
    await talk.say("undo")
    assert (await talk.docs()).profile.facts.weight_kg == 78


async def test_a_weight_far_off_is_asked_about(chinese: Dialogue) -> None:
    await chinese.say("体重50公斤")
    out = await chinese.say("今天体重156")
    assert (await chinese.docs()).profile.facts.weight_kg == 50
    assert out.actions[0].startswith("keep:")
    await chinese.press(out.actions[0])
    assert (await chinese.docs()).profile.facts.weight_kg == 156


async def test_a_log_is_answered_whatever_else_is_said(talk: Dialogue) -> None:
    out = await talk.say("ran 5k, how much water should I drink?")
    assert "✓" in out.text
    assert WORDS("en", "talk-beside") in out.text
    out = await talk.say("ran 3k today and I want to lose weight")
    assert (await talk.docs()).profile.facts.goal == "lose_weight"
    assert out.text.count("✓") == 2
    out = await talk.say("ran 2k, make me a plan")
    assert "✓" in out.text
    assert (await talk.docs()).dialog.asked
    assert await values(talk, "distance_m") == [5000.0, 3000.0, 2000.0]


async def test_a_strangers_first_log_in_chinese(chinese: Dialogue) -> None:
    out = await chinese.say("跑了5公里用了28分钟，想减肥")
    assert out.text.startswith(WORDS("zh-Hans", "intro"))
    assert "5公里" in out.text
    assert out.actions[0].startswith("undo:")
    assert out.actions[1].startswith("skip:")


async def test_the_same_update_three_times_counts_once(talk: Dialogue) -> None:
    first = await talk.say("ran 5k", event_id="telegram:same")
    again = [await talk.say("ran 5k", event_id="telegram:same") for _ in range(2)]
    assert len(first.messages) == 1
    assert all(out.ack.duplicate and not out.effects for out in again)
    assert len(await talk.entries()) == 1


async def test_many_at_the_same_second(world: World) -> None:
    people = [Dialogue(world, user=str(number), name=f"P{number}") for number in range(1, 6)]
    lines = ("ran 5k", "slept 7h", "drank 500 ml")
    await asyncio.gather(*(who.say(line) for who in people for line in lines))
    await world.drained()
    for who in people:
        assert len(await who.entries()) == 3


async def test_why_after_a_note(talk: Dialogue) -> None:
    await talk.say("ran 5k in 28 min")
    assert WORDS("en", "rule-note-week-minutes") in (await talk.say("why?")).text


def sent(out: Out) -> list[Send]:
    return [effect for effect in out.effects if isinstance(effect, Send)]


async def test_one_answer_in_one_message(talk: Dialogue) -> None:
    out = await talk.say("ran 5k, weight 300, walked 95000 steps, I want to build muscle and make me a plan")
    assert len(sent(out)) == 1


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [("walked 150000 steps yesterday", "en", "day-yesterday"), ("昨天走了15万步", "zh-Hans", "day-yesterday")],
)
async def test_what_is_held_names_its_day(talk: Dialogue, line: str, language: str, day: str) -> None:
    out = await talk.say(line)
    assert any(action.startswith("keep:") for action in out.actions)
    assert WORDS(language, day) in out.text


async def test_a_held_entry_brought_back_days_later_names_its_day(talk: Dialogue) -> None:
    out = await talk.say("walked 150000 steps")
    assert WORDS("en", "day-yesterday") not in out.text
    await talk.command("/undo")
    talk.world.later(days=1)
    event = (await talk.docs()).recent.entries[0].id.rpartition("#")[0]
    assert WORDS("en", "day-yesterday") in (await talk.press(f"redo:{event}")).text


@pytest.mark.parametrize("line", ["It was 8k", "no, 8k", "it was 8k not 10k", "是8k不是10k"])
async def test_thousands_after_steps_are_steps(talk: Dialogue, line: str) -> None:
    await talk.say("ran 5k")
    await talk.say("10k steps")
    await talk.say(line)
    run, steps = (entry.record for entry in await talk.entries())
    assert (run.distance_m, steps.steps, steps.distance_m) == (5000, 8000, None)


@pytest.mark.parametrize("line", ["It was 8k", "no, the run was 8k", "it was 8 km"])
async def test_thousands_after_a_run_and_kilometres_are_distance(talk: Dialogue, line: str) -> None:
    await talk.say("ran 5k")
    if "km" in line:
        await talk.say("10k steps")
    await talk.say(line)
    records = [entry.record for entry in await talk.entries()]
    assert records[0].distance_m == 8000
    assert [record.steps for record in records[1:]] == [10_000] * len(records[1:])


async def test_thousands_after_steps_in_a_group(world: World) -> None:
    ann = Dialogue(world, group="G1")
    await ann.say("10k steps")
    assert (await ann.say("it was 8k")).reactions == ["💪"]
    assert [entry.record.steps for entry in await ann.entries()] == [8000]
