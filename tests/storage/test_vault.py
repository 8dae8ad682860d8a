from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.crypto.header import decode_header, encode_header
from dialogue_notes.crypto.kdf import KdfCost
from dialogue_notes.crypto.recovery_key import read_recovery_key
from dialogue_notes.domain.codes import Role
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage.creation import create
from dialogue_notes.storage.vault import Vault, unlock
from tests.support.filling import fill
from tests.support.vaults import CHEAP, PASSPHRASE, new_vault, reopen


def _refusal(folder: Path, passphrase: str = PASSPHRASE, minimum: KdfCost = CHEAP) -> ErrorCode:
    secret = bytearray(passphrase, "utf-8")
    with pytest.raises(KnownError) as refused:
        unlock(folder, secret, minimum=minimum)
    assert not any(secret), "a passphrase is erased whatever happens"
    return refused.value.code


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_folder_and_its_files_are_for_their_owner_alone(vault: Vault) -> None:
    assert vault.folder.stat().st_mode & 0o777 == 0o700
    assert {path.name for path in vault.folder.iterdir()} >= {
        "header.json",
        "content.db",
        "keybox.json",
        "lock",
    }
    assert {path.stat().st_mode & 0o777 for path in vault.folder.iterdir()} == {0o600}


def test_the_first_person_is_custodian(vault: Vault) -> None:
    assert vault.person.name == "Ada Holm"
    assert vault.person.role is Role.CUSTODIAN


def test_the_passphrase_opens_it_again(folder: Path) -> None:
    new_vault(folder).close()
    vault = reopen(folder)
    assert vault.is_open
    vault.close()


def test_the_recovery_key_opens_it_as_typed(folder: Path) -> None:
    vault, recovery = create(folder, bytearray(b"passphrase"), "Ada", kdf=CHEAP)
    typed = recovery.text.lower().replace("-", " ")
    vault.close()
    opened = unlock(folder, read_recovery_key(typed), minimum=CHEAP)
    assert opened.person.name == "Recovery key"
    assert opened.person.role is Role.CUSTODIAN
    opened.close()


def test_a_wrong_passphrase_changes_nothing(folder: Path) -> None:
    new_vault(folder).close()
    before = _files(folder)
    assert _refusal(folder, PASSPHRASE + "r") is ErrorCode.WRONG_PASSPHRASE
    assert _files(folder) == before


def test_the_recovery_key_is_no_passphrase(folder: Path) -> None:
    vault, recovery = create(folder, bytearray(b"passphrase"), "Ada", kdf=CHEAP)
    vault.close()
    secret = bytes(recovery.key.view).hex()
    assert _refusal(folder, secret) is ErrorCode.WRONG_PASSPHRASE


def test_creating_erases_the_passphrase(folder: Path) -> None:
    secret = bytearray(b"passphrase")
    vault, _ = create(folder, secret, "Ada", kdf=CHEAP)
    vault.close()
    assert not any(secret)


def test_the_program_refuses_a_cost_below_its_floor(folder: Path) -> None:
    new_vault(folder).close()
    secret = bytearray(PASSPHRASE, "utf-8")
    with pytest.raises(KnownError) as refused:
        unlock(folder, secret)
    assert refused.value.code is ErrorCode.KDF_COST_REFUSED
    assert not any(secret)


def test_a_header_that_asks_for_more_than_the_machine_has_is_refused_before_any_derivation(
    folder: Path,
) -> None:
    new_vault(folder).close()
    path = folder / "header.json"
    header = decode_header(path.read_bytes())
    path.write_bytes(encode_header(replace(header, cost=KdfCost(2**50, 16, 4))))
    assert _refusal(folder) is ErrorCode.KDF_COST_REFUSED


def test_damage_to_the_header_is_told_from_a_wrong_passphrase(folder: Path) -> None:
    new_vault(folder).close()
    path = folder / "header.json"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert _refusal(folder) is ErrorCode.HEADER_DAMAGED


def test_an_altered_header_is_found_once_it_is_open(folder: Path) -> None:
    new_vault(folder).close()
    path = folder / "header.json"
    header = decode_header(path.read_bytes())
    path.write_bytes(encode_header(replace(header, slots=header.slots[:1])))
    assert _refusal(folder) is ErrorCode.HEADER_ALTERED
    path.write_bytes(encode_header(header))
    reopen(folder).close()


