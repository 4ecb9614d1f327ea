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
            r"|hate (?:myself|my body|my life)|(?:so|really|very) anxious|everything is too much|(?:mental|nervous) breakdown|(?:i'?m|i am|feel(?:ing)?) (?:\w+ )?(?:miserable|lonely|so sad|really sad|empty|numb|broken)|bad place mentally|in a dark place|can'?t (?:stop crying|take (?:it|this) any ?more))\b"
            r"|[1一]点(?:也|都)不(?:开心|快乐)|心态(?:崩|炸)|emo了|(?:好|很|太|特别|真的?)(?:emo|痛苦|难受(?:想哭)|抑郁)|(?:心情|情绪)(?:很|好|特别|非常|太|真)?(?:差|糟|低落|不好)|撑不下去|活得?(?:好|太|很)?累|崩溃|绝望|抑郁|焦虑|撑不住了|想哭|哭了|好难过|很难过|太痛苦|讨厌自己|恨自己|没有希望|压力(?:好|太|很)大|喘不过气的压力|孤独"
        ),
    ),
    _Tone(
        "discouragement",
        guarded(
            r"\b(?:give up|giving up|gave up|want to quit|what'?s the (?:point(?! (?:of|in) (?:the|this|a|these|those|that|all|doing|having)\b)|use)|why (?:do i )?(?:even )?bother|no point|(?:i|i really|i just) suck|skipped again|nothing (?:works|changes|is working|is changing|helps)|(?:not|stopped) losing(?: any)?(?: weight)?|feel(?:ing)? (?:like (?:a failure|giving up|quitting|shit about myself)|(?:really |so |pretty |a bit )?(?:low|down|defeated|hopeless))|let (?:myself|everyone) down|not seeing (?:any )?(?:results|progress|change)|(?:so )?(?:ashamed|embarrassed) of my|i'?ll never|never (?:gonna|going to|gon)|(?:it|this)(?: is|'s) (?:all )?(?:pointless|hopeless|useless)(?=,? (?:i|and i))|can'?t be bothered|losing (?:motivation|hope)|gain(?:ed|ing) (?:it all|weight) (?:back|again)|going backwards|getting (?:worse|weaker|slower)|(?:i'?m|im) (?:so )?(?:behind|out of shape and)|not getting anywhere|not working for me|no progress|no results?|i(?:'m| am) (?:useless|a failure|so lazy|so weak|hopeless at)"
            r"|failed again|fell off|off track|can'?t do (?:this|it)|unmotivated|no motivation|lost motivation|demotivated|never (?:get|going to|manage)|discouraged|plateau(?:ed)?|stuck at|too hard for me|disappointed (?:in|with) my)\b"
            r"|坚持不(?:下去|了|住)|气馁|泄气|没脸|又胖|胖回|反弹了|没信心|摆烂|躺平|白费|越(?:练|减)越|[1一]斤(?:都)?没|没(?:什么)?变化|还是老样子|(?:好|很|太|有点|真)失望|不是(?:这|运动的)块料|拖后腿|打退堂鼓|好废|太废|废物|太菜|没用的|练不动|懒得(?:动|练)|提不起劲|半途而废|想放弃|放弃了|没动力|没有动力|没效果|没用|瘦不下来|不想练|不想动|没进步|又失败|失败了|太难了|我不行|做不到|好沮丧|灰心|平台期|白练|丧"
        ),
    ),
    _Tone(
        "frustration",
        guarded(
            r"\b(?:keeps? (?:getting|asking|crashing|messing|doing|logging|sending)(?: \w+){0,3} (?:wrong|again|up|same|twice)|(?:how many times(?: (?:do i|must i|have i (?:said|told|asked)|are you))|already told you|i told you|for the (?:last|third|second|hundredth|10th) time)|stop asking|keep asking|so (?:dumb|stupid|slow)|(?:this|that|it)(?: app| bot)? is (?:so |just |really )?(?:stupid|dumb|ridiculous|useless|garbage|rubbish|terrible|pointless|trash|broken)|enough(?=[.!])|stop already|piss(?:ed)? (?:me )?off|hate (?:burpees|lunges|squats|running|cardio)|come on(?=[.!,])|annoy(?:ed|ing)|frustrat\w+|stupid bot|useless bot|this sucks|wtf|ugh+|argh+|damn|bullshit|shut up|leave me alone|stop (?:spamming|bothering|nagging)|not what i (?:said|asked|meant)|you(?:'re| are) (?:wrong|not listening|useless)|wrong again|fed up|sick of (?:this|you|it)|doesn'?t work|not (?:great|good|happy|helpful|impressed|useful)|hate (?:this|that|it|burpees))\b"
            r"|瞎(?:记|说|搞)|乱(?:记|写|发|推荐)|听不懂(?:人话)?|费劲|(?:有点|有些|很|特别)烦|答非所问|敷衍|(?:说|讲|告诉你)(?:了|过)(?:多少|几|好几|很多|[\d三两四五])(?:遍|次)|还(?:记|搞|弄)错|你(?:是不是)?(?:有病|傻|笨|瞎)|好笨|太笨|真笨|离谱|智障|吵死|没完没了|不耐烦|(?:^|[,.!?。])够了(?=[,.!。！]|$)|差评|什么破|破(?:软件|机器人|app)|烂|烦死|烦人|好烦|太烦|真烦|别烦|气死|无语|什么鬼|搞什么|垃圾|没听懂|不是这个意思|又错了|别刷屏|闭嘴|(?<!膝盖)(?<!腰)(?<!肩膀)(?<!身体)受不了|坑爹|蠢|不喜欢|不好用|没帮助"
        ),
    ),
    _Tone(
        "praise",
        guarded(
            r"\b(?:(?:could(?:n'?t| not) be|so much) happier|not bad|(?:you(?:'re| are) )?(?:a |an absolute )?(?:legend|lifesaver|star)|you rock|smashed it|(?:best|greatest) (?:\w+ )?of my life|(?:that|this|it) (?:really |totally |actually )?helped|(?:so|super|very|really) (?:helpful|happy|proud of (?:myself|me)\b|stoked|pumped|excited|pleased|chuffed|proud)|(?:best|greatest) (?:\w+ ){1,3}ever|stoked|thrilled|chuffed|woo+(?:hoo+)?|yay+|on fire|i did it|loved (?:it|this|that|the|today)|loving (?:it|this|the)|feel(?:ing|s)? (?:strong(?:er)?|fantastic|awesome|incredible|so good)|felt (?:strong|amazing|great|so good|easy|good)|love (?:it|this|you|the)|great (?:plan|job|coach|bot|advice|workout)|awesome|amazing|fantastic|brilliant|perfect|excellent|well done|nice (?:one|work)|you(?:'re| are) (?:the best|great|awesome|amazing)|so proud|proud of (?:myself|us)|nailed it|feeling great|feels? (?:great|amazing|good)|new (?:pr|pb)|crushed it|killed it|best (?:run|workout|coach))\b"
            r"|炸裂|爽|专业|(?:你|教练|今天)(?:真|太|超|好|可)好|绝了|靠谱|贴心|满意|激动|骄傲|自豪|感动|yyds|神器|牛(?:x|叉|掰)|成就感|状态(?:超|很|特别|真|太)?(?:好|棒|佳)|太强|不赖|真行|有用|帮大忙|突破(?:自己|了)|pb了|新纪录|太(?:开心|高兴|爽|爱|牛|值)|瘦了[^,，。不才只没]{1,6}!|超(?:开心|棒|赞|爱)|好开心|高兴|太棒|真棒|好棒|厉害|牛[逼啊哇!！]|赞|太好了|完美|喜欢|爱了|给力|开心|很爽|真爽|酸爽|好爽|舒服|不错|666|点赞|优秀|好用|感觉很好|状态很好|破纪录"
        ),
    ),
)
_NOT_PRAISE = guarded(
    r"\b(?:not|isn'?t|wasn'?t|don'?t|doesn'?t|didn'?t|never)\b[^.!?]{0,12}$|(?:不|没)[很太怎么大]{0,2}$|不是很$|没(?:啥|什么)$"
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
