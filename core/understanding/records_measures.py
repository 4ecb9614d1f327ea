"""Measurements: blood pressure, heart rate, SpO2, glucose, temperature, weight, water."""

from __future__ import annotations

from dataclasses import replace

from core.domain.records import Record
from core.understanding import units
from core.understanding.built import Built, Units, is_duration, is_mass
from core.understanding.draft import Draft
from core.understanding.reading import Doubt
from core.understanding.tokens import Token

VITALS = frozenset({"bp", "systolic", "diastolic", "hr", "resting_hr", "avg_hr", "glucose", "spo2", "temp"})
_MGDL_FROM = 36.0
"""A glucose without a unit from here on is mg/dL: 35 mmol/L is the upper end of the plausible."""
_FAHRENHEIT_FROM = 60.0
_CHANGES = frozenset({"weight_down", "weight_up", "weight_to", "lighter", "heavier"})
_LIGHTEST_KG = 25.0
"""Less is a change of weight, not a weight."""
_MOST_LOST = 10
_NEAR = 1
_BEATING = (60, 230)
"""A minute, while training."""
_MOST_VESSELS = 20
_VOLUME = frozenset({"l", "ml", "cup", "bottle", "floz", "gallon", "pint"})


def read_vitals(draft: Draft) -> Built:
    """One measurement; neighbours are joined into one record by the caller."""
    pairs = [t for t in draft.items if t.kind == "pair"]
    if draft.name == "bp" and len(pairs) > 1:
        return Built(tuple(Record.model_validate({"type": "vitals", **_pressure(t.values)}) for t in pairs))
    if draft.name == "glucose" and (several := _glucoses(draft.items)):
        return Built(several)
    fields = _vital_fields(draft)
    return Built((Record.model_validate({"type": "vitals", **fields}),)) if fields else Built()


def _vital_fields(draft: Draft) -> dict[str, object]:
    items = draft.items
    pair = next((t.values for t in items if t.kind == "pair"), None)
    numbers = [t.value for t in items if t.kind == "num"]
    rates = [t.value for t in items if t.kind == "qty" and t.name in ("bpm", "times", "rep")]
    match draft.name:
        case "bp":
            return _pressure(pair or _two(items))
        case "systolic" | "diastolic":
            return {draft.name: int(_first(items))} if _has_number(items) else {}
        case "hr" | "resting_hr" | "avg_hr":
            at_rest = any(t.name == "rest" and not _lasts(t, items) for t in items)
            field = {"hr": "resting_bpm" if at_rest else "bpm", "resting_hr": "resting_bpm", "avg_hr": "avg_bpm"}[
                draft.name
            ]
            if pair and _BEATING[0] <= min(pair) < max(pair) <= _BEATING[1]:
                # "hr 150/175 (avg/max)"
                return {"avg_bpm": int(min(pair))}
            return {field: int((rates or numbers)[0])} if rates or numbers else {}
        case "spo2":
            shares = [t.value for t in items if t.kind == "num" or t.name == "percent"]
            return {"spo2_pct": shares[0]} if shares else {}
        case "glucose":
            return _glucose(items)
        case "temp":
            return _temperature(items)
    return _pressure(pair) if pair else {"bpm": int(rates[0])} if rates else _glucose(items)


def _lasts(rest: Token, items: list[Token]) -> bool:
    """`心率170，休息5分钟`: a break, not a rate at rest."""
    behind = items[items.index(rest) + 1 :][:1]
    return any(is_duration(t) for t in behind)


def _pressure(values: tuple[float, ...] | None) -> dict[str, object]:
    return {"systolic": int(values[0]), "diastolic": int(values[1])} if values else {}


def _two(items: list[Token]) -> tuple[float, ...] | None:
    numbers = [t.value for t in items if t.kind == "num" or t.name == "mmhg"]
    return (numbers[0], numbers[1]) if len(numbers) >= 2 else None


def _has_number(items: list[Token]) -> bool:
    return any(t.kind in ("num", "qty") for t in items)


def _first(items: list[Token]) -> float:
    return next(t.value for t in items if t.kind in ("num", "qty"))


