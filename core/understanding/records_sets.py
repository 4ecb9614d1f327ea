"""Sets: `bench 60kg 5x5 RPE 8`, `185x5, 195x3`, `100x8@9`, `卧推80公斤 8个 8个 6个`, `plank 3x60s`."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from core.domain.records import Record
from core.understanding import units
from core.understanding.activities import counted
from core.understanding.built import Built, LoadUnit, Units, effort, is_distance, is_duration, is_mass
from core.understanding.draft import Draft
from core.understanding.reading import Doubt
from core.understanding.sets_parts import Load
from core.understanding.sets_reader import SetsReader
from core.understanding.tokens import Token

_SHORTEST_LENGTH, _SHORTEST_PIECE = 25, 100
"""m; of a pool, and of a rowing machine."""


def read_sets(draft: Draft, unit: Units) -> Built:
    """The sets of one exercise; a load without a unit is asked about when the person's unit is unknown."""
    draft.items = _without_help(draft)
    reader = SetsReader(draft)
    _one_unit(reader)
    if (
        not reader.groups
        and (reader.load is None or reader.way == "reps")
        and (reader.pending is None or not draft.done)
    ):
        return Built()
    if reader.doubtful is not None:
        return Built(doubt=_load_or_sets(draft, reader, unit))
    bare = any(g.load is not None and not g.load.unit for g in reader.groups) or (
        reader.load is not None and not reader.load.unit
    )
    if not bare or unit.load is not None:
        return Built((_record(draft, reader, unit, unit.load or "kg"),))
    choices: tuple[LoadUnit, ...] = ("kg", "jin", "lb") if unit.chinese else ("kg", "lb")
    return Built(doubt=Doubt(question="unit", options=tuple((u, _record(draft, reader, unit, u)) for u in choices)))


def _without_help(draft: Draft) -> list[Token]:
    """`assisted chins -20kg`: what a machine carries is no load; elsewhere a dash only parts (`bench -60kg`)."""
    own = counted(draft.name) == "reps"
    helped = any(t.name == "assisted" for t in draft.items)
    kept = [t for t in draft.items if not (is_mass(t) and own and (helped or t.value < 0))]
    return [replace(t, value=abs(t.value)) if is_mass(t) else t for t in kept]


def _one_unit(reader: SetsReader) -> None:
    """A unit said once holds for the loads without one."""
    said = next((g.load.unit for g in reader.groups if g.load is not None and g.load.unit), None)
    if said is None:
        return
    for group in reader.groups:
        if group.load is not None and not group.load.unit:
            group.load = Load(group.load.value, said)
    if reader.load is not None and not reader.load.unit:
        reader.load = Load(reader.load.value, said)


def _record(draft: Draft, reader: SetsReader, unit: Units, bare: LoadUnit) -> Record:
    fields: dict[str, object] = {"type": "sets", "activity": draft.name, **effort(draft.items)}
    fields["rest_s"], fields["duration_s"] = reader.rest_s, reader.duration_s
    each = [g for g in reader.groups for _ in range(min(g.sets, 100))]
    many = sum(g.sets for g in reader.groups)
    fields["sets"] = many or reader.pending or 1
    reps = [g.reps for g in each if g.reps is not None]
    loads = [_kg(g.load, unit, bare) for g in each if g.load is not None]
    if not reader.groups and reader.load is not None:
        loads = [_kg(reader.load, unit, bare)]
        fields["reps"] = 1 if draft.best else None
    _spell_out(fields, reps, loads, equal=len(reps) == len(each))
    holds = {g.hold_s for g in each if g.hold_s is not None}
    if holds and counted(draft.name) in ("distance", "time"):
        # "4 x 5 min threshold": intervals by time
        total = sum(g.hold_s or 0 for g in each)
        return Record.model_validate({**fields, "type": "workout", "duration_s": total, "reps": None})
    if len(holds) == 1:
        fields["hold_s"] = holds.pop()
    elif holds:
        fields["duration_s"] = sum(g.hold_s or 0 for g in each)
    return Record.model_validate(fields)


def _spell_out(fields: dict[str, object], reps: list[int], loads: list[float], equal: bool) -> None:
    same_reps, same_load = len(set(reps)) == 1, len(set(loads)) <= 1
    if reps and same_reps and equal:
        fields["reps"] = reps[0]
    elif reps:
        fields["reps_list"] = tuple(reps)
    if loads and same_load:
        fields["load_kg"] = loads[0]
    elif loads:
        fields["load_list_kg"] = tuple(loads)


def _kg(load: Load, unit: Units, bare: LoadUnit) -> float:
    return units.exact(load.value * units.factor(load.unit or bare, unit.locale))


def _load_or_sets(draft: Draft, reader: SetsReader, unit: Units) -> Doubt:
    first, second = reader.doubtful or (0, 0)
    common: dict[str, Any] = {**effort(draft.items)}
    as_sets = Record(type="sets", activity=draft.name, sets=first, reps=second, **common)
    kg = _kg(Load(float(first)), unit, unit.load or "kg")
    as_load = Record(type="sets", activity=draft.name, sets=1, reps=second, load_kg=kg, **common)
    return Doubt(question="load_or_sets", options=(("load", as_load), ("sets", as_sets)))


def _on_track(draft: Draft) -> bool:
    """`8 x 400` of a run or a swim is a distance."""
    if draft.name not in ("running", "swimming", "rowing_erg"):
        return False
    least = _SHORTEST_PIECE if draft.name == "rowing_erg" else _SHORTEST_LENGTH
    return any(
        a.kind == "times" and b.kind == "num" and b.value >= least and b.value % 25 == 0
        for a, b in pairwise(draft.items)
    )


def has_sets(draft: Draft) -> bool:
    """Whether the items speak of sets and repetitions rather than of distance and time."""
    items = draft.items
    if any(is_distance(t) or t.name == "m_or_min" for t in items):
        return False
    way = counted(draft.name)
    if way in ("lift", "reps", "hold"):
        return (
            any(t.kind in ("num", "list", "pair", "times") or is_mass(t) for t in items)
            or any(t.name in ("rep", "set", "times") for t in items)
            or (way == "hold" and any(is_duration(t) or t.kind == "time" for t in items))
        )
    return (
        any(t.kind == "qty" and t.name == "rep" for t in items)
        or (any(a.kind == "num" and b.kind == "times" for a, b in pairwise(items)) and not _on_track(draft))
        or (draft.name == "rope_jumping" and any(t.kind == "num" or t.name == "times" for t in items))
        or (
            draft.name == "rope_jumping"
            and any(t.name == "set" for t in items)
            and not any(is_duration(t) for t in items)
        )
    )
