"""Patterns of the phrases that are read as a whole, by name; of two that begin alike the earlier one is meant."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re

from core.understanding.phrase_patterns_en import SPOKEN
from core.understanding.phrase_patterns_zh import PASSED_OVER, READ_AS_ONE
from core.understanding.triggers import Triggered

_MOVES = "runs?|jog|walk|hike|row|rowing|swim|bike|ride|cycle|ski"
_PER = r" ?(?:/|per |min ?/ ?|min(?:utes?)? per |a |每 ?|1 (?=mi))"
_PER_UNIT = r"(?P<{}>km|k|kilomet(?:er|re)|公里|千米|mi(?:le)?|英里|[15]00 ?m|100米)(?![a-z])"
_ALTERNATIVES = {
    "pace": (
        rf"(?:pace"
        rf"|配速)[^\d\n]{{0,6}}(?P<p1>\d{{1,2}})[:'分](?P<p2>\d{{2}})[\"秒]?(?:{_PER}{_PER_UNIT.format('u1')})?"
        rf"|(?<![\d:])(?P<p3>\d{{1,2}})[:'](?P<p4>\d{{2}})\"?{_PER}{_PER_UNIT.format('u2')}"
        rf"|(?<![\d:])(?P<p5>\d{{1,2}})[:'](?P<p6>\d{{2}})\"?(?:[ /-](?:min(?:ute)?[ /-])?mile)? pace(?! ?[:=]? ?\d)"
        r"|每(?P<u4>公里|千米|英里)(?P<p7>\d{1,2})分(?P<p8>\d{1,2})?秒?"
        r"|(?:配速|均配|均速(?=[^\d\n,，。]{0,3}\d{1,2}分))[^\d\n,，。]{0,6}(?P<p9>\d{1,2})(?:分(?P<half1>半)?钟?|(?P<p10>[0-5]\d))?(?![\d.:']|分| ?(?:公里|km|迈|码))"
        r"|(?<![\d:.])(?P<p11>\d{1,2})(?:[分:'](?:(?P<p12>[0-5]\d)[秒\"]?|(?P<half2>半)|钟)?|(?P<p13>[0-5]\d))(?:左右)?的?(?:均|平均)?(?:配速|均配)(?! ?[:是]? ?\d)"
    ),
    "rir": (
        r"(?:(?P<r1>\d{1,2})(?:\.5)?(?:-\d)? (?:more )?(?:reps? )?(?:left )?in (?:the )?(?:tank|reserve)"
        r"|rir ?[:=@]? ?(?P<r2>\d)|\b(?P<r3>\d) ?rir\b|could(?:'ve| have)? done (?P<r4>\d) more|\b(?P<r7>\d) reps? left\b"
        r"|(?:还能|还可以|还剩)(?:再)?(?:做|来|推|拉|蹲|举)?(?P<r5>\d{1,2})[个下次]?|(?:留了?|余力"
        r"|剩了?)(?P<r6>\d)[个次]?(?:余力)?)"
    ),
    "rpe": (
        r"(?:rpe|自感用力|主观强度|费力程度|自觉强度|自我感觉强度)(?:大概|大约|差不多|估计|应该)? ?[:=@是有到]? ?(?:about |around )?(?P<e1>\d{1,2}(?:\.5)?)"
        r"|@ ?(?:rpe ?)?(?P<e2>\d{1,2}(?:\.\d)?)(?![\d:]|\.\d| ?(?:kg|lb|km|k\b|公斤|磅|斤|%|min|/|am|pm))"
        r"|(?<![\dx*.])(?P<e3>\d{1,2}(?:\.5)?) ?rpe\b(?! ?[\d@:])"
        r"|\b(?:effort|exertion|intensity|difficulty|felt|rated|rate|call it|maybe|about)\b(?: (?:level|was|of|around|about|like|it|an?|at|as|is|that|this)){0,3}[ :]{0,2}(?P<e4>\d{1,2}(?:\.5)?) ?(?:/|out of|outta) ?10\b"
        r"|\b(?:effort|exertion)(?: (?:level|was|of|around|about))?[ :]{1,2}(?P<e5>\d{1,2}(?:\.5)?)(?![\d.:/]| ?(?:%|km|k\b|min|mi|out))"
        r"|(?<![\dx*./])(?P<e6>\d{1,2}(?:\.5)?) ?(?:/|out of) ?10 (?:effort|difficulty|intensity|exertion|hard|on effort|for effort)"
        r"|\bfelt like an? (?P<e7>\d{1,2})(?![\d.:]| ?(?:km|k\b|mi|min|hour|mile|out))"
    ),
    "incline": (
        r"(?:incline|grade|slope|坡度)(?: of| at)?[ :]{0,2}(?P<i1>\d{1,2}(?:\.\d)?)(?: ?%|(?![\d.]| ?(?:mph|km|kgs?\b|lbs?\b|x ?\d|sets)))"
        r"|(?P<i2>\d{1,2}(?:\.\d)?) ?(?:% ?(?:incline|grade|坡度|坡)|incline(?= \d|,| at| @| speed|$))"
    ),
    "context": (
        r"(?<![\d.])(?:\d(?:\.5)?|an?|a couple of) ?(?:h|hrs?|hours?) (?:after|post|later)(?:[ -](?:breakfast|lunch|dinner|meals?|eating|food|tea))?(?= *(?:$|[,.!;)]))|"
        r"\bfasting|\bfasted|空腹|(?:before|pre)[ -](?:breakfast|lunch|dinner|meal|eating|food)s?"
        r"|[早午晚中]?[餐饭]前"
        r"|(?:after|post)[ -]?(?:breakfast|lunch|dinner|meals?|eating|food|prandial)|[早午晚中]?[餐饭]后|(?:at )?bedtime\b(?! (?:at|was|by|is|:)|: ?\d)|睡前"
    ),
    "awake": (
        r"(?:woke|waking|wake)(?: up)? (?P<a1>\d{1,2}|once|twice)(?: times?)?(?! ?(?::|am|pm|kg|kilo|lb|pound|st))(?!\.?\d)"
        r"|\bup (?P<a5>\d{1,2} times|once|twice)\b(?= (?:with|in|during|for|to|last|overnight|at)\b|[ ,.!]|$)"
        r"|醒(?:过来|来)?了?(?P<a2>\d{1,2})[次回]|起夜了?(?P<a4>\d{1,2})[次回]|(?P<a3>\d{1,2}) (?:awakenings|wake ?ups)"
    ),
    "lengths": (
        r"\b(?P<l1>\d{1,3}) (?:lengths?|laps?|个来回|趟),? ?(?:of|in|x|@)? ?\(?(?:an? |the |my |our )?(?:(?!\d)\w+ ){0,2}"
        r"(?P<l2>\d{2})[ -]?(?P<lu>m(?!in)|yd|y)\w{0,5}(?: (?:\w+ )?pool)?\b"
        r"|\b(?P<l5>\d{1,3}) (?:lengths?|laps?)\b[^\d\n]{1,30}\b(?P<l6>\d{2})[ -]?(?P<lw>m|yd|y)\w{0,5} (?:\w+ )?pool\b"
        r"|\b(?P<l4>\d{2})[ -]?(?P<lv>m|yd|y)\w{0,5} (?:\w+ )?pool[^\d\n]{1,12}(?P<l3>\d{1,3}) (?:lengths?|laps?)\b"
    ),
    "laps": (
        r"(?P<track3>(?:绕|围着)?(?:操场|跑道|田径场))?[跑走]?了?(?P<n1>\d{1,3}) ?个?(?P<nu>来回|趟|圈|塘)(?P<track1>操场|跑道|公园|小区)?[,， 的]{0,2}(?:每[趟圈塘](?:大概|大约|约|是)?|1[趟圈](?:大概|大约|约|是)?)(?P<n2>\d{1,4}(?:\.\d)?) ?(?P<nx>米|m(?![a-z])|公里|km)"
        r"|(?P<n5>\d{1,3}) ?个?(?P<nw>来回|趟|圈|塘)[,， 的]{0,2}(?P<n6>\d{2,3}) ?(?:米|m)(?:1[趟圈]|的?(?P<pool1>泳?池子?|标池))"
        r"|(?P<n3>\d{2,3}) ?(?:米|m)的?(?:(?P<pool2>泳池|池子?|标池|短池|长池)|(?P<track2>操场|跑道|田径场))[,， 里]{0,2}(?:今天|我|总共|一共|1共)?(?P<verb>[游跑走]?)了?(?P<n4>\d{1,3}) ?个?(?P<nv>来回|趟|圈|塘)"
        r"|(?:1圈|每圈|圈长|1趟)(?:大概|大约|差不多|约|是|有){0,2}(?P<n7>\d{1,4}(?:\.\d)?) ?(?P<ny>米|m(?![a-z])|公里|km)的?(?:操场|跑道|公园)?[,， 的]{0,2}(?:今天|我|总共|一共|1共)?(?P<verb2>[跑走游骑]?)了?(?P<n8>\d{1,3}) ?(?P<nz>圈|趟)"
    ),
    "bottles": (
        r"(?<![\d.])(?P<b1>\d{1,2}) ?(?:x ?)?(?P<b2>\d{1,4}(?:\.\d{1,2})?) ?(?P<bu>ml|l|lit(?:er|re)s?|oz)[ -]?"
        r"(?:(?:water|big|full|reusable) )?(?:bottles?|cans?|cups?|glass(?:es)?|mugs?|flasks?)\b"
        r"|(?<![\d.])(?P<b3>\d{1,2}) ?x ?(?P<b4>\d{3,4}) ?ml\b"
    ),
    "twice": r"(?:早晚|早上[和跟、]?晚上|上午[和跟、]?下午)(?:各|都)|\be(?:ach|a) way\b|\bone way\b x ?2|(?:来回|往返)各|(?:上下班|来回|往返)[,， ]{0,2}(?:单程|每程)",
    "race": (
        rf"\b(?:did|do|done|finished|completed|managed|smashed|crushed|nailed|got in|(?:knocked|banged|ticked|polished|churned|cranked|smashed) (?:out|off))"
        rf" (?:my|an?|the|another|this|that|today's)(?: (?!bike|cycle|walk|swim|row|ride|spin|hike)[a-z]{{3,10}})?"
        rf" (?=(?:3|5|8|10|12|15|20|21) ?km?\b(?! ?(?:steps|(?:[a-z]{{3,8}} )?(?:{_MOVES}|swimming|cycling|walking|rowing|hiking)\b|away|from|on the)))"
        r"|\b(?:knocked|banged|ticked|polished|churned|cranked|smashed) (?:out|off) (?=\d{1,2}(?:\.\d)? ?km? in \d\d\b)"
    ),
    "miler": r"(?<![\d.])(?P<ml>\d{1,3}(?:\.\d)?)[ -]?milers?\b",
    "machine": (
        r"(?<![\d.:x])(?P<mm>[1-9]\d) (?=(?:more )?on the (?:treadmill|bike|spin bike|exercise bike|rower|erg|elliptical|cross ?trainer|stair\w*|peloton|turbo|step\w*)\b)"
    ),
    "aside": r"\b(?:5|6|7|8|9|11)s?[ -]?a[ -]?side\b",
    "c25k": r"\b(?:couch to 5k|c25k|c 25 k)\b(?:,? w(?:ee)?k? ?\d{1,2})?(?:,? d(?:ay)? ?\d)?",
    "session": r"\b(?:finished|did|completed|done with|through with|had|smashed|crushed|nailed) (?:(?:my|the|today'?s|an?|great|good|hard|tough|decent|solid|nice|quick|killer|brutal|lovely|short|long|proper) )+(?:session|workout)\b",
    "bed": r"\bbed (?=\d{1,2}:\d\d)|(?<![喝饮热冷冲泡放是])[谁水税]了(?=\d[\d.]*个?多?(?:小时|钟头|h(?![a-z])))",
    "up": r"\bup (?=\d{1,2}:\d\d)",
    "rise": r"\d{1,5} ?(?:m(?:et(?:er|re)s?)?|ft|feet|foot|') (?:of )?(?:climb\w*|elevation|elev\b|gain|ascent|ascending|vert\w*|up\b|descent)|\b(?:elevation|elev|gain|vert)(?: gain)?[ :]{1,2}\d{1,5} ?(?:m|ft|feet)\b|(?:爬升|海拔|累计爬升)\d{1,4}米?|\d{1,3} ?(?:degrees|°)(?: ?[cf]\b)? (?:outside|out there|heat|weather)",
    "mountain": r"(?<=[山峰岭岳])爬上[去来]|爬(?:了|过)?(?:[1个]?趟|个|座)?(?!楼|起)[^\W\d了个趟座过]{0,4}[山峰岳岭顶](?!药|楂|东|西区)",
    "dash": r"(?<=课)测试?(?=\d{3,4}米)|泡(?=了? ?\d[\d.]* ?(?:公里|公理|千米|km|k\b|米|圈)|步)|体测(?=\d{2,4}米)|(?<=\d[米m])间歇(?!\d+ ?(?:秒|分|s|min))|(?<=\d米)(?:测试|测验|考试|达标)|(?<=[里mk])(?:比?赛)(?!车|事|道|前|后|季)",
    "stroll": r"(?<![不可步骑举进还])行(?=(?:了|左)?\d[\d.]*(?:步|公里|km|k\b|分钟|分鐘|个?小时|个?钟|w步))|行路|行街",
    "speed": r"(?:时速|均速)[:：是在约大概]{0,3}\d{1,2}(?:\.\d{1,2})?(?!\d|[分:']| ?(?:km|公里|迈|码|mi))",
    "skipping": r"跳了?(?=\d+[个下]绳)",
    "parted": r"(?:[爬跳散撸举健])了?(?=\d[\d.]*个?多?(?:小时|钟头|钟|分钟|min)的?(?P<object>山|楼|舞|绳|操|步|铁|身))",
    "rm": r"单次|(?<![\da-z.])(?:[2-9]|1\d) ?rm(?![a-z])",
    "stone": (
        r"(?<![\d.])(?P<st>\d{1,2}) ?(?:st|stones?)(?: |, ?| and )?(?P<slb>\d{1,2}(?:\.5)?) ?(?:lbs?|pounds?)\b"
        r"|(?<![\d.])(?P<st2>[6-9]|[12]\d) ?(?:stones?,?|st(?<!21st)) (?P<slb2>\d|1[0-3])(?![\d.:/]| ?(?:kg|km|k\b|min|x|reps|sets|h\b))|(?<![\d.])(?P<so>\d{1,2}(?:\.\d)?) ?stones?\b"
    ),
    "midnight": r"\bmidnight\b",
    "noon": r"\b(?:noon|midday)\b",
    "since": (
        rf"\binstead of (?:(?!i |we |i'|not )[a-z'-]+(?: (?=[a-z])|(?=[,.;!]|$))){{1,4}}(?=[,.;!]|$)|(?:\binstead of (?:(?:the|my|a|an) )?(?:{_MOVES}|\w+ing|gym|workout)\b|\b(?:after|before|during|following|post)[ -](?:(?:the|my|a|an|this|that|today's) )?(?:{_MOVES}|workout"
        rf"|gym|session|training|exercise|exercising|lifting|lunch|dinner|work)\b(?! ?:| \d)|[跑走骑游练]完(?:步|车|泳)?(?=的?(?:心率|血压|体重|脉搏))"
        r"|(?:跑步|运动|训练|锻炼|骑车|游泳|健身)(?:之)?[前后中时](?:的)?(?=(?:量的?)?(?:心率|血压|体重|脉搏|血糖|血氧)))"
    ),
    "upto": r"\b(?:worked|built|went|warmed|working) up to \d{1,3}(?:\.\d)? ?(?:kgs?|lbs?)?(?= (?:on|for|in)\b|,|$)",
    "part": (
        r"\bin the (?:mornings?|afternoon|evening)\b|\b(?:at|on|over|during|in) (?:my |the )?(?:lunch(?:time|[ -]?break)?|break)\b|\bat (?:night|dawn|noon)\b|\b(?:mornings?|afternoon|evening|lunchtime)\b"
        r"|早上|早晨|清晨|上午|晌午头?儿?|中午(?![睡休])|午间|下午|傍晚|晚上|夜里|晚间"
    ),
    "fix": (
        r"\b(?:no wait|wait,? no|wait|actually|i mean|i meant|scratch that|correction|make that|sorry|oops"
        r"|or rather)\b"
        r"|不对|说错了?|哦不|更正|打错了?|准确[地的]?说|纠正|记错了?|应该是|其实是"
    ),
    "best": r"(?<![\da-z.])1 ?rm(?![a-z])|\b1 rep max\b",
    "not": r"\bnot (?=\d)|(?<!是)不是(?=\d)",
    "decade": (
        r"(?<!\d )(?<!\d)\bset #?\d{1,2}(?=:| ?-| \d|,)|\b(?:the|my|a|an|his|her|early|late|mid|like|of)[ -](?:early |late |mid[ -])?(?:19)?\d0's\b|\b(?:the|my|a|an|his|her|early|late|mid|like|of)[ -](?:early |late |mid[ -])?(?:19)?\d0s\b"
    ),
    "aged": (
        r"\b(?:i'm|i am|im|turned|turning|not bad for(?: an?)?|at the age of|going on) (?:only |now |almost |already |nearly )?\d{2}(?=[ ,.!)]*$|[,.!)] | and\b| now\b| but\b| years?\b| yo\b|-year)"
    ),
    "ahead": (
        r"\d{1,3}(?:\.\d)? ?-?(?:s|secs?|seconds?|min|mins|minutes?)?(?:(?:off|under|inside|outside|shy of|over|faster|quicker|slower|better|ahead|behind|more|less|longer|shorter|short of| )+ (?:than |of |on )?(?:my |the |last )?(?:old |previous |last |usual )?(?:pb|pr|best|record|target|goal|time|week|run|year|month|ride|swim|yesterday)\b)"
    ),
    "from": (
        r"\b(?:so |very |super |painfully |really )*close to (?:a |the |my )?\d[\d.,]*(?: ?(?:k|km|kg|steps|miles?))?\b|\b(?:a bit |just )?(?:short|shy) of (?:a |the |my )?\d[\d.,]*(?: ?(?:k|km|kg|steps|miles?))?\b|\b(?:in|all in) 1 (?:go|shot|sitting|hit|breath)\b|\bnet 0\b|"
        r"\b(?:pb|pr|record|best) by \d{1,3} ?(?:s|secs?|seconds?|min|mins|minutes?)?\b|\b(?:up|improved) from (?:just |only |a |about )?\d[\d.:]{0,6}"
    ),
    "last": (
        r"\((?:last (?:week|time|month)|prev(?:ious)?|was)[^)\n]{0,20}\)|\b(?:vs|versus|compared to|compared with) \d[\d.:]{0,6}(?: ?(?:k|km|kg|lbs?|reps|min|mins|steps))? (?:last|yesterday|before)"
    ),
    "program": (
        r"(?<![\d.])\d(?:\.\d{1,2})? ?x ?(?:bw|body ?weight)\b|(?<![\d.])\d ?x ?(?:max|amrap|failure)\b|\bdown from (?:a )?\d[\d.]*(?: ?(?:kgs?|lbs?|pounds|st|kilos))?(?![\d.]| ?(?:to|down)\b)|\b5/3/1\b|\b531(?= (?:bbb|day|week|cycle))|\b(?:stronglifts|strong lifts|madcow|sl) 5x5\b|\bstarting strength\b"
    ),
    "numbered": (
        r"(?:\b(?:day|week|level|lvl|zone|z|lap|round|season|chapter|version|#|no\.?|number|top|under|sub|over"
        r"|age|aged|iphone|apple"
        r"|z)[ -]?|\b[wd]-?|第)\d{1,4}(?![\d.:]| ?(?:/|x\d|kg|lb|km|k\b|mi|min|reps|sets|steps))[天周级区]?"
        r"|(?<![\d.:x])\d{1,2}\)(?= ?\D)|(?:^|(?<=\n))\d{1,2}\. ?(?=[^\d\s])"
        r"|@ ?\d{1,3} ?%|\d{1,3} ?% (?:of|1rm|max)|[$¥€£]\d+|(?:http|www\.)\S+"
        r"|(?<![\w.])[a-z0-9_.]{1,40}@[a-z0-9]{1,40}\.[a-z]{2,10}"
    ),
    **READ_AS_ONE,
    **PASSED_OVER,
    **SPOKEN,
}
SPECIAL: Triggered[str] = Triggered({name: re.compile(pattern) for name, pattern in _ALTERNATIVES.items()})
