"""What the rules cannot read goes to the model; what they bear out of its reading is offered, and counts if tapped."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from core.domain.records import Entry
from core.llm.small import NAME
from core.llm.talk import ChatModel
from core.messages import Button, Effect, Send
from core.settings import LLM
from core.state.store import Store
from tests.fixtures.model_server import ModelServer, Say
from tests.handlers.dialogue import WORDS, Dialogue, World, settle

GOOD = "That sounds like a lot of fun. What did you like most?"
QUARRY = "did 40 minutes up the old quarry tonight"
KEEPS = Say('{"kept": "yes"}')
"""How a server that enforces schemas answers when it is tried."""
IGNORES = Say("Once upon a time")


def reading(*records: tuple[str, str | None, str, float, str]) -> Say:
    listed = [
        {"type": kind, "activity": activity, "amounts": [{"what": what, "value": value, "unit": unit}], "days_ago": 0}
        for kind, activity, what, value, unit in records
    ]
    return Say(json.dumps({"records": listed}))


CLIMBED = reading(("workout", "climbing", "duration", 40, "min"))
NOTHING = reading()


@asynccontextmanager
async def talking(
    store: Store, *script: Say, timeout_s: float = 5.0, name: str = "test-model", language: str = "en"
) -> AsyncIterator[tuple[Dialogue, ModelServer]]:
    """Somebody who has logged a run, is asked nothing, and has cost nothing of the script."""
    async with ModelServer(*script, name=name).running() as server:
        model = ChatModel(LLM(base_url=server.url, timeout_s=timeout_s))
        world = World(store, model)
        talk = Dialogue(world, language=language)
        try:
            await talk.say("跑了5公里" if language == "zh-CN" else "ran 5k")
            assert server.asked == []
            yield talk, server
        finally:
            await world.coach.close()
            await model.close()


async def sent(talk: Dialogue, line: str) -> list[Send]:
    """What was sent for a line, once the model's answer is in."""
    effects: list[Effect] = [*(await talk.say(line)).effects, *await settle(talk.world)]
    return [effect for effect in effects if isinstance(effect, Send)]


async def noted(talk: Dialogue) -> list[Entry]:
    """What was written down besides the run, whether it counts or not."""
    return list((await talk.docs()).recent.entries[1:])


async def counted(talk: Dialogue) -> list[Entry]:
    return [entry for entry in await noted(talk) if entry.status == "ok"]


def actions(message: Send) -> list[str]:
    buttons: list[Button] = [button for row in message.message.buttons for button in row]
    return [button.action for button in buttons if button.action]


async def test_what_the_model_read_is_offered_and_counts_after_a_tap(store: Store) -> None:
    async with talking(store, KEEPS, CLIMBED) as (talk, server):
        (offered,) = await sent(talk, QUARRY)
        assert offered.message.text.startswith("I read this as Climbing · 40 min. Is that right?")
        assert len(server.asked) == 2
        assert await counted(talk) == []
        (held,) = await noted(talk)
        assert (held.status, held.held_because) == ("held", "model_reading")
        right, _ = actions(offered)
        assert right == f"keep:{held.id}"
        assert "✓ Climbing · 40 min" in (await talk.press(right)).text
        (entry,) = await counted(talk)
        assert (entry.record.activity, entry.record.duration_s, entry.held_because) == ("climbing", 2400, None)
        assert (await talk.press(right)).ack.toast == WORDS("en", "stale-button")


async def test_in_chinese(store: Store) -> None:
    async with talking(store, KEEPS, CLIMBED, language="zh-CN") as (talk, _):
        (offered,) = await sent(talk, "在采石场上挂了四十分钟")
        assert offered.message.text.startswith("我理解的是：")
        await talk.press(actions(offered)[0])
        assert [entry.record.duration_s for entry in await counted(talk)] == [2400]


