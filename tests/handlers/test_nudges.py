from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from core.domain import nudges as rules
from core.domain.days import zone_of
from core.domain.nudges import NudgeState, Sent
from core.domain.person import Waiting
from core.events import Due
from core.messages import ChatRef, Send
from core.state.types import Aggregate, Commit, DueChange
from tests.handlers.dialogue import WORDS, Dialogue, Out, World


async def set_up(talk: Dialogue, at: str = "18:00", city: str = "Berlin") -> None:
    await talk.say(f"I live in {city}")
    await talk.press(f"remind:{at}")


async def person(talk: Dialogue) -> Aggregate:
    return Aggregate("person", await talk.pid())


async def due_at(talk: Dialogue) -> datetime | None:
    return (await talk.world.store.load(await person(talk))).due.get("nudge")


async def next_nudge(talk: Dialogue) -> Out:
    """The clock goes on to the next time, and what is due happens."""
    at = await due_at(talk)
    assert at is not None
    talk.world.now = at
    return await talk.world.tick()


def nudges_of(out: Out) -> list[Send]:
    return [effect for effect in out.effects if isinstance(effect, Send) and effect.kind == "nudge"]


async def days(talk: Dialogue, count: int) -> list[date]:
    """On which of the next days (UTC) something came."""
    sent = []
    for _ in range(count):
        if await due_at(talk) is None:
            break
        out = await next_nudge(talk)
        sent += [talk.world.now.date()] * len(nudges_of(out))
    return sent


async def with_plan(talk: Dialogue) -> None:
    await talk.say("I'm 30, male, 180 cm, 80 kg, I want to build muscle, 3 days a week, 45 minutes, beginner, no gear")
    await talk.press("skip:injuries,diet")
    await talk.press("parq:none")
    await talk.press("plan:now")
    await talk.press("plan:yes")
    assert (await talk.docs()).plans.current is not None


async def test_a_checkin_comes_at_home_at_the_chosen_time_with_its_buttons(talk: Dialogue) -> None:
    await set_up(talk)
    out = await next_nudge(talk)
    (sent,) = nudges_of(out)
    assert sent.chat == talk.chat
    assert timedelta(0) <= talk.world.now - datetime(2024, 6, 3, 16, 0, tzinfo=UTC) < timedelta(seconds=rules.JITTER_S)
    assert sent.expires_at == talk.world.now + rules.EXPIRES
    assert out.actions == ["snooze:60", "less", "stop", "nudge:why"]
    again = await due_at(talk)
    assert again is not None
    assert again.date() == date(2024, 6, 4)


async def test_a_session_is_named_with_its_minutes_and_can_be_done(talk: Dialogue) -> None:
    await set_up(talk)
    await with_plan(talk)
    out = await next_nudge(talk)
    plan = (await talk.docs()).plans.current
    assert plan is not None
    today = plan.sessions[0]
    assert WORDS("en", f"session-{today.title}") in out.text
    assert str(today.minutes) in out.text
    assert out.actions[:2] == ["done:2024-06-03", "today"]
    await talk.press("done:2024-06-03")
    assert len(await talk.entries()) == 1


async def test_the_wording_changes_and_is_the_same_for_the_same_day(talk: Dialogue, chinese: Dialogue) -> None:
    await set_up(talk)
    texts = []
    for _ in range(4):
        texts.append((await next_nudge(talk)).text)
        await talk.say("hi")
    assert len(set(texts)) == 4
    ordinal = date(2024, 6, 3).toordinal() % 4 + 1
    assert texts[0] == WORDS("en", f"nudge-checkin-{ordinal}")
    assert WORDS("zh-Hans", f"nudge-checkin-{ordinal}") != texts[0]


async def test_chinese_nudge(chinese: Dialogue) -> None:
    await chinese.say("每天18点提醒我")
    out = await next_nudge(chinese)
    assert chinese.world.now.hour == 10  # 18:00 in Shanghai
    assert any(out.text == WORDS("zh-Hans", f"nudge-checkin-{n}") for n in range(1, 5))


