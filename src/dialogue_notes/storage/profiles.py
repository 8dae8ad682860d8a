"""Profiles: the audiences of this vault."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_notes.domain.codes import Attribution
from dialogue_notes.domain.profiles import Profile
from dialogue_notes.storage.database import Database, Row
from dialogue_notes.storage.found import found
from dialogue_notes.storage.vault import Readable

_SELECT = "SELECT name, title, restricted, attribution, k, marking FROM profile"


def profiles(readable: Readable) -> tuple[Profile, ...]:
    """All profiles, in order."""
    return tuple(map(_profile, readable.database.query(f"{_SELECT} ORDER BY position")))


def profile(readable: Readable, name: str) -> Profile:
    """The profile of that name. Raises KnownError(NOT_FOUND)."""
    row = readable.database.first(f"{_SELECT} WHERE name = ?", (name,))
    return _profile(found(row, f"profile {name}"))


def insert_profiles(database: Database, profiles: Iterable[Profile], written: tuple[str, str]) -> None:
    """Writes the profiles of a new vault."""
    for position, one in enumerate(profiles):
        database.run(
            "INSERT INTO profile VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                one.name,
                position,
                one.title,
                int(one.restricted),
                int(one.attribution),
                one.k,
                one.marking,
                *written,
            ),
        )


def _profile(row: Row) -> Profile:
    name, title, restricted, attribution, k, marking = row
    return Profile(name, title, bool(restricted), Attribution(attribution), k, marking)
