"""Everything that is kept comes back equal, through the vault, through a reader, and after a new unlock."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import GroundRule, MeetingState
from dialogue_notes.domain.profiles import STANDARD_PROFILES
from dialogue_notes.domain.record import Delegation, Meeting, Speaker
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import (
    attributions,
    counts,
    dialogues,
    drafts,
    entities,
    glossary,
    interventions,
    meetings,
    participants,
    people,
    profiles,
    record,
    redactions,
    summaries,
)
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Readable, Vault
from tests.support.filling import Filled, fill
from tests.support.vaults import new_vault, reopen


def _check(readable: Readable, filled: Filled) -> None:
    meeting_id = filled.meeting.id
    assert dialogues.dialogue(readable, filled.dialogue.id) == filled.dialogue
    assert dialogues.dialogues(readable) == (filled.dialogue,)
    assert dialogues.delegations(readable, filled.dialogue.id) == (filled.delegation,)
    assert meetings.meeting(readable, meeting_id) == filled.meeting
    assert meetings.session(readable, filled.session.id) == filled.session
    assert participants.participants(readable, meeting_id) == filled.participants
    assert participants.participant(readable, filled.participants[1].id) == filled.participants[1]
    assert interventions.interventions(readable, filled.session.id) == filled.interventions
    assert interventions.meeting_interventions(readable, meeting_id) == filled.interventions
    assert interventions.intervention(readable, filled.interventions[1].id) == filled.interventions[1]
    assert drafts.draft(readable, filled.session.id) == filled.draft
    assert glossary.terms(readable, filled.dialogue.id) == (filled.term,)
    assert glossary.declined(readable, filled.dialogue.id) == (filled.term.words,)
    assert entities.entities(readable, filled.dialogue.id) == (filled.entity,)
    assert redactions.redactions(readable, meeting_id) == (filled.redaction,)
    assert summaries.summary(readable, filled.summary.id) == filled.summary
    assert summaries.summaries(readable, meeting_id) == (filled.summary,)
    assert summaries.approvals(readable, filled.summary.id) == (filled.approval,)
    assert summaries.exports(readable, meeting_id) == summaries.exports(readable) == (filled.export,)
    speakers = attributions.speakers(readable, meeting_id)
    assert speakers == {entry.id: filled.speaker for entry in filled.interventions}


def test_everything_comes_back_equal(folder: Path) -> None:
    vault = new_vault(folder)
    filled = fill(vault, "ü\u2028\u00a0")
    _check(vault, filled)
    reader = vault.open_reader()
    _check(reader, filled)
    reader.close()
    vault.close()
    again = reopen(folder)
    _check(again, filled)
    again.close()


def test_a_meeting_record_holds_everything_of_the_meeting(vault: Vault) -> None:
    filled = fill(vault)
    whole = record.meeting_record(vault, filled.meeting.id)
    assert whole.dialogue == filled.dialogue
    assert whole.meeting == filled.meeting
    assert whole.delegations == (filled.delegation,)
    assert whole.participants == filled.participants
    assert whole.sessions == (filled.session,)
    assert [entry.intervention for entry in whole.entries] == list(filled.interventions)
    assert {entry.speaker for entry in whole.entries} == {filled.speaker}


def test_somebody_taken_off_the_roster_is_nobody_in_the_record(vault: Vault) -> None:
    filled = fill(vault)
    participants.remove_participant(vault, filled.participants[0].id)
    entries = record.meeting_record(vault, filled.meeting.id).entries
    assert {entry.speaker for entry in entries} == {Speaker(None, unsure=True)}


def test_changes_are_kept(vault: Vault) -> None:
    filled = fill(vault)
    dialogue = replace(filled.dialogue, title="Other", ground_rule=None)
    dialogues.update_dialogue(vault, dialogue)
    dialogues.rename_delegation(vault, filled.delegation.id, "South")
    meeting = Meeting(filled.meeting.id, filled.dialogue.id, "Bare", state=MeetingState.CLOSED)
    meetings.update_meeting(vault, meeting)
    session = replace(filled.session, position=9, ground_rule=GroundRule.NOT_FOR_REPORT)
    meetings.update_session(vault, session)
    person = replace(filled.participants[0], count=4, aliases=(), capacity=None, standing=None)
    participants.update_participant(vault, person)
    entity = replace(filled.entity, name="Other")
    entities.update_entity(vault, entity)
    redaction = replace(filled.redaction, stale=False, end=7)
    redactions.update_redactions(vault, (redaction,))
    summary = replace(filled.summary, title="Other", profile="wide", auto_accepted=False)
    summaries.update_summary(vault, summary)
    assert dialogues.dialogue(vault, dialogue.id) == dialogue
    assert dialogues.delegations(vault, dialogue.id) == (
        Delegation(filled.delegation.id, dialogue.id, "South"),
    )
    assert meetings.meeting(vault, meeting.id) == meeting
    assert meetings.sessions(vault, meeting.id) == (session,)
    assert participants.participants(vault, meeting.id)[0] == person
    assert entities.entities(vault, dialogue.id) == (entity,)
    assert redactions.redactions(vault, meeting.id) == (redaction,)
    assert summaries.summary(vault, summary.id) == summary


def test_what_is_removed_is_gone_and_the_export_register_stays(vault: Vault) -> None:
    filled = fill(vault)
    redactions.remove_redactions(vault, [filled.redaction.id, new_id()])
    drafts.clear_draft(vault, filled.session.id)
    summaries.replace_sections(vault, filled.summary.id, ())
    assert redactions.redactions(vault, filled.meeting.id) == ()
    assert drafts.draft(vault, filled.session.id) is None
    assert summaries.summary(vault, filled.summary.id).sections == ()
    meetings.remove_session(vault, filled.session.id)
    assert meetings.sessions(vault, filled.meeting.id) == ()
    assert summaries.exports(vault) == (filled.export,)


def test_what_is_not_there_is_named(vault: Vault) -> None:
    filled = fill(vault)
    nowhere = new_id()
    for look in (
        lambda: dialogues.dialogue(vault, nowhere),
        lambda: meetings.meeting(vault, nowhere),
        lambda: meetings.session(vault, nowhere),
        lambda: participants.participant(vault, nowhere),
        lambda: interventions.intervention(vault, nowhere),
        lambda: summaries.summary(vault, nowhere),
        lambda: profiles.profile(vault, "nobody"),
        lambda: dialogues.update_dialogue(vault, replace(filled.dialogue, id=nowhere)),
        lambda: dialogues.rename_delegation(vault, nowhere, "x"),
        lambda: meetings.update_meeting(vault, replace(filled.meeting, id=nowhere)),
        lambda: meetings.update_session(vault, replace(filled.session, id=nowhere)),
        lambda: meetings.remove_session(vault, nowhere),
        lambda: participants.update_participant(vault, replace(filled.participants[0], id=nowhere)),
        lambda: participants.remove_participant(vault, nowhere),
        lambda: interventions.update_intervention(vault, replace(filled.interventions[0], id=nowhere)),
        lambda: entities.update_entity(vault, replace(filled.entity, id=nowhere)),
        lambda: redactions.update_redactions(vault, (replace(filled.redaction, id=nowhere),)),
        lambda: summaries.update_summary(vault, replace(filled.summary, id=nowhere)),
    ):
        with pytest.raises(KnownError) as refused:
            look()
        assert refused.value.code is ErrorCode.NOT_FOUND


def test_a_dialogue_is_found_by_its_title(vault: Vault) -> None:
    filled = fill(vault)
    assert dialogues.dialogue_titled(vault, filled.dialogue.title) == filled.dialogue
    assert dialogues.dialogue_titled(vault, "another") is None


def test_a_new_vault_has_the_standard_profiles_and_its_first_person(vault: Vault) -> None:
    assert profiles.profiles(vault) == STANDARD_PROFILES
    assert profiles.profile(vault, "wide") == STANDARD_PROFILES[2]
    assert people.people(vault) == (vault.person,)
    assert people.names(vault)[vault.person.slot_id] == "Ada Holm"


def test_counts_are_by_meeting(vault: Vault) -> None:
    filled = fill(vault)
    meeting_id = filled.meeting.id
    assert counts.entries_by_meeting(vault) == {meeting_id: 2}
    assert counts.people_by_meeting(vault) == {meeting_id: 4}
    assert counts.sessions_by_meeting(vault) == {meeting_id: 1}
    assert interventions.count_interventions(vault, meeting_id) == 2
    assert interventions.next_sequence(vault, filled.session.id) == 3


def test_editing_an_entry_marks_points_written_from_it_stale(vault: Vault) -> None:
    filled = fill(vault)
    section = filled.summary.sections[0]
    fresh = replace(section, points=tuple(replace(point, stale=False) for point in section.points))
    summaries.replace_sections(vault, filled.summary.id, (fresh,))
    interventions.update_intervention(vault, replace(filled.interventions[0], text="changed"))
    points = summaries.summary(vault, filled.summary.id).sections[0].points
    assert [point.stale for point in points] == [False, True]
