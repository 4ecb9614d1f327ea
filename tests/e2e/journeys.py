"""What a person does in each journey, whoever and wherever they are: asserted by buttons, numbers, what is stored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import orjson

from core.context import Docs, person_aggregate
from core.domain.challenges import Challenge
from core.domain.records import Entry
from core.errors import Conflict
from core.handlers.board import aggregate as of_challenge
from core.state.types import Commit, DueChange, Snapshot
from tests.e2e.people import Seen, Someone, offering, saying
from tests.e2e.whole import Whole, eventually
from tests.e2e.words import SAYS

INTRODUCTION = "/delete"
"""Named once, in the introduction (it says that what was told can be forgotten)."""


# ---- first contact
async def first_contact(me: Someone, world: Whole) -> None:
    """A greeting, the whole profile in one sentence, a skip; what cannot be is asked again."""
    says = SAYS[me.language]
    hello = await me.ask(says.hello, offering("fact:goal:", "skip:goal"))
    assert "AI" in hello.text
    assert INTRODUCTION in hello.text
    await me.press(hello, "fact:goal:lose_weight", offering("skip:height_cm,weight_kg"))
    await me.ask(says.nonsense, saying("1,700"))
    assert (await world.docs(me.account)).profile.facts.height_cm is None
    asked = await me.ask(says.profile, offering("skip:injuries"))
    facts = (await world.docs(me.account)).profile.facts
    assert (facts.age, facts.sex, facts.height_cm, facts.weight_kg) == (34, "male", 178, 82)
    assert (facts.days_per_week, facts.minutes_per_session, facts.experience) == (7, 30, "beginner")
    assert facts.goal == "lose_weight"
    await me.press(asked, "skip:injuries", offering("parq:none"))
    person = (await world.docs(me.account)).person
    assert (person.introduced, person.language) == (True, me.language)
    assert sum(INTRODUCTION in seen.text for seen in me.seen()) == 1


async def stranger(me: Someone, world: Whole) -> None:
    """Somebody's very first words ask how to train: a concrete answer at once, then the first question."""
    answer = await me.ask(SAYS[me.language].stranger, offering("skip:"))
    assert any(char.isdigit() for char in answer.text)
    assert INTRODUCTION in answer.text
    docs = await world.docs(me.account)
    assert docs.dialog.starter_given
    assert docs.person.language == me.language
    assert docs.profile.facts.goal == "lose_weight"
    assert "goal" not in docs.dialog.asked


# ---- the plan
async def to_a_plan(me: Someone) -> Seen:
    """The shortest way to a running plan with a session every day."""
    says = SAYS[me.language]
    await me.ask(says.stranger, offering("skip:"))
    asked = await me.ask(says.profile, offering("skip:injuries"))
    asked = await me.press(asked, "skip:injuries", offering("parq:none"))
    offer = await me.press(asked, "parq:none", offering("plan:yes", "plan:no", "why"))
    return await me.press(offer, "plan:yes", offering("done:", "remind:18:00"))


async def plan(me: Someone, world: Whole) -> None:
    """Readiness questions, a plan with reasons, approval, today's session, why, done (once)."""
    started = await to_a_plan(me)
    docs = await world.docs(me.account)
    assert docs.plans.current is not None
    assert docs.plans.offered is None
    assert docs.profile.readiness is not None
    assert docs.profile.readiness.result == "clear"
    assert docs.plans.current.days_per_week == 7
    today = await me.order("/today", offering("done:", "why"))
    why = await me.press(today, "why", saying("WHO 2020"))
    assert "Mifflin" in why.text
    await me.press(today, "done:", offering("undo:"))
    await me.tap(started, "done:")
    await me.order("/plan", offering("plan:new"))
    [entry] = await world.entries(me.account)
    assert entry.record.type == "workout"
    assert (await world.docs(me.account)).plans.done_days == (entry.day,)


# ---- logging
async def logging(me: Someone, world: Whole) -> None:
    """Several entries in one message; undo, redo, a correction in words, edits of messages, the undo command."""
    says = SAYS[me.language]
    answer = await me.ask(says.run_and_sleep, offering("undo:"))
    run, sleep = await world.entries(me.account)
    assert_run(run, 5000, 28)
    assert (sleep.record.type, sleep.record.sleep_s) == ("sleep", 7 * 3600)
    answer = await me.press(answer, "undo:", offering("redo:"))
    assert await world.entries(me.account) == []
    await me.press(answer, "redo:", offering("undo:"))
    assert len(await world.entries(me.account)) == 2
    await me.ask(says.correction, offering("undo:"))
    assert_run((await world.entries(me.account))[0], 6000, 28)
    await edits(me, world)
    await me.order("/undo", offering("redo:"))
    types = [entry.record.type for entry in await world.entries(me.account)]
    assert types == ["workout", "sleep", "sets"]


def assert_run(entry: Entry, distance_m: float, minutes: float) -> None:
    record = entry.record
    assert (record.type, record.activity, record.distance_m) == ("workout", "running", distance_m)
    assert record.duration_s == minutes * 60


