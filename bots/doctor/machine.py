"""Checks of the machine and the installation: Python, folder, disk, master key, time zones, words, the web address."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import os
import platform
import shutil
import socket
import stat
import sys
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from bots.doctor.finding import Finding, fail, ok, warn
from core.i18n import LANGUAGES, LOCALES, Words
from core.settings import Settings, Web

_MIN_PYTHON = (3, 11)
_LOW_DISK = 1 << 30
_NO_DISK = 100 << 20
_KEY_BYTES = 32
_KEY_FILE = "master.key"


def python(settings: Settings) -> list[Finding]:
    version = platform.python_version()
    if sys.version_info < _MIN_PYTHON:
        return [fail("doctor-python-old", version=version)]
    return [ok("doctor-python", version=version)]


def folder(settings: Settings) -> list[Finding]:
    """The data folder can be written to (or be made), and its disk has room."""
    path = settings.data_dir.absolute()
    there = _nearest(path)
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        return [fail("doctor-folder-closed", path=str(path))]
    free = shutil.disk_usage(there).free
    megabytes = free >> 20
    if free < _NO_DISK:
        return [fail("doctor-disk-full", path=str(path), megabytes=megabytes)]
    if free < _LOW_DISK:
        return [warn("doctor-disk-low", path=str(path), megabytes=megabytes)]
    return [ok("doctor-folder", path=str(path), megabytes=megabytes)]


def _nearest(path: Path) -> Path:
    """The folder itself, or the closest parent that exists."""
    return path if path.exists() else next(parent for parent in path.parents if parent.exists())


def master_key(settings: Settings) -> list[Finding]:
    if settings.master_key:
        right = _is_key(settings.master_key.get_secret_value().encode())
        return [ok("doctor-key-set") if right else fail("doctor-key-wrong", where="JIAYOU_MASTER_KEY")]
    path = settings.data_dir / _KEY_FILE
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return [ok("doctor-key-none")]
    except OSError:
        return [fail("doctor-key-unreadable", path=str(path))]
    if not _is_key(content.strip()):
        return [fail("doctor-key-wrong", where=str(path))]
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        return [warn("doctor-key-open", path=str(path))]
    return [ok("doctor-key-file", path=str(path))]


def _is_key(text: bytes) -> bool:
    try:
        return len(base64.b64decode(text, validate=True)) == _KEY_BYTES
    except binascii.Error:
        return False


def zones(settings: Settings) -> list[Finding]:
    """The time zone database has the zones people live in."""
    names = available_timezones()
    if "Asia/Shanghai" not in names or ZoneInfo("Asia/Shanghai").key != "Asia/Shanghai":
        return [fail("doctor-zones-none")]
    return [ok("doctor-zones", count=len(names))]


def locales(settings: Settings, where: Path = LOCALES) -> list[Finding]:
    """All languages have the same messages."""
    words = Words(where)
    everything = frozenset[str]().union(*(words.ids(language) for language in LANGUAGES))
    missing = sorted(f"{language}:{name}" for language in LANGUAGES for name in everything - words.ids(language))
    if not everything:
        return [fail("doctor-locales-none", path=str(where))]
    if missing:
        return [fail("doctor-locales-missing", count=len(missing), first=missing[0])]
    return [ok("doctor-locales", count=len(everything))]


def web(settings: Settings) -> list[Finding]:
    """The port is free or ours; beyond loopback there is a secret."""
    found: list[Finding] = []
    if not is_loopback(settings.web.host) and not settings.web.secret:
        found.append(fail("doctor-web-open", host=settings.web.host))
    if port_problem(settings.web):
        found.append(warn("doctor-web-busy", host=settings.web.host, port=str(settings.web.port)))
    return found or [ok("doctor-web", host=settings.web.host, port=str(settings.web.port))]


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def port_problem(web: Web) -> OSError | None:
    """Why the web's address cannot be listened on, or `None`."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(web.host, web.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        return error
    return None
