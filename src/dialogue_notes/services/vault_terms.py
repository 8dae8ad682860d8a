"""Everything that a vault withholds, for looking into a file that came from anywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.rules import rules_by_entry
from dialogue_notes.domain.sanitising.refusal import SanitisationRefused
from dialogue_notes.domain.sanitising.withheld import WithheldTerm
from dialogue_notes.domain.sanitising.withholding import passage_terms, withheld_terms
from dialogue_notes.services import summaries
from dialogue_notes.services.parallel.names import guarded
from dialogue_notes.storage import meetings, redactions
from dialogue_notes.storage import summaries as stored
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Readable


def vault_terms(readable: Readable, path: Path) -> tuple[WithheldTerm, ...]:
    """What the file at `path` must not hold: names, hidden wordings, and texts that are not for the report.

    A file that the export register knows may hold what its own export was allowed to (a name on the record);
    any other may hold none of it.
    """
    file_hash = _hash(path)
    terms: dict[WithheldTerm, None] = {}
    for meeting in meetings.meetings(readable):
        exported = [one for one in stored.exports(readable, meeting.id) if one.file_hash == file_hash]
        of_export = _of_export(readable, exported[-1].summary_id) if exported else None
        of_meeting = _of_meeting(readable, meeting.id) if of_export is None else of_export
        terms.update(dict.fromkeys(of_meeting))
    return tuple(terms)


def _of_export(readable: Readable, summary_id: str) -> tuple[WithheldTerm, ...] | None:
    """The terms of an export's own summary; None when by now that summary could not be exported any more."""
    try:
        return summaries.withheld_for(readable, summary_id)
    except SanitisationRefused:
        return None


def _hash(path: Path) -> str:
    """SHA-256 in hex, as in the export register; empty for a file that cannot be read, which is told elsewhere."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _of_meeting(readable: Readable, meeting_id: str) -> Iterator[WithheldTerm]:
    record = meeting_record(readable, meeting_id)
    yield from withheld_terms(guarded(readable, record), redactions.redactions(readable, meeting_id))
    yield from _never_reported(record)


def _never_reported(record: MeetingRecord) -> tuple[WithheldTerm, ...]:
    rules = rules_by_entry(record)
    secret: list[str] = []
    other: list[str] = []
    for entry in record.entries:
        is_secret = rules[entry.intervention.id] is GroundRule.NOT_FOR_REPORT
        (secret if is_secret else other).append(entry.intervention.text)
    return passage_terms(secret, other)
