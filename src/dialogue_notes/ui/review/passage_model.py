"""The texts of a pane as items, so that a screen reader reads them one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

T = TypeVar("T")


class TextsModel(QAbstractListModel, Generic[T]):
    """Items that are told apart by `same`: where all are the same ones, only what differs is told as changed."""

    def __init__(self, same: Callable[[T, T], bool], words: Callable[[T], str]) -> None:
        """`words` is what a screen reader says of an item."""
        super().__init__()
        self.items: Sequence[T] = ()
        self._same = same
        self._words = words

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if index.isValid() and role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words(self.items[index.row()])
        return None

    def set_items(self, items: Sequence[T]) -> list[int] | None:
        """Takes other items: the rows that changed, or None after everything was replaced."""
        before = self.items
        changed: list[int] | None = [] if len(items) == len(before) else None
        for row, (old, new) in enumerate(zip(before, items, strict=False)):
            if old is new or changed is None:
                continue
            if not self._same(old, new):
                changed = None
            elif old != new:
                changed.append(row)
        if changed is None:
            self.beginResetModel()
            self.items = items
            self.endResetModel()
        else:
            self.items = items
        return changed
