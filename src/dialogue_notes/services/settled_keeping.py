"""What a person settled, in the history of a review: dangers that may stay, answers of the checklist, consents.

The rows go and come back as they are stored, with their time and their person, and sealed all the while.
"""

from __future__ import annotations

from typing import Final

from dialogue_notes.services.reviewing.following import reopen_review
from dialogue_notes.services.reviewing.matters import MatterKind, MatterTurn
from dialogue_notes.storage.kept_rows import ANSWER, CONSENT, SETTLED, RowKind, put_row, row_as_stored
from dialogue_notes.storage.review_steps import whole_record
from dialogue_notes.storage.vault import Readable, Vault

_ROWS: Final[dict[MatterKind, RowKind]] = {
    MatterKind.SETTLED_DANGER: SETTLED,
    MatterKind.ANSWER: ANSWER,
    MatterKind.CONSENT: CONSENT,
}


class RowChange:
    """Looks at a row before an act and after it, and says what that turned. Inside the act's transaction."""

    def __init__(self, readable: Readable, kind: MatterKind, meeting_id: str, key: str) -> None:
        self._readable = readable
        self._kind = kind
        self._meeting_id = meeting_id
        self._key = key
        self._before = self._now()

    def turn(self, entry_id: str | None = None) -> MatterTurn:
        """The turn from what was there when this was made to what is there now.

        A strike of the entry drops the step that holds it; without one, a strike of any entry of the meeting does.
        """
        places = (entry_id or whole_record(self._meeting_id),)
        return MatterTurn(self._kind, self._key, self._before, self._now(), places)

    def _now(self) -> bytes | None:
        return row_as_stored(self._readable, _ROWS[self._kind], self._meeting_id, self._key)


def turn_row(vault: Vault, meeting_id: str, turn: MatterTurn) -> MatterTurn | None:
    """The keeper of all three."""
    rows = _ROWS[turn.kind]
    now = row_as_stored(vault, rows, meeting_id, turn.key)
    if now == turn.after:
        return turn
    if now != turn.before:
        return None
    put_row(vault, rows, meeting_id, turn.key, turn.after)
    reopen_review(vault, meeting_id)
    return turn
