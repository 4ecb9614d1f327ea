"""Checks of the store: there, new enough, durable, quick, with the right key; and the clocks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping

from bots.doctor.finding import Finding, fail, ok, warn
from core.errors import StoreAway
from core.settings import Settings
from core.state.crypto import Vault, WrongKey, master_key
from core.state.documents import Registry
from core.state.embedded import Embedded, EmbeddedFailed, find_server
from core.state.link import Link, UnfitStore, check, make_client
from core.state.store import Store

SLOW_MS = 20.0
CLOCK_MS = 2_000
_NO_KEY = bytes(32)


async def store(settings: Settings) -> list[Finding]:
    url = settings.redis.url
    if not url:
        embedded = Embedded(settings.data_dir)
        if not await asyncio.to_thread(embedded.answers):
            return [_embedded()]
        url = embedded.url
    key = _key(settings)
    try:
        link = Link(make_client(url, 2), Vault(key or _NO_KEY))
    except ValueError:
        return [fail("doctor-store-address")]
    try:
        return await _look(link, with_key=key is not None)
    except StoreAway:
        return [fail("doctor-store-away")]
    except UnfitStore as error:
        return [fail("doctor-store-unfit", why=str(error))]
    except WrongKey:
        return [fail("doctor-store-key")]
    finally:
        await link.close()


def _embedded() -> Finding:
    try:
        return ok("doctor-store-embedded", path=str(find_server()))
    except EmbeddedFailed:
        return fail("doctor-store-none")


def _key(settings: Settings) -> bytes | None:
    """The master key if there is one; the doctor makes none."""
    given = settings.master_key.get_secret_value() if settings.master_key else None
    if given is None and not (settings.data_dir / "master.key").is_file():
        return None
    try:
        return master_key(given, settings.data_dir)
    except (WrongKey, OSError):
        return None


async def _look(link: Link, *, with_key: bool) -> list[Finding]:
    if with_key:
        await check(link)
    found = await Store(link, Registry({})).health()
    return [_running(found), *_durable(found), await _clock(link)]


def _running(health: Mapping[str, str | int | float | bool]) -> Finding:
    what = f"{health['server']} {health['version']}"
    ms = float(health["ping_ms"])
    if ms > SLOW_MS:
        return warn("doctor-store-slow", ms=f"{ms:.0f}")
    return ok("doctor-store", version=what, ms=f"{ms:.1f}")


def _durable(health: Mapping[str, str | int | float | bool]) -> list[Finding]:
    found = []
    if not health["append_only"]:
        found.append(fail("doctor-store-no-aof"))
    if not health["write_ok"]:
        found.append(fail("doctor-store-disk"))
    if health["policy"] != "noeviction":
        found.append(fail("doctor-store-evicts", policy=str(health["policy"])))
    return found


async def _clock(link: Link) -> Finding:
    """The store's clock against ours, halfway through the question."""
    before = time.time()
    seconds, micros = await link.do("TIME", again=True)
    ours = (before + time.time()) / 2
    apart_ms = abs(int(seconds) + int(micros) / 1e6 - ours) * 1000
    finding = warn if apart_ms > CLOCK_MS else ok
    return finding("doctor-clock-off" if apart_ms > CLOCK_MS else "doctor-clock", ms=f"{apart_ms:.0f}")
