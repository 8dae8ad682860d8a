"""What is open besides the places of the list: read a while after the last of several acts, for that takes longer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_notes.errors import KnownError
from dialogue_notes.services.open_matters import open_matters
from dialogue_notes.services.reviewing.types import OpenMatter
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.review.model import Unread

_AFTER_MS = 1_200
"""To find the dangers takes far longer than to decide on them: they are found when the hands rest."""


class MattersReader(QObject):
    """Emits `read(tuple)`; `told(Unread)` when it is another reason, or none, why not all that is open is known; and
    `failed(KnownError)`. What was asked before the last act counts for nothing.
    """

    read = Signal(object)
    told = Signal(object)
    failed = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._number = 0
        self._is_looking = False
        self._matters = self._said = Unread.MATTERS
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._soon.timeout.connect(self._read)

    def ask(self) -> None:
        """Something changed: what was read does not hold any more, and is read again soon."""
        self._number += 1
        self._soon.start()
        self._tell(Unread.MATTERS)

    def look(self, *, is_looking: bool) -> None:
        """Whether the record is being looked through, which may bring more to decide."""
        self._is_looking = is_looking
        self._tell(self._matters)

    def stop(self) -> None:
        """Nothing is read any more until it is asked again."""
        self._number += 1
        self._soon.stop()
        self._is_looking = False
        self._tell(Unread.MATTERS)

    def _read(self) -> None:
        meeting_id, number = self._office.chosen.meeting_id, self._number
        if meeting_id is None or not self._office.is_open:
            return

        def take(matters: tuple[OpenMatter, ...]) -> None:
            if number == self._number:
                self.read.emit(matters)
                self._tell(Unread.NOTHING)

        def fail(error: KnownError) -> None:
            if number == self._number:
                self._tell(Unread.FAILED)
                self.failed.emit(error)

        self._office.read(lambda reader: open_matters(reader, meeting_id), take, fail)

    def _tell(self, matters: Unread) -> None:
        self._matters = matters
        says = Unread.RECORD if self._is_looking else matters
        if says is not self._said:
            self._said = says
            self.told.emit(says)
