"""Signs of danger as people write them in English: name of the sign -> patterns. Rules about them are in `red_flags`.

The text is lower case with plain apostrophes. A sign says only what is described; whether it is negated, past, a
question or about somebody else is decided in `screening`.
"""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Mapping

from core.understanding.aliases import one_of

_MINE = r"(?:(?:my|his|her|their|the|our|your|a|an|some|this|that) )?"
_BE = (
    r"(?:(?:is|was|are|were|am|'s|feels?|felt|feeling|gets?|got|getting|keeps?|has|have|had|been|went|going|goes|gone"
    r"|really|so|very|quite|a|bit|kind|of|sort|super|just|suddenly|started|starts?|starting|to|all|still|now|looks?|looking"
    r"|turned|turning|seems?|like|it|be|becoming|became|badly|too|extremely|pretty|completely|half|also|only|both|even"
    r"|under|with|when|i|breathe|run|train)\b ?){0,5}"
)
_ACHE = r"(?:pains?|aches?|aching|achy|hurt(?:s|ing)?|tight(?:ness|ening|ens)?|pressure|squeez\w*|crush\w*|constrict\w*|discomfort|stabbing)"
_MED = (
    r"(?:meds?|medications?|medicines?|pills?|tablets?|insulin|metformin|statins?|beta[- ]?blockers?|anti-?depressants?|ssris?"
    r"|lithium|warfarin|blood thinners?|inhalers?|prednisone|steroid inhaler|thyroxine|levothyroxine|lisinopril|metoprolol"
    r"|propranolol|atenolol|bisoprolol|amlodipine|losartan|ramipril|eliquis|xarelto|ozempic|semaglutide|wegovy|mounjaro"
    r"|tirzepatide|adderall|ritalin|xanax|sertraline|zoloft|prozac|lexapro|accutane|diuretics?|prescriptions?|bp (?:meds|pills)"
    rf"|painkillers?|ibuprofen|naproxen|aspirin|opioids?|gliclazide|glipizide|hydrocortisone|{one_of('medicines', latin=True)})"
)
_DRUG = (
    r"(?:steroids?|tren|trenbolone|test(?:osterone)? (?:cycle|e|c|enanthate|cypionate)|anavar|dianabol|dbol|winstrol|winny|deca"
    r"|sarms?|ostarine|rad ?-?140|mk-?677|hgh|growth hormone|clen|clenbuterol|ephedrine|eca stack|t3 (?:cycle|for)|epo)"
)
_HEAD = r"(?:(?:my|his|her|the|their) )?head(?!-|s\b| start| to head)"
_LIMB = r"(?:left|right|one) (?:arm|side|leg|hand)"

