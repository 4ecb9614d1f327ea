"""What the coach knows of a person, in words: `/me`, progress, the short "noted" after a fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from core.context import Desk, PersonTurn
from core.domain.activities import record_minutes
from core.domain.days import week_of
from core.domain.display import load, shown
from core.domain.profile import Facts, Profile
from core.domain.records import Entry
from core.handlers.introduce import introduce
from core.handlers.request import Request
from core.handlers.wording import entry_text
from core.i18n import Words

_NUMBERS = ("age", "days_per_week", "minutes_per_session")
_MASSES = ("weight_kg", "goal_weight_kg", "dumbbell_kg")
_CHOICES = ("goal", "sex", "experience", "activity_level")
_LISTS = ("equipment", "diet", "injuries", "conditions", "medications")
_LATEST = 3


def fact_lines(words: Words, language: str, profile: Profile, facts: Facts | None = None) -> Iterator[str]:
    """One short line for each fact known (or of those given)."""
    said = facts or profile.facts
    if said.height_cm is not None:
        yield words(language, "fact-height-cm", value=shown(said.height_cm))
    for name in _MASSES:
        if (kilograms := getattr(said, name)) is not None:
            amount, unit = load(kilograms, profile)
            yield words(language, f"fact-{_dashed(name)}", value=words(language, "load-value", value=amount, unit=unit))
    for name in _NUMBERS:
        if (number := getattr(said, name)) is not None:
            yield words(language, f"fact-{_dashed(name)}", value=number)
    if said.birth_year is not None:
        yield words(language, "fact-birth-year", value=str(said.birth_year))
    for name in _CHOICES:
        if (choice := getattr(said, name)) is not None:
            yield words(language, f"fact-{_dashed(name)}", value=words(language, f"answer-{_dashed(name)}", value=choice))
    for name in _LISTS:
        if values := getattr(said, name):
            listed = [words(language, f"answer-{_dashed(name)}", value=value) for value in values]
            yield words(language, f"fact-{_dashed(name)}", value=words(language, "list-join").join(listed))
    for name in ("pregnant", "breastfeeding"):
        if getattr(said, name):
            yield words(language, f"fact-{name}")


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
    turn.say("me-title", name=turn.person.name or turn.word("me-nameless"))
    turn.reply.text("\n".join(f"• {line}" for line in lines) if lines else turn.word("me-nothing"))
    _week(turn)
    latest = _latest(turn)
    if latest:
        turn.say("me-latest")
        turn.reply.text("\n".join(latest))
    turn.reply.row(turn.reply.button("button-settings", "settings"), turn.reply.button("button-export", "export"))


async def progress(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """How the week is going, in numbers from the ledger."""
    introduce(turn)
    _week(turn)
    turn.reply.text("\n".join(_latest(turn)))


def _week(turn: PersonTurn) -> None:
    entries = [entry for entry in turn.recent.entries if entry.status == "ok" and entry.day >= week_of(turn.today)]
    minutes = sum(record_minutes(entry.record) for entry in entries if entry.record.type in ("workout", "sets"))
    turn.say("week-so-far", days=len(_active_days(entries)), minutes=shown(minutes), steps=_steps(entries))


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
