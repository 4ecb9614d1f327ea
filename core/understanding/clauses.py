"""Tokens cut into clauses, each with its stance: only what was done by the person goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from core.understanding import cues, cues_zh
from core.understanding.durations import join_durations
from core.understanding.things import counts_things, without_unknown
from core.understanding.tokens import Token

HEADS = frozenset(
    {
        "sleep",
        "nap",
        "weight",
        "weight_down",
        "weight_up",
        "weight_to",
        "lighter",
        "heavier",
        "bp",
        "systolic",
        "diastolic",
        "hr",
        "resting_hr",
        "avg_hr",
        "max_hr",
        "glucose",
        "spo2",
        "temp",
        "water",
        "steps",
        "rest_day",
    }
)
MASS = frozenset({"kg", "lb", "jin", "taijin", "liang"})
_VITAL = frozenset({"bp", "hr", "resting_hr", "systolic", "weight", "spo2", "glucose"})
_FAR = frozenset({"km", "mi", "m"})
_CLOCKED = 60.0
_TOGETHER = frozenset({"and", "n", "&", "+"})
_ME = re.compile(r"\W*(?:\w+ )?(?:me|i|myself)\W*")
"""`me and the missus walked 6k`."""
_MEANWHILE = re.compile(r"\b(?:while|whilst|as)(?: [a-z']+){0,4} $")
"""`45 min on the turbo while my wife watched tv`."""
_SUPPOSED = re.compile(
    r"\W*(?:(?:and|so|but|hey|ok|hi|coach|say|like|also) ,?)*(?:what )?(?:if|suppose|imagine|assuming) "
)
_HEADING = re.compile(r"(?:'?s)?(?: (?:plan|session|workout|menu|training|gym))? ?[:=]")
_ENDED_UP = re.compile(r"\b(?:ended up|wound up|turned into|became|in the end|settled for)\b")
_IN_PLACE = re.compile(
    r"\b(?:just|only)(?= (?:an? |1 )?(?:\d|quick|short|gentle|easy|little|long|light))|\b(?:ended up|settled for)\b"
)
_SUM = re.compile(
    r"\W*(?:(?:my|so far|totals?|summary) )*(?:this|last|past) (?:week|month|year)"
    r"(?: so far|(?:'s)? totals?| in total| summary)?\W*"
)
"""A heading: `this week: 3 runs, 18k`."""
_GAP = re.compile(r"(?<=[^\u4e00-\u9fff ]) (?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens between two separators. `stance` is `done` or `neutral` where they count."""

    tokens: tuple[Token, ...]
    start: int
    end: int
    stance: cues.Stance
    sentence: int
    first_person: bool = False
    rest: bool = False
    """It tells of a day without training."""
    condition: bool = False
    """It makes what follows imagined as well."""
    lasting: bool = False
    """Its stance holds for what is told as done right after it."""
    refers: bool = False
    """It asks about what was told before it."""
    aside: bool = False
    inside: bool = False
    """In brackets: what it says of others ends with it."""
    words: str = ""
    after: str = ""
    """The separator it follows."""
    """It says something else than when what was told before happened."""

    @property
    def told(self) -> bool:
        return self.stance in ("done", "neutral")


def cut(tokens: list[Token], text: str, original: str) -> list[Clause]:
    """The clauses of a folded text in order."""
    clauses: list[Clause] = []
    sentence: list[Clause] = []
    start = number = inside = 0
    after = ""
    ahead = False
    current: list[Token] = []
    for token in [*join_durations(tokens, text), Token("sep", len(text), len(text), flag=True)]:
        if token.kind == "fix" and current:
            # what follows "no wait" corrects what stands before it
            sentence.append(_clause(current, start, token.start, text, original, number))
            start, current = token.start, []
        if token.kind == "date" and _told_and_dated(current):
            sentence.append(_clause(current, start, token.start, text, original, number))
            start, current = token.start, []
        if token.kind != "sep":
            current.append(token)
            continue
        if token.start > start or current:
            parts = _clause_or_two(current, start, token.start, text, original, number)
            sentence += [replace(part, inside=inside > 0, after=after) for part in parts]
        after = token.name
        inside = 1 if token.name == "(" else 0 if token.name == ")" else inside
        start, current = token.end, []
        if token.flag:
            if ahead and not any(_dated(clause) for clause in sentence):
                sentence = [replace(c, stance="plan") if c.stance == "neutral" else c for c in sentence]
            else:
                ahead = bool(sentence) and _heads_plan(sentence[0], text)
            clauses += _settle(sentence, token.name == "?")
            sentence, number = [], number + 1
    return clauses


