"""Another rapporteur's record: kept beside, compared, taken over entry by entry, never let out by itself."""

from __future__ import annotations

from contextlib import closing

import pytest

from dialogue_notes.domain.codes import (
    InterventionState,
)
from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.word_diff import Fate
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.importing.files import ImportKind, UntrustedFile
from dialogue_notes.services.parallel import records as services
from dialogue_notes.services.parallel.rows import RowState
from dialogue_notes.services.parallel.taking import (
    take_over,
)
from dialogue_notes.services.places import InlinePlaces
from dialogue_notes.services.reviewing import history
from dialogue_notes.services.vaults import unlock_vault
from dialogue_notes.storage import audit, meetings
from dialogue_notes.storage import parallel_records as stored
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import stamp
from dialogue_notes.storage.verification import verify
from tests.services.rapporteurs import (
    HOTLINE,
    PEOPLE,
    SAID,
    TREATY,
    put_beside,
    row,
    rows,
    second_file,
    take,
)
from tests.services.recording_room import Room
from tests.support.raw_pages import decrypted_pages
from tests.support.vaults import CHEAP, PASSPHRASE


def test_rows_pair_what_was_said_and_mark_what_differs(room: Room, beside: str) -> None:
    shown = rows(room, beside)
    assert [(one.left is not None, one.right is not None) for one in shown.rows] == [
        (True, True),
        (False, True),
        (True, True),
    ]
    assert {one.state for one in shown.rows} == {RowState.DIFFERENT}
    new = [run.text for run in shown.rows[HOTLINE].runs if run.fate is Fate.NEW]
    assert "".join(new).strip() == "but is not enough"


def test_the_file_lands_beside_a_session_whatever_it_calls_its_own(room: Room, beside: str) -> None:
    assert {one.session_id for one in stored.entries(room.vault, beside)} == {room.sessions[0].id}


def test_people_are_known_by_name_and_strangers_stay_strangers(room: Room, beside: str) -> None:
    known = {one.name: one.participant_id for one in stored.persons(room.vault, beside)}
    assert known == {
        "Mr. Kang Yong-chol": room.people["kyc"],
        "Helen Whitcombe": room.people["hw"],
        "Oswin Tarrant": None,
    }


def test_speakers_are_hidden_unless_asked_for(room: Room, beside: str) -> None:
    assert {one.left_speaker + one.right_speaker for one in rows(room, beside).rows} == {""}
    shown = rows(room, beside, with_speakers=True).rows
    assert [(one.left_speaker, one.right_speaker) for one in shown] == [
        ("Kang Yong-chol", "Kang Yong-chol"),
        ("", "Oswin Tarrant"),
        ("Helen Whitcombe", "Helen Whitcombe"),
    ]


def test_that_another_speaker_was_noted_is_told_without_a_name(room: Room) -> None:
    other = [{**SAID[0], "speaker": "p2"}, {**SAID[2], "speaker": "p3"}]
    shown = rows(room, put_beside(room.vault, room.meeting_id, other)).rows
    assert [one.speakers_differ for one in shown] == [True, True]


def test_no_speaker_of_the_other_record_stands_in_any_page(room: Room, beside: str) -> None:
    kept = room.vault.database.query("SELECT speaker FROM parallel_entry ORDER BY position")
    assert len({len(row[0]) for row in kept}) == 1
    persons = {one.id.encode() for one in stored.persons(room.vault, beside)}
    assert not any(person in row[0] for row in kept for person in persons)
    assert [
        one.speaker.participant_id is not None
        for one in stored.entries(room.vault, beside, with_speakers=True)
    ]
    room.vault.database.run("DELETE FROM meeting_key")
    room.vault.attributions.close()
    assert {one.speaker for one in stored.entries(room.vault, beside, with_speakers=True)} == {Speaker()}


def test_a_strike_reaches_the_other_record(room: Room, beside: str) -> None:
    entry = room.entries()[0]
    room.recorder().strike(room.vault, [entry.id])
    states = [one.state for one in stored.entries(room.vault, beside)]
    assert states == [InterventionState.STRUCK, InterventionState.KEPT, InterventionState.KEPT]
    assert not any(b"not enough" in page for page in decrypted_pages(room.vault))
    assert stored.entries(room.vault, beside, with_speakers=True)[0].speaker == Speaker()
    assert row(room, beside, HOTLINE).state is RowState.SAME


def test_a_strike_reaches_the_part_that_the_other_noted_apart(room: Room) -> None:
    said = [
        {"speaker": "p1", "text": "A hotline would be useful."},
        {"speaker": "p1", "text": "Zanzibar would host the hotline."},
        SAID[2],
    ]
    recorder = room.recorder()
    entry = room.entries()[0]
    recorder.edit(room.vault, entry.id, "kyc: A hotline would be useful, Zanzibar would host it.")
    record = put_beside(room.vault, room.meeting_id, said)
    recorder.strike(room.vault, [entry.id])
    assert [one.state for one in stored.entries(room.vault, record)] == [
        InterventionState.STRUCK,
        InterventionState.STRUCK,
        InterventionState.KEPT,
    ]
    assert not any(b"Zanzibar" in page for page in decrypted_pages(room.vault))


def test_a_strike_of_what_was_taken_over_reaches_its_source_and_what_was_put_away(
    room: Room, beside: str
) -> None:
    take(room, beside, TREATY)
    services.put_away(room.vault, beside)
    room.recorder().strike(room.vault, [room.entries()[1].id])
    assert not any(b"silent on quotas" in page for page in decrypted_pages(room.vault))
    history.undo(room.vault, room.meeting_id)
    assert row(room, beside, TREATY).state is RowState.SAME


