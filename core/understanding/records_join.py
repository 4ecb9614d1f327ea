"""What the records of one message mean together: empty ones dropped, measurements joined, days of rest."""

from __future__ import annotations

from core.domain.records import Record
from core.understanding.activities import counted
from core.understanding.clauses import Clause
from core.understanding.draft import Draft

_VALUES = tuple(name for name in Record.__slots__ if name not in ("type", "activity", "date_offset_days"))


def drop_empty(found: list[tuple[Draft, Record]], *, doubted: bool = False) -> list[tuple[Draft, Record]]:
    """A workout without any number counts only if it is told as done and nothing better is said of it."""
    kept = []
    quantified = doubted or any(_valued(r) for _, r in found)
    measured = {d.clause.start for d, r in found if _valued(r) and d.kind == "topic"}
    for draft, record in found:
        if record.type == "workout" and not _valued(record):
            if draft.clause.start in measured:
                # "weighed in at 74 kg for judo"
                continue
            generic = draft.name in ("workout", "strength_training", "circuit", "stairs", "aerobics")
            if not draft.done or (generic and quantified) or not _told_plainly(draft):
                continue
        race = record.distance_m in (21_097.5, 42_195.0)
        if race and record.duration_s is None and not draft.done:
            continue
        kept.append((draft, record))
    return kept


def one_night(found: list[tuple[Draft, Record]]) -> list[tuple[Draft, Record]]:
    """`in bed from 11 to 7 but only slept 6h`: of two lengths of one night the time asleep counts."""
    nights = [(d, r) for d, r in found if r.type == "sleep" and not r.nap]
    if len(nights) != 2 or nights[0][1].date_offset_days != nights[1][1].date_offset_days:
        return found
    (bed, in_bed), (_, asleep) = nights
    clocks = any(t.kind in ("clock", "time", "num") for t in bed.items) or "in bed" in bed.clause.words
    shorter = in_bed.sleep_s is not None and 0 < (asleep.sleep_s or 0) < in_bed.sleep_s
    if not (clocks and shorter and (asleep.sleep_s or 0) * 2 >= (in_bed.sleep_s or 0)):
        return found
    return [pair for pair in found if pair[1] is not in_bed]


def _valued(record: Record) -> bool:
    return any(getattr(record, name) is not None for name in _VALUES)


def _told_plainly(draft: Draft) -> bool:
    return draft.clause.end - draft.clause.start <= 60 and draft.clause.stance == "done"


def merge_vitals(found: list[tuple[Draft, Record]]) -> list[tuple[Draft, Record]]:
    """Neighbouring measurements of one day make one record; an average heart rate belongs to the workout before it."""
    out: list[tuple[Draft, Record]] = []
    for draft, record in found:
        if out and record.type == "vitals":
            last_draft, last = out[-1]
            values = {name: getattr(record, name) for name in record.said() - {"type", "date_offset_days"}}
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


def merge_bodies(found: list[tuple[Draft, Record]]) -> list[tuple[Draft, Record]]:
    """`体重136斤，比上个月掉了两斤`: a weight and its change are one measurement."""
    out: list[tuple[Draft, Record]] = []
    for draft, record in found:
        last = out[-1][1] if out else None
        if last is not None and record.type == last.type == "body" and _complete_each_other(last, record):
            weight, change = last.weight_kg or record.weight_kg, last.weight_change_kg or record.weight_change_kg
            out[-1] = (out[-1][0], last.model_copy(update={"weight_kg": weight, "weight_change_kg": change}))
        else:
            out.append((draft, record))
    return out


def _complete_each_other(a: Record, b: Record) -> bool:
    same_day = a.date_offset_days == b.date_offset_days
    return same_day and (a.weight_kg is None) == (b.weight_change_kg is None) != (a.weight_change_kg is None)


def _only_average(record: Record) -> bool:
    return record.type == "vitals" and record.said() == {"type", "avg_bpm", "date_offset_days"}


def _of_workout(record: Record, draft: Draft, workout: Draft) -> bool:
    if record.avg_bpm is not None:
        return True
    return record.bpm is not None and record.bpm >= 100 and draft.clause.sentence == workout.clause.sentence


def rest_days(clauses: list[Clause], records: list[Record]) -> list[tuple[int, Record]]:
    """Days told to be without training, each with its place: `今天没跑`, `skipped the gym`, `今天休息`."""
    trained = {r.date_offset_days for r in records if r.type in ("workout", "sets", "steps", "rest")}
    rests: list[tuple[int, Record]] = []
    for clause in clauses:
        if clause.stance not in ("negated", "done", "neutral"):
            continue
        if not _says_rest(clause):
            continue
        for offset in _days_of_rest(clause):
            if offset <= 0 and offset not in trained:
                trained.add(offset)
                rests.append((clause.start, Record(type="rest", date_offset_days=offset)))
    return rests


def _days_of_rest(clause: Clause) -> list[int]:
    """Whole days from today: the last one named, or all of which 都 says the same."""
    days = [int(t.value) for t in clause.tokens if t.kind == "date"]
    return days if days and any(t.kind == "both" for t in clause.tokens) else days[-1:] or [0]


def in_order(found: list[tuple[Draft, Record]], rests: list[tuple[int, Record]]) -> list[Record]:
    """All records as they were said."""
    if not rests:
        return [record for _, record in found]
    placed = [(draft.start, record) for draft, record in found]
    for place, record in rests:
        at = next((i for i, (start, _) in enumerate(placed) if start > place), len(placed))
        placed.insert(at, (place, record))
    return [record for _, record in placed]


def _says_rest(clause: Clause) -> bool:
    if any(t.kind in ("qty", "num", "time") and t.name != "other" for t in clause.tokens):
        return False
    return clause.rest or (
        any(t.kind == "topic" and t.name == "rest" for t in clause.tokens)
        and any(t.kind == "date" for t in clause.tokens)
        and not any(t.kind == "act" and counted(t.name) in ("lift", "reps") for t in clause.tokens)
    )
