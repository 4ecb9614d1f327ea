"""Discord's REST API, one attempt a call: answers become JSON, refusals become `SendError`s.

It needs no gateway, so anything that holds the token can send. Retrying is the caller's decision.
"""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import aiohttp

from bots.sending import Blocked, Gone, InDoubt, Rejected, RetryAfter, SendError
from core.messages import Attachment

USER_AGENT = "DiscordBot (https://jiayou.example, 1)"
UNREACHABLE_S = 2.0
TOO_LARGE_WAIT_S = 60.0
_TIMEOUT = aiohttp.ClientTimeout(total=10, sock_connect=5)
_DOWNLOAD_TIMEOUT = aiohttp.ClientTimeout(total=60, sock_connect=5)
_KNOWN_BUCKETS = 2_000

_BLOCKED = frozenset({50007, 50278})
"""The person takes no DMs from us; no server is shared with them any more."""
_GONE = frozenset({10003, 10004, 10008, 10015, 50001})
"""Unknown channel, guild, message, webhook; no access to the channel."""


class Unauthorized(RetryAfter):
    """The token is not (or no longer) valid: no message's fault, and nothing gets through until it is replaced."""

    def __init__(self) -> None:
        super().__init__(TOO_LARGE_WAIT_S)


@dataclass(frozen=True, slots=True)
class Call:
    """A request as a value. `path` is below the API's base; `attachment` travels with the body as multipart."""

    method: Literal["GET", "POST", "PATCH", "PUT", "DELETE"]
    path: str
    body: Mapping[str, Any] | tuple[Any, ...] | None = None
    attachment: Attachment | None = None


class Rest:
    """The HTTP client. Knows which rate-limit buckets are empty and does not ask those in vain."""

    def __init__(self, token: str, api_url: str) -> None:
        self._base = api_url.rstrip("/")
        self._authorization = {"Authorization": f"Bot {token}"}
        self._session: aiohttp.ClientSession | None = None
        self._empty_until: dict[str, float] = {}

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def get(self, path: str) -> Any:
        return await self.call(Call("GET", path))

    async def call(self, call: Call, *, timeout_s: float | None = None) -> Any:
        """The answer's JSON, `None` for an empty one. Raises `SendError`s only."""
        bucket = bucket_of(call)
        self._check(bucket)
        timeout = _TIMEOUT if timeout_s is None else aiohttp.ClientTimeout(total=timeout_s)
        url = self._base + call.path
        with _doubts():
            async with self._open().request(
                call.method, url, timeout=timeout, headers=self._authorization, **_body(call)
            ) as response:
                self.note_limits(bucket, response.headers)
                return await _answer(response)

    async def download(self, url: str) -> bytes:
        """The content of an attachment, which lies elsewhere: no token goes there. Raises `SendError`s only."""
        with _doubts():
            async with self._open().get(url, timeout=_DOWNLOAD_TIMEOUT) as response:
                if response.status >= 400:
                    raise refusal(response.status, {}, response.headers)
                return await response.read()

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                headers={"User-Agent": USER_AGENT}, cookie_jar=aiohttp.DummyCookieJar()
            )
        return self._session

    def _check(self, bucket: str) -> None:
        wait = self._empty_until.get(bucket, 0.0) - time.monotonic()
        if wait > 0:
            raise RetryAfter(wait)

    def note_limits(self, bucket: str, headers: Mapping[str, str]) -> None:
        """Remember a bucket that an answer's headers call empty."""
        if headers.get("X-RateLimit-Remaining") != "0":
            return
        now = time.monotonic()
        if len(self._empty_until) >= _KNOWN_BUCKETS:
            self._empty_until = {name: until for name, until in self._empty_until.items() if until > now}
        self._empty_until[bucket] = now + _number(headers.get("X-RateLimit-Reset-After"), 0.0)


@contextmanager
def _doubts() -> Iterator[None]:
    """What failed on the way: before anything was sent, or perhaps after."""
    try:
        yield
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
        raise RetryAfter(UNREACHABLE_S) from error
    except (aiohttp.ClientError, TimeoutError) as error:
        raise InDoubt(type(error).__name__) from error


def bucket_of(call: Call) -> str:
    """Discord counts per method, route and top resource (the channel, the webhook); reactions on their own."""
    parts = call.path.split("?")[0].split("/")
    return " ".join((call.method, *parts[1:4], "reactions" if "reactions" in parts else "")).rstrip()


def _body(call: Call) -> dict[str, Any]:
    if call.attachment is None:
        return {} if call.body is None else {"json": call.body}
    form = aiohttp.FormData()
    form.add_field("payload_json", json.dumps(call.body), content_type="application/json")
    form.add_field(
        "files[0]",
        base64.b64decode(call.attachment.content),
        filename=call.attachment.filename,
        content_type=call.attachment.media_type,
    )
    return {"data": form}


async def _answer(response: aiohttp.ClientResponse) -> Any:
    if response.status == 204:
        return None
    body = await _json(response)
    if response.status < 400:
        return body
    raise refusal(response.status, body if isinstance(body, dict) else {}, response.headers)


async def _json(response: aiohttp.ClientResponse) -> Any:
    """`None` where a proxy answers with a page of its own."""
    if response.content_type != "application/json":
        return None
    try:
        return await response.json()
    except ValueError as error:
        raise InDoubt("unreadable answer") from error


def refusal(status: int, body: Mapping[str, Any], headers: Mapping[str, str]) -> SendError:
    """What an error answer means for the message. Discord's error codes decide before the HTTP status."""
    code = body.get("code", 0)
    if status == 429:
        return RetryAfter(_number(body.get("retry_after", headers.get("Retry-After")), TOO_LARGE_WAIT_S))
    if status >= 500:
        return InDoubt(f"status {status}")
    if status == 401:
        return Unauthorized()
    if code in _BLOCKED:
        return Blocked(f"code {code}")
    if code in _GONE or status == 404:
        return Gone(f"code {code}")
    return Rejected(f"status {status}, code {code}")


def _number(text: object, default: float) -> float:
    try:
        return float(str(text))
    except ValueError:
        return default