async def test_what_is_not_right_goes(store: Store) -> None:
    async with talking(store, KEEPS, CLIMBED) as (talk, _):
        (offered,) = await sent(talk, QUARRY)
        _, wrong = actions(offered)
        assert (await talk.press(wrong)).text == WORDS("en", "held-dropped")
        assert [entry.status for entry in await noted(talk)] == ["void"]
        assert await counted(talk) == []


async def test_several_are_settled_by_one_tap(store: Store) -> None:
    both = reading(("workout", "climbing", "duration", 40, "min"), ("workout", "workout", "duration", 90, "min"))
    async with talking(store, KEEPS, both) as (talk, _):
        (offered,) = await sent(talk, "did 40 minutes up the old quarry, 90 minutes of zorbing")
        assert len(await noted(talk)) == 2
        await talk.press(actions(offered)[0])
        assert [entry.record.activity for entry in await counted(talk)] == ["climbing", "workout"]


async def test_undo_takes_back_what_was_confirmed(store: Store) -> None:
    async with talking(store, KEEPS, CLIMBED) as (talk, _):
        (offered,) = await sent(talk, QUARRY)
        out = await talk.press(actions(offered)[0])
        await talk.press(next(action for action in out.actions if action.startswith("undo:")))
        assert await counted(talk) == []


async def test_editing_the_message_settles_the_offer(store: Store) -> None:
    async with talking(store, KEEPS, CLIMBED) as (talk, _):
        (offered,) = await sent(talk, QUARRY)
        await talk.edit("climbed for 50 minutes")
        assert [entry.record.duration_s for entry in await counted(talk)] == [3000]
        assert (await talk.press(actions(offered)[0])).ack.toast == WORDS("en", "stale-button")


async def test_a_server_that_ignores_schemas_is_told_the_schema(store: Store) -> None:
    said = Say(f"<think>climbing?</think>Here you go:\n```json\n{CLIMBED.text}\n```")
    async with talking(store, IGNORES, said) as (talk, server):
        (offered,) = await sent(talk, QUARRY)
        assert "Climbing · 40 min" in offered.message.text
        assert "response_format" not in server.asked[1]
        assert '"kettlebell_swing"' in server.asked[1]["messages"][0]["content"]


@pytest.mark.parametrize(
    "read",
    [
        NOTHING,
        reading(("workout", "climbing", "duration", 45, "min")),
        reading(("workout", "wall_crawling", "duration", 40, "min")),
        reading(("steps", None, "steps", 40, "")),
        Say('{"records": "none"}'),
        Say("I think you were climbing!"),
        Say(""),
        Say(way="nonsense"),
        Say(way="odd"),
        Say(way="status", status=400),
    ],
    ids=["nothing", "another number", "no activity", "no minutes", "odd", "prose", "empty", "no json", "no api", "400"],
)
async def test_the_usual_answer_follows_where_nothing_is_left(store: Store, read: Say) -> None:
    async with talking(store, KEEPS, read, Say(GOOD)) as (talk, server):
        (answered,) = await sent(talk, QUARRY)
        assert answered.message.text == GOOD
        assert len(server.asked) == 3
        docs = await talk.docs()
        assert await noted(talk) == []
        assert not docs.talk.waiting


async def test_a_server_that_hangs_is_not_waited_for_longer_than_for_an_answer(store: Store) -> None:
    async with talking(store, KEEPS, Say(way="hang"), timeout_s=0.6) as (talk, server):
        (answered,) = await sent(talk, QUARRY)
        assert WORDS("en", "talk-can") in answered.message.text
        assert len(server.asked) == 3
        assert not (await talk.docs()).talk.waiting


async def test_a_reading_that_hangs_is_followed_by_the_usual_answer(store: Store) -> None:
    async with talking(store, KEEPS, Say(way="hang"), Say(GOOD), timeout_s=1.0) as (talk, _):
        (answered,) = await sent(talk, QUARRY)
        assert answered.message.text == GOOD


