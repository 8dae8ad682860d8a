"""Settled dangers, answers and consents in the history of a review: one order with the decisions, over a lock too."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import Kind, MeetingState
from dialogue_notes.domain.dangers.checklist import ChecklistItem
from dialogue_notes.domain.dangers.danger import DangerKind
from dialogue_notes.domain.record import Consent
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services import checklist, dangers, entry_remedies, quote_consents
from dialogue_notes.services.entry_updates import update_entry
from dialogue_notes.services.recording import history as recording_history
from dialogue_notes.services.reviewing import history, review
from dialogue_notes.services.reviewing import steps as words
from dialogue_notes.services.striking import strike
from dialogue_notes.storage import checklist as stored_answers
from dialogue_notes.storage import dangers as stored_dangers
from dialogue_notes.storage import interventions, meetings, redactions
from dialogue_notes.storage import quote_consents as stored_consents
from dialogue_notes.storage.vault import Vault
from tests.services.test_dangers import only
from tests.support.reviewing import GIVEN, Desk, decide_all, look, make_desk, settle_rest
from tests.support.vaults import reopen


def state(desk: Desk, quote: str) -> tuple[object, ...]:
    """Everything that the acts of this file may change."""
    vault, meeting_id = desk.vault, desk.meeting_id
    entry = interventions.intervention(vault, quote)
    return (
        stored_dangers.settled(vault, meeting_id),
        stored_answers.answers(vault, meeting_id),
        stored_consents.consents(vault, meeting_id),
        (entry.kind, entry.consent),
        interventions.intervention(vault, desk.entries[5]).read_back,
        tuple((one.id, one.state) for one in redactions.redactions(vault, meeting_id)),
    )


def answer(desk: Desk, item: ChecklistItem, note: str = "") -> None:
    rests_on = checklist.checklist_shown(desk.vault, desk.meeting_id).rests_on
    checklist.answer(desk.vault, desk.meeting_id, item, rests_on, is_yes=bool(note), note=note)


def act(desk: Desk, quote: str) -> list[str]:
    """One act of each kind, with decisions between them; what each was."""
    vault, meeting_id = desk.vault, desk.meeting_id
    look(desk)
    places = [one.id for one in redactions.redactions(vault, meeting_id)]
    dangers.settle(vault, meeting_id, only(desk, DangerKind.NOT_READ_BACK).found, "the chairs confirmed it")
    review.reject(vault, meeting_id, places[:1])
    answer(desk, ChecklistItem.STYLE)
    answer(desk, ChecklistItem.STYLE, "recast entry 2")
    quote_consents.note_consent(vault, quote, GIVEN)
    review.reject(vault, meeting_id, places[1:2])
    (consent,) = stored_consents.consents(vault, meeting_id)
    quote_consents.revoke_consent(vault, quote, consent.id)
    entry_remedies.mark_read_back(vault, desk.entries[5])
    entry_remedies.report_speech(vault, quote)
    (settled,) = stored_dangers.settled(vault, meeting_id)
    dangers.reopen(vault, meeting_id, settled.id)
    return [
        words.DANGER_SETTLED,
        words.REJECTED,
        words.ANSWERED,
        words.ANSWERED,
        words.CONSENT_NOTED,
        words.REJECTED,
        words.CONSENT_REVOKED,
        words.READ_BACK,
        words.REPORTED,
        words.DANGER_REOPENED,
    ]


def test_every_act_is_taken_back_and_done_again_in_one_order_with_the_decisions(
    desk: Desk, quote: str
) -> None:
    look(desk)
    before = state(desk, quote)
    done = act(desk, quote)
    after = state(desk, quote)
    states = [after]
    for what in reversed(done):
        assert history.history(desk.vault, desk.meeting_id).undo == what
        taken = history.undo(desk.vault, desk.meeting_id)
        assert taken is not None
        assert (taken.what, taken.left) == (what, 0)
        states.append(state(desk, quote))
    assert states[-1] == before
    assert history.undo(desk.vault, desk.meeting_id) is None
    for what in done:
        assert state(desk, quote) == states.pop()
        again = history.redo(desk.vault, desk.meeting_id)
        assert again is not None
        assert again.what == what
    assert state(desk, quote) == after
    assert history.redo(desk.vault, desk.meeting_id) is None


def test_they_are_taken_back_after_the_vault_was_locked(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "v.vault")
    answer(desk, ChecklistItem.STYLE, "recast entry 2")
    dangers.settle(desk.vault, desk.meeting_id, only(desk, DangerKind.NOT_READ_BACK).found, "seen")
    desk.vault.close()
    with closing(reopen(tmp_path / "v.vault")) as vault:
        assert (undone := history.undo(vault, desk.meeting_id)) is not None
        assert undone.what == words.DANGER_SETTLED
        assert stored_dangers.settled(vault, desk.meeting_id) == ()
        history.undo(vault, desk.meeting_id)
        assert stored_answers.answers(vault, desk.meeting_id) == ()
        history.redo(vault, desk.meeting_id)
        (kept,) = stored_answers.answers(vault, desk.meeting_id)
        assert (kept.note, kept.by) == ("recast entry 2", vault.person.slot_id)


def test_a_consent_does_not_come_back_to_other_words(desk: Desk, quote: str) -> None:
    quote_consents.note_consent(desk.vault, quote, GIVEN)
    (consent,) = stored_consents.consents(desk.vault, desk.meeting_id)
    quote_consents.revoke_consent(desk.vault, quote, consent.id)
    now = interventions.intervention(desk.vault, quote)
    update_entry(desk.vault, desk.meeting_id, now, replace(now, text="We cannot live with that"))
    history.undo(desk.vault, desk.meeting_id)
    assert interventions.intervention(desk.vault, quote).consent is None


def test_speech_that_was_changed_since_is_left_and_what_was_done_before_it_is_taken_back_next(
    desk: Desk, quote: str
) -> None:
    answer(desk, ChecklistItem.STYLE)
    entry_remedies.report_speech(desk.vault, quote)
    now = interventions.intervention(desk.vault, quote)
    update_entry(desk.vault, desk.meeting_id, now, replace(now, text="Something else"))
    with pytest.raises(KnownError) as caught:
        history.undo(desk.vault, desk.meeting_id)
    assert caught.value.code is ErrorCode.NOTHING_TO_UNDO
    assert interventions.intervention(desk.vault, quote).kind is Kind.STATEMENT
    assert (taken := history.undo(desk.vault, desk.meeting_id)) is not None
    assert taken.what == words.ANSWERED


def test_what_the_record_room_took_back_is_not_taken_back_twice(desk: Desk) -> None:
    entry_remedies.mark_read_back(desk.vault, desk.entries[5])
    session = interventions.intervention(desk.vault, desk.entries[5]).session_id
    recording_history.undo(desk.vault, session)
    assert not interventions.intervention(desk.vault, desk.entries[5]).read_back
    history.undo(desk.vault, desk.meeting_id)
    assert not interventions.intervention(desk.vault, desk.entries[5]).read_back
    history.redo(desk.vault, desk.meeting_id)
    assert interventions.intervention(desk.vault, desk.entries[5]).read_back


def test_an_undoing_opens_a_reviewed_meeting_again(desk: Desk) -> None:
    look(desk)
    decide_all(desk.vault, desk.meeting_id)
    settle_rest(desk.vault, desk.meeting_id)
    review.mark_reviewed(desk.vault, desk.meeting_id)
    assert meetings.meeting(desk.vault, desk.meeting_id).state is MeetingState.REVIEWED
    history.undo(desk.vault, desk.meeting_id)
    assert meetings.meeting(desk.vault, desk.meeting_id).state is MeetingState.CLOSED
    history.redo(desk.vault, desk.meeting_id)
    (settled, *_) = stored_dangers.settled(desk.vault, desk.meeting_id)
    review.mark_reviewed(desk.vault, desk.meeting_id)
    dangers.reopen(desk.vault, desk.meeting_id, settled.id)
    assert meetings.meeting(desk.vault, desk.meeting_id).state is MeetingState.CLOSED


def test_nothing_that_a_person_wrote_stands_open_in_a_step(desk: Desk, quote: str) -> None:
    act(desk, quote)
    assert not _found_in_steps(
        desk.vault, "chairs", "recast", "Whitcombe", "live with", "by hand", "second day"
    )


def test_a_strike_takes_along_what_could_bring_its_words_back(desk: Desk, quote: str) -> None:
    act(desk, quote)
    strike(desk.vault, [quote])
    left = _whats(desk)
    assert not {words.ANSWERED, words.CONSENT_NOTED, words.CONSENT_REVOKED, words.REPORTED} & left
    assert {words.DANGER_SETTLED, words.READ_BACK} <= left
    strike(desk.vault, [desk.entries[5]])
    assert not {words.DANGER_SETTLED, words.DANGER_REOPENED, words.READ_BACK} & _whats(desk)


def test_what_rests_on_several_entries_goes_with_any_of_them(desk: Desk) -> None:
    answer(desk, ChecklistItem.STYLE, "recast entry 2")
    strike(desk.vault, [desk.entries[3]])
    assert _whats(desk) == set()


def test_a_consent_that_stood_in_the_record_alone_comes_back_too(desk: Desk, quote: str) -> None:
    now = interventions.intervention(desk.vault, quote)
    update_entry(desk.vault, desk.meeting_id, now, replace(now, consent=Consent("Osei", "Monday")))
    quote_consents.revoke_consent(desk.vault, quote, "")
    assert interventions.intervention(desk.vault, quote).consent is None
    history.undo(desk.vault, desk.meeting_id)
    assert interventions.intervention(desk.vault, quote).consent == Consent("Osei", "Monday")


def _whats(desk: Desk) -> set[str]:
    rows = desk.vault.database.query("SELECT payload FROM review_step")
    return {words.step_of(row[0]).what for row in rows}


def _found_in_steps(vault: Vault, *sought: str) -> list[str]:
    payloads = b"".join(row[0] for row in vault.database.query("SELECT payload FROM review_step"))
    decoded = [payloads]
    for row in vault.database.query("SELECT payload FROM review_step"):
        step = words.step_of(row[0])
        decoded += [side for one in step.matters for side in (one.before, one.after) if side is not None]
    return [one for one in sought if any(one.encode() in each for each in decoded)]
