"""What `doctor` and the metrics ask the store, and its housekeeping."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from redis import exceptions

from core.state import keys
from core.state.link import Link

if TYPE_CHECKING:
    from core.state.due import DueIndex
    from core.state.outbox import Outbox

REWRITE_S = 7 * 24 * 3600
Finding = str | int | float | bool


class Health(Link):
    outbox: Outbox
    due: DueIndex

    async def health(self) -> Mapping[str, Finding]:
        """`ping_ms`, `server`, `version`, `append_only` (bool), `write_ok` (the last writes reached the file),
        `memory_mb`, `policy` (must be `noeviction`), `outbox` and `due` (items waiting), `due_oldest_s`. Raises
        `StoreAway`."""
        began = time.perf_counter()
        await self.ping()
        ping_ms = (time.perf_counter() - began) * 1000
        info = await self._info()
        late = await self.due.backlog()
        return {
            "ping_ms": round(ping_ms, 3),
            "server": str(info.get("server_name", "redis")),
            "version": str(info.get("valkey_version", info["redis_version"])),
            "append_only": bool(info["aof_enabled"]),
            "write_ok": info.get("aof_last_write_status", "ok") == "ok",
            "memory_mb": round(int(info["used_memory"]) / 2**20, 1),
            "policy": str(info["maxmemory_policy"]),
            "outbox": sum((await self.outbox.backlog()).values()),
            "due": late.count,
            "due_oldest_s": late.oldest_s,
        }

    async def tidy(self) -> None:
        """Hourly housekeeping: rewrite the file if a deletion still waits for it, forget consumers of ended
        processes."""
        if await self.do("EXISTS", keys.REWRITE, again=True):
            await self.rewrite()
        await self.outbox.tidy()

    async def rewrite(self) -> None:
        """Ask for the append-only file to be rewritten, so that what was deleted leaves the disk; if the server cannot
        now, `tidy` asks again."""
        try:
            await self.everywhere("BGREWRITEAOF")
        except exceptions.ResponseError:
            await self.do("SET", keys.REWRITE, 1, "EX", REWRITE_S)
        else:
            await self.do("DEL", keys.REWRITE)

    async def _info(self) -> Mapping[str, Finding]:
        info = await self.guarded(lambda: self.client.info(), again=True)
        return next(iter(info.values())) if self.is_cluster and "redis_version" not in info else info
