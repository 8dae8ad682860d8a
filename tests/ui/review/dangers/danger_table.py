"""The panel of dangers alone in a window, and what its tests do there by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from dialogue_notes.app.compose import Composition
from dialogue_notes.domain.dangers.danger import KIND_TITLES, DangerKind
from dialogue_notes.ui.review.consents.sheet import ConsentSheet
from dialogue_notes.ui.review.dangers.list import ROW_ROLE
from dialogue_notes.ui.review.dangers.model import DangerRow
from dialogue_notes.ui.review.dangers.panel import DangersPanel
from dialogue_notes.ui.review.dangers.presenter import DangersPresenter, bind_dangers
from tests.ui.conftest import wait_for
from tests.ui.review.panel_table import PanelTable, set_table

Table = PanelTable[DangersPanel]
CONTROL = Qt.KeyboardModifier.ControlModifier


def set_panel(opened: Composition) -> Table:
    """The panel of dangers before a member of staff."""
    panel, presenter = DangersPanel(), DangersPresenter(opened.office)
    presenter.setParent(panel)
    made = set_table(opened, panel)
    sheet = ConsentSheet(made.window)
    bind_dangers(panel, sheet, presenter)
    wait_for(presenter.shown, presenter.wake)
    panel.take_focus()
    return made


def rows(table: Table) -> list[DangerRow]:
    model = table.panel.model
    return [model.index(number).data(ROW_ROLE) for number in range(model.rowCount())]


def kinds(table: Table) -> list[str]:
    return [row.title for row in rows(table)]


def choose(table: Table, kind: DangerKind) -> DangerRow:
    number = kinds(table).index(KIND_TITLES[kind])
    while table.panel.list.currentIndex().row() != number:
        step = Qt.Key.Key_Down if table.panel.list.currentIndex().row() < number else Qt.Key.Key_Up
        table.press(step)
    found = table.panel.current()
    assert found is not None
    return found


def sheet_of(table: Table) -> ConsentSheet:
    found = table.window.findChild(ConsentSheet)
    assert isinstance(found, ConsentSheet)
    return found


def settle(table: Table, kind: DangerKind, reason: str) -> None:
    choose(table, kind)
    table.press(Qt.Key.Key_A)
    table.type(reason)
    table.press(Qt.Key.Key_Return)
