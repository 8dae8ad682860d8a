"""A page to read and select from, that tells nobody else what was selected.

In this module: `ReadingPane`.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QMouseEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit

from dialogue_notes.ui.theme.theme import theme


class ReadingPane(QTextEdit):
    """Text in the serif of the record; selected with mouse or keys, never edited, copied or dragged out."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setObjectName("reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setTabChangesFocus(True)
        self.setStyleSheet("QTextEdit#reading { border: none; background: transparent; padding: 0; }")
        self.document().setDocumentMargin(0)
        option = QTextOption(self.document().defaultTextOption())
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Nothing: a selection must not reach the clipboard or another program (targets K11)."""
        return QMimeData()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Without Qt's own, which would own the X11 primary selection on release."""
        event.accept()

    def character_format(self, *, ink: str = "ink", size: float = 15, weight: int = 400) -> QTextCharFormat:
        """A format in the serif of the record; `ink` is the name of a colour."""
        form = QTextCharFormat()
        form.setFont(theme().record_font(size, weight=weight))
        form.setForeground(theme().colour(ink))
        return form

    def end(self) -> QTextCursor:
        """A cursor at the end of the page."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        return cursor

    def forget(self) -> None:
        """Empties the page."""
        self.setExtraSelections([])
        self.clear()
