"""Values of the domain as text: entries, reasons, notes, sessions, plans, questions. Text is the Markdown subset."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta

from babel.dates import format_skeleton, format_time, get_day_names

from core.domain import entry_lines, plan_lines
from core.domain.entry_lines import MGDL_PER_MMOL, Part
from core.domain.plan_types import Item, Plan, PlannedSession, Targets
from core.domain.profile import Profile
from core.domain.progress_notes import Note
from core.domain.reasons import Reason
from core.domain.records import Entry, Record
from core.i18n import Value, Words
from core.understanding.facts import PLAUSIBLE
from core.understanding.reading import Doubt, Held

_BABEL = {"en": "en", "zh-Hans": "zh_Hans"}
_NOBODY = Profile()
_MASSES = ("weight_kg", "goal_weight_kg", "dumbbell_kg")
_WEIGHT_KG, _GLUCOSE_MMOL, _TEMP_C = (25.0, 350.0), (1.0, 35.0), (30.0, 44.0)


# Times and days


def date_text(words: Words, language: str, day: date, today: date) -> str:
    """`today`, `yesterday`, `tomorrow`, else weekday and date; the year only if it is another one."""
    near = {0: "day-today", -1: "day-yesterday", 1: "day-tomorrow"}.get((day - today).days)
    if near is not None:
        return words(language, near)
    return _calendar(language, day, with_year=day.year != today.year)


def _calendar(language: str, day: date, *, with_year: bool = False) -> str:
    return str(format_skeleton("yMMMEd" if with_year else "MMMEd", day, locale=_locale(language)))


def weekday_text(language: str, weekday: int) -> str:
    """Short name of a weekday, 0 is Monday."""
    return str(get_day_names("abbreviated", locale=_locale(language))[weekday])


def clock_text(language: str, at: time) -> str:
    """A local time of day as the language writes it: `7:05 PM`, `19:05`."""
    return str(format_time(at, "short", locale=_locale(language))).replace("\u202f", " ")


def duration_text(words: Words, language: str, seconds: float) -> str:
    """`1 h 5 min`, `25分30秒`."""
    return _part(words, language, entry_lines.duration(seconds))


def _locale(language: str) -> str:
    return _BABEL.get(language, "en")


# Entries


def entry_text(words: Words, language: str, entry: Entry | Record, profile: Profile, *, today: date) -> str:
    """One line: what, how much, and the day if it is not today."""
    record = entry.record if isinstance(entry, Entry) else entry
    day = entry.day if isinstance(entry, Entry) else today + timedelta(days=record.date_offset_days)
    said = record_text(words, language, record, profile)
    if day == today:
        return said
    # What was done before its person went west may stand on a day that has not come there: never on "tomorrow".
    named = isinstance(entry, Entry) and day > today
    when = _calendar(language, day) if named else date_text(words, language, day, today)
    return _line(words, language, (said, when))


def record_text(words: Words, language: str, record: Record, profile: Profile) -> str:
    """One line without the day."""
    made = entry_lines.line(record, profile)
    name = () if made.name_id is None else (_named(words, language, made.name_id),)
    text = _line(words, language, (*name, *(_part(words, language, part) for part in made.parts)))
    return _capital(text)


def activity_text(words: Words, language: str, activity: str | None) -> str:
    """The name of an activity or movement, at the start of a line."""
    return _capital(_named(words, language, f"activity-{activity or 'workout'}"))


def _named(words: Words, language: str, name_id: str) -> str:
    """Names that came with a file and are not ours are just a workout."""
    return words(language, name_id if words.has(language, name_id) else "activity-workout")


def _line(words: Words, language: str, pieces: Iterable[str]) -> str:
    return words(language, "line-separator").join(pieces)


def _part(words: Words, language: str, part: Part) -> str:
    """A part with the parts inside it."""
    values: dict[str, Value] = {}
    for name, value in part.values.items():
        if isinstance(value, Part):
            values[name] = _part(words, language, value)
        elif isinstance(value, tuple):
            values[name] = words(language, "list-separator").join(_part(words, language, one) for one in value)
        else:
            values[name] = value
    return words(language, part.message, **values)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# Reasons and notes


def reason_text(words: Words, language: str, reason: Reason) -> str:
    """The rule with its facts, then the published source."""
    text = words(language, reason.rule, **dict(reason.facts))
    return words(language, "reason-sourced", text=text, source=reason.source) if reason.source else text


def reasons_text(words: Words, language: str, reasons: Sequence[Reason]) -> str:
    """One line a reason, each said once."""
    texts = dict.fromkeys(reason_text(words, language, reason) for reason in reasons)
    return "\n".join(words(language, "reason-line", text=text) for text in texts)


def note_text(words: Words, language: str, note: Note) -> str:
    return words(language, note.id, **dict(note.facts))


# Sessions and plans


def session_text(words: Words, language: str, plan: Plan, session: PlannedSession, day: date, *, today: date) -> str:
    """A session in full: title, the `day` it is for, minutes, lines, and its notes once each."""
    head = words(
        language,
        "session-head",
        title=words(language, f"session-{session.title}"),
        date=date_text(words, language, day, today),
        minutes=session.minutes,
        week=session.week,
        weeks=plan.weeks,
    )
    lines = [words(language, "session-line", text=_item(words, language, item)) for item in session.items]
    notes = [words(language, "session-note", text=words(language, note)) for note in plan_lines.notes(session)]
    return "\n".join((head, *lines, *notes))


def _item(words: Words, language: str, item: Item) -> str:
    made = plan_lines.line(item)
    return words(language, made.message, name=_capital(words(language, made.name_id)), **made.values)


def plan_text(words: Words, language: str, plan: Plan) -> str:
    """A plan at a glance: what it is, the days of its first week, its targets."""
    week = [session for session in plan.sessions if session.week == 1]
    aims = _targets(words, language, plan.targets)
    return "\n".join(
        (
            words(language, "overview-head", title=words(language, f"plan-{plan.template}")),
            words(
                language,
                "overview-frame",
                weeks=plan.weeks,
                days=plan.days_per_week,
                minutes=plan.minutes_per_session,
                date=_calendar(language, plan.start),
            ),
            words(language, "overview-week"),
            *(_overview(words, language, session) for session in week),
            *((words(language, "overview-aims"), *aims) if aims else ()),
        )
    )


def _overview(words: Words, language: str, session: PlannedSession) -> str:
    title = words(language, f"session-{session.title}")
    day = weekday_text(language, session.weekday)
    return words(language, "overview-session", weekday=day, title=title, minutes=session.minutes)


def _targets(words: Words, language: str, targets: Targets) -> list[str]:
    found: list[str] = []
    if targets.steps_per_day is not None:
        found.append(words(language, "overview-steps", steps=targets.steps_per_day))
    if targets.aerobic_min_per_week is not None:
        found.append(words(language, "overview-aerobic", minutes=targets.aerobic_min_per_week))
    if targets.energy is not None:
        found.append(words(language, "overview-energy", kcal=targets.energy.kcal))
    if targets.protein_g is not None:
        low, high = targets.protein_g
        found.append(words(language, "overview-protein", low=low, high=high))
    return found


# Questions back


def doubt_question(words: Words, language: str, doubt: Doubt, profile: Profile = _NOBODY) -> str:
    """What has to be asked; `doubt_labels` are the buttons."""
    options = dict(doubt.options)
    first = doubt.options[0][1]
    match doubt.question:
        case "unit":
            weight = first.type == "body"
            name = words(language, "doubt-weight") if weight else activity_text(words, language, first.activity)
            return words(language, "doubt-unit", name=name)
        case "load_or_sets":
            name = activity_text(words, language, first.activity)
            return words(language, "doubt-load-or-sets", name=name, number=options["sets"].sets or 0)
        case "distance_or_steps":
            distance = _parts_text(words, language, options["distance"], profile)
            steps = _parts_text(words, language, options["steps"], profile)
            return words(language, "doubt-distance-or-steps", distance=distance, steps=steps)
        case "which_activity":
            return words(language, "doubt-which-activity", what=_amount(words, language, first, profile))


def doubt_labels(words: Words, language: str, doubt: Doubt) -> tuple[str, ...]:
    """The labels of the buttons, one for each option, in order."""
    if doubt.question == "which_activity":
        return tuple(activity_text(words, language, name) for name, _ in doubt.options)
    return tuple(words(language, f"doubt-option-{name}") for name, _ in doubt.options)


def _parts_text(words: Words, language: str, record: Record, profile: Profile) -> str:
    return _line(words, language, (_part(words, language, part) for part in entry_lines.line(record, profile).parts))


def _amount(words: Words, language: str, record: Record, profile: Profile) -> str:
    """How much, without the pace: that depends on the activity still to be named."""
    return _capital(_parts_text(words, language, record.model_copy(update={"activity": None}), profile))


def held_text(
    words: Words,
    language: str,
    held: Held,
    profile: Profile = _NOBODY,
    *,
    then: bool = True,
    today: date | None = None,
    of: Entry | None = None,
) -> str:
    """Why an entry looks wrong, and `then` what happens to it now. With the day it is for, if `today` is another one;
    `of`: the entry as it was held, maybe days ago."""
    if today is None:
        what = record_text(words, language, held.record, profile)
    else:
        what = entry_text(words, language, of or held.record, profile, today=today)
    because = f"held-{held.because.replace('_', '-')}"
    why = words(language, because, what=what, **_accepted(words, language, held.because, profile))
    if not then:
        return why
    return words(language, "held-whole", why=why, then=words(language, "held-then", verdict=held.verdict))


def offer_text(words: Words, language: str, entries: Iterable[Entry], profile: Profile, *, today: date) -> str:
    """The question whether a model has read rightly what was done."""
    what = " + ".join(entry_text(words, language, entry, profile, today=today) for entry in entries)
    why = words(language, "held-model-reading", what=what)
    return words(language, "held-whole", why=why, then=words(language, "held-then", verdict="review"))


def _accepted(words: Words, language: str, because: str, profile: Profile) -> dict[str, Value]:
    """The accepted range of a value, in the reader's unit."""
    american = profile.facts.country == "US"
    match because:
        case "weight_range":
            low, high = (_mass(words, language, bound, profile) for bound in _WEIGHT_KG)
            return {"low": low, "high": high}
        case "glucose_range" if american:
            low_mg, high_mg = (round(bound * MGDL_PER_MMOL) for bound in _GLUCOSE_MMOL)
            return {"low": low_mg, "high": high_mg, "unit": "mgdl"}
        case "glucose_range":
            return {"low": _GLUCOSE_MMOL[0], "high": _GLUCOSE_MMOL[1], "unit": "mmol"}
        case "temp_range" if american:
            low_f, high_f = (round(bound * 9 / 5 + 32) for bound in _TEMP_C)
            return {"low": low_f, "high": high_f, "unit": "f"}
        case "temp_range":
            return {"low": _TEMP_C[0], "high": _TEMP_C[1], "unit": "c"}
    return {}


def implausible_text(words: Words, language: str, fact: str, value: float, profile: Profile = _NOBODY) -> str:
    """What was said about oneself and cannot be, with the accepted range; the fact is asked for again."""
    low, high = PLAUSIBLE[fact]
    said = _fact(words, language, fact, value, profile)
    if low <= value <= high:
        return words(language, "implausible-pair", value=said)
    bounds = {"low": _fact(words, language, fact, low, profile), "high": _fact(words, language, fact, high, profile)}
    return words(language, f"implausible-{fact.replace('_', '-')}", value=said, **bounds)


def _fact(words: Words, language: str, fact: str, value: float, profile: Profile) -> Value:
    if fact in _MASSES:
        return _mass(words, language, value, profile)
    if fact == "height_cm":
        return _part(words, language, entry_lines.height(value, profile))
    return f"{value:g}" if fact == "birth_year" else value


def _mass(words: Words, language: str, kilograms: float, profile: Profile) -> str:
    value, unit = entry_lines.mass(kilograms, profile)
    return words(language, "entry-mass", value=value, unit=unit)
