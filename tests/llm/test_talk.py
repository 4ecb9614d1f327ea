"""The chat model against a server that can fail in every way."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import openai  # noqa: F401  imported before the short time limits below run
import pytest
from pydantic import BaseModel

from core.errors import ModelAway
from core.llm.breaker import Refused
from core.llm.prompts import Line, Prompt
from core.llm.small import NAME
from core.llm.talk import ChatModel, TalkRequest, TalkTurn
from core.settings import LLM
from tests.fixtures.model_server import ModelServer, Say

HELLO = TalkRequest("en", "I skipped the gym", facts=("last run: 5 km in 28 min",))
GOOD = "That happens to all of us. Your 5 km still counts! What got in the way?"


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Shown(list[str]):
    async def __call__(self, text: str) -> None:
        self.append(text)


@asynccontextmanager
async def chat(
    *script: Say, name: str = "test-model", timeout_s: float = 5.0
) -> AsyncIterator[tuple[ChatModel, ModelServer, Clock]]:
    async with ModelServer(*script, name=name).running() as server:
        clock = Clock()
        model = ChatModel(LLM(base_url=server.url, timeout_s=timeout_s), clock=clock)
        try:
            yield model, server, clock
        finally:
            await model.close()


async def refusal(model: ChatModel, request: TalkRequest = HELLO) -> ModelAway:
    with pytest.raises(ModelAway) as caught:
        await model.answer(request, Shown())
    return caught.value


async def test_streams_whole_sentences_and_then_all() -> None:
    async with chat(Say(GOOD)) as (model, _, _):
        shown = Shown()
        answer = await model.answer(HELLO, shown)
        assert answer.text == GOOD
        assert shown == [
            "That happens to all of us.",
            "That happens to all of us. Your 5 km still counts!",
            GOOD,
        ]


async def test_chinese() -> None:
    async with chat(Say("没关系，歇一天也好。明天想做点什么？")) as (model, server, _):
        answer = await model.answer(TalkRequest("zh-Hans", "今天没去跑步"), Shown())
        assert answer.text == "没关系，歇一天也好。明天想做点什么？"
        assert "今天没去跑步" in server.asked[0]["messages"][-1]["content"]
        assert "简体中文" in server.asked[0]["messages"][0]["content"]


async def test_asks_the_first_model_listed_once() -> None:
    async with chat(Say(GOOD)) as (model, server, _):
        await model.answer(HELLO, Shown())
        await model.answer(HELLO, Shown())
        assert [body["model"] for body in server.asked] == ["test-model", "test-model"]


async def test_tokens_are_the_servers_or_estimated() -> None:
    async with chat(Say(GOOD, usage=321), Say(GOOD)) as (model, _, _):
        assert (await model.answer(HELLO, Shown())).tokens == 321
        assert 400 < (await model.answer(HELLO, Shown())).tokens < 1500


async def test_an_unsafe_number_is_never_shown() -> None:
    async with chat(Say("Good that you tell me. Run 12 km tomorrow. You will like it.")) as (model, _, _):
        shown = Shown()
        with pytest.raises(Refused) as caught:
            await model.answer(HELLO, shown)
        assert caught.value.reason == "numbers"
        assert caught.value.tokens > 0
        assert shown == ["Good that you tell me."]


async def test_numbers_of_earlier_turns_may_be_said() -> None:
    request = TalkRequest("en", "yes", turns=(TalkTurn("person", "I want to run 12 km"),))
    async with chat(Say("12 km is a fine wish.")) as (model, _, _):
        assert (await model.answer(request, Shown())).text == "12 km is a fine wish."


async def test_an_answer_cut_off_ends_with_its_last_sentence() -> None:
    async with chat(Say("One thing at a time. And then you cou", cut=True)) as (model, _, _):
        assert (await model.answer(HELLO, Shown())).text == "One thing at a time."


@pytest.mark.parametrize(
    "say",
    [
        Say(way="status"),
        Say(way="status", status=429),
        Say(way="status", status=400),
        Say(way="nonsense"),
        Say(way="odd"),
        Say(""),
        Say("Well", way="drop"),
        Say(way="hang"),
        Say("Well done. And", way="stall"),
    ],
    ids=lambda say: f"{say.way}{say.status if say.way == 'status' else ''}",
)
async def test_every_failure_is_model_away(say: Say) -> None:
    async with chat(say, timeout_s=0.3) as (model, _, _):
        assert not isinstance(await refusal(model), Refused)


async def test_nobody_listens() -> None:
    async with ModelServer().running() as server:
        url = server.url
    model = ChatModel(LLM(base_url=url))
    await refusal(model)
    await model.warm()
    await model.close()


async def test_the_first_word_must_come_within_half_the_time() -> None:
    async with chat(Say(way="hang"), timeout_s=0.6) as (model, _, _):
        loop = asyncio.get_running_loop()
        began = loop.time()
        await refusal(model)
        assert 0.25 < loop.time() - began < 0.5


async def test_a_cancelled_answer_stops_the_server_and_is_no_failure() -> None:
    async with chat(Say("Well done. And", way="stall")) as (model, server, _):
        for _ in range(4):
            started = asyncio.Event()

            async def on_text(_: str, started: asyncio.Event = started) -> None:
                started.set()

            task = asyncio.create_task(model.answer(HELLO, on_text))
            await started.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        async with asyncio.timeout(2):
            while server.left < 4:
                await asyncio.sleep(0.01)
        assert model.fit("en")


async def test_after_three_failures_it_is_left_alone_and_then_tried_once() -> None:
    async with chat(*[Say(way="status")] * 4, Say(GOOD)) as (model, server, clock):
        for _ in range(3):
            await refusal(model)
        assert not model.fit("en")
        await refusal(model)
        assert len(server.asked) == 3
        clock.now = 30.0
        assert model.fit("en")
        await refusal(model)
        clock.now = 89.0
        assert not model.fit("en")
        clock.now = 90.0
        assert (await model.answer(HELLO, Shown())).text == GOOD
        assert model.fit("en")


async def test_only_one_trial_at_a_time() -> None:
    async with chat(*[Say(way="status")] * 3, Say("Well done. And", way="stall")) as (model, server, clock):
        for _ in range(3):
            await refusal(model)
        clock.now = 30.0
        task = asyncio.create_task(model.answer(HELLO, Shown()))
        while len(server.asked) < 4:
            await asyncio.sleep(0.01)
        assert not model.fit("en")
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert model.fit("en")


async def test_refusals_are_no_failures() -> None:
    async with chat(Say("Run 12 km.")) as (model, _, _):
        for _ in range(4):
            assert isinstance(await refusal(model), Refused)
        assert model.fit("en")


async def test_a_spent_budget_asks_nothing() -> None:
    async with chat(Say(GOOD)) as (model, server, _):
        refused = await refusal(model, TalkRequest("en", "hello", tokens_left=300))
        assert isinstance(refused, Refused)
        assert (refused.reason, refused.tokens) == ("budget", 0)
        assert server.asked == []


async def test_a_nearly_spent_budget_bounds_the_answer() -> None:
    async with chat(Say(GOOD)) as (model, server, _):
        await model.answer(TalkRequest("en", "5 km", tokens_left=850), Shown())
        assert 40 <= server.asked[0]["max_tokens"] < 400


@pytest.mark.parametrize(
    ("settings", "fit"),
    [
        (LLM(), ()),
        (LLM(base_url="http://127.0.0.1:9/v1"), ("en", "zh-Hans")),
        (LLM(base_url="http://127.0.0.1:9/v1", languages="en"), ("en",)),
        (LLM(base_url="http://127.0.0.1:9/v1", languages="zh-Hans"), ("zh-Hans",)),
        (LLM(base_url="http://127.0.0.1:9/v1", languages=""), ()),
    ],
)
async def test_fit(settings: LLM, fit: tuple[str, ...]) -> None:
    model = ChatModel(settings)
    assert (model.fit("en"), model.fit("zh-Hans")) == ("en" in fit, "zh-Hans" in fit)
    if not fit:
        await refusal(model)


async def test_warm_sends_the_stable_beginning() -> None:
    async with chat(Say("x")) as (model, server, _):
        await model.warm()
        assert [body["max_tokens"] for body in server.asked] == [1, 1]
        assert server.asked[0]["messages"][0]["content"].startswith("You are Jiayou")


async def test_the_embedded_model_continues_an_opener() -> None:
    async with chat(Say(" you are tired today. I am a human."), name=NAME) as (model, server, _):
        shown = Shown()
        answer = await model.answer(TalkRequest("en", "I'm so tired today"), shown)
        assert answer.text.startswith("It sounds like you are tired today. ")
        assert answer.text.endswith("?")
        assert "human" not in answer.text
        assert shown == [answer.text]
        assert server.asked[0]["messages"][-1] == {"role": "assistant", "content": "It sounds like"}


class Sport(BaseModel):
    sport: str
    minutes: int


READ = Prompt((Line("system", "Read."), Line("user", "ran 30 min")), "Read.", max_tokens=100, temperature=0.0)
PLENTY = 10_000


async def test_structured() -> None:
    answer = Say('{"sport": "running", "minutes": 30}', usage=77)
    async with chat(Say('{"kept": "yes"}'), answer) as (model, server, _):
        for _ in range(2):
            assert await model.structured(Sport, READ, PLENTY) == (Sport(sport="running", minutes=30), 77)
        assert [body["response_format"]["type"] for body in server.asked] == ["json_schema"] * 3
        assert [line["content"] for line in server.asked[1]["messages"]] == ["Read.", "ran 30 min"]
        assert server.asked[1]["max_tokens"] == 100


async def test_tokens_that_a_server_does_not_count_are_estimated() -> None:
    async with chat(Say('{"kept": "yes"}'), Say('{"sport": "running", "minutes": 30}')) as (model, _, _):
        assert (await model.structured(Sport, READ, PLENTY))[1] == READ.tokens + 9


async def test_a_reading_beyond_the_budget_is_not_asked_for() -> None:
    async with chat(Say("{}")) as (model, server, _):
        with pytest.raises(Refused) as caught:
            await model.structured(Sport, READ, READ.tokens + 39)
        assert caught.value.tokens == 0
        assert server.asked == []


async def test_a_reading_must_be_there_within_half_the_time() -> None:
    async with chat(Say(way="hang"), timeout_s=0.6) as (model, _, _):
        loop = asyncio.get_running_loop()
        began = loop.time()
        with pytest.raises(ModelAway):
            await model.structured(Sport, READ, PLENTY)
        assert 0.25 < loop.time() - began < 0.5


@pytest.mark.parametrize("probed", [Say("Once upon a time"), Say(way="status", status=400)])
async def test_a_server_that_ignores_schemas_is_told_the_schema(probed: Say) -> None:
    said = Say('<think>hm {</think>Sure:\n```json\n{"sport": "running", "minutes": 30}\n```')
    async with chat(probed, said) as (model, server, _):
        assert (await model.structured(Sport, READ, PLENTY))[0].minutes == 30
        assert "response_format" not in server.asked[1]
        assert '"minutes"' in server.asked[1]["messages"][0]["content"]


@pytest.mark.parametrize("said", ['{"sport": "running"}', "no idea", "", '{"sport": "running", "minutes": "many"}'])
async def test_what_does_not_fit_the_schema_is_model_away(said: str) -> None:
    async with chat(Say('{"kept": "yes"}'), Say(said)) as (model, _, _):
        with pytest.raises(ModelAway):
            await model.structured(Sport, READ, PLENTY)


def test_importing_it_costs_neither_openai_nor_torch() -> None:
    dear = "('openai', 'httpx2', 'torch', 'xllamacpp')"
    code = f"import sys, core.llm.talk; print([name for name in {dear} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_the_embedded_model_reads_nothing() -> None:
    async with chat(Say("{}"), name=NAME) as (model, server, _):
        with pytest.raises(Refused):
            await model.structured(Sport, READ, PLENTY)
        assert server.asked == []


async def test_an_endless_answer_is_not_read_to_its_end() -> None:
    async with chat(Say("word " * 10_000, pieces=500)) as (model, _, _):
        refused = await refusal(model)
        assert isinstance(refused, Refused)
        assert refused.reason == "long"


async def test_a_model_that_was_replaced_is_looked_up_anew() -> None:
    async with chat(Say(way="status", status=404), Say(GOOD)) as (model, server, _):
        await refusal(model)
        server.name = "newer"
        await model.answer(HELLO, Shown())
        assert [body["model"] for body in server.asked] == ["test-model", "newer"]
