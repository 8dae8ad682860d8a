"""The head of a meeting: its title, place and dates, typed where they stand, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as day
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from dialogue_notes.domain.codes import MeetingState
from dialogue_notes.domain.language import STATE_WORDS
from dialogue_notes.domain.record import Meeting
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.chips import Chip
from dialogue_notes.ui.common.fields import LineField
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.meetings.dates import read_date, write_date
from dialogue_notes.ui.theme.theme import theme

HEAD_WIDE = 520
FIELDS_WIDE = 400
"""Drawn pixels from which on a title and its buttons, or place and dates, have room beside each other."""

_WRITABLE = (MeetingState.PLANNED, MeetingState.OPEN)


@dataclass(frozen=True, slots=True)
class AboutEdit:
    """What stands in the head after an edit."""

    title: str
    place: str
    date: day | None
    end_date: day | None


class AboutPane(QWidget):
    """`edited(AboutEdit)` when a field was left or Enter was pressed in it."""

    edited = Signal(object)
    record_requested = Signal()
    close_requested = Signal()
    reopen_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = QLineEdit()
        self._title.setProperty("face", "bare")
        self._title.setProperty("scale", "title")
        self._title.setAccessibleName("Title of the meeting")
        self._title.setPlaceholderText("Title of the meeting")
        self._settled = ""
        self._meeting_id = ""
        self._place = LineField("Place")
        self._first = LineField("From", placeholder="14 May 2026")
        self._last = LineField("To", placeholder="16 May 2026")
        self._state = Chip()
        self._open = Button("Open record", kind=ButtonKind.PRIMARY, icon="record", keys="")
        self._close = Button("Close meeting", kind=ButtonKind.QUIET)
        self._reopen = Button("Open again", kind=ButtonKind.QUIET)
        dates = row(self._first, self._last, gap=12)
        for place in (0, 1):
            dates.setStretch(place, 1)
        self._fields = row(self._place, dates, gap=12)
        acts = row(self._state, self._close, self._reopen, self._open, None, gap=10)
        self._head = row(self._title, acts, gap=10)
        for line in (self._head, self._fields):
            line.setStretch(0, 1)
            line.setStretch(1, 0 if line is self._head else 1)
        self.setLayout(column(self._head, self._fields, gap=8))
        theme().changed.connect(self._measure)
        order = (self._title, self._place.edit, self._first.edit, self._last.edit, self._open, self._close)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        self._connect()

    def show_meeting(self, meeting: Meeting) -> None:
        """Shows the head of `meeting`."""
        is_same, self._meeting_id = meeting.id == self._meeting_id, meeting.id
        if not (is_same and self._title.hasFocus() and self._title.text() != self._settled):
            self._title.setText(meeting.title)
            self._title.setCursorPosition(0)
        self._settled = meeting.title
        texts = (meeting.place, write_date(meeting.date), write_date(meeting.end_date))
        for field, text in zip((self._place, self._first, self._last), texts, strict=True):
            field.show_wrong("")
            (field.refresh_text if is_same else field.set_text)(text)
        is_writable = meeting.state in _WRITABLE
        self._state.show_words(STATE_WORDS[meeting.state])
        self._close.setVisible(is_writable)
        self._reopen.setVisible(not is_writable)

    def focus_title(self) -> None:
        """Puts the caret into the title, all of it selected, to be typed over."""
        self._title.setFocus()
        self._title.selectAll()

    def forget(self) -> None:
        """No title or place stays."""
        self.show_meeting(Meeting("", "", ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        """In one line where there is room; else what can be done stands below the title, the dates below the place."""
        for line, wide in ((self._head, HEAD_WIDE), (self._fields, FIELDS_WIDE)):
            is_wide = self.width() >= theme().px(wide)
            line.setDirection(
                QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
            )

    def _connect(self) -> None:
        self._title.editingFinished.connect(self._on_title)
        for field in (self._place, self._first, self._last):
            field.finished.connect(lambda _text: self._say())
        self._open.clicked.connect(self.record_requested)
        self._close.clicked.connect(self.close_requested)
        self._reopen.clicked.connect(self.reopen_requested)

    def _on_title(self) -> None:
        title = self._title.text().strip()
        if not title:
            self._title.setText(self._settled)
        elif title != self._settled:
            self._settled = title
            self._say()

    def _say(self) -> None:
        days = []
        for field in (self._first, self._last):
            try:
                days.append(read_date(field.text()))
            except ValueError:
                field.show_wrong("Write it as 14 May 2026 or 2026-05-14.")
                return
        first, last = days
        if first and last and last < first:
            self._last.show_wrong("The last day is before the first.")
            return
        self.edited.emit(AboutEdit(self._settled, self._place.text(), first, last))
