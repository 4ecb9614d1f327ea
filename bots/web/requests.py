"""What the HTTP routes share: answers, refusals, the session behind a request."""

from __future__ import annotations

from typing import TypeVar

import orjson
from aiohttp import web
from pydantic import BaseModel, ValidationError

from bots.web import limits
from bots.web.auth import Gate
from bots.web.render import Json
from core.state.webpeople import Session

Wish = TypeVar("Wish", bound=BaseModel)
STATUS = {"unknown": 404, "too_big": 413, "empty": 413, "quota": 429}


class Refused(Exception):
    """A wish that cannot be met: `name`, `unknown`, `full`, `many`, `too_big`, `empty`, `quota`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why

    @property
    def status(self) -> int:
        return STATUS.get(self.why, 422)


def answer(value: Json, status: int = 200) -> web.Response:
    return web.Response(body=orjson.dumps(value), status=status, content_type="application/json")


async def body(request: web.Request, model: type[Wish]) -> Wish:
    if (request.content_length or 0) > limits.BODY:
        raise web.HTTPBadRequest
    try:
        return model.model_validate_json(await request.read())
    except ValidationError:
        raise web.HTTPBadRequest from None


async def session(gate: Gate, request: web.Request) -> Session:
    found = await gate.session(request)
    if found is None:
        raise web.HTTPUnauthorized
    return found


def accepted(request: web.Request) -> list[str]:
    """The languages the browser asks for, best first as it lists them."""
    return [part.split(";")[0].strip() for part in request.headers.get("Accept-Language", "").split(",")[:10]]
