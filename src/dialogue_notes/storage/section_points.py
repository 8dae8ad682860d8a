"""The points of summary sections that rest on some entries, to be followed when these are split, joined or undone."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dialogue_notes.domain.codes import Sureness
from dialogue_notes.domain.summary import SummaryPoint
from dialogue_notes.storage.vault import Readable, Vault, stamp


def sections_using(readable: Readable, ids: Iterable[str]) -> tuple[str, ...]:
    """The sections with a point that rests on one of these entries."""
    found: dict[str, None] = {}
    for one in ids:
        rows = readable.database.query(
            "SELECT p.section_id FROM point_source o JOIN summary_point p ON p.id = o.point_id"
            " WHERE o.intervention_id = ?",
            (one,),
        )
        found.update(dict.fromkeys(row[0] for row in rows))
    return tuple(sorted(found))


def points_of(readable: Readable, sections: Iterable[str]) -> tuple[SummaryPoint, ...]:
    """The points of sections, in order."""
    return tuple(point for section in sections for point in _points(readable, section))


def put_points(vault: Vault, sections: Collection[str], points: Iterable[SummaryPoint]) -> None:
    """Puts points in place of those that the sections have; those of sections that are gone are left out."""
    written = stamp(vault)
    there = {
        one for one in sections if vault.database.first("SELECT 1 FROM summary_section WHERE id = ?", (one,))
    }
    kept = [point for point in points if point.section_id in there]
    vault.database.run_many("DELETE FROM summary_point WHERE section_id = ?", [(one,) for one in there])
    vault.database.run_many(
        "INSERT INTO summary_point VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (one.id, one.section_id, one.position, one.text, one.sureness, int(one.stale), *written)
            for one in kept
        ],
    )
    vault.database.run_many(
        "INSERT INTO point_source VALUES (?, ?, ?)",
        [(one.id, position, source) for one in kept for position, source in enumerate(one.sources)],
    )


def _points(readable: Readable, section_id: str) -> list[SummaryPoint]:
    sources: dict[str, list[str]] = {}
    for point_id, entry_id in readable.database.query(
        "SELECT o.point_id, o.intervention_id FROM summary_point p JOIN point_source o ON o.point_id = p.id"
        " WHERE p.section_id = ? ORDER BY o.point_id, o.position",
        (section_id,),
    ):
        sources.setdefault(point_id, []).append(entry_id)
    rows = readable.database.query(
        "SELECT id, position, text, sureness, stale FROM summary_point WHERE section_id = ? ORDER BY position, rowid",
        (section_id,),
    )
    return [
        SummaryPoint(
            row[0], section_id, row[1], row[2], tuple(sources.get(row[0], ())), Sureness(row[3]), bool(row[4])
        )
        for row in rows
    ]
