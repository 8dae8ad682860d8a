"""Decides which comments are shown, and writes what is said in them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, SignalInstance

from dialogue_notes.services import comments
from dialogue_notes.services.comments import CommentChange
from dialogue_notes.storage.half_typed import HalfTyped, half_typed, set_half_typed
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.review.comments.model import CommentsShown, Topic, read_comments
from dialogue_notes.ui.review.turning import Turner

ROOM = "review comments"
FIELD = "Comment"


class CommentsPresenter(QObject):
    """Emits `shown(CommentsShown)`; `begun` as an act goes to the disk, `saved(words)` once what was typed is there,
    `done(words)` after another act, both with something to undo; `undone(words)`, or `idle(words)` where there was
    nothing to undo; `half_typed(text, caret)` with what was typed before a lock; and `failed(KnownError)`;
    `forgotten` when every word must go.
    """

    shown = Signal(object)
    begun = Signal()
    saved = Signal(str)
    done = Signal(str)
    undone = Signal(str)
    idle = Signal(str)
    half_typed = Signal(str, int)
    failed = Signal(object)
    forgotten = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._topic = Topic()
        self._is_all = self._is_entered = False
        self._meeting_id = ""
        self._typed = HalfTyped(FIELD, "")
        self._turner = Turner(office, self)
        self._turner.turned.connect(self.undone)
        self._turner.idle.connect(self.idle)
        self._turner.begun.connect(self.begun)
        self._turner.failed.connect(self.failed)
        office.locking.connect(self._put_by)
        office.locked.connect(self._forget)
        office.meeting_changed.connect(self._change_meeting)
        office.record_changed.connect(self.refresh)

    def enter(self) -> None:
        """The panel is shown: reads its threads, and what was half typed in it when the vault was locked."""
        self._is_entered = True
        meeting_id = self._office.chosen.meeting_id
        if meeting_id is None or not self._office.is_open:
            return
        self.refresh()
        self._office.read(
            lambda reader: half_typed(reader, meeting_id, ROOM), self._give_back, self.failed.emit
        )

    def leave(self) -> None:
        """The panel is shown no more."""
        self._is_entered = False

    def choose(self, topic: Topic) -> None:
        """Something else is looked at."""
        self._topic = topic
        self.refresh()

    def show_all(self, is_all: bool) -> None:
        """Whether the threads of the whole meeting are shown."""
        self._is_all = is_all
        self.refresh()

    def refresh(self) -> None:
        """Reads the threads again."""
        meeting_id, topic, is_all = self._office.chosen.meeting_id, self._topic, self._is_all
        if not (self._is_entered and self._office.is_open):
            return
        if meeting_id is None:
            self.shown.emit(CommentsShown())
            return
        self._meeting_id = meeting_id
        self._office.read(
            lambda reader: read_comments(reader, meeting_id, topic, is_all=is_all),
            self.shown.emit,
            self.failed.emit,
        )

    def begin(self, text: str, is_second_look: bool) -> None:
        """Begins a thread about what is looked at."""
        meeting_id, about = self._office.chosen.meeting_id, self._topic.about
        if meeting_id is not None:
            self._do(
                lambda vault: comments.begin(vault, meeting_id, about, text, is_second_look=is_second_look),
                "Somebody is asked to look again." if is_second_look else "Comment kept.",
            )

    def reply(self, thread_id: str, text: str) -> None:
        """Adds to a thread."""
        self._do(lambda vault: comments.reply(vault, thread_id, text), "Reply kept.")

    def edit(self, thread_id: str, comment_id: str, text: str) -> None:
        """Changes a comment."""
        self._do(lambda vault: comments.edit(vault, thread_id, comment_id, text), "Comment changed.")

    def remove(self, thread_id: str, comment_id: str) -> None:
        """Removes a comment."""
        self._do(lambda vault: comments.remove(vault, thread_id, comment_id), "Comment removed.", self.done)

    def resolve(self, thread_id: str, reason: str) -> None:
        """Settles a thread."""
        told = self.saved if reason else self.done
        self._do(lambda vault: comments.resolve(vault, thread_id, reason), "Settled.", told)

    def reopen(self, thread_id: str) -> None:
        """Opens a settled thread again."""
        self._do(lambda vault: comments.reopen(vault, thread_id), "Open again.", self.done)

    def undo(self) -> None:
        """Takes the last act on the meeting's review back, be it here or elsewhere in the room."""
        self._turner.undo()

    def redo(self) -> None:
        """Does again what was taken back last."""
        self._turner.redo()

    def note_typed(self, text: str, caret: int) -> None:
        """What stands in the field now; the caret is in UTF-16 units."""
        self._typed = HalfTyped(FIELD, text.encode("utf-8", "replace").decode("utf-8"), caret)

    def _do(
        self, work: Callable[[Vault], CommentChange], words: str, told: SignalInstance | None = None
    ) -> None:
        def done(_change: CommentChange) -> None:
            (told or self.saved).emit(words)
            self._tell_change()

        self.begun.emit()
        self._office.write(work, done, self.failed.emit)

    def _tell_change(self) -> None:
        self._office.review_changed.emit()
        self.refresh()

    def _give_back(self, found: tuple[HalfTyped, ...]) -> None:
        for one in found:
            self.half_typed.emit(one.text, one.caret)
        if found:
            self._office.write(partial(_set_half_typed, self._meeting_id, ()), lambda _none: None)

    def _put_by(self) -> None:
        if self._typed.text.strip() and self._meeting_id:
            self._office.keep(partial(_set_half_typed, self._meeting_id, (self._typed,)))

    def _change_meeting(self) -> None:
        if self._office.chosen.meeting_id != self._meeting_id:
            self._topic = Topic()
        self.refresh()

    def _forget(self) -> None:
        self._topic = Topic()
        self._typed = HalfTyped(FIELD, "")
        self._meeting_id = ""
        self.forgotten.emit()


def _set_half_typed(meeting_id: str, words: tuple[HalfTyped, ...], vault: Vault) -> None:
    set_half_typed(vault, meeting_id, words, ROOM)
