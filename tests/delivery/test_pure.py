"""The decisions of the delivery loop, without a loop."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bots.gate import Gate
from bots.limits import BY_PLATFORM, UNLIMITED, Limits, Urgency, limits_for, urgency_of
from bots.queues import COSMETIC_GAP_S, ChatQueue
from bots.sending import Blocked, Gone, InDoubt, RetryAfter, SendError
from bots.verdicts import LIFE, Again, Anew, Drop, Verdict, after, before
from core.messages import Effect
from core.state.types import Aggregate, Lane, OutboxItem, Rate
from tests.delivery.world import change, chat, say

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def item(effect: Effect, number: int = 0, lane: Lane = "telegram", age: timedelta = timedelta(0)) -> OutboxItem:
    at = NOW - age + timedelta(milliseconds=number)
    return OutboxItem(f"0n{number}-0", lane, 0, Aggregate("chat", "c"), effect, None, at)


@pytest.mark.parametrize(
    ("effect", "error", "failures", "verdict"),
    [
        (say("a"), RetryAfter(7), 1, Again(7, asked=True)),
        (say("a"), RetryAfter(90), 1, Again(90, asked=True, put_off=True)),
        (say("a"), InDoubt(), 1, Again(1, asked=False)),
        (say("a"), InDoubt(), 4, Again(8, asked=False)),
        (say("a"), InDoubt(), 5, Again(60, asked=False, put_off=True)),
        (say("a", kind="nudge"), InDoubt(), 1, Drop("in_doubt")),
        (say("a", kind="nudge"), RetryAfter(1), 1, Again(1, asked=True)),
        (say("a"), Blocked(), 1, Drop("blocked")),
        (say("a"), Gone(), 1, Drop("gone")),
        (change("a"), Gone(), 1, Anew()),
        (change("a", cosmetic=True), Gone(), 1, Drop("gone")),
    ],
)
def test_verdicts(effect: Effect, error: SendError, failures: int, verdict: Verdict) -> None:
    assert after(item(effect), effect, error, failures, NOW) == verdict


@pytest.mark.parametrize(
    ("lane", "age_s", "dropped"),
    [("telegram", 0, True), ("discord", 60, False), ("discord", 300, True), ("web", 3600, False)],
)
def test_a_nudge_in_doubt_is_repeated_only_where_repeats_are_dropped(lane: Lane, age_s: int, dropped: bool) -> None:
    effect = say("a", kind="nudge")
    held = replace(item(effect, lane=lane, age=timedelta(seconds=age_s)), in_doubt=True)
    assert (before(held, effect, NOW) == Drop("in_doubt")) is dropped


def test_life_ends() -> None:
    effect = say("a")
    assert before(item(effect, age=LIFE), effect, NOW) is None
    assert before(item(effect, age=LIFE + timedelta(seconds=1)), effect, NOW) == Drop("too_old")


def test_the_newest_cosmetic_edit_wins_whatever_the_order() -> None:
    queue = ChatQueue()
    old, new = (item(change(f"{n}", cosmetic=True), n) for n in (1, 2))
    assert queue.put(new) is None
    assert queue.put(old) is old
    assert queue.next(0) is new
    assert queue.rest_s(0) is None


def test_a_cosmetic_edit_waits_its_time_and_the_line_does_not() -> None:
    queue = ChatQueue()
    queue.edited("board", NOW, now=100)
    looks, words = item(change("looks", cosmetic=True), 1), item(say("words"), 2)
    queue.put(looks)
    assert queue.next(100) is None
    assert queue.rest_s(101) == COSMETIC_GAP_S - 1
    queue.put(words)
    assert queue.next(101) is words
    assert queue.next(103) is looks


def test_a_cosmetic_edit_older_than_the_last_real_one_is_superfluous() -> None:
    queue = ChatQueue()
    queue.put(item(change("real"), 5))
    late = item(change("looks", cosmetic=True), 4)
    assert queue.put(late) is late


def test_put_back_gives_way_to_a_newer_one() -> None:
    queue = ChatQueue()
    old, new = (item(change(f"{n}", cosmetic=True), n) for n in (1, 2))
    queue.put(old)
    assert queue.next(0) is old
    assert queue.put_back(old, ripe_at=5) is None
    assert queue.next(1) is None
    assert queue.put(new) is old
    assert queue.next(5) is new


@pytest.mark.parametrize(
    ("effect", "urgency"),
    [
        (say("a"), 0),
        (say("a", kind="notice"), 1),
        (change("a"), 1),
        (say("a", kind="nudge"), 2),
        (change("a", cosmetic=True), 3),
    ],
)
def test_urgency(effect: Effect, urgency: int) -> None:
    assert urgency_of(effect) == urgency


@pytest.mark.parametrize(
    ("rate", "window_s", "most"),
    [
        (BY_PLATFORM["telegram"].overall, 1, 30),
        (BY_PLATFORM["telegram"].group, 60, 20),
        (BY_PLATFORM["discord"].overall, 1, 50),
        (BY_PLATFORM["discord"].group, 5, 5),
    ],
)
def test_limits_hold_in_every_window(rate: Rate, window_s: float, most: int) -> None:
    assert rate.burst + rate.per_second * window_s <= most


def test_chats_have_limits_of_their_own_and_topics_share_their_groups() -> None:
    limits = limits_for("telegram")
    one, other = limits.of_chat(chat(1)), limits.of_chat(chat(2))
    assert one is not None
    assert other is not None
    assert one.key != other.key
    assert limits.of_chat(replace(chat(1), thread="9")) == one


def test_scaling() -> None:
    assert limits_for("telegram", 0) == UNLIMITED
    double = limits_for("telegram", 2).overall
    assert double is not None
    assert (double.per_second, double.burst) == (54, 6)
    assert limits_for("web", 2) == UNLIMITED


async def test_the_gate_lets_the_most_urgent_through_first() -> None:
    passed: list[str] = []
    waits = iter([0.05, 0.05, 0.0, 0.0, 0.0])

    async def acquire(rates: Sequence[Rate]) -> float:
        return next(waits)

    gate = Gate(acquire, Limits(overall=Rate("all", 1)))

    async def pass_(name: str, urgency: Urgency) -> None:
        await gate.enter(urgency)
        passed.append(name)

    async with asyncio.TaskGroup() as group:
        group.create_task(pass_("nudge", 2))
        group.create_task(pass_("notice", 1))
        await asyncio.sleep(0.01)
        group.create_task(pass_("reply", 0))
    assert passed == ["reply", "notice", "nudge"]


async def test_a_failure_of_the_limiter_reaches_the_waiter() -> None:
    async def acquire(rates: Sequence[Rate]) -> float:
        raise ValueError

    with pytest.raises(ValueError):
        await Gate(acquire, Limits(overall=Rate("all", 1))).enter(0)