def _glucose(items: list[Token]) -> dict[str, object]:
    token = next((t for t in items if t.kind == "num" or t.name in ("mmol", "mgdl")), None)
    if token is None:
        return {}
    american = token.name == "mgdl" or (token.kind == "num" and token.value >= _MGDL_FROM)
    value = round(token.value / units.MGDL_PER_MMOL, 2) if american else token.value
    context = next((t.name for t in items if t.kind == "context"), None)
    return {"glucose_mmol_l": value, "glucose_context": context}


def _glucoses(items: list[Token]) -> tuple[Record, ...]:
    """`饭前5.8 饭后8.2`: a context before each of several values."""
    told = [t for t in items if t.kind in ("context", "num") or t.name in ("mmol", "mgdl")]
    parts = [told[at : at + 2] for at in range(0, len(told), 2)]
    apart = len(parts) > 1 and all(len(p) == 2 and p[0].kind == "context" != p[1].kind for p in parts)
    return tuple(Record.model_validate({"type": "vitals", **_glucose(p)}) for p in parts) if apart else ()


def _temperature(items: list[Token]) -> dict[str, object]:
    for at, token in enumerate(items):
        if token.kind == "num" or token.name in ("celsius", "fahrenheit", "degree"):
            value = token.value
            follow = items[at + 1] if at + 1 < len(items) else None
            if token.name == "degree" and follow is not None and follow.kind == "num" and follow.start == token.end:
                value += follow.value / 10
            hot = token.name == "fahrenheit" or (token.name != "celsius" and value >= _FAHRENHEIT_FROM)
            return {"temp_c": round((value - 32) * 5 / 9, 2) if hot else value}
    return {}


def read_weight(draft: Draft, unit: Units) -> Built:
    """A weight or a change of weight; a number without a unit is in the person's unit, else asked."""
    masses = [t for t in draft.items if is_mass(t)]
    if draft.name in _CHANGES:
        return _changed_weight(draft, masses, unit)
    if len(masses) == 1 and unit.internal(masses[0]) < _LIGHTEST_KG and (moved := _up_or_down(draft)):
        # "my weight went up 0.5 kg"
        return Built((Record(type="body", weight_change_kg=moved * _added(masses, unit)),))
    if masses:
        if any(t.name in ("to", "weight_to") for t in draft.items):
            # "from 72 kg to 70 kg": the last one is the weight now
            masses = masses[-1:]
        return Built((Record(type="body", weight_kg=_added(masses, unit)),))
    numbers = [t.value for t in draft.items if t.kind == "num"]
    if len(numbers) == 2 and -_MOST_LOST <= numbers[1] < 0 and unit.load is not None:
        # "weigh in 78.9, -0.4"
        kg = units.factor(unit.load, unit.locale)
        weight, change = (units.exact(number * kg) for number in numbers)
        return Built((Record(type="body", weight_kg=weight, weight_change_kg=change),))
    said = {t.name for t in draft.items}
    if len(numbers) == 2 and "to" in said and "from" not in said and min(numbers) > _LIGHTEST_KG:
        numbers = numbers[1:]
    if len(numbers) > 1 and any(t.name == "from" for t in draft.items):
        # "down to 191 from 198"
        before = next(at for at, t in enumerate(draft.items) if t.name == "from")
        numbers = [
            t.value for at, t in enumerate(draft.items) if t.kind == "num" and draft.items[at - 1].name != "from"
        ]
        numbers = numbers[:1] if before else numbers[-1:]
    if len(numbers) > 1:
        # "称重66.6，六六大顺"
        numbers = [t.value for t in draft.items if t.kind == "num" and t.end <= draft.clause.end]
    if len(numbers) != 1 or 0 < numbers[0] < _LIGHTEST_KG:
        return Built()
    options = {
        name: Record(type="body", weight_kg=units.exact(numbers[0] * units.factor(name, unit.locale)))
        for name in (("kg", "jin") if unit.chinese else ("kg", "lb"))
    }
    if unit.load in options:
        return Built((options[unit.load],))
    if unit.load is not None:
        return Built((Record(type="body", weight_kg=units.exact(numbers[0] * units.factor(unit.load, unit.locale))),))
    return Built(doubt=Doubt(question="unit", options=tuple(options.items())))


