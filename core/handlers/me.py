"""What the coach knows of a person, in words: `/me`, progress, the short "noted" after a fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from core.context import Desk, PersonTurn
from core.domain.activities import record_minutes
from core.domain.days import week_of
from core.domain.display import feet, load, shown
from core.domain.entry_lines import mass
from core.domain.profile import Facts, Profile
from core.domain.records import Entry
from core.handlers.introduce import introduce
from core.handlers.request import Request
from core.handlers.wording import date_text, entry_text
from core.i18n import Value, Words
from core.text import escape

_ORDER = (
    "goal",
    "sex",
    "age",
    "birth_year",
    "height_cm",
    "weight_kg",
    "goal_weight_kg",
    "days_per_week",
    "minutes_per_session",
    "experience",
    "activity_level",
    "equipment",
    "dumbbell_kg",
    "injuries",
    "conditions",
    "medications",
    "diet",
    "pregnant",
    "breastfeeding",
)
_BODY_MASSES = frozenset({"weight_kg", "goal_weight_kg"})
_MASSES = _BODY_MASSES | {"dumbbell_kg"}
_NUMBERS = frozenset({"age", "days_per_week", "minutes_per_session"})
_LATEST = 3


def fact_lines(words: Words, language: str, profile: Profile, facts: Facts | None = None) -> Iterator[str]:
    """One short line for each fact known (or of those given); no weights where they could harm."""
    said = facts or profile.facts
    for name in _ORDER:
        value = getattr(said, name)
        if value in (None, (), False) or (profile.ed_signal and name in ("weight_kg", "goal_weight_kg")):
            continue
        yield words(language, f"fact-{_dashed(name)}", value=_shown(words, language, profile, name, value))


def _shown(words: Words, language: str, profile: Profile, name: str, value: Any) -> Value:
    if name in _MASSES:
        amount, unit = (mass if name in _BODY_MASSES else load)(value, profile)
        return words(language, "load-value", value=amount, unit=unit)
    if name in _NUMBERS:
        return int(value)
    if name == "height_cm":
        return _height(words, language, profile, value)
    if name in ("birth_year", "pregnant", "breastfeeding"):
        return str(value)
    values = value if isinstance(value, tuple) else (value,)
    answers = [words(language, f"answer-{_dashed(name)}", value=one) for one in values]
    return words(language, "list-join").join(_small(answer) for answer in answers)


def _height(words: Words, language: str, profile: Profile, height_cm: float) -> str:
    """In feet and inches for people who think in pounds or miles."""
    if profile.facts.load_unit != "lb" and profile.facts.distance_unit != "mile":
        return words(language, "height-cm", value=shown(height_cm))
    whole, inches = feet(height_cm)
    return words(language, "height-feet", feet=whole, inches=inches)


def _small(label: str) -> str:
    """A button's label within a sentence."""
    return label[:1].lower() + label[1:]


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def noted(turn: PersonTurn, said: Facts) -> None:
    """One line that says what was taken down about the person."""
    lines = list(fact_lines(turn.words, turn.language, turn.profile, said))
    if said.zone:
        lines.append(turn.word("fact-zone", value=said.zone))
    if lines:
        turn.say("noted", facts=turn.word("list-join").join(lines))


async def me(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """`/me`: what is known, this week, the last entries."""
    introduce(turn)
    lines = list(fact_lines(turn.words, turn.language, turn.profile))
    name = escape(turn.person.name)
    turn.say("me-title", name=name) if name else turn.say("me-title-nameless")
    turn.reply.text("\n".join(f"• {line}" for line in lines) if lines else turn.word("me-nothing"))
    _week(turn)
    latest = _latest(turn)
    if latest:
        turn.say("me-latest")
        turn.reply.text("\n".join(latest))
    turn.reply.row(turn.reply.button("button-settings", "settings"), turn.reply.button("button-export", "export"))


async def progress(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """How the week is going, in numbers from the ledger; or what is logged for one day."""
    introduce(turn)
    if ask.intent is not None and ask.intent.days is not None:
        _day(turn, turn.today - timedelta(days=ask.intent.days))
        return
    _week(turn)
    turn.reply.text("\n".join(_latest(turn)))


def _day(turn: PersonTurn, day: date) -> None:
    entries = [entry for entry in turn.recent.entries if entry.status == "ok" and entry.day == day]
    named = date_text(turn.words, turn.language, day, turn.today)
    lines = (entry_text(turn.words, turn.language, entry, turn.profile, today=entry.day) for entry in entries)
    if entries:
        turn.say("day-entries", date=named[:1].upper() + named[1:], entries="\n".join(lines))
    else:
        turn.say("day-empty", date=named)


def _week(turn: PersonTurn) -> None:
    entries = [entry for entry in turn.recent.entries if entry.status == "ok" and entry.day >= week_of(turn.today)]
    minutes = sum(record_minutes(entry.record) for entry in entries if entry.record.type in ("workout", "sets"))
    days, steps = len(_active_days(entries)), _steps(entries)
    if days or steps:
        turn.say("week-so-far", days=days, minutes=round(minutes), steps=steps)
    else:
        turn.say("week-empty")


def _active_days(entries: Iterable[Entry]) -> set[object]:
    return {entry.day for entry in entries if entry.record.type in ("workout", "sets")}


def _steps(entries: Iterable[Entry]) -> int:
    return sum(entry.record.steps or 0 for entry in entries)


def _latest(turn: PersonTurn) -> list[str]:
    counted = [entry for entry in turn.recent.entries if entry.status == "ok"]
    since = turn.today - timedelta(days=14)
    return [
        entry_text(turn.words, turn.language, entry, turn.profile, today=turn.today)
        for entry in counted[-_LATEST:]
        if entry.day >= since
    ]
