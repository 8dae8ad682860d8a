"""Writes what is changed in a summary, each change to be undone as one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.codes import Sureness
from dialogue_notes.errors import KnownError
from dialogue_notes.services import summaries
from dialogue_notes.services import summary_editing as editing
from dialogue_notes.services.summary_editing import SummaryChange
from dialogue_notes.services.summary_picking import switch_entry
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.summary.model import OutlineRow
from dialogue_notes.ui.summary.point_looker import PointLooker
from dialogue_notes.ui.summary.presenter import SummaryPresenter


class PointsPresenter(QObject):
    """Emits `changed(words)` with something to undo, `undone`, and `failed(KnownError)`."""

    changed = Signal(str)
    undone = Signal()
    failed = Signal(object)

    def __init__(self, office: Office, presenter: SummaryPresenter) -> None:
        super().__init__()
        self._office = office
        self._presenter = presenter
        self._changes: list[SummaryChange] = []
        self.looker = PointLooker(office)
        self.looker.setParent(self)
        self.looker.failed.connect(self.failed)
        presenter.turned.connect(self._changes.clear)

    @property
    def can_undo(self) -> bool:
        """Whether a change can be taken back."""
        return bool(self._changes)

    def pick(self, intervention_id: str) -> None:
        """Makes a point of an entry, or takes it out again; begins a summary when there is none."""
        shown, meeting_id = self._presenter.snapshot, self._office.chosen.meeting_id
        if meeting_id is None:
            return

        def work(vault: Vault) -> SummaryChange:
            target = shown.summary_id or summaries.start_summary(vault, meeting_id, shown.profile)
            return switch_entry(vault, target, intervention_id)

        was_picked = any(one.intervention_id == intervention_id and one.picked for one in shown.sources)
        self._change(work, "Put back." if was_picked else "Picked.")

    def keep_text(self, section_id: str, point_id: str, text: str) -> None:
        """Other words for a point, or for a heading."""
        if point_id:
            self._edit(lambda vault, one: editing.change_point(vault, one, point_id, text=text), "Rewritten.")
        else:
            self._edit(lambda vault, one: editing.rename_section(vault, one, section_id, text), "Renamed.")

    def write_point(self, section_id: str, text: str) -> None:
        """A point in one's own words."""
        self._edit(lambda vault, one: editing.write_point(vault, one, section_id, text), "Written.")

    def add_section(self, title: str) -> None:
        """A new heading at the end."""
        self._edit(lambda vault, one: editing.add_section(vault, one, title), "Heading added.")

    def remove(self, section_id: str, point_id: str) -> None:
        """Takes a point, or a heading with its points, out."""
        if point_id:
            self._edit(lambda vault, one: editing.remove_point(vault, one, point_id), "Point taken out.")
        else:
            self._edit(
                lambda vault, one: editing.remove_section(vault, one, section_id), "Heading taken out."
            )

    def move(self, section_id: str, point_id: str, step: int) -> None:
        """Moves a point or a heading by one place; a point at the edge goes on into the next section."""
        target = _target(self._presenter.snapshot.outline, section_id, point_id, step)
        if target is None:
            return
        to_section, at = target
        if point_id:
            self._edit(lambda vault, one: editing.move_point(vault, one, point_id, to_section, at), "Moved.")
        else:
            self._edit(lambda vault, one: editing.move_section(vault, one, section_id, at), "Moved.")

    def set_sureness(self, point_id: str, sureness: Sureness) -> None:
        """How sure a point is; looked at again, so it is no longer stale."""
        self._edit(lambda vault, one: editing.change_point(vault, one, point_id, sureness=sureness), "Kept.")

    def confirm(self, point_id: str) -> None:
        """A point still holds although its source changed."""
        self._edit(lambda vault, one: editing.confirm_point(vault, one, point_id), "Confirmed.")

    def set_title(self, title: str) -> None:
        """Another title."""
        self._edit(lambda vault, one: editing.change_head(vault, one, title=title), "Title changed.")

    def set_marking(self, marking: str) -> None:
        """Another handling marking."""
        self._edit(lambda vault, one: editing.change_head(vault, one, marking=marking), "Marking changed.")

    def undo(self) -> None:
        """Takes the last change back."""
        if not self._changes:
            return
        change = self._changes.pop()

        def done(_none: None) -> None:
            self.undone.emit()
            self._office.summary_changed.emit()
            self.looker.look(SummaryChange(change.after, change.before))

        self._office.write(lambda vault: editing.undo_change(vault, change), done, self._fail)

    def _edit(self, work: Callable[[Vault, str], SummaryChange], words: str) -> None:
        summary_id = self._presenter.snapshot.summary_id
        if summary_id:
            self._change(lambda vault: work(vault, summary_id), words)

    def _change(self, work: Callable[[Vault], SummaryChange], words: str) -> None:
        def done(change: SummaryChange) -> None:
            self._changes.append(change)
            self._office.summary_changed.emit()
            self.changed.emit(words)
            self.looker.look(change)

        self._office.write(work, done, self._fail)

    def _fail(self, error: KnownError) -> None:
        self.failed.emit(error)
        self._presenter.refresh()


def _target(
    outline: tuple[OutlineRow, ...], section_id: str, point_id: str, step: int
) -> tuple[str, int] | None:
    """Where a step leads: a section and a place in it; None at the ends."""
    sections = [row.section_id for row in outline if not row.point_id]
    here = sections.index(section_id)
    if not point_id:
        return (section_id, here + step) if 0 <= here + step < len(sections) else None
    points = [row.point_id for row in outline if row.section_id == section_id and row.point_id]
    place = points.index(point_id) + step
    if 0 <= place < len(points):
        return section_id, place
    if not 0 <= here + step < len(sections):
        return None
    beyond = sections[here + step]
    count = sum(row.section_id == beyond and bool(row.point_id) for row in outline)
    return beyond, (count if step < 0 else 0)