def test_a_missing_file_is_named_for_what_it_is(folder: Path) -> None:
    assert _refusal(folder) is ErrorCode.VAULT_MISSING
    folder.mkdir()
    assert _refusal(folder) is ErrorCode.VAULT_MISSING
    assert list(folder.iterdir()) == []
    folder.rmdir()
    new_vault(folder).close()
    (folder / "content.db").rename(folder / "content.gone")
    assert _refusal(folder) is ErrorCode.VAULT_DAMAGED
    (folder / "content.gone").rename(folder / "content.db")
    (folder / "header.json").unlink()
    assert _refusal(folder) is ErrorCode.HEADER_DAMAGED


@pytest.mark.parametrize("left", [0, 1, 4096, 5000])
def test_a_database_cut_short_is_damage_and_never_taken_for_a_new_one(folder: Path, left: int) -> None:
    new_vault(folder).close()
    content = folder / "content.db"
    content.write_bytes(content.read_bytes()[:left])
    before = content.read_bytes()
    assert _refusal(folder) is ErrorCode.VAULT_DAMAGED
    assert content.read_bytes() == before


def test_another_vaults_database_is_damage(folder: Path, tmp_path: Path) -> None:
    new_vault(folder).close()
    other = tmp_path / "other.vault"
    new_vault(other).close()
    (folder / "content.db").write_bytes((other / "content.db").read_bytes())
    assert _refusal(folder) is ErrorCode.VAULT_DAMAGED


def test_a_newer_format_or_schema_is_refused_and_left_alone(folder: Path) -> None:
    vault = new_vault(folder)
    vault.database.run("PRAGMA user_version = 99")
    vault.close()
    before = _files(folder)["header.json"]
    assert _refusal(folder) is ErrorCode.VAULT_NEWER
    assert _files(folder)["header.json"] == before


def test_after_closing_nothing_can_be_read_or_written(folder: Path) -> None:
    vault = new_vault(folder)
    key = vault.keyring.content
    vault.close()
    vault.close()
    assert key.is_closed
    assert not vault.is_open
    for use in (lambda: vault.database, vault.open_reader, lambda: fill(vault)):
        with pytest.raises(KnownError) as refused:
            use()
        assert refused.value.code is ErrorCode.VAULT_LOCKED


def test_closing_leaves_no_log_behind(folder: Path) -> None:
    vault = new_vault(folder)
    fill(vault)
    assert (folder / "content.db-wal").stat().st_size > 0
    vault.close()
    assert sorted(path.name for path in folder.iterdir()) == [
        "content.db",
        "header.json",
        "keybox.json",
        "lock",
    ]


def test_every_pragma_of_the_design_is_set(vault: Vault) -> None:
    reader = vault.open_reader()
    for database in (vault.database, reader.database):
        expected = {
            "journal_mode": "wal",
            "synchronous": 2,
            "secure_delete": 1,
            "temp_store": 2,
            "trusted_schema": 0,
            "cell_size_check": 1,
            "foreign_keys": 1,
            "mmap_size": 0,
            "cipher_memory_security": "0",
        }
        found = {name: (database.first(f"PRAGMA {name}") or (None,))[0] for name in expected}
        assert {**found, "mmap_size": found["mmap_size"] or 0} == expected
    assert (vault.database.first("PRAGMA cipher_version") or ("",))[0]
    reader.close()


def test_a_reader_cannot_write(vault: Vault) -> None:
    reader = vault.open_reader()
    with pytest.raises(KnownError) as refused:
        reader.database.run("DELETE FROM profile")
    assert refused.value.code is ErrorCode.VAULT_READ_ONLY
    reader.close()


def test_the_header_names_nobody(folder: Path) -> None:
    new_vault(folder, person="Unmistakable Name").close()
    fields = json.loads((folder / "header.json").read_bytes())
    assert "Unmistakable" not in json.dumps(fields)
    assert set(fields) == {"magic", "version", "vault_id", "kdf", "slots", "mac", "checksum"}


def test_the_keybox_is_there_from_the_first_day(folder: Path) -> None:
    new_vault(folder).close()
    box = json.loads((folder / "keybox.json").read_bytes())
    assert box["version"] == 1
    assert box["keys"] == {}