async def edits(me: Someone, world: Whole) -> None:
    """A chat message changes: the entry and its answer follow, in place."""
    says = SAYS[me.language]
    message = await me.say(says.sets)
    answer = await me.news(offering("undo:"))
    assert (await me.edit(message, says.sets_again, saying("65"))).id == answer.id
    message = await me.say(says.steps)
    answer = await me.news(offering("undo:"))
    assert (await me.edit(message, says.fewer_steps)).id == answer.id
    sets, steps = (await world.entries(me.account))[2:]
    assert (sets.record.type, sets.record.load_kg, sets.record.sets, sets.record.reps) == ("sets", 65, 3, 8)
    assert steps.record.steps == 8500


# ---- challenges
async def at_home(*people: Someone) -> None:
    """All in one zone, so that it is the same day for everybody at any hour of the test."""
    for each in people:
        await each.ask(SAYS[each.language].home, saying("Asia/Shanghai"))


async def group_challenge(me: Someone, friend: Someone, world: Whole) -> None:
    """Made with a tap, joined with a button (twice), logged by both, ended by its owner and nobody else."""
    board = await to_a_challenge(me)
    cid = id_of(board)
    for _ in range(2):
        await friend.tap(board, "join:")
    await members(world, cid, 2)
    await me.reacted(await me.log(SAYS[me.language].steps))
    message = await friend.log(SAYS[friend.language].fewer_steps)
    await friend.reacted(message)
    await standing(world, cid, [1.0, 1.0])
    living = await me.finds(lambda seen: seen.id == board.id and seen.text.count("🥇") == 2)
    await friend.tap(living, "cwhy:")
    await friend.write("/end")
    await friend.tap(living, "join:")
    assert (await challenge(world, cid)).state == "open"
    await the_end(me, world, cid, board)


async def to_a_challenge(me: Someone) -> Seen:
    """The living board of a new challenge, with somebody who is yet to start."""
    templates = await me.order("/challenge", offering("challenge:t:steps_daily"))
    return await me.press(templates, "challenge:t:steps_daily", lambda seen: seen.offers("join:") and "▫️" in seen.text)


def id_of(board: Seen) -> str:
    return board.action("join:").removeprefix("join:")


async def the_end(me: Someone, world: Whole, cid: str, board: Seen) -> None:
    """A second tap; the board loses its buttons, the result comes with an offer of another one."""
    sure = await me.write("/end", offering(f"cend:{cid}:yes"))
    result = await me.press(sure, "cend:", lambda seen: seen.actions == ("challenge",))
    assert result.text.count("🥇") == 2
    await me.finds(lambda seen: seen.id == board.id and not seen.actions)
    ended = await challenge(world, cid)
    assert ended.state == "ended"
    assert ended.result is not None
    assert [place.rank for place in ended.result] == [1, 1]


async def challenge(world: Whole, cid: str) -> Challenge:
    found = (await world.store.load(of_challenge(cid))).docs["challenge"]
    assert isinstance(found, Challenge)
    return found


async def members(world: Whole, cid: str, count: int) -> Challenge:
    return await eventually(lambda: challenge(world, cid), lambda found: len(found.active) == count)


async def standing(world: Whole, cid: str, scores: list[float]) -> None:
    async def now() -> list[float]:
        return [place.score for place in await world.store.standings(cid, 0, 9)]

    await eventually(now, lambda found: found == scores)


async def across_platforms(me: Someone, far: Someone, far_private: Someone, world: Whole) -> None:
    """The same challenge from another platform by its code: one board in both chats, each person counted once."""
    board = await to_a_challenge(me)
    cid = id_of(board)
    code = (await challenge(world, cid)).code
    theirs = await far.order(f"/join {code}", offering(f"join:{cid}"))
    await members(world, cid, 2)
    await far_private.order(f"/join {code}")
    await me.reacted(await me.log(SAYS[me.language].steps))
    await far_private.ask(SAYS[far.language].steps, offering("undo:"))
    await standing(world, cid, [1.0, 1.0])
    await me.finds(lambda seen: seen.id == board.id and seen.text.count("🥇") == 2)
    await far.finds(lambda seen: seen.id == theirs.id and seen.text.count("🥇") == 2)
    found = await challenge(world, cid)
    assert len(found.members) == 2
    assert {bound.chat.platform for bound in found.chats} == {me.platform, far.platform}
    await the_end(me, world, cid, board)
    await far.finds(lambda seen: seen.actions == ("challenge",) and seen.text.count("🥇") == 2)


