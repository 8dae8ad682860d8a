from __future__ import annotations

import pytest

from dialogue_notes.domain.record import Dialogue
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import dialogues
from dialogue_notes.storage.vault import Vault
from tests.support.vaults import reopen


def _titles(vault: Vault) -> list[str]:
    return [dialogue.title for dialogue in dialogues.dialogues(vault)]


def _add(vault: Vault, title: str) -> None:
    dialogues.add_dialogue(vault, Dialogue(title, title))


def _add_and_fail(vault: Vault, title: str) -> None:
    with vault.transaction():
        _add(vault, title)
        with vault.transaction():
            _add(vault, f"inside {title}")
        raise LookupError


def test_an_exception_undoes_all_of_a_transaction(vault: Vault) -> None:
    _add(vault, "before")
    with pytest.raises(LookupError):
        _add_and_fail(vault, "failed")
    assert _titles(vault) == ["before"]
    _add(vault, "later")
    assert _titles(vault) == ["before", "later"]


def test_an_exception_undoes_the_inner_transaction_alone_when_it_is_caught_between(vault: Vault) -> None:
    with vault.transaction():
        _add(vault, "outer")
        with pytest.raises(LookupError):
            _add_and_fail(vault, "inner")
        with vault.transaction():
            _add(vault, "second")
    assert _titles(vault) == ["outer", "second"]


def test_what_is_committed_is_there_for_a_reader_at_once(vault: Vault) -> None:
    reader = vault.open_reader()
    with vault.transaction():
        _add(vault, "new")
        assert dialogues.dialogues(reader) == ()
    assert len(dialogues.dialogues(reader)) == 1
    reader.close()


def test_a_snapshot_stays_as_it_was(vault: Vault) -> None:
    reader = vault.open_reader()
    with reader.database.snapshot():
        assert dialogues.dialogues(reader) == ()
        _add(vault, "new")
        assert dialogues.dialogues(reader) == ()
    assert len(dialogues.dialogues(reader)) == 1
    reader.close()


def test_a_broken_reference_is_refused_and_undone(vault: Vault) -> None:
    with pytest.raises(Exception, match="database") as refused:
        vault.database.run("INSERT INTO delegation VALUES ('a', 'nowhere', 'secret words', 'x', 'y')")
    assert refused.value.__context__ is None
    assert "secret" not in str(refused.value)


def test_the_log_is_emptied_once_it_is_old_enough(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    wal = vault.folder / "content.db-wal"
    _add(vault, "new")
    assert not vault.truncate_wal_if_due()
    assert wal.stat().st_size > 0
    monkeypatch.setattr("dialogue_notes.storage.transactions.WAL_SECONDS", 0.0)
    assert vault.truncate_wal_if_due()
    assert wal.stat().st_size == 0
    assert not vault.truncate_wal_if_due()


def test_the_log_is_never_emptied_inside_a_transaction(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dialogue_notes.storage.transactions.WAL_SECONDS", 0.0)
    _add(vault, "new")
    with vault.transaction():
        assert not vault.truncate_wal_if_due()
    assert vault.truncate_wal_if_due()


def test_a_reader_in_the_way_puts_the_emptying_off(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dialogue_notes.storage.transactions.WAL_SECONDS", 0.0)
    reader = vault.open_reader()
    with reader.database.snapshot():
        dialogues.dialogues(reader)
        _add(vault, "new")
        assert not vault.truncate_wal_if_due()
    assert vault.truncate_wal_if_due()
    reader.close()


def test_half_a_character_is_refused_by_name_and_changes_nothing(vault: Vault) -> None:
    with pytest.raises(KnownError) as refused:
        _add(vault, "secret \udc80")
    assert refused.value.code is ErrorCode.BAD_FIELD
    assert refused.value.__context__ is None
    assert "secret" not in refused.value.message
    assert _titles(vault) == []


def test_everything_committed_is_there_after_closing(vault: Vault) -> None:
    _add(vault, "kept")
    vault.close()
    again = reopen(vault.folder)
    assert _titles(again) == ["kept"]
    again.close()
