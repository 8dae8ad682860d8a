"""Arranging the seat plan of a meeting, by dragging and by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_notes.domain.seating import SeatPlan, SeatRow, as_on_the_roster, by_delegation
from dialogue_notes.services.seating import Seating
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import column, row
from dialogue_notes.ui.common.overlay import Overlay
from dialogue_notes.ui.common.seat_picture import Chair, SeatPicture
from dialogue_notes.ui.common.seat_places import Box, SeatPlaces
from dialogue_notes.ui.theme.theme import theme

KEYS = (
    "Drag people, or Tab to somebody and use the arrow keys · Space: second row · Del: no seat · Enter: a seat"
    " · Ctrl Z takes the last step back"
)
WIDTH = 1090
_AROUND = 230
"""Drawn pixels of the room above, below and in the sheet that are not the picture's."""


class ArrangePicture(SeatPicture):
    """`arranged(SeatPlan, words)` when somebody was given another place; the picture shows it already."""

    arranged = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._grip: QPoint | None = None
        self._is_dragging = False

    def show_seating(self, seating: Seating, speaker_id: str = "") -> None:
        super().show_seating(seating, speaker_id)
        for chair in self.chairs.values():
            chair.installEventFilter(self)

    def arrange(self, plan: SeatPlan, words: str) -> None:
        """Shows another plan and tells of it, if it is another."""
        if self.seating is None or plan == self.seating.plan:
            return
        self.show_seating(replace(self.seating, plan=plan, is_arranged=True))
        self.arranged.emit(plan, words)

    def go(self, who: str, across: int, down: int) -> None:
        """An arrow key: change places with whoever sits there."""
        other = self.beside(who, across, down)
        if self.seating is not None and other is not None:
            self.arrange(self.seating.plan.swapped(who, other), _moved(self.chairs[who]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chair, plan = self.focused, self.seating.plan if self.seating is not None else SeatPlan()
        if chair is None:
            event.ignore()
        elif event.key() == Qt.Key.Key_Space:
            row = SeatRow.BEHIND if plan.row_of(chair.id) is SeatRow.TABLE else SeatRow.TABLE
            self.arrange(plan.moved(chair.id, row, len(plan.people)), _moved(chair))
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.arrange(plan.moved(chair.id, None, 0), f"{_name(chair)} has no seat.")
        else:
            super().keyPressEvent(event)

    def seat(self, who: str) -> None:
        """A click or Enter: somebody without a seat gets the last one at the table."""
        if self.seating is not None and self.seating.plan.row_of(who) is None:
            plan = self.seating.plan
            self.arrange(plan.moved(who, SeatRow.TABLE, len(plan.table)), _moved(self.chairs[who]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, Chair) or not isinstance(event, QMouseEvent):
            return False
        here = event.position().toPoint()
        if event.type() is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            self._grip, self._is_dragging = here, False
        elif event.type() is QEvent.Type.MouseMove and self._grip is not None:
            far = (here - self._grip).manhattanLength() >= QApplication.startDragDistance()
            if self._is_dragging or far:
                self._is_dragging = True
                watched.raise_()
                watched.move(watched.mapToParent(here - self._grip))
                return True
        elif event.type() is QEvent.Type.MouseButtonRelease:
            was_dragging, self._grip, self._is_dragging = self._is_dragging, None, False
            if was_dragging:
                watched.setDown(False)
                self._drop(watched)
                return True
        return False

    def _drop(self, chair: Chair) -> None:
        """On somebody: the two change places. Beside somebody: takes that place, and the others move up."""
        seating, places = self.seating, self.places
        if seating is None or places is None:
            return
        plan = _dropped(seating.plan, places, chair.id, chair.geometry().center())
        if plan == seating.plan:
            self.lay_out()
        self.arrange(plan, _moved(chair))


class SeatSheet(Overlay):
    """`arranged(SeatPlan, words)` after each step; the sheet stays open."""

    arranged = Signal(object, str)

    def __init__(self, host: QWidget) -> None:
        self.picture = ArrangePicture()
        by_side = Button("Seat by delegation")
        by_roster = Button("As the roster stands")
        close = Button("Done", kind=ButtonKind.PRIMARY, keys="Esc")
        self._empty = PlainLabel("Nobody is on the roster yet: paste or type it first.", tone=Tone.MUTED)
        content = column(
            row(PlainLabel("Seat plan", size=Size.LARGE), None, by_side, by_roster),
            self._empty,
            self.picture,
            row(PlainLabel(KEYS, tone=Tone.MUTED, size=Size.SMALL), None, close),
            margins=(22, 16, 22, 14),
            gap=12,
        )
        super().__init__(host, content, name="Seat plan", width=WIDTH)
        by_side.clicked.connect(self._by_delegation)
        by_roster.clicked.connect(self._by_roster)
        close.clicked.connect(self.close_sheet)
        self.picture.arranged.connect(self.arranged)
        self.picture.chosen.connect(self.picture.seat)
        self.closed.connect(self.picture.forget)

    def show_seating(self, seating: Seating) -> None:
        """Opens, or shows what was changed meanwhile."""
        self._empty.setVisible(not seating.sitters)
        self.picture.show_seating(seating)
        if self.isHidden():
            self.open(self.picture)
            self._fit()
            self.picture.focus_on("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def forget(self) -> None:
        super().forget()
        self.picture.forget()

    def _by_delegation(self) -> None:
        if self.picture.seating is not None:
            plan = by_delegation(self.picture.seating.roster)
            self.picture.arrange(plan, "Seated by delegation.")

    def _by_roster(self) -> None:
        if self.picture.seating is not None:
            plan = as_on_the_roster(self.picture.seating.roster)
            self.picture.arrange(plan, "Seated as the roster stands.")

    def _fit(self) -> None:
        if not self.isHidden():
            self.sheet.setFixedWidth(min(theme().px(WIDTH), self.width() - 48))
            room = self.height() - theme().px(_AROUND)
            self.picture.setFixedHeight(max(theme().px(300), min(theme().px(620), room)))


def _dropped(plan: SeatPlan, places: SeatPlaces, who: str, spot: QPoint) -> SeatPlan:
    """The plan after somebody was let go with their middle at a spot of the picture."""
    others = [each for each in (*plan.table, *plan.behind) if each != who]
    if _holds(places.chairs[who], spot):
        return plan
    if places.beside is not None and spot.y() >= places.beside.top:
        return plan.moved(who, None, 0)
    if not others:
        return plan.moved(who, SeatRow.TABLE, 0)
    nearest = min(others, key=lambda each: _distance(places.chairs[each].middle, spot))
    if _holds(places.chairs[nearest], spot) and plan.row_of(who) is not None:
        return plan.swapped(who, nearest)
    side = plan.row_of(nearest)
    line = plan.table if side is SeatRow.TABLE else plan.behind
    return plan.moved(who, side, [each for each in line if each != who].index(nearest))


def _holds(box: Box, spot: QPoint) -> bool:
    return box.left <= spot.x() < box.right and box.top <= spot.y() < box.bottom


def _name(chair: Chair) -> str:
    return chair.sitter.participant.name


def _moved(chair: Chair) -> str:
    return f"{_name(chair)} has another seat."


def _distance(one: tuple[float, float], other: QPoint) -> float:
    return abs(one[0] - other.x()) + abs(one[1] - other.y())
