"""The Unlock room, by keys and mouse, on real vaults."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from dialogue_notes.app.compose import Composition
from dialogue_notes.errors import WORDS, ErrorCode
from dialogue_notes.services.vaults import create_vault
from dialogue_notes.settings import load_settings
from dialogue_notes.storage import dialogues, record
from dialogue_notes.storage.vault_lock import VaultLock
from dialogue_notes.ui.common.buttons import Button
from dialogue_notes.ui.common.labels import PlainLabel
from tests.ui.conftest import CHEAP, PASSPHRASE, focused, settle, wait_for


def press(composition: Composition, words: str) -> None:
    """Clicks the visible button of those words."""
    for button in composition.window.findChildren(Button):
        if button.text() == words and button.isVisible():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(words)


def type_into_focus(text: str) -> None:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    QTest.keyClicks(focus, text)


def texts(widget: QWidget) -> set[str]:
    """What can be read in it."""
    return {label.text() for label in widget.findChildren(PlainLabel) if label.isVisible()}


def key(which: Qt.Key) -> None:
    QTest.keyClick(focused(), which)


def test_the_right_passphrase_opens_the_vault_by_keys_alone(
    composition: Composition, vault_folder: Path
) -> None:
    type_into_focus(PASSPHRASE)
    wait_for(composition.office.unlocked, lambda: key(Qt.Key.Key_Return))
    assert composition.office.folder == vault_folder
    assert composition.window.band.isVisible()


@pytest.mark.usefixtures("vault_folder")
def test_a_wrong_passphrase_is_said_in_place_and_the_caret_waits_for_another_try(
    composition: Composition,
) -> None:
    type_into_focus("geese")
    wait_for(composition.unlock.failed, lambda: key(Qt.Key.Key_Return))
    page = composition.unlock_view.open_page
    assert WORDS[ErrorCode.WRONG_PASSPHRASE].happened in page.message.words()
    type_into_focus(PASSPHRASE)
    wait_for(composition.office.unlocked, lambda: key(Qt.Key.Key_Return))


def test_a_vault_that_is_open_elsewhere_is_said_in_its_own_words(
    composition: Composition, vault_folder: Path
) -> None:
    other = VaultLock(vault_folder)
    type_into_focus(PASSPHRASE)
    wait_for(composition.unlock.failed, lambda: key(Qt.Key.Key_Return))
    other.close()
    assert WORDS[ErrorCode.VAULT_IN_USE].happened in composition.unlock_view.open_page.message.words()


def test_a_damaged_header_is_said_in_its_own_words(composition: Composition, vault_folder: Path) -> None:
    header = vault_folder / "header.json"
    header.write_bytes(header.read_bytes().replace(b'"', b"!", 1))
    type_into_focus(PASSPHRASE)
    wait_for(composition.unlock.failed, lambda: key(Qt.Key.Key_Return))
    assert "header is damaged" in composition.unlock_view.open_page.message.words()


@pytest.mark.usefixtures("vault_folder")
def test_an_empty_passphrase_is_not_tried(composition: Composition) -> None:
    key(Qt.Key.Key_Return)
    assert not composition.unlock_view.page.message.isVisible()
    assert isinstance(QApplication.focusWidget(), QLineEdit)


@pytest.mark.usefixtures("vault_folder")
def test_the_passphrase_leaves_the_screen_as_it_is_used(composition: Composition) -> None:
    type_into_focus(PASSPHRASE)
    wait_for(composition.office.unlocked, lambda: key(Qt.Key.Key_Return))
    assert all(PASSPHRASE not in field.text() for field in composition.window.findChildren(QLineEdit))


@pytest.mark.usefixtures("vault_folder")
def test_caps_lock_is_noticed(composition: Composition) -> None:
    page = composition.unlock_view.open_page
    focus = focused()
    QTest.keyClick(focus, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier)
    assert "Caps Lock is on" not in texts(page)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, "S")
    QApplication.sendEvent(focus, event)
    assert "Caps Lock is on" in texts(page)


def test_a_new_vault_is_made_from_name_to_first_dialogue(composition: Composition, tmp_path: Path) -> None:
    press(composition, "New vault")
    type_into_focus("Lakeside")
    key(Qt.Key.Key_Tab)
    type_into_focus("Anna Berg")
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Tab)
    type_into_focus(PASSPHRASE)
    key(Qt.Key.Key_Tab)
    type_into_focus(PASSPHRASE)
    (recovery_key,) = wait_for(composition.unlock.recovery_key_ready, lambda: key(Qt.Key.Key_Return))
    assert not composition.office.is_open
    groups = str(recovery_key).split("-")
    assert set(groups) <= texts(composition.unlock_view.key_page)

    type_into_focus("WRONG")
    key(Qt.Key.Key_Return)
    assert composition.unlock_view.page is composition.unlock_view.key_page
    type_into_focus(groups[-1].lower())
    key(Qt.Key.Key_Return)
    type_into_focus("Lakeside Dialogue")
    wait_for(composition.office.unlocked, lambda: key(Qt.Key.Key_Return))
    settle(composition)

    found: list[str] = []
    composition.office.read(lambda reader: [each.title for each in dialogues.dialogues(reader)], found.extend)
    settle(composition)
    assert found == ["Lakeside Dialogue"]
    assert load_settings(tmp_path / "settings").settings.last_vault == tmp_path / "vaults" / "Lakeside.vault"
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not set(groups) & {label.text() for label in composition.window.findChildren(PlainLabel)}


def test_the_two_spellings_of_a_new_passphrase_must_be_the_same(composition: Composition) -> None:
    press(composition, "New vault")
    type_into_focus("Lakeside")
    key(Qt.Key.Key_Tab)
    type_into_focus("Anna Berg")
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Tab)
    type_into_focus(PASSPHRASE)
    key(Qt.Key.Key_Tab)
    type_into_focus("seven geese")
    key(Qt.Key.Key_Return)
    assert composition.unlock_view.page is composition.unlock_view.new_page
    assert not (composition.unlock.folder).exists()


def test_the_five_words_offered_are_judged_as_very_good(composition: Composition) -> None:
    press(composition, "New vault")
    score, _words = wait_for(composition.unlock.strength_known, lambda: press(composition, "Use these words"))
    assert score == 4


def test_the_recovery_key_opens_the_vault(composition: Composition, tmp_path: Path) -> None:
    folder = tmp_path / "vaults" / "Lakeside.vault"
    made = create_vault(folder, bytearray(b"forgotten"), "Anna Berg", kdf=CHEAP)
    made.vault.close()
    composition.unlock.look_around()
    press(composition, "Recovery key")
    type_into_focus(made.recovery_key.lower().replace("-", " "))
    wait_for(composition.office.unlocked, lambda: key(Qt.Key.Key_Return))


@pytest.mark.usefixtures("vault_folder")
def test_a_mistyped_recovery_key_names_the_group(composition: Composition) -> None:
    press(composition, "Recovery key")
    type_into_focus("AAAAA BBBBB CCCCC DDDDD EEEEE FFFFF GGGGG HHHHH")
    (error,) = wait_for(composition.unlock.failed, lambda: key(Qt.Key.Key_Return))
    assert getattr(error, "code", None) is ErrorCode.RECOVERY_KEY_MISTYPED
    assert "group" in composition.unlock_view.recovery_page.message.words()


def test_the_sample_is_there_to_look_around_in_and_gone_once_locked(
    composition: Composition, tmp_path: Path
) -> None:
    wait_for(composition.office.unlocked, lambda: press(composition, "Look around with a sample meeting"))
    settle(composition)
    folder = composition.office.folder
    assert folder is not None
    assert folder.parent == tmp_path / "samples"
    counts: list[int] = []
    meeting_id = composition.office.chosen.meeting_id or ""
    composition.office.read(
        lambda reader: [len(record.meeting_record(reader, meeting_id).entries)], counts.extend
    )
    settle(composition)
    assert counts[0] >= 60
    wait_for(composition.office.closed, composition.office.lock)
    assert not folder.exists()
    assert load_settings(tmp_path / "settings").settings.last_vault is None


@pytest.mark.usefixtures("vault_folder")
def test_escape_leads_back_and_what_was_typed_is_dropped(composition: Composition) -> None:
    press(composition, "New vault")
    type_into_focus("Lakeside")
    key(Qt.Key.Key_Escape)
    assert composition.unlock_view.page is composition.unlock_view.open_page
    assert all(not field.text() for field in composition.unlock_view.new_page.findChildren(QLineEdit)[:1])
    type_into_focus(PASSPHRASE)
    wait_for(composition.office.unlocked, lambda: key(Qt.Key.Key_Return))
