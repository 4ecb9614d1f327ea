"""The delivery loop on a real store and a platform that answers as told."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest

from bots.delivery import deliver
from bots.followups import follow_up
from bots.limits import UNLIMITED, Limits
from bots.sending import Blocked, Gone, InDoubt, Migrated, Rejected, RetryAfter
from core.errors import StoreAway
from core.events import Ack, ChatChanged, Event, Internal
from core.messages import ChatRef, MessageRef, React
from core.state.store import Store
from core.state.types import Aggregate, Commit, Outgoing, Rate
from tests.delivery.world import Core, FakePlatform, change, chat, delivering, empty, put, say


async def test_a_chats_messages_keep_their_order_and_are_sent_once(store: Store) -> None:
    platform = FakePlatform()
    await put(store, *(say(f"{n}") for n in range(20)))
    async with delivering(store, platform):
        assert await platform.has_sent(20) == [f"{n}" for n in range(20)]
        await empty(store)
    assert len(platform.attempts) == 20


async def test_a_slow_chat_holds_up_nobody(store: Store) -> None:
    platform = FakePlatform()
    platform.script["slow"] = [RetryAfter(0.6)]
    await put(store, say("slow"), say("after"), say("other", 2))
    async with delivering(store, platform):
        assert await platform.has_sent(3) == ["other", "slow", "after"]
    assert platform.at[1] - platform.at[0] >= 0.55


async def test_a_wait_that_was_asked_for_is_kept_exactly(store: Store) -> None:
    platform = FakePlatform()
    platform.script["a"] = [RetryAfter(0.3)]
    limits = Limits(private=Rate("chat", per_second=50, burst=5))
    await put(store, say("first"), say("a"))
    async with delivering(store, platform, limits=limits):
        await platform.has_sent(2)
    assert 0.29 <= platform.at[1] - platform.at[0] < 0.6


async def test_a_reply_in_doubt_is_sent_again_and_a_nudge_is_not(store: Store) -> None:
    platform = FakePlatform()
    platform.script = {"reply": [InDoubt()], "nudge": [InDoubt(), None]}
    await put(store, say("reply"), say("nudge", 2, kind="nudge"))
    async with delivering(store, platform):
        await empty(store)
    assert platform.sent == ["reply"]
    assert sorted(platform.attempts) == ["nudge", "reply", "reply"]
    assert await store.outbox.drops() == {"telegram:in_doubt": 1}


@pytest.mark.parametrize(("kind", "sent"), [("reply", ["x"]), ("notice", ["x"]), ("nudge", [])])
async def test_what_a_dead_process_had_begun_to_send(store: Store, kind: str, sent: list[str]) -> None:
    await put(store, say("x", kind=kind))
    [item] = await store.outbox.read("telegram", "dead", 10, 0)
    assert await store.outbox.intend(item)
    platform = FakePlatform()
    async with delivering(store, platform, alone=True):
        await empty(store)
    assert platform.sent == sent


async def test_a_nudge_that_a_dead_process_had_only_read_is_sent(store: Store) -> None:
    await put(store, say("x", kind="nudge"))
    assert await store.outbox.read("telegram", "dead", 10, 0)
    platform = FakePlatform()
    async with delivering(store, platform, alone=True):
        assert await platform.has_sent(1) == ["x"]


async def test_a_nudge_in_doubt_is_repeated_where_the_platform_drops_repeats(store: Store) -> None:
    await put(store, say("x", kind="nudge", platform="web"), lane="web")
    [item] = await store.outbox.read("web", "dead", 10, 0)
    await store.outbox.intend(item)
    platform = FakePlatform("web")
    async with delivering(store, platform, alone=True):
        assert await platform.has_sent(1) == ["x"]


async def test_what_is_late_is_dropped(store: Store) -> None:
    now = datetime.now(UTC)
    platform = FakePlatform()
    await put(store, say("late", kind="nudge", expires_at=now - timedelta(seconds=1)))
    await put(store, say("in time", kind="nudge", expires_at=now + timedelta(minutes=1)))
    async with delivering(store, platform):
        await empty(store)
    assert platform.sent == ["in time"]
    assert await store.outbox.drops() == {"telegram:expired": 1}


async def test_what_could_not_be_sent_for_hours_is_given_up(store: Store) -> None:
    platform = FakePlatform()
    await put(store, say("old"))
    async with delivering(store, platform, clock=lambda: datetime.now(UTC) + timedelta(hours=7)):
        await empty(store)
    assert platform.sent == []
    assert await store.outbox.drops() == {"telegram:too_old": 1}


async def test_a_block_is_reported_and_nothing_more_is_tried_of_it(store: Store) -> None:
    platform, core = FakePlatform(), Core()
    platform.script["x"] = [Blocked()]
    await put(store, say("x", 7))
    async with delivering(store, platform, core):
        await empty(store)
    assert platform.sent == []
    [event] = core.events
    assert isinstance(event, ChatChanged)
    assert (event.change, event.author.account.user_id) == ("blocked", "7")


async def test_thrown_out_of_a_group(store: Store) -> None:
    platform, core = FakePlatform(), Core()
    platform.script["x"] = [Blocked()]
    await put(store, say("x", in_="group"))
    async with delivering(store, platform, core):
        await empty(store)
    assert [event.change for event in core.events if isinstance(event, ChatChanged)] == ["left"]


@pytest.mark.parametrize(("error", "why"), [(Gone(), "gone"), (Rejected(), "rejected"), (KeyError("a bug"), "error")])
async def test_hopeless_messages_are_dropped_and_the_next_goes_out(store: Store, error: Exception, why: str) -> None:
    platform = FakePlatform()
    platform.script["x"] = [error]
    await put(store, say("x"), say("y"))
    async with delivering(store, platform):
        await empty(store)
    assert platform.sent == ["y"]
    assert await store.outbox.drops() == {f"telegram:{why}": 1}


async def test_a_group_that_moved_is_followed(store: Store) -> None:
    platform, core = FakePlatform(), Core()
    new = ChatRef("telegram", "-100200", "group")
    platform.script["a"] = [Migrated(new)]
    await put(store, say("a", in_="group"), say("b", in_="group"))
    async with delivering(store, platform, core):
        await platform.has_sent(2)
        await empty(store)
    assert [getattr(effect, "chat").chat_id for effect in platform.effects] == ["-100200"] * 2  # noqa: B009
    assert platform.attempts == ["a", "a", "b"]
    assert [(e.change, e.successor) for e in core.events if isinstance(e, ChatChanged)] == [("migrated", new)]
    later = FakePlatform()
    await put(store, say("c", in_="group"))
    async with delivering(store, later):
        await later.has_sent(1)
    assert chat_ids(later) == ["-100200"]


def chat_ids(platform: FakePlatform) -> list[str]:
    return [
        effect.message.chat.chat_id if isinstance(effect, React) else effect.chat.chat_id for effect in platform.effects
    ]


async def test_an_edit_finds_the_message_in_its_slot(store: Store) -> None:
    platform = FakePlatform()
    await put(store, say("board", slot="board"), change("board 2"))
    async with delivering(store, platform):
        await platform.has_sent(2)
        await empty(store)
    assert platform.targets == [None, "m1"]


async def test_an_edit_of_a_message_that_is_gone_is_sent_anew_and_remembered(store: Store) -> None:
    platform = FakePlatform()
    platform.script["two"] = [Gone()]
    await put(store, say("one", slot="board"), change("two", message_id="m1"), change("three"))
    async with delivering(store, platform):
        await platform.has_sent(3)
        await empty(store)
    assert platform.targets == [None, None, "m2"]


async def test_a_cosmetic_edit_without_a_message_is_nothing(store: Store) -> None:
    platform = FakePlatform()
    await put(store, change("looks", cosmetic=True), change("real", slot="other"))
    async with delivering(store, platform):
        await empty(store)
    assert platform.sent == ["real"]


async def test_cosmetic_edits_are_joined_and_the_newest_is_shown(store: Store) -> None:
    platform = FakePlatform()
    await put(store, say("board", slot="board"), *(change(f"{n}", cosmetic=True) for n in range(10)))
    async with delivering(store, platform):
        await platform.has_sent(2)
        await put(store, *(change(f"later {n}", cosmetic=True) for n in range(10)))
        await platform.has_sent(3)
        await empty(store)
    assert platform.sent == ["board", "9", "later 9"]
    assert platform.at[2] - platform.at[1] >= 2.9


async def test_a_real_edit_makes_the_waiting_cosmetic_one_superfluous(store: Store) -> None:
    platform = FakePlatform()
    await put(store, say("board", slot="board"), change("looks", cosmetic=True), change("result"))
    async with delivering(store, platform):
        await empty(store)
    assert platform.sent == ["board", "result"]


async def test_the_shared_limit_holds_over_two_processes_and_replies_pass_nudges(store: Store) -> None:
    limits = Limits(overall=Rate("test", per_second=40, burst=1))
    one, two = FakePlatform(), FakePlatform()
    nudges = [say(f"nudge {n}", n, kind="nudge") for n in range(30)]
    for at, nudge in enumerate(nudges):
        await put(store, nudge, owner=f"c{at}")
    began = asyncio.get_running_loop().time()
    async with delivering(store, one, limits=limits), delivering(store, two, limits=limits):
        await one.until(lambda: len(one.sent) + len(two.sent) >= 4)
        await put(store, *(say(f"reply {n}", 100 + n) for n in range(5)), owner="late")
        await one.until(lambda: sum("reply" in text for text in one.sent + two.sent) == 5)
        nudged = sum("nudge" in text for text in one.sent + two.sent)
        await empty(store)
    took = asyncio.get_running_loop().time() - began
    assert sorted(one.sent + two.sent) == sorted([n.message.text for n in nudges] + [f"reply {n}" for n in range(5)])
    assert nudged < 25
    assert took >= 34 / 40


async def test_a_limited_chat_gets_its_burst_then_its_rate(store: Store) -> None:
    platform = FakePlatform()
    limits = Limits(private=Rate("chat", per_second=10, burst=3))
    await put(store, *(say(f"{n}") for n in range(5)))
    async with delivering(store, platform, limits=limits):
        await platform.has_sent(5)
    assert platform.at[2] - platform.at[0] < 0.09
    assert platform.at[4] - platform.at[0] >= 0.19


async def test_a_stop_hands_back_what_was_not_sent(store: Store) -> None:
    platform = FakePlatform()
    platform.script["x"] = [RetryAfter(50)]
    await put(store, say("x"), say("y"))
    async with delivering(store, platform):
        await platform.until(lambda: platform.attempts == ["x"])
    assert platform.sent == []
    after = FakePlatform()
    async with delivering(store, after):
        assert await after.has_sent(2) == ["x", "y"]


async def test_a_stop_waits_for_the_send_under_way(store: Store) -> None:
    platform = FakePlatform()
    platform.delay_s = 0.3
    await put(store, say("x"))
    async with delivering(store, platform):
        await platform.until(lambda: platform.attempts == ["x"])
    assert platform.sent == ["x"]
    await empty(store)


async def test_a_poisoned_message_lets_its_chat_go_on(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    platform = FakePlatform()
    platform.script["x"] = [RetryAfter(100)]
    await put(store, say("x"), say("hello", 2))
    with caplog.at_level(logging.INFO):
        async with delivering(store, platform):
            await platform.has_sent(1)
    assert (await store.outbox.backlog())["telegram"] == 1
    assert "hello" not in caplog.text


class AwayStore:
    """The outbox of a store that goes away for a while."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.away = False

    def __getattr__(self, name: str) -> object:
        method = getattr(self._store.outbox, name)

        async def call(*args: object) -> object:
            if self.away:
                raise StoreAway("ConnectionError")
            return await method(*args)

        return call


