"""The panel of dangers: acts taken back in their turn, several places, what was not considered, and no button cut."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from dialogue_notes.domain.dangers.danger import KIND_TITLES, DangerKind, FoundDanger, Spot
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.services.earlier_exports import unknown_words
from dialogue_notes.ui.common.buttons import Button
from dialogue_notes.ui.common.labels import PlainLabel
from dialogue_notes.ui.review.dangers.model import NOTHING_YET, DangerRow, Head, Look
from tests.ui.conftest import wait_for
from tests.ui.review.dangers.danger_table import CONTROL, Table, choose, kinds, settle


def test_one_ctrl_z_takes_one_act_back(table: Table) -> None:
    settle(table, DangerKind.QUOTE, "seen")
    settle(table, DangerKind.NOT_READ_BACK, "seen")
    table.press(Qt.Key.Key_Z, CONTROL)
    assert KIND_TITLES[DangerKind.NOT_READ_BACK] in kinds(table)
    assert KIND_TITLES[DangerKind.QUOTE] not in kinds(table)


def test_ctrl_shift_z_does_again_what_was_taken_back(table: Table) -> None:
    settle(table, DangerKind.NOT_READ_BACK, "seen")
    table.press(Qt.Key.Key_Z, CONTROL)
    assert KIND_TITLES[DangerKind.NOT_READ_BACK] in kinds(table)
    assert "Taken back: settling a danger." in table.panel.message.words()
    table.press(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert KIND_TITLES[DangerKind.NOT_READ_BACK] not in kinds(table)


def test_acts_of_an_earlier_day_are_taken_back_too(table: Table) -> None:
    settle(table, DangerKind.NOT_READ_BACK, "seen")
    table.panel.hide()
    table.panel.forget()
    table.panel.show()
    table.staff.settle()
    table.panel.take_focus()
    table.press(Qt.Key.Key_Z, CONTROL)
    assert KIND_TITLES[DangerKind.NOT_READ_BACK] in kinds(table)


def test_enter_goes_through_all_places_of_a_danger_that_has_several(table: Table) -> None:
    spots = tuple(Spot(intervention_place(f"t{number}"), number, number + 2) for number in range(3))
    found = FoundDanger(
        "k", DangerKind.JOINED_FACTS, spots[0].place, 0, 2, "Marlow", "why", (), "", spots=spots
    )
    row = DangerRow(
        "k",
        Look.OPEN,
        "Facts",
        "Marlow",
        "why",
        "Entries 1, 2 and 3",
        place=spots[0].place,
        danger=found,
        spots=spots,
    )
    table.panel.show_dangers(
        replace(NOTHING_YET, rows={**NOTHING_YET.rows, Head.OPEN: (row,)}, has_entries=True)
    )
    gone = [wait_for(table.panel.place_requested, lambda: table.press(Qt.Key.Key_Return)) for _ in range(4)]
    assert [one[1] for one in gone] == [0, 1, 2, 0]
    words = [one.text() for one in table.panel.findChildren(PlainLabel) if one.isVisible()]
    assert "It stands at 3 places. Enter goes to the next of them." in words


def test_exports_that_could_not_be_considered_are_named_and_forgotten_at_lock(table: Table) -> None:
    words = unknown_words(3, 2)
    table.panel.show_dangers(replace(NOTHING_YET, has_entries=True, unknown=words))
    shown = [one.text() for one in table.panel.findChildren(PlainLabel) if one.isVisible()]
    assert words in shown
    table.panel.choose_head(Head.CLUES)
    assert words not in [one.text() for one in table.panel.findChildren(PlainLabel) if one.isVisible()]
    table.panel.show_dangers(replace(NOTHING_YET, has_entries=True))
    table.panel.choose_head(Head.OPEN)
    assert words not in [one.text() for one in table.panel.findChildren(PlainLabel) if one.isVisible()]


def test_no_button_is_cut_in_a_narrow_panel(table: Table) -> None:
    table.window.resize(320, 560)
    table.staff.settle()
    for kind in (DangerKind.PRIVATE_REMARK, DangerKind.QUOTE, DangerKind.NOT_READ_BACK):
        choose(table, kind)
        table.staff.settle()
        seen = [one for one in table.panel.findChildren(Button) if one.isVisible() and one.text()]
        assert len(seen) > 1
        for button in seen:
            assert button.width() >= button.sizeHint().width(), button.text()
            around = button.parentWidget()
            assert around is not None
            assert button.geometry().bottom() < around.height(), button.text()
