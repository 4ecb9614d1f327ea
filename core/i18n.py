"""Locale bundles: the words for people, in Fluent files under `locales/<bcp47>/*.ftl`.

`FluentBundle.format_pattern` is used directly, because `FluentLocalization` swallows errors; a message that cannot be
formatted is logged by id and falls back to English, then to its id. Tests set `strict` and get the error.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

from babel import Locale, UnknownLocaleError
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

Language = Literal["en", "zh-Hans"]
LANGUAGES: tuple[Language, ...] = ("en", "zh-Hans")
DEFAULT: Language = "en"
LOCALES = Path(__file__).parent.parent / "locales"

Value = str | int | float
_KNOWN = 2000
"""Formatted messages kept: `5.2 km`, `3 sets` are said again and again."""
_SHORT = 8
"""Characters of a unit or a choice; what is longer is people's own words or another message, and seldom comes again."""
log = logging.getLogger(__name__)


class Words:
    """All messages of all languages, loaded once."""

    def __init__(self, folder: Path = LOCALES, *, strict: bool = False) -> None:
        self._strict = strict
        self._bundles: Mapping[str, FluentBundle] = {lang: _bundle(folder, lang) for lang in LANGUAGES}
        self._known: OrderedDict[tuple[object, ...], str] = OrderedDict()

    def __call__(self, language: str, message_id: str, **values: Value) -> str:
        """The message in the language. Dots name attributes: `challenge-card.title`. Numbers are formatted for it."""
        given = values.values()
        if any(isinstance(value, str) and len(value) > _SHORT for value in given):
            return self._worded(language, message_id, values)
        key = (language, message_id, *values, *given, *map(type, given))
        text = self._known.get(key)
        if text is None:
            text = self._known[key] = self._worded(language, message_id, values)
            if len(self._known) > _KNOWN:
                self._known.popitem(last=False)
        return text

    def _worded(self, language: str, message_id: str, values: Mapping[str, Value]) -> str:
        for lang in dict.fromkeys((language, DEFAULT)):
            text = self._format(lang, message_id, values)
            if text is not None:
                return text
        if self._strict:
            raise LookupError(f"no message {message_id!r}")
        log.error("message missing: %s", message_id)
        return message_id

    def has(self, language: str, message_id: str) -> bool:
        return bool(self._bundles[language].has_message(message_id))

    def ids(self, language: str) -> frozenset[str]:
        return frozenset(self._bundles[language]._messages)

    def _format(self, language: str, message_id: str, values: Mapping[str, Value]) -> str | None:
        bundle = self._bundles.get(language)
        name, _, attribute = message_id.partition(".")
        if bundle is None or not bundle.has_message(name):
            return None
        message = bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            return None
        text, errors = bundle.format_pattern(pattern, dict(values))
        if errors and self._strict:
            raise ValueError(f"{language} {message_id}: {errors}")
        if errors:
            log.error("message %s in %s: %s", message_id, language, "; ".join(type(e).__name__ for e in errors))
        return str(text)


def _bundle(folder: Path, language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    parser = FluentParser(with_spans=False)  # where a word stood in its file is of no use later, and takes memory
    for path in sorted((folder / language).glob("*.ftl")):
        bundle.add_resource(parser.parse(path.read_text(encoding="utf-8")))
    return bundle


@lru_cache(maxsize=256)
def negotiate(tags: str | None) -> Language | None:
    """The language to speak for a platform's hint (`zh-CN`, `zh_TW`, `en-US`), by script; `None` if not one of ours."""
    if not tags:
        return None
    try:
        locale = Locale.parse(tags.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    if locale.language == "zh":
        return "zh-Hans"
    return "en" if locale.language == "en" else None


def first_language(hints: Iterable[str | None]) -> Language:
    """The first hint that is one of our languages, else English."""
    return next((lang for hint in hints if (lang := negotiate(hint))), DEFAULT)
