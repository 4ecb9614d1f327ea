"""The order of actions, the readiness gate and the numbers to call."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain import screening
from core.domain.profile import Facts, Readiness
from core.i18n import LANGUAGES, Words
from core.understanding import red_flags

TODAY = date(2026, 3, 12)
CLEAR = Readiness(answered_on=TODAY, result="clear")
NOBODY = Facts()
say = Words(strict=True)


def test_the_strictest_action_wins() -> None:
    assert screening.strictest(["see_doctor", "emergency", "crisis"]) == "emergency"
    assert screening.strictest(["medication_referral", "ed_support"]) == "ed_support"
    assert screening.strictest([]) == "none"


@given(st.lists(st.sampled_from(screening.ACTIONS), min_size=1))
def test_nothing_is_stricter_than_the_strictest(actions: list[screening.Action]) -> None:
    worst = screening.strictest(actions)
    assert worst in actions
    assert all(screening.strictness(action) <= screening.strictness(worst) for action in actions)


def test_one_yes_flags() -> None:
    assert screening.readiness_of([], TODAY) == CLEAR
    flagged = screening.readiness_of([6, 2, 2, 99], TODAY)
    assert (flagged.result, flagged.topics) == ("flagged", (2, 6))


def test_answers_hold_for_a_year() -> None:
    assert screening.needs_readiness(None, TODAY)
    assert not screening.needs_readiness(CLEAR, TODAY + timedelta(days=365))
    assert screening.needs_readiness(CLEAR, TODAY + timedelta(days=366))


@pytest.mark.parametrize(
    ("facts", "topics"),
    [
        (Facts(), ()),
        (Facts(conditions=("hypertension",), medications=("beta_blocker",)), (1, 5)),
        (Facts(injuries=("knee",)), (6,)),
        (Facts(conditions=("asthma",)), (4,)),
    ],
)
def test_facts_answer_topics(facts: Facts, topics: tuple[int, ...]) -> None:
    assert screening.known_topics(facts) == topics


@pytest.mark.parametrize(
    ("readiness", "facts", "age", "effort", "rules"),
    [
        (CLEAR, Facts(), 30, "vigorous", ()),
        (None, Facts(), 30, "moderate", ("not-screened",)),
        (screening.readiness_of([], TODAY - timedelta(days=400)), Facts(), 30, "moderate", ("screen-expired",)),
        (screening.readiness_of([3], TODAY), Facts(), 30, "light", ("screen-flagged-light",)),
        (CLEAR, Facts(conditions=("heart",)), 30, "light", ("condition",)),
        (CLEAR, Facts(pregnant=True), 30, "moderate", ("pregnancy",)),
        (CLEAR, Facts(experience="beginner"), 46, "moderate", ("new-and-over-45",)),
        (CLEAR, Facts(experience="beginner"), 45, "vigorous", ()),
        (CLEAR, Facts(experience="advanced"), 60, "vigorous", ()),
    ],
)
def test_gate(
    readiness: Readiness | None, facts: Facts, age: int, effort: screening.Effort, rules: tuple[str, ...]
) -> None:
    gate = screening.gate(readiness, facts, age, TODAY)
    assert gate.effort == effort
    assert tuple(reason.rule for reason in gate.reasons) == rules


def test_a_gate_allows_what_is_easier() -> None:
    gate = screening.gate(None, NOBODY, None, TODAY)
    assert gate.allows("light")
    assert gate.allows("moderate")
    assert not gate.allows("vigorous")


@pytest.mark.parametrize(
    ("country", "ambulance", "crisis"),
    [
        ("CN", "120", "12356"),
        ("us", "911", "988"),
        ("GB", "999", "116 123"),
        ("HK", "999", "18111"),
        ("TW", "119", "1925"),
        ("FI", "112", None),
    ],
)
def test_numbers_by_country(country: str, ambulance: str, crisis: str | None) -> None:
    lines = screening.help_lines(country)
    assert lines == screening.HelpLines(ambulance=ambulance, crisis=crisis)


def test_unknown_countries_get_the_general_words() -> None:
    assert screening.help_lines(None) is None
    assert screening.call_message("emergency", "XX") == ("screening-call-unknown", {})
    assert screening.call_message("crisis", "FI") == ("screening-crisis-call-unknown", {})
    assert screening.call_message("emergency", "CN") == ("screening-call", {"number": "120"})
    assert screening.call_message("crisis", "CN") == ("screening-crisis-call", {"number": "12356"})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("action", screening.ACTIONS)
@pytest.mark.parametrize("other", [False, True])
def test_every_finding_has_words(language: str, action: screening.Action, other: bool) -> None:
    categories = sorted({rule.category for rule in (*red_flags.RULES, *red_flags.PAST_RULES)})
    for category in (None, *categories):
        for country in ("CN", "FI", None):
            call_id, values = screening.call_message(action, country)
            call = say(language, call_id, **values)
            text = [say(language, name, call=call) for name in screening.message_ids(action, category, other=other)]
            assert bool(text) == (action != "none")
            assert action not in ("emergency", "crisis") or any(call in part for part in text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_readiness_has_words(language: str) -> None:
    questions = {say(language, f"readiness-{topic}") for topic in screening.TOPICS}
    assert len(questions) == 7
    assert "45" not in say(language, "rule-new-and-over-45", age=50)
    assert "7" in say(language, "readiness-progress", number=1, total=7)


def test_both_languages_have_the_same_messages() -> None:
    ours = [
        {name for name in say.ids(language) if name.startswith(("screening-", "readiness-"))} for language in LANGUAGES
    ]
    assert ours[0] == ours[1]
