"""Challenges in a group: made with a tap or in plain words, joined with a button, one living board."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.context import Desk, GroupTurn, Reply, chat_aggregate
from core.domain.challenge_terms import TEMPLATES, Refused, Rules, from_template, make_rules
from core.domain.challenges import BoundChat, Challenge, Member, bind, bound_in, may_end
from core.domain.counting import is_counted
from core.domain.group import Group
from core.domain.records import Entry
from core.errors import Conflict, StoreAway
from core.handlers import board as boards
from core.handlers import membership
from core.handlers.challenge_words import Wording, refusal, titles
from core.handlers.request import Request
from core.messages import Button
from core.state.types import Commit
from core.understanding.challenge_words import asks_how_it_stands, command_word, is_never_ranked
from core.understanding.intents import read_intents
from core.understanding.reading import ChallengeTerms

_TRIES = 20
SHOWN = 3
"""Most boards that `/board` shows at once."""


def member_of(turn: GroupTurn) -> Member:
    return Member(person=turn.speaker.person, name=turn.speaker.name, zone=turn.speaker.zone, joined=turn.today)


def _here(turn: GroupTurn) -> BoundChat:
    return BoundChat(chat=turn.chat, language=turn.language)


def _title(turn: GroupTurn, challenge: Challenge) -> str:
    return Wording(turn.words, turn.language, challenge, turn.today).title()


async def keep_group(desk: Desk, turn: GroupTurn, change: Callable[[Group], Group]) -> None:
    """Change the group's document. Safe to repeat."""
    owner = chat_aggregate(turn.chat)
    for _ in range(_TRIES):
        snapshot = await desk.store.load(owner)
        known = snapshot.docs.get("group")
        changed = change(known if isinstance(known, Group) else turn.group)
        if known == changed:
            return
        try:
            await desk.store.commit(Commit(owner, snapshot.revision, docs={"group": changed}))
            return
        except Conflict:
            continue
    raise StoreAway("contended")


async def _remember(desk: Desk, turn: GroupTurn, cid: str) -> None:
    """The challenge lives here from now on. The first one also settles the group's language."""

    def change(group: Group) -> Group:
        settled = group.language if group.language_said or group.challenges else turn.language
        known = group if cid in group.challenges else group.with_challenge(cid)
        return known.model_copy(update={"language": settled})

    await keep_group(desk, turn, change)


# ---- making one


