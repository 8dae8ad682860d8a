"""What each export let out, point by point: sealed, for it says whose points they were."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from dialogue_notes.domain.dangers.earlier_exports import EarlierExport, ExportedPoint
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.sealed_texts import has_key, open_text, seal_text
from dialogue_notes.storage.vault import Readable, Vault

_PURPOSE: Final = "exported point"
_POINT: Final = msgspec.json.Decoder(ExportedPoint)


def add_points(vault: Vault, export_id: str, meeting_id: str, points: Iterable[ExportedPoint]) -> None:
    """Keeps what a file of the register let out; nothing without the meeting's key, for then nobody was to know."""
    if not has_key(vault, meeting_id):
        return
    rows = []
    for point in points:
        row_id = new_id()
        sealed = seal_text(vault, meeting_id, _PURPOSE, row_id, msgspec.json.encode(point))
        rows.append((row_id, export_id, meeting_id, point.intervention_id or None, sealed))
    with vault.transaction():
        vault.database.run_many("INSERT INTO exported_point VALUES (?, ?, ?, ?, ?)", rows)


def is_kept(readable: Readable, summary_id: str, content_hash: str) -> bool:
    """Whether what this very content lets out is kept already, from another file of it."""
    row = readable.database.first(
        "SELECT 1 FROM exported_point p JOIN export_record e ON e.id = p.export_id"
        " WHERE e.summary_id = ? AND e.content_hash = ? LIMIT 1",
        (summary_id, content_hash),
    )
    return row is not None


def earlier_exports(readable: Readable, dialogue_id: str) -> tuple[EarlierExport, ...]:
    """Every content that left the meetings of a dialogue, oldest first, with as much of it as is kept.

    Without a meeting's key its exports are there and have no points. Raises KnownError(VAULT_DAMAGED) for a changed
    row.
    """
    points: dict[str, list[ExportedPoint]] = {}
    for row_id, export_id, meeting_id, sealed in readable.database.query(
        "SELECT p.id, p.export_id, p.meeting_id, p.sealed FROM exported_point p JOIN meeting m ON m.id = p.meeting_id"
        " WHERE m.dialogue_id = ? ORDER BY p.rowid",
        (dialogue_id,),
    ):
        payload = open_text(readable, meeting_id, _PURPOSE, row_id, sealed)
        if payload is not None:
            points.setdefault(export_id, []).append(_POINT.decode(payload))
    exports: dict[tuple[str, str], EarlierExport] = {}
    for export_id, summary_id, content_hash, profile, made_at in readable.database.query(
        "SELECT e.id, e.summary_id, e.content_hash, e.profile, e.made_at FROM export_record e"
        " JOIN meeting m ON m.id = e.meeting_id WHERE m.dialogue_id = ? ORDER BY e.rowid",
        (dialogue_id,),
    ):
        made = EarlierExport(export_id, made_at, profile, tuple(points.get(export_id, ())))
        known = exports.get((summary_id, content_hash))
        if known is None or (made.points and not known.points):  # one content in several files counts once
            exports[summary_id, content_hash] = made
    return tuple(exports.values())


def times_out(readable: Readable, intervention_id: str) -> tuple[int, str]:
    """In how many contents that left an entry was, as far as that is kept, and when the last was made (ISO 8601)."""
    row = readable.database.first(
        "SELECT count(DISTINCT p.export_id), coalesce(max(e.made_at), '') FROM exported_point p"
        " JOIN export_record e ON e.id = p.export_id WHERE p.intervention_id = ?",
        (intervention_id,),
    )
    return (0, "") if row is None else (int(row[0]), str(row[1]))


def destroy_of_entry(vault: Vault, intervention_id: str) -> None:
    """For a strike: what the exports let out of the entry."""
    vault.database.run("DELETE FROM exported_point WHERE intervention_id = ?", (intervention_id,))
