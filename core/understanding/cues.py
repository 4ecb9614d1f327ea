"""Whether a clause tells of something done: plans, questions, negations and other people's deeds do not count."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from typing import Literal

from core.understanding import cues_en, cues_zh
from core.understanding.idioms_en import FIGURATIVE
from core.understanding.names_en import OF_NAMED
from core.understanding.triggers import OneOf, guarded

Stance = Literal["done", "neutral", "plan", "question", "negated", "other"]

_EN_PAST = (
    r"ran|did|done|walked|swam|biked|cycled|rode|hit|completed|finished|managed|logged|clocked|lifted|benched"
    r"|squatted|deadlifted"
    r"|slept|weighed|crushed|smashed|nailed|went|jogged|hiked|rowed|played|climbed|drank|had|got|took|made(?! (?:me|us|him|her|them)\b)"
    r"|knocked out|banged out"
    r"|measured|was|were|pulled|pushed|pressed|curled|skipped rope|jumped|napped|woke|covered|trained"
    r"|worked out|danced|skied|planked"
)
_EN_DONE = guarded(
    rf"\b(?:{_EN_PAST})\b|\bjust (?!now\b)|\bforgot to (?:log|mention|say|tell|add|record|put|track|note|enter|report|post|update|write)\b|\bi've\b|\bdone\b"
)
_AHEAD = (
    r"will\b|i'll|ill (?=run|do|go|walk)|we'll|gonna|going to(?! the| a\b| my| bed| sleep)|plan(?:ning|s)? (?:to|on|for)"
    r"|planning|(?<!as )planned|want(?:ed|s|ing)? to|wanna|would(?! (?:say|call))"
    r"|i'?d (?:rather|sooner|love|like|prefer|fit|do|run|go|need|be|take|try|never|have to|hate|want|get|walk|swim|ride|lift|bike)\b"
    r"|hop(?:e|ing)\b|aim(?:ing)?(?: to| for)|intend\w*"
    r"|wants (?:me|my|us|you)\b|should\b(?!'ve been| have been)|must\b(?!'ve| have| be\b)|need(?:ed)? to|have to|(?:i've|ive|we've) got to|gotta|about to"
    r"|thinking (?:of|about)|think of\b|try(?:ing)? to|meant to|(?:no idea|not sure|wonder(?:ing)?|dunno|don't know) (?:when|if|how|whether|i)\b"
    r"|training for|sign(?:ed|ing)? (?:me )?up|registered|(?:is|are|got|have|i've) booked|booked (?:in|for|a|on)|(?:class|session|court|lane|slot|training|spin|yoga|pt) booked|remind|let'?s(?! go+\b)|next (?:week|month|time|year)"
    r"|later(?: today| tonight|$)|supposed to|ready to|might\b|wish|could(?:'ve| have)|recommend|(?:got|been|was|is|get|has been) (?:moved|postponed|rescheduled|pushed back|pushed to|delayed|called off)|on (?:the|my) (?:agenda|menu|cards|to do list|bucket list)"
)
"""Talk of what is to come: what a clause tells as done before it stays done."""
_EN_AHEAD = re.compile(rf"\b(?:{_AHEAD})")
_EN_PLAN = guarded(
    rf"\b(?:{_AHEAD}"
    r"|dream(?:t|ed|ing)?|(?<!even )if (?:i|you|we)\b|suppose|imagine|put me down for|rematch|(?:program(?:me)?|plan|app|coach|schedule) (?:has|says|calls for)"
    r"|as soon as i|calls for|prescribed"
    r"|(?:almost|nearly)(?! (?:died|killed|dead|threw|puked|cried|vomited|passed out|fainted|fell|there|done|broke|gave up|collapsed|missed))|used to|usually|normally|typically|generally|every (?!set|rep|game|match|round|point|lap|length|minute|second|bit|one|hill|stroke|muscle|hole|rally|single (?:set|rep|game)|\d+ ?(?:min|sec|s\b|m\b|k))\w+"
    r"|each (?:day|week|morning)|(?:per|a|(?<!/)1) (?:day(?! off|:)|week(?! ago))|daily|always|often|when i was"
    r"|\d+ (?:years?|months?) ago|i'd love"
    r"|suggest|give me|make me|build me|create|i can\b(?!'t)|(?<!was )(?<!were )(?<!n't )able to|schedul\w+"
    r"|swap (?:the|my|out|it|these|those)|replace (?:the|my|it|these)|in exchange for"
    r"|tried to|attempted to|(?:whoever|loser|losers|last one|anyone|who)(?: \w+){0,2} (?:does|do|owes?|has to|pays?)\b|i owe"
    r"|\d+ more (?:kg|lbs?|pounds|weeks?|days?|months?) to go"
    r"|let me|gets? to run|delete|remove|undo"
    r"|i have(?! (?:run|done|completed|finished|walked|been|just|already|slept|swum|ridden|biked|logged|now"
    r"|made|had|got|gone|lifted|trained|cycled|rowed|played|hiked|jogged|taken|drunk|drank|weighed|hit|reached|covered|climbed|stretched|worked|lost|gained|danced|skated|skied|ran|did|swam|went|managed|burned"
    r"|also))|i own|i've got"
    r"|when(?:ever)? (?:i'm |i )?(?:\w+ing|run|walk|swim|squat|bench|do|jog|lift)\b)"
)
_EN_WEAK_PLAN = guarded(r"\b(?:goal|target|challenge|plan)\b")
_FUTURE = guarded(r"\b(?:tomorrow|tmrw?|next (?:week|mon|tue|wed|thu|fri|sat|sun)\w*)\b|明[天早晚日儿]|后天|下周")
_EN_QUESTION = OneOf(
    r"\bhow (?:many|much|long|far|fast|often|do|does|should|can|to|is|hard|about|good|bad)\b"
    r"|\bwhat(?: is|'s| are| should| does| do| if| would| pace| weight| about)\b|\bwhats\b"
    r"|\bwhy (?:do|is|does|did|am|are)\b|\bwhen (?:should|do|can|is|will)\b|\bshould i\b|\bcan i\b|\bcould i\b"
    r"|\bmay i\b|\bis (?:it|that|this)\b|^\s*is \d"
    r"|\bare (?:these|those)\b|\bdoes\b|\bdo (?:i|you|we)\b|\bdid (?:i|you|we|he|she)\b|\bwould it\b"
    r"|\bwill it\b|\bam i\b|\bany tips\b|\bwhich (?:is|one)\b"
)
_FIRST_DONE = guarded(
    rf"\b(?:i(?:'ve| have| just)?|just|today) (?:also |finally |just )?(?:{_EN_PAST})\b|(?:我|今天|今早|刚|早上"
    rf"|昨天|昨晚).{{0,8}}[了完]"
)
_REQUEST = re.compile(
    r"^\W*(?:(?:please|pls|hey|hi|coach|can you|could you|can i|i want to|i'd like to|let me)[ ,]+)*(?:log|add|record|note(?: down)?|put down|track)\b(?! off| out)"
    r"|^\W*(?:请|麻烦|教练)?(?:帮我)?(?:记录|记下|记一下|记1下|补记|登记|加上|记)(?:一下|1下|下|一条|1条)?"
)
_FIRST = guarded(
    r"\bi\b|\bi'(?:ve|m|d)\b|\bwe\b|\bmine\b|\bme\b|\bmy (?=run|walk|workout|ride|swim|weight|heart|hr|bp|blood"
    r"|own)|我(?![的家]?[爸妈老朋同儿女哥弟姐妹教男室孩爷奶外媳婆])|自己|本人"
)
_EN_PERSON = (
    r"friend|wife|husband|brother|sister|mom|mum|mother|dad|father|son|daughter|boss|coach|trainer|partner"
    r"|girlfriend|boyfriend"
    r"|gf|bf|buddy|colleague|coworker|roommate|neighbou?rs?|kid|kids|uncle|aunt|auntie|cousin|grandma|grandpa|grandson|granddaughter|grandad|nan|gran|granny|nana"
    r"|teammate|bro|team|sis|hubby|missus|fiancee?|flatmate|housemate|physio(?! (?:exercises?|session|routine|homework|stretches|rehab|work))|therapist|nurse|teacher|instructor|teenager|teen|toddler|baby|little one|twins?|bestie|bff"
    r"|mate|opponent|clients?|students?|niece|nephew|in-laws?|parents|lads|guy"
)
_EN_ALONE = r"dad|daddy|mum|mom|mummy|mommy|grandma|grandpa|grandad|granny|nan|nana|hubby|wife|husband|baby|toddler|bf(?! ?:?\d)|gf|sis"
"""Persons named without an article."""
_NOT_BY = (
    "w",
    "vs",
    "versus",
    "alongside",
    "n",
    "with",
    "and",
    "for",
    "did",
    "done",
    "by",
    "since",
    "before",
    "than",
    "from",
    "to",
    "past",
    "beat",
    "pushing",
    "carrying",
    "like",
    "at",
    "against",
    "behind",
    "of",
    "after",
    "while",
    "chasing",
    "walked",
    "pushed",
    "carried",
    "took",
    "taught",
    "chased",
    "raced",
)
_WITHOUT = "".join(rf"(?<!\b{word} )" for word in _NOT_BY)
_EN_OTHER = guarded(
    rf"\b(?=(?:my|our|his|her|their|a|the) ){_WITHOUT}(?<!on )(?:my|our|his|her|their|a|the) (?:(?!turbo|bike|cross|elliptical|indoor|running)\w+ )?(?:{_EN_PERSON})(?:'s)?\b(?!-)"
    r"(?! (?:and (?:i|me)\b|(?:\w+ )?(?:made|had|got|dragged|took|forced|talked|convinced) (?:me|us)\b))"
    r"|\bmy \d{1,2}[ -]?(?:years?|yrs?|months?)?[ -]?(?:old|yo)\b"
    rf"|^ ?(?:{_EN_ALONE})(?:'s)? (?!and (?:i|me)\b|(?:made|dragged|took|forced) (?:me|us)\b)"
    r"|(?<!like )(?<!as )(?<!what )(?<!thank )(?<!told )(?<!than )(?<!love )(?<!where )(?<!which )\b(?:he|she|they|you)(?:'s|'ve)?\b(?! and i\b| (?:\w+ )?(?:made|had|got|dragged|took|forced|talked|convinced) (?:me|us)\b)|\b(?:his|her|their|your) (?=\w)|\b(?:everyone|everybody"
    r"|someone|somebody|people)\b"
)
_EN_NAME = guarded(
    r"(?:^|[\s,.])(?:@\w+ (?:ran|walked|swam|biked|cycled|did|benched|slept|hiked)\b|(?!(?:I|Just|We|Also|Then"
    r"|Today|Yesterday|Morning|Finally|Only|Already|And|But|So|Have|Never|Got|Now|Lol|Ok|Okay|"
    r"Yes|Yeah|Yep|Hey|Hi|Well|Still|Even|First|Last|Night|Evening|Lunch|Easy|Long|Slow|Fast|It|That|This|Which"
    r"|Who|Coach|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Again|Later|Up|Day"
    r"|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Woohoo|Yay|Update|Jiayou|Log"
    r"|Logged|Here|There|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)"
    r"(?![A-Za-z]+ly\b)[A-Z][a-z]{1,14}(?:'s)? (?:just |also |already )?(?:ran|walked|swam|biked|cycled|rode"
    r"|benched|squatted|deadlifted|did|slept|hiked|jogged)\b)"
)
_EN_NEGATION = guarded(
    r"\b(?:didn'?t|did not|haven'?t|have not|hasn'?t|couldn'?t|could not|can'?t(?! believe it| complain)|cannot|wasn'?t able to|never"
    r"|failed to|skipped(?! (?:for )?(?:about |around |like |over )?\d)|skipping"
    r"|missed|no|not|without|forgot to(?! (?:log|mention|say|tell|add|record|put|track|note|enter|report|post|update|write)\b)|don'?t|won'?t|instead of|cancell?ed)\b"
)
_REST = guarded(
    r"\bi'?m resting\b(?! (?:between|for|until|\d))|\b(?:could(?:n't|nt| not)|can(?:'t|not)|wasn'?t able to|unable to|too \w+ to) (?:train|work ?out|exercise|run|go to the gym|get to the gym|make it to the gym)(?! (?:yet|tomorrow|next|on|more|again|if|for))\b"
    r"|^ ?(?:i )?(?:cba|couldn'?t be (?:arsed|bothered)|can'?t be (?:arsed|bothered))\b|\b(?:sacked|binned|blew|bailed|ditched|swerved|noped|wimped)(?: off| out of| out on| on)? (?:the |my |today'?s )*(?:gym|workout|training|run|session|class|swim|ride|spin|practice|leg day)\b(?! (?:early|after|at|with|\d))"
    r"|^ ?(?:did )?(?:nothing|nada|zilch|zero exercise|no exercise|no training)(?: at all)? (?:today|yesterday)\b(?! yet)"
    r"|"
    r"\b(?:took|taking|had) (?:the day|today|yesterday|it|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend) off\b(?! work| school)|"
    r"\b(?:didn'?t|did not|no|skipped|skipping|missed)(?: (?:go(?:ing)?|to|get|do|the|my|a|any|hit|make it|manage|for|on|out|in))* "
    r"(?:gym|workouts?|work out|working out|training|train|session|run|running|exercise|exercising|walk|walking|(?:leg|arm|chest|back|push|pull|upper|lower) day|swim|swimming|ride|riding|cycling|yoga|pilates|lifting|class|practice|jog|spin"
    r"|move)\b(?! (?:yet|for|far|\d))"
    r"|^ *(?:i'?ll |i'?m |let'?s |please )?(?:skip|skipping) (?:it )?today(?:'?s (?:workout|session|training|run))?[ .!]*$"
)
_ELSEWHERE = OneOf(
    r"\b(?:drove|driving|drive|flew|flying|commute[ds]? by (?:bus|train|car)|took (?:the|a|an) (?:bus|train|taxi|uber|metro|subway|tube|cab))\b(?!.*\b(?:ran|walked|swam|did|cycled|biked|lifted|jogged)\b)"
    r"|\bwatch(?:ed|ing)? (?:the|a|some|an) (?:\w+ )?(?:marathon|race|game|match|football|basketball|tennis|olympics|tour|video|movie)\b"
    r"|\b(?:meeting|class|call|movie|show|lecture|train|bus|flight|car|battery) (?:ran|runs|took|was|died)\b|\bran \d+ (?:hours?|min\w*) (?:over|late|behind)\b"
    r"|\b(?:is|are|was|about|lives?) (?:\w+ )?\d[\d.]* ?(?:k|km|kms|m|miles?|mi|min|mins|minutes) (?:away|from)\b"
    r"|\b(?:apparently(?= \w)|supposedly|they say|(?:doctor|article|study|studies|app|internet|google|podcast|experts?) (?:says?|said|told|claims?|found)(?! (?:my|me|i)\b))\b"
    r"|\b(?:back in (?:college|school|high school|uni\w*|the day|my)|in (?:high school|college))\b"
    r"|\b(?:kids|children|mom|mum|dad|grandma|grandpa) (?:ran|walked|played|did|swam|cycled|slept)\b"
    r"|\b(?:my|the|our) (?:dog|cat|puppy) (?:ran|walked|did|swam|slept|weighs|weighed)\b"
)
"""Talk of driving, watching, distances between places and what others claim: nobody exercised."""
_TOTAL = guarded(
    r"(?<!time )\b(?:this|last|past|whole) (?:week|month|year)\b(?! ?end)|本周(?![一二三四五六日天末\d])"
    r"|\btotal (?:km|miles|steps|distance|minutes)\b|[这上]个?(?:周|星期)(?![二三四五六日天末\d]|一(?!共))"
    r"|[本这上]个?月|今年|累计"
)
_NTH = guarded(
    r"\b(?:first|second|third|fourth|fifth|sixth|final|last|\d(?:st|nd|rd|th)|another|only|longest|fastest|best|biggest) [^,.;]{1,30}\b(?:this|of the|in a|for a|last) (?:week|month|year)\b"
)
"""`third run this week`: one of several, not all of them."""
_YET = guarded(r"\byet\b|还没|不累|没动力|没运动细胞")


def stance(clause: str, original: str, head: int | None) -> Stance:
    """How a clause (folded; `original` keeps its case) speaks of the activity or measure that begins at `head`."""
    done = says_done(clause)
    if _of_others(clause) or _EN_NAME.search(original) or OF_NAMED.match(clause) or cues_zh.of_others(clause):
        return "other"
    if _asks(clause) or cues_zh.question(clause):
        return "question"
    if _EN_PLAN.search(clause) or cues_en.PLAN.search(clause) or cues_zh.is_plan(clause):
        return "plan"
    if not done and (_EN_WEAK_PLAN.search(clause) or cues_zh.is_weak_plan(clause) or _FUTURE.search(clause)):
        return "plan"
    if (
        _ELSEWHERE.search(clause)
        or FIGURATIVE.search(clause)
        or cues_en.ELSEWHERE.search(clause)
        or cues_zh.is_elsewhere(clause)
        or (head is not None and _negated(clause, head))
    ):
        return "negated"
    return "done" if done else "neutral"


def without_request(clause: str) -> str | None:
    """The clause less `please log` before it, or `None` if nothing is asked to be written down."""
    asked = _REQUEST.match(clause)
    if asked is None or not any(char.isdigit() for char in clause):
        return None
    return " " * asked.end() + clause[asked.end() :]


def turns_at(clause: str, stance: Stance, head: int | None) -> int | None:
    """Where an English clause turns from what is told to what is planned, someone else's or left undone."""
    match stance:
        case "plan":
            found = _EN_PLAN.search(clause)
            found = _EN_AHEAD.match(clause, found.start()) if found else cues_en.PLAN.search(clause)
        case "other":
            found = _of_others(clause) or cues_zh.turns_to_another(clause)
        case "negated":
            found = next((m for m in _EN_NEGATION.finditer(clause) if head is None or m.end() <= head), None)
            found = found or cues_en.ELSEWHERE.search(clause)
        case _:
            found = None
    return found.start() if found else None


