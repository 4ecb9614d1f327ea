from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import pytest

from core.llm.talk import ChatModel
from core.messages import Effect, Send
from core.settings import LLM
from core.state.store import Store
from core.understanding.glossary import TERMS
from tests.fixtures.model_server import ModelServer, Say
from tests.handlers.dialogue import WORDS, Dialogue, Out, World, settle

GOOD = "That happens to all of us. One missed day changes little! What got in the way?"
TELLS = "my boss keeps me at work until late"


@asynccontextmanager
async def talking(store: Store, *script: Say, timeout_s: float = 5.0) -> AsyncIterator[tuple[Dialogue, ModelServer]]:
    async with ModelServer(*script).running() as server:
        model = ChatModel(LLM(base_url=server.url, timeout_s=timeout_s))
        world = World(store, model)
        try:
            yield Dialogue(world), server
        finally:
            await world.coach.close()
            await model.close()


async def texts(world: World, *outs: Out) -> list[str]:
    """What was said in these turns and once the model's answers were in."""
    effects = [effect for out in outs for effect in out.effects] + await settle(world)
    return [effect.message.text for effect in effects if isinstance(effect, Send)]


async def test_the_model_answers_after_drafts_and_once(store: Store) -> None:
    async with talking(store, Say(GOOD)) as (talk, server):
        await talk.say("I'm 34, want to get fit")
        out = await talk.say(TELLS)
        assert await texts(talk.world, out) == [GOOD]
        assert talk.world.live.drafts[0] == "That happens to all of us."
        assert talk.world.live.drafts[-1] == ""
        talk_ = (await talk.docs()).talk
        assert not talk_.waiting
        assert [said.role for said in talk_.turns] == ["person", "coach"]
        assert talk_.tokens > 0
        assert "34" in str(server.asked[0]["messages"])
        talk.world.later(minutes=5)
        assert (await talk.world.tick()).effects == []


async def test_a_log_is_answered_at_once_and_its_question_by_the_model(store: Store) -> None:
    async with talking(store, Say(GOOD)) as (talk, _):
        out = await talk.say("ran 5k, should I stretch now or later?")
        logged, answered = await texts(talk.world, out)
        assert "✓" in logged
        assert answered == GOOD


@pytest.mark.parametrize("way", ["hang", "stall", "drop", "status", "nonsense", "empty", "odd"])
async def test_a_failing_model_is_replaced_by_a_template_in_time(store: Store, way: str) -> None:
    async with talking(store, Say("", way=way), timeout_s=0.4) as (talk, _):  # type: ignore[arg-type]
        await talk.say("hi")
        await talk.say("skip")
        out = await talk.say(TELLS)
        async with asyncio.timeout(3):
            (text,) = await texts(talk.world, out)
        assert WORDS("en", "talk-can") in text
        assert not (await talk.docs()).talk.waiting


async def test_what_may_not_be_said_is_not_said(store: Store) -> None:
    async with talking(store, Say("You should eat 800 kcal a day and take 50 mg of clenbuterol.")) as (talk, _):
        await talk.say("hi")
        (text,) = await texts(talk.world, await talk.say(TELLS))
        assert "clenbuterol" not in text


async def test_the_person_writes_on_while_the_model_thinks(store: Store) -> None:
    async with talking(store, Say("", way="hang"), timeout_s=0.5) as (talk, _):
        await talk.say("hi")
        await talk.say(TELLS)
        out = await talk.say("ran 5k")
        assert "✓" in out.text
        await talk.say(f"{TELLS}, again")
        assert len(await texts(talk.world)) == 2
        assert len(await talk.entries()) == 1
        assert not (await talk.docs()).talk.waiting


async def test_when_the_process_dies_the_clock_answers(store: Store) -> None:
    async with talking(store, Say("", way="hang"), timeout_s=30) as (talk, _):
        await talk.say("hi")
        await talk.say(TELLS)
        await talk.world.coach.close()
        talk.world.later(seconds=70)
        out = await talk.world.tick()
        assert WORDS("en", "talk-can") in out.text
        assert len(out.messages) == 1
        assert not (await talk.docs()).talk.waiting
        talk.world.later(hours=1)
        assert (await talk.world.tick()).effects == []


def quoted(effects: Iterable[Effect], text: str) -> list[str | None]:
    return [e.reply_to for e in effects if isinstance(e, Send) and text in e.message.text]


async def test_a_late_answer_quotes_the_words_it_answers(store: Store) -> None:
    async with talking(store, Say("", way="hang"), Say(GOOD), timeout_s=0.5) as (talk, _):
        await talk.say("hi")
        await talk.say(TELLS)
        asked = talk.last
        await talk.say("ran 5k")
        assert asked is not None
        assert quoted(await settle(talk.world), WORDS("en", "talk-can")) == [asked.message_id]
        out = await talk.say(f"{TELLS}, again")
        assert quoted(out.effects + await settle(talk.world), GOOD) == [None]


async def test_the_clocks_late_answer_quotes_too(store: Store) -> None:
    async with talking(store, Say("", way="hang"), timeout_s=30) as (talk, _):
        await talk.say("hi")
        await talk.say(TELLS)
        asked = talk.last
        await talk.say("ran 5k")
        await talk.world.coach.close()
        talk.world.later(seconds=70)
        assert asked is not None
        assert quoted((await talk.world.tick()).effects, WORDS("en", "talk-can")) == [asked.message_id]


async def test_who_does_not_want_the_model_is_not_sent_there(store: Store) -> None:
    async with talking(store, Say(GOOD)) as (talk, server):
        await talk.say("hi")
        await talk.press("settings:talk:off")
        assert not (await talk.docs()).person.consents_to("model_talk")
        await talk.say(TELLS)
        assert server.asked == []


async def test_red_flags_never_reach_the_model(store: Store) -> None:
    async with talking(store, Say(GOOD)) as (talk, server):
        out = await talk.say("I have chest pain, what should I do?")
        assert len(await texts(talk.world, out)) == 1
        assert server.asked == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("should I eat before running?", "talk-question"),
        ("跑步前要吃东西吗？", "talk-question"),
        ("are you a real person?", "talk-smalltalk"),
        ("你是真人吗", "talk-smalltalk"),
        ("asdkjh", "talk-statement"),
        ("今天好累，不想动", "mood-discouragement"),
    ],
)
async def test_without_a_model_the_coach_says_what_it_can(talk: Dialogue, line: str, message: str) -> None:
    await talk.say("ran 5k")
    out = await talk.say(line)
    language = (await talk.docs()).person.language
    assert WORDS(language, message) in out.text
    assert (WORDS(language, "talk-can") in out.text) == message.startswith("talk-")


@pytest.mark.parametrize(
    ("line", "language", "term"),
    [("What is RPE?", "en", "term-rpe"), ("什么是1RM", "zh-Hans", "term-1rm"), ("what is zone 2?", "en", "term-zone2")],
)
async def test_a_word_of_training_is_explained_without_the_model(
    store: Store, line: str, language: str, term: str
) -> None:
    async with talking(store, Say(GOOD)) as (talk, server):
        assert WORDS(language, term) in (await talk.say(line)).text
        assert (await talk.say(line)).text == WORDS(language, term)
        assert server.asked == []
        assert await talk.entries() == []


async def test_a_word_of_training_is_explained_in_a_group(world: World) -> None:
    ann = Dialogue(world, group="G1")
    assert (await ann.say("what is RPE?")).text == WORDS("en", "term-rpe")


def test_every_term_has_its_words() -> None:
    assert {name for name in WORDS.ids("en") if name.startswith("term-")} == {f"term-{term}" for term in TERMS}
