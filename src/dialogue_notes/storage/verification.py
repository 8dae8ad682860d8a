"""Looking a whole vault over: files, pages, rows, schema, keys and the audit log."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sqlcipher3 import dbapi2

from dialogue_notes.crypto.audit_chain import AuditChain
from dialogue_notes.crypto.derivation import is_same
from dialogue_notes.crypto.sealing import open_key
from dialogue_notes.domain.codes import Role
from dialogue_notes.errors import KnownError
from dialogue_notes.storage import (
    attributions,
    checklist,
    dangers,
    earlier_exports,
    entry_events,
    parallel_records,
    quote_consents,
    undo_steps,
)
from dialogue_notes.storage.audit import anchor_text, entry_bytes, seed_info
from dialogue_notes.storage.migrating import MIGRATIONS, SCHEMA_VERSION, stored_version
from dialogue_notes.storage.vault import Vault
from dialogue_notes.storage.vault_files import KEYBOX, read_header

_MOST_LINES: Final = 20
"""Of each check; a badly damaged file would fill the screen."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it should be: a code for programs and a sentence for people."""

    code: str
    words: str


def verify(vault: Vault, anchor: str = "") -> tuple[Problem, ...]:
    """Everything found wrong with an open vault; nothing when it is whole.

    `anchor` is one that was written down earlier (`audit.anchor`); with it a vault that was put back to an older
    state as a whole is found too. Only a custodian's keys can check the audit log's chain.
    """
    problems = [*_tried(_header, vault), *_tried(_keybox, vault)]
    damaged = _tried(_pages, vault)
    if damaged:  # after one of them SQLCipher refuses every page, so more would be said than is known
        return (*problems, *damaged, Problem("unchecked", "What the pages hold could not be checked."))
    for check in (
        _structure,
        _references,
        _schema,
        _attributions,
        _histories,
        _steps,
        _beside,
        _reviews,
        _audit,
    ):
        problems += _tried(check, vault)
    return (*problems, *_tried(lambda one: list(_anchor(one, anchor)), vault))


def _tried(check: Callable[[Vault], list[Problem]], vault: Vault) -> list[Problem]:
    try:
        return check(vault)
    except KnownError as error:
        return [Problem(error.code.value, error.message)]


def _header(vault: Vault) -> list[Problem]:
    header = read_header(vault.folder)
    header.check_seal(vault.keyring.content)
    if header != vault.header:
        return [
            Problem(
                "header_altered", "The header on the disk is not the one that this vault was opened with."
            )
        ]
    return []


def _keybox(vault: Vault) -> list[Problem]:
    try:
        box = json.loads((vault.folder / KEYBOX).read_bytes())
    except (OSError, ValueError):
        return [Problem("keybox_damaged", "The box of sealed attribution keys is missing or damaged.")]
    if not isinstance(box, dict) or box.get("vault_id") != vault.header.vault_id:
        return [Problem("keybox_damaged", "The box of sealed attribution keys belongs to another vault.")]
    return []


def _pages(vault: Vault) -> list[Problem]:
    rows = vault.database.query("PRAGMA cipher_integrity_check")
    return [
        Problem("page_damaged", f"The database has a damaged page: {row[0]}.") for row in rows[:_MOST_LINES]
    ]


def _structure(vault: Vault) -> list[Problem]:
    rows = vault.database.query(f"PRAGMA integrity_check({_MOST_LINES})")
    lines = [line for row in rows for line in str(row[0]).splitlines() if line != "ok"]
    return [
        Problem("structure_damaged", f"The database is not consistent: {line}.")
        for line in lines[:_MOST_LINES]
    ]


def _references(vault: Vault) -> list[Problem]:
    rows = vault.database.query("PRAGMA foreign_key_check")
    return [
        Problem("reference_broken", f"A row of table {row[0]} points to a row of {row[2]} that is not there.")
        for row in rows[:_MOST_LINES]
    ]


def _schema(vault: Vault) -> list[Problem]:
    version = stored_version(vault.database)
    if version != SCHEMA_VERSION:
        return [Problem("schema_altered", f"The schema says version {version} instead of {SCHEMA_VERSION}.")]
    found = {tuple(row) for row in vault.database.query(_SCHEMA)}
    expected = _expected_schema()
    names = sorted({row[1] for row in found ^ expected})
    return [
        Problem("schema_altered", f"The schema's {name} is not as the program makes it.") for name in names
    ]


