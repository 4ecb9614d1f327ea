"""What a handler works with while one event is answered.

A turn collects what the event changes (documents, ledger lines, due times) and what is said; nothing is written before
`Coach` commits it, and a turn that finds somebody was faster is thrown away and made anew. A `PersonTurn` knows the
person; a `GroupTurn` has no field that could hold a member's private facts.
"""

from __future__ import annotations

from core.context.desk import Desk, chat_aggregate, chat_alias, person_aggregate
from core.context.entries import chat_name, make_entry, message_name, with_lines
from core.context.group import GroupTurn, Speaker
from core.context.outgoing import outgoing, score_follow_up
from core.context.person import Docs, PersonTurn
from core.context.turn import Reply, Turn

__all__ = [
    "Desk",
    "Docs",
    "GroupTurn",
    "PersonTurn",
    "Reply",
    "Speaker",
    "Turn",
    "chat_aggregate",
    "chat_alias",
    "chat_name",
    "make_entry",
    "message_name",
    "outgoing",
    "person_aggregate",
    "score_follow_up",
    "with_lines",
]
