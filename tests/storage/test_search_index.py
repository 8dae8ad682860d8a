from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dialogue_notes.storage import interventions, search_index
from dialogue_notes.storage.striking import strike_intervention
from dialogue_notes.storage.vault import Vault
from tests.support.filling import fill
from tests.support.vaults import new_vault, reopen


def _found(vault: Vault, word: str) -> list[str]:
    rows = vault.database.query(
        "SELECT i.id FROM search JOIN intervention i ON i.number = search.rowid WHERE search MATCH ?"
        " ORDER BY i.sequence",
        (f'"{word}"',),
    )
    return [row[0] for row in rows]


def _drain(vault: Vault, limit: int | None = None) -> int:
    return search_index.drain(vault.database, vault._transactions, limit)


def _is_sound(vault: Vault) -> bool:
    vault.database.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    return True


def test_an_entry_is_found_once_the_queue_is_drained(vault: Vault) -> None:
    filled = fill(vault, "zeppelin")
    assert _found(vault, "zeppelin") == []
    assert _drain(vault) == 2
    assert _found(vault, "zeppelin") == [entry.id for entry in filled.interventions]
    assert _drain(vault) == 0
    assert _is_sound(vault)


def test_case_and_accents_make_no_difference(vault: Vault) -> None:
    fill(vault, "Zürich")
    _drain(vault)
    assert len(_found(vault, "zurich")) == 2


def test_an_edited_text_is_found_and_the_earlier_one_is_not(vault: Vault) -> None:
    filled = fill(vault, "zeppelin")
    _drain(vault)
    entry = replace(filled.interventions[0], text="balloon")
    interventions.update_intervention(vault, entry)
    interventions.update_intervention(vault, replace(entry, text="kite"))
    _drain(vault)
    assert _found(vault, "zeppelin") == [filled.interventions[1].id]
    assert _found(vault, "balloon") == []
    assert _found(vault, "kite") == [entry.id]
    assert _is_sound(vault)


def test_the_queue_is_drained_in_bounded_steps(vault: Vault) -> None:
    fill(vault, "zeppelin")
    assert _drain(vault, 1) == 1
    assert len(_found(vault, "zeppelin")) == 1
    assert _drain(vault, 5) == 1


def test_a_struck_entry_leaves_index_and_queue_at_once(vault: Vault) -> None:
    filled = fill(vault, "zeppelin")
    first, second = filled.interventions
    strike_intervention(vault, first.id)  # still waiting
    _drain(vault)
    assert _found(vault, "zeppelin") == [second.id]
    strike_intervention(vault, second.id)  # indexed
    assert _found(vault, "zeppelin") == []
    assert vault.database.query("SELECT indexed_text FROM search_queue") == [(None,)]
    _drain(vault)
    assert _is_sound(vault)


def test_an_entry_struck_after_an_edit_leaves_neither_text_in_the_index(vault: Vault) -> None:
    filled = fill(vault, "zeppelin")
    _drain(vault)
    interventions.update_intervention(vault, replace(filled.interventions[0], text="balloon"))
    strike_intervention(vault, filled.interventions[0].id)
    _drain(vault)
    assert _found(vault, "zeppelin") == [filled.interventions[1].id]
    assert _found(vault, "balloon") == []
    assert _is_sound(vault)


def test_closing_drains_the_queue(folder: Path) -> None:
    vault = new_vault(folder)
    fill(vault, "zeppelin")
    vault.close()
    again = reopen(folder)
    assert len(_found(again, "zeppelin")) == 2
    again.close()


def test_the_index_holds_no_names_of_speakers(vault: Vault) -> None:
    filled = fill(vault)
    _drain(vault)
    assert _found(vault, filled.participants[0].name) == []


def test_deletions_are_carried_out_and_not_only_marked(vault: Vault) -> None:
    assert vault.database.query("SELECT v FROM search_config WHERE k = 'secure-delete'") == [(1,)]


def test_a_timer_makes_entries_searchable_in_small_steps(vault: Vault) -> None:
    filled = fill(vault, "zeppelin")
    assert vault.index_waiting(1) == 1
    assert _found(vault, "zeppelin") == [filled.interventions[0].id]
    assert vault.index_waiting(10) == 1
    assert vault.index_waiting(10) == 0
