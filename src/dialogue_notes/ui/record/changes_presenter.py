"""Changes to entries already made: undone, done again, given to another speaker."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.codes import Aim, MarginMark
from dialogue_notes.domain.record import Consent, Speaker
from dialogue_notes.domain.typing_codes import read_code
from dialogue_notes.domain.typing_line.marks import COLONS, QUESTION_MARKS, SPACES
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recording.types import Change
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.desk import Desk, wall_clock
from dialogue_notes.ui.record.presenter import RecordPresenter


class ChangesPresenter(QObject):
    """Signals: `failed(KnownError)`; `code_given` and `code_refused(words)` answer a code that was typed."""

    failed = Signal(object)
    code_given = Signal()
    code_refused = Signal(str)

    def __init__(self, office: Office, desk: Desk, record: RecordPresenter) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self._record = record
        self.undone_first: list[Callable[[], bool]] = []  # what is no entry and may have been done last

    def undo(self) -> None:
        """Takes back the last keep, edit or re-attribution; the line of an entry taken back can be typed on."""
        if any(take_back() for take_back in self.undone_first):
            return
        recorder = self._desk.recorder
        if recorder is not None:
            self._office.write(recorder.undo, self._undone, self.failed.emit)

    def redo(self) -> None:
        """Does again what was undone last."""
        recorder = self._desk.recorder
        if recorder is not None:
            self._office.write(recorder.redo, self._record.changed, self.failed.emit)

    def reattribute(self, ids: tuple[str, ...], typed: str) -> None:
        """Gives entries the speaker whose code was typed: `hk`, `hk?`, `?`, with a colon or without."""
        recorder, speaker = self._desk.recorder, speaker_typed(typed, self._desk.context().codes)
        if recorder is None or not ids or speaker is None:
            self.code_refused.emit("No such code")
            return
        self.code_given.emit()
        self._office.write(
            lambda vault: recorder.reattribute(vault, ids, speaker), self._record.changed, self.failed.emit
        )

    def mark(self, ids: tuple[str, ...], mark: MarginMark | Aim) -> None:
        """Puts a mark or an aim on entries (the one just made, when none are selected), or takes it off again."""
        recorder = self._desk.recorder
        if recorder is not None:
            self._office.write(
                lambda vault: recorder.toggle_mark(vault, ids, mark), self._record.changed, self.failed.emit
            )

    def consent(self, ids: tuple[str, ...]) -> None:
        """Notes that the speaker allowed the words of quotations today, or takes that back."""
        recorder = self._desk.recorder
        if recorder is not None:
            given = Consent("the speaker", f"{wall_clock():%Y-%m-%d}")
            self._office.write(
                lambda vault: recorder.toggle_consent(vault, ids, given),
                self._consented,
                self.failed.emit,
            )

    def strike(self, ids: tuple[str, ...]) -> None:
        """Destroys the words of entries (of the one just made, when none are selected): for "please don't note that".

        Reads under way are stopped, so that none answers with what is destroyed.
        """
        recorder = self._desk.recorder
        if recorder is None:
            return
        self._office.places.cancel_reads()
        self._office.write(
            lambda vault: recorder.strike(vault, ids), lambda _ids: self._record.enter(), self.failed.emit
        )

    def _consented(self, change: Change | None) -> None:
        if change is None:
            self.failed.emit(KnownError(ErrorCode.BAD_FIELD, field="The entry", detail="it is no quotation."))
        else:
            self._record.changed(change)

    def _undone(self, change: Change | None) -> None:
        if change is None:
            self.failed.emit(KnownError(ErrorCode.NOTHING_TO_UNDO))
            return
        self._record.changed(change)
        if len(change.before) == 1 and not change.after:
            self._record.put_back(change.before[0])


def speaker_typed(typed: str, codes: Mapping[str, str]) -> Speaker | None:
    """Who is meant by a code typed alone: `hk`, `hk?`, `?`, with a colon or without; None when it is nobody's."""
    bare = typed.strip().rstrip(COLONS + SPACES)
    code = bare.rstrip(QUESTION_MARKS + SPACES)
    is_unsure = bare != code
    if not code:
        return Speaker() if is_unsure else None
    who = read_code(code, codes)
    return Speaker(who, unsure=is_unsure) if who is not None else None
