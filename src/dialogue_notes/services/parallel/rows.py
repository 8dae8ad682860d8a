"""Two records of a meeting as rows: what stands beside what, word by word, and what was already settled."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dialogue_notes.domain.codes import InterventionState
from dialogue_notes.domain.parallel.aligning import AlignedRow, Heard, align
from dialogue_notes.domain.parallel.records import KeptDifference, ParallelEntry, ParallelRecord, sync_of
from dialogue_notes.domain.record import Intervention, Session, Speaker
from dialogue_notes.domain.word_diff import DiffRun, compare
from dialogue_notes.storage import attributions, interventions, meetings, participants
from dialogue_notes.storage import parallel_records as stored
from dialogue_notes.storage.vault import Readable


class RowState(StrEnum):
    """How a row stands."""

    SAME = "same"
    DIFFERENT = "different"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class SideRow:
    """Two entries beside each other, or one that only one record has.

    `runs` compare the texts of two: GONE is of the meeting's own record only, NEW of the other. The speakers' names are
    there only if they were asked for.
    """

    session: Session | None
    left: Intervention | None
    right: ParallelEntry | None
    state: RowState
    runs: tuple[DiffRun, ...] = field(default=(), repr=False)
    speakers_differ: bool = False
    left_speaker: str = field(default="", repr=False)
    right_speaker: str = field(default="", repr=False)

    @property
    def key(self) -> str:
        """The same for the same entries, whatever became of their words."""
        return f"{self.left.id if self.left else ''}|{self.right.id if self.right else ''}"


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A record and what stands beside it, session by session."""

    record: ParallelRecord
    rows: tuple[SideRow, ...] = field(repr=False)

    def count(self, state: RowState) -> int:
        """How many rows stand so."""
        return sum(one.state is state for one in self.rows)


def side_by_side(readable: Readable, record_id: str, *, with_speakers: bool = False) -> SideBySide:
    """Both records as of one moment. Speakers are named only `with_speakers`, and if the meeting's key is there.

    Raises KnownError(NOT_FOUND).
    """
    with readable.database.snapshot():
        record = stored.record(readable, record_id)
        rows = _Rows(readable, record, names=with_speakers)
        return SideBySide(record, tuple(rows.all()))


def aligned(left: Iterable[Intervention], right: Iterable[ParallelEntry]) -> tuple[AlignedRow, ...]:
    """The rows of one session, by ids."""
    return align(
        [Heard(one.id, one.text, one.spoken_at, sync_of(one.kind, one.text, one.tags)) for one in left],
        [Heard(one.id, one.text, one.spoken_at, sync_of(one.kind, one.text, one.tags)) for one in right],
    )


def digest_of(left: str | None, right: str | None) -> str:
    """What tells whether either text was changed since (SHA-256, hex); `None` for an entry that is not there."""
    whole = hashlib.sha256()
    for text in (left, right):
        words = b"" if text is None else b"\1" + text.encode("utf-8", "surrogatepass")
        whole.update(len(words).to_bytes(8, "big") + words)
    return whole.hexdigest()


class _Rows:
    """The rows of one record while they are put together."""

    def __init__(self, readable: Readable, record: ParallelRecord, *, names: bool) -> None:
        self._sessions = meetings.sessions(readable, record.meeting_id)
        self._left: dict[str, list[Intervention]] = {}
        for one in interventions.meeting_interventions(readable, record.meeting_id):
            self._left.setdefault(one.session_id, []).append(one)
        self._right: dict[str | None, list[ParallelEntry]] = {}
        for each in stored.entries(readable, record.id, with_speakers=True):
            self._right.setdefault(each.session_id, []).append(each)
        self._speakers = attributions.speakers(readable, record.meeting_id)
        self._persons = {one.id: one for one in stored.persons(readable, record.id)}
        self._roster = {one.id: one.name for one in participants.participants(readable, record.meeting_id)}
        self._names = names
        self._kept: Mapping[tuple[str | None, str | None], KeptDifference] = {
            (one.left_id, one.right_id): one for one in stored.differences(readable, record.id)
        }

    def all(self) -> Iterator[SideRow]:
        for session in self._sessions:
            lefts, rights = self._left.get(session.id, []), self._right.get(session.id, [])
            ours = {one.id: one for one in lefts}
            theirs = {one.id: one for one in rights}
            for row in aligned(lefts, rights):
                yield self._row(session, ours.get(row.left or ""), theirs.get(row.right or ""))
        for left_over in self._right.get(None, []):
            yield self._row(None, None, left_over)

    def _row(
        self, session: Session | None, left: Intervention | None, right: ParallelEntry | None
    ) -> SideRow:
        left_speaker = Speaker() if left is None else self._speakers.get(left.id, Speaker())
        right_speaker = Speaker() if right is None else right.speaker
        return SideRow(
            session,
            left,
            right,
            self._state(left, right),
            compare(left.text, right.text) if left is not None and right is not None else (),
            self._differ(left_speaker, right_speaker),
            self._roster.get(left_speaker.participant_id or "", "") if self._names else "",
            self._name(right_speaker) if self._names else "",
        )

    def _state(self, left: Intervention | None, right: ParallelEntry | None) -> RowState:
        if all(one is None or one.state is InterventionState.STRUCK for one in (left, right)):
            return RowState.SAME
        if left is not None and right is not None and is_same_text(left.text, right.text):
            return RowState.SAME
        ids = (left.id if left else None, right.id if right else None)
        kept = self._kept.get(ids)
        if kept is None:
            return RowState.DIFFERENT
        is_as_it_was = kept.digest == digest_of(left.text if left else None, right.text if right else None)
        return RowState.SETTLED if is_as_it_was else RowState.DIFFERENT

    def _differ(self, left: Speaker, right: Speaker) -> bool:
        person = self._persons.get(right.participant_id or "")
        if left.participant_id is None or person is None:
            return False
        return person.participant_id != left.participant_id

    def _name(self, speaker: Speaker) -> str:
        person = self._persons.get(speaker.participant_id or "")
        if person is None:
            return ""
        return self._roster.get(person.participant_id or "", person.name)


def is_same_text(left: str, right: str) -> bool:
    """Whether two texts say the same, blanks aside."""
    return left.split() == right.split()
