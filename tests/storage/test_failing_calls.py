"""Each system call that a write needs fails in turn: a known error, nothing lost, and work goes on afterwards."""

from __future__ import annotations

import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from dialogue_notes.errors import ErrorCode
from dialogue_notes.storage import dialogues
from dialogue_notes.storage.verification import verify
from tests.support.children import start_child
from tests.support.vaults import new_vault, reopen

WRITER = """
import os, sys
from pathlib import Path
from dialogue_notes.domain.record import Dialogue
from dialogue_notes.errors import KnownError
from dialogue_notes.storage import dialogues
from tests.support.vaults import reopen
vault = reopen(Path(sys.argv[1]))
dialogues.add_dialogue(vault, Dialogue("before", "before"))
print(os.getpid(), flush=True)
for line in sys.stdin:
    name = line.strip()
    try:
        if name == "close":
            vault.close()
        elif name == "header":
            vault.replace_header(vault.header)
        else:
            dialogues.add_dialogue(vault, Dialogue(name, name))
        print("done", flush=True)
    except KnownError as error:
        print(error.code.value, flush=True)
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace makes the calls fail")
@pytest.mark.parametrize(
    ("call", "error", "step", "codes"),
    [
        ("pwrite64", "ENOSPC", "failing", {ErrorCode.DISK_FULL}),
        ("pwrite64", "EIO", "failing", {ErrorCode.DISK_FAILED}),
        ("pwrite64", "EDQUOT", "failing", {ErrorCode.DISK_FAILED, ErrorCode.DISK_FULL}),
        ("fsync", "EIO", "failing", {ErrorCode.DISK_FAILED}),
        ("write", "ENOSPC", "header", {ErrorCode.DISK_FULL}),
        ("fsync", "EIO", "header", {ErrorCode.DISK_FAILED}),
        ("rename", "EROFS", "header", {ErrorCode.VAULT_READ_ONLY}),
        ("openat", "EROFS", "header", {ErrorCode.VAULT_READ_ONLY}),
        ("openat", "EMFILE", "header", {ErrorCode.DISK_FAILED}),
    ],
)
def test_a_call_that_fails_is_said_and_nothing_is_lost(
    folder: Path, call: str, error: str, step: str, codes: set[ErrorCode]
) -> None:
    new_vault(folder).close()
    with start_child(WRITER, folder) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        process = int(child.stdout.readline())

        def ask(name: str) -> str:
            assert child.stdin is not None
            assert child.stdout is not None
            child.stdin.write(f"{name}\n")
            child.stdin.flush()
            return child.stdout.readline().strip()

        fault = _fault(process, call, error, folder)
        try:
            said = ask(step)
        finally:
            fault.send_signal(signal.SIGINT)
            fault.communicate()
        assert said in codes
        assert ask("after") == "done"
        assert ask("close") == "done"
    again = reopen(folder)
    assert {dialogue.title for dialogue in dialogues.dialogues(again)} == {"before", "after"}
    assert verify(again) == ()
    assert [path.name for path in folder.iterdir() if path.suffix == ".part"] == []
    again.close()


def _fault(process: int, call: str, error: str, folder: Path) -> subprocess.Popen[str]:
    """Attaches to the process and has the call fail for files of the vault; skips where that is not allowed."""
    files = (folder, *(folder / name for name in ("content.db", "content.db-wal", "header.json")))
    # A file that is yet to be made has no path to go by: then it is the first call that fails.
    is_first = call in {"write", "rename"}
    where = [] if is_first else [part for path in files for part in ("-P", str(path))]
    which = ":when=1" if is_first else ""
    fault = subprocess.Popen(
        ["strace", "-f", "-p", str(process), *where, "-e", f"inject={call}:error={error}{which}"],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert fault.stderr is not None
    line = fault.stderr.readline()
    while line and "attached" not in line and "ptrace" not in line:
        line = fault.stderr.readline()  # which descriptors the paths stand for
    if "attached" not in line:
        fault.communicate()
        pytest.skip(f"strace may not attach here: {line.strip()}")
    return fault
