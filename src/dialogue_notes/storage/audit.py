"""The audit log: what was done, by whom and when, in codes and ids; never in the words of a note."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dialogue_notes.crypto.audit_chain import AuditChain
from dialogue_notes.crypto.derivation import context
from dialogue_notes.crypto.key_buffer import KeyBuffer, copy_key
from dialogue_notes.crypto.sealing import seal_key
from dialogue_notes.crypto.slots import KeySlot
from dialogue_notes.domain.codes import Role
from dialogue_notes.errors import BugError, ErrorCode
from dialogue_notes.storage.database import Database, Row
from dialogue_notes.storage.identifiers import utc_now
from dialogue_notes.storage.vault import Readable, Vault

_ANCHOR_BYTES: Final = 10
"""80 bits of a MAC: more than anyone can match by trying."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing done: its place in the chain, when (UTC), by whose key slot, its code and the facts to it."""

    sequence: int
    at: str
    person: str
    code: str
    facts: tuple[tuple[str, str], ...]


def append(vault: Vault, code: str, **facts: str) -> None:
    """Adds an entry. `facts` are codes and ids, never content; an entry cannot be changed afterwards."""
    with vault.transaction():
        link(vault.database, vault.person.slot_id, code, facts)


def link(database: Database, person: str, code: str, facts: Mapping[str, str]) -> None:
    """Adds an entry inside the transaction that is open."""
    row = database.first("SELECT next_sequence, key, last_mac FROM audit_state")
    if row is None:
        raise BugError(ErrorCode.BUG, detail="the audit log has no state")
    sequence, key, last = row
    at, facts_text = utc_now(), json.dumps(facts, sort_keys=True, ensure_ascii=False)
    with copy_key(key) as present:
        chain = AuditChain(present, last)
    mac = chain.link(entry_bytes(sequence, at, person, code, facts_text))
    database.run(
        "INSERT INTO audit_entry VALUES (?, ?, ?, ?, ?, ?)", (sequence, at, person, code, facts_text, mac)
    )
    database.run(
        "UPDATE audit_state SET next_sequence = ?, key = ?, last_mac = ?",
        (sequence + 1, bytes(chain.key.view), mac),
    )
    chain.close()


def entries(readable: Readable) -> tuple[AuditEntry, ...]:
    """The whole log, oldest first."""
    rows = readable.database.query(
        "SELECT sequence, at, person, code, facts FROM audit_entry ORDER BY sequence"
    )
    return tuple(_entry(row) for row in rows)


def anchor(readable: Readable) -> str:
    """A short text that stands for the log as it is now: `NUMBER-XXXX-XXXX-XXXX-XXXX`, to be written down.

    `verify` finds with it when the whole vault was later put back to an older state.
    """
    row = readable.database.first("SELECT sequence, mac FROM audit_entry ORDER BY sequence DESC LIMIT 1")
    return anchor_text(0, bytes(32)) if row is None else anchor_text(row[0], row[1])


def anchor_text(sequence: int, mac: bytes) -> str:
    """The anchor for an entry."""
    digits = base64.b32encode(mac[:_ANCHOR_BYTES]).decode("ascii")
    return "-".join((str(sequence), *(digits[start : start + 4] for start in range(0, len(digits), 4))))


def begin_chain(database: Database, vault_id: str, slots: tuple[KeySlot, ...], seed: KeyBuffer) -> None:
    """Starts the log of a new vault from a random key, which is sealed to the custodians."""
    chain = AuditChain(seed)
    database.run("INSERT INTO audit_state VALUES (1, 1, ?, ?)", (bytes(chain.key.view), chain.last))
    chain.close()
    for slot in slots:
        if slot.role == Role.CUSTODIAN:
            seal_seed(database, vault_id, slot, seed)


def seal_seed(database: Database, vault_id: str, slot: KeySlot, seed: KeyBuffer) -> None:
    """Gives a custodian's slot what is needed to check the log."""
    sealed = seal_key(seed, slot.public_key, seed_info(vault_id, slot.slot_id))
    database.run("INSERT OR REPLACE INTO audit_seed VALUES (?, ?)", (slot.slot_id, sealed))


def seed_info(vault_id: str, slot_id: str) -> bytes:
    """What the sealed first key is bound to."""
    return context("dialogue-notes audit seed", vault_id, slot_id)


def entry_bytes(sequence: int, at: str, person: str, code: str, facts: str) -> bytes:
    """What an entry's MAC is over, with the MAC before it."""
    return context(str(sequence), at, person, code, facts)


def _entry(row: Row) -> AuditEntry:
    sequence, at, person, code, facts = row
    return AuditEntry(sequence, at, person, code, tuple(sorted(json.loads(facts).items())))
