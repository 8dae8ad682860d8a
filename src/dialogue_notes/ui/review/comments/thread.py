"""One thread of comments as a card: who said what, and what can be done; settled ones are folded to a line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import Card, column, row
from dialogue_notes.ui.review.comments.field import Purpose, Target
from dialogue_notes.ui.review.comments.model import ShownComment, ShownThread


class ThreadCard(Card):
    """Signals: `aimed(Target, text)` when words are wanted for it; `settled`, `reopened`, `unfolded` with its id;
    `removed(thread_id, comment_id)`; `place_wanted(About)`.
    """

    aimed = Signal(object, str)
    settled = Signal(str)
    reopened = Signal(str)
    unfolded = Signal(str)
    removed = Signal(str, str)
    place_wanted = Signal(object)

    def __init__(self, thread: ShownThread, *, is_unfolded: bool) -> None:
        super().__init__()
        self.shown = thread
        kind = "Second look wanted" if thread.is_second_look else "Comments"
        self.setAccessibleName(f"{kind}, settled" if thread.settled else kind)
        layout = column(margins=(12, 8, 12, 8), gap=6)
        if thread.title:
            layout.addLayout(self._about())
        if thread.is_second_look and thread.is_open:
            layout.addWidget(
                PlainLabel("▲ A second look is wanted", tone=Tone.AMBER, size=Size.SMALL, strong=True)
            )
        if thread.is_open or is_unfolded:
            for comment in thread.comments:
                layout.addLayout(self._comment(comment))
        layout.addLayout(self._foot(is_unfolded=is_unfolded))
        self.setLayout(layout)

    def forget(self) -> None:
        """Drops every word at once: the card itself goes when Qt comes to it."""
        for label in self.findChildren(PlainLabel):
            label.forget()

    def _about(self) -> QHBoxLayout:
        link = Button("Go there", kind=ButtonKind.LINK)
        link.clicked.connect(lambda: self.place_wanted.emit(self.shown.about))
        words = PlainLabel(self.shown.title, tone=Tone.MUTED, size=Size.SMALL, wraps=True)
        line = row(words, link)
        line.setStretch(0, 1)
        return line

    def _comment(self, comment: ShownComment) -> QVBoxLayout:
        edited = ", edited" if comment.is_edited else ""
        who = PlainLabel(
            f"{comment.who} · {comment.when}{edited}", tone=Tone.MUTED, size=Size.SMALL, wraps=True
        )
        text = PlainLabel(comment.text, wraps=True)
        if not comment.is_own or not self.shown.is_open:
            return column(who, text, gap=2)
        edit = Button("Edit", kind=ButtonKind.LINK, name=f"Edit your comment of {comment.when}")
        target = Target(Purpose.EDIT, self.shown.id, comment.id)
        edit.clicked.connect(lambda: self.aimed.emit(target, comment.text))
        acts = row(edit, gap=2)
        asks = self.shown.is_second_look and comment.id == self.shown.comments[0].id
        if not asks:
            remove = Button("Remove", kind=ButtonKind.LINK, name=f"Remove your comment of {comment.when}")
            remove.clicked.connect(lambda: self.removed.emit(self.shown.id, comment.id))
            acts.addWidget(remove)
        acts.addStretch(1)
        return column(who, text, acts, gap=2)

    def _foot(self, *, is_unfolded: bool) -> QHBoxLayout:
        thread = self.shown
        if thread.is_open:
            reply = Button("Reply")
            reply.clicked.connect(lambda: self.aimed.emit(Target(Purpose.REPLY, thread.id), ""))
            settle = Button("Looked at" if thread.is_second_look and not thread.is_own else "Settle")
            settle.clicked.connect(self._settle)
            return row(reply, settle, None, gap=6)
        words = PlainLabel(f"✓ {thread.settled}", tone=Tone.GREEN, size=Size.SMALL, wraps=True)
        count = len(thread.comments)
        shows = "Fold" if is_unfolded else "Show 1 comment" if count == 1 else f"Show {count} comments"
        fold = Button(shows, kind=ButtonKind.LINK)
        fold.clicked.connect(lambda: self.unfolded.emit(thread.id))
        again = Button("Open again", kind=ButtonKind.LINK)
        again.clicked.connect(lambda: self.reopened.emit(thread.id))
        line = row(words, fold, again, gap=2)
        line.setStretch(0, 1)
        return line

    def _settle(self) -> None:
        """Whoever asked for a second look says why none is needed."""
        if self.shown.is_second_look and self.shown.is_own:
            self.aimed.emit(Target(Purpose.SETTLE, self.shown.id), "")
        else:
            self.settled.emit(self.shown.id)
