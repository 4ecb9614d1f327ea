"""`jiayou doctor`: every check, in order; what is wrong and what to do about it."""

from __future__ import annotations

import asyncio
import json
import logging
from argparse import Namespace
from collections.abc import Awaitable, Callable, Iterable

from bots.console import EXIT_ERROR, Console
from bots.doctor import machine
from bots.doctor.finding import Finding
from bots.doctor.model import model
from bots.doctor.platforms import discord, telegram
from bots.doctor.store import store
from core.settings import Settings

Check = Callable[[Settings], list[Finding]]
Remote = Callable[[Settings], Awaitable[list[Finding]]]

LOCAL: tuple[Check, ...] = (
    machine.python,
    machine.folder,
    machine.master_key,
    machine.zones,
    machine.locales,
    machine.web,
)
REMOTE: tuple[Remote, ...] = (store, model, telegram, discord)


def run(settings: Settings, options: Namespace, words: Console) -> int:
    logging.disable(logging.WARNING)
    findings = asyncio.run(examine(settings))
    if options.json:
        words.print(json.dumps([as_json(finding, words) for finding in findings], ensure_ascii=False, indent=2))
    else:
        tell(findings, words)
    return EXIT_ERROR if any(finding.level == "fail" for finding in findings) else 0


async def examine(settings: Settings) -> list[Finding]:
    """All findings; what has to be asked elsewhere is asked at the same time."""
    asked = [asyncio.ensure_future(check(settings)) for check in REMOTE]
    here = [finding for check in LOCAL for finding in check(settings)]
    return here + [finding for found in await asyncio.gather(*asked) for finding in found]


def tell(findings: Iterable[Finding], words: Console) -> None:
    failed = 0
    for finding in findings:
        failed += finding.level == "fail"
        words.print(f"{words.text(f'doctor-level-{finding.level}'):<6}{words.text(finding.id, **finding.values)}")
        if advice := words.find(f"{finding.id}.do", finding.values):
            words.print(f"      -> {advice}")
    words.say("doctor-failed", count=failed) if failed else words.say("doctor-fine")


def as_json(finding: Finding, words: Console) -> dict[str, object]:
    return {
        "level": finding.level,
        "check": finding.id.removeprefix("doctor-"),
        "text": words.text(finding.id, **finding.values),
        "do": words.find(f"{finding.id}.do", finding.values),
        "values": dict(finding.values),
    }
