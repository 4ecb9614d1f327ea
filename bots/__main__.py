"""The `jiayou` command: parses the line, loads the settings, hands over to the command's module."""

from __future__ import annotations

import argparse
import importlib
import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_settings import SettingsError

from bots import logs
from bots.console import EXIT_ERROR, EXIT_SETTINGS, Console, Refusal, console
from core.errors import StoreAway
from core.settings import Settings

log = logging.getLogger("jiayou")

Options = argparse.Namespace
Run = Callable[[Settings, Options, Console], int]


@dataclass(frozen=True, slots=True)
class Flag:
    """An option of a command; `cli-flag-<name>` of `cli.ftl` explains it. A flag without a type is a switch."""

    name: str
    type: type[int] | type[str] | None = None
    default: int | str | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """Explained by `cli-<name>` of `cli.ftl`; its module is imported only when called, so that starting is quick."""

    name: str
    module: str
    flags: tuple[Flag, ...] = ()


_ALONE = Flag("alone")

COMMANDS = (
    Command("up", "bots.commands.up"),
    Command("web", "bots.commands.parts", (_ALONE,)),
    Command("telegram", "bots.commands.parts", (_ALONE,)),
    Command("discord", "bots.commands.parts", (_ALONE,)),
    Command("jobs", "bots.commands.parts", (_ALONE,)),
    Command("llm", "bots.commands.llm", (Flag("port", int, 8081),)),
    Command("doctor", "bots.commands.doctor", (Flag("json"),)),
    Command("understand", "bots.commands.understand"),
    Command("export-schema", "bots.commands.export_schema"),
    Command("version", "bots.commands.version"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code: 0 well, 1 failed, 2 a wrong line or setting, 130 interrupted."""
    words = console()
    options = _parser(words).parse_args(arguments)
    try:
        settings = load_settings()
        logs.set_up(settings.log_level)
        run: Run = importlib.import_module(options.module).run
        return run(settings, options, words)
    except Refusal as refusal:
        return words.refuse(refusal)
    except StoreAway:
        return words.refuse(Refusal("error-store-away"))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return EXIT_ERROR
    except Exception:
        log.critical("stopped by an unforeseen error", exc_info=True)
        return EXIT_ERROR


def load_settings() -> Settings:
    """The settings, or a `Refusal` naming the wrong one (never its value: it may be a secret)."""
    try:
        settings = Settings()
    except ValidationError as error:
        first = error.errors(include_input=False, include_context=False, include_url=False)[0]
        name = "JIAYOU_" + "__".join(str(part) for part in first["loc"]).upper()
        raise Refusal("error-setting", code=EXIT_SETTINGS, name=name, why=first["msg"]) from None
    except SettingsError:
        raise Refusal("error-settings", code=EXIT_SETTINGS) from None
    if settings.log_level not in logging.getLevelNamesMapping():
        raise Refusal("error-log-level", code=EXIT_SETTINGS)
    return settings


def _parser(words: Console) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jiayou", description=words.text("cli"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        text = words.text(f"cli-{command.name}")
        sub = commands.add_parser(command.name, help=text, description=text)
        sub.set_defaults(module=command.module)
        for flag in command.flags:
            _add(sub, flag, words.text(f"cli-flag-{flag.name}"))
    return parser


def _add(parser: argparse.ArgumentParser, flag: Flag, text: str) -> None:
    if flag.type is None:
        parser.add_argument(f"--{flag.name}", action="store_true", help=text)
    else:
        parser.add_argument(f"--{flag.name}", type=flag.type, default=flag.default, metavar="N", help=text)


if __name__ == "__main__":
    sys.exit(main())
