"""Undoing and redoing what was kept, edited or re-attributed, while the vault is open."""

from __future__ import annotations

from dataclasses import replace

from dialogue_notes.domain.record import Intervention
from dialogue_notes.errors import DialogueNotesError, ErrorCode, KnownError
from dialogue_notes.services.entry_updates import update_entry
from dialogue_notes.services.recording_types import Change
from dialogue_notes.storage import attributions, interventions
from dialogue_notes.storage.removing import remove_intervention
from dialogue_notes.storage.vault import Vault

DEPTH = 200
"""How many acts can be undone: an hour of fast typing."""


def apply_change(vault: Vault, change: Change) -> None:
    """Brings entries from `change.before` to `change.after`, all or none; history is kept as with any edit.

    Raises KnownError(NOTHING_TO_UNDO) when one of them was changed or struck by something else since.
    """
    before = {version.intervention.id: version for version in change.before}
    after = {version.intervention.id: version for version in change.after}
    with vault.transaction():
        for version in change.before:
            _check_unchanged(vault, version.intervention)
        for gone in before.keys() - after.keys():
            remove_intervention(vault, gone)
        for version in change.after:
            if version.intervention.id in before:
                old = before[version.intervention.id].intervention
                update_entry(vault, change.meeting_id, old, version.intervention)
            else:
                interventions.add_intervention(vault, version.intervention)
            if version.speaker is not None:
                attributions.set_speaker(vault, change.meeting_id, version.intervention.id, version.speaker)


def _check_unchanged(vault: Vault, expected: Intervention) -> None:
    try:
        stored = interventions.intervention(vault, expected.id)
    except DialogueNotesError as error:
        raise KnownError(ErrorCode.NOTHING_TO_UNDO) from error
    if replace(stored, sequence=expected.sequence) != expected:
        raise KnownError(ErrorCode.NOTHING_TO_UNDO)


class History:
    """What can be undone and done again, newest last; dropped on locking. Holds text, so never stored."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def add(self, change: Change) -> None:
        """Remembers an act; what was undone before can no longer be done again."""
        self._done = [*self._done[-DEPTH + 1 :], change]
        self._undone.clear()

    def undo(self) -> Change | None:
        """The change that takes back the last act; None when there is none."""
        if not self._done:
            return None
        change = self._done.pop()
        self._undone.append(change)
        return change.reversed

    def redo(self) -> Change | None:
        """The act undone last, to be done again; None when there is none."""
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        return change

    def forget(self) -> None:
        """Drops everything."""
        self._done.clear()
        self._undone.clear()
