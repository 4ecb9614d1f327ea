"""Free talk: the model answers, behind the guard, with what the person told us; else the coach says what it can do.

The words wait in the person's own documents, so that an answer is given whatever happens to the process that asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from core.context import Desk, PersonTurn
from core.domain.person import TALK_TURNS, Talk, Waiting
from core.domain.person import Turn as Said
from core.domain.plans import next_session
from core.domain.records import Record
from core.handlers import log
from core.handlers.me import fact_lines
from core.handlers.wording import date_text, entry_text
from core.i18n import DEFAULT, Language
from core.llm.talk import TalkAnswer, TalkRequest, TalkTurn
from core.messages import ChatRef
from core.understanding.proposed import Said as Unread
from core.understanding.reading import IntentKind, Mood

WAITS = timedelta(seconds=60)
"""After this the words are answered without the model."""
MOST_WAITING = 4
"""Messages of one person that the model may be answering at once; their tokens are counted only afterwards."""
KEPT_CHARS = 600
_ENTRIES_TOLD = 5
About = Literal["question", "smalltalk", "statement"]


def fit(desk: Desk, turn: PersonTurn) -> bool:
    """Whether the model may answer the person now."""
    return (
        turn.person.consents_to("model_talk")
        and desk.model.fit(_known(turn.language))
        and tokens_left(desk, turn) > 0
        and len(turn.talk.waiting) < MOST_WAITING
    )


def about(kinds: Collection[IntentKind]) -> About:
    """What free talk is about, as far as its answer without a model differs."""
    return "question" if "question" in kinds else "smalltalk" if "smalltalk" in kinds else "statement"


def ask(
    desk: Desk,
    turn: PersonTurn,
    text: str,
    mood: Mood,
    *,
    about: About = "question",
    beside: bool = False,
    unread: Unread | None = None,
) -> None:
    """Let the model answer after the commit, or say what can be done without one. `beside`: something else in the
    message was answered already; `unread`: the words, where they may tell of something done."""
    if fit(desk, turn):
        waiting = Waiting(
            event=turn.event.id,
            chat=turn.chat,
            text=text[:KEPT_CHARS],
            message=turn.said_in.message_id if turn.said_in else None,
            revision=turn.snapshot.revision + 1,
        )
        turn.talk = turn.talk.model_copy(update={"waiting": (*turn.talk.waiting, waiting)})
        turn.due["talk"] = turn.now + WAITS
        turn.ask_model, turn.ask_reading = request(desk, turn, text, mood), unread
        return
    if beside:
        turn.say("talk-beside")
    else:
        fallback(turn, mood, about)


def _known(language: str) -> Language:
    return "zh-Hans" if language == "zh-Hans" else DEFAULT


def fallback(turn: PersonTurn, mood: Mood = "neutral", about: About = "question") -> None:
    """What the coach says where no model can answer: a fitting word; what it can do where that helps."""
    turn.say(f"mood-{mood}" if mood != "neutral" else f"talk-{about}")
    if mood == "neutral":
        turn.say("talk-can")
    ready = turn.plans.current is not None
    first = turn.reply.button("button-today", "today") if ready else turn.reply.button("button-plan", "plan")
    if mood != "distress":
        turn.reply.row(first, turn.reply.button("button-help", "help"))


def tokens_left(desk: Desk, turn: PersonTurn) -> int:
    used = turn.talk.tokens if turn.talk.tokens_day == turn.today else 0
    return desk.daily_tokens - used


def request(desk: Desk, turn: PersonTurn, text: str, mood: Mood) -> TalkRequest:
    """What the model is told: the person's facts, the last turns, the words."""
    turns = tuple(TalkTurn(role=said.role, text=said.text) for said in turn.talk.turns)
    return TalkRequest(
        language=_known(turn.language),
        text=text,
        facts=tuple(_facts(turn)),
        turns=turns,
        tokens_left=tokens_left(desk, turn),
        tone=mood,
    )


def _facts(turn: PersonTurn) -> Iterable[str]:
    yield from fact_lines(turn.words, turn.language, turn.profile)
    current = turn.plans.current
    coming = next_session(current, turn.today) if current else None
    if current is not None and coming is not None:
        day = date_text(turn.words, turn.language, current.day_of(coming), today=turn.today)
        yield turn.word("fact-next-session", session=turn.word(f"session-{coming.title}"), date=day)
    counted = [entry for entry in turn.recent.entries if entry.status == "ok"]
    for entry in counted[-_ENTRIES_TOLD:]:
        yield entry_text(turn.words, turn.language, entry, turn.profile, today=turn.today)


def finish(
    turn: PersonTurn, waiting: Waiting, *, answer: TalkAnswer | None, mood: Mood = "neutral", tokens: int = 0
) -> None:
    """The model's answer (or the words for none) as the lasting reply to what was waiting. `tokens`: what it took."""
    if answer is None:
        fallback(turn, mood)
    else:
        turn.reply.text(answer.text)
    _settle(turn, waiting, None if answer is None else answer.text, tokens)


def offer(turn: PersonTurn, waiting: Waiting, *, records: Sequence[Record], said_on: date, tokens: int) -> None:
    """What the model read in the words, and the rules bear out, as the lasting reply: it counts once the person says
    that it is right. `said_on`: the person's date when they said it."""
    late = (turn.today - said_on).days
    on_time = [record.model_copy(update={"date_offset_days": record.date_offset_days - late}) for record in records]
    log.offer(turn, on_time, waiting.message)
    _settle(turn, waiting, "\n\n".join(turn.reply.paragraphs), tokens)


def _settle(turn: PersonTurn, waiting: Waiting, answer: str | None, tokens: int) -> None:
    """The words wait no more. Nothing is remembered of who has withdrawn from the model meanwhile."""
    left = tuple(other for other in turn.talk.waiting if other.event != waiting.event)
    turn.due["talk"] = turn.now + WAITS if left else None
    turns = (*turn.talk.turns, Said(role="person", text=waiting.text))
    if answer is not None:
        turns = (*turns, Said(role="coach", text=answer[:KEPT_CHARS]))
    if waiting.revision is not None and turn.snapshot.revision > waiting.revision:
        turn.reply.quotes = waiting.message
    used = turn.talk.tokens if turn.talk.tokens_day == turn.today else 0
    turn.talk = Talk(
        turns=turns[-TALK_TURNS:] if turn.person.consents_to("model_talk") else (),
        waiting=left,
        tokens_day=turn.today,
        tokens=used + tokens,
    )


def waits(turn: PersonTurn, event: str) -> Waiting | None:
    """What of these words is still unanswered."""
    return next((waiting for waiting in turn.talk.waiting if waiting.event == event), None)


def overdue(turn: PersonTurn) -> ChatRef | None:
    """The clock: words that nobody answers any more get the words for none. Returns the chat they were said in."""
    if not turn.talk.waiting:
        turn.due["talk"] = None
        return None
    waiting = turn.talk.waiting[0]
    finish(turn, waiting, answer=None)
    return waiting.chat
