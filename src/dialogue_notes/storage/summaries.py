"""Summaries with their sections, points and sources; approvals; the export register."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_notes.domain.codes import Sureness
from dialogue_notes.domain.record import WrittenText
from dialogue_notes.domain.redaction import Place, PlaceKind
from dialogue_notes.domain.summary import Approval, ExportRecord, Summary, SummaryPoint, SummarySection
from dialogue_notes.storage.database import Row
from dialogue_notes.storage.found import found, must_change
from dialogue_notes.storage.vault import Readable, Vault, stamp

_SUMMARY = "SELECT id, meeting_id, profile, title, marking, auto_accepted FROM summary"
_EXPORT = (
    "SELECT id, summary_id, profile, format, file_name, file_hash, content_hash, draft, made_by, made_at"
    " FROM export_record"
)


def add_summary(vault: Vault, summary: Summary) -> None:
    """Keeps a new summary with its sections and points."""
    with vault.transaction():
        vault.database.run(
            "INSERT INTO summary VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                summary.id,
                summary.meeting_id,
                summary.profile,
                summary.title,
                summary.marking,
                int(summary.auto_accepted),
                *stamp(vault),
            ),
        )
        replace_sections(vault, summary.id, summary.sections)


def update_summary(vault: Vault, summary: Summary) -> None:
    """Changes a summary's own fields; its sections are changed by `replace_sections`. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        count = vault.database.run(
            "UPDATE summary SET profile = ?, title = ?, marking = ?, auto_accepted = ?, written_at = ?,"
            " written_by = ? WHERE id = ?",
            (
                summary.profile,
                summary.title,
                summary.marking,
                int(summary.auto_accepted),
                *stamp(vault),
                summary.id,
            ),
        )
        must_change(count, "summary")


def replace_sections(vault: Vault, summary_id: str, sections: Iterable[SummarySection]) -> None:
    """Puts these sections, with their points and sources, in place of those that the summary has."""
    written = stamp(vault)
    kept = tuple(sections)
    points = [(section.id, point) for section in kept for point in section.points]
    with vault.transaction():
        vault.database.run("DELETE FROM summary_section WHERE summary_id = ?", (summary_id,))
        vault.database.run_many(
            "INSERT INTO summary_section VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(one.id, summary_id, one.position, one.title, one.session_id, *written) for one in kept],
        )
        vault.database.run_many(
            "INSERT INTO summary_point VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (point.id, section_id, point.position, point.text, point.sureness, int(point.stale), *written)
                for section_id, point in points
            ],
        )
        vault.database.run_many(
            "INSERT INTO point_source VALUES (?, ?, ?)",
            [
                (point.id, position, source)
                for _, point in points
                for position, source in enumerate(point.sources)
            ],
        )


def summary(readable: Readable, summary_id: str) -> Summary:
    """The summary of that id, whole. Raises KnownError(NOT_FOUND)."""
    row = readable.database.first(f"{_SUMMARY} WHERE id = ?", (summary_id,))
    return _summary(readable, found(row, "summary"))


def summaries(readable: Readable, meeting_id: str) -> tuple[Summary, ...]:
    """The summaries of a meeting, whole, oldest first."""
    rows = readable.database.query(f"{_SUMMARY} WHERE meeting_id = ? ORDER BY rowid", (meeting_id,))
    return tuple(_summary(readable, row) for row in rows)


_WRITTEN = """
    SELECT kind, id, text FROM (
        SELECT ?2 AS kind, id, title AS text, rowid AS whole, -1 AS part, -1 AS row, -1 AS at, -1 AS last
        FROM summary WHERE meeting_id = ?1 AND title <> ''
        UNION ALL
        SELECT ?3, s.id, s.title, m.rowid, s.position, s.rowid, -1, -1
        FROM summary m JOIN summary_section s ON s.summary_id = m.id
        WHERE m.meeting_id = ?1 AND s.session_id IS NULL AND s.title <> ''
        UNION ALL
        SELECT ?4, p.id, p.text, m.rowid, s.position, s.rowid, p.position, p.rowid
        FROM summary m JOIN summary_section s ON s.summary_id = m.id JOIN summary_point p ON p.section_id = s.id
        WHERE m.meeting_id = ?1 AND p.text IS NOT NULL)
    ORDER BY whole, part, row, at, last"""


