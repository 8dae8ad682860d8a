"""A sheet over the window: Esc or a click beside it closes it, and the focus goes back to where it was.

In this module: `Overlay`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QLayout, QWidget

from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.theme.theme import theme


class Overlay(QFrame):
    """Covers `host`, lets it show through, and holds a sheet of `width` drawn pixels near the top.

    `closed` is emitted whichever way it is closed. Locking closes every overlay through `forget`.
    """

    closed = Signal()

    def __init__(self, host: QWidget, content: QLayout, *, name: str, width: int = 560) -> None:
        super().__init__(host)
        self.setObjectName("veil")
        self._host = host
        self._before: QWidget | None = None
        self.sheet = QFrame()
        self.sheet.setObjectName("sheet-of-paper")
        self.sheet.setAccessibleName(name)
        self.sheet.setLayout(content)
        self._width = width
        shadow = QGraphicsDropShadowEffect(self.sheet, blurRadius=36, xOffset=0, yOffset=8)
        shadow.setColor(QColor(0, 0, 0, 60))
        self.sheet.setGraphicsEffect(shadow)
        line = row(None, self.sheet, None)
        self.setLayout(column(line, None, margins=(24, 68, 24, 24)))
        host.installEventFilter(self)
        self.hide()

    def open(self, focus: QWidget) -> None:
        """Shows the sheet with the focus on `focus`."""
        self._before = QApplication.focusWidget()
        self.sheet.setFixedWidth(min(theme().px(self._width), self._host.width() - 48))
        self.setGeometry(self._host.rect())
        self.raise_()
        self.show()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Hides the sheet and gives the focus back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()

    def forget(self) -> None:
        """For locking: closes without giving the focus back."""
        self._before = None
        self.close_sheet()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's names
        """Tab stays inside the sheet."""
        inside = [
            each
            for each in self.sheet.findChildren(QWidget)
            if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        now = QApplication.focusWidget()
        if not inside:
            return False
        place = inside.index(now) if now in inside else -1
        inside[(place + (1 if next else -1)) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True
