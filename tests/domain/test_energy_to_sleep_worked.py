"""Worked values of the rules, on both sides of every threshold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.domain.worked import RULES, run

CASES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "cases.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['fn']}-{case['input']}")
def test_worked_value(case: dict[str, Any]) -> None:
    result = run(case["fn"], dict(case["input"]))
    for key, value in case["expected"].items():
        wanted = pytest.approx(value, abs=0.01) if type(value) in (int, float) else value
        assert result.get(key) == wanted


def test_every_rule_has_a_worked_value() -> None:
    assert set(RULES) == {case["fn"] for case in CASES}