def written_texts(readable: Readable, meeting_id: str) -> tuple[WrittenText, ...]:
    """What was written by hand for a meeting's summaries, as `summary_texts` has it, the oldest summary first."""
    kinds = (PlaceKind.SUMMARY_TITLE, PlaceKind.HEADING, PlaceKind.POINT)
    rows = readable.database.query(_WRITTEN, (meeting_id, *kinds))
    return tuple(WrittenText(Place(PlaceKind(kind), row_id), text) for kind, row_id, text in rows)


def add_approval(vault: Vault, approval: Approval) -> None:
    """Keeps an approval."""
    with vault.transaction():
        vault.database.run(
            "INSERT INTO approval VALUES (?, ?, ?, ?, ?)",
            (
                approval.id,
                approval.summary_id,
                approval.content_hash,
                approval.approved_by,
                approval.approved_at,
            ),
        )


def approvals(readable: Readable, summary_id: str) -> tuple[Approval, ...]:
    """The approvals of a summary, oldest first."""
    rows = readable.database.query(
        "SELECT id, summary_id, content_hash, approved_by, approved_at FROM approval WHERE summary_id = ?"
        " ORDER BY rowid",
        (summary_id,),
    )
    return tuple(Approval(*row) for row in rows)


def add_export(vault: Vault, record: ExportRecord) -> None:
    """Enters a file that left the vault in the register, where it stays even when its summary goes."""
    with vault.transaction():
        vault.database.run(
            "INSERT INTO export_record VALUES"
            " (?, ?, (SELECT meeting_id FROM summary WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                record.id,
                record.summary_id,
                record.summary_id,
                record.profile,
                record.format,
                record.file_name,
                record.file_hash,
                record.content_hash,
                int(record.draft),
                record.made_by,
                record.made_at,
            ),
        )


def exports(readable: Readable, meeting_id: str | None = None) -> tuple[ExportRecord, ...]:
    """The export register of a meeting, or of the whole vault, oldest first."""
    where, values = ("", ()) if meeting_id is None else (" WHERE meeting_id = ?", (meeting_id,))
    rows = readable.database.query(f"{_EXPORT}{where} ORDER BY rowid", values)
    return tuple(map(_export, rows))


def _summary(readable: Readable, row: Row) -> Summary:
    points = _points(readable, row[0])
    rows = readable.database.query(
        "SELECT id, summary_id, position, title, session_id FROM summary_section WHERE summary_id = ?"
        " ORDER BY position, rowid",
        (row[0],),
    )
    sections = tuple(
        SummarySection(
            id=section_id,
            summary_id=summary_id,
            position=position,
            title=title,
            session_id=session_id,
            points=tuple(points.get(section_id, ())),
        )
        for section_id, summary_id, position, title, session_id in rows
    )
    return Summary(
        id=row[0],
        meeting_id=row[1],
        profile=row[2],
        title=row[3],
        marking=row[4],
        sections=sections,
        auto_accepted=bool(row[5]),
    )


def _points(readable: Readable, summary_id: str) -> dict[str, list[SummaryPoint]]:
    """The points of a summary by section, in order."""
    sources: dict[str, list[str]] = {}
    for point_id, intervention_id in readable.database.query(
        "SELECT o.point_id, o.intervention_id FROM summary_section s JOIN summary_point p ON p.section_id = s.id"
        " JOIN point_source o ON o.point_id = p.id WHERE s.summary_id = ? ORDER BY o.point_id, o.position",
        (summary_id,),
    ):
        sources.setdefault(point_id, []).append(intervention_id)
    points: dict[str, list[SummaryPoint]] = {}
    for point_id, section_id, position, text, sureness, stale in readable.database.query(
        "SELECT p.id, p.section_id, p.position, p.text, p.sureness, p.stale FROM summary_section s"
        " JOIN summary_point p ON p.section_id = s.id WHERE s.summary_id = ? ORDER BY p.position, p.rowid",
        (summary_id,),
    ):
        point_sources = tuple(sources.get(point_id, ()))
        points.setdefault(section_id, []).append(
            SummaryPoint(point_id, section_id, position, text, point_sources, Sureness(sureness), bool(stale))
        )
    return points


def _export(row: Row) -> ExportRecord:
    return ExportRecord(
        id=row[0],
        summary_id=row[1],
        profile=row[2],
        format=row[3],
        file_name=row[4],
        file_hash=row[5],
        content_hash=row[6],
        draft=bool(row[7]),
        made_by=row[8],
        made_at=row[9],
    )
