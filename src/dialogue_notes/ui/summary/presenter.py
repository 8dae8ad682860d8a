"""Decides which summary the room shows, and how it stands: begun, drafted, approved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.profiles import PRINCIPALS
from dialogue_notes.errors import KnownError
from dialogue_notes.services import summaries
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.summary.model import SummaryShown
from dialogue_notes.ui.summary.snapshot import read_summary


class SummaryPresenter(QObject):
    """Emits `shown(SummaryShown)`, `turned` when another summary is shown than before,
    `approved` after an approval, and `failed(KnownError)`.
    """

    shown = Signal(object)
    turned = Signal()
    approved = Signal()
    failed = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._profile = PRINCIPALS.name
        self._last = SummaryShown("", self._profile, has_record=False)
        office.meeting_changed.connect(self.turned)
        office.summary_changed.connect(self.refresh)
        office.locked.connect(self._forget)

    @property
    def snapshot(self) -> SummaryShown:
        """What is shown now."""
        return self._last

    def refresh(self) -> None:
        """Reads the summary again."""
        meeting_id, profile = self._office.chosen.meeting_id, self._profile
        if not self._office.is_open:
            return
        if meeting_id is None:
            self._show(SummaryShown("", profile, has_record=False))
            return
        self._office.read(
            lambda reader: read_summary(reader, meeting_id, profile), self._show, self.failed.emit
        )

    def choose_profile(self, name: str) -> None:
        """Shows the summary for another audience."""
        self._profile = name
        self.turned.emit()
        self.refresh()

    def draft(self) -> None:
        """A draft of everything that this audience may see."""
        self._begin(lambda vault, meeting: summaries.draft_summary(vault, meeting, self._profile))

    def begin_empty(self) -> None:
        """A summary with nothing in it."""
        self._begin(lambda vault, meeting: summaries.start_summary(vault, meeting, self._profile))

    def approve(self) -> None:
        """Approves exactly what is shown."""
        summary_id = self._last.summary_id
        if summary_id:
            self._write(lambda vault: summaries.approve(vault, summary_id), self.approved.emit)

    def _begin(self, work: Callable[[Vault, str], object]) -> None:
        meeting_id = self._office.chosen.meeting_id
        if meeting_id is not None:
            self.turned.emit()
            self._write(lambda vault: work(vault, meeting_id))

    def _write(self, work: Callable[[Vault], object], then: Callable[[], object] = lambda: None) -> None:
        def done(_value: object) -> None:
            self._office.summary_changed.emit()
            then()

        self._office.write(work, done, self._fail)

    def _show(self, shown: SummaryShown) -> None:
        self._last = shown
        self.shown.emit(shown)

    def _fail(self, error: KnownError) -> None:
        self.failed.emit(error)
        self.refresh()

    def _forget(self) -> None:
        self._last = SummaryShown("", self._profile, has_record=False)
        self.turned.emit()
