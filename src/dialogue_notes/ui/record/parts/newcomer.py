"""Ctrl+N: somebody who speaks and is not on the roster is added to it, without leaving the line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.record import Participant
from dialogue_notes.domain.typing_line.layouts import as_typed
from dialogue_notes.domain.typing_line.newcomers import Newcomer, newcomer, on_roster, with_code
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.roster import add_participant, remove_participant
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.parts.part import Parts, here
from dialogue_notes.ui.record.presenter import RecordPresenter


@dataclass(frozen=True, slots=True)
class _Added:
    """Who was added, and what stood in the line in their place."""

    participant: Participant
    typed: str = field(repr=False)


class NewcomerPresenter(QObject):
    """Signals: `line_set(text, caret)`, `failed(KnownError)`."""

    line_set = Signal(str, int)
    failed = Signal(object)

    def __init__(self, office: Office, desk: Desk, record: RecordPresenter) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self._record = record
        self._adding: Newcomer | None = None
        self._added: _Added | None = None
        self._is_taken_back = False
        office.locked.connect(self.forget)

    def add(self) -> None:
        """Adds whom the line names to the roster as a guest and puts their code in place of the name. Somebody who is
        on the roster already is not added again.
        """
        view = self._desk.view
        if view is None or self._desk.is_hidden or self._desk.hands_off_since:
            return
        if view.is_closed:
            self.failed.emit(KnownError(ErrorCode.MEETING_CLOSED))
            return
        line = self._record.line.text
        found = newcomer(line)
        if found is None:
            detail = "type it before the colon, or alone in the line; then Ctrl+N adds them"
            self.failed.emit(KnownError(ErrorCode.BAD_FIELD, field="The newcomer's name", detail=detail))
            return
        present = on_roster(found, view.cast.participants)
        if present is not None:
            self._name(found, present.code)
            return
        self._adding, self._added, self._is_taken_back = found, None, False
        new = Participant("", view.meeting_id, 0, found.name, code=found.code, guest=True)
        self._office.write(
            lambda vault: add_participant(vault, new), lambda who: self._take(who, found), self.failed.emit
        )

    def undo(self) -> bool:
        """Takes the newcomer off again, if that was the last thing done; whether it was."""
        added, self._added = self._added, None
        if added is None:
            self._is_taken_back = self._adding is not None  # still on the way to the disk
            return self._is_taken_back
        who = added.participant
        self._office.write(
            lambda vault: remove_participant(vault, who.id), lambda _none: self._gone(added), self.failed.emit
        )
        return True

    def forget(self) -> None:
        """Something else was done since; or the vault is locked."""
        self._adding, self._added = None, None

    def _take(self, who: Participant, found: Newcomer) -> None:
        """They are on the roster: the line names them by their code, wherever its caret is by now."""
        line = self._record.line.text
        again = newcomer(line)
        view = self._desk.view
        if view is not None and view.meeting_id == who.meeting_id:
            cast = replace(view.cast, participants=(*view.cast.participants, who))
            self._desk.view = replace(view, cast=cast)  # codes are known from the next key on
        stands = again is not None and again.name == found.name
        if self._adding is found:
            self._added = _Added(who, line[again.start : again.end] if stands and again else "")
        self._adding = None
        if again is not None and stands:
            self._name(again, who.code)
        if self._is_taken_back:
            self.undo()
        self._office.meeting_changed.emit()

    def _name(self, found: Newcomer, code: str) -> None:
        line = self._record.line
        self.line_set.emit(*with_code(line.text, line.caret, found, code))

    def _gone(self, added: _Added) -> None:
        line, code = self._record.line, added.participant.code
        again = newcomer(line.text)
        if added.typed and again is not None and as_typed(again.name) == code:
            text = line.text[: again.start] + added.typed + line.text[again.end :]
            moved = max(line.caret - again.end, 0) + again.start + len(added.typed)
            self.line_set.emit(text, moved)
        self._office.meeting_changed.emit()


def install(parts: Parts) -> None:
    """Wires the presenter to the line, and its undoing before any other."""
    presenter = NewcomerPresenter(parts.office, parts.desk, parts.record)
    presenter.setParent(parts.view)
    edit = parts.view.area.edit
    presenter.line_set.connect(edit.set_line)
    presenter.line_set.connect(parts.record.line_typed)
    presenter.failed.connect(parts.view.show_error)
    edit.kept.connect(lambda _text: presenter.forget())
    parts.desk.rows_changed.connect(presenter.forget)
    parts.changes.undone_first.append(presenter.undo)
    parts.commands.add(here("newcomer", "Add whom the line names to the roster", presenter.add, "Ctrl+N"))
