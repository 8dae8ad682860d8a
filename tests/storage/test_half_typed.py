"""Words half typed are kept by room and by field: one room's do not take the place of another's."""

from __future__ import annotations

from dialogue_notes.storage.half_typed import HalfTyped, half_typed, set_half_typed
from dialogue_notes.storage.vault import Vault
from tests.services.recording_room import fill

RULE = HalfTyped("Who allowed it", "the chair", 3)
COMMENT = HalfTyped("Comment", "is this", 7)


def test_each_room_has_its_own_fields(vault: Vault) -> None:
    meeting_id = fill(vault).meeting_id
    set_half_typed(vault, meeting_id, [RULE])
    set_half_typed(vault, meeting_id, [COMMENT], "review")
    assert half_typed(vault, meeting_id) == (RULE,)
    assert half_typed(vault, meeting_id, "review") == (COMMENT,)
    assert half_typed(vault, meeting_id, "rev") == ()
    set_half_typed(vault, meeting_id, [])
    assert half_typed(vault, meeting_id, "review") == (COMMENT,)
    set_half_typed(vault, meeting_id, [RULE])
    set_half_typed(vault, meeting_id, [], "review")
    assert half_typed(vault, meeting_id) == (RULE,)
    assert half_typed(vault, meeting_id, "review") == ()
