"""Records from a message: what the person did or measured, read by rules from English, Chinese or a mixture."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from core.domain.records import Record
from core.understanding.activities import counted
from core.understanding.aliases import lexicon
from core.understanding.built import Built, DistanceUnit, LoadUnit, Units, is_distance, is_duration, is_mass
from core.understanding.clauses import Clause, cut, join_durations
from core.understanding.corrections import read_correction
from core.understanding.dates import DAY_START_HOUR, find_dates, local_day
from core.understanding.drafts import Draft, gather
from core.understanding.numbers import to_digits
from core.understanding.plausible import check
from core.understanding.reading import Correction, Doubt, Held
from core.understanding.records_measures import VITALS, read_vitals, read_water, read_weight
from core.understanding.records_sets import has_sets, read_sets
from core.understanding.records_sleep import read_sleep
from core.understanding.records_workout import read_workout
from core.understanding.text_norm import normalise
from core.understanding.tokens import Token, scan

_RELEVANT = re.compile(r"\d|[a-z]|[\u4e00-\u9fff]")
_QUOTED = re.compile(r"[“「『][^”」』\n]{0,400}[”」』]|(?<![\d'\"])\"(?=[a-z\u4e00-\u9fff])[^\"\n]{0,400}\"|(?:^|(?<=\n))>[^\n]*")
_FILLER = re.compile(
    r"\b(?:today|tonight|yesterday|this|morning|evening|done|just|hit|a|an|the|i|did|my|finished|completed|crushed|got|nailed|in|yay|for|only"
    r"|another|easy|good|nice|pb|pr|lol|ok|time|new)\b|今天|昨天|打卡|完成|搞定|了|早上|晚上|今早|昨晚|用时|用了|总共|一共|达成|我|又|刚"
)
_MAX_RECORDS = 30


@dataclass(frozen=True, slots=True)
class RecordReading:
    """What a message says was done. `held` is beyond the plausible, `doubts` reads two ways.

    `spans`: where in the normalised, digit-folded text the records come from. `confidence` 0–1, 0 when nothing was read.
    """

    records: tuple[Record, ...] = ()
    held: tuple[Held, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    correction: Correction | None = None
    spans: tuple[tuple[int, int], ...] = ()
    confidence: float = 0.0

    @property
    def empty(self) -> bool:
        return not (self.records or self.held or self.doubts or self.correction)


def read_records(
    text: str, *, now: datetime, zone: str, locale: str, load_unit: LoadUnit | None, distance_unit: DistanceUnit | None,
    day_start_hour: int = DAY_START_HOUR,
) -> RecordReading:
    """Read one message. `now` is aware; `locale` a BCP 47 tag (it settles 斤 and 3/5); units are the person's, if known.

    Never raises on any text; the work is bounded by the length cap of `normalise`.
    """
    original = _QUOTED.sub(lambda m: " " * len(m[0]), to_digits_keeping_case(text))
    folded = original.lower()
    if len(folded) != len(original):
        original = folded
    if not _RELEVANT.search(folded):
        return RecordReading()
    today = local_day(now, zone, day_start_hour)
    small_hours = now.astimezone(ZoneInfo(zone)).hour < day_start_hour
    dates = find_dates(folded, today, locale, small_hours)
    tokens = scan(folded, lexicon(), dates)
    unit = Units(locale, load_unit, distance_unit, chinese=_is_chinese(folded))
    correction = read_correction(folded, join_durations(tokens, folded), unit)
    if correction is not None:
        return RecordReading(correction=correction, spans=((0, len(folded)),), confidence=0.9)
    return _collect(folded, cut(tokens, folded, original), unit)


def to_digits_keeping_case(text: str) -> str:
    """The normalised text with numbers in digits; capitals are kept only where that changes no number."""
    plain = normalise(text)
    folded = to_digits(plain.lower())
    return plain if folded == plain.lower() else folded


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text)


def _collect(text: str, clauses: list[Clause], unit: Units) -> RecordReading:
    drafts = gather(clauses)
    found: list[tuple[Draft, Record]] = []
    doubts: list[Doubt] = []
    alone = len(drafts) == 1
    for draft in drafts[:_MAX_RECORDS]:
        built = _build(draft, unit, alone, text)
        if built.doubt is not None:
            doubts.append(_dated_doubt(built.doubt, draft))
        found += [(draft, _dated(record, draft)) for record in built.records]
    found = _merge_vitals(_drop_empty(found))
    rests = _rest_days(clauses, [r for _, r in found])
    return _reading(found, rests, doubts)


def _reading(found: list[tuple[Draft, Record]], rests: list[Record], doubts: list[Doubt]) -> RecordReading:
    records: list[Record] = []
    held: list[Held] = []
    for record in [*(r for _, r in found), *rests]:
        wrong = check(record)
        if wrong is not None:
            held.append(wrong)
        elif record not in records or record.type in ("sets", "workout"):
            records.append(record)
    return RecordReading(
        records=tuple(records), held=tuple(held), doubts=tuple(doubts[:5]),
        spans=tuple((d.start, d.end) for d, _ in found), confidence=_confidence(found, rests, doubts),
    )


def _confidence(found: list[tuple[Draft, Record]], rests: list[Record], doubts: list[Doubt]) -> float:
    if not found and not rests:
        return 0.6 if doubts else 0.0
    sure = [0.7 if d.guessed else 0.95 if d.done else 0.85 for d, _ in found]
    return min([*sure, 0.9] if rests else sure)


def _build(draft: Draft, unit: Units, alone: bool, text: str) -> Built:
    draft.best = any(t.name == "best" for t in draft.items)
    match draft.name:
        case "sleep" | "nap":
            return read_sleep(draft)
        case "weight" | "weight_down" | "weight_up":
            return read_weight(draft, unit)
        case "water":
            return read_water(draft, unit)
        case "steps":
            return _steps(draft)
        case "rest_day":
            return Built((Record(type="rest"),))
        case "max_hr":
            return Built()
        case "":
            return _nameless(draft, unit, alone, text)
    if draft.name in VITALS:
        return read_vitals(draft)
    if draft.name == "rowing_erg" and any(is_mass(t) for t in draft.items):
        draft.name = "barbell_row"
    return read_sets(draft, unit) if has_sets(draft) else read_workout(draft, unit)


def _steps(draft: Draft) -> Built:
    value = next((t.value for t in draft.items if t.name == "step" or t.kind == "num"), None)
    if value is None:
        value = next((t.value * 1000 for t in draft.items if t.name == "km"), None)
    return Built() if value is None else Built((Record(type="steps", steps=int(value)),))


def _nameless(draft: Draft, unit: Units, alone: bool, text: str) -> Built:
    """Quantities that no word names: some speak for themselves, a lone distance or count is asked about."""
    items = draft.items
    pair = next((t.values for t in items if t.kind == "pair"), None)
    if any(t.name in ("bpm", "mmol", "mgdl") for t in items) or (pair and 80 <= pair[0] <= 260 and 40 <= pair[1] <= 150):
        return read_vitals(draft)
    built = read_workout(draft, unit)
    if built.records or not alone or not _only_fillers(text, items):
        return built
    only = [t for t in items if t.kind in ("qty", "num", "time")]
    if len(only) == 2 and sum(is_distance(t) for t in only) == 1 and any(is_duration(t) or t.kind == "time" for t in only):
        return _unnamed_run(draft, unit)
    if len(only) != 1:
        return built
    if is_mass(only[0]) and draft.offset is not None:
        return read_weight(draft, unit) if not draft.name else built
    return _lone(only[0].name, only[0].value, text, unit) if is_distance(only[0]) or only[0].kind == "num" else built


def _unnamed_run(draft: Draft, unit: Units) -> Built:
    """`5k 25:00`: a run at a runner's pace; otherwise the activity is asked."""
    guesses = [(a, read_workout(replace(draft, name=a, kind="act"), unit)) for a in ("running", "walking", "cycling")]
    options = tuple((a, built.records[0]) for a, built in guesses if built.records)
    run = next((r for a, r in options if a == "running"), None)
    if run is not None and run.distance_m and run.duration_s and 0.15 <= run.duration_s / run.distance_m <= 0.54:
        draft.guessed = True
        return Built((run,))
    return Built(doubt=Doubt(question="which_activity", options=options)) if len(options) > 1 else Built()