def _clause_or_two(
    tokens: list[Token], start: int, end: int, text: str, original: str, number: int
) -> tuple[Clause, ...]:
    """`体重61.2kg 妈妈加油`: what is told before a blank counts, whatever the words behind it speak of."""
    clause = _clause(tokens, start, end, text, original, number)
    if clause.told or text.isascii():
        return (clause,)
    for gap in reversed([m.end() for m in _GAP.finditer(text, start, end)]):
        before = [t for t in tokens if t.end <= gap]
        after = [t for t in tokens if t.start >= gap]
        if len(before) + len(after) < len(tokens) or not _tells(before):
            continue
        if not _tells(after) and any(t.kind == "date" and t.value > 0 for t in after):
            # "俯卧撑50个 明天"
            continue
        told = _clause(before, start, gap, text, original, number)
        if told.told:
            return told, _clause(after, gap, end, text, original, number)
    return (clause,)


def _tells(tokens: list[Token]) -> bool:
    """Whether something is both named and measured."""
    named = any(t.kind == "act" or t.name in HEADS for t in tokens)
    return named and any(t.kind in ("qty", "num", "time", "pair", "list") for t in tokens)


def _told_and_dated(tokens: list[Token]) -> bool:
    """`周二跑5km 周三跑3km`: a date before what was done, so that the next one begins anew."""
    dated = next((at for at, t in enumerate(tokens) if t.kind == "date"), len(tokens))
    told = next((at for at, t in enumerate(tokens) if t.kind in ("qty", "num", "time")), 0)
    return dated < told


def _clause(tokens: list[Token], start: int, end: int, text: str, original: str, number: int) -> Clause:
    start, tokens = _own(tokens, start, text[start:end])
    tokens = without_unknown([t for t in tokens if not counts_things(t, tokens, text)], text, start)
    blank = [t for t in tokens if t.kind in ("rir", "fix")]
    words = _without(text, start, end, blank)
    head = next((t.start - start for t in tokens if t.kind in ("act", "qty") or t.name in HEADS), None)
    spoken = _without(original, start, end, blank)
    requested = cues.without_request(words)
    if requested is not None:
        words, spoken = requested, " " * (len(spoken) - len(requested.lstrip())) + requested.lstrip()
    stance = cues.stance(words, spoken, head)
    if requested is not None and stance in ("done", "neutral"):
        return Clause(tuple(tokens), start, end, "done", number, True, words=words)
    if stance == "question" and (asked := cues.question_at(words)) is not None and not _SUPPOSED.match(words):
        told = [t for t in tokens if t.end <= start + asked]
        past = any(t.flag and t.kind == "act" for t in told) and any(t.kind == "qty" for t in told)
        if told and (past or cues.statement_before_question(words) is not None):
            return Clause(tuple(told), start, start + asked, "done", number, True)
    if stance in ("plan", "other", "negated"):
        part = _told_before(tokens, start, words, stance, head, number)
        part = part or _told_after(tokens, start, end, words, stance, number)
        if part is not None:
            return part
    if cues.says_total(words) and (_SUM.fullmatch(words) or any(t.kind == "act" or t.name == "step" for t in tokens)):
        # "ran 20 miles this week" sums up what was logged day by day
        stance = "plan"
    dates = [t for t in tokens if t.kind == "date"]
    past = any(t.flag for t in tokens if t.kind in ("act", "topic"))
    if stance == "neutral" and past:
        stance = "done"
    return Clause(
        tuple(tokens),
        start,
        end,
        stance,
        number,
        cues.says_first_person(words),
        cues.says_rest(words),
        condition=stance == "plan" and cues_zh.is_condition(words),
        lasting=stance in ("other", "negated", "plan") and cues_zh.describes_another(words),
        refers=stance == "question" and cues_zh.refers(words),
        words=words,
        aside=bool(dates) and cues_zh.is_aside(_without(text, start, end, dates)),
    )


def _own(tokens: list[Token], start: int, words: str) -> tuple[int, list[Token]]:
    """Where one's own part of a clause begins, and its tokens."""
    if words.isascii() or not cues_zh.names_another(words):
        return start, tokens
    for first, last in cues_zh.asleep(words):
        tokens = [t for t in tokens if not (t.name == "sleep" and first <= t.start - start < last)]
    own = cues_zh.own_part(words)
    return start + own, [t for t in tokens if t.start >= start + own or t.kind == "date"] if own else tokens


def _told_before(
    tokens: list[Token], start: int, words: str, stance: cues.Stance, head: int | None, number: int
) -> Clause | None:
    """`did 20 burpees lol neighbours must hate me`: what was done is told before the clause turns to something else."""
    at = cues.turns_at(words, stance, head)
    if not at:
        return None
    told = tuple(t for t in tokens if t.end <= start + at)
    if stance == "other" and cues.stance(words[:at], words[:at], head) == "plan":
        return None
    if not any(t.kind in ("qty", "num", "time", "list", "pair") for t in told):
        return None
    done = cues.says_done(words[:at]) or any(t.flag and t.kind in ("act", "topic") for t in told)
    named = any(t.kind == "act" or t.name in HEADS or t.name == "step" for t in told)
    if stance == "other" and done and not named and not words.isascii():
        return Clause(told, start, start + at, "done", number, True)
    if stance == "negated" and not named:
        return Clause(told, start, start + at, "neutral", number)
    if named and not done and stance != "plan" and _MEANWHILE.search(words, 0, at):
        own = cues.stance(words[:at], words[:at], head)
        return Clause(told, start, start + at, own, number) if own in ("done", "neutral") else None
    return Clause(told, start, start + at, "done", number, True) if done and named else None


