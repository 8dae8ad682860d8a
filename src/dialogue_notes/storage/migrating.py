"""Bringing a vault's schema to the version of this program."""

from __future__ import annotations

from types import ModuleType
from typing import Final

from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.storage.database import Database
from dialogue_notes.storage.identifiers import utc_now
from dialogue_notes.storage.migrations import m0001_first, m0002_record_room, m0003_review_room

MIGRATIONS: Final[tuple[ModuleType, ...]] = (m0001_first, m0002_record_room, m0003_review_room)
"""In order. Each has a VERSION and STATEMENTS, is frozen once released, and imports nothing of the program."""

SCHEMA_VERSION: Final[int] = MIGRATIONS[-1].VERSION


def migrate(database: Database) -> bool:
    """Applies what is missing, in one transaction; whether there was anything to do.

    Raises KnownError(VAULT_NEWER) when the vault was written by a later version, and then changes nothing.
    """
    version = stored_version(database)
    if version > SCHEMA_VERSION:
        raise KnownError(
            ErrorCode.VAULT_NEWER, detail=f"schema {version}, this program knows {SCHEMA_VERSION}"
        )
    missing = [migration for migration in MIGRATIONS if version < migration.VERSION]
    if not missing:
        return False
    database.run("BEGIN IMMEDIATE")
    try:
        for migration in missing:
            _apply(database, migration)
        database.run("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.run("ROLLBACK")
        raise
    return True


def stored_version(database: Database) -> int:
    """The schema's version as the database says it; 0 for an empty one."""
    row = database.first("PRAGMA user_version")
    return int(row[0]) if row else 0


def _apply(database: Database, migration: ModuleType) -> None:
    for statement in migration.STATEMENTS:
        database.run(statement)
    database.run("INSERT INTO schema_version VALUES (?, ?)", (migration.VERSION, utc_now()))
    database.run(f"PRAGMA user_version = {migration.VERSION}")
