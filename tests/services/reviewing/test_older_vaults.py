"""A vault of every earlier version is reviewed like one that was made today."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import RedactionAction, RedactionReason
from dialogue_notes.domain.comments import About
from dialogue_notes.domain.dangers.checklist import ChecklistItem
from dialogue_notes.domain.places import intervention_place
from dialogue_notes.services import checklist, comments, dangers
from dialogue_notes.services.reviewing import history, review
from dialogue_notes.services.reviewing.states import review_state
from dialogue_notes.services.reviewing.suggestions import keep_suggestions
from dialogue_notes.services.striking import strike
from dialogue_notes.services.worker.detection_jobs import SUGGEST
from dialogue_notes.storage import dialogues, interventions, meetings, papers
from dialogue_notes.storage.vault import unlock
from dialogue_notes.storage.verification import verify
from tests.support.sample_vault import PASSPHRASE
from tests.support.vaults import CHEAP

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "vaults"


@pytest.mark.parametrize("sample", ["version-1", "version-2"])
def test_what_was_noted_before_the_room_was_there_is_reviewed_in_it(tmp_path: Path, sample: str) -> None:
    folder = tmp_path / sample
    shutil.copytree(SAMPLES / sample, folder)
    vault = unlock(folder, bytearray(PASSPHRASE, "utf-8"), minimum=CHEAP)
    (dialogue,) = dialogues.dialogues(vault)
    (meeting,) = meetings.meetings(vault, dialogue.id)
    entry = interventions.meeting_interventions(vault, meeting.id)[0].id
    assert all(one.phrases == () for one in papers.papers(vault, meeting.id))

    before = review_state(vault, meeting.id)
    task = review.suggestion_task(vault, meeting.id)
    keep_suggestions(vault, task.record, SUGGEST.function(task, lambda _done, _total: None))
    state = review_state(vault, meeting.id)
    assert {one.entity.id for one in before.entities} <= {one.entity.id for one in state.entities}
    for one in state.entities:
        review.accept_entity(vault, meeting.id, one.entity.id, RedactionAction.REMOVE, RedactionReason.OTHER)
    comments.begin(vault, meeting.id, About(intervention_place(entry)), "Who?")
    rests_on = checklist.checklist_shown(vault, meeting.id).rests_on
    checklist.answer(vault, meeting.id, ChecklistItem.STYLE, rests_on, is_yes=False)
    dangers.dangers_shown(vault, meeting.id)
    assert review_state(vault, meeting.id).waiting == 0
    while history.undo(vault, meeting.id) is not None:
        pass
    assert review_state(vault, meeting.id) == state
    strike(vault, [entry])
    assert verify(vault) == ()
    vault.close()
