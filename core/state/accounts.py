"""Which person an account of a platform belongs to. The store holds a keyed digest of the account, not its id."""

from __future__ import annotations

import time

from core.messages import AccountRef
from core.state import keys
from core.state.link import Link

FRESH_S = 5.0
"""How long a binding is believed without asking again; a change made by another process shows after that."""
KEPT = 20_000


class Accounts(Link):
    _people: dict[str, tuple[float, str]] | None = None

    def _key(self, account: AccountRef) -> str:
        return keys.account(self.vault.digest("account", account.platform, account.user_id))

    async def person_of(self, account: AccountRef) -> str | None:
        """The person's id, or `None` for an account not seen before."""
        key = self._key(account)
        known = self._known().get(key)
        if known is not None and known[0] > time.monotonic():
            return known[1]
        found = await self.do("GET", key, again=True)
        return None if found is None else self._remember(key, found.decode())

    async def bind(self, account: AccountRef, person_id: str, *, expected: str | None) -> str:
        """Bind the account if it is bound to `expected` (`None`: to nobody). Returns who it is bound to now: anything
        but `person_id` means that somebody else was first ("": that `expected` is not bound any more). Safe to
        repeat."""
        key = self._key(account)
        self._known().pop(key, None)
        bound = await self.call("bind", [key], [person_id, expected or ""], again=True)
        return self._remember(key, bound.decode()) if bound else ""

    async def unbind(self, account: AccountRef) -> None:
        key = self._key(account)
        self._known().pop(key, None)
        await self.do("DEL", key, again=True)

    def _known(self) -> dict[str, tuple[float, str]]:
        if self._people is None:
            self._people = {}
        return self._people

    def _remember(self, key: str, person_id: str) -> str:
        people = self._known()
        if len(people) >= KEPT:
            people.clear()
        people[key] = (time.monotonic() + FRESH_S, person_id)
        return person_id
