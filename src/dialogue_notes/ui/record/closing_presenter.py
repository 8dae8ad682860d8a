"""The chairs' closing text while it is typed: saved as it grows, found again after locking, hiding or a crash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_notes.domain.codes import GroundRule, Kind
from dialogue_notes.domain.record import Intervention
from dialogue_notes.domain.rules import strictest
from dialogue_notes.errors import KnownError
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.types import Change
from dialogue_notes.services.room_notes import Note
from dialogue_notes.storage import closing_drafts
from dialogue_notes.storage.closing_drafts import ClosingDraft
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.agenda_presenter import RoomNotes
from dialogue_notes.ui.record.desk import Desk, wall_clock

DRAFT_AFTER_MS = 150
"""As for the typing line: below the 300 ms promised."""


@dataclass(frozen=True, slots=True)
class _Closing:
    """The text of one session, and the strictest rule since its first key."""

    session_id: str = ""
    text: str = field(default="", repr=False)
    caret: int = 0
    rule: GroundRule | None = None
    is_open: bool = False

    def under(self, rule: GroundRule) -> _Closing:
        """While the rule in force is `rule`."""
        return replace(self, rule=strictest(self.rule or rule, rule)) if self.text else self

    def save(self, vault: Vault) -> None:
        """To the disk."""
        if not self.session_id:
            return
        if not self.text:
            closing_drafts.clear_draft(vault, self.session_id)
            return
        draft = ClosingDraft(self.text, self.caret, self.rule, self.is_open)
        closing_drafts.save_draft(vault, self.session_id, draft)


class ClosingPresenter(QObject):
    """Signals: `opened(text, caret)`, `closed`, `failed(KnownError)`."""

    opened = Signal(str, int)
    closed = Signal()
    failed = Signal(object)

    def __init__(self, office: Office, desk: Desk, notes: RoomNotes) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self._notes = notes
        self._now = _Closing()
        self._is_keeping = False
        self._written: list[str] = []  # touched where the vault is written: whose text has become an entry
        self._later = QTimer(self, singleShot=True, interval=DRAFT_AFTER_MS)
        self._later.timeout.connect(self.save)
        notes.noted.connect(self._kept)
        desk.taken.connect(self._on_taken)
        office.locking.connect(self._on_locking)
        office.locked.connect(self.forget)

    def open(self) -> None:
        """Opens the field, with what was put aside."""
        if self._now.session_id and self._notes.may_write():
            self._now = replace(self._now, is_open=True)
            self._show()
            self.save()

    def typed(self, text: str, caret: int) -> None:
        """A key changed the text or moved its caret."""
        if not self._now.is_open or self._desk.is_line_closed:
            return
        now = replace(self._now, text=text, caret=caret)
        self._now = now.under(self._desk.rule) if text else replace(now, rule=None)
        if not self._later.isActive():
            self._later.start()

    def keep(self, text: str) -> None:
        """Makes one entry of it; the field stays until that is on the disk."""
        if self._is_keeping or not text.strip():
            return
        closing, at = replace(self._now, text=text).under(self._desk.rule), wall_clock()
        self._now, written = closing, self._written
        self._later.stop()

        def work(vault: Vault, recorder: Recorder) -> Change:
            note = Note(text, at, kind=Kind.CLOSING, rule=closing.rule, along=_clear(closing.session_id))
            change = recorder.note(vault, note)
            written.append(closing.session_id)
            return change

        if self._notes.may_write():
            self._is_keeping = True
            self._notes.write(work, self._not_kept)

    def put_aside(self) -> None:
        """Closes the field; the text stays for later."""
        self._now = replace(self._now, is_open=False)
        self.save()
        self.closed.emit()

    def save(self) -> None:
        """What is half typed, to the disk."""
        self._later.stop()
        if self._now.session_id and self._office.is_open:
            self._office.write(self._now.save, lambda _none: None, self.failed.emit)

    def forget(self) -> None:
        """For locking."""
        self._later.stop()
        self._now, self._is_keeping, self._written = _Closing(), False, []

    def _show(self) -> None:
        if self._now.is_open and not self._desk.is_line_closed:
            self.opened.emit(self._now.text, self._now.caret)
        else:
            self.closed.emit()

    def _kept(self) -> None:
        if self._is_keeping:
            self._is_keeping = False
            self._written.clear()
            self._now = _Closing(self._now.session_id)
            self.closed.emit()

    def _not_kept(self, error: KnownError) -> None:
        self._is_keeping = False
        self.failed.emit(error)
        self.save()

    def _on_taken(self) -> None:
        session_id = self._desk.session_id
        if session_id == self._now.session_id:
            self._now = self._now.under(self._desk.rule)
            self._show()
            return
        if self._later.isActive():
            self.save()
        self._now = _Closing()
        self._office.read(
            lambda reader: closing_drafts.draft(reader, session_id),
            lambda draft: self._load(session_id, draft),
            self.failed.emit,
        )

    def _load(self, session_id: str, draft: ClosingDraft | None) -> None:
        if session_id != self._desk.session_id or self._now.session_id == session_id:
            return
        found = draft or ClosingDraft("", is_open=False)
        self._now = _Closing(session_id, found.text, found.caret, found.rule, found.is_open)
        self._show()

    def _on_locking(self) -> None:
        """Last call; a text that was kept just before is not half typed any more."""
        self._later.stop()
        now, written = self._now, self._written
        if now.session_id:
            self._office.keep(lambda vault: None if now.session_id in written else now.save(vault))


def _clear(session_id: str) -> Callable[[Vault, Intervention], None]:
    return lambda vault, _entry: closing_drafts.clear_draft(vault, session_id)
