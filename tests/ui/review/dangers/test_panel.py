"""The panel of dangers by keys: each with its reason, settled, withheld, put in other words, and undone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from dialogue_notes.domain.codes import Kind, RedactionAction, RedactionState
from dialogue_notes.domain.dangers.danger import KIND_TITLES, DangerKind
from dialogue_notes.domain.redaction import PlaceKind
from dialogue_notes.services.entry_updates import update_entry
from dialogue_notes.storage import dangers as stored
from dialogue_notes.storage import interventions, quote_consents, redactions
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.common.labels import PlainLabel
from dialogue_notes.ui.review.dangers.model import NOTHING_YET, Head
from dialogue_notes.ui.review.dangers.panel import EMPTY, NO_RECORD
from tests.ui.conftest import wait_for
from tests.ui.review.dangers.danger_table import CONTROL, Table, choose, kinds, rows, settle, sheet_of
from tests.ui.review.panel_table import PRIVATE, QUOTE


def test_every_danger_stands_there_with_its_reason_the_gravest_first(table: Table) -> None:
    assert kinds(table) == [
        KIND_TITLES[one]
        for one in (
            DangerKind.PRIVATE_REMARK,
            DangerKind.SELF_REFERENCE,
            DangerKind.QUOTE,
            DangerKind.RARE_TOPIC,
            DangerKind.NOT_READ_BACK,
        )
        if KIND_TITLES[one] in kinds(table)
    ]
    assert {KIND_TITLES[DangerKind.PRIVATE_REMARK], KIND_TITLES[DangerKind.QUOTE]} <= set(kinds(table))
    assert all(row.why and row.where for row in rows(table))
    spoken = table.panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Marlow" in spoken
    assert "withhold the entry whole" in spoken


def test_enter_goes_to_the_place_and_escape_leaves(table: Table) -> None:
    choose(table, DangerKind.PRIVATE_REMARK)
    place, start, end = wait_for(table.panel.place_requested, lambda: table.press(Qt.Key.Key_Return))
    assert getattr(place, "kind", None) is PlaceKind.INTERVENTION
    assert PRIVATE[int(str(start)) : int(str(end))] == "Marlow"
    left = QSignalSpy(table.panel.left)
    table.press(Qt.Key.Key_Escape)
    assert left.count() == 1


def test_a_danger_is_settled_with_a_reason_by_keys_and_opened_again(table: Table) -> None:
    before = len(rows(table))
    settle(table, DangerKind.NOT_READ_BACK, "the chairs confirmed it")
    assert KIND_TITLES[DangerKind.NOT_READ_BACK] not in kinds(table)
    assert len(rows(table)) == before - 1
    table.panel.choose_head(Head.SETTLED)
    (seen,) = rows(table)
    assert "the chairs confirmed it" in seen.note
    assert "Anna Berg" in seen.note
    table.panel.take_focus()
    table.press(Qt.Key.Key_O)
    assert rows(table) == []
    table.panel.choose_head(Head.OPEN)
    assert len(rows(table)) == before


def test_without_a_reason_nothing_is_settled_and_escape_gives_the_list_back(table: Table) -> None:
    choose(table, DangerKind.NOT_READ_BACK)
    table.press(Qt.Key.Key_A)
    table.press(Qt.Key.Key_Return)
    assert not table.panel.reason.isHidden()
    table.press(Qt.Key.Key_Escape)
    assert table.panel.reason.isHidden()
    assert QApplication.focusWidget() is table.panel.list
    assert table.staff.read(lambda reader: stored.settled(reader, table.staff.meeting_id)) == ()


def test_a_reason_half_typed_outlives_a_new_look_at_the_dangers(table: Table) -> None:
    choose(table, DangerKind.QUOTE)
    table.press(Qt.Key.Key_A)
    QTest.keyClicks(table.panel.reason.edit, "the chairs")
    table.panel.show_dangers(table.panel._view)
    assert table.panel.reason.edit.hasFocus()
    assert table.panel.reason.text() == "the chairs"


def test_ctrl_z_takes_the_last_act_back(table: Table) -> None:
    before = kinds(table)
    settle(table, DangerKind.NOT_READ_BACK, "seen")
    table.press(Qt.Key.Key_Z, CONTROL)
    assert kinds(table) == before
    table.press(Qt.Key.Key_Z, CONTROL)
    assert table.panel.message.words()


def test_what_only_a_decision_ends_cannot_be_settled_here(table: Table) -> None:
    choose(table, DangerKind.SELF_REFERENCE)
    table.press(Qt.Key.Key_A)
    assert table.panel.reason.isHidden()


def test_w_withholds_the_entry_of_a_private_remark_whole_and_is_undone(table: Table) -> None:
    choose(table, DangerKind.PRIVATE_REMARK)
    table.press(Qt.Key.Key_W)
    assert KIND_TITLES[DangerKind.PRIVATE_REMARK] not in kinds(table)
    applied = [
        one
        for one in table.staff.read(lambda reader: redactions.redactions(reader, table.staff.meeting_id))
        if one.action is RedactionAction.WITHHOLD_ENTRY and one.state is RedactionState.ACCEPTED
    ]
    assert [(one.start, one.end) for one in applied] == [(0, len(PRIVATE))]
    table.press(Qt.Key.Key_Z, CONTROL)
    assert KIND_TITLES[DangerKind.PRIVATE_REMARK] in kinds(table)


def test_s_puts_a_quotation_in_reported_speech_and_is_undone(table: Table) -> None:
    entry = choose(table, DangerKind.QUOTE).entry_id
    table.press(Qt.Key.Key_S)
    assert KIND_TITLES[DangerKind.QUOTE] not in kinds(table)
    assert table.staff.read(lambda reader: interventions.intervention(reader, entry)).kind is Kind.STATEMENT
    table.press(Qt.Key.Key_Z, CONTROL)
    assert table.staff.read(lambda reader: interventions.intervention(reader, entry)).kind is Kind.QUOTE


def test_b_notes_that_an_agreement_was_read_back(table: Table) -> None:
    choose(table, DangerKind.NOT_READ_BACK)
    table.press(Qt.Key.Key_B)
    assert KIND_TITLES[DangerKind.NOT_READ_BACK] not in kinds(table)


def test_a_consent_is_noted_by_keys_for_the_exact_words_and_taken_back(table: Table) -> None:
    choose(table, DangerKind.QUOTE)
    table.press(Qt.Key.Key_Q)
    sheet = sheet_of(table)
    assert sheet.isVisible()
    table.press(Qt.Key.Key_Return)
    assert sheet.isVisible()  # nobody is said to have given it
    table.type("Kang")
    for words in ("Monday", "by hand", "", "Korean"):
        table.press(Qt.Key.Key_Tab)
        if words:
            table.type(words)
    table.press(Qt.Key.Key_Return)
    assert not sheet.isVisible()
    (kept,) = table.staff.read(lambda reader: quote_consents.consents(reader, table.staff.meeting_id))
    assert (kept.words, kept.by, kept.when, kept.how, kept.language) == (
        QUOTE,
        "Kang",
        "Monday",
        "by hand",
        "Korean",
    )
    assert KIND_TITLES[DangerKind.QUOTE] not in kinds(table)
    table.press(Qt.Key.Key_Z, CONTROL)
    assert KIND_TITLES[DangerKind.QUOTE] in kinds(table)


def test_descriptions_and_clues_have_their_own_heads(table: Table) -> None:
    table.panel.choose_head(Head.DESCRIPTIONS)
    assert [row.title for row in rows(table)] == ["One voice"]
    assert "people in the room" in rows(table)[0].why
    table.panel.choose_head(Head.CLUES)
    assert all(row.why for row in rows(table))


def test_what_changes_elsewhere_is_seen_here(table: Table) -> None:
    settle(table, DangerKind.NOT_READ_BACK, "seen")
    entry = table.staff.entries[5]

    def edit(vault: Vault) -> None:
        one = interventions.intervention(vault, entry)
        update_entry(vault, table.staff.meeting_id, one, replace(one, text="to meet again in June"))

    table.write(edit)
    row = choose(table, DangerKind.NOT_READ_BACK)
    assert "Changed since it was seen" in row.note


def test_locking_leaves_no_word_in_it(table: Table) -> None:
    settle(table, DangerKind.NOT_READ_BACK, "the chairs confirmed it")
    table.panel.forget()
    assert rows(table) == []
    assert table.panel.message.words() == ""


def test_a_meeting_without_entries_says_what_that_means(table: Table) -> None:
    table.panel.show_dangers(NOTHING_YET)
    words = [one.text() for one in table.panel.findChildren(PlainLabel) if one.isVisible()]
    assert NO_RECORD in words
    table.panel.show_dangers(replace(NOTHING_YET, has_entries=True))
    words = [one.text() for one in table.panel.findChildren(PlainLabel) if one.isVisible()]
    assert EMPTY[Head.OPEN] in words
