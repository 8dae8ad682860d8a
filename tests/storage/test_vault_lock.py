"""One process a vault, one thread a connection."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from dialogue_notes.crypto.kdf import KdfCost
from dialogue_notes.errors import BugError, ErrorCode, KnownError
from dialogue_notes.storage.vault import Vault, unlock
from tests.support.children import start_child
from tests.support.filling import fill
from tests.support.vaults import CHEAP, PASSPHRASE, new_vault, reopen


def _refusal(folder: Path, passphrase: str = PASSPHRASE, minimum: KdfCost = CHEAP) -> ErrorCode:
    secret = bytearray(passphrase, "utf-8")
    with pytest.raises(KnownError) as refused:
        unlock(folder, secret, minimum=minimum)
    assert not any(secret), "a passphrase is erased whatever happens"
    return refused.value.code


def test_a_vault_is_open_in_one_window_only(vault: Vault) -> None:
    assert _refusal(vault.folder) is ErrorCode.VAULT_IN_USE


def test_a_second_process_is_refused_and_death_releases_the_lock(folder: Path) -> None:
    new_vault(folder).close()
    script = (
        "import sys; from pathlib import Path; from tests.support.vaults import reopen\n"
        "vault = reopen(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    child = start_child(script, folder)
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        assert _refusal(folder) is ErrorCode.VAULT_IN_USE
        child.kill()
        child.wait()
    reopen(folder).close()


def test_a_reader_works_in_a_thread_of_its_own(vault: Vault) -> None:
    filled = fill(vault)
    seen: list[str] = []

    def read() -> None:
        reader = vault.open_reader()
        seen.extend(row[0] for row in reader.database.query("SELECT id FROM intervention ORDER BY sequence"))
        reader.close()

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert seen == [entry.id for entry in filled.interventions]


def test_what_a_reader_reads_can_be_interrupted(vault: Vault) -> None:
    reader = vault.open_reader()
    started = threading.Event()

    def stop() -> None:
        started.wait()
        while not ended.is_set():
            reader.interrupt()

    ended = threading.Event()
    thread = threading.Thread(target=stop)
    thread.start()
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    try:
        started.set()
        with pytest.raises(KnownError) as refused:
            reader.database.query(endless)
    finally:
        ended.set()
        thread.join()
    assert refused.value.code is ErrorCode.CANCELLED
    reader.close()


RACER = """
import sys
from pathlib import Path
from dialogue_notes.errors import KnownError
from tests.support.vaults import reopen
print("ready", flush=True)
sys.stdin.readline()
try:
    vault = reopen(Path(sys.argv[1]))
    print("open", flush=True)
except KnownError as error:
    print(error.code.value, flush=True)
sys.stdin.read()
"""


def test_of_several_processes_that_race_for_a_vault_one_gets_it(folder: Path) -> None:
    new_vault(folder).close()
    children = [start_child(RACER, folder) for _ in range(4)]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    said = sorted(child.stdout.readline().strip() for child in children if child.stdout is not None)
    for child in children:
        child.communicate()
    assert said == ["open", "vault_in_use", "vault_in_use", "vault_in_use"]
    reopen(folder).close()


def test_another_thread_may_not_use_the_writers_connection(vault: Vault) -> None:
    raised: list[BaseException] = []

    def use() -> None:
        try:
            vault.database.query("SELECT 1")
        except BugError as error:
            raised.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(raised) == 1
