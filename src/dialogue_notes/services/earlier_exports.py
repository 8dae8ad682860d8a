"""What all earlier exports of a dialogue reveal together, and with this meeting as it would go out now."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_notes.domain.dangers.descriptors import OF_ONE_SIDE, PARTICIPANT
from dialogue_notes.domain.dangers.earlier_exports import EarlierExport, ExportedPoint, Reveal, reveals
from dialogue_notes.domain.dangers.exported_points import Known
from dialogue_notes.domain.dangers.seen_meeting import Seen, SeenMeeting
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.sanitising.attribution import ONE_VOICE
from dialogue_notes.domain.sanitising.sanitiser import Material
from dialogue_notes.domain.summary import Summary
from dialogue_notes.storage import earlier_exports as stored
from dialogue_notes.storage.vault import Readable

_HARMLESS = (ONE_VOICE, PARTICIPANT, OF_ONE_SIDE, "One side")
_NOW = "now"
"""Stands for the export that is not made yet, after all others."""


def reveals_of(readable: Readable, meeting: SeenMeeting) -> tuple[Reveal, ...]:
    """What the exports of the meeting's dialogue tell together, those of now included, once each.

    For each audience the meeting counts as one more export beside those that were made.
    """
    earlier = stored.earlier_exports(readable, meeting.record.dialogue.id)
    if not earlier:
        return ()
    found: dict[tuple[str, str, str], Reveal] = {}
    for seen in meeting.seen:
        for reveal in reveals((*earlier, _now(meeting, seen)), _HARMLESS):
            found.setdefault((reveal.kind.value, reveal.who, reveal.words), reveal)
    return tuple(found.values())


def _now(meeting: SeenMeeting, seen: Seen) -> EarlierExport:
    return EarlierExport(_NOW, "~", seen.profile.name, tuple(_points(meeting, seen)))


def _points(meeting: SeenMeeting, seen: Seen) -> Iterator[ExportedPoint]:
    """What each entry would let out to one audience; labels are given when an export is made and not before."""
    summary = Summary("", meeting.record.meeting.id, seen.profile.name, "", auto_accepted=True)
    redactions = tuple(one for place in meeting.decisions.redactions.values() for one in place)
    known = Known(Material(meeting.record, tuple(meeting.entities.values()), redactions, summary))
    for entry in meeting.entries:
        lead = seen.leads.get(entry.intervention.id)
        if lead is not None:
            yield known.point(intervention_place(entry.intervention.id), entry, lead, ())
