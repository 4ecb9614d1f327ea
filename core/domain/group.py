"""The document of a group chat: nothing private, only how to talk there and which challenges live in it."""

from __future__ import annotations

from core.domain.records import Frozen

MAX_KNOWN = 30
"""So many challenges of a chat are remembered: those that may still run, and the last ones that ended."""


class Group(Frozen):
    """`language_said`: chosen by somebody in the group, not guessed. `challenges`: ids, the newest last."""

    title: str = ""
    language: str = "en"
    language_said: bool = False
    challenges: tuple[str, ...] = ()

    def with_challenge(self, challenge_id: str) -> Group:
        """The group with this challenge as its newest."""
        kept = tuple(known for known in self.challenges if known != challenge_id)
        return self.model_copy(update={"challenges": (*kept, challenge_id)[-MAX_KNOWN:]})
