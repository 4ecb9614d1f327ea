"""How somebody seems to feel about it, from their words: the tone of an answer, never a diagnosis."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

from typing import NamedTuple

from core.understanding.reading import Mood
from core.understanding.triggers import Guarded, guarded


class _Tone(NamedTuple):
    mood: Mood
    pattern: Guarded


_TONES: tuple[_Tone, ...] = (
    # the heaviest first
    _Tone(
        "distress",
        guarded(
            r"\b(?:hopeless|worthless|desperate|panic(?:king| attack)?|breaking down|broke down|can'?t cope|crying|cried|falling apart|overwhelmed|so alone|depress(?:ed|ing|ion)"
            r"|hate (?:myself|my body|my life)|(?:so|really|very) anxious|everything is too much)\b"
            r"|崩溃|绝望|抑郁|焦虑|撑不住了|想哭|哭了|好难过|很难过|太痛苦|讨厌自己|恨自己|没有希望|压力(?:好|太|很)大|喘不过气的压力|孤独"
        ),
    ),
    _Tone(
        "discouragement",
        guarded(
            r"\b(?:give up|giving up|gave up|want to quit|what'?s the point|no point|not getting anywhere|not working for me|no progress|no results?|i(?:'m| am) (?:useless|a failure|so lazy|so weak|hopeless at)"
            r"|failed again|fell off|off track|can'?t do (?:this|it)|unmotivated|no motivation|lost motivation|demotivated|never (?:get|going to|manage)|discouraged|plateau(?:ed)?|stuck at|too hard for me|disappointed (?:in|with) my)\b"
            r"|坚持不下去|想放弃|放弃了|没动力|没有动力|没效果|没用|瘦不下来|不想练|不想动|没进步|又失败|失败了|太难了|我不行|做不到|好沮丧|灰心|平台期|白练|丧"
        ),
    ),
    _Tone(
        "frustration",
        guarded(
            r"\b(?:annoy(?:ed|ing)|frustrat\w+|stupid bot|useless bot|this sucks|wtf|ugh+|argh+|damn|bullshit|shut up|leave me alone|stop (?:spamming|bothering|nagging)|not what i (?:said|asked|meant)|you(?:'re| are) (?:wrong|not listening|useless)|wrong again|fed up|sick of (?:this|you|it)|doesn'?t work|not (?:great|good|happy|helpful|impressed|useful)|hate (?:this|that|it|burpees))\b"
            r"|烦死|好烦|太烦|真烦|别烦|气死|无语|什么鬼|搞什么|垃圾|没听懂|不是这个意思|又错了|别刷屏|闭嘴|受不了|坑爹|蠢|不喜欢|不好用|没帮助"
        ),
    ),
    _Tone(
        "praise",
        guarded(
            r"\b(?:love (?:it|this|you|the)|great (?:plan|job|coach|bot|advice|workout)|awesome|amazing|fantastic|brilliant|perfect|excellent|well done|nice (?:one|work)|you(?:'re| are) (?:the best|great|awesome|amazing)|so proud|nailed it|feeling great|feels? (?:great|amazing|good)|new (?:pr|pb)|crushed it|killed it|best (?:run|workout|coach))\b"
            r"|太棒|真棒|好棒|厉害|牛[逼啊哇!！]|赞|太好了|完美|喜欢|爱了|给力|开心|很爽|真爽|酸爽|好爽|舒服|不错|666|点赞|优秀|好用|感觉很好|状态很好|破纪录"
        ),
    ),
)
_NOT_PRAISE = guarded(
    r"\b(?:not|isn'?t|wasn'?t|don'?t|doesn'?t|didn'?t|never)\b[^.!?]{0,12}$|(?:不|没)[很太怎么]{0,2}$|不是很$"
)


def mood_of(text: str) -> Mood:
    """The mood of prepared text; `neutral` when nothing is said."""
    for tone in _TONES:
        match = tone.pattern.search(text)
        if match is None:
            continue
        if tone.mood == "praise" and _NOT_PRAISE.search(text[max(0, match.start() - 20) : match.start()]):
            return "frustration" if "not" in text or "不" in text else "neutral"
        return tone.mood
    return "neutral"
