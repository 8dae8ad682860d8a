"""The roster: typed where it stands, or pasted as a table."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QWidget

from dialogue_notes.domain.codes import Capacity, Standing
from dialogue_notes.domain.dangers.own_descriptions import OwnDescription
from dialogue_notes.domain.language import CAPACITY_WORDS
from dialogue_notes.domain.record import Delegation, Participant
from dialogue_notes.ui.common.buttons import Button, ButtonKind
from dialogue_notes.ui.common.labels import CapsLabel, PlainLabel, Size, Tone
from dialogue_notes.ui.common.layout import bring_into_sight, column, row
from dialogue_notes.ui.meetings.cells import ChoiceCells, LineCells, TableOfCells
from dialogue_notes.ui.meetings.model import Index
from dialogue_notes.ui.meetings.person_card import PersonCard
from dialogue_notes.ui.meetings.roster_model import SIDE_ROLE, RosterColumn, RosterModel
from dialogue_notes.ui.theme.theme import theme
from dialogue_notes.ui.theme.tokens import side_colour


class RosterPane(QWidget):
    """`added(name)`, `edited(id, column, text)`, `person_edited(PersonEdit)`, `removed(id)`, `moved(id, step)`."""

    added = Signal(str)
    edited = Signal(str, int, str)
    person_edited = Signal(object)
    removed = Signal(str)
    moved = Signal(str, int)
    paste_requested = Signal()
    seats_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = RosterModel()
        self._is_refreshing = False
        self._meeting_id = ""
        self._descriptions: Mapping[str, tuple[OwnDescription, ...]] = {}
        self._table = TableOfCells("Roster")
        self._table.setModel(self._model)
        self._set_cells()
        self._caption = CapsLabel("Roster")
        self._card = PersonCard()
        self._hint = PlainLabel(
            "Type a name in the last row, or paste a table from a spreadsheet.",
            tone=Tone.MUTED,
            size=Size.SMALL,
            wraps=True,
        )
        paste = Button("Paste a table", kind=ButtonKind.QUIET, icon="paste")
        paste.clicked.connect(self.paste_requested)
        seats = Button("Seat plan", kind=ButtonKind.QUIET)
        seats.clicked.connect(self.seats_requested)
        self.setLayout(
            column(row(self._caption, None, seats, paste), self._table, self._hint, self._card, gap=8)
        )
        self._connect()
        theme().changed.connect(self._measure)
        self._measure()

    def show_people(
        self,
        meeting_id: str,
        people: tuple[Participant, ...],
        delegations: tuple[Delegation, ...],
        descriptions: Mapping[str, tuple[OwnDescription, ...]],
    ) -> None:
        """Shows the roster of a meeting; the cursor stays on its person, or on the row that takes the next one.

        `descriptions` are what is to be said of how people may be described, by participant.
        """
        self._descriptions = descriptions
        is_same, self._meeting_id = meeting_id == self._meeting_id, meeting_id
        now = self._table.currentIndex()
        row_number, column_number = now.row(), now.column()
        known = self._model.person(row_number)
        was_empty_row = known is None and now.isValid()
        self._is_refreshing = True
        self._model.show_people(people, delegations)
        place = self._model.row_of(known.id) if known else -1
        if was_empty_row and is_same:
            if not self._table.go_on_with(len(people) - 1, RosterColumn.DELEGATION):
                self._table.choose(len(people), RosterColumn.NAME)
        elif place < 0:
            beside = min(row_number, len(people) - 1) if is_same else 0
            self._table.choose(max(beside, 0), max(column_number, 0))
        elif self._table.currentIndex().row() != place:
            self._table.choose(place, max(column_number, 0))
        self._is_refreshing = False
        count = sum(person.count for person in people)
        self._caption.set_words(f"Roster · {count}" if count else "Roster")
        self._hint.setVisible(not people)
        self._card.setVisible(bool(people))
        self._show_card()

    def take_focus(self) -> None:
        """The cursor goes to the table; to the empty row while nobody is there."""
        self._table.setFocus()
        bring_into_sight(self._table)
        if not self._table.currentIndex().isValid():
            self._table.choose(self._model.rowCount() - 1, RosterColumn.NAME)

    def forget(self) -> None:
        """No name stays."""
        self._descriptions = {}
        self._model.show_people((), ())
        self._card.forget()
        self._caption.set_words("Roster")

    def _set_cells(self) -> None:
        self._table.setItemDelegate(LineCells(self._table))
        self._table.setItemDelegateForColumn(RosterColumn.CODE, _CodeCells(self._table))
        self._table.setItemDelegateForColumn(
            RosterColumn.DELEGATION, ChoiceCells(self._table, self._model.delegation_names, is_open=True)
        )
        self._table.setItemDelegateForColumn(RosterColumn.CAPACITY, ChoiceCells(self._table, _capacities))
        self._table.setItemDelegateForColumn(RosterColumn.STANDING, ChoiceCells(self._table, _standings))
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(RosterColumn.NAME, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self._model.added.connect(self.added)
        self._model.edited.connect(self.edited)
        self._card.edited.connect(self.person_edited)
        self._table.remove_requested.connect(self._on_remove)
        self._table.move_requested.connect(self._on_move)
        self._table.selectionModel().currentChanged.connect(lambda *_all: self._show_card())

    def _show_card(self) -> None:
        if self._is_refreshing:  # the cursor is on nobody for a moment
            return
        person = self._model.person(self._table.currentIndex().row())
        self._card.show_person(person, self._descriptions.get(person.id, ()) if person else ())

    def _on_remove(self, row_number: int) -> None:
        person = self._model.person(row_number)
        if person is not None:
            self.removed.emit(person.id)

    def _on_move(self, row_number: int, step: int) -> None:
        person = self._model.person(row_number)
        if person is not None:
            self.moved.emit(person.id, step)

    def _measure(self) -> None:
        widths = {
            RosterColumn.CODE: 54,
            RosterColumn.DELEGATION: 108,
            RosterColumn.CAPACITY: 112,
            RosterColumn.STANDING: 72,
        }
        for place, width in widths.items():
            self._table.setColumnWidth(place, theme().px(width))


class _CodeCells(LineCells):
    """Typing codes stand in the colour of their side."""

    def cell_font(self, index: Index) -> QFont:
        return theme().interface_font(12, weight=600)

    def cell_colour(self, index: Index) -> str:
        side = index.data(SIDE_ROLE)
        return side_colour(theme().tokens, side if isinstance(side, int) else None)


def _capacities() -> list[tuple[str, str]]:
    return [("", ""), *((capacity.value, CAPACITY_WORDS[capacity]) for capacity in Capacity)]


def _standings() -> list[tuple[str, str]]:
    return [("", ""), *((standing.value, standing.value) for standing in Standing)]
