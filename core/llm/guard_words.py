"""What an answer must not say, in both languages, as patterns. In doubt a good sentence is lost rather than a bad one sent."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from typing import Literal

Reason = Literal[
    "empty",
    "long",
    "language",
    "markup",
    "links",
    "leak",
    "repeats",
    "numbers",
    "medical",
    "diet",
    "identity",
    "unkind",
]


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


_DRUG = r"medic(?:ation|ine)s?|meds|pills?|tablets?|dos(?:e|es|age)|insulin|inhaler|antidepressants?|painkillers?|supplements?|prescriptions?|statins?|beta.?blockers?"
_MEALS = r"meals?|breakfasts?|lunch(?:es)?|dinners?|eating|food"

_NO_NEED = r"(?<!no need to )(?<!n't need to )(?<!n't have to )\b"

FORBIDDEN: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (
        "markup",
        _any(
            r"<\|",
            r"\|>",
            r"\[/?INST\]",
            r"</?s>",
            r"<<SYS",
            r"</?(?:facts|talk|message|mood|think)\b",
            r"^#{1,6} ",
            r"```",
        ),
    ),
    (
        "links",
        _any(r"https?:", r"\bwww\.", r"\]\(", r"\b[\w-]+\.(?:com|org|net|io|cn|me|info|app|co|ai|edu|gov)\b", r"\S@\S"),
    ),
    (
        "leak",
        _any(
            r"system prompt",
            r"\b(?:my|these|the) instructions\b",
            r"i was (?:told|instructed|programmed) to",
            r"language model",
            r"系统提示",
            r"提示词",
            r"(?:我的|这些|上面的)(?:指令|说明)",
            r"语言模型",
        ),
    ),
    (
        "medical",
        _any(
            rf"\b(?:tak(?:e|ing)|stop(?:ping)?|skip(?:ping)?|doubl(?:e|ing)|halv(?:e|ing)|reduc(?:e|ing)|increas(?:e|ing)|lower(?:ing)?|chang(?:e|ing)|quit(?:ting)?|com(?:e|ing) off|wean(?:ing)?|try(?:ing)?|start(?:ing)?|avoid(?:ing)?|us(?:e|ing))\b[^.?!\n]{{0,40}}\b(?:{_DRUG})\b",
            r"\b\d+\s*(?:mg|mcg|iu)\b",
            r"\byou(?:'ve| have| might have| may have| probably have| likely have| could have|'re suffering| are suffering)\b[^.?!\n]{0,20}\b(?:disease|disorder|syndrome|condition|deficiency|infection|inflammation)\b",
            r"\b(?:my|your|the) diagnosis\b",
            r"\bdiagnosed? you\b",
            r"\bi diagnose\b",
            r"\b(?:don'?t|do not|no) need (?:to see |to ask |to call |for )?(?:a |your |the )?(?:doctor|physician|hospital)",
            r"\bno need (?:to see|for) (?:a |the )?doctor",
            r"\b(?:push|train|work|run|walk|play|power|fight|exercise|go)(?:ing)? (?:right )?through (?:the |your |any |that |this )?(?:pain|injury|illness|fever)",
            r"\bignor(?:e|ing) (?:the |your |any |that |this )?(?:pain|symptoms?|dizziness)",
            r"\bno pain,? no gain",
            r"\b(?:it|that|this)(?:'s| is) (?:probably |just |surely )?(?:nothing serious|not serious|harmless)",
            r"\b(?:cure|heal)s? (?:your|you)\b",
            r"(?:停|停止|别吃|不吃|不用吃|多吃|少吃|加大|减少|减半|加倍|改用|换|服用|吃点|试试|可以吃|要吃|吃[一二两三半几]片).{0,8}(?:药|胰岛素|止痛片|补剂)",
            r"(?:药|胰岛素|补剂).{0,6}(?:停|减半|加倍|减量|加量|多吃|少吃|别吃|不用吃)",
            r"\d+\s*(?:毫克|微克)",
            r"(?:你|您)(?:可能|应该|大概|多半|一定|就是)?(?:是|得了|患有|患了|有)[^，。！？\n]{0,8}(?:症|病|炎|癌)",
            r"(?:不用|不必|没必要|不需要)(?:去)?(?:看医生|看病|去医院|就医)",
            r"(?:忍着|忍住|忍痛|带着|带伤|顶着|无视|忽略)(?:疼|痛|伤|症状|发烧|继续练|训练)",
            r"(?:疼|痛|伤)[^，。！？\n]{0,6}(?:忍|坚持练|继续练|练过去)",
            r"没什么大(?:碍|问题)",
            r"我(?:的)?诊断",
        ),
    ),
    (
        "diet",
        _any(
            r"\bfast(?:ed|ing)\b",
            r"\bfast for\b",
            r"\bcleanse\b",
            r"\bdetox",
            r"\bpurg(?:e|ing)\b",
            r"\bvomit",
            r"\bthrow(?:ing)? up\b",
            r"\bthrow it up\b",
            r"\blaxatives?\b",
            r"\bdiuretics?\b",
            r"\b(?:diet|slimming) pills?\b",
            r"\bfat.?burners?\b",
            r"\bappetite suppress",
            r"\bstarv(?:e|ing|ation)\b",
            r"\bcrash diet",
            rf"\b(?:skip(?:ping)?|stop|avoid(?:ing)?|no more|without|miss(?:ing)?)\s+(?:your |any |all |a |some |the )?(?:{_MEALS})\b",
            r"\bdon'?t eat\b",
            r"\bdo not eat\b",
            r"\beat (?:nothing|as little)",
            r"\bnot eat(?:ing)?\b",
            r"\bonly (?:drink )?(?:water|juice)\b",
            rf"{_NO_NEED}(?:burn|work|sweat|run|walk) (?:it |that |this |them )?off\b",
            r"\b(?:earn|deserve) (?:your |the |a |that )?(?:food|meal|meals|calories|punishment)\b",
            r"(?<!not )(?<!n't )\bpunish",
            rf"{_NO_NEED}make up for (?:what|the|that|it|your|eating)\b",
            r"\bbad food",
            r"\bcheat meal",
            r"断食|禁食|绝食|节食|饿(?:一|几|两|三|它)[天顿]|轻断食|辟谷|催吐|抠吐|吐出来|泻药|减肥药|利尿|燃脂药|抑制食欲|排毒",
            r"(?:不吃|别吃|跳过|少吃[一两]顿|省掉|戒掉|停掉|拒绝)(?:任何|所有|一?顿)?(?:早餐|早饭|午餐|午饭|晚餐|晚饭|饭|主食|碳水|东西|正餐)",
            r"只(?:喝|吃)(?:水|果汁|黄瓜|苹果|蔬菜|水煮)",
            r"(?:惩罚|活该)",
            r"(?:吃多了|多吃).{0,8}(?:练回来|跑掉|消耗掉|补回来)",
        ),
    ),
    (
        "identity",
        _any(
            r"\b(?:i'?m|i am) (?:also |really |actually |just |only |in fact )?(?:an? |your |the )?(?:real |actual |living |certified |qualified |trained |licensed )*(?:human|person|man|woman|guy|girl|doctor|physician|nurse|dietitian|nutritionist|therapist|psychologist|physio\w*|runner|athlete|mother|father|mom|dad|student|teacher|friend|\d+ years)\b",
            r"\b(?:i'?m|i am) not (?:an? )?(?:ai|bot|robot|machine|chatbot|computer|program)\b",
            r"\bas (?:a|your) (?:human|doctor|physician|nurse|dietitian|therapist|runner|mother|father|woman|man|fellow)\b",
            r"\bmy (?:wife|husband|girlfriend|boyfriend|kids?|children|son|daughter|family|mother|mom|father|dad|brother|sister|body|childhood|gym|workouts?|office|patients?|doctor|medical)\b",
            r"\bwhen i was\b",
            r"\bi(?:'ve| have)? (?:also )?(?:ran|run|ate|eaten|slept|swam|swum|lifted|trained|worked out|tried|done|been doing|lost|grew up|used to)\b",
            r"\bi do (?:yoga|sports?|it for)\b",
            r"我(?:也)?(?:是|就是|其实是|可是)(?:一[个名位])?(?:真正的|真实的|专业的)?(?:真人|人类|活人|男的?|女的?|医生|大夫|护士|营养师|心理咨询师|治疗师|运动员|学生|妈妈|爸爸)",
            r"我不是(?:一个)?(?:AI|人工智能|机器人|机器|程序)",
            r"(?:作为|身为)(?:一[个名位])?(?:你的)?(?:医生|大夫|护士|营养师|治疗师|真人|人类)",
            r"我(?:的)?(?:老婆|老公|妻子|丈夫|女朋友|男朋友|孩子|儿子|女儿|家人|妈妈|爸爸|父母|身体|同事)",
            r"我(?:小时候|以前|年轻时|昨天|今天早上|当年)",
        ),
    ),
    (
        "unkind",
        _any(
            r"\b(?:lazy|pathetic|disgusting|worthless|useless|stupid|idiot|loser|ugly|fatso|weakling|shame on|no excuses|sexy?|sexual|naked|porn|fuck\w*|shit\w*|bitch\w*|kill yourself|hurt yourself)\b",
            r"\byou(?:'re| are) (?:just |simply |probably )?(?:too (?:old|fat|weak|slow|heavy|lazy|thin|skinny)|a failure|not good enough|fat|weak|obese|overweight|not (?:a )?good)\b",
            r"\bfitter than you\b",
            r"\bleave your body\b",
            r"\byour fault\b",
            r"\bgive up on\b",
            r"\byou (?:will never|won'?t ever|can'?t do (?:it|this)|cannot do (?:it|this))\b",
            r"懒(?:鬼|人|虫|惰)|没用的|废物|恶心|笨|蠢|丑|胖子|肥猪|活该|没救|你太(?:胖|懒|老|弱|差|重)|借口|去死|做爱|裸|他妈|傻|垃圾|都怪你|你(?:永远)?(?:做不到|不行)",
        ),
    ),
)

CONDITIONS = _any(
    r"\b(?:diabet\w+|depress(?:ion|ive|ed)|anxiety(?: disorder)?|adhd|autis\w+|bipolar|arthritis|tend[io]nitis|tendinopathy|sciatica|fractures?|torn|ruptured?|hypertension|high blood pressure|asthma|an[a]?emi[ac]|anorexi\w+|bulimi\w+|eating disorder|cancer|tumou?r|infections?|hernia\w*|fasciitis|angina|heart (?:attack|disease|failure)|stroke|thyroid|bronchitis|pneumonia|covid|flu|migraines?|insomnia|epileps\w+|obes(?:e|ity)|osteoporosis|shin splints|runner'?s knee|pregnan\w+|kidney|ibuprofen|aspirin|paracetamol|acetaminophen|metformin|ozempic|semaglutide|testosterone|steroids?|melatonin|creatine|caffeine pills?|opioids?|antibiotics?)\b",
    r"糖尿病|抑郁|焦虑症|多动症|自闭|双相|关节炎|肌腱炎|坐骨神经|骨折|撕裂|断裂|高血压|哮喘|贫血|厌食|暴食症|贪食|进食障碍|癌|肿瘤|感染|疝|筋膜炎|心绞痛|心脏病|心梗|中风|甲状腺|支气管炎|肺炎|新冠|流感|偏头痛|失眠症|癫痫|肥胖症|骨质疏松|怀孕|肾|布洛芬|阿司匹林|对乙酰|二甲双胍|司美格鲁肽|睾酮|类固醇|褪黑素|肌酸|抗生素|止痛药|安眠药",
)
"""Conditions and substances that an answer may name only if the person or the facts did."""

TOPICS = _any(
    r"\b(?:girlfriend|boyfriend|kill\w*|die[ds]?|dead|death|dying|suicid\w*|murder\w*|hat(?:e|ed|ing)|drunk|beers?|wine|alcohol\w*|smok(?:e|ed|ing)|drugs?|guns?|jesus|religio\w+|politic\w*)\b",
    r"自杀|杀|死|性感|喝酒|啤酒|白酒|抽烟|毒品|女朋友|男朋友|政治|宗教",
)
"""What an answer does not bring up: allowed only where the person began it."""

KCAL = re.compile(r"(\d[\d,]*)\s*(?:k?cals?\b|calories|大卡|千卡|卡路里|卡)", re.IGNORECASE)
