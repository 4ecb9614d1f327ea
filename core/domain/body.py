"""Body measures of adults: BMI and waist, against named schemes. The number and its band are said, never a judgement.

Bounds are lower-inclusive and upper-exclusive; classes are decided on the unrounded value.
"""

from __future__ import annotations

from typing import Literal, TypeVar

from core.domain.profile import Sex
from core.domain.reasons import Refusal

BmiScheme = Literal["who", "china", "asian_action_points"]
BmiClass = Literal[
    "underweight",
    "normal",
    "overweight",
    "obese_1",
    "obese_2",
    "obese_3",
    "obese",
    "acceptable",
    "increased_risk",
    "high_risk",
]
WaistScheme = Literal["china", "who"]
WaistClass = Literal["normal", "pre_central", "central_obesity", "increased", "high"]

UNDERWEIGHT_BMI = 18.5

_Label = TypeVar("_Label")

_BMI: dict[BmiScheme, tuple[tuple[float, BmiClass], ...]] = {
    "who": (
        (0, "underweight"),
        (18.5, "normal"),
        (25, "overweight"),
        (30, "obese_1"),
        (35, "obese_2"),
        (40, "obese_3"),
    ),
    "china": ((0, "underweight"), (18.5, "normal"), (24, "overweight"), (28, "obese")),
    "asian_action_points": ((0, "acceptable"), (23, "increased_risk"), (27.5, "high_risk")),
}
_WAIST: dict[tuple[WaistScheme, Sex], tuple[tuple[float, WaistClass], ...]] = {
    ("china", "male"): ((0, "normal"), (85, "pre_central"), (90, "central_obesity")),
    ("china", "female"): ((0, "normal"), (80, "pre_central"), (85, "central_obesity")),
    ("who", "male"): ((0, "normal"), (94, "increased"), (102, "high")),
    ("who", "female"): ((0, "normal"), (80, "increased"), (88, "high")),
}


def height_ok(height_cm: float) -> bool:
    """Whether a height can be a person's: 100–250 cm."""
    return 100 <= height_cm <= 250


def weight_ok(weight_kg: float) -> bool:
    """Whether a body weight can be a person's: 25–350 kg."""
    return 25 <= weight_kg <= 350


def bmi(weight_kg: float, height_cm: float) -> float | Refusal:
    """kg/m². Errors: `implausible` for a height outside 100–250 cm or a weight outside 25–350 kg."""
    needs = tuple(
        name for name, ok in (("height_cm", height_ok(height_cm)), ("weight_kg", weight_ok(weight_kg))) if not ok
    )
    if needs:
        return Refusal(code="implausible", needs=needs)
    return weight_kg / (height_cm / 100) ** 2


def bmi_class(
    value: float, scheme: BmiScheme, *, age: int | None = None, pregnant: bool | None = None
) -> BmiClass | Refusal:
    """The band of a BMI. Sources: WHO TRS 894; WS/T 428-2013 (China); WHO expert consultation, Lancet 2004 (Asia).

    Errors: `minor` below 18 (age tables only), `pregnant`, `implausible` outside 8–150 kg/m².
    """
    if age is not None and age < 18:
        return Refusal(code="minor")
    if pregnant:
        return Refusal(code="pregnant")
    if not 8 <= value <= 150:
        return Refusal(code="implausible", needs=("bmi",))
    return _last_reached(_BMI[scheme], value)


def bmi_scheme(country: str | None) -> BmiScheme:
    """Which scheme to name for a country (ISO alpha-2): China's own there, else WHO."""
    return "china" if country == "CN" else "who"


def suitable_bmi(scheme: BmiScheme, age: int) -> tuple[float, float] | Refusal:
    """The band called suitable, (low, high exclusive). China names 22.0–26.9 from age 80 (NHC 2024). Error: `minor`."""
    if age < 18:
        return Refusal(code="minor")
    if scheme == "china" and age >= 80:
        return 22.0, 27.0
    return UNDERWEIGHT_BMI, {"who": 25.0, "china": 24.0, "asian_action_points": 23.0}[scheme]


def waist_class(
    waist_cm: float, sex: Sex | None, scheme: WaistScheme, *, age: int | None = None, pregnant: bool | None = None
) -> WaistClass | Refusal:
    """The band of a waist, 40–200 cm. Sources: NHC 2024 (China), WHO 2008.

    Errors: `missing_input` without sex, `minor`, `pregnant`, `implausible`.
    """
    if age is not None and age < 18:
        return Refusal(code="minor")
    if pregnant:
        return Refusal(code="pregnant")
    if sex is None:
        return Refusal(code="missing_input", needs=("sex",))
    if not 40 <= waist_cm <= 200:
        return Refusal(code="implausible", needs=("waist_cm",))
    return _last_reached(_WAIST[scheme, sex], waist_cm)


def waist_to_height(waist_cm: float, height_cm: float) -> Literal["normal", "raised", "high"] | Refusal:
    """Waist over height: from 0.5 raised, from 0.6 high (NICE). Error: `implausible`."""
    if not height_ok(height_cm) or not 40 <= waist_cm <= 200:
        return Refusal(code="implausible", needs=("waist_cm", "height_cm"))
    ratio = waist_cm / height_cm
    return "high" if ratio >= 0.6 else "raised" if ratio >= 0.5 else "normal"


def _last_reached(steps: tuple[tuple[float, _Label], ...], value: float) -> _Label:
    return [label for low, label in steps if value >= low][-1]
