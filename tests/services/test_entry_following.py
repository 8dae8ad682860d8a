"""Redactions and summary points go with the words when entries are split, joined, taken back and brought back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import (
    Category,
    RedactionAction,
    RedactionReason,
    RedactionState,
)
from dialogue_notes.domain.places import intervention_place, tag_place
from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.redaction import Entity, Place, Redaction
from dialogue_notes.domain.summary import Summary, SummaryPoint, SummarySection
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.storage import entities, interventions, meetings, redactions, summaries
from dialogue_notes.storage.identifiers import new_id
from tests.services.recording_room import NOW, Room, make_room

TEXT = "Ivanov met Petrov in Oslo"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "one.vault")
    dialogue = meetings.meeting(made.vault, made.meeting_id).dialogue_id
    entities.add_entity(made.vault, Entity("e1", dialogue, Category.PERSON, "somebody"))
    yield made
    made.vault.close()


def keep(room: Room, *lines: str) -> Recorder:
    recorder = room.recorder()
    for line in lines:
        recorder.keep(room.vault, line, NOW, None)
    return recorder


def ids(room: Room) -> list[str]:
    return [entry.id for entry in room.entries()]


def redact(
    room: Room, place: Place, start: int, end: int, state: RedactionState = RedactionState.ACCEPTED
) -> Redaction:
    made = Redaction(
        new_id(),
        room.meeting_id,
        place,
        start,
        end,
        "e1",
        Category.PERSON,
        RedactionAction.PSEUDONYMISE,
        RedactionReason.THIRD_PERSON_IDENTITY,
        state,
    )
    redactions.add_redactions(room.vault, [made])
    return made


def hidden(room: Room) -> set[tuple[str, bool]]:
    """The words under each redaction, and whether it must be looked at again."""
    found = {entry.id: entry.text for entry in room.entries()}
    return {
        (found[one.place.id][one.start : one.end], one.stale)
        for one in redactions.redactions(room.vault, room.meeting_id)
    }


def stored(room: Room) -> list[Redaction]:
    return sorted(redactions.redactions(room.vault, room.meeting_id), key=lambda one: one.id)


def summarise(room: Room, *points: tuple[str | None, tuple[str, ...]]) -> str:
    """A summary with one section of these points: words (None for a picked one) and sources."""
    summary, section = new_id(), new_id()
    made = tuple(
        SummaryPoint(new_id(), section, number, text, sources)
        for number, (text, sources) in enumerate(points, 1)
    )
    summaries.add_summary(
        room.vault,
        Summary(
            summary,
            room.meeting_id,
            "principals",
            "Summary",
            sections=(SummarySection(section, summary, 1, "Section", points=made),),
        ),
    )
    return summary


def points(room: Room, summary: str) -> tuple[SummaryPoint, ...]:
    return summaries.summary(room.vault, summary).sections[0].points


def test_redactions_go_with_their_half(room: Room) -> None:
    recorder = keep(room, f"hw: {TEXT}")
    for start, end in ((0, 6), (11, 17), (21, 25)):
        redact(room, intervention_place(ids(room)[0]), start, end)
    before = stored(room)
    recorder.split(room.vault, ids(room)[0], 10)
    first, second = ids(room)
    assert hidden(room) == {("Ivanov", False), ("Petrov", False), ("Oslo", False)}
    assert sorted(one.place.id for one in stored(room)) == sorted([first, second, second])
    recorder.undo(room.vault)
    assert stored(room) == before
    recorder.redo(room.vault)
    assert sorted(one.place.id for one in stored(room)) == sorted([first, second, second])


def test_a_decision_that_is_cut_is_kept_on_both_sides_to_be_looked_at_again(room: Room) -> None:
    recorder = keep(room, f"hw: {TEXT}")
    redact(room, intervention_place(ids(room)[0]), 11, 17)
    redact(room, intervention_place(ids(room)[0]), 11, 17, RedactionState.SUGGESTED)
    before = stored(room)
    recorder.split(room.vault, ids(room)[0], 14)
    assert hidden(room) == {("Pet", True), ("rov", True)}
    assert {one.state for one in stored(room)} == {RedactionState.ACCEPTED}
    recorder.undo(room.vault)
    assert stored(room) == before


def test_what_was_decided_since_is_carried_back_and_not_lost(room: Room) -> None:
    recorder = keep(room, f"hw: {TEXT}")
    redact(room, intervention_place(ids(room)[0]), 11, 17)
    recorder.split(room.vault, ids(room)[0], 10)
    redact(room, intervention_place(ids(room)[1]), 10, 14)
    recorder.undo(room.vault)
    assert hidden(room) == {("Petrov", False), ("Oslo", False)}
    recorder.redo(room.vault)
    assert hidden(room) == {("Petrov", False), ("Oslo", False)}
    assert {one.place.id for one in stored(room)} == {ids(room)[1]}


def test_redactions_of_joined_entries_shift_and_go_back(room: Room) -> None:
    recorder = keep(room, "hw: Ivanov left", "Petrov came", "Oslo again")
    for entry, length in zip(ids(room), (6, 6, 4), strict=True):
        redact(room, intervention_place(entry), 0, length)
    before = stored(room)
    recorder.join(room.vault, ids(room))
    assert room.entries()[0].text == "Ivanov left Petrov came Oslo again"
    assert hidden(room) == {("Ivanov", False), ("Petrov", False), ("Oslo", False)}
    recorder.undo(room.vault)
    assert stored(room) == before


def test_redactions_of_tags_follow_too(room: Room) -> None:
    recorder = keep(room, "hw: one two", "three")
    first, second = ids(room)
    for entry, tags in ((first, ("x", "Oslo")), (second, ("Oslo", "Bergen"))):
        tagged = replace(interventions.intervention(room.vault, entry), tags=tags)
        interventions.update_intervention(room.vault, tagged)
    redact(room, tag_place(first, 1), 0, 4)
    redact(room, tag_place(second, 1), 0, 6)
    before = stored(room)
    recorder.join(room.vault, [first, second])
    assert room.entries()[0].tags == ("x", "Oslo", "Bergen")
    assert {one.place for one in stored(room)} == {tag_place(first, 1), tag_place(first, 2)}
    recorder.split(room.vault, first, 3)
    new = ids(room)[1]
    assert {one.place for one in stored(room)} == {
        tag_place(entry, number) for entry in (first, new) for number in (1, 2)
    }
    recorder.undo(room.vault)
    recorder.undo(room.vault)
    assert stored(room) == before


def test_points_rest_on_both_halves(room: Room) -> None:
    recorder = keep(room, "hw: one two", "three")
    first, third = ids(room)
    summary = summarise(room, ("written", (third, first)), (None, (first,)), (None, (third,)))
    before = points(room, summary)
    recorder.split(room.vault, first, 3)
    second = ids(room)[1]
    written, *picked = points(room, summary)
    assert (written.sources, written.stale) == ((third, first, second), True)
    assert [one.sources for one in picked] == [(first,), (second,), (third,)]
    assert picked[0].id == before[1].id
    assert [one.position for one in points(room, summary)] == [1, 2, 3, 4]
    recorder.undo(room.vault)
    assert points(room, summary) == before


def test_points_of_joined_entries_rest_on_the_whole(room: Room) -> None:
    recorder = keep(room, "hw: one", "two", "three")
    first, second, third = ids(room)
    summary = summarise(
        room, ("written", (second,)), (None, (first,)), (None, (second,)), ("of another", (third,))
    )
    before = points(room, summary)
    recorder.join(room.vault, [first, second])
    after = points(room, summary)
    assert [(one.text, one.sources, one.stale) for one in after] == [
        ("written", (first,), True),
        (None, (first,), False),
        ("of another", (third,), False),
    ]
    recorder.undo(room.vault)
    assert points(room, summary) == before


def test_points_changed_since_are_left_as_they_are(room: Room) -> None:
    recorder = keep(room, "hw: one", "two")
    first, second = ids(room)
    summary = summarise(room, ("written", (second,)))
    recorder.join(room.vault, [first, second])
    (point,) = points(room, summary)
    section = summaries.summary(room.vault, summary).sections[0]
    changed = replace(section, points=(replace(point, text="in other words", stale=False),))
    summaries.replace_sections(room.vault, summary, (changed,))
    recorder.undo(room.vault)
    (after,) = points(room, summary)
    assert (after.text, after.sources, after.stale) == ("in other words", (first, second), True)


def test_what_rested_on_an_entry_that_was_taken_back_comes_back_with_it(room: Room) -> None:
    recorder = keep(room, f"hw: {TEXT}")
    (entry,) = ids(room)
    redact(room, intervention_place(entry), 0, 6)
    summary = summarise(room, (None, (entry,)), ("written", (entry,)))
    before = stored(room), points(room, summary)
    recorder.undo(room.vault)
    assert stored(room) == []
    recorder.redo(room.vault)
    assert (stored(room), points(room, summary)) == before


def test_a_decision_about_an_entity_that_is_known_no_more_does_not_come_back(room: Room) -> None:
    recorder = keep(room, f"hw: {TEXT}")
    redact(room, intervention_place(ids(room)[0]), 0, 6)
    recorder.undo(room.vault)
    room.vault.database.run("DELETE FROM entity")
    recorder.redo(room.vault)
    assert stored(room) == []
    assert room.entries()[0].text == TEXT


def test_moving_leaves_redactions_points_and_speakers_where_they_belong(room: Room) -> None:
    recorder = keep(room, f"pv: {TEXT}")
    (entry,) = ids(room)
    redact(room, intervention_place(entry), 0, 6)
    summary = summarise(room, (None, (entry,)))
    before = stored(room), points(room, summary)
    recorder.move(room.vault, [entry], room.sessions[1].id)
    assert (stored(room), points(room, summary)) == before
    assert room.speaker(room.entries(1)[0]) == Speaker(room.people["pv"])