def question_at(clause: str) -> int | None:
    """Where a question begins in a clause."""
    found = [
        m.start() for m in (_EN_QUESTION.search(clause), cues_en.QUESTION.search(clause), cues_zh.question(clause)) if m
    ]
    return min(found, default=None)


def _asks(clause: str) -> bool:
    return bool(_EN_QUESTION.search(clause) or cues_en.QUESTION.search(clause))


def _of_others(clause: str) -> re.Match[str] | None:
    return _EN_OTHER.search(clause) or cues_en.OTHER.search(clause)


def says_done(clause: str) -> bool:
    return bool(_EN_DONE.search(clause) or cues_zh.DONE.search(clause))


def says_first_person(clause: str) -> bool:
    return bool(_FIRST.search(clause))


def says_total(clause: str) -> bool:
    """A sum over a week, a month or a year."""
    return bool(_TOTAL.search(clause)) and not _NTH.search(clause)


def says_rest(clause: str) -> bool:
    """`没跑`, `skipped the gym`: a day without training, told as a fact."""
    return bool(_REST.search(clause) or cues_zh.REST.search(clause)) and not _YET.search(clause)


def statement_before_question(clause: str) -> int | None:
    """Where the question begins in `I ran 5k how many calories is that`, or `None` if nothing was told before it."""
    asked = question_at(clause)
    if asked is None or not _FIRST_DONE.search(clause[:asked]):
        return None
    return asked


def _negated(clause: str, head: int) -> bool:
    before = clause[:head]
    for m in _EN_NEGATION.finditer(before):
        if len(before[m.end() :].split()) <= 3:
            return True
    return cues_zh.is_negated(clause, head)
