"""Titles and headings that people type for summaries: looked through, listed, decided, obeyed, and followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.cli.places import inline_places
from dialogue_notes.domain.codes import Kind, MeetingState, RedactionAction, RedactionReason, RedactionState
from dialogue_notes.domain.dangers.danger import DangerKind
from dialogue_notes.domain.places import heading_place, summary_title_place, written_words
from dialogue_notes.domain.redaction import Place, Redaction
from dialogue_notes.domain.summary import Summary, SummarySection
from dialogue_notes.export.formats import Format
from dialogue_notes.services import dangers, exports
from dialogue_notes.services import summary_editing as editing
from dialogue_notes.services.meetings import add_session, remove_session
from dialogue_notes.services.reviewing import review
from dialogue_notes.services.reviewing.point_following import has_new_words
from dialogue_notes.services.reviewing.states import review_state
from dialogue_notes.services.summaries import start_summary, summary_state
from dialogue_notes.storage import interventions, meetings
from dialogue_notes.storage import redactions as stored
from dialogue_notes.storage import summaries as stored_summaries
from dialogue_notes.storage.record import meeting_record
from tests.support.dialogue_desk import DialogueDesk
from tests.support.reading_exports import everything_in

PSEUDONYM, WHY = RedactionAction.PSEUDONYMISE, RedactionReason.THIRD_PERSON_IDENTITY
TITLE = "What was heard of Dr. Vothrekk"
HEADING = "Questions of Professor Aldermossen"


class Typed:
    """A meeting with a summary whose title and one heading name people who are on no roster."""

    def __init__(self, desk: DialogueDesk) -> None:
        self.desk, self.vault = desk, desk.vault
        self.meeting = desk.meet("Nothing was settled.")
        self.summary = start_summary(self.vault, self.meeting, "wide")
        editing.change_head(self.vault, self.summary, title=TITLE)
        change = editing.add_section(self.vault, self.summary, HEADING)
        self.section = change.after.sections[0].id
        editing.write_point(self.vault, self.summary, self.section, "Nothing more was said.")
        self.title = summary_title_place(self.summary)
        self.heading = heading_place(self.section)

    def look(self) -> None:
        with inline_places() as places:
            review.refresh_suggestions(self.vault, places, self.meeting)

    def marks(self, place: Place) -> list[Redaction]:
        return list(stored.redactions_at(self.vault, self.meeting, place))

    def accept(self, place: Place) -> None:
        for one in self.marks(place):
            review.accept_entity(self.vault, self.meeting, one.entity_id, PSEUDONYM, WHY)

    def whys(self) -> list[str]:
        return [str(one) for one in summary_state(self.vault, self.summary).reasons]


@pytest.fixture
def typed(tmp_path: Path) -> Iterator[Typed]:
    desk = DialogueDesk(tmp_path / "one.vault")
    yield Typed(desk)
    desk.vault.close()


def test_names_in_title_and_heading_are_proposed_wait_and_stand_as_labels_in_all_formats(
    typed: Typed, tmp_path: Path
) -> None:
    typed.look()
    cards = review_state(typed.vault, typed.meeting).entities
    assert {"Dr. Vothrekk", "Professor Aldermossen"} <= {one.text for card in cards for one in card.places}
    assert typed.whys() == [
        "the summary's title: a place is undecided",
        "the title of section 1: a place is undecided",
    ]
    typed.accept(typed.title)
    typed.accept(typed.heading)
    with inline_places() as places:
        made = exports.export_summary(
            typed.vault, places, typed.summary, tuple(Format), tmp_path, draft=True, overwrite=False
        )
    assert len(made) == 5
    for path in made:
        texts = [text for _, text in everything_in(path)]
        for label in ("What was heard of Person 01", "Questions of Person 02"):
            assert any(label in " ".join(text.split()) for text in texts), (path.suffix, label)
        assert not any("Vothrekk" in text or "Aldermossen" in text for text in texts), path.suffix


def test_they_are_called_what_they_are(typed: Typed) -> None:
    words = written_words(meeting_record(typed.vault, typed.meeting))
    assert list(words.values()) == ["title", "heading 1", "point 1"]
    assert list(words)[:2] == [typed.title, typed.heading]


def test_marks_follow_edits_and_come_back_with_undo(typed: Typed) -> None:
    typed.look()
    typed.accept(typed.heading)
    editing.rename_section(typed.vault, typed.summary, typed.section, f"More {HEADING}")
    (moved,) = typed.marks(typed.heading)
    assert (f"More {HEADING}"[moved.start : moved.end], moved.stale) == ("Professor Aldermossen", False)
    editing.rename_section(typed.vault, typed.summary, typed.section, "More of Professor Aldermosse")
    assert [one.stale for one in typed.marks(typed.heading)] == [True]
    gone = editing.remove_section(typed.vault, typed.summary, typed.section)
    assert typed.marks(typed.heading) == []
    editing.undo_change(typed.vault, gone)
    assert [one.state for one in typed.marks(typed.heading)] == [RedactionState.ACCEPTED]
    editing.change_head(typed.vault, typed.summary, title="")
    assert typed.marks(typed.title) == []


def test_what_is_hidden_is_hidden_in_a_title_that_is_typed_later_and_opens_the_review(typed: Typed) -> None:
    typed.look()
    typed.accept(typed.heading)
    reviewed = replace(meetings.meeting(typed.vault, typed.meeting), state=MeetingState.REVIEWED)
    meetings.update_meeting(typed.vault, reviewed)
    editing.change_head(typed.vault, typed.summary, title="Professor Aldermossen, once more")
    assert [one.state for one in typed.marks(typed.title)] == [RedactionState.ACCEPTED]
    assert meetings.meeting(typed.vault, typed.meeting).state is MeetingState.CLOSED


def test_a_name_in_a_heading_opens_a_reviewed_meeting_when_it_is_found(typed: Typed) -> None:
    reviewed = replace(meetings.meeting(typed.vault, typed.meeting), state=MeetingState.REVIEWED)
    meetings.update_meeting(typed.vault, reviewed)
    typed.look()
    assert meetings.meeting(typed.vault, typed.meeting).state is MeetingState.CLOSED


def test_headings_of_sessions_are_no_texts_of_their_own(typed: Typed) -> None:
    summary = stored_summaries.summary(typed.vault, typed.summary)
    session = typed.desk.sessions[typed.meeting]
    standing = SummarySection("standing", typed.summary, 1, session.title, session.id)
    assert not has_new_words(summary, replace(summary, sections=(*summary.sections, standing)))


def test_a_heading_that_its_session_leaves_behind_is_looked_at_for_what_is_hidden(typed: Typed) -> None:
    typed.look()
    typed.accept(typed.heading)
    session = add_session(typed.vault, typed.meeting, "Reply to Professor Aldermossen")

    def with_section(summary: Summary) -> Summary:
        section = SummarySection("left", summary.id, 1, session.title, session.id)
        return replace(summary, sections=(*summary.sections, section))

    editing.change_summary(typed.vault, typed.summary, with_section)
    assert typed.marks(heading_place("left")) == []
    remove_session(typed.vault, session.id)
    assert [one.state for one in typed.marks(heading_place("left"))] == [RedactionState.ACCEPTED]


def test_a_quotation_that_nobody_allowed_is_a_danger_in_a_heading_too(typed: Typed) -> None:
    quoted = interventions.interventions(typed.vault, typed.desk.sessions[typed.meeting].id)[0]
    text = "We will never leave the valley"
    interventions.update_intervention(typed.vault, replace(quoted, kind=Kind.QUOTE, text=text))
    editing.rename_section(typed.vault, typed.summary, typed.section, f"They said: {text}")
    shown = dangers.dangers_shown(typed.vault, typed.meeting).dangers
    assert typed.heading in [one.found.place for one in shown if one.found.kind is DangerKind.QUOTE]
