"""Meeting files: from JSON text to a meeting's record, whole and without contradictions, or refused by place.

Ids in the result are those of the file (`s1t0` for the first entry of the first session where the file gives
none); the importer replaces them by the vault's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NoReturn

import msgspec

from dialogue_notes.domain.codes import Kind, SidesAgreement
from dialogue_notes.domain.record import (
    Agreements,
    Delegation,
    Dialogue,
    Entry,
    Intervention,
    Meeting,
    MeetingRecord,
    Participant,
    Session,
    Speaker,
)
from dialogue_notes.domain.room_notes import is_own_tag
from dialogue_notes.services.importing import json_text
from dialogue_notes.services.importing.meeting_file_types import (
    FileIntervention,
    FileMeeting,
    FileParticipant,
    MeetingFile,
)
from dialogue_notes.services.importing.meeting_schema import first_fault
from dialogue_notes.services.sides import Sides

DIALOGUE_ID = "dialogue"
MEETING_ID = "meeting"

PAST_MIDNIGHT = timedelta(days=1)
"""How long after the last day's midnight an entry may be timed: a dinner that ran late is still that meeting."""


def read_meeting_file(text: str, name: str) -> MeetingRecord:
    """The record that the meeting file `text` describes; `name` is the file's, for errors.

    Raises KnownError(FILE_NOT_UNDERSTOOD) that names the field, its place and line, and what was expected.
    """
    return _Reader(text, name).record()


