"""Pasting a roster: the table as it came, what was understood of it, and one step to take it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from dialogue_notes.errors import DialogueNotesError
from dialogue_notes.services.rosters import RosterRow
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import TextField
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.common.messages import InlineMessage
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.meetings.paste_model import PasteModel

READ_AFTER_MS = 150


class PasteSheet(Overlay):
    """`read_requested(text)` as the text changes; `taken()` when what was understood shall be kept."""

    read_requested = Signal(str)
    taken = Signal()

    def __init__(self, host: QWidget) -> None:
        self._text = TextField(
            "Table of participants",
            "Paste here what you copied from a spreadsheet, a document or a CSV file.\n\n"
            "One person a row: name, delegation, role, capacity, standing; or any order under a heading row.",
        )
        self._model = PasteModel()
        self._preview = _preview(self._model)
        self._understood = PlainLabel(tone=Tone.MUTED, wraps=True)
        self._problem = InlineMessage()
        self._take = Button("Add to the roster", kind=ButtonKind.PRIMARY, keys="Ctrl+Return")
        leave = Button("Leave", kind=ButtonKind.QUIET, keys="Esc")
        content = column(
            PlainLabel("Paste a table", size=Size.LARGE),
            self._text,
            self._understood,
            self._problem,
            self._preview,
            row(self._take, leave, None),
            margins=(22, 18, 22, 18),
            gap=10,
        )
        super().__init__(host, content, name="Paste a table of participants", width=860)
        self._text.setFixedHeight(150)
        self._preview.setMinimumHeight(190)
        self._settle = QTimer(self, singleShot=True, interval=READ_AFTER_MS)
        self._settle.timeout.connect(lambda: self.read_requested.emit(self._text.toPlainText()))
        self._text.textChanged.connect(self._settle.start)
        self._take.clicked.connect(self.taken)
        leave.clicked.connect(self.close_sheet)
        self.closed.connect(self._clear)

    def show_sheet(self) -> None:
        """Opens empty."""
        self._clear()
        self.open(self._text)

    def take(self) -> None:
        """What the button does, for its key."""
        if self._take.isEnabled() and self.isVisible():
            self.taken.emit()

    def show_rows(self, rows: tuple[RosterRow, ...]) -> None:
        """Shows the people found and which columns they came from."""
        self._problem.forget()
        self._model.show_rows(rows)
        people = "1 person" if len(rows) == 1 else f"{len(rows)} people"
        columns = ", ".join(self._model.columns()).lower()
        self._understood.setText(f"Understood: {people}, with {columns}." if rows else "")
        self._preview.setVisible(bool(rows))
        self._take.setEnabled(bool(rows))

    def show_problem(self, error: DialogueNotesError) -> None:
        """Names the row and column that could not be understood; nothing is taken meanwhile."""
        self.show_rows(())
        self._problem.show_error(error)

    def forget(self) -> None:
        super().forget()
        self._clear()

    def _clear(self) -> None:
        self._text.forget()
        self._settle.stop()
        self.show_rows(())
        self._problem.forget()


def _preview(model: PasteModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName("What was understood")
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return table
