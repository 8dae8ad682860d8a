"""The points as a page to work on: the outline, and below it the one line that edits, writes and adds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from dialogue_notes.domain.codes import Sureness
from dialogue_notes.domain.language import SURENESS_WORDS
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import ChoiceField, TextField
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import Hairline, column, panel, row
from dialogue_notes.ui.summary.model import OutlineRow, RowModel
from dialogue_notes.ui.summary.outline import Outline
from dialogue_notes.ui.theme.theme import theme

HINT = "Enter edits · Alt and ↑ ↓ move · Delete removes · Ctrl Z undoes"
FIELD_HINT = "Enter keeps it · Shift and Enter begin a line · Esc leaves it as it was"


class _WritingField(TextField):
    """Enter keeps the text, Shift and Enter begins a line, Esc leaves it as it was."""

    kept = Signal(str)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not has_shift:
            self.kept.emit(self.toPlainText())
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class PointsEditor(QFrame):
    """Signals carry ids; `text_kept(section_id, point_id, text)`: an empty `point_id` renames the section.

    `point_written(section_id, text)` and `section_added(title)` add; `moved(section_id, point_id, step)`.
    """

    text_kept = Signal(str, str, str)
    point_written = Signal(str, str)
    section_added = Signal(str)
    removed = Signal(str, str)
    moved = Signal(str, str, int)
    sureness_chosen = Signal(str, object)
    confirmed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.model: RowModel[OutlineRow] = RowModel()
        self.outline = Outline(self.model)
        self.field = _WritingField("Text of the point", "Write a point: Enter keeps it")
        self.field.setProperty("face", "record")
        self.field.setFixedHeight(theme().px(84))
        self.sureness = ChoiceField(
            "How sure it is", [(each.value, SURENESS_WORDS[each] or "not said") for each in Sureness]
        )
        self._caption = PlainLabel(tone=Tone.MUTED, size=Size.SMALL)
        self._mode = ""
        self._section = Button("Add a heading", kind=ButtonKind.LINK, icon="plus")
        self._confirm = Button("It still holds", kind=ButtonKind.LINK, icon="check")
        self._write = Button("Write a point", kind=ButtonKind.LINK, icon="plus")
        self._foot = panel(
            column(self._caption, self.field, PlainLabel(FIELD_HINT, tone=Tone.MUTED, size=Size.SMALL), gap=5)
        )
        self._lay_out()
        self._connect()
        self.close_field()

    def show_outline(self, rows: tuple[OutlineRow, ...]) -> None:
        """Shows the rows; the place goes along with its row, or to the one row that is new."""
        before, chosen = self.outline.currentIndex().row(), self.current()
        known = {_identity(self.model.row_at(number)) for number in range(self.model.rowCount())}
        self.model.set_rows(rows)
        places = {_identity(row_now): place for place, row_now in enumerate(rows)}
        new = [place for identity, place in places.items() if identity not in known]
        target = min(max(before, 0), len(rows) - 1)
        if known and len(new) == 1:
            target = new[0]
        elif chosen is not None:
            target = places.get(_identity(chosen), target)
        self.outline.setCurrentIndex(self.model.index(target))
        self._on_current()

    def current(self) -> OutlineRow | None:
        """The row chosen."""
        return self.model.row_at(self.outline.currentIndex().row())

    def begin_point(self) -> None:
        """Opens the field for a new point in the chosen section."""
        if self.current() is not None:
            self._open("point", "A new point under the heading chosen", "")

    def begin_section(self) -> None:
        """Opens the field for a new heading."""
        self._open("section", "A new heading", "")

    def close_field(self) -> None:
        """Puts the field away without keeping anything."""
        self._mode = ""
        self.field.forget()
        self._foot.hide()
        self._keys.show()

    def hand_in(self) -> None:
        """Keeps what is half written, if it is anything; for locking, which leaves no field open."""
        if self._mode and self.field.toPlainText().strip():
            self._keep(self.field.toPlainText())

    def forget(self) -> None:
        """Shows nothing of the vault."""
        self.model.set_rows(())
        self.close_field()

    def _edit(self, number: int) -> None:
        row_now = self.model.row_at(number)
        if row_now is not None:
            words = "The point, in your own words" if row_now.point_id else "The heading"
            self._open("edit", words, row_now.text)

    def _open(self, mode: str, caption: str, text: str) -> None:
        self._mode = mode
        self._caption.setText(caption)
        self.field.setPlainText(text)
        self.field.selectAll()
        self._keys.hide()
        self._foot.show()
        self.field.setFocus()

    def _keep(self, text: str) -> None:
        mode, chosen = self._mode, self.current()
        if not text.strip():
            self._caption.setText("Nothing is written yet. Esc leaves it as it was.")
            return
        self.close_field()
        self.outline.setFocus()
        if mode == "section":
            self.section_added.emit(text.strip())
        elif mode == "point" and chosen is not None:
            self.point_written.emit(chosen.section_id, text)
        elif chosen is not None and text != chosen.text:
            self.text_kept.emit(chosen.section_id, chosen.point_id, text)

    def _leave(self) -> None:
        self.close_field()
        self.outline.setFocus()

    def _on_current(self) -> None:
        chosen = self.current()
        self.sureness.setEnabled(chosen is not None and bool(chosen.point_id))
        self._write.setEnabled(chosen is not None)
        self._confirm.setVisible(chosen is not None and chosen.is_stale)
        if chosen is not None:
            self.sureness.set_code(chosen.sureness.value)

    def _emit_row(self, number: int, step: int | None) -> None:
        chosen = self.model.row_at(number)
        if chosen is None:
            return
        if step is None:
            self.removed.emit(chosen.section_id, chosen.point_id)
        else:
            self.moved.emit(chosen.section_id, chosen.point_id, step)

    def _choose_sureness(self, code: str) -> None:
        chosen = self.current()
        if chosen is not None and chosen.point_id:
            self.sureness_chosen.emit(chosen.point_id, Sureness(code))

    def _confirm_point(self) -> None:
        chosen = self.current()
        if chosen is not None and chosen.point_id:
            self.confirmed.emit(chosen.point_id)

    def _connect(self) -> None:
        self.outline.entered.connect(self._edit)
        self.outline.removed.connect(lambda number: self._emit_row(number, None))
        self.outline.moved.connect(self._emit_row)
        self.outline.selectionModel().currentChanged.connect(lambda *_: self._on_current())
        self.field.kept.connect(self._keep)
        self.field.left.connect(self._leave)
        self.sureness.chosen.connect(self._choose_sureness)
        self._section.clicked.connect(self.begin_section)
        self._write.clicked.connect(self.begin_point)
        self._confirm.clicked.connect(self._confirm_point)

    def _lay_out(self) -> None:
        below = row(self._write, self._section, self._confirm, None, self.sureness, gap=8)
        self._keys = PlainLabel(HINT, tone=Tone.MUTED, size=Size.SMALL)
        layout = column(
            self.outline, Hairline(), self._foot, self._keys, below, margins=(18, 6, 18, 12), gap=9
        )
        layout.setStretch(0, 1)
        self.setLayout(layout)


def _identity(row_now: OutlineRow | None) -> tuple[str, str]:
    return (row_now.section_id, row_now.point_id) if row_now is not None else ("", "")
