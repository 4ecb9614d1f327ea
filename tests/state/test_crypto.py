from __future__ import annotations

import base64
import multiprocessing
from pathlib import Path

import pytest

from core.state.crypto import Unreadable, Vault, WrongKey, master_key

MASTER = bytes(range(32))


def test_a_sealed_value_opens_under_its_owner_and_name_only() -> None:
    vault = Vault(MASTER)
    wrapped, box = vault.new_key("person:a")
    sealed = box.seal("profile", b"80 kg")
    assert b"80 kg" not in sealed
    assert Vault(MASTER).box("person:a", wrapped).open("profile", sealed) == b"80 kg"
    with pytest.raises(Unreadable):
        box.open("plan", sealed)
    with pytest.raises(Unreadable):
        vault.box("person:b", wrapped)


@pytest.mark.parametrize("damaged", [b"", b"\x01short", b"\x02" + bytes(60), b"\x01" + bytes(60)])
def test_a_damaged_value_does_not_open(damaged: bytes) -> None:
    with pytest.raises(Unreadable):
        Vault(MASTER).system.open("name", damaged)


def test_another_master_key_opens_nothing() -> None:
    wrapped, _ = Vault(MASTER).new_key("person:a")
    with pytest.raises(Unreadable):
        Vault(bytes(32)).box("person:a", wrapped)


def test_digests_are_keyed_and_keep_parts_apart() -> None:
    vault = Vault(MASTER)
    assert vault.digest("a", "b") == Vault(MASTER).digest("a", "b")
    assert len({vault.digest("a", "b"), vault.digest("ab", ""), Vault(bytes(32)).digest("a", "b")}) == 3


def test_only_the_last_used_keys_stay_open() -> None:
    vault = Vault(MASTER, cache=2)
    for owner in "abc":
        vault.box(owner, vault.new_key(owner)[0])
    assert [vault.known(owner) is not None for owner in "abc"] == [False, True, True]


def test_the_key_file_is_made_once_and_private(tmp_path: Path) -> None:
    key = master_key(None, tmp_path / "data")
    assert len(key) == 32
    assert master_key(None, tmp_path / "data") == key
    assert (tmp_path / "data" / "master.key").stat().st_mode & 0o777 == 0o600


def test_processes_that_start_together_agree(tmp_path: Path) -> None:
    with multiprocessing.get_context("fork").Pool(8) as pool:
        keys = pool.starmap(master_key, [(None, tmp_path)] * 32, chunksize=1)
    assert len(set(keys)) == 1


def test_a_given_key_is_taken(tmp_path: Path) -> None:
    assert master_key(base64.b64encode(MASTER).decode() + "\n", tmp_path) == MASTER
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("given", ["not base64!", "YWJj"])
def test_a_malformed_key_is_refused(given: str, tmp_path: Path) -> None:
    with pytest.raises(WrongKey):
        master_key(given, tmp_path)
