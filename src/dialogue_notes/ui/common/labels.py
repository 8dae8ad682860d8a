"""Labels that can only show plain text, whatever they are given.

In this module: `Tone`, `Size`, `PlainLabel`, `CapsLabel`, `ElidedLabel`, `KeyHint`, `restyle`.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from dialogue_notes.ui.common.painting import paint_line


class Tone(StrEnum):
    """The colour of words; `INK` unless said."""

    INK = "ink"
    MUTED = "muted"
    ACCENT = "accent"
    AMBER = "amber"
    RED = "red"
    GREEN = "green"
    BLUE = "blue"


class Size(StrEnum):
    """The size of words; `USUAL` unless said."""

    SMALL = "small"
    USUAL = "usual"
    LARGE = "large"
    TITLE = "title"
    CAPS = "caps"


def restyle(widget: QWidget, **properties: str) -> None:
    """Sets style properties (`tone="red"`) and has the style sheet look at the widget again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class PlainLabel(QLabel):
    """A label for any text, also a stranger's: never read as markup. Wraps when `wraps`."""

    def __init__(
        self,
        text: str = "",
        *,
        tone: Tone = Tone.INK,
        size: Size = Size.USUAL,
        strong: bool = False,
        wraps: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wraps)
        self.setProperty("tone", tone.value)
        self.setProperty("scale", size.value)
        self.setProperty("strong", "true" if strong else "false")

    def forget(self) -> None:
        """Shows nothing."""
        self.clear()


class CapsLabel(PlainLabel):
    """The small capitals above a column: `CapsLabel("Agenda")`."""

    def __init__(self, text: str) -> None:
        super().__init__(text.upper(), size=Size.CAPS)
        self.setAccessibleName(text)

    def set_words(self, text: str) -> None:
        """Other words, in small capitals too."""
        self.setText(text.upper())
        self.setAccessibleName(text)


class ElidedLabel(PlainLabel):
    """One line that gives way: what does not fit ends in an ellipsis, and is whole in the tool tip."""

    def __init__(self, text: str = "", *, tone: Tone = Tone.INK, strong: bool = False) -> None:
        super().__init__(text, tone=tone, strong=strong)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip("")  # the next painting knows whether one is needed

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("MMMM"), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        has_room = paint_line(painter, self.contentsRect(), self.text())
        self.setToolTip("" if has_room else _plain_tip(self.text()))


class KeyHint(PlainLabel):
    """A key drawn as a key cap: `KeyHint("Ctrl+L")`."""

    def __init__(self, keys: str) -> None:
        super().__init__(spelt_keys(keys))
        self.setObjectName("key")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def spelt_keys(keys: str) -> str:
    """A shortcut as people read it: the platform's own spelling with spaces for plus signs."""
    keys = keys.replace("Return", "Enter")
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
    return native.replace("++", "+\u2795").replace("+", " ").replace("\u2795", "+")


def _plain_tip(text: str) -> str:
    """A tool tip that Qt does not take for markup: it guesses by the first line, so the brackets are escaped."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{escaped}</qt>"
