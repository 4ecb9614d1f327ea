"""Facts that are words, not numbers: tables of value -> pattern in English and Chinese, for folded text."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from core.domain.profile import (
    ActivityLevel,
    BodyPart,
    Condition,
    Diet,
    Equipment,
    Experience,
    GoalKind,
    Medication,
    Sex,
)
from core.understanding import framing
from core.understanding.triggers import Guarded, Triggered, guarded

T = TypeVar("T")
Table = Triggered[T]


def _table(rows: Mapping[T, str]) -> Table[T]:
    return Triggered({value: re.compile(pattern, re.ASCII) for value, pattern in rows.items()})


GOALS: Table[GoalKind] = _table(
    {
        "lose_weight": (
            r"\b(?:lose|losing|drop|shed|cut|burn)(?: \w+){0,3} (?:weight|fat|kg|kgs|kilos?|lbs?|pounds|belly|stone|flab)\b|\b(?:lose|shed) \d+ ?(?:kg|lbs?|pounds|kilos?)\b"
            r"|\bslim(?:mer| down)\b|\bweight[- ]?loss\b|\bfat[- ]?loss\b|\bget rid of (?:\w+ ){0,2}(?:belly|fat|love handles|muffin top|gut|beer belly|weight)\b|\bget (?:lean|leaner|shredded|thinner)\b|\blean(?:er)? out\b|\bcutting\b"
            r"|减肥|减重|减脂|瘦身|想瘦|变瘦|瘦下来|瘦(?:一?点|\d|肚子|腿|个)|减(?:掉|到|个)?\d+ ?(?:斤|公斤|kg)|刷脂|降体脂|掉秤|减掉|瘦到"
        ),
        "build_muscle": (
            r"\b(?:build|gain|put on|grow|add|more) (?:\w+ )?(?:muscles?|mass|size)\b|\bbulk(?:ing)?(?: up)?\b|\bhypertrophy\b|\bget (?:big|bigger|jacked|buff|muscular|toned)\b|\btone up\b|\bmuscle (?:gain|growth|building)\b"
            r"|\bbigger (?:arms|legs|chest|shoulders|glutes)\b|\bgain weight\b|增肌|长肌肉|练(?:出)?肌肉|练壮|变壮|增重|长胖|塑形|练(?:出|点)?(?:腹肌|马甲线|翘臀|胸肌|背肌|手臂)|变大块"
        ),
        "get_stronger": (
            r"\b(?:get|become|be|getting|grow) (?:\w+ )?strong(?:er)?\b|\b(?:increase|improve|build|gain|more) (?:my )?strength\b|\bstrength (?:goal|training goal)\b|\bpowerlift\w*\b|\bdo (?:a|my first|\d+) pull-?ups?\b"
            r"|变强|力量(?:提升|增长)|提(?:高|升)力量|增强力量|变得?更?强壮|增加力量|练力量|力量举"
        ),
        "event": (
            r"\b(?:train(?:ing)?|prepar\w+|sign(?:ed)? up|register\w*|ready|goal|finish|complete|run|do|finishing|my first|first)\b(?: \w+){0,4} (?:half[- ]marathon|marathon|parkrun|triathlon|ironman|hyrox|spartan|race|10k race|5k race|ultra)\b"
            r"|(?:备战|准备|报名|报了|跑(?:完|下)?(?:一个|一场|1个|1场)?|完成|参加|目标|想跑)[^,，。]{0,6}(?:半马|全马|马拉松|半程马拉松|铁三|越野赛|比赛)"
        ),
        "endurance": (
            r"\b(?:improve|build|increase|better|boost|more) (?:\w+ )?(?:endurance|stamina|cardio|vo2 ?max|fitness)\b|\b(?:run|jog|swim|cycle|bike) (?:\w+ )?(?:faster|further|farther|longer|without stopping)\b"
            r"|\b(?:want|like|wanna|goal|aim|able|hope|trying|learn|start)(?: \w+){0,3} (?:to )?(?:run|jog|cycle|swim|bike) (?:a |an |my first |\d+)\w*|\b(?:start|get into|take up) (?:running|jogging|cycling|swimming)\b|\bcouch to 5k\b|\bc25k\b"
            r"|耐力|提(?:高|升)心肺|心肺(?:功能)?|提高体能|(?:想|要|希望|目标|能)(?:够|是|一口气|连续|开始)?跑(?:完|到|下来)?\d*(?:公里|km|步|5k|10k)|跑得更(?:快|远)|开始跑步|学跑步|跑进\d"
        ),
        "mobility": (
            r"\b(?:more|improve|better|increase|my) (?:flexib\w+|mobility|posture)\b|\bflexible\b|\b(?:do|learn) the splits\b|\bstretch(?:ing)? more\b|\btouch my toes\b|柔韧|灵活性|拉伸|改善体态|圆肩|驼背|开肩|一字马|体态"
        ),
        "stress": (
            r"\b(?:reduce|relieve|less|manage|handle|lower) (?:\w+ )?(?:stress|anxiety)\b|\bsleep better\b|\bde-?stress\b|\bclear my head\b|\bmental health\b|减压|解压|缓解压力|放松心情|改善睡眠|睡得?(?:更)?好"
        ),
        "health": (
            r"\b(?:get|getting|be|stay|become|feel|keep|live) (?:\w+ )?(?:health(?:y|ier)|fit(?:ter)?|in shape|active|back in shape|more energy)\b|\bhealth(?:ier)? (?:lifestyle|life|habits?)\b|\bmore energy\b|\bmove more\b|\bgeneral (?:health|fitness)\b"
            r"|\blower my (?:blood pressure|cholesterol)\b|(?:更|身体|变得?|保持|想|为了|为|要)健康|强身健体|增强体质|提高免疫|多动|养生|改善体质|锻炼身体|身体好"
        ),
    }
)
EXPERIENCE: Table[Experience] = _table(
    {
        "beginner": (
            r"\b(?:total |complete |absolute )?(?:beginner|newbie|novice|noob)\b|\bnew to (?:this|the gym|gym|training|exercise|lifting|running|working out|fitness|sports?)\b|\bnever (?:really )?(?:trained|lifted|worked out|exercised|run|been to a gym|done (?:sports?|any))\b"
            r"|\b(?:just|only) start(?:ed|ing)(?: out)?\b|\bstarting from (?:zero|scratch)\b|\bfirst time (?:at|in|going|training)\b|\bno (?:experience|training experience)\b|\bout of shape\b|\bhaven'?t (?:exercised|trained|worked out)\b"
            r"|新手|小白|0基础|零基础|没(?:有)?(?:什么)?基础|初学|没(?:怎么)?(?:练|运动|锻炼)过|从(?:来)?(?:没|不)(?:怎么)?(?:运动|锻炼|健身|练)|刚开始(?:练|运动|健身|跑|锻炼)?|刚接触|第一次(?:健身|去健身房)|没有?经验|很久没(?:运动|锻炼|练)|不(?:怎么)?运动"
        ),
        "intermediate": (
            r"\bintermediate\b|\bsome experience\b|\b(?:lift(?:ing|ed)?|train(?:ing|ed)?|work(?:ing|ed) out|run(?:ning)?|been at it|gym)(?: \w+){0,3} for (?:about |over |around )?(?:[1-3]|a|1\.5) (?:years?|yrs?)\b|\bfor (?:6|8|9|10) months\b"
            r"|中级|有(?:一定|一些|点)(?:基础|经验)|(?:练|健身|跑步|训练)(?:了)?(?:大概|快|有)?(?:[1-3]|半|1\.5|0\.5)年"
        ),
        "advanced": (
            r"\b(?:advanced|experienced|veteran|competitive|elite) ?(?:lifter|runner|athlete|cyclist|level|trainee)?\b|\b(?:lift(?:ing|ed)?|train(?:ing|ed)?|work(?:ing|ed) out|running|gym)(?: \w+){0,3} for (?:about |over |around |more than )?(?:[4-9]|\d\d) (?:years?|yrs?)\b|\b(?:[4-9]|\d\d) years of (?:training|lifting|experience|running)\b"
            r"|老手|资深|高级(?:水平)?|专业运动员|(?:练|健身|跑步|训练)(?:了)?(?:大概|快|有)?(?:[4-9]|\d\d|好几|多)年|多年(?:健身|训练|跑步)"
        ),
    }
)
ACTIVITY: Table[ActivityLevel] = _table(
    {
        "sedentary": (
            r"\b(?:desk|office|sedentary|sitting) (?:job|work|worker|life(?:style)?)\b|\bsit(?:ting)? (?:\w+ )?(?:all day|most of the day|at (?:a|my) (?:desk|computer)|in (?:an|the) office|for \d+ hours|too much)|\bsedentary\b|\b(?:couch potato|barely move|hardly move)\b|\bwork (?:in an office|at a desk|from home)\b"
            r"|坐办公室|久坐|坐着(?:上班|工作|不动)|[坐整]{1,2}天(?:都)?坐|(?:每天|整天|天天|一天)(?:都)?(?:在)?坐|坐班|办公室(?:工作|上班|白领)|程序员|码农|伏案|不爱动|很少(?:动|运动)"
        ),
        "very": (
            r"\b(?:physical|manual|labou?r|construction|warehouse|farm) (?:job|work|worker|labou?r)\b|\bon my feet all day\b|\bactive job\b|体力(?:活|劳动|工作)|站(?:1|一|整)天|工地|快递员|外卖员|搬运"
        ),
        "moderate": r"\b(?:moderately|fairly|pretty|quite) active\b|\bwalk a lot\b|(?:经常|常)走动|走动比较多|活动量中等",
        "light": r"\b(?:lightly|somewhat|a bit|a little) active\b|偶尔(?:运动|走走|活动)|轻度活动",
    }
)
_HAVE = r"\b(?:have|has|got|own|owns|access|only|just|with|use|using|at home|home|equipment|bought|gear|available|train with|set of|pair of)\b|有|家里|器械|只|可以用|买了|会员|办了?卡|能用|用"
HAVE = guarded(_HAVE, re.ASCII)
EQUIPMENT: Table[Equipment] = _table(
    {
        "dumbbells": r"\b(?:dumb-?bells?|dumbells?|dbs?)\b|哑铃",
        "barbell": r"\bbar-?bells?\b|\bpower rack\b|\bsquat rack\b|杠铃|深蹲架",
        "kettlebell": r"\bkettle-?bells?\b|\bkbs?\b|壶铃",
        "bands": r"\b(?:resistance |elastic |mini |exercise |loop )bands?\b|\bbands\b|弹力带|阻力带|拉力带|弹力绳",
        "pull_up_bar": r"\b(?:pull|chin)-?\s?up ?bar\b|单杠|引体向?上?架|门上单杠",
        "bike": r"\b(?:exercise|spin|stationary|indoor|road|mountain) bike\b|\bpeloton\b|\b(?:have|own|got) a bike\b|动感单车|健身车|自行车|单车",
        "treadmill": r"\btreadmill\b|跑步机|走步机",
        "rower": r"\b(?:rower|rowing machine|erg|concept ?2)\b|划船机",
        "pool": r"\b(?:swimming )?pool\b|泳池|游泳池|游泳馆",
        "bench": r"\b(?:weight|workout|adjustable|flat|incline) bench\b|\b(?:a|and|with|rack,?) bench\b(?! press)|卧推凳|哑铃凳|健身凳|卧推架",
        "rope": r"\b(?:jump|skipping) rope\b|\b(?:a|and) rope\b|跳绳",
    }
)
GYM = guarded(
    r"\bgym (?:member\w*|access|\d)|\b(?:go to|going to|join(?:ed)?|have|use|access to|(?:train|lift|work ?out|exercise)(?:ing)? (?:at|in)) (?:a|the|my|an? \w+) gym\b|(?<!the )(?<!my )(?<!for )\bgym\b(?= ?(?:$|[,.;]|\d|nearby|near|membership|with))|\bhome gym\b"
    r"|(?:有|去|在|办了?|附近有?|公司)(?:个|了|一个|的)?健身房|健身房(?:会员|练|卡|每周|\d)|健身卡",
    re.ASCII,
)
NO_GYM = guarded(
    r"\b(?:no|not|don'?t|without|can'?t|hate|never)(?: \w+){0,4} gym\b|(?:不|没|没有|不想|不能)(?:去|有|办|时间去)?健身房",
    re.ASCII,
)
NO_EQUIPMENT = guarded(
    r"\b(?:no|without|zero|don'?t have(?: any)?|haven'?t got any) (?:\w+ )?(?:equipment|gear|weights|machines)\b|\b(?:only |just )?body-?weight(?: only| exercises| training)?\b(?! ?(?:is|:|\d))|\bequipment:? none\b|\bnothing at home\b"
    r"|(?:没有?|无|不用)(?:任何|什么|健身|运动)?(?:器械|器材|设备)|徒手|什么(?:器械|器材)?都没有",
    re.ASCII,
)
DIETS: Table[Diet] = _table(
    {
        "vegan": r"\bvegans?\b|\bplant[- ]based\b|纯素|全素|严格素食",
        "vegetarian": r"\bvegetarian\b|\bveggie\b(?! (?:burger|juice|soup))|\bdon'?t eat meat\b|吃素|素食|不吃肉|蛋奶素",
        "pescatarian": r"\bpesc[ae]tarian\b|鱼素|只吃鱼不吃肉",
        "halal": r"\bhalal\b|清真|回民",
        "kosher": r"\bkosher\b|犹太洁食",
        "lactose_free": r"\blactose\b|\bdairy[- ]free\b|\b(?:no|can'?t (?:have|eat|drink)|don'?t (?:eat|drink)) (?:dairy|milk)\b|乳糖不耐|不(?:能)?喝牛奶|牛奶过敏",
        "gluten_free": r"\bgluten\b|\bc(?:o)?eliac\b|麸质|面筋过敏|乳糜泻",
        "omnivore": r"\bomnivore\b|\beat (?:everything|anything|meat)\b|\bno (?:dietary|diet|food) (?:restrictions?|limits?|preferences?)\b|不忌口|什么都吃|不挑食|没有?忌口|无忌口",
    }
)
_BAD_EN = r"(?:pains?|hurts?|hurting|injur\w+|issues?|problems?|surgery|trouble|bad|torn|tear|tendin\w+|arthritis|ache\w*|aching|bother\w*|weak|sensitive|sprain\w*|strain\w*|old injury|operation|act(?:s|ing) up|replacement|hernia\w*|bulg\w+|slipped|impinge\w*|acl|meniscus|flare\w*|stiff|twinge\w*|tweaked|dodgy|painful)"
_BAD_ZH = r"(?:疼|痛|伤|不好|损|撕裂|手术|突出|炎|劳损|不舒服|有问题|旧伤|积液|毛病|膨出|拉伤|扭|骨折过|脱臼过|难受|软骨|磨损|退化|不行)"


def _part(english: str, chinese: str, own: str = "") -> str:
    """Part and complaint near each other, either way round; `own` are words that say both."""
    near = r"(?:[ ,'](?!but |and |no |not )[\w'-]+){0,3}[ ,]"
    both = rf"\b(?:{english})\b(?:{near}| ){_BAD_EN}\b|\b{_BAD_EN} (?:[\w'-]+ ){{0,2}}(?:{english})\b|(?:{chinese})[^,，。;；没不]{{0,5}}{_BAD_ZH}|(?:{chinese})(?:部|子|盖)?(?:也|都|老|总|1直|最近)?不(?:怎么|大|太|咋)?(?:好|舒服|行|适)"
    return f"{both}|{own}" if own else both


INJURIES: Table[BodyPart] = _table(
    {
        "knee": _part(
            r"knees?",
            r"膝盖?|髌骨|半月板|前交叉",
            r"\b(?:twisted|tweaked|hurt|injured|busted|banged) (?:my|a) (?:\w+ )?knee\b|\b(?:acl|meniscus|runner'?s knee|patell\w+|jumper'?s knee)\b|髌骨软化|跑步膝",
        ),
        "lower_back": _part(
            r"(?:lower |low )?back|lumbar|spine|disc",
            r"下背|腰椎?|腰部|椎间盘",
            r"\bsciatica\b|\bherniated\b|\bslipped dis[ck]\b|腰突|坐骨神经|腰肌劳损",
        ),
        "upper_back": _part(r"upper back|mid(?:dle)? back|trap(?:ezius|s)?", r"上背|背部|后背|斜方肌", ""),
        "shoulder": _part(
            r"shoulders?|rotator cuff", r"肩膀?|肩部|肩关节|肩袖", r"肩周炎|\bfrozen shoulder\b|\brotator cuff\b"
        ),
        "wrist": _part(r"wrists?|carpal tunnel", r"手腕|腕", r"\bcarpal tunnel\b|腱鞘炎|鼠标手"),
        "elbow": _part(r"elbows?", r"手肘|肘", r"\b(?:tennis|golfer'?s) elbow\b|网球肘"),
        "neck": _part(r"neck", r"脖子|颈椎?|颈部", r"颈椎病"),
        "hip": _part(r"hips?|hip flexor|labrum|glutes?", r"髋|胯|股骨头|臀", r"\bhip replacement\b"),
        "ankle": _part(r"ankles?", r"脚踝|踝|脚脖子", r"崴(?:了|过|到)?(?:左|右)?脚|脚踝?崴"),
        "foot": _part(
            r"foot|feet|heels?|toes?|plantar|arch(?:es)?",
            r"脚底|足底|脚掌|脚跟|足跟|脚趾|足弓",
            r"\bplantar fasci\w+\b|足底筋膜|扁平足|\bbunions?\b|拇外翻|\bflat feet\b",
        ),
        "hamstring": _part(
            r"hamstrings?|hammy",
            r"腘绳肌|大腿后侧|腿后侧",
            r"\b(?:pulled|tore|strained|tweaked) (?:my|a) (?:\w+ )?(?:hamstring|hammy)\b",
        ),
        "calf": _part(
            r"calf|calves|achilles|shins?",
            r"小腿|跟腱|胫骨",
            r"\b(?:pulled|tore|strained|tweaked) (?:my|a) (?:\w+ )?calf\b|\bshin splints?\b|\bachilles tendin\w+\b|胫骨骨膜炎|跟腱炎",
        ),
        "groin": _part(r"groin|adductors?", r"腹股沟|大腿内侧|内收肌", r"疝气"),
        "chest": _part(r"pecs?|pectoral", r"胸肌|胸大肌", ""),
    }
)
CONDITIONS: Table[Condition] = _table(
    {
        "heart": r"\bheart (?:disease|condition|failure|problems?|attack|murmur|surgery|valve)\b|\b(?:angina|arrhythmia|afib|a-fib|cardiomyopathy|pacemaker|stents?|coronary|bypass surgery)\b|心脏病|冠心病|心衰|心梗|心律(?:不齐|失常)|房颤|早搏|支架|起搏器|心肌炎|心脏手术",
        "hypertension": r"\b(?:take|taking|on|pills?|meds?|medication|tablets?)\b[^.,;]{0,30} for (?:my )?(?:high )?(?:blood pressure|bp)\b|\b(?:bp|blood pressure) (?:meds|pills|tablets|medication)\b|\bhigh blood pressure\b|\bhypertensi(?:on|ve)\b|\bhigh bp\b|高血压|血压(?:有点|偏|一直|比较|很)?高",
        "diabetes_insulin": r"\btype (?:1|one|i)\b(?! (?:error|fiber))|\bt1d\b|\binsulin[- ]dependent\b|\b(?:on|take|taking|use|inject\w*) insulin\b|1型糖尿病|(?:打|用|注射)胰岛素",
        "diabetes": r"\bdiabet(?:es|ic)\b|\btype (?:2|two|ii)\b|\bt2d\b|\bpre-?diabet\w+\b|糖尿病|2型糖尿|血糖(?:有点|偏|一直|比较)?高|糖前期",
        "asthma": r"\basthma(?:tic)?\b|哮喘",
        "kidney": r"\bkidney (?:disease|problems?|failure|stones?|condition)\b|\bckd\b|肾(?:病|炎|结石|衰|功能不)",
        "gout": r"\bgout\b|\bhigh uric acid\b|痛风|(?:高尿酸|尿酸(?:有点|偏)?高)",
        "joint": r"\b(?:arthritis|osteoarthritis|rheumatoid|osteoporosis|joint (?:disease|condition))\b|关节炎|风湿|类风湿|骨质疏松|强直",
        "epilepsy": r"\bepilep(?:sy|tic)\b|\bseizure disorder\b|癫痫",
        "other": r"\b(?:hypo|hyper)?thyroid\w*\b|\bhashimoto\w*\b|\bpcos\b|\bcancer\b|\bcopd\b|\bcrohn\w*\b|\blupus\b|\bmultiple sclerosis\b|\banemi\w+\b|\blong covid\b|\bfibromyalgia\b|\bendometriosis\b|甲亢|甲减|甲状腺|多囊|癌症|肿瘤|慢阻肺|贫血|红斑狼疮|肝炎|慢性病",
    }
)
MEDICATIONS: Table[Medication] = _table(
    {
        "beta_blocker": r"\bbeta[- ]?blockers?\b|\b(?:meto|bisop|aten|propran|nebiv|carved|labet)[a-z]{0,6}l?olo?l?\b|\b\w+olol\b|\bcarvedilol\b|倍他乐克|美托洛尔|比索洛尔|阿替洛尔|普萘洛尔|心得安|卡维地洛|[Bβ]受体阻滞剂|贝塔受体",
        "heart_rate": r"\b(?:ivabradine|verapamil|diltiazem|digoxin|amiodarone|flecainide)\b|伊伐布雷定|维拉帕米|地尔硫卓|地高辛|胺碘酮",
        "insulin": r"\binsulin\b(?! (?:resistance|sensitiv))|(?:打|用|注射)(?:着)?胰岛素",
        "blood_thinner": r"\b(?:blood thinners?|warfarin|eliquis|apixaban|xarelto|rivaroxaban|clopidogrel|plavix|anticoagulants?)\b|华法林|利伐沙班|氯吡格雷|抗凝药",
        "other": r"\b(?:metformin|statins?|atorvastatin|rosuvastatin|lisinopril|ramipril|amlodipine|losartan|valsartan|levothyroxine|thyroxine|sertraline|zoloft|prozac|lexapro|ssris?|anti-?depressants?|ozempic|semaglutide|wegovy|mounjaro|prednisone|methotrexate|blood pressure (?:meds?|medication|pills?)|bp meds?|on medication|on meds)\b"
        r"|[二2]甲双胍|他汀|降压药|降糖药|氨氯地平|缬沙坦|氯沙坦|优甲乐|左甲状腺素|抗抑郁药|司美格鲁肽|泼尼松|激素药|在吃药|长期服药",
    }
)
_SEX: Table[Sex] = _table(
    {
        "female": r"(?:^|, ?)f, ?\d{2}\b|小姐姐|\b(?:i'?m|i am|as|im) an? (?:\d{2}[- ]?(?:years?[- ]old|yo|y/o) )?(?:\w+ )?(?:woman|female|girl|lady|mom|mum|mother)\b|\bfemale\b|(?:^|[,;/] ?|\bi'?m (?:an? )?)\d{2} ?(?:yo |y/o |years? old )?f\b(?=$|[,;/.]| \d)|(?:^|[,;/] ?)f ?\d{2}\b(?! ?(?:kg|lb))|[,;/] ?(?:woman|girl|lady)\b(?=$|[,;/.])|(?<![\w])女(?=[,，。;； 的、/\d]|$|性|生|士)|岁女|我是(?:1?个|一个)?女|性别:?女",
        "male": r"(?:^|, ?)m, ?\d{2}\b|小哥哥|\b(?:i'?m|i am|as|im) an? (?:\d{2}[- ]?(?:years?[- ]old|yo|y/o) )?(?:\w+ )?(?:man|male|guy|dude|bloke|dad|father)\b|\bmale\b|(?:^|[,;/] ?|\bi'?m (?:an? )?)\d{2} ?(?:yo |y/o |years? old )?m\b(?=$|[,;/.]| \d)|(?:^|[,;/] ?)m ?\d{2}\b(?! ?(?:kg|lb))|[,;/] ?(?:man|guy|boy)\b(?=$|[,;/.])|(?<![\w])男(?=[,，。;； 的、/\d]|$|性|生|士)|岁男|我是(?:1?个|一个)?男|性别:?男",
    }
)
PREGNANT = guarded(
    r"\bpregnan(?:t|cy)\b|\b\d{1,2} weeks along\b|怀孕|孕期|孕妇|孕\d{1,2}周|(?:孕早|孕中|孕晚)期|\d{1,2}周孕|怀着(?:孕|宝宝)|怀(?:了)?2胎|怀了二胎",
    re.ASCII,
)
NURSING = guarded(r"\bbreast-?feed\w*\b|\bnursing (?:a|my|mom|mother)\b|\bpostpartum\b|哺乳|母乳|喂奶", re.ASCII)
_CHILD = guarded(
    r"\b(?:my|a|the|our) (?:\w+ )?(?:baby|babies|son|daughter|kid|child|newborn)\b|孩子|娃|宝宝|儿子|女儿|小朋友",
    re.ASCII,
)
_TRYING = guarded(
    r"备孕|想怀孕|准备怀孕|\btrying to (?:get|be|become) $|\bwant to (?:get|be|become) $|\bafter $|\bbefore $|\bget(?:ting)? $|生完|产后",
    re.ASCII,
)


LOAD_UNIT = guarded(
    r"\b(?:use|using|prefer|switch to|in|speak|set(?: \w+)? to|units?:?|show(?: me)?) (?P<u>kg|kgs|kilos?|kilograms?|lbs?|pounds)\b(?! of)|(?:用|改成|单位(?:是|用|为|:|改成)?|换成|按)(?P<v>公斤|千克|kg|斤|磅)"
)
DISTANCE_UNIT = guarded(
    r"\b(?:use|using|prefer|switch to|in|set(?: \w+)? to|units?:?|show(?: me)?) (?P<u>km|kms|kilomet\w+|miles?)\b|(?:用|改成|单位(?:是|用|为|:|改成)?|换成|按)(?P<v>公里|千米|km|英里|里程英里)"
)
NAME = guarded(
    r"(?:\bmy name is|\bmy name'?s|\bcall me|\bthe name'?s|\bi go by|(?:^|[,.!] ?)name'?s|\bthey call me|\beveryone calls me) (?P<en>[A-Za-z][A-Za-z'-]{0,19}(?: [A-Z][A-Za-z'-]{0,19})?)|(?:我叫|叫我|我的名字(?:是|叫)|称呼我)(?P<zh>[\u4e00-\u9fffA-Za-z·]{1,12})",
    re.IGNORECASE,
)
GOAL_CUE = guarded(
    r"\b(?:want|goal|aim|like to|wanna|hope|need to|trying|target|plan to|looking to|help me|would love|here to|wish|so i can|to|my|get|start|training for|sign)\b|想|改善|提高|提升|目标|希望|要|打算|为了|准备|减|增|备战|报名|报了|如何|怎么|怎样|咋|训练|我"
)
BARE_GOALS: Table[GoalKind] = _table(
    {
        "lose_weight": r"\bweight\b|\bfat\b|体重|瘦",
        "build_muscle": r"\bmuscles?\b|肌肉",
        "get_stronger": r"\bstrength\b|\bstronger\b|力量",
        "endurance": r"\bendurance\b|\bstamina\b|\bcardio\b|耐力|体能",
        "stress": r"\bstress\b|\brelax\w*\b|压力|放松",
        "mobility": r"\bmobility\b|\bflexib\w+\b|灵活|柔韧",
        "health": r"\bhealth(?:y|ier)?\b|\bfitness\b|\bfit(?:ter)?\b|健康",
    }
)
BARE_EXPERIENCE: Table[Experience] = _table(
    {
        "beginner": r"\bnew\b|\bnever\b|\bnone\b|\bnot at all\b|没练过|没经验|没有经验|零基础|从来没",
        "advanced": r"\bexperienced\b|\bvery used\b|\ba lot\b|丰富|很多|多年|老手",
        "intermediate": r"\bsome\b|\ba (?:bit|little)\b|有些|一些|有点|一般",
    }
)
"""Short answers to the question, too vague anywhere else."""
_DENIED: Mapping[str, re.Pattern[str]] = {
    "injuries": re.compile(
        r"\bno (?:known |other |current )?(?:injur(?:y|ies)|pains?|aches|health (?:issues|problems)|illness(?:es)?|medical (?:issues|conditions?))\b"
        r"|\bnothing hurts\b|\bi'?m healthy\b|(?:没有?|无)(?:任何|什么)?(?:伤病|伤痛|旧伤|受伤|受过伤|伤(?![心害风感])|疼痛|哪里疼|地方疼|疾病|病史|慢性病|毛病)|身体健康"
    ),
    "diet": re.compile(
        r"\bno (?:food )?(?:allerg(?:y|ies)|diet(?:ary)? (?:restrictions?|requirements?|limits?|stuff|issues?))\b|\bi?'?ll? ?eat (?:anything|everything)\b"
        r"|不挑食|不忌口|没有?忌口|无忌口|什么都吃|啥都吃|都能吃"
    ),
}
DENIED: Table[str] = Triggered(_DENIED)
"""What is said not to be there."""
NOTHING_MORE = guarded(
    r"(?:^|[,.;、，。；] ?|\b(?:but|otherwise|and|else|rest) )(?:none|nothing|no|nope|nah|nil|n/?a|neither|not really|zero|all (?:good|fine|clear|ok(?:ay)?|healthy)|(?:nah |nope |no )?i'?m (?:all )?(?:good|fine|ok(?:ay)?|healthy)"
    r"|(?:otherwise |the rest is |everything(?: else)? is |it'?s )?(?:all )?(?:fine|good|ok(?:ay)?)|(?:no|not any|nothing) (?:problems?|issues?|special|else|to report|worth mentioning))(?: at all| for me| really| thanks)?(?=$|[.!,;，。；])"
    r"|(?:^|[,，。;；、 ])(?:我)?(?:无|没|没有|都没有?|没啥|没什么|什么都没有?|啥都没有?|(?:其他|其它|别的|其余)(?:的)?(?:都|也)?(?:没什么|没有|没啥|没问题|还好|正常|没)|(?:都|一切|身体)?(?:很|挺|还)?(?:好|健康|正常|ok|行|可以)|没问题|没事|没毛病)(?:的|吧|了|呀|啊|哦)*(?=$|[,，。!！;；、 ])"
)
"""An answer that there is nothing, or nothing else, of what was asked for."""
BARE_NUMBER = guarded(r"(?<![\d.:/])\d{1,4}(?:\.\d{1,2})?(?![\d:/]|\.\d)(?! ?[a-z]{1,3}\d)")
ONLY_NUMBERS = re.compile(
    r"(?:[\s\d.,，、。/+&~-]|kgs?|kilos?|lbs?|pounds?|cm|m\b|公斤|千克|斤|磅|厘米|公分|岁|天|次|分钟?|小时|个|days?|mins?|minutes?|hours?|h\b|years?|old|and|it'?s|its|i'?m|is|about|around|maybe|roughly|~|大概|大约|左右|差不多|吧|是|我|times?|a week|per week|ok|just|only|only have|can do|每周|一周|1周|yo|tall|每次)*"
)
_NAMES_NOT = "when later a an the if at in on back out maybe crazy by to for lazy fat tomorrow again 什么 起床 早点 起来 去 一下 练 运动"
NAME_END_ZH = re.compile(r"(?:就行|就好|就可以|吧|即可|好了|好啦|啦|啊|呀|哦|哈)+$")
NOT_NAME_ZH = re.compile(
    r"[练跑去起做动走吃睡喝停来拉跳骑游举打看]|运动|锻炼|健身|训练|减|坚持|休息|早点|少|多|别|不|怎么|什么"
)
"""Begins what somebody is called to do."""
NOT_NAMES = frozenset(_NAMES_NOT.split())


def sex(text: str) -> Sex | None:
    """The sex said of oneself, as needed by equations."""
    for value, pattern in _SEX.near(text):
        match = pattern.search(text)
        if match and not _other(text, match):
            return value
    return None


def first(table: Table[T], text: str) -> T | None:
    """The first value of the table that is said of oneself and not denied."""
    return next(every(table, text), None)


def every(table: Table[T], text: str) -> Iterator[T]:
    """All values of the table that are said of oneself and not denied."""
    for value, pattern in table.near(text):
        if any(_mine(text, match) for match in pattern.finditer(text)):
            yield value


def nursing(text: str) -> bool | None:
    """Whether she nurses: the child named beside it is nobody else's story."""
    own = _CHILD.pattern.sub("it", text)
    match = NURSING.search(own)
    if match is None or _other(own, match):
        return None
    return not framing.denied(own, match.start(), match.end())


def state(pattern: Guarded, text: str) -> bool | None:
    """Whether a state is said, denied (`False`) or not mentioned."""
    for match in pattern.finditer(text):
        if _other(text, match) or _TRYING.search(text[max(0, match.start() - 16) : match.start()]) or "备孕" in text:
            continue
        return not framing.denied(text, match.start(), match.end())
    return None


_GIVEN_UP = guarded(r"\b(?:never|not) (?:ever )?(?:gonna|going to|gon)(?: \w+){0,2} $")


def _mine(text: str, match: re.Match[str]) -> bool:
    if framing.denied(text, match.start(), match.end()) or _other(text, match):
        return False
    return _GIVEN_UP.search(text[max(0, match.start() - 30) : match.start()]) is None


def _other(text: str, match: re.Match[str]) -> bool:
    sentence_start = max(text.rfind(mark, 0, match.start()) for mark in ".!?。！？\n") + 1
    return framing.about_other(text[sentence_start : match.start()])
