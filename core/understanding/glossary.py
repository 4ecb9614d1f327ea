"""Words of training that people ask about: `what is RPE?`, `RPE是什么`. The answers are the messages `term-<id>`."""

# Patterns are data: one alternative a line where it fits.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Mapping

TERMS: Mapping[str, str] = {
    "rpe": r"rpe|(?:rate of )?perceived exertion|自觉(?:用力|疲劳)?(?:强度|程度)|主观(?:疲劳|用力|强度)(?:度|程度)?",
    "rir": r"rir|reps in reserve|(?:余力|保留|储备)次数",
    "1rm": r"(?:1|one)[ -]?rm|(?:1|one)[ -]rep(?:etition)?[ -]max(?:imum)?|单次最大重量|[1一]次最大重量",
    "bmr": r"bmr|basal metabolic rate|基础代谢率?",
    "tdee": r"tdee|total daily energy expenditure|每[日天]总(?:能量)?消耗",
    "hrr": r"hrr|heart[ -]rate reserve|储备心率|心率储备",
    "doms": r"doms|delayed[ -]onset muscle soreness|延迟性?(?:肌肉)?酸痛",
    "vo2max": r"v[o0][2₂][ -]?max|maximal oxygen uptake|最大摄氧量",
    "superset": r"super[ -]?sets?|超级组",
    "deload": r"deload(?:ing)?(?: week)?|减载周?|减量周|减负荷",
    "zone2": r"(?:heart[ -]rate )?zone[ -]?(?:2|two)(?: (?:training|cardio|running))?|(?:心率)?第?[2二]区间?(?:训练|有氧|跑)?",
    "met": r"mets?|metabolic equivalents?|代谢当量",
}
_POLITE = r"(?:(?:hi|hey|hello|so|ok|and|please|sorry|btw|请问|那么?|教练|你好)[ ,，]*)*"
_FORMS = (
    r"(?:(?:can you )?(?:tell me|explain) what|what(?:['’]?s| is| are| does| do)?|define|explain|(?:what(?:['’]?s| is) the )?meaning of)"
    r"(?: an?| the)? (?P<term>.+?)(?: (?:means?|stands? for|is|are|exactly|again|please))*",
    r"(?:什么(?:是|叫做?)|啥(?:是|叫)|解释(?:一下|下)?) ?(?P<term>.+?)",
    r"(?P<term>.+?) ?(?:meaning|definition|(?:到底)?(?:是|指的?是?|代表|的?意思是|叫)?(?:什么|啥)(?:意思|东西)?)",
)
_ASKED = [re.compile(rf"{_POLITE}{form}[ ?？!！.。呢啊呀]*", re.IGNORECASE) for form in _FORMS]
_NAMED = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in TERMS.items()}
_LONGEST = 80


def term_asked(text: str) -> str | None:
    """The id of the word that the whole message asks the meaning of."""
    if len(text) > _LONGEST:
        return None
    said = " ".join(text.split())
    terms = [match["term"] for form in _ASKED if (match := form.fullmatch(said))]
    return next((name for term in terms for name, known in _NAMED.items() if known.fullmatch(term)), None)
