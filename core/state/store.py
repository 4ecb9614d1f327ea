"""The store: everything that lasts.

    store = await Store.connect(url, master, registry)
    snapshot = await store.load(Aggregate("person", "p1"))
    await store.commit(Commit(snapshot.owner, snapshot.revision, docs={"person": person}, claim=event.id))

Parts: `store.outbox`, `store.due`, `store.limiter`, `store.pubsub`; aggregates, accounts, codes, boards are methods
here. A part with keys of its own builds on `store.do / call / many` (commands), `store.seal / open` (the system's
key) and `store.vault.digest` (names that shall not be readable), see `link.Link`.
"""

from __future__ import annotations

from typing import Self

from core.state.accounts import Accounts
from core.state.aggregates import Aggregates, Destroyed
from core.state.boards import Boards
from core.state.codes import Codes
from core.state.crypto import Vault
from core.state.documents import Registry
from core.state.due import DueIndex
from core.state.limiter import Limiter
from core.state.link import Link, check, make_client, make_wire
from core.state.opened import MOST_BYTES, Opened
from core.state.outbox import Outbox
from core.state.pubsub import PubSub

__all__ = ["Destroyed", "Store"]


class Store(Accounts, Codes, Boards, Aggregates):
    """Every call may raise `core.errors.StoreAway`; nothing else crosses this border from below.

    Accounts:  person_of, bind, unbind
    Codes:     put_code, get_code, take_code; hold_lease, free_lease
    Boards:    standings, standing_of, board_size
    Aggregates: load, load_many, commit, ledger, claimed, destroy
    Health:    health, tidy, ping, close
    """

    def __init__(self, link: Link, registry: Registry, keep: int = MOST_BYTES) -> None:
        super().__init__(link.client, link.vault, link.wire)
        self.registry = registry
        self.opened = Opened(keep)
        self.outbox = Outbox(link)
        self.due = DueIndex(link)
        self.limiter = Limiter(link)
        self.pubsub = PubSub(link)

    @classmethod
    async def connect(
        cls, url: str, master: bytes, registry: Registry, *, pool: int = 32, keep: int = MOST_BYTES
    ) -> Self:
        """Connect and check that the server and its content fit this program.

        `url`: `redis://`, `rediss://`, `unix://`, or `redis+cluster://`. `master`: see `crypto.master_key`. `pool`:
        most connections of this process; more callers wait. `keep`: see `Opened`. Raises `StoreAway`,
        `link.UnfitStore`, `crypto.WrongKey`."""
        client = make_client(url, pool)
        link = Link(client, Vault(master), make_wire(client))
        try:
            await check(link)
        except BaseException:
            await link.close()
            raise
        return cls(link, registry, keep)
