"""People whom only another rapporteur's record names: their names are hidden terms like those of the roster."""

from __future__ import annotations

from dataclasses import replace

from dialogue_notes.detection.known import KnownForm
from dialogue_notes.domain.codes import Category
from dialogue_notes.domain.names.forms import name_forms
from dialogue_notes.domain.record import MeetingRecord, Participant
from dialogue_notes.storage import parallel_records as stored
from dialogue_notes.storage.vault import Readable

_WHY = "name of somebody whom another rapporteur's record names"


def forms_beside(readable: Readable, meeting_id: str) -> tuple[KnownForm, ...]:
    """Every form of such a name, longest first, for detection to propose; each person is one thing."""
    found = {
        (form.form, form.match): KnownForm(form.form, form.match, person.id, Category.PERSON, _WHY)
        for person in _strangers(readable, meeting_id)
        for form in name_forms(person)
    }
    return tuple(sorted(found.values(), key=lambda one: (-len(one.form), one.form)))


def guarded(readable: Readable, record: MeetingRecord) -> MeetingRecord:
    """The record with such people on its roster: for asking what the gate must look for, and for nothing else.

    They count as having never come, so that no list of who was there has them.
    """
    strangers = _strangers(readable, record.meeting.id)
    if not strangers:
        return record
    return replace(
        record,
        participants=(*record.participants, *strangers),
        never_came=(*record.never_came, *(one.id for one in strangers)),
    )


def _strangers(readable: Readable, meeting_id: str) -> tuple[Participant, ...]:
    return tuple(
        Participant(
            one.id,
            meeting_id,
            one.position,
            one.name,
            aliases=one.aliases,
            scripts=one.scripts,
            role=one.role,
        )
        for one in stored.strangers(readable, meeting_id)
    )
