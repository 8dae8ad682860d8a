"""The worker's job of finding what may identify someone."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogue_notes.detection.known import KnownForm
from dialogue_notes.detection.surroundings import NOTHING_AROUND, Surroundings
from dialogue_notes.domain.record import MeetingRecord
from dialogue_notes.domain.redaction import Suggestion
from dialogue_notes.services.place_tasks import Report
from dialogue_notes.services.worker.jobs import Job


@dataclass(frozen=True, slots=True)
class SuggestionTask:
    """A record, the wordings that a person had hidden before, and what its dialogue knows beside it."""

    record: MeetingRecord = field(repr=False)
    known: tuple[KnownForm, ...] = ()
    around: Surroundings = NOTHING_AROUND


def _suggest(task: SuggestionTask, _report: Report) -> tuple[Suggestion, ...]:
    from dialogue_notes.detection.suggesting import suggest  # noqa: PLC0415 - the process starts quickly without

    return suggest(task.record, task.known, task.around)


SUGGEST = Job("suggest", _suggest, SuggestionTask, tuple[Suggestion, ...], seconds=120)
