"""Plans: sound for anybody, the same for the same facts, and each assumption named."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.exercises import EXERCISES, Pattern, alternatives, at_hand, possible
from core.domain.plan_layouts import LAYOUTS
from core.domain.plan_lines import line, notes
from core.domain.plan_targets import starter
from core.domain.plan_types import Template
from core.domain.plans import Plan, explain, last_day, make_plan, next_session, session_on, simulate
from core.domain.profile import (
    ActivityLevel,
    BodyPart,
    Condition,
    Equipment,
    Experience,
    Facts,
    GoalKind,
    Medication,
    Profile,
    Readiness,
)
from core.domain.reasons import Refusal
from tests.domain.plan_check import faults

MONDAY = date(2026, 11, 23)
CLEAR = Readiness(answered_on=date(2026, 11, 1), result="clear")


def plan_for(readiness: Readiness | None = CLEAR, ed_signal: bool = False, **facts: Any) -> Plan:
    made = make_plan(Profile(facts=Facts.model_validate(facts), readiness=readiness, ed_signal=ed_signal), MONDAY)
    assert isinstance(made, Plan)
    return made


def rules(plan: Plan) -> set[str]:
    return {reason.rule for reason in explain(plan)}


def some(kind: object, most: int = 3) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.sampled_from(get_args(kind)), max_size=most, unique=True).map(tuple)


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.one_of(st.none(), strategy)


profiles = st.builds(
    lambda facts, readiness, ed: Profile(facts=Facts.model_validate(facts), readiness=readiness, ed_signal=ed),
    st.fixed_dictionaries(
        {
            "goal": maybe(st.sampled_from(get_args(GoalKind))),
            "experience": maybe(st.sampled_from(get_args(Experience))),
            "age": maybe(st.integers(13, 95)),
            "sex": st.sampled_from([None, "female", "male"]),
            "height_cm": maybe(st.floats(140, 210)),
            "weight_kg": maybe(st.floats(38, 180)),
            "goal_weight_kg": maybe(st.floats(38, 120)),
            "activity_level": maybe(st.sampled_from(get_args(ActivityLevel))),
            "equipment": some(Equipment),
            "days_per_week": maybe(st.integers(1, 7)),
            "minutes_per_session": maybe(st.one_of(st.integers(5, 90), st.just(300))),
            "injuries": some(BodyPart),
            "conditions": some(Condition, 2),
            "medications": some(Medication, 1),
            "pregnant": st.sampled_from([None, False, True]),
            "breastfeeding": st.sampled_from([None, None, True]),
            "country": st.sampled_from([None, "CN", "US"]),
        }
    ),
    st.one_of(
        st.none(),
        st.just(CLEAR),
        st.just(CLEAR),
        st.just(CLEAR),
        st.just(Readiness(answered_on=date(2026, 11, 1), result="flagged", topics=(1,))),
        st.just(Readiness(answered_on=date(2025, 1, 1), result="clear")),
    ),
    st.sampled_from([False, False, False, True]),
)


@settings(max_examples=300, deadline=None)
@given(profiles, st.integers(0, 6))
def test_any_profile_gets_a_sound_plan(profile: Profile, offset: int) -> None:
    today = MONDAY + timedelta(days=offset)
    plan = make_plan(profile, today)
    assert isinstance(plan, Plan)
    assert list(faults(plan, profile, today)) == []


def test_the_checker_finds_faults() -> None:
    plan = plan_for(goal="build_muscle", age=30, experience="intermediate", equipment=("gym",), minutes_per_session=60)
    found = list(faults(plan, Profile(facts=Facts(age=30, pregnant=True, injuries=("knee",))), MONDAY))
    assert any("sore" in fault for fault in found)
    assert any("equipment" in fault for fault in found)
    assert any("pregnancy" in fault for fault in found)
    assert any("clearance" in fault for fault in found)
    assert any("longer" in fault for fault in found)


def test_same_facts_same_plan() -> None:
    assert plan_for(goal="health", age=40) == plan_for(goal="health", age=40)


def test_a_stranger_gets_a_light_plan_with_every_assumption_named() -> None:
    plan = plan_for(readiness=None)
    assert {
        "rule-assumed-goal",
        "rule-assumed-days",
        "rule-assumed-minutes",
        "rule-assumed-equipment",
        "rule-assumed-experience",
        "rule-not-screened",
        "rule-age-unknown",
    } <= rules(plan)
    assert (plan.days_per_week, plan.minutes_per_session, plan.template) == (3, 30, "health")


@pytest.mark.parametrize(
    ("facts", "template"),
    [
        ({"goal": "lose_weight", "age": 35}, "weight_mix"),
        ({"goal": "build_muscle", "age": 25}, "full_body"),
        (
            {
                "goal": "build_muscle",
                "age": 25,
                "experience": "intermediate",
                "equipment": ("dumbbells",),
                "days_per_week": 4,
            },
            "upper_lower",
        ),
        (
            {"goal": "get_stronger", "age": 25, "experience": "advanced", "equipment": ("gym",), "days_per_week": 6},
            "push_pull_legs",
        ),
        ({"goal": "endurance", "age": 25}, "walk_run"),
        ({"goal": "endurance", "age": 25, "experience": "intermediate"}, "running"),
        ({"goal": "event", "age": 25, "injuries": ("knee",)}, "endurance"),
        ({"goal": "lose_weight", "age": 70}, "older"),
        ({"goal": "lose_weight", "age": 15}, "youth"),
        ({"goal": "lose_weight", "age": 30, "pregnant": True}, "pregnancy"),
        ({"goal": "lose_weight", "age": 30, "height_cm": 170, "weight_kg": 50}, "health"),
        ({"goal": "mobility"}, "mobility"),
        ({"goal": "stress"}, "stress"),
    ],
)
def test_template(facts: dict[str, Any], template: str) -> None:
    assert plan_for(**facts).template == template


def test_bad_input_is_refused_not_clamped() -> None:
    for facts, code in [
        (Facts(age=12), "minor"),
        (Facts(age=111), "implausible"),
        (Facts(days_per_week=8), "out_of_range"),
        (Facts(minutes_per_session=4), "out_of_range"),
        (Facts(minutes_per_session=301), "out_of_range"),
    ]:
        made = make_plan(Profile(facts=facts), MONDAY)
        assert isinstance(made, Refusal)
        assert made.code == code


def test_energy_for_weight_loss_and_why_not() -> None:
    person: dict[str, Any] = {"goal": "lose_weight", "age": 35, "sex": "male", "height_cm": 178, "weight_kg": 95}
    energy = plan_for(**person).targets.energy
    assert energy is not None
    # Mifflin 1893, × 1.2 = 2271, − 550 = 1721 lies below the basal rate: the basal rate stands.
    assert (energy.kcal, energy.floored) == (1890, True)
    active = plan_for(**person, activity_level="moderate").targets.energy
    assert active is not None
    assert (active.kcal, active.weekly_loss_kg, active.floored) == (2380, 0.5, False)
    for more in (
        {"breastfeeding": True},
        {"age": 16},
        {"weight_kg": 55},
        {"goal_weight_kg": 55},
        {"medications": ("insulin",)},
    ):
        plan = plan_for(**{**person, **more})
        assert plan.targets.energy is None
        assert "rule-no-deficit" in rules(plan)
    ill = plan_for(ed_signal=True, **person)
    assert ill.targets == ill.targets.model_copy(update={"energy": None, "steps_per_day": None, "protein_g": None})
    assert "rule-ed-support" in rules(ill)
    assert "rule-goal" not in rules(ill)


def test_starter_never_offers_weight_loss_where_it_could_harm() -> None:
    def of(ed: bool = False, **facts: object) -> str:
        return starter(Profile(facts=Facts.model_validate(facts), ed_signal=ed), MONDAY, "lose_weight")

    assert of() == "starter-lose_weight"
    assert {of(ed=True), of(age=17), of(pregnant=True), of(height_cm=170, weight_kg=50)} == {"starter-health"}
    assert starter(Profile(facts=Facts(goal="stress")), MONDAY) == "starter-stress"


def test_running_grows_within_the_same_cycle() -> None:
    plan = plan_for(goal="endurance", age=30)
    runs = [item for session in plan.sessions for item in session.items if item.name == "running"]
    assert [runs[i].seconds for i in (0, 3, 6, 9)] == [60, 75, 90, 105]
    assert {(item.seconds or 0) + item.rest_s for item in runs} == {180}


def test_the_last_week_is_easier_for_the_trained() -> None:
    plan = plan_for(
        goal="build_muscle", age=30, experience="advanced", equipment=("gym",), days_per_week=6, minutes_per_session=70
    )
    minutes = simulate(plan).minutes
    assert minutes[3] < 0.8 * minutes[2]
    assert "rule-easier-week" in rules(plan)
    assert not any(session.hard for session in plan.sessions if session.week == 4)


def test_sessions_by_day() -> None:
    plan = plan_for(goal="health", age=40)
    assert session_on(plan, MONDAY) == plan.sessions[0]
    assert session_on(plan, MONDAY + timedelta(days=1)) is None
    assert next_session(plan, MONDAY + timedelta(days=1)) == plan.sessions[1]
    assert next_session(plan, last_day(plan) + timedelta(days=1)) is None
    assert plan.day_of(plan.sessions[3]) == MONDAY + timedelta(days=7)
    assert Plan.model_validate_json(plan.model_dump_json()) == plan


def test_simulation_adds_up() -> None:
    plan = plan_for(goal="lose_weight", age=35, days_per_week=4, minutes_per_session=40)
    totals = simulate(plan)
    assert totals.sessions == 16
    assert sum(totals.minutes) == sum(session.minutes for session in plan.sessions)
    assert totals.strength_days == 2
    assert totals.sets_per_muscle[0][1] == max(count for _, count in totals.sets_per_muscle)
    for one, two in pairwise(totals.aerobic_min):
        assert one <= two <= one * 1.1


def test_layouts_hold_their_days_and_keep_muscles_apart() -> None:
    muscles = {"S": "all", "O": "all", "X": "all", "U": "upper", "L": "lower", "P": "push", "Q": "pull", "G": "lower"}
    overlaps = {frozenset({"upper", "push"}), frozenset({"upper", "pull"})}
    assert set(LAYOUTS) == set(get_args(Template))
    for rows in LAYOUTS.values():
        for days, row in enumerate(rows, start=1):
            assert len(row) == 7
            assert sum(letter != "." for letter in row) == days
            for today, tomorrow in zip(row, row[1:] + row[0], strict=True):
                a, b = muscles.get(today), muscles.get(tomorrow)
                assert not (a and b and (a == b or "all" in (a, b) or frozenset({a, b}) in overlaps))


def test_catalogue() -> None:
    assert len(EXERCISES) >= 70
    assert {exercise.pattern for exercise in EXERCISES.values()} == set(get_args(Pattern))
    for exercise in EXERCISES.values():
        assert exercise.muscles or exercise.pattern in ("cardio", "mobility", "balance")
        assert exercise.muscles == tuple(dict.fromkeys(exercise.muscles))
    assert "barbell" in at_hand(["gym"])
    assert at_hand(["none"]) == frozenset()
    assert not possible(EXERCISES["bench_press"], at_hand(["barbell"]), ())
    assert not possible(EXERCISES["bench_press"], at_hand(["gym"]), ["shoulder"])


def test_alternatives_avoid_what_hurts() -> None:
    swaps = alternatives("squat", ["gym"], ["knee"])
    assert swaps
    assert all("knee" not in exercise.avoid and exercise.pattern == "squat" for exercise in swaps)
    assert alternatives("bench_press", ("dumbbells", "bench"), ())[0].muscles == ("chest",)
    assert alternatives("nonsense", (), ()) == ()


def test_lines_say_everything() -> None:
    plan = plan_for(goal="endurance", age=30, minutes_per_session=40, days_per_week=5, equipment=("dumbbells",))
    seen = {line(item).message for session in plan.sessions for item in session.items}
    assert seen == {"plan-item-minutes", "plan-item-intervals", "plan-item-reps", "plan-item-seconds"}
    assert notes(plan.sessions[0]) == ("plan-note-walk-between",)
