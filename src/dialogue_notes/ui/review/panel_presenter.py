"""What the presenters of the dangers and of the checklist have in common: read while seen, write, turn back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage.vault import Readable, Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.review.turning import Turner


class PanelPresenter(QObject):
    """Emits `shown` with what is to be seen, `begun` as an act goes to the disk, `done(words)` with something to undo,
    `undone(words)`, or `idle(words)` where there was nothing to undo, and `failed(KnownError)`. Reads while it is awake
    only, and again when record or review change.

    `read` makes what is shown of a meeting (by id) where the vault is read, `nothing` is it where no meeting is chosen.
    """

    shown = Signal(object)
    begun = Signal()
    done = Signal(str)
    undone = Signal(str)
    idle = Signal(str)
    failed = Signal(object)

    def __init__(self, office: Office, read: Callable[[Readable, str], object], nothing: object) -> None:
        super().__init__()
        self.office = office
        self._read = read
        self._nothing = nothing
        self._is_awake = False
        self._reading = 0
        self._turner = Turner(office, self)
        self._turner.turned.connect(self._tell_turned)
        self._turner.idle.connect(self.idle)
        self._turner.begun.connect(self.begun)
        self._turner.failed.connect(self.fail)
        for signal in (office.review_changed, office.record_changed, office.meeting_changed):
            signal.connect(self.refresh)
        office.locked.connect(self._forget)

    @property
    def meeting_id(self) -> str | None:
        """The meeting that is chosen."""
        return self.office.chosen.meeting_id

    def wake(self) -> None:
        """The panel is seen: it shows the meeting as it is now, from now on."""
        self._is_awake = True
        self.refresh()

    def sleep(self) -> None:
        """The panel is not seen: nothing is read for it."""
        self._is_awake = False

    def refresh(self) -> None:
        """Reads the meeting again, if anybody looks."""
        meeting_id = self.meeting_id
        if not self._is_awake or not self.office.is_open:
            return
        self._reading += 1
        number = self._reading
        if meeting_id is None:
            self.shown.emit(self._nothing)
            return

        def show(view: object) -> None:
            if number == self._reading:  # a later look is on its way
                self.shown.emit(view)

        self.office.read(lambda reader: self._read(reader, meeting_id), show, self.fail)

    def undo(self) -> None:
        """Takes the last act on the meeting's review back, be it here or elsewhere in the room."""
        self._turner.undo()

    def redo(self) -> None:
        """Does again what was taken back last."""
        self._turner.redo()

    def write(self, work: Callable[[Vault], object], words: str, *, touches_record: bool = False) -> None:
        """Writes an act and says `words`; whoever shows what it changed reads again."""

        def done(_made: object) -> None:
            self.done.emit(words)
            if touches_record:
                self.office.record_changed.emit()
                self.office.summary_changed.emit()
            self.office.review_changed.emit()
            self.office.meeting_changed.emit()

        self.begun.emit()
        self.office.write(work, done, self.fail)

    def fail(self, error: KnownError) -> None:
        """Says what went wrong, and shows what is stored."""
        if error.code is not ErrorCode.CANCELLED:
            self.failed.emit(error)
            self.refresh()

    def _tell_turned(self, words: str) -> None:
        self.undone.emit(words)
        self.office.summary_changed.emit()
        self.office.meeting_changed.emit()

    def _forget(self) -> None:
        self._reading += 1
