"""Two rapporteurs' records of a meeting side by side: the panel's widgets."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QSizePolicy

from dialogue_notes.services.parallel.rows import RowState
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.fields import ChoiceField
from dialogue_notes.ui.common.flow import Flow
from dialogue_notes.ui.common.folders import FileField
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import Hairline, bring_into_sight, column, panel, row, scrolled
from dialogue_notes.ui.common.messages import BusyLine, InlineMessage
from dialogue_notes.ui.review.side_by_side.list import SideList
from dialogue_notes.ui.review.side_by_side.model import ShownRow, SideModel, SideShown
from dialogue_notes.ui.review.side_by_side.row import GUTTER, LEFT, RIGHT
from dialogue_notes.ui.review.side_by_side.words import CLOSED, EMPTY, LEGEND, NONE_OPEN, STRIKE
from dialogue_notes.ui.theme.theme import theme

_LOW, _LEAST = 400, 150
"""Drawn pixels of height from which on title and legend have room, and that the rows have at least."""


class SideBySidePanel(QFrame):
    """Signals: `take_requested(key)`, `keep_requested(key)`, `strike_requested(key)` for a row; `file_requested(Path)`,
    `record_requested(id)`, `speakers_requested(bool)`, `put_away_requested()`, `undo_requested()`,
    `redo_requested()`; `left()` on Esc.
    """

    take_requested = Signal(str)
    keep_requested = Signal(str)
    strike_requested = Signal(str)
    file_requested = Signal(object)
    record_requested = Signal(str)
    speakers_requested = Signal(bool)
    put_away_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Two records side by side")
        self.model = SideModel()
        self.rows = SideList(self.model)
        self.message = InlineMessage()
        self.busy = BusyLine(can_cancel=False)
        self.file = FileField("The other rapporteur's meeting file")
        self.records = ChoiceField("The other record", ())
        self.only_open = QCheckBox("Differences only (F)")
        self.speakers = QCheckBox("Who spoke (Alt+S)")
        self.take = Button("Take over", keys="Return")
        self.keep = Button("Keep as a difference", keys="K")
        self.undo = Button("Undo", kind=ButtonKind.QUIET, keys="Ctrl+Z")
        self.strike = Button("Strike there …", kind=ButtonKind.DANGER, keys="X")
        self.put_away = Button("Remove the other record", kind=ButtonKind.QUIET)
        self.another = Button("Set another beside …", kind=ButtonKind.QUIET)
        self.set_beside = Button("Set beside", kind=ButtonKind.PRIMARY)
        self.leave_file = Button("Cancel", kind=ButtonKind.QUIET)
        self._count = PlainLabel(tone=Tone.MUTED)
        self._none = PlainLabel(NONE_OPEN, tone=Tone.MUTED, wraps=True)
        self._closed = PlainLabel(CLOSED, tone=Tone.AMBER, size=Size.SMALL, wraps=True)
        self._empty = PlainLabel(EMPTY, tone=Tone.MUTED, wraps=True)
        self._goes_on = ""
        self._takes_focus = False
        self._shown = SideShown()
        self._lay_out()
        self._connect()
        self.show_side(SideShown())

    def show_side(self, shown: SideShown) -> None:
        """Shows two records, at the row where a person was, or at the next open one after an act on that."""
        before, place = self.rows.key(), self.rows.currentIndex().row()
        is_new = (
            self._takes_focus and bool(shown.records) is not bool(self._shown.records) and self._has_focus()
        )
        self._shown = shown
        self.model.set_rows(shown.rows)
        self._show_parts(asks=not shown.records)
        with QSignalBlocker(self.records):
            self.records.set_choices(shown.records)
            self.records.set_code(shown.chosen)
        self.speakers.setChecked(shown.with_speakers)
        self._closed.setVisible(shown.is_closed)
        self._show_count()
        now = self.model.place_of(before)
        if now < 0:
            now = min(max(place, 0), self.model.rowCount() - 1) if before else self.model.next_open(-1, 1)
        self.rows.choose(max(now, 0))
        self._go_on(before)
        self._on_row()
        if is_new:  # what had the focus is hidden now
            self.take_focus()

    def show_row(self, shown: ShownRow) -> None:
        """Shows another state of one row, and goes on to the next open one if that was what a person did."""
        self.model.replace_row(shown)
        rows = tuple(shown if one.key == shown.key else one for one in self._shown.rows)
        self._shown = replace(self._shown, rows=rows)
        self._show_count()
        self._go_on(shown.key)
        self._on_row()

    def show_done(self, words: str) -> None:
        """Says in place what was done, with its undoing."""
        self.message.show_words(words, tone=Tone.GREEN, action="Undo", act=self.undo_requested.emit)

    def show_undone(self, words: str) -> None:
        """Something was taken back, or done again."""
        self.message.show_words(words, tone=Tone.GREEN)

    def show_reading(self, is_reading: bool) -> None:
        """Whether a file is being read."""
        self.busy.start("Reading the file") if is_reading else self.busy.stop()
        self.set_beside.setEnabled(not is_reading)

    def take_focus(self) -> None:
        """The rows if there are any, else the question for a file; once it is read, if it is being read."""
        self._takes_focus = True
        (self.rows if self._shown.records else self.file).setFocus()

    def forget(self) -> None:
        """Drops every word."""
        self.rows.forget()
        self.message.forget()
        self.busy.stop()
        self.file.forget()
        self._goes_on, self._takes_focus = "", False
        self.show_side(SideShown())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.rows and event.type() is QEvent.Type.FocusIn:
            bring_into_sight(self.rows)
        return super().eventFilter(watched, event)

    def _has_focus(self) -> bool:
        widget = QApplication.focusWidget()
        return widget is not None and self.isAncestorOf(widget)

    def _leave(self) -> None:
        if self._asking.isVisible() and self._shown.records:
            self._show_parts(asks=False)
            self.rows.setFocus()
        else:
            self.left.emit()

    def _show_parts(self, *, asks: bool) -> None:
        has_any = bool(self._shown.records)
        self._asking.setVisible(asks)
        self._empty.setVisible(not has_any)
        self.leave_file.setVisible(has_any)
        self._head.setVisible(has_any)
        self._foot.setVisible(has_any)
        self._body.setVisible(has_any)
        self._rest.setVisible(not has_any)
        self.another.setEnabled(not asks)

    def _show_count(self) -> None:
        self._count.setText(self._shown.count_words)
        self._head.place()

    def _on_row(self) -> None:
        self._none.setVisible(bool(self._shown.rows) and not self.model.rowCount())
        row = self.model.row_at(self.rows.currentIndex().row())
        can_take = row is not None and row.right is not None and not row.right.is_quiet
        differs = row is not None and row.state is not RowState.SAME
        self.take.setEnabled(can_take and differs and not self._shown.is_closed)
        self.strike.setEnabled(can_take)
        self.keep.setEnabled(differs)
        is_settled = row is not None and row.state is RowState.SETTLED
        self.keep.set_words("Open the difference again" if is_settled else "Keep as a difference")

    def _act(self, signal: str) -> None:
        key = self.rows.key()
        row = self.model.row_at(self.rows.currentIndex().row())
        if row is None or row.state is RowState.SAME:
            return
        if signal == "take" and self.take.isEnabled():
            self._goes_on = key
            self.take_requested.emit(key)
        elif signal == "take" and self._shown.is_closed:
            self.message.show_words(CLOSED, tone=Tone.AMBER)
        elif signal == "keep":
            self._goes_on = key if row.is_open else ""
            self.keep_requested.emit(key)

    def _ask_strike(self) -> None:
        key = self.rows.key()
        if key and self.strike.isEnabled():
            self.message.show_words(
                STRIKE, tone=Tone.AMBER, action="Destroy them", act=lambda: self.strike_requested.emit(key)
            )

    def _go_on(self, key: str) -> None:
        if not self._goes_on or key != self._goes_on:
            return
        self._goes_on = ""
        row = self.model.row_at(self.rows.currentIndex().row())
        if row is None or not row.is_open:
            self.rows.choose_open(1)

    def _filter(self) -> None:
        self.only_open.setChecked(not self.only_open.isChecked())
        self._on_filter()

    def _on_filter(self) -> None:
        key = self.rows.key()
        self.model.set_only_open(only_open=self.only_open.isChecked())
        self.rows.choose(max(self.model.place_of(key), 0))
        self._on_row()

    def _ask_file(self) -> None:
        self._show_parts(asks=True)
        self.file.setFocus()

    def _on_file(self) -> None:
        if self.file.text():
            self.file_requested.emit(self.file.file())

    def _connect(self) -> None:
        self.rows.take_requested.connect(lambda _key: self._act("take"))
        self.rows.keep_requested.connect(lambda _key: self._act("keep"))
        self.rows.strike_requested.connect(lambda _key: self._ask_strike())
        self.rows.filtered.connect(self._filter)
        self.rows.undo_requested.connect(self.undo_requested)
        self.rows.redo_requested.connect(self.redo_requested)
        self.rows.left.connect(self._leave)
        self.rows.moved.connect(self._on_row)
        self.take.clicked.connect(lambda: self._act("take"))
        self.keep.clicked.connect(lambda: self._act("keep"))
        self.strike.clicked.connect(self._ask_strike)
        self.undo.clicked.connect(self.undo_requested)
        self.put_away.clicked.connect(self.put_away_requested)
        self.another.clicked.connect(self._ask_file)
        self.leave_file.clicked.connect(self._leave)
        self.set_beside.clicked.connect(self._on_file)
        self.file.edit.returnPressed.connect(self._on_file)
        self.only_open.clicked.connect(self._on_filter)
        self.speakers.clicked.connect(self.speakers_requested)
        self.records.chosen.connect(self.record_requested)

    def _lay_out(self) -> None:
        self._head = Flow((self._count, self.only_open, self.speakers, self.records), gap=16)
        names = [CapsLabel("This record"), CapsLabel("The other record")]
        for name in names:  # as wide as the columns below, whatever their words
            name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        titles = row(*names, margins=(LEFT, 4, RIGHT + 8, 4), gap=GUTTER)
        none = column(self._none, margins=(18, 10, 18, 0))
        self._body = panel(column(titles, Hairline(), none, self.rows, Hairline(), gap=2))
        asked = row(self.file, self.set_beside, self.leave_file)
        for button in (self.set_beside, self.leave_file):
            asked.setAlignment(button, Qt.AlignmentFlag.AlignBottom)
        self._asking = panel(asked)
        self._legend = PlainLabel(LEGEND, tone=Tone.MUTED, size=Size.SMALL, wraps=True)
        acts, rest = Flow((self.take, self.keep, self.undo)), Flow((self.another, self.put_away, self.strike))
        self._foot = panel(column(self._legend, self._closed, acts, rest))
        for part in (self._asking, self._foot):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._title = PlainLabel("Two records side by side", size=Size.LARGE, strong=True)
        top = column(
            self._title,
            self._empty,
            self._head,
            self._asking,
            self.busy,
            self.message,
            margins=(18, 14, 18, 4),
        )
        self._rest = panel(column(None))
        whole = column(top, self._body, self._rest, column(self._foot, margins=(18, 6, 18, 12)), gap=4)
        whole.setStretch(1, 1)
        whole.setStretch(2, 1)
        page = scrolled(whole)
        page.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayout(column(page))
        self.rows.installEventFilter(self)
        theme().changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        """Where the window is low for the text's size, the rows come first, and to the rest one scrolls."""
        is_low = self.height() < theme().px(_LOW)
        self._title.setVisible(not is_low)
        self._legend.setVisible(not is_low)
        self.rows.setMinimumHeight(theme().px(_LEAST))
