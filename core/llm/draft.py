"""An answer while it is being written: what of it may be shown."""

from __future__ import annotations

from core.errors import ModelAway
from core.llm import guard
from core.llm.breaker import Refused
from core.llm.prompts import Prompt, estimate
from core.llm.values import TalkRequest
from core.llm.wire import Piece

LONGEST = 8_000
"""Characters, thinking aloud included, after which a server that knows no end is not read any further."""


class Draft:
    """Collects the pieces. Raises `Refused` as soon as a finished sentence may not be shown."""

    def __init__(self, request: TalkRequest, prompt: Prompt) -> None:
        self.said = ""
        self._request = request
        self._prompt = prompt
        self._asked = "\n".join((request.text, *(turn.text for turn in request.turns)))
        self._shown = ""
        self._cut = False
        self._counted: int | None = None

    @property
    def tokens(self) -> int:
        """As counted by the server, else estimated."""
        return self._counted or self._prompt.tokens + estimate(self.said)

    def add(self, piece: Piece) -> None:
        self.said += piece.text
        self._cut = self._cut or piece.cut
        self._counted = piece.tokens or self._counted
        if len(self.said) > LONGEST:
            raise Refused("long", self.tokens)

    def so_far(self) -> str:
        """The finished sentences."""
        text = guard.complete(guard.tidy(self.said))
        if text != self._shown and any(char.isalpha() for char in text):
            self._shown = self.passed(text)
        return self._shown

    def whole(self) -> str:
        """All of it, when nothing more will come. Raises `ModelAway` if nothing came."""
        if not self.said.strip():
            raise ModelAway("empty")
        return self.passed(guard.tidy(self.said, cut=self._cut))

    def passed(self, text: str) -> str:
        """The text, if the guard lets it through."""
        verdict = guard.check(
            text,
            language=self._request.language,
            facts=self._request.facts,
            asked_text=self._asked,
            hidden=self._prompt.hidden,
        )
        if verdict != "ok":
            raise Refused(verdict, self.tokens)
        return text
