"""The words behind intents, in English and Chinese, for folded text."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from core.understanding.intents_en import ENGLISH, MOVE_EN
from core.understanding.intents_zh import CHINESE, MOVE_ZH
from core.understanding.reading import IntentKind
from core.understanding.triggers import Triggered, guarded

Reason = Literal["illness", "travel", "period", "exams", "holiday", "injury", "other"]

_END = r"[\s.!?。！？~,，…😊🙂😂👍🙏💪❤️]*$"
_START = r"^[\s,.!/]*"
_POLITE = r"(?:(?:please|pls|plz|ok|okay|hey|hi|coach|jiayou|bot|can you|could you|just|now|请|麻烦|帮我|那|好的?|教练|加油|你(?!好)|能不能|可以)[\s,，]*)*"


def _whole(*alternatives: str) -> str:
    """The message is nothing else, but for politeness and emoji."""
    return rf"{_START}{_POLITE}(?:{'|'.join(alternatives)})(?:[\s,，]*(?:please|pls|plz|now|thanks|thank you|谢谢|吧|啊|呀|哦|啦|了|呢|一下|coach|教练|bot))*{_END}"


_DID_WHAT = (
    r"\bwhat (?:did i (?:do|log|train)|have i (?:done|log(?:ged)?))(?! (?:wrong|to|that))\b"
    r"|我?(?:前天|昨天|昨晚|今天|这周|本周|上周|最近)?我?(?:都)?(?:做|干|练|记)(?:了|过)(?:些|点)?(?:什么|啥|哪些)"
)
DID_WHAT = guarded(_DID_WHAT, re.ASCII)
"""Asks what is in the diary."""
_PATTERNS: Mapping[IntentKind, str] = {
    "greeting": rf"{_START}(?:hi+|hello+|hey+|heya|hiya|howdy|yo|sup|good (?:morning|afternoon|evening)|greetings|你好啊?|您好|嗨|哈[喽啰]|在吗|在不在|早上好|早安?|下午好|晚上好|大家好|哈罗|hallo)(?![a-z\d]|好|上(?!好)|点|晨|睡|起|餐|饭|跑)",
    "thanks": r"\b(?:thanks|thank you|thx|ty|cheers|much appreciated|appreciate it)\b|谢谢|多谢|感谢|谢啦|谢了|辛苦了",
    "yes": _whole(
        r"yes|yeah|yep|yup|yea|ya|sure|ok|okay|k|alright|sounds good|do it|go ahead|of course|absolutely|definitely|correct|right|confirm(?:ed)?|agreed?|deal|let'?s do it|i agree|y|why not|i'?m in|perfect|fine|that'?s right|exactly|approved?|looks good|good|great|yes to some|some of (?:them|these)|start (?:this|the|my) plan",
        r"好|好的|好呀|好啊|可以的?|行|行的|没问题|是|是的|对|对的|嗯+|恩|同意|确认|没错|要|要的|当然|ok的|中|成|就这样|就这么定|可|批准|来吧|有几条是|有几条|开始这个计划|开始计划|嗯嗯|没事|都可以",
    )
    + rf"|{_START}(?:yes|yeah|yep|sure|ok(?:ay)?|好的|好啊|可以|是的|对|嗯)[,，!！]",
    "no": _whole(
        r"no|nope|nah|no thanks?|no thank you|not now|not really|don'?t|n|never|no way|cancel|nothing|none|negative|wrong|incorrect|i don'?t think so|not today|rather not|none of (?:these|them|those|the above)|none apply|no to all",
        r"不|不要|不用|不用了|不是|不对|不行|不了|没有|没|算了|否|取消|别|不可以|不同意|不想|不需要|先不|没有了|都没有|都不是|先不要|暂时不要|一条都没有",
    )
    + rf"|{_START}(?:no|nope|nah|不|不用|不要|不是|没有)[,，!！]",
    "skip": _whole(
        r"skip(?: (?:it|this|that|this one|question|the question|for now|next))?|pass|next(?: question)?|(?:i'?d )?rather not(?: say| tell)?|prefer not to (?:say|answer|tell)|don'?t want to (?:say|tell|answer)(?: (?:that|this|it|you))?|none of your business|later|not telling|i don'?t know|idk|dunno|no idea|not sure",
        r"跳过|下一个|下一题|不想说|不方便说|保密|不告诉你|先不说|不想回答|略过?|过|pass|以后再说|不清楚|不知道|不确定|随便",
    )
    + r"|\bskip (?:this|that|the) question\b|跳过(?:这个|这题|这一题|问题)|不想(?:说|回答|透露)",
    "help": _whole(
        r"help(?: me)?|what can you do|what do you do|how does (?:this|it) work|commands|menu|how (?:do|can) i use (?:this|you)|instructions|\?",
        r"帮助|怎么用|你能做什么|你会什么|你可以做什么|有什么功能|功能|菜单|说明|使用说明|指令|命令|你能干什么|你能干嘛|你会干什么|怎么玩|如何使用",
    )
    + r"|\bwhat (?:can|do) you (?:do|help)\b|\bwhat are (?:the|your) commands\b|你(?:都)?(?:能|会|可以)(?:帮我)?(?:做|干)(?:些|点)?(?:什么|啥|嘛)",
    "settings": _whole(r"settings?|preferences|options|configure|my settings", r"设置|偏好|选项|我的设置|修改设置")
    + r"|\b(?:open|show|change|my) (?:my |the )?(?:settings|preferences)\b|(?:打开|修改|更改|查看)设置",
    "me": _whole(
        r"me|my (?:profile|info|data|details|account|facts)|profile|who am i|about me",
        r"我|我的(?:资料|信息|档案|个人资料|情况|账号)|个人资料|我是谁",
    )
    + r"|\bwhat do you (?:know|remember|have) (?:about|on) me\b|\bshow (?:me )?my (?:profile|info|details|facts)\b|你(?:知道|记得|了解)我(?:什么|哪些|啥|多少)|(?:查看|看看|看下|显示)我的(?:资料|信息|档案)",
    "undo": _whole(
        r"undo(?: (?:that|it|last|the last(?: one| entry)?))?|(?:delete|remove|cancel|scrap) (?:that|it|the last (?:one|entry)|last entry|my last entry)|take (?:that|it) back|that was (?:wrong|a mistake)|oops(?:,? wrong)?|never ?mind that",
        r"撤销|撤回|撤|取消(?:上一条|刚才那条|刚才的)|(?:删掉|删除|去掉)(?:刚才|上一)?(?:的|那|这)?(?:1?条|一条|个|记录)|记错了|刚才(?:的|那条)?(?:不算|错了|记错了)|搞错了|弄错了|打错了|作废",
    )
    + r"|\bundo (?:that|my|the)\b|撤销(?:刚才|上一|那|这)|记错了",
    "today": _whole(
        r"today(?:'?s)?(?: (?:plan|workout|session|training))?|what'?s (?:today|on today|up for today|on for today|the plan(?: for)? today|the workout(?: today)?|next)",
        r"今天(?:练(?:什么|啥|哪里|哪)?|的?(?:计划|训练|安排|课表|任务)|做什么|做啥|干嘛|跑多少)|今日(?:训练|计划|安排|任务)|练什么|今天该练什么",
    )
    + r"|\b(?:what(?:'s| is| should i| do i| am i)|show(?: me)?|give me|tell me)(?: \w+){0,5} (?:today|tonight)(?:'?s)?(?: (?:workout|session|plan|training))?(?=$|[?.!,])|(?<!loved )(?<!enjoyed )(?<!enjoying )(?<!hated )(?<!smashed )(?<!crushed )(?<!nailed )(?<!killed )(?<!finished )(?<!completed )(?<!did )(?<!after )(?<!from )(?<!about )(?<!of )(?<!in )(?<!during )(?<!skipped )(?<!missed )(?<!logged )(?<!that was )(?<!liked )(?<!love )(?<!done )(?<!survived )\btoday'?s (?:workout|session|plan|training)\b(?! (?:was|went|felt|feels|is (?:done|finished|complete|over|in the)|has been|done|destroyed|killed|kicked|nearly|almost|sucked|left|hurt|made|took|finished|completed?|logged|in the bag|included|had)\b)"
    r"|今天(?:我)?(?:该|要|应该|可以|得|需要)?(?:练|训练|锻炼|运动|做|跑)(?:些|点)?(?:什么|啥|哪里|哪个部位|哪儿|多少|几组|嘛|吗)|今天(?:有|的)(?:什么)?(?:训练|计划|安排)|看(?:看|下|一下)今天",
    "start_session": _whole(
        r"(?:let'?s|lets) (?:go|start|begin|train|do (?:it|this)|get (?:started|going))|start(?: (?:the|my|a|today'?s))? (?:workout|session|training)|begin(?: (?:the|my))? (?:workout|session)|i'?m (?:ready|at the gym)|ready(?: to (?:go|train|start))?|start now",
        r"开始(?:训练|练|锻炼|运动|健身|跑步|今天的训练)|开练|开始吧|准备好了|我(?:到|在)健身房了?|走起|练起来|现在开始|开整",
    )
    + r"|\bstart (?:my|the|today'?s) (?:workout|session|training)\b|开始(?:今天的)?训练",
    "start": _whole(
        r"start|/start|get started|begin|sign ?up|register|let'?s begin|onboard", r"开始|启动|注册|开始使用|入门"
    ),
    "done": _whole(
        r"(?:all |i'?m |just |session |workout )*(?:done|finished|complete(?:d)?)(?: (?:it|the (?:workout|session|plan)|today'?s? (?:workout|session|plan)?|with (?:it|the workout|today)|for today|my workout|everything|all(?: of it)?|that))?|did it|(?:i )?did (?:it all|everything|all of it|the workout|today'?s workout|my workout)|checked|✅|✔",
        r"(?:我)?(?:今天的?|训练|全部|都|已经|已)*(?:练完|做完|完成|搞定|跑完|结束|练好|打卡)(?:训练|任务|计划|今天的?(?:训练|任务|计划)?)?|打卡|done|完事|收工|训练结束",
    )
    + r"|^(?:done|finished|完成|做完了?|练完了?)[,，!！ ]",
    "swap": r"\b(?:swap|replace|substitute|switch out|change) (?:the |this |that |out )?(?!plan|language|name|time|my (?:name|goal|weight|height|age))(?:\w+ ){0,3}(?:for|with|to|exercise|move)\b|\b(?:alternatives?|substitutes?|replacement|instead) (?:to|for|of) (?!me\b)\w+|\b(?:something|anything) (?:else )?instead(?: of)?\b|\bdifferent exercise\b|\bcan'?t do (?:the )?(?:squats?|bench|deadlifts?|lunges?|push-?ups?|pull-?ups?|burpees?|jumps?|this (?:one|exercise))\b"
    r"|换(?:一?个|成|掉|1个)(?:别的|其他|其它)?(?:动作|练习|项目|运动)|(?:替代|替换|代替)(?:动作|练习|掉)?|换成|不想做(?:这个|深蹲|卧推|硬拉|波比|跑步)|做不了(?:这个|深蹲|卧推|硬拉|引体|俯卧撑|波比)?|没有?(?:杠铃|哑铃|单杠|器械)(?:怎么|可以|能|用什么|咋)",
    "why": rf"{_START}(?:but |and |ok |so |hmm |tell me )*why(?: not)?{_END}|{_START}(?:but )?why (?:this|that|these|those|do(?: you| i (?:get|have|need|rest))|did you|is (?:this|that|it|my plan)|are (?:you|these|there)|am i|so|not|only|should i|rest|\d)\b|\bhow come\b|\bexplain (?:this|that|why|your|the (?:plan|reason))|\bwhat'?s the reason\b"
    rf"|{_START}(?:这是|那|可是|但是?|请问)?(?:为什么|为啥|为何|怎么会|凭什么|何故)(?:呢|呀|啊|这样|这么|会这样|要这样|是这个|不是|不能|要|给我|安排|推荐|今天|让我|发|只|没有)?[^,，。]{{0,14}}{_END}|(?:解释|说明)(?:一下|下)?(?:原因|理由|为什么|这个|计划)|(?:理由|原因|依据)是(?:什么|啥)",
    "join": r"\bjoin\b(?! (?:a|the|my) gym)|\bcount me in\b|\bsign me up\b|\bi'?m in(?=$|[!.,])|加入(?!了?(?:健身房|瑜伽|公司|[^,。]{0,6}(?:课|俱乐部|社)))|(?:我要?|想|要)?参加(?!了|过)|报名参加|我来(?!了|自)|算我一个|带我一个|入伙",
    "leave": r"\b(?:leave|quit|exit|drop out of|withdraw from) (?:the |this |my |that )?(?:challenge|group|competition|board|game)\b|\bi'?m out\b|(?:退出|离开|不参加|退赛)(?:了)?(?:这个|该)?(?:挑战|比赛|群|活动)?",
    "board": _whole(
        r"(?:leader ?)?board|rank(?:ing|s)?|standings?|scores?(?:board)?",
        r"榜|排行榜?|排名|榜单|战绩|名次|积分榜|成绩榜",
    )
    + r"|\bleader ?board\b|\b(?:show|see|what(?:'s| is)|where|check)(?: \w+){0,3} (?:standings?|ranking|rank|score ?board|the board|the scores?)\b|\bwho(?:'s| is) (?:winning|leading|ahead|first|in the lead)\b|排行榜|排名|(?:看|查)(?:看|下|一下)?(?:榜|名次|积分)|谁(?:第一|领先|在前面|赢了)|我第几",
    "less_often": r"\bless (?:like (?:this|that|these)|often|frequent\w*|messages?|notifications?|reminders?|of (?:this|these|that))\b|\b(?:fewer|too many|so many|too much|reduce(?: the)?(?: number of)?) (?:\w+ )?(?:messages?|notifications?|reminders?|nudges?|pings?|spam)\b|\b(?:don'?t|stop) (?:message|messaging|text|texting|ping|pinging|bother|bothering|remind|nag|nagging|spam|spamming)(?:ing)? (?:me )?(?:so (?:much|often)|that (?:much|often)|every|too)\b|\btoo (?:often|frequent|spammy)\b|\bquieter\b"
    r"|少发(?:点|一点|些|几条)?|少(?:打扰|推送|提醒|来)(?:点|一点|些)?|(?:太|这么|那么)(?:频繁|多消息|多提醒)|(?:消息|提醒|通知|推送)(?:太|有点|好)(?:多|频繁)|别(?:老|总|一直|这么|那么|天天)(?:是)?(?:发|提醒|催|打扰|推)|别发(?:这么|那么|太)(?:多|频繁)|减少(?:提醒|消息|推送|通知)|不要(?:老|总|一直)(?:发|提醒)|这种少(?:发|来)",
    "stop": _whole(
        r"(?:/)?stop(?: (?:it|now|this|that|everything|all|bot|messaging(?: me)?|sending(?: me)?(?: (?:messages|this|these))?|texting(?: me)?|contacting me|the (?:messages|reminders|nudges|notifications)|reminders|reminding me|notifications|all (?:messages|reminders)))?|unsubscribe|opt[- ]?out|quit|go away|leave me alone|shut up|mute(?: yourself)?|turn off (?:the )?(?:reminders|notifications|messages|nudges)|no more (?:messages|reminders|notifications|nudges)",
        r"停|停止|停下|停了|退订|取消订阅|别(?:再)?(?:发|烦|提醒|打扰|催|吵)(?:我|了|消息|我了)*|不要(?:再)?(?:发|提醒|打扰|烦|联系)(?:我|了|消息|我了|提醒)*|闭嘴|停止(?:提醒|发送|推送|消息|打扰|一切)(?:我|消息)?|关闭(?:提醒|推送|通知|消息)|取消(?:提醒|推送|通知|所有提醒)|走开|滚",
    )
    + r"|\bunsubscribe\b|\bstop (?:messaging|sending|texting|contacting|reminding|nudging|bothering|spamming) (?:me\b(?! (?:so|that|every|before|after|at))|messages|reminders|these|this|notifications)|\bnever (?:message|text|contact) me again\b|退订",
    "export": r"\bexport\b|\bdownload (?:all )?(?:of )?my (?:data|history|records|info)\b|\b(?:copy|dump) of my data\b|\bgive me (?:all )?my data\b|导出|下载(?:我的)?(?:数据|记录)|备份(?:我的)?数据",
    "delete": r"\b(?:delete|erase|remove|wipe|destroy) (?:all (?:of )?)?(?:my (?:data|account|profile|information|info|history|everything)|everything(?: about me)?|me\b|all (?:my )?data)|\bforget (?:me|everything (?:about me|you know))\b|\bclose my account\b|\bright to be forgotten\b"
    r"|(?:删除|清除|清空|注销|抹掉|销毁|删掉)(?:我的?)?(?:所有|全部|一切)?(?:的)?(?:我的)?(?:数据|账号|账户|资料|信息|帐号|帐户)|注销|忘(?:记|掉|了)我(?:的一切|吧)?|删除(?:所有|全部|一切)",
    "progress": r"\bhow(?:'s| is| was| has| did| am| are)(?: \w+){0,4} (?:my (?:week|month|progress|training|stats|running|numbers)|i do(?:ing|ne)?\b|this (?:week|month)|going so far|week going|doing (?:so far|this (?:week|month)))|\b(?:(?<!with )(?<!of )(?<!about )(?<!in )(?<!for )my |show (?:me )?(?:my )?|see my )(?:progress|stats|statistics|summary|history|trend|chart|weekly (?:summary|report))\b|\b(?:show|see|review|check|recap) (?:me )?my week\b|^my week[?!. ]*$|\b(?:weekly|monthly) (?:summary|report|recap|stats)\b|\bhow (?:many|much|far) (?:\w+ ){0,4}(?:have i|did i|i'?ve)\b|\bam i (?:making progress|improving|on track|getting better)\b|^(?:progress|stats|summary|history)[?!. ]*$"
    r"|(?:这|本|上|最近1?)(?:个)?(?:周|月|星期|礼拜)(?:我)?(?:怎么样|怎样|如何|进展|练得|表现|情况|总结|的?数据|的?成绩|跑了多少|走了多少|运动了多少|练了几次)|我的?(?:进度|进展|进步|数据|统计|记录|成绩|趋势|历史)(?:怎么样|如何|呢)?|(?:周报|月报|周总结|月总结|进度|数据统计)(?:$|[?？。])|(?:看|查)(?:看|下|一下)?(?:我的)?(?:进度|数据|统计|记录|趋势)|我(?:进步|练得怎么样|有进步|走了多少|跑了多少)|我(?:最近|这几天|这阵子)(?:练得|的?情况|表现)?(?:怎么样|如何)"
    rf"|{_DID_WHAT}",
    "language": r"\b(?:speak|talk|reply|write|switch to|change to|use|answer|respond|language:?|in) (?:to me )?(?:in )?(?:english|chinese|mandarin)\b|\b(?:change|switch|set) (?:the |my )?language\b|^(?:english|chinese|中文|英文|英语|汉语)(?: please|吧)?[.!。？?]*$|(?:说|讲|用|换成?|切换到?|改成?|改用|切到)(?:回)?(?:中文|英文|英语|汉语|普通话)|(?:切换|更改|换|设置|修改)语言",
    "plan": r"^ *新的?计划[。.!！]? *$|\b(?:make|create|build|give|write|design|generate|draw up|set up|need|want|get|show|see|update|change|adjust|new|what'?s|whats|send)(?: \w+){0,5} (?:plan|program|programme|routine|training schedule|workout schedule|split)\b(?! b)|\bplan (?:for me|my (?:week|training|workouts))\b|^(?:my )?(?:plan|program|routine|schedule|training plan|workout plan)[?!. ]*$|\bput me on a (?:plan|program)\b"
    r"|(?:做|定|制定|制订|给|来|安排|设计|写|出|列|生成|要|想要|需要|看看?|换|更新|调整|修改)(?:我|一下|下)?(?:1?个|一个|份|一份|1份|套|一套|新的?|我的|的)*(?:适合我的|减肥|减脂|增肌|健身|跑步|训练|锻炼|运动|力量|一周|每周|1周|居家)*的?(?:训练)?(?:计划|方案|课表|安排)(?!书)|^(?:我的)?(?:训练|健身|减肥|减脂|增肌)?(?:计划|方案|课表)[?？!。 ]*$|帮我(?:安排|规划|计划)(?:一下|下)?(?:训练|锻炼|运动|健身|每周|这周)",
    "how_to_start": r"\bhow (?:should|do|can|would|could|must|to)(?: (?:i|one|we|a beginner|someone))? (?:start|begin|get started|train|work ?out|exercise|get (?:fit|in shape|healthy|stronger|strong|lean|going)|lose (?:weight|fat|belly)|build muscle|get into|approach|go about|gain (?:muscle|weight))\b|\bwhere (?:do|should|can) i (?:start|begin)\b|\bwhat (?:should|can|do) i do (?:to|first|if i want)\b|\bwhat(?:'s| is) the best (?:way|workout|exercise|training|plan) (?:to|for)\b|\bbest way to (?:start|lose|build|get|train)\b|\bhelp me (?:get started|start|lose|get fit|get in shape|build)\b|\bwhat kind of (?:exercise|training|workout)s?\b"
    r"|(?:应该|该|要|可以|需要)?(?:如何|怎么|怎样|咋)(?:样)?(?:去|来|才能|样)?(?:进行|开始|入门|着手)?(?:训练|锻炼|健身|运动|减肥|减脂|增肌|瘦|练|开始|入门|减|跑步|起步)(?!完|错)|从(?:哪里|哪儿|哪|何处|什么)(?:开始|入手|练起|做起)|(?:应该|该)(?:做|练)(?:些)?什么(?:运动|训练|锻炼)|有什么(?:好的?)?(?:方法|建议|办法)(?:减|练|健身|瘦)?|什么运动(?:最|能|适合|减|可以)|帮我(?:减肥|减脂|增肌|健身|瘦|变强)",
    "link": r"\blink (?:my )?(?:account|accounts|telegram|discord|code|web)\b|\b(?:link|connect|pair) (?:code )?(?=[a-z\d]*\d)[a-z\d]{4,12}\b|\b(?:connect|pair|link) (?:my )?(?:other |another )?(?:account|telegram|discord)\b|(?:绑定|关联|连接|链接)(?:账号|账户|我的|telegram|discord|电报)?",
    "quiet_hours": r"\bquiet (?:hours?|time)\b|\bdo(?:n'?t| not) (?:disturb|bother|message|ping|text|remind) (?:me )?(?:between|from|after|before|at night|during)\b|\bno (?:messages?|notifications?|reminders?) (?:between|from|after|before|at night|during)\b|\bdnd\b|免打扰|勿扰|安静时[间段]|静音时[间段]|(?:点|:\d\d|晚上|夜里|半夜|睡觉|之后|以后)[^。]{0,8}(?:别|不要|勿)(?:打扰|发|吵|提醒|烦)",
    "remind": r"\bremind(?:er)?s?\b(?! (?:me (?:of|why|how)))|\b(?:nudge|ping|wake|notify|message|text) me (?:at|every|in the|each|daily|around|when|tomorrow|on)\b|提醒(?:我|一下)?|叫我(?:起床|跑步|运动|锻炼|训练|健身|去)|闹钟|通知我",
    "snooze": r"\bsnooze\b|\b(?:remind|ask|ping|nudge|message|tell) me (?:again )?(?:later|in (?:an?|1|\d+|a few|half)|again|tomorrow)\b|^(?:in )?(?:an?|1|\d+(?:\.\d)?) ?(?:hours?|hrs?|h|min(?:ute)?s?)(?: later)?[.!]*$|^(?:later|not now|maybe later|in a (?:bit|while|minute))[.!]*$|稍后(?:再)?(?:提醒|说)?|(?:等会儿?|待会儿?|晚点儿?|过会儿?|过一会儿?|一会儿?|等下|回头)(?:再)?(?:提醒|说|练|来|叫)|(?:小时|分钟|钟头)(?:后|之后|以后)(?:再)?(?:提醒|叫|说|通知|来)|再(?:等|过|睡)(?:\d+(?:\.\d)?个?(?:分钟|小时))|明天再(?:提醒|说|叫)",
    "pause": r"\bpause\b(?! (?:squat|bench|rep|deadlift|press))|\btake a break\b(?! between)|\bon (?:a )?break\b|\bfreeze (?:my|the) (?:streak|plan|challenge)\b|\bput (?:\w+ ){0,3}on hold\b|暂停|先停(?:一|几|\d)|休(?:息|假)(?:几天|\d+天|一周|1周|\d周|一阵|一段)|请(?:个)?假|冻结",
}
INTENTS = Triggered(
    {
        kind: re.compile("|".join(filter(None, (pattern, ENGLISH.get(kind), CHINESE.get(kind)))), re.ASCII)
        for kind, pattern in _PATTERNS.items()
    }
)

_STATES: Mapping[Reason, str] = {
    "period": r"\bmy period\b|\bon my period\b|\bperiod (?:day|week|is here)\b|\b(?:got|having|have|on) (?:my |the |a )?(?:period|cramps)\b|\bcramps\b(?=.*\bperiod)|\baunt flo\b|\bperiod (?:cramps|pain|started|came)\b|\bpause for (?:a |my )?period\b|\bmenstrua\w+|\btime of the month\b|例假|大姨妈|姨妈(?:来|期)|生理期|月经|来事(?:儿)?了|经期|痛经",
    "illness": r"\b(?:i'?m|i am|feel(?:ing)?|been|got|getting|im|still|home) (?:\w+ )?(?:sick|ill|unwell)\b(?! of)|\b(?:have|got|caught|with|having|catching) (?:a |an |the )?(?:\w+ )?(?:cold|flu|covid|stomach bug|infection|sore throat|bronchitis|food poisoning)\b|\b(?:pause|break|off)(?: \w+){0,3} (?:sick|illness|ill|sickness|flu|cold)\b|\bdown with\b|\b(?:come|came|coming|going) down with\b|\b(?:caught|have|had|got|running|with) (?:a |an? )?(?:\w+ )?(?:fever|temperature|bug|virus|tonsillitis)\b|\bunder the weather\b|\bfood poison\w*|\b(?:stomach|gastric) (?:flu|bug|virus)\b|\b(?:sore throat|tonsillitis|bronchitis|chest infection)\b|\bthrowing up\b|\bfever(?:ish)?\b|发烧|发高烧|低烧|甲流|乙流|阳性|呕吐|吐了1|胃炎|生病|感冒|流感|新冠|阳了|病了|发炎|拉肚子|肠胃炎|支气管炎|嗓子(?:疼|痛)|身体不舒服|病假",
    "travel": r"\b(?:travel(?:l)?ing|on a (?:business )?trip|business trip|on the road|flying (?:out|to)|away (?:for work|on (?:a |business)|for a conference)|(?:flying|fly|heading|off|going) (?:out |away )?to (?!bed|sleep|work|the|gym|try|do|be|get|have|run|start|take|rest|make|miss|need|skip|stop|pause|lose|train|go|my|a|school)[a-z]+\b|\btrip to\b|\bat a conference\b|\bi'?(?:ll be|m) in (?!the (?:gym|bath|car|office|park|pool)|a |my |bed|pain|work|class|love|it\b|shape|trouble|no |an |for |charge|meeting|line|good|bad|better|great)[a-z]+ for \d+ (?:days?|weeks?|months?)|out of town|pause for (?:a )?(?:travel|trip))\b|出差|去旅|飞(?:往|去|到)|(?:飞|去)[^,。]{1,6}(?:开会|出差)|旅行|旅游|在外地|出远门|去外地|在路上几天|出国",
    "exams": r"\b(?:exams?|finals|midterms?|final week|bar exam|revision|dissertation|cramming|thesis (?:deadline|defen[cs]e))\b|考试|期末|期中|考研|高考|中考|答辩|复习(?:周|考)|备考",
    "holiday": r"\b(?:on (?:vacation|holiday|leave)|vacations?|holidays?|honeymoon|staycation|(?:going|go|home|off|break) (?:home )?for (?:christmas|easter|thanksgiving|new year|the holidays|eid|diwali)|christmas break|spring break|(?:going|off) (?:on|to the) (?:beach|holiday))\b|度蜜月|蜜月|放假|度假|休假|过年|春节|国庆|假期|回老家|年假|五一|中秋",
    "injury": r"\b(?:i'?m injured|got injured|injury|(?:hurt|injured|sprained|pulled|tweaked|strained|twisted|rolled|broke|busted|tore|fractured) my(?! (?:feelings|record|pb|pr|promise|streak|diet|fast|phone|heart))|recover\w+ from (?:an )?(?:injury|surgery))\b|受伤|伤了|拉伤|扭伤|崴(?:了)?脚|脚崴|脚?崴了|闪了?(?:到|1下)?腰|闪了腰|腰闪|扭到|骨折|养伤|手术(?:后|恢复)",
    "other": r"\bfamily (?:emergency|stuff|matters?|issues?|things)\b|\b(?:funeral|wedding|moving (?:house|flat|flats|apartment|home)|newborn|new baby|night shifts?|crazy busy|swamped|slammed|work is (?:crazy|insane|mad)|crunch time|deadline)\b|(?:老人|孩子|娃|爸|妈|爷爷|奶奶|家人|老婆|老公)[^,，。]{0,3}(?:住院|生病|手术|病了)|陪护|家里(?:有|出)(?:点|了)?事|有(?:点|急)?事(?:儿)?[,， ]|太忙|忙不过来|忙疯|加班|搬家|婚礼|丧事|赶项目|赶工|没时间练",
}
STATES = Triggered({reason: re.compile(pattern, re.ASCII) for reason, pattern in _STATES.items()})
WANTS_PAUSE = guarded(
    r"\b(?:can'?t (?:train|work ?out|exercise|run|make it|do)|won'?t (?:be able|train)|no (?:training|workouts?|gym)|need (?:a )?(?:rest|break)|have to (?:rest|stop|miss)|next week|this week|until|for (?:\d+|a|the|1) (?:days?|weeks?|few|week)|off|take it easy|rest|skip(?:ping)?|pause|break|hold|on hold|back (?:on|in|next)|until|till|til|days|weeks|away|out)\b"
    r"|歇|不练|停练|别安排|停(?:1?下|练|几)|不能(?:练|跑|训练|运动|去)|练不了|没法(?:练|运动|训练)|先?休息|停(?:几|\d+|一)天|下周|这周|这几天|这两天|请假|暂停|了$|期间?$|周$",
    re.ASCII,
)
PAUSE_DAYS = guarded(r"(?<![\d.这那前过每])(\d{1,2}) ?个?(days?|weeks?|months?|天|周|星期|礼拜|月)(?! ?(?:a|per) )")
CODE = guarded(
    r"(?<![a-z\d])(?=[a-z\d-]{4,12}(?![a-z\d]))(?=[a-z-]*\d|[A-Z]{4})([a-z\d]{2,8}(?:-[a-z\d]{2,8})?)(?![a-z\d])"
)
CODE_AFTER = guarded(
    r"(?:\bjoin|\blink|\bpair|\bconnect|\bcode(?: is)?:?|加入|参加|绑定|关联|代码|邀请码|码)(?: (?:challenge|the challenge|code|with|with code|with the code|挑战|my account|account))*[:：是\s]*([a-z\d]{4,12})(?![a-z\d])"
)
NOT_CODES = frozenset(
    [
        "challenge",
        "challenges",
        "group",
        "team",
        "with",
        "code",
        "this",
        "that",
        "them",
        "your",
        "accounts",
        "account",
        "telegram",
        "discord",
        "board",
        "game",
        "friends",
        "later",
        "please",
        "today",
        "chat",
        "club",
        "gym",
        "race",
    ]
)
QUESTION = guarded(
    r"[?？]\s*$|^(?:what|how|why|when|where|which|who|any)\b|^(?:did|does|is|are|was|will|would|can|could) (?:a |an |the |my )?[a-z]+ (?:help|hurt|work|cause|make|burn|count|affect|good|bad|ok|okay|safe|better|worth|necessary|enough|healthy|matter)\b|^did (?:i|you|we|they|it) |^(?:is|are|do|does|can|could|should|would|will) (?:i|you|we|it|this|that|these|those|my|the|there|people|he|she|they)\b|\b(?:what|which|how (?:many|much|long|often|far|do|to|should)|should i|can i|is it (?:ok|okay|safe|bad|good|true|normal))\b"
    r"|吗[?？。!]*$|呢[?？]|什么(?!都|也)|怎么|如何|多少|多久|哪(?:个|种|些|里)|能不能|可不可以|是不是|要不要|好不好|行不行|为什么|为啥|几(?:点|次|组|天|个)",
    re.ASCII,
)
SMALLTALK = guarded(
    r"\bhow are you\b|\bhow'?s it going\b|\bwhat'?s up\b|\bwho are you\b|\bare you (?:a )?(?:bot|ai|real|human|robot|an ai)\b|\bis (?:this|it)(?: thing)? (?:a |an )?(?:real |actual )?(?:bot|ai|robot|human|person)\b|\bwhat'?s your name\b|\bgood ?night\b|\b(?:night night|sleep well|sweet dreams)\b|\bbye\b|\bsee you\b|\btell me (?:a|another|something) (?:\w+ )?(?:joke|funny|story|fun fact|interesting)\b|\btell me something funny\b|\bdo you (?:sleep|eat|like|have feelings|love|dream|ever)\b|\bhow old are you\b|^(?:are )?you (?:single|married|human|real|a bot|ok)\b|\bwhat'?s your (?:name|sign|favou?rite)\b|\bare you (?:there|alive|married|ok|smart|chatgpt|gpt|claude)\b|\bwhere are you from\b|\bhave a (?:good|great|nice) (?:night|day|evening|weekend|one)\b|\bi'?m bored\b|\blol\b|\bhaha\w*\b|\bnice to meet you\b|\bi love you\b"
    r"|你是谁|你叫(?:什么|啥)|你多大|你几岁|你有(?:女朋友|男朋友|对象|老婆|妈妈|爸爸|孩子|名字)|你(?:有|会)(?:感情|累|吃饭|睡觉)|你是男|讲个?(?:1?个|一个)?(?:段子|故事|笑话|冷笑话)|陪我聊|聊聊天|在干嘛|干嘛呢|明天见|早点睡|你是(?:机器人|ai|真人|人吗)|最近(?:怎么样|好吗)|你好吗|晚安|再见|拜拜|讲个笑话|无聊|哈哈|天气|吃了吗|认识你",
    re.ASCII,
)
SWAPPED = guarded(
    r"(?:swap|replace|substitute|alternatives? (?:to|for)|instead of|can'?t do(?: the)?|change) (?:the |this |my )?([a-z][a-z -]{1,30}?)(?= (?:for|with|to)\b|$|[?.!,])|(?:做不了|不想做|替代|替换|代替|把)([\u4e00-\u9fff]{2,8}?)(?=换|$|[,，?？。]|的)"
)
NO_REMINDER = guarded(
    r"\b(?:stop|no more|turn off|cancel|fewer|less|don'?t)(?: \w+){0,2} remind|\bforgot to set\b|\b(?:phone|watch|wife|husband|mom|mum|boss|dad|friend|app|he|she|calendar|fitbit|alarm) (?:\w+ )?remind\w*|(?:停止|取消|关闭|别|不要|不用|不必|甭|少|减少)(?:再)?(?:给我)?(?:提醒|叫|催|喊)|(?:公司|老板|妈(?:妈)?每?天?|爸|老婆|老公|手表|手环|医生|同事|他|她|领导|app)提醒|(?:朋友|同事|老板|领导|我?[妈爸]妈?|老婆|老公|同学|兄弟)(?:刚|又|昨天|今天|刚才)?(?:叫|喊|催)我"
)
ELSE = guarded(
    r"\balternatives?\b|\bwhat else\b|\bsomething (?:else|different|easier|similar)\b|\banother (?:exercise|move|option|one)\b|\bother options?\b|\binstead\b|\breplac\w+|\bsubstitut\w+|\bswap\w*|\bswitch\b|\bchange\b|\btrade\b|\bcan'?t (?:do|use)\b|\bdon'?t have (?:a |the |any )?(?:barbell|rack|bench|bar|machine|dumbbell|bike|kettlebell)|\b(?:is|are|'s) (?:taken|busy|occupied|broken|full)\b"
    r"|能换|可以换|想换|换(?:个|1个|掉|成|别|1下|其他|1换|什么|点)|代替|替代|替换|改成|改做|别的动作|行吗|可以吗|行不行|成吗|怎么练|有没有(?:更)?(?:安静|轻松|简单|温和|容易)|\bno (?:barbell|rack|bench|bar|machine|dumbbells?)\b[^.?!]{0,20}\bhow\b|咋练|咋办|怎么办|能不能不|可以不做|取代"
)
"""Asks for another exercise than the one named."""
MOVE = guarded(rf"{MOVE_EN}|{MOVE_ZH}", re.ASCII)
_HINDERED = r"(?:how do i|can'?t|couldn'?t|hate|sick of|tired of|without|no|swap|replace|change|instead of|(?:alternatives?|substitutes?|replacement) (?:to|for)|不想(?:做|练|再)?|不能|没有|没法|做不了|不会|把)"
HINDERED_MOVE = guarded(
    rf"{_HINDERED}(?: ?(?:do(?:ing)?|use|out|the|these|any|a|做|练|再|去))* ?(?P<move>{MOVE_EN}|{MOVE_ZH})", re.ASCII
)