async def test_a_due_that_fires_twice_sends_once(talk: Dialogue) -> None:
    await set_up(talk)
    owner, at = await person(talk), await due_at(talk)
    assert at is not None
    talk.world.now = at
    (item,) = await talk.world.store.due.claim(10, 60)
    event = Due("due:1", at, "person", owner.id, "nudge", item.lease)
    first = await talk.world.handle(event)
    second = await talk.world.handle(event)
    assert [len(nudges_of(out)) for out in (first, second)] == [1, 0]


async def test_never_two_on_one_local_day(talk: Dialogue) -> None:
    await set_up(talk)
    await next_nudge(talk)
    await talk.press("remind:20:30")
    assert nudges_of(await next_nudge(talk)) == []
    assert len(nudges_of(await next_nudge(talk))) == 1


async def test_a_snoozed_nudge_comes_again_the_same_day(talk: Dialogue) -> None:
    await set_up(talk)
    await next_nudge(talk)
    await talk.press("snooze:60")
    assert len(nudges_of(await next_nudge(talk))) == 1
    assert (await due_at(talk) or talk.world.now).date() == date(2024, 6, 4)
    assert (await talk.docs()).nudges.snoozed_until is None


async def test_a_reminder_in_two_hours_comes_once_though_nudges_are_off(talk: Dialogue) -> None:
    await talk.say("remind me in 2 hours")
    assert len(nudges_of(await next_nudge(talk))) == 1
    assert await due_at(talk) is None


async def test_a_snooze_that_was_not_needed_is_over(talk: Dialogue) -> None:
    await set_up(talk)
    await talk.press("snooze:60")
    await talk.say("ran 5k")
    assert nudges_of(await next_nudge(talk)) == []
    assert (await talk.docs()).nudges.snoozed_until is None
    assert await due_at(talk) is not None


async def test_nothing_on_an_active_day_and_then_again(talk: Dialogue) -> None:
    await set_up(talk)
    await talk.say("ran 5k in 28 min")
    assert await days(talk, 2) == [date(2024, 6, 4)]


async def test_nothing_after_a_red_flag_that_day(talk: Dialogue) -> None:
    await set_up(talk)
    await talk.say("I have crushing chest pain and my left arm is numb")
    assert await days(talk, 2) == [date(2024, 6, 4)]


async def test_nothing_during_a_pause(talk: Dialogue) -> None:
    await set_up(talk)
    await talk.say("pause for 3 days")
    assert await days(talk, 1) == [date(2024, 6, 6)]


async def test_at_most_five_in_seven_days(talk: Dialogue) -> None:
    await set_up(talk)
    sent = []
    for _ in range(14):
        sent += await days(talk, 1)
        await talk.press("help")  # answered: no taper
    assert len(sent) == 10
    assert all(sum(0 <= (day - start).days < 7 for day in sent) <= 5 for start in sent)


async def test_the_weeks_share_is_kept_for_sessions(talk: Dialogue) -> None:
    talk.world.later(days=5)  # a Saturday
    await set_up(talk)
    await with_plan(talk)
    plan = (await talk.docs()).plans.current
    assert plan is not None
    planned = {plan.day_of(session) for session in plan.sessions}
    sent = []
    for _ in range(14):
        sent += await days(talk, 1)
        await talk.press("help")
    fortnight = {day for day in planned if day < date(2024, 6, 8) + timedelta(days=14)}
    assert fortnight <= set(sent)


async def test_the_taper_three_daily_three_weekly_a_farewell(talk: Dialogue) -> None:
    await set_up(talk)
    sent = await days(talk, 60)
    gaps = [(later - sooner).days for sooner, later in pairwise(sent)]
    assert gaps == [1, 1, 7, 7, 7, 7]
    assert (await talk.docs()).nudges.said_farewell
    assert await due_at(talk) is None


