"""The small Markdown subset that replies are written in, parsed once for every platform.

`**bold**`, `*italic*`, `` `code` ``, `[label](https://...)` and line breaks; a backslash escapes. Anything that does
not close is plain text, so no input is an error. People's own words enter replies through `escape`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal["plain", "bold", "italic", "code", "link"]

_TOKEN = re.compile(
    r"\\(?P<escaped>[\\*_`\[\]()])"
    r"|\*\*(?P<bold>(?:\\.|[^*\\\n])+)\*\*"
    r"|\*(?P<italic>(?:\\.|[^*\\\n])+)\*"
    r"|`(?P<code>[^`\n]+)`"
    r"|\[(?P<label>(?:\\.|[^\[\]\\\n]){1,200})\]\((?P<url>https?://[^\s()]{1,1000})\)"
)
_SPECIAL = re.compile(r"([\\*`\[\]])")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style; `url` only for links."""

    text: str
    style: Style = "plain"
    url: str | None = None


def escape(words: str) -> str:
    """People's own words (names, notes), made safe inside a reply: shown as typed, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))


def parse(text: str) -> tuple[Span, ...]:
    """The spans of a reply, adjacent plain runs joined."""
    spans: list[Span] = []
    plain: list[str] = []

    def flush() -> None:
        if plain:
            spans.append(Span("".join(plain)))
            plain.clear()

    at = 0
    for match in _TOKEN.finditer(text):
        plain.append(text[at : match.start()])
        at = match.end()
        if escaped := match["escaped"]:
            plain.append(escaped)
            continue
        flush()
        spans.append(_styled(match))
    plain.append(text[at:])
    if spans and not plain[0] and len(plain) == 1:
        plain.clear()
    flush()
    return tuple(span for span in spans if span.text)


def _styled(match: re.Match[str]) -> Span:
    if match["bold"] is not None:
        return Span(_unescape(match["bold"]), "bold")
    if match["italic"] is not None:
        return Span(_unescape(match["italic"]), "italic")
    if match["code"] is not None:
        return Span(match["code"], "code")
    return Span(_unescape(match["label"]), "link", match["url"])


def _unescape(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def plain(text: str) -> str:
    """The reply without any marks."""
    return "".join(span.text for span in parse(text))
