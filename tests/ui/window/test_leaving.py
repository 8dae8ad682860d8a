"""Closing the window: it goes when everything is on the disk, and stays when something is not."""

from __future__ import annotations

from pathlib import Path

from dialogue_notes.app.compose import Composition
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage.vault import Vault
from tests.ui.conftest import settle, wait_for
from tests.ui.record import conftest as at_the_desk
from tests.ui.record.conftest import Table

table = at_the_desk.table  # the fixture


def test_it_is_gone_when_the_vault_is_closed_and_not_before(opened: Composition, vault_folder: Path) -> None:
    seen: list[bool] = []
    opened.office.closed.connect(lambda: seen.append((vault_folder / "content.db-wal").exists()))
    wait_for(opened.office.closed, opened.window.close)
    settle(opened)
    assert seen == [False]
    assert not opened.window.isVisible()


def test_a_locked_window_is_gone_at_once(opened: Composition) -> None:
    wait_for(opened.office.closed, opened.office.lock)
    assert opened.window.isVisible()
    assert opened.window.close()


def test_a_last_save_that_fails_keeps_it_open_with_the_reason_and_the_next_try_closes_it(
    table: Table,
) -> None:
    composition = table.composition

    def refuse(_vault: Vault) -> None:
        raise KnownError(ErrorCode.DISK_FULL)

    composition.office.locking.connect(lambda: composition.office.keep(refuse))
    wait_for(composition.office.closed, composition.window.close)
    settle(composition)
    assert composition.window.isVisible()
    assert "The disk is full" in composition.unlock_view.open_page.message.words()
    assert composition.window.close()
