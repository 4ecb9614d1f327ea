"""How the parts are started: without the libraries' docstrings, which are 6 MiB of each process."""

from __future__ import annotations

import sys

LEAN = () if sys.dont_write_bytecode else ("-OO",)
"""Options of the interpreter. Where it may not keep what it compiles, each start would compile everything again."""
