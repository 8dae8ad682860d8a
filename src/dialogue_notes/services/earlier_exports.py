"""What all earlier exports of a dialogue reveal together, and with this meeting as it would go out now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dialogue_notes.domain.dangers.descriptors import OF_ONE_SIDE, PARTICIPANT
from dialogue_notes.domain.dangers.earlier_exports import EarlierExport, ExportedPoint, Reveal, reveals
from dialogue_notes.domain.dangers.exported_points import Known
from dialogue_notes.domain.dangers.seen_meeting import Seen, SeenMeeting
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Entity, Redaction
from dialogue_notes.domain.sanitising.attribution import ONE_VOICE
from dialogue_notes.domain.sanitising.sanitiser import Material
from dialogue_notes.domain.summary import Summary
from dialogue_notes.services.recalled_record import DECISIONS
from dialogue_notes.storage import earlier_exports as stored
from dialogue_notes.storage.memory import Moment
from dialogue_notes.storage.vault import Readable

_HARMLESS = (ONE_VOICE, PARTICIPANT, OF_ONE_SIDE, "One side")
_NOW = "now"
"""Stands for the export that is not made yet, after all others."""


@dataclass(frozen=True, slots=True)
class ToldTogether:
    """What all exports tell together, how many contents left, and of how many of these nothing is known any more.

    Those were made before it was kept what an export lets out, or are of a meeting whose key is not at hand, or all
    that they said was struck: they are not considered, and whoever reads the rest must know it.
    """

    reveals: tuple[Reveal, ...]
    exports: int
    unknown: int


def told_together(readable: Readable, moment: Moment, meeting: SeenMeeting) -> ToldTogether:
    """What the exports of the meeting's dialogue tell together, those of now included, once each.

    For each audience the meeting counts as one more export beside those that were made.
    """
    dialogue_id = meeting.record.dialogue.id
    earlier = moment.recall(
        "earlier exports", dialogue_id, (), lambda _: stored.earlier_exports(readable, dialogue_id)
    )
    unknown = sum(not one.points for one in earlier)
    if unknown == len(earlier):
        return ToldTogether((), len(earlier), unknown)
    points = moment.recall(
        "points of now", meeting.record.meeting.id, DECISIONS, lambda before: _points(meeting, before)
    )
    return ToldTogether(_reveals(earlier, points), len(earlier), unknown)


def unknown_words(exports: int, unknown: int) -> str:
    """What is to be said of exports that are not considered; empty for none."""
    if not unknown:
        return ""
    which = "The one earlier export" if exports == 1 else f"{unknown:,} of {exports:,} earlier exports"
    return (
        f"{which} {'is' if unknown == 1 else 'are'} not considered here: what was let out was not kept then, or "
        "cannot be read with your key. Lay it beside this meeting yourself."
    )


@dataclass(frozen=True, slots=True)
class _Now:
    """What each entry would let out now, by audience, with all that this was made from."""

    entities: dict[str, Entity] = field(repr=False)
    record: MeetingRecord = field(repr=False)
    points: dict[str, dict[str, _Point]]


@dataclass(frozen=True, slots=True)
class _Point:
    lead: str = field(repr=False)
    marks: tuple[Redaction, ...]
    point: ExportedPoint


def _points(meeting: SeenMeeting, before: _Now | None) -> _Now:
    """What each entry would let out; labels are given when an export is made and not before.

    Taken over from `before` where neither the lead nor a mark of the entry is another one.
    """
    is_same = before is not None and before.record is meeting.record and before.entities == meeting.entities
    kept = before.points if before is not None and is_same else {}
    known = Known(_material(meeting))
    made = {
        seen.profile.name: dict(_of_audience(meeting, seen, known, kept.get(seen.profile.name, {})))
        for seen in meeting.seen
    }
    return _Now(meeting.entities, meeting.record, made)


def _of_audience(
    meeting: SeenMeeting, seen: Seen, known: Known, kept: dict[str, _Point]
) -> Iterator[tuple[str, _Point]]:
    for entry in meeting.entries:
        entry_id = entry.intervention.id
        lead = seen.leads.get(entry_id)
        if lead is None:
            continue
        place = intervention_place(entry_id)
        marks, was = meeting.decisions.at(place), kept.get(entry_id)
        if was is not None and was.lead == lead and was.marks == marks:
            yield entry_id, was
        else:
            yield entry_id, _Point(lead, marks, known.point(place, entry, lead, ()))


def _material(meeting: SeenMeeting) -> Material:
    summary = Summary("", meeting.record.meeting.id, "", "", auto_accepted=True)
    redactions = tuple(one for place in meeting.decisions.redactions.values() for one in place)
    return Material(meeting.record, tuple(meeting.entities.values()), redactions, summary)


def _reveals(earlier: tuple[EarlierExport, ...], now: _Now) -> tuple[Reveal, ...]:
    found: dict[tuple[str, str, str], Reveal] = {}
    for profile, points in now.points.items():
        made = EarlierExport(_NOW, "~", profile, tuple(one.point for one in points.values()))
        for reveal in reveals((*earlier, made), _HARMLESS):
            found.setdefault((reveal.kind.value, reveal.who, reveal.words), reveal)
    return tuple(found.values())