class _Reader:
    """One meeting file while it is being read."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        value = json_text.load(text, name)
        fault = first_fault(value)
        if fault is not None:
            self._refuse(*fault)
        self._file = msgspec.convert(value, MeetingFile)

    def record(self) -> MeetingRecord:
        file = self._file
        meeting = self._meeting(file.meeting)
        self._refuse_repeated(("delegations",), [delegation.id for delegation in file.delegations])
        self._refuse_repeated(("participants",), [participant.id for participant in file.participants])
        sides = Sides(file.delegations)
        participants = tuple(self._participant(position, sides) for position in range(len(file.participants)))
        sessions = tuple(
            Session(
                f"s{number}",
                MEETING_ID,
                number - 1,
                session.title or f"Session {number}",
                session.ground_rule,
            )
            for number, session in enumerate(file.sessions, 1)
        )
        return MeetingRecord(
            dialogue=Dialogue(DIALOGUE_ID, file.dialogue.title if file.dialogue else file.meeting.title),
            meeting=meeting,
            delegations=tuple(Delegation(key, DIALOGUE_ID, name) for key, name in sides.names.items()),
            participants=participants,
            sessions=sessions,
            entries=tuple(self._entries(meeting)),
        )

    def _meeting(self, meeting: FileMeeting) -> Meeting:
        first = self._date(("meeting", "date"), meeting.date)
        last = self._date(("meeting", "end_date"), meeting.end_date)
        if first is not None and last is not None and last < first:
            self._refuse(("meeting", "end_date"), "the end is before the beginning; expected a later date")
        given = meeting.agreements
        agreements = Agreements(
            sides=SidesAgreement(given.sides),
            attendance=given.attendance == "yes",
            track=given.track == "yes",
        )
        return Meeting(
            MEETING_ID,
            DIALOGUE_ID,
            meeting.title,
            first,
            last,
            meeting.place,
            meeting.ground_rule,
            agreements,
        )

    def _participant(self, position: int, sides: Sides) -> Participant:
        given: FileParticipant = self._file.participants[position]
        delegation_id = None
        if given.delegation is not None:
            if sides.is_mistaken_id(given.delegation):
                self._refuse(
                    ("participants", position, "delegation"),
                    "no delegation has this id; expected an id of “delegations”, or a plain name",
                )
            delegation_id = sides.id_of(given.delegation)
        return Participant(
            id=given.id or f"participant {position + 1}",
            meeting_id=MEETING_ID,
            position=position,
            name=given.name or given.role,
            aliases=given.aliases,
            scripts=given.scripts,
            role=given.role,
            delegation_id=delegation_id,
            capacity=given.capacity,
            standing=given.standing,
            count=given.count,
        )

    def _entries(self, meeting: Meeting) -> Iterable[Entry]:
        known = {participant.id for participant in self._file.participants if participant.id}
        seen: set[str] = set()
        for number, session in enumerate(self._file.sessions, 1):
            for index, given in enumerate(session.interventions):
                place = _Place(("sessions", number - 1, "interventions", index))
                entry_id = given.id or f"s{number}t{index}"
                if entry_id in seen:
                    self._refuse(
                        place.key("id" if given.id else None),
                        "this id stands twice; expected one that is unique",
                    )
                seen.add(entry_id)
                if given.speaker is not None and given.speaker not in known:
                    self._refuse(
                        place.key("speaker"),
                        "no participant has this id; expected one of “participants”, or null",
                    )
                yield Entry(
                    self._intervention(given, f"s{number}", entry_id, index, place, meeting),
                    Speaker(given.speaker),
                )

    def _intervention(
        self,
        given: FileIntervention,
        session_id: str,
        entry_id: str,
        index: int,
        place: _Place,
        meeting: Meeting,
    ) -> Intervention:
        if not given.text.strip() and given.kind is not Kind.GAP:
            self._refuse(place.key("text"), "it is empty; expected words (only a gap may be without any)")
        for number, tag in enumerate(given.tags):
            if is_own_tag(tag):
                self._refuse(
                    (*place.key("tags"), number), "only the program itself gives a tag that begins so"
                )
        return Intervention(
            id=entry_id,
            session_id=session_id,
            sequence=index + 1,
            kind=given.kind,
            text=given.text,
            spoken_at=self._time(place.key("time"), given.time, meeting),
            rule=given.ground_rule,
            rule_reason=given.rule_reason,
            marks=tuple(dict.fromkeys(given.marks)),
            aims=tuple(dict.fromkeys(given.aims)),
            tags=tuple(dict.fromkeys(given.tags)),
            interpreted=given.interpreted,
            # The file has no other way to say that an agreement was read back than who confirmed it.
            read_back=given.kind is Kind.AGREEMENT and given.consent is not None,
            consent=given.consent,
        )

    def _date(self, path: json_text.Path, given: str | None) -> date | None:
        if given is None:
            return None
        try:
            return date.fromisoformat(given)
        except ValueError:
            self._refuse(path, "there is no such day; expected a date such as 1971-10-21")

    def _time(self, path: json_text.Path, given: str | None, meeting: Meeting) -> datetime | None:
        if given is None:
            return None
        try:
            spoken_at = datetime.fromisoformat(given)
        except ValueError:
            self._refuse(path, "there is no such time; expected one such as 1971-10-21T10:20:00")
        first = meeting.date
        last = first if meeting.end_date is None else meeting.end_date
        is_too_early = first is not None and spoken_at.date() < first
        if is_too_early or (last is not None and spoken_at.date() > last + PAST_MIDNIGHT):
            self._refuse(path, "it lies outside the days of the meeting; expected a time between its dates")
        return spoken_at

    def _refuse_repeated(self, path: json_text.Path, ids: Iterable[str | None]) -> None:
        seen: set[str] = set()
        for index, entry_id in enumerate(ids):
            if entry_id in seen:
                self._refuse((*path, index, "id"), "this id stands twice; expected one that is unique")
            if entry_id is not None:
                seen.add(entry_id)

    def _refuse(self, path: json_text.Path, detail: str) -> NoReturn:
        json_text.refuse(self._name, self._text, path, detail)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an intervention stands in the file."""

    path: json_text.Path

    def key(self, name: str | None) -> json_text.Path:
        return self.path if name is None else (*self.path, name)
