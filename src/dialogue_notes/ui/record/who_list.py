"""The roster with how everybody stands: arrows or a typing code choose, one key each says what happened."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dialogue_notes.domain.attendance import NOT_TOLD
from dialogue_notes.domain.typing_codes import read_code
from dialogue_notes.domain.typing_line.layouts import readings
from dialogue_notes.services.attendance import Attendee
from dialogue_notes.ui.common.painting import paint_line
from dialogue_notes.ui.common.positions import shown_text
from dialogue_notes.ui.theme.theme import theme
from dialogue_notes.ui.theme.tokens import side_token

Index = QModelIndex | QPersistentModelIndex
_HIGH = 30
_IN_SIGHT = 12
_CODE = 52
_INDENT = 16
_GAP = 12


class Act(StrEnum):
    """What a key in the list means."""

    COME_OR_GO = "come_or_go"
    TOLD = "told"
    DEPUTY = "deputy"
    WALK_IN = "walk_in"
    ABSENT = "absent"


_LETTERS = {"t": Act.TOLD, "d": Act.DEPUTY, "n": Act.WALK_IN, "a": Act.ABSENT}
"""With Shift, for letters alone are typing codes; read by the physical key too."""


class WhoModel(QAbstractListModel):
    """The attendees, and the number of each one's side."""

    def __init__(self) -> None:
        super().__init__()
        self.people: tuple[Attendee, ...] = ()
        self.sides: dict[str, int] = {}

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if (
            role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
            or not index.isValid()
        ):
            return None
        one = self.people[index.row()]
        told = NOT_TOLD if one.presence.needs_telling else ""
        here = one.presence.words or "here"
        return ", ".join(part for part in (one.participant.name, one.participant.code, here, told) if part)

    def show_people(self, people: tuple[Attendee, ...], sides: dict[str, int]) -> None:
        """Other people, or the same as they stand now."""
        self.beginResetModel()
        self.people, self.sides = people, sides
        self.endResetModel()


class WhoList(QListView):
    """`acted(Act)` for the person chosen, `typed(code, clock)` as letters and digits are typed."""

    acted = Signal(object)
    typed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.people = WhoModel()
        self._code = ""
        self._clock = ""
        self.setAccessibleName("Who is here")
        self.setModel(self.people)
        self.setItemDelegate(_Line(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(False)
        self.setTabKeyNavigation(False)
        theme().changed.connect(self._fit)
        self._fit()

    @property
    def clock(self) -> str:
        """The digits typed for a time by hand."""
        return self._clock

    def chosen(self) -> Attendee | None:
        """Who is chosen."""
        row = self.currentIndex().row()
        return self.people.people[row] if 0 <= row < len(self.people.people) else None

    def show_people(self, people: tuple[Attendee, ...], sides: dict[str, int]) -> None:
        """Shows how everybody stands; whoever was chosen still is."""
        before = self.chosen()
        self.people.show_people(people, sides)
        self.updateGeometry()  # as high as there are people, up to a dozen
        self.choose(before.participant.id if before is not None else "")

    def choose(self, participant_id: str) -> None:
        """Chooses somebody, or the first."""
        ids = [one.participant.id for one in self.people.people]
        if ids:
            self.setCurrentIndex(
                self.people.index(ids.index(participant_id) if participant_id in ids else 0, 0)
            )

    def clear_typed(self) -> None:
        """Forgets the letters and digits typed."""
        self._set_typed("", "")

    def forget(self) -> None:
        """Shows nobody."""
        self._code, self._clock = "", ""
        self.people.show_people((), {})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, key = event.text(), event.key()
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        act = next((_LETTERS[each] for each in readings(text) if each in _LETTERS), None) if text else None
        if key == Qt.Key.Key_Escape and (self._code or self._clock):
            self.clear_typed()
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._act(Act.COME_OR_GO)
        elif is_shifted and act is not None:
            self._act(act)
        elif key == Qt.Key.Key_Backspace:
            self._set_typed(self._code[:-1], self._clock[:-1] if not self._code else self._clock)
        elif text.isdecimal() or (text == ":" and self._clock):
            self._set_typed("", self._clock + text)
        elif text.isalpha():
            self._find(self._code + text)
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are typing codes here."""

    def _act(self, act: Act) -> None:
        if act is Act.WALK_IN or self.chosen() is not None:
            self.acted.emit(act)

    def _find(self, typed: str) -> None:
        codes = {
            one.participant.code: one.participant.id for one in self.people.people if one.participant.code
        }
        found = read_code(typed, codes)
        begun = (who for code, who in codes.items() for each in readings(typed) if code.startswith(each))
        who = found or next(begun, None)
        if who is None and len(typed) > 1:
            self._find(typed[-1])
            return
        self._set_typed(typed if who is not None else "", self._clock)
        if who is not None:
            self.choose(who)

    def _set_typed(self, code: str, clock: str) -> None:
        self._code, self._clock = code, clock[:5]
        self.typed.emit(self._code, self._clock)

    def _fit(self) -> None:
        self.setMinimumHeight(theme().px(_HIGH) * 4)
        self.setMaximumHeight(theme().px(_HIGH) * _IN_SIGHT + 4)
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        lines = min(max(len(self.people.people), 4), _IN_SIGHT)
        return QSize(theme().px(400), theme().px(_HIGH) * lines + 4)


class _Line(QStyledItemDelegate):
    """Paints code, name and how they stand; the absent in the muted colour."""

    def __init__(self, view: WhoList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme().px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, one = theme(), self._view.people.people[index.row()]
        box = option.rect.adjusted(look.px(8), 0, -look.px(10), 0)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(look.colour("accent") if self._view.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft"))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -1), look.px(6), look.px(6))
        self._paint_words(painter, box, one)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, one: Attendee) -> None:
        look, who, presence = theme(), one.participant, one.presence
        painter.setFont(look.interface_font(12, weight=600 if presence.is_here else 400))
        side = side_token(self._view.people.sides.get(who.id, 0)) if presence.is_here else "muted"
        painter.setPen(look.colour(side))
        left = box.left() + (look.px(_INDENT) if who.replaces_id else 0)
        paint_line(painter, QRect(left, box.top(), look.px(_CODE), box.height()), who.code.upper())
        painter.setFont(look.interface_font(12))
        right = box.right()
        told = NOT_TOLD if presence.needs_telling else ""
        for words, colour in ((told, "amber"), (presence.words or "here", "muted")):
            if words:
                wide = painter.fontMetrics().horizontalAdvance(words)
                painter.setPen(look.colour(colour))
                paint_line(painter, QRect(right - wide - 2, box.top(), wide + 2, box.height()), words)
                right -= wide + look.px(_GAP)
        painter.setFont(look.interface_font(13))
        painter.setPen(look.colour("ink" if presence.is_here else "muted"))
        start = left + look.px(_CODE)
        about = " · ".join(part for part in (shown_text(who.name), who.role) if part)
        paint_line(painter, QRect(start, box.top(), max(0, right - start), box.height()), about)