def test_a_strike_reaches_the_source_of_words_that_went_to_another_session(room: Room, beside: str) -> None:
    taken = take(room, beside, TREATY)
    room.recorder().move(room.vault, [taken], room.sessions[1].id)
    room.recorder(1).strike(room.vault, [taken])
    assert not any(b"silent on quotas" in page for page in decrypted_pages(room.vault))


def test_the_other_record_alone_can_be_struck(room: Room, beside: str) -> None:
    entry = stored.entries(room.vault, beside)[TREATY]
    services.strike_entries(room.vault, [entry.id])
    assert not any(b"silent on quotas" in page for page in decrypted_pages(room.vault))
    with pytest.raises(KnownError):
        take_over(room.vault, entry.id, None)


def test_a_legal_hold_keeps_the_other_record_too(room: Room, beside: str) -> None:
    room.vault.database.run(
        "INSERT INTO legal_hold VALUES (?, ?, 'court', NULL, ?, ?)",
        (new_id(), room.meeting_id, *stamp(room.vault)),
    )
    entry = stored.entries(room.vault, beside)[0]
    for act in (
        lambda: services.strike_entries(room.vault, [entry.id]),
        lambda: services.put_away(room.vault, beside),
        lambda: room.recorder().strike(room.vault, [room.entries()[0].id]),
    ):
        with pytest.raises(KnownError) as told:
            act()
        assert told.value.code is ErrorCode.LEGAL_HOLD
    assert stored.entries(room.vault, beside)[0].text == SAID[0]["text"]


def test_a_record_put_away_comes_back_until_it_is_destroyed(room: Room, beside: str) -> None:
    services.put_away(room.vault, beside)
    assert stored.records(room.vault, room.meeting_id) == ()
    history.undo(room.vault, room.meeting_id)
    assert [one.id for one in stored.records(room.vault, room.meeting_id)] == [beside]
    history.redo(room.vault, room.meeting_id)
    services.destroy_put_away(room.vault)
    assert history.undo(room.vault, room.meeting_id) is None
    assert not any(b"silent on quotas" in page for page in decrypted_pages(room.vault))


def test_what_was_put_away_when_a_crash_came_is_gone_once_the_vault_is_opened(
    room: Room, beside: str
) -> None:
    services.put_away(room.vault, beside)
    room.vault.close()
    secret = bytearray(PASSPHRASE, "utf-8")
    with closing(unlock_vault(room.vault.folder, secret, minimum=CHEAP)) as vault:
        assert stored.records(vault, room.meeting_id, with_removed=True) == ()
        assert not any(b"silent on quotas" in page for page in decrypted_pages(vault))


def test_a_hold_that_came_later_keeps_what_was_put_away(room: Room, beside: str) -> None:
    services.put_away(room.vault, beside)
    room.vault.database.run(
        "INSERT INTO legal_hold VALUES (?, ?, 'court', NULL, ?, ?)",
        (new_id(), room.meeting_id, *stamp(room.vault)),
    )
    services.destroy_put_away(room.vault)
    history.undo(room.vault, room.meeting_id)
    assert len(stored.entries(room.vault, beside)) == len(SAID)


def test_entries_of_a_session_that_is_no_more_stand_at_the_end_and_are_not_taken_over(
    room: Room, beside: str
) -> None:
    meetings.remove_session(room.vault, room.sessions[0].id)
    shown = rows(room, beside).rows
    assert [(one.session, one.left) for one in shown] == [(None, None)] * len(SAID)
    with pytest.raises(KnownError) as told:
        take(room, beside, 0)
    assert told.value.code is ErrorCode.NOT_FOUND


def test_a_meeting_without_a_session_is_told(room: Room) -> None:
    for session in room.sessions:
        meetings.remove_session(room.vault, session.id)
    with pytest.raises(KnownError) as told:
        put_beside(room.vault, room.meeting_id)
    assert told.value.code is ErrorCode.BAD_FIELD


def test_nothing_of_it_is_found_by_searching(room: Room, beside: str) -> None:
    room.vault.index_waiting(1000)
    assert not room.vault.database.query("SELECT 1 FROM search WHERE search MATCH 'quotas'")


def test_a_changed_speaker_row_is_found_by_verifying(room: Room, beside: str) -> None:
    assert verify(room.vault) == ()
    room.vault.database.run("UPDATE parallel_entry SET speaker = zeroblob(300) WHERE position = 1")
    assert [problem.code for problem in verify(room.vault)] == ["vault_damaged"]


def test_only_ids_and_counts_are_logged(room: Room, beside: str) -> None:
    take(room, beside, HOTLINE)
    facts = [str(one) for one in audit.entries(room.vault)]
    assert any("parallel_taken_over" in one for one in facts)
    assert not any("hotline" in one or "Tarrant" in one for one in facts)


def test_a_file_is_read_in_the_worker_and_set_beside(room: Room) -> None:
    places = InlinePlaces()
    outcome = services.import_beside(room.vault, places, [second_file()], room.meeting_id).result()
    assert (outcome.entries, outcome.people) == (len(SAID), len(PEOPLE))
    assert [one.title for one in stored.records(room.vault, room.meeting_id)] == ["second"]
    notes = UntrustedFile("n.txt", ImportKind.NOTES, b"words")
    with pytest.raises(KnownError) as told:
        services.import_beside(room.vault, places, [notes], room.meeting_id).result()
    assert told.value.code is ErrorCode.WRONG_USE
    places.close()