async def challenge(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    """`/challenge`: with terms it is made at once, with a code it is joined, else there are templates to tap."""
    if ask.args.startswith("t:"):
        await _template(desk, turn, ask.args[2:])
        return
    if not ask.intent and await _by_word(desk, turn, ask.args):
        return
    if is_never_ranked(ask.args):
        raise refusal(turn.words, turn.language, Refused(code="never_ranked"))
    terms = ask.intent.terms if ask.intent else terms_said(ask.args)
    running = await _open(desk, turn) if ask.intent and asks_how_it_stands(ask.args) else []
    if terms is not None and _says_enough(terms):
        await _begin(desk, turn, turn.event.id, _rules(turn, terms))
    elif running:
        await board(desk, turn, ask)
    elif membership.looks_like_code(ask.args) or await membership.by_code(desk, ask.args):
        await join(desk, turn, ask)
    else:
        _choose(turn)


async def _by_word(desk: Desk, turn: GroupTurn, args: str) -> bool:
    """`/challenge end`, `/challenge leave`, alone or with a code: as `/end` and `/leave` do it."""
    word, rest = command_word(args)
    if word is None or (rest and not await membership.by_code(desk, rest)):
        return False
    await (end if word == "end" else leave)(desk, turn, Request(rest))
    return True


def terms_said(text: str) -> ChallengeTerms | None:
    """Terms of a challenge in the words, which need not say that it is a challenge."""
    said = (intent.terms for phrase in (text, f"challenge: {text}") for intent in read_intents(phrase))
    return next((terms for terms in said if terms is not None and terms != ChallengeTerms()), None) if text else None


def _says_enough(terms: ChallengeTerms) -> bool:
    """What is to be counted must have been said, or that it is a race; the rest has its usual values."""
    return terms.metric is not None or terms.activity is not None or terms.kind in ("race", "times_per_week")


def _choose(turn: GroupTurn) -> None:
    turn.say("challenge-choose")
    for template in TEMPLATES:
        turn.reply.row(turn.reply.button(f"challenge-template-{template}", f"challenge:t:{template}"))


async def _template(desk: Desk, turn: GroupTurn, name: str) -> None:
    """A card of templates makes one challenge, whoever taps it and however often."""
    template = next((known for known in TEMPLATES if known == name), None)
    card = turn.pressed
    if template is None or card is None:
        turn.notify("stale-button")
        return
    source = f"card:{card.chat.platform}:{card.chat.chat_id}:{card.message_id}"
    await _begin(desk, turn, source, from_template(template, turn.today))


def _rules(turn: GroupTurn, terms: ChallengeTerms) -> Rules | Refused:
    return make_rules(
        turn.today,
        kind=terms.kind,
        metric=terms.metric,
        activity=terms.activity,
        days=terms.days,
        target=terms.target,
        weekdays_only=terms.weekdays_only,
        stake=terms.stake,
    )


async def _begin(desk: Desk, turn: GroupTurn, source: str, rules: Rules | Refused) -> None:
    if isinstance(rules, Refused):
        raise refusal(turn.words, turn.language, rules)
    made = await membership.found(desk, turn.event.id, source, rules, member_of(turn), _here(turn), turn.now)
    if made is None:
        turn.notify("challenge-toast-made")
        return
    await _remember(desk, turn, made.id)
    turn.joined = (made.id,)
    if turn.pressed is not None:
        turn.toast = turn.word("challenge-toast-created")
        turn.reply.in_place = True
        turn.say("challenge-made", title=_title(turn, made))


# ---- joining


async def join(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    """By the button of a card or board, or by a code typed in this chat, which then shows the board, too."""
    code = (ask.intent.code if ask.intent and ask.intent.code else ask.args).strip()
    if turn.pressed is not None:
        await _enter(desk, turn, code)
    elif not membership.legible(code):
        await _join_here(desk, turn)
    elif cid := await membership.by_code(desk, code):
        await _enter(desk, turn, cid)
    else:
        unknown = Refused(code="unknown_code", facts=(("code", membership.legible(code)),))
        raise refusal(turn.words, turn.language, unknown)


async def _join_here(desk: Desk, turn: GroupTurn) -> None:
    """`/join` without a code: the newest challenge of this chat."""
    found = await _open(desk, turn)
    if not found:
        turn.say("challenge-refused-no_challenge")
        return
    await _enter(desk, turn, found[-1].id)


async def _enter(desk: Desk, turn: GroupTurn, cid: str) -> None:
    entered = await membership.enter(desk, turn.event.id, cid, member_of(turn), _here(turn), turn.now)
    await _remember(desk, turn, cid)
    turn.joined = (cid,)
    if turn.pressed is not None:
        turn.toast = turn.word("challenge-toast-joined" if entered.fresh else "challenge-toast-already")
    elif entered.fresh:
        turn.reply.text(Wording(turn.words, turn.language, entered.challenge, turn.today).joined())
    elif entered.bound:
        turn.say("challenge-shared", title=_title(turn, entered.challenge))
    else:
        turn.say("challenge-toast-already")


# ---- what runs here


async def _open(desk: Desk, turn: GroupTurn) -> list[Challenge]:
    """The challenges of this chat that still run, the newest last."""
    return [found for found in await boards.load_all(desk, turn.group.challenges) if found.state == "open"]


async def _mine(desk: Desk, turn: GroupTurn) -> list[Challenge]:
    """Those of them that the speaker is in."""
    return [found for found in await _open(desk, turn) if found.id in turn.speaker.challenges]


async def _named(desk: Desk, args: str) -> str:
    """The challenge a button or a typed code means; empty if none is named."""
    return await membership.by_code(desk, args) or args


async def board(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    """The living board again, at the bottom of the chat."""
    running = await _open(desk, turn)
    if not running:
        turn.say("challenge-refused-no_challenge")
        turn.reply.row(turn.reply.button("challenge-button-new", "challenge"))
        return
    for shown in running[-SHOWN:]:
        await membership.show(desk, turn.event.id, shown.id, _here(turn), turn.now)
    if turn.pressed is not None:
        turn.toast = turn.word("challenge-toast-board")


async def why(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    """One's own score, day by day, in private."""
    chosen = await boards.load_all(desk, [ask.args]) if ask.args and turn.pressed else await _mine(desk, turn)
    found = chosen[-1] if chosen else None
    member = found.member(turn.speaker.person) if found else None
    if found is None or member is None or not member.active:
        turn.notify("challenge-refused-not_member")
        return
    made = await boards.own_score(desk, found, turn.speaker.person)
    assert made is not None
    told = Reply(turn.words, turn.speaker.language)
    told.text(Wording(turn.words, turn.speaker.language, found, turn.today).why(made, member.joined))
    turn.private.append(told)
    turn.notify("challenge-why-sent" if turn.speaker.reachable else "challenge-why-unreachable")


async def invite(desk: Desk, turn: GroupTurn, entries: Sequence[Entry]) -> None:
    """To who is on no board of this chat and logs for the first time what one counts: a tap joins it."""
    if not turn.group.challenges or set(turn.speaker.challenges) & set(turn.group.challenges):
        return
    for found in reversed(await _open(desk, turn)):
        if _counts_any(found, entries) and not _counts_any(found, turn.speaker.said_here):
            turn.say("group-not-in", title=_title(turn, found))
            turn.reply.row(turn.reply.button("challenge-button-join", f"join:{found.id}", primary=True))
            return


async def not_yet(desk: Desk, turn: GroupTurn, entries: Sequence[Entry]) -> None:
    """To a member whose own day is still before the first one, and who logs what is counted: once, from when on."""
    mine = [cid for cid in turn.group.challenges if cid in turn.speaker.challenges]
    for found in await boards.load_all(desk, mine):
        rules = found.rules
        if found.state == "open" and turn.today < rules.starts and _of_sort(rules, entries, turn):
            earlier = [entry for entry in turn.speaker.said_here if entry.at >= found.created]
            if not _of_sort(rules, earlier, turn):
                first = Wording(turn.words, turn.language, found, turn.today).day(rules.starts)
                turn.say("group-counts-from", title=_title(turn, found), first=first)


def _of_sort(rules: Rules, entries: Sequence[Entry], turn: GroupTurn) -> bool:
    return any(entry.day == turn.today and is_counted(rules, entry.record) for entry in entries)


def _counts_any(challenge: Challenge, entries: Sequence[Entry]) -> bool:
    rules = challenge.rules
    return any(rules.counts_on(entry.day) and is_counted(rules, entry.record) for entry in entries)


# ---- leaving, ending


async def leave(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    named, _, asked = ask.args.partition(":")
    if asked and asked != _mark(turn):
        turn.notify("challenge-toast-not-asked")
        return
    mine = await _mine(desk, turn)
    cid = await _named(desk, named) or (mine[0].id if len(mine) == 1 else "")
    if not cid:
        _which(turn, mine)
        return
    left = await membership.quit_(desk, turn.event.id, cid, turn.speaker.person, turn.language, turn.now)
    turn.left = (cid,)
    turn.reply.in_place = True
    turn.say("challenge-left", title=_title(turn, left))


def _which(turn: GroupTurn, mine: Sequence[Challenge]) -> None:
    turn.say("challenge-leave-which" if mine else "challenge-refused-not_member")
    for found, title in titles(turn.words, turn.language, mine, turn.today):
        turn.reply.row(Button(title[:60], f"leave:{found.id}:{_mark(turn)}"))


def _mark(turn: GroupTurn) -> str:
    """Who was asked: others pressing the button must not leave by it."""
    return turn.speaker.person[:8]


async def end(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    """`/end`, or its button: the owner ends it, after a second tap; nobody else can."""
    found = await _to_end(desk, turn, ask.parts[0])
    if found is None:
        turn.notify("challenge-refused-no_challenge")
        return
    confirmed = turn.pressed is not None and ask.parts[-1] == "yes"
    again = confirmed and await desk.store.claimed(boards.aggregate(found.id), turn.event.id)
    refused = None if again else may_end(found, turn.speaker.person)
    if refused is not None:
        raise refusal(turn.words, turn.language, refused)
    if confirmed:
        await membership.close(desk, turn.event.id, found.id, turn.now)
        turn.reply.in_place = True
        turn.say("challenge-ended-now", title=_title(turn, found))
        return
    turn.say("challenge-end-sure", title=_title(turn, found))
    turn.reply.row(turn.reply.button("challenge-button-end-sure", f"cend:{found.id}:yes", danger=True))


async def _to_end(desk: Desk, turn: GroupTurn, named: str) -> Challenge | None:
    """The one named, else the newest here that the speaker may end, else the newest."""
    if named:
        return await boards.load(desk, await _named(desk, named))
    running = await _open(desk, turn)
    own = [found for found in running if found.owner == turn.speaker.person]
    return next(iter(reversed(own or running)), None)


async def retell(desk: Desk, turn: GroupTurn) -> None:
    """The group's language changed: its boards follow."""

    def rebind(challenge: Challenge) -> Challenge | Refused:
        known = bound_in(challenge, turn.chat)
        return bind(challenge, BoundChat(chat=known.chat, language=turn.language)) if known else challenge

    for shown in await _open(desk, turn):
        await membership.change(desk, turn.event.id, shown.id, rebind, turn.language, turn.now)
        await boards.refresh(desk, shown.id, turn.now)
