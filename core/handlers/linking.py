"""One person, several accounts: a code from one side, typed on the other, joins two diaries into one.

The joining writes several aggregates, so it may be cut off anywhere. What is to be joined is noted under the code
first; every step then does nothing the second time, and the absorbed person is destroyed last, only as it was copied.
The event coming again, or the button pressed again, does what is left.
"""

from __future__ import annotations

import secrets
from typing import NamedTuple

from core.context import Desk, Docs, PersonTurn, outgoing, person_aggregate, score_follow_up
from core.domain import joining
from core.domain import nudges as nudge_rules
from core.domain.joining import replace
from core.domain.person import Person
from core.errors import Conflict, StoreAway
from core.events import Internal
from core.handlers import board, membership, talk
from core.handlers.data import names_of_chat
from core.handlers.request import Request
from core.messages import Message, Send
from core.state.types import Commit, Committed, DueChange, Rate, Snapshot
from core.text import escape

LETTERS, DIGITS = "ABCDEFGHJKMNPQRSTUVWXYZ", "23456789"
"""Without those that look alike."""
CODE_LENGTH = 6
VALID_MIN = 10
CODES, NOTES = "link", "joining"
NOTED_S = 7 * 24 * 3600
GUESSES_PER_S, GUESSES_AT_ONCE = 1 / 12, 5
_TRIES = 20


class Pair(NamedTuple):
    """The person that stays and the one that goes into it."""

    keeper: str
    absorbed: str


