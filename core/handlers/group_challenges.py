"""Challenges in a group: made with a tap or in plain words, joined with a button, one living board."""

from __future__ import annotations

from core.context import Desk, GroupTurn, Reply
from core.domain.board import late_join_days
from core.domain.challenge_terms import TEMPLATES, Refused, Rules, from_template, make_rules
from core.domain.challenges import BoundChat, Challenge, Member, bind, may_end
from core.errors import Conflict
from core.handlers import board as boards
from core.handlers import membership
from core.handlers.challenge_words import Wording, refusal, titles
from core.handlers.request import Request
from core.messages import Button
from core.state.types import Aggregate, Commit
from core.understanding.intents import read_intents
from core.understanding.reading import ChallengeTerms

_TRIES = 20


def member_of(turn: GroupTurn) -> Member:
    return Member(
        person=turn.speaker.person, name=turn.speaker.name, zone=turn.speaker.zone, joined=turn.today
    )


def _here(turn: GroupTurn) -> BoundChat:
    return BoundChat(chat=turn.chat, language=turn.language)


async def keep_group(desk: Desk, turn: GroupTurn, **update: object) -> None:
    """Change the group's document. Safe to repeat."""
    owner = Aggregate("chat", f"{turn.chat.platform}:{turn.chat.chat_id}")
    for _ in range(_TRIES):
        snapshot = await desk.store.load(owner)
        known = snapshot.docs.get("group", turn.group)
        changed = known.model_copy(update=update)
        if snapshot.docs.get("group") == changed:
            return
        try:
            await desk.store.commit(Commit(owner, snapshot.revision, docs={"group": changed}))
            return
        except Conflict:
            continue


