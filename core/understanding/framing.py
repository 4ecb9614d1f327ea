"""How something is said, in English and Chinese: denied, long ago, asked in general, imagined, about somebody else.

Works on one sentence of prepared text (`words`) and the place of a phrase in it.
"""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from core.understanding.triggers import guarded

_SENTENCE = guarded(r"(?:[.!?](?=[\s\"')]|$)|[。！？；;\n])+")
_CLAUSE = guarded(
    r"[,，、:：;；()（）\"“”]|\b(?:but|and|so|though|although|however|then|because|while)\b|但是?|不过|可是|而且|然后|所以|因为|结果"
)

_NOT_EN = guarded(
    r"\b(?:no|not|never|without|nor|neither|none of|haven'?t|hasn'?t|hadn'?t|isn'?t|wasn'?t|aren'?t|weren'?t|don'?t|doesn'?t|didn'?t|won'?t"
    r"|zero|free of|denies|deny|nothing like|i'?m not|am not)"
    r"(?: (?:any|more|longer|having|have|had|has|feel|feeling|felt|feels|get|getting|got|real|actual|actually|really|an?|the|my|of"
    r"|signs?|symptoms?|been|ever|even|yet|experienced?|experiencing|is|anymore|am|due|to|from|like|severe|bad|kind|sort|going|at all|taking|using"
    r"|take|use|used|taken|on|do|doing|in|be|wanting|want|trying|try|sudden|chest|that|this|it'?s))*\s*$"
)
_NOT_ZH = guarded(
    r"(?<![是有能要会可])(?:没有?|无|不是|不会|不再|并没有?|并无|未|毫无|从没有?|从未|从来没有?|没再|没出现过?|不|别|绝不|不想|不要|不用)"
    r"(?:有|出现|感觉到?|感到|觉得|任何|什么|过|明显|啥|再|发生|怎么|特别|很|是|会|想|去|吃|用|打|有过|大|胸闷|胸痛|头晕|头痛|头疼|心慌|心悸|气短|恶心|呕吐|发烧|咳嗽|不适)*$"
)
_LIST_EN = guarded(
    r"\b(?:no|without|not|never|don'?t have(?: any)?|didn'?t have(?: any)?|haven'?t had(?: any)?|isn'?t|wasn'?t)\b(?P<rest>[^.;!?]{0,90})$"
)
_LIST_BREAK = guarded(r"\b(?:i|i'm|but|my|now|except|just|only|still|then|however|yet|so|because|and)\b|['’](?:m|ve)\b")
_OR = guarded(r"\b(?:or|nor)\b|/")
_LIST_ZH = guarded(
    r"(?<![是有])(?:没有?|无|不是|未|并无)(?P<rest>(?:[^，,。；;但却就]{0,12}[、和或及与/])+[^，,。；;但却]{0,4})$"
)

