"""Stance in Chinese: what is planned, asked, denied, claimed, imagined or done by somebody else."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from functools import lru_cache

from core.understanding.text_norm import LATELY
from core.understanding.triggers import guarded

DONE = guarded(r"了|完|[打跑走游骑做练]满|过(?![去来])|刚|啱|打卡|搞定|达成|[跑走游骑练做睡](?:的|得)|已经|实际")
_PLAN = guarded(
    r"下周|下个?月|下次|打算|准备(?!活动|睡|休息|下班|收工|吃)|预[计备约]|约好(?!半|\d)|约了(?=[^,，。\d]{0,6}[爬跑游骑打踢练跳球课])|(?:估计|大概|可能)[得要会](?![^,，。]*了)"
    r"|(?<![没思理冥到得])(?<!引体)想(?!不到|到|象|法|死|哭|吐|笑|骂人|打人|瘫|原地)|[谂想]住"
    r"|(?<![不只需重主])要(?=[跑走游骑练做去减瘦睡举喝拉卧深]|完成|达到|开始|坚持)"
    r"|将要?(?=[跑走游骑练做去])|(?<![一开社机不])会(?=[跑走游骑练做去睡举])|得(?=[跑去练])|应该(?!是)|争取"
    r"|希望|但愿|(?:可能|晚点|晚些|改天|有空)(?![^,，。]*了)|想象一下|要求|低于|控制在|我(?:最多|大概|现在|已经)?能(?!量|不)|待会|等会|等下"
    r"|一会儿?(?=去|要|跑|再)|回头|该(?=[跑去练睡])|必须|需要|每[天周晚日次]|每个?(?:月|星期)|天天"
    r"|平[时常日](?!一样)|通常|一向|向来|习惯[了是]?(?=[跑走游骑练做每早晚])|我都是|我一般|一般[都会是]|隔天|隔日|(?:上下?班|通勤|上学)都(?=[是骑走跑])"
    r"|经常|常常|以前|曾经|从前"
    r"|小时候|学生时代|(?:大学|高中|初中|读书|上学|年轻)(?:时|那会|那时|的时候|里)|当年|那时候|那会儿|巅峰|集合|公告|通知|(?:挪|推|延|改|调|放)[到迟]?(?:明|后天|下|周)|[挪推延]到$|推迟|如果|要是|假如|假设|万一|倘若|除非|的话|差点(?!吐|没|晕|哭|累|趴|吹)|差一点|本来|原本|要不|梦见|梦到|建议|推荐|提醒|帮我|给我(?:安排|做"
    r"|定)|制定|定个|设[个定]|再给我"
    r"|(?<!可)(?<!终于)能(?=[跑做推拉举蹲卧走骑游])|可以(?=[跑做推拉举走卧蹲])|\d年[前了]|\d个?月(?:下来|以来|了)|个?月前|去年|前年|报名|删除|删掉|撤销|撤回"
    r"|罚(?=\d|做|跑|走)|欠[你我他她]|还差|再坚持|做够\d|该轮到"
    r"|我有|家里有|一周\d[次天]|周\d次|天\d次"
    r"|[谁就](?:输|赢)[^,，。]{0,8}[罚请]"
    r"|(?:等[^,，。了]{1,8}了?|晚上|今晚|下班|周末|吃完饭)(?:再|就)(?:去)?(?=[跑走游骑练做举跳打瑜])(?![^,，。]*了)"
    r"|等[^,，。了]{1,8}了去(?=[跑走游骑练做举跳打])(?![^,，。]*[跑走游骑练做举跳打]了)|完[^,，。了]{0,4}去(?=[跑走游骑练做举跳打])(?![^,，。]*[了完])"
    r"|(?:[^,，。]我就|那就|就去|再去|得去|要去|准备去)(?=去|[跑走游骑练做举跳打])(?![^,，。]*了)"
    r"|以[上下](?:才|就|算|要|属)|(?:才|就)(?:算(?!是)|开始燃|达标|能燃|燃脂)|超过[\d.]+[^,，。\d]{0,6}(?:要|就|得|属|算|需)|正常(?:值|范围)"
)
_CONDITION = guarded(r"如果|要是|假如|假设|万一|倘若|要不是|除非|等我|等到|要不然")
_WEAK_PLAN = guarded(
    r"目标|挑战|(?<!按)(?<!按照)(?<!照)(?<!照着)计划|(?<!按)(?<!按照)(?<!照)(?<!照着)(?:[课排]表|训练表|安排表)(?=[有是里上:：]|安排|排了|写|$)"
)
_QUESTION = re.compile(
    r"多少(?!有)|(?<![没不])怎么(?!也|都)|(?<=[没不])怎么(?![睡累])|如何|为什么|为啥|什么(?![也都]没)|能不能|可不可以|是不是(?!\d[^,，。]{0,8}[,，是])|好不好|行不行|要不要|该不该|哪|多久|多长"
    r"|多远|几(?:公里|分钟|组|个|天|点|次)"
    r"|吗|呢$|(?:^|[^\w]|这|有)谁[^,，。了]{0,8}(?:啊|呀|得[完动了下]|能|会|敢)|够不够|是否|算不算|有没有"
)
_PERSON = (
    r"爸妈|麻麻|粑粑|爸爸妈妈|父母|爷爷奶奶|(?<!大姨)(?<![姨宝辣奶])妈妈?(?!呀|耶)|爸爸?|爷爷|奶奶|外公|外婆|姥姥|姥爷|老公|老婆|媳妇|妻子|丈夫|爱人|朋友(?!圈)|同事|同学|儿子|女儿|孩子"
    r"|闺女|姑娘(?!们)|小子|小朋友|发小|哥们|丫头|娃|宝宝|小孩|囡囡|侄子|侄女|外甥女?|老[伴爸妈豆窦]|爹|婆婆|公公(?!里)|岳[父母]|嫂子|姑姑|姨妈?(?!巾)"
    r"|哥哥?|弟弟?|姐姐?|妹妹?|细佬|教练|师[傅兄姐父]|老师|学员|领导|对象|选手|冠军|运动员|主播|明星"
    r"|男友|女友|男朋友|女朋友|室友|舍友|闺蜜|兄弟|小伙伴|老板|邻居|隔壁|舅舅|叔叔|大[叔爷妈]|阿[姨婆公伯]|父亲|母亲|[队群跑球]友|他们?|她们?|佢(?:地|哋)?|你们?|您|人家|别人"
    r"|有人|那[人哥]|我们[队班组]|全[队班]|大家|网友|博主|孙[子女]"
)
_OTHER = guarded(
    rf"(?<![和跟陪带与同帮被给让])(?<![和跟陪带与同帮被给让]我)(?<!和我的)(?<!跟我的)(?<!陪我的)(?:我家?的?)?(?:{_PERSON})(?![和跟]我)(?!一起|群|妈|爸|根本|真|太|魔鬼|狠|夸)"
)
_COMPANY = re.compile(
    rf"(?:大姨妈|姨妈期|累死(?:爹|妈|娘|你|个人)|当[爸妈爹]的?|婴儿车|(?:和|跟|陪|带|与|同|帮|被|给|让|送|接|推|抱|背|遛|领|教|约|等|趁|替|找|见|哄|喂|比|像)[着了]?(?:我家?的?)?(?:[1一几两]?[个群帮位]|[老小大新]|以前的?|公司的?){{0,2}}(?:{_PERSON})"
    rf"|(?:{_PERSON})(?:都|已经|也)?(?:午睡|睡|上学|上课|上班|出门|出差|不在)(?:着|觉|了|去)*(?:之后|以后|后|的时候|时|期间)?"
    rf"|(?:{_PERSON})(?:今天|昨天|昨晚|今晚|刚|又|1直|一直|总|老|半夜|过|在){{0,2}}(?:生日|闹|哭|吵|结婚|请客|请吃|[回来]家|来[了玩]|出差|不在|放学|放假|考试|搬家|住院|做饭|做的|开会|加班|打呼)了?)"
)
_WITH_ME = guarded(
    r"[带陪拉逼]着?(?:我|大家)|(?<!别)(?<!别再)(?<!不要)(?:让|叫|要求|安排|给|催着?|盯着)我[^,，。]{0,16}了"
)
_NAME = guarded(
    r"(?:^|[,。、 ])(?:(?:小(?![跑走步时区腿组睡])|老(?!是)|阿)[一-鿿]|[张王李刘陈杨赵吴徐孙朱郭罗][一-鿿]{1,2}?)"
    r"(?:今天|昨天|刚刚?|早上|昨晚|又|也)?(?:[跑走游骑练做举睡](?:[步完]|了|\d)|卧推|深蹲|硬拉|[晒发]的|竟然|居然)"
    r"|群里[^,，。]{1,6}[晒发]|不是我(?=[跑走游骑练做])"
)
_MYSELF = re.compile(
    r"(?<![让叫要劝催约喊比给逼带陪拉问等帮])(?:我|本人)(?![的家]?(?:爸|妈|老[公婆爸妈伴]|朋友|同[事学]|[儿女]|孩|娃|哥|姐|弟|妹|教练|闺|室友|舍友|爷|奶|外|媳|婆|对象|师|狗|猫))(?!们)"
)
_NEGATION = guarded(
    r"(?<!忍)(?<!差)(?:从来?[没未](?:[跑走游骑练做睡举]|有)|没(?!怎么睡|咋睡|想到|忍住|关系|事|睡[好着够]|休息好|几步)(?:有|能|怎么|去|法|空|时间|力气|来得及)*|未|不(?!错|是|过|对|到"
    r"|止|小心|知不觉|容易|累)(?:能|想|去)?|(?<![分特级性区个])别(?!人|墅)|忘了|忘记|取消)"
)
_AFTER_ALL = re.compile(r"没[怎咋]么?睡|[只才就仅][跑走游骑睡做练喝举推拉有]?了?[^,，。]{0,2}\d")
_CANNOT = guarded(r"[做跑走游骑举拉推睡撑跳蹲爬](?:都)?不(?:了|动|到|完|下来|着|起来|起)")
_CLAIMED = guarded(
    r"(?:书|课本|网|小红书|知乎|抖音|手册|包装|说明书?)上?(?:面)?(?:说|写|讲|教|推荐|介绍)"
    r"|(?:视频|电视|电影|游戏|小说|剧|新闻|文章|梦)里|(?:研究|科学家?|专家|教程|攻略|医生|大夫)(?:上|里)?(?:说|表明|显示|发现|建议|推荐|认为|要求|叫我|让我|要我)(?!我)(?![^,，。]*我[^,，。]*了)"
    r"|(?:电视|教练|手表|手环|老师|医生|系统|ai)(?:叫|让|催|劝|要求|喊)我(?![^,，。]*[了完])|说明书"
    r"|想象中|脑子里|嘴上|云跑步"
)
_IDLE = guarded(
    r"有\d+个?人|追(?:公交|地铁|车|火车)|开了?[^,，。]{0,6}会(?!员)|[喝买点]了?[^,，。]{0,6}(?:啤酒|白酒|红酒|可乐)|住(?:在)?\d+ ?[楼层]"
    r"|(?:开车|坐车|打车|坐了?(?:地铁|公交|高铁|飞机|火车)|堵车|开会|会议|加班)(?![^,，。]*[跑走游骑练做举跳])|(?:直播|电视|视频|新闻|电影)看|看(?!着)(?:了|完)?[^,，。]{0,8}(?:直播|比赛|球赛|电视|视频|新闻|电影|马拉松)(?![^,，。]*[跟跳练做])"
    r"|上了?\d+(?:个)?小时班|听说|据说|网上说|有人说|专家说|医生(?:说|建议)(?!我)|新闻说|文章说|书上说|都说|(?:离|距离?)(?:我?家|这|公司|我)[^,，。]{0,4}\d"
    r"|(?:[车路]|开车|高速)[上]?堵|堵了|堵在|(?:挂|晾|晒)(?:着|了)?(?:满)?衣服|[一1]口(?:都|也)?没|(?:(?<!单)(?<!行)(?<!骑)(?<!踏)车(?!骑)|电瓶车|电动车|摩托车|高铁|飞机|船|地铁)(?:才|还|只)?(?:跑|走|开|骑)了?\d"
    r"|[这那][瓶杯壶个桶罐]?(?:水|杯子|水壶|水杯|瓶子)[^,，。\d喝]{0,4}\d[\d.]*(?:升|毫升|ml|l)的?$|(?:站|家|公司|学校|单位|门口|小区|这|那)[^,，。\d]{0,3}[走骑开]?到[^,，。\d]{0,8}(?:要|有|得|需要|才|大概|也就|差不多)\d[\d.]*(?:公里|km|米|分钟|小时|站)(?![^,，。]*[走跑骑]了)"
    r"|跑了?[^,，。\d]{0,4}\d{0,2}(?:家|趟)?(?:医院|超市|银行|客户|工地|派出所|部门|市场|业务|单子|(?<!饭)店)(?![^,，。]*(?:公里|km|步|分钟))"
    r"|(?:快递|外卖|手续|证件|业务)[^,，。]{0,4}跑了|(?:像|仿佛|犹如|堪比|相当于|约?等于|宛如|好比)(?:是|刚)?(?:跑|走|练|游|爬|做|骑|举)"
    r"|(?:骑|开|坐)(?:电动车|电瓶车|摩托|小电驴|小电动)"
)
REST = guarded(
    r"今天(?:就|先|我)?不(?:练|跑|动|运动|锻炼|训练)了?(?![吗么?？])"
    r"|(?:啥|什么|哪)(?:运动|锻炼)?[都也]没(?:干|练|动|做|去(?!\w*[工班学])|运动|锻炼)(?!成|完)"
    r"|(?<!还)(?<!从)(?<!有)没(?:有|去|能|怎么|做|时间|空)*(?:跑步?|练(?!好)|运动|锻炼|训练|健身房?|gym|动|游泳?|骑车?)(?!完|够|到|好|成|静|\d)"
)


_DESCRIBED = guarded(
    rf"(?:{_PERSON})[^,，。]{{0,5}}(?:\d{{2}}(?:多|几)?岁?了?$|\d岁|[真太好超]?(?:厉害|牛|强|猛|自律|拼|精神|硬朗))|开车[^,，。]{{0,3}}堵|堵车|堵了|坚持[^,，。]{0, 8}\d+个?(?:年|月)"
)
_REFERS = guarded(
    r"^\W*(?:这|那)(?:样|个)?(?:也|还)?(?:算不算|算[^,，。]{0,6}[吗不]|厉害|牛不牛|(?:是不是|有没有)(?:进步|很|够))|有没有(?:进步|夸奖)|夸(?:夸我|我)"
)
_DATES_IT = guarded(r"[记补发写录忘漏]|打卡|[的哒滴]\W*$|[跑走游骑练做举跳打测量称睡]了?[^,，。]{0,2}$")
_FILLING = re.compile(r"[^\u4e00-\u9fff]|早上|晚上|中午|下午|上午|[的了是在那这都]")
_FEW_WORDS = 2


def is_plan(clause: str) -> bool:
    return _PLAN.search(clause) is not None


def is_condition(clause: str) -> bool:
    """`如果今晚还失眠`: what follows is imagined too."""
    return _CONDITION.search(clause) is not None


def is_weak_plan(clause: str) -> bool:
    return _WEAK_PLAN.search(clause) is not None


def question(clause: str) -> re.Match[str] | None:
    return _QUESTION.search(clause)


def is_elsewhere(clause: str) -> bool:
    """Talk of driving, watching, comparing and errands: nobody exercised."""
    return _IDLE.search(clause) is not None


def of_others(clause: str) -> bool:
    """Whether somebody else is the doer, or what is told is only read or heard of."""
    if clause.isascii():
        return False
    if _CLAIMED.search(clause):
        return True
    if _WITH_ME.search(clause):
        return False
    if _NAME.search(clause):
        return True
    if not names_another(clause):
        return False
    alone = _COMPANY.sub(lambda m: "，" * len(m[0]), clause)
    return any(_MYSELF.search(alone, m.end()) is None for m in _OTHER.finditer(alone))


@lru_cache(maxsize=LATELY)
def names_another(clause: str) -> bool:
    """Whether somebody else is named at all."""
    return _OTHER.search(clause) is not None


def own_part(clause: str) -> int:
    """Where one's own deed begins behind another's: `孩子睡了4小时我睡了5小时`; 0 if all is one's own."""
    alone = _COMPANY.sub(lambda m: "，" * len(m[0]), clause)
    others = [m.end() for m in _OTHER.finditer(alone)]
    mine = _MYSELF.search(alone, others[-1]) if others else None
    return mine.start() if mine is not None else 0


def asleep(clause: str) -> list[tuple[int, int]]:
    """Where somebody else's sleep is told as the time of one's own deed: `宝宝睡了才做了瑜伽`."""
    if "睡" not in clause:
        return []
    return [m.span() for m in _COMPANY.finditer(clause) if "睡" in m[0]]


def is_negated(clause: str, head: int) -> bool:
    if clause.isascii():
        return False
    if (cannot := _CANNOT.search(clause)) and "了" not in clause[: cannot.start()]:
        return True
    near = any(m.start() < head <= m.end() + 2 for m in _NEGATION.finditer(clause))
    return near and not _AFTER_ALL.search(clause)


def describes_another(clause: str) -> bool:
    """`我爸76了`, `我妈真厉害`, `开车堵了1小时`: what is told next is no deed of one's own either."""
    return _DESCRIBED.search(clause) is not None


def refers(clause: str) -> bool:
    """`这算不算运动`: a question about what was told before it."""
    return _REFERS.search(clause) is not None


def is_aside(clause: str) -> bool:
    """Whether a clause, less its dates, says too much to be only the date of what was told before it."""
    if clause.isascii() or _DATES_IT.search(clause):
        return False
    return len(_FILLING.sub("", clause)) > _FEW_WORDS