async def test_a_store_that_is_away_is_waited_for(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    platform, core, stop = FakePlatform(), Core(), asyncio.Event()
    fragile = AwayStore(store)
    seen = FragileStore(store, fragile)
    loop = asyncio.create_task(
        deliver(cast(Store, seen), platform, core.handle, stop, lane="telegram", limits=UNLIMITED, block_ms=20)
    )
    await put(store, say("before"))
    await platform.has_sent(1)
    fragile.away = True
    await put(store, say("meanwhile"))
    await asyncio.sleep(1.3)
    fragile.away = False
    assert await platform.has_sent(2) == ["before", "meanwhile"]
    await empty(store)
    stop.set()
    await loop
    assert sum("away" in record.message for record in caplog.records) == 1


class FragileStore:
    def __init__(self, store: Store, outbox: AwayStore) -> None:
        self.outbox = outbox
        self.limiter = store.limiter


async def test_follow_ups_reach_the_core(store: Store) -> None:
    core, stop = Core(), asyncio.Event()
    values = {"kind": "score", "person_id": "p1", "challenge_id": "ch1"}
    await store.commit(Commit(Aggregate("person", "p1"), 0, outbox=(Outgoing("core", internal=values),)))
    loop = asyncio.create_task(follow_up(store, core.handle, stop, block_ms=20))
    await empty(store, "core")
    stop.set()
    await loop
    [event] = core.events
    assert isinstance(event, Internal)
    assert (event.person_id, event.challenge_id) == ("p1", "ch1")


async def test_a_follow_up_that_fails_is_put_off(store: Store) -> None:
    async def fail(event: Event) -> Ack:
        raise StoreAway

    stop = asyncio.Event()
    values = {"kind": "score", "person_id": "p1", "challenge_id": "ch1"}
    await store.commit(Commit(Aggregate("person", "p1"), 0, outbox=(Outgoing("core", internal=values),)))
    loop = asyncio.create_task(follow_up(store, fail, stop, block_ms=20))
    await asyncio.sleep(0.2)
    stop.set()
    await loop
    assert (await store.outbox.backlog())["core"] == 1


async def test_reactions_go_out(store: Store) -> None:
    platform = FakePlatform()
    await put(store, React(MessageRef(chat(), "5"), "👍"))
    async with delivering(store, platform):
        assert await platform.has_sent(1) == ["reaction"]
