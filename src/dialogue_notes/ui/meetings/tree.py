"""The column at the left: dialogues and meetings, each with its dates and state below its title."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import CapsLabel
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.common.painting import paint_line
from dialogue_notes.ui.meetings.model import DialogueModel, Index, TreeDialogue, TreeRole
from dialogue_notes.ui.theme.theme import theme

COLUMN_WIDTH = 240


class DialogueTree(QFrame):
    """`dialogue_chosen(id)`, `meeting_chosen(id)` as the choice moves; `meeting_opened(id)` on Enter."""

    dialogue_chosen = Signal(str)
    meeting_chosen = Signal(str)
    meeting_opened = Signal(str)
    new_dialogue_requested = Signal()
    new_meeting_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = DialogueModel(self)
        self._tree = _Tree()
        self._tree.setModel(self.model)
        self._tree.setItemDelegate(_TwoLines(self._tree))
        self._tree.setAccessibleName("Dialogues and meetings")
        self._tree.selectionModel().currentChanged.connect(self._on_current)
        self._tree.entered_key.connect(self._on_open)
        self._tree.doubleClicked.connect(self._on_open)
        new_dialogue = Button("Dialogue", kind=ButtonKind.QUIET, icon="plus", name="New dialogue")
        self._new_meeting = Button("Meeting", kind=ButtonKind.QUIET, icon="plus", name="New meeting")
        new_dialogue.clicked.connect(self.new_dialogue_requested)
        self._new_meeting.clicked.connect(self.new_meeting_requested)
        buttons = row(self._new_meeting, new_dialogue, None, margins=(8, 0, 8, 0), gap=0)
        caption = row(CapsLabel("Dialogues"), margins=(18, 0, 16, 0))
        self.setLayout(column(caption, self._tree, buttons, margins=(0, 16, 0, 12), gap=10))
        self.setFocusProxy(self._tree)
        theme().changed.connect(self._measure)
        self._measure()

    def show_dialogues(self, dialogues: tuple[TreeDialogue, ...], chosen_id: str | None) -> None:
        """Shows the tree with `chosen_id` (a meeting or a dialogue) chosen, without a signal."""
        self._tree.selectionModel().blockSignals(True)
        self.model.show_dialogues(dialogues)
        self._tree.expandAll()
        self._tree.setCurrentIndex(self.model.index_of(chosen_id or ""))
        self._tree.selectionModel().blockSignals(False)
        self._tree.viewport().update()
        self._new_meeting.setEnabled(bool(dialogues))

    def forget(self) -> None:
        """No title stays."""
        self.model.clear()

    def _on_current(self, current: Index) -> None:
        if not current.isValid():
            return
        item_id = str(current.data(TreeRole.ID))
        chosen = self.dialogue_chosen if current.data(TreeRole.IS_DIALOGUE) else self.meeting_chosen
        chosen.emit(item_id)

    def _on_open(self, index: Index) -> None:
        if index.isValid() and not index.data(TreeRole.IS_DIALOGUE):
            self.meeting_opened.emit(str(index.data(TreeRole.ID)))

    def _measure(self) -> None:
        self.setFixedWidth(theme().px(COLUMN_WIDTH))


class _Tree(QTreeView):
    """No header, no branches; Enter opens."""

    entered_key = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.entered_key.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class _TwoLines(QStyledItemDelegate):
    """A title and a quiet line below it; meetings stand in from their dialogue."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, theme().px(48))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, tokens = theme().px, theme().tokens
        is_dialogue = bool(index.data(TreeRole.IS_DIALOGUE))
        view = option.widget
        box: QRect = option.rect.adjusted(px(10), 1, -px(10), -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_chosen or is_under_mouse:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent_soft" if is_chosen else "hover"))
            if is_chosen and view.hasFocus():
                painter.setPen(theme().colour("accent"))
            painter.drawRoundedRect(box, 7, 7)
        inner = box.adjusted(px(8 if is_dialogue else 20), px(5), -px(8), -px(5))
        title = theme().interface_font(13, weight=600 if is_dialogue or is_chosen else 400)
        _line(painter, inner, title, tokens.accent if is_chosen else tokens.ink, str(index.data()))
        below = inner.adjusted(0, inner.height() // 2, 0, 0)
        _line(painter, below, theme().interface_font(11), tokens.muted, str(index.data(TreeRole.DETAIL)))
        painter.restore()


def _line(painter: QPainter, box: QRect, font: QFont, colour: str, words: str) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    paint_line(painter, box, words, Qt.AlignmentFlag.AlignTop)
