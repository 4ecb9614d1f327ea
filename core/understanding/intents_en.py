"""More English words behind intents: what people say in a clause of their own, or as a verb and its object."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Mapping

from core.understanding.reading import IntentKind

_BEFORE = r"(?:^|[,.!?;:~。\n]|\b(?:and|but|so|then|because|ok|okay)\b)[^\w\u3400-\u9fff]{0,8}"
_FIRST = r"^[^\w\u3400-\u9fff]{0,8}"
_SOFT = r"(?:(?:please|ok|okay|hey|hi|coach|can (?:you|i|we)|could (?:you|i|we)|would you|will you|may i|just|now|well|um+|alright|right|actually|sorry|oh|ah|oops|nvm|never mind|mate|dude|bro|man|yo|wait|i want to|i'd like to|i would like to|let me|i think|i guess|maybe|finally|whew|phew|jiayou|hm+),? ){0,4}"
_AFTER = r"(?: (?:please|now|thanks|thank you|coach|boss|mate|bro|dude|man|lol|haha\w*|today|again|ok|okay|then|too|guys|buddy|for me|already|for now|finally|tbh|maybe|i guess|i think|really|actually|though|this time|for today|right now|so much)){0,3}[^\w\u3400-\u9fff,.!?;]{0,8}(?:$|[,.!?;~。\n)])"
_NOTICES = r"(?:messages?|notifications?|reminders?|nudges?|pings?|texts|alerts?|check-?ins?|dms?|spam)"
_WRITE = r"(?:messag(?:e|es|ing)|text(?:s|ing)?|ping(?:s|ing)?|remind(?:s|ing)?|nudg(?:e|es|ing)|bug(?:ging)?|notify(?:ing)?|writ(?:e|ing)|contact(?:ing)?|bother(?:ing)?|pok(?:e|ing)|dm|check(?:ing)? (?:in )?(?:on|with))"
_MOVES = r"(?:(?:front |back |goblet |split |box |jump )?squats?|bench(?: press)?|(?:romanian )?deadlifts?|lunges?|push[- ]?ups?|pull[- ]?ups?|chin[- ]?ups?|burpees?|box jumps?|jumping(?: jacks)?|jumps|running|planks?|crunches|sit[- ]?ups?|dips|(?:overhead|shoulder|leg|military) press|hip thrusts?|barbell(?: (?:rows?|curls?|squats?|press|bench|lunges?))?|rowing|rows|swimming|cycling|treadmill|kettlebell swings?|mountain climbers|step[- ]?ups|curls|rdls?|snatch(?:es)?|cleans|yoga|cardio|skipping|jump rope|the bike|leg extensions?|machines?|cables?)"
_DAY_KIND = r"(?:leg|legs|push|pull|rest|chest|back|arm|arms|cardio|upper|lower|shoulder|run|running|recovery|off)"
MOVE_EN = rf"\b{_MOVES}\b"


def _clause(*alternatives: str, first: bool = False) -> str:
    """A clause that says nothing else, but for politeness; `first`: only at the beginning."""
    return rf"{_FIRST if first else _BEFORE}{_SOFT}(?:{'|'.join(alternatives)}){_AFTER}"


ENGLISH: Mapping[IntentKind, str] = {
    "less_often": rf"\b{_NOTICES}\b[^.!?]{{0,40}}\b(?:fewer|less|out of hand|out of control|too (?:much|many)|annoying|a lot)\b|\b(?:how about|can we do|let'?s do|make it|maybe|only|just) (?:\w+ )?(?:\d+|one|once|twice|a couple of?) (?:{_NOTICES} |times )?(?:a|per|every|each) (?:day|week) (?:instead|only|max|is)\b|\b(?:how about|can we do|let'?s do|only|just) (?:\w+ )?(?:\d+|one|a couple of?) {_NOTICES}\b|\b(?:you|u) (?:message|text|ping|write|nag) me more than\b|\b(?:only|just) (?:check in|message|ping|text|write)(?: with| to)? (?:me )?(?:once|twice|\d)\b|\b{_WRITE} (?:me |to me )?(?:a (?:bit|lot|little) |way+ |far |much |sooo* )*(?:less|too much|too often|so much|so often|that often|that much|not so|non-?stop|constantly|all the time|every (?:hour|5 minutes|single day))\b"
    rf"|\b(?:less|fewer|too many|so many|not so many|not as many|half the|way less) (?:\w+ )?{_NOTICES}\b"
    rf"|\b(?:\d+|once|twice|one|a couple of?|a few) (?:{_NOTICES} )?(?:times )?(?:a|per|every|each) (?:day|week) (?:is|are|would be|will do|should be|'s) (?:\w+ )?(?:enough|plenty|fine|ok|okay|good|better|too (?:many|much))\b"
    rf"|\b{_WRITE} me (?:only|just)(?: on| once| twice| every other| in the| at)\b|\b(?:cut|down to|get|limit|keep|bring) (?:\w+ ){{0,4}}(?:to|at|down to) (?:\w+ ){{0,2}}(?:\d+|one|once|twice)(?: \w+)? (?:a|per|each|every) (?:day|week)\b|\b(?:cut|reduce|lower|limit) (?:\w+ ){{0,3}}{_NOTICES}\b|\b(?:only|just|max(?:imum)?|at most|no more than) (?:{_WRITE} me )?(?:\d+|once|twice|one|a couple of?) (?:{_NOTICES}|times) (?:a|per|every|each) (?:day|week)\b|\bonly {_WRITE} me (?:once|twice|\d+ times|every other day|on (?:\w+day|weekends?|weekdays)s?)\b"
    rf"|\b(?:every other day|once a (?:day|week)|twice a week|weekends) (?:is|would be) (?:enough|plenty|fine|better)\b"
    rf"|\b(?:tone|dial|turn|cut|scale) (?:it |this |the {_NOTICES} )?(?:down|back)(?: on)?(?: the| a bit| a little|$|[,.!]| {_NOTICES})|\b(?:chill|ease up|slow down|calm down|go easy|back off|easy) (?:out )?(?:on|with|a bit) (?:the |all the |a bit|these )?|\bso spammy\b|\bblow(?:ing|s)? up my phone\b|\b(?:calm down|slow down|ease off) (?:a bit|a little)?{_AFTER}",
    "export": r"\b(?:all )?(?:the )?(?:data|information|info) (?:you (?:hold|have|keep|store)|held|stored) (?:on|about) me (?:in|as|to)\b|\bdownload (?:everything|all|it all|my)\b|\b(?:export|takeout|extract)\b|\b(?:send|email|mail|hand|give|get|want|need|request|have|make|download|like)\b (?:\w+ ){0,5}(?:copy|csv|spreadsheet|excel|json|zip|backup|archive|dump) (?:\w+ ){0,5}(?:my|everything|me|data|it all)\b"
    r"|\b(?:send|email|mail|give|hand over|download|save|back ?up|extract|forward|pull) (?:me )?(?:all )?(?:of )?(?:my|the) (?:\w+ ){0,2}(?:data|records|logs|history|workouts)\b|\bmy (?:\w+ )?(?:data|logs|history|workouts|records|stuff) (?:as|in|to|into) (?:a |an |my )?(?:csv|excel|json|pdf|file|spreadsheet|email|zip)\b|\bgdpr\b|\bdata (?:export|request|takeout)\b|\btake my data with me\b|\beverything you (?:have|'ve got|know|stored?) (?:on|about) me (?:as|in) (?:a )?(?:file|csv|json|excel)\b",
    "pause": r"\b(?:pausing|resting|off|out) (?:for|until|till) (?:\d|the|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|a|i)\b|\bno (?:training|workouts?|gym|exercise)(?: for me)? (?:this|next|until|for)\b|\b(?:tak(?:e|ing)|need|having|want|have) (?:\w+ ){0,4}(?:days?|weeks?|month|months|time|while|bit) off\b|\bskip (?:this|next|the(?: whole)?|a|\d) (?:week|weeks)\b|\b(?:i'?ll be|i'?m|i am|we'?re|gone|will be) (?:away|gone|out of action|unavailable|out of commission) (?:for|until|till|til|this|next|from|\d)"
    r"|\b(?:no|not|stop|skip) (?:training|workouts?|exercis\w+|gym|running) (?:this week|next week|for (?:a|the|\d+|1)|until|till|til)\b|\b(?:put|hold) (?:\w+ )?(?:everything|it|me|things|training|my plan|the plan|workouts) on (?:pause|hold|ice)\b|\b(?:need|want|take|taking|having) (?:a|\d+|a short|a little|1)[- ]?(?:week |day |month )?break\b(?! between)|\btime off\b|\bskip(?:ping)? (?:the |my )?(?:next )?(?:few|\d+|couple of|rest of the) (?:days|weeks|sessions|week)\b|\bsee you in \d+ (?:days?|weeks?|months?)\b|\b(?:stop|pause) (?:for|until) (?:\d|a|the|next|monday|i'm)\b|\b(?:pause|freeze) (?:me|everything|it|training|all)\b|\bgive me (?:a |\d )?(?:week|days|weeks) off\b|\b(?:resume|start again|back) (?:in|after) \d+ (?:days?|weeks?)\b|\bdon'?t (?:plan|schedule) (?:anything|workouts) (?:for|until|till|this|next)\b",
    "remind": r"\b(?:get|have|want|need|like) (?:a |an |my )?(?:daily |morning |evening )?(?:nudge|ping|alert|reminder|buzz|wake up call|wake-up call)\b|\b(?:wake|nudge|ping|text|message|notify|poke|alert|buzz|call|bug|prod|shout at|yell at|write|hit|dm) me (?:up )?(?:about \w+ |to \w+ |for \w+ |with \w+ )?(?:at|every|around|by|@|in the|each|daily|on|before|when|half)\b|\b(?:wake|nudge|ping|text|message|notify|poke|alert|buzz|call|bug) me (?:up )?\d"
    r"|\bset (?:me )?(?:an?|my|the) (?:\w+ ){0,3}(?:alarm|reminder|nudge)\b|\b(?:move|change|shift|push|switch|set|put|update) (?:my |the |this )?(?:\w+ ){0,2}(?:reminders?|alarms?|nudges?|check-?ins?) (?:to|for|at|back|earlier|later)\b|\b(?:send|give) me (?:a |an |my )?(?:daily |morning |evening |weekly )?(?:reminder|nudge|alert|ping)\b|\bmake sure i (?:\w+ ){1,3}(?:at|every|each)\b|\bwake ?-?up call\b",
    "snooze": rf"\b\d+ more (?:min(?:ute)?s?|hours?)\b|\b(?:check (?:back|in)|come back|try) (?:with me |to me |again )?(?:later|tomorrow|tonight|after|this (?:evening|afternoon))\b|^(?:can'?t(?: right)? now|not (?:yet|now)|busy|in a meeting|driving)\b[^.?!]{{0,3}}(?:tonight|tomorrow|later|this (?:evening|afternoon)|maybe|after \w+)?{_AFTER}|"
    r"\b(?:give me|try me(?: again)?|check (?:back|in|with me|on me|again)|come back|bug me|poke me|hit me up|ask(?: me)?(?: again)?|need|wait|gimme) (?:\w+ ){0,3}(?:in )?(?:a few|another|\d+(?:\.\d)?|an?|0\.5|5|10) ?(?:more )?(?:$|min(?:ute)?s?|hours?|hrs?|h|mins)\b"
    r"|\b(?:remind|ask|ping|nudge|message|tell|bug|poke|text|try) me (?:about (?:it|this|that) )?(?:again )?(?:later|again|tonight|tomorrow|after|this (?:evening|afternoon)|when i'?m (?:home|done|back|free))\b(?! (?:every|and every))"
    r"|"
    + _clause(
        r"(?:maybe )?(?:tomorrow|tonight|later(?: today| tonight| on)?|this evening|in a (?:bit|while|sec|minute|moment)|after (?:work|lunch|dinner|breakfast|my meeting|this meeting|class))",
        r"(?:not now|busy|not right now|in a meeting|driving|bad time|at work|can.t talk|can.t right now)",
        r"(?:a few|\d+|5|10) more (?:min(?:ute)?s?|hours?)",
        r"(?:do|we.ll do|i.ll do|let.s do) (?:it|that|this) (?:later|tomorrow|tonight|after \w+)",
        first=True,
    ),
    "quiet_hours": rf"\b(?:leave me (?:alone|in peace|be)|peace and quiet|let me sleep)(?: \w+)? (?:between|from|after|before|until|at night)\b|\b(?:nothing|no contact|not a word) (?:between|from|after|before|past|until)\b|\b(?:silence|mute|quiet)(?: \w+){{0,2}} (?:from|between|after|before|until)\b|\b(?:be |stay |keep |go )?(?:quiet|silent|silence|shush|muted?)(?: please)? (?:me )?(?:from|between|after|before|during|at night|overnight|until|till)\b|\b(?:don'?t|do not|never|stop|no) (?:\w+ ){{0,2}}{_WRITE} (?:me )?(?:anything )?(?:between|from|after|before|past|at night|during|until|till|while i|when i'?m (?:asleep|at work|sleeping))\b|\bno {_NOTICES} (?:please )?(?:between|from|after|before|past|at night|during|until|till|overnight)\b|\b(?:silence|mute) (?:\w+ ){{0,3}}(?:between|from|after|before|at night|until|till)\b|\bi (?:sleep|work|'m asleep) (?:from )?\d[\w: ]{{0,8}}(?:-|to|till|until) ?\d[\w: ]{{0,6}},? (?:so )?(?:don'?t|no|leave)",
    "stop": rf"\b(?:quit|cease) {_WRITE}(?: me)?\b|\b(?:turn|switch|shut) (?:everything|it all|all of (?:it|this)|all (?:the )?{_NOTICES}|{_NOTICES}) off\b|\bdon'?t want (?:any|your|these|more|any more) {_NOTICES}\b|"
    r"\b(?:don'?t|do not|no longer) (?:want|need) (?:to use |to get |to hear from )?(?:this|it|you|these|your|any of this|any|the)(?: \w+)? ?(?:messages?|bot|app|reminders?|thing|service)?(?: from you)? any ?more\b|\b(?:take|get) me off (?:this|the|your) list\b|\bunsubscribe\b"
    r"|"
    + _clause(
        rf"(?:i.ve had )?(?:no more|enough (?:of )?(?:the|these|your)|stop (?:all )?(?:the|these|your|with the)) {_NOTICES}",
        r"stop(?: (?:it|this|that|everything|now|already|for good))?",
        r"i want out",
        r"cancel (?:everything|it all|my subscription|all of it)",
        rf"stop {_WRITE} me(?: for good| altogether| forever| completely)?",
        rf"do(?:n.t| not) (?:ever )?{_WRITE} me(?: (?:any ?more|again|ever again))?",
        r"(?:leave me alone|go away|get lost|shut up|piss off|fuck off|unsubscribe(?: me)?|opt me out|sign me out|cancel my subscription)",
        r"i.m done with (?:you|this (?:app|bot|thing))",
        r"(?:turn|switch) (?:off |yourself off|it off|everything off|all )(?:the )?(?:reminders|notifications|messages)?(?: off)?",
    ),
    "delete": r"\b(?:bin|trash|kill|ditch|scrap|drop) my (?:account|data|profile|history)\b|\b(?:delete|erase|remove|wipe|destroy|purge|nuke|clear|get rid of|scrub) (?:\w+ ){0,4}(?:(?:about|on|of|for) me|my (?:\w+ )?(?:data|account|profile|info|information|history|records|everything))\b|\b(?:delete|close|deactivate|cancel|terminate|remove) my (?:\w+ )?(?:account|profile)\b|\bi want (?:to be|everything) (?:forgotten|deleted|gone|erased)\b|\bforget (?:about me|all about me|i ever)\b|\bmy (?:account|data) (?:deleted|removed|erased|gone|wiped)\b",
    "swap": r"\b(?:can'?t|not able to|unable to) (?:do|use|perform|manage) (?:the |these |those |this |any |my )?"
    + _MOVES
    + r"\b",
    "why": rf"{_FIRST}(?:hey |ok |so |and |but )?why+ (?:burpees|squats|lunges|push|legs|is my (?:weight|load|plan|target|bench|squat|pace)|are my|this|the same|again)\b|{_FIRST}why[hy]+\b[^?.!]{{0,25}}\bagain|\bwhat(?:'s| is| was) (?:your|the) (?:reasoning|logic|thinking|rationale|reason) (?:for|behind|here)\b|{_BEFORE}(?:hey |ok |hmm |wait |um |sorry |coach )?(?:but )?why (?:do i (?:have to|always|only|even|keep)|no\b|another|more\b|again|the (?!sky)|only|just|such|\d|am i|are we|are there|isn'?t (?:there|it|this)|can'?t i|don'?t i|wasn'?t|did (?:you|it|i get)|did you|would (?:you|i)|would i|legs|arms|rest|cardio|squats|today|now|me\b|that many|this many|low|high|slow)"
    r"|\bwhat'?s the (?:point (?:of|in) (?:the|this|these|that|all|doing|a|so|having)|logic|reasoning|idea behind|purpose|thinking|rationale|sense)\b|\b(?:on|based on) what (?:basis|grounds|do you)\b|\bhow did you (?:come up with|decide|choose|pick|get to|arrive)\b|\bwhat makes you (?:think|say)\b|\bwhat(?:'s| is) (?:this|that) based on\b",
    "today": rf"\b(?:what'?s|what is) (?:today|tonight) (?:gonna|going to|about|like|looking)\b|\bwhat(?:'s| is| will) (?:today|tonight) be\b|\bwhere'?s (?:my|the|today'?s) (?:workout|session|training|plan)(?: for today)?\b|\bwhat (?:have|do) you (?:have |got |planned ){{1,2}}(?:for me )?(?:for )?(?:today|tonight)\b|\bis (?:it|today) a rest day\b|\b(?:what|which|wut)(?:'s| is| are| am| do| should| will|)(?: \w+)? (?:i |we |you )?(?:\w+ ){{0,4}}(?:today|tonight|this (?:morning|evening|afternoon))(?:'s)?{_AFTER}|\bis (?:today|it|tonight|this) (?:a |an |my |supposed to be (?:a )?)?{_DAY_KIND}\b(?: day| body)?|\banything (?:planned|scheduled|on|to do|for me|i should do) (?:\w+ ){{0,3}}(?:today|tonight|this (?:evening|morning|afternoon))\b"
    rf"|\b(?:do i (?:have|train|run|work ?out|lift|need|rest|exercise)|am i (?:training|running|lifting|resting|on|off|working out)|have i got) (?:\w+ ){{0,4}}(?:today|tonight)\b|\b(?:show|give|send|tell|hit)(?: me)? (?:with )?(?:today'?s|tonight'?s)\b|"
    + _clause(
        r"what.s (?:next|up next|on|the workout|the session|the plan)",
        r"today.s (?:\w+ )?(?:plan|workout|session|training|menu|task)s?",
        first=True,
    ),
    "plan": r"\b(?:build|make|write|give|create|design) me (?:something|sth|a workout|workouts|some workouts|a week) (?:for |that |with |to |\d|at |using )|\b(?:move|shift|push|swap|switch|reschedule|postpone) (?:my |the )?(?:mon|tues|wednes|thurs|fri|satur|sun|tomorrow|today)(?:day)?'?s? ?(?:workout|session|run|training|leg day)?s? (?:to|with|for)\b|\bnew (?:plan|program|routine) (?:please|for)\b|"
    r"\b(?:shorten|change|adjust|modify|tweak|redo|update|simplify|fix|rework|refresh|rebuild|move|rearrange|shuffle|edit|see|view|check|send|regenerate|scale|reduce|swap) (?:\w+ ){0,4}(?:plan|program|programme|routine|schedule|split)\b|\b(?:plan|program|programme|routine) (?:is |'s |feels |looks |seems |a bit )*(?:way )?too (?:hard|easy|long|short|much|difficult|boring)\b|\b(?:this|next|my) week'?s? (?:plan|program|workouts|sessions|schedule|training)\b|\b(?:make|create|build|write|give|design|put together|need|want|get|throw together|do|draft|come up with|suggest|prepare|cook up)\b (?:\w+[ -]){0,6}(?:plan|program|programme|routine|split|schedule|regimen)\b|\bmake (?:it|this|the plan|my plan|things|(?:next|this) week|\w+days?) (?:\w+ )?(?:easier|harder|shorter|longer|simpler|lighter|heavier)\b|\bwhat(?:'s| is| does) my (?:\w+ )?(?:plan|program|schedule|week|split) (?:look|for|like|this)",
    "start_session": _clause(
        r"(?:i'?m )?here,? (?:let'?s (?:go|get it|start|do this|do it|get started)|ready|start)",
        r"(?:i'?m |we're )?(?:at the gym|in the gym|all set|set|warmed up|ready(?: when you are| to (?:go|roll|start|train|lift|rock|sweat))?)(?:,? (?:let'?s (?:go|start|do (?:this|it))|what now))?",
        r"(?:let'?s|time to|about to|gonna|going to|i'm about to) (?:go+|start|begin|do this|do it|get (?:started|going|it|to it|it on|this)|train|work ?out|roll|lift|move|sweat|rock|get after it)",
        r"(?:i'?m )?(?:start(?:ing)?|beginning|begin|kick(?:ing)? off)(?: (?:my|the|today'?s|a|our))? (?:workout|session|training|exercises?)",
        r"(?:begin|start)",
        r"(?:i'?m )?in the gym,? (?:what'?s (?:first|next|up)|what now|let'?s go)",
        r"(?:i'?m )?ready to (?:start|go|train)(?: \w+){0,2}",
        r"game on",
    ),
    "done": _clause(
        r"(?:i'?m |just |all |we're |and |that's |i )*(?:done|finished|completed?|complete)(?: (?:it(?: all)?|everything|(?:everything|all of it|it all) except [^,.]{1,30}|with (?:it|that|everything|today|the (?:session|workout)|my (?:session|workout))|(?:the|my|today'?s|all my) (?:workout|session|training|exercises|sets|plan)|for (?:the day|tonight)|and dusted|all of it))?",
        r"(?:all |every |last )?(?:sets?|exercises?|reps|workout|session|training|plan|everything|leg day|push day|pull day)(?:'s| is| are)? (?:all )?(?:done|finished|complete|completed|over|smashed|crushed|ticked off|in the (?:bag|books|bank))(?: and dusted)?",
        r"(?:that'?s )?(?:today'?s |my |the )?(?:workout|session|training)(?: is)? (?:done|finished|complete|over|in the (?:bag|books|bank)|wrapped)",
        r"(?:i )?(?:smashed|crushed|nailed|survived|did|wrapped up|ticked off|knocked out|made it through|got through|managed|finished|completed) (?:it(?: all)?|(?:the|today'?s|my) (?:workout|session|training|plan))",
        r"(?:check|tick)(?:ed)?(?: it)?(?: off)?",
        r"(?:workout|session|training) (?:complete|done|finished)[^\w,.]{1,8}[\w ]{0,30}",
        r"(?:finito|fin|that'?s a wrap|wrapped up|mission accomplished|ticked off|done and dusted)",
        first=True,
    )
    + r"|\b(?:but|and|finally|just) (?:i )?(?:finished|completed|did|survived|got through|made it through) (?:the|my|today'?s|this|that) (?:workout|session|training)\b",
    "board": r"\bdid (?!i|we|you|it|that|this)\w+ (?:overtake|pass|beat|catch up (?:with|to)) (?:me|us)\b|\bhas (?!it)\w+ (?:overtaken|passed|beaten) me\b|\bleader ?board\b|\bwhat (?:place|position|rank|spot) (?:am|are)\b|\b(?:my|our|current) (?:rank|ranking|position|standing)s?\b|\b(?:where|how|what)(?:'s| is| am| do| are)?(?: (?:i|we|she|he|they|everyone|everybody))? (?:\w+ ){0,3}(?:rank\w*|leader ?board|standings?|score ?board|in the challenge)\b|\bhow far (?:behind|ahead|off)\b|\b(?:am i|are we|who'?s|who is|is (?:he|she|\w+)) (?:still |currently )?(?:winning|ahead|in first|in last|last\b|behind|losing|in front|at the top|on top|top of|leading|beating)|\bwho(?:'s| is| has) (?:got )?(?:the )?(?:top|most|first|number 1|no 1|#1)\b|\bhow (?:is everyone|are the others|are we all|is everybody) doing\b|\b(?:show|post|see|check) (?:me )?(?:the |our )?(?:rankings?|scores?|board|leaderboard|table)\b",
    "join": r"\bput me (?:in|into|on)\b|\bjoin(?:ing)? (?:with|using|by) (?:the |my |a )?code\b|\bhere'?s my (?:invite|join) code\b|\badd me(?: to| in|$|[ ,.!]+(?:please|too|as well))(?! (?:insta|facebook|wechat))|\bsign me up\b|\bcount me in\b|\b(?:let me|can i|could i|may i|how do i|i want to|i wanna|i'd like to) (?:in|get in|join|take part|participate|hop on|enter)\b|\bi'?ll (?:join|take part|participate)\b|\bput me (?:down|in)\b|\b(?:the )?(?:join|invite|challenge) code is\b",
    "leave": r"\b(?:not|no longer|stop) (?:doing|part of|in) (?:the|this|that) (?:\w+ )?(?:challenge|competition) ?(?:any ?more)?|\b(?:leave|quit|exit|drop(?:ping)? out(?: of)?|withdraw(?: from)?|bail(?:ing)?(?: on| out of)?|pull(?:ing)? out of|remove me from|take me (?:out|off)(?: of)?|kick me (?:out|from)(?: of)?|out of|get out of|no longer want to be in|don'?t want to (?:be in|do|take part in)) (?:the |this |that |my |our )?(?:\w+ )?(?:challenge|competition|board|game|group challenge)\b|\bi'?m dropping out\b",
    "language": r"\b(?:speak|talk|reply|write|switch|change|answer|respond|text|message) (?:\w+ ){0,3}(?:in |to |into )?(?:english|chinese|mandarin)\b|\bin (?:english|chinese|mandarin) (?:please|from now)|"
    + _clause(r"[-/ ]*(?:english|chinese|mandarin)(?: only)?")
    + r"|\bi (?:only )?(?:speak|prefer|understand)(?: only)? (?:english|chinese|mandarin)\b|\bdon'?t (?:speak|understand|read) (?:any )?(?:english|chinese|mandarin)\b",
    "link": r"\b(?:link|connect|pair|hook up|sync|merge) (?:\w+ ){0,3}(?:account|accounts|telegram|discord|web|website|browser|phone)\b|\b(?:link|pairing|linking|connection|sync) code\b",
    "undo": _clause(
        r"(?:undo|delete|remove|scrap|scratch|cancel|revert|erase|discard|take back|ignore) (?:that|it|this|the (?:last|previous)(?: (?:one|entry|log|thing|message))?|that (?:last )?(?:one|entry|log|thing)|my last(?: (?:one|entry|log|message|workout))?|what i (?:just )?(?:said|logged|wrote)|last (?:one|entry|log))",
        r"(?:that|it|this|(?:my|the|that) last (?:one|entry|log))(?: was| is|'s|s)? (?:a mistake|an error|wrong|a typo|incorrect|by accident|an accident|not right|a joke)",
        r"(?:i )?(?:made a mistake|logged (?:that|it) (?:by mistake|wrong|twice)|typed (?:that|it) wrong|didn'?t mean (?:that|to (?:log|send|save) that))",
        r"(?:forget|ignore) (?:that(?: last (?:one|message|entry|bit))?|what i (?:just )?(?:said|logged|wrote)|my last (?:message|entry))",
        r"(?:that'?s |that is )?not right,? (?:undo|delete it|remove it)",
        r"wrong (?:chat|entry|number|one)",
        r"undo",
    ),
    "skip": _clause(
        r"(?:i'?d |i would )?(?:rather|prefer) not(?: to)?(?: (?:say|answer|tell(?: you)?|share|talk about))?(?: (?:that|this|it))?(?: (?:one|question))?",
        r"(?:skip|pass)(?: (?:on )?(?:that|this|it|the))?(?: (?:one|question))?",
        r"(?:i )?don'?t want to (?:answer|say|share|tell|talk about)(?: (?:that|this|it|you))?(?: one| question)?",
        r"(?:that'?s |it'?s )?(?:private|personal|none of your business|too personal)",
        r"next(?: question| one)?",
        r"(?:i )?(?:have )?no (?:idea|clue)",
        first=True,
    ),
    "help": rf"\bhow (?:do|can) i (?:change|edit|correct|fix|delete|remove) (?:a|an|my last|old|the last) (?:log|entry|workout|record)\b|{_FIRST}help me (?:out|understand)\b|"
    r"\bwhat (?:else )?(?:can|do|could) you (?:actually |even )?(?:do|help)\b|\bhow (?:do|can|should|would|to) (?:i )?(?:log|record|track|enter|add|use|save|input|report)\b(?! (?:creatine|dumbbells|the (?!bot|app)|a foam))|\bhow (?:does|do) (?:this|it|you|the|these)(?: \w+)? works?\b|\b(?:show|list|give)(?: me)? (?:the |all |your )*(?:commands|options|menu|features|instructions)\b|"
    + _clause(
        r"(?:i need |i want )?(?:some )?help(?: me)?(?: out)?",
        r"i.m (?:lost|confused|stuck)",
        r"i don.t (?:get|understand) (?:it|this|how (?:this|it) works)",
    )
    + r"|\bwhat are you (?:for|able to do|good for|capable of)\b|\bwhat can i (?:ask|do here|say|type|tell you)\b",
    "settings": r"\b(?:open|show|change|where are|where'?s|see|update|edit|go to|find|adjust|how do i (?:get to|change)) (?:\w+ ){0,4}(?:settings|preferences|config|configuration)\b|\b(?:settings|preferences) (?:menu|page)\b",
    "me": r"\bshow (?:me )?my (?:info|data|details|profile)\b|\bwhat do you know (?:\w+ ){0,3}about me\b|\bmy (?:profile|facts|details) (?:say|look|show)|\bwhat(?:'s| is| does| are) (?:in |on )?my (?:profile|info|details|account)\b|\bwhat (?:\w+ ){0,2}(?:do|did|have) you (?:\w+ )?(?:have|know|store|remember|stored|saved|got|keep|kept|hold|collect) (?:\w+ )?(?:on|about|of) me\b|\b(?:show|see|check|view|open) (?:me )?(?:my|what you know) (?:profile|info|details|facts|about me)\b|\bhow (?:old|tall|heavy) (?:do you think )?am i\b",
    "progress": r"\bhave i been (?:consistent|good|improving|slacking|doing|training|active|better|regular)\b|\b(?:graph|chart|plot|trend|history) of my (?:weight|sleep|steps|runs|running|workouts|heart rate|lifts|progress|\w+)\b|\bhow(?:'s| is| are|'re) my (?:\w+ ){1,3}(?:trending|evolving|developing)\b|"
    r"\bhow many (?:\w+ ){1,5}(?:have i|did i|i'?ve|do i have|i did)\b|\bwhat did i (?:do|log|train|lift|run|eat) (?:\w+ )?(?:on|last|yesterday|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\b(?:did|have|am|are|do) (?:i|we) (?:\w+ )?(?:gotten (?:any )?(?:stronger|faster|better|fitter)|got (?:any )?(?:stronger|faster|fitter)|improve|improved|improving|get(?:ting)? (?:any )?(?:stronger|faster|better|fitter)|progress(?:ed|ing)?|make progress|made (?:any )?progress|doing (?:better|ok|well))\b|\bhow(?:'s| is| are|'re) my (?:\w+ ){1,3}(?:coming along|going|doing|looking|progressing|trending)\b|\b(?:show|see|give|check|view|send)(?: me)? (?:\w+ ){0,2}(?:progress|stats|statistics|summary|trend|chart|graph|numbers|history|report|recap)\b|\bmy (?:best|longest|fastest|personal best|records?|prs?|pbs?|streak|averages?|totals?)\b(?=[^.]*\?)|\bwhat(?:'s| is| was| are) my (?:\w+ )?(?:best|longest|fastest|pr|pb|streak|average|total|record|records|progress|stats)\b|\bhow (?:have|did|am) i (?:been )?(?:do|done|doing|progress\w*)\b|\bhow long is my streak\b|"
    + _clause(r"(?:my )?(?:progress|stats|statistics|recap|summary)(?: this (?:week|month))?"),
    "yes": _clause(
        r"(?:hell|oh|fuck|heck) (?:yes|yeah)|yes(?: yes)?|yeah+|yep|yup|ya+s+|sure(?: thing| why not)?|ok(?:ay)?|absolutely|definitely|deal|sounds (?:good|great|fine|perfect)|works for me|fine by me|go for it|go ahead|perfect|why not|of course|i guess so|for sure|(?:yes )?let'?s (?:do (?:that|it|this))|all good|great idea|good idea|that works|let'?s go with (?:that|it)|i'?m down|count on it|bet|sounds like (?:a )?(?:plan|fun)|(?:yup|yep|yeah|yes|ok|sure|cool) (?:go ahead|do it|please|let'?s|that works|sounds good|why not|of course|sure)|cool|nice one|roger|copy that|got it|will do|you got it|say no more|agreed|i'?m game|suits me|please do",
        first=True,
    ),
    "no": _clause(
        r"no way jose|no+|nope|nah+|no (?:way|thanks|thank you|need)|not (?:today|now|really|for me|interested|this time|feeling it)|(?:nah|no|nope) (?:not feeling it|i'?m good|not today|maybe not|thanks)|i'?m good|hell no|don'?t (?:bother|do that|want (?:that|it|to))|i don'?t (?:want (?:to|that|it)|think so)|i'?ll pass|no i don'?t|(?:i'?d )?rather not(?: do (?:that|it|this))?|(?:no|nope|nah)?,? ?leave it|no thanks mate|hard pass|absolutely not|not a chance|forget it|drop it|skip it",
        first=True,
    ),
    "greeting": rf"{_FIRST}(?:good (?:morning|afternoon|evening)|morning|evening|hiya|hey+|hello+|hi+|howdy|yo|sup|wass?up|yo+|greetings)\b(?! (?:run|walk|workout|jog|session|ride|yoga|swim|routine|bp|hr|pulse|weight|\d))",
    "thanks": r"\bthank(?:s| you| u)\b|\bcheers\b|\bmuch appreciated\b|\bta\b(?=$|[,.!])|\bbless you\b|\bi appreciate\b",
    "how_to_start": r"\bwhat(?:'s| is| would be) (?:a|the|my) (?:good |best )?first (?:step|thing|workout|exercise)\b|\bwhat do i do first\b|"
    r"\bhow (?:should|do|can|would|could|to) (?:i |you |one )?(?:best )?(?:get rid of|get a|get my|burn|tone|drop|shed|lose|bulk|slim|become|improve my|get into|build|start|learn to run)\b(?! (?:my (?:data|account)|data|an? (?:copy|code)))|\bwhere (?:do|should|can|would) i (?:even )?(?:start|begin)\b|\b(?:don'?t|no idea|not sure|dunno) (?:know )?(?:where|how|what) to (?:start|begin|do first|get started)\b|\bwhat(?:'s| is) a good (?:way|place|plan|first step) to (?:start|begin|get|lose)\b|\bhow (?:do|should) (?:beginners|i as a beginner)\b|\bany (?:tips|advice) (?:for|on|to) (?:\w+ )?(?:start\w*|beginners?|losing|getting|a beginner)\b",
}
