"""Who said what, opened: sealed attribution rows with their meeting's key, kept while the vault is open.

A row never changes: a new attribution of the same entry is a new row in place of the old one. So what a row
says is kept under its random id, and stays true for a reader on an older state of the database as for the
writer.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from threading import Lock
from typing import Final, NamedTuple

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
_HEX_LENGTH: Final = (2 * _ROW_ID_SIZE).to_bytes(4, "big")
_ASKED_AT_ONCE: Final = 500


class OpenedRow(NamedTuple):
    """What an attribution row says; a tuple, for a meeting may have 20,000."""

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
        cipher = self.cipher(database, meeting_id)
        if cipher is None:
            return {}
        ids = self._opened_ids(database, meeting_id, cipher)
        with self._lock:
            self._read_meetings.add(meeting_id)
            opened = [self._rows[row_id] for row_id in ids]
        return {row.intervention_id: row.speaker for row in opened}

    def speakers_of(self, database: Database, meeting_id: str, entries: Sequence[str]) -> dict[str, Speaker]:
        """As `speakers`, of these entries only: once the meeting's rows are opened it costs no more than they do."""
        if meeting_id not in self._read_meetings:
            self.speakers(database, meeting_id)
        with self._lock:
            known = [row_id for entry in entries for row_id in self._by_intervention.get(entry, ())]
        standing = _standing(database, known)
        with self._lock:
            opened = [self._rows[row_id] for row_id in known if row_id in standing]
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
        cipher = self.cipher(database, meeting_id)
        if cipher is None:
            raise KnownError(ErrorCode.NOT_FOUND, detail="key for this meeting's attributions")
        row_id = os.urandom(_ROW_ID_SIZE)
        sealed = cipher.seal(_payload(intervention_id, speaker), _info(self._info_head(meeting_id), row_id))
        database.run("INSERT INTO attribution VALUES (?, ?, ?)", (row_id, meeting_id, sealed))
        self._keep({row_id: OpenedRow(intervention_id, speaker)})

    def cipher(self, database: Database, meeting_id: str) -> RowCipher | None:
        """What seals and opens a meeting's rows; None when its key is not sealed to the slot that opened the vault."""
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

    def speaker(self, database: Database, meeting_id: str, intervention_id: str) -> Speaker | None:
        """Who spoke one entry, without looking at all of the meeting's; None when nothing was said about it."""
        if meeting_id not in self._read_meetings:
            return self.speakers(database, meeting_id).get(intervention_id)
        with self._lock:
            known = tuple(self._by_intervention.get(intervention_id, ()))
        for row_id in reversed(known):
            if database.first("SELECT 1 FROM attribution WHERE id = ?", (row_id,)) is not None:
                return self._rows[row_id].speaker
        return None

    def close(self) -> None:
        """Forgets every row and erases the meeting keys."""
        with self._lock:
            for cipher in self._ciphers.values():
                cipher.close()
            self._ciphers.clear()
            self._rows.clear()
            self._by_intervention.clear()
            self._read_meetings.clear()

    def _opened_ids(self, database: Database, meeting_id: str, cipher: RowCipher) -> list[bytes]:
        """The ids of the meeting's rows, each of which is opened now; of a meeting never read all rows come at once."""
        if meeting_id in self._read_meetings:
            found = database.query("SELECT id FROM attribution WHERE meeting_id = ?", (meeting_id,))
            ids = [row[0] for row in found]
            if all(row_id in self._rows for row_id in ids):
                return ids
        sealed = database.query("SELECT id, sealed FROM attribution WHERE meeting_id = ?", (meeting_id,))
        self._keep(self._open_rows(sealed, meeting_id, cipher))
        return [row_id for row_id, _sealed in sealed]

    def _open_rows(
        self, rows: Iterable[tuple[bytes, bytes]], meeting_id: str, cipher: RowCipher
    ) -> dict[bytes, OpenedRow]:
        """Opens those that are not open yet. A room has few speakers, and so few speakers are made."""
        head = self._info_head(meeting_id)
        speakers: dict[tuple[bytes, bytes], Speaker] = {}
        opened = {}
        for row_id, sealed in rows:
            if row_id in self._rows:
                continue
            parts = cipher.open(sealed, _info(head, row_id)).split(b"\0")
            if len(parts) != 3:  # noqa: PLR2004 - as `_payload` writes it
                raise KnownError(ErrorCode.VAULT_DAMAGED, detail=" (a sealed row)")
            entry, participant, unsure = parts
            speaker = speakers.get((participant, unsure))
            if speaker is None:
                speaker = speakers[participant, unsure] = _speaker(participant, unsure)
            opened[row_id] = OpenedRow(entry.decode("ascii"), speaker)
        return opened

    def _keep(self, rows: dict[bytes, OpenedRow]) -> None:
        with self._lock:
            for row_id, row in rows.items():
                if row_id not in self._rows:
                    self._rows[row_id] = row
                    self._by_intervention.setdefault(row.intervention_id, []).append(row_id)

    def _info_head(self, meeting_id: str) -> bytes:
        return context("dialogue-notes attribution", self._keyring.header.vault_id, meeting_id)


def meeting_key_info(vault_id: str, meeting_id: str, slot_id: str) -> bytes:
    """What a meeting's sealed key is bound to."""
    return context("dialogue-notes meeting key", vault_id, meeting_id, slot_id)


def _payload(intervention_id: str, speaker: Speaker) -> bytes:
    words = (intervention_id, speaker.participant_id or "")
    if any(len(word) > _LONGEST_ID or not word.isascii() for word in words):
        raise KnownError(ErrorCode.BAD_FIELD, field="id", detail="it is not an id of this program")
    participant = words[1].encode("ascii") or _NOBODY
    return b"\0".join((words[0].encode("ascii"), participant, _UNSURE if speaker.unsure else _SURE))


def _info(head: bytes, row_id: bytes) -> bytes:
    """What a row is bound to: `context` of the words in the head and of its id, joined by hand for speed."""
    return head + _HEX_LENGTH + row_id.hex().encode("ascii")


def _speaker(participant: bytes, unsure: bytes) -> Speaker:
    return Speaker(None if participant == _NOBODY else participant.decode("ascii"), unsure=unsure == _UNSURE)


def _standing(database: Database, ids: Sequence[bytes]) -> set[bytes]:
    """Those of the row ids that are in the database as it stands for this connection."""
    found: set[bytes] = set()
    for start in range(0, len(ids), _ASKED_AT_ONCE):
        some = ids[start : start + _ASKED_AT_ONCE]
        marks = ", ".join("?" * len(some))
        found.update(
            row[0] for row in database.query(f"SELECT id FROM attribution WHERE id IN ({marks})", some)
        )
    return found
