"""What must hold for every value: monotonicity, round trips, bounds."""

from __future__ import annotations

from datetime import time

from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.activities import met
from core.domain.alarms import STRICTNESS
from core.domain.blood_pressure import bp_alarm, bp_class
from core.domain.body import bmi
from core.domain.display import KG_PER, M_PER, distance, load, shown
from core.domain.endurance import Prediction, race_predict
from core.domain.energy import EnergyTarget, calorie_target, kcal
from core.domain.heart import CLASSES, Band, Zone, intensity, karvonen, resting_baseline, resting_raised, zones
from core.domain.load import Week, week
from core.domain.loading import PLATES, BarLoad, round_load, warm_up_sets
from core.domain.nutrition import Macros, fluid_ml, macros
from core.domain.profile import Facts, Profile
from core.domain.progression import Progress, deload, progress
from core.domain.reasons import Refusal
from core.domain.sleep import mean_clock_time, regularity_class, regularity_min
from core.domain.strength import OneRm, may_test_1rm, one_rm, pct_1rm
from core.domain.vitals import resting_hr_alarm, spo2_alarm

kilos = st.floats(25, 350)
fast = settings(max_examples=60, deadline=None)


@fast
@given(kilos, kilos, st.floats(100, 250))
def test_bmi_rises_with_weight(a: float, b: float, height: float) -> None:
    low, high = bmi(min(a, b), height), bmi(max(a, b), height)
    assert isinstance(low, float)
    assert isinstance(high, float)
    assert low <= high


@fast
@given(st.floats(0, 30), st.floats(0, 30), st.sampled_from(["running", "walking", "cycling", "swimming"]))
def test_faster_never_costs_less(a: float, b: float, activity: str) -> None:
    slow, quick = met(activity, speed_kmh=min(a, b)), met(activity, speed_kmh=max(a, b))
    assert isinstance(slow, float)
    assert isinstance(quick, float)
    assert slow <= quick


@fast
@given(st.floats(1400, 4500), st.floats(0, 1), st.sampled_from(["male", "female", None]), st.floats(18.5, 60))
def test_energy_target_stays_above_the_floor(need: float, loss: float, sex: str | None, value: float) -> None:
    target = calorie_target(tdee_kcal=need, weekly_loss_kg=loss, age=30, sex=sex, bmi=value)  # type: ignore[arg-type]
    assert isinstance(target, EnergyTarget)
    assert target.kcal >= (1200 if sex == "female" else 1500)
    assert target.floored == (need - loss * 1100 < target.kcal - 1e-6)


@fast
@given(st.floats(1, 20), kilos, st.floats(0, 1440))
def test_acsm_energy_is_five_percent_more(value: float, weight: float, minutes: float) -> None:
    usual, acsm = kcal(value, weight, minutes), kcal(value, weight, minutes, "acsm")
    assert isinstance(usual, float)
    assert isinstance(acsm, float)
    assert abs(acsm - 1.05 * usual) <= 1e-6 * max(1, usual)


@fast
@given(st.integers(18, 80), st.floats(40, 110), st.floats(0, 1), st.floats(0, 1))
def test_karvonen_lies_between_rest_and_maximum(age: int, rest: float, a: float, b: float) -> None:
    band = karvonen(age=age, resting_bpm=rest, low=min(a, b), high=max(a, b))
    assert isinstance(band, Band)
    assert rest - 1e-9 <= band.low <= band.high <= 208 - 0.7 * age + 1e-9


@fast
@given(st.floats(0, 110), st.floats(0, 110))
def test_intensity_rises(a: float, b: float) -> None:
    low, high = intensity(pct_hrr=min(a, b)), intensity(pct_hrr=max(a, b))
    assert not isinstance(low, Refusal)
    assert not isinstance(high, Refusal)
    assert CLASSES.index(low) <= CLASSES.index(high)


def test_zones_touch_and_are_withheld_with_medication_and_pregnancy() -> None:
    made = zones(age=40, resting_bpm=60)
    assert isinstance(made, tuple)
    assert [zone.intensity for zone in made] == ["light", "moderate", "vigorous"]
    assert all(isinstance(zone, Zone) for zone in made)
    assert made[0].band.high == made[1].band.low
    assert made[1].band == Band(low=108, high=132)
    by_maximum = zones(age=40)
    assert isinstance(by_maximum, tuple)
    assert round(by_maximum[1].band.low, 1) == 115.2
    codes = [
        zones(age=40, medications=("beta_blocker",)),
        zones(age=40, pregnant=True),
        zones(age=40, conditions=("heart",)),
        zones(age=17),
        zones(age=None),
    ]
    assert [made.code if isinstance(made, Refusal) else None for made in codes] == [
        "medication_affects_hr",
        "pregnant",
        "see_doctor",
        "minor",
        "missing_input",
    ]


