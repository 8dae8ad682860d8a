"""What an audience would see of the same texts, filled in as it is scrolled to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView

from dialogue_notes.domain.redaction import Place
from dialogue_notes.domain.sanitised import RunStyle
from dialogue_notes.ui.common.painting import paint_line
from dialogue_notes.ui.common.positions import shown_text
from dialogue_notes.ui.review.model import SeenPassage
from dialogue_notes.ui.review.passage_model import TextsModel
from dialogue_notes.ui.review.stack import Stack
from dialogue_notes.ui.review.text_layout import LINE, Stretch, TextLayout
from dialogue_notes.ui.theme.theme import theme

GAP, HEADING = 13, 22
_KEPT = 160
_LED_MS = 60
"""What the audience sees is scrolled along when a hand rests, not at each key: it would cost as much as the key."""


class SeenPane(Stack):
    """The sanitised texts, read only; `place_chosen(place)` on Enter or a click is where to look in the record."""

    place_chosen = Signal(object)

    def __init__(self) -> None:
        self._texts: TextsModel[SeenPassage] = TextsModel(_is_same_place, _spoken)
        self._layouts: dict[Place, TextLayout] = {}
        super().__init__(self._texts, "The record as the chosen audience would see it", self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._rows: dict[Place, int] = {}
        self._wanted: Place | None = None
        self._led = QTimer(self, singleShot=True, interval=_LED_MS)
        self._led.timeout.connect(self._lead)
        self.clicked.connect(lambda index: self._choose(index.row()))

    @property
    def passages(self) -> Sequence[SeenPassage]:
        """What is shown."""
        return self._texts.items

    def show_passages(self, passages: tuple[SeenPassage, ...]) -> None:
        """Shows these texts, keeping the place; among the same texts only those that changed are laid out anew."""
        changed = self._texts.set_items(passages)
        if changed is None:
            self._rows = {one.place: row for row, one in enumerate(passages)}
            self._layouts.clear()
            self.start_over()
        for row in changed or ():
            self._layouts.pop(passages[row].place, None)
            self.measure_again(row)
        self.viewport().update()

    def show_place(self, place: Place) -> None:
        """Brings what became of one text into sight, a moment after the last of several keys."""
        self._wanted = place
        self._led.start()

    def toPlainText(self) -> str:
        """All that is shown."""
        return "\n".join(_spoken(one) for one in self._texts.items)

    def forget(self) -> None:
        """Shows nothing, and drops every word."""
        self._texts.set_items(())
        self._layouts.clear()
        self._rows, self._wanted = {}, None

    def start_over(self) -> None:
        self._layouts.clear()
        super().start_over()

    def estimates(self) -> list[int]:
        letters = max(8, self._text_width() // theme().px(8))
        line, air, heading = theme().px(LINE), theme().px(GAP, is_air=True), theme().px(HEADING)
        return [
            air + line * max(1, -(-_length(one) // letters)) + (heading if one.heading else 0)
            for one in self._texts.items
        ]

    def measure(self, row: int) -> int:
        return self._above(self._texts.items[row]) + self._layout(row).height + theme().px(GAP, is_air=True)

    def paint_row(self, painter: QPainter, row: int, top: int) -> None:
        one, look = self._texts.items[row], theme()
        if one.heading:
            painter.setFont(look.record_font(12))
            painter.setPen(look.colour("muted"))
            box = QRect(0, top, self._text_width(), look.px(HEADING))
            paint_line(painter, box, shown_text(one.heading).capitalize())
        self._layout(row).paint(painter, look.px(3), top + self._above(one))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.in_sight().start)
        else:
            event.ignore()

    def _lead(self) -> None:
        row = self._rows.get(self._wanted, -1) if self._wanted is not None else -1
        if row >= 0:
            top, room = self.top_of(row), self.viewport().height()
            if not 0 <= top <= room * 2 // 3:
                self.bring_to(row, 0, room // 3)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._texts.items):
            self.place_chosen.emit(self._texts.items[row].place)

    def _above(self, one: SeenPassage) -> int:
        return theme().px(HEADING) if one.heading else 0

    def _text_width(self) -> int:
        return max(40, self.viewport().width() - theme().px(12))

    def _layout(self, row: int) -> TextLayout:
        one = self._texts.items[row]
        layout = self._layouts.pop(one.place, None)
        if layout is None:
            layout = TextLayout(_stretches(one), self._text_width(), size=13 if one.note else 15)
        self._layouts[one.place] = layout
        if len(self._layouts) > _KEPT:
            self._layouts.pop(next(iter(self._layouts)))
        return layout


def _stretches(one: SeenPassage) -> list[Stretch]:
    if one.note:
        return [Stretch(one.note, "muted")]
    lead = [Stretch(f"{one.lead}: ", "muted", is_slanted=True)] if one.lead else []
    return lead + [
        Stretch(run.text, "accent", is_label=True)
        if run.style is RunStyle.LABEL
        else Stretch(run.text, "ink" if run.style is RunStyle.PLAIN else "muted")
        for run in one.runs
    ]


def _length(one: SeenPassage) -> int:
    return len(one.note) or sum(len(run.text) for run in one.runs) + len(one.lead)


def _is_same_place(one: SeenPassage, other: SeenPassage) -> bool:
    return (one.place, one.heading) == (other.place, other.heading)


def _spoken(one: SeenPassage) -> str:
    words = one.note or "".join(run.text for run in one.runs)
    lead = f"{one.lead}: " if one.lead and not one.note else ""
    return f"{one.heading}\n{lead}{words}" if one.heading else f"{lead}{words}"