def _attributions(vault: Vault) -> list[Problem]:
    for (meeting_id,) in vault.database.query("SELECT id FROM meeting"):
        attributions.speakers(vault, meeting_id)
    return []


def _histories(vault: Vault) -> list[Problem]:
    for (meeting_id,) in vault.database.query("SELECT id FROM meeting"):
        entry_events.check(vault, meeting_id)
    return []


def _steps(vault: Vault) -> list[Problem]:
    for (meeting_id,) in vault.database.query("SELECT id FROM meeting"):
        undo_steps.check(vault, meeting_id)
    return []


def _beside(vault: Vault) -> list[Problem]:
    for (meeting_id,) in vault.database.query("SELECT id FROM meeting"):
        parallel_records.check(vault, meeting_id)
    return []


def _reviews(vault: Vault) -> list[Problem]:
    """What the Review room keeps sealed."""
    for (meeting_id,) in vault.database.query("SELECT id FROM meeting"):
        dangers.settled(vault, meeting_id)
        quote_consents.consents(vault, meeting_id)
        checklist.answers(vault, meeting_id)
    for (dialogue_id,) in vault.database.query("SELECT id FROM dialogue"):
        earlier_exports.earlier_exports(vault, dialogue_id)
    return []


def _audit(vault: Vault) -> list[Problem]:
    """Follows the chain from its first key to its present one; the first entry that does not fit is named."""
    rows = vault.database.query(
        "SELECT sequence, at, person, code, facts, mac FROM audit_entry ORDER BY sequence"
    )
    state = vault.database.first("SELECT next_sequence, key, last_mac FROM audit_state")
    if (
        state is None
        or state[0] != len(rows) + 1
        or [row[0] for row in rows] != list(range(1, len(rows) + 1))
    ):
        return [Problem("audit_altered", "The audit log has lost entries, or has some too many.")]
    if vault.person.role is not Role.CUSTODIAN:
        return []
    slot_id = vault.person.slot_id
    seed = vault.database.first("SELECT sealed FROM audit_seed WHERE slot_id = ?", (slot_id,))
    if seed is None:
        return [
            Problem("audit_unchecked", "The audit log's first key is not sealed to you: it was not checked.")
        ]
    with open_key(seed[0], vault.keyring.private, seed_info(vault.header.vault_id, slot_id)) as key:
        chain = AuditChain(key)
    try:
        for row in rows:
            if not is_same(chain.link(entry_bytes(*row[:5])), row[5]):
                return [Problem("audit_altered", f"Entry {row[0]} of the audit log was changed.")]
        if not is_same(bytes(chain.key.view), state[1]) or not is_same(chain.last, state[2]):
            return [Problem("audit_altered", "The end of the audit log was changed.")]
    finally:
        chain.close()
    return []


def _anchor(vault: Vault, anchor: str) -> tuple[Problem, ...]:
    written = anchor.strip().upper()
    if not written:
        return ()
    match = re.fullmatch(r"([0-9]{1,15})(-[A-Z2-7]{4}){4}", written)
    if match is None:
        return (Problem("anchor_differs", "The anchor is mistyped: it is a number and four groups of four."),)
    sequence = int(match[1])
    row = vault.database.first("SELECT mac FROM audit_entry WHERE sequence = ?", (sequence,))
    if row is None:
        return (
            Problem("older_state", "This vault is older than the anchor: it was put back, or cut short."),
        )
    if anchor_text(sequence, row[0]) != written:
        return (
            Problem(
                "anchor_differs", "The anchor does not belong to this vault's audit log, or is mistyped."
            ),
        )
    return ()


_SCHEMA: Final = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"


def _expected_schema() -> set[tuple[str, ...]]:
    """What the migrations make of an empty database: one in memory, without any content."""
    model = dbapi2.connect(":memory:", isolation_level=None)
    try:
        for migration in MIGRATIONS:
            for statement in migration.STATEMENTS:
                model.execute(statement).fetchall()
        return {tuple(row) for row in model.execute(_SCHEMA).fetchall()}
    finally:
        model.close()
