"""Every id the rules, plans and notes can produce has words, in every language."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from core.domain.activities import names
from core.domain.exercises import EXERCISES
from core.domain.plan_lines import line, notes
from core.domain.plan_types import Template, Title
from core.domain.plans import Plan, explain, make_plan
from core.domain.profile import BodyPart, Condition, Facts, GoalKind, Profile, Readiness
from core.i18n import LANGUAGES, LOCALES, Words

DOMAIN = Path(__file__).parents[2] / "core" / "domain"
FILES = ("rules", "plans", "exercises")
TODAY = date(2026, 11, 23)

WORDS = Words(strict=True)


def produced_ids() -> set[str]:
    """Ids that stand in the code, and those made of closed sets."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in DOMAIN.glob("*.py"))
    spelled = set(re.findall(r'"((?:rule|note|plan-note|plan-item)-[a-z0-9-]+)"', code))
    return spelled | {
        *(f"starter-{goal}" for goal in get_args(GoalKind)),
        *(f"plan-{template}" for template in get_args(Template)),
        *(f"session-{title}" for title in get_args(Title)),
        *(f"activity-{name}" for name in names()),
        *(f"exercise-{name}" for name in EXERCISES),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_id_has_words(language: str) -> None:
    assert {name for name in produced_ids() if not WORDS.has(language, name)} == set()
    assert all(WORDS(language, f"exercise-{name}.cue") for name in EXERCISES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_files_parse_and_have_the_same_variables(language: str, name: str) -> None:
    def shape(lang: str) -> dict[str, set[str]]:
        tree = parse((LOCALES / lang / f"{name}.ftl").read_text(encoding="utf-8"))
        assert not [entry for entry in tree.body if isinstance(entry, ast.Junk)]
        return {entry.id.name: _variables(entry) for entry in tree.body if isinstance(entry, ast.Message)}

    assert shape(language) == shape("en")


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def _variables(entry: ast.Message) -> set[str]:
    """Variables named in a message itself."""
    visitor = _Variables()
    visitor.visit(entry)
    return visitor.names


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_reasons_and_lines_are_worded(language: str) -> None:
    for profile in _people():
        plan = make_plan(profile, TODAY)
        assert isinstance(plan, Plan)
        for reason in explain(plan):
            assert WORDS(language, reason.rule, **dict(reason.facts))
        for session in plan.sessions:
            assert all(WORDS(language, name) for name in notes(session))
            for item in session.items:
                made = line(item)
                assert WORDS(language, made.message, name=WORDS(language, made.name_id), **made.values)


def _people() -> list[Profile]:
    ready = Readiness(answered_on=date(2026, 11, 1), result="clear")
    facts = [
        Facts(
            goal=goal,
            age=age,
            height_cm=165,
            weight_kg=80,
            experience=experience,
            equipment=("gym",),
            days_per_week=5,
            minutes_per_session=50,
        )
        for goal in get_args(GoalKind)
        for age in (15, 30, 70)
        for experience in ("beginner", "advanced")
    ]
    facts += [Facts(injuries=(part,)) for part in get_args(BodyPart)]
    facts += [Facts(conditions=(condition,), goal="lose_weight", age=40) for condition in get_args(Condition)]
    facts += [Facts(pregnant=True, goal="lose_weight"), Facts(medications=("beta_blocker",))]
    return [Profile(facts=one, readiness=ready) for one in facts] + [Profile(), Profile(ed_signal=True)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("goal", get_args(GoalKind))
def test_starters_are_short_and_safe(language: str, goal: str) -> None:
    lines = WORDS(language, f"starter-{goal}").splitlines()
    assert 8 <= len(lines) <= 14
    assert all(len(one) <= 240 for one in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_are_worded(language: str) -> None:
    assert "7" in WORDS(language, "note-sleep", hours=6.5, low=7, high=9, where="below")
    assert "150" in WORDS(language, "note-week-minutes", minutes=60, goal=150, left=90, double="yes")
    mean = {"systolic": 136, "diastolic": 84, "readings": 3}
    assert "136" in WORDS(language, "note-bp-week", scheme="china_2024", high="yes", **mean)
    words = WORDS(language, "note-longest", activity="running", distance=8.25, unit="km", days=30)
    assert WORDS(language, "activity-running") in words
