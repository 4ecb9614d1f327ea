"""Notes on readings: the band of a named public scheme, the person's own usual, advice to repeat. Never a
diagnosis.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from statistics import fmean

from core.domain.alarms import AlarmAction, strictest
from core.domain.blood_pressure import bp_alarm, bp_class, bp_plausible, bp_scheme, home_bp_high
from core.domain.display import load, shown
from core.domain.heart import resting_baseline, resting_raised
from core.domain.profile import Profile
from core.domain.reasons import Refusal
from core.domain.records import Entry, Frozen, Record
from core.domain.sleep import recommended_hours, sleep_duration
from core.domain.vitals import fasting_glucose, glucose_alarm, resting_hr_alarm, spo2_alarm, temperature_alarm

Fact = str | int | float


class Note(Frozen):
    """A message id (`note-…`) and its variables."""

    id: str
    facts: tuple[tuple[str, Fact], ...] = ()

    @classmethod
    def of(cls, message: str, **facts: Fact) -> Note:
        return cls(id=message, facts=tuple(facts.items()))


def vitals_note(entry: Entry, earlier: Sequence[Entry], profile: Profile, language: str) -> Note | None:
    """On a reading: an alarm first, else pressure, resting rate, fasting glucose."""
    record = entry.record
    action = alarm(record, profile)
    if action != "none":
        return Note.of("note-alarm", action=action)
    if record.systolic is not None and record.diastolic is not None:
        return _pressure(entry, earlier, profile, language)
    if record.resting_bpm is not None:
        return _resting(entry, earlier)
    if record.glucose_mmol_l is not None and record.glucose_context == "fasting":
        return _glucose(record.glucose_mmol_l, profile, language)
    return None


def alarm(record: Record, profile: Profile) -> AlarmAction:
    """The strictest action any reading of the record asks for, without symptoms known."""
    facts = profile.facts
    insulin = "diabetes_insulin" in facts.conditions or "insulin" in facts.medications
    asked: list[AlarmAction | Refusal] = []
    if record.systolic is not None and record.diastolic is not None:
        asked.append(bp_alarm(record.systolic, record.diastolic, pregnant=facts.pregnant))
    if record.resting_bpm is not None:
        asked.append(resting_hr_alarm(record.resting_bpm, athlete=facts.activity_level in ("very", "extra")))
    if record.spo2_pct is not None:
        asked.append(spo2_alarm(record.spo2_pct))
    if record.temp_c is not None:
        asked.append(temperature_alarm(record.temp_c))
    if record.glucose_mmol_l is not None:
        asked.append(glucose_alarm(record.glucose_mmol_l, on_insulin=insulin))
    return strictest(action for action in asked if not isinstance(action, Refusal))


def _pressure(entry: Entry, earlier: Sequence[Entry], profile: Profile, language: str) -> Note | None:
    """The week's mean from three days on, else this reading's band and the advice to measure again."""
    scheme = bp_scheme(language, profile.facts.country)
    week = [
        other
        for other in (*earlier, entry)
        if other.record.systolic
        and other.record.diastolic
        and (entry.day - other.day).days < 7
        and bp_plausible(other.record.systolic, other.record.diastolic) is None
    ]
    if len({other.day for other in week}) >= 3 and not profile.facts.pregnant:
        high, low = fmean(o.record.systolic or 0 for o in week), fmean(o.record.diastolic or 0 for o in week)
        above = home_bp_high(high, low, scheme)
        if not isinstance(above, Refusal):
            return Note.of(
                "note-bp-week",
                systolic=shown(high),
                diastolic=shown(low),
                readings=len(week),
                scheme=scheme,
                high="yes" if above else "no",
            )
    systolic, diastolic = entry.record.systolic or 0, entry.record.diastolic or 0
    band = bp_class(systolic, diastolic, scheme, age=profile.age_on(entry.day), pregnant=profile.facts.pregnant)
    if isinstance(band, Refusal):
        return None
    return Note.of("note-bp", systolic=systolic, diastolic=diastolic, band=band, scheme=scheme)


def _resting(entry: Entry, earlier: Sequence[Entry]) -> Note | None:
    mornings = [o.record.resting_bpm for o in earlier if o.record.resting_bpm and 25 <= o.record.resting_bpm <= 150]
    here = entry.record.resting_bpm or 0
    baseline = resting_baseline(mornings)
    if isinstance(baseline, Refusal):
        return Note.of("note-resting-count", have=len(mornings) + 1, need=8) if len(mornings) < 7 else None
    if resting_raised(baseline, [*mornings, here]):
        return Note.of("note-resting-raised", bpm=here, usual=shown(baseline))
    return Note.of("note-resting", bpm=here, usual=shown(baseline))


def _glucose(value: float, profile: Profile, language: str) -> Note | None:
    scheme = "china" if profile.facts.country == "CN" or language.startswith("zh") else "ada"
    band = fasting_glucose(value, "china" if scheme == "china" else "ada")
    if isinstance(band, Refusal):
        return None
    return Note.of("note-glucose", value=shown(value, 1), band=band, scheme=scheme)


def sleep_note(entry: Entry, earlier: Sequence[Entry], profile: Profile, language: str) -> Note | None:
    """The mean of the last nights from four on, else the night against the range for the age."""
    if not entry.record.sleep_s or entry.record.nap:
        return None
    hours, age = entry.record.sleep_s / 3600, profile.age_on(entry.day)
    nights = {
        other.day: other.record.sleep_s / 3600
        for other in earlier
        if other.record.sleep_s and not other.record.nap and entry.day - other.day < timedelta(days=7)
    } | {entry.day: hours}
    limits = None if age is None else recommended_hours(age)
    band = None if age is None else sleep_duration(age, hours)
    if limits is None or band is None or isinstance(limits, Refusal) or isinstance(band, Refusal):
        if len(nights) < 4:
            return None
        return Note.of("note-sleep-mean", hours=shown(fmean(nights.values()), 1), nights=len(nights))
    low, high = limits
    if len(nights) >= 4:
        mean = fmean(nights.values())
        where = "below" if mean < low else "above" if mean > high else "within"
        return Note.of("note-sleep-week", hours=shown(mean, 1), nights=len(nights), low=low, high=high, where=where)
    where = "within" if band == "recommended" else "below" if hours < low else "above"
    return Note.of("note-sleep", hours=shown(hours, 1), low=low, high=high, where=where)


def body_note(entry: Entry, earlier: Sequence[Entry], profile: Profile, language: str) -> Note | None:
    """The week's mean weight against the week before; nothing for minors, in pregnancy or after an eating-disorder
    signal.
    """
    age = profile.age_on(entry.day)
    if profile.ed_signal or profile.facts.pregnant or (age is not None and age < 18) or entry.record.weight_kg is None:
        return None

    def mean(first: int, last: int) -> float | None:
        found = [
            o.record.weight_kg
            for o in (*earlier, entry)
            if o.record.weight_kg and first <= (entry.day - o.day).days <= last
        ]
        return fmean(found) if len(found) >= 2 else None

    this_week, week_before = mean(0, 6), mean(7, 13)
    if this_week is None or week_before is None:
        return None
    (now, unit), (change, _) = load(this_week, profile), load(abs(this_week - week_before), profile)
    where = "same" if change == 0 else "down" if this_week < week_before else "up"
    return Note.of("note-weight-week", weight=now, change=change, unit=unit, where=where)
