"""The agenda as a table: title, planned times, rule; an empty row at the end takes the next session."""

from __future__ import annotations

import re
from enum import IntEnum

from PySide6.QtCore import Qt, Signal

from dialogue_notes.domain.language import RULE_WORDS
from dialogue_notes.domain.record import Session
from dialogue_notes.ui.meetings.model import Index
from dialogue_notes.ui.meetings.rows import StoredRows

_TIME = re.compile(r"(\d{1,2})[:.h]?(\d{2})?")


class AgendaColumn(IntEnum):
    """The columns, in their order."""

    TITLE = 0
    START = 1
    END = 2
    RULE = 3


HEADINGS = ("Session", "From", "To", "Rule")


def read_time(typed: str) -> str | None:
    """`9`, `915`, `9:15`, `9.15`, `9h15` as `09:15`; empty for nothing, None for what is no time of day."""
    typed = typed.strip()
    if not typed:
        return ""
    found = _TIME.fullmatch(typed)
    if found is None:
        return None
    hours, minutes = int(found[1]), int(found[2] or 0)
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else None


class AgendaModel(StoredRows):
    """`edited(session_id, column, text)`, `added(title)`; shows only what was stored."""

    edited = Signal(str, int, str)
    added = Signal(str)
    time_refused = Signal()

    def __init__(self) -> None:
        super().__init__(HEADINGS)
        self._sessions: tuple[Session, ...] = ()

    def show_sessions(self, sessions: tuple[Session, ...]) -> None:
        """Replaces everything."""
        self.replace([each.id for each in sessions], lambda: self._assign(sessions))

    def session(self, row: int) -> Session | None:
        """The session at `row`; None for the empty row."""
        return self._sessions[row] if 0 <= row < len(self._sessions) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_empty_row = self.session(index.row()) is None
        if not is_empty_row or index.column() == AgendaColumn.TITLE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        session = self.session(index.row())
        if session is None:
            is_hint = role == Qt.ItemDataRole.DisplayRole and index.column() == AgendaColumn.TITLE
            return "Add a session …" if is_hint else None
        rule = session.ground_rule
        if role == Qt.ItemDataRole.EditRole and index.column() == AgendaColumn.RULE:
            return rule.value if rule else ""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole}:
            rule_words = RULE_WORDS[rule] if rule else "—"
            title = (
                session.title if role == Qt.ItemDataRole.EditRole else f"{index.row() + 1}  {session.title}"
            )
            return (title, session.planned_start, session.planned_end, rule_words)[index.column()]
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = str(value or "").strip()
        session = self.session(index.row())
        if session is None:
            if text:
                self.added.emit(text)
            return bool(text)
        if index.column() in {AgendaColumn.START, AgendaColumn.END}:
            time = read_time(text)
            if time is None:
                self.time_refused.emit()
                return False
            text = time
        if index.column() == AgendaColumn.TITLE and not text:
            return False
        if text != (self.data(index, Qt.ItemDataRole.EditRole) or ""):
            self.edited.emit(session.id, index.column(), text)
        return True

    def _assign(self, sessions: tuple[Session, ...]) -> None:
        self._sessions = sessions
