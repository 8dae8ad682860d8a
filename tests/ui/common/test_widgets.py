from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.settings import Theme as Scheme
from dialogue_notes.ui.common.buttons import Button, Segmented
from dialogue_notes.ui.common.chips import RuleChip
from dialogue_notes.ui.common.fields import ChoiceField, LineField, PassphraseField, TextField
from dialogue_notes.ui.common.labels import ElidedLabel, KeyHint, PlainLabel, spelt_keys
from dialogue_notes.ui.common.layout import clear_layout, column, row
from dialogue_notes.ui.common.messages import BusyLine, InlineMessage
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.theme.theme import Theme
from dialogue_notes.ui.theme.tokens import DARK, DIM, LIGHT

pytestmark = pytest.mark.usefixtures("theme")

MARKUP = "<b>not bold</b> & <img src=x>"


def test_a_label_never_reads_markup() -> None:
    label = PlainLabel(MARKUP)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == MARKUP


def test_a_label_that_gives_way_shows_its_whole_text_as_a_plain_tip() -> None:
    label = ElidedLabel(MARKUP * 9)
    label.resize(60, 20)
    label.grab()
    assert "&lt;b&gt;" in label.toolTip()
    label.resize(4000, 20)
    label.grab()
    assert not label.toolTip()


@pytest.mark.parametrize(
    ("keys", "spelt"),
    [("Ctrl+L", "Ctrl L"), ("Ctrl++", "Ctrl +"), ("Ctrl+Return", "Ctrl Enter"), ("F9", "F9")],
)
def test_keys_are_spelt_as_people_read_them(keys: str, spelt: str) -> None:
    assert spelt_keys(keys) == spelt
    assert KeyHint(keys).text() == spelt


def test_enter_and_space_press_a_button() -> None:
    button = Button("Unlock", keys="Ctrl+U")
    spy = QSignalSpy(button.clicked)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert spy.count() == 2
    assert button.accessibleName() == "Unlock"
    assert button.accessibleDescription() == "Ctrl U"


