from __future__ import annotations

import pytest

from core.domain.onboarding import QUICK, STEPS
from tests.handlers.dialogue import WORDS, Dialogue, World

WHOLE = (
    "34 f, 168 cm, 70 kg, want to lose weight, sit all day, 3 days a week 40 min, beginner, dumbbells at home, "
    "no injuries, vegetarian"
)
WHOLE_ZH = "28岁女，身高1米65，体重110斤，想减肥，每周练4天，每次45分钟，健身房，新手，没有伤病，什么都吃"
LABELS = [(fact, value, language) for fact in QUICK for value in QUICK[fact] for language in ("en", "zh-Hans")]


async def test_says_once_what_it_is_and_asks_one_thing(talk: Dialogue) -> None:
    out = await talk.say("hi")
    assert len(out.messages) == 1
    assert out.text.startswith(WORDS("en", "intro"))
    assert "fact:goal:lose_weight" in out.actions
    assert "skip:goal" in out.actions
    assert WORDS("en", "intro") not in (await talk.say("hello")).text
    assert (await talk.docs()).person.consents_to("coaching")


async def test_a_stranger_says_a_goal_in_chinese(chinese: Dialogue) -> None:
    out = await chinese.say("你好，我想减肥，每天坐办公室")
    facts = (await chinese.docs()).profile.facts
    assert (facts.goal, facts.activity_level) == ("lose_weight", "sedentary")
    assert out.text.startswith(WORDS("zh-Hans", "intro"))
    assert out.actions == ["skip:height_cm,weight_kg"]


@pytest.mark.parametrize(
    ("line", "start"),
    [("我想要减肥，应该如何进行训练？", "想减肥"), ("I want to lose weight, how should I train?", "first week")],
)
async def test_how_to_train_gets_a_first_week_at_once(world: World, line: str, start: str) -> None:
    stranger = Dialogue(world, user="7", language=None)
    out = await stranger.say(line)
    assert start in out.text
    assert len(out.text) > 300
    assert out.actions == ["skip:height_cm,weight_kg"]
    assert (await stranger.docs()).profile.facts.goal == "lose_weight"


@pytest.mark.parametrize("line", [WHOLE, WHOLE_ZH])
async def test_the_whole_profile_in_one_sentence(talk: Dialogue, line: str) -> None:
    out = await talk.say(line)
    assert "parq:none" in out.actions
    facts = (await talk.docs()).profile.facts
    assert None not in (facts.age, facts.sex, facts.height_cm, facts.weight_kg, facts.goal, facts.experience)
    assert facts.days_per_week
    assert facts.minutes_per_session
    assert facts.equipment
    assert not facts.injuries


async def test_two_things_at_most_are_asked_and_all_can_be_skipped_in_words(talk: Dialogue) -> None:
    await talk.say("hi")
    asked: list[str] = []
    while (step := (await talk.docs()).dialog.asked) != ("readiness",):
        assert len(step) <= 2
        asked += step
        await talk.say("skip")
    assert len(asked) == len(set(asked)) == 11
    out = await talk.say("later")
    assert (await talk.docs()).plans.offered is not None
    assert any(action.startswith("plan:yes") for action in out.actions)


async def test_all_can_be_skipped_by_button_and_a_stale_one_only_says_so(chinese: Dialogue) -> None:
    out = await chinese.say("你好")
    first = out.actions[-1]
    while "parq:later" not in out.actions:
        out = await chinese.press(next(action for action in out.actions if action.startswith("skip:")))
    again = await chinese.press(first)
    assert again.effects == []
    assert again.ack.toast == WORDS("zh-Hans", "nothing-to-skip")


