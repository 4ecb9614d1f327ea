"""Local days and local times of day.

A person's day ends at `day_start_hour` (03:00 by default). A local time in a gap (clocks go forward) means the first
moment after the gap; a time in a fold (clocks go back) means its first occurrence, so it happens once.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

UTC = ZoneInfo("UTC")
DAY_START_HOUR = 3


@lru_cache(maxsize=1024)
def zone_of(name: str | None) -> ZoneInfo:
    """The zone, UTC for an unknown name."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def is_zone(name: str) -> bool:
    """Whether the name is a zone of the tz database."""
    return name == "UTC" or zone_of(name) is not UTC


def local_day(moment: datetime, zone: str, day_start_hour: int = DAY_START_HOUR) -> date:
    """The person's date at `moment` (aware): before `day_start_hour` it is still yesterday."""
    local = moment.astimezone(zone_of(zone))
    return local.date() if local.hour >= day_start_hour else local.date() - timedelta(days=1)


def moment_of(day: date, at: time, zone: str) -> datetime:
    """The UTC moment of a local wall time, by the gap and fold rule above."""
    tz = zone_of(zone)
    wall = datetime.combine(day, at.replace(tzinfo=None))
    first = wall.replace(tzinfo=tz, fold=0).astimezone(UTC)
    if first.astimezone(tz).replace(tzinfo=None) == wall:
        return first
    return _after_gap(wall, tz)


def _after_gap(wall: datetime, tz: ZoneInfo) -> datetime:
    """The first moment after the gap that swallowed `wall`: the wall read with the offset before the gap lies behind
    it, the wall read with the offset after it lies before it; the change is between the two."""
    low = wall.replace(tzinfo=tz, fold=1).astimezone(UTC)
    high = wall.replace(tzinfo=tz, fold=0).astimezone(UTC)
    low, high = min(low, high), max(low, high)
    before = low.astimezone(tz).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(tz).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high.replace(microsecond=0)


def next_at(after: datetime, at: time, zone: str) -> datetime:
    """The first moment strictly after `after` at which the local clock shows `at` (UTC)."""
    day = after.astimezone(zone_of(zone)).date() - timedelta(days=1)
    while True:
        moment = moment_of(day, at, zone)
        if moment > after:
            return moment
        day += timedelta(days=1)


def day_end(day: date, zone: str, day_start_hour: int = DAY_START_HOUR) -> datetime:
    """The moment (UTC) at which the person's `day` is over."""
    return moment_of(day + timedelta(days=1), time(day_start_hour), zone)


def week_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def parse_clock(text: str) -> time | None:
    """ "HH:MM" as a time, `None` if it is not one."""
    hours, _, minutes = text.partition(":")
    if not (hours.isdecimal() and minutes.isdecimal() and int(hours) < 24 and int(minutes) < 60):
        return None
    return time(int(hours), int(minutes))


def in_quiet_hours(local: time, start: time, end: time) -> bool:
    """Start inclusive, end exclusive; the span may pass midnight. Equal ends: no quiet hours."""
    if start <= end:
        return start <= local < end
    return local >= start or local < end
