from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage import entry_events, undo_steps
from dialogue_notes.storage.attribution_cache import AttributionCache
from dialogue_notes.storage.sealed_texts import open_text, seal_text
from dialogue_notes.storage.vault import Vault
from tests.support.filling import fill


def test_events_are_read_back_in_their_order_with_when_and_who(vault: Vault) -> None:
    filled = fill(vault)
    one, two = (entry.id for entry in filled.interventions)
    entry_events.add_events(vault, filled.meeting.id, [(one, b"first"), (two, b"other"), (one, b"second")])
    found = entry_events.events(vault, filled.meeting.id, one)
    assert [each.payload for each in found] == [b"first", b"second"]
    assert {each.changed_by for each in found} == {vault.person.slot_id}
    assert "first" not in repr(found)
    entry_events.drop_of_entry(vault, one)
    assert entry_events.events(vault, filled.meeting.id, one) == ()
    assert len(entry_events.events(vault, filled.meeting.id, two)) == 1


def test_without_the_meetings_key_nothing_is_written_or_read(vault: Vault) -> None:
    filled = fill(vault)
    entry = filled.interventions[0].id
    entry_events.add_events(vault, filled.meeting.id, [(entry, b"known")])
    vault.database.run("DELETE FROM meeting_key")
    vault.attributions.close()
    vault.attributions = AttributionCache(vault.keyring)
    entry_events.add_events(vault, filled.meeting.id, [(entry, b"unknown")])
    assert entry_events.events(vault, filled.meeting.id, entry) == ()
    assert vault.database.query("SELECT count(*) FROM intervention_event") == [(1,)]
    with pytest.raises(KnownError) as refused:
        undo_steps.add_step(vault, filled.meeting.id, (filled.session.id,), [entry], b"step")
    assert refused.value.code is ErrorCode.NOT_FOUND


def test_what_is_sealed_for_one_row_opens_in_no_other(vault: Vault) -> None:
    meeting_id = fill(vault).meeting.id
    sealed = seal_text(vault, meeting_id, "purpose", "row", b"words")
    assert open_text(vault, meeting_id, "purpose", "row", sealed) == b"words"
    for purpose, row in (("purpose", "other"), ("other", "row")):
        with pytest.raises(KnownError) as refused:
            open_text(vault, meeting_id, purpose, row, sealed)
        assert refused.value.code is ErrorCode.VAULT_DAMAGED


@pytest.mark.parametrize("length", [0, 1, 255, 256, 257, 5000])
def test_the_size_of_what_is_sealed_grows_in_steps(vault: Vault, length: int) -> None:
    meeting_id = fill(vault).meeting.id
    payload = b"x" * length
    sealed = seal_text(vault, meeting_id, "purpose", "row", payload)
    assert (len(sealed) - 12 - 16) % 256 == 0
    assert open_text(vault, meeting_id, "purpose", "row", sealed) == payload


def test_steps_are_undone_last_first_and_done_again_first_first(vault: Vault) -> None:
    filled = fill(vault)
    meeting, session = filled.meeting.id, filled.session.id
    for payload in (b"1", b"2", b"3"):
        undo_steps.add_step(vault, meeting, (session,), ["e"], payload)
    for expected in (b"3", b"2"):
        step = undo_steps.next_step(vault, meeting, session, is_undone=False)
        assert step is not None
        assert step.payload == expected
        undo_steps.turn_step(vault, meeting, replace(step, payload=b"back " + expected), is_undone=True)
    again = undo_steps.next_step(vault, meeting, session, is_undone=True)
    assert again is not None
    assert again.payload == b"back 2"
    undo_steps.add_step(vault, meeting, (session,), ["f"], b"4")
    assert undo_steps.next_step(vault, meeting, session, is_undone=True) is None
    undo_steps.drop_of_entry(vault, "e")
    left = undo_steps.next_step(vault, meeting, session, is_undone=False)
    assert left is not None
    assert left.payload == b"4"
    assert vault.database.query("SELECT count(*) FROM undo_entry") == [(1,)]
