"""Dates as people write them, from the locale's own patterns (CLDR through Babel)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton


@lru_cache(maxsize=8)
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


def day_shown(day: date, language: str, today: date) -> str:
    """`Sat, Jun 6` / `6月6日周六`; with the year if it is not this one."""
    locale = _locale(language)
    if day.year == today.year:
        return str(format_skeleton("MMMEd", day, locale=locale))
    return str(format_date(day, "medium", locale=locale))
