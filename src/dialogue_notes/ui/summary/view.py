"""The Summary room's widgets: the sanitised record, the page or its points, and what is still in the way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from dialogue_notes.errors import KnownError
from dialogue_notes.ui.common.buttons import Button, ButtonKind, Segmented
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import Hairline, column, panel, row, side_width
from dialogue_notes.ui.common.messages import InlineMessage
from dialogue_notes.ui.common.rooms import RoomView
from dialogue_notes.ui.summary.editor import PointsEditor
from dialogue_notes.ui.summary.export_sheet import ExportSheet
from dialogue_notes.ui.summary.model import RowModel, SourceRow, SummaryShown
from dialogue_notes.ui.summary.pages import Pages
from dialogue_notes.ui.summary.register_sheet import RegisterSheet
from dialogue_notes.ui.summary.side import SidePanel
from dialogue_notes.ui.summary.sources import SourceList
from dialogue_notes.ui.theme.theme import theme

NO_RECORD = (
    "Nothing is recorded yet. Choose a meeting in Meetings, record it, review it, and summarise it here."
)
NO_SUMMARY = (
    "There is no summary for this audience yet. Begin with all that may be seen, or pick entry by entry."
)


class SummaryView(RoomView):
    """`pick_requested(intervention_id)` adds an entry as a point, or takes it out again."""

    pick_requested = Signal(str)
    draft_requested = Signal()
    empty_requested = Signal()
    undo_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sources_model: RowModel[SourceRow] = RowModel()
        self.sources = SourceList(self.sources_model)
        self.editor = PointsEditor()
        self.pages = Pages()
        self.side = SidePanel()
        self.message = InlineMessage()
        self.face = Segmented("Middle of the room", [("page", "Page"), ("points", "Points")])
        self.draft = Button("Draft from the whole record", kind=ButtonKind.PRIMARY)
        self.empty = Button("Begin with an empty page")
        self._empty_words = PlainLabel(tone=Tone.MUTED, wraps=True)
        self._caption = CapsLabel("Sanitised record")
        self._middle = QStackedWidget()
        self._lay_out()
        self.export_sheet = ExportSheet(self)
        self.register_sheet = RegisterSheet(self)
        self._connect()
        self.show_face("page")

    def show_summary(self, shown: SummaryShown) -> None:
        """Shows how one summary stands."""
        self._caption.set_words(f"Sanitised record · {shown.profile}")
        self.sources_model.set_rows(shown.sources)
        if shown.sources and not self.sources.currentIndex().isValid():
            self.sources.setCurrentIndex(self.sources_model.index(0))
        self.editor.show_outline(shown.outline)
        self.side.show_summary(shown)
        has_one = bool(shown.summary_id)
        self._empty_words.setText(NO_SUMMARY if shown.has_record else NO_RECORD)
        self.draft.setVisible(shown.has_record)
        self.empty.setVisible(shown.has_record)
        self.face.setVisible(has_one)
        self._middle.setCurrentIndex(self._face_index() if has_one else 2)

    def show_face(self, face: str) -> None:
        """Shows the page, or the points."""
        self.face.set_code(face)
        if self._middle.currentIndex() != 2:
            self._middle.setCurrentIndex(self._face_index())

    def turn_face(self) -> None:
        """From the page to the points and back, with the focus."""
        self.show_face("points" if self.face.code() == "page" else "page")
        self.focus_middle()

    def focus_middle(self) -> None:
        """Puts the focus on what the middle shows."""
        (self.editor.outline if self.face.code() == "points" else self.pages).setFocus()

    def write_point(self) -> None:
        """Opens the line for a new point."""
        self.show_face("points")
        self.editor.begin_point()

    def write_heading(self) -> None:
        """Opens the line for a new heading."""
        self.show_face("points")
        self.editor.begin_section()

    def show_undo(self, words: str) -> None:
        """Says in place what was done, with its undoing."""
        self.message.show_words(words, tone=Tone.GREEN, action="Undo", act=self.undo_requested.emit)

    def show_approved(self) -> None:
        """Says in place what an approval means."""
        self.message.show_words("Approved as it stands now. Any change ends the approval.", tone=Tone.GREEN)

    def show_error(self, error: KnownError) -> None:
        """Says what went wrong, in place."""
        self.message.show_error(error)

    def take_focus(self) -> None:
        (self.sources if self.sources_model.rowCount() else self.draft).setFocus()

    def forget(self) -> None:
        self.sources_model.set_rows(())
        self.editor.forget()
        self.pages.forget()
        self.side.forget()
        self.message.forget()
        self.export_sheet.forget()
        self.register_sheet.forget()

    def _pick(self, number: int) -> None:
        source = self.sources_model.row_at(number)
        if source is not None and not source.note:
            self.pick_requested.emit(source.intervention_id)

    def _face_index(self) -> int:
        return 1 if self.face.code() == "points" else 0

    def _connect(self) -> None:
        self.sources.entered.connect(self._pick)
        self.face.chosen.connect(self.show_face)
        self.draft.clicked.connect(self.draft_requested)
        self.empty.clicked.connect(self.empty_requested)

    def _lay_out(self) -> None:
        hint = PlainLabel("Enter picks an entry, or puts it back", tone=Tone.MUTED, size=Size.SMALL)
        left = panel(column(self._caption, hint, self.sources, margins=(18, 18, 10, 8), gap=7))
        self._left = left
        nothing = panel(self._nothing())
        for sheet in (self.pages, self.editor, nothing):
            self._middle.addWidget(sheet)
        top = row(self.face, None, margins=(18, 10, 18, 8))
        notes = column(self.message, margins=(18, 0, 18, 0))
        middle = column(top, notes, self._middle, gap=0)
        middle.setStretch(2, 1)
        line = row(left, Hairline(is_upright=True), middle, Hairline(is_upright=True), self.side, gap=0)
        line.setStretch(2, 1)
        self.setLayout(line)
        theme().changed.connect(self._measure)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        self._left.setFixedWidth(side_width(self, 330, 0.3))
        self.side.setFixedWidth(side_width(self, 260, 0.32))

    def _nothing(self) -> QVBoxLayout:
        buttons = row(self.draft, self.empty, None, gap=8)
        return column(None, self._empty_words, buttons, None, None, margins=(60, 0, 60, 0), gap=14)
