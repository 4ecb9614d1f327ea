"""Terms of a challenge in plain words: what is counted, how much, how long, for what stake."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from core.understanding.reading import ChallengeTerms
from core.understanding.triggers import guarded

Metric = Literal["steps", "minutes", "distance_m", "reps", "active_days", "sessions"]
Kind = Literal["total", "daily_goal", "times_per_week", "race"]

CHALLENGE = guarded(
    r"\bchallenges?\b|\bcompet(?:e|ition)\b|\b(?:i|we) dare (?:you|anyone|any of you|everybody|everyone)\b|\b(?:battle|showdown|contest)\b|[组开](?:个|1个)?局|擂台|对赌|\b(?:who can|who'?ll|whoever|first (?:one )?to|race (?:to|you|me|each other)|let'?s race|head[- ]to[- ]head|duel|1v1|bet (?:you|we|that)|last one standing)\b"
    r"|挑战|比赛(?=.*(?:步|公里|次|天|谁|组队))|比一比|比比|比谁|跟我比|谁[走跑骑游练做]得?(?:远|多|快|久|长)|谁先|谁能|谁走|谁跑|\bpk\b|打赌|赌|输的|输了(?!\d|比赛|球|[,，。!]|$)|敢不敢|打卡(?:活动|赛|群|\d+个?[天日周月])|接力|组队|竞赛|约战|单挑"
)
_NOT_MAKING = guarded(
    r"\b(?:leave|quit|exit|join|end|cancel|stop|close)(?: \w+){0,2} challenge|(?:退出|离开|加入|参加|结束|取消)(?:这个|该|这次)?挑战|\b(?:add (?:me|us)|sign (?:me|us) up|put me|let me in(?:to)?|how do i join)(?: \w+){0,2} (?:challenge|contest)|\b(?:not|no longer|stop) (?:doing|part of|in) (?:the|this) (?:\w+ )?challenge|(?:拉|带|加)我进?(?:群|挑战)|挑战我?不|\b(?:the|that|this|last|yesterday'?s|today'?s) (?:\w+ )?(?:challenge|contest|battle) (?:was|went|felt|nearly|almost|has been|killed)|挑战(?:很|太|好|挺|真|有点)(?:难|累|有意思|好玩|简单)|\bchallenging\b|challenge accepted|有挑战性|挑战(?:完成|成功|失败|通过|达成)|完成了?[^,，。]{0,8}挑战|接力(?:赛|跑|棒)"
)
_DURATION = guarded(
    r"(?<![\d.人每])(\d{1,3}) ?-?个?(days?|weeks?|wks?|months?|天|日(?!常)|周|星期|礼拜|月)(?! ?(?:a|per|each) (?:week|day)|次|/)(?!(?<=[周期拜])[^\d,，。]{0,5}\d+ ?(?:次|天|回|练))"
)
_WEEKLY = guarded(
    r"\b(?:a|1|per|each|every|/) ?(?:week|wk)\b|\bweekly\b|/ ?(?:week|wk)\b|每个?(?:周|星期|礼拜)|1个?(?:周|星期|礼拜)(?=[^\d,，。]{0,5}\d+ ?(?:次|天|回|练))|/周"
)
_DAILY = guarded(
    r"\b(?:a|1|per|each|every) day\b|/ ?day\b|\bdaily\b|\b(?:every|each) weekday\b|\beveryday\b|\b\d+ days of \d|每[天日]|[1每]人1天|天天|日均|/天"
)
_RACE = guarded(r"\bfirst\b|\brace\b|\bfastest\b|谁先|最先|最快|先到|先跑|先走|抢先|谁最快")
_PERIOD = guarded(
    r"\bthis week\b|\bnext week\b|(?:这|本|下)(?:周|星期|礼拜)|1周(?![^\d,，。]{0,5}\d*次)|(?:\b(?:for|in|over|within|lasting) a week|(?<![a-z] )\ba week)\b(?! ?(?:for|of))"
)
_MONTH_DAYS: Mapping[str, int] = {
    "january": 31,
    "february": 28,
    "march": 31,
    "april": 30,
    "may": 31,
    "june": 30,
    "july": 31,
    "august": 31,
    "september": 30,
    "october": 31,
    "november": 30,
    "december": 31,
}
_NAMED_MONTH = guarded(rf"\b(?:in|for|all of|this|during|throughout) ({'|'.join(_MONTH_DAYS)})\b")
_WEEKEND = guarded(r"\b(?:this|next|the|over) weekend\b|(?:这个|本|这|下)?周末")
_MONTH = guarded(r"\b(?:this|next|a|1|for a) month\b|(?:这|本|下)个?月")
_STEPS = guarded(
    r"(?<![\d.])(\d{1,7}(?:\.\d+)?) ?(k|千|万|w)? ?(?:steps?|步)|(?:steps?|步数)[^\d]{0,8}(\d{3,7}(?:\.\d+)?) ?(k|万)?|(?<![\d.])(\d{1,4}(?:\.\d)?) ?(万|w)(?= ?(?:$|[,，。 一每]))"
)
_DISTANCE = guarded(
    r"(?<![\d.])(\d{1,5}(?:\.\d+)?) ?(km|kms|kilomet\w+|k\b|公里|千米|miles?|mi\b|英里|里(?!程)|m\b|米|meters?|metres?)(?! ?(?:steps?|步))"
)
_MINUTES = guarded(r"(?<![\d.])(\d{1,5}(?:\.\d)?) ?个?(min(?:ute)?s?|分钟|hours?|hrs?|小时|钟头)")
_SESSIONS = guarded(
    r"(?<![\d.])(\d{1,2}) ?(?:x |times )?(?:\w+ )?(?:runs?|workouts?|sessions?|rides?|swims?|walks?|gym(?: visits?)?|trainings?|classes|times|x\b|次|回|练)"
)
_REPS = guarded(
    r"(?<![\d.])(\d{1,6}) ?(?:个|下|次)? ?(?:push[- ]?ups?|press[- ]?ups?|squats?|burpees?|sit[- ]?ups?|pull[- ]?ups?|lunges?|jump(?:ing)? jacks?|crunches|reps|俯卧撑|深蹲|波比跳?|仰卧起坐|引体向上|开合跳|卷腹|箭步蹲|跳绳)"
    r"|(?:俯卧撑|深蹲|波比跳?|仰卧起坐|引体向上|开合跳|卷腹|箭步蹲|跳绳)(?:每天|各|共|累计)?(\d{1,6}) ?(?:个|下|次)?"
)
_DAYS_ACTIVE = guarded(
    r"\b(?:be active|active days?|move every|work ?out every|exercise every|train every|check[- ]in|streak)\b|打卡|每天(?:都)?(?:运动|锻炼|健身|动|训练)|坚持(?:运动|锻炼|健身)|连续"
)
_BARE_DAILY = guarded(
    r"(?<![\d.])(\d{1,6}) ?(?:a|per|each|every|/) ?(?:1 )?day|(?:每天|daily:?) ?(\d{1,6})(?! ?(?:分|次|小))"
)
_IN_REPS = frozenset({"push_up", "squat", "burpee", "sit_up", "pull_up", "lunge", "jumping_jack", "rope_jumping"})
_IN_DISTANCE = frozenset({"running", "cycling", "swimming", "hiking", "walking"})
_STAKE = guarded(
    r"(?P<en>\b(?:(?:the )?losers?|(?:anyone |everyone )?who(?:ever)? (?:loses|fails|quits|slacks?(?: off)?|cheats|skips(?: a day)?|gives up|drops out|stops|misses(?: (?:a|one|it|out))?(?: day)?|(?:is|comes|finishes) last)|last(?: place| one| person)?|(?:the one|the person|those) who (?:fails|loses|quits|misses(?: (?:a|one|it|out))?(?: day)?|comes last)|anyone who (?:fails|misses(?: a day)?)|everyone else|the others)(?: has to| have to| must| will|'ll)? (?:buys?|pays?|treats?|does|do|cooks?|owes?|gets?|sings?|wears?|donates?|cleans?|takes?|makes?|hosts?|brings?|gives?|wash(?:es)?|runs?|drinks?|eats?|carr(?:y|ies)|posts?|shaves?|dances?|covers?|foots?)\b[^.,;!?\n]{0,60}|\bloser cooks\b)"
    r"|\bfor (?P<prize>(?:coffee|a coffee|dinner|a beer|beers|pizza|lunch|ice cream|bubble tea|milk tea)[^.,;!?\n]{0,30})"
    r"|(?P<zh>(?:坚持|做|撑|挺)不(?:下来|下去|住|了|完)的(?:人)?(?=请|买|做|发|罚|交|洗|扫|给|承包|要)[^,，。;；!！?？\n]{1,30}|谁(?:不做|不跑|不走|不来|没来|失败|放弃|缺席|落下|掉链子|没打卡|断更|偷懒|不去)了?谁(?:请客|请|买|做|罚|发|洗)?[^,，。;；!！?？\n]{0,30}|断(?:1|一)次[^,，。;；!！?？\n]{1,30}|最后的(?=请|买|做|罚|发|洗)[^,，。;；!！?？\n]{1,30}|(?:输(?:了|掉)?的?(?:人|一方|队|家)?|垫底的?(?:人)?|最后1?一?名|倒数第1|最少的?(?:人)?|(?:没|未|不能?)(?:做到|完成|达标|坚持下来|[跑走骑做练打](?:够|完|到|满|卡))的?(?:人)?|(?:[走跑骑做练游]?得?)(?:少|慢|最慢)的(?:人)?|做不到的?(?:人)?|断(?:了|签|掉)?的?人?|掉队的?|其他人|谁(?:输|没做到|没完成|断了?|掉队)了?谁)(?:要|得|就|负责)*(?:请|买|做|发|罚|交|唱|洗|扫|给|承包|扮|跳|掏)[^,，。;；!！?？\n]{0,30})|赌(?P<bet>[^,，。;；!！?？\n\d]{1,20})"
)
_TOGETHER = guarded(
    r"\b(?:who wants|who'?s (?:in|up)|who is (?:in|up)|anyone (?:up|in|want)|everyone|everybody|let'?s|lets|we all|all of us|us (?:two|three|four|all)|each of us|with me|vs|versus)\b|大家|咱们?|我们(?!公司|家)|一起|一人|每人|人人|敢不敢|敢吗|来不来|有人(?:要|想|来)|谁(?:来|敢|要|想)|比(?:一?下)?(?:步数|跑量|公里|距离|时长|次数)"
)
_FEWEST_DAYS = 7
"""Fewer days without a stake are a plan for the week, not a challenge."""
_TOLD = guarded(
    r"\b(?:i|i'?m|i'?ve|i'?ll|i'?d|my|me|did|walked|ran|cycled|swam|done|was|were|should|is|are|can|enough|my goal)\b|我(?!们)|[了过吗]|应该|够|目标|建议|医生|教练|打算|想(?:要)?"
)
"""Talk of one's own doings, wishes and questions: no proposal to others."""
_WEEKDAYS = guarded(
    r"\bweekdays?(?: only)?\b|\bworking days\b|\b(?:every|each) weekday\b|\bmon(?:day)?(?: to |-)fri(?:day)?\b|工作日|周1到周5|周一到周五|周一至周五"
)
ACTIVITY: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "push_up": r"\b(?:push|press)-?\s?ups?\b|俯卧撑|伏地挺身",
        "squat": r"\bsquats?\b|深蹲",
        "burpee": r"\bburpees?\b|波比",
        "sit_up": r"\bsit-?\s?ups?\b|仰卧起坐|卷腹",
        "pull_up": r"\b(?:pull|chin)-?\s?ups?\b|引体",
        "plank": r"\bplank\w*\b|平板支撑",
        "rope_jumping": r"\b(?:jump|skip\w*) rope\b|跳绳",
        "lunge": r"\blunges?\b|箭步蹲|弓步",
        "jumping_jack": r"\bjumping jacks?\b|开合跳",
        "running": r"\b(?:run|runs|running|jog|jogging|ran)\b|跑",
        "cycling": r"\b(?:cycl\w+|bik\w+|rides?|riding)\b|骑",
        "swimming": r"\bsw[iu]m\w*\b|游泳",
        "yoga": r"\byoga\b|瑜伽",
        "hiking": r"\bhik\w+\b|徒步|爬山",
        "meditation": r"\bmeditat\w+\b|冥想",
        "stairs": r"\bstairs?\b|爬楼",
        "walking": r"\bwalk\w*\b|走路|散步|健走|走",
    }.items()
}


