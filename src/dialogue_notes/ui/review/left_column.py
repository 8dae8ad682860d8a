"""The left column: how far it has come, what is to be decided or looked into, and calling the meeting reviewed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from dialogue_notes.services.reviewing.types import OpenKind, OpenMatter
from dialogue_notes.ui.common.buttons import Button, ButtonKind, Segmented
from dialogue_notes.ui.common.flow import Flow
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import Hairline, bring_into_sight, column, panel, row, scrolled
from dialogue_notes.ui.common.messages import BusyLine
from dialogue_notes.ui.review.cards import CardList
from dialogue_notes.ui.review.filter_bar import FilterBar
from dialogue_notes.ui.review.list_model import CardModel
from dialogue_notes.ui.review.model import Unread
from dialogue_notes.ui.review.progress import Progress
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
_LINKS_MS = 80
_LEAST = 214
"""Drawn pixels that are left to the list with its filter in the lowest window: about three things; to what has no room
then, one scrolls."""
_LEAST_PANEL = 330
"""The same for what has a heading of its own and buttons below it."""
_BESIDE = 260
"""Drawn pixels of the column from which on the reason stands beside the button."""


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
        self.reviewed = Button("Mark as reviewed", kind=ButtonKind.PRIMARY)
        self.tabs: Segmented | None = None
        self._why_not = PlainLabel(tone=Tone.MUTED, size=Size.SMALL, wraps=True)
        self._panels: dict[str, QWidget] = {}
        self._kinds = {kind: Button(_OPEN[kind][1], kind=ButtonKind.LINK) for kind in OpenKind}
        for kind, button in self._kinds.items():
            button.clicked.connect(lambda _checked=False, kind=kind: self.open_requested.emit(kind))
        self._open_caption = PlainLabel("Open:", tone=Tone.MUTED)
        self._open = Flow((self._open_caption, *self._kinds.values()), gap=9)
        self._open.setAccessibleName("Still open")
        self._counts: dict[OpenKind, int] = {}
        self._links = QTimer(self, singleShot=True, interval=_LINKS_MS)
        self._links.timeout.connect(self._show_links)
        self._stack = _Pages()
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._top: QVBoxLayout = column(self.progress, self.busy, margins=(18, 16, 18, 8), gap=8)
        self._stack.addWidget(self._list())
        self._lay_out()
        self.cards.installEventFilter(self)
        theme().changed.connect(self._measure)

    def host(self, panels: Sequence[tuple[str, str, QWidget]]) -> None:
        """Takes panels that are shown in place of the list: code, words of the tab, widget."""
        words = [(TO_DECIDE, "To decide"), *((code, words) for code, words, _ in panels)]
        self.tabs = Segmented("Left column", words, wraps=True)
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
        self._measure()
        self.panel_chosen.emit(code)

    def focus_tab(self) -> None:
        """To the name of the panel that is shown, where nothing in it can have the focus."""
        shown = self.tabs.buttons() if self.tabs is not None else ()
        for button in shown:
            if button.isChecked():
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_has_focus(self) -> bool:
        """Whether the focus is there."""
        return self.tabs is not None and any(one.hasFocus() for one in self.tabs.buttons())

    def show_open(
        self,
        matters: Sequence[OpenMatter],
        unread: Unread,
        *,
        is_reviewed: bool,
        has_any: bool,
        at_once: bool,
    ) -> None:
        """What is in the way of calling the meeting reviewed: what is open, or that this is not known yet.

        The numbers of what is open follow the last of several keys unless they must `at_once`; nothing else waits.
        """
        may_be = has_any and not matters and unread is Unread.NOTHING and not is_reviewed
        self.reviewed.setEnabled(may_be)
        self.reviewed.set_words("Reviewed" if is_reviewed else "Mark as reviewed")
        self._why_not.setText(_why_not(matters, unread, is_reviewed=is_reviewed, has_any=has_any))
        self.reviewed.setAccessibleDescription(self._why_not.text())
        before = self._counts.keys()
        self._counts = {matter.kind: matter.count for matter in matters}
        if at_once or self._counts.keys() != before:
            self._show_links()
        else:
            self._links.start()

    def _show_links(self) -> None:
        self._links.stop()
        changes = False
        for kind, button in self._kinds.items():
            count = self._counts.get(kind, 0)
            words = f"{count:,} {_OPEN[kind][count != 1]}"
            if button.isHidden() == bool(count) or (count and button.text() != words):
                changes = True
                button.setVisible(bool(count))
                button.setText(words)
                button.setAccessibleName(f"Go to what is open: {words}")
        if changes or self._open.isHidden() == bool(self._counts):
            self._open.setVisible(bool(self._counts))
            self._open.place()

    def why_not(self) -> str:
        """Why the meeting cannot be called reviewed, as it stands beside the button."""
        return self._why_not.text()

    def open_buttons(self) -> list[Button]:
        """What leads to something that is open."""
        return [button for button in self._kinds.values() if not button.isHidden()]

    def forget(self) -> None:
        """Drops every word of the vault."""
        self.progress.forget()
        self.busy.stop()
        self.filter.forget()
        self.cards.forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and event.type() is QEvent.Type.FocusIn:
            bring_into_sight(watched)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._done: QBoxLayout = row(self.reviewed, self._why_not, gap=10)
        self._done.setStretch(1, 1)
        end = column(self._open, self._done, margins=(18, 7, 18, 11), gap=5)
        layout = column(self._top, self._stack, Hairline(), end, gap=0)
        layout.setStretch(1, 1)
        page = scrolled(layout)
        page.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayout(column(page))
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        self._stack.setMinimumHeight(theme().px(_LEAST if self.panel() == TO_DECIDE else _LEAST_PANEL))
        ways = QBoxLayout.Direction
        has_room = self.width() >= theme().px(_BESIDE)
        self._done.setDirection(ways.LeftToRight if has_room else ways.TopToBottom)

    def _list(self) -> QFrame:
        filters = column(self.filter, self.empty, margins=(18, 0, 18, 6), gap=6)
        cards = column(self.cards, margins=(17, 0, 12, 2))
        page = column(filters, cards, gap=0)
        page.setStretch(1, 1)
        return panel(page)


class _Pages(QStackedWidget):
    """As high as there is room, whatever the longest page would like: each of them scrolls by itself."""

    def hasHeightForWidth(self) -> bool:
        return False


def _why_not(matters: Sequence[OpenMatter], unread: Unread, *, is_reviewed: bool, has_any: bool) -> str:
    if is_reviewed or not has_any:
        return ""
    if unread is not Unread.NOTHING:
        return unread.value
    return "Once nothing is open." if matters else "Nothing is open."
