"""Something worth knowing after a log: one true, specific thing, or nothing. No empty praise, no diagnosis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from operator import attrgetter
from statistics import median

from core.domain.activities import moderate_minutes, record_minutes
from core.domain.days import local_day, week_of
from core.domain.display import distance, load, shown
from core.domain.energy import steps_to_m
from core.domain.guidelines import AEROBIC_MIN, STRENGTH_DAYS
from core.domain.notes_health import Note, body_note, sleep_note, vitals_note
from core.domain.profile import Profile
from core.domain.reasons import Refusal
from core.domain.records import Entry, Record, RecordType
from core.domain.strength import one_rm

__all__ = ["Note", "note"]

WORTH_DAYS = 14
"""A record within fewer days, or over fewer than three earlier entries, is not worth a word."""
_Noter = Callable[[Entry, Sequence[Entry], Profile, str], Note | None]


def note(entry: Entry, history: Sequence[Entry], profile: Profile, language: str = "en") -> Note | None:
    """A note on a new entry against the entries of the last 60 days (with or without it), or `None`.

    `language` decides only which public scheme is named where the country is unknown.
    """
    if entry.status != "ok":
        return None
    earlier = sorted(
        (other for other in history if other.id != entry.id and other.status == "ok" and other.day <= entry.day),
        key=attrgetter("day", "at"),
    )
    return _NOTERS[entry.record.type](entry, earlier, profile, language)


def _workout(entry: Entry, earlier: Sequence[Entry], profile: Profile, language: str) -> Note | None:
    same = [other for other in earlier if other.record.activity == entry.record.activity]
    found = _longest(entry, same, profile)
    if found is not None or not _this_week(entry):
        return found
    before = _minutes(_week(entry, earlier))
    return (
        _who_reached(entry, before)
        or _again(entry, same)
        or _week_distance(entry, same, profile)
        or _week_minutes(entry, before)
    )


def _this_week(entry: Entry) -> bool:
    """Whether the entry's day is in the week in which it was said: on a Monday, yesterday was last week."""
    return week_of(entry.day) == week_of(local_day(entry.at, entry.zone))


def _longest(entry: Entry, same: Sequence[Entry], profile: Profile) -> Note | None:
    here = entry.record.distance_m
    measured = [other for other in same if other.record.distance_m]
    if not here or entry.record.activity is None:
        return None
    beaten = [other for other in measured if (other.record.distance_m or 0) >= here]
    since = beaten[-1].day if beaten else measured[0].day if measured else entry.day
    between = [other for other in measured if other.day > since or not beaten]
    days = (entry.day - since).days
    if days < WORTH_DAYS or len(between) < 3:
        return None
    value, unit = distance(here, profile)
    return Note.of("note-longest", activity=entry.record.activity, distance=value, unit=unit, days=days)


def _again(entry: Entry, same: Sequence[Entry]) -> Note | None:
    if not same or entry.record.activity is None:
        return None
    days = (entry.day - same[-1].day).days
    return Note.of("note-again", activity=entry.record.activity, days=days) if days >= WORTH_DAYS else None


def _who_reached(entry: Entry, before: float) -> Note | None:
    """`before`: minutes of the week without the entry."""
    now = before + moderate_minutes(entry.record)
    if before < AEROBIC_MIN <= now:
        return Note.of("note-who-reached", minutes=shown(now), goal=AEROBIC_MIN)
    return None


def _week_minutes(entry: Entry, before: float) -> Note | None:
    here = moderate_minutes(entry.record)
    if here <= 0:
        return None
    now = before + here
    if now >= AEROBIC_MIN:
        return Note.of("note-week-minutes-over", minutes=shown(now), goal=AEROBIC_MIN)
    left = shown(AEROBIC_MIN - now)
    double = "yes" if here > record_minutes(entry.record) else "no"
    return Note.of("note-week-minutes", minutes=shown(now), goal=AEROBIC_MIN, left=left, double=double)


def _week_distance(entry: Entry, same: Sequence[Entry], profile: Profile) -> Note | None:
    """This week so far against the whole week before; only once this week has at least two entries."""
    here = entry.record.distance_m
    if not here or entry.record.activity is None:
        return None
    this_week, last_week = _week(entry, same), _week(entry, same, back=1)
    total = here + sum(other.record.distance_m or 0 for other in this_week)
    last = sum(other.record.distance_m or 0 for other in last_week)
    if last <= 0 or not this_week:
        return None
    (now, unit), (before, _) = distance(total, profile), distance(last, profile)
    return Note.of("note-week-distance", activity=entry.record.activity, distance=now, last=before, unit=unit)


def _sets(entry: Entry, earlier: Sequence[Entry], profile: Profile, language: str) -> Note | None:
    same = [other for other in earlier if other.record.activity == entry.record.activity]
    return _best_1rm(entry, same, profile) or _most_reps(entry, same) or _strength_days(entry, earlier)


