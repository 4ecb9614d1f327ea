"""Records from a message: what the person did or measured, read by rules from English, Chinese or a mixture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from core.domain.records import Record
from core.understanding.aliases import lexicon
from core.understanding.built import Built, DistanceUnit, LoadUnit, Units, is_mass
from core.understanding.clauses import Clause, cut
from core.understanding.corrections import read_correction
from core.understanding.cues_en import KIDDING, TO_COACH
from core.understanding.cues_zh import invites
from core.understanding.dates import DAY_START_HOUR, find_dates, local_day
from core.understanding.draft import Draft
from core.understanding.drafts import gather
from core.understanding.durations import join_durations
from core.understanding.numbers import to_digits
from core.understanding.plausible import check
from core.understanding.reading import Correction, Doubt, Held
from core.understanding.records_join import drop_empty, in_order, merge_bodies, merge_vitals, one_night, rest_days
from core.understanding.records_measures import VITALS, read_vitals, read_water, read_weight
from core.understanding.records_nameless import read_nameless
from core.understanding.records_sets import has_sets, read_sets
from core.understanding.records_sleep import read_sleep
from core.understanding.records_workout import read_workout
from core.understanding.scanner import scan
from core.understanding.text_norm import normalise
from core.understanding.triggers import guarded
from core.understanding.typos_en import mended

_RELEVANT = re.compile(r"\d|[a-z]|[\u4e00-\u9fff]")
_QUOTED = guarded(
    r"[“「『][^”」』\n]{0,400}[”」』]|(?<![\d'\"])\"(?=[a-z\u4e00-\u9fff])[^\"\n]{0,400}\"|(?:^|(?<=\n))>[^\n]*"
)
_MASS_WORD = r"kgs?|kilos?|lbs?|pounds|公斤|千克|磅|斤"
_SAID_UNIT = guarded(
    rf"(?:\ball(?: in)? |\beverything in |都是|单位:?是?|\()({_MASS_WORD})\b"
    rf"|(?:^|[,，] ?)(?:in )?({_MASS_WORD})[.!。]?$|(?:均为|按)({_MASS_WORD})"
)
_BESIDE = frozenset({"hr", "avg_hr", "max_hr", "nap", "weight_down", "weight_up"})
"""Measures said of a workout; they make it no less the only one."""
_MAX_RECORDS = 30


@dataclass(frozen=True, slots=True)
class RecordReading:
    """What a message says was done. `held` is beyond the plausible, `doubts` reads two ways.

    `spans`: where in the normalised, digit-folded text the records come from. `confidence` 0–1; 0: nothing read.
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
    text: str,
    *,
    now: datetime,
    zone: str,
    locale: str,
    load_unit: LoadUnit | None,
    distance_unit: DistanceUnit | None,
    day_start_hour: int = DAY_START_HOUR,
) -> RecordReading:
    """Read one message. `now` is aware; `locale` a BCP 47 tag (it settles 斤 and 3/5); units are the person's.

    Never raises on any text; the work is bounded by the length cap of `normalise`.
    """
    original = _QUOTED.sub(lambda m: " " * len(m[0]), to_digits_keeping_case(text))
    original = TO_COACH.sub(lambda m: " " * len(m[0]), original)
    folded = original.lower()
    if len(folded) != len(original):
        original = folded
    if not _RELEVANT.search(folded) or KIDDING.search(folded) or invites(folded):
        return RecordReading()
    today = local_day(now, zone, day_start_hour)
    small_hours = now.astimezone(ZoneInfo(zone)).hour < day_start_hour
    dates = find_dates(folded, today, locale, small_hours)
    tokens = scan(folded, lexicon(), dates)
    unit = Units(locale, load_unit or _said_unit(folded), distance_unit, chinese=_is_chinese(folded))
    correction = read_correction(folded, join_durations(tokens, folded), unit)
    if correction is not None:
        return RecordReading(correction=correction, spans=((0, len(folded)),), confidence=0.9)
    return _collect(folded, cut(tokens, folded, original), unit)


