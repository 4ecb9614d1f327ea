"""Patterns of English phrases that are read as a whole, in tables that few texts match."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

SPOKEN = {
    "woken": r"\bwoke(?: up)?(?: at| weighing| weighing in at)? (?=(?:3[5-9]|[4-9]\d|1\d\d|2[0-4]\d)(?:\.\d{1,2} ?(?:kgs?|kilos?|lbs?|pounds?)?(?![\d:]|[a-z])|(?: ?(?:kgs?|kilos?|lbs?|pounds)\b)))",
    "assisted": r"\b(?:band(?:ed)?[ -])?assisted (?=pull|chin|dip)",
    "assistance": r"\b(?:(?:with|at|using|of|minus) )?(?:a )?\d{1,3}(?:\.\d)? ?(?:kgs?|lbs?|kilos|pounds)(?: of)? assist(?:ance|ed|s)?\b|\bassist(?:ance|ed|s)?(?: (?:of|by|at|with))?:? \d{1,3}(?:\.\d)? ?(?:kgs?|lbs?|kilos|pounds)\b",
    "mean_max": r"\b(?:hr|heart rate|pulse|bpm)?[ (]{0,2}(?:avg|ave?|average|mean) ?(?:/|and|,) ?(?:max|peak)(?:imum)?\)?(?: (?:hr|heart rate|bpm|pulse))?(?=:? ?\d{2,3} ?/)",
    "all_of": r"\b(?:all|both)(?: of (?:them|which|those)| done| were| at| for| sets(?: of)?)?(?=:? \d)",
    "horse": r"\b(?:rode|ridden|riding) (?:(?!bus|train|bike)[a-z']+ ){0,3}(?:horses?|pony|ponies|mare|gelding|cob|stallion)\b",
    "jog_rest": r"(?<= )(?:(?:easy|slow|light) )?(?:jog|walk|walking|jogging|float|standing|static|passive|active|easy|spin|hobble) (?:rests?|recover(?:y|ies)|recov|rec|between)\b",
    "jog_back": r"\b(?:(?:w/?|with|and|in) )?\d{2,4} ?m(?:et(?:er|re)s?)? (?:(?:easy|slow|light) )?(?:jog|walk|float|walking|jogging|swim)(?:ing)? (?:rests?|recover(?:y|ies)|recov|rec|between(?: reps| each)?)\b",
    "half_in": r"\b(?:(?:a|the|my|first) )?half (?:in |time |pb |marathon |- )+(?=[12]:[0-5]\d)|\bhalf: (?=[12]:[0-5]\d:)",
    "gymmed": r"(?:(?<=hour )|(?<=hours )|(?<=hrs )|(?<=hr )|(?<=\dh )|(?<= h )|(?<=min )|(?<=mins )|(?<=minutes )|(?<=minute )|(?<=\dm ))(?:at|in|down|up) (?:the |my )?gym\b",
    "beaten_by": r"\bby (?:about |only |just |over |nearly )?\d{1,3}(?:\.\d)? ?(?:s|secs?|seconds?|min|mins|minutes?|points|goals|shots)\b(?! ?(?:run|walk|swim|ride|jog))",
    "lengths_only": r"(?<![\d.x])\b\d{1,3} lengths\b(?! ?(?:of|x|@))(?!.{0,40}\b(?:gym|hall|studio|room|lunges?|pool)\b)",
    "warming": r"(?<![\d.:x])\d{1,3}(?:\.\d)? ?-?(?:km?|mi|miles?|m|min|mins|minutes?|yds?|yards)(?: (?:easy|gentle|slow|jog|light))?(?: (?:as|for) (?:a|my))? (?:warm[- ]?(?:up|down)|w/?u|cool[- ]?down|c/?d|wind[- ]?down)\b(?! (?:on|jog|walk|run|row|bike|swim|with|then squats?)\b)",
    "dead": r"(?<=\d )dead\b(?= (?:for|x|single|double|triple|felt|pr\b|pb\b|max|\d))|(?<=kg )dead\b(?= (?:for|x|single|double|triple|felt|pr\b|pb\b|max|\d))|\bdead (?=\d{2,3} ?(?:kg|lb|x|for|5x|3x))",
    "worked": r"\b\d{1,2}(?:\.\d)? ?-?(?:h|hrs?|hours?)(?: (?:long|night|day|late|early|work|car|train))* (?:shifts?|work ?day|drive|flight|meeting|call|journey|exam|commute|road trip|layover|at work|at (?:my|the) desk|in the car|in the office|on a plane|of (?:driving|meetings|work|travel|travelling))\b",
    "active": r"\b\d{1,4} (?:active|zone|exercise|move|stand|intensity|cardio|heart) (?:zone )?(?:minutes|mins|min|hours|points)\b(?! (?:of|on|walk|run))",
    "incline_lift": r"\bincline (?=\d{1,3}(?:\.5)? ?(?:kgs?|lbs?)\b|\d ?x ?\d)",
    "pulse_p": r"(?:(?<=/\d\d )|(?<=/\d\d, )|(?<=/\d\d\d, )|(?<=/\d\d; ))p:? ?(?=\d{2,3}\b(?![.:]))",
    "height": r"\b\d{2} ?(?:inch(?:es)?|in|cm)(?: box)?(?=,? \d{1,2} ?x ?\d)",
    "across": r"\b(?:across|over|split (?:into|over|across)) (?=\d{1,2} (?:sets|rounds)\b)",
    "last_set": r"\b(?:last|final) set(?: was| only| just| of| i got| got)*:? (?P<ls>\d{1,2})(?: reps)?\b(?! ?(?:kgs?|lbs?|x|sets?|min|sec|s\b|@|\.\d))|\b(?P<ls2>\d{1,2}) (?:reps )?(?:on|in) (?:the |my )?(?:last|final)(?: set| one)\b",
    "chair": r"\bpush(?:ed|ing)? (?=\d[\d.]* ?(?:km|k|miles?|mi)\b.{0,40}\b(?:wheel|racing |day ?)?chair\b)",
    "skipped": r"\bskipped (?=(?:for )?(?:about |around |like |over )?\d{1,5} ?(?:times|jumps|skips|reps|min|mins|minutes|secs?|seconds)\b(?! of)|\d{3,4}\b(?! ?[a-z:./])|\d{1,2} ?x ?\d)",
    "armed_row": r"\b(?:1|single)[ -]arm(?:ed)? (?:bent over )?(?:d[b]|dumb-?bell|kb|kettlebell)? ?rows?\b",
    "one_armed": r"\b1[ -](?:arm|hand|leg)(?:ed|s)? (?!or |each )",
    "maxed": (
        r"\b(?:hr|heart rate|pulse|bpm)\b[^.\n\d]{0,12}\d{2,3} ?(?:bpm )?max\b(?! \d)|(?<=avg )1\d\d ?(?:bpm )?max\b(?! \d)|(?<=avg, )1\d\d ?(?:bpm )?max\b(?! \d)"
        r"|\b(?:max(?:ed)?|peak(?:ed)?)(?: out)?(?: at)?:? 1\d\d(?: ?bpm)?\b(?! ?(?:kg|lbs?|x|m\b|for\b|reps|steps))"
    ),
    "averaged": r"\b(?:hr|heart rate|pulse)(?: was)?:?(?= ?1\d\d ?(?:bpm )?(?:avg|average|ave|av)\b)|(?<=max \d{3}, )avg\b|(?<=max \d{3} )avg\b",
    "upwards": r"^(?:i'm |im |i am )?up (?=(?:about |around |another |only )?\d[\d.]* ?(?:kgs?|kilos?|lbs?|pounds?)\b(?! (?:on|in|to|for|x|bench|squat|dead|dl)))"
    r"|(?<=\d )up (?:by )?(?=\.\d|\d\.\d(?![\d:]| ?(?:k|km|mi|miles?|m|min)\b))"
    r"|(?:(?<=kg, )|(?<=kgs, )|(?<=lbs, )|(?<=lb, )|(?<=\d, ))(?:so )?up (?:by |about |another |only )?(?=(?:\d|\.)(?:[.\d]{0,3})(?: ?(?:kgs?|lbs?|pounds|g)\b)?(?![\d:.]| ?(?:k|km|m|mi|min|mins|floors?|flights?|times|am|pm|x|sets?|reps|hours?|h|stairs|to|in|at)\b))",
    "by_night": r"(?<!last )(?<!movie )(?<!date )(?<!the )(?<!a )(?<!every )(?<!per )(?<!at )(?<!good )(?<!late )\bnight(?: ?time)?(?: was)?[:=]? ?(?=(?:about |only |just )?\d[\d.]* ?(?:h|hrs?|hours?)\b)",
    "pulled": r"\bpulled (?=(?:a )?\d{2,3}(?:\.5)? ?(?:kgs?|lbs?|kilos|pounds)?(?: ?x ?\d| for (?:an? )?(?:easy )?(?:\d|single|double|triple)| off the floor|$|[,.!]| today))",
    "flat": r"(?<![\d:./x])(?P<flat>[1-9]\d) (?:mins? )?flat\b(?! ?(?:bench|db|dumb|press|road|run|course|ride|km|mile))",
    "grams": r"(?<=(?:down|lost) )(?P<g>\d{2,3}) ?(?:g|gr|grams?)\b",
    "single": r"(?<=[a-z] )(?P<few>single|double|triple)(?=$|[,.!;)]| felt| easy| today| @| at| moved| pr| pb)",
    "both_ways": r"(?:(?<=km )|(?<=miles )|(?<=mile )|(?<=\dmi )|(?<= mi )|(?<=min )|(?<=mins )|(?<=minutes ))to (?:\w+ ){1,3}(?:and|n|&) back\b",
}
