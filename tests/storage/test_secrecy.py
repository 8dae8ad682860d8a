"""Nothing that was typed, and no key, can be read in any file of a vault."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from pathlib import Path

from dialogue_notes.domain.codes import Role
from dialogue_notes.domain.word_lists import words
from dialogue_notes.storage import interventions, search_index
from dialogue_notes.storage.people import add_person
from dialogue_notes.storage.striking import strike_intervention
from dialogue_notes.storage.vault import Vault
from tests.support.filling import fill
from tests.support.filling_room import fill_all
from tests.support.vaults import new_vault, reopen

SENTINEL = "Quetzalcoatlus"
SQLITE_MAGIC = b"SQLite format 3\0"
NO_WORDS = words(
    """
    action aims applied_at approved_at approved_by at began_at capacity category changed_at changed_by code
    collected_at collected_entry_id content_hash custody date delegation_id dialogue_id digest edited_at
    editing end_date ended_at entity_id entry_id event export_id family_id field file_hash flags form_id
    format from_id ground_rule handed_out_at id intervention_id into_id item kind left_id lifted_at made_at
    made_by marks match meeting_id name opened_at opened_by other_session_id owner_id participant_id person
    place_id place_kind planned_end planned_start point_id profile record_id redaction_id removed_at
    replaces_id resolved_at resolved_by revoked_at right_id role rule sealed_at seals_on section_id session_id
    slot_id spoken_at standing state summary_id sureness taken_as thread_id written_at written_by
    """
)
"""Columns of ids, codes, dates and times; where a table has words under such a name, they are filled all the same."""
WORDS_UNDER_SUCH_NAMES = frozenset(
    {
        ("delegation", "name"),
        ("entity", "name"),
        ("parallel_person", "name"),
        ("parallel_person", "role"),
        ("participant", "code"),
        ("participant", "name"),
        ("participant", "role"),
        ("person", "name"),
    }
)
CODES_UNDER_OTHER_NAMES = frozenset(
    {("redaction", "reason"), ("entity_decision", "reason"), ("profile", "title"), ("profile", "marking")}
)


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
    filled = fill_all(vault, SENTINEL)
    add_person(vault, SENTINEL, Role.RAPPORTEUR, bytearray(SENTINEL, "utf-8"))
    interventions.update_intervention(vault, replace(filled.interventions[0], text=f"new {SENTINEL}"))
    search_index.drain(vault.database, vault._transactions)
    strike_intervention(vault, filled.interventions[1].id)
    fill_all(vault, f"again {SENTINEL}")


def test_a_unique_word_in_every_field_is_in_no_file_open_or_locked(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "test.vault", person=SENTINEL)
    _fill_all(vault)
    assert (tmp_path / "test.vault" / "content.db-wal").stat().st_size > 0
    assert _scan(tmp_path) == []
    vault.close()
    assert _scan(tmp_path) == []
    again = reopen(tmp_path / "test.vault")
    fill_all(again, SENTINEL)
    assert _scan(tmp_path) == []
    again.close()
    assert _scan(tmp_path) == []


def test_every_column_of_words_holds_the_word(tmp_path: Path) -> None:
    """So that a new column cannot be forgotten: it is filled, or said to hold no words."""
    vault = new_vault(tmp_path / "test.vault", person=SENTINEL)
    fill_all(vault, SENTINEL)
    columns = vault.database.query(
        "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c"
        " WHERE t.type = 'table' AND t.name NOT LIKE 'search%' AND c.type = 'TEXT'"
    )
    wordy = [
        (table, column)
        for table, column in columns
        if (column not in NO_WORDS or (table, column) in WORDS_UNDER_SUCH_NAMES)
        and (table, column) not in CODES_UNDER_OTHER_NAMES
    ]
    empty = [
        f"{table}.{column}"
        for table, column in wordy
        if not vault.database.first(f"SELECT 1 FROM {table} WHERE instr({column}, ?)", (SENTINEL,))  # noqa: S608 - names of the schema
    ]
    sealed = vault.database.query(
        "SELECT count(*) FROM undo_step UNION ALL SELECT count(*) FROM intervention_event"
    )
    vault.close()
    assert empty == []
    assert len(wordy) > 40
    assert sealed == [(1,), (1,)]


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
