"""Where people sit."""

from __future__ import annotations

from dialogue_notes.domain.seating import SeatPlan, SeatRow
from dialogue_notes.storage.vault import Readable, Vault


def seats(readable: Readable, meeting_id: str) -> SeatPlan:
    """The places as they were kept; without anybody where none were."""
    rows = readable.database.query(
        "SELECT participant_id, seat_row FROM seat WHERE meeting_id = ? ORDER BY seat_row, place",
        (meeting_id,),
    )
    return SeatPlan(
        tuple(who for who, row in rows if row == SeatRow.TABLE),
        tuple(who for who, row in rows if row == SeatRow.BEHIND),
    )


def set_seats(vault: Vault, meeting_id: str, plan: SeatPlan) -> None:
    """Keeps the places of a plan instead of those before; who stands beside is not kept."""
    with vault.transaction():
        vault.database.run("DELETE FROM seat WHERE meeting_id = ?", (meeting_id,))
        for row, people in ((SeatRow.TABLE, plan.table), (SeatRow.BEHIND, plan.behind)):
            for place, who in enumerate(people):
                vault.database.run(
                    "INSERT INTO seat (participant_id, meeting_id, seat_row, place) VALUES (?, ?, ?, ?)",
                    (who, meeting_id, int(row), place),
                )
