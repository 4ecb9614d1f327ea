"""Logging: what was understood goes into the ledger at once, is said back with an undo button, and may be corrected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.context import Desk, PersonTurn, message_name
from core.domain import corrections
from core.domain.progress_notes import Note, note
from core.domain.records import Entry, fold
from core.events import MessageDeleted, TextMessage
from core.handlers.request import Request
from core.handlers.wording import doubt_labels, doubt_question, entry_text, held_text, note_text
from core.messages import Button, MessageRef
from core.understanding.plausible import check
from core.understanding.reading import Correction, Doubt, Held, Reading


def take(turn: PersonTurn, reading: Reading) -> None:
    """Write down what a message says was done, and say it back."""
    entries = keep(turn, reading)
    answer(turn, entries)
    for held in reading.held:
        hold(turn, held, len(turn.lines))
    for doubt in reading.doubts[:1]:
        ask_which(turn, doubt)


def keep(turn: PersonTurn, reading: Reading) -> list[Entry]:
    """The certain records as entries, without a word."""
    entries = [turn.add(record, number) for number, record in enumerate(reading.records)]
    for entry in entries:
        if entry.record.weight_kg is not None and entry.day == turn.today:
            facts = turn.profile.facts.model_copy(update={"weight_kg": entry.record.weight_kg})
            turn.profile = turn.profile.model_copy(update={"facts": facts})
    return entries


def answer(turn: PersonTurn, entries: Sequence[Entry]) -> None:
    """What was understood, something worth knowing, an undo button."""
    if not entries:
        return
    turn.reply.text(_lines(turn, entries))
    notes = [found for entry in entries if (found := note(entry, turn.recent.entries, turn.profile, turn.language))]
    for found in sorted(notes, key=_weight)[:1]:
        turn.reply.text(note_text(turn.words, turn.language, found))
    event, _, _ = entries[0].id.rpartition("#")
    turn.reply.row(turn.reply.button("button-undo", f"undo:{event}"))
    turn.reply.slot = _slot(turn)


_FIRST = ("note-alarm", "note-bp", "note-resting", "note-glucose")


def _weight(found: Note) -> bool:
    """Sorts what concerns health before what is merely nice to know."""
    return not found.id.startswith(_FIRST)


def _slot(turn: PersonTurn) -> str | None:
    """Under which the answer is remembered, so that editing or deleting the message changes it in place."""
    return f"log:{turn.said_in.message_id}" if turn.said_in else None


def _lines(turn: PersonTurn, entries: Iterable[Entry]) -> str:
    worded = (entry_text(turn.words, turn.language, entry, turn.profile, today=turn.today) for entry in entries)
    return "\n".join(f"✓ {line}" for line in worded)


def hold(turn: PersonTurn, held: Held, number: int) -> None:
    """Something beyond the plausible: kept aside for a tap, or, beyond a world record, not kept at all."""
    turn.reply.text(held_text(turn.words, turn.language, held, turn.profile))
    if held.verdict == "reject":
        return
    entry = turn.add(held.record, number, held=held.because)
    turn.reply.row(
        turn.reply.button("button-held-right", f"keep:{entry.id}", primary=True),
        turn.reply.button("button-held-wrong", f"drop:{entry.id}"),
    )


def ask_which(turn: PersonTurn, doubt: Doubt) -> None:
    """Something that reads two ways, as a button for each."""
    turn.dialog = turn.dialog.model_copy(update={"doubt": doubt.model_dump_json()})
    turn.reply.text(doubt_question(turn.words, turn.language, doubt, turn.profile))
    labels = doubt_labels(turn.words, turn.language, doubt)
    turn.reply.row(*(Button(label, f"which:{number}") for number, label in enumerate(labels)))


async def which(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """The button that settles a doubt."""
    if turn.dialog.doubt is None or not ask.args.isdecimal():
        turn.notify("stale-button")
        return
    doubt = Doubt.model_validate_json(turn.dialog.doubt)
    chosen = int(ask.args)
    if chosen >= len(doubt.options):
        turn.notify("stale-button")
        return
    turn.dialog = turn.dialog.model_copy(update={"doubt": None})
    turn.reply.in_place = True
    answer(turn, [turn.add(doubt.options[chosen][1])])


async def keep_held(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """"That's right": the held entry counts."""
    entry = find(turn, ask.args)
    if entry is None or entry.status != "held":
        turn.notify("stale-button")
        return
    counted = entry.model_copy(update={"status": "ok", "held_because": None})
    turn.amend(counted)
    turn.reply.in_place = True
    answer(turn, [counted])


async def drop_held(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """"Not right": the held entry goes; the person says it again."""
    entry = find(turn, ask.args)
    if entry is None or entry.status != "held":
        turn.notify("stale-button")
        return
    turn.void(entry)
    turn.reply.in_place = True
    turn.say("held-dropped")


def find(turn: PersonTurn, entry_id: str) -> Entry | None:
    return next((entry for entry in turn.recent.entries if entry.id == entry_id), None)


# ---- undo and redo


async def undo(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """Take back what the button's message wrote down, or, by word, the newest."""
    entries = [entry for entry in _of_event(turn, ask.args) if entry.status == "ok"]
    if not entries:
        turn.notify("undo-nothing")
        return
    for entry in entries:
        turn.void(entry)
    event, _, _ = entries[0].id.rpartition("#")
    turn.say("undone", entries=_plain_lines(turn, entries))
    turn.reply.in_place = turn.pressed is not None
    turn.reply.row(turn.reply.button("button-redo", f"redo:{event}"))