def test_resting_rate_against_the_own_baseline() -> None:
    week_of = [58, 60, 59, 61, 60, 62, 60]
    assert resting_baseline(week_of) == 60
    assert isinstance(resting_baseline(week_of[:6]), Refusal)
    assert resting_raised(60, [65, 65, 66])
    assert not resting_raised(60, [65, 64, 66])


@fast
@given(st.floats(600, 3600), st.floats(1000, 20000), st.floats(1.01, 3))
def test_longer_races_are_slower_per_kilometre(seconds: float, metres: float, factor: float) -> None:
    made = race_predict(metres, seconds, metres * factor)
    assert isinstance(made, Prediction)
    assert made.seconds / factor > seconds


@fast
@given(st.floats(5, 400), st.integers(1, 10))
def test_estimated_maximum_is_at_least_the_load_and_rises_with_reps(weight: float, reps: int) -> None:
    one, more = one_rm(weight, reps), one_rm(weight, reps + 1)
    assert isinstance(one, OneRm)
    assert isinstance(more, OneRm)
    assert weight <= one.epley_kg < more.epley_kg
    assert one.brzycki_kg < more.brzycki_kg


@fast
@given(st.integers(1, 6), st.sampled_from([7, 7.5, 8, 8.5, 9, 9.5]))
def test_more_reserve_is_a_smaller_share(reps: int, rpe: float) -> None:
    here, harder = pct_1rm(reps, rpe), pct_1rm(reps, rpe + 0.5)
    assert isinstance(here, float)
    assert isinstance(harder, float | int)
    assert here < harder <= 100


@fast
@given(st.floats(20, 400), st.sampled_from(["kg", "lb"]))
def test_plates_add_up_and_are_nearest(target: float, unit: str) -> None:
    made = round_load(target, unit)  # type: ignore[arg-type]
    assert isinstance(made, BarLoad)
    bar, step = (20, 2.5) if unit == "kg" else (45, 5)
    assert bar + 2 * sum(made.per_side) == made.total
    assert abs(made.total - max(target, bar)) <= step / 2 + 1e-6
    assert list(made.per_side) == sorted(made.per_side, reverse=True)
    assert set(made.per_side) <= set(PLATES[unit])  # type: ignore[index]


@fast
@given(st.floats(20, 300))
def test_warm_up_climbs_and_stays_below_the_work_load(work: float) -> None:
    made = warm_up_sets(work)
    assert isinstance(made, tuple)
    loads = [one.load for one in made]
    assert loads == sorted(set(loads))
    assert all(one < max(work + 1.25, 20.001) for one in loads)


def test_warm_up_skips_what_repeats() -> None:
    made = warm_up_sets(100)
    assert isinstance(made, tuple)
    assert [(one.load, one.reps) for one in made] == [(20, 8), (50, 5), (70, 3), (87.5, 1)]
    assert warm_up_sets(20) == ()
    light = warm_up_sets(30)
    assert isinstance(light, tuple)
    assert [one.load for one in light] == [20, 25]


@fast
@given(st.floats(20, 200), st.lists(st.lists(st.integers(0, 15), min_size=1, max_size=5), max_size=5))
def test_a_load_never_rises_by_more_than_ten_percent(weight: float, sessions: list[list[int]]) -> None:
    made = progress(weight, 8, sessions, bar=20)
    assert isinstance(made, Progress)
    assert 20 - 1e-9 <= made.load <= weight * 1.1 + 1e-6
    assert made.action != "increase" or all(min(reps) >= 10 for reps in sessions[-2:])


def test_deload_halves_the_sets() -> None:
    assert deload(4, 100, bar=20) == (2, 90)
    assert deload(3, 20, bar=20) == (2, 20)


def test_nobody_unfit_for_it_tests_a_maximum() -> None:
    assert may_test_1rm(age=30, experience="advanced")
    assert not may_test_1rm(age=30, experience="beginner")
    assert not may_test_1rm(age=17, experience="advanced")
    assert not may_test_1rm(age=None, experience="advanced")
    assert not may_test_1rm(age=30, experience="advanced", pregnant=True)
    assert not may_test_1rm(age=30, experience="advanced", conditions=("hypertension",))


