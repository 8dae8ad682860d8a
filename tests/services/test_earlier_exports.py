"""What left is kept point by point, sealed, and laid beside what would leave now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import Capacity, Kind
from dialogue_notes.domain.dangers.danger import DangerKind
from dialogue_notes.domain.dangers.earlier_exports import RevealKind
from dialogue_notes.domain.record import Intervention, Participant, Speaker
from dialogue_notes.export.formats import Format
from dialogue_notes.services import dangers, exports, summaries
from dialogue_notes.services import meetings as services
from dialogue_notes.services.striking import strike
from dialogue_notes.services.worker.export_jobs import Staged, StagedFile
from dialogue_notes.storage import attributions, earlier_exports, interventions, meetings, participants
from dialogue_notes.storage.identifiers import new_id
from tests.services.recording_room import Room, make_room


@dataclass(frozen=True)
class Two:
    """Two meetings of one dialogue; somebody speaks to the same topic in both."""

    room: Room
    second: str
    folder: Path

    @property
    def dialogue(self) -> str:
        return meetings.meeting(self.room.vault, self.second).dialogue_id

    def export(self, meeting_id: str, *formats: Format, profile: str = "principals") -> str:
        made = summaries.draft_summary(self.room.vault, meeting_id, profile, accept_suggestions=True)
        self.export_summary(made.summary_id, *(formats or (Format.TEXT,)))
        return made.summary_id

    def export_summary(self, summary_id: str, *formats: Format) -> None:
        prepared = exports.prepare_export(self.room.vault, summary_id, formats, draft=True)
        staged = Staged(tuple(StagedFile(one, b"words") for one in formats), ())
        exports.finish_export(self.room.vault, prepared, staged, self.folder, overwrite=True)


def say(two_room: Room, meeting_id: str, name: str, text: str, *tags: str) -> str:
    vault = two_room.vault
    session = meetings.sessions(vault, meeting_id)[0].id
    people = {one.name: one.id for one in participants.participants(vault, meeting_id)}
    made = Intervention(
        new_id(), session, interventions.next_sequence(vault, session), Kind.STATEMENT, text, tags=tags
    )
    interventions.add_intervention(vault, made)
    attributions.set_speaker(vault, meeting_id, made.id, Speaker(people[name]))
    return made.id


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    room = make_room(tmp_path / "a.vault")
    dialogue = meetings.meeting(room.vault, room.meeting_id).dialogue_id
    second = services.create_meeting(room.vault, dialogue, "8th meeting").id
    services.add_session(room.vault, second, "Views")
    for name in ("Kang Yong-chol", "Helen Whitcombe", "Petra Vance"):
        who = Participant("", second, 0, name, capacity=Capacity.SPECIALIST)
        services.add_participant(room.vault, who)
    say(room, room.meeting_id, "Kang Yong-chol", "Cod is scarce", "fisheries")
    say(room, room.meeting_id, "Helen Whitcombe", "So it is")
    say(room, second, "Kang Yong-chol", "Cod is scarcer", "fisheries")
    say(room, second, "Helen Whitcombe", "So it is still")
    yield Two(room, second, tmp_path / "out")
    room.vault.close()


def test_what_left_is_kept_once_for_each_content_and_cannot_be_read_from_the_rows(two: Two) -> None:
    made = two.export(two.room.meeting_id, Format.TEXT, Format.MARKDOWN)
    two.export_summary(made, Format.HTML)
    (export,) = earlier_exports.earlier_exports(two.room.vault, two.dialogue)
    assert [point.topics for point in export.points] == [("fisheries", "Opening views"), ("Opening views",)]
    assert {point.lead.who for point in export.points if point.lead} == {"kang yong-chol", "helen whitcombe"}
    rows = two.room.vault.database.query("SELECT * FROM exported_point")
    assert len(rows) == 2
    assert not any("kang" in str(cell).casefold() for row in rows for cell in row)
    assert "kang" not in repr(export).casefold()


def test_nothing_is_told_before_anything_left(two: Two) -> None:
    kinds = {one.found.kind for one in dangers.dangers_shown(two.room.vault, two.second).dangers}
    assert DangerKind.EARLIER_EXPORTS not in kinds


def test_a_topic_of_the_same_voice_in_an_earlier_export_is_a_danger_here(two: Two) -> None:
    two.export(two.room.meeting_id)
    shown = dangers.dangers_shown(two.room.vault, two.second)
    told = [one.found for one in shown.dangers if one.found.kind is DangerKind.EARLIER_EXPORTS]
    assert [one.about for one in told] == ["“fisheries”"]
    assert told[0].place is not None
    settling = dangers.settle(two.room.vault, two.second, told[0], "everybody speaks of fish")
    assert dangers.dangers_shown(two.room.vault, two.second).open == shown.open - 1
    two.export(two.second)
    assert dangers.dangers_shown(two.room.vault, two.second).open == shown.open
    assert settling.settled.key == told[0].key
    assert RevealKind.SAME_TOPIC.value not in told[0].key


def test_a_second_voice_on_the_topic_ends_it(two: Two) -> None:
    two.export(two.room.meeting_id)
    say(two.room, two.second, "Petra Vance", "Herring too", "fisheries")
    kinds = {one.found.kind for one in dangers.dangers_shown(two.room.vault, two.second).dangers}
    assert DangerKind.EARLIER_EXPORTS not in kinds


def test_a_strike_takes_its_points_out_of_what_is_kept(two: Two) -> None:
    two.export(two.room.meeting_id)
    session = meetings.sessions(two.room.vault, two.room.meeting_id)[0].id
    first = interventions.interventions(two.room.vault, session)[0]
    strike(two.room.vault, [first.id])
    (export,) = earlier_exports.earlier_exports(two.room.vault, two.dialogue)
    assert [point.topics for point in export.points] == [("Opening views",)]
