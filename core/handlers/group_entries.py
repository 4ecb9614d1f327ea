"""Entries that were said in a group: noted, corrected, taken back, confirmed, as their messages change."""

from __future__ import annotations

from collections.abc import Sequence

from core.context import Desk, GroupTurn, message_name, person_aggregate
from core.domain import corrections
from core.domain.profile import Facts, Profile
from core.domain.records import Entry, fold
from core.handlers.log import as_meant, meant
from core.handlers.request import Request
from core.handlers.wording import entry_text, held_text
from core.messages import MessageRef
from core.understanding.plausible import check
from core.understanding.reading import Correction, Held, Reading

_DONE = "💪"


def profile_of(turn: GroupTurn) -> Profile:
    """No more of the speaker than the units they write in."""
    return Profile(facts=Facts(load_unit=turn.speaker.load_unit, distance_unit=turn.speaker.distance_unit))


def noted(turn: GroupTurn, entries: Sequence[Entry]) -> None:
    """A reaction says it; where there is no message to react to (a platform's slash command), a line does."""
    if turn.said_in is not None:
        turn.react(_DONE)
        return
    lines = (entry_text(turn.words, turn.language, entry, profile_of(turn), today=turn.today) for entry in entries)
    turn.reply.text("\n".join(f"✓ {line}" for line in lines))


async def said_in(desk: Desk, turn: GroupTurn, message: MessageRef) -> list[Entry]:
    """The entries of a message of this chat: among the newest, else in the whole ledger, of which no more is seen."""
    name = message_name(message)
    found = [entry for entry in turn.speaker.said_here if entry.message == name]
    if found:
        return found
    ledger = fold(await desk.store.ledger(person_aggregate(turn.speaker.person)))
    return [entry for entry in ledger.values() if entry.message == name]


def reread(turn: GroupTurn, before: list[Entry], reading: Reading) -> None:
    """The message was edited: its entries follow."""
    for entry, record in zip(before, reading.records, strict=False):
        turn.amend(corrections.reread(entry, record))
    void(turn, before[len(reading.records) :])
    for number, record in enumerate(reading.records[len(before) :]):
        turn.add(record, number)


def void(turn: GroupTurn, entries: list[Entry]) -> None:
    for entry in entries:
        if entry.status != "void":
            turn.void(entry)


def correct(turn: GroupTurn, correction: Correction, text: str = "") -> None:
    correction = as_meant(turn.speaker.said_here, correction, text)
    if correction.undo and correction.record is None and correction.value is None:
        undo_last(turn)
        return
    entry = meant(turn.speaker.said_here, correction)
    if correction.undo and entry is not None:
        _take_back(turn, [entry])
        return
    changed = entry and corrections.apply(
        entry,
        record=correction.record,
        field=correction.field,
        value=correction.value,
        old_value=correction.old_value,
        date_offset_days=correction.date_offset_days,
        said=turn.today,
        profile=profile_of(turn),
    )
    if changed is None or check(changed.record) is not None:
        turn.say("correct-what")
        return
    turn.amend(changed)
    turn.react(_DONE)


def undo_last(turn: GroupTurn) -> None:
    newest = next((entry for entry in reversed(turn.speaker.said_here) if entry.status == "ok"), None)
    if newest is None:
        turn.say("undo-nothing")
        return
    event, _, _ = newest.id.rpartition("#")
    taken = [e for e in turn.speaker.said_here if e.id.rpartition("#")[0] == event and e.status == "ok"]
    _take_back(turn, taken)


def _take_back(turn: GroupTurn, taken: list[Entry]) -> None:
    void(turn, taken)
    lines = (entry_text(turn.words, turn.language, e, profile_of(turn), today=turn.today) for e in taken)
    turn.say("undone", entries="\n".join(lines))


def hold(turn: GroupTurn, held: Held, number: int) -> None:
    turn.reply.text(held_text(turn.words, turn.language, held, profile_of(turn), today=turn.today))
    if held.verdict == "reject":
        return
    entry = turn.add(held.record, number, held=held.because)
    turn.reply.row(
        turn.reply.button("button-held-right", f"keep:{entry.id}", primary=True),
        turn.reply.button("button-held-wrong", f"drop:{entry.id}"),
    )


async def keep_held(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    """ "That's right", said by whose entry it is."""
    entry = _own_held(turn, ask.args)
    if entry is not None:
        turn.amend(entry.model_copy(update={"status": "ok", "held_because": None}))
        turn.reply.in_place = True
        turn.reply.text(f"✓ {entry_text(turn.words, turn.language, entry, profile_of(turn), today=turn.today)}")


async def drop_held(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    entry = _own_held(turn, ask.args)
    if entry is not None:
        turn.void(entry)
        turn.reply.in_place = True
        turn.say("held-dropped")


def _own_held(turn: GroupTurn, entry_id: str) -> Entry | None:
    entry = next((entry for entry in turn.speaker.said_here if entry.id == entry_id), None)
    if entry is None:
        turn.notify("group-not-yours")
    elif entry.status != "held":
        turn.notify("stale-button")
        return None
    return entry