_WEIGHT = guarded(
    r"\bweight(?!s|[- ]?(?:train|lift|session|work|room|vest))|\b(?:los\w+|shed\w*|drop\w*) (?:\w+ ){0,3}\d* ?(?:kg|kgs|kilos?|pounds?|lbs?)\b|\bbody ?fat\b|\b(?:fat loss|lose fat|burn fat)\b|\bbmi\b|\bwaist|\b(?:skinn|slimm|thinn)\w+|\bfasting\b|\beats? (?:the )?(?:least|less)\b"
    r"|体重|减重|减肥|减脂|瘦|体脂|腰围|断食|节食|少吃|吃得?最少|掉秤|(?:减|掉).{0,4}(?:斤|公斤|kg)",
    re.IGNORECASE,
)
_ENERGY = guarded(r"\bcalor\w*|\bkcals?\b|卡路里|大卡|千卡|热量", re.IGNORECASE)
_ENDS = guarded(
    r"\b(?:end|stop|cancel|close|finish) (?:the |this |our |that )?challenge|(?:结束|取消|终止|停止)(?:掉|了)?(?:这个|该|这次|本次)?(?:挑战|比赛)|(?:挑战|比赛)(?:结束|取消)吧",
    re.IGNORECASE,
)

_END_WORDS = frozenset({"end", "stop", "finish", "close", "结束", "停止", "终止"})
_LEAVE_WORDS = frozenset({"leave", "quit", "退出"})

