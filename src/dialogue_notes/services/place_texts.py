"""The text of one place of a meeting, without reading the whole meeting where that can be helped."""

from __future__ import annotations

from collections.abc import Mapping

from dialogue_notes.domain.places import record_texts
from dialogue_notes.domain.redaction import Place, PlaceKind
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import interventions
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Readable


class PlaceTexts:
    """Texts as of one moment; empty for a place that is there no more."""

    def __init__(self, readable: Readable) -> None:
        self._readable = readable
        self._records: dict[str, Mapping[Place, str]] = {}
        self._entries: dict[str, str] = {}

    def text(self, meeting_id: str, place: Place) -> str:
        """The whole text of a place, in which spans lie."""
        if place.kind is PlaceKind.INTERVENTION:
            return self._entry(place.id)
        if meeting_id not in self._records:
            self._records[meeting_id] = record_texts(meeting_record(self._readable, meeting_id))
        return self._records[meeting_id].get(place, "")

    def _entry(self, entry_id: str) -> str:
        if entry_id not in self._entries:
            try:
                self._entries[entry_id] = interventions.intervention(self._readable, entry_id).text
            except KnownError as error:
                if error.code is not ErrorCode.NOT_FOUND:
                    raise
                self._entries[entry_id] = ""
        return self._entries[entry_id]