def _told_after(
    tokens: list[Token], start: int, end: int, words: str, stance: cues.Stance, number: int
) -> Clause | None:
    """`no run today just a 30 min walk`, `planned 10k ended up doing a 7k run`: what was done in place of it."""
    turn = (_IN_PLACE if stance == "negated" else _ENDED_UP).search(words)
    if turn is None:
        return None
    told = [t for t in tokens if t.start >= start + turn.end()]
    before = tokens[: len(tokens) - len(told)]
    if not _tells(told) or (stance == "negated" and not any(t.kind == "act" or t.name in HEADS for t in before)):
        return None
    own = words[turn.end() :]
    if cues.stance(own, own, told[0].start - start - turn.end()) not in ("done", "neutral"):
        return None
    dates = [t for t in tokens if t.kind == "date" and t.value <= 0]
    told = told if any(t.kind == "date" for t in told) else [*dates[-1:], *told]
    return Clause(tuple(told), start + turn.end(), end, "done", number, True, words=own)


def _without(text: str, start: int, end: int, blank: list[Token]) -> str:
    out = text[start:end]
    for token in blank:
        out = out[: token.start - start] + " " * (token.end - token.start) + out[token.end - start :]
    return out


def _settle(sentence: list[Clause], asked: bool) -> list[Clause]:
    """Clauses without a stance of their own take the one before (`tomorrow I will run 5k, 20 squats`); a question mark
    makes a question of its clause and of everything before it that is not told as done."""
    out: list[Clause] = []
    for clause in sentence:
        if clause.stance == "other" and out and clause.after in _TOGETHER and _ME.fullmatch(out[-1].words):
            clause = replace(clause, stance="done", first_person=True)
        before = (out[-1] if out else None) if clause.inside else next((c for c in reversed(out) if not c.inside), None)
        if (
            clause.stance == "neutral"
            and before is not None
            and before.stance in ("plan", "other", "question")
            and (not clause.first_person or before.condition)
            and not ((_ahead(before) or _SUM.fullmatch(before.words)) and _dated(clause))
            and not (before.stance == "other" and (clause.after == "so" or _kept_awake(before, clause)))
        ):
            clause = replace(clause, stance=before.stance, condition=before.condition, lasting=before.lasting)
        elif (
            clause.stance == "done"
            and out
            and out[-1].lasting
            and out[-1].stance in ("other", "negated", "plan")
            and not clause.first_person
        ):
            clause = replace(clause, stance=out[-1].stance, lasting=True)
        out.append(clause)
    own = bool(out) and out[-1].first_person and out[-1].stance == "done"
    if asked and out and not own and (len(out) == 1 or out[-1].tokens):
        out[-1] = replace(out[-1], stance="question")
    asked = asked or any(c.stance == "question" and not c.inside for c in out)
    asked = asked and not any(c.refers for c in out)
    if asked and not (out and any(t.kind == "date" for t in out[0].tokens)):
        out = [replace(c, stance="question") if c.stance == "neutral" and not _measured(c) else c for c in out]
    return out


def _heads_plan(clause: Clause, text: str) -> bool:
    """`Tomorrow: legs.`: what the following sentences tell is to come."""
    day = clause.tokens[0] if clause.tokens else None
    return day is not None and day.kind == "date" and day.value > 0 and bool(_HEADING.match(text, day.end))


def _kept_awake(other: Clause, clause: Clause) -> bool:
    """`baby up all night, maybe 3h sleep`: nothing that another did is measured."""
    told = any(t.kind in ("act", "topic", "qty", "num", "time") for t in other.tokens)
    return clause.after == "," and not told and any(t.kind == "topic" and t.name == "sleep" for t in clause.tokens)


def _ahead(clause: Clause) -> bool:
    return clause.stance == "plan" and any(t.kind == "date" and t.value > 0 for t in clause.tokens)


def _dated(clause: Clause) -> bool:
    """Whether it is of today or an earlier day."""
    return any(t.kind == "date" and t.value <= 0 for t in clause.tokens)


def _measured(clause: Clause) -> bool:
    """`bp 142/91, should I worry?`, `5k run 25:30, progress?`: what was measured is told, whatever is asked of it."""
    if any(t.kind == "time" and t.value >= _CLOCKED for t in clause.tokens) and any(
        t.kind == "act" for t in clause.tokens
    ):
        return any(t.kind == "qty" and t.name in _FAR for t in clause.tokens)
    if not any(t.kind == "topic" and t.name in _VITAL for t in clause.tokens):
        return False
    return any(t.kind in ("num", "pair") or t.name in MASS or t.name == "bpm" for t in clause.tokens)
