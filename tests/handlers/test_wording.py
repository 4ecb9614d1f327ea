"""The words for entries, sessions, plans and questions, in every language."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from core.domain.plans import Plan, make_plan
from core.domain.profile import Facts, GoalKind, Profile, Readiness
from core.domain.progress_notes import Note
from core.domain.reasons import Reason
from core.domain.records import Entry, Record
from core.handlers import wording
from core.i18n import LANGUAGES, LOCALES, Words
from core.understanding import plausible
from core.understanding.aliases import lexicon
from core.understanding.facts import PLAUSIBLE
from core.understanding.reading import Doubt, Held

WORDS = Words(strict=True)
TODAY = date(2026, 11, 23)
ME = Profile()
US = Profile(facts=Facts(country="US", load_unit="lb", distance_unit="mile"))
RUN: dict[str, Any] = {"type": "workout", "activity": "running", "distance_m": 5000, "duration_s": 1680}


@pytest.mark.parametrize(
    ("values", "english", "chinese"),
    [
        (RUN, "Running · 5 km · 28 min · 5:36 /km", "跑步 · 5公里 · 28分钟 · 配速5'36\""),
        (
            {**RUN, "activity": "cycling", "distance_m": 20_000, "duration_s": 3900, "avg_bpm": 140},
            "Cycling · 20 km · 1 h 5 min · 18.5 km/h · avg 140 bpm",
            "骑行 · 20公里 · 1小时5分钟 · 时速18.5公里 · 平均心率140",
        ),
        (
            {**RUN, "activity": "swimming", "distance_m": 1500, "duration_s": 1930},
            "Swimming · 1,500 m · 32 min 10 s · 2:09 /100 m",
            "游泳 · 1,500米 · 32分10秒 · 配速2'09\"/100米",
        ),
        (
            {
                "type": "workout",
                "activity": "running",
                "sets": 8,
                "rep_distance_m": 400,
                "distance_m": 3200,
                "rest_s": 90,
            },
            "Running · 8 × 400 m · 3.2 km · rest 1 min 30 s",
            "跑步 · 8×400米 · 3.2公里 · 间歇1分30秒",
        ),
        (
            {"type": "sets", "activity": "bench_press", "sets": 5, "reps": 5, "load_kg": 60, "rpe": 8},
            "Bench press · 5×5 × 60 kg · RPE 8",
            "卧推 · 60公斤 · 5组×5次 · RPE 8",
        ),
        ({"type": "sets", "activity": "push_up", "sets": 1, "reps": 1}, "Push-ups · 1 rep", "俯卧撑 · 1个"),
        (
            {"type": "sets", "activity": "pull_up", "sets": 3, "reps_list": (12, 10, 8)},
            "Pull-ups · 12, 10, 8 reps",
            "引体向上 · 12、10、8个",
        ),
        (
            {"type": "sets", "activity": "squat", "sets": 2, "reps_list": (8, 6), "load_list_kg": (60, 72.5), "rir": 2},
            "Squats · 8 × 60 kg, 6 × 72.5 kg · 2 in reserve",
            "深蹲 · 60公斤×8次、72.5公斤×6次 · 余力2次",
        ),
        ({"type": "sets", "activity": "plank", "sets": 3, "hold_s": 45}, "Plank · 3 × 45 s", "平板支撑 · 3组×45秒"),
        ({"type": "sets", "activity": "dead_hang", "hold_s": 60}, "Dead hang · 1 min", "悬垂 · 1分钟"),
        ({"type": "steps", "steps": 12_345, "date_offset_days": -1}, "12,345 steps · yesterday", "12,345步 · 昨天"),
        (
            {"type": "workout", "activity": "stairs", "floors": 20, "date_offset_days": -2},
            "Stairs · 20 floors · Sat, Nov 21",
            "爬楼梯 · 20层 · 11月21日周六",
        ),
        (
            {"type": "sleep", "sleep_s": 27_000, "awakenings": 2},
            "Slept 7 h 30 min · woke up twice",
            "睡眠7小时30分钟 · 醒了2次",
        ),
        ({"type": "sleep", "sleep_s": 1200, "nap": True}, "Nap 20 min", "小睡20分钟"),
        ({"type": "body", "weight_kg": 72.3}, "Weight 72.3 kg", "体重72.3公斤"),
        ({"type": "body", "height_cm": 178}, "Height 178 cm", "身高178厘米"),
        ({"type": "body", "weight_change_kg": -2}, "Weight down 2 kg", "体重减少2公斤"),
        (
            {"type": "vitals", "systolic": 118, "diastolic": 76, "bpm": 64},
            "Blood pressure 118/76 mmHg · pulse 64",
            "血压118/76 mmHg · 心率64",
        ),
        ({"type": "vitals", "resting_bpm": 58}, "Resting heart rate 58", "静息心率58"),
        (
            {"type": "vitals", "spo2_pct": 98, "temp_c": 36.8},
            "Blood oxygen 98% · temperature 36.8 °C",
            "血氧98% · 体温36.8℃",
        ),
        (
            {"type": "vitals", "glucose_mmol_l": 6.1, "glucose_context": "fasting"},
            "Blood glucose 6.1 mmol/L, fasting",
            "空腹血糖6.1 mmol/L",
        ),
        ({"type": "water", "water_ml": 500}, "500 ml of water", "喝水500毫升"),
        ({"type": "rest"}, "Rest day", "休息日"),
        ({"type": "workout", "activity": "underwater_hockey", "duration_s": 3600}, "Workout · 1 h", "锻炼 · 1小时"),
    ],
)
def test_entries_in_words(values: dict[str, Any], english: str, chinese: str) -> None:
    record = Record(**values)
    assert wording.entry_text(WORDS, "en", record, ME, today=TODAY) == english
    assert wording.entry_text(WORDS, "zh-Hans", record, ME, today=TODAY) == chinese


def test_entries_in_the_persons_units() -> None:
    said_at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    day = TODAY - timedelta(days=1)
    entry = Entry(id="e", record=Record(**RUN), at=said_at, day=day, zone="UTC", source="web")
    said = wording.entry_text(WORDS, "en", entry, US, today=TODAY)
    assert said == "Running · 3.11 mi · 28 min · 9:01 /mi · yesterday"
    bench = Record(type="sets", activity="bench_press", sets=1, reps=5, load_kg=102.058283)
    assert wording.entry_text(WORDS, "en", bench, US, today=TODAY) == "Bench press · 5 × 225 lb"
    jin = Profile(facts=Facts(load_unit="jin"))
    assert wording.entry_text(WORDS, "zh-Hans", Record(type="body", weight_kg=70), jin, today=TODAY) == "体重140斤"


def test_days_and_times() -> None:
    def said(language: str, day: date) -> str:
        return wording.date_text(WORDS, language, day, TODAY)

    assert [said("en", TODAY + timedelta(days=n)) for n in (-1, 0, 1)] == ["yesterday", "today", "tomorrow"]
    assert [said("zh-Hans", TODAY + timedelta(days=n)) for n in (-1, 0, 1)] == ["昨天", "今天", "明天"]
    assert said("en", date(2025, 12, 31)) == "Wed, Dec 31, 2025"
    assert said("zh-Hans", date(2025, 12, 31)) == "2025年12月31日周三"
    assert wording.clock_text("en", time(19, 5)) == "7:05 PM"
    assert wording.clock_text("zh-Hans", time(19, 5)) == "19:05"
    assert (wording.weekday_text("en", 0), wording.weekday_text("zh-Hans", 6)) == ("Mon", "周日")
    assert wording.duration_text(WORDS, "en", 3665) == "1 h 1 min 5 s"
    assert wording.duration_text(WORDS, "zh-Hans", -1200) == "−20分钟"


def test_the_same_messages_with_the_same_variables_in_every_language() -> None:
    english = _shape("en")
    assert len(english) > 80
    assert _shape("zh-Hans") == english


def _shape(language: str) -> dict[str, set[str]]:
    tree = parse((LOCALES / language / "records.ftl").read_text(encoding="utf-8"))
    assert not [entry for entry in tree.body if isinstance(entry, ast.Junk)]
    return {entry.id.name: _variables(entry) for entry in tree.body if isinstance(entry, ast.Message)}


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def _variables(entry: ast.Message) -> set[str]:
    visitor = _Variables()
    visitor.visit(entry)
    return visitor.names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_activity_that_can_be_read_has_a_name(language: str) -> None:
    terms = [*lexicon().words.values(), *(term for found in lexicon().signs.values() for _, term in found)]
    read = {term.name for term in terms if term.kind == "act"}
    assert {name for name in read if not WORDS.has(language, f"activity-{name}")} == set()
    unnamed = WORDS(language, "name-activity", activity="something else")
    generic = {name for name in read if WORDS(language, "name-activity", activity=name) == unnamed}
    assert generic == set()


CODES = set(
    re.findall(r'(?:"review"|"reject"|\)), "([a-z_]+)"', Path(plausible.__file__).read_text(encoding="utf-8"))
) - {"reject"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile", [ME, US])
def test_every_doubtful_value_is_explained(language: str, profile: Profile) -> None:
    assert {"faster_than_record", "steps_high", "bp_range", "future_date", "glucose_range", "water_high"} <= CODES
    assert len(CODES) >= 23
    record = Record(**RUN)
    what = wording.record_text(WORDS, language, record, profile)
    for code in CODES:
        kept, refused = (
            wording.held_text(WORDS, language, Held(record=record, verdict=verdict, because=code), profile)
            for verdict in ("review", "reject")
        )
        assert kept.startswith(what)
        assert refused.startswith(what)
        assert kept != refused


def test_ranges_are_in_the_readers_unit() -> None:
    def held(because: str, profile: Profile, language: str = "en") -> str:
        record = Record(type="body", weight_kg=20)
        return wording.held_text(WORDS, language, Held(record=record, verdict="reject", because=because), profile)

    assert "25 kg to 350 kg" in held("weight_range", ME)
    assert "55.1 lb to 771.6 lb" in held("weight_range", US)
    assert "18 to 631 mg/dL" in held("glucose_range", US)
    assert "86 to 111 °F" in held("temp_range", US)
    assert held("weight_range", ME, "zh-Hans") == (
        "体重20公斤：体重应在25公斤到350公斤之间。单位对吗？所以我没有记下来，请按实际情况再发一次。"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile", [ME, US])
@pytest.mark.parametrize("fact", PLAUSIBLE)
def test_every_fact_is_asked_again(language: str, profile: Profile, fact: str) -> None:
    low, high = PLAUSIBLE[fact]
    above, pair = (wording.implausible_text(WORDS, language, fact, value, profile) for value in (high * 10, low))
    assert above != pair
    assert above.endswith(("?", "？"))


def test_facts_in_the_readers_unit() -> None:
    tall = wording.implausible_text(WORDS, "en", "height_cm", 1700)
    assert tall == "I read a height of 1,700 cm; I can take 100 cm to 250 cm. How tall are you?"
    assert "3′3″" in wording.implausible_text(WORDS, "en", "height_cm", 1700, US)
    pair = wording.implausible_text(WORDS, "en", "weight_kg", 300)
    assert pair == "Your height and your weight do not fit together (300 kg). Could you send both again, with units?"
    assert "1850" in wording.implausible_text(WORDS, "en", "birth_year", 1850)


BENCH: dict[str, Any] = {"type": "sets", "activity": "bench_press", "sets": 1, "reps": 5}
DOUBTS = [
    (
        Doubt(question="unit", options=(("kg", Record(**BENCH, load_kg=80)), ("lb", Record(**BENCH, load_kg=36.3)))),
        "Bench press: which unit was that in?",
        ("kg", "lb"),
        "卧推：用的是哪个单位？",
        ("公斤", "磅"),
    ),
    (
        Doubt(question="unit", options=tuple((u, Record(type="body", weight_kg=70)) for u in ("kg", "jin"))),
        "Weight: which unit was that in?",
        ("kg", "jin"),
        "体重：用的是哪个单位？",
        ("公斤", "斤"),
    ),
    (
        Doubt(question="unit", options=tuple((u, Record(**RUN)) for u in ("km", "mile"))),
        "Running: which unit was that in?",
        ("km", "miles"),
        "跑步：用的是哪个单位？",
        ("公里", "英里"),
    ),
    (
        Doubt(
            question="load_or_sets",
            options=(
                ("load", Record(type="sets", activity="biceps_curl", sets=1, reps=10, load_kg=20)),
                ("sets", Record(type="sets", activity="biceps_curl", sets=20, reps=10)),
            ),
        ),
        "Biceps curls: is 20 the weight or the number of sets?",
        ("Weight", "Sets"),
        "二头弯举：20是重量，还是组数？",
        ("重量", "组数"),
    ),
    (
        Doubt(
            question="distance_or_steps",
            options=(
                ("distance", Record(type="workout", activity="running", distance_m=8000)),
                ("steps", Record(type="steps", steps=8000)),
            ),
        ),
        "Was that 8 km or 8,000 steps?",
        ("Distance", "Steps"),
        "是8公里，还是8,000步？",
        ("距离", "步数"),
    ),
    (
        Doubt(
            question="which_activity",
            options=tuple((name, Record(**{**RUN, "activity": name})) for name in ("running", "walking", "cycling")),
        ),
        "5 km · 28 min: what did you do?",
        ("Running", "Walking", "Cycling"),
        "5公里 · 28分钟：做的是哪项运动？",
        ("跑步", "步行", "骑行"),
    ),
]


@pytest.mark.parametrize(("doubt", "english", "labels", "chinese", "chinese_labels"), DOUBTS)
def test_doubts_become_questions(
    doubt: Doubt, english: str, labels: tuple[str, ...], chinese: str, chinese_labels: tuple[str, ...]
) -> None:
    assert wording.doubt_question(WORDS, "en", doubt) == english
    assert wording.doubt_labels(WORDS, "en", doubt) == labels
    assert wording.doubt_question(WORDS, "zh-Hans", doubt) == chinese
    assert wording.doubt_labels(WORDS, "zh-Hans", doubt) == chinese_labels


def test_reasons_name_their_source() -> None:
    sourced = Reason(rule="rule-strength-days", facts=(("days", 2),), source="WHO 2020")
    plain = Reason(rule="rule-joint-friendly", facts=(("activity", "cycling"),))
    assert wording.reason_text(WORDS, "en", sourced).endswith("recommended. (WHO 2020)")
    assert wording.reason_text(WORDS, "zh-Hans", sourced) == "每周2天力量训练，建议至少两天。（WHO 2020）"
    assert wording.reason_text(WORDS, "zh-Hans", plain) == "有氧选了骑行，可以避开不舒服的部位。"
    lines = wording.reasons_text(WORDS, "en", [sourced, plain, sourced]).splitlines()
    assert len(lines) == 2
    assert all(line.startswith("• ") for line in lines)


def test_notes() -> None:
    note = Note.of("note-week-distance", activity="dead_hang", distance=5, last=4.5, unit="km")
    assert "dead hang" in wording.note_text(WORDS, "en", note)
    assert "4.5公里" in wording.note_text(WORDS, "zh-Hans", note)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("goal", get_args(GoalKind))
@pytest.mark.parametrize("days", [1, 3, 7])
def test_plans_and_sessions_fit_a_message(language: str, goal: GoalKind, days: int) -> None:
    facts = Facts(
        goal=goal,
        age=30,
        height_cm=165,
        weight_kg=80,
        sex="female",
        experience="advanced",
        days_per_week=days,
        equipment=("gym",),
        minutes_per_session=50,
    )
    plan = make_plan(Profile(facts=facts, readiness=Readiness(answered_on=TODAY, result="clear")), TODAY)
    assert isinstance(plan, Plan)
    said = wording.plan_text(WORDS, language, plan)
    assert len(said) <= 1500
    assert said.count("\n• ") >= days
    for session in plan.sessions[: 2 * days]:
        text = wording.session_text(WORDS, language, plan, session, plan.day_of(session), today=TODAY)
        assert len(text) <= 2000
        assert text.count("\n• ") == len(session.items)


def test_a_session_in_words() -> None:
    plan = make_plan(Profile(facts=Facts(goal="lose_weight", age=40, days_per_week=3)), TODAY)
    assert isinstance(plan, Plan)
    session = plan.sessions[0]
    english = wording.session_text(WORDS, "en", plan, session, plan.day_of(session), today=TODAY)
    title = WORDS("en", f"session-{session.title}")
    assert english.splitlines()[0] == f"**{title}** · today · about {session.minutes} min · week 1 of 4"
    chinese = wording.session_text(WORDS, "zh-Hans", plan, session, TODAY + timedelta(days=1), today=TODAY)
    assert "明天" in chinese.splitlines()[0]
    assert "Mon, Nov 23" in wording.plan_text(WORDS, "en", plan)