def test_a_choice_side_by_side_is_told_once_and_only_when_a_person_makes_it() -> None:
    choice = Segmented("Audience", [("inside", "Inside"), ("wide", "Wide")])
    spy = QSignalSpy(choice.chosen)
    choice.set_code("inside")
    assert spy.count() == 0
    QTest.mouseClick(choice.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert spy.at(0) == ["wide"]
    assert choice.code() == "wide"


def hosted() -> tuple[QWidget, InlineMessage]:
    """A message in a window that is shown."""
    host = QWidget()
    host.setMinimumSize(400, 200)
    message = InlineMessage()
    host.setLayout(column(message))
    host.show()
    return host, message


def test_an_error_is_shown_with_the_words_of_the_table_and_forgotten_whole() -> None:
    _host, message = hosted()
    message.show_error(KnownError(ErrorCode.VAULT_IN_USE))
    assert "open in another window" in message.words()
    assert message.isVisible()
    message.forget()
    assert not message.words()
    assert not message.accessibleName()
    assert not message.isVisible()


def test_what_a_message_offers_is_done_once() -> None:
    done: list[int] = []
    _host, message = hosted()
    message.show_words("Taken off.", action="Undo", act=lambda: done.append(1))
    link = next(button for button in message.findChildren(QPushButton) if button.text() == "Undo")
    link.click()
    link.click()
    assert done == [1]


def test_work_shows_nothing_at_first_and_nothing_once_it_has_ended() -> None:
    busy = BusyLine()
    busy.start("Opening …")
    assert busy.isHidden()
    busy.progress(1, 2)
    busy.stop()
    assert busy.isHidden()


def test_a_line_tells_what_was_typed_only_if_it_changed() -> None:
    field = LineField("Title")
    spy = QSignalSpy(field.finished)
    field.set_text("Lakeside")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert spy.count() == 0
    field.edit.selectAll()
    QTest.keyClicks(field.edit, "  Seaside ")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert spy.at(0) == ["Seaside"]
    assert field.edit.accessibleName() == "Title"


def test_what_is_wrong_with_a_line_goes_as_it_is_typed_over() -> None:
    field = LineField("Title")
    field.show_wrong("Give it a title.")
    assert field.edit.property("wrong") == "true"
    QTest.keyClick(field.edit, Qt.Key.Key_A)
    assert field.edit.property("wrong") == "false"


def test_a_secret_is_handed_over_and_leaves_the_field() -> None:
    field = PassphraseField("Passphrase")
    QTest.keyClicks(field.edit, "seven geese")
    assert field.copy() == bytearray(b"seven geese")
    assert field.take() == bytearray(b"seven geese")
    assert field.is_empty
    field.edit.undo()
    assert "geese" not in field.edit.text()


def test_a_secret_cannot_be_copied_out() -> None:
    field = PassphraseField("Passphrase")
    QTest.keyClicks(field.edit, "seven geese")
    field.edit.selectAll()
    field.edit.copy()
    assert QGuiApplication.clipboard().text() != "seven geese"


def test_a_choice_keeps_its_code_when_its_words_change() -> None:
    field = ChoiceField("Rule", [("a", "A"), ("b", "B")])
    field.set_code("b")
    field.set_choices([("b", "Bee"), ("c", "Cee")])
    assert field.code() == "b"


def test_a_forgotten_text_cannot_be_brought_back_by_undo() -> None:
    field = TextField("Notes")
    QTest.keyClicks(field, "secret")
    field.forget()
    field.undo()
    assert not field.toPlainText()


@pytest.mark.parametrize("rule", list(GroundRule))
def test_a_rule_is_never_told_by_colour_alone(rule: GroundRule) -> None:
    chip = RuleChip(rule)
    assert chip.words()
    assert any(not label.pixmap().isNull() for label in chip.findChildren(QLabel))


def test_clearing_a_layout_destroys_inner_rows_too() -> None:
    host = QWidget()
    outer = column(PlainLabel("a"), row(PlainLabel("b"), None))
    host.setLayout(outer)
    clear_layout(outer)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not host.findChildren(QLabel)


def test_a_sheet_closes_on_escape_and_gives_the_focus_back() -> None:
    host = QWidget()
    before, inside = Button("Before"), Button("Inside")
    host.setLayout(column(before))
    sheet = Overlay(host, column(inside), name="Sheet")
    host.setMinimumSize(400, 300)
    host.show()
    assert QTest.qWaitForWindowActive(host)
    before.setFocus()
    sheet.open(inside)
    assert QApplication.focusWidget() is inside
    QTest.keyClick(inside, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is inside
    QTest.keyClick(inside, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert QApplication.focusWidget() is before


def test_the_zoom_makes_every_font_larger_and_comes_back(theme: Theme) -> None:
    usual = theme.px(100)
    theme.zoom_by(1)
    assert theme.px(100) > usual
    assert theme.record_font().pixelSize() > 15
    theme.zoom_by(-20)
    assert theme.px(100) < usual
    theme.reset_zoom()
    assert theme.px(100) == usual


def test_a_key_press_with_shift_is_no_caps_lock() -> None:
    field = PassphraseField("Passphrase")
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier, "S")
    QApplication.sendEvent(field.edit, event)
    assert all(label.isHidden() for label in field.findChildren(PlainLabel) if "Caps" in label.text())


def test_the_look_follows_the_system_unless_another_one_was_chosen(
    theme: Theme, application: QApplication
) -> None:
    changes = QSignalSpy(theme.changed)
    application.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert changes.count() == 1
    theme.set_scheme(Scheme.DARK)
    assert theme.tokens is DARK
    application.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert changes.count() == 2
    theme.set_scheme(Scheme.LIGHT)
    assert theme.tokens is LIGHT
    theme.set_dim(True)
    assert theme.tokens is DIM
