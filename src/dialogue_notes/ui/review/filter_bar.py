"""What the list is narrowed to: words, the sort of thing, and what is to be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QSizePolicy

from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.layout import column, panel, row
from dialogue_notes.ui.review.list_model import DANGER_WORDS, DangerFilter, Filter
from dialogue_notes.ui.review.model import Group

_PAUSE_MS = 60
"""The list is narrowed when the hand rests, not between two letters."""


class FilterBar(QFrame):
    """`changed(Filter)` as it is set; `left` on Enter, Down or Esc, which also takes the filter back."""

    changed = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Filter")
        self.words = QLineEdit()
        self.words.setPlaceholderText("Filter   /")
        self.words.setAccessibleName("Filter by words")
        self.words.setDragEnabled(False)
        self.group = _box(
            "Filter by category", [("", "All categories"), *((g.value, g.value) for g in Group)]
        )
        self.danger = _box("Filter by danger", [(each.value, words) for each, words in DANGER_WORDS.items()])
        self.more = Button("", kind=ButtonKind.QUIET, icon="down", name="Filter by category and danger")
        self.more.clicked.connect(self.open_more)
        self._boxes = panel(row(self.group, self.danger, gap=6))
        self._boxes.hide()
        self.setLayout(column(row(self.words, self.more, gap=2), self._boxes, gap=6))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.words.textEdited.connect(lambda _text: self._pause.start())
        self.group.activated.connect(lambda _index: self._tell())
        self.danger.activated.connect(lambda _index: self._tell())
        self.words.installEventFilter(self)

    def wanted(self) -> Filter:
        """What is set."""
        code = str(self.group.currentData() or "")
        return Filter(
            self.words.text(), Group(code) if code else None, DangerFilter(self.danger.currentData())
        )

    def show_filter(self, wanted: Filter) -> None:
        """Sets it, without a signal."""
        self._pause.stop()
        self.words.setText(wanted.words)
        self.group.setCurrentIndex(max(0, self.group.findData(wanted.group.value if wanted.group else "")))
        self.danger.setCurrentIndex(max(0, self.danger.findData(wanted.danger.value)))
        self._boxes.setVisible(wanted != Filter(wanted.words))

    def open_more(self) -> None:
        """Shows what else the list can be narrowed by, or puts it away where nothing is narrowed by it."""
        is_set = self.wanted() != Filter(self.words.text())
        is_shown = is_set or self._boxes.isHidden()
        self._boxes.setVisible(is_shown)
        if is_shown:
            self.group.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """To the words."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def forget(self) -> None:
        """Filters nothing, and drops what was typed."""
        self.show_filter(Filter())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.forget()
                self._tell()
                self.left.emit()
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
                self._pause.stop()
                self._tell()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self.changed.emit(self.wanted())


def _box(name: str, choices: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    for code, words in choices:
        box.addItem(words, code)
    return box
