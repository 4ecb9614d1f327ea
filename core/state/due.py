"""The due index: per shard a sorted set of `owner, kind` by the time (ms) it falls due next.

Claiming raises the score to the end of a lease. The commit that answers the claim carries the lease as its fence and
moves the item to its next time; if no commit comes, the item is due again when the lease ends. The time is the
server's.
"""

from __future__ import annotations

from datetime import UTC, datetime
from random import randrange

from core.state import keys
from core.state.link import Link
from core.state.types import DueBacklog, DueItem


class DueIndex:
    def __init__(self, link: Link) -> None:
        self._link = link

    async def claim(self, limit: int, lease_s: float) -> list[DueItem]:
        """At most `limit` items that are due, for `lease_s` seconds ours. `due_at` is when an item was first due,
        however often it was claimed since."""
        found: list[DueItem] = []
        for shards in self._shuffled():
            if len(found) < limit:
                names = [name for shard in shards for name in (keys.due(shard), keys.first_due(shard))]
                rows = await self._link.call("claim_due", names, [limit - len(found), round(lease_s * 1000)])
                found += [_item(*row) for row in rows]
        return found

    async def backlog(self) -> DueBacklog:
        """What is due and unclaimed now."""
        count, oldest_ms = 0, 0
        for shards in self._link.groups():
            late, by = await self._link.call("due_backlog", [keys.due(shard) for shard in shards], again=True)
            count, oldest_ms = count + late, max(oldest_ms, by)
        return DueBacklog(count, oldest_ms / 1000)

    def _shuffled(self) -> list[list[int]]:
        start = randrange(keys.SHARDS)
        groups = self._link.groups()
        if len(groups) == 1:
            return [groups[0][start:] + groups[0][:start]]
        return groups[start:] + groups[:start]


def _item(member: bytes, due_ms: bytes, lease: int) -> DueItem:
    owner, kind = keys.parse_due_member(member.decode())
    return DueItem(owner, kind, datetime.fromtimestamp(float(due_ms) / 1000, UTC), lease)
