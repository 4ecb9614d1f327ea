"""Activities: their cost in MET, the intensity that is, and what a record amounts to in minutes. km/h, W, minutes."""

from __future__ import annotations

from typing import Literal

from core.domain.compendium import ACTIVITIES, Activity, ActivityKind, Measure
from core.domain.reasons import Refusal
from core.domain.records import Record

MetIntensity = Literal["sedentary", "light", "moderate", "vigorous"]

_KM_PER_MILE = 1.609344
_PRECISION = 9
"""Digits kept of a converted speed: 8.04672 km/h is 5 mph, not a hair less."""


def names() -> tuple[str, ...]:
    """All activity names; each has words `activity-<name>`."""
    return tuple(ACTIVITIES)


def kind(activity: str) -> ActivityKind | None:
    """What sort of activity it is; `None` if unknown."""
    found = _find(activity)
    return found[0].kind if found else None


def met(
    activity: str,
    *,
    speed_kmh: float | None = None,
    watts: float | None = None,
    per_min: float | None = None,
    variant: str | None = None,
) -> float | Refusal:
    """Cost of an activity, MET, adults 19–59, ±15–20 % (Compendium 2024).

    A speed (power, rate) takes the row with the highest lower bound not above it. The variant may be part of the name:
    `badminton_match`. Errors: `missing_input` for an unknown activity or variant, `implausible` for a negative measure.
    """
    found = _find(activity if variant is None else f"{activity}_{variant}")
    if found is None:
        return Refusal(code="missing_input", needs=("activity",))
    entry, value = found
    given: dict[Measure, float | None] = {
        "speed_mph": None if speed_kmh is None else round(speed_kmh / _KM_PER_MILE, _PRECISION),
        "watts": watts,
        "per_min": per_min,
    }
    measured = given[entry.measure] if entry.measure else None
    if measured is None or value != entry.met:
        return value
    if measured < 0:
        return Refusal(code="implausible", needs=("speed",))
    return [cost for low, cost in entry.bands if measured >= low][-1]


def _find(name: str) -> tuple[Activity, float] | None:
    if entry := ACTIVITIES.get(name.removesuffix("_general")):
        return entry, entry.met
    for base, entry in ACTIVITIES.items():
        for variant, value in entry.variants:
            if name == f"{base}_{variant}":
                return entry, value
    return None


def met_intensity(value: float) -> MetIntensity:
    """Below 1.6 sedentary, below 3 light, below 6 moderate, else vigorous (CDC/ACSM)."""
    if value < 1.6:
        return "sedentary"
    return "light" if value < 3 else "moderate" if value < 6 else "vigorous"


def cadence_intensity(steps_per_min: float) -> MetIntensity:
    """From about 100 steps a minute moderate, from 130 vigorous (Tudor-Locke 2018)."""
    return "light" if steps_per_min < 100 else "moderate" if steps_per_min < 130 else "vigorous"


def record_met(record: Record) -> float | None:
    """Cost of a logged workout, by its speed if distance and time are known; `None` if it is none we know."""
    if record.activity is None or record.type not in ("workout", "sets"):
        return None
    speed = None
    if record.distance_m and record.duration_s:
        speed = record.distance_m / record.duration_s * 3.6
    value = met(record.activity, speed_kmh=speed)
    return None if isinstance(value, Refusal) else value


def record_minutes(record: Record) -> float:
    """Minutes of a logged workout; 0 where no time was said."""
    return (record.duration_s or 0) / 60 if record.type in ("workout", "sets") else 0.0


def met_minutes(record: Record) -> float:
    """MET × minutes of a logged workout; 0 where no time was said or it is below 3 MET."""
    value = record_met(record)
    return value * record_minutes(record) if value is not None and value >= 3 else 0.0


def moderate_minutes(record: Record) -> float:
    """Minutes that count toward WHO's 150: moderate once, vigorous twice, lighter and strength work not at all."""
    minutes = record_minutes(record)
    value = record_met(record) if minutes else None
    if value is None or value < 3 or record.activity is None or kind(record.activity) == "strength":
        return 0.0
    return minutes * (2 if value >= 6 else 1)
