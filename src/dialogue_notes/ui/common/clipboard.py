"""What is copied out of the program: marked as secret, gone after ten seconds; a mere selection goes nowhere.

In this module: `ClipboardGuard`.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

CLEAR_AFTER_MS = 10_000
"""How long a copy can be pasted (targets K11)."""

SECRET_MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    "application/x-qt-windows-mime;value=ExcludeClipboardContentFromMonitorProcessing": b"1",
    "application/x-nspasteboard-concealed-type": b"1",
}
"""What Klipper, Windows' clipboard history and macOS's managers look for before they keep a copy."""


class ClipboardGuard(QObject):
    """Watches the clipboard for the whole application; what other programs put there is left alone."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._clipboard = application.clipboard()
        self._clear_later = QTimer(self, singleShot=True, interval=CLEAR_AFTER_MS)
        self._clear_later.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._on_copy)
        self._clipboard.selectionChanged.connect(self._on_selection)

    def clear(self) -> None:
        """Takes back what was copied from here."""
        self._clear_later.stop()
        if self._clipboard.ownsClipboard():
            self._clipboard.clear(QClipboard.Mode.Clipboard)

    def _on_copy(self) -> None:
        data = self._clipboard.mimeData()
        if not self._clipboard.ownsClipboard() or not data.hasText():
            return
        if not all(data.hasFormat(mark) for mark in SECRET_MARKS):
            marked = QMimeData()
            marked.setText(data.text())
            for mark, value in SECRET_MARKS.items():
                marked.setData(mark, value)
            self._clipboard.setMimeData(marked, QClipboard.Mode.Clipboard)
        self._clear_later.start()

    def _on_selection(self) -> None:
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)
