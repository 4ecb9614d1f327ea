"""One `jiayou up` per data folder."""

from __future__ import annotations

import fcntl
import json
import os
from pathlib import Path

from bots.console import Refusal

_FILE = "up.lock"


class UpLock:
    """An advisory lock, freed by the kernel however the holder ends; the file says who holds it.

    `after_crash`: the last holder did not take its leave, so its parts may still be ending."""

    def __init__(self, folder: Path, url: str) -> None:
        """Take the lock, or raise a `Refusal` naming the holder."""
        self._path = folder / _FILE
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError:
            raise Refusal("error-folder", path=str(folder)) from None
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pid, url = self._holder()
            os.close(self._file)
            raise Refusal("error-running", path=str(folder), pid=pid, url=url) from None
        self.after_crash = os.fstat(self._file).st_size > 0
        self._write(json.dumps({"pid": str(os.getpid()), "url": url}))

    def release(self) -> None:
        self._write("")
        os.close(self._file)

    def _write(self, text: str) -> None:
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, text.encode(), 0)

    def _holder(self) -> tuple[str, str]:
        try:
            holder = json.loads(os.pread(self._file, 4096, 0))
            return str(holder["pid"]), str(holder["url"])
        except (ValueError, KeyError, TypeError):
            return "?", "?"
