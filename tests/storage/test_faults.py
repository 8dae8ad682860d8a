"""The disk full, failing, read-only, and the process killed: what was committed is whole, and the error says why."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_notes.domain.record import Dialogue
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import dialogues
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault
from dialogue_notes.storage.verification import verify
from tests.support.children import run_child, start_child
from tests.support.vaults import new_vault, reopen

BLOCK = "x" * 20_000

WRITES = """
import sys
from pathlib import Path
from dialogue_notes.domain.record import Dialogue
from dialogue_notes.storage import dialogues
from tests.support.vaults import reopen
vault = reopen(Path(sys.argv[1]))
number = 0
while True:
    number += 1
    dialogues.add_dialogue(vault, Dialogue(f"id {number}", "title " * 200))
    print(number, flush=True)
"""

LIMITED = """
import resource, sys
from pathlib import Path
from dialogue_notes.domain.record import Dialogue
from dialogue_notes.errors import KnownError
from dialogue_notes.storage import dialogues
from tests.support.vaults import reopen
vault = reopen(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
number = 0
try:
    while number < 1000:
        dialogues.add_dialogue(vault, Dialogue(f"id {number}", "x" * 20_000))
        number += 1
except KnownError as error:
    print(error.code.value, number)
assert len(dialogues.dialogues(vault)) == number
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
dialogues.add_dialogue(vault, Dialogue("after", "there is room again"))
vault.close()
"""

AS_NOBODY = """
import os, sys
from pathlib import Path
from dialogue_notes.errors import KnownError
from tests.support.vaults import new_vault, reopen
if os.getuid() == 0:
    os.setgid(65534), os.setuid(65534)
for attempt in (lambda: reopen(Path(sys.argv[1])), lambda: new_vault(Path(sys.argv[1]).parent / "new.vault")):
    try:
        attempt()
        print("opened")
    except KnownError as error:
        print(error.code.value)
"""


def _fill_up(vault: Vault) -> int:
    """Writes until the disk is full; how many dialogues were kept."""
    for number in range(10_000):
        try:
            dialogues.add_dialogue(vault, Dialogue(new_id(), BLOCK))
        except KnownError as error:
            assert error.code is ErrorCode.DISK_FULL  # noqa: PT017 - any other code fails the test
            return number
    pytest.fail("the disk never was full")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "small"
    place.mkdir()
    if os.getuid() != 0:
        pytest.skip("only root can mount a small disk")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)], check=False, capture_output=True
    )
    if mounted.returncode != 0:
        pytest.skip(f"a small disk could not be mounted: {mounted.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_is_named_and_what_was_committed_is_whole(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(2_400_000))
    vault = new_vault(small_disk / "test.vault")
    kept = _fill_up(vault)
    assert kept > 0
    assert len(dialogues.dialogues(vault)) == kept
    ballast.unlink()
    dialogues.add_dialogue(vault, Dialogue(new_id(), "there is room again"))
    assert len(dialogues.dialogues(vault)) == kept + 1
    assert verify(vault) == ()
    vault.close()
    again = reopen(small_disk / "test.vault")
    assert len(dialogues.dialogues(again)) == kept + 1
    again.close()


def test_closing_on_a_full_disk_says_so_and_loses_nothing(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(2_400_000))
    vault = new_vault(small_disk / "test.vault")
    kept = _fill_up(vault)
    key = vault.keyring.content
    try:
        vault.close()
    except KnownError as error:
        assert error.code is ErrorCode.DISK_FULL  # noqa: PT017 - it may also find room
    assert key.is_closed
    ballast.unlink()
    again = reopen(small_disk / "test.vault")
    assert len(dialogues.dialogues(again)) == kept
    again.close()


def test_no_vault_is_left_half_made_on_a_full_disk(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(4_080_000))
    with pytest.raises(KnownError) as refused:
        new_vault(small_disk / "test.vault")
    assert refused.value.code is ErrorCode.DISK_FULL
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]


def test_a_write_that_the_system_refuses_is_undone_alone(folder: Path) -> None:
    new_vault(folder).close()
    code, kept = run_child(LIMITED, folder).split()
    assert code in {ErrorCode.DISK_FAILED, ErrorCode.DISK_FULL}
    again = reopen(folder)
    assert len(dialogues.dialogues(again)) == int(kept) + 1
    assert verify(again) == ()
    again.close()


def test_killing_the_process_while_it_writes_loses_no_committed_row(folder: Path) -> None:
    new_vault(folder).close()
    total = 0
    for limit in (1, 7, 25, 60):
        again = reopen(folder)
        again.database.run("DELETE FROM dialogue")
        again.close()
        with start_child(WRITES, folder) as child:
            assert child.stdout is not None
            said = [child.stdout.readline() for _ in range(limit)]
            child.kill()
            said += child.stdout.readlines()
            child.wait()
        numbers = [int(line) for line in said if line.endswith("\n")]
        again = reopen(folder)
        kept = {dialogue.id for dialogue in dialogues.dialogues(again)}
        assert {f"id {number}" for number in numbers} <= kept
        assert len(kept) <= len(numbers) + 1
        assert verify(again) == ()
        again.close()
        total += len(numbers)
    assert total >= 93


def test_a_folder_that_cannot_be_written_to_is_named_and_left_alone(tmp_path: Path) -> None:
    place = tmp_path
    while os.getuid() == 0 and place != place.parent:  # the nobody of below must at least get there
        place.chmod(place.stat().st_mode | 0o011)
        place = place.parent
    folder = tmp_path / "test.vault"
    new_vault(folder).close()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for path in (*folder.iterdir(), folder, tmp_path):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        printed = run_child(AS_NOBODY, folder).split()
    finally:
        for path in (tmp_path, folder):
            path.chmod(0o755)
    assert printed == ["vault_read_only", "vault_read_only"]
    folder.chmod(0o000)
    try:
        assert run_child(AS_NOBODY, folder).split()[0] == "vault_read_only"
    finally:
        folder.chmod(0o700)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