def _up_or_down(draft: Draft) -> int:
    """The sign of a change; 0 if none is told."""
    told = [t.name for t in draft.items if t.name in ("up", "down")]
    return {"up": 1, "down": -1}[told[0]] if told else 0


def _changed_weight(draft: Draft, masses: list[Token], unit: Units) -> Built:
    """`lost 2 kg` is a change; `from 75 kg down to 70 kg` and `lost 2 kg, now 70 kg` end in a weight."""
    if not masses and any(t.name == "to" for t in draft.items):
        return read_weight(replace(draft, name="weight"), unit)
    if not masses:
        return _bare_change(draft, unit)
    last = unit.internal(masses[-1])
    reached = draft.name == "weight_to" or any(t.name == "to" and t.end <= masses[-1].start for t in draft.items)
    if reached or (len(masses) > 1 and last >= _LIGHTEST_KG and masses[-1].name not in ("liang", "g")):
        return Built((Record(type="body", weight_kg=last),))
    sign = -1 if draft.name in ("weight_down", "lighter") else 1
    if (now := _weight_now(draft, masses[0], unit)) is not None:
        return Built((Record(type="body", weight_kg=now),))
    return Built((Record(type="body", weight_change_kg=sign * _added(masses, unit)),))


def _weight_now(draft: Draft, change: Token, unit: Units) -> float | None:
    """The bare 71.2 of `轻了0.6公斤，现在71.2`, in the unit of the change."""
    numbers = [t.value for t in draft.items if t.kind == "num"]
    if len(numbers) != 1 or change.name in ("liang", "g"):
        return None
    now = units.exact(numbers[0] * units.factor(change.name, unit.locale))
    return now if now >= _LIGHTEST_KG else None


def _bare_change(draft: Draft, unit: Units) -> Built:
    """`比上周轻了0.8` in the person's unit."""
    number = next((t.value for t in draft.items if t.kind == "num"), None)
    if number is None or unit.load is None:
        return Built()
    sign = -1 if draft.name in ("weight_down", "lighter") else 1
    return Built(
        (Record(type="body", weight_change_kg=units.exact(sign * number * units.factor(unit.load, unit.locale))),)
    )


def _added(masses: list[Token], unit: Units) -> float:
    """`120斤3两` is one weight."""
    total = unit.internal(masses[0])
    if len(masses) > 1 and masses[1].name in ("liang", "g") and masses[1].start - masses[0].end <= 1:
        total = units.exact(total + unit.internal(masses[1]))
    return total


def _holds(draft: Draft, vessel: Token, volume: Token) -> bool:
    """`3瓶550ml`, `六杯，每杯300毫升`: whether the volume is that of one vessel."""
    if volume.name not in ("ml", "l", "floz"):
        return False
    each = any(t.name == "each" and vessel.end <= t.start < volume.start for t in draft.items)
    return each or volume.start - vessel.end <= _NEAR


def read_water(draft: Draft, unit: Units) -> Built:
    volumes = [t for t in draft.items if t.kind == "qty" and t.name in _VOLUME]
    if not volumes:
        return Built()
    first, *more = volumes
    if first.name in ("cup", "bottle") and more and _holds(draft, first, more[0]):
        # "3瓶550ml": what one holds is said
        return Built((Record(type="water", water_ml=units.exact(first.value * unit.internal(more[0]))),))
    if first.name in ("cup", "bottle") and more and more[0].name in ("ml", "l"):
        # "两大杯水约800毫升"
        first = more[0]
    return Built((Record(type="water", water_ml=units.exact(unit.internal(first) * _times(draft, first))),))


def _times(draft: Draft, volume: Token) -> float:
    """The 5 of `300ml×5`."""
    at = draft.items.index(volume)
    after = draft.items[at + 1 : at + 3]
    chained = len(after) == 2 and after[0].kind == "times" and after[1].kind in ("num", "qty")
    return after[1].value if chained and 0 < after[1].value <= _MOST_VESSELS else 1.0
