"""The wire to an OpenAI-compatible server. `openai` is imported at the first request: it costs memory and a second.

Every way in which a server can fail comes out as `ModelAway`. Servers differ in what they send and what they ignore, so
nothing of an answer is taken for granted.
"""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from core.errors import ModelAway
from core.llm.prompts import Line, Prompt
from core.settings import LLM

if TYPE_CHECKING:
    import httpx2
    from openai import AsyncOpenAI

_CONNECT_S = 5.0
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of a streamed answer, or all of one. `tokens`: the whole request as the server counts, if it does."""

    text: str = ""
    cut: bool = False
    tokens: int | None = None


class Wire:
    """One client, made at the first request."""

    def __init__(self, settings: LLM, http_client: httpx2.AsyncClient | None = None) -> None:
        self._settings = settings
        self._http = http_client
        self._client: AsyncOpenAI | None = None
        self._model = settings.model

    async def model(self) -> str:
        """The name to ask for: the setting, else the first that the server lists."""
        if self._model is None:
            async with self._asking() as client:
                listed = await client.models.list()
            self._model = _first_name(listed)
        return self._model

    async def stream(self, prompt: Prompt, max_tokens: int) -> AsyncGenerator[Piece, None]:
        """The answer, piece by piece. Close it (`aclosing`) to make the server stop."""
        request = await self._request(prompt.lines, max_tokens, prompt.temperature)
        async with self._asking() as client, await client.chat.completions.create(**request, stream=True) as chunks:
            async for chunk in chunks:
                yield _piece(chunk)

    async def complete(self, lines: Sequence[Line], max_tokens: int, schema: dict[str, Any] | None = None) -> Piece:
        """The answer at once, as far as it is text; the server is asked to keep to `schema`."""
        request = await self._request(lines, max_tokens, 0.0)
        async with self._asking() as client:
            if schema is not None:
                kept = {"name": "answer", "strict": True, "schema": schema}
                request["response_format"] = {"type": "json_schema", "json_schema": kept}
            answer = await client.chat.completions.create(**request)
        return Piece(_text(getattr(_choice(answer), "message", None)), tokens=_tokens(answer))

    async def _request(self, lines: Sequence[Line], max_tokens: int, temperature: float) -> dict[str, Any]:
        return {
            "model": await self.model(),
            "messages": [{"role": line.role, "content": line.content} for line in lines],
            "max_tokens": max_tokens,
            "temperature": temperature,
        }

    async def open(self) -> None:
        """Import and make the client, in a thread as far as it takes long, so that the loop goes on meanwhile."""
        if self._client is None:
            await asyncio.to_thread(importlib.import_module, "openai")
            self._client = self._client or self._made()

    async def close(self) -> None:
        if self._client is not None:
            await self._client.close()

    @asynccontextmanager
    async def _asking(self) -> AsyncIterator[AsyncOpenAI]:
        await self.open()
        assert self._client is not None
        import httpx2
        import openai

        try:
            yield self._client
        except openai.APIStatusError as error:
            if isinstance(error, openai.NotFoundError):
                self._model = self._settings.model
            raise ModelAway(f"status {error.status_code}") from None
        except (openai.OpenAIError, httpx2.HTTPError, httpx2.StreamError, OSError, ValueError) as error:
            raise ModelAway(type(error).__name__) from None

    def _made(self) -> AsyncOpenAI:
        import openai

        url = self._settings.base_url or ""
        local = urlsplit(url).hostname in _LOOPBACK
        return openai.AsyncOpenAI(
            base_url=url,
            api_key=self._settings.api_key.get_secret_value(),
            max_retries=0,
            timeout=openai.Timeout(self._settings.timeout_s, connect=min(_CONNECT_S, self._settings.timeout_s)),
            http_client=self._http or openai.DefaultAsyncHttpxClient(trust_env=not local),
        )


def _first_name(listed: Any) -> str:
    names = getattr(listed, "data", None)
    name = getattr(names[0], "id", None) if isinstance(names, list) and names else None
    if not isinstance(name, str):
        raise ModelAway("no model listed")
    return name


def _piece(chunk: Any) -> Piece:
    choice = _choice(chunk)
    cut = getattr(choice, "finish_reason", None) == "length"
    return Piece(_text(getattr(choice, "delta", None)), cut, _tokens(chunk))


def _tokens(answer: Any) -> int | None:
    total = getattr(getattr(answer, "usage", None), "total_tokens", None)
    return total if isinstance(total, int) and total > 0 else None


def _choice(answer: Any) -> Any:
    choices = getattr(answer, "choices", None)
    return choices[0] if isinstance(choices, list) and choices else None


def _text(message: Any) -> str:
    content = getattr(message, "content", None)
    return content if isinstance(content, str) else ""
