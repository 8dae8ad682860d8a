"""A mention of what is hidden is hidden with the entry that it is typed in, and said to be new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import (
    Category,
    MeetingState,
    RedactionAction,
    RedactionReason,
    RedactionState,
)
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.services.entities import teaching
from dialogue_notes.services.entry_updates import update_entry
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.view import record_view
from dialogue_notes.services.reviewing import review
from dialogue_notes.services.reviewing.selection import Selection, Wish, redact_selection
from dialogue_notes.services.room_notes import Note
from dialogue_notes.storage import interventions, meetings
from tests.services.recording_room import NOW
from tests.support.dialogue_desk import DialogueDesk, Seen

REMOVE, WHY = RedactionAction.REMOVE, RedactionReason.THIRD_PERSON_IDENTITY
HIDDEN = RedactionState.ACCEPTED
HAIG, FULL_HAIG = Seen("Haig", "person:haig"), Seen("Alexander Haig", "person:haig")
CHINESE, KOREAN = Seen("黄华", "person:黄华"), Seen("강용철", "person:강용철")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DialogueDesk]:
    made = DialogueDesk(tmp_path / "one.vault")
    yield made
    made.vault.close()


def recorder(desk: DialogueDesk, meeting_id: str) -> Recorder:
    return Recorder(record_view(desk.vault, desk.sessions[meeting_id].id))


def new(desk: DialogueDesk, meeting_id: str) -> list[tuple[str, RedactionAction]]:
    """The words under each redaction that is new since the decision, and what is done there."""
    found = zip(desk.redactions(meeting_id), desk.marks(meeting_id), strict=True)
    return [(words, one.action) for one, (words, _, _) in found if one.fresh]


@pytest.fixture
def decided(desk: DialogueDesk) -> str:
    """A meeting in which Haig, 黄华 and 강용철 are hidden."""
    meeting = desk.meet("Alexander Haig came, Haig left", "黄华说", "강용철은 왔다")
    desk.look(meeting, FULL_HAIG, HAIG, CHINESE, KOREAN)
    for one in {each.entity_id for each in desk.redactions(meeting)}:
        review.accept_entity(desk.vault, meeting, one, REMOVE, WHY)
    return meeting


def test_a_new_mention_is_hidden_as_soon_as_it_is_typed(desk: DialogueDesk, decided: str) -> None:
    recording = recorder(desk, decided)
    for line in ("then HAIG spoke of peace", "今天黄华来了", "강용철이 말했다", "nobody, a haigiography"):
        recording.keep(desk.vault, line, NOW, None)
    assert new(desk, decided) == [("HAIG", REMOVE), ("黄华", REMOVE), ("강용철", REMOVE)]


def test_the_longest_wording_is_hidden_once(desk: DialogueDesk, decided: str) -> None:
    recorder(desk, decided).keep(desk.vault, "so Alexander Haig wrote", NOW, None)
    assert new(desk, decided) == [("Alexander Haig", REMOVE)]


def test_edits_mends_and_what_is_added_are_looked_at_too(desk: DialogueDesk, decided: str) -> None:
    recording = recorder(desk, decided)
    recording.keep(desk.vault, "somebody spoke", NOW, None)
    entry = interventions.interventions(desk.vault, desk.sessions[decided].id)[-1]
    recording.edit(desk.vault, entry.id, "Haig spoke")
    recording.keep(desk.vault, "+ and Haig again", NOW, None)
    recording.keep(desk.vault, "s/spoke/spoke to Haig/", NOW, None)
    assert new(desk, decided) == [("Haig", REMOVE)] * 3
    assert not any(one.stale for one in desk.redactions(decided))


def test_what_is_undone_and_done_again_is_hidden_once(desk: DialogueDesk, decided: str) -> None:
    recording = recorder(desk, decided)
    recording.keep(desk.vault, "Haig spoke", NOW, None)
    before = desk.redactions(decided)
    recording.undo(desk.vault)
    assert new(desk, decided) == []
    recording.redo(desk.vault)
    assert desk.redactions(decided) == before
    recording.split(desk.vault, before[-1].place.id, 4)
    recording.undo(desk.vault)
    assert desk.redactions(decided) == before


def test_what_comes_back_after_the_decision_and_what_the_room_notes_are_looked_at(desk: DialogueDesk) -> None:
    meeting = desk.meet("Haig came")
    recording = recorder(desk, meeting)
    recording.keep(desk.vault, "Haig spoke", NOW, None)
    recording.undo(desk.vault)
    desk.look(meeting, HAIG)
    review.accept_entity(desk.vault, meeting, desk.entity("Haig"), REMOVE, WHY)
    recording.redo(desk.vault)
    recording.note(desk.vault, Note("Haig leaves", NOW))
    assert new(desk, meeting) == [("Haig", REMOVE)] * 2


def test_looking_through_the_record_leaves_it_as_it_is(desk: DialogueDesk, decided: str) -> None:
    recorder(desk, decided).keep(desk.vault, "Haig spoke", NOW, None)
    before = desk.redactions(decided)
    desk.look(decided, FULL_HAIG, HAIG, CHINESE, KOREAN)
    assert desk.redactions(decided) == before
    review.mark_seen(desk.vault, decided, [one.id for one in before])
    assert new(desk, decided) == []


def test_later_meetings_hide_it_too_and_earlier_ones_when_it_is_always_hidden(
    desk: DialogueDesk, decided: str
) -> None:
    earlier, later = desk.meet(year=1990), desk.meet()
    for meeting in (earlier, later):
        recorder(desk, meeting).keep(desk.vault, "Haig spoke", NOW, None)
    assert [len(desk.redactions(one)) for one in (earlier, later)] == [0, 1]
    assert new(desk, later) == []  # its review has not begun: there is nothing that it could be newer than
    teaching.always_hide(desk.vault, decided, desk.entity("Alexander Haig"), REMOVE, WHY)
    recorder(desk, earlier).keep(desk.vault, "Haig wrote", NOW, None)
    assert [words for words, _, _ in desk.marks(earlier)] == ["Haig"]


def test_what_is_shown_and_what_is_undecided_is_not_hidden(desk: DialogueDesk) -> None:
    meeting = desk.meet("Haig and Pak")
    desk.look(meeting, HAIG, Seen("Pak", "person:pak"))
    teaching.never_hide(desk.vault, meeting, desk.entity("Haig"))
    recorder(desk, meeting).keep(desk.vault, "Haig and Pak again", NOW, None)
    assert len(desk.redactions(meeting)) == 2


def test_a_wording_of_two_is_left_for_a_person(desk: DialogueDesk) -> None:
    meeting = desk.meet("Haig came", "Haig left")
    desk.look(meeting, HAIG)
    teaching.split_entity(desk.vault, meeting, desk.places(meeting, "Haig")[1:])
    teaching.always_hide(desk.vault, meeting, desk.entity("Haig"), REMOVE, WHY)
    recorder(desk, meeting).keep(desk.vault, "Haig again", NOW, None)
    assert len(desk.redactions(meeting)) == 2


def test_what_was_selected_by_hand_is_learned(desk: DialogueDesk) -> None:
    meeting = desk.meet("the Lantern Accord")
    place = intervention_place(interventions.interventions(desk.vault, desk.sessions[meeting].id)[0].id)
    wish = Wish(RedactionAction.GENERALISE, RedactionReason.OTHER, Category.ORGANISATION, "a paper")
    redact_selection(desk.vault, meeting, Selection(place, 4, 18), wish)
    recorder(desk, meeting).keep(desk.vault, "again the lantern accord", NOW, None)
    (made,) = [one for one in desk.redactions(meeting) if one.fresh]
    assert (made.replacement, made.category, made.state) == ("a paper", Category.ORGANISATION, HIDDEN)


def test_a_reviewed_meeting_is_open_again(desk: DialogueDesk, decided: str) -> None:
    entry = interventions.intervention(desk.vault, desk.note(decided, "somebody spoke"))
    meeting = meetings.meeting(desk.vault, decided)
    meetings.update_meeting(desk.vault, replace(meeting, state=MeetingState.REVIEWED))
    update_entry(desk.vault, decided, entry, replace(entry, text="Haig spoke"))
    assert new(desk, decided) == [("Haig", REMOVE)]
    assert meetings.meeting(desk.vault, decided).state is MeetingState.CLOSED


def test_an_edit_reopens_what_it_touches_and_nothing_else(desk: DialogueDesk) -> None:
    meeting = desk.meet("teh talk of Haig with Pak in Oslow", "Haig left")
    desk.look(meeting, HAIG, Seen("Pak", "person:pak"))
    review.accept(desk.vault, meeting, [one.id for one in desk.redactions(meeting)], REMOVE, WHY)
    entry = interventions.interventions(desk.vault, desk.sessions[meeting].id)[0]
    recording = recorder(desk, meeting)
    for text, touched in (
        ("the talk of Haig with Pak in Oslo", []),
        ("the talk of Haig with Pack in Oslo", ["Pack"]),
    ):
        recording.edit(desk.vault, entry.id, text)
        marks = zip(desk.redactions(meeting), desk.marks(meeting), strict=True)
        assert [words for one, (words, _, _) in marks if one.stale] == touched


def test_words_that_name_something_only_once_they_are_joined_are_hidden(desk: DialogueDesk) -> None:
    meeting = desk.meet("the Lantern Accord", "then the Lantern", "Accord holds")
    desk.look(meeting, Seen("Lantern Accord", "organisation:lantern accord", Category.ORGANISATION))
    review.accept_entity(desk.vault, meeting, desk.redactions(meeting)[0].entity_id, REMOVE, WHY)
    entries = interventions.interventions(desk.vault, desk.sessions[meeting].id)
    recorder(desk, meeting).join(desk.vault, [one.id for one in entries[1:]])
    assert new(desk, meeting) == [("Lantern Accord", REMOVE)]
