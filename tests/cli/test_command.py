"""The command as people call it: what it says when something is wrong, in one line and never a traceback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import BaseModel

from core.settings import Settings

ROOT = Path(__file__).parents[2]


def jiayou(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run it in an empty folder, with no settings but those given."""
    environ = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", **settings}
    return subprocess.run(
        [sys.executable, "-m", "bots", *arguments], cwd=folder, env=environ, capture_output=True, text=True, timeout=60
    )


@pytest.mark.parametrize(
    ("arguments", "settings", "code", "says"),
    [
        (["web"], {"JIAYOU_WEB__PORT": "eighty"}, 2, "JIAYOU_WEB__PORT"),
        (["up"], {"JIAYOU_LOG_LEVEL": "LOUD"}, 2, "JIAYOU_LOG_LEVEL"),
        (["up"], {"JIAYOU_WEB__HOST": "0.0.0.0"}, 2, "JIAYOU_WEB__SECRET"),
        (["up"], {"JIAYOU_DATA_DIR": "/dev/null/x"}, 1, "JIAYOU_DATA_DIR"),
    ],
)
def test_one_line_names_what_is_wrong(
    tmp_path: Path, arguments: list[str], settings: dict[str, str], code: int, says: str
) -> None:
    ended = jiayou(tmp_path, *arguments, **settings)
    assert ended.returncode == code
    [line] = ended.stderr.splitlines()
    assert says in line


def test_a_wrong_secret_is_not_repeated(tmp_path: Path) -> None:
    ended = jiayou(tmp_path, "version", JIAYOU_TELEGRAM="my-secret-token")
    assert ended.returncode != 0
    assert "my-secret-token" not in ended.stderr + ended.stdout


def test_version_and_help_in_both_languages(tmp_path: Path) -> None:
    assert jiayou(tmp_path, "version").stdout.startswith("jiayou ")
    english, chinese = jiayou(tmp_path, "--help"), jiayou(tmp_path, "--help", LANG="zh_CN.UTF-8", PYTHONUTF8="1")
    assert "doctor" in english.stdout
    assert "加油" in chinese.stdout
    assert jiayou(tmp_path, "up", "--help").returncode == 0


def names(model: type[BaseModel], prefix: str) -> list[str]:
    found = []
    for name, field in model.model_fields.items():
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            found += names(inner, f"{prefix}{name.upper()}__")
        else:
            found.append(f"{prefix}{name.upper()}")
    return found


def test_the_example_has_every_setting_and_no_other() -> None:
    listed = re.findall(r"^# (JIAYOU_\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert sorted(listed) == sorted(names(Settings, "JIAYOU_"))


def test_the_examples_are_the_defaults(tmp_path: Path) -> None:
    """Uncommenting a line that shows a default changes nothing."""
    text = (ROOT / ".env.example").read_text()
    shown = re.sub(r"^# (JIAYOU_\w+=.+)$", r"\1", text, flags=re.MULTILINE)
    shown = re.sub(r"^JIAYOU_(REDIS__URL|LLM__BASE_URL)=.*$", "", shown, flags=re.MULTILINE)
    (tmp_path / ".env").write_text(shown)
    assert Settings(_env_file=tmp_path / ".env") == Settings(_env_file=None)


def test_the_procfile_names_commands_that_exist() -> None:
    from bots.__main__ import COMMANDS

    called = re.findall(r"-m bots (\w+)", (ROOT / "Procfile").read_text())
    assert set(called) <= {command.name for command in COMMANDS}
    assert len(called) == 5
