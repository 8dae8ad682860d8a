"""Decisions of the Record room: which session, what Enter does, what is undone, what is kept at every moment."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.typing_line.shorthand import expand_before
from dialogue_notes.domain.typing_line.typed import NOBODY
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.place_tasks import Task
from dialogue_notes.services.recorder import EditedLine
from dialogue_notes.services.recording import edit_entry, line_for, save_draft
from dialogue_notes.services.recording_types import Change, KeptEntry, Outcome, Version
from dialogue_notes.services.recording_view import RecordView, chosen_view
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.desk import Desk, wall_clock
from dialogue_notes.ui.record.hints import hint_for
from dialogue_notes.ui.record.kept_lines import OF_THE_DISK, KeptLine
from dialogue_notes.ui.record.line_state import LineState
from dialogue_notes.ui.record.waiting_lines import RETRY_AFTER_MS, WaitingLines

DRAFT_AFTER_MS = 150
"""From the first key that is not saved yet to its save: with the writing itself well below the 300 ms promised."""


class RecordPresenter(QObject):
    """Signals: `session_shown(RecordView)`, `nothing_shown(words, action)`, `line_set(text, caret)`,
    `hint_changed(Hint)`, `saved(datetime)`, `noted(words)`,
    `failed(KnownError)`, `recovered` when lines are saved again.
    """

    session_shown = Signal(object)
    nothing_shown = Signal(str, str)
    line_set = Signal(str, int)
    hint_changed = Signal(object)
    saved = Signal(object)
    noted = Signal(str)
    failed = Signal(object)
    recovered = Signal()

    def __init__(self, office: Office, desk: Desk) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self._line = LineState()
        self._loaded = ""
        self._is_draft_refused = False
        self._reading: Task[RecordView | None] | None = None
        self._lines = WaitingLines(office)
        self._lines.setParent(self)
        self._lines.kept.connect(self._kept)
        self._lines.refused.connect(self._refused)
        self._lines.noted.connect(self.noted)
        self._draft_timer = QTimer(self, singleShot=True)
        self._draft_timer.timeout.connect(self.save_draft)
        office.meeting_changed.connect(self.enter)
        office.session_changed.connect(self.enter)
        office.locking.connect(self._on_locking)
        office.locked.connect(self._on_locked)

    @property
    def line(self) -> LineState:
        """The line half typed."""
        return self._line

    def enter(self) -> None:
        """Reads the chosen session; called whenever the room is shown or something else is chosen."""
        if not self._office.is_open or self._desk.is_hidden:
            return
        chosen = self._office.chosen
        if self._loaded and chosen.session_id != self._loaded:
            if self._line.editing:
                self._keep_edit(self._line.editing, self._line.text)
            self.save_draft()
            self._line, self._loaded = LineState(), ""
        if chosen.meeting_id is None:
            self._show_nothing("Choose a meeting first, or make one.", "Go to Meetings")
            return
        meeting_id, session_id = chosen.meeting_id, chosen.session_id
        if self._reading is not None:  # what is chosen now is what counts
            self._reading.cancel()
        self._desk.begin_reading()
        self._reading = self._office.read(
            lambda reader: chosen_view(reader, meeting_id, session_id),
            lambda view: self._take(view, session_id),
            self.failed.emit,
        )

    def line_typed(self, text: str, caret: int) -> None:
        """A key changed the line or moved its caret."""
        if self._desk.is_line_closed:
            return
        expanded = expand_before(text, caret, self._desk.glossary) if text != self._line.text else None
        if expanded is not None:
            text, caret = expanded
            self.line_set.emit(text, caret)
        is_news = text != self._line.text
        self._line = self._line.typed(text, caret, wall_clock(), self._desk.rule)
        self._show_hint()
        if is_news and not self._draft_timer.isActive():
            self._draft_timer.start(DRAFT_AFTER_MS)

    def keep(self, text: str) -> None:
        """Enter: the line is cleared at once; its entry appears when it is on the disk."""
        recorder, line = self._desk.recorder, self._line
        if recorder is None:
            return
        self._draft_timer.stop()
        if line.editing:
            self._keep_edit(line.editing, text)
            return
        began = line.began or wall_clock()
        self._lines.add(KeptLine(recorder, text, began, line.rule, self._desk.glossary))
        self._set_line(LineState(named=line.named))

    def edit(self, entry_id: str = "") -> None:
        """Takes an entry (the last one, unless said) into the line; what was half typed is put aside."""
        recorder = self._desk.recorder
        if recorder is None or self._line.editing:
            return
        if self._desk.is_meeting_closed:
            self.failed.emit(KnownError(ErrorCode.MEETING_CLOSED))
            return
        wanted = entry_id or None
        self._office.write(lambda vault: recorder.line_of(vault, wanted), self._begin_edit, self.failed.emit)

    def leave_edit(self) -> None:
        """Esc: the entry stays as it was, and what was put aside comes back."""
        if self._line.editing:
            self._set_line(self._line.ended())

    def save_draft(self) -> None:
        """Puts what is half typed on the disk; failure is told, success shown."""
        self._draft_timer.stop()
        session_id = self._loaded
        if not session_id or not self._office.is_open or (self._line.editing and self._line.put_aside):
            return
        text, caret = self._line.draft(self._desk.context())
        self._office.write(
            lambda vault: save_draft(vault, session_id, text, caret), self._draft_saved, self._draft_failed
        )

    def retry(self) -> None:
        """Tries again to keep lines that could not be saved, in their order."""
        self._lines.retry_by_hand()

    def rule_tightened(self, rule: GroundRule) -> None:
        """The rule in force changed: a line half typed takes the stricter one."""
        self._line = self._line.under(rule)

    def changed(self, change: Change | None) -> None:
        """A change is on the disk: shows it."""
        if change is not None:
            self._desk.show(change)
            self._saved_now(None)

    def put_back(self, version: Version) -> None:
        """An entry was taken back: its line is there to be typed again, if nothing else is being typed."""
        if not self._line.text and not self._line.editing:
            entry, codes = version.intervention, dict(self._desk.context().codes)
            line = line_for(entry, version.speaker or NOBODY, codes)
            self._set_line(LineState(line, len(line), entry.spoken_at, entry.rule))
            self.save_draft()

    def show_line(self) -> None:
        """Puts the line back on the screen, after hiding or hands off."""
        if not self._desk.is_line_closed:
            self.line_set.emit(self._line.text, self._line.caret)
            self._show_hint()

    def _take(self, view: RecordView | None, wanted: str | None) -> None:
        """A session was read; not the one wanted when that was none, or was taken off the agenda."""
        if self._desk.is_hidden or self._office.chosen.session_id != wanted:
            return
        if view is None:
            self._show_nothing("This meeting has no session yet.", "Start a first session")
            return
        if wanted != view.session.id:
            self._office.choose_session(view.session.id)
            return
        is_other = self._loaded != view.session.id
        self._loaded = view.session.id
        self._desk.take(view)
        self.session_shown.emit(view)
        if is_other and not self._line.text and view.draft is not None:
            text, caret = view.draft.text, view.draft.caret
            self._line = replace(
                self._line.typed(text, caret, wall_clock(), view.draft.rule or view.cast.rule),
                editing=self._line.editing,
            )
        self.show_line()

    def _show_nothing(self, words: str, action: str) -> None:
        self._desk.clear()
        self._loaded = ""
        self.nothing_shown.emit(words, action)

    def _kept(self, kept: KeptEntry) -> None:
        self._desk.speaker = kept.speaker_after
        self._line = replace(
            self._line, named=kept.speaker_after if kept.outcome is Outcome.SPEAKER else None
        )
        if kept.outcome is Outcome.SPEAKER:
            self.save_draft()
        self._saved_now(None)
        if self._lines.is_empty:
            self.recovered.emit()
        if kept.change is not None:
            self._desk.show(kept.change)
        else:
            self._desk.rows_changed.emit()
        self._show_hint()

    def _refused(self, line: KeptLine, error: KnownError) -> None:
        """Nothing is lost: the line comes back; or it waits, because another one was begun, or another session."""
        if self._line.text or line.session_id != self._loaded:
            self._lines.wait(line, error)
            return
        self._set_line(LineState(line.text, len(line.text), line.began, line.rule, named=self._line.named))
        self.failed.emit(error)

    def _begin_edit(self, edited: EditedLine | None) -> None:
        if edited is not None:
            self._set_line(self._line.edits(edited.intervention_id, edited.line))

    def _keep_edit(self, entry_id: str, text: str) -> None:
        recorder, line = self._desk.recorder, self._line
        self._set_line(line.ended())
        self.save_draft()
        if recorder is None or text == line.original:
            return

        def failed(error: KnownError) -> None:
            if not self._line.text:
                self._set_line(replace(line, put_aside=""))
            self.failed.emit(error)

        self._office.write(lambda vault: recorder.edit(vault, entry_id, text), self.changed, failed)

    def _set_line(self, state: LineState) -> None:
        self._line = state
        self.show_line()

    def _show_hint(self) -> None:
        if self._desk.view is not None and not self._desk.is_line_closed:
            self.hint_changed.emit(hint_for(self._line, self._desk.view.cast, self._desk.context()))

    def _saved_now(self, _nothing: object) -> None:
        self.saved.emit(wall_clock())
        self._lines.retry()  # the disk takes something again

    def _draft_saved(self, _nothing: None) -> None:
        if self._is_draft_refused and not self._lines.is_told:
            self.recovered.emit()
        self._is_draft_refused = False
        self._saved_now(None)

    def _draft_failed(self, error: KnownError) -> None:
        """Told once, and tried again while only the disk is in the way."""
        if not self._is_draft_refused and not self._lines.is_told:
            self.failed.emit(error)
        self._is_draft_refused = True
        if error.code in OF_THE_DISK and not self._draft_timer.isActive():
            self._draft_timer.start(RETRY_AFTER_MS)

    def _on_locking(self) -> None:
        """Last call: what is half typed is written before the vault is closed, also an edit begun over a line."""
        line, session_id = self._line, self._loaded
        self._draft_timer.stop()
        if line.editing and line.put_aside and session_id:
            self._office.keep(lambda vault: edit_entry(vault, line.editing, line.text))
            text, caret = line.put_aside, len(line.put_aside)
        else:
            text, caret = line.draft(self._desk.context())
        self._office.keep(self._lines.last_save(session_id, text, caret))

    def _on_locked(self) -> None:
        editing = self._line.editing if not self._line.put_aside else ""
        self._line = LineState(editing=editing)
        self._is_draft_refused = False
        self._lines.forget()
        self._loaded = ""
