"""Shorthand in the line and on its sheet, by keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from dialogue_notes.services import glossary
from dialogue_notes.storage import meetings
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.record.shorthand_model import Column
from dialogue_notes.ui.record.shorthand_presenter import ShorthandPresenter
from dialogue_notes.ui.record.shorthand_prompt import ShorthandPrompt
from dialogue_notes.ui.record.shorthand_sheet import NO_MATCH, NOTHING_YET, ShorthandSheet
from dialogue_notes.ui.record.view import RecordRoom
from tests.ui.conftest import focused, wait_for
from tests.ui.record.conftest import Table

CONTROL = Qt.KeyboardModifier.ControlModifier


def dialogue_of(table: Table) -> str:
    return table.read(lambda reader: meetings.meeting(reader, table.meeting_id)).dialogue_id


def with_glossary(table: Table, **words: str) -> None:
    """Keys kept before the room is shown."""
    dialogue = dialogue_of(table)

    def add(vault: Vault) -> None:
        for key, each in words.items():
            glossary.add_term(vault, dialogue, key, each)

    table.composition.office.write(add, lambda _none: None)
    table.settle()
    table.composition.window.show_room("record")
    table.settle()


def test_a_key_expands_as_it_is_typed_and_at_enter(table: Table) -> None:
    with_glossary(table, lo="liaison office")
    table.type("hw: a ;LO in")
    assert table.view.area.edit.text() == "hw: a liaison office in"
    table.type(" a ;lo")
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert table.entries()[-1].text == "a liaison office in a liaison office"


def test_undo_gives_the_key_back_and_enter_keeps_it(table: Table) -> None:
    with_glossary(table, lo="liaison office")
    table.type("see ;lo ")
    assert table.view.area.edit.text() == "see liaison office "
    table.press(Qt.Key.Key_Z, CONTROL)
    assert table.view.area.edit.text() == "see ;lo "
    table.type("x")
    assert table.view.area.edit.text() == "see ;lo x"
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert table.entries()[-1].text == "see ;lo x"
    table.type(";lo ")
    assert table.view.area.edit.text() == "liaison office "


def test_nothing_expands_behind_the_escape(table: Table) -> None:
    with_glossary(table, lo="liaison office")
    table.enter("\\a ;lo here", "hw: \\a ;lo there")
    assert [entry.text for entry in table.entries()] == ["a ;lo here", "a ;lo there"]


def test_an_emoji_before_the_key_moves_nothing(table: Table) -> None:
    with_glossary(table, lo="liaison 🦢 office")
    table.type("🦢 ;lo in")
    assert table.view.area.edit.text() == "🦢 liaison 🦢 office in"


def sheet_of(table: Table) -> ShorthandSheet:
    found = table.view.findChild(ShorthandSheet)
    assert isinstance(found, ShorthandSheet)
    return found


def presenter_of(table: Table) -> ShorthandPresenter:
    found = table.view.findChild(ShorthandPresenter)
    assert isinstance(found, ShorthandPresenter)
    return found


def stored(table: Table) -> dict[str, str]:
    dialogue = dialogue_of(table)
    return dict(table.read(lambda reader: glossary.glossary_of(reader, dialogue)))


def press_control(table: Table, key: Qt.Key) -> None:
    """As a person does: also to what a shortcut of the window would take."""
    table.press(key, CONTROL)


def open_list(table: Table) -> ShorthandSheet:
    presenter = presenter_of(table)
    wait_for(presenter.looking, lambda: press_control(table, Qt.Key.Key_G))
    sheet = sheet_of(table)
    assert sheet.isVisible()
    table.settle()
    return sheet


def type_here(text: str) -> None:
    QTest.keyClicks(focused(), text)


def test_words_selected_in_the_line_get_a_key_in_place(table: Table) -> None:
    table.type("hw: the liaison office")
    for _ in "liaison office":
        table.press(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    press_control(table, Qt.Key.Key_G)
    prompt = table.view.findChild(ShorthandPrompt)
    assert prompt is not None
    assert prompt.isVisible()
    assert prompt.edit.text() == "lo"
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert not prompt.isVisible()
    assert table.view.area.edit.hasFocus()
    assert stored(table) == {"lo": "liaison office"}
    table.type(" and a ;lo ")
    assert table.view.area.edit.text() == "hw: the liaison office and a liaison office "


def test_a_bad_key_is_told_in_place_and_esc_leaves(table: Table) -> None:
    with_glossary(table, lo="liaison office")
    table.type("denuclearisation")
    press_control(table, Qt.Key.Key_G)
    type_here("lo")
    table.press(Qt.Key.Key_Return)
    table.settle()
    prompt = table.view.findChild(ShorthandPrompt)
    assert prompt is not None
    assert "other words" in prompt._wrong.text()
    table.press(Qt.Key.Key_Escape)
    assert not prompt.isVisible()
    assert table.view.area.edit.hasFocus()
    assert table.view.area.edit.text() == "denuclearisation"


def test_the_list_is_filled_changed_and_taken_back_by_keys(table: Table) -> None:
    sheet = open_list(table)
    type_here("lo")
    table.press(Qt.Key.Key_Return)
    type_here("liaison office")
    table.press(Qt.Key.Key_Return)
    table.settle()
    type_here("cb")
    table.press(Qt.Key.Key_Tab)
    type_here("confidence building")
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert stored(table) == {"lo": "liaison office", "cb": "confidence building"}
    sheet.table.setFocus()
    sheet.table.choose(0, Column.WORDS)
    table.press(Qt.Key.Key_Return)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "confidence measures")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    table.settle()
    assert stored(table)["cb"] == "confidence measures"
    table.press(Qt.Key.Key_Delete, widget=sheet.table)
    table.settle()
    assert stored(table) == {"lo": "liaison office"}
    assert table.composition.window.findChildren(RecordRoom)[0]._desk.glossary == {"lo": "liaison office"}
    for then in ("confidence measures", "confidence building"):
        table.press(Qt.Key.Key_Z, CONTROL, sheet.table)
        table.settle()
        assert stored(table)["cb"] == then
    table.press(Qt.Key.Key_Y, CONTROL, sheet.table)
    table.settle()
    assert stored(table)["cb"] == "confidence measures"


def test_undo_on_the_sheet_leaves_the_record_alone(table: Table) -> None:
    table.enter("hw: a first line")
    sheet = open_list(table)
    table.press(Qt.Key.Key_Z, CONTROL, sheet.table)
    table.settle()
    assert len(table.entries()) == 1


def test_a_double_key_and_missing_words_are_told_at_their_fields(table: Table) -> None:
    with_glossary(table, lo="liaison office")
    sheet = open_list(table)
    type_here("LO")
    table.press(Qt.Key.Key_Tab)
    type_here("local office")
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert "other words" in sheet.key._wrong.text()
    assert sheet.words.text() == "local office"
    assert stored(table) == {"lo": "liaison office"}


def test_the_list_narrows_as_one_types_and_says_what_to_do_when_empty(table: Table) -> None:
    sheet = open_list(table)
    assert sheet._below.text() == NOTHING_YET
    table.press(Qt.Key.Key_Escape)
    with_glossary(table, lo="liaison office", cb="confidence building")
    sheet = open_list(table)
    assert sheet.model.rowCount() == 2
    table.press(Qt.Key.Key_Tab)
    type_here("build")
    assert [sheet.model.index(0, 0).data(), sheet.model.rowCount()] == [";cb", 1]
    type_here("x")
    assert sheet._below.text() == NO_MATCH


def test_phrases_often_typed_are_proposed_taken_and_declined_by_one_key(table: Table) -> None:
    for _ in range(4):
        table.enter("hw: a liaison office, near the border zone; Kang Yong-chol nods")
    presenter = presenter_of(table)
    wait_for(presenter.proposals_shown, lambda: press_control(table, Qt.Key.Key_G))
    sheet = sheet_of(table)
    if not sheet.proposals.rowCount():
        wait_for(presenter.proposals_shown, lambda: None)
    shown = [sheet.proposals.index(row).data() for row in range(sheet.proposals.rowCount())]
    assert shown == ["liaison office", "border zone"]
    sheet.list.setFocus()
    table.press(Qt.Key.Key_Return)
    table.settle()
    assert stored(table) == {"lo": "liaison office"}
    table.press(Qt.Key.Key_Delete)
    table.settle()
    assert sheet.proposals.rowCount() == 0
    table.press(Qt.Key.Key_Escape)
    wait_for(presenter.proposals_shown, lambda: press_control(table, Qt.Key.Key_G))
    table.settle()
    assert sheet.proposals.rowCount() == 0


def test_a_list_goes_out_and_comes_back_and_never_into_the_vault(table: Table, tmp_path: Path) -> None:
    with_glossary(table, lo="liaison office")
    sheet, presenter = open_list(table), presenter_of(table)
    sheet.files.ask_folder()
    folder = table.composition.office.folder
    assert folder is not None
    sheet.files.folder.set_folder(folder)
    wait_for(presenter.failed, lambda: table.press(Qt.Key.Key_Return))
    assert "inside a vault" in sheet.files.folder._wrong.text()
    sheet.files.folder.set_folder(tmp_path / "out")
    wait_for(presenter.exported, lambda: table.press(Qt.Key.Key_Return))
    assert (tmp_path / "out" / "shorthand.csv").read_text(
        encoding="utf-8"
    ) == "key,words\nlo,liaison office\n"
    (tmp_path / "in.tsv").write_text("lo\tlocal office\nbz\tborder zone\n", encoding="utf-8")
    sheet.files.ask_file()
    sheet.files.file.set_folder(tmp_path / "in.tsv")
    wait_for(presenter.imported, lambda: table.press(Qt.Key.Key_Return))
    assert ";lo (line 1)" in sheet.message.words()
    assert stored(table) == {"lo": "liaison office", "bz": "border zone"}
    table.press(Qt.Key.Key_Z, CONTROL, sheet.table)
    table.settle()
    assert stored(table) == {"lo": "liaison office"}


def test_hiding_and_locking_leave_no_word_of_the_list(table: Table) -> None:
    with_glossary(table, lo="liaison office")

    def hide() -> None:
        table.press(Qt.Key.Key_F12)

    for leave in (hide, table.composition.office.lock):
        sheet = open_list(table)
        type_here("secretkey")
        leave()
        assert not sheet.isVisible()
        assert sheet.model.rowCount() == 0
        assert not sheet.key.text()
        table.settle()
        if table.composition.office.is_open:
            table.press(Qt.Key.Key_F12)
            table.settle()