async def redo(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    entries = [entry for entry in _of_event(turn, ask.args) if entry.status == "void"] if ask.args else []
    if not entries:
        turn.notify("stale-button")
        return
    for entry in entries:
        turn.restore(entry)
    turn.reply.in_place = True
    answer(turn, [entry.model_copy(update={"status": "ok"}) for entry in entries])


def _of_event(turn: PersonTurn, event: str) -> list[Entry]:
    """The entries an event made; without one those of the newest event that made any that still count."""
    if not event:
        newest = next((entry for entry in reversed(turn.recent.entries) if entry.status == "ok"), None)
        if newest is None:
            return []
        event, _, _ = newest.id.rpartition("#")
    return [entry for entry in turn.recent.entries if entry.id.rpartition("#")[0] == event]


def _plain_lines(turn: PersonTurn, entries: Iterable[Entry]) -> str:
    return "\n".join(
        entry_text(turn.words, turn.language, entry, turn.profile, today=turn.today) for entry in entries
    )


# ---- corrections, edits and deletions of the chat message


async def correct(desk: Desk, turn: PersonTurn, correction: Correction) -> None:
    """ "It was 25, not 30": the newest entry that this fits gets the new value."""
    if correction.undo and correction.record is None and correction.value is None:
        await undo(desk, turn, Request())
        return
    entry = meant(turn.recent.entries, correction)
    changed = entry and corrections.apply(
        entry,
        record=correction.record,
        field=correction.field,
        value=correction.value,
        old_value=correction.old_value,
        date_offset_days=correction.date_offset_days,
        said=turn.today,
        profile=turn.profile,
    )
    if entry is None or changed is None:
        turn.say("correct-what")
        return
    doubtful = check(changed.record)
    if doubtful is not None:
        turn.reply.text(held_text(turn.words, turn.language, doubtful, turn.profile))
        turn.say("correct-kept")
        return
    turn.amend(changed)
    answer(turn, [changed])


def meant(entries: Sequence[Entry], correction: Correction) -> Entry | None:
    """The entry a correction is about."""
    activity = correction.record.activity if correction.record else None
    return corrections.pick(entries, activity=activity, field=correction.field, old_value=correction.old_value)


async def edited(desk: Desk, turn: PersonTurn, event: TextMessage, reading: Reading) -> bool:
    """The message was edited: its entries follow. False: it had none."""
    before = await _said_in(desk, turn, event.message)
    if not before:
        return False
    after = reading.records
    changed = [corrections.reread(entry, record) for entry, record in zip(before, after, strict=False)]
    for entry in changed:
        turn.amend(entry)
    for entry in before[len(after) :]:
        if entry.status == "ok":
            turn.void(entry)
    counted = [*changed, *(turn.add(record, number) for number, record in enumerate(after[len(before) :]))]
    if counted:
        answer(turn, counted)
    else:
        _say_undone(turn, before, event.message)
    turn.reply.in_place = True
    return True


async def deleted(desk: Desk, turn: PersonTurn, event: MessageDeleted) -> None:
    """The message was deleted: its entries do not count any more."""
    entries = [entry for entry in await _said_in(desk, turn, event.message) if entry.status == "ok"]
    for entry in entries:
        turn.void(entry)
    if entries:
        _say_undone(turn, entries, event.message)


def _say_undone(turn: PersonTurn, entries: Sequence[Entry], message: MessageRef) -> None:
    turn.say("undone", entries=_plain_lines(turn, entries))
    turn.reply.slot = f"log:{message.message_id}"
    turn.reply.in_place = True


async def _said_in(desk: Desk, turn: PersonTurn, message: MessageRef) -> list[Entry]:
    """The entries of a chat message: among the newest, else in the whole ledger."""
    name = message_name(message)
    found = [entry for entry in turn.recent.entries if entry.message == name]
    if found or turn.is_new:
        return found
    ledger = fold(await desk.store.ledger(turn.snapshot.owner))
    return [entry for entry in ledger.values() if entry.message == name]
