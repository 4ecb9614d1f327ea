"""What a model has read counts only as far as the text bears it out: cases worked by hand, both languages."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from time import perf_counter
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.domain.profile import Facts
from core.llm import prompts
from core.understanding.plausible import check
from core.understanding.proposed import (
    Amount,
    Proposal,
    Proposed,
    ProposedType,
    Said,
    Unit,
    checked,
    worth_reading,
)
from core.understanding.proposed_numbers import What
from core.understanding.read import read

MONDAY = datetime(2024, 6, 3, 9, 0, tzinfo=UTC)


def said(text: str, **more: Any) -> Said:
    return Said(text, more.pop("now", MONDAY), more.pop("zone", "UTC"), more.pop("locale", "en"), **more)


def worth(text: str) -> bool:
    words = said(text)
    reading = read(text, now=words.now, zone=words.zone, locale=words.locale, facts=Facts())
    return worth_reading(words, reading)


def record(type_: str, activity: str | None, *amounts: tuple[str, float, str], days_ago: int = 0) -> dict[str, Any]:
    listed = [{"what": what, "value": value, "unit": unit} for what, value, unit in amounts]
    return {"type": type_, "activity": activity, "amounts": listed, "days_ago": days_ago}


def kept(words: str | Said, *records: dict[str, Any]) -> list[dict[str, Any]]:
    proposal = Proposal.model_validate_json(json.dumps({"records": records}))
    read_from = words if isinstance(words, Said) else said(words)
    return [found.model_dump(exclude_defaults=True) for found in checked(read_from, proposal)]


@pytest.mark.parametrize(
    "text",
    [
        "did 40 minutes up the old quarry tonight",
        "did 90 minutes of zorbing",
        "out like a light from 10:30 till 6",
        "did fran 21-15-9 in 6:40",
        "fifty of the usual on the floor",
        "挥汗一小时",
        "在采石场上挂了四十分钟",
        "今天和哥们儿踢了90分钟",
        "飞盘飞了两个小时",
    ],
)
def test_a_number_told_is_worth_reading(text: str) -> None:
    assert worth(text)


@pytest.mark.parametrize(
    "text",
    [
        "tomorrow 40 minutes on the wall",
        "I want to do 40 minutes on the wall",
        "明天去岩壁上挂40分钟",
        "how long is 40 minutes on the wall?",
        "40 minutes on the wall, is that a lot?",
        "挂40分钟算多吗？",
        "my brother did 40 minutes on the wall",
        "我哥在岩壁上挂了40分钟",
        "didn't do my 40 minutes on the wall",
        'the poster said "40 minutes on the wall"',
        "on the wall with the guys",
        "my boss is so tiring",
        "paid 30 dollars for the wall",
        "买票花了90块",
        "今天好累",
        "ran 5k",
        "跑了5公里",
        "remind me at 7",
        "hello",
        "",
    ],
)
def test_plans_questions_others_and_what_is_read_already_are_not(text: str) -> None:
    assert not worth(text)


WALL = {"type": "workout", "activity": "climbing", "duration_s": 2400.0}


@pytest.mark.parametrize(
    ("text", "proposed", "expected"),
    [
        ("40 minutes on the wall", record("workout", "climbing", ("duration", 40, "min")), WALL),
        ("40 minutes on the wall", record("workout", "climbing", ("duration", 40, "")), WALL),
        ("40 minutes on the wall", record("workout", "climbing", ("duration", 0.667, "h")), WALL),
        ("forty minutes on the wall", record("workout", "climbing", ("duration", 40, "min")), WALL),
        ("40 on the wall", record("workout", "climbing", ("duration", 40, "min")), WALL),
        ("在岩壁上挂了四十分钟", record("workout", "climbing", ("duration", 40, "min")), WALL),
        (
            "an hour and 20 minutes on the wall",
            record("workout", "climbing", ("duration", 80, "min")),
            {**WALL, "duration_s": 4800.0},
        ),
        ("1小时20分钟岩壁", record("workout", "climbing", ("duration", 1.33, "h")), {**WALL, "duration_s": 4800.0}),
        (
            "three rounds in the ring, 3 minutes each",
            record("workout", "boxing", ("sets", 3, ""), ("duration", 9, "min")),
            {"type": "workout", "activity": "boxing", "duration_s": 540.0},
        ),
        (
            "up and down the pool, 8 times 50m",
            record("workout", "swimming", ("distance", 400, "m"), ("sets", 8, ""), ("rep_distance", 50, "m")),
            {"type": "workout", "activity": "swimming", "sets": 8, "rep_distance_m": 50.0, "distance_m": 400.0},
        ),
        (
            "did 3.1 miles on the trail",
            record("workout", "running", ("distance", 5, "km")),
            {"type": "workout", "activity": "running", "distance_m": 4988.9664},
        ),
        (
            "the erg: 2000 in 7:45",
            record("workout", "rowing_erg", ("distance", 2000, "m"), ("duration", 465, "s")),
            {"type": "workout", "activity": "rowing_erg", "distance_m": 2000.0, "duration_s": 465.0},
        ),
        (
            "swung the bell 100 times with the 24",
            record("sets", "kettlebell_swing", ("reps", 100, ""), ("load", 24, "kg")),
            {"type": "sets", "activity": "kettlebell_swing", "sets": 1, "reps": 100, "load_kg": 24.0},
        ),
        (
            "pressed 5x5 with 135 lb",
            record("sets", "bench_press", ("sets", 5, ""), ("reps", 5, ""), ("load", 61.2, "kg")),
            {"type": "sets", "activity": "bench_press", "sets": 5, "reps": 5, "load_kg": 61.23497},
        ),
        (
            "fran 21-15-9",
            record("sets", "thruster", ("reps", 21, ""), ("reps", 15, ""), ("reps", 9, "")),
            {"type": "sets", "activity": "thruster", "sets": 3, "reps_list": (21, 15, 9)},
        ),
        (
            "8, 8, 8 of the usual",
            record("sets", "push_up", ("sets", 3, ""), ("reps", 8, ""), ("reps", 8, ""), ("reps", 8, "")),
            {"type": "sets", "activity": "push_up", "sets": 3, "reps": 8},
        ),
        (
            "8, 8, 8 of the usual",
            record("sets", "push_up", ("reps", 8, ""), ("reps", 8, ""), ("reps", 8, "")),
            {"type": "sets", "activity": "push_up", "sets": 3, "reps": 8},
        ),
        (
            "out like a light from 10:30 till 6",
            record("sleep", None, ("sleep", 7.5, "h")),
            {"type": "sleep", "sleep_s": 27_000.0},
        ),
        ("昨晚11点躺平，今早7点睁眼", record("sleep", None, ("sleep", 8, "h")), {"type": "sleep", "sleep_s": 28_800.0}),
        (
            "forty winks: 25 minutes",
            record("nap", None, ("sleep", 25, "min")),
            {"type": "sleep", "sleep_s": 1500.0, "nap": True},
        ),
        (
            "the cuff says 128 over 82",
            record("vitals", None, ("systolic", 128, ""), ("diastolic", 82, "")),
            {"type": "vitals", "systolic": 128, "diastolic": 82},
        ),
        (
            "sugar was 112 before brekkie",
            record("vitals", None, ("glucose", 112, "mgdl")),
            {"type": "vitals", "glucose_mmol_l": 6.216696},
        ),
        (
            "the thermometer said 99.5",
            record("vitals", None, ("temp", 37.5, "celsius")),
            {"type": "vitals", "temp_c": 37.5},
        ),
        ("the pedometer: 9,412", record("steps", None, ("steps", 9412, "")), {"type": "steps", "steps": 9412}),
        ("秤上是120斤", record("body", None, ("weight", 120, "jin")), {"type": "body", "weight_kg": 60.0}),
        ("灌了3瓶550ml的", record("water", None, ("water", 1650, "ml")), {"type": "water", "water_ml": 1650.0}),
    ],
)
def test_what_the_text_bears_out_is_kept_exactly(text: str, proposed: dict[str, Any], expected: dict[str, Any]) -> None:
    assert kept(text, proposed) == [expected]


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        # numbers that are not there
        ("40 minutes on the wall", record("workout", "climbing", ("duration", 45, "min"))),
        ("40 minutes on the wall", record("workout", "climbing", ("duration", 40, "min"), ("rpe", 7, ""))),
        ("40 minutes on the wall", record("workout", "climbing", ("duration", 40, "min"), ("distance", 2, "km"))),
        ("在岩壁上挂了四十分钟", record("workout", "climbing", ("duration", 60, "min"))),
        ("挂了40分钟", record("sets", "dead_hang", ("sets", 3, ""), ("hold", 40, "s"))),
        ("up and down the pool, 8 times 50m", record("workout", "swimming", ("distance", 800, "m"))),
        # the wrong dimension
        ("40 minutes on the wall", record("workout", "running", ("distance", 40, "km"))),
        ("40 minutes on the wall", record("sets", "push_up", ("reps", 40, ""))),
        ("40 minutes on the wall", record("workout", "climbing", ("duration", 40, "kg"))),
        ("40 minutes on the wall", record("workout", "climbing", ("duration", 40, "s"))),
        ("踢了90分钟", record("workout", "football", ("distance", 90, "km"))),
        ("lifted 60 kg of boxes", record("workout", "housework", ("duration", 60, "min"))),
        ("paid 30 dollars for the wall", record("workout", "climbing", ("duration", 30, "min"))),
        ("买票花了90块", record("workout", "football", ("duration", 90, "min"))),
        # one number for two things
        ("40 on the wall", record("sets", "wall_sit", ("reps", 40, ""), ("load", 40, "kg"))),
        ("8, 8, 8 of the usual", record("sets", "push_up", ("sets", 4, ""), ("reps", 8, ""), ("reps", 8, ""))),
        # what is not known
        ("40 minutes on the wall", record("workout", "wall_crawling", ("duration", 40, "min"))),
        ("40 minutes on the wall", record("workout", "goblet_squat", ("duration", 40, "min"))),
        ("40 minutes on the wall", record("workout", None, ("duration", 40, "min"))),
        # nothing to write down
        ("40 minutes on the wall", record("workout", "climbing")),
        ("rpe 8 on the wall", record("workout", "climbing", ("rpe", 8, ""))),
        ("the cuff says 128", record("vitals", None, ("systolic", 128, ""))),
        ("40 minutes on the wall", record("water", None, ("duration", 40, "min"))),
        ("2.5 of the usual", record("sets", "push_up", ("reps", 2.5, ""))),
        ("40 and 30 minutes on the wall", record("workout", "climbing", ("duration", 40, ""), ("duration", 30, "min"))),
        # what is not told as done
        ("tomorrow 40 minutes on the wall", record("workout", "climbing", ("duration", 40, "min"))),
        ("我哥在岩壁上挂了40分钟", record("workout", "climbing", ("duration", 40, "min"))),
        ("is 40 minutes on the wall enough?", record("workout", "climbing", ("duration", 40, "min"))),
        # beyond the plausible
        ("25 hours on the wall", record("workout", "climbing", ("duration", 25, "h"))),
        ("the pedometer: 95,000", record("steps", None, ("steps", 95_000, ""))),
        ("0 minutes on the wall", record("workout", "climbing", ("duration", 0, "min"))),
        ("秤上是1200斤", record("body", None, ("weight", 1200, "jin"))),
    ],
)
def test_what_the_text_does_not_bear_out_is_dropped(text: str, proposed: dict[str, Any]) -> None:
    assert kept(text, proposed) == []


def test_a_bad_record_does_not_spoil_a_good_one() -> None:
    good = record("workout", "climbing", ("duration", 40, "min"))
    bad = record("workout", "climbing", ("duration", 41, "min"))
    assert kept("40 minutes on the wall", bad, good, good) == [WALL]


def test_a_plan_beside_a_deed_lends_no_number() -> None:
    text = "40 minutes on the wall. Tomorrow 90 minutes of five-a-side"
    deed, plan = (
        record("workout", "climbing", ("duration", 40, "min")),
        record("workout", "football", ("duration", 90, "min")),
    )
    assert kept(text, deed, plan) == [WALL]


def test_five_records_at_most() -> None:
    text = "on the wall 11 minutes, 12 minutes, 13 minutes, 14 minutes, 15 minutes, 16 minutes"
    all_six = [record("workout", "climbing", ("duration", minutes, "min")) for minutes in range(11, 17)]
    assert [found["duration_s"] / 60 for found in kept(text, *all_six)] == [11, 12, 13, 14, 15]


@pytest.mark.parametrize(
    ("text", "days_ago", "expected"),
    [
        ("40 minutes on the wall", 0, [0]),
        ("40 minutes on the wall", 1, []),
        ("yesterday 40 minutes on the wall", 1, [-1]),
        ("yesterday 40 minutes on the wall", 0, [-1]),
        ("yesterday 40 minutes on the wall", 3, []),
        ("周六在岩壁上挂了40分钟", 2, [-2]),
        ("on Saturday 40 minutes on the wall, on Friday nothing", 3, [-3]),
        ("on Saturday 40 minutes on the wall, on Friday nothing", 0, []),
    ],
)
def test_the_day_is_one_that_is_told(text: str, days_ago: int, expected: list[int]) -> None:
    found = kept(text, record("workout", "climbing", ("duration", 40, "min"), days_ago=days_ago))
    assert [one.get("date_offset_days", 0) for one in found] == expected


@pytest.mark.parametrize("days_ago", [0, 1])
def test_a_night_belongs_to_the_day_of_waking(days_ago: int) -> None:
    found = kept(
        "last night out like a light, 10:30 till 6", record("sleep", None, ("sleep", 7.5, "h"), days_ago=days_ago)
    )
    assert found == [{"type": "sleep", "sleep_s": 27_000.0}]


def test_bare_numbers_are_in_the_persons_units() -> None:
    swung = record("sets", "kettlebell_swing", ("reps", 100, ""), ("load", 53, ""))
    american = said("swung the bell 100 times with the 53", load_unit="lb")
    assert kept(american, swung)[0]["load_kg"] == 24.040396
    went = record("workout", "running", ("distance", 3, ""))
    assert kept(said("did 3 on the trail", distance_unit="mile"), went)[0]["distance_m"] == 4828.032
    assert kept("did 3 on the trail", went)[0]["distance_m"] == 3000


@pytest.mark.parametrize(
    "change",
    [
        {"type": "party"},
        {"note": "!"},
        {"days_ago": 0.5},
        {"amounts": [{"what": "steps", "value": float("nan"), "unit": ""}]},
        {"amounts": [{"what": "fun", "value": 1, "unit": ""}]},
        {"amounts": [{"what": "steps", "value": 1}]},
    ],
)
def test_what_has_another_shape_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Proposal.model_validate_json(json.dumps({"records": [record("steps", None) | change]}))


@pytest.mark.parametrize("value", [1e308, -1e308, -40, 10**40])
def test_absurd_numbers_do_no_harm(value: float) -> None:
    for unit in ("", "km", "min"):
        assert kept("40 minutes on the wall", record("workout", "climbing", ("duration", value, unit))) == []
    assert kept("40 minutes on the wall", record("workout", "climbing", ("duration", 40, "min"), days_ago=10**40)) == []


PIECES = st.sampled_from(
    [
        "40",
        "5x5",
        "12/8",
        "21-15-9",
        "10:30",
        "11pm",
        "昨晚",
        "yesterday",
        "分钟",
        "km",
        "kg",
        "瓶",
        "550ml",
        "°f",
        "rpe 8",
        ". ",
        "，",
    ]
)
AMOUNTS = st.builds(
    Amount,
    what=st.sampled_from(get_args(What)),
    value=st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from([5.0, 8.0, 40.0, 550.0])),
    unit=st.sampled_from(get_args(Unit)),
)
PROPOSED = st.builds(
    Proposed,
    type=st.sampled_from(get_args(ProposedType)),
    activity=st.sampled_from([None, "climbing", "push_up", "party"]),
    amounts=st.lists(AMOUNTS, max_size=5).map(tuple),
    days_ago=st.integers(-2, 3),
)


@given(st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=60), st.lists(PROPOSED, max_size=7))
def test_whatever_is_proposed_what_is_kept_is_plausible(text: str, proposed: list[Proposed]) -> None:
    found = checked(said(text), Proposal(records=tuple(proposed)))
    assert len(found) <= 5
    for one in found:
        assert check(one) is None
        assert one.activity in (None, "climbing", "push_up")


def test_a_thousand_numbers_take_no_time() -> None:
    words = said("11 " * 1300 + "nods")
    slept = record("sleep", None, ("sleep", 7.25, "h"), ("awakenings", 3, ""))
    began = perf_counter()
    assert kept(words, *[slept] * 5) == []
    assert perf_counter() - began < 1


def test_the_examples_of_the_prompt_pass_the_check() -> None:
    examples = prompts.read_prefix()[1:]
    for asked, answered in zip(examples[::2], examples[1::2], strict=True):
        text = asked.content.partition("<message>\n")[2].removesuffix("\n</message>")
        proposal = Proposal.model_validate_json(answered.content)
        words = said(text, now=datetime(2024, 1, 1, 9, tzinfo=UTC))
        assert len(checked(words, proposal)) == len(proposal.records)


def test_the_prompt_names_everything_the_schema_allows() -> None:
    system = prompts.read("x", date(2024, 6, 3)).lines[0].content
    schema = json.dumps(Proposal.model_json_schema())
    for allowed in ("climbing", "rep_distance", "fahrenheit", "awakenings"):
        assert allowed in system
        assert allowed in schema
