from __future__ import annotations

import ast
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from dialogue_notes.crypto.recovery_key import read_recovery_key
from dialogue_notes.domain.codes import Role
from dialogue_notes.errors import DialogueNotesError
from dialogue_notes.storage import attributions, dialogues, interventions, meetings, migrating, participants
from dialogue_notes.storage.keyring import Secret
from dialogue_notes.storage.migrating import MIGRATIONS, SCHEMA_VERSION, migrate, stored_version
from dialogue_notes.storage.vault import Vault, unlock
from dialogue_notes.storage.verification import verify
from tests.support.sample_vault import PASSPHRASE, RECOVERY_SUFFIX, REVIEWER_PASSPHRASE, WORD
from tests.support.vaults import CHEAP

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "vaults"


@pytest.mark.parametrize("sample", ["version-1", "version-2"])
@pytest.mark.parametrize(
    ("passphrase", "role"),
    [
        (PASSPHRASE, Role.CUSTODIAN),
        (REVIEWER_PASSPHRASE.replace("ü", "u\u0308"), Role.REVIEWER),
        ("", Role.CUSTODIAN),  # by the recovery key
    ],
)
def test_a_vault_of_every_version_opens_for_ever(
    tmp_path: Path, sample: str, passphrase: str, role: Role
) -> None:
    folder = tmp_path / sample
    shutil.copytree(SAMPLES / sample, folder)
    key = (SAMPLES / sample).with_suffix(RECOVERY_SUFFIX).read_text(encoding="ascii")
    secret: Secret = bytearray(passphrase, "utf-8") if passphrase else read_recovery_key(key)
    vault = unlock(folder, secret, minimum=CHEAP)
    assert vault.person.role is role
    assert verify(vault) == ()
    (dialogue,) = dialogues.dialogues(vault)
    (meeting,) = meetings.meetings(vault, dialogue.id)
    assert (dialogue.title, meeting.title) == (f"Dialogue {WORD}", f"Meeting {WORD}")
    entries = interventions.meeting_interventions(vault, meeting.id)
    assert [entry.text for entry in entries] == [f"entry 1 {WORD}", f"entry 2 {WORD}"]
    first = participants.participants(vault, meeting.id)[0]
    spoken = attributions.speakers(vault, meeting.id)
    assert {spoken[entry.id].participant_id for entry in entries} == {first.id}
    vault.close()


def test_a_vault_that_is_up_to_date_is_left_alone(vault: Vault) -> None:
    before = vault.database.query("SELECT * FROM schema_version")
    assert not migrate(vault.database)
    assert vault.database.query("SELECT * FROM schema_version") == before
    assert stored_version(vault.database) == SCHEMA_VERSION


def test_a_migration_is_applied_once_and_recorded(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        migrating, "MIGRATIONS", (*MIGRATIONS, _migration("CREATE TABLE later (a TEXT) STRICT"))
    )
    monkeypatch.setattr(migrating, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    assert migrate(vault.database)
    assert not migrate(vault.database)
    assert vault.database.query("SELECT version FROM schema_version ORDER BY version")[-1] == (
        SCHEMA_VERSION + 1,
    )


def test_a_migration_that_fails_changes_nothing(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = _migration("CREATE TABLE later (a TEXT) STRICT", "INSERT INTO nowhere VALUES (1)")
    monkeypatch.setattr(migrating, "MIGRATIONS", (*MIGRATIONS, failing))
    monkeypatch.setattr(migrating, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    with pytest.raises(DialogueNotesError):
        migrate(vault.database)
    monkeypatch.undo()
    assert stored_version(vault.database) == SCHEMA_VERSION
    assert verify(vault) == ()


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [module.VERSION for module in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_migrations_import_nothing_of_the_program() -> None:
    for module in MIGRATIONS:
        assert module.__file__ is not None
        for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or "."] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.startswith(("dialogue_notes", "."))], module.__name__


def _migration(*statements: str) -> ModuleType:
    module = ModuleType("m9999_test")
    module.__dict__.update(VERSION=SCHEMA_VERSION + 1, STATEMENTS=statements)
    return module
