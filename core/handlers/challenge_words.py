"""A challenge in words: its title, its rule card, the board, the result, why a score is what it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from core.domain.board import (
    Amount,
    BoardLine,
    BoardView,
    bar,
    board_view,
    late_join_days,
    metric_amount,
    outcome,
    score_amount,
    whole_weeks,
)
from core.domain.challenge_terms import IN_TIMES, Refused
from core.domain.challenges import Challenge, Place
from core.domain.date_display import day_shown
from core.domain.days import local_day
from core.domain.scoring import DayScore, MemberScore
from core.domain.standings import winners
from core.errors import CoachError
from core.handlers.wording import activity_text
from core.i18n import Value, Words
from core.messages import Button, Message
from core.text import escape

_DAYS_EXPLAINED = 14


class Wording:
    """Words about one challenge for readers of one language, on one day."""

    def __init__(self, words: Words, language: str, challenge: Challenge, today: date) -> None:
        self._words = words
        self.language = language
        self._challenge = challenge
        self._rules = challenge.rules
        self._today = today

    def say(self, message_id: str, **values: Value) -> str:
        return self._words(self.language, message_id, **values)

    def day(self, day: date) -> str:
        return day_shown(day, self.language, self._today)

    def amount(self, amount: Amount) -> str:
        return self.say("board-value", unit=amount.unit, value=amount.value)

    # ---- titles
    def _activity(self) -> str | None:
        name = self._rules.activity
        return self.say(f"activity-{name}") if name else None

    def goal(self) -> str:
        """The target with its unit; empty where there is none."""
        rules = self._rules
        if rules.target is None:
            return ""
        return self._of_activity("challenge-goal", metric_amount(rules.metric, rules.target))

    def _of_activity(self, message_id: str, amount: Amount, **more: Value) -> str:
        activity = self._activity()
        if activity is None:
            return self.say(message_id, unit=amount.unit, value=amount.value, **more)
        return self.say(f"{message_id}-activity", unit=amount.unit, value=amount.value, activity=activity, **more)

    def title(self) -> str:
        rules = self._rules
        match rules.kind:
            case "total":
                return self._of_activity("challenge-title-total", metric_amount(rules.metric, 0), days=rules.days)
            case "race":
                return self.say("challenge-title-race", goal=self.goal())
            case "daily_goal":
                return self.say("challenge-title-daily_goal", days=rules.days, goal=self.goal())
            case "times_per_week":
                weeks = whole_weeks(rules)
                return self.say("challenge-title-times_per_week", weeks=weeks, days=rules.days, goal=self.goal())

    # ---- the rule card
    def card(self) -> Message:
        """The rules, with the buttons to join and to see one's score."""
        return Message("\n".join(self._card_lines()), self.buttons())

    def _card_lines(self) -> Iterator[str]:
        rules = self._rules
        yield self.say("challenge-card-title", title=self.title())
        if rules.days == 1:
            yield self.say("challenge-card-one-day", first=self.day(rules.starts))
        else:
            yield self.say("challenge-card-period", first=self.day(rules.starts), last=self.day(rules.last_day))
        if rules.weekdays_only:
            yield self.say("challenge-card-weekdays")
        if rules.kind == "total" and rules.target is not None:
            yield self.say("challenge-card-target", goal=self.goal())
        if rules.stake:
            yield self.say("challenge-card-stake", stake=escape(rules.stake))
        yield ""
        yield self.say("challenge-card-days")
        yield from self._counting_lines()
        yield self.say("challenge-card-late")
        yield self.say("challenge-card-race" if rules.kind == "race" else "challenge-card-ties")
        yield self.say("challenge-card-code", code=self._challenge.code)
        yield self.say("challenge-card-end")

    def _counting_lines(self) -> Iterator[str]:
        rules = self._rules
        if rules.kind == "times_per_week":
            yield self.say("challenge-card-times" if rules.metric in IN_TIMES else "challenge-card-weekly")
        if rules.metric not in IN_TIMES and self._is_capped():
            yield self.say("challenge-card-cap", amount=self.amount(metric_amount(rules.metric, rules.day_cap)))
        if rules.metric == "minutes" and rules.activity is None:
            yield self.say("challenge-card-sets")

    def _is_capped(self) -> bool:
        """Whether a day's cap could matter: not where a day's goal counts once, nor where the target is no more."""
        rules = self._rules
        return rules.kind != "daily_goal" and (rules.target is None or rules.target > rules.day_cap)

    def buttons(self) -> tuple[tuple[Button, ...], ...]:
        cid = self._challenge.id
        return (
            (
                Button(self.say("challenge-button-join"), f"join:{cid}", style="primary"),
                Button(self.say("challenge-button-why"), f"cwhy:{cid}"),
            ),
        )

    # ---- the board
    def board(self, places: Sequence[Place], *, members: int | None = None, private: bool = False) -> Message:
        """`private`: for a member alone, without the invitation to tap."""
        view = board_view(self._challenge, places, self._today, members=members)
        lines = [self.say("board-title", title=self.title()), self._phase(view), ""]
        lines += [self._line(line) for line in view.lines] or [self.say("board-empty")]
        if view.more:
            lines.append(self.say("board-more", count=view.more))
        if view.phase in ("upcoming", "running"):
            lines += ["", self.say("board-hint-log", example=self._example())]
            lines.append(self.say("challenge-card-code" if private else "board-hint-join", code=self._challenge.code))
        return Message("\n".join(lines), self._board_buttons(view))

    def _board_buttons(self, view: BoardView) -> tuple[tuple[Button, ...], ...]:
        """Who joins after the last day could not score any more."""
        if view.phase == "ended":
            return ()
        return tuple(row[-1:] for row in self.buttons()) if view.phase == "grace" else self.buttons()

    def _example(self) -> str:
        """How one could log what is counted."""
        unit, activity = metric_amount(self._rules.metric, 0).unit, self._activity()
        if activity is None or unit == "steps":
            return self.say("board-example", unit=unit)
        return self.say("board-example-activity", unit=unit, activity=activity)

    def _phase(self, view: BoardView) -> str:
        match view.phase:
            case "upcoming":
                first = self.day(self._rules.starts)
                return self.say("board-upcoming", days=view.days_to_start, first=first)
            case "running":
                return self.say("board-running", day=view.day, days=view.days, left=view.days_left)
            case "grace":
                return self.say("board-grace")
            case "ended":
                return self.say("board-ended", date=self.day(self._ended_on()))

    def _ended_on(self) -> date:
        """The local day of who looked after it."""
        ended, owner = self._challenge.ended_at, self._challenge.member(self._challenge.owner)
        return local_day(ended, owner.zone if owner else "UTC") if ended else self._today

    def name(self, person: str) -> str:
        member = self._challenge.member(person)
        if member is None or member.former:
            return self.say("challenge-former-member")
        return isolated(escape(member.name)) or self.say("board-nameless")

    def _line(self, line: BoardLine) -> str:
        name = self.name(line.person)
        if line.rank is None:
            return self.say("board-line-start", name=name)
        values: dict[str, Value] = {
            "rank": self.say("board-rank", rank=line.rank),
            "name": name,
            "value": self.amount(line.amount),
        }
        if line.reached:
            return self.say("board-line-reached", **values)
        if line.share is not None:
            return self.say("board-line-bar", bar=bar(line.share), **values)
        return self.say("board-line", **values)

    # ---- joining
    def joined(self) -> str:
        """To who joins today."""
        rules = self._rules
        if self._today < rules.starts:
            return self.say("challenge-joined-upcoming", title=self.title(), first=self.day(rules.starts))
        if self._today == rules.starts:
            return self.say("challenge-joined", title=self.title())
        return self.say("challenge-joined-late", title=self.title(), days=late_join_days(rules, self._today))

    # ---- the result
    def result(self, places: Sequence[Place]) -> Message:
        first = winners(places)
        lines = [self.say("challenge-result-title", title=self.title()), ""]
        match outcome(places):
            case "nobody":
                lines.append(self.say("challenge-result-nobody"))
            case "winner":
                lines.append(self.say("challenge-result-winner", name=self.name(first[0]), value=self._first(places)))
            case "tie":
                names = self.say("list-join").join(self.name(person) for person in first)
                lines.append(self.say("challenge-result-tie", names=names, value=self._first(places)))
        lines += self._result_more(places)
        again = Button(self.say("challenge-button-new"), "challenge")
        return Message("\n".join(lines), ((again,),))

    def _first(self, places: Sequence[Place]) -> str:
        return self.amount(score_amount(self._rules, places[0].value))

    def _result_more(self, places: Sequence[Place]) -> Iterator[str]:
        view = board_view(self._challenge, places, self._today)
        yield from (self._line(line) for line in view.lines)
        reached = sum(place.reached for place in places)
        if reached and self._rules.kind != "race":
            yield self.say("challenge-result-reached", count=reached)
        if self._rules.stake and len(places) > 1 and outcome(places) != "nobody":
            yield self.say("challenge-result-stake", stake=escape(self._rules.stake))
        yield ""
        yield self.say("challenge-result-thanks")

    # ---- why
    def why(self, score: MemberScore, joined: date) -> str:
        """A person's own score, day by day, with every cap and rule that touched it."""
        value = self.amount(score_amount(self._rules, score.value))
        lines = [self.say("challenge-why-title", title=self.title(), value=value)]
        lines.append(self.say(f"challenge-why-{self._rules.kind}", goal=self.goal()))
        if joined > self._rules.starts:
            lines.append(self.say("challenge-why-since", first=self.day(joined)))
        days = [self._day_line(day) for day in score.days[-_DAYS_EXPLAINED:]]
        return "\n".join((*lines, "", *(days or [self.say("challenge-why-none")])))

    def _day_line(self, day: DayScore) -> str:
        counted, raw = (metric_amount(self._rules.metric, value) for value in (day.counted, day.raw))
        name = self.day(day.day)
        if counted.value != raw.value:
            line = self.say("challenge-why-day-part", date=name, value=self.amount(counted), raw=self.amount(raw))
        else:
            met = day.ok and self._rules.kind == "daily_goal"
            message_id = "challenge-why-day-ok" if met else "challenge-why-day"
            line = self.say(message_id, date=name, value=self.amount(counted))
        why = self.say("list-join").join(self.say(f"challenge-why-{code}") for code in day.why)
        return f"{line} ({why})" if why else line


def isolated(name: str) -> str:
    """A name written from right to left, set apart so that the rest of its line keeps its order."""
    if any(unicodedata.bidirectional(character) in ("R", "AL") for character in name):
        return f"\u2068{name}\u2069"
    return name


def refusal(words: Words, language: str, refused: Refused) -> CoachError:
    """What cannot be done, as an error with its words' variables."""
    facts: dict[str, str | float | int] = dict(refused.facts)
    if refused.code == "target_unreachable":
        amount = metric_amount(facts["metric"], float(facts["most"]))  # type: ignore[arg-type]
        facts = {"most": words(language, "board-value", unit=amount.unit, value=amount.value)}
    elif refused.code == "not_measured":
        facts = {"activity": activity_text(words, language, str(facts["activity"]))}
    return CoachError(f"challenge-refused-{refused.code}", **facts)


def titles(
    words: Words, language: str, challenges: Iterable[Challenge], today: date
) -> Iterator[tuple[Challenge, str]]:
    """Challenges with their titles, for buttons to choose from."""
    for challenge in challenges:
        yield challenge, Wording(words, language, challenge, today).title()
