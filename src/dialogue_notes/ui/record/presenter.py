"""Decisions of the Record room: which session, what Enter does, what is undone, what is kept at every moment."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.typing_line.shorthand import expand_before
from dialogue_notes.domain.typing_line.typed import NOBODY
from dialogue_notes.errors import KnownError
from dialogue_notes.services.place_tasks import Task
from dialogue_notes.services.recorder import EditedLine
from dialogue_notes.services.recording import edit_entry, line_for, save_draft
from dialogue_notes.services.recording_types import Change, KeptEntry, Outcome, Version
from dialogue_notes.services.recording_view import RecordView, chosen_view
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.desk import Desk, wall_clock
from dialogue_notes.ui.record.hints import hint_for
from dialogue_notes.ui.record.kept_lines import OF_THE_DISK, KeptLine, LastSave
from dialogue_notes.ui.record.line_state import LineState

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
        self._reading: Task[RecordView | None] | None = None
        self._unsaved: list[KeptLine] = []
        self._refused: list[KeptLine] = []  # not written, and the word of it is still on its way here
        self._draft_timer = QTimer(self, singleShot=True, interval=DRAFT_AFTER_MS)
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
            self._draft_timer.start()

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
        self._unsaved.append(KeptLine(recorder, text, began, line.rule, self._desk.glossary))
        self.retry()  # after those that wait for the disk, so that the order stays
        self._set_line(LineState(named=line.named))

    def edit(self, entry_id: str = "") -> None:
        """Takes an entry (the last one, unless said) into the line; what was half typed is put aside."""
        recorder = self._desk.recorder
        if recorder is None or self._line.editing:
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
            lambda vault: save_draft(vault, session_id, text, caret), self._saved_now, self.failed.emit
        )

    def retry(self) -> None:
        """Tries again to keep lines that could not be saved, in their order."""
        waiting, self._unsaved = self._unsaved, []
        for line in waiting:
            self._send(line)

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

    def _send(self, line: KeptLine) -> None:
        refused = self._refused
        self._office.write(
            lambda vault: line.write(vault, refused), self._kept, lambda error: self._not_kept(line, error)
        )

    def _kept(self, kept: KeptEntry) -> None:
        self._desk.speaker = kept.speaker_after
        self._line = replace(
            self._line, named=kept.speaker_after if kept.outcome is Outcome.SPEAKER else None
        )
        if kept.outcome is Outcome.SPEAKER:
            self.save_draft()
        self._saved_now(None)
        if not self._unsaved:
            self.recovered.emit()
        if kept.change is not None:
            self._desk.show(kept.change)
        else:
            self._desk.rows_changed.emit()
        self._show_hint()

    def _not_kept(self, line: KeptLine, error: KnownError) -> None:
        """Nothing is lost: the line comes back; or it waits, for the disk or because another one was begun."""
        if line not in self._refused:  # the save before a crash window has seen to it already
            return
        self._refused.remove(line)
        if self._line.text or self._unsaved or error.code in OF_THE_DISK:
            self._unsaved.append(line)
        else:
            self._set_line(
                LineState(line.text, len(line.text), line.began, line.rule, named=self._line.named)
            )
        if self._unsaved:
            self.noted.emit(f"{error.message} {_unsaved_words(len(self._unsaved))}")
        else:
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
        self.retry()  # the disk takes something again

    def _on_locking(self) -> None:
        """Last call: what is half typed is written before the vault is closed, also an edit begun over a line."""
        line, session_id = self._line, self._loaded
        self._draft_timer.stop()
        if not session_id:
            return
        if line.editing and line.put_aside:
            self._office.keep(lambda vault: edit_entry(vault, line.editing, line.text))
            text, caret = line.put_aside, len(line.put_aside)
        else:
            text, caret = line.draft(self._desk.context())
        refused, waiting, self._unsaved = self._refused, self._unsaved, []
        self._office.keep(LastSave((refused, waiting), session_id, text, caret))

    def _on_locked(self) -> None:
        editing = self._line.editing if not self._line.put_aside else ""
        self._line = LineState(editing=editing)
        self._unsaved, self._refused = [], []
        self._loaded = ""


def _unsaved_words(count: int) -> str:
    return "1 line is not saved yet." if count == 1 else f"{count} lines are not saved yet."
