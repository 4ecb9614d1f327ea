"""Free talk with the language model: streamed, guarded, within a time and a budget; or `ModelAway`, and a template is sent."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from contextlib import aclosing, asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from core.errors import ModelAway
from core.llm import guard, prompts, small
from core.llm.breaker import Breaker, Refused
from core.llm.prompts import Line, Prompt
from core.llm.values import Language, TalkAnswer, TalkRequest, TalkTurn
from core.llm.wire import Piece, Wire
from core.settings import LLM

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx2

__all__ = ["ChatModel", "Refused", "TalkAnswer", "TalkRequest", "TalkTurn"]

OnText = Callable[[str], Awaitable[None]]
Model = TypeVar("Model", bound=BaseModel)

FIRST_WORD_SHARE = 0.5
"""Share of the time limit after which an answer must have begun."""

LEAST_TOKENS = 40
"""An answer is not begun with less than this left of the budget."""

STRUCTURED_TOKENS = 800
_WARMING: dict[Language, str] = {"en": "hello", "zh-Hans": "你好"}


class ChatModel:
    """The language model as the coach sees it. Safe to use from many tasks at once."""

    def __init__(
        self, settings: LLM, *, http_client: httpx2.AsyncClient | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._settings = settings
        self._wire = Wire(settings, http_client)
        self._breaker = Breaker(clock)
        self._keeps_schema: bool | None = None

    def fit(self, language: Language) -> bool:
        """There is a server, it speaks the language, and it is not being left alone after failures."""
        return self._speaks(language) and self._breaker.lets

    async def answer(self, request: TalkRequest, on_text: OnText) -> TalkAnswer:
        """The answer; `on_text` gets the sentences that passed the guard so far, each time more of them.

        Raises `ModelAway`: no answer, or (`Refused`, which knows the tokens spent) none that may be shown.
        """
        if not self.fit(request.language):
            raise ModelAway("not fit")
        with self._breaker.attempt():
            async with self._in_time() as limit:
                if await self._wire.model() == small.NAME:
                    return await self._short(request, on_text, limit)
                return await self._long(request, on_text, limit)

    async def structured(self, schema_model: type[Model], system: str, text: str) -> Model:
        """What `text` says, as a `schema_model`. Raises `ModelAway` if the answer does not fit it."""
        if not self._settings.base_url:
            raise ModelAway("not fit")
        with self._breaker.attempt():
            async with self._in_time() as limit:
                limit.reschedule(self._end())
                said = await self._reading(schema_model.model_json_schema(), system, text)
            try:
                return schema_model.model_validate_json(_object_in(said))
            except ValidationError:
                raise Refused("schema", prompts.estimate(system + text + said)) from None

    async def warm(self) -> None:
        """Let the server read the beginning of each prompt, so that the first answer starts sooner."""
        for language, text in _WARMING.items():
            if not self.fit(language):
                continue
            request = TalkRequest(language, text)
            with suppress(ModelAway):
                async with self._in_time() as limit:
                    limit.reschedule(self._end())
                    embedded = await self._wire.model() == small.NAME
                    await self._wire.complete((prompts.small if embedded else prompts.talk)(request).lines, 1)

    async def close(self) -> None:
        await self._wire.close()

    async def _long(self, request: TalkRequest, on_text: OnText, limit: asyncio.Timeout) -> TalkAnswer:
        prompt = prompts.talk(request)
        draft = _Draft(request, prompt)
        shown = ""
        async with aclosing(self._wire.stream(prompt, _room(prompt, request))) as pieces:
            async for piece in pieces:
                draft.add(piece)
                if piece.text:
                    limit.reschedule(self._end(limit))
                if (text := draft.so_far()) != shown:
                    await on_text(text)
                    shown = text
        text = draft.whole()
        if text != shown:
            await on_text(text)
        return TalkAnswer(text, draft.tokens)

    async def _short(self, request: TalkRequest, on_text: OnText, limit: asyncio.Timeout) -> TalkAnswer:
        if not small.suits(request):
            raise Refused("not for this model")
        prompt = prompts.small(request)
        draft = _Draft(request, prompt)
        async with aclosing(self._wire.stream(prompt, _room(prompt, request))) as pieces:
            async for piece in pieces:
                draft.add(piece)
                limit.reschedule(self._end(limit))
                if small.whole(draft.said):
                    break
        text = draft.passed(small.answer(draft.said, request))
        await on_text(text)
        return TalkAnswer(text, draft.tokens)

    async def _reading(self, schema: dict[str, Any], system: str, text: str) -> str:
        """The raw answer; a server that ignores schemas finds it among its instructions."""
        if self._keeps_schema is None:
            self._keeps_schema = await self._probe()
        if not self._keeps_schema:
            system = f"{system}\n\n{json.dumps(schema, ensure_ascii=False)}"
        lines = (Line("system", system), Line("user", text[: prompts.TEXT_CHARS]))
        return await self._wire.complete(lines, STRUCTURED_TOKENS, schema if self._keeps_schema else None)

    async def _probe(self) -> bool:
        """Asked for a story, a server that enforces schemas still answers with the one object allowed."""
        schema = {
            "type": "object", "properties": {"kept": {"enum": ["yes"]}}, "required": ["kept"], "additionalProperties": False,
        }
        try:
            said = await self._wire.complete((Line("user", "Tell me a story."),), 32, schema)
            return bool(json.loads(said) == {"kept": "yes"})
        except ModelAway as away:
            if str(away) in ("status 400", "status 422"):
                return False
            raise
        except ValueError:
            return False

    def _speaks(self, language: Language) -> bool:
        fit = self._settings.fit_languages
        return bool(self._settings.base_url) and (language in fit or language.partition("-")[0] in fit)

    @asynccontextmanager
    async def _in_time(self) -> AsyncIterator[asyncio.Timeout]:
        """Until the first word only a share of the time; `_end` gives the rest."""
        try:
            async with asyncio.timeout(self._settings.timeout_s * FIRST_WORD_SHARE) as limit:
                yield limit
        except TimeoutError:
            raise ModelAway("too slow") from None
