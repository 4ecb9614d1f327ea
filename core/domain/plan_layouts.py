"""Which kind of session falls on which weekday, by template and days a week.

A layout is seven letters, Monday to Sunday: S full body, O strength with balance, B walk with balance, U upper, L
lower, P push, Q pull, G legs, W walk or other endurance, R run, M mobility, C calm, X strength and walk in one. Hard
sessions of a muscle lie at least 48 hours apart, also over the turn of the week.
"""

from __future__ import annotations

from core.domain.plan_types import Template

_MIX = ("X......", "X..X...", "S.W.S..", "SW.SW..", "SWW.SW.", "SWSWSW.", "SWSWSWM")
_FULL = ("S......", "S..S...", "S.S.S..", "S.SWS..", "SWS.SW.", "SWSWSW.", "SWSWSWM")
_RUN = ("R......", "R..R...", "R.R.R..", "RS.R.R.", "RSR.RS.", "RSRSRW.", "RSRSRWM")
_CALM = ("C......", "C..C...", "C.C.C..", "CM.CM..", "CMC.CM.", "CMCMCM.", "CMCMCMC")

LAYOUTS: dict[Template, tuple[str, ...]] = {
    "weight_mix": _MIX,
    "health": _MIX,
    "youth": _MIX,
    "pregnancy": _MIX,
    "full_body": _FULL,
    "upper_lower": (*_FULL[:3], "UL.UL..", "ULWUL..", "ULWULW.", "ULWULWM"),
    "push_pull_legs": (*_FULL[:3], "UL.UL..", "PQG.UL.", "PQGPQG.", "PQGPQGM"),
    "walk_run": _RUN,
    "running": _RUN,
    "endurance": _RUN,
    "mobility": ("M......", "M..M...", "M.W.M..", "MW.MM..", "MWM.MW.", "MWMWMW.", "MWMWMWM"),
    "stress": _CALM,
    "gentle": _CALM,
    "older": ("O......", "O..O...", "O.B.O..", "OB.OB..", "OBB.OB.", "OBOBOB.", "OBOBOBM"),
}


def layout(template: Template, days: int) -> str:
    """Seven letters for 1–7 days a week."""
    return LAYOUTS[template][days - 1]
