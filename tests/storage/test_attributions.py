from __future__ import annotations

import threading
from pathlib import Path

import pytest

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.record import Intervention, Speaker
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import attributions, interventions
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault
from tests.support.filling import Filled, fill
from tests.support.vaults import new_vault, reopen


def _rows(vault: Vault) -> list[tuple[bytes, str, bytes]]:
    return [
        (row[0], row[1], row[2])
        for row in vault.database.query("SELECT id, meeting_id, sealed FROM attribution")
    ]


def _say(vault: Vault, filled: Filled, speaker: Speaker) -> str:
    entry = Intervention(
        new_id(),
        filled.session.id,
        interventions.next_sequence(vault, filled.session.id),
        Kind.STATEMENT,
        "words",
    )
    with vault.transaction():
        interventions.add_intervention(vault, entry)
        attributions.set_speaker(vault, filled.meeting.id, entry.id, speaker)
    return entry.id


def test_who_spoke_stands_in_no_row_in_the_clear(vault: Vault) -> None:
    filled = fill(vault)
    entry = _say(vault, filled, Speaker(filled.participants[0].id))
    for row_id, _, sealed in _rows(vault):
        for known in (entry, filled.participants[0].id):
            assert known.encode() not in row_id + sealed
    columns = {row[1] for row in vault.database.query("PRAGMA table_info(intervention)")}
    assert not columns & {"speaker", "speaker_id", "participant_id"}


def test_neither_size_nor_order_tells_anything(vault: Vault) -> None:
    filled = fill(vault)
    said = [
        _say(
            vault, filled, Speaker(None if number % 3 else filled.participants[0].id, unsure=number % 2 == 0)
        )
        for number in range(64)
    ]
    rows = _rows(vault)
    assert len({len(sealed) for _, _, sealed in rows}) == 1
    assert len({row_id for row_id, _, _ in rows}) == 66
    assert {len(row_id) for row_id, _, _ in rows} == {16}
    # The table has no row number: its only order is that of the random ids.
    assert [row_id for row_id, _, _ in rows] == sorted(row_id for row_id, _, _ in rows)
    found = list(attributions.speakers(vault, filled.meeting.id))
    assert set(said) < set(found)
    assert [one for one in found if one in said] != said


def test_the_table_says_neither_when_nor_by_whom_a_row_was_written(vault: Vault) -> None:
    columns = [row[1] for row in vault.database.query("PRAGMA table_info(attribution)")]
    assert columns == ["id", "meeting_id", "sealed"]
    with pytest.raises(Exception, match="database"):
        vault.database.query("SELECT rowid FROM attribution")


def test_attributing_again_replaces_the_row(folder: Path) -> None:
    vault = new_vault(folder)
    filled = fill(vault)
    entry = filled.interventions[0].id
    before = {row[0] for row in _rows(vault)}
    other = Speaker(filled.participants[1].id)
    attributions.set_speaker(vault, filled.meeting.id, entry, other)
    assert attributions.speakers(vault, filled.meeting.id)[entry] == other
    assert len(_rows(vault)) == len(before)
    assert len({row[0] for row in _rows(vault)} - before) == 1
    vault.close()
    again = reopen(folder)
    third = Speaker(None, unsure=True)
    attributions.set_speaker(again, filled.meeting.id, entry, third)
    assert attributions.speakers(again, filled.meeting.id)[entry] == third
    assert len(_rows(again)) == len(before)
    again.close()


def test_an_undone_attribution_leaves_the_earlier_one(vault: Vault) -> None:
    filled = fill(vault)
    entry = filled.interventions[0].id

    def attribute_and_fail() -> None:
        with vault.transaction():
            attributions.set_speaker(vault, filled.meeting.id, entry, Speaker(None))
            raise LookupError

    with pytest.raises(LookupError):
        attribute_and_fail()
    assert attributions.speakers(vault, filled.meeting.id)[entry] == filled.speaker
    attributions.set_speaker(vault, filled.meeting.id, entry, Speaker(filled.participants[1].id))
    assert attributions.speakers(vault, filled.meeting.id)[entry] == Speaker(filled.participants[1].id)
    assert len(_rows(vault)) == 2


def test_a_reader_sees_the_speakers_of_its_own_moment(vault: Vault) -> None:
    filled = fill(vault)
    entry = filled.interventions[0].id
    reader = vault.open_reader()
    with reader.database.snapshot():
        reader.database.query("SELECT count(*) FROM attribution")
        attributions.set_speaker(vault, filled.meeting.id, entry, Speaker(None))
        assert attributions.speakers(reader, filled.meeting.id)[entry] == filled.speaker
        assert attributions.speakers(vault, filled.meeting.id)[entry] == Speaker(None)
    assert attributions.speakers(reader, filled.meeting.id)[entry] == Speaker(None)
    reader.close()


def test_writer_and_reader_may_ask_at_the_same_time(vault: Vault) -> None:
    filled = fill(vault)
    failures: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        reader = vault.open_reader()
        try:
            while not done.is_set():
                assert len(attributions.speakers(reader, filled.meeting.id)) >= 2
        except BaseException as error:  # noqa: BLE001 - it is reported in the test's own thread
            failures.append(error)
        finally:
            reader.close()

    thread = threading.Thread(target=read)
    thread.start()
    for _ in range(100):
        _say(vault, filled, filled.speaker)
    done.set()
    thread.join()
    assert failures == []
    assert len(attributions.speakers(vault, filled.meeting.id)) == 102


@pytest.mark.parametrize("damage", ["flip", "swap"])
def test_a_row_that_was_changed_or_exchanged_is_reported(folder: Path, damage: str) -> None:
    vault = new_vault(folder)
    filled = fill(vault)
    rows = _rows(vault)
    changed = bytes([rows[0][2][0] ^ 1]) + rows[0][2][1:] if damage == "flip" else rows[1][2]
    vault.database.run("UPDATE attribution SET sealed = ? WHERE id = ?", (changed, rows[0][0]))
    vault.close()
    again = reopen(folder)
    with pytest.raises(KnownError) as refused:
        attributions.speakers(again, filled.meeting.id)
    assert refused.value.code is ErrorCode.VAULT_DAMAGED
    again.close()


def test_without_the_meetings_key_nobody_is_shown_and_nobody_can_be_named(folder: Path) -> None:
    vault = new_vault(folder)
    filled = fill(vault)
    vault.database.run("DELETE FROM meeting_key WHERE slot_id = ?", (vault.person.slot_id,))
    vault.close()
    again = reopen(folder)
    assert attributions.speakers(again, filled.meeting.id) == {}
    with pytest.raises(KnownError) as refused:
        attributions.set_speaker(again, filled.meeting.id, filled.interventions[0].id, Speaker())
    assert refused.value.code is ErrorCode.NOT_FOUND
    again.close()


def test_an_id_that_is_none_of_the_programs_is_refused(vault: Vault) -> None:
    filled = fill(vault)
    for odd in ("x" * 65, "hëllo"):
        with pytest.raises(KnownError) as refused:
            attributions.set_speaker(vault, filled.meeting.id, odd, Speaker())
        assert refused.value.code is ErrorCode.BAD_FIELD
