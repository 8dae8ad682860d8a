"""Writes what is changed about the roster of the meeting shown, one person or a whole pasted table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from dialogue_notes.domain.codes import Capacity, Standing
from dialogue_notes.domain.record import Participant
from dialogue_notes.errors import KnownError
from dialogue_notes.services import meetings
from dialogue_notes.services.rosters import RosterRow, parse_roster
from dialogue_notes.storage import participants
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.meetings.person_card import PersonEdit
from dialogue_notes.ui.meetings.presenter import MeetingsPresenter
from dialogue_notes.ui.meetings.roster_model import RosterColumn
from dialogue_notes.ui.meetings.snapshot import MeetingSnapshot
from dialogue_notes.ui.meetings.undo import Undo
from dialogue_notes.ui.office import Office


class RosterPresenter(QObject):
    """People: added, changed, moved, removed if they never spoke, pasted and taken back in one step."""

    table_understood = Signal(tuple)
    table_refused = Signal(object)
    table_taken = Signal()
    failed = Signal(object)

    def __init__(self, office: Office, room: MeetingsPresenter, undo: Undo) -> None:
        super().__init__()
        self._office = office
        self._room = room
        self._undo = undo
        self._rows: tuple[RosterRow, ...] = ()
        office.locked.connect(self._forget)

    def add(self, name: str) -> None:
        """Adds somebody of that name to the end of the roster."""
        snapshot = self._room.snapshot
        if snapshot is not None:
            person = Participant("", snapshot.meeting.id, 0, name)
            self._write(lambda vault: meetings.add_participant(vault, person))

    def edit(self, participant_id: str, column: int, text: str) -> None:
        """Keeps one cell."""
        snapshot, person = self._room.snapshot, self._person(participant_id)
        if snapshot is None or person is None:
            return
        if column == RosterColumn.DELEGATION:
            self._write(lambda vault: _set_side(vault, snapshot, person, text))
            return
        changed = {
            RosterColumn.CODE: lambda: replace(person, code=text),
            RosterColumn.NAME: lambda: replace(person, name=text),
            RosterColumn.CAPACITY: lambda: replace(person, capacity=Capacity(text) if text else None),
            RosterColumn.STANDING: lambda: replace(person, standing=Standing(text) if text else None),
        }[RosterColumn(column)]()
        self._write(lambda vault: meetings.change_participant(vault, changed))

    def edit_person(self, edit: PersonEdit) -> None:
        """Keeps what stands in the card."""
        person = self._person(edit.participant_id)
        if person is None:
            return
        changed = replace(
            person,
            role=edit.role,
            scripts=edit.scripts,
            aliases=edit.aliases,
            honorific=edit.honorific,
            given_name=edit.given_name,
            family_name=edit.family_name,
            count=edit.count,
            descriptors=edit.descriptors,
        )

        def settle(_kept: Participant) -> None:
            self._office.meeting_changed.emit()
            if changed.descriptors != person.descriptors:
                words = f"How {person.name} may be described was changed."
                self._undo.offer(words, lambda vault: _describe(vault, person.id, person.descriptors))

        self._office.write(
            lambda vault: meetings.change_participant(vault, changed), settle, self.failed.emit
        )

    def move(self, participant_id: str, step: int) -> None:
        """Moves somebody up (-1) or down (1) in the list."""
        snapshot = self._room.snapshot
        if snapshot is None:
            return
        people = list(snapshot.participants)
        place = [each.id for each in people].index(participant_id)
        if 0 <= place + step < len(people):
            people.insert(place + step, people.pop(place))
            self._write(lambda vault: _number(vault, people))

    def remove(self, participant_id: str) -> None:
        """Removes somebody who never spoke; it can be taken back."""
        person = self._person(participant_id)
        if person is None:
            return

        def settle(_none: None) -> None:
            self._office.meeting_changed.emit()
            words = f"{person.name} was taken off the roster."
            self._undo.offer(words, lambda vault: meetings.put_back_participant(vault, person))

        self._office.write(
            lambda vault: meetings.remove_participant(vault, participant_id), settle, self.failed.emit
        )

    def read_table(self, text: str) -> None:
        """Says what a pasted table was understood as, or which of its cells was not."""
        self._rows = ()
        if not text.strip():
            self.table_understood.emit(())
            return
        try:
            self._rows = parse_roster(text)
        except KnownError as error:
            self.table_refused.emit(error)
        else:
            self.table_understood.emit(self._rows)

    def take_table(self) -> None:
        """Adds everybody of the table in one step, which can be taken back."""
        snapshot, rows = self._room.snapshot, self._rows
        if snapshot is None or not rows:
            return

        def settle(added: tuple[str, ...]) -> None:
            self._rows = ()
            self.table_taken.emit()
            self._office.meeting_changed.emit()
            people = "One person was" if len(added) == 1 else f"{len(added)} people were"
            self._undo.offer(f"{people} added to the roster.", lambda vault: _take_off(vault, added))

        self._office.write(lambda vault: _add_rows(vault, snapshot, rows), settle, self.table_refused.emit)

    def _person(self, participant_id: str) -> Participant | None:
        snapshot = self._room.snapshot
        people = snapshot.participants if snapshot else ()
        return next((each for each in people if each.id == participant_id), None)

    def _write(self, work: Callable[[Vault], object]) -> None:
        self._office.write(work, lambda _value: self._office.meeting_changed.emit(), self.failed.emit)

    def _forget(self) -> None:
        self._rows = ()


def _set_side(vault: Vault, snapshot: MeetingSnapshot, person: Participant, name: str) -> None:
    with vault.transaction():
        side = meetings.add_delegation(vault, snapshot.dialogue.id, name).id if name else None
        meetings.change_participant(vault, replace(person, delegation_id=side))


def _add_rows(vault: Vault, snapshot: MeetingSnapshot, rows: tuple[RosterRow, ...]) -> tuple[str, ...]:
    """Everybody or nobody; the ids of who was added."""
    added = []
    with vault.transaction():
        for row in rows:
            side = (
                meetings.add_delegation(vault, snapshot.dialogue.id, row.delegation).id
                if row.delegation
                else None
            )
            person = Participant(
                "", snapshot.meeting.id, 0, row.name, row.honorific, row.given_name, row.family_name,
                row.aliases, row.scripts, row.role, side, row.capacity, row.standing, row.count, row.code,
            )  # fmt: skip
            added.append(meetings.add_participant(vault, person).id)
    return tuple(added)


def _take_off(vault: Vault, ids: tuple[str, ...]) -> None:
    with vault.transaction():
        for participant_id in ids:
            meetings.remove_participant(vault, participant_id)


def _describe(vault: Vault, participant_id: str, descriptors: tuple[str, ...]) -> None:
    """Brings descriptions back, and nothing else of somebody who may have been changed since."""
    with vault.transaction():
        meetings.change_participant(
            vault, replace(participants.participant(vault, participant_id), descriptors=descriptors)
        )


def _number(vault: Vault, people: list[Participant]) -> None:
    with vault.transaction():
        for position, person in enumerate(people, 1):
            if person.position != position:
                participants.update_participant(vault, replace(person, position=position))
