"""Logging: what was understood goes into the ledger at once and is said back with an undo button."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.context import Desk, PersonTurn, message_name
from core.domain import corrections
from core.domain.progress_notes import Note, note
from core.domain.reasons import Reason
from core.domain.records import Entry, Record, fold
from core.handlers.request import Request
from core.handlers.wording import entry_text, held_text, note_text, offer_text
from core.messages import MessageRef
from core.understanding.corrections import says_thousands
from core.understanding.reading import Correction, Held, Reading

_JUMP = 0.25
"""A body weight this share away from the known one is asked about: most often the unit or a digit slipped."""
_FIRST = ("note-alarm", "note-bp", "note-resting", "note-glucose")
_HELD_FROM = 50
"""Held entries are numbered from here on, so that an edit may add certain ones before them."""

_ALL = "*"
"""In a button, instead of an entry's number: every entry of the event."""
_BY_MODEL = "model_reading"


def take(turn: PersonTurn, reading: Reading) -> None:
    """Write down what a message says was done, and say it back."""
    certain, odd = sorted_out(turn, reading.records)
    answer(turn, keep(turn, certain))
    hold_all(turn, (*reading.held, *odd))


def keep(turn: PersonTurn, records: Iterable[Record], start: int = 0) -> list[Entry]:
    """The records as entries, without a word; numbered from `start` among those of the event."""
    entries = [turn.add(record, number) for number, record in enumerate(records, start)]
    weigh(turn, entries)
    return entries


def sorted_out(turn: PersonTurn, records: Iterable[Record]) -> tuple[list[Record], list[Held]]:
    """Records to be kept, and those that do not fit the person."""
    known = turn.profile.facts.weight_kg
    certain: list[Record] = []
    odd: list[Held] = []
    for record in records:
        if known and record.weight_kg and abs(record.weight_kg - known) > known * _JUMP:
            odd.append(Held(record=record, verdict="review", because="weight_jump"))
        else:
            certain.append(record)
    return certain, odd


def weigh(turn: PersonTurn, entries: Iterable[Entry]) -> None:
    """After entries changed: the newest weight that counts is the person's weight, unless it is an old one."""
    if not any(entry.record.weight_kg for entry in entries):
        return
    counted = [entry for entry in turn.recent.entries if entry.status == "ok" and entry.record.weight_kg]
    newest = next(iter(sorted(counted, key=lambda entry: (entry.day, entry.at))[-1:]), None)
    if newest is None or (turn.profile.facts.weight_kg and (turn.today - newest.day).days > 1):
        return
    facts = turn.profile.facts.model_copy(update={"weight_kg": newest.record.weight_kg})
    turn.profile = turn.profile.model_copy(update={"facts": facts})


def answer(turn: PersonTurn, entries: Sequence[Entry]) -> None:
    """What was understood, something worth knowing, an undo button."""
    if not entries:
        return
    turn.reply.text(_checked(turn, entries))
    _worth_knowing(turn, entries)
    if any(entry.record.type == "workout" and _bare(entry.record) for entry in entries):
        turn.say("log-how-much")
    undo_button(turn, entries)
    turn.reply.slot = slot(turn)


def _bare(record: Record) -> bool:
    """Whether a workout says nothing of how much it was."""
    return not (record.duration_s or record.distance_m or record.rep_distance_m or record.floors)


def answer_gravely(turn: PersonTurn) -> None:
    """Beside a red flag: what this turn wrote down, in one line, without praise and without a note."""
    entries = [line.entry for line in turn.lines if line.op in ("add", "amend") and line.entry is not None]
    if entries:
        turn.say("log-kept-too", entries=plain_lines(turn, entries))
        undo_button(turn, entries)


def undo_button(turn: PersonTurn, entries: Sequence[Entry]) -> None:
    turn.reply.row(turn.reply.button("button-undo", f"undo:{made_by(entries[0])}"))


def made_by(entry: Entry) -> str:
    """The id of the event that made an entry."""
    return entry.id.rpartition("#")[0]


def _worth_knowing(turn: PersonTurn, entries: Sequence[Entry]) -> None:
    """One note, those about health before what is merely nice to know; and why, for whoever asks."""
    notes = [found for entry in entries if (found := note(entry, turn.recent.entries, turn.profile, turn.language))]
    for found in sorted(notes, key=_is_nice)[:1]:
        turn.reply.text(note_text(turn.words, turn.language, found))
        rule = f"rule-{found.id}"
        if turn.words.has(turn.language, rule):
            turn.dialog = turn.dialog.model_copy(update={"reasons": (Reason(rule=rule),)})


def _is_nice(found: Note) -> bool:
    return not found.id.startswith(_FIRST)


def slot(turn: PersonTurn) -> str | None:
    """Under which the answer is remembered, so that editing or deleting the message changes it in place."""
    return f"log:{turn.said_in.message_id}" if turn.said_in else None


def _checked(turn: PersonTurn, entries: Iterable[Entry]) -> str:
    return "\n".join(f"✓ {line}" for line in plain_lines(turn, entries).split("\n"))