_STANDS = guarded(
    r"\bhow(?:'s|’s| is| are| does| do)\b|\b(?:going|standings?)\b|\bwho(?:'s|’s| is) (?:ahead|winning|leading|first|last)|怎么样|怎样了|进展|情况|谁领先|谁第一|第几",
    re.IGNORECASE,
)

_ACCEPTS = guarded(
    r"\bchallenge accepted\b|\bcount me in\b|\bi(?:'|’)?m in\b|\bme too\b|算我一个|算上我|加我一个|我也(?:来|要|参加|加入)|接受挑战",
    re.IGNORECASE,
)
_FEW = 24
"""Characters."""


def is_never_ranked(text: str) -> bool:
    """Whether the words want weight, calories or eating less compared, and name nothing else that can be counted."""
    if not (_WEIGHT.search(text) or _ENERGY.search(text)):
        return False
    metric, target = _counted(text)
    return metric is None or (target is None and _ENERGY.search(text) is not None)


def command_word(args: str) -> tuple[Literal["end", "leave"] | None, str]:
    """What `/challenge end`, `/challenge 退出 K7P2QX` asks for, and what was said after the word."""
    word, _, rest = args.strip().partition(" ")
    word = word.casefold()
    return ("end" if word in _END_WORDS else "leave" if word in _LEAVE_WORDS else None), rest.strip()


