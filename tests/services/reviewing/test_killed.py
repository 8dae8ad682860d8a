"""A reviewer whose program is killed in the middle of an act: the vault is whole, and all that was done is undone."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from dialogue_notes.services.reviewing import history
from dialogue_notes.storage.vault import Vault
from dialogue_notes.storage.verification import verify
from tests.support.dialogue_desk import DialogueDesk
from tests.support.random_reviewer import RandomReviewer, state_of
from tests.support.vaults import reopen

ROOT = Path(__file__).resolve().parents[3]
CHILD = "from tests.services.reviewing.test_killed import work; work()"
MOST_ACTS = 150


def work() -> None:
    """In a process of its own: reviews until it is killed, and says how the vault was and when an act is done."""
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    reviewer = RandomReviewer(DialogueDesk(folder), Random(seed))
    reviewer.set_beside()
    sys.stdout.write(f"{reviewer.middle} {digest(reviewer.desk.vault)}\n")
    sys.stdout.flush()
    for _ in range(MOST_ACTS):
        reviewer.act(reviewer.middle)
        sys.stdout.write(".\n")
        sys.stdout.flush()


def digest(vault: Vault) -> str:
    return hashlib.sha256(repr(state_of(vault)).encode()).hexdigest()


@pytest.mark.parametrize(("seed", "acts"), [(1, 3), (2, 11), (3, 26)])
def test_whatever_was_done_before_a_kill_is_taken_back_after_it(tmp_path: Path, seed: int, acts: int) -> None:
    folder = tmp_path / "one.vault"
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder), str(seed)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        meeting, before = child.stdout.readline().split()
        for _ in range(acts):
            assert child.stdout.readline() == ".\n"
        child.kill()
    vault = reopen(folder)
    assert verify(vault) == ()
    undone = 0
    while digest(vault) != before:
        assert history.undo(vault, meeting) is not None
        undone += 1
    assert undone
    vault.close()
