"""`jiayou export-schema`: the JSON schema of the document that `/export` sends."""

from __future__ import annotations

import json
from argparse import Namespace

from bots.console import Console
from core.interchange.export import json_schema
from core.settings import Settings


def run(settings: Settings, options: Namespace, words: Console) -> int:
    words.print(json.dumps(json_schema(), indent=2, ensure_ascii=False))
    return 0
