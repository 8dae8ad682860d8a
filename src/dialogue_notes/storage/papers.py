"""Papers of a meeting; the phrases of one are kept as lines of one text."""

from __future__ import annotations

from datetime import datetime

from dialogue_notes.domain.papers import Custody, Paper
from dialogue_notes.storage.columns import date_column, time_of
from dialogue_notes.storage.database import Row, Value
from dialogue_notes.storage.found import found, must_change
from dialogue_notes.storage.standing_rows import stands
from dialogue_notes.storage.vault import Readable, Vault, stamp

_COLUMNS = (
    "meeting_id, session_id, title, whose, owner_id, handed_out_at, custody, citable, entry_id, collected_at,"
    " collected_entry_id, phrases"
)
_SELECT = (
    "SELECT id, meeting_id, session_id, title, whose, owner_id, handed_out_at, custody, citable, entry_id,"
    f" CASE WHEN {stands('paper.collected_entry_id')} THEN collected_at END, collected_entry_id, phrases"
    " FROM paper"
)


def add_paper(vault: Vault, paper: Paper) -> None:
    """Keeps a new paper."""
    values = (paper.id, *_columns(paper), *stamp(vault))
    with vault.transaction():
        vault.database.run(
            f"INSERT INTO paper (id, {_COLUMNS}, written_at, written_by)"
            f" VALUES ({', '.join('?' * len(values))})",
            values,
        )


def update_paper(vault: Vault, paper: Paper) -> None:
    """Changes what a paper is: title, whose, kept or lent, citable, its phrases. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        count = vault.database.run(
            "UPDATE paper SET title = ?, whose = ?, owner_id = ?, custody = ?, citable = ?, phrases = ?,"
            " written_at = ?, written_by = ? WHERE id = ?",
            (
                *(paper.title, paper.whose, paper.owner_id, paper.custody, int(paper.citable)),
                "\n".join(paper.phrases),
                *stamp(vault),
                paper.id,
            ),
        )
        must_change(count, "paper")


def set_collected(vault: Vault, paper_id: str, at: datetime, entry_id: str) -> None:
    """A paper was collected again, as an entry of the record says. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        count = vault.database.run(
            "UPDATE paper SET collected_at = ?, collected_entry_id = ?, written_at = ?, written_by = ? WHERE id = ?",
            (date_column(at), entry_id, *stamp(vault), paper_id),
        )
        must_change(count, "paper")


def remove_paper(vault: Vault, paper_id: str) -> None:
    """Takes a paper away. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        must_change(vault.database.run("DELETE FROM paper WHERE id = ?", (paper_id,)), "paper")


def paper(readable: Readable, paper_id: str) -> Paper:
    """The paper of that id. Raises KnownError(NOT_FOUND)."""
    row = readable.database.first(f"{_SELECT} WHERE id = ? AND {stands('paper.entry_id')}", (paper_id,))
    return _paper(found(row, "paper"))


def papers(readable: Readable, meeting_id: str) -> tuple[Paper, ...]:
    """The papers of a meeting, as they were handed out; those that were not yet first."""
    rows = readable.database.query(
        f"{_SELECT} WHERE meeting_id = ? AND {stands('paper.entry_id')} ORDER BY handed_out_at, rowid",
        (meeting_id,),
    )
    return tuple(_paper(row) for row in rows)


def _columns(paper: Paper) -> tuple[Value, ...]:
    return (
        paper.meeting_id,
        paper.session_id,
        paper.title,
        paper.whose,
        paper.owner_id,
        date_column(paper.handed_out_at),
        paper.custody,
        int(paper.citable),
        paper.entry_id,
        date_column(paper.collected_at),
        paper.collected_entry_id,
        "\n".join(paper.phrases),
    )


def _paper(row: Row) -> Paper:
    return Paper(
        id=row[0],
        meeting_id=row[1],
        session_id=row[2],
        title=row[3],
        whose=row[4],
        owner_id=row[5],
        handed_out_at=time_of(row[6]),
        custody=Custody(row[7]),
        citable=bool(row[8]),
        entry_id=row[9],
        collected_at=time_of(row[10]),
        collected_entry_id=row[11],
        phrases=tuple(row[12].split("\n")) if row[12] else (),
    )