@fast
@given(st.integers(60, 259), st.integers(30, 159), st.sampled_from(["acc_aha_2025", "esc_2024", "china_2024"]))
def test_high_pressure_always_alarms(systolic: int, diastolic: int, scheme: str) -> None:
    action = bp_alarm(systolic, diastolic)
    band = bp_class(systolic, diastolic, scheme)  # type: ignore[arg-type]
    if systolic <= diastolic + 10:
        assert isinstance(action, Refusal)
        assert isinstance(band, Refusal)
        return
    assert (systolic >= 180 or diastolic >= 110) == (action != "none")
    assert not isinstance(band, Refusal)
    with_symptom = bp_alarm(systolic, diastolic, symptoms={"chest_pain"})
    assert not isinstance(action, Refusal)
    assert not isinstance(with_symptom, Refusal)
    assert STRICTNESS.index(with_symptom) >= STRICTNESS.index(action)


@fast
@given(st.floats(50, 100), st.floats(50, 100))
def test_less_oxygen_is_never_milder(a: float, b: float) -> None:
    worse, better = spo2_alarm(min(a, b)), spo2_alarm(max(a, b))
    assert not isinstance(worse, Refusal)
    assert not isinstance(better, Refusal)
    assert STRICTNESS.index(worse) >= STRICTNESS.index(better)


def test_implausible_vitals_are_refused() -> None:
    assert isinstance(resting_hr_alarm(24), Refusal)
    assert isinstance(spo2_alarm(101), Refusal)


@fast
@given(st.lists(st.integers(0, 179), min_size=1, max_size=10), st.integers(0, 1439))
def test_mean_clock_time_turns_with_the_clock(minutes: list[int], shift: int) -> None:
    def mean(offset: int) -> int:
        moved = [(minute + offset) % 1440 for minute in minutes]
        made = mean_clock_time([time(minute // 60, minute % 60) for minute in moved])
        assert isinstance(made, time)
        return made.hour * 60 + made.minute

    turned = (mean(shift) - mean(0) - shift) % 1440
    assert min(turned, 1440 - turned) <= 1


def test_regularity_over_midnight() -> None:
    nights = [time(23, 50), time(0, 10)] * 4
    made = regularity_min(nights)
    assert isinstance(made, float)
    assert round(made, 1) == 10.7
    assert [regularity_class(sd) for sd in (29.9, 30, 60, 60.1)] == ["regular", "moderate", "moderate", "irregular"]
    assert isinstance(regularity_min(nights[:6]), Refusal)


def test_week_load_needs_spread() -> None:
    made = week([300, 0, 300, 0, 300, 0, 0])
    assert isinstance(made, Week)
    assert made.load == 900
    assert round(made.monotony, 3) == 0.866
    assert isinstance(week([100] * 7), Refusal)
    assert isinstance(week([100] * 6), Refusal)


def test_macros_sum_to_the_energy() -> None:
    made = macros(2200, 70, "training")
    assert isinstance(made, Macros)
    low = 4 * made.protein.low + 9 * made.fat.low + 4 * made.carbohydrate.high
    assert abs(low - 2200) < 1e-6
    assert isinstance(macros(1199, 70), Refusal)
    assert (fluid_ml("male"), fluid_ml("female"), fluid_ml(None)) == (1700, 1500, 1500)


@fast
@given(st.floats(0.1, 500), st.sampled_from(["kg", "lb", "jin"]), st.sampled_from(["km", "mile"]))
def test_units_come_back(value: float, weight_unit: str, way_unit: str) -> None:
    profile = Profile(facts=Facts.model_validate({"load_unit": weight_unit, "distance_unit": way_unit}))
    weight, unit = load(value * KG_PER[weight_unit], profile)
    assert unit == weight_unit
    assert abs(weight - value) <= 0.25 + 1e-9
    way, _ = distance(value * M_PER[way_unit], profile)
    assert abs(way - value) <= 0.005 + 1e-9


def test_halves_are_shown_away_from_zero() -> None:
    assert [shown(0.5), shown(1.5), shown(-2.5), shown(2.25, 1), shown(7.0, 1)] == [1, 2, -3, 2.3, 7]