@pytest.mark.parametrize("how", ["say", "press"])
async def test_writing_after_the_farewell_brings_reminders_back(talk: Dialogue, how: str) -> None:
    await set_up(talk)
    await days(talk, 60)
    await (talk.say("hi") if how == "say" else talk.press("help"))
    state = (await talk.docs()).nudges
    assert (state.on, state.unanswered) == (True, 0)
    assert await due_at(talk) is not None


async def test_who_said_stop_is_left_alone_though_many_were_unanswered(talk: Dialogue) -> None:
    await set_up(talk)
    await days(talk, 60)
    await talk.press("stop")
    await talk.say("hi")
    assert not (await talk.docs()).nudges.on
    assert await due_at(talk) is None


async def test_a_blocked_chat_turns_it_off_until_the_person_is_back(talk: Dialogue) -> None:
    await set_up(talk)
    await talk.changed("blocked")
    assert nudges_of(await next_nudge(talk)) == []
    assert await due_at(talk) is None
    await talk.say("hi")
    assert await due_at(talk) is not None


async def test_a_nudge_too_late_is_dropped(talk: Dialogue) -> None:
    await set_up(talk)
    talk.world.now = (await due_at(talk) or talk.world.now) + rules.EXPIRES
    assert nudges_of(await talk.world.tick()) == []
    assert await days(talk, 1) == [date(2024, 6, 4)]


async def test_expiry_never_reaches_into_the_quiet_hours(talk: Dialogue) -> None:
    await set_up(talk, at="21:00")
    (sent,) = nudges_of(await next_nudge(talk))
    assert sent.expires_at == datetime(2024, 6, 3, 19, 30, tzinfo=UTC)


async def test_nothing_in_quiet_hours_even_if_the_clock_is_late(talk: Dialogue) -> None:
    await set_up(talk, at="21:00")
    talk.world.now = datetime(2024, 6, 3, 19, 30, tzinfo=UTC)  # 21:30 in Berlin: quiet, start included
    assert nudges_of(await talk.world.tick()) == []


async def test_why_gives_the_numbers(talk: Dialogue) -> None:
    await set_up(talk)
    await next_nudge(talk)
    await next_nudge(talk)
    out = await talk.press("nudge:why")
    for part in ("18:00", "Europe/Berlin", "number 2", "5", "21:30–07:30"):
        assert part in out.text
    assert [reason.rule for reason in (await talk.docs()).dialog.reasons] == [
        "rule-nudge-time",
        "rule-nudge-nothing-logged",
        "rule-nudge-count",
        "rule-nudge-quiet",
        "rule-nudge-taper",
    ]


async def test_why_in_words_explains_the_last_nudge_too(talk: Dialogue) -> None:
    await set_up(talk)
    await next_nudge(talk)
    out = await talk.command("/why")
    assert "Europe/Berlin" in out.text


async def test_why_without_any(talk: Dialogue) -> None:
    out = await talk.press("nudge:why")
    assert out.ack.toast == WORDS("en", "nudge-why-nothing")


# ---- clocks that change


def utc(month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(2024, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "at", "now", "expected"),
    [
        # forward: 02:30 does not exist in Berlin on 31 March 2024; 03:00 summer time is the first moment after
        ("Europe/Berlin", "02:30", utc(3, 30, 12, 0), utc(3, 31, 1, 0)),
        # back: 02:30 happens twice on 27 October 2024; the first one counts
        ("Europe/Berlin", "02:30", utc(10, 26, 12, 0), utc(10, 27, 0, 30)),
        ("Europe/Berlin", "02:30", utc(10, 27, 0, 31), utc(10, 28, 1, 30)),
        ("America/New_York", "18:00", utc(3, 9, 23, 30), utc(3, 10, 22, 0)),
        ("America/New_York", "18:00", utc(11, 2, 22, 30), utc(11, 3, 23, 0)),
    ],
)
def test_the_next_time_over_changes_of_the_clock(zone: str, at: str, now: datetime, expected: datetime) -> None:
    state = NudgeState(on=True, at=at, quiet_from="00:00", quiet_until="00:00")
    due = rules.next_due(state, now, zone, "p")
    assert due is not None
    assert timedelta(0) <= due - expected < timedelta(seconds=rules.JITTER_S)


