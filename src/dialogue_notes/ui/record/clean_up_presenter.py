"""Clean-up: from one thing that needs a look to the next, with one key for each, and what is still open at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from dialogue_notes.domain.clean_up import ROOM_NEEDS, CleanUpItem, open_words
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.clean_up import clean_up_items
from dialogue_notes.services.recording.entering import line_for
from dialogue_notes.services.recording.recorder import EditedLine
from dialogue_notes.services.recording.types import Change
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.changes_presenter import speaker_typed
from dialogue_notes.ui.record.clean_up_bar import CleanUpShown
from dialogue_notes.ui.record.clean_up_keys import (
    CLOSE,
    CODE_WANTED,
    EDIT,
    ENTER,
    OF_SPEAKER,
    SKIP,
    UNDO,
    actions_at_end,
    actions_of,
    actions_while_editing,
)
from dialogue_notes.ui.record.clean_up_run import CleanUpRun, begun
from dialogue_notes.ui.record.clean_up_work import Work, work_of
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.presenter import RecordPresenter

NO_CODE = "No such code"


class CleanUpPresenter(QObject):
    """Signals: `shown(CleanUpShown)`, `entry_shown(id)` with the entry it is about (none for people and papers),
    `wrong(words)`, `closed` when it is over, `failed(KnownError)`, `end_wanted` to close the session,
    `offered` when it was closed by something else.
    """

    shown = Signal(object)
    entry_shown = Signal(str)
    wrong = Signal(str)
    closed = Signal()
    failed = Signal(object)
    end_wanted = Signal()
    offered = Signal()

    def __init__(self, office: Office, desk: Desk, record: RecordPresenter) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self._record = record
        self._run: CleanUpRun | None = None
        self._session_id = ""
        self._edited: EditedLine | None = None
        self._changes = 0
        self._goes_back = False
        self._was_hidden = False
        self._running = ""  # the session that was on the desk last, as long as it has not ended
        self._look_again = QTimer(self, singleShot=True, interval=0)
        self._look_again.timeout.connect(self._read_again)
        desk.rows_changed.connect(self._on_change)
        desk.taken.connect(self._on_taken)
        office.locked.connect(self.close)

    @property
    def is_open(self) -> bool:
        """Whether a run is under way."""
        return self._run is not None

    def start(self) -> None:
        """Reads what needs a look in the session on the desk, and shows the first of it."""
        view = self._desk.view
        if view is None or self._desk.is_hidden:
            return
        if view.is_closed or self._desk.hands_off_since:
            code = ErrorCode.MEETING_CLOSED if view.is_closed else ErrorCode.HANDS_OFF
            self.failed.emit(KnownError(code))
            return
        self._session_id, self._changes, self._edited = view.session.id, 0, None
        session_id = view.session.id

        def begin(found: tuple[CleanUpItem, ...]) -> None:
            if session_id == self._session_id == self._desk.session_id:
                self._show(begun(found))

        self._office.read(lambda reader: clean_up_items(reader, session_id), begin, self.failed.emit)

    def close(self) -> None:
        """Ends the run; what was passed over is forgotten with it."""
        self._look_again.stop()
        self._session_id, self._edited = "", None
        if self._run is not None:
            self._run = None
            self.closed.emit()

    def step(self, step: int) -> None:
        """To the next one (1) or the one before (-1)."""
        if self._run is not None:
            self._show(self._run.stepped(step))

    def act(self, key: str) -> None:
        """A key of the item shown."""
        run = self._run
        if run is None:
            return
        item = run.current
        if key == UNDO:
            self._undo()
        elif item is None:
            self._at_end(key)
        elif not run.is_open(item):
            self._show(run.gone_on())
        elif key == EDIT:
            self._edit(item)
        elif key == SKIP:
            self._show(run.passed_over())
        else:
            self._do(work_of(item, key))

    def give(self, text: str) -> None:
        """What was typed for the item shown: a code, or its line."""
        run, edited = self._run, self._edited
        item = run.current if run is not None else None
        if run is None or item is None:
            return
        if edited is not None:
            self._edited = None
            self._do(lambda recorder, vault: recorder.edit(vault, edited.intervention_id, text))
            return
        if not text.strip() or not run.is_open(item):
            self._show(run.passed_over())
            return
        speaker = speaker_typed(text, self._desk.context().codes)
        if speaker is None:
            self.wrong.emit(NO_CODE)
            return
        self._do(lambda recorder, vault: recorder.reattribute(vault, [item.subject_id], speaker))

    def leave_edit(self) -> None:
        """Esc in the field: an entry being edited stays as it was; else the run ends."""
        if self._edited is not None and self._run is not None:
            self._edited = None
            self._show(self._run)
        else:
            self.close()

    def hide(self) -> None:
        """The text is hidden: the run goes on where it stood once it is shown again."""
        self._edited, self._was_hidden = None, True

    def _do(self, work: Work | None) -> None:
        """Puts the item right and goes on at once; if it fails, back to it with the reason."""
        run, recorder = self._run, self._desk.recorder
        item = run.current if run is not None else None
        if run is None or item is None or recorder is None:
            return
        if work is None:  # Enter on what is left as it is
            self._show(run.passed_over())
            return

        def then(change: Change | None) -> None:
            if change is not None:
                self._changes += 1
                self._record.changed(change)
            else:
                self._on_change()

        def failed(error: KnownError) -> None:
            if self._run is not None:
                self._show(self._run.reopened(item))
            self.failed.emit(error)

        self._show(run.settled())
        self._office.write(lambda vault: work(recorder, vault), then, failed)

    def _edit(self, item: CleanUpItem) -> None:
        """The entry as a line, with the prose in it where there is a proposal."""
        recorder = self._desk.recorder
        row = next((row for row in self._desk.model.rows if row.id == item.subject_id), None)
        if recorder is None or row is None or self._run is None:
            return
        codes = dict(self._desk.context().codes)
        entry = row.intervention
        if item.proposal:
            entry = replace(entry, text=item.proposal)
        line = line_for(entry, row.speaker, codes)
        self._edited = EditedLine(item.subject_id, line)
        self._show(self._run)

    def _undo(self) -> None:
        """Takes back what this run did, the last first, and goes to where that was."""
        recorder = self._desk.recorder
        if recorder is None or not self._changes:
            self.failed.emit(KnownError(ErrorCode.NOTHING_TO_UNDO))
            return
        self._changes -= 1

        def then(change: Change | None) -> None:
            if change is not None:
                self._goes_back = True
                self._record.changed(change)

        self._office.write(recorder.undo, then, self.failed.emit)

    def _at_end(self, key: str) -> None:
        if key == CLOSE and self._can_close():
            self._running = ""
            self.close()
            self.end_wanted.emit()
        elif key == ENTER:
            self.close()

    def _show(self, run: CleanUpRun) -> None:
        self._run, self._goes_back = run, False
        item = run.current
        if item is None:
            self.entry_shown.emit("")
            self._show_end(run)
            return
        self.entry_shown.emit("" if item.need in ROOM_NEEDS else item.subject_id)
        self.shown.emit(self._shown_item(run, item))

    def _shown_item(self, run: CleanUpRun, item: CleanUpItem) -> CleanUpShown:
        is_open, edited = run.is_open(item), self._edited
        counts = f"{run.at + 1} of {len(run.items)}", len(run.items) - len(run.still_open), len(run.items)
        if edited is not None:
            return CleanUpShown(
                *counts, item.reason, actions_while_editing(), "the entry's line", edited.line
            )
        reason = item.reason if is_open else f"Done. {item.reason}"
        asks_code = is_open and item.need in OF_SPEAKER
        return CleanUpShown(
            *counts,
            reason,
            actions_of(item, is_open=is_open),
            CODE_WANTED if asks_code else "",
            raw=self._text(item.subject_id) if item.proposal and is_open else "",
            proposal=item.proposal if is_open else "",
        )

    def _show_end(self, run: CleanUpRun) -> None:
        total, still_open = len(run.items), run.still_open
        words = f"Still open: {open_words(still_open)}." if still_open else "Nothing is open."
        if not total:
            words = "Nothing in this session needs a look."
        progress = f"{total - len(still_open)} of {total} done"
        actions = actions_at_end(can_close=self._can_close())
        self.shown.emit(CleanUpShown(progress, total - len(still_open), total, words, actions))

    def _can_close(self) -> bool:
        view = self._desk.view
        return view is not None and view.session.ended_at is None

    def _text(self, entry_id: str) -> str:
        rows = (row for row in self._desk.model.rows if row.id == entry_id)
        return next((row.intervention.text for row in rows), "")

    def _on_change(self) -> None:
        if self._run is not None:
            self._look_again.start()

    def _on_taken(self) -> None:
        view = self._desk.view
        if view is not None and view.session.ended_at is None:
            self._running = view.session.id
        elif view is not None and view.session.id == self._running and self._run is None:
            self._running = ""
            self.offered.emit()
        if self._desk.session_id != self._session_id:
            self.close()
        elif self._run is not None and self._was_hidden:
            self._show(self._run)
        self._was_hidden = False
        self._on_change()

    def _read_again(self) -> None:
        """Something in the record changed, here or elsewhere: what is open is told by the record alone."""
        session_id = self._session_id
        if self._run is not None and self._office.is_open:
            self._office.read(
                lambda reader: clean_up_items(reader, session_id), self._follow, self.failed.emit
            )

    def _follow(self, found: Sequence[CleanUpItem]) -> None:
        run = self._run
        if run is None:
            return
        now = run.refreshed(found)
        if self._goes_back and now.open_keys - run.open_keys:
            self._goes_back, now = False, now.gone_to(now.open_keys - run.open_keys)
        is_same = now.current == run.current and now.open_keys == run.open_keys and now.items == run.items
        self._run = now
        if not is_same and (self._edited is None or now.current != run.current):
            self._show(now)