def _only_fillers(text: str, items: list[Token]) -> bool:
    """Whether nothing stands beside the quantities that could name an activity (`drove 30 miles` does)."""
    for token in sorted(items, key=lambda t: -t.start):
        text = text[: token.start] + " " + text[token.end :]
    return not re.search(r"[a-z\u4e00-\u9fff]", _FILLER.sub(" ", text))


def _lone(name: str, value: float, text: str, unit: Units) -> Built:
    if name == "km" and re.search(r"\d ?k\b", text):
        metres, steps = value * 1000, int(value * 1000)
    elif name:
        metres, steps = value * {"km": 1000.0, "mi": 1609.344, "m": 1.0, "yd": 0.9144, "li": 500.0}[name], 0
    elif 1000 <= value <= 100_000 and re.fullmatch(r"\W*\d+\W*", text):
        metres, steps = value, int(value)
    else:
        return Built()
    if steps <= 0:
        options = tuple((a, Record(type="workout", activity=a, distance_m=metres)) for a in ("running", "walking", "cycling"))
        return Built(doubt=Doubt(question="which_activity", options=options)) if metres > 0 else Built()
    run = Record(type="workout", activity="running", distance_m=metres)
    return Built(doubt=Doubt(question="distance_or_steps", options=(("distance", run), ("steps", Record(type="steps", steps=steps)))))