@pytest.mark.parametrize("start", [datetime(2024, 3, 28, 9, tzinfo=UTC), datetime(2024, 10, 24, 9, tzinfo=UTC)])
async def test_one_a_day_at_the_same_local_time_over_changes_of_the_clock(world: World, start: datetime) -> None:
    world.now = start
    talk = Dialogue(world)
    await set_up(talk)
    seen = []
    for _ in range(5):
        await next_nudge(talk)
        seen.append(world.now)
        await talk.press("help")
    zone = zone_of("Europe/Berlin")
    assert len({moment.astimezone(zone).date() for moment in seen}) == 5
    assert {f"{moment.astimezone(zone):%H}" for moment in seen} == {"18"}


def test_the_oldest_of_a_week_leaves_after_seven_days() -> None:
    days_sent = [date(2024, 6, day) for day in range(3, 8)]
    at = datetime(2024, 6, 3, tzinfo=UTC)
    state = NudgeState(on=True, sent=tuple(Sent(day=day, kind="checkin", at=at) for day in days_sent))
    assert [rules.sent_within_week(state, date(2024, 6, day)) for day in (8, 9, 10)] == [5, 5, 4]


# ---- words the model left unanswered


async def test_overdue_words_are_answered_where_they_were_said(talk: Dialogue) -> None:
    await talk.say("hi")
    elsewhere = ChatRef("discord", "77")
    snapshot = await talk.world.store.load(await person(talk))
    said = (await talk.docs()).talk.model_copy(
        update={"waiting": (Waiting(event="discord:1", chat=elsewhere, text="what is the sky"),)}
    )
    due = (DueChange("talk", talk.world.now),)
    await talk.world.store.commit(Commit(snapshot.owner, snapshot.revision, docs={"talk": said}, due=due))
    out = await talk.world.tick()
    assert len(out.to(elsewhere)) == 1
    assert out.to(talk.chat) == []
    assert (await talk.docs()).talk.waiting == ()


# ---- asked for in the quiet hours


@pytest.mark.parametrize("words", ["remind me in 20 minutes", "20分钟后提醒我"])
async def test_who_is_awake_in_the_quiet_hours_is_reminded_once(talk: Dialogue, words: str) -> None:
    await set_up(talk)
    talk.world.now = datetime(2024, 6, 3, 21, 0, tzinfo=UTC)  # 23:00 in Berlin
    await talk.say(words)
    out = await next_nudge(talk)
    assert talk.world.now == datetime(2024, 6, 3, 21, 20, tzinfo=UTC)
    assert len(out.messages) == 1
    due = (await talk.world.store.load(await person(talk))).due["nudge"]
    assert due is not None
    assert due > datetime(2024, 6, 4, 12, 0, tzinfo=UTC)


async def test_a_snooze_asked_for_before_the_quiet_hours_still_keeps_them(talk: Dialogue) -> None:
    await set_up(talk)
    talk.world.now = datetime(2024, 6, 3, 19, 20, tzinfo=UTC)
    await talk.say("remind me in 20 minutes")
    assert (await talk.docs()).nudges.snoozed_until == datetime(2024, 6, 4, 5, 30, tzinfo=UTC)


async def test_quiet_hours_set_later_move_what_was_asked_for(talk: Dialogue) -> None:
    await set_up(talk)
    talk.world.now = datetime(2024, 6, 3, 21, 0, tzinfo=UTC)
    await talk.say("remind me in 20 minutes")
    await talk.press("settings:quiet:23:00-07:00")
    assert (await talk.docs()).nudges.snoozed_until == datetime(2024, 6, 4, 5, 0, tzinfo=UTC)
