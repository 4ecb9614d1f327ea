"""Every word of challenges and boards formats in both languages, with the same variables."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from core.domain.board import Outcome, Unit
from core.domain.challenge_terms import TEMPLATES, Kind, RefusedCode
from core.domain.challenges import Phase
from core.domain.scoring import Why
from core.i18n import LANGUAGES, LOCALES, Value, Words
from core.text import parse as spans

SAY = Words(strict=True)
COUNTED = ("value", "days", "weeks", "left", "day", "rank", "count", "members", "max", "raw")
UNITS: tuple[str, ...] = get_args(Unit)
CHOICES: dict[str, tuple[Value, ...]] = {**dict.fromkeys(COUNTED, (0, 1, 2, 3, 12.5, 30_000)), "unit": UNITS}


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def variables(language: str) -> dict[str, set[str]]:
    """Message id -> its variables."""
    tree = parse((LOCALES / language / "challenges.ftl").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for entry in tree.body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            visitor = _Variables()
            visitor.visit(entry)
            assert entry.id.name not in found
            found[entry.id.name] = visitor.names
    return found


def test_same_ids_and_prefixes() -> None:
    english, chinese = (variables(language) for language in LANGUAGES)
    assert english.keys() == chinese.keys()
    assert all(re.match(r"challenge-|board-", name) for name in english)


def test_chinese_leaves_out_no_variable_but_plurals() -> None:
    english, chinese = (variables(language) for language in LANGUAGES)
    assert english == chinese


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_formats_with_every_choice(language: str) -> None:
    for name, needed in variables(language).items():
        for key in sorted(needed & CHOICES.keys()) or [""]:
            for choice in CHOICES.get(key, ("",)):
                for unit in UNITS if "unit" in needed else ("",):
                    given = {need: CHOICES.get(need, ("X",))[-1] for need in needed}
                    text = SAY(language, name, **{**given, "unit": unit, **({key: choice} if key else {})})
                    assert text.strip() == text
                    assert text
                    assert "{" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_closed_sets_have_words(language: str) -> None:
    needed = {
        *(f"challenge-refused-{code}" for code in get_args(RefusedCode)),
        *(f"challenge-why-{why}" for why in get_args(Why)),
        *(f"challenge-why-{kind}" for kind in get_args(Kind)),
        *(f"challenge-title-{kind}" for kind in get_args(Kind)),
        *(f"challenge-template-{template}" for template in TEMPLATES),
        *(f"challenge-result-{outcome}" for outcome in get_args(Outcome)),
        *(f"board-{phase}" for phase in get_args(Phase)),
    }
    assert needed <= variables(language).keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_are_shown_bold(language: str) -> None:
    for name, needed in variables(language).items():
        if "title" in needed:
            text = SAY(language, name, **{need: CHOICES.get(need, ("Most steps: 7",))[-1] for need in needed})
            assert any(span.style == "bold" for span in spans(text)), name


def test_goals_read_naturally() -> None:
    goals = [
        SAY("en", "challenge-goal", unit="steps", value=8000),
        SAY("zh-Hans", "challenge-goal", unit="steps", value=8000),
        SAY("en", "challenge-goal-activity", unit="km", value=50, activity="running"),
        SAY("zh-Hans", "challenge-goal-activity", unit="km", value=50, activity="跑步"),
        SAY("en", "challenge-goal", unit="sessions", value=3),
        SAY("zh-Hans", "challenge-goal", unit="sessions", value=3),
    ]
    assert goals == ["8,000 steps", "走 8,000 步", "50 km of running", "跑步 50 公里", "3 workouts", "锻炼 3 次"]
    weekly = "challenge-title-times_per_week"
    assert SAY("en", weekly, weeks=4, days=28, goal=goals[4]) == "Every week for 4 weeks: 3 workouts"
    assert SAY("zh-Hans", weekly, weeks=4, days=28, goal=goals[5]) == "4 周，每周锻炼 3 次"
    assert SAY("en", "challenge-title-daily_goal", days=1, goal=goals[0]) == "One day: 8,000 steps"
    assert SAY("zh-Hans", "challenge-title-race", goal=goals[3]) == "看谁先完成：跑步 50 公里"
