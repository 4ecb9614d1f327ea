"""Putting the core together: store, words, model, coach. The processes in `bots` and `jobs` start here."""

from __future__ import annotations

from dataclasses import dataclass

from core.coach import Coach
from core.context import Desk
from core.domain.board import Shown
from core.domain.challenges import Challenge
from core.domain.group import Group
from core.domain.nudges import NudgeState
from core.domain.person import Dialog, Person, Plans, Recent, Talk
from core.domain.profile import Profile
from core.errors import StoreAway
from core.handlers import routes
from core.i18n import Words
from core.llm.talk import ChatModel
from core.messages import Live, MenuItem
from core.settings import Settings
from core.state.crypto import master_key
from core.state.documents import Kind, Registry
from core.state.store import Store
from core.understanding.aliases import lexicon

REGISTRY = Registry(
    {
        "person": Kind(Person),
        "profile": Kind(Profile),
        "dialog": Kind(Dialog),
        "plans": Kind(Plans),
        "recent": Kind(Recent, write=lambda recent: recent.as_json),
        "nudges": Kind(NudgeState),
        "talk": Kind(Talk),
        "group": Kind(Group),
        "challenge": Kind(Challenge),
        "shown": Kind(Shown),
    }
)
"""All documents that are stored. A changed one gets an upgrade here, and a golden file in the tests."""


@dataclass(frozen=True, slots=True)
class Core:
    """What a process needs of the core."""

    coach: Coach
    store: Store
    menu: tuple[MenuItem, ...]
    words: Words
    model: ChatModel

    async def close(self) -> None:
        await self.coach.close()
        await self.model.close()
        await self.store.close()


async def bootstrap(settings: Settings, *, live: Live) -> Core:
    """Connect and put together. Raises `StoreAway` (also without a URL), `link.UnfitStore`, `crypto.WrongKey`."""
    if not settings.redis.url:
        raise StoreAway("no store is configured")
    given = settings.master_key.get_secret_value() if settings.master_key else None
    store = await Store.connect(settings.redis.url, master_key(given, settings.data_dir), REGISTRY)
    words = Words()
    lexicon()
    model = ChatModel(settings.llm)
    desk = Desk(store, words, model, live, settings.llm.daily_tokens)
    return Core(Coach(desk), store, routes.menu(words), words, model)
