"""What left is kept point by point, sealed, and laid beside what would leave now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import (
    Capacity,
    Category,
    Kind,
    RedactionAction,
    RedactionReason,
    RedactionState,
)
from dialogue_notes.domain.dangers.danger import DangerKind
from dialogue_notes.domain.dangers.earlier_exports import RevealKind
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.domain.record import Intervention, Participant, Speaker
from dialogue_notes.domain.redaction import Entity, Redaction
from dialogue_notes.export.formats import Format
from dialogue_notes.services import dangers, exports, summaries
from dialogue_notes.services import meetings as services
from dialogue_notes.services.earlier_exports import unknown_words
from dialogue_notes.services.quote_consents import left_words
from dialogue_notes.services.striking import strike
from dialogue_notes.services.worker.export_jobs import Staged, StagedFile
from dialogue_notes.storage import (
    attributions,
    earlier_exports,
    entities,
    interventions,
    meetings,
    participants,
    redactions,
)
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Readable
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
    dangers.settle(two.room.vault, two.second, told[0], "everybody speaks of fish")
    assert dangers.dangers_shown(two.room.vault, two.second).open == shown.open - 1
    two.export(two.second)
    assert dangers.dangers_shown(two.room.vault, two.second).open == shown.open
    assert RevealKind.SAME_TOPIC.value not in told[0].key


def test_a_reader_that_remembers_knows_what_exports_tell_after_each_decision(two: Two) -> None:
    vault = two.room.vault
    entity = Entity(new_id(), two.dialogue, Category.PERSON, "Marlow")
    entities.add_entity(vault, entity)
    made = []
    for meeting in (two.room.meeting_id, two.second):
        place = intervention_place(say(two.room, meeting, "Petra Vance", "Marlow was there"))
        one = Redaction(
            new_id(), meeting, place, 0, 6, entity.id, Category.PERSON, RedactionAction.GENERALISE,
            RedactionReason.THIRD_PERSON_IDENTITY, RedactionState.ACCEPTED, "an old friend",
        )  # fmt: skip
        redactions.add_redactions(
            vault, [one if meeting != two.second else replace(one, replacement="a visitor")]
        )
        made.append(one)
    two.export(two.room.meeting_id)

    def told(readable: Readable) -> set[str]:
        shown = dangers.dangers_shown(readable, two.second).dangers
        return {one.found.about for one in shown if one.found.kind is DangerKind.EARLIER_EXPORTS}

    with closing(vault.open_reader()) as reader:
        assert "“an old friend”" not in told(reader)
        redactions.update_redactions(vault, [made[1]])
        assert "“an old friend”" in told(reader)
        who = participants.participants(vault, two.second)[0].id
        vault.database.run("UPDATE entity SET participant_id = ? WHERE id = ?", (who, entity.id))
        assert "“an old friend”" not in told(reader)
        assert told(reader) == told(vault)


def test_it_is_known_in_how_many_exports_an_entry_left(two: Two) -> None:
    said = interventions.meeting_interventions(two.room.vault, two.room.meeting_id)[0].id
    assert earlier_exports.times_out(two.room.vault, said) == (0, "")
    assert left_words(*earlier_exports.times_out(two.room.vault, said)) == ""
    two.export(two.room.meeting_id, Format.TEXT, Format.MARKDOWN)
    two.export(two.room.meeting_id, profile="wide")
    times, last = earlier_exports.times_out(two.room.vault, said)
    assert times == 2
    assert left_words(times, last).startswith(f"It left in 2 exports, last on {last[:10]}.")


def test_exports_of_which_nothing_was_kept_are_counted_and_said_not_to_be_considered(two: Two) -> None:
    two.export(two.room.meeting_id)
    shown = dangers.dangers_shown(two.room.vault, two.second)
    assert (shown.exports, shown.unknown_exports) == (1, 0)
    assert unknown_words(shown.exports, shown.unknown_exports) == ""
    two.export(two.room.meeting_id, Format.TEXT, Format.MARKDOWN, profile="wide")
    with two.room.vault.transaction():  # as an export stands there that was made before points were kept
        two.room.vault.database.run(
            "DELETE FROM exported_point WHERE export_id IN (SELECT id FROM export_record WHERE profile = 'principals')"
        )
    shown = dangers.dangers_shown(two.room.vault, two.second)
    assert (shown.exports, shown.unknown_exports) == (2, 1)
    words = unknown_words(shown.exports, shown.unknown_exports)
    assert words.startswith("1 of 2 earlier exports is not considered here")
    assert unknown_words(1, 1).startswith("The one earlier export is not considered here")
    assert unknown_words(3, 2).startswith("2 of 3 earlier exports are not considered here")


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
