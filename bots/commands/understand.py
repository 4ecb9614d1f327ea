"""`jiayou understand`: what the rules make of lines on standard input, one JSON object a line.

A line is plain text, or a JSON object: `text`, and optionally `now` (ISO 8601), `zone` (IANA), `locale` (BCP 47),
`profile` or `facts` (what is known of the person), `asked` (names of facts the coach just asked for). The answer has
`reading` and `screening`; an unreadable line gets `error`.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from bots.console import EXIT_ERROR, Console
from core.domain.profile import Facts
from core.i18n import negotiate
from core.settings import Settings
from core.understanding.language import language_of
from core.understanding.read import read
from core.understanding.screening import screen

_CHINA = "zh-CN"
_HOUR = timedelta(hours=1)


class Line(BaseModel):
    """One message and what is known about its author."""

    model_config = ConfigDict(extra="ignore")

    text: str
    now: datetime = Field(default_factory=lambda: datetime.now(UTC))
    zone: str | None = None
    locale: str | None = None
    facts: Facts = Field(default=Facts(), validation_alias="profile")
    asked: tuple[str, ...] = ()

    @field_validator("facts", mode="before")
    @classmethod
    def _known_ones(cls, value: object) -> object:
        """Facts this program knows; others, and unset ones, do not matter."""
        if not isinstance(value, dict):
            return value
        return {name: fact for name, fact in value.items() if name in Facts.model_fields and fact is not None}

    @field_validator("zone")
    @classmethod
    def _is_a_zone(cls, value: str | None) -> str | None:
        if value is not None and value not in available_timezones():
            raise ValueError("unknown time zone")
        return value


def run(settings: Settings, options: Namespace, words: Console) -> int:
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    failed = False
    for answer in understand(sys.stdin):
        failed = failed or "error" in answer
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return EXIT_ERROR if failed else 0


def understand(lines: Iterable[str]) -> Iterator[dict[str, object]]:
    """An answer for every line that is not empty."""
    for line in lines:
        if line.strip():
            try:
                yield answer_to(parse(line.rstrip("\r\n")))
            except ValidationError as error:
                yield {"error": problem(error)}


def parse(line: str) -> Line:
    """Raises `ValidationError` for a JSON object that is none of ours."""
    try:
        value = json.loads(line)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        return Line(text=line)
    if "facts" in value:
        value.setdefault("profile", value["facts"])
    return Line.model_validate(value)


def answer_to(line: Line) -> dict[str, object]:
    now = line.now if line.now.tzinfo else line.now.replace(tzinfo=UTC)
    locale = line.locale or (_CHINA if language_of(line.text) == "zh-Hans" else "en")
    reading = read(
        line.text,
        now=now.astimezone(UTC),
        zone=line.zone or zone_of(now),
        locale=locale,
        facts=line.facts,
        asked=line.asked,
    )
    finding = screen(line.text, facts=line.facts, age=line.facts.age)
    return {
        "language": reading.language or negotiate(locale),
        "reading": reading.model_dump(mode="json", exclude_defaults=True),
        "screening": finding.model_dump(mode="json"),
    }


def zone_of(now: datetime) -> str:
    """A zone with the offset of `now`, as far as that is whole hours; else UTC."""
    hours, rest = divmod(now.utcoffset() or timedelta(0), _HOUR)
    return "UTC" if rest or not hours else f"Etc/GMT{-hours:+d}"


def problem(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
