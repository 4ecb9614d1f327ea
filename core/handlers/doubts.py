"""Doubts: what reads two ways becomes a button for each; the open ones are asked one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal
from zlib import crc32

from pydantic import TypeAdapter

from core.context import Desk, PersonTurn, message_name
from core.domain.records import Record
from core.handlers import log
from core.handlers.request import Request
from core.handlers.wording import doubt_labels, doubt_question
from core.messages import Button
from core.understanding.reading import Doubt

_DOUBTS: TypeAdapter[tuple[Doubt, ...]] = TypeAdapter(tuple[Doubt, ...])
_UNITS: dict[str, Literal["kg", "lb", "jin"]] = {"kg": "kg", "lb": "lb", "jin": "jin"}


def ask(turn: PersonTurn, doubts: Sequence[Doubt]) -> None:
    """Ask about the first; all of them stay open. New doubts take the place of older ones."""
    if not doubts:
        return
    said = message_name(turn.said_in) if turn.said_in else turn.dialog.doubt_message
    day = turn.dialog.doubt_day if turn.said_in is None else turn.today
    _open(turn, tuple(doubts))
    turn.dialog = turn.dialog.model_copy(update={"doubt_message": said, "doubt_day": day})
    turn.reply.slot = log.slot(turn)
    turn.reply.text(doubt_question(turn.words, turn.language, doubts[0], turn.profile))
    labels = doubt_labels(turn.words, turn.language, doubts[0])
    token = _token(turn.dialog.doubt)
    turn.reply.row(*(Button(label, f"which:{number}:{token}") for number, label in enumerate(labels)))


def _open(turn: PersonTurn, doubts: tuple[Doubt, ...]) -> None:
    said = _DOUBTS.dump_json(doubts, exclude_defaults=True).decode() if doubts else None
    turn.dialog = turn.dialog.model_copy(update={"doubt": said})


def _token(doubts: str | None) -> str:
    """Tells the buttons of one doubt from those of another."""
    return f"{crc32((doubts or '').encode()):08x}"


def forget(turn: PersonTurn, message: str) -> None:
    """The message a doubt came from was edited or deleted: its buttons do nothing any more."""
    if turn.dialog.doubt is not None and turn.dialog.doubt_message == message:
        turn.dialog = turn.dialog.model_copy(update={"doubt": None})


async def which(desk: Desk, turn: PersonTurn, request: Request) -> None:
    """The button that settles a doubt, and with it those of the same kind."""
    number, _, token = request.args.partition(":")
    doubts = _DOUBTS.validate_json(turn.dialog.doubt) if turn.dialog.doubt else ()
    stale = token and token != _token(turn.dialog.doubt)
    if not doubts or stale or not number.isdecimal() or int(number) >= len(doubts[0].options):
        turn.notify("stale-button")
        return
    name, _ = doubts[0].options[int(number)]
    _prefer(turn, name)
    settled = [doubts[0], *(doubt for doubt in doubts[1:] if name in _UNITS and name in dict(doubt.options))]
    _write(turn, [dict(doubt.options)[name] for doubt in settled])
    left = tuple(doubt for doubt in doubts if doubt not in settled)
    _open(turn, left)
    ask(turn, left)


def _prefer(turn: PersonTurn, option: str) -> None:
    """Who names a unit once is shown it from then on."""
    if option in _UNITS:
        facts = turn.profile.facts.model_copy(update={"load_unit": _UNITS[option]})
        turn.profile = turn.profile.model_copy(update={"facts": facts})


def _write(turn: PersonTurn, settled: Sequence[Record]) -> None:
    """As said in the message that was in doubt, on the day it was said."""
    late = (turn.today - turn.dialog.doubt_day).days if turn.dialog.doubt_day else 0
    entries = []
    for number, record in enumerate(settled):
        on_time = record.model_copy(update={"date_offset_days": record.date_offset_days - late})
        entries.append(turn.add(on_time, number, message=turn.dialog.doubt_message))
    log.weigh(turn, entries)
    turn.reply.in_place = True
    log.answer(turn, entries)
