"""Encryption at rest: AES-256-GCM under a data key per aggregate, which a master key wraps.

A sealed value is `version(1) nonce(12) ciphertext tag(16)`; its associated data are the owner and the name it is stored
under, so a value moved elsewhere does not open. Random nonces are safe for 2**32 values per key (NIST SP 800-38D, 8.3).
"""

from __future__ import annotations

import base64
import binascii
import fcntl
import hmac
import os
from collections import OrderedDict
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VERSION = b"\x01"
KEY_BYTES = 32
NONCE_BYTES = 12


class Unreadable(Exception):
    """A sealed value that does not open: another key, another owner or name, or damage."""


class WrongKey(Exception):
    """The master key is malformed or not the one this store was made with."""


class Box:
    """Seals and opens one owner's values."""

    __slots__ = ("_cipher", "_owner")

    def __init__(self, key: bytes, owner: str) -> None:
        self._cipher = AESGCM(key)
        self._owner = owner.encode() + b"\0"

    def seal(self, name: str, plain: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return VERSION + nonce + self._cipher.encrypt(nonce, plain, self._owner + name.encode())

    def open(self, name: str, sealed: bytes) -> bytes:
        """Raises `Unreadable`."""
        if sealed[:1] != VERSION or len(sealed) < 1 + NONCE_BYTES + 16:
            raise Unreadable(name)
        try:
            return self._cipher.decrypt(sealed[1:13], sealed[13:], self._owner + name.encode())
        except InvalidTag:
            raise Unreadable(name) from None


class Vault:
    """The master key's uses: wrapping data keys (opened ones are kept for the `cache` last used owners), the system's
    own box, and keyed digests of names that shall not stand in the store."""

    def __init__(self, master: bytes, cache: int = 20_000) -> None:
        if len(master) != KEY_BYTES:
            raise WrongKey(f"the master key has {len(master)} bytes instead of {KEY_BYTES}")
        self._wrapping = _derive(master, b"wrap")
        self._naming = _derive(master, b"names")
        self.system = Box(_derive(master, b"system"), "system")
        self._opened: OrderedDict[str, tuple[bytes, Box]] = OrderedDict()
        self._cache = cache

    def new_key(self, owner: str) -> tuple[bytes, Box]:
        """A fresh data key: wrapped, and as a box. It is not kept until it comes back from the store."""
        key = AESGCM.generate_key(bit_length=256)
        return Box(self._wrapping, owner).seal("data key", key), Box(key, owner)

    def box(self, owner: str, wrapped: bytes) -> Box:
        """The box of an owner whose wrapped key was read from the store. Raises `Unreadable`."""
        known = self._opened.get(owner)
        if known is not None and known[0] == wrapped:
            self._opened.move_to_end(owner)
            return known[1]
        box = Box(Box(self._wrapping, owner).open("data key", wrapped), owner)
        self._opened[owner] = (wrapped, box)
        if len(self._opened) > self._cache:
            self._opened.popitem(last=False)
        return box

    def known(self, owner: str) -> Box | None:
        found = self._opened.get(owner)
        return None if found is None else found[1]

    def forget(self, owner: str) -> None:
        self._opened.pop(owner, None)

    def digest(self, *parts: str) -> str:
        """A keyed digest (HMAC-SHA256, 128 bits, 22 characters) that stands for a name."""
        mac = hmac.digest(self._naming, "\0".join(parts).encode(), sha256)
        return base64.urlsafe_b64encode(mac[:16]).rstrip(b"=").decode()


def _derive(master: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"jiayou " + purpose).derive(master)


def master_key(given: str | None, data_dir: Path) -> bytes:
    """The master key: `given` (base64 of 32 bytes), else `<data_dir>/master.key`, made (mode 0600) when it is missing.

    Processes that start at the same time agree. Raises `WrongKey` for a malformed key."""
    return _decode(given) if given else _decode(_kept(data_dir))


def _kept(data_dir: Path) -> str:
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = data_dir / "master.key"
    lock = os.open(data_dir / ".master.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            _write_new(path, base64.b64encode(os.urandom(KEY_BYTES)) + b"\n")
        return path.read_text()
    finally:
        os.close(lock)


def _write_new(path: Path, content: bytes) -> None:
    """Appears whole or not at all, and is on the disk before anything is sealed with it."""
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def _decode(text: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        raise WrongKey("the master key is not base64") from None
    if len(key) != KEY_BYTES:
        raise WrongKey(f"the master key has {len(key)} bytes instead of {KEY_BYTES}")
    return key
