"""The way out: reads the outbox of a platform, and sends.

    read -> queue of the chat -> limits -> intent mark -> send -> done mark

One task per chat that has something waiting, so that a chat's order is kept (within this process; among several
processes of one platform nothing is promised) and a slow chat holds up nobody else. An item stays in the store until it
is marked done or dropped; one that a process held when it died comes back to another one, `in_doubt` if a send had
begun. `verdicts` says what is tried again and what is given up, `limits` how fast.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic
from typing import Any

from bots.finisher import Finisher
from bots.gate import Gate
from bots.intake import BLOCK_MS, IDLE_MS, Intake
from bots.limits import Limits, limits_for, urgency_of
from bots.patience import Patience
from bots.queues import ChatQueue, chat_of, cosmetic_slot
from bots.reports import blocked, migrated
from bots.sending import Handle, InDoubt, Migrated, Sender, SendError
from bots.verdicts import Again, Anew, Drop, Move, Verdict, Why, after, before, needs_mark
from core.errors import StoreAway
from core.messages import ChatRef, Edit, Effect, MessageRef, Platform, React, Receipt, Send
from core.state.store import Store
from core.state.types import OutboxItem, Rate

log = logging.getLogger(__name__)

AT_ONCE = 64
"""Most sends under way at once."""

SEND_TIMEOUT_S = 25.0
_STOP_S = 1.0

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


async def deliver(
    store: Store,
    sender: Sender,
    handle: Handle,
    stop: asyncio.Event,
    *,
    lane: Platform,
    limits: Limits | None = None,
    alone: bool = False,
    clock: Clock = utc_now,
    block_ms: int = BLOCK_MS,
) -> None:
    """Send what the outbox holds for the platform, until `stop`. Outlives a store that goes away.

    `alone`: no other process serves this lane, so whatever an earlier one held is taken over at once."""
    delivery = Delivery(store, sender, handle, lane, limits or limits_for(lane), clock, block_ms)
    await delivery.run(stop, 0 if alone else IDLE_MS)


class _Chat:
    """A chat with something to send. `home`: where it lives now, once looked up."""

    def __init__(self, ref: ChatRef) -> None:
        self.ref = ref
        self.queue = ChatQueue()
        self.came = asyncio.Event()
        self.home: ChatRef | None = None


class Delivery:
    """One lane in one process."""

    def __init__(
        self, store: Store, sender: Sender, handle: Handle, lane: Platform, limits: Limits, clock: Clock, block_ms: int
    ) -> None:
        self._outbox = store.outbox
        self._limiter = store.limiter
        self._sender = sender
        self._handle = handle
        self._limits = limits
        self._clock = clock
        self._block_ms = block_ms
        self._store = Patience(f"delivery {lane}")
        self._intake = Intake(store.outbox, self._store, lane, self._take, block_ms)
        self._gate = Gate(self._acquire, limits)
        self._finisher = Finisher(self._outbox, self._store)
        self._chats: dict[tuple[str, str], _Chat] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._sends: set[asyncio.Task[Verdict | None]] = set()
        self._failures: dict[str, int] = {}
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def run(self, stop: asyncio.Event, idle_ms: int) -> None:
        """Until `stop`. What other consumers have held for `idle_ms` is taken over at the start."""
        intake = asyncio.create_task(self._intake.run(stop, idle_ms))
        stopped = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({stopped, intake}, return_when=asyncio.FIRST_COMPLETED)
            await asyncio.wait({intake}, timeout=self._block_ms / 1000 + 0.5)
            if intake.done():
                intake.result()
        finally:
            await _cancelled({stopped, intake})
            await self._end()

    async def _end(self) -> None:
        """Finish the sends under way, hand the rest back to the store."""
        await _cancelled(self._tasks)
        if self._sends:
            await asyncio.wait(self._sends, timeout=_STOP_S)
        with suppress(StoreAway, TimeoutError):
            async with asyncio.timeout(_STOP_S):
                for item in self._intake.held:
                    await self._outbox.later(item, 0)

    def _take(self, item: OutboxItem) -> None:
        assert item.effect is not None
        ref = chat_of(item.effect)
        key = (ref.kind, ref.chat_id)
        chat = self._chats.get(key)
        if chat is None:
            chat = self._chats[key] = _Chat(ref)
            self._spawn(self._serve(key, chat))
        superfluous = chat.queue.put(item)
        chat.came.set()
        if superfluous is not None:
            self._spawn(self._finish(superfluous))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # -- one chat

    async def _serve(self, key: tuple[str, str], chat: _Chat) -> None:
        """Send what waits for the chat, until nothing does."""
        try:
            while (rest_s := chat.queue.rest_s(monotonic())) is not None:
                item = chat.queue.next(monotonic())
                if item is not None:
                    await self._surely(chat, item)
                    continue
                chat.came.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(chat.came.wait(), rest_s)
        finally:
            del self._chats[key]

    async def _surely(self, chat: _Chat, item: OutboxItem) -> None:
        """An item that cannot be handled at all must not end the loop."""
        try:
            await self._deliver(chat, item)
        except Exception:
            log.exception("outbox item %s failed", item.id)
            await self._give_up(item, "error")

    async def _deliver(self, chat: _Chat, item: OutboxItem) -> None:
        """Try until it is sent, put off or given up."""
        effect = item.effect
        assert effect is not None
        while True:
            verdict: Verdict | None = before(item, effect, self._clock())
            if verdict is None:
                if not await self._granted(chat, item, effect):
                    return
                verdict = await self._attempt(chat, item, effect)
            match verdict:
                case None:
                    return
                case Drop():
                    await self._report(chat, item, verdict.why)
                    await self._give_up(item, verdict.why)
                    return
                case Anew():
                    effect = await self._forgotten(effect)
                case Move():
                    await self._follow(chat, item, verdict.error)
                case Again():
                    if not await self._wait(chat, item, verdict):
                        return

    async def _granted(self, chat: _Chat, item: OutboxItem, effect: Effect) -> bool:
        """Wait for the chat's limit, then for the platform's. False: it is only for looks and waits in the queue."""
        rate = self._limits.of_chat(chat.ref)
        while rate is not None and (wait_s := await self._acquire([rate])) > 0:
            if cosmetic_slot(effect) is not None:
                await self._put_back(chat, item, wait_s)
                return False
            await asyncio.sleep(wait_s)
        await self._gate.enter(urgency_of(effect))
        return True

    async def _acquire(self, rates: Sequence[Rate]) -> float:
        return await self._store(self._limiter.acquire, rates)

    async def _put_back(self, chat: _Chat, item: OutboxItem, seconds: float) -> None:
        superfluous = chat.queue.put_back(item, monotonic() + seconds)
        if superfluous is not None:
            await self._finish(superfluous)

    # -- one attempt

    async def _attempt(self, chat: _Chat, item: OutboxItem, effect: Effect) -> Verdict | None:
        """From the intent mark to the done mark, not cut in two by a stop. `None`: finished."""
        send = asyncio.create_task(self._send(chat, item, effect))
        self._sends.add(send)
        send.add_done_callback(self._sends.discard)
        return await asyncio.shield(send)

    async def _send(self, chat: _Chat, item: OutboxItem, effect: Effect) -> Verdict | None:
        async with self._slots:
            effect = await self._at_home(chat, effect)
            now = self._clock()
            if late := before(item, effect, now):
                return late
            target = await self._target(effect)
            if target is None and isinstance(effect, Edit) and effect.cosmetic:
                return Drop("no_target")
            if needs_mark(item, effect) and not await self._store(self._outbox.intend, item):
                self._forget(item)
                return None
            try:
                async with asyncio.timeout(SEND_TIMEOUT_S):
                    receipt = await self._sender.send(effect, nonce=item.id, target=target)
            except TimeoutError:
                return self._failed(item, effect, InDoubt("time-out"), now)
            except SendError as error:
                return self._failed(item, effect, error, now)
        await self._sent(chat, item, effect, target, receipt)
        return None

    async def _at_home(self, chat: _Chat, effect: Effect) -> Effect:
        """The effect for where the chat lives now. Only Telegram's groups move."""
        if chat.ref.platform != "telegram" or chat.ref.kind != "group" or isinstance(effect, React):
            return effect
        if chat.home is None:
            chat.home = await self._store(self._outbox.successor, chat.ref)
        if chat.home.chat_id == effect.chat.chat_id:
            return effect
        return replace(effect, chat=replace(chat.home, thread=effect.chat.thread))

    async def _target(self, effect: Effect) -> MessageRef | None:
        if not isinstance(effect, Edit):
            return None
        slot = effect.slot
        stands = None if slot is None else await self._store(self._outbox.slot, effect.chat, slot)
        if stands is None and effect.message_id is not None:
            return MessageRef(effect.chat, effect.message_id)
        return stands

    async def _sent(
        self, chat: _Chat, item: OutboxItem, effect: Effect, target: MessageRef | None, receipt: Receipt | None
    ) -> None:
        slot = effect.slot if isinstance(effect, Send | Edit) else None
        if slot is not None and receipt is not None:
            message = MessageRef(receipt.chat, receipt.message_id)
            if message != target:
                await self._store(self._outbox.set_slot, chat_of(effect), slot, message)
        if slot is not None and isinstance(effect, Edit):
            chat.queue.edited(slot, item.queued_at, monotonic())
        await self._finish(item)

    def _failed(self, item: OutboxItem, effect: Effect, error: SendError, now: datetime) -> Verdict:
        self._failures[item.id] = failures = self._failures.get(item.id, 0) + 1
        verdict = after(item, effect, error, failures, now)
        log.info("outbox item %s: %s, %s", item.id, type(error).__name__, type(verdict).__name__)
        return verdict

    # -- after it

    async def _wait(self, chat: _Chat, item: OutboxItem, again: Again) -> bool:
        """Wait to try again. False: it waits elsewhere, in the queue or in the store."""
        effect = item.effect
        if again.asked:
            await self._store(self._outbox.calm, item)
            await self._pause(chat, again.seconds)
        if cosmetic_slot(effect) is not None:
            await self._put_back(chat, item, again.seconds)
            return False
        if not again.put_off:
            await asyncio.sleep(again.seconds)
            return True
        for each in [item, *(chat.queue.drain() if again.asked else ())]:
            await self._store(self._outbox.later, each, again.seconds)
            self._forget(each)
        return False

    async def _pause(self, chat: _Chat, seconds: float) -> None:
        """All processes keep the wait that the platform asked for."""
        rate = self._limits.of_chat(chat.ref)
        if rate is not None:
            await self._store(self._limiter.pause, rate, seconds)

    async def _forgotten(self, effect: Effect) -> Effect:
        """The edit without the message that is gone, so that it is sent anew."""
        assert isinstance(effect, Edit)
        slot = effect.slot
        if slot is not None:
            await self._store(self._outbox.clear_slot, effect.chat, slot)
        return replace(effect, message_id=None)

    async def _follow(self, chat: _Chat, item: OutboxItem, error: Migrated) -> None:
        await self._store(self._outbox.migrate_chat, chat.ref, error.successor)
        chat.home = error.successor
        event = migrated(item, chat.ref, error.successor, self._clock())
        await self._store(self._handle, event)

    async def _report(self, chat: _Chat, item: OutboxItem, why: Why) -> None:
        if why == "blocked":
            event = blocked(item, chat.ref, self._clock())
            await self._store(self._handle, event)

    async def _give_up(self, item: OutboxItem, why: Why) -> None:
        log.warning("outbox item %s dropped: %s", item.id, why)
        await self._store(self._outbox.drop, item, why)
        self._forget(item)

    async def _finish(self, item: OutboxItem) -> None:
        await self._finisher.done(item)
        self._forget(item)

    def _forget(self, item: OutboxItem) -> None:
        self._failures.pop(item.id, None)
        self._intake.free(item)


async def _cancelled(tasks: Iterable[asyncio.Task[Any]]) -> None:
    listed = list(tasks)
    for task in listed:
        task.cancel()
    await asyncio.gather(*listed, return_exceptions=True)
