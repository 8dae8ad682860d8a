"""What the Summary room's two lists share."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem

from dialogue_notes.ui.theme.theme import theme

WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class RowList(QListView):
    """Rows of differing height. `entered(row)` on Enter or a double click."""

    entered = Signal(int)

    def __init__(self, name: str, model: QAbstractItemModel) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setObjectName("rows")
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(lambda index: self.entered.emit(index.row()))
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and is_plain
            and self.currentIndex().isValid()
        ):
            self.entered.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyboardSearch(self, search: str) -> None:
        """Letters are not a search here."""


def width_of(option: QStyleOptionViewItem) -> int:
    """The width a row has, which a delegate's option does not tell before the first layout."""
    view = option.widget
    return view.viewport().width() if isinstance(view, QListView) else option.rect.width()


def measured(font: QFont, words: str, width: int) -> int:
    """The height of `words` wrapped to `width`."""
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(60, width), 100_000), int(WRAP), words).height()
