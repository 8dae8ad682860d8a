"""One of everything that the rooms keep beside the entries, with a text of the test's choice in each field."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from dialogue_notes.domain.attendance import AttendanceEvent, AttendanceNote
from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.papers import Custody, Paper
from dialogue_notes.domain.seating import SeatPlan
from dialogue_notes.storage import (
    attendance,
    closing_drafts,
    drafts,
    entry_events,
    families,
    half_typed,
    papers,
    seats,
    undo_steps,
)
from dialogue_notes.storage.closing_drafts import ClosingDraft
from dialogue_notes.storage.half_typed import HalfTyped
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault, stamp
from tests.support.filling import Filled, fill
from tests.support.filling_review import fill_review

AT: Final = datetime.fromisoformat("2026-03-04T10:30:00")


def fill_all(vault: Vault, word: str) -> Filled:
    """`fill`, and what the rooms keep beside it."""
    filled = fill(vault, word)
    with vault.transaction():
        _comings_and_papers(vault, filled, word)
        _half_typed(vault, filled, word)
        _history(vault, filled, word)
        _kept_for_later(vault, filled, word)
        fill_review(vault, filled, word)
    return filled


def _comings_and_papers(vault: Vault, filled: Filled, word: str) -> None:
    meeting, session, entry = filled.meeting.id, filled.session.id, filled.interventions[0].id
    who = filled.participants[1].id
    came = AttendanceNote(
        new_id(), meeting, session, who, AttendanceEvent.ARRIVED, AT, told_rule=False, entry_id=entry
    )
    attendance.add_note(vault, came)
    paper = Paper(
        *(new_id(), meeting, session, f"Paper {word}", f"Whose {word}", who, AT, Custody.LENT),
        phrases=(f"Phrase {word}",),
    )
    papers.add_paper(vault, replace(paper, entry_id=entry))
    seats.set_seats(vault, meeting, SeatPlan(table=(who,)))


def _half_typed(vault: Vault, filled: Filled, word: str) -> None:
    session, rule = filled.session.id, GroundRule.NOT_FOR_REPORT
    draft = replace(filled.draft, editing=filled.interventions[0].id, aside=f"aside {word}")
    drafts.save_draft(vault, session, draft)
    closing_drafts.save_draft(vault, session, ClosingDraft(f"closing {word}", 3, rule))
    half_typed.set_half_typed(vault, filled.meeting.id, [HalfTyped("A name", f"half {word}", 2)])


def _history(vault: Vault, filled: Filled, word: str) -> None:
    meeting, ids = filled.meeting.id, tuple(one.id for one in filled.interventions)
    payload = f'"before {word}"'.encode()
    entry_events.add_events(vault, meeting, [(ids[0], payload)])
    undo_steps.add_step(vault, meeting, (filled.session.id,), ids, payload)
    families.unite(vault, ids)
    vault.database.run(
        "INSERT INTO intervention_revision (intervention_id, text, changed_at, changed_by) VALUES (?, ?, ?, ?)",
        (ids[0], f"older {word}", *stamp(vault)),
    )


def _kept_for_later(vault: Vault, filled: Filled, word: str) -> None:
    """Tables that are there for what is still to be built."""
    vault.database.run(
        "INSERT INTO attribution_label VALUES (?, ?)", (filled.interventions[0].id, f"label {word}")
    )
    at, by = stamp(vault)
    vault.database.run(
        "INSERT INTO legal_hold (id, meeting_id, reason, lifted_at, written_at, written_by) VALUES (?, ?, ?, ?, ?, ?)",
        (new_id(), filled.meeting.id, f"hold {word}", at, at, by),
    )
