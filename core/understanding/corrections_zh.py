"""How corrections are asked for in Chinese: withdrawing the last entry, moving it to another day, changing a value."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re

from core.understanding.triggers import guarded

_LEAD = (
    r"请|麻烦|帮我|帮忙|给我|教练|哦|啊|呃|哎呀?+|不对|等等|把|将|手滑|手抖|按错了?+|点错了?+|发错了?+|搞错了?+|弄错了?+"
    r"|不好意思|抱歉|对不起|[ ,，、.。!]"
)
_IT = (
    r"刚才|刚刚|刚(?![才刚])|方才|嗰|上面|上(?!面)|最后|最近|前面|那|这|[1一](?!下)|条|个|笔|次|我|它|的|了|发(?!错)|记录|记(?![录错重])"
    r"|说(?!错)|写(?!错)|报|打卡|数据|内容|训练|运动"
)
_VERB = r"撤销|撤回|取消|删[掉除了去]?+|去掉|回退|作废|不算数?+|不作数|记错了?+|记重了?+|写错了?+|是误操作|是?误[触发]|重复了|抹掉|清掉|不要了|划掉"
_UNDO = re.compile(rf"(?:{_LEAD})*(?:{_IT})*(?:{_VERB})(?:{_LEAD}|{_IT}|{_VERB}|[1一]下|吧|哈|掉)*")
_UNDONE = re.compile(r"[刚上那这它]|最后|最近")
_BARE = frozenset({"撤销", "撤回", "撤销一下", "撤回一下", "撤销1下", "撤回1下"})
UNDO_NAMED = re.compile(
    r"(?:请|麻烦|帮我|把|将|刚才|刚刚|刚(?![才刚])|上[1一]?|那|这|条|个|次|笔|的|记录|数据|早上|晚上|下午|中午|[ ,，])*(?:删除|删掉|删了|删去|撤销|撤回|去掉)"
    r"(?:吧|了|的|记录|数据|那|这|条|个|次|笔|[1一]下|掉|刚才|早上|晚上|下午|中午|[ ,，。.!])*"
)
CHANGE = guarded(
    r"改成|改为|改到|改一下|更正|应该是|应为|不是.{1,14}[,， ]?(?:而?是)|^不是 ?\d[^,，]{0,8}[,，] ?\d|是.{1,14}[,， ]?不是|^(?:哦|啊|呃|额|哎)*不对|^(?:不好意思|抱歉|对不起)[,， ]*\d|记错了?"
    r"|^(?:不好意思|抱歉|对不起|等等|哎呀?|啊)[,， ]*(?:时间|距离|重量|体重|步数|次数|组数)?(?:是|应该)|写错了?|打错了?|说错了?|搞错了?|输错了?|弄错了?|看错了?|填错了?|按错了?|纠正|其实是|实际是|^\*(?=\d)|多记了|少记了|多[写打按输]了?个?0|少[写打按输]了?个?0"
)
OF_PLANS = guarded(r"目标|课表|计划|提醒|闹钟|挑战|每[天日周晚早]|明[天日早晚]|后天|下周|下个?月|以后都?")
"""What is changed is no entry."""
_MOVE = re.compile(
    rf"(?:{_LEAD}|{_IT}|跑步|晨跑|夜跑|其实|应该|是|改成|改到|改为|记错了?+|算|挪到|放到|移到|成|到|在)+"
)
_MOVED_AFTER = re.compile(
    r"(?:[跑做练游骑走睡打测量称发喝]?(?:的|了)|记录|事|才对|哈|啦|哦|呢|吧|[ ,.!。])*(?:不是今天的?)?(?:[ ,，。]*(?:麻烦)?(?:改返|改1?下|改过来|帮我改))?(?:吧|哈|啦|谢谢|[ .!。])*"
)
REASON = guarded(
    r"[ ,，。!;~]+(?:刚才?|我|又|都|全|才|是|纯属|不小心|手|不好意思|抱歉){0,3}(?:忘[了记]?(?:说|写|改)?|发错|手滑|手抖|点错|按错|搞错|记错|写错|打错|看错|不好意思|抱歉|谢谢|才想起来?|睡懵|糊涂)[^\d,，。]{0,8}$"
)
"""Why, said after what is asked."""


def without_reason(text: str) -> str:
    """`刚才那条是昨天的，忘说了`: what is asked, less why."""
    said = REASON.search(text)
    return text[: said.start()] if said is not None and said.start() else text


def is_undo(text: str) -> bool:
    """`上一条撤回`, `把刚才那笔删掉`."""
    return text in _BARE or (_UNDO.fullmatch(text) is not None and _UNDONE.search(text) is not None)


def is_move(before: str, after: str) -> bool:
    """`刚那条是` before a date and `练的` behind it."""
    return _MOVE.fullmatch(before) is not None and _MOVED_AFTER.fullmatch(after) is not None
