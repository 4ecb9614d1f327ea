"""A part ends when the `jiayou up` that started it is gone, however that died.

Both ends of one pipe: the supervisor keeps the writing end and never writes; a part reads, and sees the end of the pipe
when the supervisor's last copy is closed by the kernel. Works after kill -9 and on every Unix.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Mapping

FD_VARIABLE = "JIAYOU_TETHER_FD"
READY = "ready"
"""The line on stdout by which a supervised part says that it does its work."""

_GRACE_S = 3.0


def hold(environ: Mapping[str, str] = os.environ) -> bool:
    """Watch the pipe named by the environment, if any; whether this process is supervised."""
    fd = environ.get(FD_VARIABLE)
    if fd is None:
        return False
    threading.Thread(target=_watch, args=(int(fd),), name="tether", daemon=True).start()
    return True


def announce() -> None:
    """Tell the supervisor that this part is ready; without one, nothing."""
    if FD_VARIABLE in os.environ:
        sys.stdout.write(READY + "\n")
        sys.stdout.flush()


def _watch(fd: int) -> None:
    os.read(fd, 1)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE_S)
    os._exit(1)
