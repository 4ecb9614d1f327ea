"""What a draft became, and the units it is read in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.domain.records import Record
from core.understanding import units
from core.understanding.reading import Doubt
from core.understanding.tokens import Token

LoadUnit = Literal["kg", "lb", "jin"]
DistanceUnit = Literal["km", "mile"]


@dataclass(frozen=True, slots=True)
class Units:
    """The person's units, for numbers without one. `None`: not known, so it is asked."""

    locale: str
    load: LoadUnit | None
    distance: DistanceUnit | None
    chinese: bool = False
    """The text is in Chinese: the question offers 斤 too."""

    def internal(self, token: Token) -> float:
        """A quantity in kg, m, s or ml."""
        return units.exact(token.value * units.factor(token.name, self.locale))


@dataclass(frozen=True, slots=True)
class Built:
    """Records that are certain, and doubts to be asked about."""

    records: tuple[Record, ...] = ()
    doubt: Doubt | None = None


def is_mass(token: Token) -> bool:
    return token.kind == "qty" and token.name in ("kg", "lb", "jin", "taijin", "liang", "g")


def is_distance(token: Token) -> bool:
    return token.kind == "qty" and token.name in ("km", "m", "mi", "yd", "li")


def is_duration(token: Token) -> bool:
    return token.kind == "qty" and token.name == "dur"


def effort(items: list[Token]) -> dict[str, float]:
    """RPE and RIR as said; the last one counts."""
    return {t.kind: t.value for t in items if t.kind in ("rpe", "rir")}


def rests_beside(items: list[Token], at: int) -> bool:
    """Whether a duration is a rest: `歇30秒`, `30s rest`; not the first one of `1分钟 歇30秒`."""
    if at and items[at - 1].kind == "topic" and items[at - 1].name == "rest":
        return True
    after = items[at + 1 : at + 3]
    if not after or after[0].kind != "topic" or after[0].name != "rest":
        return False
    return len(after) < 2 or not is_duration(after[1])
