"""The command menu: slash commands, published when they differ from what Discord has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bots.discord.render import short
from bots.discord.rest import Call, Rest
from bots.sending import MenuItem

DESCRIPTION = 100
_LOCALES = {"zh-Hans": "zh-CN"}
"""Our languages as Discord names them; English is the description itself."""
_GUILD_INSTALL = 0
_CONTEXTS = [0, 1]
"""Servers, and the DM with the bot."""
_COMPARED = ("name", "type", "description", "description_localizations", "options", "contexts", "integration_types")
_COMPARED_OPTION = ("name", "type", "description", "description_localizations", "required")


def commands(items: Sequence[MenuItem]) -> tuple[dict[str, Any], ...]:
    """The application commands of the menu. A command keeps its English name in every language."""
    return tuple(_command(item) for item in items)


def private(items: Sequence[MenuItem]) -> frozenset[str]:
    """Commands whose answers in a server are for the one who asked."""
    return frozenset(item.name for item in items if not item.in_groups)


def _command(item: MenuItem) -> dict[str, Any]:
    words = _words(item)
    option = {"type": 3, "name": "text", "required": False, **words}
    return {
        "name": item.name,
        "type": 1,
        **words,
        "options": [option] if item.takes_text else [],
        "contexts": _CONTEXTS,
        "integration_types": [_GUILD_INSTALL],
    }


def _words(item: MenuItem) -> dict[str, Any]:
    others = {_LOCALES[tag]: short(text, DESCRIPTION) for tag, text in item.descriptions.items() if tag in _LOCALES}
    return {"description": short(item.descriptions["en"], DESCRIPTION), "description_localizations": others or None}


async def publish(rest: Rest, application_id: str, items: Sequence[MenuItem]) -> bool:
    """Replace Discord's list if it differs; says whether it did. Raises `SendError`."""
    path = f"/applications/{application_id}/commands"
    wanted = commands(items)
    if _comparable(await rest.get(f"{path}?with_localizations=true")) == _comparable(wanted):
        return False
    await rest.call(Call("PUT", path, wanted))
    return True


def _comparable(listed: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What we set, without what Discord adds, in one order."""
    return sorted((_trimmed(command) for command in listed), key=lambda command: str(command["name"]))


def _trimmed(command: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: command.get(key) for key in _COMPARED}
    options = ({key: option.get(key) for key in _COMPARED_OPTION} for option in command.get("options") or ())
    kept["options"] = [{**option, "required": bool(option["required"])} for option in options]
    return kept
