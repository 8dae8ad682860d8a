"""The Meetings room: the tree at the left; a meeting, a dialogue, or what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import Hairline, column, row, side_width
from dialogue_notes.ui.common.messages import InlineMessage
from dialogue_notes.ui.common.rooms import RoomView
from dialogue_notes.ui.meetings.dialogue_pane import DialoguePane
from dialogue_notes.ui.meetings.meeting_pane import MeetingPane
from dialogue_notes.ui.meetings.model import TreeDialogue
from dialogue_notes.ui.meetings.paste import PasteSheet
from dialogue_notes.ui.meetings.seat_sheet import SeatSheet
from dialogue_notes.ui.meetings.snapshot import DialogueSnapshot, MeetingSnapshot
from dialogue_notes.ui.meetings.tree import COLUMN_WIDTH, DialogueTree
from dialogue_notes.ui.theme.theme import theme


class MeetingsView(RoomView):
    """Shows what it is given; its parts carry the wishes."""

    def __init__(self) -> None:
        super().__init__()
        self.tree = DialogueTree()
        self.meeting = MeetingPane()
        self.dialogue = DialoguePane()
        self.message = InlineMessage()
        self.first_dialogue = Button("New dialogue", kind=ButtonKind.PRIMARY, icon="plus")
        self._empty = _empty_pane(self.first_dialogue)
        self._blank = QWidget()
        self._pages = QStackedWidget()
        for page in (self._blank, self._empty, self.dialogue, self.meeting):
            self._pages.addWidget(page)
        notes = column(self.message, margins=(28, 10, 28, 0))
        self.setLayout(row(self.tree, Hairline(is_upright=True), column(notes, self._pages, gap=0), gap=0))
        self.paste = PasteSheet(self)
        self.seats = SeatSheet(self)
        theme().changed.connect(self._measure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def show_dialogues(self, dialogues: tuple[TreeDialogue, ...], chosen_id: str | None) -> None:
        """Shows the tree; without any dialogue, what to do first."""
        self.tree.show_dialogues(dialogues, chosen_id)
        if not dialogues:
            had_focus = self.tree.hasFocus() or self.focusWidget() in {None, self.tree.focusProxy()}
            self._pages.setCurrentWidget(self._empty)
            if had_focus:
                self.first_dialogue.setFocus()

    def show_meeting(self, snapshot: MeetingSnapshot) -> None:
        """Shows a meeting."""
        self.meeting.show_meeting(snapshot)
        self._pages.setCurrentWidget(self.meeting)

    def show_dialogue(self, snapshot: DialogueSnapshot) -> None:
        """Shows a dialogue by itself."""
        self.dialogue.show_dialogue(snapshot.dialogue, snapshot.delegations)
        self._pages.setCurrentWidget(self.dialogue)

    def focus_new(self) -> None:
        """A dialogue or meeting was made: its title is ready to be typed over."""
        if self._pages.currentWidget() is self.meeting:
            self.meeting.about.focus_title()
        else:
            self.dialogue.focus_title()

    def finish_typing(self) -> None:
        """What is half typed in a field or a cell is handed in, as if it had been left."""
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()

    def forget(self) -> None:
        for part in (self.tree, self.meeting, self.dialogue, self.message, self.paste, self.seats):
            part.forget()
        self._pages.setCurrentWidget(self._blank)

    def take_focus(self) -> None:
        if self._pages.currentWidget() is self._empty:
            self.first_dialogue.setFocus()
        else:
            self.tree.setFocus()

    def _measure(self) -> None:
        """At large text the tree leaves most of the room to the meeting."""
        self.tree.setFixedWidth(side_width(self, COLUMN_WIDTH, 0.36))


def _empty_pane(button: Button) -> QWidget:
    """What to do first in a vault without dialogues."""
    title = PlainLabel("Begin with a dialogue", size=Size.TITLE)
    words = PlainLabel(
        "A dialogue is a series of meetings of the same sides. Make one, add its first meeting, paste the roster, "
        "and the record can begin.",
        tone=Tone.MUTED,
        wraps=True,
    )
    title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    words.setMinimumWidth(420)
    pane = QWidget()
    middle = row(None, column(title, words, row(None, button, None), gap=12), None)
    pane.setLayout(column(None, middle, None, None))
    return pane
