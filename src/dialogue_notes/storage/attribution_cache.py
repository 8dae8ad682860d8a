"""Who said what, opened: sealed attribution rows with their meeting's key, kept while the vault is open.

A row never changes: a new attribution of the same entry is a new row in place of the old one. So what a row
says is kept under its random id, and stays true for a reader on an older state of the database as for the
writer.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from threading import Lock
from typing import Final

from dialogue_notes.crypto.derivation import context
from dialogue_notes.crypto.sealing import RowCipher, open_key
from dialogue_notes.domain.record import Speaker
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage.database import Database
from dialogue_notes.storage.keyring import Keyring

_ROW_ID_SIZE: Final = 16
_UNSURE: Final = b"u"
_SURE: Final = b"s"
_NOBODY: Final = b"-"
_LONGEST_ID: Final = 64


@dataclass(frozen=True, slots=True)
class OpenedRow:
    """What an attribution row says."""

    intervention_id: str
    speaker: Speaker


class AttributionCache:
    """Opened rows and meeting keys, shared by the writer and the reader.

    The lock is held for a moment only, never while the database is read: the writer must not wait for a reader.
    """

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring
        self._lock = Lock()
        self._rows: dict[bytes, OpenedRow] = {}
        self._by_intervention: dict[str, list[bytes]] = {}
        self._ciphers: dict[str, RowCipher] = {}
        self._read_meetings: set[str] = set()

    def speakers(self, database: Database, meeting_id: str) -> dict[str, Speaker]:
        """Speakers by intervention id, as the database stands for this connection.

        Empty when the meeting's key is not sealed to the slot that opened the vault.
        """
        cipher = self._cipher(database, meeting_id)
        if cipher is None:
            return {}
        ids = [
            row[0] for row in database.query("SELECT id FROM attribution WHERE meeting_id = ?", (meeting_id,))
        ]
        if any(row_id not in self._rows for row_id in ids):
            self._open_rows(database, meeting_id, cipher)
        with self._lock:
            self._read_meetings.add(meeting_id)
            opened = [self._rows[row_id] for row_id in ids]
        return {row.intervention_id: row.speaker for row in opened}

    def replace(
        self, database: Database, meeting_id: str, intervention_id: str, speaker: Speaker | None
    ) -> None:
        """Writes a new row for an entry and removes those before it; only removes them when `speaker` is None.

        Must run inside a transaction of the writer. Raises KnownError(NOT_FOUND) without the meeting's key.
        """
        if meeting_id not in self._read_meetings:
            self.speakers(database, meeting_id)
        with self._lock:
            earlier = tuple(self._by_intervention.get(intervention_id, ()))
        for row_id in earlier:
            database.run("DELETE FROM attribution WHERE id = ?", (row_id,))
        if speaker is None:
            return
        cipher = self._cipher(database, meeting_id)
        if cipher is None:
            raise KnownError(ErrorCode.NOT_FOUND, detail="key for this meeting's attributions")
        row_id = os.urandom(_ROW_ID_SIZE)
        sealed = cipher.seal(_payload(intervention_id, speaker), self._info(meeting_id, row_id))
        database.run("INSERT INTO attribution VALUES (?, ?, ?)", (row_id, meeting_id, sealed))
        self._keep({row_id: OpenedRow(intervention_id, speaker)})

    def close(self) -> None:
        """Forgets every row and erases the meeting keys."""
        with self._lock:
            for cipher in self._ciphers.values():
                cipher.close()
            self._ciphers.clear()
            self._rows.clear()
            self._by_intervention.clear()
            self._read_meetings.clear()

    def _open_rows(self, database: Database, meeting_id: str, cipher: RowCipher) -> None:
        rows = database.query("SELECT id, sealed FROM attribution WHERE meeting_id = ?", (meeting_id,))
        self._keep(
            {
                row_id: _opened(cipher.open(sealed, self._info(meeting_id, row_id)))
                for row_id, sealed in rows
                if row_id not in self._rows
            }
        )

    def _keep(self, rows: dict[bytes, OpenedRow]) -> None:
        with self._lock:
            for row_id, row in rows.items():
                if row_id not in self._rows:
                    self._rows[row_id] = row
                    self._by_intervention.setdefault(row.intervention_id, []).append(row_id)

    def _cipher(self, database: Database, meeting_id: str) -> RowCipher | None:
        known = self._ciphers.get(meeting_id)
        if known is not None:
            return known
        own = self._keyring.slot_id
        row = database.first(
            "SELECT sealed FROM meeting_key WHERE meeting_id = ? AND slot_id = ?", (meeting_id, own)
        )
        if row is None:
            return None
        info = meeting_key_info(self._keyring.header.vault_id, meeting_id, own)
        opened = RowCipher(open_key(row[0], self._keyring.private, info))
        with self._lock:
            kept = self._ciphers.setdefault(meeting_id, opened)
        if kept is not opened:
            opened.close()
        return kept

    def _info(self, meeting_id: str, row_id: bytes) -> bytes:
        return context("dialogue-notes attribution", self._keyring.header.vault_id, meeting_id, row_id.hex())


def meeting_key_info(vault_id: str, meeting_id: str, slot_id: str) -> bytes:
    """What a meeting's sealed key is bound to."""
    return context("dialogue-notes meeting key", vault_id, meeting_id, slot_id)


def _payload(intervention_id: str, speaker: Speaker) -> bytes:
    words = (intervention_id, speaker.participant_id or "")
    if any(len(word) > _LONGEST_ID or not word.isascii() for word in words):
        raise KnownError(ErrorCode.BAD_FIELD, field="id", detail="it is not an id of this program")
    participant = words[1].encode("ascii") or _NOBODY
    return b"\0".join((words[0].encode("ascii"), participant, _UNSURE if speaker.unsure else _SURE))


def _opened(payload: bytes) -> OpenedRow:
    parts = payload.split(b"\0")
    if len(parts) != 3:  # noqa: PLR2004 - as `_payload` writes it
        raise KnownError(ErrorCode.VAULT_DAMAGED, detail=" (a sealed row)")
    participant = None if parts[1] == _NOBODY else parts[1].decode("ascii")
    return OpenedRow(parts[0].decode("ascii"), Speaker(participant, unsure=parts[2] == _UNSURE))
