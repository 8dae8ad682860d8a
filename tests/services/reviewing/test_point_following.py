"""Points written for summaries: looked through, listed, decided, and followed like every other text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.cli.places import inline_places
from dialogue_notes.domain.codes import (
    MeetingState,
    RedactionAction,
    RedactionReason,
    RedactionState,
)
from dialogue_notes.domain.redaction import PlaceKind, Redaction
from dialogue_notes.services import summary_editing as editing
from dialogue_notes.services.reviewing import review
from dialogue_notes.services.reviewing.states import review_state
from dialogue_notes.services.summaries import start_summary, summary_state
from dialogue_notes.storage import meetings
from dialogue_notes.storage import redactions as stored
from tests.support.dialogue_desk import DialogueDesk

PSEUDONYM, WHY = RedactionAction.PSEUDONYMISE, RedactionReason.THIRD_PERSON_IDENTITY
WRITTEN = "Most agreed; Dr. Vothrekk did not."


class Written:
    """A meeting with a summary that has one written point."""

    def __init__(self, desk: DialogueDesk, text: str = WRITTEN) -> None:
        self.desk, self.vault = desk, desk.vault
        self.meeting = desk.meet("Nothing was settled.")
        self.summary = start_summary(self.vault, self.meeting, "wide")
        change = editing.add_section(self.vault, self.summary, "What was said")
        self.section = change.after.sections[0].id
        change = editing.write_point(self.vault, self.summary, self.section, text)
        self.point = change.after.sections[0].points[0].id

    def look(self) -> None:
        with inline_places() as places:
            review.refresh_suggestions(self.vault, places, self.meeting)

    def marks(self) -> list[Redaction]:
        found = stored.redactions(self.vault, self.meeting)
        return [one for one in found if one.place.kind is PlaceKind.POINT]

    def words(self) -> list[str]:
        summary = summary_state(self.vault, self.summary).material.summary
        text = summary.sections[0].points[0].text or ""
        return [text[one.start : one.end] for one in self.marks()]

    def accept_all(self) -> None:
        ids = [one.id for one in self.marks()]
        review.accept(self.vault, self.meeting, ids, PSEUDONYM, WHY)

    def exported(self) -> str:
        state = summary_state(self.vault, self.summary)
        assert state.sanitised is not None, state.reasons
        (point,) = state.sanitised.sections[0].points
        return "".join(run.text for run in point.runs)


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Written]:
    desk = DialogueDesk(tmp_path / "one.vault")
    yield Written(desk)
    desk.vault.close()


def test_a_written_point_is_looked_through_and_its_export_waits_for_the_decision(written: Written) -> None:
    written.look()
    assert written.words() == ["Dr. Vothrekk"]
    cards = review_state(written.vault, written.meeting).entities
    assert "Dr. Vothrekk" in [one.text for card in cards for one in card.places]
    state = summary_state(written.vault, written.summary)
    assert state.sanitised is None
    assert any("undecided" in one.why for one in state.reasons)
    written.accept_all()
    assert written.exported() == "Most agreed; Person 01 did not."


def test_a_mark_follows_the_edits_of_its_point_and_is_outdated_by_those_inside(written: Written) -> None:
    written.look()
    written.accept_all()
    editing.change_point(written.vault, written.summary, written.point, text=f"In the end, {WRITTEN}")
    assert (written.words(), written.marks()[0].stale) == (["Dr. Vothrekk"], False)
    editing.change_point(
        written.vault, written.summary, written.point, text="In the end, Dr. Vothrekkson did not."
    )
    assert [one.stale for one in written.marks()] == [True]


def test_what_is_hidden_is_hidden_in_a_point_written_later_and_comes_back_with_undo(written: Written) -> None:
    written.look()
    written.accept_all()
    taken = editing.remove_point(written.vault, written.summary, written.point)
    assert written.marks() == []
    editing.undo_change(written.vault, taken)
    assert [one.state for one in written.marks()] == [RedactionState.ACCEPTED]
    review.accept_entity(written.vault, written.meeting, written.marks()[0].entity_id, PSEUDONYM, WHY)
    editing.write_point(written.vault, written.summary, written.section, "Again, Dr. Vothrekk was absent.")
    assert len(written.marks()) == 2
    assert {one.state for one in written.marks()} == {RedactionState.ACCEPTED}


def test_a_point_that_names_nobody_leaves_a_reviewed_meeting_reviewed(written: Written) -> None:
    reviewed = replace(meetings.meeting(written.vault, written.meeting), state=MeetingState.REVIEWED)
    meetings.update_meeting(written.vault, reviewed)
    editing.write_point(written.vault, written.summary, written.section, "Nothing more.")
    assert meetings.meeting(written.vault, written.meeting).state is MeetingState.REVIEWED
    written.look()  # and finds the name in the first point
    assert meetings.meeting(written.vault, written.meeting).state is MeetingState.CLOSED
