"""What a person does with their name and their rooms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bots.web.hub import ROOMS
from bots.web.inbound import clean_name, clean_title
from bots.web.render import Json, dm_json, room_json
from bots.web.requests import Refused
from core.events import Author, ChatChanged
from core.i18n import Words
from core.messages import AccountRef, ChatRef
from core.state.webchats import WebChats
from core.state.weblog import Logged
from core.state.webpeople import MAX_MEMBERS, MAX_ROOMS, Member, Profile, Room, dm, room


@dataclass(frozen=True, slots=True)
class Rooms:
    chats: WebChats
    words: Words

    async def list(self, uid: str) -> dict[str, Json]:
        """Every chat of the person as the page shows it, by id: the private one first."""
        private = dm(uid)
        listed = {private: dm_json(private, await self._last(private))}
        for code in (await self.chats.people.profile(uid)).rooms:
            found = await self.chats.people.room(code)
            if found is not None and any(member.uid == uid for member in found.members):
                listed[room(code)] = room_json(found, room(code), await self._last(room(code)))
        return listed

    async def _last(self, chat: str) -> Logged | None:
        entries = (await self.chats.log.newest(chat, limit=1)).entries
        return entries[0] if entries else None

    async def author(self, uid: str, chat: str, zone: str | None = None) -> Author:
        """The person as the author of an event in the chat; `zone` is their browser's. A room knows no nameless."""
        profile = await self.chats.people.profile(uid)
        in_room = chat.startswith(room(""))
        name = profile.name or (self.words(profile.language, "web-guest") if in_room else "")
        admin = in_room and await self._is_admin(chat[5:], uid)
        return Author(AccountRef("web", uid), name, profile.language, admin, zone)

    async def _is_admin(self, code: str, uid: str) -> bool:
        found = await self.chats.people.room(code)
        return found is not None and any(member.uid == uid and member.admin for member in found.members)

    async def create(self, uid: str, title: str, name: str, now: datetime) -> tuple[Room, ChatChanged]:
        """A new room with its founder in it, and the event that tells the coach. Raises `Refused`."""
        profile = await self._ready(uid, name)
        default = self.words(profile.language, "web-room-default")
        founder = Member(uid=uid, name=profile.name, joined_at=now, admin=True)
        made = await self.chats.people.create(clean_title(title, default), founder)
        await self._enter(uid, profile, made.code)
        chat, author = ChatRef("web", room(made.code), "group"), await self.author(uid, room(made.code))
        return made, ChatChanged(f"web:room:{made.code}", now, chat, author, change="joined", title=made.title)

    async def join(self, uid: str, code: str, name: str, now: datetime) -> Room:
        """Raises `Refused`."""
        found = await self.look(code)
        known = next((member for member in found.members if member.uid == uid), None)
        if known is None and len(found.members) >= MAX_MEMBERS:
            raise Refused("full")
        profile = await self._ready(uid, name)
        member = known or Member(uid=uid, name=profile.name, joined_at=now)
        await self.chats.people.put_member(code, member.model_copy(update={"name": profile.name}))
        await self._enter(uid, profile, code)
        return await self.look(code)

    async def look(self, code: str) -> Room:
        """Raises `Refused`."""
        found = await self.chats.people.room(code)
        if found is None:
            raise Refused("unknown")
        return found

    async def leave(self, uid: str, code: str) -> None:
        profile = await self.chats.people.profile(uid)
        await self.chats.people.drop_member(code, uid)
        left = tuple(other for other in profile.rooms if other != code)
        await self.chats.people.save(uid, profile.model_copy(update={"rooms": left}))
        await self._announce(uid, code)

    async def rename(self, uid: str, name: str) -> Profile:
        """The new name, here and in every room. Raises `Refused`."""
        profile = await self._ready(uid, name, rooms=-1)
        await self.chats.people.save(uid, profile)
        for code in profile.rooms:
            found = await self.chats.people.room(code)
            known = next((member for member in found.members if member.uid == uid), None) if found else None
            if known is not None:
                await self.chats.people.put_member(code, known.model_copy(update={"name": profile.name}))
                await self.chats.tell(room(code), ROOMS)
        await self.chats.tell(dm(uid), ROOMS)
        return profile

    async def _ready(self, uid: str, name: str, rooms: int = 0) -> Profile:
        cleaned = clean_name(name)
        if cleaned is None:
            raise Refused("name")
        profile = await self.chats.people.profile(uid)
        if rooms >= 0 and len(profile.rooms) >= MAX_ROOMS:
            raise Refused("many")
        return profile.model_copy(update={"name": cleaned})

    async def _enter(self, uid: str, profile: Profile, code: str) -> None:
        entered = profile.rooms if code in profile.rooms else (*profile.rooms, code)
        await self.chats.people.save(uid, profile.model_copy(update={"rooms": entered}))
        await self._announce(uid, code)

    async def _announce(self, uid: str, code: str) -> None:
        await self.chats.tell(room(code), ROOMS)
        await self.chats.tell(dm(uid), ROOMS)
