"""Changes of an entry's own fields that are made as edits: they go through the typing line, as everything typed does,
so speakers, rules, history and undo follow as with any edit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dialogue_notes.domain.record import Intervention
from dialogue_notes.domain.typing_line.typed import NOBODY
from dialogue_notes.services.recording import entering
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.types import Change
from dialogue_notes.storage import attributions, interventions, meetings, participants
from dialogue_notes.storage.vault import Vault


def rewrite(vault: Vault, recorder: Recorder, intervention_id: str, text: str) -> Change | None:
    """Gives an entry another text and leaves everything else; None when it has that text. Raises KnownError as
    `Recorder.edit`.
    """
    return _edit(vault, recorder, intervention_id, lambda entry: replace(entry, text=text))


def mark_read_back(vault: Vault, recorder: Recorder, intervention_id: str) -> Change | None:
    """Says that an agreement was read back in the room. Raises KnownError as `Recorder.edit`."""
    return _edit(vault, recorder, intervention_id, lambda entry: replace(entry, read_back=True))


def _edit(
    vault: Vault, recorder: Recorder, intervention_id: str, change: Callable[[Intervention], Intervention]
) -> Change | None:
    with vault.transaction():
        entry = interventions.intervention(vault, intervention_id)
        meeting_id = meetings.session(vault, entry.session_id).meeting_id
        speaker = attributions.speakers(vault, meeting_id).get(intervention_id, NOBODY)
        codes = entering.codes_of(participants.participants(vault, meeting_id))
        return recorder.edit(vault, intervention_id, entering.line_for(change(entry), speaker, codes))
