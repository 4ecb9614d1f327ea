"""Discord's Markdown, limits, buttons and forms, as tables; payloads to events; the emulator's control door."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.discord import inbound, menu, render, tokens
from bots.discord.inbound import Place
from bots.discord.markdown import split, units, write
from bots.sending import MenuItem
from core.events import Command, TextMessage
from core.messages import Ask, Button, ChatRef, Message, MessageRef
from core.text import Span, parse
from tests.fixtures.discord_api import FakeDiscord

CHAT = ChatRef("discord", "10")
PLACE = Place("1")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("**bold** and *it*", "**bold** and *it*"),
        ("`5 * 5`", "`5 * 5`"),
        ("[plan](https://x.org/a_b)", "[plan](https://x.org/a_b)"),
        ("snake_case ~~no~~ ||no||", r"snake\_case \~\~no\~\~ \|\|no\|\|"),
        ("# no title", r"\# no title"),
        ("> no quote", r"\> no quote"),
        ("- no list\n1. neither", "\\- no list\n1\\. neither"),
        ("2.5 kg - done", "2.5 kg - done"),
        ("<@123> @everyone", r"\<\@123\> \@everyone"),
        ("see https://x.org/a_b_c?d=*", "see https://x.org/a_b_c?d=*"),
        (r"\*typed\*", r"\*typed\*"),
        ("**a***b*", "**a**\u200b*b*"),
        ("** a **", " **a** "),
        ("跑步**五公里**！", "跑步**五公里**！"),
    ],
)
def test_markdown_is_written_anew(text: str, written: str) -> None:
    assert write(parse(text)) == written


SPANS = st.lists(
    st.builds(
        Span,
        st.text(st.sampled_from("ab 跑。,.\n*_😀`#-"), min_size=1, max_size=80),
        st.sampled_from(["plain", "bold", "italic"]),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(SPANS, st.integers(20, 120))
def test_parts_fit_and_lose_no_words(spans: list[Span], limit: int) -> None:
    parts = split(spans, limit)
    assert all(0 < units(part) <= limit for part in parts)
    marks = str.maketrans("", "", " \n*\\\u200b")
    said = "".join(span.text for span in spans).translate(marks)
    assert "".join(parts).translate(marks) == said


def test_a_cut_closes_and_opens_the_marks() -> None:
    assert split([Span("one two three", "bold")], 12) == ("**one two**", "**three**")


def test_lines_stay_whole_where_they_can() -> None:
    assert split([Span("first line\nsecond line\nthird")], 24) == ("first line\nsecond line", "third")


def rows(*counts: int) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(Button(f"{row}{at}", f"a{row}.{at}") for at in range(count)) for row, count in enumerate(counts))


@pytest.mark.parametrize(
    ("counts", "drawn"),
    [((2, 1), [2, 1]), ((7,), [5, 2]), ((3, 3, 3, 3, 3, 3), [5, 5, 5, 3]), ((5,) * 7, [5] * 5), ((), [])],
)
def test_buttons_fit_five_by_five(counts: tuple[int, ...], drawn: list[int]) -> None:
    assert [len(row["components"]) for row in render.components(rows(*counts))] == drawn


def test_buttons_by_kind() -> None:
    (row,) = render.components(
        (
            (
                Button("**Go** " + "x" * 90, "go", style="primary"),
                Button("Site", url="https://x.org"),
                Button("Again", "go"),
            ),
        )
    )
    action, link = row["components"]
    assert (action["style"], action["custom_id"], len(action["label"])) == (1, "go", 80)
    assert action["label"].startswith("Go x")
    assert link == {"type": 2, "style": 5, "label": "Site", "url": "https://x.org"}


def test_an_edit_that_is_too_long_ends_in_an_ellipsis() -> None:
    call = render.edit(MessageRef(CHAT, "11"), Message("word " * 900))
    assert call.body is not None
    content = dict(call.body)["content"]
    assert content.endswith(" …")
    assert units(content) <= 2000


def test_an_ask_gets_a_button_and_its_form_names_the_question() -> None:
    message = render.with_form(Ask(CHAT, Message("How tall are you?"), "height_cm", "e.g. 172"))
    pressed = {
        "data": {"custom_id": "ask:height_cm"},
        "message": {"content": "Hi\\!\n**How tall** are you?", "components": render.components(message.buttons)},
    }
    form = render.form(pressed)["data"]
    field = form["components"][0]["components"][0]
    assert (form["title"], field["label"], field["custom_id"]) == ("e.g. 172", "How tall are you?", "height_cm")


def test_a_nonce_is_short_steady_and_different_per_part() -> None:
    assert render.nonce_of("1-0") == render.nonce_of("1-0")
    assert len({render.nonce_of("1-0"), render.nonce_of("1-0", 1), render.nonce_of("2-0")}) == 3
    assert len(render.nonce_of("x" * 500)) <= 25


def test_a_reply_token_survives_being_text() -> None:
    token = tokens.ReplyToken("2", "abc.def", 1000, "private")
    assert tokens.parse(str(token)) == token
    assert [token.fresh(now) for now in (1000, 1839, 1840)] == [True, True, False]
    assert [
        tokens.parse(text) for text in (None, "", "interaction:1:2", "interaction:1:t:x:slash", "x:1:t:1:slash")
    ] == [None] * 5


def test_commands_carry_both_languages_and_a_text_option() -> None:
    items = [MenuItem("log", {"en": "Log", "zh-Hans": "记录"}, takes_text=True), MenuItem("me", {"en": "x" * 150})]
    log, me = menu.commands(items)
    assert log["options"][0]["description_localizations"] == log["description_localizations"] == {"zh-CN": "记录"}
    assert (len(me["description"]), me["description_localizations"], me["options"]) == (100, None, [])
    assert menu.private([MenuItem("me", {"en": "x"}, in_groups=False), items[0]]) == {"me"}


def said(text: str, **more: Any) -> dict[str, Any]:
    author = {"id": "5", "username": "lin", "global_name": "Lin"}
    return {"id": "175928847299117063", "channel_id": "10", "author": author, "content": text, "type": 0, **more}


def test_a_typed_command_is_a_command() -> None:
    event = inbound.message(said("/Challenge 10000 steps\na day"), PLACE)
    assert isinstance(event, Command)
    assert (event.name, event.args, event.message) == (
        "challenge",
        "10000 steps\na day",
        MessageRef(CHAT, event.id[8:]),
    )


@pytest.mark.parametrize(
    ("text", "more", "words"),
    [
        ("<@1> ran with <@!7>", {"mentions": [{"id": "1"}, {"id": "7", "global_name": "Mia"}]}, "ran with @Mia"),
        ("<@!1>", {"mentions": [{"id": "1"}]}, ""),
        ("done <:flex:123> <a:wave:9>", {}, "done :flex: :wave:"),
        ("km/h 5/5", {}, "km/h 5/5"),
        ("\u202eright to left\u202c", {}, "\u202eright to left\u202c"),
    ],
)
def test_words_are_read_without_discords_marks(text: str, more: dict[str, Any], words: str) -> None:
    event = inbound.message(said(text, **more), PLACE)
    assert isinstance(event, TextMessage)
    assert event.text == words


@pytest.mark.parametrize(
    "more",
    [
        {"webhook_id": "3"},
        {"type": 6},
        {"author": {"id": "5", "bot": True}},
        {"guild_id": "20", "mention_everyone": True},
        {"guild_id": "20", "type": 19, "referenced_message": None},
    ],
)
def test_what_is_not_for_us_is_nothing(more: dict[str, Any]) -> None:
    assert inbound.message(said("hello", **more), PLACE) is None
    assert inbound.edited({**said("hello", **more), "edited_timestamp": "2026-01-01T00:00:00+00:00"}, PLACE) is None


def test_nicknames_owners_and_uploads() -> None:
    file = {"url": "https://cdn/f", "filename": "run.gpx", "size": 9, "content_type": "text/xml; charset=utf-8"}
    payload = said(
        "here", guild_id="20", member={"nick": "Lin L.", "roles": []}, mentions=[{"id": "1"}], attachments=[file]
    )
    event = inbound.message(payload, Place("1", "20", owner_id="5"))
    assert isinstance(event, TextMessage)
    assert (event.author.name, event.author.is_admin, event.chat.kind) == ("Lin L.", True, "group")
    assert (event.uploads[0].fetch, event.uploads[0].media_type) == ("https://cdn/f", "text/xml")


def test_a_link_preview_is_no_edit() -> None:
    assert inbound.edited(said("https://x.org", edited_timestamp=None), PLACE) is None


async def test_the_emulator_is_driven_over_http() -> None:
    async with FakeDiscord() as discord, aiohttp.ClientSession() as session:
        door = discord.api_url.removesuffix("/api/v10") + "/control/"

        async def control(method: str, /, **arguments: object) -> Any:
            async with session.post(door + method, json=arguments) as response:
                assert response.status == 200
                return await response.json()

        lin = await control("user", name="Lin")
        message = await control("say", user=lin, text="hi")
        (shown,) = await control("messages", channel=await control("dm", user=lin))
        assert (shown["id"], shown["content"]) == (message, "hi")
        assert (await control("counts"))["identified"] == 0
        async with session.post(door + "stop") as refused:
            assert refused.status == 404
