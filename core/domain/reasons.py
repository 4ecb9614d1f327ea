"""Every decision is a value or a reason code, and carries its explanation as data. Words are in `locales/`."""

from __future__ import annotations

from typing import Literal

from core.domain.records import Frozen

RefusalCode = Literal[
    "missing_input",
    "out_of_range",
    "implausible",
    "minor",
    "pregnant",
    "underweight",
    "medication_affects_hr",
    "low_confidence",
    "needs_clarification",
    "needs_third_reading",
    "not_comparable",
    "see_doctor",
    "not_screened",
    "ed_signal",
]


class Reason(Frozen):
    """One step of an explanation: the rule (`rule-<id>` in the locale files), the facts used, the published source."""

    rule: str
    facts: tuple[tuple[str, str | float | int], ...] = ()
    """Variables of the wording, as data: numbers stay numbers."""
    source: str = ""
    """Short citation, e.g. `Mifflin 1990`, `WHO 2020`; not translated."""


class Refusal(Frozen):
    """No value, and why."""

    code: RefusalCode
    needs: tuple[str, ...] = ()
    """Which facts are missing or out of range."""
    reasons: tuple[Reason, ...] = ()
