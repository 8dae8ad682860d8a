"""The disk full, or the vault taken away, while a meeting is recorded: typing goes on, and words say what is lost."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dialogue_notes.app.compose import Composition
from dialogue_notes.errors import KnownError
from dialogue_notes.services.places import ThreadedPlaces
from dialogue_notes.storage.reserve import RESERVE_FILE
from dialogue_notes.ui.caretaker import Caretaker
from tests.support.looking import in_widgets
from tests.ui.conftest import PASSPHRASE, cheap_doors, settle, wait_for
from tests.ui.record import conftest as at_the_desk
from tests.ui.record.conftest import Table

table = at_the_desk.table  # the fixture


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MiB where the vaults are kept."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    place = tmp_path / "vaults"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], check=False, capture_output=True
    )
    if mounted.returncode != 0:
        pytest.skip(f"a small disk could not be mounted: {mounted.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill_up(disk: Path) -> Path:
    """Leaves no room; the file that took it."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            return filler
    raise AssertionError


def texts(table: Table) -> list[str]:
    return [entry.text for entry in table.entries()]


LINES = [f"line {number} {'x' * 60}" for number in range(5)]


def test_typing_goes_on_while_the_disk_is_full_and_each_line_is_kept_once_it_is_not(
    small_disk: Path, table: Table
) -> None:
    table.enter("hw: before")
    filler = fill_up(small_disk)
    for line in LINES:
        table.enter(line)
        assert table.view.area.edit.text() == ""
    assert "The disk is full" in table.view.message.words()
    assert "5 lines are not saved yet" in table.view.message.words()
    filler.unlink()
    table.type("half")
    table.presenter.save_draft()
    table.settle()
    table.settle()
    assert texts(table) == ["before", *LINES]
    assert table.view.area.edit.text() == "half"
    assert not table.view.message.isVisible()


def test_locking_on_a_full_disk_keeps_every_line_by_the_room_set_aside(
    small_disk: Path, table: Table
) -> None:
    folder = table.composition.office.folder
    assert folder is not None
    assert (folder / RESERVE_FILE).exists()
    table.enter("hw: before")
    filler = fill_up(small_disk)
    for line in LINES:
        table.enter(line)
    table.type("half typed")
    table.composition.office.lock()
    settle(table.composition)
    filler.unlink()
    table.unlock()
    assert texts(table) == ["before", *LINES]
    assert table.view.area.edit.text() == "half typed"


def test_a_line_whose_refusal_was_on_its_way_when_locking_is_kept_too(small_disk: Path, table: Table) -> None:
    table.enter("hw: before")
    filler = fill_up(small_disk)
    table.type("hw: just now")
    table.press(Qt.Key.Key_Return, widget=table.view.area.edit)
    wait_for(table.composition.office.closed, table.composition.office.lock)
    filler.unlink()
    table.unlock()
    assert texts(table) == ["before", "just now"]


@pytest.mark.parametrize("replaced", [False, True], ids=["removed", "replaced"])
def test_a_vault_that_is_taken_away_under_the_window_is_noticed(table: Table, replaced: bool) -> None:  # noqa: FBT001 - parametrised
    composition = table.composition
    folder = composition.office.folder
    assert folder is not None
    caretaker = composition.office.findChild(Caretaker)
    assert isinstance(caretaker, Caretaker)
    caretaker.look_after()
    settle(composition)
    assert not [words for words in in_widgets() if "no longer at" in words]
    folder.rename(folder.with_name("elsewhere"))
    if replaced:
        folder.mkdir()
        (folder / "content.db").touch()
    wait_for(composition.office.error_raised, caretaker.look_after)
    assert [words for words in in_widgets() if "no longer at" in words]
    table.enter("hw: written on")  # and the window does not fall over it
    composition.office.lock()
    settle(composition)


def test_wrong_passphrases_one_after_the_other_do_no_harm(
    composition: Composition, vault_folder: Path
) -> None:
    for number in range(12):
        wait_for(
            composition.unlock.failed,
            partial(composition.unlock.unlock, vault_folder, bytearray(b"wrong %d" % number)),
        )
        assert not composition.office.is_open
    wait_for(
        composition.office.unlocked,
        lambda: composition.unlock.unlock(vault_folder, bytearray(PASSPHRASE.encode())),
    )


def test_a_second_window_on_an_open_vault_is_refused_and_the_first_goes_on(
    table: Table,
) -> None:
    folder = table.composition.office.folder
    assert folder is not None
    second = ThreadedPlaces()
    doors = cheap_doors()
    opening = second.write(lambda: doors.unlock(folder, bytearray(PASSPHRASE.encode())))
    with pytest.raises(KnownError, match="open in another window"):
        opening.result(20)
    second.close()
    table.enter("hw: still here")
    assert texts(table) == ["still here"]
