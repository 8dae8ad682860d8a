"""What was selected in the typing line when the vault was locked, to be so again: two numbers, no word."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from dialogue_notes.ui.common.positions import to_units
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.record.desk import Desk
from dialogue_notes.ui.record.typing_edit import TypingEdit


class Resting(QObject):
    """Remembers it in locking; puts it back once, when the same session is shown again. The caret is in the draft,
    the place in the record with the list.
    """

    def __init__(self, office: Office, desk: Desk, line: TypingEdit) -> None:
        super().__init__(line)
        self._desk = desk
        self._line = line
        self._session_id = ""
        self._selected = (-1, 0)
        office.locking.connect(self._remember)

    def shown(self) -> None:
        """A session was laid on the screen; its line follows."""
        session_id, self._session_id = self._session_id, ""
        if session_id and session_id == self._desk.session_id:
            QTimer.singleShot(0, self, self._put_back)

    def _remember(self) -> None:
        line = self._line
        self._session_id = self._desk.session_id if line.hasSelectedText() else ""
        start, length = line.selectionStart(), line.selectionLength()
        # The caret stands at either end; Qt selects from the other one.
        self._selected = (start + length, -length) if line.cursorPosition() == start else (start, length)

    def _put_back(self) -> None:
        anchor, length = self._selected
        if max(anchor, anchor + length) <= to_units(self._line.text(), len(self._line.text())):
            self._line.setSelection(anchor, length)
