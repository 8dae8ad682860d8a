"""The agenda of a meeting: sessions with their planned times and own rule, changed where they stand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.language import RULE_WORDS
from dialogue_notes.domain.record import Session
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import bring_into_sight, column, row
from dialogue_notes.ui.meetings.agenda_model import AgendaColumn, AgendaModel
from dialogue_notes.ui.meetings.cells import ChoiceCells, LineCells, TableOfCells
from dialogue_notes.ui.meetings.reason_line import ReasonLine
from dialogue_notes.ui.theme.theme import theme


class AgendaPane(QWidget):
    """`added(title)`, `edited(id, column, text)`, `removed(id)`, `moved(id, step)`."""

    added = Signal(str)
    edited = Signal(str, int, str)
    removed = Signal(str)
    moved = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._model = AgendaModel()
        self._table = TableOfCells("Agenda")
        self._table.setModel(self._model)
        self._table.setItemDelegate(LineCells(self._table))
        self._table.setItemDelegateForColumn(AgendaColumn.RULE, ChoiceCells(self._table, _rules))
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(AgendaColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        self.reason = ReasonLine()
        self._wrong = PlainLabel("Write times as 9:15.", tone=Tone.RED, size=Size.SMALL)
        self._wrong.hide()
        hint = PlainLabel("Alt ↑ ↓ move · Del removes", tone=Tone.MUTED, size=Size.SMALL)
        caption = row(CapsLabel("Agenda"), None, hint)
        self.setLayout(column(caption, self._table, self._wrong, self.reason, gap=6))
        self._connect()
        theme().changed.connect(self._measure)
        self._measure()

    def show_sessions(self, sessions: tuple[Session, ...]) -> None:
        """Shows the agenda; the cursor stays on the session that it was on."""
        now = self._table.currentIndex()
        row_number, column_number = now.row(), max(now.column(), 0)
        session = self._model.session(row_number)
        is_longer = now.isValid() and session is None and len(sessions) > row_number
        self._wrong.hide()
        self._model.show_sessions(sessions)
        self._fit()
        place = self._model.row_of(session.id) if session else -1
        if is_longer:  # what was typed in the empty row is a session now: the next one, or on with this one
            if not self._table.go_on_with(len(sessions) - 1, AgendaColumn.START):
                self._table.choose(len(sessions), AgendaColumn.TITLE)
        elif place != self._table.currentIndex().row() or place < 0:
            self._table.choose(place if place >= 0 else min(max(row_number, 0), len(sessions)), column_number)

    def take_focus(self) -> None:
        """The cursor goes to the table."""
        self._table.setFocus()
        bring_into_sight(self._table)

    def forget(self) -> None:
        """No title stays."""
        self.reason.forget()
        self._model.show_sessions(())

    def _connect(self) -> None:
        self._model.added.connect(self.added)
        self._model.edited.connect(self.edited)
        self._model.edited.connect(self._wrong.hide)
        self._model.time_refused.connect(self._wrong.show)
        self._table.remove_requested.connect(self._on_remove)
        self._table.move_requested.connect(self._on_move)

    def _on_remove(self, row_number: int) -> None:
        session = self._model.session(row_number)
        if session is not None:
            self.removed.emit(session.id)

    def _on_move(self, row_number: int, step: int) -> None:
        session = self._model.session(row_number)
        if session is not None:
            self.moved.emit(session.id, step)

    def _measure(self) -> None:
        for place, width in ((AgendaColumn.START, 46), (AgendaColumn.END, 46), (AgendaColumn.RULE, 126)):
            self._table.setColumnWidth(place, theme().px(width))
        self._fit()

    def _fit(self) -> None:
        """As high as the agenda, within reason: three rows at least, seven at most."""
        rows = min(max(self._model.rowCount(), 3), 7)
        self._table.setFixedHeight(
            theme().px(34) * rows + self._table.horizontalHeader().sizeHint().height() + 2
        )


def _rules() -> list[tuple[str, str]]:
    return [("", "as the meeting"), *((rule.value, RULE_WORDS[rule]) for rule in GroundRule)]
