"""Decisions of the Record room: which session, what Enter does, what is undone, what is kept at every moment."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.codes import GroundRule, InterventionState
from dialogue_notes.domain.typing_line.typed import NOBODY
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.place_tasks import Task
from dialogue_notes.services.recording.entering import line_for
from dialogue_notes.services.recording.recorder import EditedLine
from dialogue_notes.services.recording.types import Change, KeptEntry, Outcome, Version
from dialogue_notes.services.recording.view import RecordView, chosen_view
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.desk import Desk, wall_clock
from dialogue_notes.ui.record.drafting import Drafting, draft_of, edit_and_go_on
from dialogue_notes.ui.record.expanding import Expanding
from dialogue_notes.ui.record.hints import hint_for
from dialogue_notes.ui.record.kept_lines import KeptLine
from dialogue_notes.ui.record.line_state import LineState
from dialogue_notes.ui.record.waiting_lines import WaitingLines


class RecordPresenter(QObject):
    """Signals: `session_shown(RecordView)`, `nothing_shown(words, action)`, `line_set(text, caret)`,
    `line_expanded(text, caret)`, which can be undone,
    `hint_changed(Hint)`, `saved(datetime)`, `noted(words)`,
    `failed(KnownError)`, `recovered` when lines are saved again.
    """

    session_shown = Signal(object)
    nothing_shown = Signal(str, str)
    line_set = Signal(str, int)
    line_expanded = Signal(str, int)
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
        self._expanding = Expanding()
        self._loaded = ""
        self._reading: Task[RecordView | None] | None = None
        self._lines = WaitingLines(office)
        self._lines.setParent(self)
        self._lines.kept.connect(self._kept)
        self._lines.refused.connect(self._refused)
        self._lines.noted.connect(self.noted)
        self._drafting = Drafting(office)
        self._drafting.setParent(self)
        self._drafting.due.connect(self.save_draft)
        self._drafting.saved.connect(self._draft_saved)
        self._drafting.refused.connect(self._draft_refused)
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
            self._leave_session()
        if chosen.meeting_id is None:
            self._show_nothing("Choose a meeting first, or make one.", "Go to Meetings")
            return
        meeting_id, session_id = chosen.meeting_id, chosen.session_id
        if self._reading is not None:  # what is chosen now is what counts
            self._reading.cancel()
        self._desk.begin_reading()
        newest = self._desk.newest(session_id)
        self._reading = self._office.read(
            lambda reader: chosen_view(reader, meeting_id, session_id, newest),
            lambda view: self._take(view, session_id),
            self.failed.emit,
        )

    def line_typed(self, text: str, caret: int) -> None:
        """A key changed the line or moved its caret."""
        if self._desk.is_line_closed:
            return
        expanded = self._expanding.expand(text, caret, self._line.text, self._desk.context)
        if expanded is not None:
            text, caret = expanded
            self.line_expanded.emit(text, caret)
        is_news = text != self._line.text
        self._line = self._line.typed(text, caret, wall_clock(), self._desk.rule)
        self._show_hint()
        if is_news:
            self._drafting.line_changed()

    def keep(self, text: str) -> None:
        """Enter: the line is cleared at once; its entry appears when it is on the disk."""
        recorder, line = self._desk.recorder, self._line
        if recorder is None:
            return
        self._drafting.stop()
        if line.editing:
            self._keep_edit(text)
            return
        began = line.began or wall_clock()
        glossary = self._expanding.settle(self._desk.glossary)
        self._lines.add(KeptLine(recorder, text, began, line.rule, glossary, self._desk.insert_before))
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
            self.save_draft()

    def save_draft(self) -> None:
        """Puts what is half typed on the disk; failure is told, success shown."""
        self._drafting.stop()
        if self._loaded and self._office.is_open:
            self._drafting.save(self._loaded, draft_of(self._line, self._desk.context()))

    def retry(self) -> None:
        """Tries again to keep lines that could not be saved, in their order."""
        self._lines.retry_by_hand()

    def rule_tightened(self, rule: GroundRule) -> None:
        """The rule in force changed: a line half typed takes the stricter one."""
        self._line = self._line.under(rule)

    def changed(self, change: Change | None) -> None:
        """A change is on the disk: shows it."""
        if change is not None:
            self._show(change)
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
        if is_other:
            self._expanding.turn_to(view.session.id)
        self._loaded = view.session.id
        self._desk.take(view)
        self.session_shown.emit(view)
        if is_other and not self._line.text:
            self._line = self._drafting.back_in(view.session.id, view.draft, view.cast.rule)
        if self._line.editing and self._is_struck(self._line.editing):
            self._line = self._line.ended()
        self.show_line()

    def _show(self, change: Change) -> None:
        """Where the order of entries changed, or their session, or the session itself, it is read again."""
        self._desk.show(change)
        if change.reorders or not (change.before or change.after):
            self.enter()

    def _show_nothing(self, words: str, action: str) -> None:
        self._desk.clear()
        self._loaded = ""
        self.nothing_shown.emit(words, action)

    def _kept(self, kept: KeptEntry) -> None:
        self._desk.speaker = kept.speaker_after
        is_named = kept.outcome is Outcome.SPEAKER and not self._desk.insert_before
        self._line = replace(self._line, named=kept.speaker_after if is_named else None)
        if kept.outcome is Outcome.SPEAKER:
            self.save_draft()
        self._saved_now(None)
        if self._lines.is_empty:
            self.recovered.emit()
        if kept.change is not None:
            self._show(kept.change)
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
            self.save_draft()

    def _keep_edit(self, text: str) -> None:
        recorder, line = self._desk.recorder, replace(self._line, text=text)
        self._set_line(line.ended())
        if recorder is None or text == line.original:
            self.save_draft()
            return

        def failed(error: KnownError) -> None:
            self.take_up_again(line, error)
            self.failed.emit(error)

        work = edit_and_go_on(recorder, line, draft_of(self._line, self._desk.context()))
        self._office.write(work, self.changed, failed)

    def take_up_again(self, line: LineState, error: KnownError) -> None:
        """An edit was refused: it is open again, over what is in the line by now; as words, if its entry is gone."""
        self._set_line(self._line.takes_up_again(line, is_gone=error.code is ErrorCode.NOT_FOUND))
        self.save_draft()

    def _leave_session(self) -> None:
        """Another session is chosen: its line is saved, and an edit kept; if that fails the edit is in the draft."""
        line, session_id, recorder = self._line, self._loaded, self._desk.recorder
        context = self._desk.context()
        self._drafting.leave(session_id, line, draft_of(line, context))
        self._line, self._loaded = LineState(), ""
        if line.editing and recorder is not None and line.text != line.original:
            work = edit_and_go_on(recorder, line, draft_of(line.ended(), context))
            self._office.write(work, self.changed, self.failed.emit)

    def _set_line(self, state: LineState) -> None:
        self._line = state
        self.show_line()

    def _show_hint(self) -> None:
        if self._desk.view is not None and not self._desk.is_line_closed:
            self.hint_changed.emit(hint_for(self._line, self._desk.view.cast, self._desk.context()))

    def _saved_now(self, _nothing: object) -> None:
        self.saved.emit(wall_clock())
        self._lines.retry()  # the disk takes something again

    def _draft_saved(self, was_refused: bool) -> None:
        if was_refused and not self._lines.is_told:
            self.recovered.emit()
        self._saved_now(None)

    def _draft_refused(self, error: KnownError) -> None:
        if not self._lines.is_told:
            self.failed.emit(error)

    def _is_struck(self, entry_id: str) -> bool:
        rows = (row.intervention for row in self._desk.model.rows if row.id == entry_id)
        return any(entry.state is InterventionState.STRUCK for entry in rows)

    def _on_locking(self) -> None:
        """Last call: what is half typed is written before the vault is closed, an edit with what it was begun over."""
        self._drafting.before_locking(self._loaded, self._line.began)
        draft = draft_of(self._line, self._desk.context())
        self._office.keep(self._lines.last_save(self._loaded, draft))

    def _on_locked(self) -> None:
        self._line = LineState()
        self._drafting.forget()
        self._lines.forget()
        self._loaded = ""
