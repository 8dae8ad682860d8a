"""Papers: what is asked is written, and the list read for the sheet."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.papers import Custody
from dialogue_notes.errors import KnownError
from dialogue_notes.services import papers
from dialogue_notes.services.papers import NewPaper, PaperLine
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.agenda_presenter import RoomNotes
from dialogue_notes.ui.record.desk import Desk, wall_clock


class PapersPresenter(QObject):
    """Signals: `shown(tuple[PaperLine, ...])`, `noted` when a paper is on the disk, `failed(KnownError)`."""

    shown = Signal(object)
    noted = Signal()
    failed = Signal(object)

    def __init__(self, office: Office, desk: Desk, notes: RoomNotes) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self._notes = notes
        self._is_noting = False
        notes.noted.connect(self._on_noted)
        office.locked.connect(self._settle)

    def may_write(self) -> bool:
        """Whether a paper can be noted now; tells why not."""
        return self._notes.may_write()

    def read(self) -> None:
        """Reads the papers of the meeting."""
        view = self._desk.view
        if view is not None and not self._desk.is_hidden:
            meeting_id = view.meeting_id
            self._office.read(lambda reader: papers.papers(reader, meeting_id), self._take, self.failed.emit)

    def hand_out(self, new: NewPaper) -> None:
        """A paper goes round now; a second Enter before it is on the disk does nothing."""
        now = wall_clock()
        if not self._is_noting and self._notes.may_write():
            self._is_noting = True
            self._notes.write(
                lambda vault, recorder: papers.hand_out(vault, recorder, new, now), self._not_noted
            )

    def collect(self, paper_id: str) -> None:
        """A paper is back."""
        now = wall_clock()
        self._notes.write(
            lambda vault, recorder: papers.collect(vault, recorder, paper_id, now), self.failed.emit
        )

    def set_terms(self, paper_id: str, custody: str, citable: bool) -> None:
        """Whether it may be kept, and cited."""
        self._office.write(
            lambda vault: papers.set_terms(vault, paper_id, Custody(custody), citable=citable),
            lambda _none: self.read(),
            self.failed.emit,
        )

    def _on_noted(self) -> None:
        self._settle()
        self.noted.emit()
        self.read()

    def _not_noted(self, error: KnownError) -> None:
        self._settle()
        self.failed.emit(error)

    def _settle(self) -> None:
        self._is_noting = False

    def _take(self, lines: tuple[PaperLine, ...]) -> None:
        if not self._desk.is_hidden and self._desk.view is not None:
            self.shown.emit(lines)
