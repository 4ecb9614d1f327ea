"""Whatever several people do, and however the follow-ups arrive: the board is what the ledgers say."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from core.bootstrap import REGISTRY
from core.events import Internal
from core.handlers.board import with_everybody
from core.handlers.challenge_words import Wording
from core.messages import Edit, Effect, Message, MessageRef, Send
from core.state.store import Store
from tests.conftest import MASTER
from tests.handlers.boards import challenge, cid_in, in_group, lines, replayed, stored
from tests.handlers.dialogue import WORDS, Dialogue, World

TERMS = (
    "7 days, most km of running",
    "first to 12 km running",
    "7 days, 8000 steps a day",
    "3 workouts a week for 2 weeks",
)
WORDS_SAID = (
    "ran 5 km in 30 min",
    "ran 4 km yesterday",
    "9000 steps",
    "8500 steps yesterday",
    "20 push-ups",
    "ran 8 km, 10k steps",
)
_runs = count(1)

Step = tuple[int, str, int]
STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(
            ("say", "say", "say", "private", "undo", "edit", "delete", "join", "join", "leave", "hours", "same")
        ),
        st.integers(0, 5),
    ),
    min_size=3,
    max_size=14,
)


class Shuffled(World):
    """Follow-ups arrive in any order, at the same time, more than once; what boards show is remembered."""

    def __init__(self, store: Store, random: Random) -> None:
        super().__init__(store)
        self.random = random
        self.seen: list[Internal] = []
        self.shown: dict[tuple[str, str], Message] = {}

    async def drained(self) -> list[Effect]:
        effects: list[Effect] = []
        while items := await self._read():
            fresh = []
            for item in items:
                if item.effect is not None:
                    effects.append(item.effect)
                    self._look(item.effect)
                elif (values := item.internal) is not None:
                    fresh.append(
                        Internal(f"core:{item.id}", self.now, "score", values["person_id"], values["challenge_id"])
                    )
            await self.store.outbox.done_many(items)
            old = self.random.sample(self.seen, min(len(self.seen), 2))
            arriving = [*fresh, *self.random.sample(fresh, self.random.randint(0, len(fresh))), *old]
            self.random.shuffle(arriving)
            self.seen += fresh
            if fresh:
                await asyncio.gather(*(self.coach.handle(event) for event in arriving))
        return effects

    def _look(self, effect: Effect) -> None:
        if isinstance(effect, Send | Edit) and effect.slot is not None:
            self.shown[effect.chat.chat_id, effect.slot] = effect.message


@dataclass
class Players:
    world: Shuffled
    cid: str
    people: Sequence[tuple[Dialogue, Dialogue]]
    """Each in the group and in private."""
    said: dict[int, list[MessageRef]] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)

    async def act(self, who: int, what: str, which: int) -> None:
        here, private = self.people[who]
        messages = self.said.setdefault(who, [])
        match what:
            case "say":
                await here.say(WORDS_SAID[which])
                assert here.last is not None
                messages.append(here.last)
            case "private":
                await private.say(WORDS_SAID[which])
            case "undo":
                await (here if which % 2 else private).say("undo")
            case "edit" if messages:
                await here.edit(WORDS_SAID[which], messages[which % len(messages)])
            case "delete" if messages:
                await here.delete(messages[which % len(messages)])
            case "join":
                await here.press(f"join:{self.cid}")
            case "leave":
                await here.press(f"leave:{self.cid}")
            case "hours":
                self.world.later(hours=which * 3)
            case "same":
                event_id = f"telegram:same:{self.cid}:{which}"
                await here.say(WORDS_SAID[which], event_id=f"{event_id}:{who}")
            case _:
                pass


async def _played(url: str, terms: str, steps: Sequence[Step], seed: int) -> None:
    store = await Store.connect(url, MASTER, REGISTRY)
    try:
        run = next(_runs)
        world = Shuffled(store, Random(seed))
        world._ids = count(run * 1000)
        people = [
            (in_group(world, f"{run}{n}", name, f"R{run}"), Dialogue(world, user=f"{run}{n}", name=name))
            for n, name in enumerate(("Ann", "Bob", "Cy"))
        ]
        players = Players(world, cid_in(await people[0][0].command(f"/challenge {terms}")), people)
        for step in steps:
            await players.act(*step)
            await _agrees(players, step)
    finally:
        await store.close()


async def _agrees(players: Players, step: Step) -> None:
    """The board as stored and as shown last is the board of the ledgers."""
    world, cid = players.world, players.cid
    pure = await replayed(world, cid)
    assert await stored(world, cid) == pure, step
    found = await challenge(world, cid)
    drawn = Wording(WORDS, "en", found, found.rules.starts).board(list(with_everybody(found, pure)))
    chat = players.people[0][0].chat
    assert lines(world.shown[chat.chat_id, f"board:{cid}"]) == lines(drawn), step


@settings(max_examples=25, deadline=None)
@given(terms=st.sampled_from(TERMS), steps=STEPS, seed=st.integers(0, 2**16))
def test_the_board_is_what_the_ledgers_say(redis_url: str, terms: str, steps: list[Step], seed: int) -> None:
    asyncio.run(_played(redis_url, terms, steps, seed))