def ends_challenge(text: str) -> bool:
    """Whether a running challenge is to be ended."""
    return _ENDS.search(text) is not None


def accepts_challenge(text: str) -> bool:
    """Whether somebody says, in few words, that they take part."""
    return len(text) <= _FEW and _ACCEPTS.search(text) is not None


def asks_how_it_stands(text: str) -> bool:
    """Whether the words ask about a challenge that runs."""
    return _STANDS.search(text) is not None


def challenge_terms(text: str, *, implied: bool = True) -> ChallengeTerms | None:
    """The terms as far as said in folded text, or `None` if no challenge is proposed.

    `implied`: terms alone may propose one (not while a question about the person is open).
    """
    if _NOT_MAKING.search(text):
        return None
    stake = _STAKE.search(text)
    said = _without(text, stake)
    metric, target = _counted(said)
    if not CHALLENGE.search(text) and not (implied and _proposed(text, metric, target, staked=bool(stake))):
        return None
    activity = activity_in(said) or activity_in(text)
    return ChallengeTerms(
        kind=_kind(said, metric),
        metric=metric,
        activity=None if metric == "steps" else activity,
        days=_days(said),
        target=target,
        stake=next((group.strip() for group in stake.groups() if group), None) if stake else None,
        weekdays_only=bool(_WEEKDAYS.search(text)),
    )


