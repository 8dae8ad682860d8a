from __future__ import annotations

from datetime import datetime
from pathlib import Path

from dialogue_notes.detection.surroundings import Surroundings
from dialogue_notes.domain.papers import Paper
from dialogue_notes.domain.record import Meeting, Participant
from dialogue_notes.services.reviewing import review
from dialogue_notes.services.worker.detection_jobs import SUGGEST, SuggestionTask
from dialogue_notes.services.worker.encoding import decode, encode
from dialogue_notes.storage import meetings, papers, participants
from dialogue_notes.storage.identifiers import new_id
from tests.support.reviewing import Desk, make_desk


def earlier_meeting(desk: Desk) -> Participant:
    """Another meeting of the same dialogue, with one participant and one paper."""
    here = meetings.meeting(desk.vault, desk.meeting_id)
    before = Meeting(new_id(), here.dialogue_id, "Before")
    meetings.add_meeting(desk.vault, before)
    person = Participant(new_id(), before.id, 0, "Ioan Ardelean", code="ia")
    participants.add_participant(desk.vault, person)
    at = datetime(2024, 5, 12, 9, 30)  # noqa: DTZ001 - the clock on the wall
    papers.add_paper(
        desk.vault, Paper(new_id(), before.id, None, "Second draft on the zone", handed_out_at=at)
    )
    return person


def test_detection_is_told_who_was_at_the_dialogues_other_meetings_and_which_papers_went_round(
    tmp_path: Path,
) -> None:
    desk = make_desk(tmp_path / "v.vault")
    assert review.suggestion_task(desk.vault, desk.meeting_id).around == Surroundings()
    person = earlier_meeting(desk)
    task = review.suggestion_task(desk.vault, desk.meeting_id)
    assert [one.name for one in task.around.others] == [person.name]
    assert [one.title for one in task.around.papers] == ["Second draft on the zone"]
    assert "zone" not in repr(task)
    desk.vault.close()


def test_the_task_reaches_the_worker_as_it_is(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "v.vault")
    earlier_meeting(desk)
    task = review.suggestion_task(desk.vault, desk.meeting_id)
    assert decode(encode(task), SuggestionTask) == task
    assert SUGGEST.argument_type is SuggestionTask
    desk.vault.close()