# ---- nudges
async def nudge(me: Someone, world: Whole) -> None:
    """At the person's time a nudge with Done, later, less, stop and why; each does what it says."""
    started = await to_a_plan(me)
    await me.press(started, "remind:18:00")
    await no_quiet_hours(me)
    nudge = await a_nudge(me, world)
    date = (await docs_when(me, world, lambda docs: len(docs.nudges.sent) == 1)).nudges.sent[0].day
    assert nudge.action("done:") == f"done:{date.isoformat()}"
    await due_now(me, world)
    await me.quiet()
    await me.press(nudge, "nudge:why", saying("HeartSteps"))
    await me.press(nudge, "snooze:60")
    at = await due_at(me, world)
    assert at is not None
    assert timedelta(minutes=58) < at - datetime.now(UTC) < timedelta(minutes=61)
    await me.press(nudge, "less")
    assert (await world.docs(me.account)).nudges.per_week == 2
    await me.press(nudge, "done:", offering("undo:"))
    assert [entry.record.type for entry in await world.entries(me.account)] == ["workout"]
    await me.press(nudge, "stop")
    assert await due_at(me, world) is None
    assert not (await world.docs(me.account)).nudges.on


async def no_quiet_hours(me: Someone) -> None:
    """So that the test may run at any hour."""
    settings = await me.order("/settings", offering("settings:quiet"))
    which = await me.press(settings, "settings:quiet", offering("settings:quiet:off"))
    await me.press(which, "settings:quiet:off")


async def a_nudge(me: Someone, world: Whole) -> Seen:
    await due_now(me, world)
    return await me.news(offering("done:", "snooze:60", "less", "stop", "nudge:why"))


async def due_now(me: Someone, world: Whole) -> None:
    """Let the clock find that the nudge's time has come."""
    while True:
        found = await world.snapshot(me.account)
        moment = datetime.now(UTC) - timedelta(seconds=1)
        try:
            await world.store.commit(Commit(found.owner, found.revision, due=(DueChange("nudge", moment),)))
            return
        except Conflict:
            continue


async def due_at(me: Someone, world: Whole) -> datetime | None:
    return (await world.snapshot(me.account)).due.get("nudge")


async def docs_when(me: Someone, world: Whole, test: Callable[[Docs], bool]) -> Docs:
    return await eventually(lambda: world.docs(me.account), test)


# ---- talk and danger
async def free_talk(me: Someone, world: Whole) -> None:
    """The model's words: first as drafts (or signs of writing), then as a lasting message, once."""
    says = SAYS[me.language]
    await me.ask(says.hello, offering("skip:"))
    answer = await me.ask(says.small_talk, saying(says.model_says[:12]))
    assert answer.text == says.model_says
    assert me.drafts()
    assert world.model_was_asked(says.small_talk)
    docs = await docs_when(me, world, lambda docs: not docs.talk.waiting)
    assert [turn.role for turn in docs.talk.turns] == ["person", "coach"]
    assert sum(seen.text == says.model_says for seen in me.seen()) == 1


async def red_flag(me: Someone, world: Whole) -> None:
    """Danger to body and mind: answered at once by the tables, without the model; the rest of the day is silent."""
    says = SAYS[me.language]
    await me.ask(says.hello, offering("skip:"))
    for words, call in ((says.chest_pain, says.ambulance), (says.despair, "")):
        answer = await me.ask(words)
        assert call in answer.text
        assert not answer.offers("plan")
        assert not world.model_was_asked(words)
    docs = await world.docs(me.account)
    assert docs.nudges.red_flag_day is not None
    assert docs.dialog.follow_up_from == docs.nudges.red_flag_day
    assert await world.entries(me.account) == []


# ---- commands
async def commands(me: Someone, world: Whole) -> None:
    """help, me, settings, stop, an unknown one; the language there and back; export; delete."""
    says = SAYS[me.language]
    await me.ask(says.steps, offering("undo:"))
    await me.order("/help", offering("plan", "today"))
    assert "9,000" in (await me.order("/me")).text
    await me.order("/settings", offering("settings:quiet", "settings:zone"))
    await me.order("/stop")
    assert (await world.docs(me.account)).nudges.on is False
    await me.write("/abracadabra", offering("help"))
    other = {"en": "zh-Hans", "zh-Hans": "en"}[me.language]
    for language in (other, me.language):
        which = await me.order("/language", offering(f"language:{language}"))
        await me.press(which, f"language:{language}")
        assert (await world.docs(me.account)).person.language == language
    await exported(me)
    await deleted(me, world)


async def exported(me: Someone) -> None:
    message = await me.order("/export", lambda seen: bool(seen.files))
    document = orjson.loads(await me.read(message))
    assert (document["schema"], document["version"]) == ("jiayou.export", 1)
    [entry] = document["ledger"]
    assert entry["record"]["steps"] == 9000
    assert [account["platform"] for account in document["accounts"]] == [me.platform]


async def deleted(me: Someone, world: Whole) -> None:
    """Asked twice; then nothing readable is left, and the next word is a first word."""
    owner = (await world.snapshot(me.account)).owner
    sure = await me.order("/delete", offering("delete:yes:", "delete:no", "export"))
    await me.tap(sure, "delete:yes:")

    async def stored() -> Snapshot:
        return await world.store.load(person_aggregate(owner.id))

    gone = await eventually(stored, lambda found: found.gone)
    assert not gone.docs
    assert await world.store.ledger(owner) == []
    await me.ask(SAYS[me.language].hello, saying(INTRODUCTION))
