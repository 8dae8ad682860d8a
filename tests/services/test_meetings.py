from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import GroundRule, MeetingState, SidesAgreement
from dialogue_notes.domain.record import (
    Agreements,
    Consent,
    Dialogue,
    Intervention,
    Meeting,
    Participant,
    Session,
    Speaker,
)
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import meetings as services
from dialogue_notes.storage import attributions, audit, dialogues, interventions, meetings, participants
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault
from tests.support.filling import fill
from tests.support.vaults import new_vault


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made = new_vault(tmp_path / "test.vault")
    yield made
    made.close()


@pytest.fixture
def dialogue(vault: Vault) -> Dialogue:
    return services.create_dialogue(vault, " Lakeside talks ")


@pytest.fixture
def meeting(vault: Vault, dialogue: Dialogue) -> Meeting:
    return services.create_meeting(vault, dialogue.id, "First round", date=date(2026, 3, 4), place=" Geneva ")


@pytest.fixture
def session(vault: Vault, meeting: Meeting) -> Session:
    return services.add_session(vault, meeting.id, "Opening")


def _person(meeting: Meeting, name: str, code: str = "", count: int = 1) -> Participant:
    return Participant("", meeting.id, 0, name, code=code, count=count)


def test_the_overview_lists_dialogues_with_their_meetings_and_counts(vault: Vault, meeting: Meeting) -> None:
    services.create_dialogue(vault, "Empty")
    filled = fill(vault)
    overview = services.list_overview(vault)
    assert [one.dialogue.title for one in overview] == ["Lakeside talks", "Empty", "Dialogue text"]
    assert overview[0].meetings == (services.MeetingOverview(meeting, 0, 0, 0),)
    assert overview[1].meetings == ()
    assert overview[2].meetings == (services.MeetingOverview(filled.meeting, 2, 4, 1),)


def test_titles_are_needed(vault: Vault, dialogue: Dialogue, meeting: Meeting, session: Session) -> None:
    for attempt in (
        lambda: services.create_dialogue(vault, " "),
        lambda: services.rename_dialogue(vault, dialogue.id, ""),
        lambda: services.create_meeting(vault, dialogue.id, "\t"),
        lambda: services.change_meeting(vault, replace(meeting, title="")),
        lambda: services.add_session(vault, meeting.id, ""),
        lambda: services.change_session(vault, replace(session, title=" ")),
        lambda: services.add_delegation(vault, dialogue.id, ""),
        lambda: services.add_participant(vault, _person(meeting, "")),
    ):
        with pytest.raises(KnownError) as refused:
            attempt()
        assert refused.value.code is ErrorCode.BAD_FIELD


def test_a_meeting_ends_no_earlier_than_it_begins(vault: Vault, dialogue: Dialogue, meeting: Meeting) -> None:
    with pytest.raises(KnownError):
        services.change_meeting(vault, replace(meeting, end_date=date(2026, 3, 3)))
    with pytest.raises(KnownError):
        services.create_meeting(vault, dialogue.id, "x", date=date(2026, 2, 1), end_date=date(2026, 1, 1))
    assert services.change_meeting(vault, replace(meeting, end_date=date(2026, 3, 4))).end_date


def test_changing_a_meeting_leaves_rule_agreements_and_state_alone(vault: Vault, meeting: Meeting) -> None:
    bold = replace(
        meeting,
        title="Second round",
        ground_rule=GroundRule.ON_RECORD,
        agreements=Agreements(SidesAgreement.NAMED),
        state=MeetingState.RELEASED,
    )
    changed = services.change_meeting(vault, bold)
    assert changed == replace(meeting, title="Second round")
    assert meetings.meeting(vault, meeting.id) == changed


def test_a_side_of_the_same_name_is_the_same_side(vault: Vault, dialogue: Dialogue) -> None:
    north = services.add_delegation(vault, dialogue.id, "North")
    assert services.add_delegation(vault, dialogue.id, " north ") == north
    services.rename_delegation(vault, north.id, "Far North")
    assert [one.name for one in dialogues.delegations(vault, dialogue.id)] == ["Far North"]


def test_loosening_needs_a_reason_and_tightening_does_not(
    vault: Vault, dialogue: Dialogue, meeting: Meeting, session: Session
) -> None:
    entry = Intervention(new_id(), session.id, 1, fill(vault).interventions[0].kind, "words")
    interventions.add_intervention(vault, entry)
    for target in (dialogue, meeting, session, entry):
        services.set_rule(vault, target, GroundRule.OFF_RECORD)
        with pytest.raises(KnownError) as refused:
            services.set_rule(vault, target, GroundRule.CHATHAM_HOUSE, "  ")
        assert refused.value.code is ErrorCode.REASON_NEEDED
    assert dialogues.dialogue(vault, dialogue.id).ground_rule is GroundRule.OFF_RECORD
    assert meetings.meeting(vault, meeting.id).ground_rule is GroundRule.OFF_RECORD
    assert meetings.session(vault, session.id).ground_rule is GroundRule.OFF_RECORD
    assert interventions.intervention(vault, entry.id).rule is GroundRule.OFF_RECORD
    services.set_rule(vault, session, GroundRule.ON_RECORD, "the chairs agreed")
    last = audit.entries(vault)[-1]
    assert last.code == "rule_loosened"
    assert dict(last.facts) == {
        "session": session.id,
        "rule": "on_record",
        "before": "off_record",
        "reason": "the chairs agreed",
    }


