"""What the operator is told, in whose language; logs that hold no words."""

from __future__ import annotations

import io
import logging
from pathlib import Path

import pytest

from bots import logs
from bots.__main__ import COMMANDS
from bots.console import Console, Refusal, console
from bots.lock import UpLock


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-Hans"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "POSIX", "LC_ALL": ""}, "en"),
    ],
)
def test_language_of_the_environment(environ: dict[str, str], language: str) -> None:
    assert console(environ).language == language


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_every_command_and_flag_is_explained(language: str) -> None:
    words = Console(language)  # type: ignore[arg-type]
    for command in COMMANDS:
        assert words.text(f"cli-{command.name}")
        for flag in command.flags:
            assert words.text(f"cli-flag-{flag.name}")


def test_a_refusal_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    code = Console("en").refuse(Refusal("error-setting", code=2, name="JIAYOU_X", why="one\ntwo"))
    assert code == 2
    assert capsys.readouterr().err.splitlines() == ["jiayou: the setting JIAYOU_X is wrong: one two"]


def test_a_log_line_keeps_ids_and_drops_an_exceptions_words() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.OneLine())
    log = logging.Logger("test")
    log.addHandler(handler)
    try:
        raise ValueError("my weight is 93 kg")
    except ValueError:
        log.exception("event %s failed", "web:1\nfake")
    [line] = stream.getvalue().splitlines()
    assert "event web:1 fake failed" in line
    assert "ValueError at test_console.py:" in line
    assert "93" not in line.partition("failed")[2].partition("at")[0]
    assert "weight" not in line


def test_an_oserrors_reason_is_kept() -> None:
    assert "Address already in use" in logs.describe(OSError(98, "Address already in use"))


def test_a_second_up_learns_who_runs(tmp_path: Path) -> None:
    lock = UpLock(tmp_path, "http://127.0.0.1:8080")
    assert not lock.after_crash
    with pytest.raises(Refusal) as refused:
        UpLock(tmp_path, "http://other")
    assert refused.value.message_id == "error-running"
    assert refused.value.values["url"] == "http://127.0.0.1:8080"
    lock.release()
    again = UpLock(tmp_path, "x")
    assert not again.after_crash
    again.release()


def test_a_crash_is_seen_at_the_next_start(tmp_path: Path) -> None:
    (tmp_path / "up.lock").write_text('{"pid": "1", "url": "x"}')
    lock = UpLock(tmp_path, "x")
    assert lock.after_crash
    lock.release()