def _without(text: str, stake: re.Match[str] | None) -> str:
    """What is counted, without what the loser does: `20 pull-ups a day, losers do 100 burpees`."""
    return f"{text[: stake.start()]} {text[stake.end() :]}" if stake else text


def _proposed(text: str, metric: Metric | None, target: float | None, *, staked: bool) -> bool:
    """Terms without the word: something counted, for how long or how often, for a stake or put to others."""
    often = bool(_DAILY.search(text) or _WEEKLY.search(text))
    days = _days(text) if _DURATION.search(text) or _MONTH.search(text) else None
    if metric is None or not (often or days):
        return False
    if staked or _TOGETHER.search(text):
        return True
    return often and (days or 0) >= _FEWEST_DAYS and target is not None and not _TOLD.search(text)


def _kind(text: str, metric: Metric | None) -> Kind | None:
    if _RACE.search(text) and not _DAILY.search(text):
        return "race"
    if _WEEKLY.search(text) and not (_DAILY.search(text) and not _SESSIONS.search(text)):
        return "times_per_week"
    if _DAILY.search(text) or metric == "active_days":
        return "daily_goal"
    return "total" if metric else None


def _counted(text: str) -> tuple[Metric | None, float | None]:
    if match := _STEPS.search(text):
        number, scale = next((n, s) for n, s in ((match[1], match[2]), (match[3], match[4]), (match[5], match[6])) if n)
        return "steps", float(number) * {"k": 1000, "千": 1000, "万": 10_000, "w": 10_000}.get(scale or "", 1)
    if match := _REPS.search(text):
        return "reps", float(match[1] or match[2])
    if match := _DISTANCE.search(text):
        return "distance_m", round(float(match[1]) * _metres(match[2]), 1)
    if match := _MINUTES.search(text):
        return "minutes", float(match[1]) * (60 if match[2][0] in "h小钟" else 1)
    if _WEEKLY.search(text) and (match := _SESSIONS.search(text)):
        return "sessions", float(match[1])
    if _DAYS_ACTIVE.search(text):
        return "active_days", None
    return _by_activity(text)


def _by_activity(text: str) -> tuple[Metric | None, float | None]:
    """What is usually counted for the activity, with a bare daily number (`push-up challenge: 50 a day`)."""
    bare = _BARE_DAILY.search(text)
    target = float(bare[1] or bare[2]) if bare else None
    if re.search(r"\bsteps?\b|步(?!行)", text):
        return "steps", target
    if re.search(r"(?:运动|锻炼|健身)(?:的)?时[间长]|\bmost (?:minutes|time|hours)\b", text):
        return "minutes", target
    activity = activity_in(text)
    if activity in _IN_REPS:
        return "reps", target
    return ("distance_m", None) if activity in _IN_DISTANCE else (None, None)


def activity_in(text: str) -> str | None:
    """The activity a challenge is about."""
    return next((name for name, pattern in ACTIVITY.items() if pattern.search(text)), None)


def _metres(unit: str) -> float:
    if unit.startswith(("mi", "英")):
        return 1609.344
    if unit == "里":
        return 500.0
    return 1.0 if unit in ("m", "米") or unit.startswith("met") else 1000.0


def _days(text: str) -> int | None:
    for match in _DURATION.finditer(text):
        unit = match[2]
        if unit.startswith(("d", "天", "日")):
            return int(match[1])
        return int(match[1]) * (30 if unit.startswith(("m", "月")) else 7)
    if _MONTH.search(text):
        return 30
    if named := _NAMED_MONTH.search(text):
        return _MONTH_DAYS[named[1]]
    if _WEEKEND.search(text):
        return 2
    return 7 if _PERIOD.search(text) else None
