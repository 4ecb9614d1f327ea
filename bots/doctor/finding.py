"""What a check found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from core.i18n import Value

Level = Literal["ok", "warn", "fail"]


@dataclass(frozen=True, slots=True)
class Finding:
    """`id` names a message of `cli.ftl`; its attribute `.do`, if any, says what to do about it."""

    level: Level
    id: str
    values: Mapping[str, Value] = field(default_factory=dict)


def ok(message_id: str, **values: Value) -> Finding:
    return Finding("ok", message_id, values)


def warn(message_id: str, **values: Value) -> Finding:
    return Finding("warn", message_id, values)


def fail(message_id: str, **values: Value) -> Finding:
    return Finding("fail", message_id, values)
