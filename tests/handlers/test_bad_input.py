from __future__ import annotations

import logging
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.events import TextMessage, Upload
from core.messages import MessageRef
from tests.handlers.dialogue import WORDS, Dialogue, Out, World

PIECES = st.sampled_from(
    [
        "ran",
        "5k",
        "in",
        "28",
        "min",
        "185x5",
        "bench",
        "跑了",
        "5公里",
        "昨天",
        "体重",
        "156",
        "undo",
        "改成",
        "no",
        "yes",
        "skip",
        "plan",
        "why",
        "make me a plan",
        "chest pain",
        "2024-13-45",
        "-3",
        "0",
        "99999999999",
        "1e309",
        "½",
        "Ⅷ",
        "٣",
        "kg",
        "/",
        "%",
        "{ $x }",
        "{",
        "}",
        "<b>",
        "**",
        "\u202e",
        "\u200b",
        "é",
        "\U0001f600",
        "\x00",
        "?",
        "\ud7ff",
        "。",
        "，",
        "\n",
    ]
)
LINES = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=8).map(" ".join))


def answers(out: Out) -> int:
    return len(out.messages) + (out.ack.toast is not None)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINES, min_size=1, max_size=2))
async def test_any_text_gets_one_answer_and_no_exception(
    world: World, caplog: pytest.LogCaptureFixture, lines: list[str]
) -> None:
    somebody = Dialogue(world, user=world.new_id("9").partition(":")[2])
    with caplog.at_level(logging.ERROR):
        for line in lines:
            assert answers(await somebody.say(line)) == 1
        assert answers(await somebody.edit(lines[0])) == 1
    assert caplog.records == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(
        ["fact", "skip", "parq", "plan", "done", "why", "undo", "redo", "which", "keep", "drop", "me", "today", "?"]
    ),
    rest=st.text(max_size=20),
)
async def test_any_button_gets_an_answer(world: World, caplog: pytest.LogCaptureFixture, name: str, rest: str) -> None:
    somebody = Dialogue(world, user="3")
    with caplog.at_level(logging.ERROR):
        out = await somebody.press(f"{name}:{rest}")
    assert answers(out) == 1
    assert caplog.records == []


@pytest.mark.parametrize("line", ["", "   ", "😂🔥", "…", "\u200b\u200d", "\u202e", "👨‍👩‍👧‍👦"])
async def test_nothing_said_is_asked_about(talk: Dialogue, line: str) -> None:
    await talk.say("ran 5k")
    assert WORDS("en", "nothing-read") in (await talk.say(line)).text
    assert len(await talk.entries()) == 1


async def test_a_stranger_who_sends_an_emoji_is_asked_the_first_question(talk: Dialogue) -> None:
    out = await talk.say("👋")
    assert WORDS("en", "intro") in out.text
    assert "skip:goal" in out.actions


async def test_a_hundred_kilobytes_are_read_in_part_and_in_time(chinese: Dialogue) -> None:
    began = time.monotonic()
    out = await chinese.say("跑了5公里，" + "很" * 100_000)
    assert time.monotonic() - began < 1
    assert WORDS("zh-Hans", "text-long") in out.text
    assert [entry.record.distance_m for entry in await chinese.entries()] == [5000]


@pytest.mark.parametrize("command", ["/foo", "/Plan2", "/启动", "/undo@other extra words"])
async def test_unknown_commands(talk: Dialogue, command: str) -> None:
    out = await talk.command(command)
    assert WORDS("en", "unknown-command") in out.text
    assert out.actions == ["help"]


async def test_markup_in_a_name_stays_text(world: World) -> None:
    somebody = Dialogue(world, user="4", name="**[x](http://y)** `_")
    await somebody.say("ran 5k")
    text = (await somebody.command("/me")).text
    assert "[x](http" not in text
    assert "\\*\\*" in text


@pytest.mark.parametrize("text", ["", "ran 5k"])
async def test_files_cannot_be_read_yet_but_their_words_can(talk: Dialogue, text: str) -> None:
    message = MessageRef(talk.chat, "77")
    event = TextMessage(
        "telegram:up",
        talk.world.now,
        talk.chat,
        talk.author,
        text=text,
        message=message,
        uploads=(Upload("f1", "run.jpg", "image/jpeg", 10),),
    )
    out = await talk.world.handle(event)
    assert WORDS("en", "upload-later") in out.text
    assert len(out.messages) == 1
    assert len(await talk.entries()) == bool(text)


@pytest.mark.parametrize(
    "line",
    ["ran 5k tomorrow", "明天跑5公里", "I will run 5k tomorrow", "height 17 m", "I am 250 years old", "weight 9 kg"],
)
async def test_absurd_values_store_nothing(talk: Dialogue, line: str) -> None:
    await talk.say("ran 1k")
    assert answers(await talk.say(line)) == 1
    facts = (await talk.docs()).profile.facts
    assert (facts.age, facts.height_cm, facts.weight_kg) == (None, None, None)
    assert len(await talk.entries()) == 1


async def test_deleting_what_logged_nothing_says_nothing(talk: Dialogue) -> None:
    await talk.say("hi")
    assert (await talk.delete()).effects == []
    await talk.say("ran 5k")
    out = await talk.delete()
    assert len(out.messages) == 1
    assert await talk.entries() == []
    assert (await talk.delete()).effects == []