SIGNS_EN: Mapping[str, tuple[str, ...]] = {
    "chest_pain": (
        rf"\bchest {_BE}{_ACHE}\b",
        rf"\bchest (?:{_BE})(?:heaviness|on fire|burning|killing me)\b",
        r"\b(?:my|his|her) chest (?:is|feels?|felt|got|gets) (?:\w+ )?(?:heavy|funny|weird)",
        r"\b(?:tight|crushing|squeezing|burning|stabbing|aching|sharp|hurting) (?:chest|breastbone|sternum)\b"
        r"(?! (?:strap|day|press|fly|flies|flyes|workout))",
        rf"\b(?:pains?|ache|tightness|tight feeling|pressure|squeezing|crushing|heaviness|discomfort|burning|stabbing|twinges?|hurts?)"
        rf"(?: \w+){{0,3}} (?:in|across|on|behind|around|round|inside|to|over|through|near|under) {_MINE}(?:left |upper |middle of |center of |centre of )*"
        rf"{_MINE}(?:chest|breastbone|sternum|heart)\b(?! (?:strap|day|press|fly))",
        r"\b(?:elephant|someone|something(?: heavy)?|(?:huge |heavy )?weight) (?:is |was )?(?:sitting|standing|pressing) on my chest",
        r"\b(?:pains?|ache|tightness|pressure|squeezing|crushing|heaviness|stabbing|burning)(?: \w+){0,6} (?:my|his|her|the) (?:left |upper |lower )?(?:chest|heart)\b(?! (?:strap|day|press|fly|flies|flyes|rate))",
        r"\bchest (?:[\w']+ ){0,4}(?:like a (?:vi[cs]e|band|belt|rock|weight|ton)|in a vi[cs]e)\b",
        r"\bheart (?:[\w']+ ){0,6}(?:squeez|crush|clench|stabb)\w*",
        r"\bheart (?:pains?|hurts|is hurting|aches)\b",
        r"\bhaving angina\b|\bangina (?:attack|is (?:back|worse))",
        r"\bpains? (?:\w+ )?(?:spreading|radiating|going|shooting|running|moving|travell?ing) (?:down |to |into |up |through )+"
        r"(?:my |the |his |her )?(?:left (?:arm|shoulder|hand)|jaw|arm and jaw)",
        r"\b(?:pains?|aches?|aching|numb\w*|hurts?|heaviness)(?: \w+){0,4} (?:arm|shoulder)(?: and| and my|,) jaw\b|\bjaw and (?:my )?(?:left )?arm\b|\barm and jaw (?:\w+ )?(?:hurt|ache|pain)\w*",
    ),
    "heart_attack": (
        r"\b(?:having|has|have|suffering|suffered|just had|like) an? (?:\w+ )?(?:heart attack|cardiac arrest|mi)\b",
        r"\b(?:he|she|they|dad|mom|mum|father|mother|brother|sister|husband|wife|friend|guy|man|woman|someone|somebody|buddy|partner|uncle|aunt|gran\w*|coach|colleague|neighbou?r) had a (?:\w+ )?heart attack\b",
        r"\b(?:it'?s|is it|is this|this is|be|think|might be|could be|maybe) an? heart attack",
        r"\bheart (?:has )?stopped\b(?! rate)",
    ),
    "heart_history": (
        r"\b(?:heart attack|cardiac arrest|bypass|heart surgery|open heart|heart transplant|ablation|myocarditis)\b",
        r"\b(?:a|two|three|\d) (?:cardiac |heart |coronary )?stents?\b|\bstent (?:put in|placed|fitted)|\bpacemaker\b|\bicd implant",
        r"\bheart (?:failure|disease|condition)\b|\bcardiomyopathy\b|\b(?:have|has|got|with) angina\b",
    ),
    "stroke_now": (
        rf"\b(?:face|mouth|smile|eyelid)\b {_BE}(?:droop\w*|sagging|fallen|lopsided|crooked|numb)",
        r"\bdroop\w* (?:face|mouth|smile)|\bface (?:has )?droop",
        r"\b(?:one|left|right) side of (?:my|his|her|the) (?:face|body)",
        r"\bslurr(?:ed|ing|s|y)?\b|\b(?:words?|speech) (?:\w+ ){0,4}(?:wrong|jumbled|garbled|mixed up|nonsense|weird|gibberish|mush)\b",
        r"\b(?:suddenly|all of a sudden) (?:\w+ ){0,2}(?:can'?t|cannot|couldn'?t) (?:lift|move|raise|feel|use|see|speak|walk straight)\b|\b(?:can'?t|cannot|couldn'?t) (?:lift|move|raise|feel|use) (?:my |his |her )?(?:left|right|one) (?:arm|hand|leg|side)(?: \w+){0,3} suddenly",
        r"\b(?:can'?t|cannot|couldn'?t|unable to) (?:speak|talk|form words|get (?:my|the|his|her) words out|find (?:my|the) words)\b",
        rf"\b(?:my |his |her )?{_LIMB} {_BE}(?:weak|numb|limp|paraly\w+|dead|won'?t move)\b",
        rf"\b(?:sudden(?:ly)?|all of a sudden) (?:\w+ ){{0,4}}(?:weak|weakness|numb|numbness|paralysis) (?:in|on|of|down) {_MINE}(?:{_LIMB}|arm|leg|face|side)",
        rf"\b(?:weak|weakness|numb|numbness) (?:\w+ )?(?:in|on|down) {_MINE}(?:left|right|one) (?:side|arm|leg)\b",
        r"\b(?:arm|leg) (?:suddenly|just|has) (?:went|gone|got|became) (?:weak|numb|limp|dead)",
        r"\b(?:sudden(?:ly)?|all of a sudden) (?:\w+ ){0,4}(?:blind|loss of (?:vision|sight)|vision loss|double vision)",
        r"\b(?:lost|losing) (?:my |the |all )?(?:vision|sight|eyesight)\b|\b(?:can'?t|cannot|couldn'?t) see (?:out of|from|with) (?:one|my|the)",
        r"\bwent blind (?:in|for)|\bvision (?:suddenly )?(?:went|gone|disappeared) (?:black|dark)?(?: in one)?",
        r"\b(?:having|just had|has had|think (?:it'?s|this is|he'?s had|she'?s had)) an? (?:mini[- ]?)?(?:stroke|tia)\b",
    ),
    "stroke_history": (
        r"\b(?:had|have had|survived|since|after) (?:a|my|two) (?:mini[- ]?)?(?:stroke|tia)s?\b(?! (?:rate|count))",
    ),
    "faint": (
        r"\b(?:fainted|fainting|passed out|passing out|black(?:ed|ing) out|lost consciousness|losing consciousness|unconscious"
        r"|unresponsive|keeled over|knocked out cold|out cold|went down like)\b",
        r"\b(?:i|he|she|they|dad|mom|mum|father|mother|friend|brother|sister|husband|wife|guy|man|woman|buddy|partner|coach|runner"
        r"|someone|somebody|son|daughter|just|suddenly|person|client|teammate|and) (?:just |suddenly |has |have |then )*collaps(?:ed|es)\b",
        r"(?:^|[.!?,;:] ?|\band |\bthen )(?:i )?(?:just |suddenly )?collapsed (?:at|in|on the (?:floor|ground|track|treadmill|street|pavement)|during|after|this|today|yesterday|mid|while|twice|again|last night)\b",
        r"\b(?:keep|kept|keeps) (?:fainting|passing out|blacking out|collapsing)\b|\bi (?:faint|pass out|black out)\b",
        r"\beverything (?:just |suddenly )?went (?:black|dark|blank)\b|\b(?:was|were|went|been|down|,|and) (?:\w+ )?out (?:cold )?for (?:a |about |\d+ |some |several )*(?:few )?(?:seconds?|secs?|moments?|minutes?)\b",
        r"\b(?:woke up|came to|found (?:myself|him|her)) on the (?:floor|ground)\b",
        r"\b(?:won'?t|can'?t|isn'?t|not|doesn'?t|didn'?t) (?:wake|waking|respond|responding)\b(?! up (?:early|at|before|to|for|without|in))",
    ),
    "unresponsive": (
        r"\b(?:won'?t|can'?t|isn'?t|not|doesn'?t) (?:wake (?:him|her|them)|waking up|respond|responding)\b|\bunresponsive\b|\bno pulse\b"
        r"|\b(?:not|stopped|isn'?t) breathing\b",
    ),
    "near_faint": (
        r"\b(?:nearly|almost|about to|going to|gonna|close to) (?:faint(?:ed|ing)?|pass(?:ed|ing)? out|black(?:ed|ing)? out|collaps(?:e|ed|ing))\b",
        r"\b(?:feel|feels|felt|feeling) (?:really |very |so )?faint\b",
    ),
    "dizzy": (
        r"\b(?:dizz(?:y|iness)|light-?headed(?:ness)?|woozy|vertigo|room (?:is |was )?spinning|see(?:ing)? stars|vision (?:went|goes|going) (?:black|dark))\b",
    ),
    "confused": (
        r"\b(?:i'?m|i am|he'?s|she'?s|is|was|were|feel|feeling|felt|seems?|acting|got|getting|and|very|so|really|,) (?:\w+ )?(?:confused|disorient\w+|delirious|incoherent)\b(?! (?:about|by|with|which|what|how|why|on))",
        r"\bconfusion\b|\b(?:doesn'?t|don'?t|didn'?t) (?:know|recogni[sz]e) where (?:he|she|i|they)\b|\b(?:talking|speaking) nonsense\b|\bnot making sense\b|\bdisoriented\b|^confused\b",
    ),
    "palpitations": (
        rf"\bheart (?:rate )?{_BE}(?:racing|pounding|flutter\w*|skipp?\w*|irregular\w*|thump\w*|flip-?flop\w*|beating (?:weird|funny|strange|out|irregular|like crazy)\w*|all over the place)",
        r"\bpalpitations?\b|\birregular (?:heart ?beat|pulse|rhythm|heart)|\bskipped beats\b|\barr?h?ythmia\b|\ba-?fib\b|\bracing heart\b",
    ),
    "irregular_heart": (
        r"\bpalpitations?\b|\birregular (?:heart ?beat|pulse|rhythm|heart)|\bskipp(?:ed|ing|s) beats?\b|\barr?h?ythmia\b|\ba-?fib\b|\bheart (?:\w+ ){0,3}(?:flutter\w*|irregular\w*)",
    ),
    "cant_breathe": (
        r"\b(?:can'?t|cannot|can not|can hardly|can barely|unable to|not able to) (?:\w+ )?(?:breathe?|breath|catch (?:my|his|her|a) breath|get (?:enough |any )?air|get a (?:full |deep )?breath)\b",
        r"\b(?:struggling|hard|difficult|difficulty|trouble|problems?|fighting|labou?red|struggles?|battling)(?: \w+)? (?:to breathe?|breathing|to get air)\b|\bbreathing (?:is|was|has become|gets) (?:really |very |so )?(?:hard|difficult|labou?red)\b|\blabou?red breathing\b|\bbreathing difficult\w*",
        r"\b(?:struggling|fighting|gasping|desperate) for (?:breath|air)\b|\bsuffocating\b|\bchoking\b(?! up)|\bfighting for (?:air|breath)",
    ),
    "breathless": (
        r"\b(?:short(?:ness)? of breath|breathless(?:ness)?|gasping)\b",
        r"\b(?:couldn'?t|could not|could hardly|could barely|barely) (?:\w+ )?(?:breathe?|catch (?:my|his|her|a) breath|get (?:enough |any )?air)\b",
    ),
    "blue_lips": (
        rf"\b(?:lips|fingertips|face|nails)\b {_BE}blue\b|\bblue (?:lips|fingertips|nails|face)\b",
        r"\b(?:pink|bloody|frothy) (?:froth\w*|foam\w*|sputum|phlegm)|\bfroth\w* at the mouth\b",
    ),
    "wheeze": (r"\bwheez\w+\b",),
    "inhaler_fails": (r"\binhaler (?:\w+ ){0,2}(?:isn'?t|not|doesn'?t|didn'?t|won'?t|does nothing|empty)",),
    "cough_blood": (
        r"\b(?:cough\w*|spit\w*|hack\w*|bring\w*)(?: up| out)? (?:\w+ )?blood\b|\bblood (?:when|in|with) (?:i cough|my (?:phlegm|spit|sputum))|\bvomit\w* (?:up )?blood\b|\bthrowing up blood\b",
    ),
    "breathless_lying": (
        r"\b(?:breathless|short of breath|can'?t breathe) (?:\w+ ){0,3}(?:lying|laying|lie|flat|in bed|at night)",
        r"\b(?:wake|woke|waking|wakes) (?:\w+ ){0,4}(?:gasping|breathless|short of breath|choking|can'?t breathe|suffocating)",
        r"\bcan'?t (?:lie|lay|sleep) (?:down )?flat\b",
    ),
    "water_inhaled": (r"\b(?:swallowed|inhaled|breathed in|aspirated|took in|choked on) (?:\w+ ){0,4}water\b",),
    "cough": (r"\bcough\w*\b",),
    "hot_place": (
        r"\b(?:heat|heatwave|sauna|hot (?:day|weather|sun|out|yoga|room|and)|sun|humid\w*|3[2-9] ?°?c? (?:degrees|outside)|overheat\w*|burning hot|boiling|burning up|really hot|so hot|very hot|too hot|summer)\b",
    ),
    "no_sweat": (r"\b(?:stopped|not|no longer|isn'?t|wasn'?t|quit) sweating\b",),
    "heatstroke": (
        r"\b(?:have|having|had|got|getting|gave me|think|with|from|is it|maybe|possible|this is|it'?s|has|suffering)(?: \w+){0,4} heat ?-?strokes?\b|^heat ?stroke\b",
    ),
    "heat_exhaustion": (r"\bheat exhaustion\b|\bsun ?stroke\b",),
    "dark_urine": (
        r"\b(?:pee|urine|piss|wee|peeing)\b(?: \w+){0,4} (?:cola|coke|(?:dark )?brown(?:ish)?|tea|black|rusty|red(?:dish)?|soy sauce)\b",
        r"\b(?:cola|coke|tea|brown|black|rusty|soy sauce)(?:[- ]colou?red)? (?:pee|urine|piss|wee)\b|\brhabdo\w*\b",
    ),
    "dark_urine_weak": (
        r"\b(?:pee|urine|piss)\b (?:is |was |looks? |has been )?(?:\w+ )?dark\b(?! yellow)|\bdark (?:pee|urine|piss)\b",
    ),
    "muscle_swelling": (
        r"\b(?:arms?|legs?|thighs?|quads?|biceps|muscles?|triceps|elbows|forearms?)\b(?: \w+){0,4} (?:swollen|swelling|swelled|huge|can'?t bend|can'?t straighten|rock hard)",
        r"\b(?:muscles?|legs?|arms?|quads?|thighs?)\b(?: \w+){0,3} (?:pain|hurt\w*|agony|extremely sore|so sore|weak|sore)",
        r"\bsevere (?:muscle )?(?:pain|soreness)\b",
    ),
    "head_injury": (
        r"\b(?:hit|hits|bumped|banged|knocked|smacked|whacked|cracked|struck|smashed|clipped|slammed) (?:\w+ )?"
        + _HEAD
        + r"\b",
        r"\bhelmet (?:\w+ )?(?:cracked|broke\w*|smashed|split|dented)\b|\bhead (?:injury|trauma|knock)\b|\bconcuss\w*\b|\bknock (?:to|on) the head\b|\b(?:landed|fell|falling|dropped|came down) (?:\w+ ){0,3}on (?:to )?"
        + _HEAD
        + r"\b",
        r"\b(?:bar|barbell|plate|dumbbell|kettlebell|ball|weight)\b(?: \w+){0,3} (?:hit|on|onto|struck) "
        + _HEAD
        + r"\b",
    ),
    "head_alarm": (
        r"\b(?:vomit\w*|threw up|throwing up|puk\w+|nause\w*|drows\w*|sleepy|pupils?|can'?t remember|don'?t remember|memory|amnesia|blurr\w*|double vision|seeing double|headache|blood (?:from|coming))\b",
    ),
    "pupils": (
        r"\b(?:unequal|different(?:[- ]size\w*)?|one) pupils?\b|\bpupils? (?:\w+ ){0,3}(?:unequal|different|uneven|not the same|bigger)",
    ),
    "worst_headache": (
        r"\bworst (?:headache|head ?pain|migraine)\b|\bthunder-?clap\b|\bheadache (?:came|hit|started|struck) (?:\w+ )?(?:suddenly|out of nowhere|like)",
        r"\bsudden(?:ly)? (?:\w+ ){0,4}(?:severe|explosive|splitting|massive|violent|blinding|terrible|intense|excruciating|unbearable) (?:headache|head ?pain|pain in my head)",
        r"\bexplosive headache\b|\bhead (?:feels? like it'?s|is|was)(?: \w+)? (?:exploding|going to explode)\b",
    ),
    "severe_headache": (
        r"\b(?:severe|terrible|bad|awful|pounding|splitting|massive|horrible|intense|worst|killer|strong) (?:\w+ )?(?:headache|head ?ache|migraine)\b|\bhead (?:is )?(?:pounding|killing me|hurts)\b|\bheadaches?\b",
    ),
    "vision": (
        r"\b(?:blurr(?:ed|y)|double|tunnel) vision\b|\bvision (?:\w+ ){0,3}(?:blurr\w*|fuzzy|double|funny|weird|spots)|\bsee(?:ing)? (?:spots|double|flashes|flashing)|\bblurry\b",
    ),
    "seizure": (
        r"\bseizures?\b|\bconvuls\w+\b|\b(?:had|having|has|have) a fit\b(?!ness)|\bepileptic (?:fit|attack)\b",
    ),
    "neck_fall": (
        r"\b(?:fell|landed|fall|landing|dropped|came down|crashed|dived|dove)(?: \w+){0,4} (?:my |his |her |the )?neck\b",
        r"\b(?:bar|barbell|weight)(?: \w+){0,3} (?:fell|dropped|landed|came down)(?: \w+){0,3} (?:my |his |her )?neck\b|\b(?:bar|barbell|weight)(?: \w+){0,3} (?:slipped|hit|rolled|crushed|pinned)(?: \w+){0,3} (?:my |his |her )?neck\b|\bneck (?:injury|snapped|cracked)\b|\b(?:hurt|injured|broke) (?:my|his|her) (?:neck|spine)\b",
    ),
    "tingling": (
        r"\btingl\w*|\bnumb\w*|\bpins and needles\b|\bcan'?t feel (?:my |his |her )?(?:hands?|arms?|fingers?|legs?|feet|toes)\b|\belectric\w* shocks?\b",
    ),
    "leg_weakness": (
        r"\b(?:my |both |his |her )?(?:legs?|foot|feet)\b (?:\w+ ){0,2}(?:paraly[sz]ed|won'?t move|has gone (?:weak|numb|dead)|suddenly (?:\w+ )?(?:weak|numb|gave))",
        r"\b(?:can'?t|cannot|couldn'?t) (?:move|feel) (?:my |his |her |one |either |both )?(?:left |right )?(?:legs?|foot|feet|toes)\b|\bfoot drop\b|\bparaly[sz]ed\b",
        r"\b(?:lost|losing|no|loss of) (?:all |any )?(?:feeling|sensation|strength|power|movement|control) (?:in|of) (?:my |both |one |his |her |the )*(?:left |right )?(?:legs?|feet|foot|toes)\b",
        r"\b(?:new|sudden|suddenly) (?:\w+ ){0,2}(?:leg weakness|weakness in (?:my |both |one )?legs?|weak legs?)\b|\bleg weakness\b|\b(?:one|left|right) leg (?:\w+ ){0,2}(?:weak\w*|numb\w*|giving way|dragging)",
    ),
    "saddle": (
        r"\bnumb\w*(?: \w+)? (?:between|in|around|near|over) (?:my |the |his |her |both )?(?:legs|groin|saddle|crotch|inner thighs?|genitals?|privates|private parts|buttocks|bottom|anus)",
        r"\b(?:groin|crotch|genitals?|saddle(?: area)?|between my legs|private parts|privates|down there)\b(?: \w+){0,3} numb\w*|\bsaddle (?:numbness|an(?:a)?esthesia)\b",
    ),
    "bladder": (
        r"\b(?:can'?t|cannot|couldn'?t|unable to|lost|losing|no|loss of|lose)(?: \w+){0,2} (?:control|hold|feel)(?: \w+){0,3} (?:bladder|bowels?|pee|urine|wee|poo\w*)",
        r"\b(?:lost|losing|loss of|lose|no) (?:my |all )?(?:bladder|bowel)s?\b|\b(?:can'?t|cannot|couldn'?t|unable to) (?:pee|urinate|pass urine)\b|\bincontinen\w+\b|\b(?:wet|soiled) (?:myself|himself|herself)\b",
    ),
    "back_pain": (
        r"\bback (?:\w+ ){0,2}(?:pain|hurts?|went|injur\w*|gave|spasm\w*|out|popp\w*|ache\w*)|\bdeadlift\w*|\b(?:hurt|injured|pulled|tweaked|strained|threw out) my (?:lower )?back\b|\bsciatica\b",
    ),
    "pop": (
        r"\b(?:heard|felt|hear|feel|there was|with|a)(?: \w+){0,4} (?:loud |big |audible )?(?:pop|snap|crack|tear|rip|popping|snapping)\b(?! (?:of (?:joy|colou?r|energy)|up|music|song|in the))",
        r"\b(?:knee|ankle|achilles|hamstring|shoulder|bicep|calf|pec|elbow|hip|wrist|quad|tendon|groin) (?:just |suddenly )?(?:popped|snapped|tore|ripped|went pop|gave way|buckled)\b",
    ),
    "sprain": (
        r"\b(?:twisted|rolled|sprained|wrecked|injured|hurt|landed (?:badly |wrong )?on|busted) (?:my |his |her )?(?:left |right )?(?:ankle|knee|foot|wrist|leg|hip)\b|\bfell\b",
    ),
    "swollen": (
        r"\bswollen\b|\bswelling\b|\bswelled\b|\bballoon\w*|\bbruis\w+\b|\bblack and blue\b|\bsize of an? (?:grapefruit|orange|tennis ball|melon|egg|baseball|golf ball)\b|\bpurple\b",
    ),
    "no_weight": (
        r"\b(?:can'?t|cannot|couldn'?t|unable to|not able to) (?:\w+ ){0,2}(?:bear|put|take)(?: any| my| much| full)? (?:weight|pressure)\b|\b(?:can'?t|cannot|couldn'?t) (?:walk|stand|step) on (?:it|my|that|the)\b",
        r"\b(?:can'?t|cannot|couldn'?t) (?:stand on|weight[- ]bear|raise my arm|lift my arm|straighten (?:it|my)|bend (?:it|my knee))",
    ),
    "cant_walk": (r"\b(?:can'?t|cannot|couldn'?t|unable to|can barely) (?:\w+ )?(?:walk|stand(?: up)?)\b",),
    "deformity": (
        r"\b(?:looks?|is|bent|sticking|pointing|at)(?: \w+){0,3} (?:deformed|out of (?:place|its socket|socket)|wrong (?:angle|way|direction)|weird angle|funny angle|odd angle)\b|\bdeformed\b|\bdeformity\b",
        r"\bdislocat\w*\b|\bpopped (?:my |his |her |the )?(?:left |right )?(?:shoulder|knee|kneecap|hip|elbow|finger) out\b|\b(?:shoulder|kneecap|knee|hip|elbow)(?: just| has)? (?:popped|came|slipped|went) out\b|\b(?:achilles|acl|hamstring|biceps?|quad|pec|tendon|ligament)(?: tendon)?(?: just| has| completely| suddenly)? (?:snapped|ruptured|tore|popped)\b|\bbone (?:is |was )?(?:sticking|showing|visible|poking)|\bout of (?:its )?socket\b",
        r"\b(?:broke|broken|fractured|fracture|snapped|shattered|breaking) (?:my |his |her |a |in my )?(?:left |right )?(?:arm|leg|wrist|ankle|foot|collarbone|ribs?|hip|bone|fingers?|toes?|tibia|femur|hand|nose|shin)\b",
        r"\b(?:ruptured|tore|torn|rupture) (?:my |his |her |an? )?(?:left |right )?(?:achilles|acl|biceps?|pec|hamstring|meniscus|quad|rotator cuff|calf|ligament|tendon)\b",
    ),
    "calf_clot": (
        r"\b(?<!both )calf\b(?: \w+|,){0,6} (?:swollen|swelling|swelled|puffy|hot|red|warm)\b",
        r"\b(?:swollen|swelling|hot|red|warm|puffy)(?:,? (?:and )?\w+){0,3} (?:in )?(?:my |his |her |one |left |right |the )+calf\b",
        r"\b(?:one|left|right) (?:lower )?leg\b(?: \w+|,){0,4} (?:swollen|swelling|puffy)(?: \w+|,){0,4} (?:hot|red|warm|pain\w*)|\b(?:blood clot|dvt|deep vein)\b(?: \w+){0,2} (?:in|leg|calf)|\b(?:think|have|got|might be|maybe)(?: \w+){0,2} (?:a )?(?:blood clot|dvt)\b",
    ),
    "hives": (
        r"\bhives\b|\b(?:itchy |red )?(?:rash|welts)\b|\ballerg\w+\b|\bbee sting\b|\bstung\b|\bitch\w* all over\b",
    ),
    "allergen": (r"\b(?:peanuts?|nuts|shrimp|prawns?|shellfish|sesame|seafood|bee|wasp|penicillin|antibiotics?)\b",),
    "throat_swelling": (
        rf"\b(?:throat|tongue|lips?|face|eyes)\b {_BE}(?:swell\w*|swollen|swelled|clos(?:ing|ed)|puff\w*|tight\w*)",
        r"\b(?:swollen|swelling|tight|closing) (?:of (?:my |the )?)?(?:throat|tongue|lips?|face)\b",
    ),
    "airway": (
        rf"\b(?:throat|airway|tongue)\b {_BE}(?:clos(?:ing|ed)|swell\w*|swollen|swelled)|\banaphyla\w+\b|\b(?:used|need|using) (?:my|an?|his|her|the) epi-?pen\b",
    ),
    "bleeding": (r"\bbleed(?:ing|s)?\b|\bspotting\b|\bbled\b|\bblood\b",),
    "waters": (
        r"\b(?:water|waters|membranes?) (?:just |have |has )?(?:broke|broken|ruptured|leaking)\b|\b(?:leak\w*|gush\w*)(?: \w+){0,3} fluid\b|\bfluid (?:is )?(?:leak\w*|gush\w*)\b|\bleaking\b",
    ),
    "contractions": (r"\bcontractions\b|\bcramp(?:s|ing)\b",),
    "belly_pain": (
        r"\b(?:belly|stomach|abdom\w+|tummy|pelvic|uterus)(?: \w+){0,3} (?:pains?|hurts?|ache\w*|cramp\w*|tight\w*|hard)\b|\bpains? in (?:my |the )?(?:belly|stomach|abdomen|tummy|pelvis)",
    ),
    "baby_still": (
        r"\bbaby(?:'s| is| has| hasn'?t| isn'?t| has been)?(?: \w+){0,2} (?:not moved|moved (?:much|all|today|less|in|since)|moving less|not moving|stopped moving|moving much|moving)\b|\b(?:less|reduced|fewer|no) (?:f(?:o)?etal |baby )?(?:movements?|kicks)\b",
    ),
    "calf_pain": (
        r"\bcalf (?:\w+ ){0,2}(?:pain|hurts?|swollen|swelling|ache\w*|sore)\b|\bpain in (?:my |one |the )?calf\b",
    ),
    "pregnant": (
        r"\bpregnan(?:t|cy)\b|\b\d{1,2} ?(?:weeks|wks) (?:along|pregnant)\b|\b(?:first|second|third|1st|2nd|3rd) trimester\b|\b(?:i'?m|am) expecting\b(?! (?:to|a pr|that|you|results))",
    ),
    "postpartum": (r"\bpost-?partum\b|\b(?:gave birth|delivered|c-?section) (?:\w+ ){0,3}(?:\d|days?|weeks?|last)",),
    "suicidal": (
        r"\b(?:kill(?:ing)?|hang(?:ing)?|shoot(?:ing)?|drown(?:ing)?|overdos\w+|hurt(?:ing)?) (?:himself|herself|themselves|themself)\b|\b(?:kill(?:ing)?|hang(?:ing)?|shoot(?:ing)?|drown(?:ing)?|overdos\w+) myself\b|\b(?:he|she|they) (?:\w+ )?wants? to die\b",
        r"\bsuicid(?:e|al)\b",
        r"\b(?:hop(?:e|ed|ing)|wish(?:ed|ing)?|pray(?:ed|ing)?) (?:that )?(?:i|to) (?:just |simply )?(?:don'?t|won'?t|never|didn'?t|wouldn'?t|couldn'?t|could not|do not|will not|not) (?:ever )?wake(?: up)?\b(?! (?:at|so|this|early|before|late|sore|everyone|the))",
        r"\b(?:tired|sick) of (?:waking up|being alive|being here|living|existing)\b(?! (?:at|so|this|early|in|to|with|on|like)|[^.!?]{0,20}\b(?:sore|stiff|tired|hungry|hungover|early|\d))",
        r"\b(?:gonna|going to|want to|wanna|gotta|might|will|should|just) (?:kms|kys myself|unalive (?:myself|me)|ctb|end it tonight)\b|\bsewer-?slide\b|\bunaliv(?:e|ing) (?:myself|me)\b|\b(?:having|got|had|bad|constant|passive|active) (?:\w+ )?si\b(?! (?:joint|pain|belt|jt))",
        r"\bi(?:'d| would| just| really| do)* ?(?:want|wanna|wish|wished|wanted|hope|going|prefer|rather) (?:\w+ ){0,3}?(?:die|be dead|was dead|were dead|not wake up|never wake up|stop existing|disappear forever|not be alive|not exist)\b",
        r"\bwish (?:i )?(?:was|were) (?:dead|never born)\b|\b(?:don'?t|do not|didn'?t|no longer|not) want to (?:live|be alive|be here any ?more|exist|wake up any ?more|go on living|keep living)\b",
        r"\b(?:want|wanna|wish i (?:was|were)|would rather) (?:to )?(?:be )?gone\b(?! (?:from|to|by|on|for))|\b(?:no ?one|nobody) would (?:care|notice|miss me)(?: \w+){0,2} (?:if i|died|was gone|disappeared)|\b(?:what'?s|what is|see) the point (?:of|in) (?:living|life|being alive|going on|my life|existing)",
        r"\b(?:don'?t|can'?t|no longer|do not|cannot) (?:see|have|find) (?:a|any|the|much) (?:reason|point|purpose) (?:to|in|for|of) (?:be(?:ing)? alive|liv(?:e|ing)|go(?:ing)? on|exist\w*|stay(?:ing)? alive)\b|\bif i (?:just )?(?:died|killed|disappeared|was dead|were dead|wasn'?t (?:here|around))\b",
        r"\bend(?:ing)? (?:my (?:own )?life|it all|it (?:tonight|now|today|soon|for good)|my existence)\b|\btake my (?:own )?life\b|\b(?:no|without (?:a|any)) (?:reason|point|point in|will|purpose) (?:to|in|for) (?:live|living|life|being alive|go on living)\b",
        r"\b(?:everyone|they|people|world|family|you)(?:'d| would| will|'ll)?(?: all)? (?:be )?better off (?:without me|if i (?:was|were) (?:dead|gone))\b|\bbetter off dead\b|\blife (?:is|isn'?t) (?:not )?worth living\b|\bnot worth living\b",
        r"\bdone with (?:life|living|everything and everyone)\b|\bjump(?:ing)? (?:off|from) (?:a|the|that|my) (?:\w+ )?(?:bridge|building|roof|balcony|cliff)\b(?! into)|\bjump(?:ing)? in front of a (?:train|car|bus|truck)",
        r"\btired of (?:living|being alive|life)\b|\bcan'?t (?:go on|live like this|do this) any ?more\b(?=.*\b(?:life|live|die|alive|living|end)\b)|\bready to die\b|\bgood ?bye (?:forever|cruel world)\b",
    ),
    "self_harm": (
        r"\b(?:relapsed|slipped)(?: back)? (?:on|into|with) (?:sh|si)\b|\b(?:doing|did|done|urges? to|days? clean from|clean from) sh\b|\bsh (?:again|urges?|relapse|last night|scars)\b|(?:🔪|🪒)[^.!?]{0,25}\b(?:arms?|thighs?|wrists?|legs?|skin|myself)\b",
        r"\bself[- ]?harm\w*\b|\b(?:cut(?:ting)?|burn(?:ing)?|hurt(?:ing)?|harm(?:ing)?) myself (?:on purpose|again|deliberately|to (?:cope|feel))",
        r"\b(?:want|wanna|urge|feel like|thinking (?:about|of)|thoughts of|need|going|keep|started|tempted) (?:to )?(?:cut|cutting|hurt|hurting|harm|harming|burn|burning) myself\b|\bi(?:'ve been| have been|'m) (?:cutting|harming|burning) myself\b",
    ),
    "suicide_means": (
        r"\b(?:have|made|got|has) a plan\b|\b(?:took|taken|swallowed|taking|take) (?:all |a (?:whole )?bottle|too many|an? overdose|\d\d+)\b(?:(?: \w+){0,4} (?:pills|tablets|meds|paracetamol|tylenol))?|\boverdos\w+\b",
        r"\b(?:pills|knife|razor|gun|rope|noose|blade)\b|\bon (?:the|a) (?:roof|bridge|ledge)\b|\b(?:goodbye|suicide) (?:note|letter)\b|\btonight\b|\bright now\b|\babout to\b|\bjump(?:ing)? off\b",
    ),
    "overdose": (
        r"\b(?:took|taken|swallowed) (?:all|a (?:whole )?bottle of|too many|an overdose of) (?:\w+ ){0,2}(?:pills|tablets|meds|paracetamol|tylenol|insulin)\b|\bi(?:'ve)? overdosed\b",
    ),
    "purging": (
        r"\b(?:ma(?:k|d)e|making|forc(?:e|ed|ing)) myself (?:to )?(?:sick|vomit|throw up|puke|be sick|throwing up)\b",
        r"\bpurg(?:e|ed|es|ing)\b(?! (?:my|the) (?:closet|wardrobe|house|inbox|app))|\b(?:throw(?:ing)? up|puke|puking|vomit\w*) (?:after|what|everything) (?:\w+ )?(?:eat|eating|i eat|i ate|meals?|dinner|lunch|every meal|food)\b",
        r"\b(?:throw(?:ing)? up|vomit(?:ing)?|puk(?:e|ing)|bring(?:ing)? up)(?: \w+){0,2} (?:my (?:food|meals?|dinner|lunch)|after (?:eating|i eat|every|each|my)|everything i eat|whenever i eat|when i eat)\b|\bhide (?:\w+ ){0,5}(?:throw(?:ing)? up|vomit\w*|purg\w*|not eating|don'?t eat)",
        r"\b(?:fingers?|toothbrush) down my throat\b|\bchew(?:ing)?(?: \w+){0,2} and (?:then )?spit",
        r"\blaxatives?\b|\b(?:diuretics?|water pills?|enemas?) (?:to|for) (?:\w+ )?(?:weight|slim|drop|cut)",
    ),
    "starving": (
        r"\b(?:nothing but|only|just|nothing except) (?:water|coffee|tea|black coffee|diet coke)(?: \w+)? (?:for|in) (?:[2-9]|\d\d|two|three|four|five|several|a few|days|a week)",
        r"\bstarv(?:e|ed|ing) myself\b|\b(?:haven'?t|have not|hasn'?t|not|didn'?t|did not) (?:eaten|eat)(?: \w+){0,2} (?:for|in) (?:\d|two|three|four|five|several|a few|days|a week)",
        r"\b(?:eat|eating|ate|drink|drinking) (?:nothing|no food|only water|just water)(?: \w+)? (?:for|in|but)\b|\b(?:stopped|quit|given up|stop) eating(?= (?:so|to|for|because|completely|at all|altogether|food|anything)|$|[.!,])",
        r"\b(?:water |dry )?fast(?:ing|ed)? (?:for |of )?(?:[3-9]|\d{2}|three|four|five|six|seven|ten) days\b|\b(?:[3-9]|\d{2}|three|four|five|six|seven|ten)[- ]days? (?:water |dry )?fast(?:ing)?\b|\b(?:72|96|120)[- ]?(?:h|hr|hours?) fast\b",
        r"\b(?:afraid|scared|terrified|too guilty|guilty) (?:to eat|of eating|of food|about eating)\b|\bonly (?:eat|eating|ate) (?:an?|one|two) (?:apple|egg|cracker|cucumber|salad|meal replacement)s? (?:a|per|each) day\b",
    ),
    "ed_words": (
        r"\bb ?/ ?p(?:'?d|ing)?\b(?! ?(?:\d|is|was|of|reading|check|cuff|meds|pills|tablets|monitor|machine|today|normal|at|:))|\b(?:meanspo|bonespo|ugw|ana buddy|ana tips|mia tips)\b|\babc diet\b",
        r"\banorexi\w*\b|\bbulimi\w*\b|\beating disorder\b|\bpro-?ana\b|\bthinspo\w*\b|\bthigh gap\b|\borthorexi\w*\b",
        r"\b(?:don'?t|didn'?t|do not) deserve (?:to eat|food|dinner|lunch|breakfast|a meal)\b|\b(?:earn|deserve) (?:my |the right to )?(?:food|dinner|lunch|meals?|eat|calories|breakfast)\b|\b(?:punish|punishing) myself (?:for|because|after|with|by)\b",
        r"\bbing(?:e|ed|es|ing)(?: eat\w*)?\b(?: \w+){0,8} (?:purg\w*|fast\w*|skip\w*|starv\w*|throw\w*|burn|run it off|make up|compensate|punish|nothing)|\bburn(?:ing|ed)? (?:off )?(?:everything|every (?:single )?calorie|all of it|all|whatever) (?:that )?i (?:eat|ate)|\bfe(?:el|lt) (?:\w+ )?(?:disgusting|gross|worthless|guilty|like a pig) (?:unless|every time i eat|whenever i eat|if i eat|for eating)",
        r"\bif i eat\b[^.;!?]{0,30}\b(?:have to|must|need to|gotta) (?:run|burn|train|exercise|work ?out|fast|starve|skip|throw)|\b(?:have to|must|need to|gotta) (?:run|train|exercise|work ?out|burn|walk)(?: \w+){0,5} (?:to (?:deserve|earn)|before i(?:'m| am| can)? (?:allowed to )?eat|or i (?:can'?t|don'?t) eat)",
        r"\bhate my(?:self| body)(?: so much)?(?: \w+){0,4} (?:eat|food|fat|starve)",
    ),
    "dnp": (r"\b(?:dnp|dinitrophenol)\b",),
    "doping": (
        rf"\b(?:took|taking|take|taken|started|starting|start|using|use|used|on|run|running|inject\w*|shoot|buy|order(?:ed)?|try|trying|cycle|cycling|dos(?:e|ing|age)|stack\w*|first)(?: \w+){{0,5}} {_DRUG}\b(?! (?:cream|inhaler|nasal|injection for|shot for|eye))",
        rf"\b{_DRUG} (?:cycle|dose|dosage|dosing|stack|injections?|pct)\b|\bhow (?:much|many)(?: \w+){{0,3}} {_DRUG}\b",
        r"\b(?:clenbuterol|clen|anavar|dianabol|dbol|trenbolone|winstrol|ostarine|sarms|rad ?-?140|anabolic steroids?|first steroid|steroid cycle)\b",
    ),
    "insulin": (r"\binsulin\b",),
    "muscle_aim": (r"\b(?:bulk\w*|muscles?|gains?|physique|jacked|bigger|bodybuild\w*|pump)\b",),
    "diabetic_person": (
        r"\bdiabet\w+\b|\bt1d\b|\btype (?:1|one|2|two)\b|\bblood sugar\b|\bglucose\b|\bprescribed\b|\bpump\b",
    ),
    "bike": (r"\b(?:saddle|bik(?:e|ing)|cycl\w+|rides?|riding|rode|spin)\b",),
    "jumping": (r"\b(?:jump\w*|skipping|double unders?|rope|sneez\w+|trampoline|running|run)\b",),
    "severe_words": (r"\b(?:real|severe|sharp|crushing|stabbing|radiating|spreading|awful|terrible|unbearable)\b",),
    "felt_fine": (
        r"\b(?:feels?|felt|feeling) (?:so |much |really |a lot )?(?:great|good|better|fine|amazing)\b|\bno pain\b|\bdoesn'?t hurt\b|\bpainless\b",
    ),
    "medication": (
        rf"\b(?:stop|stopping|stopped|skip|skipping|skipped|quit|quitting|come off|coming off|get off|go off|wean|drop|ditch|pause|double|doubling|halve|halving|half|reduce|reducing|lower|increase|raise|change|adjust|switch|up|cut|cutting|miss|missed|split|hold|delay|taper|less|more|extra)(?: (?:taking|down|back|on|off|my|the|his|her|a|dose|doses|dosage|of|blood|pressure|heart|thyroid|diabetes|asthma|morning|daily|evening|usual|prescribed|this|that|own)){{0,6}} {_MED}\b",
        rf"\b(?:can|should|could|may|do|is it (?:ok|okay|safe|fine)|safe|ok|okay|how (?:much|many|soon|long))\b(?: \w+){{0,7}} {_MED}\b",
        rf"\b{_MED} (?:before|with|and|after|while)(?: \w+){{0,4}} (?:workout|exercise|training|run\w*|race|marathon|alcohol)\?",
        rf"\b(?:forgot|missed|skipped) (?:to take )?(?:my|a|two|some|the) (?:\w+ ){{0,2}}{_MED}\b|\b{_MED}\b[^.;!]{{0,40}}\b(?:stop(?:ping)?|skip|quit|double|halve|reduce|lower|increase|take (?:two|2|half|more|extra|double|less)|come off|drop (?:it|them))\b",
        r"\b(?:stop|skip|halve|double|change|reduce|increase) my (?:dose|dosage|prescription)\b(?! of)|\b(?:what|which|how much|how many)(?: \w+){0,3} (?:insulin|metformin|medication|medicine|pills)\b(?=.*\b(?:take|use|inject|need)\b)|\b(?:ibuprofen|naproxen|paracetamol|aspirin|nsaids?) (?:before|during|for) (?:my |the |a )?(?:run|race|marathon|workout|training)\b",
    ),
    "loses_untried": (
        r"\b(?:lost|losing|dropped|down) (?:about |around |over |almost |nearly )?(?:[3-9]|\d{2,3}|three|four|five|six|seven|eight|nine|ten|a lot of|so much) ?(?:\.\d)? ?(?:kg|kgs|kilos?|lbs?|pounds|weight|stone)?\b.{0,50}(?:without (?:even )?trying|not trying|wasn'?t trying|no reason|unintention\w*|unexplained|don'?t know why|no idea why|didn'?t change|haven'?t changed|not dieting)",
        r"\bweight (?:keeps?|kept|is|has been|just keeps) (?:on )?(?:dropping|falling|going down|coming off)\b[^.;]{0,40}(?:don'?t know|no idea|no reason|without|not trying|can'?t explain|even though)|\bunexplained weight loss\b|\b(?:losing|lost) weight (?:without|for no|and i'?m not|but i'?m not|unintention|and (?:i )?don'?t know)",
    ),
    "pain_weeks": (
        r"\b(?:pain|hurts?|hurting|ache|aching|swollen|limping|injury)\b[^.;!?,]{0,40}\b(?:(?:[3-9]|\d\d|three|four|five|six|seven|eight|several|many|a few) (?:weeks|wks)|(?:[1-9]|\d\d|two|three|four|five|six|several|many|a few) months|(?:\d|two|three|a) years?)\b(?! (?:ago|old|plan|program|off|of (?:training|running)|from now|later))",
        r"\b(?:pain\w*|hurts?|hurting|ach(?:es?|ing)|swollen|injur\w+|sore|limp\w*|numb\w*)\b[^.;!?]{0,50}\b(?:for|past|last|over|since|about|after|than|still|nearly|almost|now)\b[^.;!?]{0,15}(?:\b(?:[3-9]|\d\d|three|four|five|six|eight|ten|several|many|a few|couple) ?(?:of )?(?:weeks|wks|months|years)|\ba month\b|\b(?:two|2) months|\bmonths\b|\bweeks and weeks|\ba year\b)",
        r"\b(?:[3-9]|\d\d|three|four|five|six|several|many|a few|couple of) (?:weeks|months|years) (?:of|with|now with|in) (?:\w+ ){0,3}(?:pain|ache|hurting|swelling)\b|\b(?:pain|knee|back|shoulder|hip|ankle|shin|heel|elbow) (?:won'?t|doesn'?t|isn'?t|hasn'?t|not) (?:go away|going away|heal\w*|get\w* better|gone away)[^.;!?]{0,30}(?:weeks|months)",
    ),
    "blood_stool": (
        r"\bblood(?:y)? (?:in|on|stool)(?: (?:my|the|his|her))? ?(?:stools?|poo\w*|urine|pee|toilet)?\b|\bblack,? (?:tarry )?(?:stools?|poo\w*)\b|\brectal bleeding\b|\bpee(?:ing)? blood\b",
    ),
    "fever": (
        r"\b(?:have|having|got|has|with|running|had|a|my|and|the|still|high|low[- ]grade|mild|slight|is) (?:\w+ )?fever\b(?! (?:pitch|dream))|\bfeverish\b|\bfever (?:of|and|since|for|today|this|last)\b|^fever\b",
    ),
    "ketones": (r"\bketones?\b|\bketoacidosis\b|\bdka\b",),
    "unwell": (r"\b(?:unwell|sick|nause\w*|vomit\w*|threw up|throwing up|thirsty|drows\w*|sleepy|exhausted|ill)\b",),
    "drowsy": (
        r"\b(?:vomit\w*|threw up|throwing up|puk\w+|drows\w*|sleepy|can'?t stay awake|lethargic|passing out|fruity breath)\b",
    ),
    "meter_hi": (
        r"\b(?:meter|glucometer|glucose|blood sugar|cgm|sugar|monitor|dexcom|libre)\b(?: \w+){0,4} (?:\"|')?hi(?![a-z\d])(?! (?:there|coach|all|team))",
    ),
    "meter_lo": (
        r"\b(?:meter|glucometer|glucose|blood sugar|cgm|sugar|monitor|dexcom|libre)\b(?: \w+){0,4} (?:\"|')?lo(?![a-z\d])",
    ),
    "low_sugar": (
        r"\bhypo(?:s|glyc\w+)?\b|\b(?:blood sugar|sugar|glucose)(?:'s| is| feels?| went| dropped| has| got| was| crashed)? (?:\w+ ){0,2}(?:low|dropp\w*|crash\w*)\b|\blow (?:blood )?(?:sugar|glucose)\b|\b(?:sugar|glucose) (?:crash|dropped|crashed)\b",
    ),
    "diabetic": (r"\bdiabet\w+\b|\binsulin\b|\bt1d\b|\btype (?:1|one|2|two)\b",),
    "shaky": (r"\b(?:shak(?:y|ing|es)|trembl\w+|jittery|sweaty|sweating|clammy|cold sweat)\b",),
    "sweating": (r"\b(?:sweat(?:ing|y)|cold sweat|clammy|nause\w*)\b",),
    "arm_jaw": (r"\b(?:left arm|jaw|left shoulder|my arm)\b",),
    "at_rest": (
        r"\b(?:at rest|resting|sitting|lying|laying|in bed|on the (?:sofa|couch)|just sat|doing nothing|for no reason|not even (?:moving|exercising)|talking|when i talk|out of nowhere|won'?t (?:slow|come|calm|go) down|hasn'?t (?:slowed|come) down|rest)\b",
    ),
    "effort": (
        r"\b(?:gym|run|running|ran|workout|work(?:ed|ing) out|training|trained|exercis\w*|squats?|squatting|deadlifts?|deadlifting|bench\w*|set|reps?|treadmill|class|spin\w*|crossfit|cycling|ride|bike|biking|swim\w*|race|marathon|parkrun|hiit|burpees?|sprint\w*|intervals?|press\w*|lift\w*|hik\w+|game|match|football|soccer|basketball|tennis|badminton|yoga|stairs|rowing|row|jog\w*|walk\w*|session|push-?ups?|pull-?ups?|leg day|finish line|wod|hills?|kettlebell|box jumps?|lunges?|miles?|\d+k|rower|erg|elliptical|peloton|pushing)\b",
    ),
    "hard_effort": (
        r"\b(?:sprints?|sprinting|intervals?|burpees?|hiit|hills?|leg day|squats|lunges|finisher|tabata|wod|stairs|assault bike|race|thrusters|that (?:set|workout|run|class|ride|session)|those)\b",
    ),
    "muscle_sore": (
        r"\b(?:doms|sore(?:ness)?|pecs?|pump(?:ed)?|stretch\w*|press on it|tender to|touch it|muscles?|muscular|chest day|from (?:push-?ups?|bench\w*|dips|flyes|flies|yesterday'?s))\b",
    ),
    "wants_loss": (
        r"\b(?:lose|losing|drop|cut|shed|take off)(?: \w+){0,2} \d+(?:\.\d)? ?(?:kgs?|kilos?|lbs?|pounds|stone)\b",
        r"\b(?:lose|losing|drop|cut|shed|dropping|get rid of|burn)(?: \w+){0,4} (?:weight|kg|kgs|kilos?|lbs?|pounds|fat|belly|stone|bodyfat)\b|\bslim(?:mer| down)?\b|\bskinn(?:y|ier)\b|\b(?:calorie |caloric )?deficit\b|\bmake (?:weight|the weight class)\b|\bcut(?:ting)? (?:for|weight|phase|calories|carbs)\b|\bdiet(?:ing)?\b(?! (?:coke|is|soda))|\bget (?:thin|lean|shredded|ripped)(?:ner)?\b|\bhow (?:many|few) calories\b|\bthinner\b|\bweight ?loss\b|\blose (?:a )?(?:few|\d+)\b|\b(?:a|my|the|do a|on a|for a) cut\b",
    ),
    "drying_out": (
        r"\b(?:sauna|sweat (?:suit|it)|trash bag|garbage bag|not drink\w*|stop drinking|no water|without water|dehydrat\w*|spit\w*|water cut|cut(?:ting)? water|starv\w*|fast(?:ing)?|not eat\w*|stop eating|skip(?:ping)? (?:all )?meals|don'?t eat)\b",
    ),
    "minor": (
        r"\b(?:i'?m|i am|im|he'?s|she'?s|he is|she is|who is|who'?s|aged?|is) (?:only |just |turning )?(?:9|1[0-7])(?![\d.:/%'\"-])"
        r"(?! ?(?:kg|kgs|km|lbs?|k\b|min|minutes?|days?|weeks?|months?|reps?|hours?|pounds|kilos?|stone|in\b|into|miles?|sets?|steps|pull|push|squats|cm|m\b|th\b|st\b|done|sessions?|percent|of\b|foot|feet|ft|am\b|pm\b|o'clock|over|under|down|up|out|points?|rounds?|workouts?|runs?|bpm))",
        r"\b(?:i'?m|i am|he'?s|she'?s|is) (?:only |just )?(?:nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\b(?! (?:weeks?|kg|pounds|kilos?|minutes|days|months|miles|k\b|km|hours|stone|percent|feet))",
        r"\b(?:1[0-7]|[6-9])[- ]?(?:years?[- ]old|yo\b|y/o\b|yrs? old|year olds?)\b|\b(?:1[0-7])[mf]\b",
        r"\bmy (?:\w+ )?(?:son|daughter|kid|child|boy|girl|brother|sister|nephew|niece|student|cousin)[, (]+(?:is |who is |who'?s |aged )?(?:[6-9]|1[0-7])\b(?! ?(?:kg|km|lbs?|minutes|weeks|reps))",
        r"\b(?:middle school|high ?school(?:er)?|junior high|(?:6|7|8|9|10|11)th grade|year (?:7|8|9|10|11) (?:student|at school)|my (?:little|young) (?:son|daughter|kid)|teen(?:ager)?)\b",
    ),
}

