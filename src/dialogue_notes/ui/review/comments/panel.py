"""The comments on what is looked at in the Review room: the threads, and a field to write in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout

from dialogue_notes.ui.common.buttons import Button
from dialogue_notes.ui.common.flow import Flow
from dialogue_notes.ui.common.labels import CapsLabel, ElidedLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import (
    Hairline,
    bring_into_sight,
    clear_layout,
    column,
    scrolled,
    tab_on,
)
from dialogue_notes.ui.common.messages import InlineMessage
from dialogue_notes.ui.review.comments.field import NEW, CommentField, Purpose, Target
from dialogue_notes.ui.review.comments.model import CommentsShown
from dialogue_notes.ui.review.comments.thread import ThreadCard

_NOTHING = "No comments here yet. They stay inside: no export has them."
_NOTHING_AT_ALL = "Nobody has commented on anything in this meeting."


class CommentsPanel(QFrame):
    """Signals: `begin_requested(text, is_second_look)`, `reply_requested(thread, text)`,
    `edit_requested(thread, comment, text)`, `remove_requested(thread, comment)`, `resolve_requested(thread, reason)`,
    `reopen_requested(thread)`, `all_requested(bool)`, `place_requested(About)`, `typed(text, caret)`,
    `undo_requested()`, `redo_requested()`, and `left()` on Esc.
    """

    begin_requested = Signal(str, bool)
    reply_requested = Signal(str, str)
    edit_requested = Signal(str, str, str)
    remove_requested = Signal(str, str)
    resolve_requested = Signal(str, str)
    reopen_requested = Signal(str)
    all_requested = Signal(bool)
    place_requested = Signal(object)
    typed = Signal(str, int)
    undo_requested = Signal()
    redo_requested = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Comments")
        self.field = CommentField()
        self.message = InlineMessage()
        self.whole = QCheckBox("All of this meeting")
        self._topic = ElidedLabel(strong=True)
        self._waiting = PlainLabel(tone=Tone.MUTED, size=Size.SMALL)
        self._empty = PlainLabel(_NOTHING, tone=Tone.MUTED, wraps=True)
        self._cards: QVBoxLayout = column(gap=8)
        self._unfolded: set[str] = set()
        self._shown = CommentsShown()
        self._lay_out()
        self._connect()
        self.show_comments(CommentsShown())

    def cards(self) -> tuple[ThreadCard, ...]:
        """The threads shown, in their order."""
        found = (self._cards.itemAt(number) for number in range(self._cards.count()))
        widgets = (item.widget() for item in found if item is not None)
        return tuple(widget for widget in widgets if isinstance(widget, ThreadCard))

    def show_comments(self, shown: CommentsShown) -> None:
        """Shows the threads of a topic; what is being typed is left alone, unless its thread is no longer there."""
        self._shown = shown
        self._topic.setText(shown.topic.words)
        self._topic.setAccessibleName(shown.topic.words)
        count = shown.waiting
        self._waiting.setText("1 open in this meeting" if count == 1 else f"{count} open in this meeting")
        self._counts.place()
        self.whole.setChecked(shown.is_all)
        self._empty.setText(_NOTHING_AT_ALL if shown.is_all else _NOTHING)
        self._empty.setVisible(not shown.threads)
        self._write_cards()
        if self.field.target.thread_id and not self._card(self.field.target.thread_id):
            self.field.aim(NEW)

    def show_saved(self, words: str) -> None:
        """What was typed is on the disk: the field is free for what was typed since; the act can be undone."""
        self.field.free()
        self.show_done(words)

    def show_done(self, words: str) -> None:
        """Something was done that was not typed; it can be undone."""
        self.message.show_words(words, tone=Tone.GREEN, action="Undo", act=self.undo_requested.emit)

    def show_undone(self, words: str) -> None:
        """Something was taken back, or done again."""
        self.message.show_words(words, tone=Tone.GREEN)

    def begin_comment(self, *, is_second_look: bool = False) -> None:
        """For the keys of the room: the field is ready for a new comment, or for why to look a second time."""
        self.field.aim(Target(Purpose.SECOND_LOOK) if is_second_look else NEW)
        self.take_focus()

    def take_focus(self) -> None:
        """To the field."""
        self.field.setFocus()

    def forget(self) -> None:
        """Drops every word."""
        self._unfolded.clear()
        self.field.forget()
        self.message.forget()
        self.show_comments(CommentsShown())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Cancel):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _card(self, thread_id: str) -> ThreadCard | None:
        return next((card for card in self.cards() if card.shown.id == thread_id), None)

    def _write_cards(self) -> None:
        for old in self.cards():
            old.forget()
        clear_layout(self._cards)
        for thread in self._shown.threads:
            card = ThreadCard(thread, is_unfolded=thread.id in self._unfolded)
            card.aimed.connect(self._aim)
            card.settled.connect(lambda thread_id: self.resolve_requested.emit(thread_id, ""))
            card.reopened.connect(self.reopen_requested)
            card.unfolded.connect(self._fold)
            card.removed.connect(self.remove_requested)
            card.place_wanted.connect(self.place_requested)
            self._cards.addWidget(card)
        inside = (button for card in self.cards() for button in card.findChildren(Button))
        tab_on(self.field.edit, self.field.save, self.field.look, self.field.cancel, *inside, self.whole)

    def _aim(self, target: Target, text: str) -> None:
        self.field.aim(target, text or None)
        self.take_focus()

    def _fold(self, thread_id: str) -> None:
        self._unfolded ^= {thread_id}
        self._write_cards()
        card = self._card(thread_id)
        if card is not None:
            bring_into_sight(card)
            card.focusNextChild()

    def _enter(self, target: Target, text: str) -> None:
        match target.purpose:
            case Purpose.REPLY:
                self.reply_requested.emit(target.thread_id, text)
            case Purpose.EDIT:
                self.edit_requested.emit(target.thread_id, target.comment_id, text)
            case Purpose.SETTLE:
                self.resolve_requested.emit(target.thread_id, text)
            case _:
                self.begin_requested.emit(text, target.purpose is Purpose.SECOND_LOOK)

    def _connect(self) -> None:
        self.field.entered.connect(self._enter)
        self.field.typed.connect(self.typed)
        self.field.left.connect(self.left)
        self.whole.clicked.connect(self.all_requested)

    def _lay_out(self) -> None:
        self._list = scrolled(column(self._empty, self._cards, None, margins=(0, 2, 8, 2)))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._counts = Flow((self._waiting, self.whole), gap=14)
        top = column(
            CapsLabel("Comments"),
            self._topic,
            self._counts,
            self.message,
            margins=(18, 16, 18, 4),
        )
        middle = column(self._list, margins=(18, 2, 10, 2))
        bottom = column(self.field, margins=(18, 8, 18, 14))
        whole = column(top, middle, Hairline(), bottom, gap=4)
        whole.setStretch(1, 1)
        self.setLayout(whole)
