from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_notes.domain.record import Dialogue
from dialogue_notes.errors import KnownError
from dialogue_notes.storage import dialogues
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault
from dialogue_notes.storage.verification import verify
from tests.support.filling import fill
from tests.support.filling_room import fill_all
from tests.support.vaults import new_vault, reopen


def _codes(vault: Vault) -> list[str]:
    return sorted({problem.code for problem in verify(vault)})


def test_a_whole_vault_has_no_problems(folder: Path) -> None:
    vault = new_vault(folder)
    fill_all(vault, "text")
    assert verify(vault) == ()
    vault.close()
    again = reopen(folder)
    assert verify(again) == ()
    again.close()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("DROP INDEX redaction_by_place", "schema_altered"),
        ("CREATE TABLE extra (a TEXT)", "schema_altered"),
        ("ALTER TABLE draft ADD COLUMN extra TEXT", "schema_altered"),
        ("CREATE TRIGGER spy AFTER INSERT ON draft BEGIN SELECT 1; END", "schema_altered"),
        ("UPDATE attribution SET sealed = zeroblob(188)", "vault_damaged"),
        ("UPDATE intervention_event SET sealed = zeroblob(300)", "vault_damaged"),
        ("UPDATE undo_step SET sealed = zeroblob(3)", "vault_damaged"),
        ("UPDATE meeting_key SET sealed = zeroblob(80)", "vault_damaged"),
    ],
)
def test_each_change_from_inside_is_found(folder: Path, change: str, code: str) -> None:
    vault = new_vault(folder)
    fill_all(vault, "text")
    vault.database.run(change)
    vault.close()
    again = reopen(folder)
    assert _codes(again) == [code]
    again.close()


def test_a_broken_reference_is_found(folder: Path) -> None:
    vault = new_vault(folder)
    vault.database.run("PRAGMA foreign_keys = OFF")
    vault.database.run("INSERT INTO delegation VALUES ('a', 'nowhere', 'n', 'x', 'y')")
    assert _codes(vault) == ["reference_broken"]
    vault.close()


def test_every_damaged_page_is_found_or_keeps_the_vault_from_opening(folder: Path) -> None:
    vault = new_vault(folder)
    for _ in range(50):
        dialogues.add_dialogue(vault, Dialogue(new_id(), "title " * 60))
    fill(vault)
    vault.close()
    content = folder / "content.db"
    data = content.read_bytes()
    pages = len(data) // 4096
    assert pages > 20
    found = 0
    for page in range(1, pages):
        damaged = bytearray(data)
        damaged[page * 4096 + 1000] ^= 1
        content.write_bytes(damaged)
        try:
            again = reopen(folder)
        except KnownError as error:
            assert error.code.value == "vault_damaged"  # noqa: PT017 - either way is right
            found += 1
            continue
        assert _codes(again) == ["page_damaged", "unchecked"]
        found += 1
        _close_damaged(again)
        content.write_bytes(data)
    assert found == pages - 1
    content.write_bytes(data)
    whole = reopen(folder)
    assert verify(whole) == ()
    whole.close()


def _close_damaged(vault: Vault) -> None:
    try:
        vault.close()
    except KnownError:
        assert not vault.is_open  # the keys are gone all the same


@pytest.mark.parametrize("content", [None, b"", b"[]", b'{"vault_id": "another"}'])
def test_a_missing_or_foreign_keybox_is_found(vault: Vault, content: bytes | None) -> None:
    box = vault.folder / "keybox.json"
    if content is None:
        box.unlink()
    else:
        box.write_bytes(content)
    assert _codes(vault) == ["keybox_damaged"]


def test_a_header_damaged_while_the_vault_is_open_is_found(vault: Vault) -> None:
    header = vault.folder / "header.json"
    data = header.read_bytes()
    header.write_bytes(data[:-10])
    assert _codes(vault) == ["header_damaged"]
    header.write_bytes(data)
    assert _codes(vault) == []
