"""Where a person looks in the record, kept while the same session is read again, hidden or locked away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QObject, QPoint

from dialogue_notes.ui.record.model import RecordModel
from dialogue_notes.ui.record.record_list import RecordList


@dataclass(frozen=True, slots=True)
class _Place:
    """What is selected, which entry the keys are on, and where the entries in sight end, the lowest first; ids and
    pixels only.
    """

    selected: tuple[str, ...] = ()
    current: str = ""
    in_sight: tuple[tuple[str, int], ...] = ()
    is_at_end: bool = True


class PlaceKeeper(QObject):
    """Remembers the place whenever the rows are about to be replaced; `restore` brings it back."""

    def __init__(self, record: RecordList, model: RecordModel) -> None:
        super().__init__(record)
        self._list = record
        self._model = model
        self._place = _Place()
        self._is_missing = False
        self._wanted = ""
        model.modelAboutToBeReset.connect(self._remember)

    def restore(self, *, is_whole: bool) -> None:
        """For the same session with other rows: what is gone of the place is left out, and what was not read yet is
        waited for.
        """
        place, record = self._place, self._list
        self._is_missing = False
        self.select(place.selected, place.current)
        if place.is_at_end:
            record.scroll_to_end()
            return
        rows = {row.id: number for number, row in enumerate(self._model.rows)}
        for entry_id, bottom in place.in_sight:
            if entry_id in rows:
                bar = record.verticalScrollBar()
                bar.setValue(
                    bar.value() + record.visualRect(self._model.index(rows[entry_id])).bottom() - bottom
                )
                return
        self._is_missing = not is_whole

    def restore_what_was_missing(self, *, is_whole: bool) -> None:
        """After older entries were read: brings the place back, if it is among them."""
        if self._is_missing:
            self.restore(is_whole=is_whole)
        if self._wanted:
            self.show_alone(self._wanted)

    def select(self, ids: Collection[str], current: str = "") -> None:
        """Selects entries, those that are there, with the keys on one of them."""
        wanted = frozenset(ids) | {current}
        rows = {row.id: number for number, row in enumerate(self._model.rows) if row.id in wanted}
        selection = self._list.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        if current in rows:
            selection.setCurrentIndex(self._model.index(rows[current]), flags.NoUpdate)
        for entry_id in ids:
            if entry_id in rows:
                selection.select(self._model.index(rows[entry_id]), flags.Select)

    def show_alone(self, entry_id: str) -> None:
        """Selects one entry, and nothing else, in the middle of what is in sight: at once, or when it was read."""
        record = self._list
        record.clearSelection()
        self.select([entry_id], entry_id)
        index = record.currentIndex()
        is_there = bool(record.selected_ids()) and index.isValid()
        self._wanted = "" if is_there else entry_id
        if is_there:
            bar, box = record.verticalScrollBar(), record.visualRect(index)
            bar.setValue(bar.value() + box.center().y() - record.viewport().height() // 2)

    def _remember(self) -> None:
        rows, record = self._model.rows, self._list
        if not rows or self._is_missing:  # hidden or locked in between: the place before that is the one
            return
        now, bar = record.currentIndex().row(), record.verticalScrollBar()
        height = record.viewport().height()
        top, lowest = record.indexAt(QPoint(0, 0)).row(), record.indexAt(QPoint(0, height - 1)).row()
        seen = range(max(top, 0), lowest + 1)
        in_sight = [(rows[each].id, record.visualRect(self._model.index(each)).bottom()) for each in seen]
        self._place = _Place(
            record.selected_ids(),
            rows[now].id if 0 <= now < len(rows) else "",
            tuple(reversed(in_sight)),
            bar.value() >= bar.maximum(),
        )