@pytest.mark.parametrize(("fact", "value", "language"), LABELS)
async def test_every_label_may_be_typed(world: World, fact: str, value: str, language: str) -> None:
    somebody = Dialogue(world, user="5", language=language)
    before = [name for step in STEPS[: next(at for at, step in enumerate(STEPS) if fact in step)] for name in step]
    await (somebody.press("skip:" + ",".join(before)) if before else somebody.say("hi"))
    shown = int(value) if value.isdecimal() else value
    await somebody.say(WORDS(language, f"answer-{fact.replace('_', '-')}", value=shown))
    said = getattr((await somebody.docs()).profile.facts, fact)
    assert said in (shown, (shown,))


async def test_an_answer_may_come_before_its_question(talk: Dialogue) -> None:
    await talk.say("I'm 70, 165 cm, 80 kg, want to stay healthy")
    assert (await talk.docs()).dialog.asked == ("sex",)
    await talk.say("2 days, 30 min")
    facts = (await talk.docs()).profile.facts
    assert (facts.days_per_week, facts.minutes_per_session, facts.age) == (2, 30, 70)


async def test_a_bare_number_is_not_forced_into_the_question(talk: Dialogue) -> None:
    await talk.say("I want to get fitter")
    await talk.say("31")
    facts = (await talk.docs()).profile.facts
    assert (facts.age, facts.weight_kg) == (31, None)


async def test_who_is_pregnant_is_not_asked_whether_male(talk: Dialogue) -> None:
    await talk.say("hi, I'm pregnant, 20 weeks, I want to stay fit")
    await talk.say("170 cm 72 kg")
    assert (await talk.docs()).dialog.asked == ("age",)


async def test_the_mind_may_be_changed_without_starting_over(talk: Dialogue) -> None:
    await talk.say(WHOLE)
    await talk.say("yes")
    out = await talk.say("actually I want to build muscle")
    assert (await talk.docs()).profile.facts.goal == "build_muscle"
    assert out.actions == ["parq:1:y", "parq:1:n"]


async def test_the_same_button_twice_says_nothing_new(talk: Dialogue) -> None:
    await talk.say(WHOLE)
    await talk.press("parq:none")
    await talk.press("plan:yes")
    out = await talk.press("fact:goal:lose_weight")
    assert out.effects == []
    assert out.ack.toast == WORDS("en", "noted-already")


async def test_what_cannot_be_is_asked_again_and_not_stored(chinese: Dialogue) -> None:
    out = await chinese.say("身高17米")
    assert (await chinese.docs()).profile.facts.height_cm is None
    assert (await chinese.docs()).dialog.asked == ("height_cm",)
    assert "1,700" in out.text


async def test_under_13_there_is_no_plan_and_no_questionnaire(talk: Dialogue) -> None:
    out = await talk.say("I am 12 years old, I want to build muscle")
    assert WORDS("en", "plan-refused-minor") in out.text
    assert out.actions == []
    assert WORDS("en", "plan-refused-minor") in (await talk.command("/plan")).text


async def test_a_minor_gets_no_weight_target_but_a_way_on(talk: Dialogue) -> None:
    out = await talk.say("I'm 16 and want to lose weight, my target weight is 45 kg")
    assert WORDS("en", "screening-do-minor") in out.text
    assert (await talk.docs()).profile.facts.goal_weight_kg is None
    assert "skip:height_cm,weight_kg" in out.actions
    assert "kcal" not in (await talk.press("plan:now")).text


async def test_a_command_first_is_introduced_too(talk: Dialogue) -> None:
    out = await talk.command("/plan")
    assert out.text.startswith(WORDS("en", "intro"))
    assert (await talk.docs()).dialog.asked == ("goal",)


async def test_why_a_question_is_asked(talk: Dialogue) -> None:
    await talk.say("hi")
    assert WORDS("en", "rule-why-asked") in (await talk.say("why?")).text


async def test_the_language_follows_the_writing(talk: Dialogue) -> None:
    await talk.say("hi")
    out = await talk.say("跑了5公里")
    assert (await talk.docs()).person.language == "zh-Hans"
    assert "跑步" in out.text
    await talk.say("ok")
    assert (await talk.docs()).person.language == "zh-Hans"