def test_a_rule_taken_away_counts_as_the_rule_that_holds_then(
    vault: Vault, meeting: Meeting, session: Session
) -> None:
    services.set_rule(vault, session, GroundRule.NOT_FOR_REPORT)
    with pytest.raises(KnownError):
        services.set_rule(vault, session, None)
    services.set_rule(vault, meeting, GroundRule.NOT_FOR_REPORT)
    services.set_rule(vault, session, None)
    assert meetings.session(vault, session.id).ground_rule is None


def test_only_the_id_of_the_target_counts(vault: Vault, session: Session) -> None:
    services.set_rule(
        vault, replace(session, title="stale", ground_rule=GroundRule.ON_RECORD), GroundRule.OFF_RECORD
    )
    kept = meetings.session(vault, session.id)
    assert (kept.title, kept.ground_rule) == ("Opening", GroundRule.OFF_RECORD)


def test_agreements_are_kept_and_logged(vault: Vault, meeting: Meeting) -> None:
    agreements = Agreements(
        SidesAgreement.ONE_SIDE, attendance=True, sides_consent=Consent("both heads", "Tuesday")
    )
    services.set_agreements(vault, meeting.id, agreements)
    assert meetings.meeting(vault, meeting.id).agreements == agreements
    assert dict(audit.entries(vault)[-1].facts)["sides"] == "one_side"


def test_a_meeting_is_closed_and_opened_again(vault: Vault, meeting: Meeting) -> None:
    assert services.close_meeting(vault, meeting.id).state is MeetingState.CLOSED
    assert services.reopen_meeting(vault, meeting.id).state is MeetingState.OPEN
    assert [entry.code for entry in audit.entries(vault)][-2:] == ["meeting_closed", "meeting_reopened"]


def test_sessions_keep_their_order(vault: Vault, meeting: Meeting) -> None:
    titles = ["A", "B", "C", "D"]
    made = [services.add_session(vault, meeting.id, title) for title in titles]
    services.move_session(vault, made[3].id, 1)
    services.move_session(vault, made[0].id, 99)
    assert [one.title for one in meetings.sessions(vault, meeting.id)] == ["D", "B", "C", "A"]
    services.remove_session(vault, made[1].id)
    left = meetings.sessions(vault, meeting.id)
    assert [(one.title, one.position) for one in left] == [("D", 1), ("C", 2), ("A", 3)]


def test_a_session_with_entries_stays(vault: Vault) -> None:
    filled = fill(vault)
    with pytest.raises(KnownError) as refused:
        services.remove_session(vault, filled.session.id)
    assert refused.value.code is ErrorCode.BAD_FIELD


@pytest.mark.parametrize("time", ["9", "24:00", "10:60", "ten", "1:2", "١٠:٠٠", "10:00:00"])
def test_a_planned_time_must_be_one(vault: Vault, meeting: Meeting, time: str) -> None:
    with pytest.raises(KnownError) as refused:
        services.add_session(vault, meeting.id, "x", planned_start=time)
    assert refused.value.details["field"] == "start"


def test_planned_times_are_written_alike(vault: Vault, session: Session) -> None:
    changed = services.change_session(vault, replace(session, planned_start=" 9:05 ", planned_end="23:59"))
    assert (changed.planned_start, changed.planned_end) == ("09:05", "23:59")
    assert meetings.session(vault, session.id) == changed


def test_every_participant_gets_a_typing_code_of_their_own(vault: Vault, meeting: Meeting) -> None:
    names = ["Kang Yong-chol", "Kim Young-chul", "강용철", "Kang Yong-chol", "Ada Holm"]
    people = [services.add_participant(vault, _person(meeting, name)) for name in names]
    codes = [person.code for person in people]
    assert codes[0] == "kyc"
    assert len(set(codes)) == len(names)
    assert [person.position for person in people] == [1, 2, 3, 4, 5]
    assert participants.participants(vault, meeting.id) == tuple(people)


def test_a_code_that_somebody_else_has_is_refused(vault: Vault, meeting: Meeting) -> None:
    services.add_participant(vault, _person(meeting, "Ada", "ah"))
    other = services.add_participant(vault, _person(meeting, "Bo", "bo"))
    with pytest.raises(KnownError) as refused:
        services.add_participant(vault, _person(meeting, "Cy", " AH "))
    assert refused.value.details["field"] == "typing code"
    for changed in (replace(other, code="ah"), replace(other, count=0)):
        with pytest.raises(KnownError) as refused:
            services.change_participant(vault, changed)
        assert refused.value.code is ErrorCode.BAD_FIELD
    assert services.change_participant(vault, replace(other, name="Bo Lind")).code == "bo"


def test_somebody_who_spoke_stays_on_the_roster(vault: Vault) -> None:
    filled = fill(vault)
    spoke, silent = filled.participants
    with pytest.raises(KnownError) as refused:
        services.remove_participant(vault, spoke.id)
    assert refused.value.code is ErrorCode.BAD_FIELD
    services.remove_participant(vault, silent.id)
    for entry in filled.interventions:
        attributions.set_speaker(vault, filled.meeting.id, entry.id, Speaker())
    services.remove_participant(vault, spoke.id)
    assert participants.participants(vault, filled.meeting.id) == ()
