"""What a person can have done or measured: the record vocabulary, in internal units.

kg, cm (height), m, s, bpm, mmHg, mmol/L, °C, ml. Conversion happens where text is read and where it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict
from pydantic.dataclasses import dataclass

from core.domain.slim import STRICT, Slim

RecordType = Literal["workout", "sets", "vitals", "sleep", "steps", "body", "water", "rest"]
Provenance = Literal["self", "device", "photo", "file", "friend"]
EntryStatus = Literal["ok", "held", "void"]


class Frozen(BaseModel):
    """A value: unchangeable, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Record(Slim):
    """One finished action or measurement of the person. Only the fields said are set.

    `sets`/`reps` describe equal sets, `reps_list`/`load_list_kg` unequal ones (then `sets` is their number). Intervals
    are workouts with `sets`, `rep_distance_m` and the total `distance_m`. `rest` is a day off, on purpose or not.
    """

    type: RecordType
    activity: str | None = None
    distance_m: float | None = None
    duration_s: float | None = None
    sets: int | None = None
    reps: int | None = None
    reps_list: tuple[int, ...] | None = None
    load_kg: float | None = None
    load_list_kg: tuple[float, ...] | None = None
    hold_s: float | None = None
    rest_s: float | None = None
    rep_distance_m: float | None = None
    rpe: float | None = None
    rir: float | None = None
    systolic: int | None = None
    diastolic: int | None = None
    bpm: int | None = None
    resting_bpm: int | None = None
    avg_bpm: int | None = None
    steps: int | None = None
    sleep_s: float | None = None
    awakenings: int | None = None
    nap: bool | None = None
    weight_kg: float | None = None
    weight_change_kg: float | None = None
    height_cm: float | None = None
    glucose_mmol_l: float | None = None
    glucose_context: Literal["fasting", "before_meal", "after_meal", "bedtime"] | None = None
    spo2_pct: float | None = None
    temp_c: float | None = None
    water_ml: float | None = None
    floors: int | None = None
    incline_pct: float | None = None
    date_offset_days: int = 0
    """Whole days from the person's local day at the time of saying: 0 today, -1 yesterday."""


class _Written(Slim):
    """Keeps how it was written: an entry is written again with each later one, and seldom changes."""

    __slots__ = ("_written",)
    _written: bytes

    @property
    def as_json(self) -> bytes:
        """Without what is as by default."""
        try:
            return self._written
        except AttributeError:
            written = self.__pydantic_serializer__.to_json(self, exclude_defaults=True)
            object.__setattr__(self, "_written", written)
            return written


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Entry(_Written):
    """A record in the ledger. `at` is when it was said (UTC), `day` the person's local date it counts for."""

    id: str
    record: Record
    at: datetime
    day: date
    zone: str
    source: str
    """Where it came from: `telegram`, `discord`, `web`, ..."""
    message: str | None = None
    """`platform:chat_id:message_id` of the chat message it came from, so that editing the message edits the entry."""
    provenance: Provenance = "self"
    status: EntryStatus = "ok"
    held_because: str | None = None

    @property
    def restored(self) -> Entry:
        """As it was before it was withdrawn: what was held is held again."""
        return self.model_copy(update={"status": "held" if self.held_because else "ok"})


class LedgerLine(Frozen):
    """One line of the append-only ledger: a new entry, a new value for one, or its withdrawal (and return)."""

    op: Literal["add", "amend", "void", "restore"]
    entry_id: str
    at: datetime
    entry: Entry | None = None
    """The whole entry for `add` and `amend`."""


def fold(lines: Iterable[LedgerLine], known: Iterable[Entry] = ()) -> dict[str, Entry]:
    """The entries a ledger amounts to (`known`: those of its beginning), by id, in order of first mention; withdrawn
    ones have status `void`.

    Adding an id again changes nothing, so a line that was written twice counts once.
    """
    entries = {entry.id: entry for entry in known}
    for line in lines:
        entry = _after(entries.get(line.entry_id), line)
        if entry is not None:
            entries[line.entry_id] = entry
    return entries


def _after(known: Entry | None, line: LedgerLine) -> Entry | None:
    """The entry as a line leaves it; nothing but adding makes one."""
    if line.op == "add" or known is None:
        return known or (line.entry if line.op == "add" else None)
    match line.op:
        case "amend":
            return line.entry or known
        case "void":
            return known.model_copy(update={"status": "void"})
        case "restore":
            return known.restored
