"""The words for people, over all files of both languages: nothing missing, nothing twice, every message formats."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from core.i18n import LANGUAGES, LOCALES, Value, Words

ROOT = LOCALES.parent
PARSER = FluentParser()
SPOKEN = frozenset({"say", "notify", "word", "button", "words", "_word", "CoachError", "row"})
"""Calls whose literal first (or, after a language, second) argument is a message id."""
ID = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9_]+)+|intro|help|thanks|noted|undone|unwell")


class Uses(Visitor):
    """Variables and other messages that a message uses, and the keys of its choices."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()
        self.selected: list[tuple[str, tuple[str, ...]]] = []
        self.texts: list[ftl.TextElement] = []

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:
        self.messages.add(node.id.name)

    def visit_TextElement(self, node: ftl.TextElement) -> None:
        self.texts.append(node)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:
        if isinstance(node.selector, ftl.VariableReference):
            keys = tuple(v.key.name if isinstance(v.key, ftl.Identifier) else v.key.value for v in node.variants)
            self.selected.append((node.selector.id.name, keys))
        self.generic_visit(node)


def messages(language: str) -> Iterator[tuple[str, ftl.Message]]:
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in PARSER.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message):
                yield path.name, entry


def uses(message: ftl.Message) -> Uses:
    found = Uses()
    found.visit(message)
    return found


BY_ID: dict[str, dict[str, ftl.Message]] = {
    language: {message.id.name: message for _, message in messages(language)} for language in LANGUAGES
}


def variables(language: str, name: str) -> set[str]:
    """Those of a message, and of the messages within it."""
    found = uses(BY_ID[language][name])
    return found.variables.union(*(variables(language, other) for other in found.messages))


def literals() -> Iterator[tuple[str, str]]:
    """(file, message id) for every literal id in a call that says something."""
    for path in sorted([*(ROOT / "core").rglob("*.py"), *(ROOT / "bots").rglob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in SPOKEN:
                yield from ((path.name, found) for argument in node.args[:2] for found in _strings(argument))


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _strings(node: ast.expr) -> Iterator[str]:
    """The literal itself, or both ends of a choice."""
    if isinstance(node, ast.IfExp):
        yield from _strings(node.body)
        yield from _strings(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and ID.fullmatch(node.value):
        yield node.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_is_understood_whole(language: str) -> None:
    for path in (LOCALES / language).glob("*.ftl"):
        junk = [e for e in PARSER.parse(path.read_text(encoding="utf-8")).body if isinstance(e, ftl.Junk)]
        assert not junk, f"{path}: {junk[0].content}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_id_stands_twice(language: str) -> None:
    assert not {name: n for name, n in Counter(m.id.name for _, m in messages(language)).items() if n > 1}


@pytest.mark.parametrize(("one", "other"), list(pairwise(LANGUAGES)))
def test_languages_say_the_same_things_in_the_same_files(one: str, other: str) -> None:
    assert {(path, m.id.name) for path, m in messages(one)} == {(path, m.id.name) for path, m in messages(other)}


def test_languages_use_the_same_variables() -> None:
    shared = sorted(set(BY_ID["en"]) & set(BY_ID["zh-Hans"]))
    assert not [name for name in shared if variables("en", name) != variables("zh-Hans", name)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_formats(language: str) -> None:
    words = Words(strict=True)
    for name, message in BY_ID[language].items():
        values: dict[str, Value] = dict.fromkeys(variables(language, name), 3)
        if message.value is not None:
            words(language, name, **values)
        for attribute in message.attributes:
            assert words(language, f"{name}.{attribute.id.name}", **values).strip()
        for variable, keys in uses(message).selected:
            for key in keys:
                words(language, name, **(values | {variable: _value(key)}))


def _value(key: str) -> Value:
    """What chooses the variant: a number for plurals."""
    plural = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 5}
    return int(key) if key.isdecimal() else plural.get(key, key)


def test_every_id_that_python_names_is_there() -> None:
    named = set(literals())
    assert not {(path, name) for path, name in named if name not in BY_ID["en"]}
    assert len(named) > 100


_QUOTED = re.compile(r"[\"'`>{]([a-z][\w-]*)[\"'`<}]")
_BUILT = tuple(map(re.compile, (r'f"([^"\n]*\{[^"\n]*)"', r"f'([^'\n]*\{[^'\n]*)'", r"`([^`\n]*\$\{[^`\n]*)`")))
_HOLE = re.compile(r"\$?\{(?:[^{}]|\{[^{}]*\})*\}")
_JOINED = re.compile(r"\"([a-z][a-z-]*-)\" \+")
_NAMED_BY_KIND = ("activity", "exercise")


def _said() -> Iterator[re.Pattern[str]]:
    """How ids are named: in quotes, built from a known beginning or end, or within another message."""
    for folder in ("core", "bots", "jobs"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in (".py", ".js", ".html"):
                yield from _patterns(path.read_text(encoding="utf-8"))
    for every in BY_ID.values():
        yield from (re.compile(re.escape(name)) for message in every.values() for name in uses(message).messages)


def _patterns(source: str) -> Iterator[re.Pattern[str]]:
    yield from (re.compile(re.escape(name)) for name in set(_QUOTED.findall(source)))
    yield from (re.compile(re.escape(start) + r"[\w-]+") for start in _JOINED.findall(source))
    for built in (found for kind in _BUILT for found in kind.findall(source)):
        parts = [re.escape(part) for part in _HOLE.split(built)]
        if re.match(r"[a-z]+\\?-", parts[0]) or re.match(r"\\?-[a-z]+\Z", parts[-1]):
            yield re.compile(r"[\w-]+".join(parts))
    yield from (re.compile(f"{kind}-\\w+") for kind in _NAMED_BY_KIND)


def test_every_message_is_said_somewhere() -> None:
    patterns = {pattern.pattern for pattern in _said()}
    said = re.compile("|".join(sorted(patterns)))
    unsaid = [name for name in BY_ID["en"] if said.fullmatch(name) is None]
    assert not unsaid, unsaid


def test_no_words_for_people_hide_in_a_message_of_the_other_language() -> None:
    for name, message in BY_ID["en"].items():
        text = "".join(e.value for e in _texts(message))
        if re.search(r"[\u4e00-\u9fff]", text):
            assert re.search(r"加油|中文|[“（(]", text), name


def _texts(message: ftl.Message) -> Iterator[ftl.TextElement]:
    found = Uses()
    found.visit(message)
    return iter(found.texts)
