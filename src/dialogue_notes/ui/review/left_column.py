"""The left column: how far it has come, what is to be decided or looked into, why, and calling it reviewed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dialogue_notes.services.reviewing.types import OpenKind, OpenMatter
from dialogue_notes.ui.common.buttons import Button, ButtonKind, Segmented
from dialogue_notes.ui.common.labels import PlainLabel, Tone
from dialogue_notes.ui.common.layout import Hairline, column, panel, scrolled
from dialogue_notes.ui.common.messages import BusyLine
from dialogue_notes.ui.review.cards import CardList, Progress
from dialogue_notes.ui.review.decision import DecisionStrip
from dialogue_notes.ui.review.filter_bar import FilterBar
from dialogue_notes.ui.review.key_buttons import Flow
from dialogue_notes.ui.review.list_model import CardModel
from dialogue_notes.ui.theme.theme import theme

TO_DECIDE = "decide"
_OPEN = {
    OpenKind.PLACE: ("place", "places"),
    OpenKind.CHANGED: ("changed place", "changed places"),
    OpenKind.DANGER: ("danger", "dangers"),
    OpenKind.QUOTE: ("quotation", "quotations"),
    OpenKind.SECOND_LOOK: ("second look", "second looks"),
    OpenKind.COMMENT: ("comment", "comments"),
    OpenKind.CHECKLIST: ("checklist point", "checklist points"),
}
_STRIP_SHARE = 0.52
"""The most of the column's height that the strip takes; what is longer scrolls."""


class LeftColumn(QFrame):
    """`open_requested(OpenKind)`: somebody wants to see what is open; `panel_chosen(code)`: another panel is shown."""

    open_requested = Signal(object)
    panel_chosen = Signal(str)

    def __init__(self, model: CardModel) -> None:
        super().__init__()
        self.setObjectName("review-left")
        self.progress = Progress()
        self.busy = BusyLine(can_cancel=False)
        self.filter = FilterBar()
        self.cards = CardList(model)
        self.empty = PlainLabel(tone=Tone.MUTED, wraps=True)
        self.strip = DecisionStrip()
        self.reviewed = Button("Mark as reviewed", kind=ButtonKind.PRIMARY)
        self.tabs: Segmented | None = None
        self._panels: dict[str, QWidget] = {}
        self._kinds = {kind: Button(_OPEN[kind][1], kind=ButtonKind.LINK) for kind in OpenKind}
        for kind, button in self._kinds.items():
            button.clicked.connect(lambda _checked=False, kind=kind: self.open_requested.emit(kind))
        self._open = Flow(self._kinds.values())
        self._stack = QStackedWidget()
        self._top: QVBoxLayout = column(self.progress, self.busy, margins=(18, 18, 18, 8), gap=7)
        self._strip_area = self._area()
        self._stack.addWidget(self._list())
        end = column(self._open, self.reviewed, margins=(18, 6, 18, 12), gap=5)
        layout = column(self._top, self._stack, Hairline(), end, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.strip.keys.installEventFilter(self)

    def host(self, panels: Sequence[tuple[str, str, QWidget]]) -> None:
        """Takes panels that are shown in place of the list: code, words of the tab, widget."""
        self.tabs = Segmented("Left column", [(TO_DECIDE, "To decide"), *((c, w) for c, w, _ in panels)])
        self.tabs.set_code(TO_DECIDE)
        self.tabs.chosen.connect(self.show_panel)
        self._top.addWidget(self.tabs)
        for code, _, widget in panels:
            self._panels[code] = widget
            self._stack.addWidget(widget)

    def panel(self) -> str:
        """Which panel is shown."""
        shown = self._stack.currentWidget()
        return next((code for code, widget in self._panels.items() if widget is shown), TO_DECIDE)

    def show_panel(self, code: str) -> None:
        """Shows a panel, or the list."""
        shown = self._panels.get(code)
        self._stack.setCurrentIndex(0 if shown is None else self._stack.indexOf(shown))
        if self.tabs is not None:
            self.tabs.set_code(code)
        self.panel_chosen.emit(code)

    def show_open(self, matters: Sequence[OpenMatter], *, is_reviewed: bool, has_any: bool) -> None:
        """What is in the way of calling the meeting reviewed."""
        self.reviewed.setEnabled(has_any and not matters and not is_reviewed)
        self.reviewed.set_words("Reviewed" if is_reviewed else "Mark as reviewed")
        self._open.setVisible(bool(matters))
        self._open.setAccessibleName("Still open")
        counts = {matter.kind: matter.count for matter in matters}
        is_first = True
        for kind, button in self._kinds.items():
            count = counts.get(kind, 0)
            button.setVisible(bool(count))
            words = f"{count:,} {_OPEN[kind][count != 1]}"
            if count and button.accessibleDescription() != words:
                button.setText(f"Open: {words}" if is_first else words)
                button.setAccessibleName(f"Go to what is open: {words}")
                button.setAccessibleDescription(words)
            is_first = is_first and not count
        self._open.place()

    def open_buttons(self) -> list[Button]:
        """What leads to something that is open."""
        return [button for button in self._kinds.values() if not button.isHidden()]

    def measure(self) -> None:
        """Gives the strip what it needs, and the list at least two things."""
        wanted = self.strip.wanted_height(self.width() - theme().px(36))
        most = max(theme().px(60), round(self.height() * _STRIP_SHARE))
        height = min(wanted + theme().px(12), most)
        if self._strip_area.height() != height:
            self._strip_area.setFixedHeight(height)

    def forget(self) -> None:
        """Drops every word of the vault."""
        self.progress.forget()
        self.busy.stop()
        self.filter.forget()
        self.strip.forget()
        self.cards.forget()

    def _area(self) -> QScrollArea:
        area = scrolled(column(self.strip, margins=(18, 8, 18, 4)))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        return area

    def _list(self) -> QFrame:
        filters = column(self.filter, self.empty, margins=(18, 0, 18, 6), gap=6)
        cards = column(self.cards, margins=(17, 0, 12, 4))
        page = column(filters, cards, Hairline(), self._strip_area, gap=0)
        page.setStretch(1, 1)
        return panel(page)
