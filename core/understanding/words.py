"""Text ready for matching: normalised, lower case, simplified script for the words that readers here look for."""

from __future__ import annotations

from collections.abc import Iterator

from core.understanding.text_norm import MAX_CHARS, normalise

_PAIRS = (
    "瀉泻癲癫癇痫宮宫癱瘫瘓痪島岛脫脱著着鬱郁蕁荨嚨咙釋释癥症穩稳齒齿顎颌頜颌瞳瞳遺遗虛虚獨独尷尬蕩荡槍枪憂忧擬拟濾滤"
    "囑嘱輻辐誕诞績绩饑饥饞馋肌肌棄弃竄窜牽牵擴扩懸悬鑒鉴暱昵週周鬆松濁浊攤摊賬账幣币贊赞週周嘔呕灑洒嚮向妳你"
)
_SIMPLE = str.maketrans({t: s for t, s in zip(_PAIRS[::2], _PAIRS[1::2], strict=True) if t != s})
_OVERLAP = 200
_LONGEST = 100_000
"""Characters looked at; nothing longer reaches a person's chat."""


def words(text: str) -> str:
    """The text as the readers match it, at most `MAX_CHARS` long."""
    return normalise(text).lower().translate(_SIMPLE)


def pieces(text: str) -> Iterator[str]:
    """All of a long text, in overlapping pieces of at most `MAX_CHARS`, so that nothing said late is missed."""
    step = MAX_CHARS - _OVERLAP
    for start in range(0, max(1, min(len(text), _LONGEST)), step):
        if piece := words(text[start : start + MAX_CHARS]):
            yield piece
