"""The lens on the rules: lines in, one JSON object a line out."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from bots.commands.understand import understand, zone_of


def one(line: str) -> Any:
    [answer] = understand([line + "\n"])
    return answer


def test_plain_text() -> None:
    answer = one("Ran a 10K in 52 mins this morning")
    [record] = answer["reading"]["records"]
    assert (record["activity"], record["distance_m"], record["duration_s"]) == ("running", 10000, 3120)
    assert answer["language"] == "en"
    assert answer["screening"]["red_flag"] is False


def test_an_object_with_what_is_known() -> None:
    answer = one(
        '{"text": "昨天跑了5公里", "now": "2026-03-12T20:00:00+08:00", "locale": "zh-CN",'
        ' "profile": {"load_unit": null, "x": 1}}'
    )
    [record] = answer["reading"]["records"]
    assert (record["distance_m"], record["date_offset_days"]) == (5000, -1)
    assert answer["language"] == "zh-Hans"


def test_a_red_flag() -> None:
    assert one("I have crushing chest pain going down my left arm")["screening"]["action"] == "emergency"


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ('{"words": "x"}', "text"),
        ('{"text": "x", "zone": "Mars/Base"}', "zone"),
        ('{"text": "x", "now": "soon"}', "now"),
    ],
)
def test_an_unreadable_line_says_which_field(line: str, field: str) -> None:
    assert one(line)["error"].startswith(field)


def test_empty_lines_have_no_answer_and_odd_ones_are_text() -> None:
    answers = list(understand(["\n", "  \n", '"just words"\n', "[1, 2]\n", "{broken\n"]))
    assert ["reading" in answer for answer in answers] == [True, True, True]


@pytest.mark.parametrize(("hours", "zone"), [(8, "Etc/GMT-8"), (-5, "Etc/GMT+5"), (0, "UTC"), (5.5, "UTC")])
def test_the_zone_of_an_offset(hours: float, zone: str) -> None:
    assert zone_of(datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=hours)))) == zone
