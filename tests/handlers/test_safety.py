from __future__ import annotations

import pytest

from tests.handlers.dialogue import WORDS, Dialogue

ED = ("I make myself throw up after eating", "我吃完东西就催吐")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("I have chest pain", "screening-close-emergency"),
        ("我胸口疼", "screening-close-emergency"),
        ("I fainted during my run", "screening-close-emergency"),
        ("I want to kill myself", "screening-close-crisis"),
        ("我不想活了", "screening-close-crisis"),
        ("bp 185/122", "screening-about-hypertensive"),
        ("血压185/122", "screening-about-hypertensive"),
        ("我爸胸口疼", "screening-about-cardiac"),
    ],
)
async def test_red_flags_come_first_and_alone(talk: Dialogue, line: str, message: str) -> None:
    out = await talk.say(line)
    language = (await talk.docs()).person.language
    assert WORDS(language, message) in out.text
    assert WORDS(language, "intro") not in out.text
    assert not [action for action in out.actions if not action.startswith("undo:")]


async def test_what_was_logged_beside_it_is_kept_without_praise(talk: Dialogue) -> None:
    await talk.say("hi")
    out = await talk.say("ran 5k but my chest hurts")
    (entry,) = await talk.entries()
    assert entry.record.distance_m == 5000
    assert "✓" not in out.text
    assert "active minutes" not in out.text
    assert out.reactions == []
    assert out.text.startswith(WORDS("en", "screening-about-cardiac"))
    await talk.press(out.actions[0])
    assert await talk.entries() == []


async def test_an_edit_that_tells_of_pain_is_answered_anew(chinese: Dialogue) -> None:
    await chinese.say("跑了5公里")
    out = await chinese.edit("跑了6公里，胸口疼")
    assert [entry.record.distance_m for entry in await chinese.entries()] == [6000]
    assert WORDS("zh-Hans", "screening-close-emergency") in out.text
    assert type(out.effects[0]).__name__ == "Send"


async def test_on_a_later_day_it_is_asked_once_how_they_are(talk: Dialogue) -> None:
    await talk.say("I have chest pain")
    asks = WORDS("en", "screening-follow-up")
    assert asks not in (await talk.say("ran 2k")).text
    talk.world.later(days=1)
    assert asks in (await talk.say("ran 2k")).text
    assert asks not in (await talk.say("ran 2k")).text


@pytest.mark.parametrize("line", ED)
async def test_after_a_sign_of_an_eating_disorder_no_calories_and_no_weight_anywhere(talk: Dialogue, line: str) -> None:
    await talk.say("I'm 25, female, 170 cm, 60 kg, my target weight is 50 kg, I want to lose weight")
    await talk.say("3 days a week, 30 min")
    await talk.say(line)
    said = [await talk.say(word) for word in ("make me a plan", "beginner, nothing", "no", "none of these", "why?")]
    said += [await talk.command(name) for name in ("/me", "/plan", "/today")]
    text = "\n".join(out.text for out in said)
    assert (await talk.docs()).profile.ed_signal
    assert not [word for word in ("kcal", "千卡", "60 kg", "50 kg", "公斤") if word in text]
    plan = (await talk.docs()).plans.offered
    assert plan is not None
    assert plan.targets.energy is None


async def test_after_it_losing_weight_is_not_offered(talk: Dialogue) -> None:
    await talk.say(ED[0])
    out = await talk.say("hi")
    assert "fact:goal:lose_weight" not in out.actions
    assert "fact:goal:health" in out.actions
    while "height_cm" not in (await talk.docs()).dialog.asked:
        await talk.say("skip")
    assert "weight_kg" not in (await talk.docs()).dialog.asked


async def test_somebody_elses_trouble_leaves_the_profile_alone(talk: Dialogue) -> None:
    await talk.say("my sister makes herself throw up after eating")
    docs = await talk.docs()
    assert not docs.profile.ed_signal
    assert docs.dialog.follow_up_from is None


@pytest.mark.parametrize(("line", "language"), [("I feel dizzy 😂", "en"), ("我头好晕😂", "zh-Hans")])
async def test_feeling_unwell_is_no_joke(talk: Dialogue, line: str, language: str) -> None:
    assert WORDS(language, "unwell") in (await talk.say(line)).text


async def test_changed_health_voids_the_readiness_answers(talk: Dialogue) -> None:
    await talk.say("I'm 34, 170 cm, 70 kg, male, want to get fit, 3 days a week 30 min, beginner, no gear, no injuries")
    await talk.say("skip")
    await talk.say("none of these")
    assert (await talk.docs()).profile.readiness is not None
    await talk.say("I take beta blockers")
    assert (await talk.docs()).profile.readiness is None
