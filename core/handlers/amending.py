"""Taking back and setting right: undo, redo, corrections in words, edits and deletions of the chat message."""

from __future__ import annotations

from collections.abc import Sequence

from core.context import Desk, PersonTurn, message_name
from core.domain import corrections
from core.domain.records import Entry, Record
from core.events import MessageDeleted, TextMessage
from core.handlers import doubts, log
from core.handlers.request import Request
from core.handlers.wording import held_text
from core.messages import MessageRef
from core.understanding.plausible import check
from core.understanding.reading import Correction, Reading

_STEPPED = (None, "walking", "running", "hiking")
"""Activities whose entries can be told in steps."""


async def undo(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """Take back what the button's message wrote down, or, by word, the newest."""
    entries = [entry for entry in await log.entries_of(desk, turn, ask.args or _newest(turn)) if entry.status != "void"]
    if not entries:
        turn.notify("undo-nothing")
        return
    turn.reply.in_place = turn.pressed is not None
    _take_back(turn, entries)


def _take_back(turn: PersonTurn, entries: Sequence[Entry]) -> None:
    if not entries:
        turn.say("correct-what")
        return
    _void(turn, entries)
    turn.say("undone", entries=log.plain_lines(turn, entries))
    turn.reply.row(turn.reply.button("button-redo", f"redo:{log.made_by(entries[0])}"))


def _newest(turn: PersonTurn) -> str:
    """The newest event that made entries and was not taken back."""
    return next((log.made_by(entry) for entry in reversed(turn.recent.entries) if entry.status != "void"), "")


def _void(turn: PersonTurn, entries: Sequence[Entry]) -> None:
    for entry in entries:
        turn.void(entry)
    log.weigh(turn, entries)
    turn.plans = turn.plans.not_done({entry.id for entry in entries})


async def redo(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    found = await log.entries_of(desk, turn, ask.args) if ask.args else []
    entries = [entry.restored for entry in found if entry.status == "void"]
    if not entries:
        turn.notify("stale-button")
        return
    for entry in entries:
        turn.restore(entry)
        turn.plans = turn.plans.done_again(entry.id)
    log.weigh(turn, entries)
    turn.reply.in_place = True
    log.answer(turn, [entry for entry in entries if entry.status == "ok"])
    for entry in entries:
        if entry.status == "held":
            log.hold_again(turn, entry)


# ---- in words


async def correct(desk: Desk, turn: PersonTurn, correction: Correction, text: str = "") -> None:
    """ "It was 25, not 30": the newest entry that this fits gets the new value. `text`: the words themselves."""
    correction = log.as_meant(turn.recent.entries, correction, text)
    if correction.undo and correction.record is None and correction.value is None:
        await undo(desk, turn, Request())
        return
    entry = log.meant(turn.recent.entries, correction)
    if correction.undo:
        _take_back(turn, [entry] if entry else [])
        return
    if entry is not None and correction.field == "steps" and entry.record.activity not in _STEPPED:
        entry = None
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
        why = held_text(turn.words, turn.language, doubtful, turn.profile, then=False, today=turn.today, of=changed)
        turn.say("correct-kept", why=why)
        return
    turn.amend(changed)
    log.weigh(turn, [changed])
    log.answer(turn, [changed])


# ---- the chat message itself


async def edited(desk: Desk, turn: PersonTurn, event: TextMessage, reading: Reading) -> bool:
    """The message was edited: its entries follow. False: it had none."""
    name = message_name(event.message)
    doubts.forget(turn, name)
    before = await log.said_in(desk, turn, name)
    if not before:
        return False
    certain, odd = log.sorted_out(turn, reading.records)
    counted = _follow(turn, before, certain)
    log.answer(turn, counted)
    log.hold_all(turn, (*reading.held, *odd))
    doubts.ask(turn, reading.doubts)
    if not turn.reply.paragraphs:
        turn.say("undone", entries=log.plain_lines(turn, before))
    _in_place(turn, event.message)
    return True


def _follow(turn: PersonTurn, before: Sequence[Entry], records: Sequence[Record]) -> list[Entry]:
    """The entries of a message take the values it has now; what it does not say any more goes."""
    changed = [corrections.reread(entry, record) for entry, record in zip(before, records, strict=False)]
    for entry in changed:
        turn.amend(entry)
    log.weigh(turn, changed)
    _void(turn, [entry for entry in before[len(records) :] if entry.status != "void"])
    return [*changed, *log.keep(turn, records[len(before) :])]


async def deleted(desk: Desk, turn: PersonTurn, event: MessageDeleted) -> None:
    """The message was deleted: its entries do not count any more."""
    name = message_name(event.message)
    doubts.forget(turn, name)
    entries = [entry for entry in await log.said_in(desk, turn, name) if entry.status != "void"]
    if entries:
        _void(turn, entries)
        turn.say("undone", entries=log.plain_lines(turn, entries))
        _in_place(turn, event.message)


def _in_place(turn: PersonTurn, message: MessageRef) -> None:
    """The answer that stands changes; where none stands any more, a new one is sent."""
    turn.reply.slot = f"log:{message.message_id}"
    turn.reply.in_place = True
