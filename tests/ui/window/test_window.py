"""The shell: rooms, keys, the palette, the shield; and locking, which leaves nothing on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from dialogue_notes.app.compose import Composition
from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.meetings import create_dialogue
from dialogue_notes.storage.vault import Vault
from dialogue_notes.storage.vault_lock import VaultLock
from dialogue_notes.ui.common.chips import Chip
from dialogue_notes.ui.theme.theme import theme
from dialogue_notes.ui.window.band import BandState
from tests.conftest import Messages
from tests.ui.conftest import PASSPHRASE, focused, settle, wait_for
from tests.ui.window.conftest import CONTROL, SENTINEL, press_keys


def every_text(root: QWidget) -> list[str]:
    """What stands in the widget tree: words, names for screen readers, and what the views' models hold."""
    found: list[str] = []
    for widget in (root, *root.findChildren(QWidget)):
        found += [
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.toolTip(),
            widget.windowTitle(),
        ]
        if isinstance(widget, QLabel | QLineEdit | QPushButton):
            found.append(widget.text())
        elif isinstance(widget, QPlainTextEdit | QTextEdit):
            found.append(widget.toPlainText())
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found += model_texts(widget.model(), QModelIndex())
    return found


def model_texts(model: QAbstractItemModel, parent: QModelIndex) -> list[str]:
    found = []
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            index = model.index(row, column, parent)
            found += [
                str(index.data(role)) for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
            ]
            found += model_texts(model, index) if column == 0 else []
    return found


def test_the_title_bar_tells_nothing(filled: Composition) -> None:
    assert filled.window.windowTitle() == "dialogue-notes"
    assert any(SENTINEL in text for text in every_text(filled.window))


def test_locking_leaves_no_word_of_the_vault_on_the_screen(filled: Composition) -> None:
    for room in ("record", "meetings"):
        filled.window.show_room(room)
        settle(filled)
    wait_for(filled.office.closed, lambda: press_keys(filled, Qt.Key.Key_L))
    assert not filled.window.band.isVisible()
    assert not [text for text in every_text(filled.window) if SENTINEL in text]


def test_locking_closes_every_connection(filled: Composition, vault_folder: Path) -> None:
    wait_for(filled.office.closed, filled.office.lock)
    assert not (vault_folder / "content.db-wal").exists()
    with pytest.raises(KnownError) as raised:
        filled.office.read(lambda _reader: None, lambda _none: None)
    assert raised.value.code is ErrorCode.VAULT_LOCKED


def test_the_lock_key_works_through_an_open_sheet(filled: Composition) -> None:
    press_keys(filled, Qt.Key.Key_K)
    wait_for(filled.office.locked, lambda: press_keys(filled, Qt.Key.Key_L))
    assert isinstance(focused(), QLineEdit)


def test_the_lock_key_works_through_a_dialog_and_closes_it(filled: Composition) -> None:
    dialog = QDialog(filled.window)
    dialog.setModal(True)
    dialog.setMinimumSize(200, 100)
    dialog.show()
    assert QTest.qWaitForWindowActive(dialog)
    wait_for(filled.office.locked, lambda: QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, CONTROL))
    assert not dialog.isVisible()


def test_the_lock_key_works_through_an_open_list_of_choices(
    filled: Composition, expected_messages: Messages
) -> None:
    box = next(each for each in filled.window.findChildren(QComboBox) if each.isVisible())
    box.showPopup()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    wait_for(
        filled.office.locked, lambda: QTest.keyClick(filled.window.windowHandle(), Qt.Key.Key_L, CONTROL)
    )
    assert not popup.isVisible()
    expected_messages.expect("This plugin does not support")  # a screen in memory grabs no keyboard


def test_unlocking_comes_back_to_the_same_room_meeting_and_session(
    filled: Composition, vault_folder: Path
) -> None:
    filled.window.show_room("record")
    settle(filled)
    before = filled.office.chosen
    wait_for(filled.office.closed, filled.office.lock)
    wait_for(
        filled.office.unlocked, lambda: filled.unlock.unlock(vault_folder, bytearray(PASSPHRASE.encode()))
    )
    settle(filled)
    assert filled.office.chosen == before
    assert filled.window.current_room == "record"


def test_what_was_asked_for_before_locking_is_not_delivered_after_it(filled: Composition) -> None:
    delivered: list[str] = []
    filled.office.read(lambda _reader: "late", delivered.append)
    filled.office.lock()
    settle(filled)
    assert not delivered


