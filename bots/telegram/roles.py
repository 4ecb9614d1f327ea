"""Who administers a group, asked at most every five minutes."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace

from bots.telegram.request import FAILURES, Api, Call
from core.events import Command, PlatformEvent

log = logging.getLogger(__name__)

KEPT_S = 300.0
_REMEMBERED = 1024


class Roles:
    """Adds the platform's role to the author of a group command."""

    def __init__(self, api: Api, clock: Callable[[], float] = time.monotonic) -> None:
        self._api = api
        self._clock = clock
        self._admins: OrderedDict[str, tuple[float, frozenset[str]]] = OrderedDict()

    async def with_role(self, event: PlatformEvent) -> PlatformEvent:
        if not isinstance(event, Command) or event.chat.kind != "group":
            return event
        admins = await self._of(event.chat.chat_id)
        return replace(event, author=replace(event.author, is_admin=event.author.account.user_id in admins))

    async def _of(self, chat_id: str) -> frozenset[str]:
        known = self._admins.get(chat_id)
        if known is not None and self._clock() < known[0]:
            return known[1]
        try:
            members = await self._api.call(Call("getChatAdministrators", {"chat_id": int(chat_id)}))
        except FAILURES as failure:
            log.info("administrators of a group unknown: %s", type(failure).__name__)
            return frozenset()
        admins = frozenset(str(member["user"]["id"]) for member in members)
        self._admins[chat_id] = (self._clock() + KEPT_S, admins)
        if len(self._admins) > _REMEMBERED:
            self._admins.popitem(last=False)
        return admins
