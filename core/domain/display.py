"""Numbers as people see them: in their unit, rounded with halves away from zero. Decisions use the unrounded value."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from core.domain.profile import Profile

KG_PER: dict[str, float] = {"kg": 1.0, "lb": 0.45359237, "jin": 0.5}
M_PER: dict[str, float] = {"km": 1000.0, "mile": 1609.344}
CM_PER_INCH = 2.54


def shown(value: float, digits: int = 0) -> float:
    """Rounded for display, halves away from zero; whole numbers come back as such."""
    rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)


def distance(metres: float, profile: Profile) -> tuple[float, Literal["km", "mile"]]:
    """A distance in the person's unit, two decimals."""
    unit = profile.facts.distance_unit or "km"
    return shown(metres / M_PER[unit], 2), unit


def feet(centimetres: float) -> tuple[int, int]:
    """A height in feet and whole inches."""
    feet_, inches = divmod(int(shown(centimetres / CM_PER_INCH)), 12)
    return feet_, inches


def load(kilograms: float, profile: Profile) -> tuple[float, Literal["kg", "lb", "jin"]]:
    """A weight in the person's unit, to the nearest half."""
    unit = profile.facts.load_unit or "kg"
    return shown(shown(kilograms / KG_PER[unit] * 2) / 2, 1), unit
