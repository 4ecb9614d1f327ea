"""The store goes away at any commit, before or after it was applied: redelivering the event ends as if it had not."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any, TypeVar

import pytest

from core.bootstrap import REGISTRY
from core.errors import StoreAway
from core.events import ButtonPress, ChatChanged, Command, Event, Internal, TextMessage
from core.messages import AccountRef, ChatRef, Edit, Effect, MessageRef, Send
from core.state.store import Store
from core.state.types import Aggregate, Commit, Committed
from tests.conftest import MASTER
from tests.handlers.boards import challenge, cid_in, code, group_doc, in_group, replayed, stored, ticked
from tests.handlers.dialogue import Dialogue, World

_runs = count(1)
T = TypeVar("T")
MOST_COMMITS = 12


class Failing(Store):
    """Goes away once, at the `at`-th write: before it is done, or after, with the answer lost."""

    at = 0
    applied = False
    writes = 0

    def fail(self, at: int, *, applied: bool) -> None:
        self.at, self.applied, self.writes = at, applied, 0

    async def _once(self, write: Callable[[], Awaitable[T]]) -> T:
        self.writes += 1
        if self.writes != self.at:
            return await write()
        if self.applied:
            await write()
        raise StoreAway("test")

    async def commit(self, commit: Commit) -> Committed:
        return await self._once(lambda: super(Failing, self).commit(commit))

    async def put_code(self, *args: Any) -> bool:
        return await self._once(lambda: super(Failing, self).put_code(*args))

    async def bind(self, account: AccountRef, person: str, *, expected: str | None) -> str:
        return await self._once(lambda: super(Failing, self).bind(account, person, expected=expected))


class Crashing(World):
    """Delivers each event until it is acknowledged, follow-ups too."""

    store: Failing

    async def until_acknowledged(self, event: Event) -> list[Effect]:
        while True:
            try:
                await self.coach.handle(event)
                break
            except StoreAway:
                continue
        return await self.all_out()

    async def all_out(self) -> list[Effect]:
        effects: list[Effect] = []
        while items := await self._read():
            for item in items:
                if item.effect is not None:
                    effects.append(item.effect)
                elif (values := item.internal) is not None:
                    follow_up = Internal(
                        f"core:{item.id}", self.now, "score", values["person_id"], values["challenge_id"]
                    )
                    await self._followed(follow_up)
            await self.store.outbox.done_many(items)
        return effects

    async def _followed(self, event: Internal) -> None:
        while True:
            try:
                await self.coach.handle(event)
                return
            except StoreAway:
                continue


class Scene:
    """A group in which a challenge may run; `event` is what the store goes away in."""

    def __init__(self, world: Crashing, run: int) -> None:
        self.world = world
        self.run = run
        self.ann = in_group(world, f"{run}1", "Ann", f"C{run}")
        self.bob = in_group(world, f"{run}2", "Bob", f"C{run}")
        self.eve = in_group(world, f"{run}3", "Eve", f"E{run}", platform="discord")
        self.cid = ""

    async def begin(self) -> None:
        self.cid = cid_in(await self.ann.command("/challenge 7 days, 8000 steps a day"))
        await self.bob.press(f"join:{self.cid}")
        await self.eve.say("hello")

    def press(self, by: Dialogue, action: str) -> ButtonPress:
        return ButtonPress(self._id(), self.world.now, by.chat, by.author, action, MessageRef(by.chat, "9"))

    def command(self, by: Dialogue, name: str, args: str = "") -> Command:
        message = MessageRef(by.chat, "70")
        return Command(self._id(), self.world.now, by.chat, by.author, name, args, message)

    def words(self, by: Dialogue, text: str) -> TextMessage:
        return TextMessage(self._id(), self.world.now, by.chat, by.author, text, MessageRef(by.chat, "71"))

    def migrated(self) -> ChatChanged:
        successor = replace(self.ann.chat, chat_id=f"S{self.run}")
        author = self.ann.author
        return ChatChanged(self._id(), self.world.now, self.ann.chat, author, "migrated", successor)

    def _id(self) -> str:
        return f"{self.ann.chat.platform}:crash:{self.run}"


async def _create(scene: Scene) -> Event:
    return scene.command(scene.bob, "challenge", "first to 5 km running")


async def _template(scene: Scene) -> Event:
    return scene.press(scene.bob, "challenge:t:minutes_total")


async def _join(scene: Scene) -> Event:
    await scene.bob.press(f"leave:{scene.cid}")
    return scene.press(scene.bob, f"join:{scene.cid}")


async def _join_from_elsewhere(scene: Scene) -> Event:
    return scene.command(scene.eve, "join", await code(scene.world, scene.cid))


async def _log(scene: Scene) -> Event:
    return scene.words(scene.bob, "ran 5 km, 9000 steps")


async def _leave(scene: Scene) -> Event:
    return scene.command(scene.ann, "leave")


async def _end(scene: Scene) -> Event:
    return scene.press(scene.ann, f"cend:{scene.cid}:yes")


async def _board(scene: Scene) -> Event:
    return scene.command(scene.bob, "board")


async def _language(scene: Scene) -> Event:
    return scene.command(scene.bob, "language", "zh")


async def _migrate(scene: Scene) -> Event:
    return scene.migrated()


SCENES: Mapping[str, Callable[[Scene], Awaitable[Event]]] = {
    "create": _create, "template": _template, "join": _join, "join_from_elsewhere": _join_from_elsewhere,
    "log": _log, "leave": _leave, "end": _end, "board": _board, "language": _language, "migrate": _migrate,
}  # fmt: skip


@pytest.fixture
async def failing(redis_url: str, store: Store) -> Any:
    found = await Failing.connect(redis_url, MASTER, REGISTRY)
    yield found
    await found.close()


async def _played(failing: Failing, what: str, at: int, *, applied: bool) -> tuple[object, int]:
    """What it came to, in terms that do not depend on the run, and how many writes there were."""
    run = next(_runs)
    world = Crashing(failing)
    world._ids = count(run * 1000)
    scene = Scene(world, run)
    failing.fail(0, applied=False)
    await scene.begin()
    event = await SCENES[what](scene)
    failing.fail(at, applied=applied)
    effects = await world.until_acknowledged(event)
    writes = failing.writes
    failing.fail(0, applied=False)
    again = [effect for effect in await world.until_acknowledged(event) if not _is_harmless(effect)]
    assert again == []
    return await _outcome(scene, effects), writes


def _is_harmless(effect: Effect) -> bool:
    """The same look once more."""
    return isinstance(effect, Edit) and effect.cosmetic


async def _outcome(scene: Scene, effects: list[Effect]) -> object:
    world = scene.world
    names = {await person.pid(): person.author.name for person in (scene.ann, scene.bob, scene.eve)}
    chats = [scene.ann.chat, scene.eve.chat, ChatRef("telegram", f"S{scene.run}", "group")]
    groups = [await group_doc(world, chat) for chat in chats]
    found = []
    for cid in sorted({cid for group in groups if group for cid in group.challenges}):
        one = await challenge(world, cid)
        if one.state == "open":
            assert await stored(world, cid) == await replayed(world, cid)
        members = [(member.name, member.active) for member in one.members]
        places = [(place.rank, names[place.person], place.value) for place in one.result or await stored(world, cid)]
        owner = names[one.owner]
        found.append((one.rules, members, owner, one.state, _chats(one.chats, scene), sorted(places)))
    people = [len((await person.docs()).person.challenges) for person in (scene.ann, scene.bob, scene.eve)]
    entries = [len(await person.entries()) for person in (scene.ann, scene.bob, scene.eve)]
    languages = [group and group.language for group in groups]
    return sorted(map(repr, found)), people, entries, languages, _said(effects, scene)


def _chats(chats: Any, scene: Scene) -> list[tuple[str, str]]:
    return sorted((bound.chat.chat_id.replace(str(scene.run), ""), bound.language) for bound in chats)


def _said(effects: list[Effect], scene: Scene) -> list[tuple[str, ...]]:
    """What was said for good, codes and ids taken out. How often a board was redrawn in between is of no interest."""
    lasting = [effect for effect in effects if isinstance(effect, Send | Edit) and not _is_harmless(effect)]
    return sorted(
        (
            type(effect).__name__,
            effect.chat.chat_id.replace(str(scene.run), ""),
            "board" if effect.slot else effect.message.text.split("/join")[0],
        )
        for effect in lasting
    )


@pytest.mark.parametrize("what", SCENES)
async def test_an_event_that_comes_again_ends_the_same(failing: Failing, what: str) -> None:
    wanted, writes = await _played(failing, what, 0, applied=False)
    assert 0 < writes <= MOST_COMMITS
    for at in range(1, writes + 1):
        for applied in (False, True):
            assert (await _played(failing, what, at, applied=applied))[0] == wanted, (at, applied)


async def test_the_end_that_comes_by_itself(failing: Failing) -> None:
    """The clock's own commit is lost, or its answer is: one result."""
    for applied in (False, True):
        run = next(_runs)
        world = Crashing(failing)
        world._ids = count(run * 1000)
        scene = Scene(world, run)
        failing.fail(0, applied=False)
        await scene.begin()
        world.later(days=10)
        failing.fail(1, applied=applied)
        results: list[Effect] = []
        for _ in range(8):
            try:
                results += (await ticked(world)).effects
            except StoreAway:
                results += await world.all_out()
        snapshot = await failing.load(Aggregate("challenge", scene.cid))
        assert snapshot.due == {}
        assert sum(isinstance(effect, Send) for effect in results) == 1
