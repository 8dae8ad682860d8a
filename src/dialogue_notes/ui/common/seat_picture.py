"""The picture of who sits where: an oval table, and a chair for everybody with code, name and side.

In this module: `SeatPicture`, `Chair`.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from dialogue_notes.domain.language import CAPACITY_WORDS
from dialogue_notes.services.seating import Seating, Sitter
from dialogue_notes.ui.common.painting import paint_line
from dialogue_notes.ui.common.seat_places import Box, Measures, SeatPlaces, neighbour, seat_places
from dialogue_notes.ui.theme.theme import theme
from dialogue_notes.ui.theme.tokens import side_token

_WIDTH, _HEIGHT, _LOW, _GAP = 148, 56, 27, 8
"""Drawn pixels: a chair at the table, the height of one elsewhere, and the room between chairs."""

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
SPEAKING = "speaking"


class Chair(QAbstractButton):
    """One person in the picture. A button for keyboards and screen readers, painted by hand."""

    focused = Signal()

    def __init__(
        self, sitter: Sitter, place: int, parent: QWidget, *, is_speaking: bool, is_low: bool
    ) -> None:
        super().__init__(parent)
        self.sitter = sitter
        self.place = place
        self.is_speaking = is_speaking
        self.is_low = is_low
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self._spoken())

    @property
    def id(self) -> str:
        """Whose it is."""
        return self.sitter.participant.id

    @property
    def below(self) -> str:
        """The line under the name: the side, else the capacity."""
        return self.sitter.side_name or _capacity(self.sitter)

    def forget(self) -> None:
        """No name stays, not even until Qt comes round to destroying it."""
        self.setAccessibleName("")
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        event.ignore()  # arrows and letters are for the picture

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        look, pad = theme(), theme().px(9)
        box = self.rect().adjusted(pad, 0, -theme().px(5), 0)
        code = self.sitter.participant.code.upper()
        painter.setFont(look.interface_font(12, weight=700))
        code_width = painter.fontMetrics().horizontalAdvance(code) + look.px(2)
        painter.setPen(look.colour(side_token(self.sitter.side)))
        line = look.px(16)
        if self.is_low:
            paint_line(painter, QRect(box.left(), 0, code_width, self.height()), code)
            self._write(painter, box.adjusted(code_width + look.px(6), 0, 0, 0), self._name(), "ink")
            return
        top = (self.height() - 3 * line) // 2
        paint_line(painter, QRect(box.left(), top, box.width(), line), code)
        if self.is_speaking:
            left = box.left() + code_width + look.px(6)
            words = QRect(left, top, max(0, box.right() - left), line)
            self._write(painter, words, f"· {SPEAKING}", "accent", size=10)
        self._write(painter, QRect(box.left(), top + line, box.width(), line), self._name(), "ink")
        self._write(
            painter, QRect(box.left(), top + 2 * line, box.width(), line), self.below, "muted", size=10
        )

    def _paint_ground(self, painter: QPainter) -> None:
        look = theme()
        ground = (
            "accent_soft" if self.is_speaking else "hover" if self.underMouse() or self.isDown() else "raised"
        )
        edge, width = ("accent", 2) if self.hasFocus() else ("line", 1)
        inner = self.rect().adjusted(1, 1, -1, -1)
        radius = look.px(7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(inner, radius, radius)
        painter.setBrush(look.colour(side_token(self.sitter.side)))
        painter.drawRoundedRect(
            QRect(inner.left(), inner.top() + look.px(8), look.px(3), inner.height() - look.px(16)), 1, 1
        )
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(look.colour(edge))
        pen.setWidth(width)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner, radius, radius)

    def _write(self, painter: QPainter, box: QRect, words: str, ink: str, size: int = 12) -> None:
        painter.setFont(theme().interface_font(size))
        painter.setPen(theme().colour(ink))
        paint_line(painter, box, words)

    def _name(self) -> str:
        who = self.sitter.participant
        return f"{who.name} ({who.count})" if who.count > 1 else who.name

    def _spoken(self) -> str:
        where = f"Seat {self.place}" if self.place else "No seat"
        said = (
            self._name(),
            self.sitter.side_name,
            _capacity(self.sitter),
            SPEAKING if self.is_speaking else "",
        )
        return f"{where}: {', '.join(part for part in said if part)}"


class SeatPicture(QWidget):
    """`chosen(id)` on a click or Enter. Arrow keys go from chair to chair, Tab round the table."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._seating: Seating | None = None
        self._chairs: dict[str, Chair] = {}
        self._places: SeatPlaces | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Seat plan")
        theme().changed.connect(self.lay_out)

    @property
    def seating(self) -> Seating | None:
        """What is shown."""
        return self._seating

    @property
    def places(self) -> SeatPlaces | None:
        """Where everybody is drawn."""
        return self._places

    @property
    def chairs(self) -> dict[str, Chair]:
        """Everybody's chair by id."""
        return self._chairs

    @property
    def focused(self) -> Chair | None:
        """The chair with the focus."""
        return next((chair for chair in self._chairs.values() if chair.hasFocus()), None)

    def show_seating(self, seating: Seating, speaker_id: str = "") -> None:
        """Shows everybody; whoever had the focus keeps it."""
        now = self.focused
        self._wipe()
        self._seating = seating
        seated = {*seating.plan.table}
        for who in seating.plan.people:
            chair = Chair(
                seating.sitter(who),
                seating.plan.place_of(who),
                self,
                is_speaking=who == speaker_id,
                is_low=who not in seated,
            )
            chair.clicked.connect(lambda _checked=False, who=who: self.chosen.emit(who))
            chair.focused.connect(self._tell)
            self._chairs[who] = chair
            chair.show()
        self.lay_out()
        if now is not None:
            self.focus_on(now.id)

    def focus_on(self, who: str) -> None:
        """The focus goes to somebody's chair, else to the first one, else stays in the picture."""
        chair = self._chairs.get(who) or next(iter(self._chairs.values()), None)
        (chair or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """No name stays."""
        self._wipe()
        self._seating = self._places = None
        self._words = ""
        self.update()

    def lay_out(self) -> None:
        """Puts every chair in its place at the present size and zoom."""
        if self._seating is None:
            return
        look = theme()
        sizes = Measures(look.px(_WIDTH), look.px(_HEIGHT), look.px(_LOW), look.px(_GAP))
        places = seat_places(self._seating.plan, self.width(), self.height(), sizes)
        self._places = places
        for who, box in places.chairs.items():
            self._chairs[who].setGeometry(_rect(box))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(480), theme().px(300))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way, now = ARROWS.get(Qt.Key(event.key())), self.focused
        if way is None or now is None or self._places is None:
            event.ignore()
            return
        self.go(now.id, *way)

    def go(self, who: str, across: int, down: int) -> None:
        """An arrow key on somebody's chair."""
        other = self.beside(who, across, down)
        if other is not None:
            self.focus_on(other)

    def beside(self, who: str, across: int, down: int) -> str | None:
        """Whoever is drawn nearest to somebody in a direction."""
        return neighbour(self._places.chairs, who, across, down) if self._places is not None else None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._places is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, table = theme(), _rect(self._places.table)
        painter.setPen(look.colour("line"))
        painter.setBrush(look.colour("panel"))
        radius = min(table.width(), table.height()) / 2
        painter.drawRoundedRect(table, radius, radius)
        if self._places.beside is not None:
            painter.setFont(look.interface_font(11))
            painter.setPen(look.colour("muted"))
            paint_line(painter, _rect(self._places.beside), "Without a seat")
        self._paint_focused(painter, table)

    def _paint_focused(self, painter: QPainter, table: QRect) -> None:
        """On the table: the whole name of whoever has the focus, for chairs that have no room for it."""
        chair, look = self.focused, theme()
        if chair is None:
            return
        who = chair.sitter.participant
        names = " ".join((who.name, *who.scripts[:1]))
        below = " · ".join(
            part for part in (chair.sitter.side_name, who.role or _capacity(chair.sitter)) if part
        )
        wide = table.adjusted(look.px(40), 0, -look.px(40), 0)
        for words, top, size, ink in ((names, -look.px(13), 16, "ink"), (below, look.px(11), 12, "muted")):
            painter.setFont(look.record_font(size) if size > 12 else look.interface_font(size))
            painter.setPen(look.colour(ink))
            width = min(wide.width(), painter.fontMetrics().horizontalAdvance(words) + 1)
            middle = wide.center()
            paint_line(
                painter,
                QRect(middle.x() - width // 2, middle.y() + top - look.px(12), width, look.px(24)),
                words,
            )

    def _tell(self) -> None:
        self.update()

    def _wipe(self) -> None:
        for chair in self._chairs.values():
            chair.forget()
            chair.deleteLater()
        self._chairs = {}


def _capacity(sitter: Sitter) -> str:
    capacity = sitter.participant.capacity
    return CAPACITY_WORDS[capacity] if capacity is not None else ""


def _rect(box: Box) -> QRect:
    return QRect(box.left, box.top, box.width, box.height)