_REMOTE = guarded(
    r"\b(?:in|since|from|during) (?:early |late |around )?(?:19|20)\d\d\b|\b(?:\d+|a few|few|several|many|two|three|four|five|six|seven|eight|nine|ten|twenty|couple of|some|a couple of)"
    r" (?:years?|months?|yrs?|decades?) (?:ago|back|before|earlier)|\b(?:a|one) (?:year|month|decade) (?:ago|back)|\b(?:years|months) (?:ago|back)"
    r"|\blast (?:year|month|winter|summer|spring|autumn|fall)\b|\bwhen i was (?:\d+|a (?:kid|child|teen\w*)|young\w*|little|in (?:high school|college|school|my|uni\w*))"
    r"|\bused to\b|\bhistory of\b|\bas a (?:kid|child|teen\w*)\b|\bin the past\b|\bin my (?:teens|twenties|thirties|20s|30s|40s|past|youth)\b|\blong ago\b"
    r"|\bback in (?:19|20|the)?\d?\d?\b|\bonce had\b|\bpreviously\b|\brecovered from\b|\bchildhood\b"
    r"|(?:19|20)\d\d年|(?<!\d)\d\d年(?=.{0,8}(?:得|做|犯|放|有|曾))|(?:几|多|两|二|三|四|五|六|七|八|九|十|\d+|一|好几|好多|很多)(?:多|来)?年(?:前|以前|之前)"
    r"|(?:几|两|二|三|四|五|六|七|八|九|十|\d+|一|好几)个?多?月(?:前|以前|之前)|去年|前年|上个月|以前|曾经?|从前|小时候|年轻(?:时|的时候)|当年|早年|大学时|高中时|得过|犯过|病史|过去(?:有|得|曾|几年|的)"
)
_CURRENT = guarded(
    r"\b(?:now|today|again|still|currently|just|this (?:morning|evening|week|time)|tonight|keeps?|right now|ever since|yesterday)\b|现在|今天|又(?!没)|还在|还是|刚|目前|一直|最近|正在|这两天|经常|总是|昨天|今早"
)
_OVER = guarded(
    r"\b(?:gone|(?:is|are|all|it's) over|better now|fine now|recovered|healed|went away|all good now|broke|cleared(?: up)?|back to normal|resolved|has passed|ok now|okay now)\b|退烧|烧退|退了|好了|恢复|痊愈|没事了|过去了|康复"
)
_GENERAL = guarded(
    r"^(?:so|hey|hi|hello|ok|okay|quick question|question|coach|just curious|curious|btw|random|and|also|but|,|:| )*"
    r"(?:what (?:are|is|does|do|causes?|would|happens|exactly)|what'?s|how (?:do|does|can|to|would|common|dangerous|likely|long|should|is)|why (?:do|does|is|are|would)"
    r"|when (?:does|do|is|should)|which|is it (?:true|possible|common|a myth)|does|do (?!i)|can (?:you|a person|people|someone|running|exercise|too|anyone|over)"
    r"|could (?:you|too|running|exercise)|tell me (?:about|more)|explain|define|who)\b"
    r"|\b(?:difference between|(?:signs?|symptoms?|causes?|risks?|warning signs|definition|meaning|prevention|history) of|family history|runs in (?:my|the) family)\b"
    r"|\b(?:i )?(?:read|heard|watched|saw|seen) (?:\w+ ){0,4}(?:article|video|documentary|tv|story|news|post|book|podcast|tiktok|reel|about)\b|\b(?:heard|read) that (?:a|some|an)\b|\b(?:on|in) (?:the )?(?:news|tv|internet|reddit|tiktok|youtube|instagram)\b"
    r"|什么是|(?:有|是)(?:哪些|什么|啥)(?:症状|表现|征兆|前兆|信号|原因|危害|危险)|(?:怎么|如何|怎样|咋)(?:预防|避免|判断|识别|防止|急救|区分|分辨|才能不)|是什么意思|啥意思|会不会导致|会导致"
    r"|为什么(?:有人|人|会有人|很多人)|科普|(?:症状|征兆|前兆)(?:是|有)|的区别|会引起|有什么(?:症状|表现|区别|危害)|(?:看到|听说|看了|刷到|读到|看见)[^，,]{0,8}(?:新闻|文章|视频|报道|帖子|消息|猝死)"
    r"|家族(?:史|病史|遗传)|家里有人|是什么(?:病|原因引起|症状)|什么感觉"
)
_PERSONAL = guarded(
    r"\b(?:my|me|i'?m|i am|i have|i've|i had|i feel|i felt|i get|i got|i keep|i just|i was|i think|he'?s|she'?s|his|her|having|him|right now)\b"
    r"|我(?:现在|今天|刚|昨天|最近|觉得|感觉|有|一直|这|的?胸|的?心|头|爸|妈|老公|老婆|朋友|是不是|总|老|经常|突然)|正在|刚才|怎么办"
)
_IMAGINED_EN = guarded(
    r"\b(?:what if|in case(?: of)?|if (?:someone|anyone|somebody|a person|people|you)|if i ever|risk of|fear of|prevent\w*|avoid\w*|(?:scared|afraid|terrified) of|so (?:that )?i don'?t|don'?t want to|without)\b(?: [\w']+){0,5}\s*$|\b(?:know|tell) (?:if|whether|when) (?:i|you)(?:'m| have|'ve| get| am|'re)?(?: got)?\s*$"
)
_IMAGINED_ZH = guarded(
    r"(?:万一|如果有人|要是有人|有人|假如|生怕|害怕|怕|担心|防止|避免|预防|小心|注意别|以免|免得|为了不|防|谨防|当心)[^，,。]{0,6}$"
)