def _said_unit(text: str) -> LoadUnit | None:
    """The unit of all loads, said once and for itself: `(kg)`, `all in lbs`, `都是公斤`."""
    found = _SAID_UNIT.search(text)
    if found is None:
        return None
    said = found[1] or found[2] or found[3]
    return "jin" if said == "斤" else "lb" if said[0] in "lp磅" else "kg"


def to_digits_keeping_case(text: str) -> str:
    """The normalised text with numbers in digits; capitals are kept only where that changes no number."""
    plain = mended(normalise(text))
    folded = to_digits(plain.lower())
    return plain if folded == plain.lower() else folded


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text)


def _collect(text: str, clauses: list[Clause], unit: Units) -> RecordReading:
    drafts = gather(clauses)
    found: list[tuple[Draft, Record]] = []
    doubts: list[Doubt] = []
    alone = sum(draft.name not in _BESIDE for draft in drafts) == 1
    for draft in drafts[:_MAX_RECORDS]:
        built = _build(draft, unit, alone, text)
        if built.doubt is not None:
            doubts.append(_dated_doubt(built.doubt, draft))
        found += [(draft, _dated(record, draft)) for record in built.records]
    found = merge_bodies(merge_vitals(one_night(drop_empty(found, doubted=bool(doubts)))))
    rests = rest_days(clauses, [r for _, r in found])
    return _reading(found, rests, doubts)


def _reading(found: list[tuple[Draft, Record]], rests: list[tuple[int, Record]], doubts: list[Doubt]) -> RecordReading:
    records: list[Record] = []
    held: list[Held] = []
    for record in in_order(found, rests):
        wrong = check(record)
        if wrong is not None:
            held.append(wrong)
        elif record not in records or record.type in ("sets", "workout"):
            records.append(record)
    return RecordReading(
        records=tuple(records),
        held=tuple(held),
        doubts=tuple(doubts[:5]),
        spans=tuple((d.start, d.end) for d, _ in found),
        confidence=_confidence(found, rests, doubts),
    )


def _confidence(found: list[tuple[Draft, Record]], rests: list[tuple[int, Record]], doubts: list[Doubt]) -> float:
    if not found and not rests:
        return 0.6 if doubts else 0.0
    sure = [0.7 if d.guessed else 0.95 if d.done else 0.85 for d, _ in found]
    return min([*sure, 0.9] if rests else sure)


def _build(draft: Draft, unit: Units, alone: bool, text: str) -> Built:
    draft.best = any(t.name == "best" for t in draft.items)
    match draft.name:
        case "sleep" | "nap":
            return read_sleep(draft)
        case "weight" | "weight_down" | "weight_up" | "weight_to" | "lighter" | "heavier":
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
            return read_nameless(draft, unit, alone, text)
    if draft.name in VITALS:
        return read_vitals(draft)
    if draft.name == "rowing_erg" and (any(is_mass(t) for t in draft.items) or has_sets(draft)):
        draft.name = "barbell_row"
    return read_sets(draft, unit) if has_sets(draft) else read_workout(draft, unit)


def _steps(draft: Draft) -> Built:
    value = next((t.value for t in draft.items if t.name == "step" or t.kind == "num"), None)
    if value is None:
        value = next((t.value * 1000 for t in draft.items if t.name == "km"), None)
    return Built() if value is None else Built((Record(type="steps", steps=int(value)),))


def _dated(record: Record, draft: Draft) -> Record:
    offset = draft.offset or 0
    if record.type == "sleep" and draft.night:
        offset = 0 if offset >= -1 else offset + 1
    return record.model_copy(update={"date_offset_days": offset}) if offset else record


def _dated_doubt(doubt: Doubt, draft: Draft) -> Doubt:
    return doubt.model_copy(update={"options": tuple((name, _dated(r, draft)) for name, r in doubt.options)})
