"""What the panels beside the record have in common: their edge, and how they are emptied."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLayout, QWidget

from dialogue_notes.ui.common.labels import PlainLabel
from dialogue_notes.ui.common.layout import clear_layout
from dialogue_notes.ui.theme.theme import theme


def wipe(layout: QLayout) -> None:
    """Empties a layout, and its widgets at once: Qt destroys them only when it comes round to it."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            wipe(inner)
        elif widget is not None:
            for each in (widget, *widget.findChildren(QWidget)):
                each.setAccessibleName("")
                each.setAccessibleDescription("")
                each.setToolTip("")
                if isinstance(each, PlainLabel):
                    each.forget()
    clear_layout(layout)


def edge(panel: QFrame, side: str, width: int) -> None:
    """The hairline towards the record, and the width at the present zoom."""
    panel.setFixedWidth(theme().px(width))
    line = theme().tokens.line
    panel.setStyleSheet(
        f"QFrame#{panel.objectName()} {{ background: transparent; border: none; border-{side}: 1px solid {line}; }}"
    )