async def test_tokens_of_both_calls_are_counted(store: Store) -> None:
    script = (KEEPS, Say(NOTHING.text, usage=1200), Say(GOOD, usage=700), Say(CLIMBED.text, usage=1300))
    async with talking(store, *script) as (talk, _):
        await sent(talk, QUARRY)
        assert (await talk.docs()).talk.tokens == 1900
        await sent(talk, QUARRY)
        assert (await talk.docs()).talk.tokens == 3200


@pytest.mark.parametrize(
    "line",
    [
        "tomorrow I'll do 40 minutes up the old quarry",
        "is 40 minutes up the old quarry enough?",
        "my brother did 40 minutes up the old quarry",
        "my boss keeps me at work so long",
        "明天去采石场上挂40分钟",
    ],
)
async def test_what_is_no_deed_with_a_number_is_answered_at_once(store: Store, line: str) -> None:
    async with talking(store, Say(GOOD)) as (talk, server):
        await sent(talk, line)
        assert all(body.get("stream") for body in server.asked)
        assert await noted(talk) == []


async def test_red_flags_never_reach_the_model(store: Store) -> None:
    async with talking(store, KEEPS, CLIMBED) as (talk, server):
        await sent(talk, f"{QUARRY}, then chest pain and I nearly passed out")
        assert server.asked == []


async def test_who_does_not_want_the_model_is_not_read_by_it(store: Store) -> None:
    async with talking(store, KEEPS, CLIMBED) as (talk, server):
        await talk.press("settings:talk:off")
        await sent(talk, QUARRY)
        assert server.asked == []


async def test_the_embedded_model_reads_nothing(store: Store) -> None:
    async with talking(store, Say(" you had fun."), name=NAME) as (talk, server):
        await sent(talk, QUARRY)
        assert all(body.get("stream") for body in server.asked)
        assert await noted(talk) == []


async def test_when_the_process_dies_the_clock_answers_and_nothing_is_held(store: Store) -> None:
    async with talking(store, KEEPS, Say(way="hang"), timeout_s=60) as (talk, _):
        await talk.say(QUARRY)
        await talk.world.coach.close()
        talk.world.later(seconds=70)
        assert WORDS("en", "talk-can") in (await talk.world.tick()).text
        docs = await talk.docs()
        assert await noted(talk) == []
        assert not docs.talk.waiting


async def test_an_event_that_comes_twice_is_offered_once(store: Store) -> None:
    async with talking(store, KEEPS, CLIMBED) as (talk, server):
        await talk.say(QUARRY, event_id="telegram:twice")
        first = await settle(talk.world)
        out = await talk.say(QUARRY, event_id="telegram:twice")
        assert out.ack.duplicate
        assert (out.effects, await settle(talk.world)) == ([], [])
        assert len(first) == 1
        assert len(server.asked) == 2
        assert len(await noted(talk)) == 1


async def test_what_is_offered_after_the_day_has_ended_stays_on_its_day(store: Store) -> None:
    async with talking(store, KEEPS, CLIMBED) as (talk, _):
        talk.world.later(hours=17, minutes=59)  # 02:59
        await talk.say("did 40 minutes up the old quarry")
        talk.world.later(minutes=5)
        await settle(talk.world)
        (held,) = await noted(talk)
        assert (held.day.isoformat(), talk.world.now.date().isoformat()) == ("2024-06-03", "2024-06-04")


async def test_an_offer_after_other_words_quotes_what_it_is_about(store: Store) -> None:
    async with talking(store, KEEPS, Say(CLIMBED.text, after_s=0.3)) as (talk, _):
        await talk.say(QUARRY)
        asked = talk.last
        await talk.say("did 20 squats")
        (offered,) = [effect for effect in await settle(talk.world) if isinstance(effect, Send)]
        assert asked is not None
        assert (offered.reply_to, offered.slot) == (asked.message_id, f"log:{asked.message_id}")
