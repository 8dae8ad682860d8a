"""What a person, a screen reader or a library could find in a window: widgets, models, the accessibility tree."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QGuiApplication,
    QStandardItemModel,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

_TOLD = (
    "text", "toPlainText", "windowTitle", "accessibleName", "accessibleDescription", "toolTip", "whatsThis",
    "statusTip", "placeholderText", "displayText", "currentText", "title",
)  # fmt: skip
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_SPOKEN = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
    QAccessible.Text.Accelerator,
)
_DEEPEST = 60


def in_widgets() -> Iterator[str]:
    """The words of every widget that exists, shown or not, and of every model and document behind them."""
    for widget in QApplication.allWidgets():
        yield from _told_by(widget)
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from in_model(widget.model())
        for part in widget.findChildren(QObject):
            if isinstance(part, QStandardItemModel):
                yield from in_model(part)
            elif isinstance(part, QTextDocument):
                yield part.toRawText()
                part.undo()
                yield part.toRawText()
    for window in QGuiApplication.allWindows():
        yield window.title()


def in_model(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    """What every cell of a model says, below `parent`."""
    above = parent or QModelIndex()
    for row in range(model.rowCount(above)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(above)):
            index = model.index(row, column, above)
            yield from (str(index.data(role)) for role in _ROLES)
            if column == 0:
                yield from in_model(model, index)


def in_accessibility_tree() -> Iterator[str]:
    """What a screen reader could read out: every object below the application."""
    for widget in QApplication.topLevelWidgets():
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None:
            yield from _spoken(interface, _DEEPEST)


def _spoken(interface: QAccessibleInterface, depth: int) -> Iterator[str]:
    yield from (interface.text(kind) for kind in _SPOKEN)
    text = interface.textInterface()
    if text is not None:
        yield text.text(0, text.characterCount())
    for number in range(interface.childCount() if depth else 0):
        child = interface.child(number)
        if child.isValid():
            yield from _spoken(child, depth - 1)


def _told_by(widget: QWidget) -> Iterator[str]:
    for name in _TOLD:
        tells = getattr(widget, name, None)
        told = tells() if callable(tells) else ""
        if isinstance(told, str):
            yield told