def _best_1rm(entry: Entry, same: Sequence[Entry], profile: Profile) -> Note | None:
    age = profile.age_on(entry.day)
    here = estimate(entry.record, age)
    before = [value for other in same if (value := estimate(other.record, age)) is not None]
    if here is None or not before or here <= max(before) + 0.25 or entry.record.activity is None:
        return None
    (now, unit), (best, _) = load(here, profile), load(max(before), profile)
    if now <= best:
        return None
    return Note.of("note-best-1rm", activity=entry.record.activity, load=now, before=best, unit=unit)


def estimate(record: Record, age: int | None) -> float | None:
    """Best estimated maximum of a set entry, kg (Epley), from sets of at most ten repetitions; `None` without any."""
    reps = record.reps_list or ((record.reps,) if record.reps else ())
    loads = record.load_list_kg or (record.load_kg,) * len(reps)
    found = [
        made.epley_kg
        for weight, count in zip(loads, reps, strict=False)
        if weight
        and not isinstance(made := one_rm(weight, count, rpe=record.rpe, rir=record.rir, age=age), Refusal)
        and not made.low_confidence
    ]
    return max(found, default=None)


def total_reps(record: Record) -> int:
    """Repetitions of an entry over all its sets."""
    return sum(record.reps_list) if record.reps_list else (record.reps or 0) * (record.sets or 1)


def _most_reps(entry: Entry, same: Sequence[Entry]) -> Note | None:
    here = total_reps(entry.record)
    if not here or entry.record.activity is None or entry.record.load_kg or entry.record.load_list_kg:
        return None
    before = [other for other in same if total_reps(other.record) and not other.record.load_kg]
    if len(before) < 3 or (entry.day - before[0].day).days < WORTH_DAYS:
        return None
    best = max(total_reps(other.record) for other in before)
    if here <= best:
        return None
    return Note.of("note-most-reps", activity=entry.record.activity, reps=here, before=best)


def _strength_days(entry: Entry, earlier: Sequence[Entry]) -> Note | None:
    days = {other.day for other in _week(entry, earlier) if other.record.type == "sets"}
    if not _this_week(entry) or entry.day in days or len(days) + 1 < STRENGTH_DAYS:
        return None
    return Note.of("note-strength-days", days=len(days) + 1, goal=STRENGTH_DAYS)


def _steps(entry: Entry, earlier: Sequence[Entry], profile: Profile, language: str) -> Note | None:
    steps = entry.record.steps
    if steps is None:
        return None
    by_day: dict[object, int] = {}
    for other in earlier:
        if other.record.steps and 0 < (entry.day - other.day).days <= 7:
            by_day[other.day] = max(by_day.get(other.day, 0), other.record.steps)
    if len(by_day) >= 3:
        usual = int(median(by_day.values()))
        rule = "note-steps-above" if steps > usual else "note-steps-below" if steps < usual else "note-steps-same"
        return Note.of(rule, steps=steps, usual=usual, more=abs(steps - usual), days=len(by_day))
    height = profile.facts.height_cm
    walked = steps_to_m(steps, height, profile.facts.sex) if height else None
    if walked is None or isinstance(walked, Refusal) or walked < 500:
        return None
    value, unit = distance(walked, profile)
    return Note.of("note-steps-distance", steps=steps, distance=value, unit=unit)


def _water(entry: Entry, earlier: Sequence[Entry], profile: Profile, language: str) -> Note | None:
    today = [other.record.water_ml or 0 for other in earlier if other.day == entry.day]
    drunk = sum(today)
    if drunk <= 0 or entry.record.water_ml is None:
        return None
    return Note.of("note-water", ml=shown(drunk + entry.record.water_ml))


def _rest(entry: Entry, earlier: Sequence[Entry], profile: Profile, language: str) -> Note | None:
    active = {other.day for other in _week(entry, earlier) if other.record.type in ("workout", "sets")}
    return Note.of("note-rest", days=len(active)) if active and _this_week(entry) else None


def _week(entry: Entry, earlier: Sequence[Entry], back: int = 0) -> list[Entry]:
    """Earlier entries of the entry's week (Monday to Sunday), or of one `back` weeks before."""
    monday = entry.day - timedelta(days=entry.day.weekday() + 7 * back)
    next_monday = monday + timedelta(days=7)
    return [other for other in earlier if monday <= other.day < next_monday]


def _minutes(entries: Sequence[Entry]) -> float:
    return sum(moderate_minutes(other.record) for other in entries)


_NOTERS: dict[RecordType, _Noter] = {
    "workout": _workout,
    "sets": _sets,
    "vitals": vitals_note,
    "sleep": sleep_note,
    "steps": _steps,
    "body": body_note,
    "water": _water,
    "rest": _rest,
}
