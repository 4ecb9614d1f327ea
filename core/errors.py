"""The errors of the core, in one tree.

CoachError          something a person can be told about, by the id of a localised message
 └ NotAllowed       the person may not do this
Conflict            somebody else committed first: load again and run the (pure) change again
StoreAway           the store did not answer: nothing was acknowledged, the event will be delivered again
ModelAway           the language model did not answer in time or not sensibly
"""

from __future__ import annotations


class CoachError(Exception):
    """An expected refusal. `message_id` names a Fluent message; `args` are its variables."""

    def __init__(self, message_id: str, **values: str | int | float) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.values = values


class NotAllowed(CoachError):
    """The person may not do this here."""


class Conflict(Exception):
    """The aggregate changed since it was loaded."""


class StoreAway(Exception):
    """The store could not be reached; nothing was written or it is unknown whether it was."""


class ModelAway(Exception):
    """The model is unreachable, too slow, over budget, or its answer was not usable."""
