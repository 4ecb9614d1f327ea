"""The model's answers beside the events: asked for after the commit, streamed as drafts, committed when whole."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from core.context import Desk, Docs, PersonTurn, person_aggregate
from core.domain.person import Person, Waiting
from core.errors import Conflict, ModelAway, StoreAway
from core.events import Base
from core.handlers import talk
from core.llm.talk import Refused, TalkAnswer, TalkRequest

log = logging.getLogger(__name__)

_TRIES = 12
_PAUSE_S = 0.01


class Answering:
    """Answers under way. Should this process die, or an answer fail, the clock answers instead."""

    def __init__(self, desk: Desk, clock: Callable[[], datetime]) -> None:
        self._desk = desk
        self._clock = clock
        self.tasks: set[asyncio.Task[None]] = set()

    def start(self, pid: str, event: Base, request: TalkRequest) -> None:
        """Let the model answer the words of `event`, which wait in the person's documents."""
        task = asyncio.create_task(self._answer(pid, event, request))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def close(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    async def _answer(self, pid: str, event: Base, request: TalkRequest) -> None:
        live, chat = self._desk.live, event.chat
        try:
            await live.typing(chat)
            answer, tokens = await self._said(event, request)
            await self._commit(pid, event, partial(talk.finish, answer=answer, mood=request.tone, tokens=tokens))
        except StoreAway:
            log.warning("event %s: the answer waits for the clock", event.id)
        except Exception:
            log.exception("event %s: the answer was lost", event.id)
        finally:
            await live.draft(chat, event.id, "")

    async def _said(self, event: Base, request: TalkRequest) -> tuple[TalkAnswer | None, int]:
        """The answer, if there is one, and the tokens it took either way."""
        try:
            answer = await self._desk.model.answer(request, partial(self._desk.live.draft, event.chat, event.id))
        except ModelAway as away:
            log.info("event %s: no answer from the model (%s)", event.id, type(away).__name__)
            return None, away.tokens if isinstance(away, Refused) else 0
        return answer, answer.tokens

    async def _commit(self, pid: str, event: Base, finish: Callable[[PersonTurn, Waiting], None]) -> None:
        """Unless the clock was faster."""
        for tried in range(_TRIES):
            snapshot = await self._desk.store.load(person_aggregate(pid))
            person = snapshot.docs.get("person")
            if not isinstance(person, Person):
                return
            later = Base(f"talk:{event.id}", event.at, event.chat, event.author)
            turn = PersonTurn(later, self._clock(), self._desk.words, snapshot, Docs.of(snapshot, person))
            waiting = talk.waits(turn, event.id)
            if waiting is None:
                return
            finish(turn, waiting)
            try:
                await self._desk.store.commit(turn.commit())
                return
            except Conflict:
                await asyncio.sleep(_PAUSE_S * tried)
