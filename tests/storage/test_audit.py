from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_notes.storage import audit
from dialogue_notes.storage.vault import Vault
from dialogue_notes.storage.verification import verify
from tests.support.vaults import new_vault, reopen

SWAP = """
UPDATE audit_entry SET sequence = -3 WHERE sequence = 3;
UPDATE audit_entry SET sequence = 3 WHERE sequence = 2;
UPDATE audit_entry SET sequence = 2 WHERE sequence = -3"""

CUT = """
DELETE FROM audit_entry WHERE sequence = 5;
UPDATE audit_state SET next_sequence = 5, last_mac = (SELECT mac FROM audit_entry WHERE sequence = 4)"""


def test_entries_say_what_was_done_by_whom_and_in_which_order(vault: Vault) -> None:
    audit.append(vault, "first", meeting="m1")
    audit.append(vault, "second", b="2", a="1")
    log = audit.entries(vault)
    assert [entry.code for entry in log] == ["vault_created", "first", "second"]
    assert [entry.sequence for entry in log] == [1, 2, 3]
    assert log[2].facts == (("a", "1"), ("b", "2"))
    assert {entry.person for entry in log} == {vault.person.slot_id}


def test_an_entry_of_a_transaction_that_fails_was_never_there(vault: Vault) -> None:
    def append_and_fail() -> None:
        with vault.transaction():
            audit.append(vault, "undone")
            raise LookupError

    with pytest.raises(LookupError):
        append_and_fail()
    audit.append(vault, "done")
    assert [entry.code for entry in audit.entries(vault)] == ["vault_created", "done"]
    assert verify(vault) == ()


def test_the_past_keys_of_the_chain_are_kept_nowhere(vault: Vault) -> None:
    states = []
    for number in range(3):
        states.append(vault.database.query("SELECT key FROM audit_state")[0][0])
        audit.append(vault, "step", number=str(number))
    assert len(set(states)) == 3
    assert vault.database.query("SELECT count(*) FROM audit_state")[0][0] == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("UPDATE audit_entry SET code = 'other' WHERE sequence = 3", "Entry 3"),
        ("UPDATE audit_entry SET facts = '{}' WHERE sequence = 2", "Entry 2"),
        ("UPDATE audit_entry SET at = '2020-01-01T00:00:00.000Z' WHERE sequence = 4", "Entry 4"),
        ("UPDATE audit_entry SET person = 'x' WHERE sequence = 1", "Entry 1"),
        ("UPDATE audit_entry SET mac = zeroblob(32) WHERE sequence = 5", "Entry 5"),
        ("DELETE FROM audit_entry WHERE sequence = 3", "lost entries"),
        ("DELETE FROM audit_entry WHERE sequence = 5", "lost entries"),
        ("UPDATE audit_state SET next_sequence = 5", "lost entries"),
        ("UPDATE audit_state SET key = zeroblob(32)", "end of the audit log"),
        ("DELETE FROM audit_state", "lost entries"),
        ("DELETE FROM audit_seed", "not checked"),
        (SWAP, "Entry 2"),
        (CUT, "end of the audit log"),
    ],
)
def test_every_change_of_the_log_is_found_and_located(vault: Vault, change: str, words: str) -> None:
    for number in range(4):
        audit.append(vault, "step", number=str(number))
    assert verify(vault) == ()
    for statement in change.split(";"):
        vault.database.run(statement)
    found = verify(vault)
    assert len(found) == 1
    assert words in found[0].words


def test_an_anchor_finds_a_vault_that_was_put_back(folder: Path) -> None:
    vault = new_vault(folder)
    vault.close()
    old = {path.name: path.read_bytes() for path in folder.iterdir()}
    vault = reopen(folder)
    audit.append(vault, "later")
    anchor = audit.anchor(vault)
    assert verify(vault, anchor) == ()
    assert verify(vault, f" {anchor.lower()} ") == ()
    audit.append(vault, "later still")
    assert verify(vault, anchor) == ()
    vault.close()
    for name, data in old.items():
        (folder / name).write_bytes(data)
    vault = reopen(folder)
    assert [problem.code for problem in verify(vault, anchor)] == ["older_state"]
    audit.append(vault, "another history")
    assert [problem.code for problem in verify(vault, anchor)] == ["anchor_differs"]
    vault.close()


@pytest.mark.parametrize(
    "anchor", ["x", "1", "-", "1-AAAA-AAAA-AAAA-AAAA", "0-", "²-AAAA", "9" * 40, "١-AAAA"]
)
def test_an_anchor_that_is_mistyped_is_reported_and_breaks_nothing(vault: Vault, anchor: str) -> None:
    assert {problem.code for problem in verify(vault, anchor)} <= {"anchor_differs", "older_state"}
    assert verify(vault, anchor)