def test_a_last_save_is_done_before_the_vault_is_closed(filled: Composition, vault_folder: Path) -> None:
    from dialogue_notes.storage import dialogues

    filled.office.locking.connect(
        lambda: filled.office.keep(lambda vault: create_dialogue(vault, "Last save"))
    )
    wait_for(filled.office.closed, filled.office.lock)
    wait_for(
        filled.office.unlocked, lambda: filled.unlock.unlock(vault_folder, bytearray(PASSPHRASE.encode()))
    )
    titles: list[str] = []
    filled.office.read(lambda reader: [each.title for each in dialogues.dialogues(reader)], titles.extend)
    settle(filled)
    assert "Last save" in titles


def test_a_last_save_that_fails_is_said_beside_the_passphrase(filled: Composition) -> None:
    def fail(_vault: Vault) -> None:
        raise KnownError(ErrorCode.DISK_FULL)

    filled.office.locking.connect(lambda: filled.office.keep(fail))
    wait_for(filled.office.closed, filled.office.lock)
    assert "The disk is full" in filled.unlock_view.open_page.message.words()


def test_rooms_change_by_keys(filled: Composition) -> None:
    press_keys(filled, Qt.Key.Key_2)
    assert filled.window.current_room == "record"
    press_keys(filled, Qt.Key.Key_1)
    assert filled.window.current_room == "meetings"


def test_no_key_of_any_command_is_altgr(filled: Composition) -> None:
    keys = [key for command in filled.commands.all() for key in command.keys]
    assert keys
    assert not [key for key in keys if "Ctrl" in key and "Alt" in key]


def test_every_control_has_a_name_for_screen_readers(filled: Composition) -> None:
    nameless = [
        widget
        for widget in filled.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and (widget.text() or widget.isHidden()))
        and not _is_list_of_choice(widget)
    ]
    assert not [f"{type(widget).__name__} in {type(widget.parent()).__name__}" for widget in nameless]


def _is_list_of_choice(widget: QWidget) -> bool:
    """The list that a choice opens is Qt's own and is read as part of the choice."""
    parent = widget.parent()
    return parent is not None and parent.metaObject().className() == "QComboBoxPrivateContainer"


def test_the_shield_says_what_is_enforced_and_opens_by_the_palette(filled: Composition) -> None:
    filled.commands.run("shield")
    sheet = QApplication.focusWidget()
    assert isinstance(sheet, QPushButton)
    assert any("Kernel filter" in text for text in every_text(filled.window))
    QTest.keyClick(sheet, Qt.Key.Key_Escape)


@pytest.mark.parametrize("larger", [0, 4, 11])
def test_the_rule_is_read_whole_at_every_zoom(opened: Composition, larger: int) -> None:
    band = opened.window.band
    theme().zoom_by(larger)
    for rule in GroundRule:
        for since in ("", "10:46"):
            band.show_state(BandState("A dialogue of a long name", "Session 2", rule, "", "", since))
            band.show_countdown(14)
            settle(opened)
            chip = next(each for each in band.findChildren(Chip) if each.isVisible())
            words = chip.findChildren(QLabel)[-1]
            assert words.width() >= words.sizeHint().width(), (rule, since)
            assert chip.geometry().right() <= band.width()
            band.hide_countdown()
    theme().reset_zoom()
    settle(opened)


def test_the_shield_says_less_where_there_is_no_room_for_more(filled: Composition) -> None:
    shield, whole = filled.window.band._shield, "Offline, enforced by the kernel"
    assert shield.text() == whole
    theme().zoom_by(6)
    settle(filled)
    assert shield.text() == "Offline"
    assert shield.width() >= shield.sizeHint().width()
    assert whole in shield.accessibleName()
    theme().reset_zoom()
    settle(filled)
    assert shield.text() == whole


def test_the_zoom_is_kept_for_the_next_run(filled: Composition, tmp_path: Path) -> None:
    from dialogue_notes.settings import load_settings

    press_keys(filled, Qt.Key.Key_Plus)
    assert load_settings(tmp_path / "settings").settings.text_zoom == 110
    press_keys(filled, Qt.Key.Key_0)
    assert load_settings(tmp_path / "settings").settings.text_zoom == 100


def test_an_error_from_anywhere_is_said_in_a_line(filled: Composition) -> None:
    filled.office.error_raised.emit(KnownError(ErrorCode.DISK_FULL))
    assert any("The disk is full" in text for text in every_text(filled.window))


def test_closing_the_window_closes_the_vault_whole(filled: Composition, vault_folder: Path) -> None:
    filled.window.close()
    filled.close()
    assert not (vault_folder / "content.db-wal").exists()
    VaultLock(vault_folder).close()