def plain_lines(turn: PersonTurn, entries: Iterable[Entry]) -> str:
    return "\n".join(entry_text(turn.words, turn.language, entry, turn.profile, today=turn.today) for entry in entries)


# ---- beyond the plausible


def hold_all(turn: PersonTurn, held: Iterable[Held]) -> None:
    for number, one in enumerate(held, _HELD_FROM):
        _hold(turn, one, number)


def _hold(turn: PersonTurn, held: Held, number: int) -> None:
    """Something beyond the plausible: kept aside for a tap, or, beyond a world record, not kept at all."""
    turn.reply.text(held_text(turn.words, turn.language, held, turn.profile, today=turn.today))
    turn.reply.slot = slot(turn)
    if held.verdict != "reject":
        _held_buttons(turn, turn.add(held.record, number, held=held.because).id)


def offer(turn: PersonTurn, records: Iterable[Record], message: str | None) -> None:
    """What a model read in a message (its id): kept aside for one tap."""
    name = message_name(MessageRef(turn.chat, message)) if message else None
    entries = [
        turn.add(record, number, held=_BY_MODEL, message=name) for number, record in enumerate(records, _HELD_FROM)
    ]
    turn.reply.text(offer_text(turn.words, turn.language, entries, turn.profile, today=turn.today))
    turn.reply.slot = f"log:{message}" if message else None
    _held_buttons(turn, entries[0].id if len(entries) == 1 else f"{made_by(entries[0])}#{_ALL}")


def hold_again(turn: PersonTurn, entry: Entry) -> None:
    """The question about an entry that was held before it was taken back."""
    held = Held(record=entry.record, verdict="review", because=entry.held_because or "")
    turn.reply.text(held_text(turn.words, turn.language, held, turn.profile, today=turn.today, of=entry))
    _held_buttons(turn, entry.id)


def _held_buttons(turn: PersonTurn, entry_id: str) -> None:
    turn.reply.row(
        turn.reply.button("button-held-right", f"keep:{entry_id}", primary=True),
        turn.reply.button("button-held-wrong", f"drop:{entry_id}"),
    )


async def keep_held(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """ "That's right": what was held counts."""
    entries = await _held(desk, turn, ask.args)
    if not entries:
        turn.notify("stale-button")
        return
    counted = [entry.model_copy(update={"status": "ok", "held_because": None}) for entry in entries]
    for entry in counted:
        turn.amend(entry)
    weigh(turn, counted)
    turn.reply.in_place = True
    answer(turn, counted)


async def drop_held(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """ "Not right": what was held goes; the person says it again."""
    entries = await _held(desk, turn, ask.args)
    if not entries:
        turn.notify("stale-button")
        return
    for entry in entries:
        turn.void(entry)
    turn.reply.in_place = True
    turn.say("held-dropped")


async def _held(desk: Desk, turn: PersonTurn, entry_id: str) -> list[Entry]:
    """The entry that a button is about, or all of its event, as far as they are still held."""
    event, _, number = entry_id.rpartition("#")
    found = await entries_of(desk, turn, event)
    return [entry for entry in found if entry.status == "held" and (number == _ALL or entry.id == entry_id)]


# ---- finding entries


async def entries_of(desk: Desk, turn: PersonTurn, event: str) -> list[Entry]:
    """The entries an event made: among the newest, else in the whole ledger."""
    found = [entry for entry in turn.recent.entries if made_by(entry) == event]
    return found or [entry for entry in await _ledger(desk, turn) if made_by(entry) == event]


async def said_in(desk: Desk, turn: PersonTurn, message: str) -> list[Entry]:
    """The entries of a chat message, by its name: among the newest, else in the whole ledger."""
    found = [entry for entry in turn.recent.entries if entry.message == message]
    return found or [entry for entry in await _ledger(desk, turn) if entry.message == message]


async def _ledger(desk: Desk, turn: PersonTurn) -> list[Entry]:
    if turn.is_new:
        return []
    return list(fold(await desk.store.ledger(turn.snapshot.owner)).values())


def meant(entries: Sequence[Entry], correction: Correction) -> Entry | None:
    """The entry a correction is about."""
    record = correction.record
    activity = record.activity if record else None
    if correction.undo and record is not None:
        entries = [entry for entry in entries if _is_such(entry.record, record)]
    return corrections.pick(entries, activity=activity, field=correction.field, old_value=correction.old_value)


def as_meant(entries: Sequence[Entry], correction: Correction, text: str) -> Correction:
    """`It was 8k` after steps means thousands of steps: the newest entry decides."""
    newest = next((entry.record for entry in reversed(entries) if entry.status != "void"), None)
    in_steps = newest is not None and newest.type == "steps" and newest.steps and newest.distance_m is None
    if not in_steps or correction.field != "distance_m" or not says_thousands(text):
        return correction
    return correction.model_copy(update={"field": "steps", "record": None})


def _is_such(known: Record, named: Record) -> bool:
    """Whether an entry is of the activity named, or, where none is, of the kind."""
    return known.activity == named.activity if named.activity else known.type == named.type
