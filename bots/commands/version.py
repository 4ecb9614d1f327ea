"""`jiayou version`."""

from __future__ import annotations

from argparse import Namespace
from importlib.metadata import PackageNotFoundError, version

from bots.console import Console
from core.settings import Settings


def run(settings: Settings, options: Namespace, words: Console) -> int:
    words.say("version", version=installed())
    return 0


def installed() -> str:
    """The installed version; `0` when run from a folder that was never installed."""
    try:
        return version("jiayou")
    except PackageNotFoundError:
        return "0"
