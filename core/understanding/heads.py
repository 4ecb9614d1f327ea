"""Which tokens of a clause begin a record of their own: activities, and measures followed by what they need."""

from __future__ import annotations

from itertools import chain

from core.understanding.activities import counted
from core.understanding.clauses import HEADS, MASS, Clause
from core.understanding.tokens import Token

_VOLUME = frozenset({"l", "ml", "cup", "bottle", "floz", "gallon", "pint"})
_CHANGES = frozenset({"weight_down", "weight_up", "weight_to"})
_TREADMILL = len("treadmill")
_BARE_CHANGE = 15
_SMALL_CHANGE = 5
_LIGHTEST = 40
"""Less is hardly a body weight."""
_KETTLEBELLS = len("kettlebells")


class Heads:
    """One look over a clause and the one that follows, so that each token is judged in constant time."""

    def __init__(self, clause: Clause, follows: Clause | None) -> None:
        self.tokens = clause.tokens
        after = follows.tokens if follows else ()
        self.first: dict[str, int] = {}
        """Where kinds and names of this clause are first said."""
        for at, token in enumerate(clause.tokens):
            self.first.setdefault(token.kind, at)
            self.first.setdefault(token.name, at)
        self.kinds = {t.kind for t in chain(clause.tokens, after)}
        self.amounts = {t.name for t in chain(clause.tokens, after) if t.kind == "qty"}
        own = any(t.kind in ("act", "topic") for t in after)
        self.poured = {t.name for t in clause.tokens if t.kind == "qty"} if own else self.amounts
        self.stepped = "num" in self.kinds or any(_may_be_steps(t) for t in chain(clause.tokens, after))

    def begin(self, at: int) -> bool:
        """Whether the token at a place begins a record here: `water` needs a volume, `lost` a mass, `sleep` a time."""
        token = self.tokens[at]
        if token.kind == "act":
            return not self._is_equipment(token, at)
        return token.kind == "topic" and token.name in HEADS and self._measures(token.name, at)

    def _measures(self, name: str, at: int) -> bool:
        match name:
            case "lighter" | "heavier":
                return at > 0 and self.tokens[at - 1].name in MASS
            case "weight_down" | "weight_up" | "weight_to":
                return self._changes(name, at)
            case "water":
                return "drink" not in self.first and bool(self.poured & _VOLUME)
            case "weight":
                weighed = bool(self.amounts & MASS)
                return weighed or ("num" in self.kinds and not self._said_before("act", at))
            case "sleep" | "nap":
                return bool(self.kinds & {"time", "clock", "num"} or self.amounts & {"dur", "m_or_min"})
            case "steps":
                return self.stepped
            case "rest_day":
                return True
        return bool(self.kinds & {"num", "pair", "qty"})

    def _changes(self, name: str, at: int) -> bool:
        """`lost 2 kg`, `up to 70 kg`, but not `weight down to 70 kg`, where the weight is the measure."""
        if name == "weight_to" and self._said_before("weight", at):
            return False
        if any(t.kind == "act" and counted(t.name) == "lift" for t in self.tokens[:at]):
            # "深蹲减到50公斤"
            return False
        follow = self.tokens[at + 1 : at + 3]
        if follow and follow[0].name == "to":
            follow = follow[1:] if "weight" not in self.first else ()
        if follow and follow[0].kind == "num" and name != "weight_to" and self.tokens[at + 1].name == "to":
            return follow[0].value >= _LIGHTEST and self._alone(at)
        if name != "weight_to" and self._by_little(at):
            return True
        return any(
            (t.kind == "qty" and t.name in (*MASS, "g")) or _small_change(self.tokens[at], t) for t in follow[:1]
        )

    def _by_little(self, at: int) -> bool:
        """`74.5 kg, down 0.3`: whether it was a weight that changed, what was told before says."""
        number = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if number is None or number.kind != "num" or "act" in self.first:
            return False
        if any(t.kind == "topic" and t.name != "weight" for i, t in enumerate(self.tokens) if i != at):
            return False
        return 0 < number.value <= _SMALL_CHANGE and number.start - self.tokens[at].end == 1

    def _alone(self, at: int) -> bool:
        """`down to 79.9`, where nothing else is named."""
        return all(t.kind not in ("act", "topic") for i, t in enumerate(self.tokens) if i != at)

    def _said_before(self, what: str, at: int) -> bool:
        return self.first.get(what, at) < at

    def _is_equipment(self, token: Token, at: int) -> bool:
        """`goblet squats with a kettlebell`, `walk on the treadmill`: what is used names no exercise of its own."""
        if token.name == "running" and token.end - token.start == _TREADMILL:
            return any(t.kind == "act" and t.name in ("walking", "running") for t in self.tokens[:at])
        if token.name != "kettlebell_swing" or token.end - token.start > _KETTLEBELLS:
            return False
        return self._said_before("act", at)


def _may_be_steps(token: Token) -> bool:
    """`9800 steps`, `steps: 12.3k`."""
    return token.name == "step" or (token.name == "km" and token.flag)


def _small_change(token: Token, number: Token) -> bool:
    """`轻了0.8`: a number right behind."""
    return number.kind == "num" and 0 < number.value <= _BARE_CHANGE and token.end == number.start
