"""Numbers that count other things than exercises: `0 trips`, `1 grumpy teenager`, `140 of them`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.understanding.tokens import Token

_NO_THING = (
    r"(?:sets|reps|rounds|sides|legs|arms|ways|was|is|as|plus|yes|always|this|thus|minus|lots|towards|afterwards|times"
    r"|secs|mins|sess\w*)\b"
)
_THINGS = re.compile(
    rf" (?:of (?:them|these|those)\b|(?:people|children|men|women|grandkids)\b"
    rf"|(?:(?!for\b|at\b|then\b|in\b|on\b|with\b|of\b)[a-z]{{2,15}} )?(?!{_NO_THING})[a-z]{{2,15}}(?<!s)s(?:[ ,.!;]|$))"
)
_ONE_THING = re.compile(
    r" (?!(?:for|at|and|then|with|set|rep|round|x|in|on|of|each|per|more|to|or|but|by)\b)[a-z]{3,15}"
)
_OTHERS = frozenset({"act", "topic", "qty", "times", "date", "part"})


def counts_things(token: Token, tokens: Sequence[Token], text: str) -> bool:
    """Whether a bare number stands before something that is no exercise, unit or date."""
    if token.kind != "num":
        return False
    thing = (_ONE_THING if token.value == 1 else _THINGS).match(text, token.end)
    return thing is not None and not any(t.kind in _OTHERS and token.end < t.start <= thing.end() for t in tokens)
