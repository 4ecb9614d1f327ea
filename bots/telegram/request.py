"""One call of the Bot API over aiohttp: JSON or multipart in, the result or one of three errors out.

python-telegram-bot's own client costs more per call than the whole of our path, and its errors do not tell a request
that was never sent from one whose fate is unknown. Delivery needs that difference, so calls are made here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import orjson
from pydantic import SecretStr
from yarl import URL

CONNECT_S = 5.0
CALL_S = 20.0
UPLOAD_S = 90.0
KEEPALIVE_S = 15.0
"""Idle connections are dropped before the server drops them: a request on a dying one would be in doubt."""


class ApiError(Exception):
    """Telegram said no. `code` is the HTTP status, `retry_after` seconds, `migrated_to` a chat id."""

    def __init__(
        self, code: int, description: str, retry_after: float | None = None, migrated_to: int | None = None
    ) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.migrated_to = migrated_to

    def says(self, *fragments: str) -> bool:
        """Whether the description holds one of the fragments (lower case)."""
        words = self.description.lower()
        return any(fragment in words for fragment in fragments)


class Unreachable(Exception):
    """No connection was made: nothing has been sent."""


class Broken(Exception):
    """The answer did not arrive: the call may or may not have been carried out."""


Failure = ApiError | Unreachable | Broken
FAILURES = (ApiError, Unreachable, Broken)


@dataclass(frozen=True, slots=True)
class File:
    """A file to upload with a call, as the form field `field`."""

    field: str
    filename: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the Bot API as a value. The failure of an `optional` one leaves the rest standing."""

    method: str
    params: Mapping[str, object] = field(default_factory=dict)
    file: File | None = None
    optional: bool = False


class Api:
    """A bot's door to the Bot API. Opens its connections at the first call; `close` when done."""

    def __init__(self, token: SecretStr, api_url: str) -> None:
        self._root = api_url.rstrip("/")
        self._token = token
        self._proxy = _proxy_for(self._root)
        self._session: aiohttp.ClientSession | None = None

    async def call(self, call: Call, *, wait_s: float = 0.0) -> Any:
        """The call's `result`. `wait_s` is how long the server may hold it (long polling), on top of the time limit."""
        url = f"{self._root}/bot{self._token.get_secret_value()}/{call.method}"
        body, headers, limit = _body(call)
        status, payload = await self._exchange("POST", url, limit + wait_s, body, headers)
        return _result(status, payload)

    async def download(self, file_path: str) -> bytes:
        """The content of a file that `getFile` named."""
        url = f"{self._root}/file/bot{self._token.get_secret_value()}/{file_path}"
        status, payload = await self._exchange("GET", url, UPLOAD_S)
        if status != 200:
            raise ApiError(status, "file not available")
        return payload

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _exchange(
        self,
        verb: str,
        url: str,
        limit_s: float,
        body: bytes | aiohttp.FormData | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> tuple[int, bytes]:
        timeout = aiohttp.ClientTimeout(total=limit_s, sock_connect=CONNECT_S)
        # The library's errors name the address, which holds the token: only their class goes further.
        try:
            async with self._open().request(
                verb, URL(url, encoded=True), data=body, headers=headers, timeout=timeout
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.ClientHttpProxyError) as error:
            raise Unreachable(type(error).__name__) from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Broken(type(error).__name__) from None

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=64, keepalive_timeout=KEEPALIVE_S),
                cookie_jar=aiohttp.DummyCookieJar(),
                proxy=self._proxy,
            )
        return self._session


def _body(call: Call) -> tuple[bytes | aiohttp.FormData, dict[str, str], float]:
    if call.file is None:
        return orjson.dumps(call.params), {"Content-Type": "application/json"}, CALL_S
    form = aiohttp.FormData(quote_fields=False)  # file names in UTF-8 as they are
    for name, value in call.params.items():
        form.add_field(name, value if isinstance(value, str) else orjson.dumps(value).decode())
    form.add_field(call.file.field, call.file.content, filename=call.file.filename, content_type=call.file.media_type)
    return form, {}, UPLOAD_S


def _result(status: int, payload: bytes) -> Any:
    try:
        answer = orjson.loads(payload)
    except orjson.JSONDecodeError:
        answer = None
    if not isinstance(answer, dict):
        if status == 200:
            raise Broken("the answer is not JSON")
        raise ApiError(status, "no description")
    if answer.get("ok") is True:
        return answer.get("result")
    extra = answer.get("parameters") or {}
    raise ApiError(
        int(answer.get("error_code") or status),
        str(answer.get("description", "no description")),
        extra.get("retry_after"),
        extra.get("migrate_to_chat_id"),
    )


def _proxy_for(url: str) -> str | None:
    """The HTTP proxy the environment names for this address, looked up once."""
    address = urlsplit(url)
    if proxy_bypass(address.hostname or ""):
        return None
    proxy = getproxies().get(address.scheme)
    return proxy if proxy and proxy.startswith(("http://", "https://")) else None
