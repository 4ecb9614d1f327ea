"""The command menu: one list per language and kind of chat."""

from __future__ import annotations

from collections.abc import Iterable

from bots.sending import MenuItem
from bots.telegram.request import Call

DESCRIPTION = 256
_LANGUAGES = {"": "en", "zh": "zh-Hans"}
"""Telegram's language code ("" for everybody else) and ours."""


def menu_calls(menu: Iterable[MenuItem]) -> tuple[Call, ...]:
    """The calls that publish the menu."""
    items = tuple(menu)
    in_groups = tuple(item for item in items if item.in_groups)
    scopes = {"all_private_chats": items, "all_group_chats": in_groups}
    return tuple(
        Call(
            "setMyCommands",
            {
                "commands": [_command(item, language) for item in shown],
                "scope": {"type": scope},
                "language_code": code,
            },
        )
        for scope, shown in scopes.items()
        for code, language in _LANGUAGES.items()
    )


def _command(item: MenuItem, language: str) -> dict[str, str]:
    return {"command": item.name, "description": item.descriptions[language][:DESCRIPTION]}
