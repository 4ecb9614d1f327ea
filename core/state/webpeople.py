"""Who is who on the web page: sessions, names, rooms and their members.

An account is a random id; the browser holds a random token, the store only its keyed digest. Names, rooms and members
are sealed with the key of the chat they belong to: wiping a person's private chat forgets the person.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

import orjson

from core.state import keys
from core.state.crypto import Unreadable
from core.state.link import Link
from core.state.webfiles import WebFiles
from core.state.weblog import Frozen, WebLog

SESSION_S = 400 * 24 * 3600
"""Browsers keep no cookie longer."""
MAX_MEMBERS = 100
MAX_ROOMS = 30
CODE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
CODE_LENGTH = 12
"""12 of 31 letters: 59 bits."""


@dataclass(frozen=True, slots=True)
class Session:
    """`trusted`: its owner knew the sign-in secret."""

    uid: str
    trusted: bool


class Profile(Frozen):
    name: str = ""
    language: str = "en"
    rooms: tuple[str, ...] = ()
    """Codes of the rooms the person is in, in the order joined."""


class Member(Frozen):
    uid: str
    name: str
    joined_at: datetime
    admin: bool = False


class Room(Frozen):
    code: str
    title: str
    members: tuple[Member, ...] = ()


def dm(uid: str) -> str:
    return f"dm:{uid}"


def room(code: str) -> str:
    return f"room:{code}"


class WebPeople:
    """Every call may raise `StoreAway`."""

    def __init__(self, link: Link, log: WebLog, files: WebFiles) -> None:
        self._link = link
        self._log = log
        self._files = files

    # ---- sessions
    def _session(self, token: str) -> str:
        return keys.web_session(self._link.vault.digest("web session", token))

    async def session(self, token: str) -> Session | None:
        sealed = await self._link.do("GETEX", self._session(token), "EX", SESSION_S, again=True)
        if sealed is None:
            return None
        kept = orjson.loads(self._link.open("web session", sealed))
        return Session(kept["uid"], kept["trusted"])

    async def begin(self, *, trusted: bool, language: str) -> tuple[str, Session]:
        """A new account; its token goes into the browser's cookie and nowhere else."""
        token, uid = secrets.token_urlsafe(32), secrets.token_hex(8)
        sealed = self._link.seal("web session", orjson.dumps({"uid": uid, "trusted": trusted}))
        await self.save(uid, Profile(language=language))
        await self._link.do("SET", self._session(token), sealed, "EX", SESSION_S)
        return token, Session(uid, trusted)

    # ---- profiles: one sealed field in the private chat's hash of people
    def _people(self, chat: str) -> str:
        return keys.weblog(self._link.vault.digest("weblog", chat), "people")

    async def profile(self, uid: str) -> Profile:
        found = await self._read(dm(uid), "profile")
        return Profile() if found is None else Profile.model_validate_json(found)

    async def save(self, uid: str, profile: Profile) -> None:
        await self._write(dm(uid), "profile", profile.model_dump_json().encode())

    # ---- rooms
    async def create(self, title: str, founder: Member) -> Room:
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
        await self._write(room(code), "title", title.encode())
        await self._write(room(code), f"m {founder.uid}", founder.model_dump_json().encode())
        return Room(code=code, title=title, members=(founder,))

    async def room(self, code: str) -> Room | None:
        chat = room(code)
        fields = await self._link.do("HGETALL", self._people(chat), again=True)
        if b"title" not in fields:
            return None
        _, box = await self._log.box(chat)
        try:
            opened = {name.decode(): box.open(name.decode(), sealed) for name, sealed in fields.items()}
        except Unreadable:
            return None
        members = [Member.model_validate_json(value) for name, value in opened.items() if name.startswith("m ")]
        members.sort(key=lambda member: (member.joined_at, member.uid))
        return Room(code=code, title=opened["title"].decode(), members=tuple(members))

    async def put_member(self, code: str, member: Member) -> None:
        await self._write(room(code), f"m {member.uid}", member.model_dump_json().encode())

    async def drop_member(self, code: str, uid: str) -> None:
        await self._link.do("HDEL", self._people(room(code)), f"m {uid}", again=True)

    async def is_member(self, code: str, uid: str) -> bool:
        return bool(await self._link.do("HEXISTS", self._people(room(code)), f"m {uid}", again=True))

    # ---- leaving for good
    async def forget(self, uid: str) -> tuple[str, ...]:
        """Forget the person: private chat, name, sessions' profile, and what they wrote in rooms. Safe to repeat.

        Returns the ids of the chats that changed."""
        profile = await self.profile(uid)
        for code in profile.rooms:
            for file_id in await self._log.erase_author(room(code), uid):
                await self._files.drop(room(code), file_id)
            await self.drop_member(code, uid)
        await self._log.wipe(dm(uid))
        return (dm(uid), *(room(code) for code in profile.rooms))

    async def _read(self, chat: str, name: str) -> bytes | None:
        sealed = await self._link.do("HGET", self._people(chat), name, again=True)
        if sealed is None:
            return None
        _, box = await self._log.box(chat)
        try:
            return box.open(name, sealed)
        except Unreadable:  # wiped meanwhile
            return None

    async def _write(self, chat: str, name: str, plain: bytes) -> None:
        _, box = await self._log.box(chat)
        await self._link.do("HSET", self._people(chat), name, box.seal(name, plain), again=True)
