"""How a use case is called: the same function behind a command, an intent and a button."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from core.context import Desk, GroupTurn, PersonTurn
from core.understanding.reading import Intent


@dataclass(frozen=True, slots=True)
class Request:
    """`args`: the rest of a command's line or of a button's action. `intent`: what was read, if words asked for it."""

    args: str = ""
    intent: Intent | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.args.split(":"))


PersonCase = Callable[[Desk, PersonTurn, Request], Awaitable[None]]
GroupCase = Callable[[Desk, GroupTurn, Request], Awaitable[None]]
