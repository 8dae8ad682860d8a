"""Writes what is changed about the papers of the meeting shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.papers import Custody, Paper
from dialogue_notes.services import papers
from dialogue_notes.services.papers import NewPaper
from dialogue_notes.storage import papers as stored_papers
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.meetings.papers import CITABLE, PapersColumn
from dialogue_notes.ui.meetings.presenter import MeetingsPresenter
from dialogue_notes.ui.meetings.undo import Undo
from dialogue_notes.ui.office import Office


class PapersPresenter(QObject):
    """Papers: added, changed, read-aheads removed."""

    failed = Signal(object)

    def __init__(self, office: Office, room: MeetingsPresenter, undo: Undo) -> None:
        super().__init__()
        self._office = office
        self._room = room
        self._undo = undo

    def add(self, title: str) -> None:
        """A read-ahead."""
        snapshot = self._room.snapshot
        if snapshot is not None:
            meeting_id = snapshot.meeting.id
            self._write(lambda vault: papers.add_paper(vault, meeting_id, NewPaper(title)))

    def edit(self, paper_id: str, column: int, text: str) -> None:
        """Keeps one cell."""
        paper = self._paper(paper_id)
        if paper is None:
            return
        match PapersColumn(column):
            case PapersColumn.TITLE:
                self._write(lambda vault: papers.rename_paper(vault, paper_id, text))
            case PapersColumn.WHOSE:
                self._write(lambda vault: papers.set_owner(vault, paper_id, text))
            case PapersColumn.CUSTODY:
                custody = Custody(text)
                self._write(lambda vault: papers.set_terms(vault, paper_id, custody, citable=paper.citable))
            case PapersColumn.CITABLE:
                is_citable = text == CITABLE
                self._write(
                    lambda vault: papers.set_terms(vault, paper_id, paper.custody, citable=is_citable)
                )

    def set_phrases(self, paper_id: str, typed: str) -> None:
        """Keeps the phrases that would give a paper away; they can be taken back."""

        def settle(before: Paper) -> None:
            self._office.meeting_changed.emit()
            self._undo.offer(
                "The phrases of the paper were changed.",
                lambda vault: papers.set_phrases(vault, paper_id, "\n".join(before.phrases)),
            )

        self._office.write(lambda vault: papers.set_phrases(vault, paper_id, typed), settle, self.failed.emit)

    def remove(self, paper_id: str) -> None:
        """Takes a read-ahead off the list; it can be taken back."""

        def settle(paper: Paper) -> None:
            self._office.meeting_changed.emit()
            self._undo.offer(
                "The paper was taken off the list.", lambda vault: stored_papers.add_paper(vault, paper)
            )

        self._office.write(lambda vault: papers.remove_paper(vault, paper_id), settle, self.failed.emit)

    def _paper(self, paper_id: str) -> Paper | None:
        snapshot = self._room.snapshot
        lines = snapshot.papers if snapshot else ()
        return next((line.paper for line in lines if line.paper.id == paper_id), None)

    def _write(self, work: Callable[[Vault], object]) -> None:
        self._office.write(work, lambda _value: self._office.meeting_changed.emit(), self.failed.emit)
