"""How challenges are made, joined, left and ended, and what their boards show."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from core.domain.board import bar, board_view, outcome
from core.domain.challenge_terms import TEMPLATES, Refused, Rules, from_template, make_rules
from core.domain.challenges import (
    MAX_CHATS,
    MAX_MEMBERS,
    RACE_SETTLES,
    BoundChat,
    Challenge,
    Member,
    Place,
    bind,
    create,
    end,
    end_due,
    forget,
    is_over,
    join,
    leave,
    may_end,
    move,
    phase,
    rename,
    unbind,
)
from core.domain.date_display import day_shown
from core.domain.group import Group
from core.domain.names import tidy_name
from core.messages import ChatRef

MON = date(2026, 6, 1)
NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
SUN = MON + timedelta(days=6)
ROOM = BoundChat(chat=ChatRef("web", "room", "group"), language="en")
OTHER = BoundChat(chat=ChatRef("telegram", "-5", "group"), language="zh-Hans")


def made(**terms: Any) -> Rules:
    rules = make_rules(MON, **terms)
    assert isinstance(rules, Rules)
    return rules


def person(name: str, zone: str = "UTC", joined: date = MON) -> Member:
    return Member(person=name, name=name.title(), zone=zone, joined=joined)


def ok(result: Challenge | Refused) -> Challenge:
    assert isinstance(result, Challenge)
    return result


def code(result: object) -> str | None:
    return result.code if isinstance(result, Refused) else None


def challenge(*names: str, **terms: Any) -> Challenge:
    first, *others = names or ("ann",)
    result = create("c1", "7KQ2ZD", made(**terms), person(first), NOW, ROOM)
    for name in others:
        result = ok(join(result, person(name)))
    return result


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ({}, ("total", "minutes", None, None, 7)),
        ({"kind": "daily_goal"}, ("daily_goal", "steps", None, 8000, 7)),
        ({"kind": "daily_goal", "activity": "push_up"}, ("daily_goal", "reps", "push_up", 30, 7)),
        ({"kind": "daily_goal", "activity": "yoga"}, ("daily_goal", "minutes", "yoga", 30, 7)),
        ({"kind": "daily_goal", "metric": "active_days"}, ("daily_goal", "active_days", None, 1, 7)),
        ({"kind": "daily_goal", "activity": "plank"}, ("daily_goal", "minutes", "plank", 30, 7)),
        ({"kind": "times_per_week", "days": 28}, ("times_per_week", "sessions", None, 3, 28)),
        ({"kind": "times_per_week", "metric": "minutes"}, ("times_per_week", "minutes", None, 150, 7)),
        ({"metric": "steps", "activity": "walking"}, ("total", "steps", None, None, 7)),
        (
            {"kind": "race", "metric": "distance_m", "activity": "running", "target": 100_000.0},
            ("race", "distance_m", "running", 100_000, 30),
        ),
        ({"kind": "daily_goal", "metric": "steps", "target": 7999.2}, ("daily_goal", "steps", None, 8000, 7)),
    ],
)
def test_what_was_not_said(terms: dict[str, Any], expected: tuple[object, ...]) -> None:
    rules = made(**terms)
    assert (rules.kind, rules.metric, rules.activity, rules.target, rules.days) == expected
    assert rules.starts == MON


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ({"kind": "race"}, "target_missing"),
        ({"days": 0}, "days_range"),
        ({"days": 367}, "days_range"),
        ({"days": 366}, None),
        ({"metric": "reps"}, "activity_missing"),
        ({"metric": "reps", "activity": "running"}, "not_measured"),
        ({"metric": "distance_m", "activity": "yoga"}, "not_measured"),
        ({"metric": "distance_m", "activity": "rope_jumping"}, "not_measured"),
        ({"metric": "minutes", "activity": "flying"}, "unknown_activity"),
        ({"kind": "daily_goal", "metric": "steps", "target": 30_000}, None),
        ({"kind": "daily_goal", "metric": "steps", "target": 30_001}, "target_unreachable"),
        ({"kind": "daily_goal", "metric": "minutes", "target": -5}, "target_range"),
        ({"kind": "daily_goal", "metric": "minutes", "target": 0}, "target_range"),
        ({"kind": "race", "metric": "steps", "target": float("nan")}, "target_range"),
        ({"kind": "race", "metric": "steps", "target": float("inf")}, "target_range"),
        ({"kind": "race", "metric": "steps", "target": 210_000, "days": 7}, None),
        ({"kind": "race", "metric": "steps", "target": 210_001, "days": 7}, "target_unreachable"),
        ({"kind": "race", "metric": "steps", "target": 150_000, "days": 7, "weekdays_only": True}, None),
        (
            {"kind": "race", "metric": "steps", "target": 150_001, "days": 7, "weekdays_only": True},
            "target_unreachable",
        ),
        ({"kind": "times_per_week", "target": 7}, None),
        ({"kind": "times_per_week", "target": 8}, "target_unreachable"),
        ({"kind": "times_per_week", "target": 6, "weekdays_only": True}, "target_unreachable"),
        ({"starts": SUN - timedelta(days=1), "days": 2, "weekdays_only": True}, "no_weekdays"),
        ({"starts": MON - timedelta(days=1)}, "start_past"),
        ({"starts": MON + timedelta(days=61)}, "start_far"),
        ({"starts": MON + timedelta(days=60)}, None),
    ],
)
def test_terms_that_cannot_be(terms: dict[str, Any], expected: str | None) -> None:
    assert code(make_rules(MON, **terms)) == expected


def test_weight_and_calories_cannot_be_ranked() -> None:
    for metric in ("weight_kg", "calories", "kcal"):
        with pytest.raises(ValueError, match="metric"):
            Rules.model_validate({"kind": "total", "metric": metric, "starts": MON, "days": 7})


def test_last_day_and_stake() -> None:
    rules = made(days=7, stake="  loser\nbuys " + "tea" * 60)
    assert rules.last_day == SUN
    assert rules.stake is not None
    assert rules.stake.startswith("loser buys tea")
    assert len(rules.stake) == 100


def test_templates_are_terms_that_can_be() -> None:
    for template in TEMPLATES:
        rules = from_template(template, MON)
        again = make_rules(MON, **rules.model_dump(exclude={"stake", "starts"}))
        assert again == rules


def test_join_once() -> None:
    both = challenge("ann", "bo")
    assert [m.name for m in both.active] == ["Ann", "Bo"]
    assert code(join(both, person("bo"))) == "already_in"


def test_join_an_ended_or_full_challenge() -> None:
    assert code(join(end(challenge(), NOW, ()), person("bo"))) == "ended"
    crowd = challenge().model_copy(update={"members": tuple(person(f"p{n}") for n in range(MAX_MEMBERS))})
    assert code(join(crowd, person("bo"))) == "full"


def test_leave_and_come_back() -> None:
    gone = ok(leave(challenge("ann", "bo"), "bo", SUN))
    assert [m.person for m in gone.active] == ["ann"]
    assert code(leave(gone, "bo", SUN)) == code(leave(gone, "zoe", SUN)) == "not_member"
    back = ok(join(gone, person("bo", "Asia/Tokyo", SUN)))
    known = back.member("bo")
    assert known is not None
    assert (known.joined, known.left, known.zone) == (MON, None, "Asia/Tokyo")


def test_owner_hands_over() -> None:
    left = ok(leave(challenge("ann", "bo", "cy"), "ann", MON))
    assert left.owner == "bo"
    assert may_end(left, "bo") is None
    assert code(may_end(left, "ann")) == "not_owner"
    empty = ok(leave(challenge(), "ann", MON))
    assert ok(join(empty, person("bo"))).owner == "bo"


def test_forgotten_people_leave_no_trace() -> None:
    done = end(challenge("ann", "bo"), NOW, (Place(rank=1, person="ann", value=3), Place(rank=2, person="bo", value=1)))
    for before in (challenge("ann", "bo"), done):
        after = forget(forget(before, "ann"), "ann")
        assert "ann" not in after.model_dump_json().lower()
        assert [m.former for m in after.members] == [True, False]
    assert forget(challenge("ann", "bo"), "ann").owner == "bo"
    both = forget(forget(done, "ann"), "bo")
    assert both.result is not None
    assert [place.person for place in both.result] == ["former:1", "former:2"]
    assert [line.former for line in board_view(both, (), SUN).lines] == [True, True]


def test_rename_and_move() -> None:
    renamed = rename(challenge("ann", "bo"), "bo", " Bo \n Li ")
    assert [m.name for m in renamed.members] == ["Ann", "Bo Li"]
    assert rename(renamed, "zoe", "Zoe") == renamed
    assert move(renamed, "bo", "Asia/Tokyo").members[1].zone == "Asia/Tokyo"


def test_chats_are_bound_once() -> None:
    two = ok(bind(challenge(), OTHER))
    english = OTHER.model_copy(update={"language": "en"})
    again = ok(bind(two, english))
    assert again.chats == (ROOM, english)
    assert unbind(again, ROOM.chat).chats == (english,)
    many = two.model_copy(
        update={"chats": tuple(ROOM.model_copy(update={"chat": ChatRef("web", str(n))}) for n in range(MAX_CHATS))}
    )
    assert code(bind(many, OTHER)) == "too_many_chats"


@pytest.mark.parametrize(
    ("zones", "expected"),
    [
        (("UTC",), datetime(2026, 6, 9, 3, tzinfo=UTC)),
        (("Asia/Shanghai",), datetime(2026, 6, 8, 19, tzinfo=UTC)),
        (("Asia/Shanghai", "America/Los_Angeles"), datetime(2026, 6, 9, 10, tzinfo=UTC)),
        (("Pacific/Kiritimati", "Pacific/Pago_Pago"), datetime(2026, 6, 9, 14, tzinfo=UTC)),
    ],
)
def test_ends_when_the_last_member_had_the_whole_grace(zones: tuple[str, ...], expected: datetime) -> None:
    of = challenge().model_copy(update={"members": tuple(person(f"p{n}", zone) for n, zone in enumerate(zones))})
    assert end_due(of) == expected
    assert not is_over(of, expected - timedelta(seconds=1))
    assert is_over(of, expected)


def test_who_left_does_not_keep_it_open() -> None:
    of = ok(join(challenge(), person("bo", "Pacific/Pago_Pago")))
    assert end_due(ok(leave(of, "bo", MON))) == end_due(challenge())


def test_a_race_closes_soon_after_its_target() -> None:
    race = challenge(kind="race", metric="steps", target=1000)
    assert end_due(race, NOW) == NOW + RACE_SETTLES
    assert end_due(race, None) == end_due(race, end_due(race))
    assert end_due(challenge(), NOW) == end_due(challenge())


def test_end_once() -> None:
    done = end(challenge(), NOW, (Place(rank=1, person="ann", value=3),))
    assert end(done, NOW + timedelta(days=1), ()) == done
    assert is_over(done, NOW)
    assert code(may_end(done, "ann")) == code(leave(done, "ann", SUN)) == "ended"


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (MON - timedelta(days=2), ("upcoming", 0, 7, 2)),
        (MON, ("running", 1, 7, 0)),
        (SUN, ("running", 7, 1, 0)),
        (SUN + timedelta(days=1), ("grace", 7, 0, 0)),
    ],
)
def test_board_on_a_day(today: date, expected: tuple[object, ...]) -> None:
    early = person("ann", joined=MON - timedelta(days=2))
    view = board_view(challenge().model_copy(update={"members": (early,)}), (), today)
    assert (view.phase, view.day, view.days_left, view.days_to_start) == expected
    assert phase(end(challenge(), NOW, ()), today) == "ended"


@pytest.mark.parametrize("joined", [MON, MON - timedelta(days=1)])
def test_what_has_begun_stays_begun_for_who_lives_a_day_behind(joined: date) -> None:
    one = challenge().model_copy(update={"members": (person("ann", joined=joined),)})
    scored = (Place(rank=1, person="ann", value=5),)
    for places in (scored,) if joined < MON else (scored, ()):
        view = board_view(one, places, MON - timedelta(days=1))
        assert (view.phase, view.day, view.days_left) == ("running", 1, 7)


def test_board_lines() -> None:
    terms = {"kind": "race", "metric": "distance_m", "activity": "running", "target": 10_000}
    of = ok(leave(challenge("ann", "bo", "cy", "di", **terms), "di", MON))
    standing = (("bo", 7500), ("di", 100), ("ann", 0))
    places = [Place(rank=n, person=who, value=value) for n, (who, value) in enumerate(standing, 1)]
    view = board_view(of, places, MON)
    assert [(line.rank, line.name, line.share) for line in view.lines] == [
        (1, "Bo", 0.75),
        (None, "Ann", 0),
        (None, "Cy", 0),
    ]
    assert (view.lines[0].amount.value, view.lines[0].amount.unit, view.more, view.members) == (7.5, "km", 0, 3)


def test_board_shows_twenty_and_counts_the_rest() -> None:
    crowd = challenge(*(f"p{n}" for n in range(25)))
    places = tuple(Place(rank=n + 1, person=f"p{n}", value=100 - n) for n in range(25))
    view = board_view(crowd, places, MON)
    assert (len(view.lines), view.more, view.members) == (20, 5, 25)
    assert board_view(crowd, places[:20], MON, members=25).more == 5


@pytest.mark.parametrize(
    ("values", "expected"), [((), "nobody"), ((0, 0), "nobody"), ((2, 1), "winner"), ((2, 2), "tie")]
)
def test_outcome(values: tuple[float, ...], expected: str) -> None:
    places = [Place(rank=1 if v == max(values) else 2, person=str(n), value=v) for n, v in enumerate(values)]
    assert outcome(places) == expected


@pytest.mark.parametrize(
    ("share", "expected"), [(0, "▱▱▱▱"), (0.001, "▰▱▱▱"), (0.5, "▰▰▱▱"), (0.999, "▰▰▰▱"), (1, "▰▰▰▰")]
)
def test_bar(share: float, expected: str) -> None:
    assert bar(share, 4) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("  李\n雷 ", "李 雷"),
        ("\u202eevil\u2066", "evil"),
        ("\u200b", ""),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        ("x" * 25, "x" * 23 + "…"),
        ("x" * 22 + "👍🏽👍🏽", "x" * 22 + "…"),
        ("x" * 22 + "e\u0323\u0323\u0323\u0323", "x" * 22 + "…"),
    ],
)
def test_names_on_boards(name: str, expected: str) -> None:
    assert tidy_name(name) == expected


def test_days_as_people_write_them() -> None:
    assert day_shown(date(2026, 6, 6), "en", MON) == "Sat, Jun 6"
    assert day_shown(date(2026, 6, 6), "zh-Hans", MON) == "6月6日周六"
    assert day_shown(date(2027, 1, 2), "en", MON) == "Jan 2, 2027"


def test_group_knows_its_challenges_once() -> None:
    group = Group(title="Friends").with_challenge("a").with_challenge("b").with_challenge("a")
    assert group.challenges == ("b", "a")


def test_documents_round_trip() -> None:
    of = end(challenge("ann", "bo"), NOW, (Place(rank=1, person="ann", value=3.5),))
    assert Challenge.model_validate_json(of.model_dump_json()) == of
