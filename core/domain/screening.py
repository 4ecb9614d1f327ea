"""What follows from a safety screening: the order of actions, the readiness gate, whom to call where.

The seven readiness topics paraphrase those of PAR-Q+ (Warburton 2011); the official form is at eparmedx.com.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from core.domain.profile import Facts, ParqAnswer, Readiness
from core.domain.reasons import Reason
from core.domain.records import Frozen

Action = Literal["none", "medication_referral", "ed_support", "see_doctor", "urgent_care", "crisis", "emergency"]
Effort = Literal["light", "moderate", "vigorous"]

ACTIONS: tuple[Action, ...] = (
    "none",
    "medication_referral",
    "ed_support",
    "see_doctor",
    "urgent_care",
    "crisis",
    "emergency",
)
"""From mild to strict; when several apply, the strictest wins."""

TOPICS: tuple[int, ...] = (1, 2, 3, 4, 5, 6, 7)
"""Readiness topics: 1 heart condition or high blood pressure, 2 chest pain, 3 dizziness or fainting, 4 another chronic
condition, 5 medicines for a chronic condition, 6 bone, joint or soft tissue, 7 supervised activity only. The questions
are the messages `readiness-1` ... `readiness-7`."""

VALID_DAYS = 365
"""How long answers hold (PAR-Q+: 12 months, and void when health changes)."""

_EFFORTS: tuple[Effort, ...] = ("light", "moderate", "vigorous")
_CONSULT_AGE = 45
"""Older than this and new to vigorous effort: ask a professional first (PAR-Q+)."""


def strictness(action: Action) -> int:
    """Rank of an action, 0 for `none`."""
    return ACTIONS.index(action)


def strictest(actions: Iterable[Action]) -> Action:
    """The strictest of the actions, `none` if there are none."""
    return max(actions, key=strictness, default="none")


def readiness_of(topics: Iterable[int], on: date) -> Readiness:
    """The result of the seven answers; `topics` are those answered with yes."""
    said = tuple(sorted(set(topics) & set(TOPICS)))
    result: ParqAnswer = "flagged" if said else "clear"
    return Readiness(answered_on=on, result=result, topics=said)


def needs_readiness(readiness: Readiness | None, today: date) -> bool:
    """Whether the questions have to be asked (again)."""
    return readiness is None or (today - readiness.answered_on).days > VALID_DAYS


def known_topics(facts: Facts) -> tuple[int, ...]:
    """Readiness topics that the facts already answer with yes."""
    topics: set[int] = set()
    if {"heart", "hypertension"} & set(facts.conditions):
        topics.add(1)
    if set(facts.conditions) - {"heart", "hypertension", "joint"}:
        topics.add(4)
    if facts.medications:
        topics.add(5)
    if facts.injuries or "joint" in facts.conditions:
        topics.add(6)
    return tuple(sorted(topics))


class Gate(Frozen):
    """The hardest effort that may be suggested, and why not more."""

    effort: Effort
    reasons: tuple[Reason, ...] = ()

    def allows(self, effort: Effort) -> bool:
        return _EFFORTS.index(effort) <= _EFFORTS.index(self.effort)


def gate(readiness: Readiness | None, facts: Facts, age: int | None, today: date) -> Gate:
    """How hard a session may be before a professional has been asked (PAR-Q+ 2011; ACOG 2020 for pregnancy)."""
    limits = tuple(_limits(readiness, facts, age, today))
    if not limits:
        return Gate(effort="vigorous")
    lowest = min((effort for effort, _ in limits), key=_EFFORTS.index)
    return Gate(effort=lowest, reasons=tuple(reason for _, reason in limits))


def _limits(readiness: Readiness | None, facts: Facts, age: int | None, today: date) -> Iterable[tuple[Effort, Reason]]:
    if readiness is None:
        yield "moderate", Reason(rule="not-screened", source="PAR-Q+ 2011")
    elif needs_readiness(readiness, today):
        yield "moderate", Reason(rule="screen-expired", source="PAR-Q+ 2011")
    elif readiness.result == "flagged":
        yield "light", Reason(rule="screen-flagged-light", source="PAR-Q+ 2011")
    if "heart" in facts.conditions:
        yield "light", Reason(rule="condition", facts=(("condition", "heart"),), source="PAR-Q+ 2011")
    if facts.pregnant:
        yield "moderate", Reason(rule="pregnancy", source="ACOG 2020")
    new_to_it = facts.experience == "beginner" or facts.activity_level == "sedentary"
    if age is not None and age > _CONSULT_AGE and new_to_it:
        yield "moderate", Reason(rule="new-and-over-45", facts=(("age", age),), source="PAR-Q+ 2011")


def message_ids(action: Action, category: str | None, *, other: bool) -> tuple[str, ...]:
    """Ids of the messages that answer a finding, in order: what it may be about, what to do now, the closing words.

    Those of `emergency` and `crisis` have a variable `call`: the text of the message that `call_message` names."""
    if action == "none":
        return ()
    about = (f"screening-about-{category.replace('_', '-')}",) if category else ()
    if category == "minor" and action == "see_doctor" and not other:
        return (*about, "screening-do-minor")
    do = f"screening-do-{action.replace('_', '-')}"
    return (*about, f"{do}-other" if other and action in _OTHER_WORDING else do, *_CLOSING.get(action, ()))


_OTHER_WORDING: frozenset[Action] = frozenset({"emergency", "crisis", "urgent_care", "see_doctor"})
"""Actions that are worded anew when they are for somebody else."""
_CLOSING: Mapping[Action, tuple[str, ...]] = {
    "emergency": ("screening-close-emergency",),
    "crisis": ("screening-close-crisis",),
}


class HelpLines(Frozen):
    """Telephone numbers of a country: ambulance, and the line for people in a mental crisis (`None`: not known)."""

    ambulance: str
    crisis: str | None = None


_LINES: Mapping[str, HelpLines] = {
    # Public numbers, reviewed yearly. China: 12356 is the national line since 2025 (National Health Commission).
    "CN": HelpLines(ambulance="120", crisis="12356"),
    "HK": HelpLines(ambulance="999", crisis="18111"),
    "TW": HelpLines(ambulance="119", crisis="1925"),
    "MO": HelpLines(ambulance="999"),
    "US": HelpLines(ambulance="911", crisis="988"),
    "CA": HelpLines(ambulance="911", crisis="988"),
    "MX": HelpLines(ambulance="911"),
    "GB": HelpLines(ambulance="999", crisis="116 123"),
    "IE": HelpLines(ambulance="112", crisis="116 123"),
    "AU": HelpLines(ambulance="000", crisis="13 11 14"),
    "NZ": HelpLines(ambulance="111", crisis="1737"),
    "DE": HelpLines(ambulance="112", crisis="0800 1110111"),
    "AT": HelpLines(ambulance="144", crisis="142"),
    "CH": HelpLines(ambulance="144", crisis="143"),
    "FR": HelpLines(ambulance="112", crisis="3114"),
    "ES": HelpLines(ambulance="112", crisis="024"),
    "NL": HelpLines(ambulance="112", crisis="113"),
    "BE": HelpLines(ambulance="112", crisis="1813"),
    "SE": HelpLines(ambulance="112", crisis="90101"),
    "NO": HelpLines(ambulance="113", crisis="116 123"),
    "PL": HelpLines(ambulance="112", crisis="116 123"),
    "JP": HelpLines(ambulance="119", crisis="0120-279-338"),
    "KR": HelpLines(ambulance="119", crisis="109"),
    "SG": HelpLines(ambulance="995", crisis="1767"),
    "MY": HelpLines(ambulance="999", crisis="15555"),
    "IN": HelpLines(ambulance="112", crisis="14416"),
    "TH": HelpLines(ambulance="1669", crisis="1323"),
    "PH": HelpLines(ambulance="911", crisis="1553"),
    "BR": HelpLines(ambulance="192", crisis="188"),
    "ZA": HelpLines(ambulance="112", crisis="0800 567 567"),
    "IL": HelpLines(ambulance="101", crisis="1201"),
    "UA": HelpLines(ambulance="112", crisis="7333"),
}
_EUROPE = frozenset(
    [
        "BG",
        "CY",
        "CZ",
        "DK",
        "EE",
        "FI",
        "GR",
        "HR",
        "HU",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "PT",
        "RO",
        "SI",
        "SK",
        "IS",
        "TR",
        "RU",
    ]
)


def help_lines(country: str | None) -> HelpLines | None:
    """Numbers to call in a country (ISO 3166 alpha-2, any case); `None`: say "your local emergency number"."""
    code = (country or "").upper()
    if code in _EUROPE:
        return HelpLines(ambulance="112")
    return _LINES.get(code)


def call_message(action: Action, country: str | None) -> tuple[str, dict[str, str]]:
    """Id and variables of the sentence that says whom to call for `emergency` or `crisis`."""
    lines = help_lines(country)
    if action == "crisis":
        crisis = lines.crisis if lines else None
        return ("screening-crisis-call", {"number": crisis}) if crisis else ("screening-crisis-call-unknown", {})
    return ("screening-call", {"number": lines.ambulance}) if lines else ("screening-call-unknown", {})
