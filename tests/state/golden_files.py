"""Golden files: one of every version of every document ever written, which all must load for ever.

`<name>.<version>.json` in a folder. A registry fails the check if the newest version of a kind has none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from core.state.documents import Registry


def load_all(registry: Registry, folder: Path) -> Iterator[tuple[str, int, BaseModel]]:
    """Name, version and document of every golden file. Raises what `Registry.load` raises."""
    for path in sorted(folder.glob("*.json")):
        name, version, _ = path.name.rsplit(".", 2)
        yield name, int(version), registry.load(name, path.read_bytes().strip())


def missing(registry: Registry, folder: Path) -> list[str]:
    """Versions without a golden file, as `name.version`."""
    wanted = [f"{name}.{version}" for name in registry for version in range(1, registry.kind(name).version + 1)]
    return [name for name in wanted if not (folder / f"{name}.json").exists()]
