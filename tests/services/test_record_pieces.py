"""A long session is read from its newest entries back, and comes out as if it had been read at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from dialogue_notes.crypto.derivation import context
from dialogue_notes.domain.codes import GroundRule, Kind
from dialogue_notes.domain.record import Intervention, Speaker
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.rules import set_session_rule
from dialogue_notes.services.recording.view import RecordRow, earlier_rows, record_view
from dialogue_notes.storage import attributions, interventions
from dialogue_notes.storage.attribution_cache import AttributionCache
from tests.services.recording_room import NOW, Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "room.vault")
    yield made
    made.vault.close()


def keep(room: Room, *lines: str) -> Recorder:
    recorder = room.recorder()
    for number, line in enumerate(lines):
        recorder.keep(room.vault, line, NOW + timedelta(seconds=number), None)
    return recorder


def test_the_pieces_together_are_the_whole(room: Room) -> None:
    keep(room, *(f"{code}: entry {number}" for number, code in enumerate(("kyc", "hw", "pv?", "dm") * 6)))
    session = room.sessions[0].id
    whole = record_view(room.vault, session)
    view = record_view(room.vault, session, 5)
    rows: tuple[RecordRow, ...] = view.rows
    assert (len(rows), view.earlier, whole.earlier) == (5, 19, 0)
    while piece := earlier_rows(room.vault, view, rows[0].intervention.sequence, 4):
        rows = (*piece, *rows)
    assert rows == whole.rows
    assert replace(view, rows=whole.rows, earlier=0) == whole


def test_who_speaks_is_known_when_the_newest_entries_do_not_say_it(room: Room) -> None:
    keep(room, "hw: said", "-- one", "-- two", "-- three", "-- four")
    view = record_view(room.vault, room.sessions[0].id, 3)
    assert view.speaker == Speaker(room.people["hw"])
    assert view.earlier == 0


def test_the_rule_before_hands_off_is_known_too(room: Room) -> None:
    recorder = keep(room, "hw: said", "pv: said")
    set_session_rule(room.vault, room.sessions[0].id, GroundRule.OFF_RECORD)
    recorder.keep(room.vault, "hw: quietly", NOW, None)
    recorder.take_hands_off(room.vault, NOW)
    session = room.sessions[0].id
    whole = record_view(room.vault, session)
    for newest in (1, 2, 3):
        view = record_view(room.vault, session, newest)
        assert (view.rule_before, view.hands_off_since) == (whole.rule_before, whole.hands_off_since)


def test_interpreted_speech_goes_on_from_entries_that_were_not_read(room: Room) -> None:
    keep(room, "kyc: one %interpreted", "hw: two %interpreted", "pv: three", "hw: four", *["pv: more"] * 6)
    whole = room.recorder()
    assert whole.interpreting.people == {room.people["kyc"], room.people["hw"]}
    view = record_view(room.vault, room.sessions[0].id, 4)
    assert view.earlier == 6
    recorder = Recorder(view)
    assert recorder.interpreting.people == whole.interpreting.people


def test_an_edit_of_an_old_entry_does_not_say_who_is_interpreted_now(room: Room) -> None:
    keep(room, "kyc: one", "kyc: two %interpreted", *["pv: more"] * 6)
    recorder = Recorder(record_view(room.vault, room.sessions[0].id, 3))
    first, second = room.entries()[:2]
    assert recorder.interpreting.people == {room.people["kyc"]}
    recorder.edit(room.vault, first.id, "kyc: one, mended")
    assert recorder.interpreting.people == {room.people["kyc"]}
    recorder.toggle_interpreted(room.vault, [second.id])
    assert recorder.interpreting.people == set()


def test_a_few_speakers_are_those_among_all(room: Room) -> None:
    recorder = keep(room, "kyc: one", "hw: two", "pv?: three")
    ids = [entry.id for entry in room.entries()]
    every = attributions.speakers(room.vault, room.meeting_id)
    assert attributions.speakers_of(room.vault, room.meeting_id, ids) == every
    assert attributions.speakers_of(room.vault, room.meeting_id, ids[1:2]) == {ids[1]: every[ids[1]]}
    assert attributions.speakers_of(room.vault, room.meeting_id, ["unknown"]) == {}
    recorder.reattribute(room.vault, [ids[0]], Speaker(room.people["dm"]))
    assert attributions.speakers_of(room.vault, room.meeting_id, ids[:1]) == {
        ids[0]: Speaker(room.people["dm"])
    }


def test_a_reader_on_an_older_state_sees_the_speaker_of_then(room: Room) -> None:
    recorder = keep(room, "kyc: one")
    entry = room.entries()[0]
    reader = room.vault.open_reader()
    reader.database.query("BEGIN")
    assert attributions.speakers_of(reader, room.meeting_id, [entry.id])
    recorder.reattribute(room.vault, [entry.id], Speaker(room.people["dm"]))
    found = attributions.speakers_of(reader, room.meeting_id, [entry.id])
    reader.close()
    assert found == {entry.id: Speaker(room.people["kyc"])}


def test_the_newest_entries_come_in_order_and_end_before_a_number(room: Room) -> None:
    keep(room, *(f"entry {number}" for number in range(6)))
    session = room.sessions[0].id
    entries = room.entries()
    assert interventions.newest_interventions(room.vault, session, 2) == entries[4:]
    assert interventions.newest_interventions(room.vault, session, 2, entries[4].sequence) == entries[2:4]
    assert interventions.newest_interventions(room.vault, session, 9, entries[1].sequence) == entries[:1]
    assert interventions.count_before(room.vault, session, entries[4].sequence) == 4
    assert interventions.heard_before(room.vault, session, entries[1].sequence) == (
        (entries[0].id, Kind.STATEMENT, False),
    )


def test_what_a_row_is_bound_to_is_still_the_context_of_its_words(room: Room) -> None:
    cache: AttributionCache = room.vault.attributions
    entry = Intervention("e1", room.sessions[0].id, 1, Kind.STATEMENT, "text")
    interventions.add_intervention(room.vault, entry)
    attributions.set_speaker(room.vault, room.meeting_id, entry.id, Speaker(room.people["hw"]))
    row_id, sealed = room.vault.database.query("SELECT id, sealed FROM attribution")[0]
    cipher = cache.cipher(room.vault.database, room.meeting_id)
    assert cipher is not None
    vault_id = room.vault.keyring.header.vault_id
    bound = context("dialogue-notes attribution", vault_id, room.meeting_id, row_id.hex())
    assert cipher.open(sealed, bound).startswith(b"e1\0")