IDIOMS_EN: tuple[str, ...] = (
    r"\b(?:nearly|almost|practically|basically) (?:gave|had|having|give)(?: \w+)? (?:an? )?(?:heart attack|stroke)\b",
    r"\b(?:gave|gives|giving|give) (?:me|him|her|us|everyone) (?:an? )?(?:\w+ )?heart attack",
    r"\bheart[- ]attack (?:burger|grill|food|prices?)\b|\bheart (?:attack )?moment\b",
    r"\b(?:so|too) (?:sore|tired|exhausted|hungry|embarrass\w+|bored|boring|hot|cold|full|hungover|cringe|awkward) (?:that )?(?:i )?(?:could|just|wanna|want|want to|wanted to|might)(?: \w+)? die\b",
    r"\b(?:makes?|made|making) me (?:want|wanna|wish)(?: to| i)? (?:die|was dead|be dead|cry)\b",
    r"\b(?:want|wanted|wanna|ready) (?:to )?die (?:after|during|from|on|every|in the middle|halfway|when i (?:see|saw|hear))(?: \w+){0,4} (?:burpees?|squats?|leg day|workout|set|hill|hills|run|class|session|sprints?|lunges?|hiit|intervals?|wod|ride|stairs|cardio|plank)",
    r"\b(?:legs?|feet|abs|quads|glutes|arms|back|shoulders?|calves|burpees|squats|it|this|that|you|he|she|workouts?|stairs|job|boss|commute) (?:is|are|was|were) (?:absolutely |literally |totally )?killing me\b",
    r"\bkill(?:ed|ing|s)? (?:it|me|my (?:legs|abs|arms|workout|pr)|that|the (?:workout|game|session))\b",
    r"\b(?:dying|died|dead|die) (?:(?:of|from|with) )?(?:laugh\w*|laughter|boredom|embarrass\w*|hunger|thirst)\b",
    r"\bsuicide (?:runs?|sprints?|drills?|squad|squeeze|shuttles?|burpees?|grip|bomber|king|doors?)\b|\b(?:run|ran|running|did|doing|do|of|\d+x?) suicides\b",
    r"\b(?:laugh\w*|giggl\w*|crying|lmao|lmfao|rofl)(?: \w+){0,5} (?:can'?t|couldn'?t|could barely|can barely|can hardly|barely) (?:even )?(?:breathe?|catch my breath)\b",
    r"\b(?:can'?t|cannot|couldn'?t) (?:even )?breathe?[, ]*(?:lmao|lmfao|rofl|laughing|from laughing|😂|🤣|this is (?:so|too) funny)",
    r"\bpassed? out (?:on the (?:couch|sofa|bed)|on my (?:bed|couch|sofa)|in (?:bed|my bed)|asleep|at \d+|by \d+|the (?:second|moment|minute)|as soon as (?:i|my head)|early|before \d|like a (?:baby|log)|watching|for (?:\d+|ten|eleven|twelve|nine) hours|flyers|leaflets|water|snacks|medals)\b",
    r"\b(?:could|can|gonna|want to|wanna|ready to|just) (?:\w+ )?(?:pass out|faint)(?: \w+){0,3} (?:so|i'?m|from) (?:\w+ )?(?:tired|sleepy|exhausted|hungry)\b",
    r"\b(?:so|too) (?:tired|sleepy|exhausted|hungry) (?:that )?i(?:'m| am| could| might| nearly)(?: \w+){0,2} (?:pass(?:ed)? out|faint(?:ed|ing)?|collapse[d]?)\b",
    r"\bcollaps(?:ed|e|ing) (?:on|onto|into) (?:the |my )?(?:couch|sofa|bed|chair|bench press|armchair)\b|\bcollaps(?:ed|e|ing) in(?:to)? a heap\b|\bcollapsed (?:arch(?:es)?|lung of)\b",
    r"\b(?:almost|nearly) (?:fainted|passed out|collapsed|died) (?:when|at|after|seeing|looking)(?: \w+){0,4} (?:bill|price|cost|scale|email|message|score|result|news|time|saw)\b",
    r"\b(?:in|on) (?:the|a|this|that) (?:movie|film|show|series|game|novel|book|episode|song|tv|anime|drama|lyrics)\b.*",
    r"\b(?:cabin|yellow|dance|saturday night|hay|football|world cup|marathon|baby|running|race|olympic|derby|spring) fever\b",
    r"\bheart ?ache\b|\bheart (?:hurts|aches|breaks) (?:for|when i (?:see|think)|seeing|reading|over)\b|\bbroke my heart\b|\bheart attack(?:s)? (?:risk|prevention|statistics)\b",
    r"\b(?:can'?t|couldn'?t|cannot) (?:feel|move|lift) my (?:legs|arms|glutes|quads|abs)(?: \w+){0,3} (?:after|from|since|thanks to|because of|leg day|lol|haha\w*)[^.!?]*",
    r"\b(?:leg|arm) day[^.!?]{0,30}(?:can'?t|couldn'?t|cannot) (?:feel|move|walk|stand|lift)(?: \w+){0,3}\b",
    r"\b(?:can'?t|couldn'?t|cannot|can barely) (?:even )?(?:walk|stand up|sit down|get up)(?: \w+){0,4} (?:after|from|since|thanks to|because of) (?:\w+ ){0,3}(?:leg day|squats?|lunges|doms|workout|class|run|marathon|session|deadlifts?|training)",
    r"\b(?:workout|session|set|class|playlist|training|it|burpees?|cardio|hiit) on steroids\b|\b(?:is|are|was) (?:he|she|they|\w+ \w+) (?:natty|natural|on steroids)\b",
    r"(?<!i'm )(?<!i am )(?<!been )(?<!going )(?<!go )(?<!get )\bon steroids\b",
    r"\bsteroid (?:cream|inhaler|nasal spray|injection for|shot for)\b|\b(?:cortisone|steroid) (?:shot|injection)s?\b",
    r"\b(?:breast|back|butterfly|front|swim(?:ming)?|rowing|per|my|golf) ?-?strokes?\b(?! of)|\bstroke (?:rate|count|technique|of luck)\b",
    r"\b(?:dead|bar|active) hangs?\b|\bhang(?:ing)? (?:leg|knee) raises?\b|\bwon'?t kill (?:me|you)\b|\bto die for\b|\bdie[- ]hard\b|\bover my dead body\b",
    r"\b(?:broke|break|breaking|broken|smash\w*|shattered) (?:my|the|his|her|a) (?:\w+ )?(?:record|pr|pb|personal best|streak|plateau|habit|fast)\b",
    r"\bhypo(?:thetical\w*|xic|xia|trophy|allergenic)\b|\bbreak a leg\b|\bbite the bullet\b|\bdry run\b|\bcold sweat just thinking\b",
    r"\b(?:gasping|choking) at (?:the|how)|\bchoked (?:up|in the (?:final|race|match))\b|\bbreathless(?:ly)? (?:by|with (?:joy|excitement)|beautiful)|\btakes? my breath away\b|\bbreathtaking\b",
    r"\bto avoid (?:passing out|fainting|heat ?stroke|a heart attack|injur\w+)\b|\bso (?:that )?i (?:don'?t|won'?t) (?:faint|pass out|collapse|get (?:hurt|heat ?stroke))\b",
)
