"""Numbers that count other things than exercises: `0 trips`, `1 grumpy teenager`, `140 of them`."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence

from core.understanding.tokens import Token

_NO_THING = (
    r"(?:jumps|skips|swings|hits|sets|reps|rounds|sides|legs|arms|ways|was|is|as|plus|yes|always|this|thus|minus|lots|towards|afterwards|times"
    r"|secs|mins|sess\w*)\b"
)
_THINGS = re.compile(
    rf" (?:of (?:them|these|those)\b|(?:people|children|men|women|grandkids)\b"
    rf"|(?:(?!for\b|at\b|then\b|and\b|or\b|plus\b|but\b|in\b|on\b|with\b|of\b)[a-z]{{2,15}} )?(?!{_NO_THING})[a-z]{{2,15}}(?<!s)s(?:[ ,.!;]|$))"
)
_ONE_THING = re.compile(
    r" (?!(?:for|at|and|then|with|set|rep|round|x|in|on|of|each|per|more|to|or|but|by)\b)[a-z]{3,15}"
)
_UNKNOWN = re.compile(
    r" ?(?:then |and |plus |also )?(?:(?:ab|abs?) (?:wheel|roller)|roll ?outs?|ab roll ?outs?|dead ?bugs?|bird ?dogs?|pallof press(?:es)?|good mornings?|nordics?|nordic curls?|copenhagens?|muscle[- ]ups?|monster walks?|jefferson curls?|hip abduct\w+|adduct\w+|back extensions?|hyperextensions?|hypers|reverse hypers?|glute kickbacks?|donkey kicks|woodchop\w*|wood chops?|tib raises?|wrist curls?|neck curls?|rear delt \w+|reverse fl(?:y|ies|yes|ys)|ghd \w+|rope climbs?|inverted rows?|australian pull ?ups|scap \w+):? [^,.;]{0,12}\d{1,2} ?x ?\d"
    r"| ?(?:[a-z]{3,12} ){0,2}(?!(?:sets|reps|rounds|pounds|kilos|this|plus|drops|was|always|steps|drop sets|minutes|singles|doubles"
    r"|triples|sides|legs|arms|miles|times|backoffs|dumbbells|yards|lbs|kgs|kms|mins|hours|splits|results?|numbers|dbs|as|is|has|towards)\b)[a-z]{3,14}(?<!s)s:? \d{1,2} ?x ?\d"
)
"""An exercise without a known name at the head of its clause: `clamshells 3x15`."""
_AT_HOUR = re.compile(r"\b(?:at|by|till?|until|around) $")
"""`asleep at 1 woke at 7`."""
_OTHERS = frozenset({"act", "topic", "qty", "times", "date", "part"})


def counts_things(token: Token, tokens: Sequence[Token], text: str) -> bool:
    """Whether a bare number stands before something that is no exercise, unit or date."""
    if token.kind != "num" or _AT_HOUR.search(text, max(0, token.start - 8), token.start):
        return False
    thing = (_ONE_THING if token.value == 1 else _THINGS).match(text, token.end)
    return thing is not None and not any(t.kind in _OTHERS and token.end < t.start <= thing.end() for t in tokens)


def without_unknown(tokens: list[Token], text: str, start: int) -> list[Token]:
    """The tokens of a clause less the sets of an exercise that no list names."""
    if not _UNKNOWN.match(text, start) or any(t.kind in ("act", "topic") for t in tokens):
        return tokens
    return [t for t in tokens if t.kind in ("date", "part", "sep")]