# ---- the code
async def link(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """`/link` makes a code; `/link CODE` asks whether to join."""
    said = (ask.intent.code if ask.intent else None) or ask.args
    code = "".join(said.split()).upper()
    if code:
        await _ask(desk, turn, code)
        return
    turn.say("link-code", code=await _new_code(desk, turn.pid), minutes=VALID_MIN)


async def _new_code(desk: Desk, pid: str) -> str:
    for _ in range(_TRIES):
        code = _random_code()
        if await desk.store.put_code(CODES, code, pid, VALID_MIN * 60):
            return code
    raise StoreAway("no free code")


def _random_code() -> str:
    """Six characters with at least one digit and one letter, so that it is never a word or a number."""
    while True:
        code = "".join(secrets.choice(LETTERS + DIGITS) for _ in range(CODE_LENGTH))
        if not code.isalpha() and not code.isdigit():
            return code


async def _ask(desk: Desk, turn: PersonTurn, code: str) -> None:
    if await _guesses(desk, turn):
        return
    keeper = await desk.store.get_code(CODES, code)
    if keeper == turn.pid:
        turn.say("link-own", code=code)
        return
    person = await _person(desk, keeper) if keeper else None
    if person is None:
        turn.say("link-unknown", minutes=VALID_MIN)
        return
    turn.say("link-ask", name=escape(person.name), platform=_platforms(turn, person))
    turn.reply.row(turn.reply.button("link-button-yes", f"link:yes:{code}", primary=True))
    turn.reply.row(turn.reply.button("link-button-no", "link:no"))


async def _guesses(desk: Desk, turn: PersonTurn) -> bool:
    """Whether so many codes were tried that they can only be guesses; then it is said. A button may be forged."""
    guesses = await desk.store.limiter.acquire([Rate(f"link:{turn.pid}", GUESSES_PER_S, GUESSES_AT_ONCE)]) > 0
    if guesses:
        turn.say("link-slow")
    return guesses


async def _person(desk: Desk, pid: str) -> Person | None:
    found = (await desk.store.load(person_aggregate(pid))).docs.get("person")
    return found if isinstance(found, Person) else None


def _platforms(turn: PersonTurn, person: Person) -> str:
    names = dict.fromkeys(turn.word(f"link-platform-{account.ref.platform}") for account in person.accounts)
    return turn.word("list-separator").join(names)


# ---- the joining
async def pressed(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """`link:yes:<code>`, `link:no`."""
    match ask.parts:
        case ("yes", code):
            await _confirmed(desk, turn, code)
        case ("no",):
            turn.reply.in_place = True
            turn.say("link-kept")
        case _:
            turn.notify("stale-button")


async def _confirmed(desk: Desk, turn: PersonTurn, code: str) -> None:
    pair = await _noted(desk, code)
    if pair is None:
        if await _guesses(desk, turn):
            return
        pair = await _note(desk, turn, code)
    if pair is None or turn.pid not in pair or await _person(desk, pair.keeper) is None:
        turn.say("link-unknown", minutes=VALID_MIN)
        return
    absorbed = await desk.store.load(person_aggregate(pair.absorbed))
    if not absorbed.docs:
        turn.notify("link-already")
        return
    await _join(desk, turn, pair, absorbed)
    turn.finished = True


async def _noted(desk: Desk, code: str) -> Pair | None:
    """What was to be joined by this code, if somebody has confirmed it before."""
    noted = await desk.store.get_code(NOTES, code)
    return Pair(*noted.split()) if noted else None


async def _note(desk: Desk, turn: PersonTurn, code: str) -> Pair | None:
    """Take the code: from here on it joins these two and nobody else."""
    keeper = await desk.store.get_code(CODES, code)
    if keeper is None or keeper == turn.pid or await _person(desk, keeper) is None:
        return None
    await desk.store.put_code(NOTES, code, f"{keeper} {turn.pid}", NOTED_S)
    pair = await _noted(desk, code)
    await desk.store.take_code(CODES, code)
    return pair


async def _join(desk: Desk, turn: PersonTurn, pair: Pair, absorbed: Snapshot) -> None:
    """Raises `Conflict` if either of the two changed meanwhile: all of it runs again, then, and finds what was done."""
    person = absorbed.docs["person"]
    assert isinstance(person, Person)
    await _copy(desk, turn, pair, absorbed, person)
    for cid in person.every_challenge:
        await _replace_member(desk, turn, pair, cid)
    for account in person.accounts:
        for name in (account.ref, *names_of_chat(account)):
            await desk.store.bind(name, pair.keeper, expected=pair.absorbed)
    await desk.store.destroy(absorbed.owner, revision=absorbed.revision)


async def _replace_member(desk: Desk, turn: PersonTurn, pair: Pair, cid: str) -> None:
    """One member where there were two names, and one line on the board."""
    if await board.load(desk, cid) is None:
        return
    claim = f"{turn.event.id}:join:{pair.absorbed}"
    await membership.change(
        desk, claim, cid, lambda known: replace(known, pair.absorbed, pair.keeper), turn.language, turn.now
    )
    for pid in (pair.absorbed, pair.keeper):
        await board.project(desk, Internal(claim, turn.now, "score", pid, cid), turn.now)


async def _copy(desk: Desk, turn: PersonTurn, pair: Pair, absorbed: Snapshot, person: Person) -> Committed:
    """The keeper with everything of the absorbed one: a commit that adds only what is missing."""
    store = desk.store
    kept = await store.load(person_aggregate(pair.keeper))
    keeper = kept.docs.get("person")
    if not isinstance(keeper, Person):
        raise Conflict("the keeper is gone")
    old = await store.ledger(kept.owner)
    lines = joining.new_lines(old, await store.ledger(absorbed.owner))
    one = _joined(Docs.of(kept, keeper), Docs.of(absorbed, person))
    recent = joining.recent_of([*old, *lines])
    docs = {name: getattr(one, name) for name in Docs.__slots__} | {"recent": recent}
    entries = sum(line.op == "add" for line in lines)
    return await store.commit(
        Commit(
            kept.owner,
            kept.revision,
            docs=docs,
            ledger=lines,
            outbox=(
                *outgoing(_said(turn, keeper, entries)),
                *(score_follow_up(pair.keeper, cid) for cid in one.person.challenges),
            ),
            due=_due(turn, one, pair.keeper),
            claim=f"{turn.event.id}:{absorbed.revision}",
        )
    )


def _joined(kept: Docs, absorbed: Docs) -> Docs:
    return Docs(
        person=joining.joined_person(kept.person, absorbed.person),
        profile=joining.joined_profile(kept.profile, absorbed.profile),
        dialog=joining.joined_dialog(kept.dialog, absorbed.dialog),
        plans=joining.joined_plans(kept.plans, absorbed.plans),
        recent=kept.recent,
        nudges=joining.joined_nudges(kept.nudges, absorbed.nudges),
        talk=joining.joined_talk(kept.talk, absorbed.talk),
    )


def _due(turn: PersonTurn, one: Docs, pid: str) -> tuple[DueChange, ...]:
    nudge = DueChange("nudge", nudge_rules.next_due(one.nudges, turn.now, one.person.zone, pid))
    return (nudge, DueChange("talk", turn.now + talk.WAITS)) if one.talk.waiting else (nudge,)


def _said(turn: PersonTurn, keeper: Person, entries: int) -> list[Send]:
    """The answer here, and word to the other side."""
    turn.say("link-done", platforms=_platforms(turn, keeper), entries=entries)
    answer = turn.reply.message
    assert answer is not None
    said = [Send(turn.chat, answer, reply_token=turn.event.reply_token)]
    if keeper.home is not None:
        platform = turn.words(keeper.language, f"link-platform-{turn.chat.platform}")
        said.append(Send(keeper.home, Message(turn.words(keeper.language, "link-notice", platform=platform))))
    return said
