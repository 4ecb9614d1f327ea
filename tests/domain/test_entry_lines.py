"""What a line about an entry is made of: wordings and values in the person's units."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.entry_lines import Part, duration, length, line, mass
from core.domain.profile import Facts, Profile
from core.domain.records import Record

ME = Profile()
US = Profile(facts=Facts(country="US", load_unit="lb", distance_unit="mile"))


def said(profile: Profile, **values: Any) -> dict[str, Any]:
    """Message id → its values."""
    return {part.message: dict(part.values) for part in line(Record(**values), profile).parts}


@pytest.mark.parametrize(
    ("kilograms", "unit", "shown"),
    [
        (72.3, "kg", 72.3),
        (61.25, "kg", 61.25),
        (100, "kg", 100),
        (45.359237, "kg", 45.4),
        (102.058283, "lb", 225),
        (70, "jin", 140),
        (-2, "kg", -2),
    ],
)
def test_masses_come_back_as_said(kilograms: float, unit: Any, shown: float) -> None:
    assert mass(kilograms, Profile(facts=Facts(load_unit=unit))) == (shown, unit)


@pytest.mark.parametrize(
    ("metres", "activity", "profile", "expected"),
    [
        (5000, "running", ME, (5, "km")),
        (400, "running", ME, (400, "m")),
        (21_097.5, "running", ME, (21.1, "km")),
        (5000, "running", US, (3.11, "mile")),
        (400, "running", US, (400, "m")),
        (804.672, "running", US, (0.5, "mile")),
        (1500, "swimming", ME, (1500, "m")),
        (914.4, "swimming", US, (1000, "yd")),
        (1500, "swimming", US, (1500, "m")),
        (2000, "rowing_erg", ME, (2000, "m")),
        (21_097, "rowing_erg", ME, (21.1, "km")),
        (0, "running", ME, (0, "m")),
    ],
)
def test_lengths(metres: float, activity: str, profile: Profile, expected: tuple[float, str]) -> None:
    assert length(metres, activity, profile) == expected


@pytest.mark.parametrize(
    ("seconds", "shape", "counts"),
    [
        (0, "s", (0, 0, 0)),
        (45, "s", (0, 0, 45)),
        (60, "m", (0, 1, 0)),
        (1530, "ms", (0, 25, 30)),
        (3600, "h", (1, 0, 0)),
        (3605, "hms", (1, 0, 5)),
        (12_552, "hms", (3, 29, 12)),
        (27_000, "hm", (7, 30, 0)),
        (59.6, "m", (0, 1, 0)),
        (-1200, "m", (0, 20, 0)),
    ],
)
def test_durations(seconds: float, shape: str, counts: tuple[int, int, int]) -> None:
    values = duration(seconds).values
    assert values["shape"] == shape
    assert (values["hours"], values["minutes"], values["seconds"]) == counts
    assert values["sign"] == ("minus" if seconds < 0 else "plus")


@pytest.mark.parametrize(
    ("activity", "metres", "seconds", "profile", "expected"),
    [
        ("running", 5000, 1680, ME, {"minutes": 5, "seconds": "36", "per": "km"}),
        ("running", 5000, 1680, US, {"minutes": 9, "seconds": "01", "per": "mile"}),
        ("running", 10_000, 3599.96, ME, {"minutes": 6, "seconds": "00", "per": "km"}),
        ("swimming", 1500, 1920, ME, {"minutes": 2, "seconds": "08", "per": "m100"}),
        ("swimming", 914.4, 1200, US, {"minutes": 2, "seconds": "00", "per": "yd100"}),
        ("rowing_erg", 2000, 480, ME, {"minutes": 2, "seconds": "00", "per": "m500"}),
    ],
)
def test_paces(activity: str, metres: float, seconds: float, profile: Profile, expected: dict[str, Any]) -> None:
    made = said(profile, type="workout", activity=activity, distance_m=metres, duration_s=seconds)
    assert made["entry-pace"] == expected
    assert "entry-speed" not in made


def test_cycling_is_told_by_speed() -> None:
    ride = {"type": "workout", "activity": "cycling", "distance_m": 40_000, "duration_s": 5100}
    assert said(ME, **ride)["entry-speed"] == {"value": 28.2, "unit": "km"}
    assert said(US, **ride)["entry-speed"] == {"value": 17.5, "unit": "mile"}


@pytest.mark.parametrize(
    "values",
    [
        {"activity": "running", "distance_m": 3200, "duration_s": 1500, "sets": 8, "rep_distance_m": 400},
        {"activity": "running", "distance_m": 0, "duration_s": 1500},
        {"activity": "running", "distance_m": 5000, "duration_s": -60},
        {"activity": "basketball", "distance_m": 5000, "duration_s": 3600},
        {"distance_m": 5000, "duration_s": 3600},
    ],
)
def test_no_pace_where_it_would_mislead(values: dict[str, Any]) -> None:
    assert not {"entry-pace", "entry-speed"} & said(ME, type="workout", **values).keys()


def test_readings_in_american_units() -> None:
    reading = {"type": "vitals", "glucose_mmol_l": 6.1, "temp_c": 36.8}
    assert said(ME, **reading)["entry-glucose"] == {"value": 6.1, "unit": "mmol", "when": "any"}
    assert said(US, **reading) == {
        "entry-glucose": {"value": 110, "unit": "mgdl", "when": "any"},
        "entry-temperature": {"value": 98.2, "unit": "f"},
    }


@pytest.mark.parametrize(
    ("values", "messages"),
    [
        ({"sets": 5, "reps": 5, "load_kg": 60}, ["entry-reps-load"]),
        ({"reps_list": (12, 10), "sets": 2}, ["entry-reps-list"]),
        ({"reps_list": (5, 3), "load_kg": 100}, ["entry-reps-list-load"]),
        ({"reps_list": (5, 3), "load_list_kg": (100, 110)}, ["entry-set-list"]),
        ({"sets": 3, "hold_s": 60, "load_kg": 10}, ["entry-hold-load"]),
        ({"load_kg": 100}, ["entry-load"]),
        ({"sets": 4, "rpe": 8.5, "rest_s": 90}, ["entry-sets", "entry-rpe", "entry-pause"]),
        ({}, []),
    ],
)
def test_sets(values: dict[str, Any], messages: list[str]) -> None:
    made = line(Record(type="sets", activity="squat", **values), ME)
    assert [part.message for part in made.parts] == messages
    assert made.name_id == "activity-squat"


def test_unequal_sets_keep_their_loads() -> None:
    record = Record(type="sets", activity="squat", sets=2, reps_list=(8, 6), load_list_kg=(60, 70))
    loads = [Part("entry-mass", {"value": kilograms, "unit": "kg"}) for kilograms in (60, 70)]
    each = (Part("entry-set", {"reps": 8, "load": loads[0]}), Part("entry-set", {"reps": 6, "load": loads[1]}))
    assert line(record, ME).parts == (Part("entry-set-list", {"list": each}),)


def test_names() -> None:
    assert line(Record(type="workout"), ME).name_id == "activity-workout"
    assert line(Record(type="sets"), ME).name_id == "activity-strength_training"
    assert line(Record(type="rest"), ME) == (None, (Part("entry-rest-day"),))
    assert line(Record(type="vitals"), ME) == (None, (Part("entry-nothing"),))


@given(
    metres=st.floats(-1e7, 1e7),
    seconds=st.floats(-1e6, 1e6),
    activity=st.sampled_from(["running", "cycling", "swimming", "rowing_erg", "yoga"]),
    profile=st.sampled_from([ME, US]),
)
def test_any_numbers_make_a_line(metres: float, seconds: float, activity: str, profile: Profile) -> None:
    made = said(profile, type="workout", activity=activity, distance_m=metres, duration_s=seconds)
    assert {"entry-length", "duration"} <= made.keys()
    assert "entry-pace" not in made or 0 <= int(made["entry-pace"]["seconds"]) < 60
