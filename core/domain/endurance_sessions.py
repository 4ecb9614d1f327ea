"""The endurance part of a session: which activity, how many minutes week by week, and how they are filled."""

from __future__ import annotations

from math import floor
from typing import NamedTuple

from core.domain.load import WEEKLY_RISE
from core.domain.plan_setup import Setup
from core.domain.plan_types import Item, Title
from core.domain.profile import ActivityLevel, BodyPart, Equipment, Experience


class _Option(NamedTuple):
    activity: str
    any_of: tuple[Equipment, ...]
    avoid: tuple[BodyPart, ...]


_OPTIONS = (
    _Option("walking", (), ("foot", "ankle", "calf", "hip", "groin")),
    _Option("cycling", ("bike",), ("hip", "groin", "calf")),
    _Option("swimming", ("pool",), ("shoulder", "neck", "elbow")),
    _Option(
        "rowing_erg", ("rower",), ("lower_back", "knee", "wrist", "elbow", "hip", "shoulder", "groin", "hamstring")
    ),
    _Option("tai_chi", (), ("foot", "ankle", "knee", "hip", "groin", "calf")),
)
_FASTER = frozenset({"cycling", "swimming", "rowing_erg"})
"""Preferred over walking where endurance is the goal."""

_FIRST_WEEK: dict[ActivityLevel, int] = {"sedentary": 30, "light": 35, "moderate": 45, "very": 60, "extra": 60}
"""Minutes of a first endurance session, at most."""
_WEEK_CAP: dict[Experience, int] = {"beginner": 300, "intermediate": 450, "advanced": 600}
"""Minutes a week, at most; 300 is the upper end of WHO's range."""
CYCLE_S = 180
"""One run and its walk in walk-run sessions."""
RUN_S = (60, 75, 90, 105)
"""Running part of a cycle, by week."""


def activity_for(setup: Setup) -> str | None:
    """The endurance activity that fits, or `None` if every one would load a sore part."""
    fitting = [option.activity for option in _OPTIONS if _fits(setup, option)]
    if setup.template in ("endurance", "running"):
        fitting.sort(key=lambda name: name not in _FASTER)
    return next(iter(fitting), None)


def _fits(setup: Setup, option: _Option) -> bool:
    if option.activity == "swimming" and setup.no_water:
        return False
    if option.any_of and not any(piece in setup.owned for piece in option.any_of):
        return False
    return not any(part in option.avoid for part in setup.sore)


def session_minutes(setup: Setup, count: int, weeks: int, *, easier_last: bool) -> tuple[int, ...]:
    """Minutes of an endurance session, week by week: from about 80 % of the time there is, at most 10 % more each week.

    Never more than the time there is, nor than the week's cap over `count` sessions.
    """
    pace = "beginner" if setup.gentle or setup.older else setup.experience
    cap = min(setup.minutes, _WEEK_CAP[pace] // max(1, count))
    first = min(cap, max(5, round(setup.minutes * 0.8)), _FIRST_WEEK[setup.activity])
    minutes = [first]
    for _ in range(weeks - 1):
        minutes.append(min(cap, floor(round(minutes[-1] * WEEKLY_RISE, 6))))
    if easier_last and weeks >= 4:
        minutes[-1] = max(5, round(minutes[0] * 0.8))
    return tuple(minutes)


def split(minutes: int) -> tuple[int, int]:
    """Minutes of warm-up and cool-down within a session."""
    if minutes < 10:
        return 1, 0
    return (3, 2) if minutes < 25 else (5, 3)


def steady(activity: str, minutes: int, effort: int) -> tuple[Item, ...]:
    """Easy start, steady middle, easy end."""
    before, after = split(minutes)
    items = [
        _minutes(activity, before, "warm_up"),
        Item(kind="activity", name=activity, minutes=minutes - before - after, effort=effort),
    ]
    if after:
        items.append(_minutes(activity, after, "cool_down"))
    return tuple(items)


def walk_run(minutes: int, week: int) -> tuple[Item, ...]:
    """Running in short parts with walks between; the runs grow by 15 s a week within the same three minutes.

    What is left of the time is walked first, so that the minutes rise as planned and not by whole rounds.
    """
    before, after = split(minutes)
    rounds = max(1, (minutes - before - after) * 60 // CYCLE_S)
    rest = max(0, minutes - before - after - rounds * CYCLE_S // 60)
    run = RUN_S[min(week, len(RUN_S)) - 1]
    items = [
        _minutes("walking", before + rest, "warm_up"),
        Item(
            kind="activity",
            name="running",
            sets=rounds,
            seconds=run,
            rest_s=CYCLE_S - run,
            effort=5,
            note="plan-note-walk-between",
        ),
    ]
    if after:
        items.append(_minutes("walking", after, "cool_down"))
    return tuple(items)


def intervals(minutes: int) -> tuple[Item, ...]:
    """Two minutes brisk, two minutes easy, in the middle of a run; at most eight rounds."""
    before, after = 6, 4
    rounds = min(8, (minutes - before - after) // 4)
    rest = minutes - before - after - 4 * rounds
    return (
        _minutes("running", before + rest, "warm_up"),
        Item(
            kind="activity",
            name="running",
            sets=rounds,
            seconds=120,
            rest_s=120,
            effort=7,
            note="plan-note-jog-between",
        ),
        _minutes("running", after, "cool_down"),
    )


def run(setup: Setup, minutes: int, week: int, number: int, runs: int) -> tuple[Title, tuple[Item, ...]]:
    """A run of the week: walk-run for beginners; else easy ones, the second with intervals, the last the longest."""
    if setup.template == "walk_run":
        return "walk_run", walk_run(minutes, week)
    last = number == runs - 1 and runs >= 2
    easy = minutes if last else max(5, round(minutes * 0.85))
    if number == 1 and runs >= 3 and setup.minutes >= 30 and week < 4:
        return "intervals", intervals(easy)
    return "long_run" if last else "easy_run", steady("running", easy, 5)


def _minutes(activity: str, minutes: int, role: str) -> Item:
    return Item.model_validate({"kind": "activity", "name": activity, "minutes": minutes, "role": role, "effort": 2})
