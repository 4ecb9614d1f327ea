from __future__ import annotations

from datetime import date

import pytest

from tests.handlers.dialogue import WORDS, Dialogue, Out

WHOLE = (
    "34 f, 168 cm, 70 kg, want to lose weight, 3 days a week 40 min, beginner, dumbbells at home, no injuries, "
    "vegetarian"
)
MONDAY = date(2024, 6, 3)


async def offered(talk: Dialogue) -> Out:
    await talk.say(WHOLE)
    return await talk.say("none of these")


def approval(out: Out) -> str:
    return next(action for action in out.actions if action.startswith("plan:yes"))


async def started(talk: Dialogue) -> Out:
    return await talk.press(approval(await offered(talk)))


@pytest.mark.parametrize("word", ["yes", "好的", "👍", "start this plan"])
async def test_nothing_starts_before_a_yes_in_any_words(talk: Dialogue, word: str) -> None:
    await offered(talk)
    assert (await talk.docs()).plans.current is None
    out = await talk.say(word)
    assert (await talk.docs()).plans.current is not None
    assert f"done:{MONDAY}" in out.actions
    assert "remind:18:00" in out.actions


@pytest.mark.parametrize("word", ["no", "not now", "不要"])
async def test_no_leaves_it(talk: Dialogue, word: str) -> None:
    await offered(talk)
    await talk.say(word)
    assert (await talk.docs()).plans.offered is None


async def test_the_button_of_an_older_offer_starts_nothing(talk: Dialogue) -> None:
    old = approval(await offered(talk))
    await talk.say("my knee hurts")
    new = approval(await talk.command("/plan"))
    assert old != new
    out = await talk.press(old)
    assert out.effects == []
    assert out.ack.toast == WORDS("en", "stale-button")
    assert (await talk.docs()).plans.current is None
    await talk.press(new)
    assert (await talk.press(new)).ack.toast == WORDS("en", "plan-already-running")


async def test_an_offer_that_waited_begins_today(talk: Dialogue) -> None:
    yes = approval(await offered(talk))
    talk.world.later(days=9)
    await talk.press(yes)
    plan = (await talk.docs()).plans.current
    assert plan is not None
    assert plan.start == date(2024, 6, 12)


async def test_health_comes_first_among_the_reasons(talk: Dialogue) -> None:
    await talk.say(WHOLE)
    await talk.say("my knee hurts")
    out = await talk.say("no")
    assert WORDS("en", "readiness-known") in out.text
    assert out.text.index("Your knee") < out.text.index("With 3 days")


@pytest.mark.parametrize(("answers", "result"), [("nnnnnnn", "clear"), ("ynnnnnn", "flagged"), ("nnnnnny", "flagged")])
@pytest.mark.parametrize("by", ["words", "buttons", "both"])
async def test_readiness_one_by_one(talk: Dialogue, answers: str, result: str, by: str) -> None:
    await talk.say(WHOLE)
    await talk.say("yes to some")
    for topic, answer in enumerate(answers, 1):
        if by == "words" or (by == "both" and topic % 2):
            await talk.say("yes" if answer == "y" else "没有")
        else:
            await talk.press(f"parq:{topic}:{answer}")
    readiness = (await talk.docs()).profile.readiness
    assert readiness is not None
    assert readiness.result == result
    assert readiness.topics == tuple(topic for topic, answer in enumerate(answers, 1) if answer == "y")


async def test_old_readiness_buttons_change_nothing(talk: Dialogue) -> None:
    await talk.say(WHOLE)
    await talk.press("parq:some")
    await talk.press("parq:1:y")
    assert (await talk.press("parq:1:n")).ack.toast == WORDS("en", "stale-button")
    for topic in range(2, 8):
        await talk.press(f"parq:{topic}:n")
    assert (await talk.press("parq:none")).ack.toast == WORDS("en", "stale-button")
    readiness = (await talk.docs()).profile.readiness
    assert readiness is not None
    assert readiness.topics == (1,)


async def test_no_calories_where_something_was_flagged(talk: Dialogue) -> None:
    await talk.say(WHOLE.replace("34 f", "34 f, pregnant"))
    out = await talk.say("none of these")
    assert "kcal" not in out.text
    assert "kcal" not in (await talk.say("why?")).text


async def test_done_counts_once_by_word_and_button(talk: Dialogue) -> None:
    await started(talk)
    out = await talk.say("done")
    assert out.reactions == ["💪"]
    assert len(await talk.entries()) == 1
    again = await talk.press(f"done:{MONDAY}")
    assert again.effects == []
    assert again.ack.toast == WORDS("en", "today-done-already")
    assert len(await talk.entries()) == 1
    assert (await talk.docs()).plans.done_days == (MONDAY,)


async def test_done_taken_back_may_be_done_again(talk: Dialogue) -> None:
    await started(talk)
    out = await talk.press(f"done:{MONDAY}")
    undo = out.actions[0]
    out = await talk.press(undo)
    assert (await talk.docs()).plans.done_days == ()
    assert await talk.entries() == []
    await talk.press(out.actions[0])
    assert (await talk.docs()).plans.done_days == (MONDAY,)
    await talk.press(undo)
    assert len((await talk.press(f"done:{MONDAY}")).messages) == 1
    assert len(await talk.entries()) == 1


async def test_a_rest_day_names_the_next_session_and_why(talk: Dialogue) -> None:
    await started(talk)
    talk.world.later(days=1)
    out = await talk.say("what's today?")
    assert WORDS("en", "today-rest") in out.text
    assert "tomorrow" in out.text
    assert WORDS("en", "rule-rest-day") in (await talk.say("why?")).text


async def test_a_plan_that_is_over_is_followed_by_a_new_one(talk: Dialogue) -> None:
    await started(talk)
    await talk.say("done")
    talk.world.later(days=40)
    out = await talk.command("/today")
    assert out.actions == ["plan"]
    assert "1 of 12" in out.text
    out = await talk.press("plan")
    await talk.press(approval(out))
    plans = (await talk.docs()).plans
    assert plans.current is not None
    assert plans.current.start == date(2024, 7, 13)
    assert plans.done_days == ()


async def test_a_plan_in_force_stays_as_it_is(talk: Dialogue) -> None:
    await started(talk)
    before = (await talk.docs()).plans.current
    out = await talk.say("my shoulder hurts")
    assert out.actions == ["plan:new"]
    assert (await talk.docs()).plans.current == before


@pytest.mark.parametrize("line", ["can I swap this exercise?", "换个动作"])
async def test_a_single_exercise_is_not_swapped_but_the_way_is_shown(talk: Dialogue, line: str) -> None:
    await started(talk)
    assert (await talk.say(line)).actions == ["plan:new"]


async def test_today_without_a_plan_is_a_first_week(chinese: Dialogue) -> None:
    out = await chinese.say("今天练什么")
    assert "plan" in out.actions
    assert len(out.text) > 200
    assert WORDS("zh-Hans", "rule-starter") in (await chinese.say("为什么")).text
