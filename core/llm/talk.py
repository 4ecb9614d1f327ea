"""Free talk with the language model: streamed, guarded, in a time and a budget. `ModelAway`: send a template."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from core.errors import ModelAway
from core.llm import guard, prompts, small
from core.llm.breaker import Breaker, Refused
from core.llm.draft import Draft
from core.llm.prompts import Line, Prompt
from core.llm.values import Language, TalkAnswer, TalkRequest, TalkTurn
from core.llm.wire import Wire
from core.settings import LLM

if TYPE_CHECKING:
    import httpx2

__all__ = ["ChatModel", "Refused", "TalkAnswer", "TalkRequest", "TalkTurn"]

OnText = Callable[[str], Awaitable[None]]
GoOn = Callable[[], None]
Model = TypeVar("Model", bound=BaseModel)

FIRST_WORD_SHARE = 0.5
"""Share of the time limit after which an answer must have begun."""

READ_SHARE = 0.5
"""Share of the time limit for a structured answer: another one may have to follow."""

LEAST_TOKENS = 40
"""An answer is not begun with less than this left of the budget."""

_PROBE = (Line("user", "Tell me a story."),)
_PROBE_SCHEMA = {
    "type": "object",
    "properties": {"kept": {"enum": ["yes"]}},
    "required": ["kept"],
    "additionalProperties": False,
}
_WARMING: dict[Language, str] = {"en": "hello", "zh-Hans": "你好"}


class ChatModel:
    """The language model as the coach sees it. Safe to use from many tasks at once."""

    def __init__(
        self,
        settings: LLM,
        *,
        http_client: httpx2.AsyncClient | None = None,
        clock: Callable[[], float] = time.monotonic,
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
            async with self._in_time(FIRST_WORD_SHARE) as go_on:
                talk = self._short if await self._embedded() else self._long
                return await talk(request, on_text, go_on)

    async def structured(self, schema_model: type[Model], prompt: Prompt, tokens_left: int) -> tuple[Model, int]:
        """The answer as a `schema_model`, and the tokens it took. Raises `ModelAway` if there is none that fits it
        (`Refused`, which knows the tokens spent, if there is one that does not)."""
        if not self._settings.base_url:
            raise ModelAway("not fit")
        with self._breaker.attempt():
            async with self._in_time(READ_SHARE):
                if await self._embedded():
                    raise Refused("not for this model")
                room = _room(prompt, tokens_left)
                said, tokens = await self._reading(schema_model.model_json_schema(), prompt, room)
            try:
                return schema_model.model_validate_json(_object_in(said)), tokens
            except ValidationError:
                raise Refused("schema", tokens) from None

    async def warm(self) -> None:
        """Let the server read the beginning of each prompt, so that the first answer starts sooner."""
        for language, text in _WARMING.items():
            if not self.fit(language):
                continue
            with suppress(ModelAway):
                async with self._in_time():
                    prompt = (prompts.small if await self._embedded() else prompts.talk)(TalkRequest(language, text))
                    await self._wire.complete(prompt.lines, 1)

    async def close(self) -> None:
        await self._wire.close()

    async def _long(self, request: TalkRequest, on_text: OnText, go_on: GoOn) -> TalkAnswer:
        prompt = prompts.talk(request)
        draft = Draft(request, prompt)
        shown = ""
        async with aclosing(self._wire.stream(prompt, _room(prompt, request.tokens_left))) as pieces:
            async for piece in pieces:
                draft.add(piece)
                if piece.text:
                    go_on()
                if (text := draft.so_far()) != shown:
                    await on_text(text)
                    shown = text
        text = draft.whole()
        if text != shown:
            await on_text(text)
        return TalkAnswer(text, draft.tokens)

    async def _short(self, request: TalkRequest, on_text: OnText, go_on: GoOn) -> TalkAnswer:
        """From the embedded model; too short to be worth showing before it is complete."""
        if not small.suits(request):
            raise Refused("not for this model")
        prompt = prompts.small(request)
        draft = Draft(request, prompt)
        async with aclosing(self._wire.stream(prompt, _room(prompt, request.tokens_left))) as pieces:
            async for piece in pieces:
                draft.add(piece)
                go_on()
                if small.whole(draft.said):
                    break
        text = draft.passed(small.answer(draft.said, request))
        await on_text(text)
        return TalkAnswer(text, draft.tokens)

    async def _embedded(self) -> bool:
        return await self._wire.model() == small.NAME

    async def _reading(self, schema: dict[str, Any], prompt: Prompt, room: int) -> tuple[str, int]:
        """The raw answer and the tokens it took; a server that ignores schemas finds it among its instructions."""
        if self._keeps_schema is None:
            self._keeps_schema = await self._probe()
        if not self._keeps_schema:
            system, *rest = prompt.lines
            told = Line("system", f"{system.content}\n\n{json.dumps(schema, ensure_ascii=False)}")
            prompt = replace(prompt, lines=(told, *rest))
        said = await self._wire.complete(prompt.lines, room, schema if self._keeps_schema else None)
        return said.text, said.tokens or prompt.tokens + prompts.estimate(said.text)

    async def _probe(self) -> bool:
        """Asked for a story, a server that enforces schemas still answers with the one object allowed."""
        try:
            return bool(json.loads((await self._wire.complete(_PROBE, 32, _PROBE_SCHEMA)).text) == {"kept": "yes"})
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
    async def _in_time(self, share: float = 1.0) -> AsyncIterator[GoOn]:
        """Within a share of the time limit; within all of it once the function given has been called."""
        await self._wire.open()
        end = asyncio.get_running_loop().time() + self._settings.timeout_s
        try:
            async with asyncio.timeout(self._settings.timeout_s * share) as limit:
                yield lambda: limit.reschedule(end)
        except TimeoutError:
            raise ModelAway("too slow") from None


def _room(prompt: Prompt, tokens_left: int) -> int:
    """Tokens the answer may have. Raises `Refused` when the budget is spent."""
    room = min(prompt.max_tokens, tokens_left - prompt.tokens)
    if room < LEAST_TOKENS:
        raise Refused("budget")
    return room


def _object_in(said: str) -> str:
    """The JSON object within what was said around it, after any thinking aloud."""
    text = guard.thought(said)
    return text[text.find("{") : text.rfind("}") + 1]
