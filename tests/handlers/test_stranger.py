"""What a demanding stranger noticed: units, names of entries, what a message leaves out."""

from __future__ import annotations

import pytest

from core.domain.records import Entry
from tests.handlers.dialogue import Dialogue


async def counted(talk: Dialogue) -> list[Entry]:
    return [entry for entry in await talk.entries() if entry.status == "ok"]


async def test_miles_and_pounds_stay_as_said(talk: Dialogue) -> None:
    assert "3 mi" in (await talk.say("I ran 3 miles this morning in 28:30")).text
    assert "3′" not in (await talk.say("walked 5 km")).text
    assert "135 lb" in (await talk.say("bench 135 lb 5x5")).text
    await talk.say("my weight this morning 208.4")
    await talk.say("I'm 5'11")
    known = (await talk.command("/me")).text
    assert "208.4 lb" in known
    assert "5′11″" in known


async def test_units_by_word_are_confirmed(talk: Dialogue) -> None:
    await talk.say("ran 5 km")
    assert "miles" in (await talk.say("set units to miles")).text
    assert "miles" in (await talk.say("use miles")).text  # also when they hold already


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ("did 3x12 pushups and 3 sets of 15 squats", "10k steps", "delete the pushups")),
        ("zh-Hans", ("俯卧撑3组12个，深蹲3组15个", "走了一万步", "把俯卧撑删掉")),
    ],
)
async def test_an_entry_is_taken_back_by_name(talk: Dialogue, language: str, lines: tuple[str, ...]) -> None:
    for line in lines[:-1]:
        await talk.say(line)
    out = await talk.say(lines[-1])
    assert [entry.record.activity for entry in await counted(talk)] == ["squat", None]
    assert any(action.startswith("redo:") for action in out.actions)
    await talk.say("delete the swim")
    assert len(await counted(talk)) == 2


async def test_steps_set_right_after_a_mistake(talk: Dialogue) -> None:
    await talk.say("10k steps")
    await talk.say("made a mistake, it was 8k steps")
    assert [entry.record.steps for entry in await counted(talk)] == [8000]


async def test_a_skipped_goal_may_be_said_later(talk: Dialogue) -> None:
    await talk.command("/start")
    await talk.say("skip")
    await talk.say("build muscle")
    assert (await talk.docs()).profile.facts.goal == "build_muscle"


async def test_each_way_counts_twice(talk: Dialogue) -> None:
    await talk.say("biked to work, 20 min each way")
    await talk.say("骑车上班，来回各20分钟")
    assert [entry.record.duration_s for entry in await counted(talk)] == [2400, 2400]


@pytest.mark.parametrize(
    ("language", "log", "question", "nothing"),
    [
        ("en", "yesterday I walked for an hour", "what did I do yesterday?", "what did I do today?"),
        ("zh-Hans", "昨天走路一小时", "我昨天干了啥", "我今天做了什么"),
    ],
)
async def test_what_was_done_on_a_day(talk: Dialogue, language: str, log: str, question: str, nothing: str) -> None:
    await talk.say(log)
    told = (await talk.say(question)).text
    walk = "Walking · 1 h" if language == "en" else "步行 · 1小时"
    assert walk in told
    assert walk not in (await talk.say(nothing)).text


async def test_a_workout_without_any_amount_is_asked_for_it(talk: Dialogue) -> None:
    assert "How long" in (await talk.say("swam 20 laps")).text
    out = await talk.say("it was 30 min")
    assert "30 min" in out.text
    assert "How long" not in out.text


@pytest.mark.parametrize("words", ["my knee hurts, can I still run?", "膝盖疼，还能跑吗"])
async def test_a_question_about_pain_is_answered(talk: Dialogue, words: str) -> None:
    out = await talk.say(words)
    assert "physio" in out.text or "康复师" in out.text


@pytest.mark.parametrize("words", ["skip today", "skip today's session", "今天不练了"])
async def test_skipping_today_is_a_rest_day(talk: Dialogue, words: str) -> None:
    await talk.say(words)
    assert [entry.record.type for entry in await counted(talk)] == ["rest"]


async def test_in_the_small_hours_a_time_is_told_by_the_calendar(talk: Dialogue) -> None:
    await talk.say("my time zone is London")
    await talk.say("don't disturb me from 4:00 to 5:00")
    talk.world.now = talk.world.now.replace(hour=0, minute=9)
    out = await talk.say("remind me in 2 minutes")
    assert "01:11" in out.text
    assert "today" in out.text


async def test_is_this_a_bot_is_answered_once(talk: Dialogue) -> None:
    out = await talk.say("hey, is this thing a bot?")
    assert "AI" in out.text
    assert "not sure" not in out.text
    assert "skip:goal" in out.actions
