"""What the operator reads on the terminal: Fluent messages of `cli.ftl`, in the language of the environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress

from fluent.runtime import FluentBundle, FluentResource

from core.i18n import LOCALES, Language, Value, first_language

EXIT_ERROR = 1
EXIT_SETTINGS = 2
"""A setting is wrong: starting again without changing it is of no use."""


class Refusal(Exception):
    """A command cannot do its work, for a reason the operator can mend. `message_id` is one of `cli.ftl`."""

    def __init__(self, message_id: str, *, code: int = EXIT_ERROR, **values: Value) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.code = code
        self.values = values


class Console:
    """Operator texts by id. Only `cli.ftl` is read, because commands shall start quickly."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(FluentResource((LOCALES / language / "cli.ftl").read_text(encoding="utf-8")))

    def text(self, message_id: str, /, **values: Value) -> str:
        """The message; a dot names an attribute (`doctor-store-old.do`). Unknown: `LookupError`."""
        found = self.find(message_id, values)
        if found is None:
            raise LookupError(message_id)
        return found

    def find(self, message_id: str, values: Mapping[str, Value]) -> str | None:
        """The message or attribute, or `None` if there is none of that id."""
        name, _, attribute = message_id.partition(".")
        if not self._bundle.has_message(name):
            return None
        message = self._bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            return None
        text, _errors = self._bundle.format_pattern(pattern, dict(values))
        return str(text)

    def say(self, message_id: str, /, **values: Value) -> None:
        self.print(self.text(message_id, **values))

    def refuse(self, refusal: Refusal) -> int:
        """Say on stderr what is wrong, in one line; the exit code."""
        with suppress(OSError):
            line = " ".join(self.text(refusal.message_id, **refusal.values).split())
            sys.stderr.write(f"jiayou: {line}\n")
        return refusal.code

    def print(self, line: str) -> None:
        """A line on stdout. A closed terminal must not keep the program from ending well."""
        with suppress(OSError, ValueError):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


def console(environ: Mapping[str, str] = os.environ) -> Console:
    """In the language of `LC_ALL`, `LC_MESSAGES` or `LANG`, else English."""
    hints = (environ.get(name, "").partition(".")[0] or None for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return Console(first_language(hints))