def _dated(record: Record, draft: Draft) -> Record:
    offset = draft.offset or 0
    if record.type == "sleep" and draft.night:
        offset = 0 if offset >= -1 else offset + 1
    return record.model_copy(update={"date_offset_days": offset}) if offset else record


def _dated_doubt(doubt: Doubt, draft: Draft) -> Doubt:
    return doubt.model_copy(update={"options": tuple((name, _dated(r, draft)) for name, r in doubt.options)})


def _drop_empty(found: list[tuple[Draft, Record]]) -> list[tuple[Draft, Record]]:
    """A workout without any number counts only if it is told as done and nothing better is said of it."""
    kept = []
    quantified = any(_valued(r) for _, r in found)
    for draft, record in found:
        if record.type == "workout" and not _valued(record):
            generic = draft.name in ("workout", "strength_training", "circuit", "stairs", "aerobics")
            if not draft.done or (generic and quantified) or not _told_plainly(draft):
                continue
        race = record.distance_m in (21_097.5, 42_195.0)
        if race and record.duration_s is None and not draft.done:
            continue
        kept.append((draft, record))
    return kept


def _valued(record: Record) -> bool:
    return any(v is not None for k, v in record if k not in ("type", "activity", "date_offset_days"))


def _told_plainly(draft: Draft) -> bool:
    return draft.clause.end - draft.clause.start <= 60 and draft.clause.stance == "done"


def _merge_vitals(found: list[tuple[Draft, Record]]) -> list[tuple[Draft, Record]]:
    """Neighbouring measurements of one day make one record; an average heart rate belongs to the workout before it."""
    out: list[tuple[Draft, Record]] = []
    for draft, record in found:
        if out and record.type == "vitals":
            last_draft, last = out[-1]
            values = {k: v for k, v in record if v is not None and k not in ("type", "date_offset_days")}
            if last.type == "workout" and last.avg_bpm is None and _of_workout(record, draft, last_draft):
                rate = record.avg_bpm or record.bpm
                out[-1] = (last_draft, last.model_copy(update={"avg_bpm": rate}))
                continue
            same_day = last.date_offset_days == record.date_offset_days or draft.offset is None
            if last.type == "vitals" and same_day and all(getattr(last, k) is None for k in values):
                out[-1] = (last_draft, last.model_copy(update=values))
                continue
        elif out and record.type == "workout" and record.avg_bpm is None and _only_average(out[-1][1]):
            record = record.model_copy(update={"avg_bpm": out.pop()[1].avg_bpm})
        out.append((draft, record))
    return out


def _only_average(record: Record) -> bool:
    said = {k for k, v in record if v is not None} - {"type", "date_offset_days"}
    return record.type == "vitals" and said == {"avg_bpm"}


def _of_workout(record: Record, draft: Draft, workout: Draft) -> bool:
    if record.avg_bpm is not None:
        return True
    return record.bpm is not None and record.bpm >= 100 and draft.clause.sentence == workout.clause.sentence


def _rest_days(clauses: list[Clause], records: list[Record]) -> list[Record]:
    """Days told to be without training: `今天没跑`, `skipped the gym`, `今天休息`."""
    trained = {r.date_offset_days for r in records if r.type in ("workout", "sets", "steps", "rest")}
    rests: list[Record] = []
    for clause in clauses:
        if clause.stance not in ("negated", "done", "neutral"):
            continue
        if not _says_rest(clause):
            continue
        dates = [t for t in clause.tokens if t.kind == "date"]
        offset = int(dates[-1].value) if dates else 0
        if offset <= 0 and offset not in trained:
            trained.add(offset)
            rests.append(Record(type="rest", date_offset_days=offset))
    return rests


def _says_rest(clause: Clause) -> bool:
    if any(t.kind in ("qty", "num", "time") for t in clause.tokens):
        return False
    return clause.rest or (
        any(t.kind == "topic" and t.name == "rest" for t in clause.tokens) and any(t.kind == "date" for t in clause.tokens)
        and not any(t.kind == "act" and counted(t.name) in ("lift", "reps") for t in clause.tokens)
    )
