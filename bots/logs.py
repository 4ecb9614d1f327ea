"""Logs: one line each, with ids and never a message's words."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

_QUIET = ("aiohttp.access", "apscheduler", "discord", "httpcore", "httpx", "httpx2", "openai", "telegram", "asyncio")
"""Libraries that log addresses (the Bot API's hold the token) or every tick."""

_FRAMES = 6


class OneLine(logging.Formatter):
    """Exceptions become `Type at file:line function < ...` on the same line. Their own words are left out, because a
    validation or parse error quotes what a person wrote; those of an `OSError` speak of the machine and are kept."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S%z")

    def format(self, record: logging.LogRecord) -> str:
        exception = record.exc_info[1] if record.exc_info else None
        plain = logging.makeLogRecord({**record.__dict__, "exc_info": None, "exc_text": None, "stack_info": None})
        line = super().format(plain)
        if exception is not None:
            line += " | " + describe(exception)
        return " ".join(line.split("\n"))


def describe(exception: BaseException) -> str:
    """Where and what, innermost frame first, without the exception's own words."""
    said = f" ({exception.strerror})" if isinstance(exception, OSError) and exception.strerror else ""
    return f"{type(exception).__name__}{said} at {_frames(exception.__traceback__)}"


def _frames(traceback: TracebackType | None) -> str:
    frames: list[str] = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        frames.append(f"{Path(code.co_filename).name}:{traceback.tb_lineno} {code.co_name}")
        traceback = traceback.tb_next
    return " < ".join(reversed(frames[-_FRAMES:]))


def set_up(level: str) -> None:
    """Log to stderr at `level` (a `logging` level's name)."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(OneLine())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
