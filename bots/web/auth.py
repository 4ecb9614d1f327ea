"""Who may talk to the page: the right host, the right origin, a session, and beyond loopback the sign-in secret."""

from __future__ import annotations

import hmac
import ipaddress
from urllib.parse import urlsplit

from aiohttp import web

from core.settings import Web
from core.state.webpeople import SESSION_S, Session, WebPeople

COOKIE = "jiayou"
MARK = "X-Jiayou"
"""A header that other sites cannot send along without being asked first."""


class NoSecret(Exception):
    """The page would be open to everybody."""


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check(settings: Web) -> None:
    """Raises `NoSecret` when the page is reachable from elsewhere and no secret is set."""
    secret = settings.secret.get_secret_value() if settings.secret else ""
    if not is_loopback(settings.host) and not secret:
        raise NoSecret(f"JIAYOU_WEB__SECRET must be set when the web chat listens on {settings.host}")


class Gate:
    def __init__(self, settings: Web, people: WebPeople) -> None:
        self._people = people
        self._secret = settings.secret.get_secret_value() if settings.secret else ""
        self._public = urlsplit(settings.public_url) if settings.public_url else None
        self._hosts = _hosts(settings) if is_loopback(settings.host) else None

    @property
    def needs_secret(self) -> bool:
        return bool(self._secret)

    def knows(self, secret: str) -> bool:
        """Compared in constant time."""
        return hmac.compare_digest(secret.encode(), self._secret.encode())

    def right_host(self, request: web.Request) -> bool:
        """On loopback only its own names: another site that resolves to this machine is not us."""
        return self._hosts is None or _host(request.host) in self._hosts

    def right_origin(self, request: web.Request) -> bool:
        """The page's own origin. Browsers always name it for websockets and posts; programs may leave it out."""
        origin = request.headers.get("Origin")
        if origin is None:
            return request.headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin")
        parts = urlsplit(origin)
        if self._public is not None and (parts.scheme, parts.netloc) == (self._public.scheme, self._public.netloc):
            return True
        return parts.scheme in ("http", "https") and parts.netloc == request.host

    async def session(self, request: web.Request) -> Session | None:
        """The session of the request's cookie, if it may be used. Raises `StoreAway`."""
        token = request.cookies.get(COOKIE, "")
        if not 20 <= len(token) <= 100:
            return None
        session = await self._people.session(token)
        return None if session is None or (self.needs_secret and not session.trusted) else session

    def remember(self, response: web.StreamResponse, token: str) -> None:
        """`Lax`, not `Strict`: a room's link is opened from somewhere else."""
        secure = self._public is not None and self._public.scheme == "https"
        response.set_cookie(COOKIE, token, max_age=SESSION_S, httponly=True, samesite="Lax", secure=secure, path="/")


def _hosts(settings: Web) -> frozenset[str]:
    public = urlsplit(settings.public_url).hostname if settings.public_url else None
    return frozenset({"localhost", "127.0.0.1", "::1", settings.host.lower(), *([public] if public else [])})


def _host(header: str) -> str:
    try:
        return (urlsplit(f"//{header}").hostname or "").lower()
    except ValueError:
        return ""
