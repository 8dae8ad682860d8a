"""The roster as a table; an empty row at the end takes the next person."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt, Signal

from dialogue_notes.domain.language import CAPACITY_WORDS
from dialogue_notes.domain.record import Delegation, Participant
from dialogue_notes.ui.meetings.model import Index
from dialogue_notes.ui.meetings.rows import StoredRows


class RosterColumn(IntEnum):
    """The columns, in their order."""

    CODE = 0
    NAME = 1
    DELEGATION = 2
    CAPACITY = 3
    STANDING = 4


HEADINGS = ("Code", "Name", "Delegation", "Capacity", "Standing")
SIDE_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class RosterModel(StoredRows):
    """`edited(participant_id, column, text)`, `added(name)`; shows only what was stored."""

    edited = Signal(str, int, str)
    added = Signal(str)

    def __init__(self) -> None:
        super().__init__(HEADINGS)
        self._people: tuple[Participant, ...] = ()
        self._delegations: tuple[Delegation, ...] = ()

    def show_people(self, people: tuple[Participant, ...], delegations: tuple[Delegation, ...]) -> None:
        """Replaces everything."""
        self.replace([each.id for each in people], lambda: self._assign(people, delegations))

    def person(self, row: int) -> Participant | None:
        """The participant at `row`; None for the empty row."""
        return self._people[row] if 0 <= row < len(self._people) else None

    def delegation_names(self) -> list[tuple[str, str]]:
        """The sides, for a cell's choices."""
        return [("", ""), *((each.name, each.name) for each in self._delegations)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.person(index.row()) is not None or index.column() == RosterColumn.NAME:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        person = self.person(index.row())
        if person is None:
            is_hint = role == Qt.ItemDataRole.DisplayRole and index.column() == RosterColumn.NAME
            return "Add somebody …" if is_hint else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(person)[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return self._stored(person)[index.column()]
        if role == SIDE_ROLE:
            return self._side(person)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = str(value or "").strip()
        person = self.person(index.row())
        if person is None:
            if text:
                self.added.emit(text)
            return bool(text)
        if not text and index.column() in {RosterColumn.NAME, RosterColumn.CODE}:
            return False
        if text != self._stored(person)[index.column()]:
            self.edited.emit(person.id, index.column(), text)
        return True

    def _assign(self, people: tuple[Participant, ...], delegations: tuple[Delegation, ...]) -> None:
        self._people, self._delegations = people, delegations

    def _shown(self, person: Participant) -> tuple[str, ...]:
        name = " ".join((person.name, *person.scripts[:1]))
        return (
            person.code.upper(),
            f"{name} × {person.count}" if person.count > 1 else name,
            self._delegation(person),
            CAPACITY_WORDS[person.capacity] if person.capacity else "",
            person.standing.value if person.standing else "",
        )

    def _stored(self, person: Participant) -> tuple[str, ...]:
        return (
            person.code,
            person.name,
            self._delegation(person),
            person.capacity.value if person.capacity else "",
            person.standing.value if person.standing else "",
        )

    def _delegation(self, person: Participant) -> str:
        return next((each.name for each in self._delegations if each.id == person.delegation_id), "")

    def _side(self, person: Participant) -> int | None:
        ids = [each.id for each in self._delegations]
        return ids.index(person.delegation_id) if person.delegation_id in ids else None
