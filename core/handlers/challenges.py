"""Challenges in private: join by a code, see boards and one's own score, leave. They are made in groups."""

from __future__ import annotations

from core.context import Desk, PersonTurn
from core.domain.challenges import Challenge, Member, may_end
from core.domain.profile import ADULT
from core.handlers import board as boards
from core.handlers import introduce, membership
from core.handlers.challenge_words import Wording, refusal
from core.handlers.request import Request
from core.messages import Button

PAYLOAD = "join_"
SHOWN = 3
"""Most boards that `/board` shows at once."""


def member_of(turn: PersonTurn) -> Member:
    """The person as others see them: as their platform names them, whatever they told the coach. Under 18 no name is
    shown."""
    shown = "" if turn.age is not None and turn.age < ADULT else turn.event.author.name
    return Member(person=turn.pid, name=shown, zone=turn.person.zone, joined=turn.today)


async def start_or_join(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """`/start`, perhaps from an invitation link."""
    if ask.args.startswith(PAYLOAD):
        await join(desk, turn, Request(ask.args.removeprefix(PAYLOAD)))
        return
    await introduce.start(desk, turn, ask)


async def challenge(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """`/challenge` in private: with a code it joins, else it says where challenges are made."""
    introduce.introduce(turn)
    if ask.args and await membership.by_code(desk, ask.args):
        await join(desk, turn, ask)
        return
    turn.say("challenge-private")
    await _list(desk, turn)


async def join(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """Join by a code, or by a button's id."""
    introduce.introduce(turn)
    code = (ask.intent.code if ask.intent and ask.intent.code else ask.args).strip()
    if not membership.legible(code):
        turn.say("challenge-join-how")
        return
    cid = await membership.by_code(desk, code) or (code if await boards.load(desk, code) else None)
    if cid is None:
        turn.say("challenge-refused-unknown_code", code=membership.legible(code))
        return
    entered = await membership.enter(desk, turn.event.id, cid, member_of(turn), None, turn.now)
    turn.person = turn.person.in_challenge(cid)
    turn.rescore.add(cid)
    if entered.fresh:
        turn.reply.text(Wording(turn.words, turn.language, entered.challenge, turn.today).joined())
    else:
        turn.notify("challenge-toast-already")
    turn.reply.row(turn.reply.button("challenge-button-board", f"board:{cid}"))


async def _open(desk: Desk, turn: PersonTurn) -> list[Challenge]:
    return [found for found in await boards.load_all(desk, turn.person.challenges) if found.state == "open"]


async def _list(desk: Desk, turn: PersonTurn) -> None:
    for found in await _open(desk, turn):
        title = Wording(turn.words, turn.language, found, turn.today).title()
        turn.reply.row(Button(title[:60], f"board:{found.id}"))


async def board(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """The boards of the person's challenges as they stand now."""
    introduce.introduce(turn)
    chosen = await boards.load(desk, ask.args) if turn.pressed is not None and ask.args else None
    if chosen is not None:
        mine = [chosen] if chosen.member(turn.pid) is not None else []
    else:
        mine = await _open(desk, turn)
    if not mine:
        turn.say("challenge-none")
    for shown in mine[-SHOWN:]:
        await _show(desk, turn, shown)


async def _show(desk: Desk, turn: PersonTurn, shown: Challenge) -> None:
    wording = Wording(turn.words, turn.language, shown, turn.today)
    places = await boards.top_places(desk, shown, boards.SHOWN)
    turn.reply.text(wording.board(places, members=len(shown.active), private=True).text)
    why = turn.reply.button("challenge-button-why", f"cwhy:{shown.id}")
    leaving = turn.reply.button("challenge-button-leave", f"leave:{shown.id}")
    turn.reply.row(why, *((leaving,) if shown.state == "open" else ()))


async def why(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """The person's own score, day by day."""
    found = await boards.load(desk, ask.args)
    made = await boards.own_score(desk, found, turn.pid) if found else None
    member = found.member(turn.pid) if found else None
    if found is None or made is None or member is None:
        turn.notify("challenge-refused-not_member")
        return
    turn.reply.text(Wording(turn.words, turn.language, found, turn.today).why(made, member.joined))


async def leave(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """Leave the one named by its code or a button, else the only one."""
    mine = await _open(desk, turn)
    cid = await membership.by_code(desk, ask.args) or ask.args or (mine[0].id if len(mine) == 1 else "")
    if not cid:
        turn.say("challenge-leave-which" if mine else "challenge-none")
        for found in mine:
            title = Wording(turn.words, turn.language, found, turn.today).title()
            turn.reply.row(Button(title[:60], f"leave:{found.id}"))
        return
    left = await membership.quit_(desk, turn.event.id, cid, turn.pid, turn.language, turn.now)
    turn.person = turn.person.out_of_challenge(cid)
    turn.rescore.add(cid)
    turn.say("challenge-left", title=Wording(turn.words, turn.language, left, turn.today).title())


async def end(desk: Desk, turn: PersonTurn, ask: Request) -> None:
    """The owner ends it, after a second tap."""
    cid, sure = ask.parts[0], ask.parts[-1] == "yes"
    found = await boards.load(desk, cid)
    if found is None:
        turn.notify("stale-button")
        return
    again = sure and await desk.store.claimed(boards.aggregate(cid), turn.event.id)
    refused = None if again else may_end(found, turn.pid)
    if refused is not None:
        raise refusal(turn.words, turn.language, refused)
    title = Wording(turn.words, turn.language, found, turn.today).title()
    if sure:
        await membership.close(desk, turn.event.id, cid, turn.now)
        turn.reply.in_place = True
        turn.say("challenge-ended-now", title=title)
        ended = await boards.load(desk, cid) or found
        wording = Wording(turn.words, turn.language, ended, turn.today)
        turn.reply.text(wording.result(ended.result or ()).text)
        return
    turn.say("challenge-end-sure", title=title)
    turn.reply.row(turn.reply.button("challenge-button-end-sure", f"cend:{cid}:yes", danger=True))
