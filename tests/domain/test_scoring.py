"""Scores at their exact edges, and the properties that make them fair."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import count, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.challenge_terms import Rules
from core.domain.challenges import Member
from core.domain.days import day_end
from core.domain.records import Entry, Record
from core.domain.scoring import MemberScore, score, streak
from core.domain.standings import board_place, board_score, standings, winners

MON = date(2026, 6, 1)
SH = "Asia/Shanghai"
IDS = count()


def rules(**changes: Any) -> Rules:
    return Rules(**{"kind": "total", "metric": "steps", "starts": MON, "days": 7, **changes})


def member(**changes: Any) -> Member:
    return Member(**{"person": "p", "name": "Li", "zone": SH, "joined": MON, **changes})


def entry(day: int, record: Record, *, at: datetime | None = None, zone: str = SH, **changes: Any) -> Entry:
    """An entry for the `day`-th day (0: the first), said on that day unless `at` says otherwise."""
    local = MON + timedelta(days=day)
    return Entry(
        id=f"e{next(IDS)}",
        record=record,
        at=at or day_end(local, zone) - timedelta(hours=3),
        day=local,
        zone=zone,
        source="web",
        **changes,
    )


def steps(day: int, n: int, **changes: Any) -> Entry:
    return entry(day, Record(type="steps", steps=n), **changes)


def run(
    day: int, *, km: float | None = None, minutes: float | None = None, activity: str = "running", **c: Any
) -> Entry:
    record = Record(type="workout", activity=activity, distance_m=km and km * 1000, duration_s=minutes and minutes * 60)
    return entry(day, record, **c)


def sets(day: int, activity: str = "push_up", **fields: Any) -> Entry:
    return entry(day, Record(type="sets", activity=activity, **fields))


def value(of: Rules, entries: Iterable[Entry], who: Member | None = None) -> float:
    return score(of, who or member(), entries).value


def whys(of: Rules, *entries: Entry, who: Member | None = None, closed: datetime | None = None) -> set[str]:
    return {why for day in score(of, who or member(), entries, closed).days for why in day.why}


@pytest.mark.parametrize(
    ("said", "counted", "capped"), [(29_999, 29_999, False), (30_000, 30_000, False), (30_001, 30_000, True)]
)
def test_steps_cap(said: int, counted: int, capped: bool) -> None:
    (day,) = score(rules(), member(), [steps(0, said)]).days
    assert (day.raw, day.counted, "capped" in day.why) == (said, counted, capped)


def test_cap_is_per_day_not_per_entry() -> None:
    assert value(rules(), [steps(0, 20_000), steps(0, 20_000), steps(1, 20_000)]) == 50_000


@pytest.mark.parametrize(
    ("metric", "activity", "made", "expected"),
    [
        ("minutes", None, run(0, minutes=400), 360),
        ("minutes", None, run(0, minutes=29.5), 29.5),
        ("minutes", None, run(0, minutes=30, activity="meditation"), 0),
        ("minutes", "meditation", run(0, minutes=30, activity="meditation"), 30),
        ("minutes", "running", run(0, minutes=30, activity="walking"), 0),
        ("minutes", None, sets(0, sets=5, reps=5), 10),
        ("minutes", None, sets(0, sets=5, reps=5, duration_s=1800), 30),
        ("minutes", None, sets(0, "plank", sets=2, hold_s=180), 6),
        ("distance_m", None, run(0, km=5), 5000),
        ("distance_m", None, run(0, km=5, activity="cycling"), 0),
        ("distance_m", None, entry(0, Record(type="steps", steps=8000, distance_m=6000)), 6000),
        ("distance_m", "running", run(0, km=120), 100_000),
        ("distance_m", "cycling", run(0, km=301, activity="cycling"), 300_000),
        ("steps", None, entry(0, Record(type="workout", activity="walking", steps=3000)), 3000),
        ("reps", "push_up", sets(0, sets=3, reps=12), 36),
        ("reps", "push_up", sets(0, sets=3, reps_list=(10, 8, 6)), 24),
        ("reps", "push_up", sets(0, reps=7), 7),
        ("reps", "push_up", sets(0, "squat", sets=3, reps=12), 0),
        ("reps", "push_up", sets(0, reps=1001), 1000),
        ("active_days", None, run(0, minutes=10), 1),
        ("active_days", None, run(0, minutes=9.9), 0),
        ("active_days", None, run(0, km=5), 1),
        ("active_days", None, sets(0, reps=10), 1),
        ("active_days", None, steps(0, 20_000), 0),
        ("sessions", None, run(0, minutes=10), 1),
        ("sessions", None, run(0, minutes=9), 0),
        ("sessions", None, entry(0, Record(type="body", weight_kg=70)), 0),
    ],
)
def test_what_counts(metric: str, activity: str | None, made: Entry, expected: float) -> None:
    assert value(rules(metric=metric, activity=activity), [made]) == expected


def test_short_walks_make_an_active_day_together() -> None:
    assert value(rules(metric="active_days"), [run(0, minutes=6), run(0, minutes=4)]) == 1


def test_sessions_of_a_day() -> None:
    workouts = [run(0, minutes=20) for _ in range(4)]
    lifting = [sets(1, sets=3, reps=8), sets(1, "squat", sets=3, reps=8)]
    assert value(rules(metric="sessions"), workouts) == 3
    assert value(rules(metric="sessions"), lifting) == 1
    assert value(rules(metric="sessions"), [*lifting, run(1, minutes=20)]) == 2


@pytest.mark.parametrize(("day", "counted"), [(-1, 0), (0, 100), (6, 100), (7, 0)])
def test_first_and_last_day(day: int, counted: int) -> None:
    assert value(rules(), [steps(day, 100)]) == counted


@pytest.mark.parametrize("zone", [SH, "America/Los_Angeles", "Pacific/Kiritimati", "Europe/Berlin"])
@pytest.mark.parametrize(("late_s", "counts"), [(0, True), (1, False)])
def test_day_can_be_logged_for_24_hours(zone: str, late_s: int, counts: bool) -> None:
    at = day_end(MON, zone) + timedelta(hours=24, seconds=late_s)
    late = steps(0, 100, at=at, zone=zone)
    assert value(rules(), [late]) == (100 if counts else 0)
    assert whys(rules(), late) == (set() if counts else {"late"})


def test_grace_over_the_clock_change_is_24_real_hours() -> None:
    autumn = rules(starts=date(2026, 10, 24), days=3)
    on_saturday = Entry(
        id="x",
        record=Record(type="steps", steps=5),
        day=date(2026, 10, 24),
        zone="Europe/Berlin",
        source="web",
        at=datetime(2026, 10, 26, 2, 0, tzinfo=UTC),
    )
    # Saturday ends on Sunday at 03:00 winter time = 02:00 UTC; 24 h later it is 02:00 UTC on Monday.
    who = member(joined=date(2026, 10, 24))
    assert value(autumn, [on_saturday], who) == 5
    assert value(autumn, [on_saturday.model_copy(update={"at": on_saturday.at + timedelta(seconds=1)})], who) == 0


def test_never_ahead_of_its_day() -> None:
    at = day_end(MON, SH) - timedelta(seconds=1)
    assert whys(rules(), steps(1, 100, at=at)) == {"future"}
    assert value(rules(), [steps(1, 100, at=at + timedelta(seconds=1))]) == 100


def test_status() -> None:
    held = steps(0, 100, status="held", held_because="steps_high")
    void = steps(0, 100, status="void")
    assert value(rules(), [held, void]) == 0
    assert whys(rules(), held) == {"held"}
    assert score(rules(), member(), [void]).days == ()


def test_joining_late_and_leaving() -> None:
    days = [steps(n, 10) for n in range(7)]
    late = member(joined=MON + timedelta(days=3))
    left = member(left=MON + timedelta(days=3))
    assert value(rules(), days, late) == 40
    assert value(rules(), days, left) == 30
    assert whys(rules(), *days, who=late) == {"before_joining"}
    assert whys(rules(), *days, who=left) == {"after_leaving"}


def test_weekdays_only() -> None:
    on = rules(weekdays_only=True, days=8)
    assert value(on, [steps(n, 10) for n in range(8)]) == 60
    assert whys(on, steps(5, 10)) == {"weekend"}


def test_after_the_close() -> None:
    late = steps(0, 100)
    assert whys(rules(), late, closed=late.at - timedelta(seconds=1)) == {"closed"}
    assert whys(rules(), late, closed=late.at) == set()


def test_daily_goal() -> None:
    goal = rules(kind="daily_goal", target=8000)
    made = [steps(0, 8000), steps(1, 7999), steps(2, 4000), steps(2, 4000), steps(3, 30_000)]
    result = score(goal, member(), made)
    assert (result.value, result.reached) == (3, False)
    assert [day.ok for day in result.days] == [True, False, True, True]
    assert streak(goal, result, MON + timedelta(days=3)) == 2
    assert streak(goal, result, MON + timedelta(days=4)) == 2
    assert streak(goal, result, MON + timedelta(days=5)) == 0


def test_daily_goal_reached_by_every_day_since_joining() -> None:
    goal = rules(kind="daily_goal", target=100, weekdays_only=True)
    late = member(joined=MON + timedelta(days=2))
    result = score(goal, late, [steps(n, 100) for n in (2, 3, 4)])
    assert (result.value, result.reached, result.reached_on) == (3, True, MON + timedelta(days=4))
    assert not score(goal, member(), [steps(n, 100) for n in (2, 3, 4)]).reached


def test_times_per_week_counts_a_day_once_and_a_week_up_to_its_target() -> None:
    weekly = rules(kind="times_per_week", metric="sessions", target=3, days=14)
    first = [run(n, minutes=30) for n in (0, 0, 1, 2, 3)]
    result = score(weekly, member(), first)
    assert result.value == 3
    assert [(day.counted, day.why) for day in result.days] == [
        (1, ("once_a_day",)),
        (1, ()),
        (1, ()),
        (0, ("week_full",)),
    ]
    second = [run(n, minutes=30) for n in (7, 9, 13)]
    done = score(weekly, member(), [*first, *second])
    assert (done.value, done.reached, done.reached_on) == (6, True, MON + timedelta(days=13))


def test_a_part_week_asks_for_no_more_than_its_days() -> None:
    weekly = rules(kind="times_per_week", metric="sessions", target=3, days=9)
    result = score(weekly, member(), [run(n, minutes=30) for n in (0, 2, 4, 7, 8)])
    assert (result.value, result.reached) == (5, True)


def test_minutes_per_week() -> None:
    weekly = rules(kind="times_per_week", metric="minutes", target=150, days=14)
    assert value(weekly, [run(0, minutes=100), run(1, minutes=100), run(7, minutes=50)]) == 200


def test_total_with_a_target_goes_on() -> None:
    result = score(rules(target=150), member(), [steps(0, 100), steps(1, 50), steps(2, 60)])
    assert (result.value, result.reached, result.reached_on) == (210, True, MON + timedelta(days=1))


def test_race_ends_at_its_target_and_the_earlier_is_ahead() -> None:
    race = rules(kind="race", metric="distance_m", activity="running", target=10_000, days=7)
    a = [run(0, km=6), run(1, km=5)]
    b = [run(0, km=6), run(2, km=8)]
    scores = {"b": score(race, member(person="b"), b), "z": score(race, member(person="z"), a)}
    scores["c"] = score(race, member(person="c"), [run(0, km=9.9)])
    assert scores["z"].value == scores["b"].value == 10_000
    assert scores["z"].reached_at == a[1].at
    assert [(p.rank, p.person) for p in standings(scores)] == [(1, "z"), (2, "b"), (3, "c")]
    stored = sorted(scores, key=lambda person: -board_score(race, scores[person]))
    assert stored == ["z", "b", "c"]
    back = [board_place(race, member(person=p), n, board_score(race, scores[p])) for n, p in enumerate(stored, 1)]
    assert [(place.value, place.reached) for place in back] == [(10_000, True), (10_000, True), (9900, False)]


def test_distances_that_add_up_reach_the_target() -> None:
    race = rules(kind="race", metric="distance_m", activity="running", target=1)
    tenths = [run(0, km=0.0001) for _ in range(10)]
    assert sum(e.record.distance_m or 0 for e in tenths) < 1
    assert score(race, member(), tenths).reached


def test_a_race_is_finished_by_the_entry_logged_last() -> None:
    race = rules(kind="race", target=200)
    late, early = steps(0, 100), steps(0, 100)
    early = early.model_copy(update={"at": late.at - timedelta(hours=1)})
    assert score(race, member(), [late, early]).reached_at == late.at


def test_an_entry_that_is_there_twice_counts_once() -> None:
    once = steps(0, 100)
    assert value(rules(), [once, once.model_copy()]) == 100


def test_equals_share_a_place() -> None:
    scores = {name: MemberScore(value=v) for name, v in (("d", 1), ("c", 5), ("a", 5), ("b", 7))}
    places = standings(scores)
    assert [(p.rank, p.person) for p in places] == [(1, "b"), (2, "a"), (2, "c"), (4, "d")]
    assert winners(places) == ("b",)
    assert winners(standings({"a": MemberScore(value=0), "b": MemberScore(value=0)})) == ()
    assert winners(standings({"a": MemberScore(value=2), "b": MemberScore(value=2)})) == ("a", "b")


ZONES = (SH, "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago")
RECORDS = st.one_of(
    st.builds(lambda n: Record(type="steps", steps=n), st.integers(1, 40_000)),
    st.builds(
        lambda a, m, s: Record(type="workout", activity=a, distance_m=m, duration_s=s),
        st.sampled_from(["running", "walking", "cycling", "yoga"]),
        st.one_of(st.none(), st.floats(1, 50_000)),
        st.one_of(st.none(), st.floats(1, 20_000)),
    ),
    st.builds(
        lambda s, r: Record(type="sets", activity="push_up", sets=s, reps=r), st.integers(1, 9), st.integers(1, 60)
    ),
)
ENTRIES = st.lists(
    st.builds(
        lambda day, record, hours, zone, status: steps(day, 1).model_copy(
            update={
                "record": record,
                "zone": zone,
                "status": status,
                "at": day_end(MON + timedelta(days=day), zone) + timedelta(hours=hours),
            }
        ),
        st.integers(-1, 15),
        RECORDS,
        st.integers(-30, 26),
        st.sampled_from(ZONES),
        st.sampled_from(["ok", "ok", "ok", "held", "void"]),
    ),
    max_size=14,
)
RULES = st.sampled_from(
    [
        rules(days=14),
        rules(metric="minutes", days=14, weekdays_only=True),
        rules(metric="reps", activity="push_up"),
        rules(kind="daily_goal", target=8000, days=14),
        rules(kind="daily_goal", metric="active_days", target=1),
        rules(kind="times_per_week", metric="sessions", target=2, days=13),
        rules(kind="times_per_week", metric="minutes", target=100, days=14),
        rules(kind="race", metric="distance_m", target=30_000, days=14),
        rules(kind="race", target=20_000, days=14),
        rules(metric="distance_m", activity="cycling", target=40_000, days=14),
    ]
)
MEMBERS = st.builds(
    lambda joined, stays: member(
        joined=MON + timedelta(days=joined), left=None if stays is None else MON + timedelta(days=joined + stays)
    ),
    st.integers(-3, 8),
    st.one_of(st.none(), st.integers(0, 9)),
)


@settings(max_examples=60, deadline=None)
@given(RULES, MEMBERS, ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(of: Rules, who: Member, made: list[Entry], chance: Any) -> None:
    shuffled = [*made, *made[:3]]
    chance.shuffle(shuffled)
    assert score(of, who, shuffled) == score(of, who, made)


@settings(max_examples=60, deadline=None)
@given(RULES, MEMBERS, ENTRIES, st.integers(0, 13))
def test_undo_is_as_if_never_said(of: Rules, who: Member, made: list[Entry], place: int) -> None:
    undone = [e.model_copy(update={"status": "void"}) if n == place else e for n, e in enumerate(made)]
    without = [e for n, e in enumerate(made) if n != place]
    assert score(of, who, undone) == score(of, who, without)


@settings(max_examples=60, deadline=None)
@given(RULES, MEMBERS, ENTRIES)
def test_another_entry_never_lowers_a_score(of: Rules, who: Member, made: list[Entry]) -> None:
    values = [score(of, who, made[:n]) for n in range(len(made) + 1)]
    assert all(a.value <= b.value and a.reached <= b.reached for a, b in pairwise(values))
    assert all(day.counted <= of.day_cap and day.counted <= day.raw for day in values[-1].days)
    assert of.kind != "race" or values[-1].value <= (of.target or 0)
    assert values[-1].reached == (values[-1].reached_on is not None)
