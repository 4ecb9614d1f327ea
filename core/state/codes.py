"""Short-lived or lasting codes (a link code, a challenge's invitation), and leases of a name among processes."""

from __future__ import annotations

from core.state import keys
from core.state.link import Link, Value


class Codes(Link):
    def _code(self, kind: str, code: str) -> str:
        return keys.code(kind, self.vault.digest("code", kind, code))

    async def put_code(self, kind: str, code: str, value: str, ttl_s: float | None) -> bool:
        """Keep `value` under a new code, for `ttl_s` seconds or (`None`) until it is taken. False: the code is in
        use."""
        ttl: list[Value] = [] if ttl_s is None else ["PX", round(ttl_s * 1000)]
        sealed = self.seal(f"code {kind}", value.encode())
        return bool(await self.do("SET", self._code(kind, code), sealed, "NX", *ttl))

    async def get_code(self, kind: str, code: str) -> str | None:
        return self._read(kind, await self.do("GET", self._code(kind, code), again=True))

    async def take_code(self, kind: str, code: str) -> str | None:
        """Get it and forget it: of several takers at once, one gets the value."""
        return self._read(kind, await self.do("GETDEL", self._code(kind, code)))

    def _read(self, kind: str, sealed: bytes | None) -> str | None:
        return None if sealed is None else self.open(f"code {kind}", sealed).decode()

    async def hold_lease(self, name: str, holder: str, ttl_s: float) -> bool:
        """Take or renew the lease of a name for `ttl_s` seconds. False: another holder has it."""
        return bool(await self.call("lease", [keys.lease(name)], [holder, round(ttl_s * 1000)], again=True))

    async def free_lease(self, name: str, holder: str) -> None:
        """Give the lease back, if `holder` has it."""
        await self.call("lease", [keys.lease(name)], [holder, 0], again=True)
