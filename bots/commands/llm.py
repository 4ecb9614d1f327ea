"""`jiayou llm`: the embedded model as its own process."""

from __future__ import annotations

import os
import runpy
import sys
import threading
import time
from argparse import Namespace
from urllib.error import URLError
from urllib.request import urlopen

from bots import tether
from bots.console import EXIT_SETTINGS, Console, Refusal
from bots.doctor.model import embedded_installed
from core.settings import Settings

_NICE = 5
_LOOK_S = 0.2
_GIVE_UP_S = 300.0


def run(settings: Settings, options: Namespace, words: Console) -> int:
    """Serve until killed. The server is a program of its own, so that a crash of its library is its own too."""
    if not embedded_installed():
        raise Refusal("error-model-missing", code=EXIT_SETTINGS)
    if tether.hold():
        threading.Thread(target=_announce_when_healthy, args=(options.port,), daemon=True).start()
    os.nice(_NICE)
    sys.argv = ["core.llm.serve", "--port", str(options.port)]
    runpy.run_module("core.llm.serve", run_name="__main__", alter_sys=True)
    return 0


def _announce_when_healthy(port: int) -> None:
    until = time.monotonic() + _GIVE_UP_S
    while time.monotonic() < until:
        try:
            with urlopen(f"http://127.0.0.1:{port}/health", timeout=2) as answer:
                if answer.status == 200:
                    tether.announce()
                    return
        except (URLError, OSError):
            pass
        time.sleep(_LOOK_S)