_KIN_EN = (
    r"dad|daddy|father|mom|mum|mother|mommy|brother|sister|husband|wife|partner|boyfriend|girlfriend|bf|gf|friend|buddy|mate|son|daughter|kid|child|baby"
    r"|uncle|aunt|cousin|grand\w+|gran|nana|colleague|coworker|co-worker|neighbou?r|roommate|flatmate|teammate|coach|trainer|client|boss|student|fianc\w+|niece|nephew"
)
_KIN_ZH = (
    r"爸爸?|妈妈?|父亲|母亲|老爸|老妈|爷爷|奶奶|外公|外婆|姥姥|姥爷|哥哥?|(?<!小姐)(?<!小)姐姐?|弟弟?|妹妹?|老公|老婆|媳妇儿?|丈夫|妻子|先生|太太|男朋友|女朋友|男友|女友|朋友|闺蜜|哥们|儿子|女儿|孩子|娃"
    r"|叔叔?|舅舅?|阿姨|姑姑?|同事|邻居|室友|队友|教练|学员|学生|老师|领导|老板|对象|婆婆|公公|岳父|岳母|爹|娘|表[哥姐弟妹]|堂[哥姐弟妹]|客户|同学|侄子|外甥"
)
_WHO = guarded(
    rf"(?P<other>\b(?:my|our|his|her|their|a|the|another|some|one of my) (?:\w+ )?(?:{_KIN_EN})\b|\b(?:he|she|they|someone|somebody|a (?:guy|man|woman|girl|boy|lady|runner)|this (?:guy|man|woman))\b|\b(?:dad|mom|mum|grandma|grandpa)\b"
    rf"|(?:我的?|咱|我们家?|俺)?(?:{_KIN_ZH})(?!吃)|他们?|她们?|有(?:个)?人|旁边的?人|路人)"
    r"|(?P<self>\b(?:i|i'm|i've|my|me|mine|myself)\b|我(?!们)|自己|本人)"
)
_ANIMAL = guarded(
    r"\b(?:my|the|our|a) (?:\w+ )?(?:dog|cat|puppy|kitten|horse|hamster|pet)\b|(?:我家?的?|家里的?)(?:狗|猫|猫咪|狗狗|宠物)"
)
_DIED = guarded(
    r"\b(?:died|dying|passed away|die) (?:\w+ )?(?:of|from|after)\b|死于|去世|走了|过世|猝死|(?:scared|family|that'?s why|so i (?:want|need|decided|started)|wake[- ]up call)"
)


def clauses(text: str) -> Iterator[str]:
    """The parts between commas and conjunctions."""
    for sentence in sentences(text):
        start = 0
        for match in _CLAUSE.finditer(sentence):
            yield sentence[start : match.start()]
            start = match.end()
        yield sentence[start:]


def sentences(text: str) -> Iterator[str]:
    """The sentences, questions keeping their mark (a general question is told by it or by its first words)."""
    start = 0
    for match in _SENTENCE.finditer(text):
        if text[start : match.end()].strip():
            yield text[start : match.end()].strip()
        start = match.end()
    if text[start:].strip():
        yield text[start:].strip()


def denied(sentence: str, start: int, end: int) -> bool:
    """Whether the phrase at `start:end` is negated, alone or in a list (`no chest pain, dizziness or nausea`)."""
    before = sentence[max(0, start - 120) : start]
    if _NOT_EN.search(before) or _NOT_ZH.search(before) or _LIST_ZH.search(before):
        return True
    listed = _LIST_EN.search(before)
    if listed is None or _LIST_BREAK.search(listed["rest"]):
        return False
    return bool(_OR.search(listed["rest"] + sentence[end : end + 60]))


def long_ago(sentence: str, start: int, end: int) -> bool:
    """Whether the phrase tells of a time months or years back, and not also of now."""
    if not _REMOTE.search(sentence):
        return False
    left, right = clause(sentence, start, end)
    if _CURRENT.search(sentence[left:right]):
        return False
    near = sentence[max(0, left - 30) : left] if left else ""
    return bool(_REMOTE.search(sentence[left:right]) or (_REMOTE.search(near) and not _CURRENT.search(near)))


def over(text: str) -> bool:
    """Whether something is said to be over."""
    return bool(_OVER.search(text))


def general(sentence: str) -> bool:
    """A question or report about the subject in general, not about a person at hand."""
    return bool(_GENERAL.search(sentence)) and not _PERSONAL.search(sentence)


def imagined(sentence: str, start: int, end: int) -> bool:
    """Whether the phrase is feared, avoided or supposed rather than told."""
    before = sentence[max(0, start - 60) : start]
    if "having" in sentence[max(0, start - 8) : end]:
        return False
    return bool(_IMAGINED_EN.search(before) or _IMAGINED_ZH.search(before))


def clause(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the clause around `start:end`."""
    left, right = 0, len(sentence)
    for match in _CLAUSE.finditer(sentence):
        if match.end() <= start:
            left = match.end()
        elif match.start() >= end:
            right = match.start()
            break
    return left, right


def about_other(before: str) -> bool:
    """Whether the last person named before the phrase is somebody else."""
    last = None
    for match in _WHO.finditer(before[-300:]):
        last = match
    return last is not None and last["other"] is not None


def not_a_patient(sentence: str, *, other: bool) -> bool:
    """About an animal, or about a relative's illness that is history or a motive."""
    return bool(_ANIMAL.search(sentence)) or (other and bool(_DIED.search(sentence)))
