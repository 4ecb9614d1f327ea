"""What is said after a log: true, specific, or nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from core.domain.activities import met_minutes, moderate_minutes, names, record_met
from core.domain.notes_health import Note
from core.domain.profile import Facts, Profile
from core.domain.progress_notes import estimate, note
from core.domain.records import Entry, Record

MONDAY = date(2026, 11, 23)
NOBODY = Profile()


def entry(day: date, **values: Any) -> Entry:
    record = Record.model_validate(values)
    at = datetime.combine(day, time(12), tzinfo=UTC)
    name = f"{day}-{record.model_dump_json(exclude_none=True)}"
    return Entry(id=name, record=record, at=at, day=day, zone="UTC", source="web")


def run(day: date, km: float, minutes: float | None = None) -> Entry:
    seconds = None if minutes is None else minutes * 60
    return entry(day, type="workout", activity="running", distance_m=km * 1000, duration_s=seconds)


def ago(days: int) -> date:
    return MONDAY - timedelta(days=days)


def facts(made: Note | None) -> dict[str, Any]:
    return {} if made is None else {"id": made.id, **dict(made.facts)}


def test_longest_needs_time_and_company() -> None:
    history = [run(ago(30), 5), run(ago(20), 6), run(ago(10), 4), run(ago(5), 6)]
    assert facts(note(run(MONDAY, 8), history, NOBODY)) == {
        "id": "note-longest",
        "activity": "running",
        "distance": 8,
        "unit": "km",
        "days": 30,
    }
    # 6 km was reached 5 days ago: no record, and nothing else to say without time and a week before.
    assert note(run(MONDAY, 6), history[:3], NOBODY) is None
    assert facts(note(run(MONDAY, 6), history, NOBODY)).get("id") != "note-longest"
    assert note(run(MONDAY, 8), history[2:], NOBODY) is None


def test_longest_since_a_longer_one() -> None:
    history = [run(ago(40), 10), run(ago(20), 6), run(ago(10), 4), run(ago(5), 5)]
    made = facts(note(run(MONDAY, 8), history, Profile(facts=Facts(distance_unit="mile"))))
    assert (made["days"], made["distance"], made["unit"]) == (40, 4.97, "mile")


def test_a_void_or_later_entry_does_not_count() -> None:
    void = run(ago(10), 20).model_copy(update={"status": "void"})
    history = [run(ago(30), 5), run(ago(20), 6), run(ago(12), 4), void, run(MONDAY + timedelta(days=1), 30)]
    assert facts(note(run(MONDAY, 8), history, NOBODY))["id"] == "note-longest"
    assert note(void, history, NOBODY) is None


def test_back_after_a_pause() -> None:
    assert facts(note(run(MONDAY, 3), [run(ago(20), 5)], NOBODY)) == {
        "id": "note-again",
        "activity": "running",
        "days": 20,
    }


def test_minutes_toward_the_recommendation() -> None:
    walk = {"type": "workout", "activity": "walking"}
    first = entry(MONDAY, **walk, duration_s=3600)
    assert facts(note(first, [], NOBODY)) == {
        "id": "note-week-minutes",
        "minutes": 60,
        "goal": 150,
        "left": 90,
        "double": "no",
    }
    ran = entry(MONDAY, type="workout", activity="running", duration_s=1800)
    assert facts(note(ran, [], NOBODY)) == {
        "id": "note-week-minutes",
        "minutes": 60,
        "goal": 150,
        "left": 90,
        "double": "yes",
    }
    second = entry(MONDAY + timedelta(days=2), **walk, duration_s=5400)
    assert facts(note(second, [first], NOBODY))["id"] == "note-who-reached"
    third = entry(MONDAY + timedelta(days=3), **walk, duration_s=600)
    assert facts(note(third, [first, second], NOBODY)) == {
        "id": "note-week-minutes-over",
        "minutes": 160,
        "goal": 150,
    }
    last_week = entry(ago(1), **walk, duration_s=7200)
    assert facts(note(first, [last_week], NOBODY))["minutes"] == 60


def test_a_day_of_last_week_says_nothing_of_this_one() -> None:
    """On a Monday, yesterday's walk was last week's."""
    said_on_monday = entry(MONDAY - timedelta(days=1), type="workout", activity="walking", duration_s=3600)
    late = said_on_monday.model_copy(update={"at": said_on_monday.at + timedelta(days=1)})
    assert facts(note(said_on_monday, [], NOBODY))["id"] == "note-week-minutes"
    assert note(late, [], NOBODY) is None


def test_week_against_last_week() -> None:
    history = [run(ago(5), 5), run(ago(3), 5), run(MONDAY, 4)]
    assert facts(note(run(MONDAY + timedelta(days=2), 5), history, NOBODY)) == {
        "id": "note-week-distance",
        "activity": "running",
        "distance": 9,
        "last": 10,
        "unit": "km",
    }


def test_best_estimated_maximum() -> None:
    def bench(day: date, kg: float, reps: int, **more: Any) -> Entry:
        return entry(day, type="sets", activity="bench_press", load_kg=kg, reps=reps, sets=3, **more)

    history = [bench(ago(7), 60, 8), bench(ago(3), 65, 5)]
    assert facts(note(bench(MONDAY, 65, 8), history, NOBODY)) == {
        "id": "note-best-1rm",
        "activity": "bench_press",
        "load": 82.5,
        "before": 76,
        "unit": "kg",
    }
    assert facts(note(bench(MONDAY, 60, 8), history, NOBODY)).get("id") != "note-best-1rm"
    # Twelve repetitions say too little about a maximum; minors get none at all.
    assert facts(note(bench(MONDAY, 65, 12), history, NOBODY)).get("id") != "note-best-1rm"
    assert facts(note(bench(MONDAY, 65, 8), history, Profile(facts=Facts(age=16)))).get("id") != "note-best-1rm"
    assert estimate(bench(MONDAY, 60, 5, rir=2).record, None) == pytest.approx(74.0)


def test_most_repetitions_and_strength_days() -> None:
    def push(day: date, reps: int, sets: int = 1) -> Entry:
        return entry(day, type="sets", activity="push_up", reps=reps, sets=sets)

    history = [push(ago(20), 20), push(ago(12), 25), push(ago(8), 22)]
    assert facts(note(push(MONDAY, 15, 2), history, NOBODY))["id"] == "note-most-reps"
    assert facts(note(push(MONDAY + timedelta(days=1), 10), [push(MONDAY, 10)], NOBODY)) == {
        "id": "note-strength-days",
        "days": 2,
        "goal": 2,
    }
    assert note(push(MONDAY, 10), [], NOBODY) is None


def test_steps_against_the_own_usual() -> None:
    history = [entry(ago(days), type="steps", steps=steps) for days, steps in ((1, 6000), (2, 8000), (3, 7000))]
    assert facts(note(entry(MONDAY, type="steps", steps=9000), history, NOBODY)) == {
        "id": "note-steps-above",
        "steps": 9000,
        "usual": 7000,
        "more": 2000,
        "days": 3,
    }
    assert facts(note(entry(MONDAY, type="steps", steps=7000), history, NOBODY))["id"] == "note-steps-same"
    assert facts(note(entry(MONDAY, type="steps", steps=100), history, NOBODY))["id"] == "note-steps-below"
    tall = Profile(facts=Facts(height_cm=170, sex="male"))
    assert facts(note(entry(MONDAY, type="steps", steps=10_000), [], tall))["distance"] == 7.06
    assert note(entry(MONDAY, type="steps", steps=10_000), [], NOBODY) is None


@pytest.mark.parametrize(
    ("language", "country", "band", "scheme"),
    [
        ("en", None, "stage_1", "acc_aha_2025"),
        ("zh-Hans", None, "high_normal", "china_2024"),
        ("en", "DE", "elevated", "esc_2024"),
        ("en", "CN", "high_normal", "china_2024"),
    ],
)
def test_pressure_names_its_scheme(language: str, country: str | None, band: str, scheme: str) -> None:
    made = note(
        entry(MONDAY, type="vitals", systolic=131, diastolic=84), [], Profile(facts=Facts(country=country)), language
    )
    assert (facts(made)["band"], facts(made)["scheme"]) == (band, scheme)


def test_pressure_over_a_week_and_alarms_first() -> None:
    history = [entry(ago(days), type="vitals", systolic=138, diastolic=84) for days in (1, 2)]
    made = facts(note(entry(MONDAY, type="vitals", systolic=132, diastolic=83), history, NOBODY, "zh-Hans"))
    assert (made["id"], made["systolic"], made["high"], made["readings"]) == ("note-bp-week", 136, "yes", 3)
    high = facts(note(entry(MONDAY, type="vitals", systolic=185, diastolic=100), history, NOBODY))
    assert high == {"id": "note-alarm", "action": "repeat_then_urgent_care"}
    low = facts(note(entry(MONDAY, type="vitals", glucose_mmol_l=3.5), [], NOBODY))
    assert low == {"id": "note-alarm", "action": "stop_and_eat_carbs"}
    pregnant = Profile(facts=Facts(pregnant=True))
    raised = entry(MONDAY, type="vitals", systolic=142, diastolic=80)
    assert facts(note(raised, [], pregnant))["action"] == "urgent_care"


def test_resting_rate_and_glucose() -> None:
    history = [entry(ago(days), type="vitals", resting_bpm=60) for days in range(3, 10)]
    assert facts(note(entry(MONDAY, type="vitals", resting_bpm=58), history, NOBODY))["usual"] == 60
    raised = [*history, *(entry(ago(days), type="vitals", resting_bpm=66) for days in (1, 2))]
    assert facts(note(entry(MONDAY, type="vitals", resting_bpm=67), raised, NOBODY))["id"] == "note-resting-raised"
    assert facts(note(entry(MONDAY, type="vitals", resting_bpm=58), [], NOBODY))["have"] == 1
    sugar = entry(MONDAY, type="vitals", glucose_mmol_l=5.8, glucose_context="fasting")
    assert facts(note(sugar, [], NOBODY))["band"] == "prediabetes_range"
    assert facts(note(sugar, [], NOBODY, "zh-Hans"))["band"] == "normal"


def test_sleep_against_the_range_for_the_age() -> None:
    grown = Profile(facts=Facts(age=30))
    night = entry(MONDAY, type="sleep", sleep_s=6.5 * 3600)
    assert facts(note(night, [], grown)) == {"id": "note-sleep", "hours": 6.5, "low": 7, "high": 9, "where": "below"}
    assert note(night, [], NOBODY) is None
    history = [entry(ago(days), type="sleep", sleep_s=8 * 3600) for days in (1, 2, 3)]
    made = facts(note(night, history, grown))
    assert (made["id"], made["hours"], made["where"]) == ("note-sleep-week", 7.6, "within")
    assert facts(note(night, history, NOBODY))["id"] == "note-sleep-mean"
    assert note(entry(MONDAY, type="sleep", sleep_s=1800, nap=True), [], grown) is None


def test_weight_is_compared_by_the_week_and_never_for_the_vulnerable() -> None:
    history = [entry(ago(days), type="body", weight_kg=kg) for days, kg in ((1, 79.5), (8, 80.4), (10, 80.6))]
    today = entry(MONDAY, type="body", weight_kg=79.5)
    assert facts(note(today, history, NOBODY)) == {
        "id": "note-weight-week",
        "weight": 79.5,
        "change": 1,
        "unit": "kg",
        "where": "down",
    }
    assert facts(note(today, history, Profile(facts=Facts(load_unit="jin"))))["weight"] == 159
    assert note(today, history[:1], NOBODY) is None
    for shielded in (Profile(ed_signal=True), Profile(facts=Facts(age=15)), Profile(facts=Facts(pregnant=True))):
        assert note(today, history, shielded) is None


def test_water_and_rest() -> None:
    glass = entry(MONDAY, type="water", water_ml=300)
    assert note(glass, [], NOBODY) is None
    assert facts(note(entry(MONDAY, type="water", water_ml=500), [glass], NOBODY)) == {"id": "note-water", "ml": 800}
    rest = entry(MONDAY + timedelta(days=2), type="rest")
    assert note(rest, [], NOBODY) is None
    assert facts(note(rest, [run(MONDAY, 3), run(MONDAY + timedelta(days=1), 3)], NOBODY))["days"] == 2


def test_minutes_of_records() -> None:
    fast = Record(type="workout", activity="running", distance_m=10_000, duration_s=3600)
    assert record_met(fast) == 9.3
    assert met_minutes(fast) == pytest.approx(558)
    assert moderate_minutes(fast) == 120
    assert moderate_minutes(Record(type="workout", activity="yoga", duration_s=3600)) == 0
    assert moderate_minutes(Record(type="sets", activity="squat", duration_s=3600)) == 0
    assert record_met(Record(type="steps", steps=100)) is None
    assert len(names()) == len(set(names()))
