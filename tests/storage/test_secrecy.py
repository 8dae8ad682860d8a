"""Nothing that was typed, and no key, can be read in any file of a vault."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from pathlib import Path

from dialogue_notes.domain.codes import Role
from dialogue_notes.storage import interventions, search_index
from dialogue_notes.storage.people import add_person
from dialogue_notes.storage.striking import strike_intervention
from dialogue_notes.storage.vault import Vault
from tests.support.filling import fill
from tests.support.vaults import new_vault, reopen

SENTINEL = "Quetzalcoatlus"
SQLITE_MAGIC = b"SQLite format 3\0"


def _forms(word: str) -> list[bytes]:
    plain = word.encode()
    encoded = [b64encode(b"x" * shift + plain)[4:-4] for shift in range(3)]
    return [
        plain,
        plain.lower(),
        plain.hex().encode(),
        word.encode("utf-16-le"),
        word.encode("utf-16-be"),
        *encoded,
    ]


def _scan(folder: Path) -> list[str]:
    hits = []
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        data = path.read_bytes()
        assert not data.startswith(SQLITE_MAGIC), path.name
        hits += [f"{path.name}: {form!r}" for form in _forms(SENTINEL) if form in data]
    return hits


def _fill_all(vault: Vault) -> None:
    filled = fill(vault, SENTINEL)
    add_person(vault, SENTINEL, Role.RAPPORTEUR, bytearray(SENTINEL, "utf-8"))
    interventions.update_intervention(vault, replace(filled.interventions[0], text=f"new {SENTINEL}"))
    search_index.drain(vault.database, vault._transactions)
    strike_intervention(vault, filled.interventions[1].id)
    fill(vault, f"again {SENTINEL}")


def test_a_unique_word_in_every_field_is_in_no_file_open_or_locked(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "test.vault", person=SENTINEL)
    _fill_all(vault)
    assert (tmp_path / "test.vault" / "content.db-wal").stat().st_size > 0
    assert _scan(tmp_path) == []
    vault.close()
    assert _scan(tmp_path) == []
    again = reopen(tmp_path / "test.vault")
    fill(again, SENTINEL)
    assert _scan(tmp_path) == []
    again.close()
    assert _scan(tmp_path) == []


def test_the_scan_would_find_the_word(tmp_path: Path) -> None:
    for number, form in enumerate(
        (SENTINEL.encode(), SENTINEL.encode("utf-16-le"), b64encode(b"ab" + SENTINEL.encode()))
    ):
        (tmp_path / f"{number}").write_bytes(b"-" * 7 + form + b"-" * 7)
    assert len({hit.split(":")[0] for hit in _scan(tmp_path)}) == 3


def test_no_key_is_in_any_file(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "test.vault")
    fill(vault)
    for key in (vault.keyring.content, vault.keyring.private):
        raw = bytes(key.view)
        for path in (tmp_path / "test.vault").iterdir():
            data = path.read_bytes()
            for form in (raw, raw.hex().encode(), raw.hex().upper().encode(), b64encode(raw)):
                assert form not in data
    vault.close()
