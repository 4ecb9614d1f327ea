"""The model's answers beside the events: asked for after the commit, streamed as drafts, committed when whole.

Words that may tell of something done are read first: what the rules bear out of that reading is offered, and nothing is
answered besides.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from core.context import Desk, Docs, PersonTurn, person_aggregate
from core.domain.person import Person, Waiting
from core.domain.records import Record
from core.errors import Conflict, ModelAway, StoreAway
from core.events import Base
from core.handlers import talk
from core.llm import prompts
from core.llm.talk import Refused, TalkAnswer, TalkRequest
from core.understanding.proposed import Proposal, Said, checked

log = logging.getLogger(__name__)

Finish = Callable[[PersonTurn, Waiting], None]

_TRIES = 12
_PAUSE_S = 0.01


class Answering:
    """Answers under way. Should this process die, or an answer fail, the clock answers instead."""

    def __init__(self, desk: Desk, clock: Callable[[], datetime]) -> None:
        self._desk = desk
        self._clock = clock
        self.tasks: set[asyncio.Task[None]] = set()

    def start(self, pid: str, event: Base, request: TalkRequest, said: Said | None = None) -> None:
        """Let the model answer the words of `event`, which wait in the person's documents; `said`: read them first."""
        task = asyncio.create_task(self._answer(pid, event, request, said))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def close(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    async def _answer(self, pid: str, event: Base, request: TalkRequest, said: Said | None) -> None:
        live, chat = self._desk.live, event.chat
        try:
            await live.typing(chat)
            await self._commit(pid, event, await self._finish(event, request, said))
        except StoreAway:
            log.warning("event %s: the answer waits for the clock", event.id)
        except Exception:
            log.exception("event %s: the answer was lost", event.id)
        finally:
            await live.draft(chat, event.id, "")

    async def _finish(self, event: Base, request: TalkRequest, said: Said | None) -> Finish:
        """How the words are answered: by what was read in them, else by talk."""
        read = 0
        if said is not None:
            records, read = await self._read(event, request, said)
            if records:
                return partial(talk.offer, records=records, said_on=said.today, tokens=read)
            request = replace(request, tokens_left=request.tokens_left - read)
        answer, tokens = await self._said(event, request)
        return partial(talk.finish, answer=answer, mood=request.tone, tokens=read + tokens)

    async def _read(self, event: Base, request: TalkRequest, said: Said) -> tuple[tuple[Record, ...], int]:
        """What was done, as far as the words bear it out, and the tokens it took to read them."""
        prompt = prompts.read(said.text, said.today)
        try:
            proposal, tokens = await self._desk.model.structured(Proposal, prompt, request.tokens_left)
        except ModelAway as away:
            log.info("event %s: no reading from the model (%s)", event.id, type(away).__name__)
            return (), away.tokens if isinstance(away, Refused) else 0
        return checked(said, proposal), tokens

    async def _said(self, event: Base, request: TalkRequest) -> tuple[TalkAnswer | None, int]:
        """The answer, if there is one, and the tokens it took either way."""
        try:
            answer = await self._desk.model.answer(request, partial(self._desk.live.draft, event.chat, event.id))
        except ModelAway as away:
            log.info("event %s: no answer from the model (%s)", event.id, type(away).__name__)
            return None, away.tokens if isinstance(away, Refused) else 0
        return answer, answer.tokens

    async def _commit(self, pid: str, event: Base, finish: Finish) -> None:
        """Unless the clock was faster."""
        for tried in range(_TRIES):
            snapshot = await self._desk.store.load(person_aggregate(pid))
            person = snapshot.docs.get("person")
            if not isinstance(person, Person):
                return
            later = Base(event.id, event.at, event.chat, event.author)
            turn = PersonTurn(later, self._clock(), self._desk.words, snapshot, Docs.of(snapshot, person))
            waiting = talk.waits(turn, event.id)
            if waiting is None:
                return
            finish(turn, waiting)
            try:
                await self._desk.store.commit(turn.commit(claim=f"talk:{event.id}"))
                return
            except Conflict:
                await asyncio.sleep(_PAUSE_S * tried)
