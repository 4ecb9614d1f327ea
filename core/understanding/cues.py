"""Whether a clause tells of something done: plans, questions, negations and other people's deeds do not count."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from typing import Literal

from core.understanding.triggers import guarded

Stance = Literal["done", "neutral", "plan", "question", "negated", "other"]

_EN_PAST = (
    r"ran|did|done|walked|swam|biked|cycled|rode|hit|completed|finished|managed|logged|clocked|lifted|benched"
    r"|squatted|deadlifted"
    r"|slept|weighed|crushed|smashed|nailed|went|jogged|hiked|rowed|played|climbed|drank|had|got|took|made"
    r"|knocked out|banged out"
    r"|measured|was|were|pulled|pushed|pressed|curled|skipped rope|jumped|napped|woke|covered|trained"
    r"|worked out|danced|skied|planked"
)
_EN_DONE = guarded(rf"\b(?:{_EN_PAST})\b|\bjust (?!now\b)|\bi've\b|\bdone\b")
_ZH_DONE = guarded(r"了|完|过(?![去来])|刚|打卡|搞定|达成|[跑走游骑练做睡](?:的|得)|已经|实际")
_EN_PLAN = guarded(
    r"\b(?:will|i'll|ill (?=run|do|go|walk)|we'll|gonna|going to(?! the| a\b| my| bed| sleep)|plan(?:ning|ned"
    r"|s)? (?:to|on|for)"
    r"|planning|want(?:ed|s|ing)? to|wanna|would like|i'd like|would love|hop(?:e|ing)\b|aim(?:ing)?(?: to"
    r"| for)|intend\w*"
    r"|wants (?:me|my|us|you)\b|should(?!'ve been| have been)|must|need(?:ed)? to|have to|gotta|about to|thinking (?:of|about)|think of\b"
    r"|try(?:ing)? to"
    r"|training for|sign(?:ed|ing)? up|registered|remind|let's|lets|next (?:week|month|time|year)"
    r"|later(?: today| tonight|$)"
    r"|supposed to|ready to|might|dream(?:t|ed|ing)?|wish|if (?:i|you|we)|suppose|imagine|would(?:'ve| have)"
    r"|could(?:'ve| have)|almost|nearly|used to|usually|normally|typically|generally|every (?!set|rep)\w+"
    r"|each (?:day|week|morning)|(?:per|a|1) (?:day(?! off)|week(?! ago))|daily|always|often|when i was"
    r"|\d+ (?:years?|months?) ago|i'd love"
    r"|recommend|suggest|give me|make me|build me|create|i can\b(?!'t)|(?<!was )(?<!were )able to|schedul\w+"
    r"|tried to|attempted to|(?:whoever|loser|losers|last one|anyone|who)(?: \w+){0,2} (?:does|do|owes?|has to|pays?)\b|i owe"
    r"|\d+ more (?:kg|lbs?|pounds|weeks?|days?|months?) to go"
    r"|let me|gets? to run|delete|remove|undo"
    r"|i have(?! (?:run|done|completed|finished|walked|been|just|already|slept|swum|ridden|biked|logged|now"
    r"|also))|i own|i've got"
    r"|when(?:ever)? (?:i'm |i )?(?:\w+ing|run|walk|swim|squat|bench|do|jog|lift)\b)"
)
_EN_WEAK_PLAN = guarded(r"\b(?:goal|target|challenge|plan)\b")
_ZH_PLAN = guarded(
    r"下周|下个?月|下次|打算|准备(?!活动)|(?<![没思理冥])想(?!不到|到|象|法|死)"
    r"|(?<![不只需重主])要(?=[跑走游骑练做去减瘦睡举喝拉卧深]|完成|达到|开始|坚持)"
    r"|将要?(?=[跑走游骑练做去])|(?<![一开社机不])会(?=[跑走游骑练做去睡举])|得(?=[跑去练])|应该(?!是)|争取"
    r"|希望|但愿|(?:可能|晚点|晚些|改天|有空)(?![^,，。]*了)|想象一下|要求|低于|控制在|我(?:最多|大概|现在|已经)?能(?!量|不)|待会|等会|等下"
    r"|一会儿?(?=去|要|跑|再)|回头|该(?=[跑去练睡])|必须|需要|每[天周晚日次]|每个?(?:月|星期)|天天|平时|通常"
    r"|我一般|经常|常常|以前|曾经|从前"
    r"|小时候|如果|要是|假如|假设|的话|差点|差一点|本来|原本|要不|梦见|梦到|建议|推荐|提醒|帮我|给我(?:安排|做"
    r"|定)|制定|定个|设[个定]"
    r"|(?<!可)能(?=[跑做推拉举蹲卧走骑游])|可以(?=[跑做推举走卧])|\d年前|个?月前|去年|前年|报名|删除|删掉|撤销|撤回"
    r"|罚(?=\d|做|跑|走)|欠[你我他她]|还差|再坚持|做够\d|该轮到"
    r"|我有|家里有|一周\d[次天]|周\d次|天\d次"
)
_ZH_WEAK_PLAN = guarded(r"目标|挑战|(?<!按)(?<!按照)计划")
_FUTURE = guarded(r"\b(?:tomorrow|tmrw?|next (?:week|mon|tue|wed|thu|fri|sat|sun)\w*)\b|明[天早晚日儿]|后天|下周")
_EN_QUESTION = re.compile(
    r"\bhow (?:many|much|long|far|fast|often|do|does|should|can|to|is|hard|about|good|bad)\b"
    r"|\bwhat(?: is|'s| are| should| does| do| if| would| pace| weight| about)\b|\bwhats\b"
    r"|\bwhy (?:do|is|does|did|am|are)\b|\bwhen (?:should|do|can|is|will)\b|\bshould i\b|\bcan i\b|\bcould i\b"
    r"|\bmay i\b|\bis (?:it|that|this)\b|^\s*is \d"
    r"|\bare (?:these|those)\b|\bdoes\b|\bdo (?:i|you|we)\b|\bdid (?:i|you|we|he|she)\b|\bwould it\b"
    r"|\bwill it\b|\bam i\b|\bany tips\b|\bwhich (?:is|one)\b"
)
_ZH_QUESTION = re.compile(
    r"多少|怎么|如何|为什么|为啥|什么|能不能|可不可以|是不是(?!\d)|好不好|行不行|要不要|该不该|哪|多久|多长"
    r"|多远|几(?:公里|分钟|组|个|天|点|次)"
    r"|吗|呢$|够不够|是否|算不算|有没有"
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
    r"|gf|bf|buddy|colleague|coworker|roommate|neighbou?r|kid|kids|uncle|aunt|cousin|grandma|grandpa|teammate|bro|team"
)
_EN_OTHER = guarded(
    rf"(?<!with )(?<!and )(?<!for )(?<!by )\b(?:my|our|his|her|their|a"
    rf"|the) (?:\w+ )?(?:{_EN_PERSON})(?:'s)?\b(?! and (?:i|me)\b)"
    r"|\b(?:he|she|they|you)(?:'s|'ve)?\b(?! and i\b)|\b(?:his|her|their|your) (?=\w)|\b(?:everyone|everybody"
    r"|someone|somebody|people)\b"
)
_EN_NAME = guarded(
    r"(?:^|[\s,.])(?:@\w+ (?:ran|walked|swam|biked|cycled|did|benched|slept|hiked)\b|(?!(?:I|Just|We|Also|Then"
    r"|Today|Yesterday|Morning|Finally|Only|Already|And|But|So|Have|Never|Got|Now|Lol|Ok|Okay|"
    r"Yes|Yeah|Yep|Hey|Hi|Well|Still|Even|First|Last|Night|Evening|Lunch|Easy|Long|Slow|Fast|It|That|This|Which"
    r"|Who|Coach|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Again|Later|Up|Day"
    r"|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Woohoo|Yay|Update|Jiayou|Log"
    r"|Logged|Here|There)\b)"
    r"(?![A-Za-z]+ly\b)[A-Z][a-z]{1,14}(?:'s)? (?:just |also |already )?(?:ran|walked|swam|biked|cycled|rode"
    r"|benched|squatted|deadlifted|did|slept|hiked|jogged)\b)"
)
_ZH_PERSON = (
    r"爸爸?|妈妈?|爷爷|奶奶|外公|外婆|姥姥|姥爷|老公|老婆|媳妇|妻子|丈夫|爱人|朋友|同事|同学|儿子|女儿|孩子"
    r"|哥哥?|弟弟?|姐姐?|妹妹?|教练"
    r"|男友|女友|男朋友|女朋友|室友|闺蜜|老板|邻居|舅舅|叔叔|阿姨|父亲|母亲|队友|他们?|她们?|你们?|您|人家|别人"
    r"|有人|我们[队班组]|全[队班]|大家|网友|博主|孙子"
)
_ZH_OTHER = guarded(
    rf"(?<![和跟陪带与同帮被给让])(?<![和跟陪带与同帮被给让]我)(?<!和我的)(?<!跟我的)(?<!陪我的)(?:我家?的?)?(?:{_ZH_PERSON})(?![和跟]我)(?!一起)"
)
_ZH_WITH = re.compile(rf"(?:和|跟|陪|带|与|同|帮|被|给|让)(?:我家?的?)?(?:{_ZH_PERSON})")
_ZH_WITH_ME = guarded(r"[带陪拉逼]着?我")
_ZH_NAME = guarded(
    r"(?:^|[,。、 ])(?:(?:小(?![跑走步时区腿组睡])|老(?!是)|阿)[一-鿿]|[张王李刘陈杨赵吴徐孙朱郭罗][一-鿿]{1,2}?)"
    r"(?:今天|昨天|刚刚?|早上|昨晚|又|也)?[跑走游骑做练举睡](?:[步完]|了)"
)
_EN_NEGATION = guarded(
    r"\b(?:didn'?t|did not|haven'?t|have not|hasn'?t|couldn'?t|could not|can'?t|cannot|wasn'?t able to|never"
    r"|failed to|skipped|skipping"
    r"|missed|no|not|without|forgot to|don'?t|won'?t|instead of|cancell?ed)\b"
)
_ZH_NEGATION = guarded(
    r"(?<!忍)(?<!差)(?:没(?!想到|忍住|关系|事)(?:有|能|怎么|去|法|空|时间|力气|来得及)*|未|不(?!错|是|过|对|到"
    r"|止|小心)(?:能|想|去)?|别|忘了|忘记|取消)"
)
_REST = guarded(
    r"\b(?:didn'?t|did not|no|skipped|skipping|missed)(?: (?:go(?:ing)?|to|get|do|the|my|a|any|hit|make it))* "
    r"(?:gym|workouts?|work out|working out|training|train|session|run|running|exercise|exercising|walk"
    r"|move)\b(?! (?:yet|for|far|\d))"
    r"|^ *(?:i'?ll |i'?m |let'?s |please )?(?:skip|skipping) (?:it )?today(?:'?s (?:workout|session|training|run))?[ .!]*$"
    r"|今天(?:就|先|我)?不(?:练|跑|动|运动|锻炼|训练)了?(?![吗么?？])"
    r"|(?<!还)(?<!从)没(?:有|去|能|怎么|时间|空)*(?:跑步?|练|运动|锻炼|训练|健身|动|游泳?|骑车?)(?!完|够|到|好|成|\d)"
)
_ELSEWHERE = guarded(
    r"\b(?:drove|driving|drive|flew|flying|commute[ds]? by (?:bus|train|car)|took (?:the|a|an) (?:bus|train|taxi|uber|metro|subway|tube|cab))\b(?!.*\b(?:ran|walked|swam|did|cycled|biked|lifted|jogged)\b)"
    r"|\bwatch(?:ed|ing)? (?:the|a|some|an) (?:\w+ )?(?:marathon|race|game|match|football|basketball|tennis|olympics|tour|video|movie)\b"
    r"|\b(?:meeting|class|call|movie|show|lecture|train|bus|flight|car|battery) (?:ran|runs|took|was|died)\b|\bran \d+ (?:hours?|min\w*) (?:over|late|behind)\b"
    r"|\b(?:is|are|was|about|lives?) (?:\w+ )?\d[\d.]* ?(?:k|km|kms|m|miles?|mi|min|mins|minutes) (?:away|from)\b"
    r"|\b(?:apparently|supposedly|they say|(?:doctor|article|study|studies|app|internet|google|podcast|experts?) (?:says?|said|told|claims?|found)(?! (?:my|me|i)\b))\b"
    r"|\b(?:back in (?:college|school|high school|uni\w*|the day|my)|in (?:high school|college))\b"
    r"|\b(?:kids|children|mom|mum|dad|grandma|grandpa) (?:ran|walked|played|did|swam|cycled|slept)\b"
    r"|\b(?:my|the|our) (?:dog|cat|puppy) (?:ran|walked|did|swam|slept|weighs|weighed)\b"
    r"|有\d+个?人|追(?:公交|地铁|车|火车)|开了?[^,，。]{0,6}会(?!员)|[喝买点]了?[^,，。]{0,6}(?:啤酒|白酒|红酒|可乐)|住(?:在)?\d+ ?[楼层]"
    r"|(?:开车|坐车|打车|坐了?(?:地铁|公交|高铁|飞机|火车)|堵车|开会|会议|加班)(?![^,，。]*[跑走游骑练做举跳])|(?:直播|电视|视频|新闻|电影)看|看(?!着)(?:了|完)?[^,，。]{0,8}(?:直播|比赛|球赛|电视|视频|新闻|电影|马拉松)"
    r"|上了?\d+(?:个)?小时班|听说|据说|网上说|有人说|专家说|医生(?:说|建议)(?!我)|新闻说|文章说|书上说|都说|(?:离|距离?)(?:我?家|这|公司|我)[^,，。]{0,4}\d"
)
"""Talk of driving, watching, distances between places and what others claim: nobody exercised."""
_CANNOT = guarded(r"[做跑走游骑举拉推睡撑跳蹲](?:都)?不(?:了|动|到|完|下来|着|起来|起)")
_TOTAL = guarded(
    r"\b(?:this|last|past|whole) (?:week|month|year)\b(?! ?end)|本周(?![一二三四五六日天末\d])"
    r"|\btotal (?:km|miles|steps|distance|minutes)\b|[这上]个?(?:周|星期)(?![一二三四五六日天末\d])"
    r"|[本这上]个?月|今年|累计"
)
_YET = guarded(r"\byet\b|还没|不累|没动力|没运动细胞")


def stance(clause: str, original: str, head: int | None) -> Stance:
    """How a clause (folded; `original` keeps its case) speaks of the activity or measure that begins at `head`."""
    done = says_done(clause)
    if _EN_OTHER.search(clause) or _EN_NAME.search(original) or _other_in_chinese(clause):
        return "other"
    if _EN_QUESTION.search(clause) or _ZH_QUESTION.search(clause):
        return "question"
    if _EN_PLAN.search(clause) or _ZH_PLAN.search(clause):
        return "plan"
    if not done and (_EN_WEAK_PLAN.search(clause) or _ZH_WEAK_PLAN.search(clause) or _FUTURE.search(clause)):
        return "plan"
    if _ELSEWHERE.search(clause) or (head is not None and _negated(clause, head)):
        return "negated"
    return "done" if done else "neutral"


def without_request(clause: str) -> str | None:
    """The clause less `please log` before it, or `None` if nothing is asked to be written down."""
    asked = _REQUEST.match(clause)
    if asked is None or not any(char.isdigit() for char in clause):
        return None
    return " " * asked.end() + clause[asked.end() :]


def question_at(clause: str) -> int | None:
    """Where a question begins in a clause."""
    found = [m.start() for pattern in (_EN_QUESTION, _ZH_QUESTION) if (m := pattern.search(clause))]
    return min(found, default=None)


def says_done(clause: str) -> bool:
    return bool(_EN_DONE.search(clause) or _ZH_DONE.search(clause))


def says_first_person(clause: str) -> bool:
    return bool(_FIRST.search(clause))


def says_total(clause: str) -> bool:
    """A sum over a week, a month or a year."""
    return bool(_TOTAL.search(clause))


def says_rest(clause: str) -> bool:
    """`没跑`, `skipped the gym`: a day without training, told as a fact."""
    return bool(_REST.search(clause)) and not _YET.search(clause)


def statement_before_question(clause: str) -> int | None:
    """Where the question begins in `I ran 5k how many calories is that`, or `None` if nothing was told before it."""
    asked = question_at(clause)
    if asked is None or not _FIRST_DONE.search(clause[:asked]):
        return None
    return asked


def _other_in_chinese(clause: str) -> bool:
    if clause.isascii():
        return False
    if _ZH_WITH_ME.search(clause):
        return False
    without_company = _ZH_WITH.sub("", clause)
    return bool(_ZH_OTHER.search(without_company) or _ZH_NAME.search(clause))


def _negated(clause: str, head: int) -> bool:
    before = clause[:head]
    for m in _EN_NEGATION.finditer(before):
        if len(before[m.end() :].split()) <= 3:
            return True
    if (cannot := _CANNOT.search(clause)) and "了" not in clause[: cannot.start()]:
        return True
    return any(head - m.end() <= 2 for m in _ZH_NEGATION.finditer(before))
