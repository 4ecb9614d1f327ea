"""English talk of walking, running or rowing in which nobody exercised: idioms, lifts, meetings, gadgets, purchases."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

from core.understanding.triggers import OneOf

FIGURATIVE = OneOf(
    r"\b(?:took|take|taking|caught|used) (?:the|a|an) (?:lift|elevator|escalator|ferry|boat|plane|scooter)\b"
    r"|\b(?:swimming|swim|drowning) in (?:my |a |the )?(?:emails?|work|debt|paperwork|money|tears|sweat|sea of|washing|laundry)|\brow (?:with|about|over) (?:my|the|her|his|our|about|it)\b|\b(?:had|having|have) (?:\w+ ){0,3}row\b(?! (?:\d|machine))"
    r"|\b(?:walked|ran|run|walking|running|jumped|swam|cycled|rode) (?:straight |right |head ?first |smack |slap )?into (?:a|an|1|the|my|his|her|some|each)\b(?! (?:park|woods?|forest|town|city|village|sea|ocean|lake|hills))"
    r"|\b(?:skipped|skipping|skip) (?:the queue|breakfast|lunch|dinner|school|class|work|dessert|pudding|ahead)|\b(?:jump(?:ed)?|climb(?:ed|ing)?|danc(?:ed|ing)) (?:out of my|for joy|to conclusions?|on the bandwagon|into bed|the walls|the ladder|(?:a)?round the (?:issue|question|topic|subject)|through hoops)"
    r"|\b(?:ran|runs?|running) (?:on fumes|on coffee|on caffeine|on \d+ hours|on no sleep|the (?:meeting|shop|show|team|workshop|class|numbers|dishwasher|washing|bath|tap|risk|company|business|race director)|a (?:bath|shop|business|company|workshop|meeting|fever|temperature|tab|stall|test|background)|for (?:office|mayor|president|council)|its course|in the family|wild|riot|dry|low|away with|up a (?:bill|tab)|late|behind|over)"
    r"|\b(?:goes?|go|going|went|cranks?|tops out) (?:all the way )?(?:up )?(?:to|at) (?:\w+ )?\d{1,2}(?:\.\d)? ?(?:%|mph|kmh|km/h)|\b(?:wash|spin|rinse|menstrual|dryer|news|life|sleep) cycle|\bday \d+ of my cycle|for a spin\b|took (?:the|my|a) \w+ (?:\w+ )?for a (?:spin|ride|drive)"
    r"|\b(?:app|watch|phone|fitbit|garmin|tracker|strava|band|reminder) (?:keeps?|wants?|nags?|nagging|is (?:telling|nagging|asking)|tells me to|told me to|reminded)\b|\b(?:keeps|keep) (?:telling|asking|nagging|reminding|bugging)"
    r"|\b\d+ (?:slides|emails|pages|episodes|unread|tabs|messages|meetings|likes|followers)\b"
    r"|(?<!since )\b(?:before|pre)[ -](?:the |my )?(?:pregnancy|injury|surgery|op\b|operation|pandemic|lockdown|covid|accident|divorce)"
    r"|\bstarted (?:out |off )?(?:at|from|with|on) [^,.;]{1,24}\b(?:in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|the)|last (?:year|month|spring|summer)|ago)"
    r"|\b(?:killing|kills|hurts|hurting|wrecking|destroying) my\b|\b(?:in|at) the (?:office|meeting) (?:meeting|about)\b"
    r"|\bmeeting about\b|\bsat through\b|\b(?:costs?|paid|bought|ordered|spent|sold|priced|worth) (?:me |about |around |a |an |some |new |my |for )*[$£€]?\d|\b(?:bought|ordered|sold|selling|returned) (?:a|an|some|new|my|the|two|2|myself)\b"
    r"|\bmy (?!new\b)(?:\w+ )?(?:pb|pr|best|record|personal best|personal record)(?: (?:time|half|marathon|mile|bench|squat|deadlift|\d+ ?(?:k|km|m|mi|mile)))?(?: for (?:a |the )?\w+)? (?:is|was|stands|remains|from)\b"
    r"|\b(?:world|olympic|national|course|club|marathon|lap) record (?:is|was)|\b(?:ran|running|run) (?:my|his|her|your|their) mouth\b|\bit's \d[\d.]* ?\w+ (?:from|to|away)\b"
    r"|\b(?:back then|in those days|at the time)\b|\b(?:steps|reps|km|k|miles|sets|rounds|minutes|min|mins|laps|lengths|kg|lbs) to go\b"
    r"|\bboxing day\b|\b(?:row|rows) of (?!\d)"
)
