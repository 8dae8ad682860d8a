"""The glossary as a table, and the phrases proposed for it as a list."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dialogue_notes.domain.glossary import Term, as_key
from dialogue_notes.domain.phrases import Proposal
from dialogue_notes.ui.common.painting import paint_line
from dialogue_notes.ui.meetings.cells import LineCells
from dialogue_notes.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex


HEADINGS = ("Key", "Words")


class Column(IntEnum):
    """The columns of the table."""

    KEY = 0
    WORDS = 1


class ShorthandModel(QAbstractTableModel):
    """`edited(term_id, key, words)`; shows the stored terms that match what is typed above the table."""

    edited = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Term, ...] = ()
        self._shown: tuple[Term, ...] = ()
        self._typed = ("", "")

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term of the dialogue."""
        return self._all

    def show_terms(self, terms: tuple[Term, ...]) -> None:
        """Replaces everything."""
        self._all = terms
        self._narrow()

    def narrow(self, key: str, words: str) -> None:
        """Shows the terms whose key begins with `key` and whose words hold all of `words`."""
        self._typed = (as_key(key), words.casefold())
        self._narrow()

    def term(self, row: int) -> Term | None:
        """The term at `row`."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        term = self.term(index.row())
        if term is None or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return None
        if index.column() == Column.WORDS:
            return term.words
        return f";{term.key}" if role == Qt.ItemDataRole.DisplayRole else term.key

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        term, text = self.term(index.row()), str(value or "")
        if term is None:
            return False
        is_key = index.column() == Column.KEY
        key, words = (as_key(text), term.words) if is_key else (term.key, text.strip())
        if (key, words) != (term.key, term.words):
            self.edited.emit(term.id, key, words)
        return True

    def _narrow(self) -> None:
        key, words = self._typed
        parts = words.split()
        shown = tuple(
            term
            for term in self._all
            if term.key.startswith(key) and all(part in term.words.casefold() for part in parts)
        )
        is_same = [term.id for term in shown] == [term.id for term in self._shown]
        if is_same and shown:  # a reset would close the cell that somebody is typing in
            self._shown = shown
            self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, Column.WORDS))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()


class TermCells(LineCells):
    """Keys stand out; every row is a stored one."""

    def cell_font(self, index: Index) -> QFont:
        weight = 600 if index.column() == Column.KEY else 400
        return theme().interface_font(13, weight=weight)

    def cell_colour(self, index: Index) -> str:
        return theme().tokens.ink


class ProposalModel(QAbstractListModel):
    """Phrases often typed, those that save most first."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Proposal, ...] = ()

    def show_proposals(self, proposals: tuple[Proposal, ...]) -> None:
        """Replaces everything."""
        self.beginResetModel()
        self._shown = proposals
        self.endResetModel()

    def proposal(self, row: int) -> Proposal | None:
        """The proposal at `row`."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        proposal = self.proposal(index.row())
        if proposal is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return proposal.phrase
        if role == Qt.ItemDataRole.UserRole:
            return f"{proposal.times} times   ;{proposal.key}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{proposal.phrase}, {proposal.times} times, key {proposal.key}"
        return None


class ProposalRow(QStyledItemDelegate):
    """The phrase at the left; how often it came and its key at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme().px(30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = theme()
        box: QRect = option.rect.adjusted(1, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected and option.widget.hasFocus():
            painter.setBrush(look.colour("accent_soft"))
            painter.setPen(look.colour("accent"))
            painter.drawRoundedRect(box, 6, 6)
        inner = box.adjusted(look.px(6), 0, -look.px(6), 0)
        painter.setFont(look.interface_font(12))
        painter.setPen(look.tokens.muted)
        aside = str(index.data(Qt.ItemDataRole.UserRole))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, aside)
        room = painter.fontMetrics().horizontalAdvance(aside) + look.px(14)
        painter.setFont(look.interface_font())
        painter.setPen(look.tokens.ink)
        paint_line(painter, inner.adjusted(0, 0, -room, 0), str(index.data()))
        painter.restore()