async def challenge(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    """`/challenge`: with terms it is made at once, with a code it is joined, else there are templates to tap."""
    terms = ask.intent.terms if ask.intent else terms_said(ask.args)
    if ask.args.startswith("t:"):
        await _template(desk, turn, ask.args[2:])
    elif terms is not None:
        await _begin(desk, turn, _rules(turn, terms))
    elif ask.args and await membership.by_code(desk, ask.args):
        await join(desk, turn, ask)
    else:
        _choose(turn)


def terms_said(text: str) -> ChallengeTerms | None:
    """Terms of a challenge in the words, which need not say that it is a challenge."""
    said = (intent.terms for phrase in (text, f"challenge: {text}") for intent in read_intents(phrase))
    return next((terms for terms in said if terms is not None and terms != ChallengeTerms()), None) if text else None


def _choose(turn: GroupTurn) -> None:
    turn.say("challenge-choose")
    for template in TEMPLATES:
        turn.reply.row(turn.reply.button(f"challenge-template-{template}", f"challenge:t:{template}"))


async def _template(desk: Desk, turn: GroupTurn, name: str) -> None:
    template = next((known for known in TEMPLATES if known == name), None)
    if template is None:
        turn.notify("stale-button")
        return
    await _begin(desk, turn, from_template(template, turn.today))


def _rules(turn: GroupTurn, terms: ChallengeTerms) -> Rules | Refused:
    return make_rules(
        turn.today, kind=terms.kind, metric=terms.metric, activity=terms.activity, days=terms.days, target=terms.target,
        weekdays_only=terms.weekdays_only, stake=terms.stake,
    )


async def _begin(desk: Desk, turn: GroupTurn, rules: Rules | Refused) -> None:
    if isinstance(rules, Refused):
        raise refusal(turn.words, turn.language, rules)
    if turn.pressed is not None and await _made_by_this_card(desk, turn):
        turn.notify("stale-button")
        return
    source = _source(turn)
    made = await membership.found(desk, source, rules, member_of(turn), _here(turn), turn.now)
    group = turn.group.with_challenge(made.id)
    await keep_group(desk, turn, challenges=group.challenges, language=turn.language, title=turn.group.title)
    turn.joined = (made.id,)
    if turn.pressed is not None:
        turn.toast = turn.word("challenge-toast-created")
        turn.reply.in_place = True
        turn.say("challenge-made", title=Wording(turn.words, turn.language, made, turn.today).title())


def _source(turn: GroupTurn) -> str:
    """What makes the challenge: a message, or the card whose button was pressed, however often and by whom."""
    card = turn.pressed
    return turn.event.id if card is None else f"card:{card.chat.platform}:{card.chat.chat_id}:{card.message_id}"


async def _made_by_this_card(desk: Desk, turn: GroupTurn) -> bool:
    """A template card makes one challenge; another tap on it (also by somebody else) changes nothing."""
    made = await boards.load(desk, membership.challenge_id(_source(turn)))
    return made is not None and made.owner != turn.speaker.person


async def join(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    """By the button of a card or board, or by a code typed in this chat, which then shows the board, too."""
    code = (ask.intent.code if ask.intent and ask.intent.code else ask.args).strip()
    if not code:
        await _join_here(desk, turn)
        return
    by_button = turn.pressed is not None
    cid = code if by_button else await membership.by_code(desk, code)
    if cid is None:
        turn.say("challenge-refused-unknown_code", code=code.upper()[:12])
        return
    await _enter(desk, turn, cid)


async def _join_here(desk: Desk, turn: GroupTurn) -> None:
    """`/join` without a code: the newest challenge of this chat."""
    found = await _open(desk, turn)
    if not found:
        turn.say("challenge-refused-no_challenge")
        return
    await _enter(desk, turn, found[-1].id)


async def _enter(desk: Desk, turn: GroupTurn, cid: str) -> None:
    changed, fresh = await membership.enter(desk, turn.event.id, cid, member_of(turn), _here(turn), turn.now)
    if cid not in turn.group.challenges:
        group = turn.group.with_challenge(cid)
        await keep_group(desk, turn, challenges=group.challenges, language=turn.language)
    turn.joined = (cid,)
    if turn.pressed is not None:
        turn.toast = turn.word("challenge-toast-joined" if fresh else "challenge-toast-already")
        return
    title = Wording(turn.words, turn.language, changed, turn.today).title()
    left = late_join_days(changed.rules, turn.today)
    if not fresh:
        turn.say("challenge-toast-already")
    elif turn.today > changed.rules.starts:
        turn.say("challenge-joined-late", title=title, days=left)
    else:
        turn.say("challenge-joined", title=title)


async def _open(desk: Desk, turn: GroupTurn) -> list[Challenge]:
    """The challenges of this chat that still run, the newest last."""
    found = [await boards.load(desk, cid) for cid in turn.group.challenges]
    return [challenge for challenge in found if challenge is not None and challenge.state == "open"]


async def board(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    """The living board again, at the bottom of the chat."""
    running = await _open(desk, turn)
    if not running:
        turn.say("challenge-refused-no_challenge")
        turn.reply.row(turn.reply.button("challenge-button-new", "challenge"))
        return
    for number, shown in enumerate(running[-3:]):
        await membership.show(desk, f"{turn.event.id}:{number}", shown, _here(turn), turn.now)
    if turn.pressed is not None:
        turn.toast = turn.word("challenge-toast-board")


async def why(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    """One's own score: in short as a toast here, day by day in private."""
    found = await boards.load(desk, ask.args) if ask.args else next(iter(reversed(await _open(desk, turn))), None)
    made = await boards.own_score(desk, found, turn.speaker.person) if found else None
    member = found.member(turn.speaker.person) if found else None
    if found is None or made is None or member is None or not member.active:
        turn.notify("challenge-refused-not_member")
        return
    wording = Wording(turn.words, turn.speaker.language, found, turn.today)
    told = Reply(turn.words, turn.speaker.language)
    told.text(wording.why(made, member.joined))
    turn.private.append(told)
    turn.notify("challenge-why-sent" if turn.speaker.reachable else "challenge-why-unreachable")


async def leave(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    running = await _open(desk, turn)
    mine = [c for c in running if (m := c.member(turn.speaker.person)) is not None and m.active]
    cid = ask.args or (mine[-1].id if len(mine) == 1 else "")
    if not cid:
        turn.say("challenge-leave-which" if mine else "challenge-refused-not_member")
        for found, title in titles(turn.words, turn.language, mine, turn.today):
            turn.reply.row(Button(title[:60], f"leave:{found.id}"))
        return
    left = await membership.quit_(desk, turn.event.id, cid, turn.speaker.person, turn.language, turn.now)
    turn.left = (cid,)
    if turn.pressed is not None:
        turn.toast = turn.word("challenge-toast-left")
    else:
        turn.say("challenge-left", title=Wording(turn.words, turn.language, left, turn.today).title())


async def end(desk: Desk, turn: GroupTurn, ask: Request) -> None:
    """`/end`, or its button: the owner ends it, after a second tap; nobody else can."""
    running = await _open(desk, turn)
    cid = ask.parts[0] or (running[-1].id if running else "")
    found = await boards.load(desk, cid) if cid else None
    if found is None:
        turn.notify("challenge-refused-no_challenge")
        return
    refused = may_end(found, turn.speaker.person)
    if refused is not None:
        raise refusal(turn.words, turn.language, refused)
    if ask.parts[-1] == "yes":
        await membership.close(desk, turn.event.id, cid, turn.now)
        turn.reply.in_place = True
        turn.say("challenge-toast-ended")
        return
    turn.say("challenge-end-sure", title=Wording(turn.words, turn.language, found, turn.today).title())
    turn.reply.row(turn.reply.button("challenge-button-end-sure", f"cend:{cid}:yes", danger=True))


async def retell(desk: Desk, turn: GroupTurn) -> None:
    """The group's language changed: its boards follow."""
    for shown in await _open(desk, turn):
        if any(bound.chat == turn.chat for bound in shown.chats):
            await membership.change(
                desk, turn.event.id, shown.id, lambda challenge: bind(challenge, _here(turn)), turn.language, turn.now
            )
            await boards.refresh(desk, shown.id, turn.now)
