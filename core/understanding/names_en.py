"""First names that people write in lower case: `dave benched 100` is told of Dave."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re

_NAMES = (
    "aaron|adam|alan|alex|alice|amanda|amy|ana|andrea|andrew|andy|angela|anna|anne|annie|anthony|ashley|"
    "barbara|becky|ben|beth|bill|billy|bob|brad|brandon|brian|bruce|carl|carlos|carol|caroline|cath|charlie|"
    "charlotte|chloe|chris|claire|connor|craig|dan|daniel|danny|darren|dave|david|dean|debbie|dennis|derek|"
    "diana|diego|dom|donna|doug|ed|eddie|elena|ella|ellie|emily|emma|eric|erin|ethan|eva|evan|fiona|frank|fred|"
    "gareth|gary|gavin|george|geoff|graham|greg|hannah|harry|heather|helen|henry|holly|ian|isaac|jake|jamal|"
    "james|jamie|jan|jane|janet|jason|javier|jay|jeff|jen|jenna|jenny|jess|jessica|jill|jim|jimmy|jo|joanna|"
    "joe|john|johnny|jon|jonathan|jordan|jorge|jose|josh|juan|judy|julia|julie|karen|kate|katie|keith|kelly|"
    "ken|kevin|kim|kyle|larry|laura|lauren|lee|leo|liam|linda|lisa|liz|lou|louise|lucy|luis|luke|lynn|marco|"
    "marcus|maria|marie|mario|mark|martin|mary|matt|max|megan|mel|mia|michael|michelle|miguel|mike|mo|mohammed|"
    "molly|naomi|nancy|natalie|nate|nathan|neil|nick|nicky|nicola|nigel|nina|oliver|olivia|omar|oscar|owen|"
    "pablo|pam|patrick|paul|paula|pedro|pete|peter|phil|priya|rachel|raj|ravi|ray|rebecca|rhys|richard|rick|"
    "ricky|rob|robert|robin|roger|ron|rosie|ross|roy|ryan|sally|sam|samantha|sandra|sanjay|sara|sarah|scott|"
    "sean|sharon|shaun|sofia|sophie|stacey|steph|stephen|steve|steven|stuart|sue|susan|tara|ted|terry|tim|tina|"
    "toby|todd|tom|tommy|tony|tracy|tyler|vicky|vikram|wayne|wendy|yusuf|zac|zach|zoe"
)
_DID = "ran|walked|swam|biked|cycled|rode|rowed|benched|squatted|deadlifted|did|slept|hiked|jogged|climbed|lifted|weighed|weighs|curled|hit|got|crushed|smashed|managed|finished|completed|clocked|logged|skipped|pulled|repped|pressed|planked"
OF_NAMED = re.compile(
    rf"\W*(?:(?:and|but|so|then|while|lol|apparently) )?(?:{_NAMES})(?:(?: and|,| &| n) (?:{_NAMES}))?(?:'s)? (?:just |also |already |only |even |once |easily |actually )?(?:{_DID})\b"
)
"""At the head of a clause."""
