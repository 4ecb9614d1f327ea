"""Units and their exact factors into the internal ones (kg, m, s, ml, mmol/L, °C)."""

from __future__ import annotations

from typing import Literal

Dimension = Literal["distance", "duration", "mass", "volume", "speed", "count"]

POUND_KG = 0.45359237
MILE_M = 1609.344
YARD_M = 0.9144
MGDL_PER_MMOL = 18.016
FLUID_OUNCE_ML = 29.5735295625
GALLON_ML = 3785.411784
PINT_ML = 568.26125
"""Imperial."""
PINT_US_ML = 473.176473
CUP_ML = 250.0
"""A glass or cup without a stated size."""
BOTTLE_ML = 500.0

FACTORS: dict[str, tuple[Dimension, float]] = {
    "km": ("distance", 1000.0),
    "m": ("distance", 1.0),
    "mi": ("distance", MILE_M),
    "yd": ("distance", YARD_M),
    "li": ("distance", 500.0),
    "h": ("duration", 3600.0),
    "min": ("duration", 60.0),
    "s": ("duration", 1.0),
    "quarter_hour": ("duration", 900.0),
    "kg": ("mass", 1.0),
    "lb": ("mass", POUND_KG),
    "jin": ("mass", 0.5),
    "taijin": ("mass", 0.6),
    "liang": ("mass", 0.05),
    "g": ("mass", 0.001),
    "l": ("volume", 1000.0),
    "ml": ("volume", 1.0),
    "cup": ("volume", CUP_ML),
    "bottle": ("volume", BOTTLE_ML),
    "floz": ("volume", FLUID_OUNCE_ML),
    "pint": ("volume", PINT_ML),
    "gallon": ("volume", GALLON_ML),
    "kmh": ("speed", 1 / 3.6),
    "mph": ("speed", MILE_M / 3600),
}
_JIN_KG = {"TW": 0.6, "HK": 0.60478982}


def factor(unit: str, locale: str = "") -> float:
    """Internal units per `unit`; a 斤 weighs 0.5 kg, in Taiwan 0.6 and in Hong Kong 0.605 (BCP 47 tag), a pint of the
    United States holds less."""
    if unit == "pint" and locale.endswith("-US"):
        return PINT_US_ML
    if unit == "jin":
        return _JIN_KG.get(locale[-2:].upper(), 0.5)
    return FACTORS[unit][1]


def dimension(unit: str) -> Dimension:
    """What the unit measures; `count` for reps, steps and the like."""
    return FACTORS[unit][0] if unit in FACTORS else "count"


def exact(value: float) -> float:
    """A converted value without the noise of binary fractions."""
    return round(value, 6)
