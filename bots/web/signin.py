"""Signing in with the secret, where there is one."""

from __future__ import annotations

import html
import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from string import Template

from aiohttp import web

from bots.web.auth import Gate
from bots.web.limits import Attempts
from bots.web.requests import accepted
from core.i18n import Words, first_language
from core.state.webpeople import WebPeople

FORM = Path(__file__).parent / "static" / "signin.html"


@dataclass(frozen=True, slots=True)
class SignIn:
    gate: Gate
    people: WebPeople
    words: Words
    attempts: Attempts = field(default_factory=Attempts)

    def routes(self) -> list[web.AbstractRouteDef]:
        return [web.get("/signin", self.show), web.post("/signin", self.enter)]

    async def show(self, request: web.Request) -> web.StreamResponse:
        return self._form(request, request.query.get("next", "/"))

    async def enter(self, request: web.Request) -> web.StreamResponse:
        given = await request.post()
        onward = str(given.get("next", "/"))
        if not self.attempts.take(request.remote or "", time.monotonic()):
            return self._form(request, onward, "web-signin-slow", 429)
        if not self.gate.needs_secret or not self.gate.knows(str(given.get("secret", ""))):
            return self._form(request, onward, "web-signin-wrong", 403)
        response = web.Response(status=303, headers={"Location": local(onward)})
        if await self.gate.session(request) is None:
            token, _ = await self.people.begin(trusted=True, language=first_language(accepted(request)))
            self.gate.remember(response, token)
        return response

    def _form(self, request: web.Request, onward: str, error: str = "", status: int = 200) -> web.Response:
        language = first_language(accepted(request))
        values = {
            "lang": language,
            "title": self.words(language, "web-signin"),
            "about": self.words(language, "web-signin-about"),
            "label": self.words(language, "web-signin-secret"),
            "action": self.words(language, "web-signin"),
            "error": self.words(language, error) if error else "",
            "next": local(onward),
        }
        template = Template(FORM.read_text(encoding="utf-8"))
        text = template.substitute({name: html.escape(value) for name, value in values.items()})
        return web.Response(text=text, content_type="text/html", status=status)


def local(path: str) -> str:
    """Where to go next: only a page of ours."""
    return path if re.fullmatch(r"/r/[\w-]+", path) else "/"
