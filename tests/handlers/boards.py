"""What dialogues about challenges look at: the challenge, its board as stored, its board as the ledgers say."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable

from core.domain.challenges import Challenge, Place
from core.domain.group import Group
from core.domain.records import fold
from core.domain.scoring import score
from core.domain.standings import board_place, standings
from core.messages import ChatRef, Edit, Effect, Message, Send
from core.state.types import Aggregate
from tests.handlers.dialogue import Dialogue, Out, World

TEMPLATE = "challenge:t:steps_daily"


def in_group(world: World, user: str, name: str, group: str = "G1", **more: object) -> Dialogue:
    return Dialogue(world, user=user, name=name, group=group, **more)  # type: ignore[arg-type]


def cid_in(out: Out) -> str:
    """The challenge whose join button was shown."""
    return next(action for action in out.actions if action.startswith("join:")).removeprefix("join:")


def aggregate(cid: str) -> Aggregate:
    return Aggregate("challenge", cid)


async def ticked(world: World) -> Out:
    """What is due; looked at some moments ago, it may still be held by the server's clock."""
    await asyncio.sleep(0.02)
    return await world.tick()


async def challenge(world: World, cid: str) -> Challenge:
    found = (await world.store.load(aggregate(cid))).docs["challenge"]
    assert isinstance(found, Challenge)
    return found


async def code(world: World, cid: str) -> str:
    return (await challenge(world, cid)).code


async def group_doc(world: World, chat: ChatRef) -> Group | None:
    found = (await world.store.load(Aggregate("chat", f"{chat.platform}:{chat.chat_id}"))).docs.get("group")
    return found if isinstance(found, Group) else None


def living(effects: Iterable[Effect], cid: str, chat: ChatRef | None = None) -> list[Message]:
    """The living board, as it was sent or changed."""
    return [
        effect.message
        for effect in effects
        if isinstance(effect, Send | Edit) and effect.slot == f"board:{cid}" and chat in (None, effect.chat)
    ]


def notices(effects: Iterable[Effect]) -> list[Send]:
    return [effect for effect in effects if isinstance(effect, Send) and effect.kind == "notice"]


def lines(message: Message) -> list[str]:
    """The board's lines of people."""
    return [line for line in message.text.splitlines() if re.match(r"(🥇|🥈|🥉|▫️|\d+\.) ", line)]


async def stored(world: World, cid: str) -> list[Place]:
    """The board as the store has it."""
    found = await challenge(world, cid)
    places = []
    for standing in await world.store.standings(cid, 0, 100):
        member = found.member(standing.member)
        assert member is not None
        assert member.active
        places.append(board_place(found.rules, member, standing.rank, standing.score))
    return places


async def replayed(world: World, cid: str) -> list[Place]:
    """The board as the ledgers of its members say, computed from nothing else."""
    found = await challenge(world, cid)
    scores = {}
    for member in found.active:
        entries = fold(await world.store.ledger(Aggregate("person", member.person))).values()
        scores[member.person] = score(found.rules, member, entries)
    return list(standings(scores))
