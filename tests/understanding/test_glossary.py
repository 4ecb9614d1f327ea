"""Words that people ask the meaning of."""

from __future__ import annotations

import pytest

from core.understanding.glossary import term_asked


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("What is RPE?", "rpe"),
        ("RPE是什么", "rpe"),
        ("hey, what does RPE stand for?", "rpe"),
        ("explain what RPE is", "rpe"),
        ("what does RIR mean", "rir"),
        ("什么是1RM", "1rm"),
        ("what's a one-rep max?", "1rm"),
        ("what is BMR", "bmr"),
        ("基础代谢是什么意思？", "bmr"),
        ("TDEE meaning", "tdee"),
        ("What is HRR?", "hrr"),
        ("what are DOMS", "doms"),
        ("延迟性肌肉酸痛是啥", "doms"),
        ("what’s VO2 max", "vo2max"),
        ("最大摄氧量是什么？", "vo2max"),
        ("what is a superset?", "superset"),
        ("超级组是什么", "superset"),
        ("what's a deload week?", "deload"),
        ("减载周是什么", "deload"),
        ("what is zone 2 training?", "zone2"),
        ("请问什么是二区训练？", "zone2"),
        ("what are METs?", "met"),
    ],
)
def test_the_word_asked_about(text: str, term: str) -> None:
    assert term_asked(text) == term


@pytest.mark.parametrize(
    "text",
    ["what is my BMR", "squat 5x5 RPE 8", "RPE", "what is a good breakfast", "what is RPE and how do I train", "RPE 8"],
)
def test_anything_else_is_no_such_question(text: str) -> None:
    assert term_asked(text) is None
