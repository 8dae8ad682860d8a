"""Writes imported records into the vault, under ids of the vault's own. Runs inside the importer's transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto

from dialogue_notes.domain.names.forms import name_forms
from dialogue_notes.domain.record import Dialogue, Entry, MeetingRecord, Participant, Speaker
from dialogue_notes.domain.redaction import Place, PlaceKind
from dialogue_notes.domain.rules import effective_rule, is_looser
from dialogue_notes.services.reviewing.fresh_mentions import catch_in_entry, catch_in_titles, catch_mentions
from dialogue_notes.services.reviewing.seated import look_again_at
from dialogue_notes.storage import audit, dialogues, interventions, meetings, participants
from dialogue_notes.storage.attributions import set_speaker
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault

PROGRESS_EVERY = 200
"""Entries between two reports; at each the import can be cancelled, which undoes all of it."""


class _Table(Enum):
    """Whose ids: a file may call a side and a participant by the same."""

    SIDE = auto()
    PERSON = auto()
    SESSION = auto()


class RecordWriter:
    """Writes records one after the other and counts what was new."""

    def __init__(self, vault: Vault, report: Callable[[int], None]) -> None:
        self._vault = vault
        self._report = report
        self._ids: dict[tuple[_Table, str], str] = {}
        self.interventions = 0
        self.participants = 0

    def write_new(self, record: MeetingRecord) -> str:
        """Writes a meeting that is new, and returns its id. Its dialogue and sides are known by title and name."""
        dialogue = self._dialogue(record.dialogue)
        self._ids = {}
        sides = {_folded(side.name): side.id for side in dialogues.delegations(self._vault, dialogue.id)}
        for side in record.delegations:
            if (known := sides.get(_folded(side.name))) is not None:
                self._ids[_Table.SIDE, side.id] = known
        meeting = replace(record.meeting, id=new_id(), dialogue_id=dialogue.id)
        meetings.add_meeting(self._vault, meeting)
        catch_in_titles(self._vault, dialogue, meeting)
        self._write_parts(replace(record, dialogue=dialogue, meeting=meeting))
        return meeting.id

    def add_to(self, known: MeetingRecord, record: MeetingRecord) -> None:
        """Writes what `record` has and `known`, the meeting as it stands in the vault, has not."""
        self._ids = {
            **{(_Table.SIDE, row.id): row.id for row in known.delegations},
            **{(_Table.PERSON, row.id): row.id for row in known.participants},
            **{(_Table.SESSION, row.id): row.id for row in known.sessions},
        }
        self._write_parts(record)

    def _write_parts(self, record: MeetingRecord) -> None:
        meeting_id = record.meeting.id
        for side in record.delegations:
            if (new := self._new(_Table.SIDE, side.id)) is not None:
                dialogues.add_delegation(self._vault, replace(side, id=new, dialogue_id=record.dialogue.id))
        seated: list[Participant] = []
        for person in record.participants:
            if (new := self._new(_Table.PERSON, person.id)) is not None:
                side_id = (
                    None if person.delegation_id is None else self._ids[_Table.SIDE, person.delegation_id]
                )
                participants.add_participant(
                    self._vault, replace(person, id=new, meeting_id=meeting_id, delegation_id=side_id)
                )
                self.participants += 1
                seated.append(person)
        forms = (form for person in seated for form in name_forms(person))
        look_again_at(self._vault, meeting_id, forms)
        for session in record.sessions:
            if (new := self._new(_Table.SESSION, session.id)) is not None:
                meetings.add_session(self._vault, replace(session, id=new, meeting_id=meeting_id))
                catch_mentions(self._vault, meeting_id, Place(PlaceKind.SESSION_TITLE, new), session.title)
        self._write_entries(record)
        audit.append(
            self._vault,
            "imported",
            meeting=meeting_id,
            interventions=str(len(record.entries)),
            loosened=str(sum(_is_loosened(record, entry) for entry in record.entries)),
        )

    def _write_entries(self, record: MeetingRecord) -> None:
        following: dict[str, int] = {}
        for entry in record.entries:
            session_id = self._ids[_Table.SESSION, entry.intervention.session_id]
            sequence = following.get(session_id) or interventions.next_sequence(self._vault, session_id)
            following[session_id] = sequence + 1
            kept = replace(entry.intervention, id=new_id(), session_id=session_id, sequence=sequence)
            interventions.add_intervention(self._vault, kept)
            set_speaker(self._vault, record.meeting.id, kept.id, self._speaker(entry.speaker))
            catch_in_entry(self._vault, record.meeting.id, kept)
            self.interventions += 1
            if self.interventions % PROGRESS_EVERY == 0:
                self._report(self.interventions)

    def _speaker(self, speaker: Speaker) -> Speaker:
        if speaker.participant_id is None:
            return speaker
        return replace(speaker, participant_id=self._ids[_Table.PERSON, speaker.participant_id])

    def _dialogue(self, given: Dialogue) -> Dialogue:
        known = dialogues.dialogue_titled(self._vault, given.title)
        if known is not None:
            return known
        dialogue = replace(given, id=new_id())
        dialogues.add_dialogue(self._vault, dialogue)
        return dialogue

    def _new(self, table: _Table, file_id: str) -> str | None:
        """A new id for a row of the file, remembered; None for one that the vault has already."""
        if (table, file_id) in self._ids:
            return None
        self._ids[table, file_id] = new_id()
        return self._ids[table, file_id]


def _is_loosened(record: MeetingRecord, entry: Entry) -> bool:
    """Whether the entry stands under a looser rule than its session, meeting and dialogue would give it."""
    rule = entry.intervention.rule
    session = next(session for session in record.sessions if session.id == entry.intervention.session_id)
    around = effective_rule(record.dialogue, record.meeting, session)
    return rule is not None and is_looser(rule, around)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
