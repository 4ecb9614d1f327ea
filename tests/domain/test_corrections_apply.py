"""Which entry a correction means, and what it makes of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.corrections import apply, pick
from core.domain.profile import Facts, Profile
from core.domain.records import Entry, Record
from core.understanding.plausible import check
from core.understanding.records import read_records

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = date(2026, 11, 23)

RUN = {"type": "workout", "activity": "running", "distance_m": 5000, "duration_s": 1680}
PUSH_UPS = {"type": "sets", "activity": "push_up", "sets": 1, "reps": 30}
BENCH = {"type": "sets", "activity": "bench_press", "sets": 5, "reps": 5, "load_kg": 60}
UNEQUAL = {"type": "sets", "activity": "squat", "sets": 3, "reps_list": (8, 6, 4), "load_list_kg": (60, 70, 80)}
PLANK = {"type": "sets", "activity": "plank", "sets": 3, "hold_s": 60}
INTERVALS = {"type": "workout", "activity": "running", "sets": 8, "rep_distance_m": 400, "distance_m": 3200}
STEPS = {"type": "steps", "steps": 8432}
SLEEP = {"type": "sleep", "sleep_s": 25_200}
WEIGHT = {"type": "body", "weight_kg": 72.5}
POUNDS = {"type": "body", "weight_kg": 72.574779}
LOST = {"type": "body", "weight_change_kg": -2}
PRESSURE = {"type": "vitals", "systolic": 128, "diastolic": 82, "bpm": 66}
WATER = {"type": "water", "water_ml": 500}


def entry(values: dict[str, Any], number: int = 1, **more: Any) -> Entry:
    made: dict[str, Any] = {
        "id": f"e{number}",
        "record": Record(**values),
        "at": NOW + timedelta(minutes=number),
        "day": TODAY,
        "zone": "UTC",
        "source": "web",
    }
    return Entry(**(made | more))


def corrected(entry: Entry, text: str, profile: Profile = Profile()) -> Entry | None:  # noqa: B008
    """The entry after words that the reader takes for a correction."""
    locale = "zh-CN" if any("\u4e00" <= letter <= "\u9fff" for letter in text) else "en-GB"
    facts = profile.facts
    found = read_records(
        text, now=NOW, zone="UTC", locale=locale, load_unit=facts.load_unit, distance_unit=facts.distance_unit
    ).correction
    assert found is not None, text
    return apply(
        entry,
        record=found.record,
        field=found.field,
        value=found.value,
        old_value=found.old_value,
        date_offset_days=found.date_offset_days,
        profile=profile,
    )


@pytest.mark.parametrize(
    ("before", "text", "changes"),
    [
        # a written unit
        (RUN, "no, 6k", {"distance_m": 6000}),
        (RUN, "不是5公里是6公里", {"distance_m": 6000}),
        (RUN, "make it 30 min", {"duration_s": 1800}),
        (RUN, "make it 6k in 30 min", {"distance_m": 6000, "duration_s": 1800}),
        ({"type": "workout", "activity": "running", "distance_m": 5000}, "make it 30 min", {"duration_s": 1800}),
        (PUSH_UPS, "改成25个", {"reps": 25}),
        (BENCH, "60kg not 50kg", {"load_kg": 60}),
        (BENCH, "应该是65公斤", {"load_kg": 65}),
        (BENCH, "change it to 4 sets", {"sets": 4}),
        (WEIGHT, "改成73公斤", {"weight_kg": 73}),
        (LOST, "应该是1.5公斤", {"weight_change_kg": -1.5}),
        (SLEEP, "make it 8 hours", {"sleep_s": 28_800}),
        (SLEEP, "改成8小时", {"sleep_s": 28_800}),
        (PLANK, "make it 90 seconds", {"hold_s": 90}),
        (INTERVALS, "改成500米", {"rep_distance_m": 500, "distance_m": 4000}),
        (INTERVALS, "make it 3.6 km", {"distance_m": 3600}),
        (INTERVALS, "change it to 6 sets", {"sets": 6, "distance_m": 2400}),
        (UNEQUAL, "75kg not 70kg", {"load_list_kg": (60, 75, 80)}),
        (UNEQUAL, "5 reps not 4 reps", {"reps_list": (8, 6, 5)}),
        (UNEQUAL, "change it to 2 sets", {"sets": 2, "reps_list": (8, 6), "load_list_kg": (60, 70)}),
        ({"type": "vitals", "resting_bpm": 58}, "make it 60 bpm", {"resting_bpm": 60}),
        (PRESSURE, "make it 60 bpm", {"bpm": 60}),
        ({**RUN, "avg_bpm": 140}, "make it 150 bpm", {"avg_bpm": 150}),
        (STEPS, "改成9000步", {"steps": 9000}),
        # bare numbers with the old one
        (PUSH_UPS, "it was 25 not 30", {"reps": 25}),
        (RUN, "it was 25 not 28", {"duration_s": 1500}),
        (RUN, "change 5 to 6", {"distance_m": 6000}),
        (BENCH, "it was 65 not 60", {"load_kg": 65}),
        (BENCH, "it was 6 not 5", {"reps": 6}),
        (UNEQUAL, "it was 85 not 80", {"load_list_kg": (60, 70, 85)}),
        (PRESSURE, "it was 138 not 128", {"systolic": 138}),
        (POUNDS, "it was 158 not 160", {"weight_kg": pytest.approx(71.6676, abs=1e-3)}),
        (SLEEP, "it was 8 not 7", {"sleep_s": 28_800}),
        (STEPS, "it was 8342 not 8432", {"steps": 8342}),
        # bare numbers alone: the value they are nearest to
        (PUSH_UPS, "actually it was 25", {"reps": 25}),
        (BENCH, "actually it was 65", {"load_kg": 65}),
        (RUN, "actually it was 6", {"distance_m": 6000}),
        (RUN, "actually it was 30", {"duration_s": 1800}),
        (SLEEP, "actually it was 8", {"sleep_s": 28_800}),
        (RUN, "actually it was 3.5", {"distance_m": 3500}),
        (
            {"type": "workout", "activity": "running", "distance_m": 4828.032},
            "actually it was 2",
            {"distance_m": 3218.688},
        ),
        (POUNDS, "actually it was 150", {"weight_kg": pytest.approx(68.0389, abs=1e-3)}),
        (WEIGHT, "actually it was 73.1", {"weight_kg": 73.1}),
        (INTERVALS, "actually it was 500", {"rep_distance_m": 500, "distance_m": 4000}),
        (WATER, "改成600", {"water_ml": 600}),
        (PRESSURE, "actually it was 86", {"diastolic": 86}),
    ],
)
def test_corrections_as_read(before: dict[str, Any], text: str, changes: dict[str, Any]) -> None:
    after = corrected(entry(before), text)
    assert after is not None
    kept = Record(**before).model_dump(exclude_none=True)
    assert after.record.model_dump(exclude_none=True) == kept | changes
    assert (after.id, after.day, after.status) == ("e1", TODAY, "ok")


@pytest.mark.parametrize(
    ("before", "arguments"),
    [
        (STEPS, {"record": Record(type="sets", reps=25), "field": "reps", "value": 25}),
        (WATER, {"record": Record(type="workout", distance_m=6000), "field": "distance_m", "value": 6000}),
        (SLEEP, {"record": Record(type="workout", activity="running", duration_s=1800)}),
        (PUSH_UPS, {"value": 25.5, "old_value": 30}),
        (UNEQUAL, {"value": 5}),
        (UNEQUAL, {"field": "sets", "value": 4}),
        ({"type": "rest"}, {"value": 5}),
        ({"type": "workout", "activity": "running"}, {"value": 25}),
        (RUN, {"value": -5}),
        (RUN, {}),
    ],
)
def test_what_does_not_fit_changes_nothing(before: dict[str, Any], arguments: dict[str, Any]) -> None:
    assert apply(entry(before), **arguments) is None


def test_withdrawn_entries_stay_withdrawn() -> None:
    assert apply(entry(RUN, status="void"), value=6, old_value=5) is None


def test_the_persons_unit_decides_a_bare_number() -> None:
    jin = Profile(facts=Facts(load_unit="jin"))
    after = apply(entry(WEIGHT), value=146, profile=jin)
    assert after is not None
    assert after.record.weight_kg == 73
    kilos = apply(entry({"type": "body", "weight_kg": 60}), value=130, profile=Profile(facts=Facts(load_unit="kg")))
    assert kilos is not None
    assert kilos.record.weight_kg == 130


def test_another_activity() -> None:
    after = apply(entry(RUN), record=Record(type="workout", activity="walking", distance_m=6000), field="distance_m")
    assert after is not None
    assert (after.record.activity, after.record.distance_m) == ("walking", 6000)


def test_moves_count_from_the_day_of_the_correction() -> None:
    yesterday = corrected(entry(RUN), "that was yesterday")
    assert yesterday is not None
    assert yesterday.day == TODAY - timedelta(days=1)
    assert (yesterday.record.date_offset_days, yesterday.record.distance_m) == (-1, 5000)
    old = entry(RUN, at=NOW - timedelta(days=3), day=TODAY - timedelta(days=3))
    moved = apply(old, date_offset_days=-1, said=TODAY)
    assert moved is not None
    assert moved.day == TODAY - timedelta(days=1)
    assert check(moved.record) is None
    early = entry(RUN, at=datetime(2026, 11, 23, 18, tzinfo=UTC), zone="Asia/Shanghai")
    assert (apply(early, date_offset_days=-1) or early).day == TODAY - timedelta(days=1)


def test_the_new_record_is_checked_like_any_other() -> None:
    absurd = apply(entry(STEPS), field="steps", value=9_000_000)
    held = check(absurd.record) if absurd else None
    assert held is not None
    assert (held.verdict, held.because) == ("reject", "steps_high")
    future = apply(entry(RUN), date_offset_days=1)
    assert future is not None
    assert (check(future.record) or held).because == "future_date"
    kept = entry({"type": "steps", "steps": 90_000}, status="held", held_because="steps_high")
    after = apply(kept, value=9000, old_value=90_000)
    assert after is not None
    assert (after.record.steps, after.status, after.held_because) == (9000, "ok", None)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, "e6"),
        ({"field": "distance_m"}, "e3"),
        ({"field": "load_kg"}, "e6"),
        ({"field": "reps"}, "e4"),
        ({"field": "steps"}, "e3"),
        ({"field": "sleep_s"}, "e5"),
        ({"activity": "running"}, "e2"),
        ({"activity": "walking"}, "e3"),
        ({"activity": "hiking"}, "e4"),
        ({"old_value": 5}, "e2"),
        ({"old_value": 7}, "e5"),
        ({"old_value": 30}, "e4"),
        ({"old_value": 1234}, "e6"),
        ({"field": "distance_m", "old_value": 5000}, "e2"),
        ({"field": "distance_m", "old_value": 4000}, "e3"),
        ({"field": "spo2_pct"}, None),
        ({"field": "distance_m", "activity": "running", "old_value": 3000}, "e2"),
    ],
)
def test_the_entry_that_is_meant(arguments: dict[str, Any], expected: str | None) -> None:
    walk = {"type": "workout", "activity": "walking", "distance_m": 3000}
    entries = [
        entry(STEPS, 1, status="void"),
        entry(RUN, 2),
        entry(walk, 3),
        entry(PUSH_UPS, 4),
        entry(SLEEP, 5),
        entry(WEIGHT, 6),
        entry(WEIGHT, 7, status="void"),
    ]
    found = pick(entries, **arguments)
    assert (found.id if found else None) == expected


def test_the_last_of_one_message_is_the_newest() -> None:
    entries = [entry(RUN, 1, id="a", at=NOW), entry(RUN, 1, id="b", at=NOW)]
    assert (pick(entries) or entries[0]).id == "b"
    assert pick([]) is None


@given(
    value=st.floats(0.01, 1e6),
    old=st.none() | st.floats(0.01, 1e6),
    which=st.sampled_from(
        [RUN, PUSH_UPS, BENCH, UNEQUAL, PLANK, INTERVALS, STEPS, SLEEP, WEIGHT, PRESSURE, WATER, LOST]
    ),
)
def test_any_number_makes_an_entry_or_nothing(value: float, old: float | None, which: dict[str, Any]) -> None:
    before = entry(which)
    after = apply(before, value=value, old_value=old)
    assert after is None or (after.id == before.id and after.record.type == before.record.type)
